/** The nucleolus and its family: the largest complaint made as small as can be, then the next.
 *
 *  The excess of S is v(S) − x(S). The nucleolus takes the lexicographic minimum of the sorted
 *  excesses over imputations (x_i ≥ v(i)); the prenucleolus over all efficient x; the per-capita
 *  form divides the excess by |S|. Stage by stage: the least ε that all open coalitions allow; those
 *  tight at every optimum are fixed; those that the fixed ones determine are closed.
 *  Source: Schmeidler 1969; Sobolev 1975; Grotte 1970; Maschler, Peleg, Shapley 1979; least core:
 *  Shapley & Shubik 1966; core: Gillies 1959, Bondareva 1963, Shapley 1967. */
import { chain, left, map, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { compareRatio, formatRatio, mulRatio, subRatio, zero, type Ratio } from '../core/ratio.js'
import { allocationOf, aloneOf, wholeOf } from './allocation.js'
import { sizeOf } from './coalition.js'
import type { ContributionFault } from './fault.js'
import { within, worthOf, type Allocation, type Game, type Value } from './game.js'
import { emptySpan, solveSystem, widened, type Span } from './linear-system.js'
import { minimax, type Row } from './minimax.js'
import { overCommon, sumRatio, upTo, wholeRatio } from './number.js'

/** Whether anybody can do better alone. 核心 */
export interface Core {
  readonly empty: boolean
  /** The least ε by which coalitions must be disappointed; at most 0 when the core is not empty. */
  readonly epsilon: Ratio
  /** The prenucleolus, which lies in the core when there is one. */
  readonly point: Allocation
}

/** Nucleolus: over imputations.
 * @returns Left NoImputation when v(N) < Σv(i); Left TooManyPlayers beyond 10
 * @example
 * import { formatAllocation, gameBySize, nucleolus } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const gately = gameBySize(['A', 'B', 'C'])([0, 0, 0, 1170, 770, 210, 1530])
 * pipe(gately, chain(nucleolus), map(formatAllocation)) // => right('A 955, B 395, C 180') */
export const nucleolus: Value = (game) => {
  const alone = sumRatio(aloneOf(game))
  return compareRatio(alone, wholeOf(game)) > 0 ?
      left({
        _tag: 'NoImputation',
        standAlone: formatRatio(alone),
        total: formatRatio(wholeOf(game)),
      })
    : pipe(
        staged(game, () => 1n, aloneRows(game)),
        map((stages) => stages.point),
      )
}

/** Prenucleolus: over all efficient points.
 * @returns Left TooManyPlayers beyond 10
 * @example
 * import { formatAllocation, gameBySize, prenucleolus } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const game = gameBySize(['A', 'B', 'C'])([2, 6, 5, 15, 1, 18, 14])
 * pipe(game, chain(prenucleolus), map(formatAllocation)) // => right('A -1, B 13, C 2') */
export const prenucleolus: Value = (game) =>
  pipe(
    staged(game, () => 1n, []),
    map((stages) => stages.point),
  )

/** Per-capita prenucleolus: a coalition's complaint is divided among its members.
 * @returns Left TooManyPlayers beyond 10
 * @example
 * import { formatAllocation, gameBySize, perCapitaPrenucleolus } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const game = gameBySize(['A', 'B', 'C'])([0, 0, 0, 0, 9, 10, 12])
 * pipe(game, chain(perCapitaPrenucleolus), map(formatAllocation))
 * // => right('A 2/3, B 7/6, C 61/6') */
export const perCapitaPrenucleolus: Value = (game) =>
  pipe(
    staged(game, (mask) => BigInt(sizeOf(mask)), []),
    map((stages) => stages.point),
  )

/** Core and least core: what coalitions of some of the players must at least be disappointed by.
 * @returns Left TooManyPlayers beyond 10
 * laws: the core is empty exactly when ε > 0; the point is in it otherwise
 * @example
 * import { coreOf, gameBySize } from 'data-dividend/contribution'
 * import { chain, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(
 *   gameBySize(['A', 'B', 'C'])([2, 4, 5, 18, 14, 9, 24]),
 *   chain(coreOf),
 *   map(({ empty, epsilon }) => ({ empty, epsilon })),
 * ) // => right({ empty: false, epsilon: { num: -1n, den: 2n } }) */
export const coreOf = (game: Game): Either<ContributionFault, Core> =>
  pipe(
    staged(game, () => 1n, []),
    map(({ epsilon, point }) => ({ empty: epsilon.num > 0n, epsilon, point })),
  )

const solverLimit = 10

interface Stages {
  /** The ε of the first stage; 0 for a single player, who has nobody to complain to. */
  readonly epsilon: Ratio
  readonly point: Allocation
}

const staged = (
  game: Game,
  slopeOf: (mask: number) => bigint,
  extra: readonly Row[],
): Either<ContributionFault, Stages> =>
  pipe(
    game,
    within('nucleolus', solverLimit),
    chain(() => {
      const n = game.players.length
      const full = 2 ** n - 1
      const worth = worthOf(game)
      const grand: Row = { mask: full, slope: 0n, bound: worth(full), fixed: true }
      let fixed: readonly Row[] = [grand]
      let span = widened(emptySpan, membersRow(n, full)) ?? emptySpan
      let free: readonly Row[] = [
        ...upTo(full)
          .slice(1)
          .map((mask) => ({ mask, slope: slopeOf(mask), bound: worth(mask), fixed: false })),
        ...extra,
      ]
      let first: Ratio | undefined
      while (fixed.length < n) {
        const { epsilon, tight } = minimax(n, fixed, free)
        first = first ?? epsilon
        for (const row of tight) {
          const wider = widened(span, membersRow(n, row.mask))
          if (wider === undefined) continue
          span = wider
          const bound = subRatio(row.bound, mulRatio(wholeRatio(row.slope), epsilon))
          fixed = [...fixed, { mask: row.mask, slope: 0n, bound, fixed: true }]
        }
        free = open(n, span, free)
      }
      return right({ epsilon: first ?? zero, point: pointOf(game, fixed) })
    }),
  )

/** Rows that the fixed ones do not determine yet. */
const open = (n: number, span: Span, rows: readonly Row[]): readonly Row[] =>
  rows.filter((row) => widened(span, membersRow(n, row.mask)) !== undefined)

const membersRow = (n: number, mask: number): readonly bigint[] =>
  upTo(n).map((i) => BigInt((mask >>> i) & 1))

const aloneRows = (game: Game): readonly Row[] =>
  aloneOf(game).map((bound, i) => ({ mask: 1 << i, slope: 0n, bound, fixed: false }))

/** The only point that meets n independent equations. */
const pointOf = (game: Game, fixed: readonly Row[]): Allocation => {
  const n = game.players.length
  const { den, nums } = overCommon(fixed.map((row) => row.bound))
  const point =
    solveSystem(
      fixed.map((row) => membersRow(n, row.mask)),
      nums,
    ) ?? []
  return allocationOf(
    game.players,
    point.map((x) => mulRatio(x, { num: 1n, den })),
  )
}
