/** The settlement statement as a file: `format: "data-dividend/settlement@1"`.
 *
 *  It holds the whole agreement, the lines and the state, so that it explains itself. It is
 *  written in pieces, a line a line: the lines of a long batch are never in memory together. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Agreement } from '../agreement/clause.js'
import { formatAmount } from '../core/money.js'
import type { Line, State } from '../settlement/state.js'
import { agreementCodec } from './agreement.js'
import { fields, names } from './combine.js'
import { anyText } from './scalars.js'
import type { ShapeFault } from './fault.js'
import { faultsOf } from './reporter.js'
import { knownCurrency, scalarsOf } from './minor.js'
import { recordOf, stateBody, stateFields, stateOf } from './state.js'

export const settlementFormat = 'data-dividend/settlement@1'

/** A statement as a file holds it. 结算单 */
export interface SettlementFile {
  readonly agreement: Agreement
  readonly lines: readonly Line[]
  /** Sums of these lines, minor units; the state has those of all batches. */
  readonly totals: ReadonlyMap<string, bigint>
  readonly state: State
}

const line = fields(
  'line',
  {
    event: anyText,
    at: anyText,
    party: anyText,
    path: anyText,
    kind: anyText,
    period: anyText,
    amount: anyText,
  },
  { of: anyText, place: anyText, restates: anyText },
)

export const settlementCodec = fields(
  'settlement',
  {
    format: t.literal(settlementFormat, settlementFormat),
    agreement: agreementCodec,
    currency: anyText,
    lines: t.array(line, 'list of lines'),
    totals: names('record of amounts', anyText),
    state: fields('state', stateFields.required, stateFields.optional),
  },
  {},
)

/** Reads a statement from the value of a document.
 * @returns Left with all faults of its shape, else with every amount or date that is none
 * @example
 * import { settlementFromJson } from 'data-dividend/codec'
 * settlementFromJson([])
 * // => left([{ _tag: 'WrongType', expected: 'settlement', received: 'a list', path: [] }]) */
export const settlementFromJson = (
  value: unknown,
): Either<readonly ShapeFault[], SettlementFile> => {
  const decoded = settlementCodec.decode(value)
  if (isLeft(decoded)) return left(faultsOf(decoded.left))
  const json = decoded.right
  const state = stateOf(json.state, ['state'])
  if (isLeft(state)) return state
  const faults: ShapeFault[] = []
  const { amount, date } = scalarsOf(knownCurrency(json.state.currency), faults)
  const lines = json.lines.map((one, index): Line => ({
    ...one,
    at: date(one.at, ['lines', index, 'at']),
    // Kinds are those of the agreement; they are only handed on.
    kind: one.kind as Line['kind'],
    amount: amount(one.amount, ['lines', index, 'amount']),
  }))
  const totals = new Map(
    Object.entries(json.totals).map(([party, text]) => [party, amount(text, ['totals', party])]),
  )
  return faults.length > 0 ?
      left(faults)
    : right({
        agreement: json.agreement,
        lines,
        totals,
        state: state.right,
      })
}

/** A statement as the text of a file, in pieces.
 * @example
 * import { settlementToJson } from 'data-dividend/codec'
 * import { emptyState } from 'data-dividend'
 * const flow = [{ share: { id: 'all', of: { a: 1 } } }]
 * const agreement = { agreement: 'pair', currency: 'CNY', flow }
 * const state = emptyState(agreement)
 * const text = [...settlementToJson({ agreement, lines: [], totals: new Map(), state })].join('')
 * Object.keys(JSON.parse(text))
 * // => ['format', 'agreement', 'currency', 'lines', 'totals', 'state'] */
export function* settlementToJson(file: SettlementFile): Generator<string> {
  const { agreement, lines, totals, state } = file
  const { head, each, tail } = settlementWriter(agreement)
  yield head
  yield each(lines)
  yield* tail(totals, state)
}

/** Writes a statement while its lines arrive: the head, each event's lines, the tail. */
export const settlementWriter = (
  agreement: Agreement,
): {
  readonly head: string
  readonly each: (lines: readonly Line[]) => string
  readonly tail: (totals: ReadonlyMap<string, bigint>, state: State) => Iterable<string>
} => {
  const money = formatAmount(knownCurrency(agreement.currency))
  let before = '\n'
  const each = (lines: readonly Line[]): string =>
    lines.reduce((text, one) => {
      const piece = `${text}${before}${lineJson(one, money)}`
      before = ',\n'
      return piece
    }, '')
  function* tail(totals: ReadonlyMap<string, bigint>, state: State): Generator<string> {
    yield '],\n'
    yield* recordOf('totals', totals, money)
    yield ',\n"state":{'
    yield* stateBody(state)
    yield '}}\n'
  }
  const head = `{"format":${JSON.stringify(settlementFormat)},
"agreement":${JSON.stringify(agreement, withoutBigint)},
"currency":${JSON.stringify(agreement.currency)},
"lines":[`
  return { head, each, tail }
}

const lineJson = (
  { event, at, of, party, place, path, kind, period, restates, amount }: Line,
  money: (minor: bigint) => string,
): string =>
  JSON.stringify({
    event,
    at,
    of,
    party,
    place,
    path,
    kind,
    period,
    restates,
    amount: money(amount),
  })

const withoutBigint = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value
