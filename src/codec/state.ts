/** The state as a file: `format: "data-dividend/state@1"`, amounts as text in major units.
 *
 *  Keys are sorted, so the same state is the same bytes. It is written in pieces, a sale a line,
 *  since it may be longer than a text can be. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { currencyOf } from '../core/currency.js'
import type { Path } from '../core/error.js'
import { formatAmount } from '../core/money.js'
import { formatRatio } from '../core/ratio.js'
import type { Line, Payment, Place, SaleRecord, State } from '../settlement/state.js'
import { fields, names } from './combine.js'
import { knownCurrency, scalarsOf, units, unitsJson, wrong } from './minor.js'
import { anyText } from './scalars.js'
import { eventJson, eventOf, logged } from './state-log.js'
import type { ShapeFault } from './fault.js'
import { faultsOf } from './reporter.js'

export const stateFormat = 'data-dividend/state@1'

const part = fields(
  'part of a sale',
  {
    party: anyText,
    path: anyText,
    kind: anyText,
    amount: anyText,
  },
  {},
)

const seen = fields(
  'event',
  { at: anyText, digest: anyText },
  { units, scale: anyText, perUnit: anyText },
)

const place = fields('place', { held: t.boolean, total: anyText }, { heirs: units })

const payment = fields(
  'payment',
  { at: anyText, party: anyText, gross: anyText, withheld: anyText },
  {
    payer: anyText,
    item: anyText,
    project: anyText,
    paid: anyText,
    rate: anyText,
    rateSource: anyText,
  },
)

/** What a state file holds. */
export const stateFields = {
  required: {
    agreement: anyText,
    currency: anyText,
    sales: names(
      'record of sales',
      fields(
        'sale',
        {
          at: anyText,
          amount: anyText,
          refunded: anyText,
          attributes: names('record of texts', anyText),
          digest: anyText,
        },
        { lines: t.array(part, 'list of parts') },
      ),
    ),
    seen: names('record of events', seen),
    counters: names('record of amounts', anyText),
    totals: names('record of amounts', anyText),
  },
  optional: {
    refundsUntil: anyText,
    places: names('record of places', place),
    payments: names('record of payments', payment),
    log: t.array(logged, 'list of events'),
  },
}

export const stateCodec = fields(
  'state',
  { format: t.literal(stateFormat, stateFormat), ...stateFields.required },
  stateFields.optional,
)

export type StateJson = Omit<t.TypeOf<typeof stateCodec>, 'format'>

/** Reads a state from the value of a document.
 * @returns Left with all faults of its shape, else with the first amount or date that is none
 * @example
 * import { stateFromJson } from 'data-dividend/codec'
 * import { emptyState } from 'data-dividend'
 * stateFromJson({
 *   format: 'data-dividend/state@1', agreement: 'pair', currency: 'CNY',
 *   sales: {}, seen: {}, counters: {}, totals: {},
 * }) // => right(emptyState({ agreement: 'pair', currency: 'CNY' })) */
export const stateFromJson = (value: unknown): Either<readonly ShapeFault[], State> => {
  const decoded = stateCodec.decode(value)
  return isLeft(decoded) ? left(faultsOf(decoded.left)) : stateOf(decoded.right, [])
}

/** The state that a decoded record says.
 * @param at where the record stands in its document */
