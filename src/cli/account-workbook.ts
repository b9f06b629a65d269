/** Registers that people keep in a spreadsheet: a workbook of sheets, or a table of events. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Document } from '../codec/document.js'
import { agreementCodec } from '../codec/agreement.js'
import { eventsTable } from '../codec/events-csv.js'
import { readDocument } from '../codec/reader.js'
import { registerFromSheets, type SheetRows } from '../codec/register-table.js'
import { sheetNames } from '../codec/register-columns.js'
import { faultsOf } from '../codec/reporter.js'
import { delimiterOf, rowsOf } from '../codec/rows.js'
import { decodeAs, type Bytes } from '../codec/text.js'
import { compile } from '../agreement/compile.js'
import { settle } from '../settlement/settle.js'
import { emptyState } from '../settlement/state.js'
import type { EventRecord } from '../settlement/event.js'
import type { Settled } from '../accounting/index.js'
import { csvRows } from '../report/table.js'
import { readWorkbook } from '../report/excel.js'
import type { Refusal } from './fault.js'
import { fileFault, located, openDocument, openText, refuse, type Opened } from './files.js'
import type { Io } from './io.js'

/** A register, and the settlement of the same workbook. */
export interface OpenedRegister {
  readonly document: Document
  readonly settled?: Settled
}

/** Opens a register as YAML, JSON, CSV or a workbook, by its name. */
export const openRegister = async (io: Io, file: string): Opened<OpenedRegister> => {
  if (/\.csv$/i.test(file)) return openTable(io, file)
  if (/\.xlsx$/i.test(file)) return openWorkbook(io, file)
  const document = await openDocument(io, file, ['register'])
  return isLeft(document) ? document : right({ document: document.right })
}

const openTable = async (io: Io, file: string): Opened<OpenedRegister> => {
  const encoding = await openText(io, file)
  if (isLeft(encoding)) return encoding
  const pieces: string[] = []
  for await (const piece of decodeAs(encoding.right)(io.read(file))) pieces.push(piece)
  const text = pieces.join('')
  const rows: (readonly string[])[] = []
  const [header = ''] = text.split('\n', 1)
  for await (const block of rowsOf(delimiterOf(header))(piecesOf([text]))) {
    if (isLeft(block)) return refuse(2, located(file, nowhere)([{ ...block.left, path: [] }]))
    rows.push(...block.right.map(({ cells }) => cells))
  }
  return documentOf(file, new Map([[sheetNames.assets.zh, rows]]))
}

const openWorkbook = async (io: Io, file: string): Opened<OpenedRegister> => {
  let bytes: Uint8Array
  try {
    bytes = await collected(io.read(file))
  } catch (thrown) {
    return refuse(2, [{ fault: fileFault(file, thrown) }])
  }
  const read = await readWorkbook(bytes)
  if (isLeft(read)) return refuse(2, [{ file, fault: read.left }])
  const sheets = new Map(
    read.right.map(({ name, head = [], rows }) => [name, [head, ...rows.map((row) => row.cells)]]),
  )
  const opened = documentOf(file, sheets)
  if (isLeft(opened)) return opened
  const settled = await settledIn(file, sheets)
  return (
    isLeft(settled) ? settled
    : settled.right === undefined ? opened
    : right({ ...opened.right, settled: settled.right })
  )
}

const documentOf = (
  file: string,
  sheets: ReadonlyMap<string, SheetRows>,
): Either<Refusal, OpenedRegister> => {
  const [name = 'register'] = (file.split('/').at(-1) ?? '').split('.', 1)
  const document = registerFromSheets({ register: name, currency: 'CNY' })(sheets)
  return isLeft(document) ?
      refuse(2, located(file, document.left.positionOf)(document.left.faults))
    : right({ document: document.right })
}

/** The settlement of the sheets of agreement and events, where both are filled in. */
const settledIn = async (
  file: string,
  sheets: ReadonlyMap<string, SheetRows>,
): Promise<Either<Refusal, Settled | undefined>> => {
  const of = ({ zh, en }: { readonly zh: string; readonly en: string }): SheetRows =>
    sheets.get(zh) ?? sheets.get(en) ?? []
  const [lines, rows] = [of(sheetNames.agreement).slice(1), of(sheetNames.events)]
  if (lines.length === 0 || rows.length < 2) return right(undefined)
  const text = lines.map(([line = '']) => `${line}\n`).join('')
  const document = readDocument('yaml')(text)
  if (isLeft(document)) {
    return refuse(2, located(file, document.left.positionOf)(document.left.faults))
  }
  const place = located(file, document.right.positionOf)
  const agreement = agreementCodec.decode(document.right.value)
  if (isLeft(agreement)) return refuse(2, place(faultsOf(agreement.left)))
  const program = compile(agreement.right)
  if (isLeft(program)) return refuse(1, place([program.left]))
  const events = await eventsIn(file, rows)
  if (isLeft(events)) return events
  const statement = settle(program.right)(emptyState(agreement.right))(events.right)
  return isLeft(statement) ?
      refuse(1, located(file, ([index]) => ({ line: Number(index) + 2 }))([statement.left]))
    : right({
        agreement: agreement.right,
        lines: statement.right.lines,
        state: statement.right.state,
      })
}

const eventsIn = async (
  file: string,
  rows: SheetRows,
): Promise<Either<Refusal, readonly EventRecord[]>> => {
  const events: EventRecord[] = []
  for await (const block of eventsTable(piecesOf([csvRows([])(rows)])).events) {
    for (const row of block) {
      if (isLeft(row)) return refuse(2, [{ file, position: row.left.position, fault: row.left }])
      events.push(row.right.event)
    }
  }
  return right(events)
}

const nowhere = () => ({ line: 1 })

async function* piecesOf(pieces: readonly string[]): AsyncGenerator<string> {
  await Promise.resolve()
  yield* pieces
}

const collected = async (bytes: Bytes): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
