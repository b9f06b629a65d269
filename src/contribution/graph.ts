/** Values where only players who are linked can work together.
 *
 *  v^g(S) = Σ of v over the components of S. Myerson: Shapley of v^g. Position: v(i) and half of
 *  the Shapley value of each of i's links in the game r(A) = Σ v over components of (N, A) − Σv(j).
 *  Average tree, on a forest: the mean over roots r of v(subtree of i) − Σ v(children's subtrees).
 *  Source: Myerson 1977; Borm, Owen, Tijs 1992; Herings, van der Laan, Talman 2008. */
import { chain, left, map, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { addRatio, mulRatio, ratio, type Ratio } from '../core/ratio.js'
import { allocationOf, aloneOf } from './allocation.js'
import { maskOf, membersOf, sizeOf } from './coalition.js'
import type { ContributionFault } from './fault.js'
import { bigTableLimit, gameOfIntegers, integersOf, within, type Game, type Value } from './game.js'
import { sumRatio, upTo } from './number.js'
import { shapley } from './semivalue.js'

/** Links between two players by name; a link given twice counts once. */
export type Links = readonly (readonly [string, string])[]

/** Myerson value: components split what they make, and a link is worth the same to both its ends.
 * @returns Left UnknownPlayer, LinkToItself; Left TooManyPlayers beyond 20
 * @example
 * import { formatAllocation, gameBySize, myerson } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const game = gameBySize(['A', 'B', 'C'])([0, 0, 0, 12, 6, 6, 12])
 * pipe(game, chain(myerson([['A', 'B'], ['A', 'C']])), map(formatAllocation))
 * // => right('A 7, B 4, C 1') */
export const myerson =
  (links: Links): Value =>
  (game) =>
    pipe(restricted(links)(game), chain(shapley))

/** The game in which a coalition is worth what its connected parts are worth.
 * @returns Left as `myerson`
 * @example
 * import { gameByMask, restricted } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(gameByMask(['A', 'B'])([0, 1, 2, 9]), chain(restricted([])), map((game) => game.worths[3]))
 * // => right(3) */
export const restricted =
  (links: Links) =>
  (game: Game): Either<ContributionFault, Game> =>
    pipe(
      game,
      within('myerson', bigTableLimit),
      chain(() => linksOf(game.players)(links)),
      map((pairs) => {
        const v = integersOf(game)
        const worths = v.map((_, mask) =>
          componentsOf(pairs)(mask).reduce((sum, part) => sum + (v[part] ?? 0n), 0n),
        )
        return gameOfIntegers(game.players, worths, game.den)
      }),
    )

/** Position value: links are the players, and each end takes half of its links.
 * @returns Left UnknownPlayer, LinkToItself; Left TooManyLinks beyond 20
 * @example
 * import { formatAllocation, gameBySize, position } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const game = gameBySize(['A', 'B', 'C'])([0, 0, 0, 12, 6, 6, 12])
 * pipe(game, chain(position([['A', 'B'], ['A', 'C']])), map(formatAllocation))
 * // => right('A 6, B 4.5, C 1.5') */
export const position =
  (links: Links): Value =>
  (game) =>
    pipe(
      linksOf(game.players)(links),
      chain((pairs) =>
        pipe(
          linkShares(game, pairs),
          map((shares) =>
            allocationOf(
              game.players,
              aloneOf(game).map((alone, i) =>
                addRatio(
                  alone,
                  mulRatio(
                    ratio(1n, 2n),
                    sumRatio(shares.filter((_, at) => pairs[at]?.includes(i))),
                  ),
                ),
              ),
            ),
          ),
        ),
      ),
    )

/** Average tree value, for graphs without cycles.
 * @returns Left UnknownPlayer, LinkToItself; Left NotAForest with a player on a cycle's component
 * @example
 * import { averageTree, formatAllocation, gameBySize } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const game = gameBySize(['A', 'B', 'C'])([0, 0, 0, 12, 6, 6, 12])
 * pipe(game, chain(averageTree([['A', 'B'], ['B', 'C']])), map(formatAllocation))
 * // => right('A 2, B 10, C 0') */
export const averageTree =
  (links: Links): Value =>
  (game) =>
    pipe(
      linksOf(game.players)(links),
      chain((pairs) => {
        const parts = componentsOf(pairs)(game.worths.length - 1)
        const cyclic = parts.find(
          (part) => pairs.filter((pair) => inside(part, pair)).length !== sizeOf(part) - 1,
        )
        if (cyclic !== undefined) {
          const player = game.players[membersOf(cyclic)[0] ?? 0] ?? ''
          return left({ _tag: 'NotAForest' as const, player })
        }
        return right(
          allocationOf(
            game.players,
            game.players.map((_, i) => treeMean(game, pairs, i)),
          ),
        )
      }),
    )

/** Pairs of positions, each link once. */
export const linksOf =
  (players: readonly string[]) =>
  (links: Links): Either<ContributionFault, readonly (readonly [number, number])[]> => {
    const stranger = links.flat().find((name) => !players.includes(name))
    if (stranger !== undefined) return left({ _tag: 'UnknownPlayer', player: stranger })
    const loop = links.find(([a, b]) => a === b)
    if (loop !== undefined) return left({ _tag: 'LinkToItself', player: loop[0] })
    const keys = links.map(([a, b]) => maskOf([players.indexOf(a), players.indexOf(b)]))
    return right(
      [...new Set(keys)].map((mask) => {
        const [a = 0, b = 0] = membersOf(mask)
        return [a, b] as const
      }),
    )
  }

type Pairs = readonly (readonly [number, number])[]

const linkLimit = 20

const has = (mask: number, i: number): boolean => (mask & (1 << i)) !== 0

const inside = (mask: number, [a, b]: readonly [number, number]): boolean =>
  has(mask, a) && has(mask, b)

/** The connected parts of a coalition, as masks. */
const componentsOf =
  (pairs: Pairs) =>
  (mask: number): readonly number[] => {
    const parts: number[] = []
    for (let rest = mask; rest !== 0; rest &= ~(parts[parts.length - 1] ?? 0)) {
      parts.push(grown(pairs, mask, rest & -rest))
    }
    return parts
  }

/** All that is reached from a start without leaving a coalition. */
const grown = (pairs: Pairs, mask: number, start: number): number => {
  let [part, before] = [start, 0]
  while (part !== before) {
    before = part
    for (const [a, b] of pairs) {
      if (inside(mask, [a, b]) && has(part, a) !== has(part, b)) part |= (1 << a) | (1 << b)
    }
  }
  return part
}

/** The Shapley value of each link. */
const linkShares = (game: Game, pairs: Pairs): Either<ContributionFault, readonly Ratio[]> => {
  if (pairs.length > linkLimit) {
    return left({ _tag: 'TooManyLinks', links: pairs.length, limit: linkLimit })
  }
  if (pairs.length === 0) return right([])
  return pipe(
    shapley(linkGame(game, pairs)),
    map((shares) => shares.map((x) => x.value)),
  )
}

/** The game of the links: what all components make beyond their members alone. */
export const linkGame = (game: Game, pairs: Pairs): Game => {
  const v = integersOf(game)
  const full = v.length - 1
  const gainOf = (part: number): bigint =>
    membersOf(part).reduce((gain, i) => gain - (v[1 << i] ?? 0n), v[part] ?? 0n)
  const worths = upTo(2 ** pairs.length).map((links) => {
    const kept = pairs.filter((_, at) => has(links, at))
    return componentsOf(kept)(full).reduce((sum, part) => sum + gainOf(part), 0n)
  })
  const names = pairs.map(([a, b]) => `${game.players[a] ?? ''}–${game.players[b] ?? ''}`)
  return gameOfIntegers(names, worths, game.den)
}

/** The component of a player, and what hangs on it when the player is taken out. */
export const branchesOf = (
  pairs: Pairs,
  full: number,
  i: number,
): { readonly part: number; readonly branches: readonly number[] } => {
  const part = grown(pairs, full, 1 << i)
  const cut = pairs.filter((pair) => !pair.includes(i))
  const around = pairs.filter((pair) => pair.includes(i)).map(([a, b]) => (a === i ? b : a))
  return { part, branches: around.map((j) => grown(cut, part, 1 << j)) }
}

/** Mean over all roots of a component of what i's subtree adds to its children's subtrees. */
const treeMean = (game: Game, pairs: Pairs, i: number): Ratio => {
  const v = integersOf(game)
  const { part, branches } = branchesOf(pairs, v.length - 1, i)
  const all = branches.reduce((sum, branch) => sum + (v[branch] ?? 0n), 0n)
  // With the root in a branch, i's subtree is the component without it and the branch is no child.
  const total = branches.reduce(
    (sum, branch) =>
      sum + BigInt(sizeOf(branch)) * ((v[part & ~branch] ?? 0n) - all + (v[branch] ?? 0n)),
    (v[part] ?? 0n) - all,
  )
  return ratio(total, BigInt(sizeOf(part)) * game.den)
}
