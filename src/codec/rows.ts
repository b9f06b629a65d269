/** Rows of a CSV text that arrives in pieces, each with the number of its first line.
 *
 *  The text is cut where a line ends outside of quotes (where an even number of quotes stands
 *  before), and csv-parse reads block by block, so that a file of any length passes through. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { CsvError, parse } from 'csv-parse/sync'
import type { TableFault } from './fault.js'

export interface Row {
  /** From 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Rows in blocks; a Left is the last. Lines without any cell are left out.
 * @param delimiter what parts cells */
export const rowsOf = (delimiter: string) =>
  async function* (
    text: AsyncIterable<string>,
  ): AsyncGenerator<Either<TableFault, readonly Row[]>> {
    let line = 1
    for await (const block of blocksOf(text)) {
      const rows = rowsIn(block, line, delimiter)
      yield rows
      if (rows._tag === 'Left') return
      line += linesIn(block)
    }
  }

/** What parts the cells of a table, judged by its first line. */
export const delimiterOf = (header: string): string =>
  [',', ';', '\t'].find((one) => header.includes(one)) ?? ','

const leastBlock = 1 << 16

/** Text cut into whole rows. */
async function* blocksOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let [waiting, looked, even, cut] = ['', 0, true, 0]
  for await (const piece of text) {
    waiting += piece
    for (; looked < waiting.length; looked += 1) {
      const unit = waiting.charCodeAt(looked)
      if (unit === quote) even = !even
      else if (unit === newline && even) cut = looked + 1
    }
    if (cut < leastBlock) continue
    yield waiting.slice(0, cut)
    waiting = waiting.slice(cut)
    looked -= cut
    cut = 0
  }
  if (waiting !== '') yield waiting
}

const [quote, newline] = [0x22, 0x0a]

const linesIn = (text: string): number => {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

const rowsIn = (
  block: string,
  start: number,
  delimiter: string,
): Either<TableFault, readonly Row[]> => {
  // Counting lines costs more than reading them; a block without quotes has one a row.
  const quoted = block.includes('"')
  try {
    const options = { delimiter, relax_column_count: true, trim: true, skip_empty_lines: false }
    const rows =
      quoted ?
        withLines(parse(block, { ...options, info: true }) as unknown as Informed[], start)
      : parse(block, options).map((cells: string[], index) => ({ line: start + index, cells }))
    return right(rows.filter(({ cells }) => cells.some((cell) => cell !== '')))
  } catch (thrown) {
    return left(faultOf(thrown, block, start))
  }
}

/** The last quote before which an even number of quotes stands. */
const lastOpening = (block: string): number => {
  let [even, opening] = [true, 0]
  for (let at = block.indexOf('"'); at >= 0; at = block.indexOf('"', at + 1)) {
    if (even) opening = at
    even = !even
  }
  return opening
}

interface Informed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** csv-parse tells the line a row ends in. */
const withLines = (rows: readonly Informed[], start: number): readonly Row[] => {
  let before = 0
  return rows.map(({ record, info }) => {
    const line = start + before
    before = info.lines
    return { line, cells: record }
  })
}

const faultOf = (thrown: unknown, block: string, start: number): TableFault => {
  const {
    code,
    lines = 1,
    column = 0,
  } = (thrown instanceof CsvError ? thrown : {}) as {
    readonly code?: string
    readonly lines?: number
    readonly column?: number | string
  }
  const position = { line: start + lines - 1 }
  return code === 'CSV_QUOTE_NOT_CLOSED' ?
      { _tag: 'QuoteOpen', position: { line: start + linesIn(block.slice(0, lastOpening(block))) } }
    : { _tag: 'QuoteMisplaced', column: String(Number(column) + 1), position }
}
