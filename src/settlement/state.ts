/** The state of an agreement: what must be known to settle the next event.
 *
 *  Counters do not grow with sales: one a place that widens and its period. What grows are the
 *  records of sales, since a refund needs its sale; with `refundsUntil` older ones may go. */
import type { CivilDate } from '../core/date.js'
import type { Ratio } from '../core/ratio.js'
import type { LineKind } from '../agreement/clause.js'
import type { SettlementEvent } from './event.js'

/** A line: one party's part of one event. Amounts are minor units. 结算明细 */
export interface Line {
  readonly event: string
  readonly at: CivilDate
  /** The sale of a refund, the pool of a dividend, the clause of a paid advance. */
  readonly of?: string
  readonly party: string
  /** Ids and flow names from the top of the agreement. */
  readonly path: string
  /** Kind of clause. */
  readonly kind: LineKind
  /** Whose place it is, when that party's money goes elsewhere: held, or to successors. */
  readonly place?: string
  /** The period of the event. */
  readonly period: string
  /** Of a refund: the period of its sale. */
  readonly restates?: string
  readonly amount: bigint
}

/** What a sale's refunds need to know of it. */
export interface SaleRecord {
  readonly at: CivilDate
  /** As sold, minor units. */
  readonly amount: bigint
  readonly refunded: bigint
  /** Those that a test of the agreement names. */
  readonly attributes: Readonly<Record<string, string>>
  /** Under `refunds: original`: what the sale gave. */
  readonly lines?: readonly Pick<Line, 'party' | 'path' | 'kind' | 'amount'>[]
}

/** What is known of an event that is no sale. */
export interface SeenRecord {
  readonly at: CivilDate
  readonly digest: string
  /** Of a `declare`: its own units, so that it can be explained. */
  readonly units?: readonly (readonly [party: string, units: bigint])[]
  readonly scale?: bigint
  /** Of a `declare` of so much a unit. */
  readonly perUnit?: Ratio
}

/** A party's place that is held or has passed to others. */
export interface Place {
  readonly held: boolean
  /** Successors and their weights. */
  readonly heirs?: readonly (readonly [party: string, weight: bigint])[]
  /** What the place has had since its succession, the balance at it included. Minor units. */
  readonly total: bigint
}

/** A payment made: it moves no counter. Minor units of the agreement's currency. 付款记录 */
export interface Payment {
  readonly at: CivilDate
  readonly party: string
  /** Before tax withheld. */
  readonly gross: bigint
  readonly withheld: bigint
  /** Who paid. */
  readonly payer?: string
  /** Kind and project of the income that was withheld from. */
  readonly item?: string
  readonly project?: string
  /** What the bank moved in another currency, at which rate, and where that stood. */
  readonly paid?: string
  readonly rate?: string
  readonly rateSource?: string
}

export interface State {
  readonly agreement: string
  readonly currency: string
  readonly sales: ReadonlyMap<string, SaleRecord & { readonly digest: string }>
  /** Every other event. */
  readonly seen: ReadonlyMap<string, SeenRecord>
  /** Sums by place and period, what was paid of advances (`paid:`), what pools hold (`pool:`),
   * what amendments froze (`base:`, `taken:`). Minor units. */
  readonly counters: ReadonlyMap<string, bigint>
  /** What each party and pool has received in all, less what it gave. Minor units. */
  readonly totals: ReadonlyMap<string, bigint>
  /** Places whose money goes elsewhere. */
  readonly places?: ReadonlyMap<string, Place>
  /** Of an agreement with folds: its events as settled, in order of date, for replays. */
  readonly log?: readonly SettlementEvent[]
  /** What `pay` events say was paid out, by their ids. */
  readonly payments?: ReadonlyMap<string, Payment>
  /** Sales dated before are forgotten: they take no refund, and no event may be dated there. */
  readonly refundsUntil?: CivilDate
}

/** The state before the first event.
 * @example
 * import { emptyState } from 'data-dividend'
 * emptyState({ agreement: 'pair', currency: 'CNY' }).counters.size // => 0 */
export const emptyState = ({
  agreement,
  currency,
}: {
  readonly agreement: string
  readonly currency: string
}): State => ({
  agreement,
  currency,
  sales: new Map(),
  seen: new Map(),
  counters: new Map(),
  totals: new Map(),
})

/** Forgets the records of sales and the ids of events dated before a day. From then on no refund
 * of these sales and no event dated before that day is taken; counters and totals stay.
 * @example
 * import { emptyState, forgetBefore, orThrow, parseDate } from 'data-dividend'
 * const until = orThrow(parseDate('2026-01-01'))
 * const state = emptyState({ agreement: 'pair', currency: 'CNY' })
 * forgetBefore(until)(state).refundsUntil // => '2026-01-01' */
export const forgetBefore =
  (date: CivilDate) =>
  (state: State): State => {
    const until =
      state.refundsUntil !== undefined && state.refundsUntil > date ? state.refundsUntil : date
    return {
      ...state,
      sales: new Map([...state.sales].filter(([, { at }]) => at >= until)),
      seen: new Map([...state.seen].filter(([, { at }]) => at >= until)),
      refundsUntil: until,
    }
  }
