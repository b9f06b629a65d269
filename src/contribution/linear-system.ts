/** Square systems of linear equations in whole numbers, solved exactly.
 *
 *  Bareiss elimination: all intermediate entries are determinants, so every division is exact.
 *  Source: Bareiss 1968. */
import { ratio, type Ratio } from '../core/ratio.js'

/** The solution of A·x = b in ratios; undefined when A is singular.
 * @param rows the rows of A, square
 * @param right b */
export const solveSystem = (
  rows: readonly (readonly bigint[])[],
  right: readonly bigint[],
): readonly Ratio[] | undefined => {
  const n = rows.length
  const m = rows.map((row, i) => [...row, right[i] ?? 0n])
  let before = 1n
  for (let k = 0; k < n; k += 1) {
    const from = m.findIndex((row, i) => i >= k && row[k] !== 0n)
    if (from < 0) return undefined
    const pivotRow = m[from] ?? []
    m[from] = m[k] ?? []
    m[k] = pivotRow
    const pivot = pivotRow[k] ?? 1n
    for (const [i, row] of m.entries()) {
      if (i === k) continue
      const factor = row[k] ?? 0n
      for (let j = 0; j <= n; j += 1) {
        row[j] = (pivot * (row[j] ?? 0n) - factor * (pivotRow[j] ?? 0n)) / before
      }
    }
    before = pivot
  }
  return m.map((row, i) => ratio(row[n] ?? 0n, row[i] ?? 1n))
}

/** Whether a row is a combination of others, kept as an echelon form that grows. */
export interface Span {
  readonly echelon: readonly (readonly bigint[])[]
}

/** The span of nothing. */
export const emptySpan: Span = { echelon: [] }

/** The span with a row more; undefined when the row is in it already. */
export const widened = (span: Span, row: readonly bigint[]): Span | undefined => {
  const rest = span.echelon.reduce<readonly bigint[]>((left, pivotRow) => {
    const at = pivotRow.findIndex((x) => x !== 0n)
    const [pivot, factor] = [pivotRow[at] ?? 1n, left[at] ?? 0n]
    return factor === 0n ? left : left.map((x, j) => x * pivot - factor * (pivotRow[j] ?? 0n))
  }, row)
  return rest.every((x) => x === 0n) ? undefined : { echelon: [...span.echelon, rest] }
}
