/** Values of players who stand in unions that act together.
 *
 *  Owen: Σ over sets H of other unions and T ⊆ B∖i of h!(m−h−1)!/m! · t!(b−t−1)!/b! ·
 *  (v(Q_H ∪ T ∪ i) − v(Q_H ∪ T)), m unions, B the union of i with b members, Q_H the members of H.
 *  Banzhaf–Owen: the weights are 2^{1−m}·2^{1−b}; not efficient.
 *  Source: Owen 1977; Owen 1982. */
import { chain, left, map, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { mulRatio, ratio, type Ratio } from '../core/ratio.js'
import { allocationOf } from './allocation.js'
import { maskOf, membersOf, sizeOf } from './coalition.js'
import type { ContributionFault } from './fault.js'
import { bigTableLimit, integersOf, within, type Game, type Value } from './game.js'
import { sumRatio, upTo } from './number.js'
import { shapleyWeight } from './size-law.js'

/** Unions of players, each player in exactly one. */
export type Unions = readonly (readonly string[])[]

/** Owen value: unions arrive in random order, and inside each its members.
 * @returns Left NotAPartition with the first player in no union, or in two, UnknownPlayer; Left
 *   TooManyPlayers beyond 20
 * laws: efficient; one union, or only unions of one, is Shapley
 * @example
 * import { formatAllocation, gameBySize, owen } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const glove = gameBySize(['A', 'B', 'C'])([0, 0, 0, 0, 1, 1, 1])
 * pipe(glove, chain(owen([['A', 'B'], ['C']])), map(formatAllocation))
 * // => right('A 0.25, B 0.25, C 0.5') */
export const owen = (unions: Unions): Value => unionValue(unions, shapleyWeight)

/** Banzhaf–Owen value: every set of unions and every part of one's own equally likely.
 * @returns Left as `owen`
 * @example
 * import { banzhafOwen, formatAllocation, gameBySize } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const glove = gameBySize(['A', 'B', 'C'])([0, 0, 0, 0, 1, 1, 1])
 * pipe(glove, chain(banzhafOwen([['A', 'B'], ['C']])), map(formatAllocation))
 * // => right('A 0.25, B 0.25, C 0.5') */
export const banzhafOwen = (unions: Unions): Value =>
  unionValue(unions, (n) => () => ratio(1n, 2n ** BigInt(n - 1)))

/** Groups of names as masks, each player in exactly one. */
export const partitionOf =
  (players: readonly string[]) =>
  (groups: Unions): Either<ContributionFault, readonly number[]> => {
    const named = groups.flat()
    const stranger = named.find((name) => !players.includes(name))
    if (stranger !== undefined) return left({ _tag: 'UnknownPlayer', player: stranger })
    const bad = players.find((name) => named.filter((other) => other === name).length !== 1)
    return bad === undefined ?
        right(
          groups
            .filter((group) => group.length > 0)
            .map((group) => maskOf(group.map((name) => players.indexOf(name)))),
        )
      : left({ _tag: 'NotAPartition', player: bad })
  }

const unionValue =
  (unions: Unions, weight: (n: number) => (s: number) => Ratio): Value =>
  (game) =>
    pipe(
      game,
      within('owen', bigTableLimit),
      chain(() => partitionOf(game.players)(unions)),
      map((blocks) =>
        allocationOf(
          game.players,
          game.players.map((_, i) => memberValue(game, blocks, weight, i)),
        ),
      ),
    )

const memberValue = (
  game: Game,
  blocks: readonly number[],
  weight: (n: number) => (s: number) => Ratio,
  i: number,
): Ratio => {
  const v = integersOf(game)
  const own = blocks.find((block) => (block & (1 << i)) !== 0) ?? 0
  const others = blocks.filter((block) => block !== own)
  const mates = membersOf(own).filter((j) => j !== i)
  // Marginals are whole: add them up by (unions there, mates there) before weighing.
  const sums = new Map<number, bigint>()
  for (const chosen of upTo(2 ** others.length)) {
    const there = membersOf(chosen).reduce((mask, b) => mask | (others[b] ?? 0), 0)
    for (const part of upTo(2 ** mates.length)) {
      const mask = there | maskOf(membersOf(part).map((k) => mates[k] ?? 0))
      const key = sizeOf(chosen) * 32 + sizeOf(part)
      sums.set(key, (sums.get(key) ?? 0n) + (v[mask | (1 << i)] ?? 0n) - (v[mask] ?? 0n))
    }
  }
  const [unionWeight, mateWeight] = [weight(blocks.length), weight(mates.length + 1)]
  return sumRatio(
    [...sums].map(([key, sum]) =>
      mulRatio(
        mulRatio(unionWeight(Math.floor(key / 32)), mateWeight(key % 32)),
        ratio(sum, game.den),
      ),
    ),
  )
}
