/** The books of a year as a workbook: both tables with live formulas over a sheet of movements,
 *  the trial balance over a sheet of vouchers, ties that must read 0.
 *
 *  Leaf rows are SUMIFS of the movements; increase, decrease, closing, carrying amounts and totals
 *  are formulas over the rows above. Every formula carries the program's own result too. */
import type * as Excel from 'exceljs'
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Lang } from '../core/error.js'
import { formatAmount } from '../core/money.js'
import {
  balancesOf,
  disclosureOf,
  tableColumns,
  tableRows,
  tableTitles,
  columnNames,
  vouchersOf,
  type Books,
  type Chart,
  type TableId,
  type Voucher,
} from '../accounting/index.js'
import { clauseNames } from '../agreement/clause.js'
import type { Line } from '../settlement/state.js'
import { bookHeads as heads } from './book-heads.js'
import { inputFill, loadExcel, type PackageMissing } from './excel.js'
import { numbered } from './accounting.js'

/** The bytes of an .xlsx file.
 * @param lines of a settlement, for a sheet of their own
 * @returns Left PackageMissing where exceljs is not installed
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { enterpriseChart, keepBooks } from 'data-dividend/accounting'
 * import { booksWorkbook } from 'data-dividend/report'
 * const until = orThrow(parseDate('2026-12-31'))
 * const books = orThrow(keepBooks(until)({ register: 'r', currency: 'CNY', events: [] }))
 * orThrow(await booksWorkbook('zh', 2026, enterpriseChart)(books)).length > 1000 // => true */
export const booksWorkbook =
  (lang: Lang, year: number, chart: Chart, lines: readonly Line[] = []) =>
  async (books: Books): Promise<Either<PackageMissing, Uint8Array>> => {
    const excel = await loadExcel()
    if (isLeft(excel)) return excel
    const book = new excel.right.Workbook()
    book.calcProperties.fullCalcOnLoad = true
    const number = numberOf(books)
    for (const table of ['I', 'II'] as const) {
      addTable(book.addWorksheet(heads[lang][table]), { lang, table, year, books, number })
    }
    addTrial(book.addWorksheet(heads[lang].trial), { lang, year, chart, books, number })
    addVouchers(book.addWorksheet(heads[lang].vouchers), { lang, year, chart, books, number })
    addMoves(book.addWorksheet(heads[lang].moves), { lang, year, books, number })
    if (lines.length > 0) addLines(book.addWorksheet(heads[lang].settlement), lang, number, lines)
    return right(new Uint8Array(await book.xlsx.writeBuffer()))
  }

interface Context {
  readonly lang: Lang
  readonly year: number
  readonly books: Books
  readonly number: (minor: bigint) => number
}

const numberOf = ({ currency }: Books) => {
  const money = formatAmount(currency)
  return (minor: bigint): number => Number(money(minor))
}

const format = '#,##0.00;[Red]-#,##0.00'

const addTable = (sheet: Excel.Worksheet, context: Context & { readonly table: TableId }): void => {
  const { lang, table, year, books, number } = context
  const { cells } = disclosureOf(table, year)(books)
  const rows = tableRows[table]
  const rowOf = (id: string): number => rows.findIndex((row) => row.id === id) + 3
  sheet.addRow([`${tableTitles[table][lang]} ${String(year)}`])
  sheet.addRow([
    heads[lang].item,
    ...tableColumns.map((column) => columnNames[table][column][lang]),
    heads[lang].check,
  ])
  for (const { id, label, head } of rows) {
    if (head === true) {
      sheet.addRow([label[lang]]).font = { bold: true }
      continue
    }
    const row = sheet.addRow([
      label[lang],
      ...tableColumns.map((column, at) => ({
        formula:
          column === 'total' ?
            `SUM(B${String(rowOf(id))}:D${String(rowOf(id))})`
          : cellFormula(context, id, column, 'BCD'[at] ?? 'B', rowOf),
        result: number(cells.get(id)?.[column] ?? 0n),
      })),
      { formula: checkFormula(id, rowOf), result: 0 },
    ])
    for (let column = 2; column <= 5; column += 1) row.getCell(column).numFmt = format
  }
  const last = rows.length + 2
  sheet.addRow([
    heads[lang].checks,
    '',
    '',
    '',
    '',
    { formula: `SUM(F3:F${String(last)})`, result: 0 },
  ])
  sheet.getColumn(1).width = 28
  for (let column = 2; column <= 6; column += 1) sheet.getColumn(column).width = 18
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: 2 }]
}

/** A row of rows is a sum of them; a row of none is a sum of movements. */
const cellFormula = (
  { lang, table }: Context & { readonly table: TableId },
  id: string,
  column: string,
  letter: string,
  rowOf: (id: string) => number,
): string => {
  const [block = '', way = '', sub] = id.split('.')
  const at = (name: string): string => `${letter}${String(rowOf(name))}`
  const rows = tableRows[table]
  if (block === 'carrying') {
    const amortised = table === 'I' ? `-${at(`amortisation.${way}`)}` : ''
    return `${at(`cost.${way}`)}${amortised}-${at(`provision.${way}`)}`
  }
  if (way === 'close') {
    return `${at(`${block}.open`)}+${at(`${block}.increase`)}-${at(`${block}.decrease`)}`
  }
  const below = sub === undefined ? rows.filter((row) => row.id.startsWith(`${id}.`)) : []
  if (below.length > 0) return below.map((row) => at(row.id)).join('+')
  const moves = heads[lang].moves
  const sumOf = (pattern: string, opening: 0 | 1): string =>
    `SUMIFS('${moves}'!F:F,'${moves}'!A:A,"${table}",'${moves}'!B:B,"${pattern}",` +
    `'${moves}'!C:C,"${column}",'${moves}'!G:G,${String(opening)})`
  return way === 'open' ?
      `${sumOf(`${block}.increase*`, 1)}-${sumOf(`${block}.decrease*`, 1)}`
    : sumOf(sub === undefined ? `${id}*` : id, 0)
}

