/** Counting with whole numbers: common multiples, factorials, binomials, common denominators. */
import { gcd } from '../core/divide.js'
import { addRatio, zero, type Ratio } from '../core/ratio.js'

/** The least common multiple of positive whole numbers; of none it is 1. */
export const lcmOf = (numbers: readonly bigint[]): bigint =>
  numbers.reduce((all, x) => (all / gcd(all, x)) * x, 1n)

/** n! */
export const factorial = (n: number): bigint => {
  let product = 1n
  for (let k = 2; k <= n; k += 1) product *= BigInt(k)
  return product
}

/** n choose k, 0 where k is outside 0..n. */
export const choose = (n: number, k: number): bigint => {
  if (k < 0 || k > n) return 0n
  let value = 1n
  for (let j = 1; j <= Math.min(k, n - k); j += 1) value = (value * BigInt(n + 1 - j)) / BigInt(j)
  return value
}

/** Ratios as whole numbers over their least common denominator. */
export const overCommon = (
  ratios: readonly Ratio[],
): { readonly den: bigint; readonly nums: readonly bigint[] } => {
  const den = lcmOf([...new Set(ratios.map((r) => r.den))])
  return { den, nums: ratios.map((r) => r.num * (den / r.den)) }
}

/** Sum of ratios. */
export const sumRatio = (ratios: readonly Ratio[]): Ratio => ratios.reduce(addRatio, zero)

/** A whole number as a ratio. */
export const wholeRatio = (n: bigint | number): Ratio => ({ num: BigInt(n), den: 1n })

/** The numbers 0 to n − 1. */
export const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i)
