/** Rules of payout as they are written: who is paid into which account, from which amount on,
 *  under which taxes, in which currency. The same record in YAML, JSON and TypeScript. */
import type { Bilingual } from '../core/error.js'
import type { PartyKind } from '../chain/party.js'
import type { Register, Scalar } from '../agreement/clause.js'

/** A file of rules. 付款规则 */
export interface PayoutRules {
  readonly rules: string
  readonly currency: string
  /** Who pays, and so who withholds. 扣缴义务人 */
  readonly payer: string
  /** Balances below are carried; default 0. 起付金额 */
  readonly threshold?: Scalar
  /** Only whole multiples are paid, the rest is carried; default one minor unit. */
  readonly unit?: Scalar
  readonly payees: Readonly<Record<string, PayeeRule>>
  /** Of members of a pooled payee, where they differ from it. */
  readonly persons?: Readonly<Record<string, PersonRule>>
  readonly rates?: readonly RateRule[]
  /** Regimes of tax beside those of the library. */
  readonly regimes?: readonly RegimeRule[]
}

/** How one party of the agreement is paid. */
export interface PayeeRule {
  readonly kind: PartyKind
  readonly account: Scalar
  readonly name?: string | Bilingual
  /** Who holds the account for the members. 受托人 */
  readonly trustee?: string
  /** The members of a pooled payee and their weights, always or from a date on. */
  readonly of?: Register
  readonly threshold?: Scalar
  readonly unit?: Scalar
  /** Paid in another currency than the agreement's. */
  readonly currency?: string
  /** The id of a regime. */
  readonly vat?: string
  /** Required of individuals, since no rule settles which item a data payout is. */
  readonly withhold?: WithholdRule | 'none'
}

export interface PersonRule {
  readonly withhold: WithholdRule | 'none'
}

/** Tax that the payer withholds. 代扣代缴 */
export interface WithholdRule {
  readonly regime: string
  readonly item: string
  /** One item reads as one project or licensed right; default one a payer. */
  readonly project?: string
  /** The rate of a tax treaty, in place of the tables. */
  readonly treaty?: Scalar
  /** First day of income in a row, for a regime that deducts by months. */
  readonly since?: string
  /** Exempt income and other deductions of the year so far. */
  readonly allowances?: Scalar
}

/** 1 `base` is `rate` `quote`. 汇率 */
export interface RateRule {
  readonly base: string
  readonly quote: string
  readonly rate: Scalar
  readonly from: string
  /** The first day on which it no longer stands. */
  readonly to?: string
  /** When the contract takes the rate: sale, close, payout. */
  readonly time: string
  readonly source: string
}

/** A regime of tax as written; amounts in major units. */
export interface RegimeRule {
  readonly id: string
  readonly name?: string | Bilingual
  readonly source: string
  readonly article?: string
  readonly from: string
  readonly to?: string
  readonly currency: string
  readonly vatRate?: Scalar
  readonly span?: 'month' | 'year'
  readonly items?: Readonly<Record<string, ItemRule>>
}

export interface ItemRule {
  readonly deduction?: {
    readonly flat?: { readonly amount: Scalar; readonly upTo: Scalar }
    readonly rate: Scalar
  }
  readonly part?: Scalar
  readonly monthly?: Scalar
  readonly bands: readonly {
    readonly upTo?: Scalar
    readonly rate: Scalar
    readonly quick?: Scalar
  }[]
}
