/** The first line of a table: what parts its cells, and whether all columns are there. */
import type { Position, TableFault } from './fault.js'
import { nearestTo } from './nearest.js'
import { delimiterOf, type Row } from './rows.js'

/** The text with its first line looked at. */
export const openedTable = async (
  text: AsyncIterable<string>,
): Promise<{ readonly delimiter: string; readonly whole: AsyncIterable<string> }> => {
  const pieces = text[Symbol.asyncIterator]()
  let start = ''
  for (;;) {
    const piece = await pieces.next()
    if (piece.done === true) break
    start += piece.value
    if (/\S[^\n]*\n/.test(start)) break
  }
  const [header = ''] = start.trimStart().split('\n', 1)
  async function* whole(): AsyncGenerator<string> {
    yield start
    yield* { [Symbol.asyncIterator]: () => pieces }
  }
  return { delimiter: delimiterOf(header), whole: whole() }
}

/** Columns that are missing, with those that may be meant, and columns that stand twice. */
export const headerFaults =
  (wanted: readonly string[]) =>
  ({ line, cells }: Row): readonly TableFault[] => {
    const position: Position = { line }
    const spare = cells.filter((cell) => !wanted.includes(cell) && cell !== '')
    return [
      ...wanted
        .filter((column) => !cells.includes(column))
        .map((column) => ({
          _tag: 'ColumnMissing' as const,
          column,
          nearest: nearestTo(spare)(column),
          position,
        })),
      ...cells
        .filter((cell, index) => cells.indexOf(cell) !== index)
        .map((column) => ({ _tag: 'ColumnTwice' as const, column, position })),
    ]
  }
