/** Parts that most values are made of: what players are worth alone, last, and together. */
import { right, type Either } from 'fp-ts/lib/Either.js'
import { addRatio, formatRatio, mulRatio, ratio, subRatio, type Ratio } from '../core/ratio.js'
import type { ContributionFault } from './fault.js'
import type { Allocation, Game, Value } from './game.js'
import { sumRatio } from './number.js'

/** An allocation as text: names and exact figures in declared order.
 * @example
 * import { formatAllocation } from 'data-dividend/contribution'
 * formatAllocation([{ player: 'A', value: { num: 1n, den: 6n } }]) // => 'A 1/6' */
export const formatAllocation = (allocation: Allocation): string =>
  allocation.map(({ player, value }) => `${player} ${formatRatio(value)}`).join(', ')

/** The same rule for games of costs: costs are worths with the other sign. Linear values need no
 * such care; tau, nucleolus, core and least core do.
 * @example
 * import { formatAllocation, gameBySize, nucleolus, ofCosts } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(gameBySize(['A', 'B'])([4, 6, 8]), chain(ofCosts(nucleolus)), map(formatAllocation))
 * // => right('A 3, B 5') */
export const ofCosts =
  (value: Value): Value =>
  (game) => {
    const shares = value(negated(game))
    return shares._tag === 'Left' ?
        shares
      : right(shares.right.map((x) => ({ ...x, value: ratio(-x.value.num, x.value.den) })))
  }

/** Figures with their players' names. */
export const allocationOf = (players: readonly string[], values: readonly Ratio[]): Allocation =>
  values.map((value, i) => ({ player: players[i] ?? '', value }))

/** Whole figures over one denominator, with their players' names. */
export const allocationOver = (
  players: readonly string[],
  values: readonly bigint[],
  den: bigint,
): Either<ContributionFault, Allocation> =>
  right(
    allocationOf(
      players,
      values.map((num) => ratio(num, den)),
    ),
  )

/** v(N) */
export const wholeOf = (game: Game): Ratio => entry(game, game.worths.length - 1)

/** v(i) of every player. */
export const aloneOf = (game: Game): readonly Ratio[] =>
  game.players.map((_, i) => entry(game, 1 << i))

/** M_i = v(N) − v(N∖i) of every player. */
export const lastOf = (game: Game): readonly Ratio[] =>
  game.players.map((_, i) =>
    subRatio(wholeOf(game), entry(game, game.worths.length - 1 - (1 << i))),
  )

/** Figures raised by equal parts until they share a total. */
export const plusEqualParts = (total: Ratio, figures: readonly Ratio[]): readonly Ratio[] => {
  const part = mulRatio(subRatio(total, sumRatio(figures)), ratio(1n, BigInt(figures.length)))
  return figures.map((x) => addRatio(x, part))
}

const entry = (game: Game, mask: number): Ratio => ratio(BigInt(game.worths[mask] ?? 0), game.den)

const negated = (game: Game): Game => ({
  ...game,
  worths:
    game.worths instanceof Float64Array ?
      game.worths.map((x) => 0 - x)
    : game.worths.map((x) => -x),
})
