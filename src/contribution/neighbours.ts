/** What each training record adds to a classifier of nearest neighbours, exactly.
 *
 *  m_k = 1 if the k-th nearest training record has the label of the test record. All values follow
 *  s_i = s_{i+1} + (m_i − m_{i+1})·c_i from the farthest on.
 *  Shapley, utility (1/K)·Σ of the min(K, |S|) nearest: s_N = m_N·min(K, N)/(K·N), c_i = 1/max(K, i).
 *  Soft label, utility the mean over min(K, |S|) and 1/C for nobody: s_N = [m_N − 1/C + (m_N − mean of
 *  the others)·Σ_{k=1}^{min(K,N)−1} 1/(k+1)]/N, c_i = [H_{min(K,N−1)} + (1/K)·((N−1)·min(K, i)/i −
 *  K) if N−1 ≥ K]/(N−1). Banzhaf: s_N = m_N/K·P(Bin(N−1, ½) ≤ K−1), c_i = P(Bin(i−1, ½) ≤ K−1)/K.
 *  Threshold, the b records within a radius: (1/b)·[m − 1/C + (m − mean of the other inside)·
 *  (H_b − 1)], m − 1/C for b = 1, 0 outside.
 *  Source: Jia et al., PVLDB 2019; Wang & Jia 2023, arXiv 2304.04258; Wang, Zhu, Wang, Jia, Mittal,
 *  NeurIPS 2023; the Banzhaf form is derived here. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { addRatio, divRatio, mulRatio, ratio, subRatio, zero, type Ratio } from '../core/ratio.js'
import type { ContributionFault } from './fault.js'
import { choose, sumRatio, upTo, wholeRatio } from './number.js'

/** Whether each training record, nearest first, has the label of the test record. */
export type Matches = readonly boolean[]

/** Values of training records, nearest first, for one test record. */
export type NeighbourRule = (matches: Matches) => Either<ContributionFault, readonly Ratio[]>

/** kNN-Shapley of one test record.
 * @param k neighbours that vote, 1 or more, above the number of records too
 * @returns Left NeighboursOutOfRange, NoPoints
 * laws: sums to the utility of all; equals Shapley by the definition
 * @example
 * import { knnShapley } from 'data-dividend/contribution'
 * knnShapley(5)([false, true]) // => right([{ num: 0n, den: 1n }, { num: 1n, den: 5n }]) */
export const knnShapley = (k: number): NeighbourRule =>
  recursion(k, (n, m) => ({
    last: ratio(m(n) * BigInt(Math.min(k, n)), BigInt(k * n)),
    factor: (i) => ratio(1n, BigInt(Math.max(k, i))),
  }))

/** kNN-Banzhaf of one test record.
 * @returns Left as `knnShapley`
 * @example
 * import { knnBanzhaf } from 'data-dividend/contribution'
 * knnBanzhaf(1)([true, false]) // => right([{ num: 1n, den: 1n }, { num: 0n, den: 1n }]) */
export const knnBanzhaf = (k: number): NeighbourRule =>
  recursion(k, (n, m) => ({
    last: mulRatio(ratio(m(n), BigInt(k)), atMost(n - 1, k - 1)),
    factor: (i) => mulRatio(ratio(1n, BigInt(k)), atMost(i - 1, k - 1)),
  }))

/** kNN-Shapley of the soft-label utility.
 * @param options k, and the number of classes C
 * @returns Left as `knnShapley`; Left ParameterOutOfRange for fewer than one class
 * laws: sums to the utility of all less 1/C
 * @example
 * import { knnSoftShapley } from 'data-dividend/contribution'
 * knnSoftShapley({ k: 2, classes: 2 })([true, false, true, true])
 * // => right([{ num: 1n, den: 6n }, { num: -1n, den: 2n }, { num: 1n, den: 6n }, { num: 1n, den: 6n }]) */
export const knnSoftShapley = ({
  k,
  classes,
}: {
  readonly k: number
  readonly classes: number
}): NeighbourRule =>
  withClasses(classes, (chance) =>
    recursion(k, (n, m) => {
      const mine = subRatio(wholeRatio(m(n)), chance)
      if (n === 1) return { last: mine, factor: () => zero }
      const others = ratio(
        upTo(n - 1).reduce((sum, i) => sum + m(i + 1), 0n),
        BigInt(n - 1),
      )
      const spread = mulRatio(
        subRatio(wholeRatio(m(n)), others),
        subRatio(harmonic(Math.min(k, n)), wholeRatio(1)),
      )
      const steps = harmonic(Math.min(k, n - 1))
      return {
        last: divRatio(addRatio(mine, spread), wholeRatio(n)),
        factor: (i) => {
          const full = subRatio(ratio(BigInt((n - 1) * Math.min(k, i)), BigInt(i)), wholeRatio(k))
          const beyond = n - 1 >= k ? divRatio(full, wholeRatio(k)) : zero
          return divRatio(addRatio(steps, beyond), wholeRatio(n - 1))
        },
      }
    }),
  )

