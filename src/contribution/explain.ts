/** Why a player gets this figure: every coalition joined, what that added, and its weight.
 *
 *  The tree of a semivalue is value = Σ coalition, with one node a coalition S of the others:
 *  weight × (with − without) = p_|S| × (v(S∪i) − v(S)); worths are leaves. */
import { chain, left, map, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Explained } from '../core/explained.js'
import { formatRatio, mulRatio, subRatio, zero, type Ratio } from '../core/ratio.js'
import { coalitionName, sizeOf } from './coalition.js'
import type { ContributionFault } from './fault.js'
import { within, worthOf, type Game } from './game.js'
import { sumRatio, upTo } from './number.js'
import { checkedLaw, type SizeLaw } from './size-law.js'

/** Explains one player's figure in one game. */
export type Explain = (game: Game) => (player: string) => Either<ContributionFault, Explained>

/** The tree of a semivalue's figure down to the coalitions.
 * @param source what the weights are, for the leaves
 * @returns Left UnknownPlayer; Left TooManyPlayers beyond 12, where the tree has 2,048 nodes
 * laws: `redo(exact)` of the tree gives the semivalue
 * @example
 * import { exact, redo } from 'data-dividend'
 * import { explainSemivalue, gameByMask, shapleyLaw } from 'data-dividend/contribution'
 * import { chain, chainW } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(
 *   gameByMask(['A', 'B'])([0, 1, 2, 7]),
 *   chain((game) => explainSemivalue(shapleyLaw, 'Shapley')(game)('B')),
 *   chainW(redo(exact)),
 * ) // => right('4') */
export const explainSemivalue =
  (law: SizeLaw, source: string): Explain =>
  (game) =>
  (player) =>
    pipe(
      game,
      within('explanation', explanationLimit),
      chain(() => positionOf(game.players)(player)),
      chain((i) =>
        pipe(
          law(game.players.length),
          chain(checkedLaw(game.players.length)),
          map((p) => treeOf(game, i, p, source)),
        ),
      ),
    )

/** The position of a player in declared order.
 * @returns Left UnknownPlayer */
export const positionOf =
  (players: readonly string[]) =>
  (player: string): Either<ContributionFault, number> => {
    const at = players.indexOf(player)
    return at < 0 ? left({ _tag: 'UnknownPlayer', player }) : right(at)
  }

const explanationLimit = 12

const treeOf = (game: Game, i: number, p: readonly Ratio[], source: string): Explained => {
  const worth = worthOf(game)
  const name = coalitionName(game.players)
  const others = upTo(game.worths.length).filter((mask) => (mask & (1 << i)) === 0)
  const nodes = others.map((mask): { readonly tree: Explained; readonly value: Ratio } => {
    const weight = p[sizeOf(mask)] ?? zero
    const value = mulRatio(weight, subRatio(worth(mask | (1 << i)), worth(mask)))
    return {
      value,
      tree: {
        label: `coalition.${name(mask)}`,
        value: formatRatio(value),
        formula: 'weight × (with − without)',
        inputs: [
          {
            label: 'weight',
            value: formatRatio(weight),
            source: `${source}, ${String(sizeOf(mask))} of ${String(game.players.length - 1)} others`,
          },
          {
            label: 'with',
            value: formatRatio(worth(mask | (1 << i))),
            source: `v(${name(mask | (1 << i))})`,
          },
          { label: 'without', value: formatRatio(worth(mask)), source: `v(${name(mask)})` },
        ],
      },
    }
  })
  return {
    label: 'value',
    title: { en: `Contribution of ${game.players[i] ?? ''}`, zh: `${game.players[i] ?? ''}的贡献` },
    value: formatRatio(sumRatio(nodes.map((x) => x.value))),
    formula: 'Σ coalition',
    inputs: nodes.map((x) => x.tree),
  }
}