export const stateOf = (json: StateJson, at: Path): Either<readonly ShapeFault[], State> => {
  const faults: ShapeFault[] = []
  const currency = currencyOf(json.currency)
  if (isLeft(currency)) {
    return left([wrong('currency', json.currency, [...at, 'currency'])])
  }
  const scalars = scalarsOf(currency.right, faults)
  const { amount, date, whole, ratio, unitsOf } = scalars
  const mapOf = <A, B>(
    key: keyof StateJson,
    read: (a: A, path: Path) => B,
    of: Readonly<Record<string, A>>,
  ) =>
    new Map(Object.entries(of).map(([name, one]) => [name, read(one, [...at, key, name])] as const))
  const state: State = {
    agreement: json.agreement,
    currency: json.currency,
    sales: mapOf(
      'sales',
      (sale, path) => ({
        at: date(sale.at, [...path, 'at']),
        amount: amount(sale.amount, [...path, 'amount']),
        refunded: amount(sale.refunded, [...path, 'refunded']),
        attributes: sale.attributes,
        digest: sale.digest,
        ...(sale.lines === undefined ?
          {}
        : {
            lines: sale.lines.map((line, index) => ({
              party: line.party,
              path: line.path,
              // Kinds are those of the agreement; they are only handed on.
              kind: line.kind as Line['kind'],
              amount: amount(line.amount, [...path, 'lines', index, 'amount']),
            })),
          }),
      }),
      json.sales,
    ),
    seen: mapOf(
      'seen',
      (event, path) => ({
        at: date(event.at, [...path, 'at']),
        digest: event.digest,
        ...(event.units && { units: unitsOf(event.units, [...path, 'units']) }),
        ...(event.scale && { scale: whole(event.scale, [...path, 'scale']) }),
        ...(event.perUnit && { perUnit: ratio(event.perUnit, [...path, 'perUnit']) }),
      }),
      json.seen,
    ),
    counters: mapOf('counters', amount, json.counters),
    totals: mapOf('totals', amount, json.totals),
    ...(json.refundsUntil && { refundsUntil: date(json.refundsUntil, [...at, 'refundsUntil']) }),
    ...(json.places && {
      places: mapOf(
        'places',
        ({ held, total, heirs }, path): Place => ({
          held,
          total: amount(total, [...path, 'total']),
          ...(heirs && { heirs: unitsOf(heirs, [...path, 'heirs']) }),
        }),
        json.places,
      ),
    }),
    ...(json.payments && {
      payments: mapOf(
        'payments',
        (paid, path): Payment => ({
          ...paid,
          at: date(paid.at, [...path, 'at']),
          gross: amount(paid.gross, [...path, 'gross']),
          withheld: amount(paid.withheld, [...path, 'withheld']),
        }),
        json.payments,
      ),
    }),
    ...(json.log && {
      log: json.log.map((event, index) => eventOf(event, scalars, [...at, 'log', index])),
    }),
  }
  return faults.length > 0 ? left(faults) : right(state)
}

/** A state as the text of a file, in pieces.
 * @example
 * import { stateToJson } from 'data-dividend/codec'
 * import { emptyState } from 'data-dividend'
 * const text = [...stateToJson(emptyState({ agreement: 'pair', currency: 'CNY' }))].join('')
 * Object.keys(JSON.parse(text))
 * // => ['format', 'agreement', 'currency', 'sales', 'seen', 'counters', 'totals'] */
export function* stateToJson(state: State): Generator<string> {
  yield `{"format":${JSON.stringify(stateFormat)},\n`
  yield* stateBody(state)
  yield '}\n'
}

/** What stands in the braces of a state. */
export function* stateBody(state: State): Generator<string> {
  const money = formatAmount(knownCurrency(state.currency))
  yield `"agreement":${JSON.stringify(state.agreement)},\n`
  yield `"currency":${JSON.stringify(state.currency)},\n`
  if (state.refundsUntil !== undefined) {
    yield `"refundsUntil":${JSON.stringify(state.refundsUntil)},\n`
  }
  yield* recordOf('sales', state.sales, saleJson(money))
  yield ',\n'
  yield* recordOf('seen', state.seen, ({ at, digest, units, scale, perUnit }) => ({
    at,
    digest,
    units: units?.map(unitsJson),
    scale: scale?.toString(),
    perUnit: perUnit && formatRatio(perUnit),
  }))
  yield ',\n'
  yield* recordOf('counters', state.counters, money)
  yield ',\n'
  yield* recordOf('totals', state.totals, money)
  if (state.places !== undefined) {
    yield ',\n'
    yield* recordOf('places', state.places, ({ held, total, heirs }) => ({
      held,
      total: money(total),
      heirs: heirs?.map(unitsJson),
    }))
  }
  if (state.payments !== undefined) {
    yield ',\n'
    yield* recordOf('payments', state.payments, (paid) => ({
      ...paid,
      gross: money(paid.gross),
      withheld: money(paid.withheld),
    }))
  }
  if (state.log === undefined) return
  yield ',\n"log":['
  let before = '\n'
  for (const event of state.log) {
    yield `${before}${JSON.stringify(eventJson(event, money))}`
    before = ',\n'
  }
  yield ']'
}

/** A record in pieces, a key a line, in order of keys. */
export function* recordOf<A>(
  key: string,
  map: ReadonlyMap<string, A>,
  json: (value: A) => unknown,
): Generator<string> {
  yield `${JSON.stringify(key)}:{`
  let before = '\n'
  for (const name of [...map.keys()].sort()) {
    const value = map.get(name)
    if (value === undefined) continue
    yield `${before}${JSON.stringify(name)}:${JSON.stringify(json(value))}`
    before = ',\n'
  }
  yield '}'
}

const saleJson =
  (money: (minor: bigint) => string) =>
  ({
    at,
    amount,
    refunded,
    attributes,
    lines,
    digest,
  }: SaleRecord & { readonly digest: string }) => ({
    at,
    amount: money(amount),
    refunded: money(refunded),
    attributes,
    ...(lines === undefined ?
      {}
    : {
        lines: lines.map((line) => ({
          party: line.party,
          path: line.path,
          kind: line.kind,
          amount: money(line.amount),
        })),
      }),
    digest,
  })
