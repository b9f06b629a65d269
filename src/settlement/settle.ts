/** Settling a batch: a fold of one currency over events in the order given. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { digestOf } from '../core/digest.js'
import type { Program } from '../agreement/program.js'
import { contentOf, type EventRecord, type SettlementEvent } from './event.js'
import type { EventFault, SettlementFault, SettlementNote } from './fault.js'
import { eventReader, settleEvent } from './settle-one.js'
import type { Line, State } from './state.js'
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
 * @returns Left OtherState when the state belongs to another agreement or currency
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
  const read = eventReader(program)
  const settleNext = settleEvent(program)
  const [sales, seen] = [new Map(start.sales), new Map(start.seen)]
  const [counters, totals] = [new Map(start.counters), new Map(start.totals)]
  let index = -1
  const take = (event: SettlementEvent): Either<EventFault, readonly Line[]> => {
    const { id, at, kind, of = '' } = event
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
    const settled = settleNext(
      (key) => counters.get(key) ?? 0n,
      kind === 'refund' ? sales.get(of) : undefined,
      event,
      index,
    )
    if (isLeft(settled)) return settled
    const { lines, counters: moved, sale } = settled.right
    if (kind === 'sale' && sale !== undefined) sales.set(id, { ...sale, digest })
    else seen.set(id, { at, digest, ...(event.units && { units: event.units }) })
    const refunded = kind === 'refund' ? sales.get(of) : undefined
    if (refunded !== undefined && sale !== undefined) {
      sales.set(of, { ...sale, digest: refunded.digest })
    }
    for (const [key, value] of moved) counters.set(key, value)
    for (const { party, amount } of lines) totals.set(party, (totals.get(party) ?? 0n) + amount)
    return right(lines)
  }
  const state = (): State => ({ ...start, sales, seen, counters, totals })
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
