/** Weightings that platforms use, with what each breaks.
 *
 *  Volume; usage (each use in equal parts to its parties); quality score × volume by given weights of
 *  criteria; uniqueness, 1/#holders for each record (Shapley of "any holder is enough"); age decay
 *  2^{−age/half-life}, exact at whole half-lives, else by the named rounding.
 *  Source: platform practice; Shapley 1953 for usage and uniqueness. */
import { chain, isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { decimal } from '../core/decimal.js'
import { divBy, type Rounding } from '../core/divide.js'
import type { Bilingual } from '../core/error.js'
import { divRatio, formatRatio, mulRatio, ratio, zero, type Ratio } from '../core/ratio.js'
import { allocationOf } from './allocation.js'
import { figuresOf, type ByPlayer } from './dividend.js'
import type { ContributionFault } from './fault.js'
import type { Figures } from './forms.js'
import { playersFault, type Allocation } from './game.js'
import { sumRatio } from './number.js'
import { usageValue } from './usage.js'

/** Volume: shares by size of what was supplied, sum 1.
 * @returns Left NoPlayers, DuplicatePlayer, NegativeFigure, NothingPositive
 * @example
 * import { byVolume, formatAllocation } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const volumes = [{ player: 'A', value: { num: 30n, den: 1n } }, { player: 'B', value: { num: 10n, den: 1n } }]
 * pipe(byVolume(volumes), map(formatAllocation)) // => right('A 0.75, B 0.25') */
export const byVolume = (volumes: Figures): Either<ContributionFault, Allocation> => {
  const fault = figuresFault(volumes)
  return fault === undefined ? shares(volumes) : left(fault)
}

/** Quality: shares by volume × Σ weight·score of the given criteria.
 * @param weights of the criteria, such as entropy or AHP weights
 * @returns Left as `byVolume`; Left PlayerMissing or UnknownPlayer where scores and weights differ
 * @example
 * import { byQuality, formatAllocation } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const n = (num: bigint) => ({ num, den: 1n })
 * const rows = [
 *   { player: 'A', volume: n(1n), scores: { complete: n(1n), fresh: n(0n) } },
 *   { player: 'B', volume: n(1n), scores: { complete: n(1n), fresh: n(1n) } },
 * ]
 * pipe(byQuality({ complete: n(2n), fresh: n(1n) })(rows), map(formatAllocation))
 * // => right('A 0.4, B 0.6') */
export const byQuality =
  (weights: ByPlayer) =>
  (
    rows: readonly { readonly player: string; readonly volume: Ratio; readonly scores: ByPlayer }[],
  ): Either<ContributionFault, Allocation> => {
    const criteria = Object.keys(weights)
    const figures: { readonly player: string; readonly value: Ratio }[] = []
    for (const { player, volume, scores } of rows) {
      const known = figuresOf(criteria)(scores)
      if (isLeft(known)) return known
      const points = known.right.map((s, c) => mulRatio(s, weights[criteria[c] ?? ''] ?? zero))
      figures.push({ player, value: mulRatio(volume, sumRatio(points)) })
    }
    return byVolume(figures)
  }

/** Uniqueness: each record counts 1, divided among all who hold it; shares, sum 1.
 * @param holdings the records of each player
 * @returns Left NoPlayers, DuplicatePlayer, NothingPositive
 * @example
 * import { byUniqueness, formatAllocation } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const holdings = [{ player: 'A', records: ['x', 'y'] }, { player: 'B', records: ['y'] }]
 * pipe(byUniqueness(holdings), map(formatAllocation)) // => right('A 0.75, B 0.25') */
export const byUniqueness = (
  holdings: readonly { readonly player: string; readonly records: readonly string[] }[],
): Either<ContributionFault, Allocation> => {
  const players = holdings.map((h) => h.player)
  const fault = playersFault(players, Number.POSITIVE_INFINITY)
  if (fault !== undefined) return left(fault)
  const holders = new Map<string, string[]>()
  for (const { player, records } of holdings) {
    for (const record of new Set(records)) {
      const before = holders.get(record)
      if (before === undefined) holders.set(record, [player])
      else before.push(player)
    }
  }
  const terms = [...holders].map(([event, parties]) => ({ event, parties, amount: 1n }))
  return holders.size === 0 ?
      left({ _tag: 'NothingPositive' })
    : pipe(
        usageValue(terms),
        chain((found) =>
          shares(
            players.map((player) => ({
              player,
              value: found.find((x) => x.player === player)?.value ?? zero,
            })),
          ),
        ),
      )
}

/** Age decay: 2^{−age/half-life}.
 * @param options age and half-life in the same unit; places and rounding for what is not exact
 * @returns Left ParameterOutOfRange for an age below 0, a half-life of 0 or less, or beyond 10,000
 *   half-lives; Left PlacesOutOfRange
 * @example
 * import { ageDecay } from 'data-dividend/contribution'
 * const year = { halfLife: { num: 12n, den: 1n }, places: 4, rounding: 'halfUp' } as const
 * ageDecay(year)({ num: 24n, den: 1n }) // => right({ num: 1n, den: 4n })
 * ageDecay(year)({ num: 6n, den: 1n }) // => right({ num: 7071n, den: 10000n }) */
export const ageDecay =
  ({
    halfLife,
    places,
    rounding,
  }: {
    readonly halfLife: Ratio
    readonly places: number
    readonly rounding: Rounding
  }) =>
  (age: Ratio): Either<ContributionFault, Ratio> => {
    if (halfLife.num <= 0n) return left(outOfRange('halfLife', halfLife))
    if (!Number.isInteger(places) || places < 0 || places > 30) {
      return left({ _tag: 'PlacesOutOfRange', places })
    }
    const lives = divRatio(age, halfLife)
    if (lives.num < 0n || lives.num > 10_000n * lives.den) return left(outOfRange('age', age))
    if (lives.den === 1n) return right(ratio(1n, 2n ** lives.num))
    // 2^{−x} of a fraction is irrational, so cutting its digits first cannot change the rounding.
    const digits = decimal('2').pow(decimal(lives).neg()).toFixed(40)
    const scaled = BigInt(digits.replace('.', ''))
    const scale = 10n ** BigInt(places)
    return right(ratio(divBy(rounding)(scaled * scale, 10n ** 40n), scale))
  }

/** A weighting as platforms use it, and what it gives up. */
export interface WeightingMethod {
  readonly id: string
  readonly name: Bilingual
  readonly breaks: Bilingual
}

/** All weightings, each with what it breaks. */
export const weightingMethods: readonly WeightingMethod[] = [
  {
    id: 'weighting.volume',
    name: { en: 'Volume', zh: '数据量' },
    breaks: {
      en: 'pays copies; pays volume that nobody uses (null player)',
      zh: '为副本付费；为无人使用的数据付费（违反零贡献者性质）',
    },
  },
  {
    id: 'weighting.usage',
    name: { en: 'Usage', zh: '使用次数' },
    breaks: {
      en: 'nothing of Shapley where each use names its parties; without them it pays copies',
      zh: '若每次使用都列明各方，则等于沙普利值；否则会为副本付费',
    },
  },
  {
    id: 'weighting.quality',
    name: { en: 'Quality by given weights', zh: '按给定权重的质量' },
    breaks: {
      en: 'pays copies; the result is that of the weights chosen',
      zh: '为副本付费；结果取决于所选权重',
    },
  },
  {
    id: 'weighting.uniqueness',
    name: { en: 'Uniqueness', zh: '独特性' },
    breaks: { en: 'near copies count as different records', zh: '近似副本被视为不同记录' },
  },
  {
    id: 'weighting.age-decay',
    name: { en: 'Age decay', zh: '时效衰减' },
    breaks: {
      en: 'efficiency before scaling; values change with the day of measuring',
      zh: '缩放前不满足有效性；数值随计算日期变化',
    },
  },
]

const shares = (figures: Figures): Either<ContributionFault, Allocation> => {
  const all = sumRatio(figures.map((x) => x.value))
  return all.num === 0n ?
      left({ _tag: 'NothingPositive' })
    : right(
        allocationOf(
          figures.map((x) => x.player),
          figures.map((x) => divRatio(x.value, all)),
        ),
      )
}

const figuresFault = (figures: Figures): ContributionFault | undefined => {
  const bad = figures.find((x) => x.value.num < 0n)
  return (
    playersFault(
      figures.map((x) => x.player),
      Number.POSITIVE_INFINITY,
    ) ??
    (bad && { _tag: 'NegativeFigure', player: bad.player, value: formatRatio(bad.value) })
  )
}

const outOfRange = (parameter: string, value: Ratio): ContributionFault => ({
  _tag: 'ParameterOutOfRange',
  parameter,
  value: formatRatio(value),
})
