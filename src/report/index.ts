/** Reports: tables as text, Markdown and CSV. */
export * from './table.js'
export * from './currency-name.js'
export { describe, type Description, type Sentence } from '../agreement/describe/describe.js'
export { explanationTable } from './explanation.js'
export { valuationParts, type ReportPart } from './valuation.js'
