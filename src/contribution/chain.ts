/** Rules along a chain: what a link earns, and what goes up to the links before it.
 *
 *  Geometric(λ), lowest link first: x_i = λ·(r_i + carried), the rest goes up, the top keeps all it
 *  has; λ = 1 no transfer, λ = 0 all to the top, ½ the MIT strategy; in a tree children pay their
 *  parent. Serial: r_i in equal parts to i and every superior. On a game and an order of links:
 *  downstream v(1..i) − v(1..i−1), upstream v(i..n) − v(i+1..n), equal loss their mean.
 *  Source: Hougaard, Moreno-Ternero, Tvede, Østerdal 2017; Ambec & Sprumont 2002; van den Brink, van
 *  der Laan, Vasil'ev 2007. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
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
import { allocationOf } from './allocation.js'
import type { ContributionFault } from './fault.js'
import type { Figures } from './forms.js'
import { playersFault, worthOf, type Allocation, type Game, type Value } from './game.js'

/** One link of a tree of links: what it earns, and who stands directly above it. 产业链环节 */
export interface ChainLink {
  readonly player: string
  readonly revenue: Ratio
  /** Absent for a link without a superior. */
  readonly superior?: string
}

/** The links of a chain, the lowest first, each below the next.
 * @example
 * import { lineOf } from 'data-dividend/contribution'
 * lineOf([{ player: 'low', value: { num: 8n, den: 1n } }, { player: 'top', value: { num: 4n, den: 1n } }])
 * // => [
 * // { player: 'low', revenue: { num: 8n, den: 1n }, superior: 'top' },
 * // { player: 'top', revenue: { num: 4n, den: 1n } }] */
export const lineOf = (revenues: Figures): readonly ChainLink[] =>
  revenues.map(({ player, value }, i) => {
    const above = revenues[i + 1]
    return above === undefined ?
        { player, revenue: value }
      : { player, revenue: value, superior: above.player }
  })

/** Geometric rule: each link keeps the part λ of what it has and passes the rest up.
 * @param lambda from 0 to 1
 * @returns Left NoPlayers, DuplicatePlayer, UnknownPlayer for a superior, RankingCycle, NegativeFigure
 *   for a revenue below 0, ParameterOutOfRange
 * laws: sums to all revenues
 * @example
 * import { formatAllocation, geometric, lineOf } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const revenues = [8n, 4n, 2n, 6n].map((num, i) => ({ player: 'ABCD'[i]!, value: { num, den: 1n } }))
 * pipe(geometric({ num: 1n, den: 2n })(lineOf(revenues)), map(formatAllocation))
 * // => right('A 4, B 4, C 3, D 9') */
export const geometric =
  (lambda: Ratio) =>
  (links: readonly ChainLink[]): Either<ContributionFault, Allocation> => {
    if (lambda.num < 0n || compareRatio(lambda, one) > 0) {
      return left({ _tag: 'ParameterOutOfRange', parameter: 'lambda', value: formatRatio(lambda) })
    }
    const ranked = rankingOf(links)
    if (isLeft(ranked)) return ranked
    const held = links.map((link) => link.revenue)
    for (const i of bottomUp(ranked.right)) {
      const superior = ranked.right[i]?.[0]
      if (superior === undefined) continue
      const all = held[i] ?? zero
      held[i] = mulRatio(lambda, all)
      held[superior] = addRatio(held[superior] ?? zero, subRatio(all, mulRatio(lambda, all)))
    }
    return right(
      allocationOf(
        links.map((link) => link.player),
        held,
      ),
    )
  }

/** Serial rule: a link's revenue in equal parts to it and all above it.
 * @returns Left as `geometric`
 * laws: equals the conjunctive permission value of the additive game
 * @example
 * import { formatAllocation, lineOf, serial } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const revenues = [8n, 4n].map((num, i) => ({ player: 'AB'[i]!, value: { num, den: 1n } }))
 * pipe(serial(lineOf(revenues)), map(formatAllocation)) // => right('A 4, B 8') */
export const serial = (links: readonly ChainLink[]): Either<ContributionFault, Allocation> => {
  const ranked = rankingOf(links)
  if (isLeft(ranked)) return ranked
  const held = links.map(() => zero)
  links.forEach((link, start) => {
    const line: number[] = []
    for (let i: number | undefined = start; i !== undefined; i = ranked.right[i]?.[0]) line.push(i)
    const part = divRatio(link.revenue, ratio(BigInt(line.length)))
    for (const i of line) held[i] = addRatio(held[i] ?? zero, part)
  })
  return right(
    allocationOf(
      links.map((link) => link.player),
      held,
    ),
  )
}

