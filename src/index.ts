/** The heart of the library: numbers, splits, parties, agreements and their settlement. */
import { coreWords, describeFault, orThrowWith } from './core/index.js'

export * from './core/index.js'

/** Says a fault in words: `describeError('en')(fault)`. */
export const describeError = describeFault(coreWords)

/** The value of a Right; a Left is thrown as an Error in English. For scripts: nothing else throws.
 * @example
 * import { orThrow, parseRatio } from 'data-dividend'
 * orThrow(parseRatio('8%')) // => { num: 2n, den: 25n } */
export const orThrow = orThrowWith(describeError('en'))
