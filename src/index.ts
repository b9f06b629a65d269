/** The heart of the library: numbers, splits, parties, agreements and their settlement. */
import { coreWords, describeFault, orThrowWith } from './core/index.js'
import { splitWords } from './split/index.js'

export * from './core/index.js'
export * from './chain/index.js'
export * from './split/index.js'

/** Says a fault in words: `describeError('en')(fault)`.
 * @example
 * import { describeError } from 'data-dividend'
 * const fault = { _tag: 'NotARatio', text: '1e3' }
 * describeError('en')(fault) // => '"1e3" is not a ratio; write 0.153, 15.3% or 153/1000' */
export const describeError = describeFault({ ...coreWords, ...splitWords })

/** The value of a Right; a Left is thrown as an Error in English. For scripts: nothing else throws.
 * @example
 * import { orThrow, parseRatio } from 'data-dividend'
 * orThrow(parseRatio('8%')) // => { num: 2n, den: 25n } */
export const orThrow = orThrowWith(describeError('en'))
