/** Events as a table: `id, at, kind, amount` in any order, `of`, `currency` and `units` where
 *  needed; every other column is an attribute, an empty cell is none. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { isName } from '../agreement/read.js'
import type { EventRecord } from '../settlement/event.js'
import { cellReader, isDamaged, type Cells } from './cells.js'
import type { Position, ReadingNote, TableFault } from './fault.js'
import { rowsOf, type Row } from './rows.js'
import { headerFaults, openedTable } from './table-head.js'

/** An event of a table, and its line. */
export interface RowEvent {
  readonly line: number
  readonly event: EventRecord
}

/** A table under way. */
export interface EventsTable {
  /** In blocks, so that a million rows cost no million promises. */
  readonly events: AsyncIterable<readonly Either<TableFault, RowEvent>[]>
  /** What was rewritten so far. */
  readonly notes: () => readonly ReadingNote[]
}

/** Reads a table of events.
 * @param text in pieces; commas, semicolons or tabs part the cells, as its first line shows
 * @returns each event or what is wrong with its row; a fault of the header or of quotes is the last
 * @example
 * import { eventsTable } from 'data-dividend/codec'
 * const text = async function* () { yield 'id,at,kind,amount\ns1,2026/1/5,sale,"1,000.00"\n' }
 * const read = []
 * for await (const block of eventsTable(text()).events) read.push(...block)
 * read
 * // => [right({ line: 2, event: {
 * //   id: 's1', at: '2026-01-05', kind: 'sale', amount: '1000.00' } })] */
export const eventsTable = (text: AsyncIterable<string>): EventsTable => {
  let cells: Cells | undefined
  async function* events(): AsyncGenerator<readonly Either<TableFault, RowEvent>[]> {
    const { delimiter, whole } = await openedTable(text)
    const reader = (cells = cellReader(delimiter !== ';'))
    let columns: readonly string[] | undefined
    for await (const block of rowsOf(delimiter)(whole)) {
      if (isLeft(block)) {
        yield [block]
        return
      }
      let rows = block.right
      if (columns === undefined) {
        const [header, ...others] = rows
        if (header === undefined) continue
        const faults = [...headerFaults(wanted)(header), ...nameFaults(header)]
        if (faults.length > 0) {
          yield faults.map(left)
          return
        }
        columns = header.cells
        rows = others
      }
      const read = eventOf(columns, reader)
      yield rows.map(read)
    }
  }
  return { events: events(), notes: () => cells?.notes() ?? [] }
}

const wanted: readonly string[] = ['id', 'at', 'kind', 'amount']

interface MutableRecord {
  [column: string]: string | Readonly<Record<string, string>>
}

const eventOf =
  (columns: readonly string[], { amount, date }: Cells) =>
  ({ line, cells }: Row): Either<TableFault, RowEvent> => {
    const position: Position = { line }
    if (cells.length !== columns.length) {
      return left({ _tag: 'RaggedRow', cells: cells.length, columns: columns.length, position })
    }
    const record: MutableRecord = {}
    for (const [index, column] of columns.entries()) {
      const cell = cells[index] ?? ''
      if (column === 'id' || column === 'of') {
        if (isDamaged(cell)) return left({ _tag: 'DamagedId', text: cell, column, position })
      }
      if (cell === '' && (column === 'amount' || !wanted.includes(column))) continue
      if (column === 'units') {
        const units = unitsOf(cell)
        if (units === undefined) return left({ _tag: 'NotUnits', text: cell, position })
        record[column] = units
      } else {
        record[column] =
          column === 'amount' ? amount(cell, line)
          : column === 'at' ? date(cell, line)
          : cell
      }
    }
    // Its header has id, at and kind, and every cell is text.
    return right({ line, event: record as unknown as EventRecord })
  }

/** Every other column is an attribute, so it must be a name. */
const nameFaults = ({ line, cells }: Row): readonly TableFault[] =>
  cells
    .filter((cell) => !isName(cell))
    .map((name) => ({ _tag: 'NotAName', name, position: { line } }))

/** `hospitalA:400 hospitalB:300` */
const unitsOf = (cell: string): Readonly<Record<string, string>> | undefined => {
  const parts = cell
    .normalize('NFKC')
    .split(/[\s;]+/)
    .map((part) => part.split(':'))
  const names = new Set(parts.map(([name]) => name))
  const fine = parts.every(([name, units]) => name && units) && names.size === parts.length
  return fine && parts.every((part) => part.length === 2) ?
      (Object.fromEntries(parts) as Readonly<Record<string, string>>)
    : undefined
}
