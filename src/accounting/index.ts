/** Accounting of data resources: what may be an asset, what it costs, how it wears off, and the
 *  journals, tables and notes that follow from a register of dated events. */
export { carryingOf, type Asset } from './asset.js'
export type { Change } from './books.js'
export {
  accountOf,
  charts,
  enterpriseChart,
  smallEnterpriseChart,
  type Account,
  type Chart,
} from './chart.js'
export { costItems, costOf, type Cost, type Item, type ItemId } from './cost.js'
export { deferredTax, type DeferredTax } from './deferred-tax.js'
export type * from './event.js'
export type * from './fault.js'
export { keepBooks, keepBooksWith, type Books } from './fold.js'
export { frameworks, type Framework, type FrameworkId } from './framework.js'
export { groupLoss, type GroupLoss, type Member } from './group.js'
export { impairmentOf, type Standing } from './impairment.js'
export { presentValue, unwind, type Unwinding } from './instalments.js'
export {
  balancesOf,
  imbalanceOf,
  partyBalancesOf,
  profitOf,
  unbalanced,
  type Entry,
  type Voucher,
} from './journal.js'
export { registerKinds } from './kinds.js'
export type { Move, MovedRow, TableId } from './move.js'
export { conventions, planOf, scheduleOf, type Convention, type Plan } from './plan.js'
export type * from './record.js'
export { elementOf, isRole, roles, type Element, type Role } from './role.js'
export { chartOf } from './settings.js'
export { methods, weightsOf, type Method, type TimeMethod, type Weights } from './weights.js'
export { columnNames, tableColumns, tableRows, tableTitles, type RowOf } from './table-rows.js'
export {
  disclosureOf,
  tiesOf,
  vouchersOf,
  type Disclosure,
  type Tie,
  type YearOf,
} from './tables.js'
export { accountingWords } from './words.js'
export type * from './books-record.js'
export type { PartyTie } from './settlement-work.js'
export {
  checkBooks,
  joinVouchers,
  postSettlement,
  type Posting,
  type Settled,
} from './settlement.js'
export {
  recognise,
  type Gate,
  type Recognised,
  type RecognisedAs,
  type Recognition,
} from './recognition.js'
export { balanceLines, type BalanceLine } from './balance-lines.js'
export { compareBooks, type Difference } from './compare.js'
export { explainCell, explainCharge, type NoSuchCell } from './explain.js'
export { notesOf, type Note } from './notes.js'
