/** The least ε with x(S) + δ_S·ε ≥ v(S) for all S of a family, exactly, by exchange.
 *
 *  A basis is n + 1 rows that hold with equality. Its multipliers λ say that the rows of the family
 *  balance (Σλ_S·1_S = 0 but for fixed rows, Σλ_S·δ_S = 1, λ ≥ 0): as long as that is kept, the basis
 *  gives a lower bound of ε, and a violated row that enters raises it. Which row leaves is the ratio
 *  test; the first violated row and the first that can leave are taken after a step that changes
 *  nothing (Bland), so that it ends. Whole numbers throughout.
 *  Source: dual simplex on balanced families, Bondareva 1963, Shapley 1967; Bland 1977. */
import { compareRatio, divRatio, ratio, zero, type Ratio } from '../core/ratio.js'
import { membersOf } from './coalition.js'
import { overCommon, upTo } from './number.js'
import { emptySpan, solveSystem, widened } from './linear-system.js'

/** One condition: x(mask) + slope·ε ≥ bound, or = bound where fixed. */
export interface Row {
  readonly mask: number
  readonly slope: bigint
  readonly bound: Ratio
  readonly fixed: boolean
}

export interface Minimax {
  readonly epsilon: Ratio
  readonly point: readonly Ratio[]
  /** Rows with a multiplier above zero: they hold with equality at every optimum. */
  readonly tight: readonly Row[]
}

/** The optimum over n players, and the rows that are tight at every optimum.
 * @param fixed rows of equality with slope 0, independent, the grand coalition among them
 * @param free rows of inequality; among them the complement of the first one with a slope */
export const minimax = (n: number, fixed: readonly Row[], free: readonly Row[]): Minimax => {
  const rows = [...fixed, ...free]
  let basis = firstBasis(n, fixed, free, rows)
  for (let stalled = false; ;) {
    const chosen = basis.map((at) => rowAt(rows, at))
    const solution = solved(
      chosen.map((row) => columnOf(n, row)),
      chosen.map((row) => row.bound),
    )
    const [point, epsilon] = [solution.slice(0, n), solution[n] ?? zero]
    const multipliers = combination(n, chosen, [...upTo(n).map(() => 0n), 1n])
    const entering = violated(rows, point, epsilon, stalled)
    if (entering === undefined) {
      const tight = chosen.filter((row, k) => !row.fixed && (multipliers[k] ?? zero).num > 0n)
      return { epsilon, point, tight }
    }
    const change = combination(n, chosen, columnOf(n, rowAt(rows, entering)))
    const { leaving, step } = leavingOf(basis, chosen, multipliers, change)
    stalled = step.num === 0n
    basis = basis.map((at, k) => (k === leaving ? entering : at))
  }
}

const rowAt = (rows: readonly Row[], at: number): Row =>
  rows[at] ?? { mask: 0, slope: 0n, bound: zero, fixed: true }

/** The coefficients of a row: its members and its slope. */
const columnOf = (n: number, { mask, slope }: Row): readonly bigint[] => [
  ...upTo(n).map((i) => BigInt((mask >>> i) & 1)),
  slope,
]

const solved = (
  rows: readonly (readonly bigint[])[],
  bounds: readonly Ratio[],
): readonly Ratio[] => {
  const { den, nums } = overCommon(bounds)
  return (solveSystem(rows, nums) ?? []).map((x) => ratio(x.num, x.den * den))
}

/** The multipliers of the rows of a basis that add up to a target. */
const combination = (
  n: number,
  chosen: readonly Row[],
  target: readonly bigint[],
): readonly Ratio[] => {
  const columns = chosen.map((row) => columnOf(n, row))
  return (
    solveSystem(
      upTo(n + 1).map((i) => columns.map((column) => column[i] ?? 0n)),
      target,
    ) ?? []
  )
}

/** A coalition and its complement balance; rows at level zero fill the basis up. */
const firstBasis = (
  n: number,
  fixed: readonly Row[],
  free: readonly Row[],
  rows: readonly Row[],
): readonly number[] => {
  const first = free.findIndex((row) => row.slope > 0n)
  const opposite = 2 ** n - 1 - (free[first]?.mask ?? 0)
  const second = free.findIndex((row) => row.mask === opposite && row.slope > 0n)
  const order = [
    ...fixed.map((_, k) => k),
    fixed.length + first,
    fixed.length + second,
    ...free.map((_, k) => fixed.length + k),
  ]
  let span = emptySpan
  return order.filter((at) => {
    const wider = widened(span, columnOf(n, rowAt(rows, at)))
    span = wider ?? span
    return wider !== undefined
  })
}

/** The row that is violated most, or the first one; undefined at the optimum. */
const violated = (
  rows: readonly Row[],
  point: readonly Ratio[],
  epsilon: Ratio,
  first: boolean,
): number | undefined => {
  const { den, nums } = overCommon([...point, epsilon])
  const bounds = overCommon(rows.map((row) => row.bound))
  const slack = nums[point.length] ?? 0n
  let [worst, at]: [bigint, number | undefined] = [0n, undefined]
  for (const [k, row] of rows.entries()) {
    if (row.fixed) continue
    const held = membersOf(row.mask).reduce((sum, i) => sum + (nums[i] ?? 0n), row.slope * slack)
    const gap = (bounds.nums[k] ?? 0n) * den - held * bounds.den
    if (gap > worst) {
      worst = gap
      at = k
      if (first) return at
    }
  }
  return at
}

/** The row whose multiplier reaches zero first when the entering row's grows. */
const leavingOf = (
  basis: readonly number[],
  chosen: readonly Row[],
  multipliers: readonly Ratio[],
  change: readonly Ratio[],
): { readonly leaving: number; readonly step: Ratio } => {
  let leaving = 0
  let step: Ratio | undefined
  for (const [k, row] of chosen.entries()) {
    const rate = change[k] ?? zero
    if (row.fixed || rate.num <= 0n) continue
    const reached = divRatio(multipliers[k] ?? zero, rate)
    const order = step === undefined ? -1 : compareRatio(reached, step)
    if (order < 0 || (order === 0 && (basis[k] ?? 0) < (basis[leaving] ?? 0))) {
      leaving = k
      step = reached
    }
  }
  return { leaving, step: step ?? zero }
}
