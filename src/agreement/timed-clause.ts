/** Steps that need time, a register or a payer, as they are written. docs/reference/timed-steps.md
 *  is their grammar. */
import type { Period } from '../core/date.js'
import type { Band, Named, Scalar } from './written.js'

/** How money bears interest. 计息方式 */
export interface Bearing {
  /** A year's rate. */
  readonly rate: Scalar
  /** ACT/365, ACT/360 or 30E/360. */
  readonly days: string
}

/** Capital and a return on what is left of it, before anything flows on. 优先回报 */
export interface Preferred extends Named, Bearing {
  readonly to: string
  readonly capital: Scalar
  /** The day from which the capital bears its return. */
  readonly since: string
  /** annual: what is unpaid after each whole year bears a return too. Default simple. */
  readonly compounding?: 'simple' | 'annual'
  /** returnFirst, capitalFirst, or returnOnly: the capital stays. Default returnFirst. */
  readonly order?: 'returnFirst' | 'capitalFirst' | 'returnOnly'
}

/** Of each cent a part, until it is the agreed part of the profit, then that part. 追补 */
export interface CatchUp extends Named {
  readonly to: string
  /** The profit that others took before: an amount, or the id of a `preferred` step. */
  readonly hurdle: Scalar
  /** The part of the whole profit, in the end. */
  readonly carry: Scalar
  /** The part of each cent until then; default 100%. */
  readonly rate?: Scalar
}

/** At least an amount a period, topped up at its close. 保底 */
export interface Guarantee extends Named {
  readonly from: string
  readonly to: string
  readonly amount: Scalar
  readonly every?: Period
}

/** A part held back a period, released in equal parts at the next closes. 退货准备、质保金 */
export interface Reserve extends Named {
  readonly rate: Scalar
  /** Number of closes over which it is released. */
  readonly over: Scalar
  /** The pool that holds it. */
  readonly in: string
  readonly every?: Period
}

/** Revenue up to a permitted amount; what exceeds it is first money of the next period.
 * 准许收入 */
export interface Permitted extends Named {
  readonly on: 'period'
  readonly every?: Period
  readonly amount: Scalar | readonly { readonly from: string; readonly amount: Scalar }[]
  /** The pool that holds what exceeds it. */
  readonly excess: string
}

/** A rate by a metric that is told (users, rank), on the money from then on. 棘轮、递增 */
export interface Ratchet extends Named {
  readonly to: string
  /** The metric that `accrue` events tell. */
  readonly of: string
  readonly tiers: readonly Band[]
  /** up or down: the rate moves one way only. Default both. */
  readonly moves?: 'up' | 'down' | 'both'
}

/** Interest on what `accrue` events say is outstanding. 逾期利息 */
export interface Interest extends Named, Bearing {
  readonly from: string
  readonly to: string
}

/** What was carried above the agreed part of the whole profit goes back at the close. 回拨 */
export interface Clawback extends Named {
  readonly from: string
  readonly to: string
  readonly capital: Scalar
  readonly carry: Scalar
  /** Closes from this day on settle it. */
  readonly since: string
}

/** Money paid outside of the flow by `transfer` events: milestones, claims. 约定付款 */
export interface AgreedPayment extends Named {
  readonly from: string
  readonly to: string
  /** At most this much in all. */
  readonly amount?: Scalar
}

export type TimedStep =
  | { readonly preferred: Preferred }
  | { readonly catchUp: CatchUp }
  | { readonly guarantee: Guarantee }
  | { readonly reserve: Reserve }
  | { readonly permitted: Permitted }
  | { readonly ratchet: Ratchet }
  | { readonly interest: Interest }
  | { readonly clawback: Clawback }