/** Threshold-kNN-Shapley: all records within a radius vote.
 * @param options classes C, and which records lie within the radius (distance ≤ τ)
 * @returns Left NoPoints, RowLength, ParameterOutOfRange
 * @example
 * import { thresholdShapley } from 'data-dividend/contribution'
 * thresholdShapley({ classes: 2, inside: [true, true, true] })([true, false, true])
 * // => right([{ num: 11n, den: 36n }, { num: -4n, den: 9n }, { num: 11n, den: 36n }]) */
export const thresholdShapley = ({
  classes,
  inside,
}: {
  readonly classes: number
  readonly inside: readonly boolean[]
}): NeighbourRule =>
  withClasses(classes, (chance) => (matches) => {
    if (matches.length === 0) return left({ _tag: 'NoPoints', points: 'training' })
    if (inside.length !== matches.length) {
      return left({ _tag: 'RowLength', row: 1, expected: matches.length, found: inside.length })
    }
    const near = matches.filter((_, i) => inside[i])
    const b = near.length
    const right_ = BigInt(near.filter((x) => x).length)
    const extra = b > 1 ? subRatio(harmonic(b), wholeRatio(1)) : zero
    return right(
      matches.map((match, i) => {
        if (inside[i] !== true) return zero
        const own = match ? 1n : 0n
        const others = b > 1 ? ratio(right_ - own, BigInt(b - 1)) : zero
        const spread = mulRatio(subRatio(wholeRatio(own), others), extra)
        return divRatio(addRatio(subRatio(wholeRatio(own), chance), spread), wholeRatio(b))
      }),
    )
  })

/** The mean over test records of values given nearest first, back in the order of the records.
 * @param order for each test record, positions of the training records, nearest first
 * @returns Left NoPoints without test records; Left as the rule fails
 * @example
 * import { knnShapley, overTests } from 'data-dividend/contribution'
 * overTests(knnShapley(1))([{ order: [1, 0], matches: [true, false] }])
 * // => right([{ num: 0n, den: 1n }, { num: 1n, den: 1n }]) */
export const overTests =
  (rule: NeighbourRule) =>
  (
    tests: readonly { readonly order: readonly number[]; readonly matches: Matches }[],
  ): Either<ContributionFault, readonly Ratio[]> => {
    if (tests.length === 0) return left({ _tag: 'NoPoints', points: 'test' })
    const size = tests[0]?.order.length ?? 0
    const sums = upTo(size).map(() => zero)
    for (const { order, matches } of tests) {
      const values = rule(matches)
      if (isLeft(values)) return values
      order.forEach((record, k) => {
        sums[record] = addRatio(sums[record] ?? zero, values.right[k] ?? zero)
      })
    }
    return right(sums.map((sum) => divRatio(sum, wholeRatio(tests.length))))
  }

interface Recursion {
  readonly last: Ratio
  /** c_i, i from 1. */
  readonly factor: (i: number) => Ratio
}

function recursion(
  k: number,
  of: (n: number, m: (i: number) => bigint) => Recursion,
): NeighbourRule {
  return (matches) => {
    if (!Number.isInteger(k) || k < 1) return left({ _tag: 'NeighboursOutOfRange', k })
    const n = matches.length
    if (n === 0) return left({ _tag: 'NoPoints', points: 'training' })
    const m = (i: number): bigint => (matches[i - 1] === true ? 1n : 0n)
    const { last, factor } = of(n, m)
    const values: Ratio[] = [last]
    for (let i = n - 1; i >= 1; i -= 1) {
      const change = m(i) - m(i + 1)
      const after = values[values.length - 1] ?? zero
      values.push(change === 0n ? after : addRatio(after, mulRatio(wholeRatio(change), factor(i))))
    }
    return right(values.reverse())
  }
}

const withClasses =
  (classes: number, rule: (chance: Ratio) => NeighbourRule): NeighbourRule =>
  (matches) =>
    Number.isInteger(classes) && classes >= 1 ?
      rule(ratio(1n, BigInt(classes)))(matches)
    : left({ _tag: 'ParameterOutOfRange', parameter: 'classes', value: String(classes) })

/** 1 + 1/2 + … + 1/n */
const harmonic = (n: number): Ratio => sumRatio(upTo(n).map((i) => ratio(1n, BigInt(i + 1))))

/** P(Bin(n, ½) ≤ k) */
const atMost = (n: number, k: number): Ratio =>
  ratio(
    upTo(Math.min(n, k) + 1).reduce((sum, j) => sum + choose(n, j), 0n),
    2n ** BigInt(n),
  )
