/** The monotone split: 100 by 1:1:1 is 34, 33, 33, however the 100 arrives.
 *
 *  Weights are divided by their gcd, zeros left out, and equal weights form one item. Items are
 *  sorted by total, the list is cut where its sides are nearest to equal, and
 *    first(C) = ⌊(2·C·w + W) / 2W⌋,  rest(C) = C − first(C)
 *  with w the weight of the first side and W of both; each side is cut again, and at the end
 *  every item is halved among its equal parties. n − 1 divisions, no state but C.
 *  Laws: conserves; monotone; exact at multiples of W; less than two units from the exact share;
 *  equal weights never differ by more than one unit. Source: docs/method/share.md */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { gcd } from '../core/divide.js'

export type WeightFault =
  | { readonly _tag: 'NegativeWeight'; readonly index: number }
  | { readonly _tag: 'WeightsSumToZero'; readonly parties: number }

export type SplitFault = WeightFault | { readonly _tag: 'NegativeTotal'; readonly total: bigint }

/** One cut: what stands in slot `from` goes to slots `first` and `rest`. */
export interface Cut {
  readonly from: number
  readonly first: number
  readonly rest: number
  /** Weight of the first side, and of both. */
  readonly weight: bigint
  readonly whole: bigint
}

/** The cuts of a list of weights, each after the cut that fills its slot. Slot 0 holds the total. */
export interface Cuts {
  readonly cuts: readonly Cut[]
  /** The slot of each party; undefined where the weight is 0. */
  readonly slots: readonly (number | undefined)[]
}

/** Splits a cumulative amount by exact weights.
 *
 *  first(C) = ⌊(2·C·w + W) / 2W⌋ at every cut
 * @param weights whole numbers, zero or more; their order breaks ties
 * @param total minor units, zero or more
 * @returns Left NegativeWeight, WeightsSumToZero or NegativeTotal
 * @example
 * import { share } from 'data-dividend'
 * share([1n, 1n, 1n])(100n) // => right([34n, 33n, 33n])
 * share([50n, 30n, 20n])(1n) // => right([1n, 0n, 0n]) */
export const share = (
  weights: readonly bigint[],
): ((total: bigint) => Either<SplitFault, readonly bigint[]>) => {
  const cuts = cutsOf(weights)
  if (isLeft(cuts)) return () => cuts
  const follow = followCuts(cuts.right)
  return (total) => (total < 0n ? left({ _tag: 'NegativeTotal', total }) : right(follow(total)))
}

/** Fills the slots of a list of cuts from a total, and reads off each party's part. */
export const followCuts =
  ({ cuts, slots }: Cuts) =>
  (total: bigint): readonly bigint[] => {
    const filled: bigint[] = [total]
    for (const { from, first, rest, weight, whole } of cuts) {
      const all = filled[from] ?? 0n
      const part = (2n * all * weight + whole) / (2n * whole)
      filled[first] = part
      filled[rest] = all - part
    }
    return slots.map((slot) => (slot === undefined ? 0n : (filled[slot] ?? 0n)))
  }

/** The cuts of a list of weights, for those who compile them into something larger.
 * @returns Left NegativeWeight or WeightsSumToZero */
export const cutsOf = (weights: readonly bigint[]): Either<WeightFault, Cuts> => {
  const reduced = reduceWeights(weights)
  if (isLeft(reduced)) return reduced
  const items = itemsOf(reduced.right)
  const cuts: Cut[] = []
  const slots: (number | undefined)[] = weights.map(() => undefined)
  const halve = (item: Item, at: number): void => {
    const [only] = item.members
    if (item.members.length === 1 && only !== undefined) {
      slots[only] = at
      return
    }
    const half = Math.ceil(item.members.length / 2)
    const [first, rest] = [item.members.slice(0, half), item.members.slice(half)]
    cut(at, BigInt(first.length), BigInt(item.members.length), (one, other) => {
      halve({ ...item, members: first }, one)
      halve({ ...item, members: rest }, other)
    })
  }
  const cut = (
    from: number,
    weight: bigint,
    whole: bigint,
    then: (first: number, rest: number) => void,
  ): void => {
    const first = 2 * cuts.length + 1
    cuts.push({ from, first, rest: first + 1, weight, whole })
    then(first, first + 1)
  }
  const sums = prefixSums(items)
  const divide = (low: number, high: number, at: number): void => {
    const item = items[low]
    if (high - low === 1 && item !== undefined) {
      halve(item, at)
      return
    }
    const border = nearestToHalf(sums, low, high)
    const whole = between(sums, low, high)
    cut(at, between(sums, low, border), whole, (one, other) => {
      divide(low, border, one)
      divide(border, high, other)
    })
  }
  divide(0, items.length, 0)
  return right({ cuts, slots })
}

/** Weights without their common divisor.
 * @returns Left NegativeWeight or WeightsSumToZero */
export const reduceWeights = (
  weights: readonly bigint[],
): Either<WeightFault, readonly bigint[]> => {
  const index = weights.findIndex((weight) => weight < 0n)
  if (index >= 0) return left({ _tag: 'NegativeWeight', index })
  const common = weights.reduce(gcd, 0n)
  return common === 0n ?
      left({ _tag: 'WeightsSumToZero', parties: weights.length })
    : right(weights.map((weight) => weight / common))
}

/** Parties of one weight. */
interface Item {
  readonly total: bigint
  readonly members: readonly number[]
}

/** Items by total, descending; on a tie the one declared first. */
const itemsOf = (weights: readonly bigint[]): readonly Item[] => {
  const members = new Map<bigint, number[]>()
  weights.forEach((weight, index) => {
    const same = members.get(weight)
    if (same !== undefined) same.push(index)
    else if (weight > 0n) members.set(weight, [index])
  })
  return [...members]
    .map(([weight, list]) => ({ total: weight * BigInt(list.length), members: list }))
    .sort((a, b) =>
      a.total > b.total ? -1
      : a.total < b.total ? 1
      : 0,
    )
}

const prefixSums = (items: readonly Item[]): readonly bigint[] => {
  const sums: bigint[] = [0n]
  items.forEach((item, index) => sums.push((sums[index] ?? 0n) + item.total))
  return sums
}

const between = (sums: readonly bigint[], low: number, high: number): bigint =>
  (sums[high] ?? 0n) - (sums[low] ?? 0n)

/** The border in (low, high) whose left side is nearest to half; on a tie the larger left side. */
const nearestToHalf = (sums: readonly bigint[], low: number, high: number): number => {
  const double = (border: number): bigint => 2n * between(sums, low, border)
  const whole = between(sums, low, high)
  let [below, above] = [low + 1, high - 1]
  while (below < above) {
    const middle = (below + above) >> 1
    if (double(middle) < whole) below = middle + 1
    else above = middle
  }
  const reaches = double(below) - whole
  return below - 1 > low && reaches > whole - double(below - 1) ? below - 1 : below
}
