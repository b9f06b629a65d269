/** Laws of splitting: what a way to cut whole units by weights must keep.
 *
 *  Each law takes lists of weights to try and a rule, and gives a property of fast-check:
 *  `fc.assert(conserves(weightLists, rule))`. Source: docs/method/share.md */
import fc from 'fast-check'
import { gcd } from '../core/divide.js'

/** A way to split: weights, then a total of whole units, then each part. */
export type SplitRule = (weights: readonly bigint[]) => (total: bigint) => readonly bigint[]

/** A property over a list of weights and a total. */
// eslint-disable-next-line functional/type-declaration-immutability -- the type is of fast-check
export type SplitLaw = fc.IPropertyWithHooks<[readonly bigint[], bigint]>

/** Lists of weights that are sound: zero or more each, at least one above zero. They reach one
 * party, equal weights, weights of 0, one giant among dwarfs. */
export const weightLists: fc.Arbitrary<readonly bigint[]> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.bigInt(0n, 9n) },
      { weight: 2, arbitrary: fc.bigInt(1n, 200n) },
      { weight: 1, arbitrary: fc.bigInt(0n, 10n ** 15n) },
    ),
    { minLength: 1, maxLength: 14 },
  )
  .filter((weights) => weights.some((weight) => weight > 0n))

/** Totals of whole units: small ones, where rounding shows, and some beyond 10^18. */
export const unitTotals: fc.Arbitrary<bigint> = fc.oneof(
  { weight: 6, arbitrary: fc.bigInt(0n, 600n) },
  { weight: 1, arbitrary: fc.bigInt(0n, 10n ** 20n) },
)

/** The parts are one a weight, none below zero, and sum to the total.
 * @example
 * import { conserves, weightLists } from 'data-dividend/laws'
 * import fc from 'fast-check'
 * const floors = (weights: readonly bigint[]) => (total: bigint) =>
 *   weights.map((weight) => (total * weight) / weights.reduce((a, b) => a + b))
 * fc.check(conserves(weightLists, floors)).failed // => true */
export const conserves = (weights: fc.Arbitrary<readonly bigint[]>, rule: SplitRule): SplitLaw =>
  fc.property(weights, unitTotals, (list, total) => {
    const parts = rule(list)(total)
    return parts.length === list.length && parts.every((part) => part >= 0n) && sum(parts) === total
  })

/** One more unit takes nothing from anybody.
 * @example
 * import { apportion, orThrow } from 'data-dividend'
 * import { monotone } from 'data-dividend/laws'
 * import fc from 'fast-check'
 * const nearest = (weights: readonly bigint[]) => (total: bigint) =>
 *   orThrow(apportion('largest')(weights)(total))
 * fc.check(monotone(fc.constant([6n, 6n, 2n]), nearest)).failed // => true */
export const monotone = (weights: fc.Arbitrary<readonly bigint[]>, rule: SplitRule): SplitLaw =>
  fc.property(weights, unitTotals, (list, total) => {
    const [parts, next] = [rule(list)(total), rule(list)(total + 1n)]
    return parts.every((part, index) => part <= (next[index] ?? -1n))
  })

/** At every multiple of the reduced weights' sum each part is exact.
 * @example
 * import { orThrow, share } from 'data-dividend'
 * import { exactAtWhole, weightLists } from 'data-dividend/laws'
 * import fc from 'fast-check'
 * const tree = (weights: readonly bigint[]) => (total: bigint) => orThrow(share(weights)(total))
 * fc.check(exactAtWhole(weightLists, tree)).failed // => false */
export const exactAtWhole = (weights: fc.Arbitrary<readonly bigint[]>, rule: SplitRule): SplitLaw =>
  fc.property(weights, unitTotals, (list, times) => {
    const divisor = list.reduce(gcd, 0n)
    const parts = rule(list)((times * sum(list)) / divisor)
    return list.every((weight, index) => parts[index] === (times * weight) / divisor)
  })

/** Parties of equal weight never differ by more than one unit.
 * @example
 * import { orThrow, share } from 'data-dividend'
 * import { equalWeightsWithinOne, weightLists } from 'data-dividend/laws'
 * import fc from 'fast-check'
 * const tree = (weights: readonly bigint[]) => (total: bigint) => orThrow(share(weights)(total))
 * fc.check(equalWeightsWithinOne(weightLists, tree)).failed // => false */
export const equalWeightsWithinOne = (
  weights: fc.Arbitrary<readonly bigint[]>,
  rule: SplitRule,
): SplitLaw =>
  fc.property(weights, unitTotals, (list, total) => {
    const parts = rule(list)(total)
    return list.every((weight, i) =>
      list.every((other, j) => weight !== other || distance(parts[i] ?? 0n, parts[j] ?? 0n) <= 1n),
    )
  })

/** Every part stays less than some units from its exact share.
 * @param units whole units, not reached
 * @example
 * import { orThrow, share } from 'data-dividend'
 * import { nearExact, weightLists } from 'data-dividend/laws'
 * import fc from 'fast-check'
 * const tree = (weights: readonly bigint[]) => (total: bigint) => orThrow(share(weights)(total))
 * fc.check(nearExact(2n)(weightLists, tree)).failed // => false */
export const nearExact =
  (units: bigint) =>
  (weights: fc.Arbitrary<readonly bigint[]>, rule: SplitRule): SplitLaw =>
    fc.property(weights, unitTotals, (list, total) => {
      const [parts, whole] = [rule(list)(total), sum(list)]
      return list.every(
        (weight, index) => distance(total * weight, (parts[index] ?? 0n) * whole) < units * whole,
      )
    })

const sum = (parts: readonly bigint[]): bigint => parts.reduce((a, b) => a + b, 0n)

const distance = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a)
