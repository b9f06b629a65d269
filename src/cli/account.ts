/** `account REGISTER --year 2026`: the books of data assets: journal, both tables, notes. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { parseDate } from '../core/date.js'
import {
  chartOf,
  keepBooks,
  vouchersOf,
  type Books,
  type Chart,
  type Register,
} from '../accounting/index.js'
import { faultsOf } from '../codec/reporter.js'
import { registerCodec } from '../codec/register.js'
import { accountingParts } from '../report/accounting.js'
import type { Document } from '../codec/document.js'
import { codeOf, type CliFault, type Refusal } from './fault.js'
import { located, openDocument, refuse, type Opened } from './files.js'
import { report } from './outputs.js'
import { textOption, type Call, type Verb } from './verb.js'

export const accountVerb: Verb = {
  name: 'account',
  args: '<register>',
  about: {
    en: 'keep the books of data assets: journal, tables of disclosure, notes',
    zh: '数据资产核算：凭证、披露表格与附注',
  },
  options: [
    { flags: '--year <year>', about: { en: 'the year of the report', zh: '报告年度' } },
    {
      flags: '--framework <framework>',
      about: {
        en: 'cas, ifrs or us; else as the register says',
        zh: 'cas、ifrs 或 us；默认按台账',
      },
    },
  ],
  run: async (call) => {
    const opened = await openBooks(call)
    if (isLeft(opened)) return opened
    const { books, chart, year } = opened.right
    const done = await report(
      call,
      'accounting',
    )({
      json: () => `${JSON.stringify(booksToJson(books, year), asText, 1)}\n`,
      blocks: accountingParts(call.lang, year, chart)(books),
    })
    return isLeft(done) ? done : right(0)
  },
}

interface Opening {
  readonly books: Books
  readonly chart: Chart
  readonly year: number
}

const openBooks = async (call: Call): Opened<Opening> => {
  const text = textOption(call, 'year')
  if (text === undefined) {
    const fault: CliFault = { _tag: 'OptionMissing', option: '--year' }
    return refuse(2, [{ fault }])
  }
  const until = parseDate(`${text}-12-31`)
  if (isLeft(until)) return refuse(2, [{ file: '--year', fault: until.left }])
  const file = call.args[0] ?? '-'
  const document = await openDocument(call.io, file, ['register'])
  if (isLeft(document)) return document
  const register = registerOf(file, document.right)
  if (isLeft(register)) return register
  const framework = textOption(call, 'framework')
  const asked = framework === undefined ? register.right : { ...register.right, framework }
  const books = keepBooks(until.right)(asked)
  const chart = chartOf(asked)
  const place = located(file, document.right.positionOf)
  if (isLeft(books)) return refuse(codeOf([books.left]), place([books.left]))
  if (isLeft(chart)) return refuse(codeOf([chart.left]), place([chart.left]))
  return right({ books: books.right, chart: chart.right, year: Number(text) })
}

const registerOf = (file: string, document: Document): Either<Refusal, Register> => {
  const decoded = registerCodec.decode(document.value)
  return isLeft(decoded) ?
      refuse(2, located(file, document.positionOf)(faultsOf(decoded.left)))
    : decoded
}

const asText = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value

const booksToJson = (books: Books, year: number) => ({
  format: 'data-dividend/books@1',
  register: books.register.register,
  year,
  vouchers: vouchersOf(year)(books.vouchers).within,
})
