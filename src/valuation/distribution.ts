/** Distributions of uncertain figures, drawn by their inverse: one uniform, one figure.
 *
 *  uniform a + (b − a)p; triangular a + √(p(b − a)(c − a)) up to the mode c, then
 *  b − √((1 − p)(b − a)(b − c)); normal μ + σz; lognormal e^(μ + σz), z the normal's inverse;
 *  discrete: the first value at which the chances so far reach p. `quantile` is to 50 digits,
 *  `sampler` in doubles, within 1e-14 of it (relative to the largest of its terms). */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { decimals, derive, leaf, normalQuantile, type Figure } from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import {
  checkCost,
  checkFlows,
  checkNumber,
  checkNumbers,
  checkPositive,
  checkWeights,
  figureOf,
  type Given,
} from './given.js'
import { worth, type Worth } from './worth.js'

export type Distribution =
  | { readonly kind: 'uniform'; readonly low: Given; readonly high: Given }
  | { readonly kind: 'triangular'; readonly low: Given; readonly mode: Given; readonly high: Given }
  | { readonly kind: 'normal'; readonly mean: Given; readonly sd: Given }
  | { readonly kind: 'lognormal'; readonly mu: Given; readonly sigma: Given }
  | {
      readonly kind: 'discrete'
      readonly values: readonly Given[]
      readonly chances: readonly Given[]
    }

export const checkDistribution = (d: Distribution): ValuationFault | undefined => {
  switch (d.kind) {
    case 'uniform':
      return ordered([d.low, d.high], ['low', 'high'])
    case 'triangular':
      return (
        ordered([d.low, d.mode, d.high], ['low', 'mode', 'high']) ??
        checkPositive(
          ['high'],
          derive('high − low', { low: figureOf(d.low), high: figureOf(d.high) }),
        )
      )
    case 'normal':
      return firstFault(checkNumber(['mean'], d.mean), checkCost(['sd'], d.sd))
    case 'lognormal':
      return firstFault(checkNumber(['mu'], d.mu), checkCost(['sigma'], d.sigma))
    case 'discrete':
      return firstFault(
        checkFlows(['values'], d.values),
        checkNumbers(['values'], d.values),
        d.chances.length === d.values.length ?
          checkWeights(['chances'], d.chances)
        : {
            _tag: 'Lengths',
            expected: d.values.length,
            actual: d.chances.length,
            path: ['chances'],
          },
      )
  }
}

/** The value below which the figure falls with a given chance, to 50 digits.
 * @param p % strictly between 0 and 1
 * @returns Left NotARatio, ShareOutOfRange, or what is wrong with the distribution
 * @example
 * import { orThrow } from 'data-dividend'
 * import { quantile, roundedWorth } from 'data-dividend/valuation'
 * const z = orThrow(quantile({ kind: 'normal', mean: '0', sd: '1' })('0.975'))
 * roundedWorth(6)(z) // => '1.959964' */
export const quantile =
  (distribution: Distribution) =>
  (p: Given): Either<ValuationFault, Worth> => {
    const at = figureOf(p)
    const inside = at.value === undefined || (at.value.gt('0') && at.value.lt('1'))
    return worth(
      firstFault(
        checkNumber(['p'], p),
        inside ? undefined : { _tag: 'ShareOutOfRange', given: String(at.value), path: ['p'] },
        checkDistribution(distribution),
      ),
      () => ({ figure: quantileFigure(distribution, at) }),
    )
  }

/** A draw of the figure in doubles, as a function of a uniform number in (0, 1).
 * @returns Left what is wrong with the distribution
 * @example
 * import { orThrow } from 'data-dividend'
 * import { sampler } from 'data-dividend/valuation'
 * orThrow(sampler({ kind: 'uniform', low: '2', high: '4' }))(0.25) // => 2.5 */
export const sampler = (d: Distribution): Either<ValuationFault, (u: number) => number> => {
  const fault = checkDistribution(d)
  return fault === undefined ? right(sample(d)) : left(fault)
}

const sample = (d: Distribution): ((u: number) => number) => {
  switch (d.kind) {
    case 'uniform': {
      const [low, high] = [double(d.low), double(d.high)]
      return (u) => low + (high - low) * u
    }
    case 'triangular': {
      const [a, c, b] = [double(d.low), double(d.mode), double(d.high)]
      const turn = (c - a) / (b - a)
      return (u) =>
        u <= turn ?
          a + Math.sqrt(u * (b - a) * (c - a))
        : b - Math.sqrt((1 - u) * (b - a) * (b - c))
    }
    case 'normal': {
      const [mean, sd] = [double(d.mean), double(d.sd)]
      return (u) => mean + sd * normalQuantile(u)
    }
    case 'lognormal': {
      const [mu, sigma] = [double(d.mu), double(d.sigma)]
      return (u) => Math.exp(mu + sigma * normalQuantile(u))
    }
    case 'discrete': {
      const values = d.values.map(double)
      let sum = 0
      const upTo = d.chances.map((chance) => (sum += double(chance)))
      const last = values.length - 1
      return (u) =>
        values[
          Math.max(
            0,
            upTo.findIndex((c, i) => u <= c || i === last),
          )
        ] ?? 0
    }
  }
}

const quantileFigure = (d: Distribution, p: Figure): Figure => {
  switch (d.kind) {
    case 'uniform':
      return derive('low + (high − low) × p', { low: figureOf(d.low), high: figureOf(d.high), p })
    case 'triangular': {
      const [low, mode, high] = [figureOf(d.low), figureOf(d.mode), figureOf(d.high)]
      const turn = derive('(mode − low) / (high − low)', { low, mode, high })
      const below = turn.value !== undefined && p.value?.lte(turn.value) === true
      return derive(
        below ?
          'low + sqrt(p × (high − low) × (mode − low))'
        : 'high − sqrt((1 − p) × (high − low) × (high − mode))',
        { low, mode, high, p },
      )
    }
    case 'normal':
      return derive('mean + sd × probit(p)', { mean: figureOf(d.mean), sd: figureOf(d.sd), p })
    case 'lognormal':
      return derive('exp(mu + sigma × probit(p))', {
        mu: figureOf(d.mu),
        sigma: figureOf(d.sigma),
        p,
      })
    case 'discrete': {
      let sum = decimals.of({ num: 0n, den: 1n })
      const at = d.chances.findIndex((chance) => {
        sum = sum.plus(figureOf(chance).value ?? 0)
        return p.value?.lte(sum) === true
      })
      return figureOf(d.values.at(at) ?? leaf('0'))
    }
  }
}

const double = (given: Given): number => figureOf(given).value?.toNumber() ?? 0

const ordered = (given: readonly Given[], names: readonly string[]): ValuationFault | undefined => {
  for (const [i, item] of given.entries()) {
    const name = names[i] ?? ''
    const fault =
      checkNumber([name], item) ??
      (i === 0 ? undefined : (
        checkCost(
          [name],
          derive('own − before', { own: figureOf(item), before: figureOf(given[i - 1] ?? item) }),
        )
      ))
    if (fault !== undefined) return fault
  }
  return undefined
}
