/** Netting 轧差结算: when parties buy from each other, only differences are paid.
 *
 *  A sale's buyer owes its amount; its lines say who earns it. Over each period
 *    net = earned − bought,  Σ net = 0 over all parties and pools
 *  So an exchange of data is two sales with the cash difference, and two-way licences are paid
 *  once a period, with what each gave and took beside it. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { periodOf } from '../core/date.js'
import type { Program } from '../agreement/program.js'
import type { EventRecord } from './event.js'
import type { EventFault } from './fault.js'
import { eventReader } from './settle-one.js'
import type { Line } from './state.js'

/** What a party gave and took in a period, minor units. */
export interface Position {
  readonly period: string
  readonly party: string
  /** By the lines: sales, less refunds, and whatever else was settled. */
  readonly earned: bigint
  /** As a buyer, less what was refunded. */
  readonly bought: bigint
  /** What it receives; below zero it pays. */
  readonly net: bigint
}

/** The positions of a statement by period and party, in order of appearance.
 * @param buyer the attribute of sales that names the buyer; a sale without it is paid from outside,
 *   and its money counts for nobody
 * @param statement events with the lines they were settled to
 * @returns Left with the first fault of an event
 * laws: where every sale has a buyer, the nets of a period sum to 0
 * @example
 * import { compile, emptyState, orThrow, settle } from 'data-dividend'
 * import { netPositions } from 'data-dividend/settlement'
 * const swap = { agreement: 'swap', currency: 'CNY', flow: [
 *   { when: { id: 'of', test: { seller: 'a' }, then: [{ share: { id: 'toA', of: { a: 1 } } }] } },
 *   { share: { id: 'toB', of: { b: 1 } } },
 * ] }
 * const events = [
 *   { id: 's1', at: '2026-01-05', kind: 'sale', amount: '100.00', seller: 'a', buyer: 'b' },
 *   { id: 's2', at: '2026-01-05', kind: 'sale', amount: '80.00', seller: 'b', buyer: 'a' },
 * ]
 * const program = orThrow(compile(swap))
 * const { lines } = orThrow(settle(program)(emptyState(swap))(events))
 * orThrow(netPositions(program, 'buyer')({ events, lines })).map(({ party, net }) => [party, net])
 * // => [['b', -2000n], ['a', 2000n]] */
export const netPositions =
  (program: Program, buyer: string) =>
  ({
    events,
    lines,
  }: {
    readonly events: readonly EventRecord[]
    readonly lines: readonly Line[]
  }): Either<EventFault, readonly Position[]> => {
    const read = eventReader(program)
    const positions = new Map<string, Position>()
    const add = (period: string, party: string, earned: bigint, bought: bigint): void => {
      const key = JSON.stringify([period, party])
      const was = positions.get(key) ?? { earned: 0n, bought: 0n, net: 0n }
      const now = { earned: was.earned + earned, bought: was.bought + bought }
      positions.set(key, { period, party, ...now, net: now.earned - now.bought })
    }
    const buyers = new Map<string, string>()
    for (const [index, record] of events.entries()) {
      const event = read(record, index)
      if (isLeft(event)) return event
      const { id, at, kind, of = '', amount = 0n, attributes } = event.right
      const sale = kind === 'refund' ? of : id
      const who = kind === 'sale' ? attributes[buyer] : buyers.get(sale)
      if (who === undefined || (kind !== 'sale' && kind !== 'refund')) continue
      buyers.set(sale, who)
      add(periodOf(program.period)(at), who, 0n, kind === 'sale' ? amount : -amount)
    }
    for (const { period, party, amount } of lines) add(period, party, amount, 0n)
    return right([...positions.values()])
  }
