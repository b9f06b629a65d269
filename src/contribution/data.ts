/** Data values from scores that the caller has measured: no training happens here.
 *
 *  MSR Banzhaf: mean score of the sampled sets with i less the mean of those without; one sample
 *  serves all. AME from samples: the same for each rate q, then the mean over the rates. Data-OOB:
 *  Σ_b [i not in bag b]·score_b(i) / Σ_b [i not in bag b]. Leave-one-out: U(N) − U(N∖i).
 *  Source: Wang & Jia 2023; Lin et al. 2022; Kwon & Zou 2023; Cook 1977. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { divRatio, subRatio, zero, type Ratio } from '../core/ratio.js'
import { allocationOf } from './allocation.js'
import { figuresOf, type ByPlayer } from './dividend.js'
import type { ContributionFault } from './fault.js'
import { playersFault, type Allocation } from './game.js'
import { sumRatio, wholeRatio } from './number.js'

/** A set of records that was tried, and how well it did. */
export interface Scored {
  readonly members: readonly string[]
  readonly score: Ratio
}

/** A bag of a bagged model: what it was trained on, and its scores on records left out. */
export interface Bag {
  readonly members: readonly string[]
  readonly scores: ByPlayer
}

/** Banzhaf by maximum sample reuse.
 * @returns Left NoPlayers, DuplicatePlayer, UnknownPlayer; Left NoSample for a player who is in all
 *   of the sets or in none
 * @example
 * import { formatAllocation, msrBanzhaf } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const sets = [
 *   { members: [], score: { num: 0n, den: 1n } },
 *   { members: ['A', 'B'], score: { num: 4n, den: 1n } },
 *   { members: ['A'], score: { num: 1n, den: 1n } },
 *   { members: ['B'], score: { num: 2n, den: 1n } },
 * ]
 * pipe(msrBanzhaf(['A', 'B'])(sets), map(formatAllocation)) // => right('A 1.5, B 2.5') */
export const msrBanzhaf =
  (players: readonly string[]) =>
  (sets: readonly Scored[]): Either<ContributionFault, Allocation> => {
    const fault = playersFault(players, Number.POSITIVE_INFINITY) ?? strangerIn(players, sets)
    if (fault !== undefined) return left(fault)
    const all = sumRatio(sets.map((set) => set.score))
    const values: Ratio[] = []
    for (const player of players) {
      const inside = sets.filter((set) => set.members.includes(player))
      const outside = sets.length - inside.length
      if (inside.length === 0 || outside === 0) {
        return left({ _tag: 'NoSample', player, side: inside.length === 0 ? 'with' : 'without' })
      }
      const sum = sumRatio(inside.map((set) => set.score))
      values.push(
        subRatio(
          divRatio(sum, wholeRatio(inside.length)),
          divRatio(subRatio(all, sum), wholeRatio(outside)),
        ),
      )
    }
    return right(allocationOf(players, values))
  }

/** AME from samples: one group of sets for each rate.
 * @returns Left as `msrBanzhaf`, for each group; Left NoSample without a group
 * @example
 * import { ameFromSamples, formatAllocation } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const sets = [
 *   { members: [], score: { num: 0n, den: 1n } }, { members: ['A'], score: { num: 1n, den: 1n } },
 * ]
 * pipe(ameFromSamples(['A'])([sets, sets]), map(formatAllocation)) // => right('A 1') */
export const ameFromSamples =
  (players: readonly string[]) =>
  (groups: readonly (readonly Scored[])[]): Either<ContributionFault, Allocation> => {
    const values: (readonly Ratio[])[] = []
    for (const sets of groups) {
      const group = msrBanzhaf(players)(sets)
      if (isLeft(group)) return group
      values.push(group.right.map((x) => x.value))
    }
    const count = wholeRatio(groups.length)
    return groups.length === 0 ?
        left({ _tag: 'NoSample', player: players[0] ?? '', side: 'with' })
      : right(
          allocationOf(
            players,
            players.map((_, i) => divRatio(sumRatio(values.map((v) => v[i] ?? zero)), count)),
          ),
        )
  }

/** Data-OOB: the mean score of a record over the bags that did not see it.
 * @returns Left NoPlayers, DuplicatePlayer, UnknownPlayer; Left PlayerMissing for a record without a
 *   score in a bag that left it out; Left NoSample for a record that every bag has
 * @example
 * import { dataOob, formatAllocation } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const bags = [
 *   { members: ['A'], scores: { B: { num: 1n, den: 1n } } },
 *   { members: ['B'], scores: { A: { num: 0n, den: 1n } } },
 *   { members: [], scores: { A: { num: 1n, den: 1n }, B: { num: 1n, den: 1n } } },
 * ]
 * pipe(dataOob(['A', 'B'])(bags), map(formatAllocation)) // => right('A 0.5, B 1') */
export const dataOob =
  (players: readonly string[]) =>
  (bags: readonly Bag[]): Either<ContributionFault, Allocation> => {
    const fault = playersFault(players, Number.POSITIVE_INFINITY) ?? strangerIn(players, bags)
    if (fault !== undefined) return left(fault)
    const values: Ratio[] = []
    for (const player of players) {
      const out = bags.filter((bag) => !bag.members.includes(player))
      if (out.length === 0) return left({ _tag: 'NoSample', player, side: 'without' })
      if (out.some((bag) => !Object.hasOwn(bag.scores, player))) {
        return left({ _tag: 'PlayerMissing', player })
      }
      const sum = sumRatio(out.map((bag) => bag.scores[player] ?? zero))
      values.push(divRatio(sum, wholeRatio(out.length)))
    }
    return right(allocationOf(players, values))
  }

/** Leave-one-out from scores: what the whole scores, and what it scores without each.
 * @returns Left NoPlayers, DuplicatePlayer, UnknownPlayer, PlayerMissing
 * @example
 * import { formatAllocation, leaveOneOutScores } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const scores = { whole: { num: 9n, den: 10n }, without: { A: { num: 7n, den: 10n } } }
 * pipe(leaveOneOutScores(['A'])(scores), map(formatAllocation)) // => right('A 0.2') */
export const leaveOneOutScores =
  (players: readonly string[]) =>
  ({
    whole,
    without,
  }: {
    readonly whole: Ratio
    readonly without: ByPlayer
  }): Either<ContributionFault, Allocation> => {
    const fault = playersFault(players, Number.POSITIVE_INFINITY)
    if (fault !== undefined) return left(fault)
    const scores = figuresOf(players)(without)
    return isLeft(scores) ? scores : (
        right(
          allocationOf(
            players,
            scores.right.map((score) => subRatio(whole, score)),
          ),
        )
      )
  }

const strangerIn = (
  players: readonly string[],
  sets: readonly { readonly members: readonly string[] }[],
): ContributionFault | undefined => {
  const known = new Set(players)
  const stranger = sets.flatMap((set) => set.members).find((name) => !known.has(name))
  return stranger === undefined ? undefined : { _tag: 'UnknownPlayer', player: stranger }
}
