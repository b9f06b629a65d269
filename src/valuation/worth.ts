/** A value with its reasons: what every method of the room returns. */
import { left, map, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import {
  divBy,
  treeOf,
  formatScaled,
  type Explained,
  type Figure,
  type Rounding,
} from '../core/index.js'
import type { ValuationFault, ValuationWarning } from './fault.js'
import { exactOf } from './given.js'
import { withTitles } from './titles.js'

/** 估值结果及其计算过程 */
export interface Worth {
  /** The tree of figures down to what was given, to 50 digits. */
  readonly explained: Explained
  /** The same as a figure, to be an input of another method. */
  readonly figure: Figure
  readonly warnings: readonly ValuationWarning[]
}

export interface Built {
  readonly figure: Figure
  readonly warnings?: readonly ValuationWarning[]
}

/** Builds a worth, unless a check of the inputs has failed.
 * @returns Left the fault, or NoValue where a formula of the tree has no value */
export const worth = (
  fault: ValuationFault | undefined,
  build: () => Built,
): Either<ValuationFault, Worth> => {
  if (fault !== undefined) return left(fault)
  const { figure, warnings = [] } = build()
  return pipe(
    treeOf('value')(figure),
    map((tree) => ({ explained: withTitles(tree), figure, warnings })),
  )
}

/** The value rounded once, at the end.
 * @param places decimals to keep, 0 or more
 * @param rounding `halfUp` (四舍五入) unless another is named
 * @example
 * import { orThrow } from 'data-dividend'
 * import { roundedWorth, expected } from 'data-dividend/valuation'
 * const worth = orThrow(expected([{ p: '1/3', value: '100' }, { p: '2/3', value: '50' }]))
 * roundedWorth(2)(worth) // => '66.67' */
export const roundedWorth =
  (places: number, rounding: Rounding = 'halfUp') =>
  ({ figure }: Pick<Worth, 'figure'>): string => {
    const { num, den } = exactOf(figure)
    return formatScaled(divBy(rounding)(num * 10n ** BigInt(places), den), places)
  }
