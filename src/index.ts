/** The heart: agreements that split money, settled to the cent with the reasons. */
import { coreWords } from './core/words.js'
import { describeFault, orThrowWith, type Words } from './core/error.js'
import { agreementWords } from './agreement/words.js'
import { settlementWords } from './settlement/words.js'
import { splitWords } from './split/words.js'

export * from './core/arithmetic.js'
export * from './core/currency.js'
export * from './core/date.js'
export * from './core/divide.js'
export * from './core/error.js'
export * from './core/explained.js'
export * from './core/formula.js'
export * from './core/money.js'
export * from './core/ratio.js'
export * from './core/zone.js'
export { apportion, shareWithRest, type ApportionMethod } from './split/apportion.js'
export { shareCarried, type CarriedFault, type CarriedSplit } from './split/carried.js'
export { share, type SplitFault, type WeightFault } from './split/share.js'
export * from './chain/party.js'
export * from './agreement/index.js'
export * from './settlement/index.js'

/** The sentences of every fault and note of the heart. */
export const heartWords: Words = /* @__PURE__ */ Object.assign(
  /* @__PURE__ */ Object.assign({}, coreWords, splitWords),
  agreementWords,
  settlementWords,
)

/** Says a fault or a note in words: where, what is wrong, and what to do next.
 * @example
 * import { describeError } from 'data-dividend'
 * describeError('en')({ _tag: 'NoEnd', path: ['flow'] })
 * // => 'flow: money is left at the end; end with share or along' */
export const describeError = /* @__PURE__ */ describeFault(heartWords)

/** The value of a Right; the fault of a Left is thrown, in English words, with the fault as cause.
 * For scripts: nothing else in the library throws.
 * @example
 * import { orThrow, parseRatio } from 'data-dividend'
 * orThrow(parseRatio('12.5%')) // => { num: 1n, den: 8n } */
export const orThrow = /* @__PURE__ */ orThrowWith(/* @__PURE__ */ describeError('en'))
