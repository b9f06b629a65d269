/** What can be wrong with an agreement. Every fault carries the path of what is wrong. */
import type { CivilDate, NotADate } from '../core/date.js'
import type { Path } from '../core/error.js'
import type { UnknownCurrency } from '../core/currency.js'
import type { AmountFault } from '../core/money.js'
import type { NotARatio } from '../core/ratio.js'
import type { UnknownZone } from '../core/zone.js'
import type { WeightFault } from '../split/share.js'
import type { Scope } from './program.js'

/** A fault with the path to its place in the document. */
export type At<F> = F & { readonly path: Path }

/** A fault of a scalar, wherever it stands. */
export type ScalarFault = At<
  | AmountFault
  | NotADate
  | NotARatio
  | WeightFault
  | { readonly _tag: 'NotANumber'; readonly value: string }
  | { readonly _tag: 'RateAboveOne'; readonly text: string }
  | { readonly _tag: 'NotAWeight'; readonly text: string }
  | { readonly _tag: 'NothingNamed' }
>

/** A fault of the document: the agreement cannot be settled. */
export type AgreementFault =
  | ScalarFault
  | At<
      | UnknownCurrency
      | UnknownZone
      | { readonly _tag: 'NotAName'; readonly name: string }
      | { readonly _tag: 'IdTwice'; readonly id: string; readonly first: Path }
      | {
          readonly _tag: 'NameOfTwoKinds'
          readonly name: string
          readonly kinds: readonly string[]
        }
      | { readonly _tag: 'UnknownParty'; readonly name: string; readonly known: readonly string[] }
      | { readonly _tag: 'TableWanted'; readonly given: readonly string[] }
      | { readonly _tag: 'BandsNotRising'; readonly upTo: string; readonly before: string }
      | { readonly _tag: 'BandOpen' }
      | { readonly _tag: 'LastBandClosed'; readonly upTo: string }
      | { readonly _tag: 'BreaksWithoutSlab' }
      | SlabBreaks
      | { readonly _tag: 'FloorAboveCap'; readonly floor: string; readonly cap: string }
      | { readonly _tag: 'ScopeNarrows'; readonly from: Scope; readonly to: Scope }
      | { readonly _tag: 'EveryWithoutPeriod'; readonly on: string }
      | { readonly _tag: 'NoEnd' }
      | { readonly _tag: 'StepAfterEnd' }
      | { readonly _tag: 'FlowCycle'; readonly names: readonly string[] }
      | { readonly _tag: 'FlowsTooLarge'; readonly limit: number }
      | { readonly _tag: 'FlowsTooMany'; readonly limit: number }
      | {
          readonly _tag: 'LinkWithoutParty'
          readonly link: string
          readonly parties: readonly string[]
        }
      | { readonly _tag: 'NotALink'; readonly name: string }
      | { readonly _tag: 'LargestNotOnEvent' }
      | { readonly _tag: 'RestNotNamed'; readonly rest: string }
      | { readonly _tag: 'RestWithMethod'; readonly by: string }
      | { readonly _tag: 'PayerNotAParty'; readonly name: string }
      | { readonly _tag: 'PayerIsPayee'; readonly name: string }
      | {
          readonly _tag: 'UnknownDayCount'
          readonly days: string
          readonly known: readonly string[]
        }
      | { readonly _tag: 'CatchUpTooSlow'; readonly rate: string; readonly carry: string }
      | { readonly _tag: 'HurdleUnknown'; readonly name: string; readonly known: readonly string[] }
      | { readonly _tag: 'CountWanted'; readonly text: string }
      | { readonly _tag: 'AdjustNeedsClose' }
      | { readonly _tag: 'FoldBelowAdjust'; readonly clause: string }
      | { readonly _tag: 'AdvanceNotShared'; readonly step: string }
      | { readonly _tag: 'AdvanceTwice'; readonly id: string }
      | { readonly _tag: 'NoCondition' }
      | { readonly _tag: 'CarriedUnknown'; readonly id: string }
      | {
          readonly _tag: 'AmendmentsNotRising'
          readonly from: CivilDate
          readonly before: CivilDate
        }
      | { readonly _tag: 'DatesNotRising'; readonly from: CivilDate; readonly before: CivilDate }
    >

/** A slab under `breaks: strict` that falls or jumps, with its first bad cent. */
export interface SlabBreaks {
  readonly _tag: 'SlabBreaks'
  /** The counter at which the break happens, and what is taken just before and at it. */
  readonly at: string
  readonly before: string
  readonly after: string
}

/** Worth a look before signing, but not wrong. */
export type AgreementNote = At<
  | { readonly _tag: 'ZeroWeight'; readonly name: string }
  | { readonly _tag: 'ZeroRate' }
  | { readonly _tag: 'FlowNotNamed'; readonly name: string }
  | { readonly _tag: 'NotReached' }
  | { readonly _tag: 'NothingCarried'; readonly id: string }
  | { readonly _tag: 'OrderCounts'; readonly kind: string }
  | { readonly _tag: 'MayPay'; readonly kind: string; readonly payer: string }
>

/** A finding of `check`: a fault or a note. 检查结果 */
export type Finding =
  | { readonly level: 'error'; readonly finding: AgreementFault }
  | { readonly level: 'note'; readonly finding: AgreementNote }