/** Downstream incremental: what each link adds to those before it in the declared order.
 * @example
 * import { downstream, formatAllocation, gameByMask } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(gameByMask(['A', 'B'])([0, 1, 2, 7]), chain(downstream), map(formatAllocation))
 * // => right('A 1, B 6') */
export const downstream: Value = (game) =>
  right(
    allocationOf(
      game.players,
      stepsAlong(
        game,
        (i) => 2 ** (i + 1) - 1,
        (i) => 2 ** i - 1,
      ),
    ),
  )

/** Upstream incremental: what each link adds to those after it.
 * @example
 * import { formatAllocation, gameByMask, upstream } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(gameByMask(['A', 'B'])([0, 1, 2, 7]), chain(upstream), map(formatAllocation))
 * // => right('A 5, B 2') */
export const upstream: Value = (game) => {
  const full = game.worths.length - 1
  return right(
    allocationOf(
      game.players,
      stepsAlong(
        game,
        (i) => full - (2 ** i - 1),
        (i) => full - (2 ** (i + 1) - 1),
      ),
    ),
  )
}

/** Equal loss on a line: the mean of downstream and upstream, so that cutting a link costs both
 * sides the same.
 * @example
 * import { equalLoss, formatAllocation, gameByMask } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(gameByMask(['A', 'B'])([0, 1, 2, 7]), chain(equalLoss), map(formatAllocation))
 * // => right('A 3, B 4') */
export const equalLoss: Value = (game) => {
  const [down, up] = [downstream(game), upstream(game)]
  if (isLeft(down)) return down
  if (isLeft(up)) return up
  return right(
    down.right.map(({ player, value }, i) => ({
      player,
      value: mulRatio(ratio(1n, 2n), addRatio(value, up.right[i]?.value ?? zero)),
    })),
  )
}

/** Positions of each player's direct superiors: unknown names and cycles are refused.
 * @returns Left UnknownPlayer; Left RankingCycle with a player on a cycle or above one */
export const superiorsOf =
  (players: readonly string[]) =>
  (
    pairs: readonly { readonly player: string; readonly superior: string }[],
  ): Either<ContributionFault, readonly (readonly number[])[]> => {
    const stranger = pairs
      .flatMap(({ player, superior }) => [player, superior])
      .find((name) => !players.includes(name))
    if (stranger !== undefined) return left({ _tag: 'UnknownPlayer', player: stranger })
    const above = players.map((name) => [
      ...new Set(pairs.filter((p) => p.player === name).map((p) => players.indexOf(p.superior))),
    ])
    const order = bottomUp(above)
    const cyclic = players.find((_, i) => !order.includes(i))
    return cyclic === undefined ? right(above) : left({ _tag: 'RankingCycle', player: cyclic })
  }

const rankingOf = (
  links: readonly ChainLink[],
): Either<ContributionFault, readonly (readonly number[])[]> => {
  const players = links.map((link) => link.player)
  const fault = playersFault(players, Number.POSITIVE_INFINITY)
  if (fault !== undefined) return left(fault)
  const negative = links.find((link) => link.revenue.num < 0n)
  if (negative !== undefined) {
    const value = formatRatio(negative.revenue)
    return left({ _tag: 'NegativeFigure', player: negative.player, value })
  }
  return superiorsOf(players)(
    links.flatMap(({ player, superior }) => (superior === undefined ? [] : [{ player, superior }])),
  )
}

/** Positions such that nobody comes after a superior; those on or above a cycle are left out. */
const bottomUp = (above: readonly (readonly number[])[]): readonly number[] => {
  const order: number[] = []
  for (let found = true; found;) {
    const free = above.findIndex(
      (_, i) => !order.includes(i) && above.every((up, j) => order.includes(j) || !up.includes(i)),
    )
    found = free >= 0
    if (found) order.push(free)
  }
  return order
}

const stepsAlong = (
  game: Game,
  upper: (i: number) => number,
  lower: (i: number) => number,
): readonly Ratio[] => {
  const worth = worthOf(game)
  return game.players.map((_, i) => subRatio(worth(upper(i)), worth(lower(i))))
}
