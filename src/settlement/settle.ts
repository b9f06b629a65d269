/** Settling a batch: a fold of one currency over events in the order given. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { digestOf } from '../core/digest.js'
import type { Program } from '../agreement/program.js'
import {
  contentOf,
  paymentNotes,
  type EventKind,
  type EventRecord,
  type SettlementEvent,
} from './event.js'
import type { EventFault, SettlementFault, SettlementNote } from './fault.js'
import { arrange, sendLines } from './place.js'
import { restate } from './replay.js'
import { eventReader, needsLog, settleEvent, type Settled } from './settle-one.js'
import type { Line, Payment, State } from './state.js'
import { notesOf } from './notes.js'

/** What a batch did. 结算结果 */
export interface Settlement {
  readonly lines: readonly Line[]
  readonly state: State
  readonly notes: readonly SettlementNote[]
}

/** Settles events on a state.
 *
 *  lines of an event = E(after) − E(before)
 * @param program of the agreement, from `compile`
 * @param state `emptyState(agreement)` to begin
 * @param events in the order in which they happened to arrive; amounts in major units
 * @returns Left OtherState, or the first fault of an event, whose path begins with the event's
 *   number; the state given is then still the one to use
 * laws: the lines of a sale sum to its amount, of a refund to less its amount, of any other event
 *   to 0; an event sent twice is settled once; under `net` the totals do not depend on the order,
 *   the batches or the parts of refunds
 * @example
 * import { compile, emptyState, orThrow, settle } from 'data-dividend'
 * const pair = {
 *   agreement: 'pair', currency: 'CNY', flow: [{ share: { id: 'all', of: { a: 2, b: 1 } } }],
 * }
 * const events = [
 *   { id: 's1', at: '2026-01-05', kind: 'sale', amount: '1.00' },
 *   { id: 'r1', at: '2026-01-09', kind: 'refund', amount: '1.00', of: 's1' },
 * ]
 * const settled = orThrow(settle(orThrow(compile(pair)))(emptyState(pair))(events))
 * settled.lines.map(({ party, amount }) => [party, amount])
 * // => [['a', 67n], ['b', 33n], ['a', -67n], ['b', -33n]] */
export const settle =
  (program: Program) =>
  (state: State) =>
  (events: Iterable<EventRecord>): Either<SettlementFault, Settlement> => {
    const run = startRun(program, state)
    if (isLeft(run)) return run
    const lines: Line[] = []
    for (const record of events) {
      const settled = run.right.take(record)
      if (isLeft(settled)) return settled
      lines.push(...settled.right)
    }
    return right({ lines, state: run.right.state(), notes: run.right.notes() })
  }

/** A batch under way, for those who cannot hold all lines at once. */
export interface Run {
  /** The lines of the next event; none for an event that was settled before. After a Left the run
   * is over and its state is not to be used. */
  readonly take: (record: EventRecord) => Either<EventFault, readonly Line[]>
  readonly state: () => State
  readonly notes: () => readonly SettlementNote[]
}

/** Opens a batch on a state, which is left as it is.
 * @returns Left OtherState when the state belongs to another agreement or currency; Left NeedsLog
 *   when the agreement looks at time and the state has lost its log
 * @example
 * import { compile, emptyState, orThrow, startRun } from 'data-dividend'
 * const pair = {
 *   agreement: 'pair', currency: 'CNY', flow: [{ share: { id: 'all', of: { a: 2, b: 1 } } }],
 * }
 * const run = orThrow(startRun(orThrow(compile(pair)), emptyState(pair)))
 * const sale = { id: 's1', at: '2026-01-05', kind: 'sale', amount: '1.00' }
 * orThrow(run.take(sale)).map(({ party, amount }) => [party, amount])
 * // => [['a', 67n], ['b', 33n]]
 * run.state().totals.get('a') // => 67n */
