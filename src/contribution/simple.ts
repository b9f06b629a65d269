/** Power in simple games: worths 0 or 1, v(N) = 1, nobody's joining makes a winner lose.
 *
 *  Shapley–Shubik: Shapley. Banzhaf index: Banzhaf scaled to 1. Deegan–Packel: mean over minimal
 *  winning coalitions M of [i∈M]/|M|. Holler: share of the minimal winning coalitions that hold i.
 *  Johnston: Σ over coalitions in which i is critical of 1/#critical, scaled to 1.
 *  Source: Shapley & Shubik 1954; Penrose 1946; Deegan & Packel 1978; Johnston 1978; Holler 1982.
 *  */
import { chain, left, map, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { divRatio, formatRatio, ratio, type Ratio } from '../core/ratio.js'
import { allocationOf } from './allocation.js'
import { coalitionName, membersOf } from './coalition.js'
import type { ContributionFault } from './fault.js'
import { worthOf, type Game, type Value } from './game.js'
import { sumRatio } from './number.js'
import { banzhaf, scaled, shapley } from './semivalue.js'

/** Shapley–Shubik index: the chance of turning a losing coalition into a winner.
 * @returns Left NotSimple, NotMonotone
 * @example
 * import { formatAllocation, gameByMask, shapleyShubik } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const game = gameByMask(['A', 'B', 'C'])([0, 0, 0, 1, 0, 1, 0, 1])
 * pipe(game, chain(shapleyShubik), map(formatAllocation))
 * // => right('A 2/3, B 1/6, C 1/6') */
export const shapleyShubik: Value = (game) => pipe(simple(game), chain(shapley))

/** Banzhaf index: swings of a player over swings of all.
 * @returns Left NotSimple, NotMonotone
 * @example
 * import { banzhafIndex, formatAllocation, gameByMask } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const game = gameByMask(['A', 'B', 'C'])([0, 0, 0, 1, 0, 1, 0, 1])
 * pipe(game, chain(banzhafIndex), map(formatAllocation))
 * // => right('A 0.6, B 0.2, C 0.2') */
export const banzhafIndex: Value = (game) =>
  pipe(simple(game), chain(scaled('banzhaf-index', banzhaf)))

/** Deegan–Packel index: minimal winning coalitions are equally likely and share equally.
 * @returns Left NotSimple, NotMonotone
 * @example
 * import { deeganPackel, formatAllocation, gameByMask } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const game = gameByMask(['A', 'B', 'C'])([0, 0, 0, 1, 0, 1, 0, 1])
 * pipe(game, chain(deeganPackel), map(formatAllocation))
 * // => right('A 0.5, B 0.25, C 0.25') */
export const deeganPackel: Value = (game) =>
  shareOut(game, minimalWinning, (members) => ratio(1n, BigInt(members.length)))

/** Holler's public good index: how many minimal winning coalitions need the player.
 * @returns Left NotSimple, NotMonotone
 * @example
 * import { formatAllocation, gameByMask, holler } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(gameByMask(['A', 'B', 'C'])([0, 0, 0, 1, 0, 1, 0, 1]), chain(holler), map(formatAllocation))
 * // => right('A 0.5, B 0.25, C 0.25') */
export const holler: Value = (game) => shareOut(game, minimalWinning, () => ratio(1n))

/** Johnston index: a winning coalition counts 1, divided among those it cannot lose.
 * @returns Left NotSimple, NotMonotone
 * @example
 * import { formatAllocation, gameByMask, johnston } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const game = gameByMask(['A', 'B', 'C'])([0, 0, 0, 1, 0, 1, 0, 1])
 * pipe(game, chain(johnston), map(formatAllocation))
 * // => right('A 2/3, B 1/6, C 1/6') */
export const johnston: Value = (game) =>
  shareOut(game, critical, (members) => ratio(1n, BigInt(members.length)))

/** The game itself, if it is simple and monotone. */
const simple = (game: Game): Either<ContributionFault, Game> => {
  const { worths, players } = game
  const name = coalitionName(players)
  const full = worths.length - 1
  for (let mask = 0; mask <= full; mask += 1) {
    const worth = worthOf(game)(mask)
    if (
      !(worth.num === 0n || (worth.num === 1n && worth.den === 1n)) ||
      (mask === full && worth.num === 0n)
    ) {
      return left({ _tag: 'NotSimple', coalition: name(mask), worth: formatRatio(worth) })
    }
    const lost = membersOf(mask).find((i) => (worths[mask - (1 << i)] ?? 0) > (worths[mask] ?? 0))
    if (lost !== undefined) {
      return left({ _tag: 'NotMonotone', smaller: name(mask - (1 << lost)), larger: name(mask) })
    }
  }
  return right(game)
}

/** Members of a winning coalition without whom it loses. */
export const critical = (game: Game, mask: number): readonly number[] =>
  Number(game.worths[mask]) === 0 ?
    []
  : membersOf(mask).filter((i) => Number(game.worths[mask - (1 << i)]) === 0)

/** Members of a minimal winning coalition: all of them are critical. */
export const minimalWinning = (game: Game, mask: number): readonly number[] => {
  const needed = critical(game, mask)
  return needed.length === membersOf(mask).length ? needed : []
}

/** Adds a part for each chosen member of each coalition, and scales the sums to 1. */
const shareOut = (
  game: Game,
  chosen: (game: Game, mask: number) => readonly number[],
  part: (members: readonly number[]) => Ratio,
): Either<ContributionFault, ReturnType<typeof allocationOf>> =>
  pipe(
    simple(game),
    map(() => {
      const counts = new Map<number, bigint[]>()
      for (let mask = 1; mask < game.worths.length; mask += 1) {
        const members = chosen(game, mask)
        if (members.length === 0) continue
        const row = counts.get(members.length) ?? game.players.map(() => 0n)
        for (const i of members) row[i] = (row[i] ?? 0n) + 1n
        counts.set(members.length, row)
      }
      const raw = game.players.map((_, i) =>
        sumRatio(
          [...counts].map(([size, row]) => {
            const each = part(Array.from({ length: size }, (_unused, k) => k))
            return ratio((row[i] ?? 0n) * each.num, each.den)
          }),
        ),
      )
      const all = sumRatio(raw)
      return allocationOf(
        game.players,
        raw.map((x) => divRatio(x, all)),
      )
    }),
  )
