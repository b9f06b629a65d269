/** The program: what an agreement compiles to, and all that interpreters know of it.
 *
 *  Ops over slots, in the order in which money passes. A slot belongs to a sale, a period or the
 *  life; only `gather` widens, and there a counter is kept. `fold` stands for what is no function
 *  of net sales; a program without one is four ops. No clause has a name here. */
import type { Currency } from '../core/currency.js'
import type { CivilDate, Period } from '../core/date.js'
import type { Ratio } from '../core/ratio.js'
import type { Party } from '../chain/party.js'
import type { ApportionMethod } from '../split/apportion.js'
import type { LineKind } from './clause.js'
import type { Fold } from './fold.js'
import type { FeeTerms, Row } from './table.js'

/** What a slot sums over; each nests in the next. */
export type Scope = 'event' | Period | 'life'

/** All scopes, from the narrowest to the widest. */
export const scopes: readonly Scope[] = ['event', 'month', 'quarter', 'year', 'life']

export type Op = Take | Route | Gather | Apportion | FoldOp

/** first = ⌊(p·c + q)/d⌋ by the row of c; rest = c − first. */
export interface Take {
  readonly op: 'take'
  readonly from: number
  readonly first: number
  readonly rest: number
  readonly rows: readonly Row[]
  /** Of a clause with a table or an amount: its path, and the terms that its rows say. */
  readonly clause?: { readonly key: string; readonly terms: FeeTerms }
  /** Goes on from the version before: shifted by what was frozen under the clause's key, always
   * or in the one period that the amendment cuts. */
  readonly carried?: { readonly only?: string }
}

/** All to one of two slots, by the attributes of the sale. */
export interface Route {
  readonly op: 'route'
  readonly from: number
  readonly first: number
  readonly rest: number
  readonly tests: readonly Test[]
}

/** The sum of slots; with a key, also over the sales or periods of the wider scope. */
export interface Gather {
  readonly op: 'gather'
  readonly from: readonly number[]
  readonly to: number
  readonly scope: Scope
  readonly key?: string
}

/** Webster, D'Hondt or largest remainder. */
export interface Apportion {
  readonly op: 'apportion'
  readonly from: number
  readonly to: readonly number[]
  readonly method: ApportionMethod
  readonly weights: readonly bigint[]
}

/** A clause with a state: it hands the money that arrives to its outs, and pays between them when
 * it hears of something. Its outs hold differences, so a keyed gather stands behind each. */
export interface FoldOp {
  readonly op: 'fold'
  /** Absent: no money comes here. */
  readonly from?: number
  readonly to: readonly number[]
  readonly fold: Fold
  /** Its numbers are counters under this key. */
  readonly key: string
}

/** One condition on an attribute; `amount` is the sale as sold, in major units, `at` its date. */
export type Test =
  | { readonly attribute: 'at'; readonly until: CivilDate }
  | { readonly attribute: 'at'; readonly after: CivilDate }
  | { readonly attribute: string; readonly oneOf: readonly string[] }
  | { readonly attribute: string; readonly upTo: Ratio }
  | { readonly attribute: string; readonly above: Ratio }

/** A slot whose money belongs to a party or a pool. */
export interface Leaf {
  readonly slot: number
  readonly party: string
  readonly path: string
  readonly kind: LineKind
  /** Who bears what a refund would take back here: the party keeps it. */
  readonly kept?: string
}

/** Money enters at slot 0 and ends in the leaves. */
export interface Flow {
  readonly ops: readonly Op[]
  /** What each slot sums over. */
  readonly slots: readonly Scope[]
  readonly leaves: readonly Leaf[]
}

/** An advance: who pays, how much in all, and how it reaches its payees. */
export interface AdvanceTerms {
  readonly from: string
  /** A payment is agreed but not taken back. */
  readonly kind: 'advance' | 'payment'
  readonly amount: bigint
  readonly flow: Flow
  readonly path: string
  /** The counter of what has been paid; a carried advance goes on with the version before. */
  readonly paid: string
}

/** What a clause hands on from the version before: its key there and here. */
export interface Carry {
  readonly from: string
  readonly to: string
  /** Of a clause that counts by period: the period that the amendment cuts. */
  readonly only?: string
}

/** The terms from one date on. The first has no date. */
export interface Version {
  readonly from?: CivilDate
  readonly flow: Flow
  readonly advances: ReadonlyMap<string, AdvanceTerms>
  /** Clauses of the version before that this one continues. */
  readonly carries: readonly Carry[]
}

export interface RegisterEntry {
  readonly from?: CivilDate
  readonly units: readonly (readonly [party: string, units: bigint])[]
  /** What the units as written were multiplied by to be whole; absent for 1. */
  readonly scale?: bigint
}

export interface Program {
  readonly agreement: string
  readonly currency: Currency
  readonly refunds: 'net' | 'original'
  readonly period: Period
  readonly zone: string
  readonly versions: readonly [Version, ...Version[]]
  readonly pools: ReadonlyMap<string, readonly RegisterEntry[]>
  /** Absent: every name is a party. */
  readonly parties?: Readonly<Record<string, Party>>
  /** The attributes that tests name, `amount` left out. */
  readonly attributes: readonly string[]
  /** A sale that passes these tests must be free. */
  readonly free?: readonly Test[]
  /** The highest values of attributes. */
  readonly ceilings: ReadonlyMap<string, Ratio>
  /** With a fold: events come in order of date, and the state keeps their log. */
  readonly timed: boolean
  /** Parties and pools whose holdings are counted, since something depends on them. */
  readonly counted: ReadonlySet<string>
}
