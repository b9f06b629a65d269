/** A usage log as a table: `event, party, amount` in any order, a row for each party of an event,
 *  with the event's whole amount in each of them; other columns are not looked at. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { overCommon } from '../contribution/number.js'
import type { Term } from '../contribution/usage.js'
import { compareRatio, parseRatio, type Ratio } from '../core/ratio.js'
import { cellReader, isDamaged, type Cells } from './cells.js'
import type { Position, ReadingNote, TableFault } from './fault.js'
import { rowsOf, type Row } from './rows.js'
import { headerFaults, openedTable } from './table-head.js'

/** A usage log that was read: what each event pays, and the parties that it needed. */
export interface UsageLog {
  /** In order of first appearance. */
  readonly players: readonly string[]
  /** Amounts are whole, times `den`. */
  readonly terms: readonly Term[]
  readonly den: bigint
  /** What was rewritten. */
  readonly notes: readonly ReadingNote[]
}

/** Reads a usage log.
 * @param text in pieces; commas, semicolons or tabs part the cells, as its first line shows
 * @returns Left with the faults of the header, or with those of all rows: RaggedRow, CellEmpty,
 *   DamagedId, NotAnAmount, PartyTwice, AmountsDiffer
 * @example
 * import { usageLog } from 'data-dividend/codec'
 * import { map } from 'fp-ts/lib/Either.js'
 * const text = async function* () { yield 'event,party,amount\nq1,A,2.50\nq1,B,2.50\n' }
 * map((log: { readonly terms: unknown }) => log.terms)(await usageLog(text()))
 * // => right([{ event: 'q1', parties: ['A', 'B'], amount: 5n }]) */
export const usageLog = async (
  text: AsyncIterable<string>,
): Promise<Either<readonly TableFault[], UsageLog>> => {
  const { delimiter, whole } = await openedTable(text)
  const reader = cellReader(delimiter !== ';')
  const events = new Map<string, Read>()
  const players = new Set<string>()
  const faults: TableFault[] = []
  let take: ((row: Row) => TableFault | undefined) | undefined
  for await (const block of rowsOf(delimiter)(whole)) {
    if (isLeft(block)) return left([...faults, block.left])
    let rows = block.right
    if (take === undefined) {
      const [header, ...others] = rows
      if (header === undefined) continue
      const wrong = headerFaults(columns)(header)
      if (wrong.length > 0) return left(wrong)
      take = taking(header.cells, reader, events, players)
      rows = others
    }
    for (const row of rows) {
      const fault = take(row)
      if (fault !== undefined) faults.push(fault)
    }
  }
  if (faults.length > 0) return left(faults)
  const read = [...events]
  const { den, nums } = overCommon(read.map(([, { amount }]) => amount))
  return right({
    players: [...players],
    terms: read.map(([event, { parties }], at) => ({
      event,
      parties: [...parties],
      amount: nums[at] ?? 0n,
    })),
    den,
    notes: reader.notes(),
  })
}

const decimal = /^-?\d+(\.\d+)?$/

const columns = ['event', 'party', 'amount'] as const

// eslint-disable-next-line functional/type-declaration-immutability -- filled row by row
interface Read {
  readonly parties: Set<string>
  readonly amount: Ratio
  readonly text: string
}

/** Puts rows with their events, and says what is wrong with them. */
const taking = (
  head: readonly string[],
  reader: Cells,
  events: Map<string, Read>,
  players: Set<string>,
): ((row: Row) => TableFault | undefined) => {
  const [eventAt = 0, partyAt = 0, amountAt = 0] = columns.map((name) => head.indexOf(name))
  return ({ line, cells }) => {
    const position: Position = { line }
    if (cells.length !== head.length) {
      return { _tag: 'RaggedRow', cells: cells.length, columns: head.length, position }
    }
    const [event = '', party = ''] = [cells[eventAt], cells[partyAt]]
    const empty = columns.find((_, at) => cells[[eventAt, partyAt, amountAt][at] ?? 0] === '')
    if (empty !== undefined) return { _tag: 'CellEmpty', column: empty, position }
    if (isDamaged(event)) return { _tag: 'DamagedId', text: event, column: 'event', position }
    if (isDamaged(party)) return { _tag: 'DamagedId', text: party, column: 'party', position }
    const text = reader.amount(cells[amountAt] ?? '', line)
    const amount = parseRatio(text)
    if (isLeft(amount) || !decimal.test(text)) return { _tag: 'NotAnAmount', text, position }
    const before = events.get(event)
    players.add(party)
    if (before === undefined) {
      events.set(event, { parties: new Set([party]), amount: amount.right, text })
    } else if (compareRatio(before.amount, amount.right) !== 0) {
      return { _tag: 'AmountsDiffer', event, first: before.text, other: text, position }
    } else if (before.parties.has(party)) {
      return { _tag: 'PartyTwice', event, party, position }
    } else before.parties.add(party)
    return undefined
  }
}
