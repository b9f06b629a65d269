/** Reading the events of a register: text becomes minor units, ratios and dates. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Currency } from '../core/currency.js'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { Path } from '../core/error.js'
import { costItems, type Item, type ItemId } from './cost.js'
import type { EventOf, Part, RegisterEvent, RegisterKind, Settle, Tested } from './event.js'
import type { AccountingFault } from './fault.js'
import { fieldsAt, type Fields } from './field.js'
import { presentValue } from './instalments.js'
import { credit, debit, type Entry } from './journal.js'
import { misfit, registerKinds } from './kinds.js'
import { parseMonth } from './month.js'
import { readLife, readSchedule } from './read-schedule.js'
import type { FlowsRecord, ItemRecord, LineRecord, PartRecord, RegisterRecord } from './record.js'
import { roles } from './role.js'
import type { Scalar } from '../agreement/clause.js'

/** Reads one record.
 * @param index of the record in the register
 * @returns Left with the first fault of the record */
export const readRegisterEvent =
  (currency: Currency) =>
  (record: RegisterRecord, index: number): Either<AccountingFault, RegisterEvent> => {
    const path: Path = ['events', index]
    const kind = registerKinds.find((one) => one === record.kind)
    if (kind === undefined) {
      const fault = { text: record.kind, known: registerKinds, path: [...path, 'kind'] }
      return left({ _tag: 'NotOneOf', ...fault })
    }
    const odd = misfit(kind, record)
    if (odd !== undefined) return left({ ...odd, kind, path: [...path, odd.field] })
    const fields = fieldsAt(currency, path)
    const at = fields.date(record.at, 'at')
    const body = readers[kind](fields, record)
    const fault = fields.fault()
    if (fault !== undefined) return left(fault)
    // The reader of a kind gives what the kind holds.
    return right({ ...body, kind, id: record.id, at, index } as RegisterEvent)
  }

type Body<K extends RegisterKind> = Omit<EventOf<K>, 'kind' | 'id' | 'at' | 'index'>
type Reader<K extends RegisterKind> = (fields: Fields, record: RegisterRecord) => Body<K>

const classes = ['intangible', 'inventory', 'project'] as const
const columns = ['bought', 'made', 'other'] as const

const assetOf = ({ asset = '' }: RegisterRecord) => asset

const readers: { readonly [K in RegisterKind]: Reader<K> } = {
  opening: (f, r) => ({
    asset: assetOf(r),
    class: f.oneOf(classes, r.class ?? '', 'class'),
    column: f.oneOf(columns, r.column ?? '', 'column'),
    cost: f.amount(r.cost, 'cost'),
    amortised: f.amount(r.amortised, 'amortised'),
    provision: f.amount(r.provision, 'provision'),
    quantity: f.whole(r.quantity, 'quantity'),
    monthsGone: f.count(r.monthsGone, 0, 'monthsGone'),
    ...readLife(f, r),
  }),
  acquire: (f, r) => ({
    asset: assetOf(r),
    class: f.oneOf(['intangible', 'inventory'], r.class ?? '', 'class'),
    column: f.oneOf(columns, r.column ?? '', 'column'),
    items: itemsOf(f, r.items ?? []),
    settle: settleOf(f, r.settle ?? 'bank'),
    quantity: f.whole(r.quantity, 'quantity'),
  }),
  develop: (f, r) => ({
    asset: assetOf(r),
    column: f.oneOf(columns, r.column ?? 'made', 'column'),
    phase: f.oneOf(['research', 'development'], r.phase ?? '', 'phase'),
    amount: f.amount(r.amount, 'amount'),
    by: f.oneOf(roles, r.by ?? 'bank', 'by'),
  }),
  conditions: (_, r) => ({
    asset: assetOf(r),
    evidence: Object.entries(r.evidence ?? {}).flatMap(([id, text]) => (text === '' ? [] : [id])),
  }),
  ready: (f, r) => ({
    asset: assetOf(r),
    ...readLife(f, r),
    schedule: readSchedule(f, r.schedule ?? {}),
  }),
  process: (f, r) => ({
    asset: assetOf(r),
    column: f.oneOf(columns, r.column ?? 'made', 'column'),
    items: itemsOf(f, r.items ?? []),
    settle: f.oneOf(['bank', 'payable'], textOf(r.settle ?? 'bank'), 'settle'),
    quantity: f.whole(r.quantity, 'quantity'),
  }),
  use: (f, r) => ({ asset: assetOf(r), units: f.whole(r.units, 'units') }),
  revise: (f, r) => ({
    asset: assetOf(r),
    schedule: pick(readSchedule(f, { method: 'straight', months: 1, ...r.schedule }), [
      ...Object.keys(r.schedule ?? {}),
    ]),
    reason: r.reason ?? '',
  }),
  impair: (f, r) => ({
    ...(r.asset === undefined ? {} : { asset: r.asset }),
    ...testedOf(f, r, []),
    goodwill: f.amount(r.group?.goodwill, 'group', 'goodwill'),
    members: Object.entries(r.group?.members ?? {}).map(
      ([asset, one]) => [asset, testedOf(f, one, ['group', 'members', asset])] as const,
    ),
  }),
  nrv: (f, r) => ({
    asset: assetOf(r),
    price: f.amount(r.price, 'price'),
    completion: f.amount(r.completion, 'completion'),
    selling: f.amount(r.selling, 'selling'),
  }),
  hold: (f, r) => ({
    asset: assetOf(r),
    fairValueLessCost: f.amount(r.fairValueLessCost, 'fairValueLessCost'),
  }),
  unhold: (f, r) => ({ asset: assetOf(r), recoverable: f.amount(r.recoverable, 'recoverable') }),
  sell: (f, r) => ({
    asset: assetOf(r),
    ...partOf(f, r.part),
    quantity: f.whole(r.quantity, 'quantity'),
    gross: f.amount(r.gross, 'gross'),
    vatRate: f.rate(r.vatRate, 'vatRate'),
    to: f.oneOf(['bank', 'receivable'], r.to ?? 'bank', 'to'),
  }),
  lapse: (f, r) => ({
    asset: assetOf(r),
    ...partOf(f, r.part),
    reason: r.reason ?? '',
    abnormal: f.oneOf(['no', 'disaster', 'management'], r.abnormal ?? 'no', 'abnormal'),
    vatRate: f.rate(r.vatRate, 'vatRate'),
  }),
  transfer: (f, r) => ({
    asset: assetOf(r),
    ...(r.class === undefined ? {} : { class: f.oneOf(classes, r.class, 'class') }),
    ...(r.column === undefined ? {} : { column: f.oneOf(columns, r.column, 'column') }),
  }),
  pledge: (f, r) => ({
    asset: assetOf(r),
    holder: r.holder ?? '',
    amount: f.amount(r.amount, 'amount'),
    ...optional('until', f.maybeDate(r.until, 'until')),
  }),
  release: (_, r) => ({ asset: assetOf(r) }),
  close: (f, r) => {
    const month = parseMonth(r.month ?? '')
    if (isLeft(month)) f.refuse({ ...month.left, path: f.path('month') })
    return { month: isLeft(month) ? 0 : month.right }
  },
  entry: (f, r) => ({
    lines: (r.lines ?? []).flatMap((line, index) => linesOf(f, line, index)),
    reason: r.reason ?? '',
  }),
}

