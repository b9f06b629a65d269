/** Interactions: what a set of players adds together beyond its parts.
 *
 *  Δ_T v(S) = Σ_{L⊆T} (−1)^{t−l}·v(S∪L). SII: Σ_{S⊆N∖T} Δ/((n−t+1)·C(n−t, s)); BII: the mean of Δ
 *  over the 2^{n−t} sets; STII of order k: for t < k Δ_T v(∅), for t = k (k/n)·Σ Δ/C(n−1, s); FSII
 *  of order k: the least-squares fit by sets up to k, exact at ∅ and N. All from dividends d:
 *  SII Σ_{R⊇T} d(R)/(r−t+1); BII Σ d(R)/2^{r−t}; STII (t = k) Σ d(R)/C(r, k); FSII d(T) +
 *  (−1)^{k−t}·t/(k+t)·C(k,t)·Σ_{R⊃T, r>k} C(r−1, k)/C(r+k−1, k+t)·d(R).
 *  Source: Grabisch & Roubens 1999; Sundararajan, Dhamdhere, Agarwal 2020; Tsai, Yeh, Ravikumar
 *  2023. */
import { chain, left, map, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { addRatio, mulRatio, ratio, type Ratio, zero } from '../core/ratio.js'
import { sizeOf } from './coalition.js'
import { dividends } from './dividend.js'
import type { ContributionFault } from './fault.js'
import { within, type Game } from './game.js'
import { choose, wholeRatio } from './number.js'

/** Interaction by mask, non-empty coalitions only. 交互作用 */
export type Interactions = ReadonlyMap<number, Ratio>

/** An index of interactions up to coalitions of a size. */
export type Interaction = (order: number) => (game: Game) => Either<ContributionFault, Interactions>

/** Shapley interaction index: single players get their Shapley value.
 * @param order the largest coalition asked for, 1 to n
 * @returns Left OrderOutOfRange; Left TooManyPlayers beyond 16
 * @example
 * import { gameBySize, shapleyInteraction } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const glove = gameBySize(['A', 'B', 'C'])([0, 0, 0, 0, 1, 1, 1])
 * pipe(glove, chain(shapleyInteraction(2)), map((x) => x.get(0b011)))
 * // => right({ num: -1n, den: 2n }) */
export const shapleyInteraction: Interaction = overSupersets((r, t) => ratio(1n, BigInt(r - t + 1)))

/** Banzhaf interaction index: single players get their Banzhaf value.
 * @returns Left as `shapleyInteraction`
 * @example
 * import { banzhafInteraction, gameBySize } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const glove = gameBySize(['A', 'B', 'C'])([0, 0, 0, 0, 1, 1, 1])
 * pipe(glove, chain(banzhafInteraction(1)), map((x) => x.get(0b100)))
 * // => right({ num: 3n, den: 4n }) */
export const banzhafInteraction: Interaction = overSupersets((r, t) =>
  ratio(1n, 2n ** BigInt(r - t)),
)

/** Shapley–Taylor index: all up to an order sums to v(N).
 * @returns Left as `shapleyInteraction`
 * @example
 * import { gameBySize, shapleyTaylor } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const glove = gameBySize(['A', 'B', 'C'])([0, 0, 0, 0, 1, 1, 1])
 * pipe(glove, chain(shapleyTaylor(2)), map((x) => x.get(0b011)))
 * // => right({ num: -1n, den: 3n }) */
export const shapleyTaylor: Interaction = overSupersets((r, t, k) =>
  t < k ?
    r === t ?
      wholeRatio(1)
    : zero
  : ratio(1n, choose(r, k)),
)

/** Faithful Shapley interaction: the best fit of the game by coalitions up to an order.
 * @returns Left as `shapleyInteraction`
 * @example
 * import { faithfulShapley, gameBySize } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const glove = gameBySize(['A', 'B', 'C'])([0, 0, 0, 0, 1, 1, 1])
 * pipe(glove, chain(faithfulShapley(2)), map((x) => x.get(0b100)))
 * // => right({ num: 1n, den: 6n }) */
export const faithfulShapley: Interaction = overSupersets((r, t, k) => {
  if (r <= k) return r === t ? wholeRatio(1) : zero
  const sign = (k - t) % 2 === 0 ? 1n : -1n
  return ratio(
    sign * BigInt(t) * choose(k, t) * choose(r - 1, k),
    BigInt(k + t) * choose(r + k - 1, k + t),
  )
})

const interactionLimit = 16

/** An index that weighs the dividends of all supersets by sizes: of the superset, of the set, and
 * the order. */
function overSupersets(weight: (r: number, t: number, k: number) => Ratio): Interaction {
  return (order) => (game) =>
    pipe(
      game,
      within('interactions', interactionLimit),
      chain(() => {
        const players = game.players.length
        return Number.isInteger(order) && order >= 1 && order <= players ?
            dividends(game)
          : left<ContributionFault, readonly Ratio[]>({ _tag: 'OrderOutOfRange', order, players })
      }),
      map((d) => {
        const full = d.length - 1
        const found = new Map<number, Ratio>()
        for (let set = 1; set <= full; set += 1) {
          const t = sizeOf(set)
          if (t > order) continue
          const sums = new Map<number, Ratio>()
          for (let rest = full & ~set; ; rest = (rest - 1) & ~set & full) {
            const r = t + sizeOf(rest)
            sums.set(r, addRatio(sums.get(r) ?? zero, d[set | rest] ?? zero))
            if (rest === 0) break
          }
          const terms = [...sums].map(([r, sum]) => mulRatio(weight(r, t, order), sum))
          found.set(set, terms.reduce(addRatio, zero))
        }
        return found
      }),
    )
}
