/** A fold: a clause that needs time, a register or a payer.
 *
 *  Its state s is some whole numbers, kept among the counters. Money x at a place moves it:
 *    parts = P(s, x),  Σ parts = x
 *  and cutting at one instant changes nothing: P(s, x + y) = P(s, x) + P(s after x, y). It may
 *  hear of a period that opens or closes, or of something that accrues; then its parts sum to 0:
 *  whoever receives is paid by one of its outs. A fold that takes nothing sees the money pass. */
import type { CivilDate, Period } from '../core/date.js'
import type { Explained } from '../core/explained.js'
import type { Ratio } from '../core/ratio.js'

/** The numbers of a fold and what it may look at besides. A number never set is 0. */
export interface Numbers {
  readonly own: (name: string) => bigint
  /** A number of another fold, by its key. */
  readonly of: (key: string, name: string) => bigint
  /** What a party that the agreement keeps count of holds, minor units. */
  readonly held: (party: string) => bigint
}

/** What a fold does: minor units for each out, and the numbers that change. */
export interface Moved {
  readonly parts: readonly bigint[]
  readonly set: Readonly<Record<string, bigint>>
}

/** What folds hear of. */
export interface Told {
  readonly kind: 'open' | 'close' | 'accrue'
  readonly at: CivilDate
  /** The name of the period that opens or closes. */
  readonly period?: string
  readonly every?: Period
  /** Of an `accrue`: the clause or the metric. */
  readonly of?: string
  readonly amount?: bigint
  readonly value?: Ratio
  readonly units?: readonly (readonly [name: string, units: bigint])[]
}

/** Money that reaches a fold, or what it hears. */
export type Arrival = { readonly amount: bigint; readonly date: CivilDate } | Told

/** Why an out got its part: a formula over figures. The figure `amount` is what arrived. */
export type Reason = Pick<Explained, 'formula' | 'inputs' | 'source'>

export interface Fold {
  readonly arrive: (numbers: Numbers, arrival: Arrival) => Moved
  /** Of what it may be told by `accrue`, which field says it, and which names may stand there. */
  readonly accrues?: {
    readonly name: string
    readonly field: 'amount' | 'value' | 'units'
    readonly names?: readonly string[]
  }
  /** Its number `paid` is a return, which a catch-up may look at. */
  readonly returns?: true
  /** What flows on from it may fall at a close, so no fold stands below it. */
  readonly falls?: true
  readonly reason: (numbers: Numbers, arrival: Arrival, tell: Tell) => (out: number) => Reason
}

/** How figures are written. */
export interface Tell {
  readonly places: number
  readonly money: (minor: bigint) => string
  /** A ratio of minor units in major units. */
  readonly exact: (minor: Ratio) => string
}

/** Nothing moves. */
export const still = (outs: number): Moved => ({
  parts: Array.from({ length: outs }, () => 0n),
  set: {},
})

/** Whether an arrival is money. */
export const isMoney = (
  arrival: Arrival,
): arrival is { readonly amount: bigint; readonly date: CivilDate } => !('kind' in arrival)

/** A ratio among the numbers: two whole numbers, or 0. */
export const ratioIn = ({ own }: Numbers, name: string): Ratio => {
  const den = own(`${name}.den`)
  return den === 0n ? { num: 0n, den: 1n } : { num: own(`${name}.num`), den }
}

/** The two numbers of a ratio. */
export const ratioSet = (name: string, { num, den }: Ratio): Moved['set'] => ({
  [`${name}.num`]: num,
  [`${name}.den`]: den,
})
