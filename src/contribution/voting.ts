/** Weighted votes without a table: counting coalitions by size and votes.
 *
 *  A coalition wins when its votes reach the quota q. The number of coalitions of the others with s
 *  members and w votes gives i's swings (q − w_i ≤ w < q): Shapley–Shubik Σ swings_s·s!(n−s−1)!/n!,
 *  Banzhaf swings ÷ 2^{n−1}. One table for all, O(n²·Σw); each weight is then taken out of it again,
 *  O(n·Σw). Exact counts: doubles lose swings from about 56 voters on.
 *  Source: Mann & Shapley 1962; Lucas 1983. */
import { chain, left, map, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { addRatio, mulRatio, ratio, zero, type Ratio } from '../core/ratio.js'
import { allocationOf } from './allocation.js'
import type { ContributionFault } from './fault.js'
import { gameOf, playersFault, type Allocation, type Game } from './game.js'
import { upTo } from './number.js'
import { shapleyWeight } from './size-law.js'

/** A vote with weights. 加权投票 */
export interface Voting {
  readonly quota: bigint
  readonly votes: readonly { readonly player: string; readonly votes: bigint }[]
}

/** Shapley–Shubik index of a weighted vote.
 * @returns Left NoPlayers, DuplicatePlayer, NotAVote for negative votes, QuotaOutOfRange unless
 *   0 < quota ≤ all votes, TooMuchCounting beyond n²·Σw = 10⁸
 * @example
 * import { formatAllocation, votingPower } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const votes = [
 *   { player: 'A', votes: 50n }, { player: 'B', votes: 49n }, { player: 'C', votes: 1n },
 * ]
 * pipe(votingPower({ quota: 51n, votes }), map(formatAllocation))
 * // => right('A 2/3, B 1/6, C 1/6') */
export const votingPower = (voting: Voting): Either<ContributionFault, Allocation> =>
  pipe(
    swingsBySize(voting),
    map((swings) => {
      const n = voting.votes.length
      return allocationOf(
        playersOf(voting),
        swings.map((bySize) =>
          bySize.reduce<Ratio>(
            (sum, count, s) => addRatio(sum, mulRatio(shapleyWeight(n)(s), ratio(count))),
            zero,
          ),
        ),
      )
    }),
  )

/** Swings of each voter: coalitions of the others that lose, and win with the voter. Banzhaf's
 * value is swings ÷ 2^{n−1}, his index swings ÷ all swings.
 * @returns Left as `votingPower`
 * @example
 * import { votingSwings } from 'data-dividend/contribution'
 * const votes = [
 *   { player: 'A', votes: 50n }, { player: 'B', votes: 49n }, { player: 'C', votes: 1n },
 * ]
 * votingSwings({ quota: 51n, votes }) // => right([
 * // { player: 'A', swings: 3n }, { player: 'B', swings: 1n }, { player: 'C', swings: 1n }]) */
export const votingSwings = (
  voting: Voting,
): Either<ContributionFault, readonly { readonly player: string; readonly swings: bigint }[]> =>
  pipe(
    swingsBySize(voting),
    map((swings) =>
      voting.votes.map(({ player }, i) => ({
        player,
        swings: (swings[i] ?? []).reduce((a, b) => a + b, 0n),
      })),
    ),
  )

/** The table of a weighted vote, for the other indices.
 * @returns Left as `votingPower` and as `gameOf`
 * @example
 * import { votingGame } from 'data-dividend/contribution'
 * votingGame({ quota: 2n, votes: [{ player: 'A', votes: 1n }, { player: 'B', votes: 1n }] })
 * // => right({ players: ['A', 'B'], worths: new Float64Array([0, 0, 0, 1]), den: 1n, largest: 1n }) */
export const votingGame = (voting: Voting): Either<ContributionFault, Game> =>
  pipe(
    checked(voting),
    chain(() =>
      gameOf(playersOf(voting))((members) => {
        const held = voting.votes.filter((v) => members.includes(v.player))
        return held.reduce((sum, v) => sum + v.votes, 0n) >= voting.quota ? 1 : 0
      }),
    ),
  )

const countingLimit = 100_000_000n

const playersOf = ({ votes }: Voting): readonly string[] => votes.map((v) => v.player)

const checked = (voting: Voting): Either<ContributionFault, bigint> => {
  const { quota, votes } = voting
  const fault = playersFault(playersOf(voting), Number.POSITIVE_INFINITY)
  if (fault !== undefined) return left(fault)
  const bad = votes.find((v) => v.votes < 0n)
  if (bad !== undefined) {
    return left({ _tag: 'NotAVote', player: bad.player, votes: String(bad.votes) })
  }
  const total = votes.reduce((sum, v) => sum + v.votes, 0n)
  return quota > 0n && quota <= total ?
      right(total)
    : left({ _tag: 'QuotaOutOfRange', quota: String(quota), total: String(total) })
}

/** Swings of each voter by the number of others there. */
const swingsBySize = (voting: Voting): Either<ContributionFault, readonly (readonly bigint[])[]> =>
  pipe(
    checked(voting),
    chain((total) => {
      const n = voting.votes.length
      const size = BigInt(n * n) * total
      if (size > countingLimit) {
        return left({
          _tag: 'TooMuchCounting' as const,
          method: 'weighted votes',
          size: String(size),
          limit: String(countingLimit),
        })
      }
      const quota = Number(voting.quota)
      const all = countsOf(voting)
      const known = new Map<bigint, readonly bigint[]>()
      return right(
        voting.votes.map(({ votes }) => {
          const before = known.get(votes)
          if (before !== undefined) return before
          const swings = swingsOf(all, n, Number(votes), quota)
          known.set(votes, swings)
          return swings
        }),
      )
    }),
  )

/** counts[s][w]: coalitions with s members and w votes, for w below the quota. */
const countsOf = ({ votes, quota }: Voting): readonly (readonly bigint[])[] => {
  const width = Number(quota)
  const counts = upTo(votes.length + 1).map(() => new Array<bigint>(width).fill(0n))
  const first = counts[0]
  if (first !== undefined) first[0] = 1n
  votes.forEach((voter, seen) => {
    const held = Number(voter.votes)
    for (let s = seen + 1; s >= 1; s -= 1) {
      const [row, below] = [counts[s] ?? [], counts[s - 1] ?? []]
      for (let w = width - 1; w >= held; w -= 1) row[w] = (row[w] ?? 0n) + (below[w - held] ?? 0n)
    }
  })
  return counts
}

/** Takes one voter out of the counts, and adds up those whom the voter makes win. */
const swingsOf = (
  all: readonly (readonly bigint[])[],
  n: number,
  held: number,
  quota: number,
): readonly bigint[] => {
  let below: readonly bigint[] = []
  return upTo(n).map((s) => {
    const without = (all[s] ?? []).slice()
    if (s > 0) {
      for (let w = held; w < quota; w += 1) {
        without[w] = (without[w] ?? 0n) - (below[w - held] ?? 0n)
      }
    }
    below = without
    let swings = 0n
    for (let w = Math.max(0, quota - held); w < quota; w += 1) swings += without[w] ?? 0n
    return swings
  })
}
