/** The files that `account` writes beside its report: ledgers, workbook, voucher sheet. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { vouchersOf } from '../accounting/index.js'
import { beancountLedger } from '../report/beancount.js'
import { booksWorkbook } from '../report/books-workbook.js'
import { hledgerJournal } from '../report/hledger.js'
import { csvTable } from '../report/table.js'
import { tableWorkbook } from '../report/table-workbook.js'
import { registerTemplate } from '../report/register-template.js'
import { voucherHeaders, voucherTable, type VoucherColumn } from '../report/vouchers.js'
import type { Opening } from './account-books.js'
import type { Refusal } from './fault.js'
import { fileFault, refuse } from './files.js'
import { textOption, type Call } from './verb.js'

/** Writes what is asked for; all of it is made before the first file is written. */
export const writeExports = async (
  call: Call,
  { books, chart, year, lines }: Opening,
): Promise<Either<Refusal, void>> => {
  const { lang } = call
  const makers: readonly (readonly [
    string,
    (
      file: string,
    ) =>
      | Either<{ readonly _tag: string }, string | Uint8Array>
      | Promise<Either<{ readonly _tag: string }, string | Uint8Array>>,
  ])[] = [
    ['hledger', () => hledgerJournal(lang, chart)(books)],
    ['beancount', () => beancountLedger(lang, chart)(books)],
    ['xlsx', () => booksWorkbook(lang, year, chart, lines)(books)],
    [
      'vouchers',
      (file) => {
        const { within } = vouchersOf(year)(books.vouchers)
        const sheet = voucherTable(lang, chart, headerOf(call))({ ...books, vouchers: within })
        return /\.xlsx$/i.test(file) ? tableWorkbook(sheet) : right(csvTable({ mark: true })(sheet))
      },
    ],
  ]
  const files: (readonly [string, string | Uint8Array])[] = []
  for (const [option, make] of makers) {
    const file = textOption(call, option)
    if (file === undefined) continue
    const made = await make(file)
    if (isLeft(made)) return refuse(2, [{ file, fault: made.left }])
    files.push([file, made.right])
  }
  return writeFiles(call, files)
}

/** A workbook to be filled in. */
export const writeTemplate = async (call: Call, file: string): Promise<Either<Refusal, 0>> => {
  const made = await registerTemplate(call.lang)
  if (isLeft(made)) return refuse(2, [{ file, fault: made.left }])
  const written = await writeFiles(call, [[file, made.right]])
  return isLeft(written) ? written : right(0)
}

const writeFiles = async (
  call: Call,
  files: readonly (readonly [string, string | Uint8Array])[],
): Promise<Either<Refusal, void>> => {
  for (const [file, content] of files) {
    try {
      const draft = await call.io.draft(file)
      await draft.write(content)
      await draft.finish()
      await draft.keep()
    } catch (thrown) {
      return refuse(2, [{ fault: fileFault(file, thrown) }])
    }
  }
  return right(undefined)
}

/** A preset, or pairs of name and field. */
const headerOf = (call: Call): readonly VoucherColumn[] => {
  const text = textOption(call, 'header') ?? 'kingdee'
  if (text === 'kingdee' || text === 'yonyou') return voucherHeaders[text]
  const fields = new Set(
    Object.values(voucherHeaders).flatMap((all) => all.map((one) => one.field)),
  )
  return text.split(',').map((pair) => {
    const [name = '', wanted] = pair.split('=')
    return { name, field: [...fields, 'of' as const].find((one) => one === wanted) ?? 'empty' }
  })
}
