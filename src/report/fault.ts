/** Every fault and note of the library in words: where, what is wrong, and what to do next. */
import { describeFault, type Fault, type Lang, type Words } from '../core/error.js'
import { coreWords } from '../core/words.js'
import { accountingWords } from '../accounting/words.js'
import { agreementWords } from '../agreement/words.js'
import { chainWords } from '../chain/words.js'
import { codecWords } from '../codec/words.js'
import { contributionWords } from '../contribution/words.js'
import { payoutWords } from '../payout/words.js'
import { settlementWords } from '../settlement/words.js'
import { splitWords } from '../split/words.js'
import { valuationWords } from '../valuation/words.js'
import { reportWords } from './words.js'

/** The sentences of all rooms. */
export const faultWords: Words = {
  ...coreWords,
  ...splitWords,
  ...chainWords,
  ...contributionWords,
  ...agreementWords,
  ...settlementWords,
  ...payoutWords,
  ...valuationWords,
  ...accountingWords,
  ...codecWords,
  ...reportWords,
}

/** Says a fault or a note in words.
 * @example
 * import { describeError } from 'data-dividend/report'
 * describeError('en')({ _tag: 'NoEnd', path: ['flow'] })
 * // => 'flow: money is left at the end; end with share or along' */
export const describeError: (lang: Lang) => (fault: Fault) => string = describeFault(faultWords)
