/** Events: sales, refunds, declared dividends, paid advances, as they are written and as read.
 *
 *  A record is flat: `id, at, kind, amount, of`, a `currency` if wanted, the `units` of a
 *  declaration; everything else is an attribute of the sale. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Currency } from '../core/currency.js'
import type { CivilDate, NotADate } from '../core/date.js'
import type { Scalar } from '../agreement/clause.js'
import { readAmount, readText, readWeights } from '../agreement/read.js'
import type { EventFault } from './fault.js'

export type EventKind = 'sale' | 'refund' | 'declare' | 'transfer'

/** An event as written. Amounts are in major units and never negative. 事件 */
export interface EventRecord {
  readonly id: string
  /** A date, or an instant, which becomes a date of the agreement's zone. */
  readonly at: string
  readonly kind: string
  /** Of a `declare`, empty means the whole pool; of a `transfer`, all that is unpaid. */
  readonly amount?: Scalar
  /** The sale of a refund, the pool of a `declare`, the clause of a `transfer`. */
  readonly of?: string
  readonly currency?: string
  /** Units of a `declare`, this once. */
  readonly units?: Readonly<Record<string, Scalar>>
  readonly [attribute: string]: Scalar | Readonly<Record<string, Scalar>> | undefined
}

/** An event as read: minor units and a civil date. */
export interface SettlementEvent {
  readonly id: string
  readonly at: CivilDate
  readonly kind: EventKind
  readonly amount?: bigint
  readonly of?: string
  readonly units?: readonly (readonly [party: string, units: bigint])[]
  readonly attributes: Readonly<Record<string, string>>
}

/** Reads one record.
 * @param index of the record, for the path of a fault
 * @returns Left with the first fault of the record */
export const readEvent =
  (currency: Currency, dateOf: (text: string) => Either<NotADate, CivilDate>) =>
  (record: EventRecord, index: number): Either<EventFault, SettlementEvent> => {
    const { id, kind, of, units } = record
    const path = (field: string) => [index, field]
    if (id === '') return left({ _tag: 'FieldMissing', field: 'id', kind, path: path('id') })
    if (!isKind(kind)) return left({ _tag: 'UnknownKind', kind, path: path('kind') })
    if (record.currency !== undefined && record.currency !== currency.code) {
      return left({
        _tag: 'OtherCurrency',
        currency: record.currency,
        wanted: currency.code,
        path: path('currency'),
      })
    }
    const at = dateOf(record.at)
    if (isLeft(at)) return left({ ...at.left, path: path('at') })
    const wantsOf = kind !== 'sale'
    if (wantsOf && of === undefined) {
      return left({ _tag: 'FieldMissing', field: 'of', kind, path: path('of') })
    }
    if (!wantsOf && of !== undefined) {
      return left({ _tag: 'FieldNotWanted', field: 'of', kind, path: path('of') })
    }
    if (kind !== 'declare' && units !== undefined) {
      return left({ _tag: 'FieldNotWanted', field: 'units', kind, path: path('units') })
    }
    if (record.amount === undefined && (kind === 'sale' || kind === 'refund')) {
      return left({ _tag: 'FieldMissing', field: 'amount', kind, path: path('amount') })
    }
    const amount =
      record.amount === undefined ?
        right(undefined)
      : readAmount(currency)(record.amount, path('amount'))
    if (isLeft(amount)) return amount
    const weights = units === undefined ? right(undefined) : readWeights(units, path('units'))
    if (isLeft(weights)) return weights
    const attributes = readAttributes(record, index)
    if (isLeft(attributes)) return attributes
    return right({
      id,
      kind,
      at: at.right,
      attributes: attributes.right,
      ...(amount.right === undefined ? {} : { amount: amount.right }),
      ...(of === undefined ? {} : { of }),
      ...(weights.right === undefined ? {} : { units: weights.right }),
    })
  }

/** What an event says, as one text: two records of one id must agree in it. */
export const contentOf = ({ kind, at, amount, of, units, attributes }: SettlementEvent): string =>
  JSON.stringify([
    kind,
    at,
    amount === undefined ? null : amount.toString(),
    of ?? null,
    (units ?? []).map(([party, weight]) => [party, weight.toString()]),
    Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)),
  ])

const isKind = (kind: string): kind is EventKind =>
  kind === 'sale' || kind === 'refund' || kind === 'declare' || kind === 'transfer'

const fields: ReadonlySet<string> = new Set([
  'id',
  'at',
  'kind',
  'amount',
  'of',
  'currency',
  'units',
])

const readAttributes = (
  record: EventRecord,
  index: number,
): Either<EventFault, Readonly<Record<string, string>>> => {
  const attributes: [string, string][] = []
  for (const name of Object.keys(record)) {
    const value = record[name]
    if (fields.has(name) || value === undefined) continue
    if (typeof value === 'object') {
      return left({ _tag: 'FieldNotWanted', field: name, kind: record.kind, path: [index, name] })
    }
    const text = readText(value, [index, name])
    if (isLeft(text)) return text
    attributes.push([name, text.right])
  }
  return right(Object.fromEntries(attributes))
}
