/** Payments made, and what a payout is worked out from. */
import type { CivilDate } from '../core/date.js'

/** A payment made earlier, under its id. Minor units of the agreement's currency. 付款记录 */
export interface Payment {
  readonly at: CivilDate
  readonly party: string
  /** Before tax withheld. */
  readonly gross: bigint
  readonly withheld: bigint
  /** Who paid; default the payer of the rules. */
  readonly payer?: string
  readonly item?: string
  readonly project?: string
}

/** What a payout is worked out from; a settlement's state is one. 账面 */
export interface Books {
  readonly agreement: string
  readonly currency: string
  /** What each party has earned, less what it gave back. Minor units. */
  readonly totals: ReadonlyMap<string, bigint>
  readonly payments?: ReadonlyMap<string, Payment>
  /** What is disputed and not paid until released, by party. Minor units. */
  readonly holds?: ReadonlyMap<string, bigint>
  /** Payments of the same payer under other agreements: they count for tax only. */
  readonly elsewhere?: ReadonlyMap<string, Payment>
}

/** Books without payments, and without holds. */
export const noPayments: ReadonlyMap<string, Payment> = new Map()
export const nothingHeld: ReadonlyMap<string, bigint> = new Map()
