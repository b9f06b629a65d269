/** All values, as users choose them: by id, with name, source, and the axioms they keep. */
import { chain, left, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { ContributionFault } from './fault.js'
import type { Allocation, Game, Value } from './game.js'
import type { Given } from './given.js'
import type { ValueMethod } from './method.js'
import { needingMethods } from './registry-needing.js'
import { pointMethods } from './registry-points.js'

/** One method's answer to a game. */
export interface Compared {
  readonly id: string
  readonly result: Either<ContributionFault, Allocation>
}

/** All values: those that need only a game, then those that need more. */
export const valueMethods: readonly ValueMethod[] = [...pointMethods, ...needingMethods]

/** The value of an id.
 * @returns Left UnknownValue
 * @example
 * import { methodOf } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(methodOf('value.tau'), map((m) => m.source)) // => right('Tijs 1981') */
export const methodOf = (id: string): Either<ContributionFault, ValueMethod> => {
  const found = valueMethods.find((method) => method.id === id)
  return found === undefined ? left({ _tag: 'UnknownValue', id }) : right(found)
}

/** The rule of a method: itself, or made of what it needs.
 * @param given what is known besides the game
 * @returns Left UnknownValue; Left ParameterMissing with the name of what is needed
 * @example
 * import { formatAllocation, gameByMask, valueWith } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(
 *   valueWith({ unions: [['A', 'B'], ['C']] })('value.owen'),
 *   chain((owen) => pipe(gameByMask(['A', 'B', 'C'])([0, 0, 0, 0, 0, 1, 1, 1]), chain(owen))),
 *   map(formatAllocation),
 * ) // => right('A 0.25, B 0.25, C 0.5') */
export const valueWith =
  (given: Partial<Given>) =>
  (id: string): Either<ContributionFault, Value> =>
    pipe(
      methodOf(id),
      chain((method) => {
        const solve = method.solve ?? method.with?.solve(given)
        return solve === undefined ?
            left({
              _tag: 'ParameterMissing' as const,
              method: id,
              parameter: method.with?.name ?? '',
            })
          : right(solve)
      }),
    )

/** Several values on one game: those that need only a game; each answers or says why not.
 * @example
 * import { compare, gameByMask, valueMethods } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(
 *   gameByMask(['A', 'B'])([0, 0, 0, 6]),
 *   map(compare(valueMethods)),
 *   map((all) => all.find(({ id }) => id === 'value.stand-alone-shares')?.result),
 * ) // => right(left({ _tag: 'StandAloneShares', player: 'A+B', worth: '0' })) */
export const compare =
  (methods: readonly ValueMethod[]) =>
  (game: Game): readonly Compared[] =>
    methods.flatMap(({ id, solve }) => (solve === undefined ? [] : [{ id, result: solve(game) }]))
