/** Corrections and layers: a Shapley value moved by given factors, and roles before members.
 *
 *  Factor-corrected: φ_i + (λ_i − 1/n)·v(N), Σλ = 1; it can fall below zero, which is refused with the
 *  player, never clipped. Two layers: the factor-corrected value between roles, then each role's
 *  amount in proportion to its members' scores.
 *  Source: Li, Chu, Wang, Zhang, Sci. Rep. 2024, 10.1038/s41598-024-55819-7 (who weigh the scores by
 *  entropy; here scores are given). */
import { chain, isLeft, left, right } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import {
  addRatio,
  compareRatio,
  divRatio,
  formatRatio,
  mulRatio,
  one,
  ratio,
  subRatio,
  zero,
} from '../core/ratio.js'
import { wholeOf } from './allocation.js'
import { figuresOf, type ByPlayer } from './dividend.js'
import type { ContributionFault } from './fault.js'
import { playersFault, type Allocation, type Value } from './game.js'
import { sumRatio } from './number.js'
import { shapley } from './semivalue.js'

/** Members of a role with their scores, 0 or more, not all 0. */
export type Scores = Readonly<Record<string, ByPlayer>>

/** Shapley value corrected by factors that sum to 1.
 * @param factors λ of every player and nobody else
 * @returns Left PlayerMissing, UnknownPlayer, FactorsNotOne; Left NegativeShare with the first player
 *   whom the correction takes below zero
 * laws: efficient; λ = 1/n for all is Shapley
 * @example
 * import { factorCorrected, formatAllocation, gameByMask } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const corrected = factorCorrected({ A: { num: 3n, den: 4n }, B: { num: 1n, den: 4n } })
 * pipe(gameByMask(['A', 'B'])([0, 0, 0, 8]), chain(corrected), map(formatAllocation))
 * // => right('A 6, B 2') */
export const factorCorrected =
  (factors: ByPlayer): Value =>
  (game) =>
    pipe(
      figuresOf(game.players)(factors),
      chain((lambdas) => {
        const sum = sumRatio(lambdas)
        if (compareRatio(sum, one) !== 0) {
          return left<ContributionFault, Allocation>({
            _tag: 'FactorsNotOne',
            sum: formatRatio(sum),
          })
        }
        const shares = shapley(game)
        if (isLeft(shares)) return shares
        const equal = ratio(1n, BigInt(game.players.length))
        const corrected = shares.right.map(({ player, value }, i) => ({
          player,
          value: addRatio(value, mulRatio(subRatio(lambdas[i] ?? zero, equal), wholeOf(game))),
        }))
        const below = corrected.find((x) => x.value.num < 0n)
        return below === undefined ?
            right(corrected)
          : left({ _tag: 'NegativeShare', player: below.player, value: formatRatio(below.value) })
      }),
    )

/** Two layers: a value between roles, then each role's amount by its members' scores.
 * @param between the value that solves the game of roles
 * @param scores for each role its members
 * @returns Left as `between`; Left PlayerMissing or UnknownPlayer where roles and scores differ;
 *   DuplicatePlayer for a member of two roles; NegativeFigure, ScoresAllZero
 * laws: members of a role get together what the role gets
 * @example
 * import { formatAllocation, gameByMask, shapley, twoLayers } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const n = (num: bigint) => ({ num, den: 1n })
 * const shares = twoLayers({
 *   between: shapley,
 *   scores: { collect: { Ann: n(1n), Bo: n(3n) }, process: { Cy: n(1n) } },
 * })
 * pipe(gameByMask(['collect', 'process'])([0, 0, 0, 8]), chain(shares), map(formatAllocation))
 * // => right('Ann 1, Bo 3, Cy 4') */
export const twoLayers =
  ({ between, scores }: { readonly between: Value; readonly scores: Scores }): Value =>
  (game) => {
    const members = Object.values(scores).flatMap((role) => Object.keys(role))
    const fault =
      playersFault(members, Number.POSITIVE_INFINITY) ?? rolesFault(game.players, scores)
    if (fault !== undefined) return left(fault)
    return pipe(
      between(game),
      chain((roles) =>
        right(
          roles.flatMap(({ player, value }) => {
            const role = Object.entries(scores[player] ?? {})
            const all = sumRatio(role.map(([, score]) => score))
            return role.map(([name, score]) => ({
              player: name,
              value: divRatio(mulRatio(value, score), all),
            }))
          }),
        ),
      ),
    )
  }

const rolesFault = (roles: readonly string[], scores: Scores): ContributionFault | undefined => {
  const known = figuresOf(roles)(
    Object.fromEntries(Object.keys(scores).map((role) => [role, zero])),
  )
  if (isLeft(known)) return known.left
  for (const [role, members] of Object.entries(scores)) {
    const negative = Object.entries(members).find(([, score]) => score.num < 0n)
    if (negative !== undefined) {
      return { _tag: 'NegativeFigure', player: negative[0], value: formatRatio(negative[1]) }
    }
    if (Object.values(members).every((score) => score.num === 0n)) {
      return { _tag: 'ScoresAllZero', role }
    }
  }
  return undefined
}
