/** Codecs: the only place where unknown input becomes a model. */
export { agreementCodec } from './agreement.js'
export { booksToJson } from './accounting.js'
export { booksCodec } from './books.js'
export { formatOf, type Document, type Format, type Unread } from './document.js'
export { eventsTable, type EventsTable, type RowEvent } from './events-csv.js'
export { eventsCodec } from './event.js'
export type * from './fault.js'
export { gameCodec, type GameFile } from './game.js'
export { formFromFile, gameFromFile, placedIn, type GameFileFault } from './game-form.js'
export { givenFromFile } from './game-given.js'
export { kindOfFile, type FileKind } from './kind.js'
export { readDocument } from './reader.js'
export { nearestTo } from './nearest.js'
export { payoutToJson } from './payout.js'
export { faultsOf } from './reporter.js'
export {
  entryColumns,
  registerColumns,
  registerValues,
  sheetNames,
  type RegisterColumn,
} from './register-columns.js'
export { registerFromSheets, type SheetRows } from './register-table.js'
export { registerCodec } from './register.js'
export { rulesCodec } from './rules.js'
export { settlementFromJson, settlementToJson, type SettlementFile } from './settlement.js'
export { fileKinds, schemaOf } from './schema.js'
export {
  documentOfSheets,
  sheetsOfDocument,
  type Sheet,
  type SheetFault,
  type SheetLine,
  type SheetsUnread,
} from './sheets.js'
export type { Schema } from './combine.js'
export { stateFromJson, stateToJson } from './state.js'
export { decodeAs, encodingOf, type Bytes, type Encoding } from './text.js'
export { usageLog, type UsageLog } from './usage-csv.js'
export { valuationCodec } from './valuation.js'
export { codecWords } from './words.js'
