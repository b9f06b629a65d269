/** Checking rules of payout before anyone is paid by them. */
import { isLeft } from 'fp-ts/lib/Either.js'
import type { PayoutFault } from './fault.js'
import { readRules } from './read.js'
import type { PayoutRules } from './rules.js'

/** What is wrong with rules, whatever is to be paid and when: the first fault, or nothing.
 * @example
 * import { checkRules } from 'data-dividend/payout'
 * const rules = { rules: 'r', currency: 'CNY', payer: 'x', payees: {} }
 * checkRules(rules) // => []
 * checkRules({ ...rules, payees: { a: { kind: 'individual', account: '1' } } })
 * // => [{ _tag: 'ItemMissing', party: 'a', path: ['payees', 'a', 'withhold'] }] */
export const checkRules = (rules: PayoutRules): readonly PayoutFault[] => {
  const read = readRules(rules)
  return isLeft(read) ? [read.left] : []
}
