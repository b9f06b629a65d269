/** Codecs: the only place where unknown input becomes a model. */
export { agreementCodec } from './agreement.js'
export { booksToJson } from './accounting.js'
export { booksCodec } from './books.js'
export { formatOf, type Document, type Format, type Unread } from './document.js'
export { eventsTable, type EventsTable, type RowEvent } from './events-csv.js'
export { eventsCodec } from './event.js'
export type * from './fault.js'
export { gameCodec, gameFromFile, type GameFile, type GameFileFault } from './game.js'
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
export { registerFromSheets, type Sheet } from './register-table.js'
export { registerCodec } from './register.js'
export { rulesCodec } from './rules.js'
export { settlementFromJson, settlementToJson, type SettlementFile } from './settlement.js'
export { fileKinds, schemaOf } from './schema.js'
export type { Schema } from './combine.js'
export { stateFromJson, stateToJson } from './state.js'
export { decodeAs, encodingOf, type Bytes, type Encoding } from './text.js'
export { valuationCodec } from './valuation.js'
export { codecWords } from './words.js'