const textOf = (value: RegisterRecord['settle']): string =>
  typeof value === 'string' ? value : 'instalments'

const optional = <K extends string, A>(key: K, value: A | undefined) =>
  // One key of that name, or none.
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: A }

const pick = <A extends object>(all: A, keys: readonly string[]): Partial<A> =>
  // A part of the record.
  Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key))) as Partial<A>

const itemIds: readonly ItemId[] = /* @__PURE__ */ (() => Object.keys(costItems) as ItemId[])()

const itemsOf = (f: Fields, items: readonly ItemRecord[]): readonly Item[] =>
  items.map(({ item, amount, vat, creditable = 'yes' }, index) => {
    const at: Path = ['items', index]
    if (item === 'appraisal') f.refuse({ _tag: 'AppraisalAsCost', path: f.path(...at, 'item') })
    return {
      item: f.oneOf(itemIds, item, ...at, 'item'),
      amount: f.amount(amount, ...at, 'amount'),
      vat: f.amount(vat, ...at, 'vat'),
      creditable: f.oneOf(['yes', 'no'], creditable, ...at, 'creditable') === 'yes',
    }
  })

const settlements = ['bank', 'payable', 'capital'] as const

const settleOf = (f: Fields, settle: NonNullable<RegisterRecord['settle']>): Settle => {
  if (typeof settle === 'string') {
    return f.oneOf(settlements, settle, 'settle')
  }
  const { count, amount, rate } = settle.instalments
  return {
    count: f.count(count, 1, 'settle', 'instalments', 'count'),
    amount: f.amount(amount, 'settle', 'instalments', 'amount'),
    rate: f.rate(rate, 'settle', 'instalments', 'rate'),
  }
}

const partOf = (f: Fields, part: PartRecord | undefined): { readonly part?: Part } =>
  part === undefined ? {}
  : 'share' in part ? { part: { share: f.rate(part.share, 'part', 'share') } }
  : { part: { cost: f.amount(part.cost, 'part', 'cost') } }

const testedOf = (
  f: Fields,
  record: Pick<RegisterRecord, 'fairValueLessCost' | 'valueInUse' | 'undiscounted' | 'fairValue'>,
  at: Path,
): Tested => ({
  ...optional(
    'fairValueLessCost',
    f.maybeAmount(record.fairValueLessCost, ...at, 'fairValueLessCost'),
  ),
  ...optional('valueInUse', valueInUse(f, record.valueInUse, [...at, 'valueInUse'])),
  ...optional('undiscounted', undiscountedOf(f, record, at)),
  ...optional('fairValue', f.maybeAmount(record.fairValue, ...at, 'fairValue')),
})

/** Flows that are given for the value in use need not be added up by hand. */
const undiscountedOf = (
  f: Fields,
  { undiscounted, valueInUse: value }: Pick<RegisterRecord, 'undiscounted' | 'valueInUse'>,
  at: Path,
): bigint | undefined =>
  undiscounted === undefined && typeof value === 'object' ?
    value.flows.reduce<bigint>((sum, flow) => sum + f.amount(flow, ...at, 'valueInUse'), 0n)
  : f.maybeAmount(undiscounted, ...at, 'undiscounted')

const valueInUse = (
  f: Fields,
  value: Scalar | FlowsRecord | undefined,
  at: Path,
): bigint | undefined => {
  if (typeof value !== 'object') return f.maybeAmount(value, ...at)
  const flows = value.flows.map((flow, index) => f.amount(flow, ...at, 'flows', index))
  return presentValue(f.rate(value.rate, ...at, 'rate'))(flows)
}

const linesOf = (f: Fields, line: LineRecord, index: number): readonly Entry[] => {
  const role = f.oneOf(roles, line.role, 'lines', index, 'role')
  const about = optional('party', line.party)
  return [
    debit(role, f.amount(line.debit, 'lines', index, 'debit'), about),
    credit(role, f.amount(line.credit, 'lines', index, 'credit'), about),
  ].filter(({ amount }) => amount !== 0n)
}
