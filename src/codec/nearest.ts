/** The name that was probably meant: the nearest by edits, of all that may stand there. */

/** The known names nearest to a misspelt one; all of them when none is near.
 * @example
 * import { nearestTo } from 'data-dividend/codec'
 * nearestTo(['id', 'at', 'kind', 'amount'])('amuont') // => ['amount'] */
export const nearestTo =
  (known: readonly string[]) =>
  (name: string): readonly string[] => {
    const distances = known.map((one) => edits(one.toLowerCase(), name.toLowerCase()))
    const least = Math.min(...distances)
    const near = least <= Math.max(1, Math.floor(Math.min(name.length, 12) / 3))
    return near ? known.filter((_, index) => distances[index] === least) : known
  }

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into another. */
const edits = (a: string, b: string): number => {
  const [from, to] = [Array.from(a.slice(0, 100)), Array.from(b.slice(0, 100))]
  let [before, row] = [[] as number[], to.map((_, j) => j).concat(to.length)]
  for (const [i, x] of from.entries()) {
    const next = [i + 1]
    for (const [j, y] of to.entries()) {
      const swap = i > 0 && j > 0 && x === to[j - 1] && from[i - 1] === y
      next.push(
        Math.min(
          (next[j] ?? 0) + 1,
          (row[j + 1] ?? 0) + 1,
          (row[j] ?? 0) + (x === y ? 0 : 1),
          swap ? (before[j - 1] ?? 0) + 1 : Infinity,
        ),
      )
    }
    before = row
    row = next
  }
  return row.at(-1) ?? 0
}
