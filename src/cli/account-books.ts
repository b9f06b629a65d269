/** From files to books: the register, a settlement with its rules, a second framework. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { parseDate, type CivilDate } from '../core/date.js'
import {
  chartOf,
  keepBooksWith,
  postSettlement,
  type AccountingNote,
  type Books,
  type BooksRules,
  type Chart,
  type NoAccount,
  type PartyTie,
  type Posting,
  type Settled,
  type Register,
  type Voucher,
} from '../accounting/index.js'
import { booksCodec } from '../codec/books.js'
import type { Document } from '../codec/document.js'
import { faultsOf } from '../codec/reporter.js'
import { registerCodec } from '../codec/register.js'
import type { Line } from '../settlement/state.js'
import { openRegister } from './account-workbook.js'
import { codeOf, type CliFault, type Refusal } from './fault.js'
import { located, openDocument, openStatement, refuse, type Opened } from './files.js'
import { textOption, type Call } from './verb.js'

export interface Opening {
  readonly books: Books
  /** The same register under a second framework. */
  readonly others?: Books
  readonly chart: Chart
  readonly year: number
  readonly ties: readonly PartyTie[]
  readonly notes: readonly AccountingNote[]
  /** Of the settlement. */
  readonly lines: readonly Line[]
}

/** Everything that a call names, kept up to the end of its year. */
export const openBooks = async (call: Call): Opened<Opening> => {
  const text = textOption(call, 'year')
  if (text === undefined) return missing('--year')
  const until = parseDate(`${text}-12-31`)
  if (isLeft(until)) return refuse(2, [{ file: '--year', fault: until.left }])
  const file = call.args[0] ?? '-'
  const opened = await openRegister(call.io, file)
  if (isLeft(opened)) return opened
  const { document, settled } = opened.right
  const register = registerOf(file, document)
  if (isLeft(register)) return register
  const posting = await openPosting(call, settled)
  if (isLeft(posting)) return posting
  const [framework, second] = frameworksOf(call)
  const keep = (name: string | undefined) =>
    booksOf(file, document, posting.right.vouchers, until.right, {
      ...register.right,
      ...(name === undefined ? {} : { framework: name }),
    })
  const books = keep(framework)
  if (isLeft(books)) return books
  const chart = chartOf(register.right)
  if (isLeft(chart)) return refuse(2, located(file, document.positionOf)([chart.left]))
  const others = second === undefined ? undefined : keep(second)
  if (others !== undefined && isLeft(others)) return others
  const lacking = books.right.vouchers
    .flatMap(({ entries }) => entries)
    .find(({ role }) => chart.right[role] === undefined)
  if (lacking !== undefined) {
    const fault: NoAccount = { _tag: 'NoAccount', role: lacking.role }
    return refuse(1, [{ file, fault }])
  }
  return right({
    books: books.right,
    ...(others === undefined ? {} : { others: others.right }),
    chart: chart.right,
    year: Number(text),
    ties: posting.right.ties,
    notes: posting.right.notes,
    lines: posting.right.lines,
  })
}

const missing = (option: string): Either<Refusal, never> => {
  const fault: CliFault = { _tag: 'OptionMissing', option }
  return refuse(2, [{ fault }])
}

const frameworksOf = (call: Call): readonly (string | undefined)[] => {
  const diff = textOption(call, 'diff')
  return diff === undefined ? [textOption(call, 'framework')] : diff.split(',')
}

/** The register of a document. */
export const registerOf = (file: string, document: Document): Either<Refusal, Register> => {
  const decoded = registerCodec.decode(document.value)
  return isLeft(decoded) ?
      refuse(2, located(file, document.positionOf)(faultsOf(decoded.left)))
    : decoded
}

/** The books of a register, faults with their places. */
export const booksOf = (
  file: string,
  document: Document,
  posted: readonly Voucher[],
  until: CivilDate,
  register: Register,
): Either<Refusal, Books> => {
  const books = keepBooksWith(posted)(until)(register)
  return isLeft(books) ?
      left({ code: codeOf([books.left]), faults: located(file, document.positionOf)([books.left]) })
    : books
}

interface Posted extends Posting {
  readonly lines: readonly Line[]
}

const nothing: Posted = { vouchers: [], ties: [], notes: [], lines: [] }

/** A statement that is named goes before the one that a workbook holds. */
const openPosting = async (call: Call, inWorkbook: Settled | undefined): Opened<Posted> => {
  const [statement, rules] = [textOption(call, 'statement'), textOption(call, 'books')]
  if (statement === undefined && rules === undefined) {
    return right({ ...nothing, lines: inWorkbook?.lines ?? [] })
  }
  if (statement === undefined && inWorkbook === undefined) return missing('--statement')
  if (rules === undefined) return missing('--books')
  const opened =
    statement === undefined ? right(inWorkbook) : await openStatement(call.io, statement)
  if (isLeft(opened)) return opened
  const read = await openRules(call, rules)
  if (isLeft(read)) return read
  if (opened.right === undefined) return missing('--statement')
  const posting = postSettlement(read.right.rules)(opened.right)
  return isLeft(posting) ?
      refuse(1, located(rules, read.right.document.positionOf)([posting.left]))
    : right({ ...posting.right, lines: opened.right.lines })
}

const openRules = async (
  call: Call,
  file: string,
): Opened<{ readonly rules: BooksRules; readonly document: Document }> => {
  const document = await openDocument(call.io, file, ['books'])
  if (isLeft(document)) return document
  const rules = booksCodec.decode(document.right.value)
  return isLeft(rules) ?
      refuse(2, located(file, document.right.positionOf)(faultsOf(rules.left)))
    : right({ rules: rules.right, document: document.right })
}
