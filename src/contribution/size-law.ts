/** Laws of sizes: how much a marginal contribution weighs by the number of others there.
 *
 *  Σ_s C(n−1, s)·p_s = 1, p_s ≥ 0. Source: Dubey, Neyman, Weber 1981; Kwon & Zou 2022; Lin et al. 2022. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import {
  addRatio,
  compareRatio,
  divRatio,
  formatRatio,
  mulRatio,
  one,
  ratio,
  subRatio,
  zero,
  type Ratio,
} from '../core/ratio.js'
import type { ContributionFault } from './fault.js'
import { choose, factorial, sumRatio, upTo, wholeRatio } from './number.js'

/** Weights p₀ … p_{n−1} of the marginal contributions, for any number of players. */
export type SizeLaw = (n: number) => Either<ContributionFault, readonly Ratio[]>

/** Shapley's law: every order of arrival equally likely.
 * @example
 * import { formatAllocation, gameBySize, semivalue, shapleyLaw } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const glove = gameBySize(['A', 'B', 'C'])([0, 0, 0, 0, 1, 1, 1])
 * pipe(glove, chain(semivalue(shapleyLaw)), map(formatAllocation))
 * // => right('A 1/6, B 1/6, C 2/3') */
export const shapleyLaw: SizeLaw = (n) => right(upTo(n).map(shapleyWeight(n)))

/** Banzhaf's law: every coalition equally likely.
 * @example
 * import { banzhafLaw } from 'data-dividend/contribution'
 * banzhafLaw(2) // => right([{ num: 1n, den: 2n }, { num: 1n, den: 2n }]) */
export const banzhafLaw: SizeLaw = (n) => right(upTo(n).map(() => ratio(1n, 2n ** BigInt(n - 1))))

/** Beta law: (1, 1) is Shapley's; α > β weighs small coalitions.
 * @returns Left ParameterOutOfRange unless both are positive
 * @example
 * import { betaLaw } from 'data-dividend/contribution'
 * betaLaw({ alpha: { num: 4n, den: 1n }, beta: { num: 1n, den: 1n } })(2)
 * // => right([{ num: 4n, den: 5n }, { num: 1n, den: 5n }]) */
export const betaLaw =
  ({ alpha, beta }: { readonly alpha: Ratio; readonly beta: Ratio }): SizeLaw =>
  (n) => {
    const bad =
      alpha.num <= 0n ? 'alpha'
      : beta.num <= 0n ? 'beta'
      : undefined
    if (bad !== undefined) return left(outOfRange(bad, bad === 'alpha' ? alpha : beta))
    const all = rising(addRatio(alpha, beta), n - 1)
    return right(
      upTo(n).map((s) => divRatio(mulRatio(rising(beta, s), rising(alpha, n - 1 - s)), all)),
    )
  }

/** AME law: each of the others is there with probability q, averaged over the rates q in (0, 1).
 * Source: Lin, Zhang, Lécuyer, Li, Panda, Sen 2022.
 * @returns Left ParameterOutOfRange for a rate outside (0, 1) or no rate
 * @example
 * import { ameLaw } from 'data-dividend/contribution'
 * ameLaw([{ num: 1n, den: 4n }])(2) // => right([{ num: 3n, den: 4n }, { num: 1n, den: 4n }]) */
export const ameLaw =
  (rates: readonly Ratio[]): SizeLaw =>
  (n) => {
    const bad = rates.find((q) => q.num <= 0n || q.num >= q.den)
    if (bad !== undefined || rates.length === 0) return left(outOfRange('rate', bad ?? zero))
    const count = wholeRatio(rates.length)
    return right(
      upTo(n).map((s) =>
        divRatio(
          sumRatio(rates.map((q) => mulRatio(power(q, s), power(subRatio(one, q), n - 1 - s)))),
          count,
        ),
      ),
    )
  }

/** Weights p_s checked against their law. */
export const checkedLaw =
  (n: number) =>
  (p: readonly Ratio[]): Either<ContributionFault, readonly Ratio[]> => {
    const sum = sumRatio(p.map((x, s) => mulRatio(x, wholeRatio(choose(n - 1, s)))))
    return p.length === n && p.every((x) => x.num >= 0n) && compareRatio(sum, one) === 0 ?
        right(p)
      : left({ _tag: 'SemivalueWeights', expected: n, sum: formatRatio(sum) })
  }

/** s!(n−s−1)!/n! */
export const shapleyWeight =
  (n: number) =>
  (s: number): Ratio =>
    ratio(factorial(s) * factorial(n - s - 1), factorial(n))

const rising = (x: Ratio, k: number): Ratio =>
  upTo(k).reduce((product, j) => mulRatio(product, addRatio(x, wholeRatio(j))), one)

const power = (x: Ratio, k: number): Ratio => ({ num: x.num ** BigInt(k), den: x.den ** BigInt(k) })

const outOfRange = (parameter: string, value: Ratio): ContributionFault => ({
  _tag: 'ParameterOutOfRange',
  parameter,
  value: formatRatio(value),
})
