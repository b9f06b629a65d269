/** Reports: tables as text, Markdown and CSV. */
export * from './table.js'
export * from './currency-name.js'
export { describe, type Description, type Sentence } from '../agreement/describe/describe.js'
