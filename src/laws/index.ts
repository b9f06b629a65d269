/** The laws of splitting, settling and measuring contribution, as properties of fast-check for users' own rules. */
export { agreements, type AgreementOptions } from './agreements.js'
export { gameCases, keepsAxiom, type AxiomLaw, type GameOptions } from './contribution.js'
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
