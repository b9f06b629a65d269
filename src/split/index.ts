/** Splitting whole units by exact weights: pure functions on integers, no agreement in sight. */
export { apportion, shareWithRest, type ApportionMethod } from './apportion.js'
export { shareCarried, type CarriedFault, type CarriedSplit } from './carried.js'
export {
  adjustedProportional,
  claimsMethods,
  equalAwards,
  equalLosses,
  minimalOverlap,
  piniles,
  proportionalAwards,
  randomArrival,
  talmud,
  type ClaimsFault,
  type ClaimsMethod,
  type ClaimsRule,
} from './claims.js'
export { share, type SplitFault, type WeightFault } from './share.js'
export { splitWords } from './words.js'
