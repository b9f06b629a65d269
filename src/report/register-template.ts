/** One workbook for an accountant who never leaves the spreadsheet: agreement, events, assets,
 *  vouchers, each with its header and a line that shows how; the settlement is written back. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Bilingual, Lang } from '../core/error.js'
import {
  entryColumns,
  registerColumns,
  registerValues,
  sheetNames,
  type RegisterColumn,
} from '../codec/register-columns.js'
import { inputFill, loadExcel, type PackageMissing } from './excel.js'

/** The bytes of an .xlsx file to be filled in.
 * @returns Left PackageMissing where exceljs is not installed
 * @example
 * import { orThrow } from 'data-dividend'
 * import { registerTemplate } from 'data-dividend/report'
 * orThrow(await registerTemplate('zh')).length > 1000 // => true */
export const registerTemplate = async (lang: Lang): Promise<Either<PackageMissing, Uint8Array>> => {
  const excel = await loadExcel()
  if (isLeft(excel)) return excel
  const book = new excel.right.Workbook()
  const add = (name: Bilingual, header: readonly string[], examples: readonly string[][]) => {
    const sheet = book.addWorksheet(name[lang])
    const first = sheet.addRow([...header])
    first.font = { bold: true }
    sheet.views = [{ state: 'frozen', ySplit: 1 }]
    for (const example of examples)
      sheet.addRow(example).eachCell((cell) => (cell.fill = inputFill))
    header.forEach((_, index) => {
      // Ids, dates and amounts stay as they are typed.
      sheet.getColumn(index + 1).numFmt = '@'
      sheet.getColumn(index + 1).width = 14
    })
    return sheet
  }
  add(
    sheetNames.agreement,
    [texts.agreement[lang]],
    agreementLines.map((line) => [line]),
  )
  add(
    sheetNames.events,
    ['id', 'at', 'kind', 'amount', 'of'],
    [['s1', '2026-01-05', 'sale', '1060.00']],
  )
  add(sheetNames.settlement, [texts.settlement[lang]], [])
  const assets = add(
    sheetNames.assets,
    registerColumns.map(({ name }) => name[lang]),
    examples.map((fields) => rowOf(lang, registerColumns, fields)),
  )
  registerColumns.forEach(({ field }, index) => {
    const values = Object.entries(registerValues[field] ?? {})
    if (values.length === 0) return
    const list = values.map(([zh, en]) => (lang === 'zh' ? zh : en)).join(',')
    for (let row = 2; row <= 200; row += 1) {
      assets.getRow(row).getCell(index + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [`"${list}"`],
      }
    }
  })
  add(
    sheetNames.vouchers,
    entryColumns.map(({ name }) => name[lang]),
    [
      ['v1', '2026-01-31', texts.entry[lang], 'bank', '1.00', '', ''],
      ['v1', '', '', 'otherIncome', '', '1.00', ''],
    ],
  )
  return right(new Uint8Array(await book.xlsx.writeBuffer()))
}

const rowOf = (
  lang: Lang,
  columns: readonly RegisterColumn[],
  fields: Readonly<Record<string, string>>,
): string[] =>
  columns.map(({ field }) => {
    const value = fields[field] ?? ''
    const words = Object.entries(registerValues[field] ?? {})
    return lang === 'zh' ? (words.find(([, en]) => en === value)?.[0] ?? value) : value
  })

const examples: readonly Readonly<Record<string, string>>[] = [
  {
    id: 'a1',
    at: '2026-01-10',
    kind: 'acquire',
    asset: 'roads',
    class: 'intangible',
    column: 'bought',
    items: 'price:36000.00/2160.00 cleaning:1200.00',
  },
  {
    id: 'r1',
    at: '2026-02-01',
    kind: 'ready',
    asset: 'roads',
    'schedule.method': 'straight',
    'schedule.months': '36',
    use: 'customers',
  },
]

const agreementLines = [
  'agreement: pair',
  'currency: CNY',
  'flow:',
  '  - share: {id: all, of: {firm: 3, lab: 7}}',
]

const texts = {
  agreement: { en: 'the agreement, a line a row', zh: '协议正文，每行一格' },
  settlement: { en: 'written by the program', zh: '由程序写入' },
  entry: { en: 'a correction', zh: '更正' },
} satisfies Readonly<Record<string, Bilingual>>
