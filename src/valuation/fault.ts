/** What can be wrong with the inputs of a valuation, and what is worth a warning.
 *
 *  A fault is the Left of a method and names the place in its input record. A warning rides on
 *  the value: the figure stands, but a reader should look at it. */
import type { NoValue, NotADate, NotARatio, Path, RedoFault } from '../core/index.js'

export type ValuationFault =
  | (NotARatio & { readonly path: Path })
  | (NotADate & { readonly path: Path })
  | { readonly _tag: 'UnknownParameter'; readonly name: string; readonly path: Path }
  | { readonly _tag: 'ParameterNotOne'; readonly given: readonly string[]; readonly path: Path }
  | { readonly _tag: 'UnknownMethod'; readonly method: string; readonly path: Path }
  | { readonly _tag: 'DiscountMissing'; readonly method: string; readonly path: Path }
  | { readonly _tag: 'NoFlows'; readonly path: Path }
  | {
      readonly _tag: 'Lengths'
      readonly expected: number
      readonly actual: number
      readonly path: Path
    }
  | { readonly _tag: 'RateTooLow'; readonly rate: string; readonly path: Path }
  | {
      readonly _tag: 'GrowthNotBelowRate'
      readonly growth: string
      readonly rate: string
      readonly path: Path
    }
  | { readonly _tag: 'NotWhole'; readonly given: string; readonly path: Path }
  | { readonly _tag: 'ShareOutOfRange'; readonly given: string; readonly path: Path }
  | { readonly _tag: 'WeightsNotOne'; readonly sum: string; readonly path: Path }
  | { readonly _tag: 'FactorNotPositive'; readonly given: string; readonly path: Path }
  | { readonly _tag: 'NoComparable'; readonly path: Path }
  | { readonly _tag: 'ZeroDenominator'; readonly path: Path }
  | { readonly _tag: 'NegativeCost'; readonly given: string; readonly path: Path }
  | {
      readonly _tag: 'ProbabilityOutOfTree'
      readonly p: string
      readonly steps: string
      readonly path: Path
    }
  | {
      readonly _tag: 'TooManySteps'
      readonly steps: string
      readonly most: number
      readonly path: Path
    }
  | { readonly _tag: 'VolatilityNegative'; readonly given: string; readonly path: Path }
  | { readonly _tag: 'NotReciprocal'; readonly i: number; readonly j: number; readonly path: Path }
  | { readonly _tag: 'NoRandomIndex'; readonly n: number; readonly path: Path }
  | { readonly _tag: 'AllConstant'; readonly path: Path }
  | {
      readonly _tag: 'DateBeforeValuation'
      readonly date: string
      readonly from: string
      readonly path: Path
    }
  | { readonly _tag: 'IrrNone'; readonly path: Path }
  | { readonly _tag: 'IrrMany'; readonly roots: readonly string[]; readonly path: Path }
  | { readonly _tag: 'NoSuchFigure'; readonly pattern: string; readonly path: Path }
  | {
      readonly _tag: 'NoSignChange'
      readonly low: string
      readonly high: string
      readonly path: Path
    }
  | NoValue
  | RedoFault

export type ValuationWarning =
  | { readonly _tag: 'NegativeFlow'; readonly value: string; readonly path: Path }
  | {
      readonly _tag: 'FactorOutOfBand'
      readonly given: string
      readonly low: string
      readonly high: string
      readonly path: Path
    }
  | { readonly _tag: 'Inconsistent'; readonly ratio: string; readonly path: Path }
  | { readonly _tag: 'OneColumnRules'; readonly weight: string; readonly path: Path }
  | {
      readonly _tag: 'RatesApart'
      readonly wara: string
      readonly against: string
      readonly path: Path
    }

/** The first fault among checks made in order. */
export const firstFault = (
  ...checks: readonly (ValuationFault | undefined)[]
): ValuationFault | undefined => checks.find((check) => check !== undefined)
