/** The model of a valuation file: what a report has to disclose, and what its figures come from.
 *  Numbers are text, or whole numbers as JSON has them; `$name` is the parameter of that name. */
import type { Bilingual, Rounding } from '../core/index.js'

/** Text in one language or both. */
export type Said = string | Bilingual

/** Digits, or `$name`. */
export type Written = string | number

export interface ValuationFile {
  readonly valuation: string
  readonly title?: Said
  readonly purpose?: Said
  /** Basis of value. 价值类型 */
  readonly basis?: Said
  /** 评估基准日 */
  readonly date: string
  readonly object?: Said
  readonly rights?: Said
  readonly scenario?: Said
  readonly currency: string
  /** The unit of money in the file: `CNY`, `10,000 CNY`. */
  readonly unit?: Said
  readonly validity?: Said
  readonly assumptions?: readonly Said[]
  readonly limits?: readonly Said[]
  /** Decimals of the conclusion; 2 unless given. */
  readonly places?: Written
  readonly parameters?: Readonly<Record<string, Parameter>>
  /** Record of `quality.score`. */
  readonly quality?: Readonly<Record<string, unknown>>
  readonly methods: Readonly<Record<string, MethodUse>>
  /** Methods left out, and why. */
  readonly excluded?: Readonly<Record<string, Said>>
  readonly reconcile: Readonly<Record<string, { readonly weight: Written; readonly reason: Said }>>
  readonly sensitivity?: SensitivityWanted
  readonly replay?: Readonly<Record<string, { readonly places: Written; readonly mode?: Rounding }>>
}

/** Exactly one of the ways in which a parameter may be given. */
export interface Parameter {
  readonly source: Said
  readonly title?: Said
  readonly value?: Written
  readonly values?: readonly Written[]
  /** Over the names of parameters above it. */
  readonly formula?: string
  readonly growing?: {
    readonly first: Written
    readonly growth: Written
    readonly periods: Written
  }
  readonly by?: OneMethod
  /** What survives at some times: `{curve: {attrition: 10%}, times: [0.5, 1.5]}`. */
  readonly survival?: Readonly<Record<string, unknown>>
  /** Weights by comparisons of pairs: `{by, randomIndex, matrix}`. */
  readonly ahp?: Readonly<Record<string, unknown>>
  /** Weights of the columns of a table: `{rows}`. */
  readonly entropy?: Readonly<Record<string, unknown>>
  /** Closeness of each row to the best: `{weights, directions, rows}`. */
  readonly topsis?: Readonly<Record<string, unknown>>
}

/** The record of one method by its id. */
export type OneMethod = Readonly<Record<string, unknown>>

export interface MethodUse {
  readonly by: OneMethod
  readonly reason: Said
  readonly discount?: DiscountWritten
}

/** Dated flows are discounted from the valuation's date. */
export interface DiscountWritten {
  readonly rate: Written
  readonly timing: 'end' | 'mid' | 'dated'
  readonly stub?: Written
  readonly dates?: readonly string[]
}

export interface SensitivityWanted {
  readonly tornado?: readonly {
    readonly figure: string
    readonly low: Written
    readonly high: Written
  }[]
  /** Where the value is the target. */
  readonly breakEven?: readonly {
    readonly figure: string
    readonly low: Written
    readonly high: Written
    readonly target: Written
  }[]
  readonly twoWay?: { readonly down: AxisWritten; readonly across: AxisWritten }
  readonly monteCarlo?: MonteCarloWritten
}

export interface AxisWritten {
  readonly figure: string
  readonly values: readonly Written[]
}

export interface MonteCarloWritten {
  readonly seed: Written
  readonly draws: Written
  readonly quantiles: readonly Written[]
  readonly figures: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}