export const startRun = (program: Program, start: State): Either<SettlementFault, Run> => {
  if (start.agreement !== program.agreement || start.currency !== program.currency.code) {
    return left({
      _tag: 'OtherState',
      agreement: `${program.agreement} (${program.currency.code})`,
      state: `${start.agreement} (${start.currency})`,
    })
  }
  if (program.timed && start.log === undefined && start.sales.size > 0) {
    return left({ _tag: 'NeedsLog', kind: 'state', path: [] })
  }
  const read = eventReader(program)
  const settleNext = settleEvent(program)
  const [sales, seen] = [new Map(start.sales), new Map(start.seen)]
  const [counters, totals] = [new Map(start.counters), new Map(start.totals)]
  const log = program.timed ? [...(start.log ?? [])] : undefined
  const payments = new Map(start.payments)
  let { places } = start
  let index = -1
  const state = (): State => ({
    ...start,
    sales,
    seen,
    counters,
    totals,
    ...(log && { log }),
    ...(places && { places }),
    ...(payments.size > 0 && { payments }),
  })
  const settleOwn = (event: SettlementEvent): Either<EventFault, Settled> => {
    const { id, kind, of = '' } = event
    const sale = kind === 'refund' ? sales.get(of) : undefined
    const settled =
      log !== undefined && needsLog(program, kind) ?
        restate(program, log, sale, event, index)
      : settleNext((key) => counters.get(key) ?? 0n, sale, event, index)
    if (isLeft(settled)) return settled
    const { counters: moved, sale: record } = settled.right
    log?.push(withAmount(event, settled.right.lines))
    for (const [key, value] of moved) counters.set(key, value)
    if (record !== undefined) {
      const digest = kind === 'sale' ? digestOf(contentOf(event)) : (sales.get(of)?.digest ?? '')
      sales.set(kind === 'sale' ? id : of, { ...record, digest })
    }
    return settled
  }
  const take = (event: SettlementEvent): Either<EventFault, readonly Line[]> => {
    const { id, at, kind } = event
    const digest = digestOf(contentOf(event))
    const before = sales.get(id) ?? seen.get(id)
    if (before !== undefined) {
      return before.digest === digest ?
          right([])
        : left({ _tag: 'SameIdOtherContent', id, path: [index, 'id'] })
    }
    const until = start.refundsUntil
    if (until !== undefined && at < until) {
      return left({ _tag: 'BeforeRefundsUntil', at, until, path: [index, 'at'] })
    }
    const last = log?.at(-1)?.at
    if (last !== undefined && at < last) {
      return left({ _tag: 'DatesOutOfOrder', at, last, path: [index, 'at'] })
    }
    const settled = isArranged(kind) ? arrange(program, state(), event, index) : settleOwn(event)
    if (isLeft(settled)) return settled
    const sent =
      'counters' in settled.right ? sendLines(places, settled.right.lines) : settled.right
    places = sent.places
    if (kind !== 'sale') {
      const { units, scale, perUnit } = event
      seen.set(id, {
        at,
        digest,
        ...(units && { units }),
        ...(scale && { scale }),
        ...(perUnit && { perUnit }),
      })
    }
    if (kind === 'pay') payments.set(id, paymentOf(event))
    for (const { party, amount } of sent.lines)
      totals.set(party, (totals.get(party) ?? 0n) + amount)
    return right(sent.lines)
  }
  return right({
    take: (record) => {
      index += 1
      const event = read(record, index)
      return isLeft(event) ? event : take(event.right)
    },
    state,
    notes: () => notesOf(program, state()),
  })
}

const isArranged = (kind: EventKind): boolean =>
  kind === 'hold' || kind === 'release' || kind === 'succeed'

/** An event as it is replayed: what an empty amount came to is what was paid then. */
const withAmount = (event: SettlementEvent, lines: readonly Line[]): SettlementEvent =>
  event.kind === 'declare' || event.kind === 'transfer' ?
    { ...event, amount: -(lines[0]?.amount ?? 0n) }
  : event

const paymentOf = ({
  at,
  of = '',
  amount = 0n,
  withheld = 0n,
  attributes,
}: SettlementEvent): Payment => ({
  at,
  party: of,
  gross: amount,
  withheld,
  ...Object.fromEntries(
    paymentNotes.flatMap((name) => {
      const note = attributes[name]
      return note === undefined ? [] : [[name, note]]
    }),
  ),
})
