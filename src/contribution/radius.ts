/** How far a sample can be from the truth, what that is in money, and when to stop.
 *
 *  Two sides and n players: with probability 1 − δ no value is further off than
 *  Hoeffding r·√(ln(2n/δ)/(2m)), or empirical Bernstein √(2V̂·ln(4n/δ)/m) + 7r·ln(4n/δ)/(3(m−1)), V̂
 *  the largest sample variance; m units (pairs, when antithetic, whose means are the sample), r the
 *  range of a marginal: v(N) for a monotone game, else the caller's word. Looking k times spends
 *  δ_k = δ/(k(k+1)), which sums to δ. A radius of ε in v moves ε/v(N) of a pot.
 *  Source: Hoeffding 1963; Maurer & Pontil 2009. */
import { chain, isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { decimal, type Decimal } from '../core/decimal.js'
import { divCeil } from '../core/divide.js'
import { compareRatio, divRatio, formatRatio, mulRatio, ratio, type Ratio } from '../core/ratio.js'
import { weightsOf, type Negatives, type Weights } from './bridge.js'
import type { ContributionFault } from './fault.js'
import {
  extendSample,
  sampleValue,
  startSample,
  type Oracle,
  type Sample,
  type WalkKind,
} from './sampler.js'

/** What a radius is computed from. */
export interface RadiusOptions {
  /** δ: the probability, over all players, of being further off; above 0, below 1. */
  readonly delta: Ratio
  /** r: the largest less the smallest possible marginal, above 0. */
  readonly range: Ratio
}

/** Weights of a sample with what stands behind them, to be written into an agreement. */
export interface Frozen extends Weights {
  readonly kind: WalkKind
  readonly seed: number
  readonly stream: string
  readonly walks: number
  readonly delta: Ratio
  readonly radius: Ratio
}

/** Hoeffding's radius, rounded up to twelve decimals.
 * @returns Left WalksOutOfRange without walks; Left NoRange, ParameterOutOfRange for delta
 * @example
 * import { hoeffdingRadius } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const sample = { kind: 'permutation', seed: 1, stream: 'contribution', players: ['A'], den: 1n,
 *   units: 8, walks: 8, sums: [8n], squares: [8n] } as const
 * pipe(
 *   hoeffdingRadius({ delta: { num: 1n, den: 20n }, range: { num: 1n, den: 1n } })(sample),
 *   map((radius) => Number(radius.num) / Number(radius.den)),
 * ) // => right(0.480160987053) */
export const hoeffdingRadius =
  (options: RadiusOptions) =>
  (sample: Sample): Either<ContributionFault, Ratio> =>
    pipe(
      checked(options, sample, 1),
      chain(() => {
        const log = logOf(ratio(2n * BigInt(sample.players.length)), options.delta)
        const root = log.div(2 * sample.units).sqrt()
        return right(roundedUp(root.times(decimal(options.range))))
      }),
    )

/** The empirical Bernstein radius, rounded up to twelve decimals: shorter where marginals vary less
 * than their range.
 * @returns Left as `hoeffdingRadius`, and WalksOutOfRange for a single unit
 * @example
 * import { bernsteinRadius } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const sample = { kind: 'permutation', seed: 1, stream: 'contribution', players: ['A'], den: 1n,
 *   units: 1001, walks: 1001, sums: [1001n], squares: [1001n] } as const
 * pipe(
 *   bernsteinRadius({ delta: { num: 1n, den: 20n }, range: { num: 1n, den: 1n } })(sample),
 *   map((radius) => Number(radius.num) / Number(radius.den)),
 * ) // => right(0.010224728811) */
export const bernsteinRadius =
  (options: RadiusOptions) =>
  (sample: Sample): Either<ContributionFault, Ratio> =>
    pipe(
      checked(options, sample, 2),
      chain(() => {
        const log = logOf(ratio(4n * BigInt(sample.players.length)), options.delta)
        const spread = decimal(varianceOf(sample)).times(2).times(log).div(sample.units).sqrt()
        const range = decimal(options.range)
          .times(7)
          .times(log)
          .div(3 * (sample.units - 1))
        return right(roundedUp(spread.plus(range)))
      }),
    )

/** What a radius moves of a pot: radius ÷ v(N) × pot, rounded up to a whole minor unit.
 * @param potMinor minor units
 * @param whole v(N), above 0
 * @returns Left NoRange for a v(N) of 0 or less
 * @example
 * import { radiusInMoney } from 'data-dividend/contribution'
 * radiusInMoney({ potMinor: 1_000_000_00n, whole: { num: 2n, den: 1n } })({ num: 1n, den: 1000n })
 * // => right(50000n) */
export const radiusInMoney =
  ({ potMinor, whole }: { readonly potMinor: bigint; readonly whole: Ratio }) =>
  (radius: Ratio): Either<ContributionFault, bigint> => {
    if (whole.num <= 0n) return left({ _tag: 'NoRange', range: formatRatio(whole) })
    const moved = mulRatio(divRatio(radius, whole), ratio(potMinor))
    return right(divCeil(moved.num, moved.den))
  }

/** Walks until the Bernstein radius is small enough, looking after batches that double; the error
 * budget is spent over the looks, so the answer holds whenever it stops.
 * @param options.epsilon the radius wanted; `most` units at most
 * @returns Left as `startSample` and `bernsteinRadius`; Left WalksOutOfRange when `most` units do not
 *   reach it
 * laws: the sample is that of `extendSample` with as many units
 * @example
 * import { gameByMask, oracleOf, sampleUntil } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const options = { kind: 'permutation', seed: 42, most: 100_000, epsilon: { num: 1n, den: 10n },
 *   delta: { num: 1n, den: 20n }, range: { num: 7n, den: 1n } } as const
 * pipe(
 *   gameByMask(['A', 'B'])([0, 3, 4, 7]),
 *   chain((game) => sampleUntil(options)(oracleOf(game))),
 *   map(({ sample }) => sample.walks),
 * ) // => right(2048) */
export const sampleUntil =
  (
    options: RadiusOptions & {
      readonly kind: WalkKind
      readonly seed: number
      readonly epsilon: Ratio
      readonly most: number
    },
  ) =>
  (
    oracle: Oracle,
  ): Either<ContributionFault, { readonly sample: Sample; readonly radius: Ratio }> => {
    let sample = startSample(options.kind, options.seed)(oracle)
    for (let look = 1, units = 64; units <= options.most; look += 1, units *= 2) {
      if (isLeft(sample)) return sample
      sample = extendSample(units - sample.right.units)(oracle)(sample.right)
      if (isLeft(sample)) return sample
      const delta = divRatio(options.delta, ratio(BigInt(look * (look + 1))))
      const radius = bernsteinRadius({ ...options, delta })(sample.right)
      if (isLeft(radius)) return radius
      if (compareRatio(radius.right, options.epsilon) <= 0) {
        return right({ sample: sample.right, radius: radius.right })
      }
    }
    return left({ _tag: 'WalksOutOfRange', walks: options.most })
  }

/** Weights of a sample, with seed, walks and radius on record. The sums of marginals are whole, so
 * the weights are exact for the sample.
 * @returns Left as `weightsOf` and `bernsteinRadius`
 * @example
 * import { freezeSample } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const sample = { kind: 'permutation', seed: 1, stream: 'contribution', players: ['A', 'B'], den: 1n,
 *   units: 4, walks: 4, sums: [6n, 2n], squares: [10n, 2n] } as const
 * const options = { delta: { num: 1n, den: 20n }, range: { num: 2n, den: 1n } }
 * pipe(freezeSample('refuse', options)(sample), map((frozen) => frozen.weights))
 * // => right([{ player: 'A', weight: 3n }, { player: 'B', weight: 1n }]) */
export const freezeSample =
  (negatives: Negatives, options: RadiusOptions) =>
  (sample: Sample): Either<ContributionFault, Frozen> =>
    pipe(
      sampleValue(sample),
      chain(weightsOf(negatives)),
      chain((weights) =>
        pipe(
          bernsteinRadius(options)(sample),
          chain((radius) => {
            const { kind, seed, stream, walks } = sample
            return right({ ...weights, kind, seed, stream, walks, delta: options.delta, radius })
          }),
        ),
      ),
    )

const checked = (
  { delta, range }: RadiusOptions,
  sample: Sample,
  least: number,
): Either<ContributionFault, Sample> =>
  delta.num <= 0n || delta.num >= delta.den ?
    left({ _tag: 'ParameterOutOfRange', parameter: 'delta', value: formatRatio(delta) })
  : range.num <= 0n ? left({ _tag: 'NoRange', range: formatRatio(range) })
  : sample.units < least ? left({ _tag: 'WalksOutOfRange', walks: sample.walks })
  : right(sample)

const logOf = (above: Ratio, delta: Ratio): Decimal => decimal(divRatio(above, delta)).ln()

/** The largest variance of the unit means over the players, divisor m − 1. */
const varianceOf = (sample: Sample): Ratio => {
  const m = BigInt(sample.units)
  const perUnit = BigInt(sample.walks) / m
  const scale = m * (m - 1n) * (perUnit * sample.den) ** 2n
  return sample.sums
    .map((sum, i) => ratio(m * (sample.squares[i] ?? 0n) - sum * sum, scale))
    .reduce((a, b) => (compareRatio(a, b) >= 0 ? a : b), ratio(0n))
}

/** Up to twelve decimals: a radius may be stated too large, never too small. */
const roundedUp = (value: Decimal): Ratio => {
  const digits = value.toFixed(30).replace('.', '')
  return ratio(divCeil(BigInt(digits), 10n ** 18n), 10n ** 12n)
}
