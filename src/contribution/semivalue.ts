/** Semivalues: a player's marginal contributions averaged by the size of who is there before.
 *
 *  φ_i = Σ_{S∌i} p_|S|·(v(S∪i) − v(S)), Σ_s C(n−1, s)·p_s = 1, p_s ≥ 0. All are one read of the
 *  table: with g_s = p_{s−1} + p_s (p_n = 0), φ_i = Σ_{S∋i} g_s·v(S) − Σ_S p_s·v(S).
 *  Shapley: p_s = s!(n−s−1)!/n!. Banzhaf: p_s = 2^{1−n}. Beta(α, β): p_s = β^(s)·α^(n−1−s) /
 *  (α+β)^(n−1), rising factorials. AME of rates q: p_s = the mean of q^s·(1−q)^{n−1−s}.
 *  Source: Shapley 1953; Banzhaf 1965, Owen 1975; Dubey, Neyman, Weber 1981; Kwon & Zou 2022. */
import { chain, left, map, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { addRatio, divRatio, mulRatio, ratio, subRatio, zero, type Ratio } from '../core/ratio.js'
import { sizeOf } from './coalition.js'
import type { ContributionFault } from './fault.js'
import { fitsLimbs, foldBig, foldDouble, foldExact } from './fold.js'
import { bigTableLimit, within, type Allocation, type Game, type Value } from './game.js'
import { choose, lcmOf, overCommon, sumRatio, upTo, wholeRatio } from './number.js'
import { ameLaw, banzhafLaw, betaLaw, checkedLaw, type SizeLaw } from './size-law.js'

/** Shapley value 沙普利值: the mean marginal contribution over all orders of arrival.
 * @returns Left TooManyPlayers beyond 20 players with scaled worths of 2⁴² or more
 * laws: efficient, symmetric, null players get nothing, additive
 * @example
 * import { gameBySize, shapley } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(
 *   gameBySize(['left', 'left2', 'right'])([0, 0, 0, 0, 1, 1, 1]),
 *   chain(shapley),
 *   map((shares) => shares[2]),
 * ) // => right({ player: 'right', value: { num: 2n, den: 3n } }) */
export const shapley: Value = (game) => {
  const n = game.players.length
  const den = lcmOf(upTo(n).map((k) => BigInt(k + 1)))
  const nums = upTo(n + 1).map((s) => (s === 0 ? 0n : den / shapleyDivisor(n)(s)))
  return pipe(
    sumsOver(nums)(game),
    map((sums) => {
      const all = sums.reduce((a, b) => a + b, 0n)
      const whole = BigInt(game.worths[game.worths.length - 1] ?? 0)
      return allocate(game)(sums, ratio(all - den * whole, BigInt(n)), den)
    }),
  )
}

/** Shapley value in doubles, for utilities that are doubles from the start.
 * @param worths 2ⁿ of them by mask, 4 to 24 players, finite
 * @returns Left WrongTableLength, EmptySetNotZero, WorthNotFinite
 * @example
 * import { shapleyDouble } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const worths = Float64Array.from({ length: 16 }, (_, mask) => (mask % 2 === 1 ? 12 : 0))
 * pipe(shapleyDouble(worths), map((values) => values.map(Math.round)))
 * // => right(new Float64Array([12, 0, 0, 0])) */
export const shapleyDouble = (worths: Float64Array): Either<ContributionFault, Float64Array> => {
  const n = Math.log2(worths.length)
  if (!Number.isInteger(n) || n < 4 || n > 24) {
    return left({ _tag: 'WrongTableLength', expected: 16, found: worths.length })
  }
  if (worths[0] !== 0) return left({ _tag: 'EmptySetNotZero', worth: String(worths[0]) })
  const weights = upTo(n + 1).map((s) => (s === 0 ? 0 : 1 / Number(shapleyDivisor(n)(s))))
  const sums = foldDouble(Float64Array.from(weights), worths)
  const excess = sums.reduce((a, b) => a + b, 0) - (worths[worths.length - 1] ?? 0)
  // An infinite or undefined worth reaches every sum it is in, and 0 × ∞ cannot arise: weights > 0.
  return Number.isFinite(excess) ?
      right(sums.map((sum) => sum - excess / n))
    : left({ _tag: 'WorthNotFinite', coalition: '?', worth: String(excess) })
}

/** The semivalue of a law of sizes.
 * @returns Left SemivalueWeights when the weights are not n, not ≥ 0, or do not sum to 1
 * @example
 * import { gameByMask, semivalue } from 'data-dividend/contribution'
 * import { right, chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const lastIn = semivalue(() => right([{ num: 0n, den: 1n }, { num: 1n, den: 1n }]))
 * pipe(gameByMask(['A', 'B'])([0, 1, 2, 7]), chain(lastIn), map((a) => a[0]))
 * // => right({ player: 'A', value: { num: 5n, den: 1n } }) */
export const semivalue =
  (law: SizeLaw): Value =>
  (game) =>
    pipe(
      law(game.players.length),
      chain(checkedLaw(game.players.length)),
      chain((p) => {
        const { den, nums } = overCommon(gains(p))
        return pipe(
          sumsOver(nums)(game),
          map((sums) => allocate(game)(sums, baseOf(game, p, den), den)),
        )
      }),
    )

/** Banzhaf value: the mean marginal contribution over all coalitions of the others.
 * @example
 * import { formatAllocation, gameBySize, banzhaf } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const glove = gameBySize(['A', 'B', 'C'])([0, 0, 0, 0, 1, 1, 1])
 * pipe(glove, chain(banzhaf), map(formatAllocation))
 * // => right('A 0.25, B 0.25, C 0.75') */
export const banzhaf: Value = semivalue(banzhafLaw)

/** Beta Shapley: α above β weighs small coalitions.
 * @returns Left as `betaLaw`
 * @example
 * import { formatAllocation, gameBySize, betaShapley } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const glove = gameBySize(['A', 'B', 'C'])([0, 0, 0, 0, 1, 1, 1])
 * const [alpha, beta] = [{ num: 4n, den: 1n }, { num: 1n, den: 1n }]
 * pipe(glove, chain(betaShapley({ alpha, beta })), map(formatAllocation))
 * // => right('A 2/15, B 2/15, C 1/3') */
export const betaShapley = (parameters: { readonly alpha: Ratio; readonly beta: Ratio }): Value =>
  semivalue(betaLaw(parameters))

/** The average marginal effect at given rates.
 * @returns Left as `ameLaw`
 * @example
 * import { formatAllocation, gameBySize, ame } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const glove = gameBySize(['A', 'B', 'C'])([0, 0, 0, 0, 1, 1, 1])
 * pipe(glove, chain(ame([{ num: 1n, den: 2n }])), map(formatAllocation))
 * // => right('A 0.25, B 0.25, C 0.75') */
export const ame = (rates: readonly Ratio[]): Value => semivalue(ameLaw(rates))

/** A value scaled so that it shares v(N): efficient by force, no longer additive.
 * @returns Left NothingToScale when the values sum to 0
 * @example
 * import { formatAllocation, gameBySize, banzhaf, scaled } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const glove = gameBySize(['A', 'B', 'C'])([0, 0, 0, 0, 1, 1, 1])
 * pipe(glove, chain(scaled('value.banzhaf-scaled', banzhaf)), map(formatAllocation))
 * // => right('A 0.2, B 0.2, C 0.6') */
export const scaled =
  (method: string, value: Value): Value =>
  (game) =>
    pipe(
      value(game),
      chain((shares) => {
        const sum = sumRatio(shares.map((x) => x.value))
        const whole = ratio(BigInt(game.worths[game.worths.length - 1] ?? 0), game.den)
        return sum.num === 0n ?
            left<ContributionFault, Allocation>({ _tag: 'NothingToScale', method, sum: '0' })
          : right(
              shares.map(({ player, value: x }) => ({
                player,
                value: divRatio(mulRatio(x, whole), sum),
              })),
            )
      }),
    )

/** Σ_{S∋i} g_|S|·V(S) of every player on the integers V of a table, by the fastest way that is
 * exact: two limbs of doubles, else whole numbers of any size. */
export const sumsOver =
  (weights: readonly bigint[]) =>
  (game: Game): Either<ContributionFault, readonly bigint[]> => {
    const n = game.players.length
    const { worths, largest } = game
    if (worths instanceof Float64Array && fitsLimbs(n, weights, largest)) {
      return right(foldExact(Float64Array.from(weights, Number), worths))
    }
    return pipe(
      game,
      within('exact-integers', bigTableLimit),
      map(() => foldBig(n, weights, worths)),
    )
  }

/** 1/g_s of Shapley's weights, a divisor of lcm(1 … n): (n−s)·C(n−1, s−1), and n for s = n. */
const shapleyDivisor =
  (n: number) =>
  (s: number): bigint =>
    s === n ? BigInt(n) : BigInt(n - s) * choose(n - 1, s - 1)

/** g_s = p_{s−1} + p_s for s = 0 … n. */
const gains = (p: readonly Ratio[]): readonly Ratio[] =>
  upTo(p.length + 1).map((s) => addRatio(p[s - 1] ?? zero, p[s] ?? zero))

const allocate =
  (game: Game) =>
  (sums: readonly bigint[], base: Ratio, den: bigint): Allocation =>
    game.players.map((player, i) => ({
      player,
      value: divRatio(subRatio(wholeRatio(sums[i] ?? 0n), base), wholeRatio(den * game.den)),
    }))

/** den·Σ_S p_|S|·V(S). */
const baseOf = (game: Game, p: readonly Ratio[], den: bigint): Ratio =>
  sumRatio(totalsBySize(game).map((total, s) => mulRatio(wholeRatio(total * den), p[s] ?? zero)))

const totalsBySize = ({ players, worths }: Game): readonly bigint[] => {
  const sizes = upTo(players.length + 1)
  if (worths instanceof Float64Array) {
    // Two limbs again: 2²² entries below 2⁵³ would overrun one double.
    const high = new Float64Array(sizes.length)
    const low = new Float64Array(sizes.length)
    worths.forEach((x, mask) => {
      const h = Math.floor(x / 2 ** 21)
      const s = sizeOf(mask)
      high[s] = (high[s] ?? 0) + h
      low[s] = (low[s] ?? 0) + (x - h * 2 ** 21)
    })
    return sizes.map((s) => BigInt(high[s] ?? 0) * 2n ** 21n + BigInt(low[s] ?? 0))
  }
  const totals = sizes.map(() => 0n)
  for (const [mask, x] of worths.entries()) {
    totals[sizeOf(mask)] = (totals[sizeOf(mask)] ?? 0n) + x
  }
  return totals
}
