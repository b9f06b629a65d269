/** Games: named players and what every coalition of them is worth.
 *
 *  A table holds 2ⁿ whole numbers by mask, over one common denominator, so that all solving is in
 *  integers. It is made from a table by mask, a table by size, or a function of the members; a
 *  real-valued utility enters by a named rounding to decimal places.
 *  Source: von Neumann & Morgenstern, "Theory of Games and Economic Behavior", 1944, ch. VI. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { divBy, type Rounding } from '../core/divide.js'
import { formatRatio, ratio, type Ratio } from '../core/ratio.js'
import { coalitionName, masksBySize, membersOf } from './coalition.js'
import type { ContributionFault } from './fault.js'
import { lcmOf } from './number.js'

/** A cooperative game by table. 合作博弈 */
export interface Game {
  readonly players: readonly string[]
  /** Entry m is the worth of the coalition with mask m, times `den`: whole numbers, in doubles
   * where all are below 2⁵³. */
  readonly worths: Float64Array | readonly bigint[]
  readonly den: bigint
  /** The largest absolute entry of `worths`: it decides which arithmetic is exact. */
  readonly largest: bigint
}

/** A worth as given: a whole number or an exact ratio. */
export type Worth = number | bigint | Ratio

/** What each player gets, in declared order. 分配 */
export type Allocation = readonly { readonly player: string; readonly value: Ratio }[]

/** A rule that solves games. */
export type Value = (game: Game) => Either<ContributionFault, Allocation>

/** Players of a table of doubles, and of one with entries of 2⁵³ and beyond. */
export const tableLimit = 22
export const bigTableLimit = 20

/** A game from its table in the order of masks: ∅, 1, 2, 12, 3, 13, 23, 123.
 * @param players names, each once
 * @param worths 2ⁿ of them, the first 0
 * @returns Left NoPlayers, DuplicatePlayer, TooManyPlayers, WrongTableLength, EmptySetNotZero,
 *   WorthNotFinite (NaN too), WorthNotExact for a fraction in a double
 * @example
 * import { gameByMask, shapley } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(gameByMask(['A', 'B'])([0, 1, 2, 7]), chain(shapley), map((a) => a.map((x) => x.value)))
 * // => right([{ num: 3n, den: 1n }, { num: 4n, den: 1n }]) */
export const gameByMask =
  (players: readonly string[]) =>
  (worths: Float64Array | readonly Worth[]): Either<ContributionFault, Game> => {
    const fault = playersFault(players)
    if (fault !== undefined) return left(fault)
    const expected = 2 ** players.length
    return worths.length === expected ?
        tableOf(players)(worths)
      : left({ _tag: 'WrongTableLength', expected, found: worths.length })
  }

/** A game from its table in the order of sizes, without the empty set: 1, 2, 3, 12, 13, 23, 123.
 * @returns Left as `gameByMask`, with 2ⁿ − 1 entries expected
 * @example
 * import { gameBySize } from 'data-dividend/contribution'
 * gameBySize(['A'])([5]) // => right({
 * // players: ['A'], worths: new Float64Array([0, 5]), den: 1n, largest: 5n }) */
export const gameBySize =
  (players: readonly string[]) =>
  (worths: readonly Worth[]): Either<ContributionFault, Game> => {
    const fault = playersFault(players)
    if (fault !== undefined) return left(fault)
    const expected = 2 ** players.length - 1
    if (worths.length !== expected) {
      return left({ _tag: 'WrongTableLength', expected, found: worths.length })
    }
    const byMask: Worth[] = [0]
    masksBySize(players.length).forEach((mask, at) => (byMask[mask] = worths[at] ?? 0))
    return tableOf(players)(byMask)
  }

/** A game from a function of the members' names, asked once for each coalition.
 * @returns Left as `gameByMask`
 * @example
 * import { gameOf } from 'data-dividend/contribution'
 * gameOf(['A', 'B'])((members) => members.length ** 2) // => right({
 * // players: ['A', 'B'], worths: new Float64Array([0, 1, 1, 4]), den: 1n, largest: 4n }) */
export const gameOf =
  (players: readonly string[]) =>
  (worth: (members: readonly string[]) => Worth): Either<ContributionFault, Game> => {
    const fault = playersFault(players)
    return fault === undefined ?
        tableOf(players)(
          Array.from({ length: 2 ** players.length }, (_, mask) => worth(named(players, mask))),
        )
      : left(fault)
  }

/** A game from a real-valued utility, each worth rounded once to decimal places.
 * @param places decimals kept, 0 to 30
 * @returns Left as `gameByMask`, of the rounded worths
 * @example
 * import { gameOfUtility } from 'data-dividend/contribution'
 * gameOfUtility({ players: ['A'], places: 2, rounding: 'halfUp' })((m) => m.length / 3)
 * // => right({ players: ['A'], worths: new Float64Array([0, 33]), den: 100n, largest: 33n }) */
