/** The package exceljs, loaded when first used, and workbooks as sheets of text. */
import type * as Excel from 'exceljs'
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Sheet } from '../codec/sheets.js'

export interface PackageMissing {
  readonly _tag: 'PackageMissing'
  readonly name: string
}

export interface NotAWorkbook {
  readonly _tag: 'NotAWorkbook'
  readonly reason: string
}

/** The colour of cells that are given, not worked out. */
export const inputFill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFFFF2CC' },
} as const

export const loadExcel = async (): Promise<Either<PackageMissing, typeof Excel>> => {
  try {
    const loaded = (await import('exceljs')) as typeof Excel & {
      readonly default?: typeof Excel
    }
    return right(loaded.default ?? loaded)
  } catch {
    return left({ _tag: 'PackageMissing', name: 'exceljs' })
  }
}

/** The cells of a workbook as text: numbers with all their digits, days as YYYY-MM-DD, formulas by
 * their last result.
 * @returns Left PackageMissing where exceljs is not installed; Left NotAWorkbook
 * @example
 * import { readWorkbook } from 'data-dividend/report'
 * const read = await readWorkbook(new Uint8Array([1, 2, 3]))
 * read._tag === 'Left' && read.left._tag // => 'NotAWorkbook' */
export const readWorkbook = async (
  bytes: Uint8Array,
): Promise<Either<PackageMissing | NotAWorkbook, readonly Sheet[]>> => {
  const excel = await loadExcel()
  if (excel._tag === 'Left') return excel
  const book = new excel.right.Workbook()
  try {
    // A view would carry the bytes around it along.
    await book.xlsx.load(bytes.slice().buffer)
  } catch (thrown) {
    return left({ _tag: 'NotAWorkbook', reason: reasonOf(thrown) })
  }
  return right(
    book.worksheets.map((sheet) => ({
      name: sheet.name,
      head: cellsOf(sheet.getRow(1)),
      rows: (sheet.getRows(2, Math.max(0, sheet.rowCount - 1)) ?? []).map((row) => ({
        row: row.number,
        cells: cellsOf(row),
      })),
    })),
  )
}

const cellsOf = (row: Excel.Row): readonly string[] =>
  Array.from({ length: row.cellCount }, (_, at) => textOf(row.getCell(at + 1).value))

const reasonOf = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown)

const textOf = (value: Excel.CellValue | undefined): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'number') return numberText(value)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('error' in value) return value.error
  if ('result' in value) return textOf(value.result)
  return 'text' in value ? textOf(value.text) : ''
}

/** Ids that a spreadsheet took for numbers keep their exponent, and their readers refuse them. */
const numberText = (value: number): string =>
  Math.abs(value) < 1e15 && Math.abs(value) >= 1e-6 ? String(value)
  : value === 0 ? '0'
  : value.toExponential().toUpperCase()
