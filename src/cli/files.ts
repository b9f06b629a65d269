/** From files to models: documents, agreements, states, statements. */
import { isLeft, left, mapLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Fault } from '../core/error.js'
import { compileAll } from '../agreement/compile.js'
import type { Agreement } from '../agreement/clause.js'
import type { Program } from '../agreement/program.js'
import type { State } from '../settlement/state.js'
import { agreementCodec } from '../codec/agreement.js'
import { formatOf, type Document } from '../codec/document.js'
import { readDocument } from '../codec/reader.js'
import type { Position, ShapeFault } from '../codec/fault.js'
import { kindOfFile, type FileKind } from '../codec/kind.js'
import { faultsOf } from '../codec/reporter.js'
import { documentOfSheets } from '../codec/sheets.js'
import { settlementFromJson, type SettlementFile } from '../codec/settlement.js'
import { stateFromJson } from '../codec/state.js'
import { decodeAs, encodingOf, type Encoding } from '../codec/text.js'
import { readWorkbook } from '../report/excel.js'
import { codeOf, type CliFault, type Located, type Refusal } from './fault.js'
import type { Io } from './io.js'

export type Opened<A> = Promise<Either<Refusal, A>>

/** A file that is some text. */
export const openText = async (io: Io, file: string): Opened<Encoding> => {
  try {
    const encoding = await encodingOf(io.read(file))
    return isLeft(encoding) ? refuse(2, [{ file, fault: encoding.left }]) : encoding
  } catch (thrown) {
    return refuse(2, [{ fault: fileFault(file, thrown) }])
  }
}

/** A document of one of some kinds. */
export const openDocument = async (
  io: Io,
  file: string,
  wanted: readonly FileKind[],
): Opened<Document> => {
  const document = isWorkbook(file) ? await openSheets(io, file) : await openWritten(io, file)
  if (isLeft(document)) return document
  const received = kindOfFile(document.right.value)
  if (wanted.some((kind) => kind === received)) return document
  const fault: ShapeFault = { _tag: 'OtherKind', wanted, received, path: [] }
  return refuse(2, located(file, document.right.positionOf)([fault]))
}

const isWorkbook = (file: string): boolean => /\.xlsx$/i.test(file)

/** A document in the sheets of a workbook. */
const openSheets = async (io: Io, file: string): Opened<Document> => {
  const pieces: Uint8Array[] = []
  try {
    for await (const piece of io.read(file)) pieces.push(piece)
  } catch (thrown) {
    return refuse(2, [{ fault: fileFault(file, thrown) }])
  }
  const sheets = await readWorkbook(joined(pieces))
  if (isLeft(sheets)) return refuse(2, [{ file, fault: sheets.left }])
  const document = documentOfSheets(sheets.right)
  if (!isLeft(document)) return document
  const { faults, positionOf } = document.left
  return refuse(2, located(file, positionOf)(faults))
}

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

const openWritten = async (io: Io, file: string): Opened<Document> => {
  const encoding = await openText(io, file)
  if (isLeft(encoding)) return encoding
  const pieces: string[] = []
  for await (const piece of decodeAs(encoding.right)(io.read(file))) pieces.push(piece)
  const text = pieces.join('')
  const document = readDocument(formatOf(file, text))(text)
  if (isLeft(document)) {
    const { faults, positionOf } = document.left
    return refuse(2, located(file, positionOf)(faults))
  }
  return document
}

/** The agreement of a document, as it is written. */
export const agreementOf = (file: string, document: Document): Either<Refusal, Agreement> =>
  mapLeft((errors: Parameters<typeof faultsOf>[0]): Refusal => ({
    code: 2,
    faults: located(file, document.positionOf)(faultsOf(errors)),
  }))(agreementCodec.decode(document.value))

/** An agreement that can be settled. */
export const openProgram = async (
  io: Io,
  file: string,
): Opened<{ readonly agreement: Agreement; readonly program: Program }> => {
  const document = await openDocument(io, file, ['agreement'])
  if (isLeft(document)) return document
  const agreement = agreementOf(file, document.right)
  if (isLeft(agreement)) return agreement
  const { program, faults } = compileAll(agreement.right)
  if (faults.length > 0) {
    return refuse(codeOf(faults), located(file, document.right.positionOf)(faults))
  }
  return right({ agreement: agreement.right, program })
}

/** The state of a file; a statement holds one too. */
export const openState = async (
  io: Io,
  file: string,
): Opened<{ readonly state: State; readonly kind: string }> => {
  const document = await openDocument(io, file, ['state', 'settlement'])
  if (isLeft(document)) return document
  const { value, positionOf } = document.right
  const kind = kindOfFile(value)
  const state = kind === 'state' ? stateFromJson(value) : stateOfStatement(value)
  return isLeft(state) ?
      refuse(2, located(file, positionOf)(state.left))
    : right({ state: state.right, kind })
}

const stateOfStatement = (value: unknown): Either<readonly ShapeFault[], State> => {
  const statement = settlementFromJson(value)
  return isLeft(statement) ? statement : right(statement.right.state)
}

export const openStatement = async (io: Io, file: string): Opened<SettlementFile> => {
  const document = await openDocument(io, file, ['settlement'])
  if (isLeft(document)) return document
  const statement = settlementFromJson(document.right.value)
  return isLeft(statement) ?
      refuse(2, located(file, document.right.positionOf)(statement.left))
    : statement
}

export const refuse = (code: 1 | 2, faults: readonly Located[]): Either<Refusal, never> =>
  left({ code, faults })

/** Faults with their places in a document; a fault of the whole file has none. */
export const located =
  (file: string, positionOf: Document['positionOf']) =>
  (faults: readonly (Fault & { readonly position?: Position })[]): readonly Located[] =>
    faults.map((fault) => {
      const position = fault.position ?? (fault.path && positionOf(fault.path))
      return { file, fault, ...(position && { position }) }
    })

/** What the system says of a file that cannot be opened. */
export const fileFault = (file: string, thrown: unknown): CliFault => {
  const code = (thrown as { readonly code?: string } | null)?.code
  return code === 'ENOENT' ?
      { _tag: 'FileNotFound', file }
    : { _tag: 'FileNotOpened', file, reason: code ?? String(thrown) }
}