export const gameOfUtility =
  (options: {
    readonly players: readonly string[]
    readonly places: number
    readonly rounding: Rounding
  }) =>
  (utility: (members: readonly string[]) => number): Either<ContributionFault, Game> => {
    const { players } = options
    const fault = playersFault(players)
    if (fault !== undefined) return left(fault)
    const worths: Worth[] = []
    for (let mask = 0; mask < 2 ** players.length; mask += 1) {
      const worth = utility(named(players, mask))
      const rounded = roundedWorth(options)(worth)
      if (isLeft(rounded)) {
        return left({ ...rounded.left, coalition: coalitionName(players)(mask) })
      }
      worths.push(rounded.right)
    }
    return tableOf(players)(worths)
  }

/** A double to an exact ratio, by a named rounding to decimal places.
 * @returns Left WorthNotFinite for NaN and infinities; Left PlacesOutOfRange unless 0 to 30
 * @example
 * import { roundedWorth } from 'data-dividend/contribution'
 * roundedWorth({ places: 1, rounding: 'floor' })(-0.25) // => right({ num: -3n, den: 10n }) */
export const roundedWorth =
  ({ places, rounding }: { readonly places: number; readonly rounding: Rounding }) =>
  (
    worth: number,
  ): Either<Extract<ContributionFault, { _tag: 'WorthNotFinite' | 'PlacesOutOfRange' }>, Ratio> => {
    if (!Number.isInteger(places) || places < 0 || places > 30) {
      return left({ _tag: 'PlacesOutOfRange', places })
    }
    if (!Number.isFinite(worth)) {
      return left({ _tag: 'WorthNotFinite', coalition: '?', worth: String(worth) })
    }
    let [whole, den] = [worth, 1n]
    for (; !Number.isInteger(whole); whole *= 2) den *= 2n
    const scale = 10n ** BigInt(places)
    return right(ratio(divBy(rounding)(BigInt(whole) * scale, den), scale))
  }

/** The integers of a table as bigints. */
export const integersOf = (game: Game): readonly bigint[] =>
  game.worths instanceof Float64Array ? Array.from(game.worths, BigInt) : game.worths

/** A game from integers by mask over a denominator; the caller has checked the players. */
export const gameOfIntegers = (
  players: readonly string[],
  integers: readonly bigint[],
  den = 1n,
): Game => {
  let largest = 0n
  for (const x of integers) if (x > largest || -x > largest) largest = x < 0n ? -x : x
  return largest <= BigInt(Number.MAX_SAFE_INTEGER) ?
      { players, worths: Float64Array.from(integers, Number), den, largest }
    : { players, worths: integers, den, largest }
}

/** The worth of a coalition by its mask. */
export const worthOf =
  (game: Game) =>
  (mask: number): Ratio =>
    ratio(BigInt(game.worths[mask] ?? 0), game.den)

/** The first fault in a list of players of a table. */
export const playersFault = (
  players: readonly string[],
  limit = tableLimit,
  method = 'table',
): ContributionFault | undefined => {
  if (players.length === 0) return { _tag: 'NoPlayers' }
  const twice = players.find((player, at) => players.indexOf(player) !== at)
  if (twice !== undefined) return { _tag: 'DuplicatePlayer', player: twice }
  return players.length > limit ?
      { _tag: 'TooManyPlayers', method, players: players.length, limit }
    : undefined
}

/** Left when a method that walks over all coalitions would not end soon. */
export const within =
  (method: string, limit: number) =>
  (game: Game): Either<ContributionFault, Game> =>
    game.players.length > limit ?
      left({ _tag: 'TooManyPlayers', method, players: game.players.length, limit })
    : right(game)

const named = (players: readonly string[], mask: number): readonly string[] =>
  membersOf(mask).map((i) => players[i] ?? '')

const tableOf =
  (players: readonly string[]) =>
  (worths: Float64Array | readonly Worth[]): Either<ContributionFault, Game> => {
    const bad = worths.findIndex((worth) => worthFault(worth) !== undefined)
    const tag = worthFault(worths[bad] ?? 0)
    if (tag !== undefined) {
      const coalition = coalitionName(players)(bad)
      return left({ _tag: tag, coalition, worth: worthText(worths[bad] ?? 0) })
    }
    const game =
      worths instanceof Float64Array ?
        { players, worths, den: 1n, largest: BigInt(largestOf(worths)) }
      : overCommonDenominator(players, worths)
    if (game.worths[0] !== 0 && game.worths[0] !== 0n) {
      return left({ _tag: 'EmptySetNotZero', worth: worthText(worths[0] ?? 0) })
    }
    return game.worths instanceof Float64Array ? right(game) : within('table', bigTableLimit)(game)
  }

const worthFault = (worth: Worth): 'WorthNotFinite' | 'WorthNotExact' | undefined =>
  typeof worth !== 'number' || Number.isSafeInteger(worth) ? undefined
  : Number.isFinite(worth) ? 'WorthNotExact'
  : 'WorthNotFinite'

const worthText = (worth: Worth): string =>
  typeof worth === 'object' ? formatRatio(worth) : String(worth)

const largestOf = (worths: Float64Array): number =>
  worths.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0)

const overCommonDenominator = (players: readonly string[], worths: readonly Worth[]): Game => {
  const dens = new Set(worths.map((w) => (typeof w === 'object' ? w.den : 1n)))
  const den = lcmOf([...dens])
  const scaled = worths.map((w) =>
    typeof w === 'object' ? w.num * (den / w.den) : BigInt(w) * den,
  )
  return gameOfIntegers(players, scaled, den)
}
