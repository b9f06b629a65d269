/** Which fields each kind of event has. 事项的字段 */
import type { RegisterKind } from './event.js'
import type { RegisterRecord } from './record.js'

type Field = Exclude<keyof RegisterRecord, 'id' | 'at' | 'kind'>

interface Shape {
  readonly wanted: readonly Field[]
  readonly may: readonly Field[]
}

const shape = (wanted: readonly Field[], may: readonly Field[] = []): Shape => ({ wanted, may })

/** Wanted fields, and those that may be there; `reason` may be anywhere. */
export const shapesOf: Readonly<Record<RegisterKind, Shape>> = {
  opening: shape(
    ['asset', 'class', 'column', 'cost'],
    ['amortised', 'provision', 'quantity', 'monthsGone', 'schedule', 'rightEnds', 'use', 'serves'],
  ),
  acquire: shape(['asset', 'class', 'column', 'items'], ['settle', 'quantity']),
  develop: shape(['asset', 'phase', 'amount'], ['by', 'column']),
  conditions: shape(['asset', 'evidence']),
  ready: shape(['asset', 'schedule'], ['rightEnds', 'use', 'serves']),
  process: shape(['asset', 'items'], ['column', 'settle', 'quantity']),
  use: shape(['asset', 'units']),
  revise: shape(['asset', 'schedule', 'reason']),
  impair: shape(
    [],
    ['asset', 'group', 'fairValueLessCost', 'valueInUse', 'undiscounted', 'fairValue'],
  ),
  nrv: shape(['asset', 'price'], ['completion', 'selling']),
  hold: shape(['asset', 'fairValueLessCost']),
  unhold: shape(['asset', 'recoverable']),
  sell: shape(['asset', 'gross', 'vatRate'], ['part', 'quantity', 'to']),
  lapse: shape(['asset'], ['part', 'abnormal', 'vatRate']),
  transfer: shape(['asset'], ['class', 'column']),
  pledge: shape(['asset', 'holder', 'amount'], ['until']),
  release: shape(['asset']),
  close: shape(['month']),
  entry: shape(['lines']),
}

/** The kinds of events. */
export const registerKinds: readonly RegisterKind[] = /* @__PURE__ */ (() =>
  Object.keys(shapesOf) as RegisterKind[])()

/** The first field that is missing, or that has no place in this kind. */
export const misfit = (
  kind: RegisterKind,
  record: RegisterRecord,
): { readonly _tag: 'FieldMissing' | 'FieldNotWanted'; readonly field: string } | undefined => {
  const { wanted, may } = shapesOf[kind]
  const missing = wanted.find((field) => record[field] === undefined)
  if (missing !== undefined) return { _tag: 'FieldMissing', field: missing }
  const known: readonly string[] = ['id', 'at', 'kind', 'reason', ...wanted, ...may]
  const spare = Object.keys(record).find((field) => !known.includes(field))
  return spare === undefined ? undefined : { _tag: 'FieldNotWanted', field: spare }
}
