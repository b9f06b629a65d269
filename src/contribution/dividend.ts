/** Harsanyi dividends, and values that share each coalition's dividend by weights.
 *
 *  d(S) = v(S) − Σ_{T⊂S} d(T). Weighted Shapley: Σ_{S∋i} d(S)·w_i/w(S), w > 0; proportional
 *  Shapley: w_i = v(i).
 *  Source: Harsanyi 1963; Shapley 1953, Kalai & Samet 1987; Béal, Ferrières, Rémila, Solal 2018. */
import { chain, left, map, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { addRatio, formatRatio, ratio, zero, type Ratio } from '../core/ratio.js'
import { aloneOf, allocationOf } from './allocation.js'
import { membersOf } from './coalition.js'
import type { ContributionFault } from './fault.js'
import { bigTableLimit, integersOf, within, type Game, type Value } from './game.js'
import { overCommon } from './number.js'

/** A figure for each player, by name. */
export type ByPlayer = Readonly<Record<string, Ratio>>

/** Dividends by mask: what each coalition adds to all that its parts have already.
 * @returns Left TooManyPlayers beyond 20
 * laws: the sum of d(T) over T ⊆ S is v(S)
 * @example
 * import { dividends, gameBySize } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(
 *   gameBySize(['A', 'B', 'C'])([0, 0, 0, 0, 1, 1, 1]),
 *   chain(dividends),
 *   map((d) => d.map((x) => Number(x.num))),
 * ) // => right([0, 0, 0, 0, 0, 1, 1, -1]) */
export const dividends = (game: Game): Either<ContributionFault, readonly Ratio[]> =>
  pipe(
    game,
    within('dividends', bigTableLimit),
    map(() => integerDividends(integersOf(game)).map((d) => ratio(d, game.den))),
  )

/** Shapley value where each dividend is shared in proportion to given weights.
 * @param weights above zero, for every player and nobody else
 * @returns Left PlayerMissing, UnknownPlayer, WeightNotPositive; Left TooManyPlayers beyond 16
 * @example
 * import { formatAllocation, gameByMask, weightedShapley } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const thirds = weightedShapley({ A: { num: 1n, den: 1n }, B: { num: 2n, den: 1n } })
 * pipe(gameByMask(['A', 'B'])([0, 0, 0, 9]), chain(thirds), map(formatAllocation))
 * // => right('A 3, B 6') */
export const weightedShapley =
  (weights: ByPlayer): Value =>
  (game) =>
    pipe(
      figuresOf(game.players)(weights),
      chain((figures) => {
        const bad = figures.findIndex((w) => w.num <= 0n)
        return bad < 0 ?
            byWeights(figures)(game)
          : left({
              _tag: 'WeightNotPositive' as const,
              player: game.players[bad] ?? '',
              weight: formatRatio(figures[bad] ?? zero),
            })
      }),
    )

/** Shapley value weighted by what the players are worth alone.
 * @returns Left StandAloneSigns unless all v(i) are positive or all negative; Left TooManyPlayers
 *   beyond 16
 * @example
 * import { formatAllocation, gameByMask, proportionalShapley } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(gameByMask(['A', 'B'])([0, 1, 2, 9]), chain(proportionalShapley), map(formatAllocation))
 * // => right('A 3, B 6') */
export const proportionalShapley: Value = (game) => {
  const alone = aloneOf(game)
  const sign = (alone[0]?.num ?? 0n) < 0n ? -1n : 1n
  const bad = alone.findIndex((x) => x.num * sign <= 0n)
  return bad < 0 ?
      byWeights(alone.map((x) => ratio(x.num * sign, x.den)))(game)
    : left({
        _tag: 'StandAloneSigns',
        player: game.players[bad] ?? '',
        worth: formatRatio(alone[bad] ?? zero),
      })
}

/** The figures of a record in the order of the players, all of them and no others. */
export const figuresOf =
  (players: readonly string[]) =>
  (figures: ByPlayer): Either<ContributionFault, readonly Ratio[]> => {
    const stranger = Object.keys(figures).find((name) => !players.includes(name))
    if (stranger !== undefined) return left({ _tag: 'UnknownPlayer', player: stranger })
    const missing = players.find((name) => !Object.hasOwn(figures, name))
    return missing === undefined ?
        right(players.map((name) => figures[name] ?? zero))
      : left({ _tag: 'PlayerMissing', player: missing })
  }

/** Möbius transform: differences along every bit. */
export const integerDividends = (worths: readonly bigint[]): readonly bigint[] => {
  const d = [...worths]
  for (let bit = 1; bit < d.length; bit *= 2) {
    for (let mask = 0; mask < d.length; mask += 1) {
      if ((mask & bit) !== 0) d[mask] = (d[mask] ?? 0n) - (d[mask - bit] ?? 0n)
    }
  }
  return d
}

const weightedLimit = 16

/** Σ_{S∋i} d(S)·w_i/w(S), the dividends added up by w(S) before anything is divided. */
const byWeights =
  (weights: readonly Ratio[]): Value =>
  (game) =>
    pipe(
      game,
      within('weighted-shapley', weightedLimit),
      map(() => {
        const w = overCommon(weights).nums
        const totals = new Map<bigint, bigint[]>()
        integerDividends(integersOf(game)).forEach((d, mask) => {
          if (d === 0n) return
          const members = membersOf(mask)
          const weight = members.reduce((sum, i) => sum + (w[i] ?? 0n), 0n)
          const row = totals.get(weight) ?? game.players.map(() => 0n)
          for (const i of members) row[i] = (row[i] ?? 0n) + d
          totals.set(weight, row)
        })
        const values = game.players.map((_, i) =>
          [...totals].reduce<Ratio>(
            (sum, [weight, row]) =>
              addRatio(sum, ratio((row[i] ?? 0n) * (w[i] ?? 0n), weight * game.den)),
            zero,
          ),
        )
        return allocationOf(game.players, values)
      }),
    )
