/** Values that mix equal parts, stand-alone worths and last contributions.
 *
 *  Equal division v(N)/n; CIS v(i) + (v(N) − Σv(j))/n; ENSC M_i + (v(N) − ΣM_j)/n, M_i = v(N) −
 *  v(N∖i); leave-one-out M_i; egalitarian Shapley α·Shapley + (1−α)·v(N)/n; solidarity
 *  Σ_{S∋i} (n−s)!(s−1)!/n!·A(S), A(S) the mean over k∈S of v(S) − v(S∖k); stand-alone shares
 *  v(N)·v(i)/Σv(j).
 *  Source: Driessen & Funaki 1991; Joosten 1996; Nowak & Radzik 1994. */
import { chain, left, map, right } from 'fp-ts/lib/Either.js'
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
  type Ratio,
} from '../core/ratio.js'
import {
  aloneOf,
  allocationOf,
  allocationOver,
  lastOf,
  plusEqualParts,
  wholeOf,
} from './allocation.js'
import { membersOf, sizeOf } from './coalition.js'
import { bigTableLimit, gameOfIntegers, integersOf, within, type Value } from './game.js'
import { choose, lcmOf, overCommon, sumRatio, upTo } from './number.js'
import { shapley, sumsOver } from './semivalue.js'

/** Everybody the same part of v(N).
 * @example
 * import { equalDivision, formatAllocation, gameByMask } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(gameByMask(['A', 'B'])([0, 1, 2, 7]), chain(equalDivision), map(formatAllocation))
 * // => right('A 3.5, B 3.5') */
export const equalDivision: Value = (game) =>
  right(
    allocationOf(
      game.players,
      plusEqualParts(
        wholeOf(game),
        game.players.map(() => zero),
      ),
    ),
  )

/** CIS, the centre of the imputation set: stand-alone worths and equal parts of the rest.
 * @example
 * import { cis, formatAllocation, gameByMask } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(gameByMask(['A', 'B'])([0, 1, 2, 7]), chain(cis), map(formatAllocation))
 * // => right('A 3, B 4') */
export const cis: Value = (game) =>
  right(allocationOf(game.players, plusEqualParts(wholeOf(game), aloneOf(game))))

/** ENSC, egalitarian non-separable contributions: last contributions and equal parts of the rest.
 * @example
 * import { ensc, formatAllocation, gameBySize } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(gameBySize(['A', 'B', 'C'])([0, 0, 0, 2, 2, 3, 5]), chain(ensc), map(formatAllocation))
 * // => right('A 1, B 2, C 2') */
export const ensc: Value = (game) =>
  right(allocationOf(game.players, plusEqualParts(wholeOf(game), lastOf(game))))

/** Leave-one-out: what is lost without the player. Not efficient.
 * @example
 * import { formatAllocation, gameByMask, leaveOneOut } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(gameByMask(['A', 'B'])([0, 1, 2, 7]), chain(leaveOneOut), map(formatAllocation))
 * // => right('A 5, B 6') */
export const leaveOneOut: Value = (game) => right(allocationOf(game.players, lastOf(game)))

/** α·Shapley and (1 − α) of equal division.
 * @param alpha from 0 to 1
 * @returns Left ParameterOutOfRange
 * @example
 * import { egalitarianShapley, formatAllocation, gameByMask } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const half = egalitarianShapley({ num: 1n, den: 2n })
 * pipe(gameByMask(['A', 'B'])([0, 1, 2, 7]), chain(half), map(formatAllocation))
 * // => right('A 3.25, B 3.75') */
export const egalitarianShapley =
  (alpha: Ratio): Value =>
  (game) =>
    alpha.num < 0n || compareRatio(alpha, one) > 0 ?
      left({ _tag: 'ParameterOutOfRange', parameter: 'alpha', value: formatRatio(alpha) })
    : pipe(
        shapley(game),
        map((shares) => {
          const part = divRatio(wholeOf(game), ratio(BigInt(game.players.length)))
          const equal = mulRatio(subRatio(one, alpha), part)
          return shares.map((x) => ({ ...x, value: addRatio(mulRatio(alpha, x.value), equal) }))
        }),
      )

/** Solidarity value: whoever joins a coalition shares what that adds with its members.
 * @returns Left TooManyPlayers beyond 20
 * @example
 * import { formatAllocation, gameBySize, solidarity } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(gameBySize(['A', 'B', 'C'])([0, 0, 0, 0, 1, 1, 1]), chain(solidarity), map(formatAllocation))
 * // => right('A 5/18, B 5/18, C 4/9') */
export const solidarity: Value = (game) =>
  pipe(
    game,
    within('solidarity', bigTableLimit),
    chain(() => {
      const n = game.players.length
      const v = integersOf(game)
      const den = lcmOf(upTo(n).map((k) => BigInt(k + 1)))
      const means = v.map((worth, mask) => {
        const size = BigInt(sizeOf(mask))
        const without = membersOf(mask).reduce((sum, k) => sum + (v[mask - (1 << k)] ?? 0n), 0n)
        return size === 0n ? 0n : (den / size) * (size * worth - without)
      })
      const law = overCommon(
        upTo(n + 1).map((s) => (s === 0 ? zero : ratio(1n, BigInt(s) * choose(n, s)))),
      )
      return pipe(
        gameOfIntegers(game.players, means),
        sumsOver(law.nums),
        chain((sums) => allocationOver(game.players, sums, game.den * den * law.den)),
      )
    }),
  )

/** v(N) in proportion to what players are worth alone.
 * @returns Left StandAloneShares unless all v(i) ≥ 0, some v(i) > 0 and v(N) ≥ 0
 * @example
 * import { formatAllocation, gameByMask, standAloneShares } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(gameByMask(['A', 'B'])([0, 1, 3, 8]), chain(standAloneShares), map(formatAllocation))
 * // => right('A 2, B 6') */
export const standAloneShares: Value = (game) => {
  const alone = aloneOf(game)
  const sum = sumRatio(alone)
  const bad = alone.findIndex((x) => x.num < 0n)
  if (bad >= 0 || sum.num === 0n || wholeOf(game).num < 0n) {
    const [player, worth] =
      bad >= 0 ?
        [game.players[bad] ?? '', alone[bad] ?? zero]
      : [game.players.join('+'), sum.num === 0n ? zero : wholeOf(game)]
    return left({ _tag: 'StandAloneShares', player, worth: formatRatio(worth) })
  }
  return right(
    allocationOf(
      game.players,
      alone.map((x) => divRatio(mulRatio(wholeOf(game), x), sum)),
    ),
  )
}
