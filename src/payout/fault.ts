/** What can be wrong with rules of payout, and what a payout notes. */
import type { CivilDate } from '../core/date.js'
import type { UnknownCurrency } from '../core/currency.js'
import type { At, ScalarFault } from '../agreement/fault.js'
import type { SettlementNote } from '../settlement/fault.js'

export type PayoutFault =
  | ScalarFault
  | At<
      | UnknownCurrency
      | { readonly _tag: 'DatesNotRising'; readonly from: CivilDate; readonly before: CivilDate }
      | {
          readonly _tag: 'UnknownRegime'
          readonly regime: string
          readonly known: readonly string[]
        }
      | {
          readonly _tag: 'UnknownItem'
          readonly item: string
          readonly regime: string
          readonly known: readonly string[]
        }
      | {
          readonly _tag: 'RegimeCurrency'
          readonly regime: string
          readonly currency: string
          readonly wanted: string
        }
      | { readonly _tag: 'ItemMissing'; readonly party: string }
      | { readonly _tag: 'SinceMissing'; readonly regime: string }
      | { readonly _tag: 'RateMissing'; readonly base: string; readonly quote: string }
      | { readonly _tag: 'NotAboveZero'; readonly text: string }
    >
  | NotInForce
  | { readonly _tag: 'RulesCurrency'; readonly currency: string; readonly wanted: string }
  | { readonly _tag: 'NoMembers'; readonly party: string; readonly at: CivilDate }
  | { readonly _tag: 'Backdated'; readonly at: CivilDate; readonly last: CivilDate }

/** A rule or a rate asked about a date at which it does not stand. */
export interface NotInForce {
  readonly _tag: 'NotInForce'
  readonly rule: string
  readonly at: CivilDate
  readonly periods: readonly string[]
}

/** Worth a look in a payout, but not wrong. */
export type PayoutNote =
  | Extract<SettlementNote, { readonly _tag: 'InDebit' }>
  | { readonly _tag: 'NotAPayee'; readonly party: string; readonly amount: string }
  | { readonly _tag: 'PaidAlready'; readonly party: string; readonly id: string }
  | {
      readonly _tag: 'WithheldInExcess'
      readonly person: string
      readonly regime: string
      readonly amount: string
    }
  | TaxOnDebit

/** Money was paid, taxed and afterwards refunded: the tax of its month, were it done again. */
export interface TaxOnDebit {
  readonly _tag: 'TaxOnDebit'
  readonly party: string
  readonly month: string
  readonly income: string
  readonly tax: string
}
