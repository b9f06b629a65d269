/** Settlement: events in, lines and state out. */
export type { EventKind, EventRecord, SettlementEvent } from './event.js'
export type { EventFault, OtherState, SettlementFault, SettlementNote } from './fault.js'
export { countersOf } from './counters.js'
export { explain, type NotInStatement, type Question } from './explain.js'
export { settlementArithmetic } from './explain-op.js'
export { netPositions, type Position } from './netting.js'
export {
  partsOfSales,
  remuneration,
  totalsBy,
  type Grouping,
  type Remuneration,
  type SaleParts,
} from './statement.js'
export { settle, startRun, type Run, type Settlement } from './settle.js'
export { settleOne, type Settled } from './settle-one.js'
export {
  emptyState,
  forgetBefore,
  type Line,
  type Payment,
  type Place,
  type SaleRecord,
  type SeenRecord,
  type State,
} from './state.js'
export { settlementWords } from './words.js'
