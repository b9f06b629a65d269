/** The laws of splitting and settling, as properties of fast-check for users' own rules. */
export { agreements, type AgreementOptions } from './agreements.js'
export {
  agreesWith,
  conservesEvents,
  ignoresBatches,
  ignoresOrder,
  ignoresParts,
  nobodyPaysForSales,
  refundsUndo,
  settlesOnce,
  type SettlementLaw,
  type Settler,
  type Story,
} from './settlement.js'
export {
  conserves,
  equalWeightsWithinOne,
  exactAtWhole,
  monotone,
  nearExact,
  unitTotals,
  weightLists,
  type SplitLaw,
  type SplitRule,
} from './split.js'
export { stories, storiesOf, type StoryOptions } from './stories.js'
