/** Who contributed how much: games and their values, chains, data values, weights, samplers. */
export { formatAllocation, ofCosts } from './allocation.js'
export { axioms, type Axiom, type AxiomId } from './axiom.js'
export { type AxiomCase } from './premise.js'
export { explainWeights, shareText, weightsOf, type Negatives, type Weights } from './bridge.js'
export {
  downstream,
  equalLoss,
  geometric,
  lineOf,
  serial,
  upstream,
  type ChainLink,
} from './chain.js'
export { claimsGame, claimsValue, type Claims } from './claims-game.js'
export { gately, tau } from './compromise.js'
export {
  ameFromSamples,
  dataOob,
  leaveOneOutScores,
  msrBanzhaf,
  type Bag,
  type Scored,
} from './data.js'
export { dividends, proportionalShapley, weightedShapley, type ByPlayer } from './dividend.js'
export { explainSemivalue } from './explain.js'
export { type Explain } from './explain-node.js'
export { type ContributionFault } from './fault.js'
export {
  airportForm,
  claimsForm,
  explainForm,
  sequentialForm,
  solveForm,
  stagedForm,
  tableForm,
  termsForm,
  votingForm,
  type Form,
} from './form.js'
export {
  airport,
  airportGame,
  sequential,
  sequentialGame,
  stagedChain,
  stagedGame,
  type Figures,
  type StagedChain,
} from './forms.js'
export {
  gameByMask,
  gameBySize,
  gameOf,
  gameOfUtility,
  roundedWorth,
  type Allocation,
  type Game,
  type Value,
  type Worth,
} from './game.js'
export { type Given, type Needing } from './given.js'
export { averageTree, myerson, position, restricted, type Links } from './graph.js'
export { blend, byInput, explainBlend, type Input, type Sides } from './input.js'
export {
  banzhafInteraction,
  faithfulShapley,
  shapleyInteraction,
  shapleyTaylor,
  type Interaction,
  type Interactions,
} from './interaction.js'
export { kernelFit, kernelShap, type WeightedSets } from './kernel.js'
export {
  cis,
  egalitarianShapley,
  ensc,
  equalDivision,
  leaveOneOut,
  solidarity,
  standAloneShares,
} from './linear.js'
export {
  knnBanzhaf,
  knnShapley,
  knnSoftShapley,
  overTests,
  thresholdShapley,
  type Matches,
  type NeighbourRule,
} from './neighbours.js'
export { type ValueMethod } from './method.js'
export { coreOf, nucleolus, perCapitaPrenucleolus, prenucleolus, type Core } from './nucleolus.js'
export { inOrder, permission, type PermissionKind, type Ranking } from './permission.js'
export {
  proRata,
  shapleyIndex,
  userCentric,
  type Plays,
  type PlaysRule,
  type Shared,
  type SilentUsers,
} from './plays.js'
export {
  bernsteinRadius,
  freezeSample,
  hoeffdingRadius,
  radiusInMoney,
  sampleUntil,
  type Frozen,
  type RadiusOptions,
} from './radius.js'
export { valueRecords, type Records } from './records.js'
export { compare, methodOf, valueMethods, valueWith, type Compared } from './registry.js'
export { factorCorrected, twoLayers, type Scores } from './roles.js'
export {
  extendSample,
  oracleOf,
  sampleValue,
  startSample,
  stratified,
  type Oracle,
  type Sample,
  type WalkKind,
} from './sampler.js'
export {
  ame,
  banzhaf,
  betaShapley,
  scaled,
  semivalue,
  shapley,
  shapleyDouble,
} from './semivalue.js'
export { ameLaw, banzhafLaw, betaLaw, shapleyLaw, type SizeLaw } from './size-law.js'
export { banzhafIndex, deeganPackel, holler, johnston, shapleyShubik } from './simple.js'
export { banzhafOwen, owen, type Unions } from './union.js'
export {
  explainTerms,
  termsGame,
  termsOfRows,
  usageValue,
  type Term,
  type UsageRow,
} from './usage.js'
export { votingGame, votingPower, votingSwings, type Voting } from './voting.js'
export {
  ageDecay,
  byQuality,
  byUniqueness,
  byVolume,
  weightingMethods,
  type WeightingMethod,
} from './weighting.js'
export { contributionWords } from './words.js'
