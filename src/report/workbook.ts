/** A valuation as a workbook with live formulas, by exceljs, which is loaded when first used.
 *
 *  Inputs are coloured, every row has its source, and a check column reads 0 where the sheet's own
 *  arithmetic gives the program's figure within a relative 1e-9. A small remainder of a
 *  difference, such as 0 from equal amounts, is compared by itself. Simulated figures stand as
 *  values. */
import type * as Excel from 'exceljs'
import { right, isLeft, type Either } from 'fp-ts/lib/Either.js'
import type { Lang } from '../core/error.js'
import type { RedoFault } from '../core/explained.js'
import type { Appraisal } from '../valuation/index.js'
import { inputFill, loadExcel, type PackageMissing } from './excel.js'
import { firstRow, liveColumn, sheetRows, type SheetRow } from './sheet.js'
import { headingOf, valuationParts } from './valuation.js'

/** The bytes of an .xlsx file.
 * @returns Left PackageMissing where exceljs is not installed
 * @example
 * import { orThrow } from 'data-dividend'
 * import { valuationWorkbook } from 'data-dividend/report'
 * import { appraise } from 'data-dividend/valuation'
 * const appraisal = orThrow(appraise({
 *   valuation: 'sensors', date: '2026-06-30', currency: 'CNY',
 *   methods: { income: {
 *     by: { 'income.direct': { ebit: ['110'] } }, discount: { rate: '10%', timing: 'end' },
 *     reason: '',
 *   } },
 *   reconcile: { income: { weight: '1', reason: '' } },
 * }))
 * orThrow(await valuationWorkbook('zh')(appraisal)).length > 1000 // => true */
export const valuationWorkbook =
  (lang: Lang) =>
  async (appraisal: Appraisal): Promise<Either<PackageMissing | RedoFault, Uint8Array>> => {
    const rows = sheetRows(lang)(appraisal.value.explained)
    if (isLeft(rows)) return rows
    const excel = await loadExcel()
    if (isLeft(excel)) return excel
    const book = new excel.right.Workbook()
    book.calcProperties.fullCalcOnLoad = true
    const about = book.addWorksheet(heads[lang].report)
    about.addRow([headingOf(lang, appraisal.file)])
    for (const part of valuationParts(lang, appraisal).slice(0, -1)) {
      if (!('rows' in part)) about.addRow([part.text.trim()])
      else if (part.columns.length !== explanationWidth) {
        about.addRow([])
        about.addRow([part.title ?? ''])
        about.addRow(part.columns.map(({ name }) => name))
        for (const row of part.rows) about.addRow([...row])
      }
    }
    about.getColumn(1).width = 28
    addFigures(book.addWorksheet(heads[lang].figures), lang, rows.right)
    return right(new Uint8Array(await book.xlsx.writeBuffer()))
  }

/** Explanations have six columns; they stand in the sheet of figures. */
const explanationWidth = 6

const addFigures = (sheet: Excel.Worksheet, lang: Lang, rows: readonly SheetRow[]): void => {
  sheet.addRow([...heads[lang].columns])
  for (const row of rows) {
    const { formula, value, check } = row
    const live = formula === undefined ? inputValue(row) : { formula, result: value }
    const added = sheet.addRow([
      row.path,
      row.title,
      live,
      value,
      { formula: check, result: 0 },
      row.text,
      row.source,
    ])
    if (row.given !== undefined) added.getCell(liveColumn).fill = inputFill
  }
  const last = String(rows.length + firstRow - 1)
  sheet.addRow([
    heads[lang].checks,
    '',
    '',
    '',
    { formula: `SUM(E${String(firstRow)}:E${last})`, result: 0 },
  ])
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  for (const [column, width] of [
    [1, 56],
    [2, 28],
    [3, 20],
    [4, 20],
    [6, 44],
    [7, 32],
  ] as const) {
    sheet.getColumn(column).width = width
  }
}

/** A ratio such as 1/3 stays a formula, so that the sheet has all its digits. */
const inputValue = ({ given = '', value }: SheetRow) =>
  given.includes('/') ? { formula: given, result: value } : value

const heads = {
  en: {
    report: 'Report',
    figures: 'Figures',
    checks: 'figures that differ',
    columns: ['path', 'figure', 'value', 'program', 'check', 'formula', 'source'],
  },
  zh: {
    report: '报告',
    figures: '计算表',
    checks: '不一致项数',
    columns: ['路径', '项目', '数值', '程序值', '核对', '公式', '来源'],
  },
} as const
