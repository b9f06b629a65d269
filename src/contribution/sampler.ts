/** Sampled Shapley values for games too large for a table: walks as a pure fold.
 *
 *  Permutation: Fisher–Yates on the players in declared order, step j swaps j with j + ⌊u·(n−j)⌋;
 *  each walk's marginals sum to v(N), so the whole sums of marginals are exact and efficient at any
 *  number of walks. Antithetic: every walk is followed by its reverse, and a pair is the unit of
 *  variance. Walk w draws from stream "contribution" at replication w: more walks never change
 *  earlier ones, and a sample of 300 is the sample of 100 carried on.
 *  Source: Castro, Gómez, Tejada 2009; Lomeli, Rowland, Gretton, Ghahramani 2019. */
import { chain, isLeft, left, map, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { ratio } from '../core/ratio.js'
import { drawsAt, streamOf, type Stream } from '../core/stream.js'
import { allocationOf } from './allocation.js'
import type { ContributionFault } from './fault.js'
import type { Allocation, Game } from './game.js'
import { upTo } from './number.js'

/** A game that is asked coalition by coalition: any number of players. */
export interface Oracle {
  readonly players: readonly string[]
  /** Worths are whole numbers over this. */
  readonly den: bigint
  /** Worth of the coalition of positions marked 1; nobody's is 0. */
  readonly worth: (present: Readonly<ArrayLike<number>>) => bigint
}

/** Walks in pairs or one by one. */
export type WalkKind = 'permutation' | 'antithetic'

/** What walks have found: whole numbers, to be carried on or frozen. */
export interface Sample {
  readonly kind: WalkKind
  readonly seed: number
  readonly stream: string
  readonly players: readonly string[]
  readonly den: bigint
  /** Walks, or pairs of walks. */
  readonly units: number
  /** Walks: twice the units when antithetic. */
  readonly walks: number
  /** Σ of each player's marginals over all walks. */
  readonly sums: readonly bigint[]
  /** Σ over units of the square of the unit's sum of marginals. */
  readonly squares: readonly bigint[]
}

/** A dense game as an oracle.
 * @example
 * import { gameByMask, oracleOf } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(gameByMask(['A', 'B'])([0, 1, 2, 7]), map((game) => oracleOf(game).worth([0, 1])))
 * // => right(2n) */
export const oracleOf = (game: Game): Oracle => ({
  players: game.players,
  den: game.den,
  worth: (present) => {
    let mask = 0
    for (let i = 0; i < present.length; i += 1) if (present[i] === 1) mask |= 1 << i
    return BigInt(game.worths[mask] ?? 0)
  },
})

/** A sample of no walks.
 * @param seed a whole number from 0 to 2³² − 1
 * @returns Left NoPlayers, StreamRefused for another seed
 * @example
 * import { startSample } from 'data-dividend/contribution'
 * startSample('permutation', -1)({ players: ['A'], den: 1n, worth: () => 0n })
 * // => left({ _tag: 'StreamRefused', seed: -1 }) */
export const startSample =
  (kind: WalkKind, seed: number) =>
  ({ players, den }: Oracle): Either<ContributionFault, Sample> =>
    players.length === 0 ? left({ _tag: 'NoPlayers' })
    : isLeft(streamOf(seed)(streamName)) ? left({ _tag: 'StreamRefused', seed })
    : right({
        kind,
        seed,
        stream: streamName,
        players,
        den,
        units: 0,
        walks: 0,
        sums: players.map(() => 0n),
        squares: players.map(() => 0n),
      })

/** The sample with more units: walks, or pairs of them.
 * @param units how many more, 1 or more
 * @returns Left WalksOutOfRange unless units are whole and at most 2³² in all
 * laws: a units and then b more are a + b units
 * @example
 * import { extendSample, sampleValue, startSample, formatAllocation } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const additive = {
 *   players: ['A', 'B'], den: 1n,
 *   worth: (there: ArrayLike<number>) => BigInt((there[0] ?? 0) * 3 + (there[1] ?? 0) * 4),
 * }
 * pipe(
 *   startSample('permutation', 42)(additive),
 *   chain(extendSample(10)(additive)),
 *   chain(sampleValue),
 *   map(formatAllocation),
 * ) // => right('A 3, B 4') */
export const extendSample =
  (units: number) =>
  (oracle: Oracle) =>
  (sample: Sample): Either<ContributionFault, Sample> => {
    const total = sample.units + units
    if (!Number.isInteger(units) || units < 1 || total > 2 ** 32) {
      return left({ _tag: 'WalksOutOfRange', walks: units })
    }
    return pipe(
      streamOf(sample.seed)(sample.stream),
      chain((stream) => {
        const [sums, squares] = [[...sample.sums], [...sample.squares]]
        for (let unit = sample.units; unit < total; unit += 1) {
          const order = orderOf(stream, sums.length, unit)
          if (isLeft(order)) return order
          const found = sums.map(() => 0n)
          addWalk(oracle, order.right, found)
          if (sample.kind === 'antithetic') addWalk(oracle, order.right.toReversed(), found)
          found.forEach((x, i) => {
            sums[i] = (sums[i] ?? 0n) + x
            squares[i] = (squares[i] ?? 0n) + x * x
          })
        }
        const walks = total * (sample.kind === 'antithetic' ? 2 : 1)
        return right({ ...sample, units: total, walks, sums, squares })
      }),
      (extended) =>
        isLeft(extended) ? left({ _tag: 'StreamRefused', seed: sample.seed }) : extended,
    )
  }

/** The values that a sample stands for: Σ of marginals ÷ walks, exact ratios that sum to v(N).
 * @returns Left WalksOutOfRange for a sample of no walks
 * @example
 * import { sampleValue } from 'data-dividend/contribution'
 * sampleValue({ kind: 'permutation', seed: 1, stream: 'contribution', players: ['A'], den: 1n,
 *   units: 2, walks: 2, sums: [6n], squares: [18n] })
 * // => right([{ player: 'A', value: { num: 3n, den: 1n } }]) */
export const sampleValue = (sample: Sample): Either<ContributionFault, Allocation> =>
  sample.walks === 0 ?
    left({ _tag: 'WalksOutOfRange', walks: 0 })
  : right(
      allocationOf(
        sample.players,
        sample.sums.map((sum) => ratio(sum, BigInt(sample.walks) * sample.den)),
      ),
    )

/** Stratified by size: for each player and size of coalition, the mean marginal of a number of sets
 * drawn evenly; sizes 0 and n − 1 have one set and are taken exactly. Unbiased, not efficient.
 * Draws stand at agent i, period s, replication k. Source: Castro, Gómez, Molina, Tejada 2017.
 * @param sets of each size, 1 or more
 * @returns Left WalksOutOfRange, StreamRefused, NoPlayers
 * @example
 * import { formatAllocation, gameBySize, oracleOf, stratified } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(
 *   gameBySize(['A', 'B'])([1, 2, 7]),
 *   chain((game) => stratified({ seed: 42, sets: 3 })(oracleOf(game))),
 *   map(formatAllocation),
 * ) // => right('A 3, B 4') */
export const stratified =
  ({ seed, sets }: { readonly seed: number; readonly sets: number }) =>
  (oracle: Oracle): Either<ContributionFault, Allocation> => {
    const n = oracle.players.length
    if (n === 0) return left({ _tag: 'NoPlayers' })
    if (!Number.isInteger(sets) || sets < 1) return left({ _tag: 'WalksOutOfRange', walks: sets })
    return pipe(
      streamOf(seed)(`${streamName}/strata`),
      map((stream) =>
        allocationOf(
          oracle.players,
          oracle.players.map((_, i) => {
            const total = upTo(n).reduce(
              (sum, s) => sum + stratumSum(oracle, stream, i, s, sets),
              0n,
            )
            return ratio(total, BigInt(n * sets) * oracle.den)
          }),
        ),
      ),
      (found) => (isLeft(found) ? left({ _tag: 'StreamRefused', seed }) : found),
    )
  }

const streamName = 'contribution'

/** The order of arrival of one walk. */
const orderOf = (stream: Stream, n: number, replication: number) =>
  pipe(
    drawsAt(stream)({ agent: 0, period: 0, replication }),
    map((draw) => shuffled(upTo(n), n, draw)),
  )

/** The first steps of a Fisher–Yates shuffle. */
export const shuffled = (
  items: readonly number[],
  steps: number,
  draw: (j: number) => number,
): readonly number[] => {
  const order = [...items]
  for (let j = 0; j < steps; j += 1) {
    const k = j + Math.floor(draw(j) * (order.length - j))
    const item = order[j] ?? 0
    order[j] = order[k] ?? 0
    order[k] = item
  }
  return order
}

const addWalk = (oracle: Oracle, order: readonly number[], found: bigint[]): void => {
  const present = new Uint8Array(order.length)
  let before = 0n
  for (const i of order) {
    present[i] = 1
    const worth = oracle.worth(present)
    found[i] = (found[i] ?? 0n) + worth - before
    before = worth
  }
}

/** Marginals of i over sets of one size: as many as asked, or the only one so many times. */
const stratumSum = (
  oracle: Oracle,
  stream: Stream,
  i: number,
  size: number,
  sets: number,
): bigint => {
  const others = upTo(oracle.players.length).filter((j) => j !== i)
  const marginal = (members: readonly number[]): bigint => {
    const present = new Uint8Array(oracle.players.length)
    for (const j of members) present[j] = 1
    const before = members.length === 0 ? 0n : oracle.worth(present)
    present[i] = 1
    return oracle.worth(present) - before
  }
  if (size === 0 || size === others.length) return BigInt(sets) * marginal(others.slice(0, size))
  let sum = 0n
  for (let k = 0; k < sets; k += 1) {
    const draws = drawsAt(stream)({ agent: i, period: size, replication: k })
    if (isLeft(draws)) return sum
    sum += marginal(shuffled(others, size, draws.right).slice(0, size))
  }
  return sum
}
