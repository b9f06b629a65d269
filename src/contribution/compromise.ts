/** Values that lie between the least and the most a player can claim.
 *
 *  M_i = v(N) − v(N∖i). Tau: m_i = max_{S∋i} v(S) − Σ_{S∖i} M_j; the point on the segment from m to
 *  M with sum v(N). Gately: the same on the segment from v(i) to M_i, so that everybody's propensity
 *  to disrupt, (Σ_{j≠i} x_j − v(N∖i)) / (x_i − v(i)), is equal.
 *  Source: Tijs 1981; Gately 1974, Littlechild & Vaidya 1976. */
import { chain, left, right } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import {
  addRatio,
  compareRatio,
  divRatio,
  formatRatio,
  mulRatio,
  ratio,
  subRatio,
  zero,
  type Ratio,
} from '../core/ratio.js'
import { allocationOf, aloneOf, lastOf, wholeOf } from './allocation.js'
import { membersOf } from './coalition.js'
import type { ContributionFault } from './fault.js'
import { bigTableLimit, integersOf, within, type Game, type Value } from './game.js'
import { sumRatio } from './number.js'

/** Tau value: a compromise between the minimal right and the utopia payoff of each player.
 * @returns Left NotQuasiBalanced unless m ≤ M and Σm ≤ v(N) ≤ ΣM; Left TooManyPlayers beyond 20
 * @example
 * import { formatAllocation, gameBySize, tau } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(gameBySize(['A', 'B', 'C'])([0, 0, 0, 2, 2, 3, 5]), chain(tau), map(formatAllocation))
 * // => right('A 1.25, B 1.875, C 1.875') */
export const tau: Value = (game) =>
  pipe(
    game,
    within('tau', bigTableLimit),
    chain(() => {
      const [low, high] = [minimalRights(game), lastOf(game)]
      const whole = wholeOf(game)
      const bad = low.findIndex((m, i) => compareRatio(m, high[i] ?? zero) > 0)
      const [least, most] = [sumRatio(low), sumRatio(high)]
      if (bad >= 0) return left(unbalanced(game.players[bad] ?? '', low[bad], high[bad]))
      return compareRatio(least, whole) > 0 || compareRatio(whole, most) > 0 ?
          left(unbalanced(game.players.join('+'), least, most))
        : right(allocationOf(game.players, onSegment(low, high, whole)))
    }),
  )

/** Gately point: nobody is more tempted to leave than another.
 * @returns Left GatelyUndefined when ΣM = Σv(j), unless every M_i = v(i) and v(N) is their sum
 * @example
 * import { formatAllocation, gameBySize, gately } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(gameBySize(['A', 'B', 'C'])([0, 0, 0, 2, 2, 3, 5]), chain(gately), map(formatAllocation))
 * // => right('A 1.25, B 1.875, C 1.875') */
export const gately: Value = (game) => {
  const [alone, last, whole] = [aloneOf(game), lastOf(game), wholeOf(game)]
  const [low, high] = [sumRatio(alone), sumRatio(last)]
  const additive =
    compareRatio(low, whole) === 0 && alone.every((x, i) => compareRatio(x, last[i] ?? zero) === 0)
  return compareRatio(low, high) !== 0 || additive ?
      right(allocationOf(game.players, onSegment(alone, last, whole)))
    : left({ _tag: 'GatelyUndefined', standAlone: formatRatio(low), total: formatRatio(whole) })
}

/** m_i = M_i + max_{S∋i} (v(S) − Σ_S M_j). */
const minimalRights = (game: Game): readonly Ratio[] => {
  const v = integersOf(game)
  const full = v.length - 1
  const last = game.players.map((_, i) => (v[full] ?? 0n) - (v[full - (1 << i)] ?? 0n))
  const best: (bigint | undefined)[] = game.players.map(() => undefined)
  v.forEach((worth, mask) => {
    const members = membersOf(mask)
    const gap = members.reduce((rest, i) => rest - (last[i] ?? 0n), worth)
    for (const i of members) {
      const before = best[i]
      if (before === undefined || gap > before) best[i] = gap
    }
  })
  return best.map((gap, i) => ratio((gap ?? 0n) + (last[i] ?? 0n), game.den))
}

/** The point low + λ·(high − low) with a given sum; low itself where the ends have one sum. */
const onSegment = (low: readonly Ratio[], high: readonly Ratio[], sum: Ratio): readonly Ratio[] => {
  const from = sumRatio(low)
  const width = subRatio(sumRatio(high), from)
  const along = width.num === 0n ? zero : divRatio(subRatio(sum, from), width)
  return low.map((x, i) => addRatio(x, mulRatio(along, subRatio(high[i] ?? zero, x))))
}

const unbalanced = (player: string, lower = zero, upper = zero): ContributionFault => ({
  _tag: 'NotQuasiBalanced',
  player,
  lower: formatRatio(lower),
  upper: formatRatio(upper),
})
