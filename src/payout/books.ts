/** What a payout is worked out from. */
import { accountHolder, holdAccount } from '../settlement/place.js'
import type { Payment } from '../settlement/state.js'

/** What was earned and paid; a settlement's state is one. 账面 */
export interface Books {
  readonly agreement: string
  readonly currency: string
  /** What each party has earned, less what it gave back; under `hold:NAME`, what of it is disputed
   * and not paid until released. Minor units. */
  readonly totals: ReadonlyMap<string, bigint>
  readonly payments?: ReadonlyMap<string, Payment>
  /** Payments of the same payer under other agreements: they count for tax only. */
  readonly elsewhere?: ReadonlyMap<string, Payment>
}

/** Books without payments. */
export const noPayments: ReadonlyMap<string, Payment> = new Map()

/** What a party has earned, what is held included, and what is held; a hold below zero, after a
 * refund, holds nothing and is a debit. Minor units. */
export const earnedBy =
  (totals: Books['totals']) =>
  (party: string): { readonly earned: bigint; readonly held: bigint } => {
    const account = totals.get(holdAccount(party)) ?? 0n
    return { earned: (totals.get(party) ?? 0n) + account, held: account > 0n ? account : 0n }
  }

/** The parties that totals speak of, those included for whom all is held. */
export const partiesIn = (totals: Books['totals']): readonly string[] =>
  [...totals.keys()].map(accountHolder)
