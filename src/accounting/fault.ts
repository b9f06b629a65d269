/** What can be wrong with a register or its books, and what is worth a warning.
 *
 *  Paths begin at the register's own keys: `events[3].items[0].amount`. */
import type { CivilDate } from '../core/date.js'
import type { UnknownCurrency } from '../core/currency.js'
import type { At, ScalarFault } from '../agreement/fault.js'
import type { EventFault } from '../settlement/fault.js'

/** The chart has no account for a role. */
export interface NoAccount {
  readonly _tag: 'NoAccount'
  readonly role: string
}

/** Debits and credits differ. */
export interface Unbalanced {
  readonly _tag: 'Unbalanced'
  readonly debit: string
  readonly credit: string
}

/** Level charges that would make the last one negative. */
export interface LevelNegative {
  readonly _tag: 'LevelNegative'
  readonly last: string
}

/** A method by years on a life that is not of whole years. */
export interface LifeNotWholeYears {
  readonly _tag: 'LifeNotWholeYears'
  readonly months: number
}

export type AccountingFault =
  | ScalarFault
  | Extract<
      EventFault,
      { readonly _tag: 'UnknownKind' | 'FieldMissing' | 'FieldNotWanted' | 'SameIdOtherContent' }
    >
  | At<
      | UnknownCurrency
      | NoAccount
      | Unbalanced
      | LevelNegative
      | LifeNotWholeYears
      | { readonly _tag: 'AssetNotRegistered'; readonly asset: string }
      | { readonly _tag: 'AssetTwice'; readonly asset: string }
      | { readonly _tag: 'WrongClass'; readonly asset: string; readonly class: string }
      | { readonly _tag: 'NotReady'; readonly asset: string }
      | { readonly _tag: 'ReadyAlready'; readonly asset: string }
      | { readonly _tag: 'AlreadyGone'; readonly asset: string; readonly since: CivilDate }
      | { readonly _tag: 'HeldForSale'; readonly asset: string; readonly since: CivilDate }
      | { readonly _tag: 'NotHeldForSale'; readonly asset: string }
      | { readonly _tag: 'PartTooLarge'; readonly asked: string; readonly left: string }
      | { readonly _tag: 'AppraisalAsCost' }
      | { readonly _tag: 'BeforeConditions'; readonly asset: string }
      | { readonly _tag: 'ConditionsMissing'; readonly missing: readonly string[] }
      | {
          readonly _tag: 'OutsideYear'
          readonly at: CivilDate
          readonly from: string
          readonly to: string
        }
      | { readonly _tag: 'MonthClosed'; readonly at: CivilDate; readonly month: string }
      | { readonly _tag: 'NotOneOf'; readonly text: string; readonly known: readonly string[] }
      | { readonly _tag: 'NotAMonth'; readonly text: string }
      | { readonly _tag: 'NotAMonthCount'; readonly text: string }
      | { readonly _tag: 'NoRecoverable' }
      | { readonly _tag: 'AmortisedTooMuch'; readonly carrying: string }
    >

/** Worth a look, but not wrong. */
export type AccountingNote =
  | {
      readonly _tag: 'LifeBeyondRight'
      readonly asset: string
      readonly months: number
      readonly cut: number
    }
  | { readonly _tag: 'UnitsBeyondTotal'; readonly asset: string; readonly left: string }
  | { readonly _tag: 'LossNotAllocated'; readonly event: string; readonly amount: string }
  | { readonly _tag: 'RefundOfClosedYear'; readonly event: string; readonly year: string }
