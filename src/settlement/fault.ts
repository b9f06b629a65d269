/** What can be wrong with events, and what a statement notes. Paths begin with the number of the
 *  event in its batch, from 0. */
import type { CivilDate } from '../core/date.js'
import type { At, ScalarFault } from '../agreement/fault.js'

export type EventFault =
  | ScalarFault
  | At<
      | { readonly _tag: 'UnknownKind'; readonly kind: string }
      | { readonly _tag: 'FieldMissing'; readonly field: string; readonly kind: string }
      | { readonly _tag: 'FieldNotWanted'; readonly field: string; readonly kind: string }
      | { readonly _tag: 'OtherCurrency'; readonly currency: string; readonly wanted: string }
      | { readonly _tag: 'SameIdOtherContent'; readonly id: string }
      | { readonly _tag: 'BeforeRefundsUntil'; readonly at: CivilDate; readonly until: CivilDate }
      | { readonly _tag: 'UnknownSale'; readonly sale: string }
      | { readonly _tag: 'RefundBeforeSale'; readonly at: CivilDate; readonly sale: CivilDate }
      | { readonly _tag: 'RefundAboveSale'; readonly amount: string; readonly left: string }
      | { readonly _tag: 'UnknownPool'; readonly pool: string; readonly known: readonly string[] }
      | { readonly _tag: 'NoRegister'; readonly pool: string; readonly at: CivilDate }
      | { readonly _tag: 'PoolInDebit'; readonly pool: string; readonly held: string }
      | { readonly _tag: 'AbovePool'; readonly amount: string; readonly held: string }
      | { readonly _tag: 'UnknownHolder'; readonly name: string; readonly known: readonly string[] }
      | {
          readonly _tag: 'UnknownAdvance'
          readonly advance: string
          readonly known: readonly string[]
        }
      | { readonly _tag: 'AboveAdvance'; readonly amount: string; readonly left: string }
      | { readonly _tag: 'DatesOutOfOrder'; readonly at: CivilDate; readonly last: CivilDate }
      | {
          readonly _tag: 'AboveCeiling'
          readonly attribute: string
          readonly value: string
          readonly ceiling: string
        }
      | { readonly _tag: 'NotFree'; readonly amount: string }
      | { readonly _tag: 'NeedsLog'; readonly kind: string }
      | { readonly _tag: 'NotAPeriod'; readonly text: string }
      | { readonly _tag: 'OpenedTooSoon'; readonly period: string; readonly first: CivilDate }
      | { readonly _tag: 'CloseBeforeEnd'; readonly period: string; readonly next: CivilDate }
      | { readonly _tag: 'ClosedBefore'; readonly period: string }
      | {
          readonly _tag: 'NothingAccrues'
          readonly name: string
          readonly known: readonly string[]
        }
      | {
          readonly _tag: 'UnknownAmendment'
          readonly from: string
          readonly known: readonly string[]
        }
      | { readonly _tag: 'HeldAlready'; readonly party: string }
      | { readonly _tag: 'NothingHeld'; readonly party: string }
      | {
          readonly _tag: 'AboveHeld'
          readonly party: string
          readonly amount: string
          readonly held: string
        }
      | { readonly _tag: 'SucceededAlready'; readonly party: string }
      | { readonly _tag: 'WithheldAbovePaid'; readonly withheld: string; readonly amount: string }
    >

/** The state belongs to another agreement or currency. */
export interface OtherState {
  readonly _tag: 'OtherState'
  readonly agreement: string
  readonly state: string
}

export type SettlementFault = EventFault | OtherState

/** Worth a look in a statement, but not wrong. */
export type SettlementNote =
  | { readonly _tag: 'AttributeNotSeen'; readonly attribute: string }
  | {
      readonly _tag: 'RecoupedBeforePaid'
      readonly advance: string
      readonly recouped: string
      readonly paid: string
    }
  | { readonly _tag: 'InDebit'; readonly name: string; readonly amount: string }
