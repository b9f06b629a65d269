/** Why a player gets this figure: every coalition joined, what that added, and its weight.
 *
 *  The tree of a semivalue is value = Σ coalition, with one node a coalition S of the others:
 *  weight × (with − without) = p_|S| × (v(S∪i) − v(S)); worths are leaves. */
import { chain, map, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { zero } from '../core/ratio.js'
import { sizeOf } from './coalition.js'
import { explaining, given, worked, type Explain, type Node, type Reading } from './explain-node.js'
import type { ContributionFault } from './fault.js'
import type { Game } from './game.js'
import { upTo } from './number.js'
import { checkedLaw, shapleyLaw, type SizeLaw } from './size-law.js'

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
export const explainSemivalue = (law: SizeLaw, source: string): Explain =>
  explaining(explanationLimit, semivalueNode('value', law, source))

/** Explains a Shapley value of the game that a rule makes of the one given. */
export const explainIn =
  (gameIn: (game: Game) => Either<ContributionFault, Game>): Explain =>
  (game) =>
  (player) =>
    pipe(
      gameIn(game),
      chain((other) => explainSemivalue(shapleyLaw, 's!(n−s−1)!/n!')(other)(player)),
    )

/** Players beyond which a tree of all coalitions is no reading any more. */
export const explanationLimit = 12

/** The figure of a semivalue as a part of another. */
export const semivalueNode =
  (label: string, law: SizeLaw, source: string) =>
  (reading: Reading, i: number): Either<ContributionFault, Node> => {
    const { full, game, name, worth } = reading
    const count = game.players.length
    const rest = String(count - 1)
    return pipe(
      law(count),
      chain(checkedLaw(count)),
      map((p) => {
        const others = upTo(full + 1).filter((mask) => (mask & (1 << i)) === 0)
        const parts = others.map((mask) => {
          const size = sizeOf(mask)
          return worked(`coalition.${name(mask)}`, 'weight × (with − without)', [
            given('weight', p[size] ?? zero, `${source}, ${String(size)} of ${rest} others`),
            worth('with', mask | (1 << i)),
            worth('without', mask),
          ])
        })
        return worked(label, 'Σ coalition', parts)
      }),
    )
  }
