/** Reading rules of payout: text becomes minor units, exact ratios and civil dates, each name is
 *  found, and each fault carries its path. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { currencyOf, type Currency } from '../core/currency.js'
import type { Path } from '../core/error.js'
import type { Scalar } from '../agreement/clause.js'
import { readAmount, readText } from '../agreement/read.js'
import type { ExchangeRate } from './currency.js'
import { readExchangeRate } from './currency.js'
import type { PayoutFault } from './fault.js'
import type { Payee, Rules } from './payee.js'
import { findRegime, readMembers, type Known } from './read-members.js'
import { readRegime } from './read-regime.js'
import { regimes, type Regime } from './regime.js'
import type { PayeeRule, PayoutRules } from './rules.js'

type Read<A> = Either<PayoutFault, A>

/** Reads rules.
 * @returns Left with the first fault, in written order */
export const readRules = (rules: PayoutRules): Read<Rules> => {
  const currency = readCurrency(rules.currency, ['currency'])
  if (isLeft(currency)) return currency
  const own: Regime[] = []
  for (const [index, rule] of (rules.regimes ?? []).entries()) {
    const regime = readRegime(rule, ['regimes', index])
    if (isLeft(regime)) return regime
    own.push(regime.right)
  }
  const rates: ExchangeRate[] = []
  for (const [index, rule] of (rules.rates ?? []).entries()) {
    const rate = readExchangeRate(rule, ['rates', index])
    if (isLeft(rate)) return rate
    rates.push(rate.right)
  }
  const known = { rules, currency: currency.right, regimes: [...regimes, ...own], rates }
  const payees = new Map<string, Payee>()
  for (const [party, rule] of Object.entries(rules.payees)) {
    const payee = readPayee(known, party, rule)
    if (isLeft(payee)) return payee
    payees.set(party, payee.right)
  }
  return right({
    currency: currency.right,
    payer: rules.payer,
    payees,
    rates,
    regimes: known.regimes,
  })
}

/** The currency of a code, with the path of the fault. */
export const readCurrency = (code: string, path: Path): Read<Currency> => {
  const currency = currencyOf(code)
  return isLeft(currency) ? left({ ...currency.left, path }) : currency
}

interface Readable extends Known {
  readonly rules: PayoutRules
  readonly rates: readonly ExchangeRate[]
}

const readPayee = (known: Readable, party: string, rule: PayeeRule): Read<Payee> => {
  const path = (field: string) => ['payees', party, field]
  const currency =
    rule.currency === undefined ?
      right(known.currency)
    : readCurrency(rule.currency, path('currency'))
  if (isLeft(currency)) return currency
  const [quote, base] = [currency.right.code, known.currency.code]
  if (quote !== base && !known.rates.some((rate) => joins(rate, base, quote))) {
    return left({ _tag: 'RateMissing', base, quote, path: path('currency') })
  }
  const money = readAmount(known.currency)
  const [threshold, thresholdAt] = nearest(rule, known.rules, 'threshold', party)
  const least = money(threshold ?? '0', thresholdAt)
  if (isLeft(least)) return least
  const [unit, unitAt] = nearest(rule, known.rules, 'unit', party)
  const whole = unit === undefined ? right(1n) : money(unit, unitAt)
  if (isLeft(whole)) return whole
  if (whole.right === 0n) return left({ _tag: 'NotAboveZero', text: String(unit), path: unitAt })
  if (rule.vat !== undefined) {
    const found = findRegime(known, rule.vat, 'vatRate', path('vat'))
    if (isLeft(found)) return found
  }
  const account = readText(rule.account, path('account'))
  if (isLeft(account)) return account
  const members = readMembers(known, party, rule)
  if (isLeft(members)) return members
  return right({
    party,
    account: account.right,
    holder: rule.trustee ?? nameOf(rule, party),
    threshold: least.right,
    unit: whole.right,
    currency: currency.right,
    ...(rule.vat === undefined ? {} : { vat: rule.vat }),
    members: members.right,
    pooled: rule.of !== undefined,
  })
}

/** A payee's own setting, else that of all, with its path. */
const nearest = (
  own: PayeeRule,
  all: PayoutRules,
  field: 'threshold' | 'unit',
  party: string,
): readonly [Scalar | undefined, Path] =>
  own[field] === undefined ? [all[field], [field]] : [own[field], ['payees', party, field]]

const nameOf = ({ name }: PayeeRule, party: string): string =>
  name === undefined ? party
  : typeof name === 'string' ? name
  : name.zh

const joins = (rate: ExchangeRate, a: string, b: string): boolean =>
  (rate.base.code === a && rate.quote.code === b) || (rate.base.code === b && rate.quote.code === a)
