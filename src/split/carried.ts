/** Carried remainders: for weights that change from one split to the next.
 *
 *  Each party's debt (owed less paid) is kept in 10⁻¹² minor units, summing to 0. A new amount
 *  x is owed by the monotone split of x·10¹²; then each of its x units goes to the party owed
 *  most, ties in order. Drift after 2,000 changes of weights is half a unit, where splits that
 *  start afresh drift by 60. The result depends on the order of sales, so refunds reverse the
 *  sale's own lines. Source: docs/method/share.md */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { divFloor } from '../core/divide.js'
import { share, type SplitFault } from './share.js'

export type CarriedFault =
  SplitFault | { readonly _tag: 'PartiesDiffer'; readonly debts: number; readonly weights: number }

export interface CarriedSplit {
  /** Whole units paid now. */
  readonly parts: readonly bigint[]
  /** Owed less paid in 10⁻¹² units, to be handed to the next split. */
  readonly debts: readonly bigint[]
}

/** Splits an amount by today's weights on top of the debts of earlier splits.
 * @param debts 10⁻¹² minor units, one a party, summing to 0; all 0 to begin
 * @param weights whole numbers, zero or more
 * @param total minor units, zero or more
 * @returns Left PartiesDiffer when there is not one debt a weight; Left NegativeWeight,
 *   WeightsSumToZero or NegativeTotal
 * @example
 * import { shareCarried } from 'data-dividend'
 * shareCarried([0n, 0n])([1n, 1n])(1n)
 * // => right({ parts: [1n, 0n], debts: [-500000000000n, 500000000000n] }) */
export const shareCarried =
  (debts: readonly bigint[]) =>
  (weights: readonly bigint[]) =>
  (total: bigint): Either<CarriedFault, CarriedSplit> => {
    if (debts.length !== weights.length) {
      return left({ _tag: 'PartiesDiffer', debts: debts.length, weights: weights.length })
    }
    if (total < 0n) return left({ _tag: 'NegativeTotal', total })
    const added = share(weights)(total * unit)
    if (isLeft(added)) return added
    const owed = debts.map((debt, index) => debt + (added.right[index] ?? 0n))
    const parts = payMostOwed(owed, total)
    return right({ parts, debts: owed.map((debt, index) => debt - unit * (parts[index] ?? 0n)) })
  }

const unit = 10n ** 12n

/** Unit after unit to the highest of owed, owed − 1, owed − 2 …, found by the level that the last
 * unit reaches: a party owed at least the level has ⌊(owed − level) / unit⌋ + 1 units. */
const payMostOwed = (owed: readonly bigint[], total: bigint): readonly bigint[] => {
  const paidAt = (level: bigint) =>
    owed.map((debt) => (debt < level ? 0n : (debt - level) / unit + 1n))
  const sum = (parts: readonly bigint[]) => parts.reduce((a, b) => a + b, 0n)
  let high = owed.reduce((a, b) => (a > b ? a : b), 0n) + 1n
  let low = high - unit * (total + 1n)
  while (high - low > 1n) {
    const middle = divFloor(low + high, 2n)
    if (sum(paidAt(middle)) <= total) high = middle
    else low = middle
  }
  const parts = paidAt(high)
  let missing = total - sum(parts)
  return parts.map((part, index) => {
    const next = (owed[index] ?? 0n) - unit * part
    if (missing === 0n || next !== high - 1n) return part
    missing -= 1n
    return part + 1n
  })
}
