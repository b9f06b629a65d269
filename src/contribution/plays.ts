/** Subscriptions shared by plays: t_ij plays of artist i by user j, each user pays a fee f.
 *
 *  Pro-rata f·U·T_i/T; user-centric Σ_j f·t_ij/T^j; Shapley index Σ_j f·[t_ij > 0]/#{i: t_ij > 0}
 *  (the museum pass). A user who plays nothing: pro-rata spreads the fee; the two others need a
 *  named choice. No plays at all: nothing is allocated.
 *  Source: Ginsburgh & Zang 2003; Bergantiños & Moreno-Ternero, arXiv 2310.11861. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import {
  addRatio,
  formatRatio,
  mulRatio,
  ratio,
  subRatio,
  zero,
  type Ratio,
} from '../core/ratio.js'
import { allocationOf } from './allocation.js'
import type { ContributionFault } from './fault.js'
import { playersFault, type Allocation } from './game.js'
import { sumRatio, upTo } from './number.js'

/** Plays of each artist by each user. 播放记录 */
export interface Plays {
  readonly fee: Ratio
  readonly artists: readonly string[]
  /** A row an artist, a column a user; whole numbers, 0 or more. */
  readonly plays: readonly (readonly bigint[])[]
}

/** What becomes of the fee of a user who plays nothing. */
export type SilentUsers = 'refuse' | 'unallocated' | 'proRata'

/** What artists get, and what nobody gets. */
export interface Shared {
  readonly allocation: Allocation
  readonly unallocated: Ratio
}

/** Shares out the fees of all users. */
export type PlaysRule = (plays: Plays) => Either<ContributionFault, Shared>

/** Pro-rata: all fees in one pot, shared by plays.
 * @returns Left NoPlayers, DuplicatePlayer, NoUsers, RowLength, NegativeFigure
 * laws: allocated and unallocated sum to fee × users (all three rules)
 * @example
 * import { formatAllocation, proRata } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const plays = { fee: { num: 1n, den: 1n }, artists: ['A', 'B'], plays: [[9n, 0n], [0n, 1n]] }
 * pipe(proRata(plays), map((x) => formatAllocation(x.allocation))) // => right('A 1.8, B 0.2') */
export const proRata: PlaysRule = (plays) => {
  const fault = playsFault(plays)
  if (fault !== undefined) return left(fault)
  return right(inOnePot(plays, usersOf(plays)))
}

/** User-centric: each user's fee goes to those whom the user played, by plays.
 * @returns Left as `proRata`; Left UserWithoutPlays under `refuse`
 * @example
 * import { formatAllocation, userCentric } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const plays = { fee: { num: 1n, den: 1n }, artists: ['A', 'B'], plays: [[9n, 0n], [0n, 1n]] }
 * pipe(userCentric('refuse')(plays), map((x) => formatAllocation(x.allocation)))
 * // => right('A 1, B 1') */
export const userCentric = (silent: SilentUsers): PlaysRule => byUser(silent, (count) => count)

/** Shapley index, the museum pass: each user's fee in equal parts to those whom the user played.
 * @returns Left as `userCentric`
 * @example
 * import { formatAllocation, shapleyIndex } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const plays = { fee: { num: 1n, den: 1n }, artists: ['A', 'B'], plays: [[9n], [1n]] }
 * pipe(shapleyIndex('refuse')(plays), map((x) => formatAllocation(x.allocation)))
 * // => right('A 0.5, B 0.5') */
export const shapleyIndex = (silent: SilentUsers): PlaysRule =>
  byUser(silent, (count) => (count > 0n ? 1n : 0n))

const usersOf = ({ plays }: Plays): number => plays[0]?.length ?? 0

const totalOf = (counts: readonly bigint[]): bigint => counts.reduce((a, b) => a + b, 0n)

/** The fees of some users in one pot, by all plays. */
const inOnePot = (plays: Plays, users: number): Shared => {
  const pot = mulRatio(plays.fee, ratio(BigInt(users)))
  const all = totalOf(plays.plays.map(totalOf))
  return {
    allocation: allocationOf(
      plays.artists,
      plays.plays.map((row) => (all === 0n ? zero : mulRatio(pot, ratio(totalOf(row), all)))),
    ),
    unallocated: all === 0n ? pot : zero,
  }
}

const byUser =
  (silent: SilentUsers, weight: (count: bigint) => bigint): PlaysRule =>
  (plays) => {
    const fault = playsFault(plays)
    if (fault !== undefined) return left(fault)
    const columns = upTo(usersOf(plays)).map((j) => plays.plays.map((row) => weight(row[j] ?? 0n)))
    const quiet = columns.filter((column) => totalOf(column) === 0n)
    if (silent === 'refuse' && quiet.length > 0) {
      return left({
        _tag: 'UserWithoutPlays',
        user: columns.findIndex((c) => totalOf(c) === 0n) + 1,
      })
    }
    const rest = inOnePot(plays, silent === 'proRata' ? quiet.length : 0).allocation
    const values = plays.artists.map((_, i) => {
      const own = columns.map((c) => (totalOf(c) === 0n ? zero : ratio(c[i] ?? 0n, totalOf(c))))
      return addRatio(mulRatio(plays.fee, sumRatio(own)), rest[i]?.value ?? zero)
    })
    const paid = mulRatio(plays.fee, ratio(BigInt(columns.length)))
    return right({
      allocation: allocationOf(plays.artists, values),
      unallocated: subRatio(paid, sumRatio(values)),
    })
  }

const playsFault = (plays: Plays): ContributionFault | undefined => {
  const { artists, fee } = plays
  const users = usersOf(plays)
  const players = playersFault(artists, Number.POSITIVE_INFINITY)
  if (players !== undefined) return players
  if (plays.plays.length !== artists.length) {
    return { _tag: 'RowLength', row: 0, expected: artists.length, found: plays.plays.length }
  }
  if (users === 0) return { _tag: 'NoUsers' }
  const uneven = plays.plays.findIndex((row) => row.length !== users)
  if (uneven >= 0) {
    const found = plays.plays[uneven]?.length ?? 0
    return { _tag: 'RowLength', row: uneven + 1, expected: users, found }
  }
  if (fee.num < 0n) return { _tag: 'NegativeFigure', player: 'fee', value: formatRatio(fee) }
  const bad = plays.plays.findIndex((row) => row.some((count) => count < 0n))
  const value = String(plays.plays[bad]?.find((count) => count < 0n))
  return bad < 0 ? undefined : { _tag: 'NegativeFigure', player: artists[bad] ?? '', value }
}
