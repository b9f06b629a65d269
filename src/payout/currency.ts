/** Conversion: the whole once, then the split; never each part.
 *
 *  converted = half-up(amount × rate) or half-up(amount ÷ rate), in the other currency's digits.
 *  The rate is on record with its time and source. Source: docs/payout/currency.md */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Currency } from '../core/currency.js'
import type { CivilDate } from '../core/date.js'
import { divHalfUp } from '../core/divide.js'
import type { Path } from '../core/error.js'
import { currencyOf } from '../core/currency.js'
import { parseRatio, type Ratio } from '../core/ratio.js'
import { readDate, readText } from '../agreement/read.js'
import type { PayoutFault } from './fault.js'
import type { RateRule } from './rules.js'

/** 1 base is `rate` quote, from a day on. 汇率 */
export interface ExchangeRate {
  readonly base: Currency
  readonly quote: Currency
  readonly rate: Ratio
  readonly from: CivilDate
  readonly to?: CivilDate
  readonly time: string
  readonly source: string
}

/** An amount in the other of a rate's currencies, in that currency's minor units.
 *
 *  half-up(amount × rate), or half-up(amount ÷ rate) from quote to base
 * @param rate above zero
 * @param amount minor units of the one currency
 * laws: monotone; 0 stays 0
 * @example
 * import { convert } from 'data-dividend/payout'
 * const rate = {
 *   base: { code: 'USD', digits: 2 }, quote: { code: 'CNY', digits: 2 },
 *   rate: { num: 71234n, den: 10000n },
 * }
 * convert(rate)('USD')(100000n) // => 712340n */
export const convert =
  ({ base, quote, rate }: Pick<ExchangeRate, 'base' | 'quote' | 'rate'>) =>
  (from: string) =>
  (amount: bigint): bigint => {
    const [scaleBase, scaleQuote] = [10n ** BigInt(base.digits), 10n ** BigInt(quote.digits)]
    return from === base.code ?
        divHalfUp(amount * rate.num * scaleQuote, rate.den * scaleBase)
      : divHalfUp(amount * rate.den * scaleBase, rate.num * scaleQuote)
  }

/** The rate between two currencies that stands at a date; the latest where several do.
 * @returns Left NotInForce when none stands */
export const rateAt =
  (rates: readonly ExchangeRate[]) =>
  (a: string, b: string, at: CivilDate): Either<PayoutFault, ExchangeRate> => {
    const pair = rates.filter(
      ({ base, quote }) =>
        (base.code === a && quote.code === b) || (base.code === b && quote.code === a),
    )
    const found = pair
      .filter(({ from, to }) => from <= at && (to === undefined || at < to))
      .reduce<ExchangeRate | undefined>(
        (latest, one) => (latest === undefined || one.from >= latest.from ? one : latest),
        undefined,
      )
    return found === undefined ?
        left({ _tag: 'NotInForce', rule: `${a}/${b}`, at, periods: periodsOf(pair) })
      : right(found)
  }

/** When the regimes or rates of a name stand, for a fault that tells. */
export const periodsOf = (
  known: readonly { readonly from: CivilDate; readonly to?: CivilDate }[],
): readonly string[] => known.map(({ from, to }) => `${from}…${to ?? ''}`)

/** Reads a rate. @returns Left with its first fault */
export const readExchangeRate = (rule: RateRule, path: Path): Either<PayoutFault, ExchangeRate> => {
  const base = currencyOf(rule.base)
  if (isLeft(base)) return left({ ...base.left, path: [...path, 'base'] })
  const quote = currencyOf(rule.quote)
  if (isLeft(quote)) return left({ ...quote.left, path: [...path, 'quote'] })
  const text = readText(rule.rate, [...path, 'rate'])
  if (isLeft(text)) return text
  const rate = parseRatio(text.right)
  if (isLeft(rate)) return left({ ...rate.left, path: [...path, 'rate'] })
  if (rate.right.num <= 0n) {
    return left({ _tag: 'NotAboveZero', text: text.right, path: [...path, 'rate'] })
  }
  const from = readDate(rule.from, [...path, 'from'])
  if (isLeft(from)) return from
  const to = rule.to === undefined ? right(undefined) : readDate(rule.to, [...path, 'to'])
  if (isLeft(to)) return to
  return right({
    base: base.right,
    quote: quote.right,
    rate: rate.right,
    from: from.right,
    ...(to.right === undefined ? {} : { to: to.right }),
    time: rule.time,
    source: rule.source,
  })
}
