/** Events of files, in the order of files and rows, each with its place. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Path } from '../core/error.js'
import type { EventRecord } from '../settlement/event.js'
import { eventsCodec } from '../codec/event.js'
import { eventsTable } from '../codec/events-csv.js'
import type { ReadingNote } from '../codec/fault.js'
import { faultsOf } from '../codec/reporter.js'
import { delimiterOf } from '../codec/rows.js'
import { decodeAs, type Encoding } from '../codec/text.js'
import { codeOf, type Located, type Refusal } from './fault.js'
import { located, openDocument, openText, refuse } from './files.js'
import type { Io } from './io.js'

export interface PlacedEvent {
  readonly event: EventRecord
  /** Where a field of it stands. */
  readonly place: (field: Path) => Pick<Located, 'file' | 'position'> & { readonly path: Path }
}

/** Hands each event of a file to `take`, until it gives a refusal.
 *
 *  What is wrong with rows is told of all of them; from the first on no event is taken any more.
 * @returns the notes of the reader */
export const eachEvent = async (
  io: Io,
  file: string,
  take: (event: PlacedEvent) => Either<Refusal, Promise<void> | undefined>,
): Promise<Either<Refusal, readonly Located[]>> =>
  (await isTable(io, file)) ? eachRow(io, file, take) : eachItem(io, file, take)

type Take = Parameters<typeof eachEvent>[2]
type Taken = ReturnType<typeof eachEvent>

const eachRow = async (io: Io, file: string, take: Take): Taken => {
  const encoding = await openText(io, file)
  if (isLeft(encoding)) return encoding
  const table = eventsTable(decodeAs(encoding.right)(io.read(file)))
  const faults: Located[] = []
  for await (const block of table.events) {
    for (const row of block) {
      if (isLeft(row)) {
        faults.push({ file, position: row.left.position, fault: row.left })
      } else if (faults.length === 0) {
        const { event, line } = row.right
        const taken = take({ event, place: (path) => ({ file, position: { line }, path }) })
        if (isLeft(taken)) return taken
        await taken.right
      }
    }
  }
  if (faults.length > 0) return refuse(2, faults)
  const decoded: readonly ReadingNote[] =
    encoding.right === 'utf-8' ? [] : [{ _tag: 'ReadAs', encoding: encoding.right }]
  return right([...decoded, ...table.notes()].map((fault) => ({ file, fault })))
}

const eachItem = async (io: Io, file: string, take: Take): Taken => {
  const document = await openDocument(io, file, ['events'])
  if (isLeft(document)) return document
  const { value, positionOf } = document.right
  const events = eventsCodec.decode(value)
  if (isLeft(events)) return refuse(2, located(file, positionOf)(faultsOf(events.left)))
  for (const [index, event] of events.right.entries()) {
    const place = (field: Path) => {
      const path = [index, ...field]
      return { file, position: positionOf(path), path }
    }
    const taken = take({ event, place })
    if (isLeft(taken)) return taken
    await taken.right
  }
  return right([])
}

/** The first line of a text that is not blank, and its end. */
const startOf = async (io: Io, file: string, encoding: Encoding): Promise<string> => {
  let start = ''
  for await (const piece of decodeAs(encoding)(io.read(file))) {
    start += piece
    if (/\S.*\n/.test(start)) break
  }
  return start
}

/** Whether a table is a usage log: it has the columns event and party. */
export const isUsageLog = async (io: Io, file: string): Promise<boolean> => {
  const encoding = await openText(io, file)
  if (isLeft(encoding)) return false
  const [head = ''] = (await startOf(io, file, encoding.right)).trimStart().split('\n', 1)
  const cells = head.split(delimiterOf(head)).map((cell) => cell.trim())
  return ['event', 'party'].every((column) => cells.includes(column))
}

/** By the name; else by the first line, since a document begins with a bracket, a dash, a remark
 * or a key. */
export const isTable = async (io: Io, file: string): Promise<boolean> => {
  if (/\.(csv|tsv|txt)$/i.test(file)) return true
  if (/\.(json|ya?ml|xlsx)$/i.test(file)) return false
  const encoding = await openText(io, file)
  if (isLeft(encoding)) return true
  return !/^\s*([[{#-]|[\w"]+:)/.test(await startOf(io, file, encoding.right))
}

/** A fault of the settlement, whose path begins with the number of the event in its batch. */
export const placedFault = (
  { place }: PlacedEvent,
  fault: { readonly _tag: string; readonly path: Path },
): Refusal => {
  const { path, ...where } = place(fault.path.slice(1))
  return { code: codeOf([fault]), faults: [{ ...where, fault: { ...fault, path } }] }
}
