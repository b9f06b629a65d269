/** The axioms of values, as properties of fast-check for users' own values.
 *
 *  `fc.assert(keepsAxiom('EFF', myValue, gameCases({ players: [2, 4], worths: [0, 9] })))`. Cases on
 *  which the value refuses, or which cannot meet the premise, are skipped. */
import fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { axioms, type AxiomId } from '../contribution/axiom.js'
import { gameByMask, type Game, type Value } from '../contribution/game.js'
import type { AxiomCase } from '../contribution/premise.js'

/** Which games to try. */
export interface GameOptions {
  /** Fewest and most players, 1 to 10. */
  readonly players: readonly [number, number]
  /** Smallest and largest worth, whole numbers. */
  readonly worths: readonly [number, number]
  /** Smallest worth of a single player, where a domain needs one above zero. */
  readonly alone?: number
}

/** A property over a case. */
// eslint-disable-next-line functional/type-declaration-immutability -- the type is of fast-check
export type AxiomLaw = fc.IPropertyWithHooks<[AxiomCase]>

/** Cases to try axioms on: two games of the same players, two players, a coalition, an amount.
 * @example
 * import { gameCases } from 'data-dividend/laws'
 * import fc from 'fast-check'
 * const [one] = fc.sample(gameCases({ players: [3, 3], worths: [0, 9] }), 1)
 * one?.game.worths.length // => 8 */
export const gameCases = ({ players, worths, alone }: GameOptions): fc.Arbitrary<AxiomCase> =>
  fc.integer({ min: players[0], max: players[1] }).chain((n) => {
    const game = tables(n, worths, alone)
    return fc
      .record({
        game,
        second: game,
        player: fc.nat(n - 1),
        step: fc.nat(Math.max(0, n - 2)),
        coalition: fc.integer({ min: 1, max: 2 ** n - 1 }),
        amount: fc.bigInt(1n, 3n),
      })
      .map(({ step, ...rest }) => ({ ...rest, other: (rest.player + 1 + step) % n }))
  })

/** A value keeps an axiom on all cases that concern it.
 * @example
 * import { equalDivision } from 'data-dividend/contribution'
 * import { gameCases, keepsAxiom } from 'data-dividend/laws'
 * import fc from 'fast-check'
 * const cases = gameCases({ players: [2, 3], worths: [0, 9] })
 * fc.check(keepsAxiom('EFF', equalDivision, cases)).failed // => false
 * fc.check(keepsAxiom('NUL', equalDivision, cases)).failed // => true */
export const keepsAxiom = (id: AxiomId, value: Value, cases: fc.Arbitrary<AxiomCase>): AxiomLaw => {
  const holds = axioms.find((axiom) => axiom.id === id)?.holds(value)
  return fc.property(cases, (one) => {
    const held = holds?.(one)
    fc.pre(held !== undefined)
    return held
  })
}

const tables = (
  n: number,
  [least, most]: readonly [number, number],
  alone = least,
): fc.Arbitrary<Game> =>
  fc
    .tuple(
      ...Array.from({ length: 2 ** n - 1 }, (_, at) => {
        const mask = at + 1
        const single = (mask & (mask - 1)) === 0
        return fc.integer({ min: single ? Math.max(alone, least) : least, max: most })
      }),
    )
    .map((worths) => {
      const names = Array.from({ length: n }, (_, i) => String.fromCharCode(65 + i))
      const game = gameByMask(names)([0, ...worths])
      return isLeft(game) ? nobody(names) : game.right
    })

/** Whole worths of a few players always make a game; this only closes the type. */
const nobody = (players: readonly string[]): Game => ({
  players,
  worths: new Float64Array(2 ** players.length),
  den: 1n,
  largest: 0n,
})
