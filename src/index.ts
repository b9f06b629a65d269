/** The heart: agreements that split money, settled to the cent with the reasons. */
import { coreWords } from './core/words.js'
import { describeFault, orThrowWith, type Words } from './core/error.js'
import { agreementWords } from './agreement/words.js'
import { settlementWords } from './settlement/words.js'
import { splitWords } from './split/words.js'

export * from './core/index.js'
export * from './split/index.js'
export * from './chain/index.js'
export * from './agreement/index.js'
export * from './settlement/index.js'

/** The sentences of every fault and note of the heart. */
export const heartWords: Words = /* @__PURE__ */ Object.assign(
  {},
  coreWords,
  splitWords,
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
export const orThrow = /* @__PURE__ */ orThrowWith(describeError('en'))
