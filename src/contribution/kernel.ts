/** Shapley as a least-squares fit: KernelSHAP, solved in exact ratios.
 *
 *  Draw a size s in 1..n−1 with probability ∝ 1/(s(n−s)), then a set evenly; each set is followed by
 *  its complement. Minimise Σ weight·(v(S) − x(S))² under x(N) = v(N). All sets once with weight
 *  1/(C(n, s)·s·(n−s)) give Shapley exactly.
 *  Source: Lundberg & Lee 2017; Covert & Lee 2021. */
import { chain, isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { ratio, type Ratio } from '../core/ratio.js'
import { drawsAt, streamOf } from '../core/stream.js'
import { allocationOf } from './allocation.js'
import type { ContributionFault } from './fault.js'
import type { Allocation } from './game.js'
import { solveSystem } from './linear-system.js'
import { overCommon, upTo } from './number.js'
import { shuffled, type Oracle } from './sampler.js'

/** Sets of positions with their weights in the fit. */
export type WeightedSets = readonly {
  readonly members: readonly number[]
  readonly weight: Ratio
}[]

/** The constrained least-squares fit over given sets.
 * @returns Left NoPlayers; Left SingularSample when the sets do not determine it: draw more
 * laws: sums to v(N)
 * @example
 * import { formatAllocation, gameBySize, kernelFit, oracleOf } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const sets = [[0], [1, 2], [1], [0, 2]].map((members) => ({ members, weight: { num: 1n, den: 1n } }))
 * pipe(
 *   gameBySize(['A', 'B', 'C'])([0, 0, 0, 0, 1, 1, 1]),
 *   chain((game) => kernelFit(sets)(oracleOf(game))),
 *   map(formatAllocation),
 * ) // => right('A 0, B 0, C 1') */
export const kernelFit =
  (sets: WeightedSets) =>
  (oracle: Oracle): Either<ContributionFault, Allocation> => {
    const n = oracle.players.length
    if (n === 0) return left({ _tag: 'NoPlayers' })
    const weights = overCommon(sets.map((set) => set.weight)).nums
    const rows = upTo(n + 1).map(() => upTo(n + 1).map(() => 0n))
    const bounds = upTo(n + 1).map(() => 0n)
    const bump = (row: bigint[] | undefined, at: number, by: bigint): void => {
      if (row !== undefined) row[at] = (row[at] ?? 0n) + by
    }
    sets.forEach(({ members }, k) => {
      const weight = weights[k] ?? 0n
      const worth = oracle.worth(present(n, members))
      for (const i of members) {
        bump(bounds, i, weight * worth)
        for (const j of members) bump(rows[i], j, weight)
      }
    })
    for (const i of upTo(n)) {
      bump(rows[i], n, 1n)
      bump(rows[n], i, 1n)
    }
    bounds[n] = oracle.worth(present(n, upTo(n)))
    const solution = solveSystem(rows, bounds)
    return solution === undefined ?
        left({ _tag: 'SingularSample', rows: sets.length })
      : right(
          allocationOf(
            oracle.players,
            solution.slice(0, n).map((x) => ratio(x.num, x.den * oracle.den)),
          ),
        )
  }

/** KernelSHAP from a seeded sample of pairs of complementary sets. Draws stand at replication k: the
 * size first, then the set.
 * @param pairs how many, 1 or more
 * @returns Left WalksOutOfRange, StreamRefused, NoPlayers, SingularSample
 * @example
 * import { formatAllocation, gameByMask, kernelShap, oracleOf } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(
 *   gameByMask(['A', 'B'])([0, 1, 2, 7]),
 *   chain((game) => kernelShap({ seed: 42, pairs: 1 })(oracleOf(game))),
 *   map(formatAllocation),
 * ) // => right('A 3, B 4') */
export const kernelShap =
  ({ seed, pairs }: { readonly seed: number; readonly pairs: number }) =>
  (oracle: Oracle): Either<ContributionFault, Allocation> => {
    if (!Number.isInteger(pairs) || pairs < 1)
      return left({ _tag: 'WalksOutOfRange', walks: pairs })
    return pipe(
      drawnSets(seed, pairs, oracle.players.length),
      chain((sets) => kernelFit(sets)(oracle)),
    )
  }

const drawnSets = (
  seed: number,
  pairs: number,
  n: number,
): Either<ContributionFault, WeightedSets> => {
  const stream = streamOf(seed)('contribution/kernel')
  if (isLeft(stream)) return left({ _tag: 'StreamRefused', seed })
  const sets: { readonly members: readonly number[]; readonly weight: Ratio }[] = []
  const weight = ratio(1n)
  for (let k = 0; k < pairs && n > 1; k += 1) {
    const draw = drawsAt(stream.right)({ agent: 0, period: 0, replication: k })
    if (isLeft(draw)) return left({ _tag: 'WalksOutOfRange', walks: pairs })
    const size = drawnSize(n, draw.right(0))
    const order = shuffled(upTo(n), size, (j) => draw.right(j + 1))
    sets.push({ members: order.slice(0, size), weight }, { members: order.slice(size), weight })
  }
  return right(sets)
}

/** Inverse distribution of sizes ∝ 1/(s(n−s)). */
const drawnSize = (n: number, u: number): number => {
  const all = upTo(n - 1).reduce((sum, s) => sum + 1 / ((s + 1) * (n - s - 1)), 0)
  let rest = u * all
  for (let s = 1; s < n - 1; s += 1) {
    rest -= 1 / (s * (n - s))
    if (rest < 0) return s
  }
  return n - 1
}

const present = (n: number, members: readonly number[]): Uint8Array => {
  const marks = new Uint8Array(n)
  for (const i of members) marks[i] = 1
  return marks
}
