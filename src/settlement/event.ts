/** Events: sales, refunds, dividends, payments, closes, holds, as they are written and as read.
 *
 *  A record is flat: `id, at, kind, amount, of`, a `currency` if wanted, and the fields of its
 *  kind; everything else is an attribute. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Currency } from '../core/currency.js'
import type { CivilDate, NotADate } from '../core/date.js'
import type { Path } from '../core/error.js'
import { formatAmount } from '../core/money.js'
import { formatRatio, type Ratio } from '../core/ratio.js'
import type { Scalar } from '../agreement/clause.js'
import { readAmount, readDecimal, readText, readWeights, weightScale } from '../agreement/read.js'
import type { EventFault } from './fault.js'

export type EventKind =
  | 'sale'
  | 'refund'
  | 'declare'
  | 'transfer'
  | 'open'
  | 'close'
  | 'accrue'
  | 'amend'
  | 'hold'
  | 'release'
  | 'succeed'
  | 'pay'

/** An event as written. Amounts are in major units and never negative. 事件 */
export interface EventRecord {
  readonly id: string
  /** A date, or an instant, which becomes a date of the agreement's zone. */
  readonly at: string
  readonly kind: string
  /** Of a `declare`, empty means the whole pool; of a `transfer`, all that is unpaid. */
  readonly amount?: Scalar
  /** The sale of a refund, the pool of a `declare`, the clause of a `transfer`, the period that
   * opens or closes, what accrues, the amendment, the party of any other. */
  readonly of?: string
  readonly currency?: string
  /** Units of a `declare`, this once; weights of an `accrue`; parts of a `succeed`. */
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
  /** What the units as written were multiplied by to be whole; absent for 1. */
  readonly scale?: bigint
  /** Of an `accrue`: what a metric is now. */
  readonly value?: Ratio
  /** Of a `declare`: major units a unit. */
  readonly perUnit?: Ratio
  /** Of a `pay`. */
  readonly withheld?: bigint
  /** Settled before, now replayed: what was refunded of it since. */
  readonly replayed?: bigint
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
    const needs = fieldsOf[kind]
    for (const field of ['of', 'units', 'amount', 'value', 'perUnit', 'withheld'] as const) {
      const need = needs[field]
      const given = record[field] !== undefined
      if (!given && need === 'wanted') {
        return left({ _tag: 'FieldMissing', field, kind, path: path(field) })
      }
      if (given && need === undefined && isKnown(field)) {
        return left({ _tag: 'FieldNotWanted', field, kind, path: path(field) })
      }
    }
    const amount = given(record.amount, readAmount(currency), path('amount'))
    if (isLeft(amount)) return amount
    const weights = units === undefined ? right(undefined) : readWeights(units, path('units'))
    if (isLeft(weights)) return weights
    const value = given(needs.value && textOf(record.value), readDecimal, path('value'))
    if (isLeft(value)) return value
    const perUnit = given(needs.perUnit && textOf(record.perUnit), readDecimal, path('perUnit'))
    if (isLeft(perUnit)) return perUnit
    const withheld = given(
      needs.withheld && textOf(record.withheld),
      readAmount(currency),
      path('withheld'),
    )
    if (isLeft(withheld)) return withheld
    if (withheld.right !== undefined && withheld.right > (amount.right ?? 0n)) {
      const money = formatAmount(currency)
      return left({
        _tag: 'WithheldAbovePaid',
        withheld: money(withheld.right),
        amount: money(amount.right ?? 0n),
        path: path('withheld'),
      })
    }
    const attributes = readAttributes(record, kind, index)
    if (isLeft(attributes)) return attributes
    return right({
      id,
      kind,
      at: at.right,
      attributes: attributes.right,
      ...(amount.right === undefined ? {} : { amount: amount.right }),
      ...(of === undefined ? {} : { of }),
      ...(weights.right === undefined ? {} : { units: weights.right }),
      ...(kind === 'declare' && units !== undefined && weightScale(units) !== 1n ?
        { scale: weightScale(units) }
      : {}),
      ...(value.right === undefined ? {} : { value: value.right }),
      ...(perUnit.right === undefined ? {} : { perUnit: perUnit.right }),
      ...(withheld.right === undefined ? {} : { withheld: withheld.right }),
    })
  }

/** What an event says, as one text: two records of one id must agree in it. */
export const contentOf = (event: SettlementEvent): string => {
  const { kind, at, amount, of, units, attributes, value, perUnit, withheld } = event
  const more = [value, perUnit].map((number) => (number === undefined ? null : formatRatio(number)))
  const rest = [...more, withheld === undefined ? null : withheld.toString()]
  return JSON.stringify([
    kind,
    at,
    amount === undefined ? null : amount.toString(),
    of ?? null,
    (units ?? []).map(([party, weight]) => [party, weight.toString()]),
    Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)),
    ...(rest.some((one) => one !== null) ? rest : []),
  ])
}

/** What a payment says of itself besides amounts: who paid, item and project of the income, what
 * the bank moved in another currency at which rate. */
export const paymentNotes = ['payer', 'item', 'project', 'paid', 'rate', 'rateSource'] as const

type Need = 'wanted' | 'may'
type Field = 'of' | 'amount' | 'units' | 'value' | 'perUnit' | 'withheld'

/** The fields of each kind besides `id, at, kind, currency`. */
const fieldsOf: Readonly<Record<EventKind, Readonly<Partial<Record<Field, Need>>>>> = {
  sale: { amount: 'wanted' },
  refund: { of: 'wanted', amount: 'wanted' },
  declare: { of: 'wanted', amount: 'may', units: 'may', perUnit: 'may' },
  transfer: { of: 'wanted', amount: 'may' },
  open: { of: 'wanted' },
  close: { of: 'wanted' },
  accrue: { of: 'wanted', amount: 'may', value: 'may', units: 'may' },
  amend: { of: 'wanted' },
  hold: { of: 'wanted' },
  release: { of: 'wanted', amount: 'may' },
  succeed: { of: 'wanted', units: 'wanted' },
  pay: { of: 'wanted', amount: 'wanted', withheld: 'may' },
}

/** Whether a word is a kind of event. */
export const isKind = (kind: string): kind is EventKind => Object.hasOwn(fieldsOf, kind)

/** Fields that are never attributes, whatever the kind. */
const isKnown = (field: string): boolean => fields.has(field)

const fields: ReadonlySet<string> = new Set([
  'id',
  'at',
  'kind',
  'amount',
  'of',
  'currency',
  'units',
])

const given = <A, B>(
  value: A | undefined,
  read: (value: A, path: Path) => Either<EventFault, B>,
  path: Path,
): Either<EventFault, B | undefined> => (value === undefined ? right(undefined) : read(value, path))

const textOf = (value: EventRecord[string]): Scalar | undefined =>
  typeof value === 'object' ? '' : value

const readAttributes = (
  record: EventRecord,
  kind: EventKind,
  index: number,
): Either<EventFault, Readonly<Record<string, string>>> => {
  const attributes: [string, string][] = []
  for (const name of Object.keys(record)) {
    const value = record[name]
    if (fields.has(name) || Object.hasOwn(fieldsOf[kind], name) || value === undefined) continue
    const spare = kind === 'pay' && !paymentNotes.some((note) => note === name)
    if (spare || typeof value === 'object') {
      return left({ _tag: 'FieldNotWanted', field: name, kind, path: [index, name] })
    }
    const text = readText(value, [index, name])
    if (isLeft(text)) return text
    attributes.push([name, text.right])
  }
  return right(Object.fromEntries(attributes))
}
