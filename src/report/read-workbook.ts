/** A workbook as sheets of text: what a cell shows, dates as ISO text, numbers with all digits. */
import type * as Excel from 'exceljs'
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { loadExcel, type PackageMissing } from './excel.js'

/** The bytes are no workbook. */
export interface NotAWorkbook {
  readonly _tag: 'NotAWorkbook'
}

/** The sheets of a workbook by name, each as rows of cells.
 * @returns Left PackageMissing without exceljs, NotAWorkbook for other bytes
 * @example
 * import { readWorkbook } from 'data-dividend/report'
 * const read = await readWorkbook(new Uint8Array([1, 2, 3]))
 * read // => left({ _tag: 'NotAWorkbook' }) */
export const readWorkbook = async (
  bytes: Uint8Array,
): Promise<
  Either<PackageMissing | NotAWorkbook, ReadonlyMap<string, readonly (readonly string[])[]>>
> => {
  const excel = await loadExcel()
  if (excel === undefined) return left({ _tag: 'PackageMissing', name: 'exceljs' })
  const book = new excel.Workbook()
  try {
    // A view would carry the bytes around it along.
    await book.xlsx.load(bytes.slice().buffer)
  } catch {
    return left({ _tag: 'NotAWorkbook' })
  }
  return right(new Map(book.worksheets.map((sheet) => [sheet.name, rowsOf(sheet)])))
}

const rowsOf = (sheet: Excel.Worksheet): readonly (readonly string[])[] =>
  Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (_, column) =>
      textOf(sheet.getRow(row + 1).getCell(column + 1).value),
    ),
  )

const textOf = (value: Excel.CellValue): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'number') return numberText(value)
  if (typeof value !== 'object') return String(value)
  if ('result' in value) return textOf(value.result)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  return 'text' in value ? textOf(value.text) : ''
}

/** Never an exponent: ids that a spreadsheet took for numbers are refused by their readers. */
const numberText = (value: number): string =>
  Math.abs(value) < 1e15 && Math.abs(value) >= 1e-6 ? String(value)
  : value === 0 ? '0'
  : value.toExponential().toUpperCase()
