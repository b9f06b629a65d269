/** Games changed so that an axiom's premise holds: the game itself where it does already. */
import { isLeft } from 'fp-ts/lib/Either.js'
import { membersOf } from './coalition.js'
import { integerDividends } from './dividend.js'
import { gameOfIntegers, integersOf, type Game } from './game.js'
import { coreOf } from './nucleolus.js'

/** What an axiom is tried on; each looks only at the parts that it needs. */
export interface AxiomCase {
  readonly game: Game
  /** Another game of the same players. */
  readonly second: Game
  /** Positions of two players. */
  readonly player: number
  readonly other: number
  /** A coalition, not empty. */
  readonly coalition: number
  /** A rise or a factor, above 0. */
  readonly amount: bigint
}

export const intAt = (game: Game, mask: number): bigint => BigInt(game.worths[mask] ?? 0)

export const changed = (game: Game, to: (worth: bigint, mask: number) => bigint): Game =>
  gameOfIntegers(game.players, integersOf(game).map(to), game.den)

export const interchangeable = (game: Game, i: number, j: number): Game =>
  changed(game, (worth, mask) => {
    const only = (mask >>> j) & 1 && !((mask >>> i) & 1)
    return only ? intAt(game, mask ^ (1 << j) ^ (1 << i)) : worth
  })

export const withNull = (game: Game, i: number): Game =>
  changed(game, (_, mask) => intAt(game, mask & ~(1 << i)))

export const without = (game: Game, i: number): Game => {
  const kept = integersOf(game).filter((_, mask) => ((mask >>> i) & 1) === 0)
  return gameOfIntegers(
    game.players.filter((_, j) => j !== i),
    kept,
    game.den,
  )
}

/** The second game with each marginal of the player raised to the first game's, or above it. */
export const withRisenMarginals = ({ game, second, player }: AxiomCase): Game =>
  changed(game, (_, mask) => {
    const base = mask & ~(1 << player)
    if (base === mask) return intAt(second, mask)
    const [old, own] = [
      intAt(game, mask) - intAt(game, base),
      intAt(second, mask) - intAt(second, base),
    ]
    return intAt(second, base) + (own > old ? own : old)
  })

/** The best that a coalition can make in parts. */
export const superadditive = (game: Game): Game => {
  const cover = [...integersOf(game)]
  cover.forEach((_, mask) => {
    for (let part = (mask - 1) & mask; part > 0; part = (part - 1) & mask) {
      const split = (cover[part] ?? 0n) + (cover[mask & ~part] ?? 0n)
      if (split > (cover[mask] ?? 0n)) cover[mask] = split
    }
  })
  return gameOfIntegers(game.players, cover, game.den)
}

export const monotone = (game: Game): Game => {
  const cover = [...integersOf(game)]
  cover.forEach((_, mask) => {
    for (const i of membersOf(mask)) {
      const part = cover[mask & ~(1 << i)] ?? 0n
      if (part > (cover[mask] ?? 0n)) cover[mask] = part
    }
  })
  return gameOfIntegers(game.players, cover, game.den)
}

/** v(N) raised until there is a core. */
export const balanced = (game: Game): Game => {
  const core = coreOf(game)
  if (isLeft(core) || core.right.epsilon.num <= 0n) return game
  const { num, den } = core.right.epsilon
  const rise = (num * game.den * BigInt(game.players.length)) / den + 1n
  return changed(game, (worth, mask) => (mask === game.worths.length - 1 ? worth + rise : worth))
}

/** The game itself if it is convex, else the one with all dividends made positive. */
export const convex = (game: Game): Game => {
  const v = integersOf(game)
  const isConvex = v.every((_, s) =>
    v.every((_unused, t) => (v[s | t] ?? 0n) + (v[s & t] ?? 0n) >= (v[s] ?? 0n) + (v[t] ?? 0n)),
  )
  if (isConvex) return game
  const sums = integerDividends(v).map((d) => (d < 0n ? -d : d))
  for (let bit = 1; bit < sums.length; bit *= 2) {
    sums.forEach((_, mask) => {
      if ((mask & bit) !== 0) sums[mask] = (sums[mask] ?? 0n) + (sums[mask - bit] ?? 0n)
    })
  }
  return gameOfIntegers(game.players, sums, game.den)
}
