/** Values where some need the permission of others, or come after them.
 *
 *  Permission: Shapley of v(autonomous part of S), the largest subset in which every member has
 *  every (conjunctive) or at least one (disjunctive) of its direct superiors; who has none is free.
 *  Order-restricted: groups N₁ … N_m in order; i in N_k gets its Shapley value in the game
 *  T ↦ v(N₁ ∪ … ∪ N_{k−1} ∪ T) − v(N₁ ∪ … ∪ N_{k−1}) on N_k.
 *  Source: Gilles, Owen, van den Brink 1992; Gilles & Owen 1994, van den Brink 1997; Faigle & Kern
 *  1992; asymmetric data Shapley, arXiv 2411.00388. */
import { chain, isLeft, map, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { superiorsOf } from './chain.js'
import { maskOf, membersOf } from './coalition.js'
import type { ContributionFault } from './fault.js'
import {
  bigTableLimit,
  gameOfIntegers,
  integersOf,
  within,
  type Allocation,
  type Game,
  type Value,
} from './game.js'
import { upTo } from './number.js'
import { shapley } from './semivalue.js'
import { partitionOf, type Unions } from './union.js'

/** Who stands directly above whom. */
export type Ranking = readonly { readonly player: string; readonly superior: string }[]

/** Whether all superiors are needed, or one of them. */
export type PermissionKind = 'conjunctive' | 'disjunctive'

/** Permission value.
 * @returns Left UnknownPlayer, RankingCycle; Left TooManyPlayers beyond 20
 * @example
 * import { formatAllocation, gameByMask, permission } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const below = permission('conjunctive')([{ player: 'B', superior: 'A' }])
 * pipe(gameByMask(['A', 'B'])([0, 0, 6, 6]), chain(below), map(formatAllocation))
 * // => right('A 3, B 3') */
export const permission =
  (kind: PermissionKind) =>
  (ranking: Ranking): Value =>
  (game) =>
    pipe(permissionGame(kind, ranking)(game), chain(shapley))

/** The game in which a coalition is worth what its autonomous part is worth.
 * @returns Left as `permission` */
export const permissionGame =
  (kind: PermissionKind, ranking: Ranking) =>
  (game: Game): Either<ContributionFault, Game> =>
    pipe(
      game,
      within('permission', bigTableLimit),
      chain(() => superiorsOf(game.players)(ranking)),
      map((above) => {
        const v = integersOf(game)
        const masks = above.map(maskOf)
        const worths = v.map((_, mask) => v[autonomous(kind, masks, mask)] ?? 0n)
        return gameOfIntegers(game.players, worths, game.den)
      }),
    )

/** Shapley value of players who come in groups, one group after the other.
 * @returns Left NotAPartition, UnknownPlayer; Left TooManyPlayers
 * laws: efficient; equals the mean over all orders that keep the groups in order
 * @example
 * import { formatAllocation, gameBySize, inOrder } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const glove = gameBySize(['A', 'B', 'C'])([0, 0, 0, 0, 1, 1, 1])
 * pipe(glove, chain(inOrder([['C'], ['A', 'B']])), map(formatAllocation))
 * // => right('A 0.5, B 0.5, C 0') */
export const inOrder =
  (groups: Unions): Value =>
  (game) =>
    pipe(
      partitionOf(game.players)(groups),
      chain((blocks) => {
        const found = new Map<string, Allocation[number]>()
        let before = 0
        for (const block of blocks) {
          const shares = shapley(laterGame(game, before, block))
          if (isLeft(shares)) return shares
          for (const share of shares.right) found.set(share.player, share)
          before |= block
        }
        return right(game.players.flatMap((player) => found.get(player) ?? []))
      }),
    )

/** The largest part of a coalition in which everybody has permission. */
const autonomous = (kind: PermissionKind, above: readonly number[], mask: number): number => {
  const stays = (part: number, i: number): boolean => {
    const needed = above[i] ?? 0
    return (
      needed === 0 || (kind === 'conjunctive' ? (part & needed) === needed : (part & needed) !== 0)
    )
  }
  let [part, before] = [mask, -1]
  while (part !== before) {
    before = part
    part = maskOf(membersOf(part).filter((i) => stays(before, i)))
  }
  return part
}

/** The game of one group once all earlier ones are there. */
const laterGame = (game: Game, before: number, block: number): Game => {
  const members = membersOf(block)
  const base = BigInt(game.worths[before] ?? 0)
  const worths = upTo(2 ** members.length).map((part) => {
    const mask = before | maskOf(membersOf(part).map((k) => members[k] ?? 0))
    return BigInt(game.worths[mask] ?? 0) - base
  })
  return gameOfIntegers(
    members.map((i) => game.players[i] ?? ''),
    worths,
    game.den,
  )
}
