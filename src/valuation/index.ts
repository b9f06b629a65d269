/** What a data asset is worth: methods, rates, uncertainty, weights, with every step on paper. */
export * from './ahp.js'
export * from './annuity.js'
export { appraise, type Appraisal, type Appraised } from './appraisal.js'
export * from './cost.js'
export * from './cost-parts.js'
export { quantile, sampler, type Distribution } from './distribution.js'
export * from './entropy-topsis.js'
export * from './excess-earnings.js'
export type { ValuationFault, ValuationWarning } from './fault.js'
export { growing, type Given } from './given.js'
export {
  direct,
  excess,
  incomeShare,
  incremental,
  type Change,
  type DirectInput,
  type ExcessInput,
  type IncrementalInput,
  type ShareInput,
} from './income-china.js'
export * from './irr.js'
export * from './lattice.js'
export * from './lending.js'
export * from './market.js'
export * from './measures.js'
export type { Method } from './method.js'
export * from './monte-carlo.js'
export { blackScholes, type OptionInput } from './option.js'
export * from './own-account.js'
export { said } from './parameters.js'
export * from './quality.js'
export * from './rates.js'
export * from './reconcile.js'
export * from './registry.js'
export * from './replay.js'
export * from './royalty.js'
export * from './scenario.js'
export {
  breakEven,
  tornado,
  twoWay,
  type Axis,
  type Bar,
  type BreakEven,
  type Range,
} from './sensitivity.js'
export type { Equivalent, Share } from './share-of-income.js'
export { survivalAt, weibullMean, weibullMedian, type Curve } from './survival.js'
export { tab, type TabInput, type TaxLife } from './tab.js'
export type { Annuity, Discount, Discounting, Terminal } from './time.js'
export { titleOf } from './titles.js'
export { roundedWorth, type Worth } from './worth.js'
export * from './with-without.js'
export type * from './valuation-file.js'
export * from './words.js'