/** Roll-forward of the closing rows; the other rows are checked by it. */
const checkFormula = (id: string, rowOf: (id: string) => number): string => {
  const [block = '', way] = id.split('.')
  if (way !== 'close' || block === 'carrying') return '0'
  const at = (name: string): string => `E${String(rowOf(name))}`
  const roll = `${at(`${block}.open`)}+${at(`${block}.increase`)}-${at(`${block}.decrease`)}`
  return `IF(ROUND(${roll}-${at(id)},4)=0,0,1)`
}

const addTrial = (sheet: Excel.Worksheet, context: Context & { readonly chart: Chart }): void => {
  const { lang, year, chart, books, number } = context
  const { before, within } = vouchersOf(year)(books.vouchers)
  const [open, moved] = [balancesOf(before), balancesOf(within)]
  const name = heads[lang].vouchers
  sheet.addRow([...heads[lang].trialColumns])
  const roles = [...new Set([...open.keys(), ...moved.keys()])]
  roles.forEach((role, index) => {
    const row = String(index + 2)
    const sumOf = (column: string, opening: 0 | 1): string =>
      `SUMIFS('${name}'!${column}:${column},'${name}'!I:I,A${row},'${name}'!H:H,${String(opening)})`
    const [a, b] = [open.get(role) ?? 0n, moved.get(role) ?? 0n]
    const added = sheet.addRow([
      role,
      chart[role]?.code ?? '',
      chart[role]?.name[lang] ?? role,
      { formula: `${sumOf('F', 1)}-${sumOf('G', 1)}`, result: number(a) },
      { formula: `${sumOf('F', 0)}-${sumOf('G', 0)}`, result: number(b) },
      { formula: `D${row}+E${row}`, result: number(a + b) },
      0,
      { formula: `F${row}+G${row}`, result: number(a + b) },
    ])
    added.getCell(7).fill = inputFill
    for (let column = 4; column <= 8; column += 1) added.getCell(column).numFmt = format
  })
  const last = String(roles.length + 1)
  sheet.addRow([
    heads[lang].checks,
    '',
    '',
    ...['D', 'E', 'F', 'G', 'H'].map((column) => ({
      formula: roles.length === 0 ? '0' : `ROUND(SUM(${column}2:${column}${last}),4)`,
      result: 0,
    })),
  ])
  sheet.getColumn(3).width = 34
  for (let column = 4; column <= 8; column += 1) sheet.getColumn(column).width = 18
}

const addVouchers = (
  sheet: Excel.Worksheet,
  { lang, year, chart, books, number }: Context & { readonly chart: Chart },
): void => {
  sheet.addRow([...heads[lang].voucherColumns])
  const { before, within } = vouchersOf(year)(books.vouchers)
  const write = (vouchers: readonly Voucher[], opening: 0 | 1): void => {
    for (const { voucher, number: of } of numbered(vouchers)) {
      for (const { role, side, amount, party, asset } of voucher.entries) {
        sheet.addRow([
          of,
          voucher.at,
          voucher.text[lang],
          chart[role]?.code ?? '',
          party ?? asset ?? '',
          side === 'debit' ? number(amount) : null,
          side === 'credit' ? number(amount) : null,
          opening,
          role,
          voucher.id,
        ])
      }
    }
  }
  write(before, 1)
  write(within, 0)
  sheet.getColumn(3).width = 34
}

const addMoves = (sheet: Excel.Worksheet, { lang, year, books, number }: Context): void => {
  sheet.addRow([...heads[lang].moveColumns])
  const { before, within } = vouchersOf(year)(books.vouchers)
  const write = (vouchers: readonly Voucher[], opening: 0 | 1): void => {
    for (const { at, id, moves } of vouchers) {
      for (const { table, row, column, amount } of moves) {
        sheet.addRow([table, row, column, at, id, number(amount), opening])
      }
    }
  }
  write(before, 1)
  write(within, 0)
  sheet.getColumn(2).width = 34
}

const addLines = (
  sheet: Excel.Worksheet,
  lang: Lang,
  number: Context['number'],
  lines: readonly Line[],
): void => {
  sheet.addRow([...heads[lang].lineColumns])
  for (const { event, at, of = '', party, path, kind, amount } of lines) {
    sheet.addRow([event, at, of, party, path, clauseNames[kind][lang], number(amount)])
  }
  const last = String(lines.length + 1)
  const result = number(lines.reduce((sum, { amount }) => sum + amount, 0n))
  sheet.addRow([heads[lang].total, '', '', '', '', '', { formula: `SUM(G2:G${last})`, result }])
  sheet.getColumn(7).numFmt = format
}
