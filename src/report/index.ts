/** Reports: tables as text, Markdown and CSV. */
export * from './table.js'
export * from './currency-name.js'
export { describe, type Description, type Sentence } from '../agreement/describe/describe.js'
export {
  accountingParts,
  differenceTable,
  disclosureTable,
  journalTable,
  partyTieTable,
} from './accounting.js'
export { beancountLedger } from './beancount.js'
export { hledgerJournal } from './hledger.js'
export { chartSvg, valuationCharts, type ChartSpec } from './chart.js'
export { excelFormula } from './excel-formula.js'
export { describeError, faultWords } from './fault.js'
export { explanationTable } from './explanation.js'
export { valuationParts, type ReportPart } from './valuation.js'
export { readWorkbook, type NotAWorkbook, type PackageMissing } from './excel.js'
export { valuationExample, valuationTemplate } from './template.js'
export { valuationWorkbook } from './workbook.js'
export { booksWorkbook } from './books-workbook.js'
export { registerTemplate } from './register-template.js'
export { tableWorkbook } from './table-workbook.js'
export { voucherHeaders, voucherTable, type VoucherColumn, type VoucherField } from './vouchers.js'
export { reportWords } from './words.js'
