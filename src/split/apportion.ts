/** Apportionment: other ways to cut whole units by weights.
 *
 *  Webster and D'Hondt give unit after unit to the highest quotient w/(a + ½) or w/(a + 1), so
 *  they are monotone; they stray further from the exact share than the monotone split (n/4 for
 *  Webster among many small parties). Largest remainder is nearest for one amount and not
 *  monotone. The rest to a named party: floors in written order, monotone.
 *  Ties: the larger weight, then the one declared first.
 *  Source: Balinski and Young, Fair Representation (2001); docs/method/share.md */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { reduceWeights, type SplitFault } from './share.js'

/** Methods that need all weights at once. 名额分配法 */
export type ApportionMethod = 'webster' | 'dhondt' | 'largest'

/** Splits a total by Webster (Sainte-Laguë), D'Hondt (Jefferson) or largest remainder (Hamilton).
 * @param weights whole numbers, zero or more; their order breaks ties
 * @param total minor units, zero or more
 * @returns Left NegativeWeight, WeightsSumToZero or NegativeTotal
 * @example
 * import { apportion } from 'data-dividend'
 * apportion('webster')([6n, 6n, 2n])(10n) // => right([5n, 4n, 1n])
 * apportion('largest')([6n, 6n, 2n])(11n) // => right([5n, 5n, 1n]) */
export const apportion =
  (method: ApportionMethod) =>
  (weights: readonly bigint[]): ((total: bigint) => Either<SplitFault, readonly bigint[]>) => {
    const reduced = reduceWeights(weights)
    return (total) =>
      isLeft(reduced) ? reduced
      : total < 0n ? left({ _tag: 'NegativeTotal', total })
      : right(apportionUnits(method)(reduced.right)(total))
  }

/** `apportion` for weights that are known to be sound: none negative, not all zero. */
export const apportionUnits =
  (method: ApportionMethod) =>
  (weights: readonly bigint[]) =>
  (total: bigint): readonly bigint[] => {
    const whole = weights.reduce((a, b) => a + b, 0n)
    if (method === 'largest') {
      const floors = weights.map((weight) => (total * weight) / whole)
      return handOut(
        floors,
        total,
        (i, j) => {
          const by = (k: number) => (total * (weights[k] ?? 0n)) % whole
          return by(i) - by(j)
        },
        weights,
      )
    }
    return highestAverages(method, weights, whole, total)
  }

/** Splits with the rest to one named party: floors in written order, each of what is left by
 * the weights left; the named party takes the end.
 * @param named index of the party that takes the rest
 * @returns Left NegativeWeight, WeightsSumToZero or NegativeTotal
 * @example
 * import { shareWithRest } from 'data-dividend'
 * shareWithRest(2)([1n, 1n, 1n])(2n) // => right([0n, 1n, 1n]) */
export const shareWithRest =
  (named: number) =>
  (weights: readonly bigint[]) =>
  (total: bigint): Either<SplitFault, readonly bigint[]> => {
    const reduced = reduceWeights(weights)
    if (isLeft(reduced)) return reduced
    if (total < 0n) return left({ _tag: 'NegativeTotal', total })
    let rest = total
    let weightsLeft = reduced.right.reduce((a, b) => a + b, 0n)
    const parts = reduced.right.map((weight, index) => {
      if (index === named || weight === 0n) return 0n
      const part = (rest * weight) / weightsLeft
      rest -= part
      weightsLeft -= weight
      return part
    })
    return right(parts.map((part, index) => (index === named ? rest : part)))
  }

/** Highest averages without walking every unit: all units whose quotient reaches 1/t are given
 * at once for a t that cannot give too many and misses at most n; these follow one by one.
 * Webster: ⌊w·t + ½⌋ with t = (C − n/2)/W; D'Hondt: ⌊w·t⌋ with t = C/W. */
const highestAverages = (
  method: 'webster' | 'dhondt',
  weights: readonly bigint[],
  whole: bigint,
  total: bigint,
): readonly bigint[] => {
  const webster = method === 'webster'
  const start = webster ? 2n * total - BigInt(weights.length) : total
  const given = weights.map((weight) =>
    start <= 0n ? 0n
    : webster ? (weight * start + whole) / (2n * whole)
    : (weight * start) / whole,
  )
  const divisor = (units: bigint) => (webster ? 2n * units + 1n : units + 1n)
  let missing = total - given.reduce((a, b) => a + b, 0n)
  for (; missing > 0n; missing -= 1n) {
    let best = 0
    for (let i = 1; i < weights.length; i += 1) {
      const [w, v] = [weights[i] ?? 0n, weights[best] ?? 0n]
      const [over, under] = [w * divisor(given[best] ?? 0n), v * divisor(given[i] ?? 0n)]
      if (over > under || (over === under && w > v)) best = i
    }
    given[best] = (given[best] ?? 0n) + 1n
  }
  return given
}

/** One more unit to each of the first parties in an order, until the total is reached. */
const handOut = (
  floors: readonly bigint[],
  total: bigint,
  rank: (i: number, j: number) => bigint,
  weights: readonly bigint[],
): readonly bigint[] => {
  const missing = Number(total - floors.reduce((a, b) => a + b, 0n))
  const order = floors
    .map((_, index) => index)
    .sort((i, j) => {
      const ahead = rank(j, i) || (weights[j] ?? 0n) - (weights[i] ?? 0n)
      return (
        ahead > 0n ? 1
        : ahead < 0n ? -1
        : i - j
      )
    })
  const lucky = new Set(order.slice(0, missing))
  return floors.map((floor, index) => (lucky.has(index) ? floor + 1n : floor))
}
