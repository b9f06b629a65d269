/** One table as a workbook of one sheet; figures are numbers, text stays text. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { loadExcel, type PackageMissing } from './excel.js'
import type { Table } from './table.js'

/** The bytes of an .xlsx file.
 * @returns Left PackageMissing where exceljs is not installed
 * @example
 * import { orThrow } from 'data-dividend'
 * import { tableWorkbook } from 'data-dividend/report'
 * const columns = [{ name: '摘要', align: 'left' }, { name: '借方金额', align: 'right' }] as const
 * orThrow(await tableWorkbook({ columns, rows: [['a', '1.00']] })).length > 1000 // => true */
export const tableWorkbook = async ({
  title,
  columns,
  rows,
}: Table): Promise<Either<PackageMissing, Uint8Array>> => {
  const excel = await loadExcel()
  if (isLeft(excel)) return excel
  const book = new excel.right.Workbook()
  const sheet = book.addWorksheet(title ?? 'Sheet1')
  sheet.addRow(columns.map(({ name }) => name))
  for (const row of rows) {
    sheet.addRow(
      row.map((cell, at) =>
        columns[at]?.align === 'right' && /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell,
      ),
    )
  }
  columns.forEach(({ align }, at) => {
    if (align === 'right') sheet.getColumn(at + 1).numFmt = '#,##0.00;[Red]-#,##0.00'
    sheet.getColumn(at + 1).width = 16
  })
  return right(new Uint8Array(await book.xlsx.writeBuffer()))
}
