/** Amounts of money: whole minor units of one currency, read from and written as major units.
 *
 *  12.34 CNY is 1234n. At most 38 digits, which is what databases hold (`NUMERIC(38,0)`). */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Currency } from './currency.js'
import { formatScaled } from './ratio.js'

export type AmountFault =
  | { readonly _tag: 'NotAnAmount'; readonly text: string }
  | {
      readonly _tag: 'TooManyDecimals'
      readonly text: string
      readonly currency: string
      readonly digits: number
    }
  | { readonly _tag: 'AmountTooLarge'; readonly text: string }

/** Reads `10000.00` or `500` as minor units of a currency.
 * @param currency gives the number of decimals allowed
 * @returns Left NotAnAmount for a sign, comma, exponent or anything else that is not digits with
 *   at most one point; Left TooManyDecimals when there are more decimals than the currency has,
 *   even zeros; Left AmountTooLarge beyond 38 digits
 * @example
 * import { parseAmount } from 'data-dividend'
 * parseAmount({ code: 'CNY', digits: 2 })('10000.5') // => right(1000050n) */
export const parseAmount =
  (currency: Currency) =>
  (text: string): Either<AmountFault, bigint> => {
    const found = text.length <= 200 ? /^(\d+)(?:\.(\d+))?$/.exec(text) : null
    if (found === null) return left({ _tag: 'NotAnAmount', text: text.slice(0, 200) })
    const [, whole = '', places = ''] = found
    const { code, digits } = currency
    if (places.length > digits) {
      return left({ _tag: 'TooManyDecimals', text, currency: code, digits })
    }
    const minor = BigInt(whole + places.padEnd(digits, '0'))
    return minor > largestMinor ? left({ _tag: 'AmountTooLarge', text }) : right(minor)
  }

/** As `parseAmount`, with an optional minus before the digits.
 * @example
 * import { parseSignedAmount } from 'data-dividend'
 * parseSignedAmount({ code: 'JPY', digits: 0 })('-12') // => right(-12n) */
export const parseSignedAmount =
  (currency: Currency) =>
  (text: string): Either<AmountFault, bigint> => {
    const negative = text.startsWith('-')
    const minor = parseAmount(currency)(negative ? text.slice(1) : text)
    return isLeft(minor) || !negative ? minor : right(-minor.right)
  }

/** Minor units written in major units, with all the currency's decimals and no grouping.
 * @example
 * import { formatAmount } from 'data-dividend'
 * formatAmount({ code: 'CNY', digits: 2 })(-5n) // => '-0.05' */
export const formatAmount =
  (currency: Currency) =>
  (minor: bigint): string =>
    formatScaled(minor, currency.digits)

/** 10^38 − 1: the largest amount in minor units. */
export const largestMinor = 10n ** 38n - 1n
