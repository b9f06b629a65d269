/** Claims on an estate as a game: what is left for a coalition once all others are paid in full.
 *
 *  v(S) = max(0, E − c(N∖S)). Its Shapley value is random arrival, its nucleolus the Talmud rule,
 *  its tau value adjusted proportional.
 *  Source: O'Neill 1982; Aumann & Maschler 1985; Curiel, Maschler, Tijs 1987. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { compareRatio, formatRatio, subRatio, zero, type Ratio } from '../core/ratio.js'
import type { ClaimsFault, ClaimsRule } from '../split/claims.js'
import { allocationOf } from './allocation.js'
import type { ContributionFault } from './fault.js'
import type { Figures } from './forms.js'
import { gameOf, playersFault, type Allocation, type Game } from './game.js'
import { sumRatio } from './number.js'

/** What there is, and who claims how much of it. */
export interface Claims {
  readonly estate: Ratio
  readonly claims: Figures
}

/** The awards of a claims rule, by name.
 * @returns Left NoPlayers, DuplicatePlayer, NegativeFigure; Left ParameterOutOfRange unless
 *   0 ≤ estate ≤ all claims; Left TooMuchCounting where the rule counts too many sums
 * @example
 * import { claimsValue, formatAllocation } from 'data-dividend/contribution'
 * import { talmud } from 'data-dividend/split'
 * import { map } from 'fp-ts/lib/Either.js'
 * const n = (num: bigint) => ({ num, den: 1n })
 * const claims = [{ player: 'A', value: n(100n) }, { player: 'B', value: n(300n) }]
 * map(formatAllocation)(claimsValue(talmud)({ estate: n(200n), claims }))
 * // => right('A 50, B 150') */
export const claimsValue =
  (rule: ClaimsRule) =>
  ({ estate, claims }: Claims): Either<ContributionFault, Allocation> => {
    const players = claims.map((x) => x.player)
    const fault = playersFault(players, Number.POSITIVE_INFINITY)
    if (fault !== undefined) return left(fault)
    const awards = rule(claims.map((x) => x.value))(estate)
    return isLeft(awards) ?
        left(claimsFault(players, awards.left))
      : right(allocationOf(players, awards.right))
  }

/** The table of an estate and its claims, for the other values.
 * @returns Left as `claimsValue` and as `gameOf`
 * @example
 * import { claimsGame } from 'data-dividend/contribution'
 * const n = (num: bigint) => ({ num, den: 1n })
 * const claims = [{ player: 'A', value: n(100n) }, { player: 'B', value: n(300n) }]
 * claimsGame({ estate: n(200n), claims }) // => right({
 * // players: ['A', 'B'], worths: new Float64Array([0, 0, 100, 200]), den: 1n, largest: 200n }) */
export const claimsGame = ({ estate, claims }: Claims): Either<ContributionFault, Game> => {
  const negative = claims.find((x) => x.value.num < 0n)
  if (negative !== undefined) {
    const value = formatRatio(negative.value)
    return left({ _tag: 'NegativeFigure', player: negative.player, value })
  }
  if (estate.num < 0n || compareRatio(estate, sumRatio(claims.map((x) => x.value))) > 0) {
    return left(estateFault(formatRatio(estate)))
  }
  return gameOf(claims.map((x) => x.player))((members) => {
    const others = claims.filter((x) => !members.includes(x.player)).map((x) => x.value)
    const rest = subRatio(estate, sumRatio(others))
    return rest.num < 0n ? zero : rest
  })
}

const estateFault = (value: string): ContributionFault => ({
  _tag: 'ParameterOutOfRange',
  parameter: 'estate',
  value,
})

/** The faults of claims in the words of this room: claims by name instead of by number. */
const claimsFault = (players: readonly string[], fault: ClaimsFault): ContributionFault => {
  switch (fault._tag) {
    case 'NegativeClaim':
      return { _tag: 'NegativeFigure', player: players[fault.claim - 1] ?? '', value: fault.value }
    case 'EstateOutOfRange':
      return estateFault(fault.estate)
    case 'TooManySums': {
      const [size, limit] = [String(fault.claims), String(fault.limit)]
      return { _tag: 'TooMuchCounting', method: 'random arrival', size, limit }
    }
  }
}
