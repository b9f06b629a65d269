/** Reading regimes of tax that a file of rules adds. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { currencyOf, type Currency } from '../core/currency.js'
import type { Path } from '../core/error.js'
import { readAmount, readDate, readRate } from '../agreement/read.js'
import type { PayoutFault } from './fault.js'
import type { Deduction, ItemTerms, Regime, TaxBand } from './regime.js'
import type { ItemRule, RegimeRule } from './rules.js'

type Read<A> = Either<PayoutFault, A>

/** Reads a regime. @returns Left with its first fault */
export const readRegime = (rule: RegimeRule, path: Path): Read<Regime> => {
  const currency = currencyOf(rule.currency)
  if (isLeft(currency)) return left({ ...currency.left, path: [...path, 'currency'] })
  const from = readDate(rule.from, [...path, 'from'])
  if (isLeft(from)) return from
  const to = rule.to === undefined ? right(undefined) : readDate(rule.to, [...path, 'to'])
  if (isLeft(to)) return to
  const vatRate =
    rule.vatRate === undefined ? right(undefined) : readRate(rule.vatRate, [...path, 'vatRate'])
  if (isLeft(vatRate)) return vatRate
  const items: [string, ItemTerms][] = []
  for (const [name, item] of Object.entries(rule.items ?? {})) {
    const terms = readItem(currency.right, item, [...path, 'items', name])
    if (isLeft(terms)) return terms
    items.push([name, terms.right])
  }
  const { id, name = id, source, article, span = 'month' } = rule
  return right({
    id,
    name: typeof name === 'string' ? { en: name, zh: name } : name,
    source,
    ...(article === undefined ? {} : { article }),
    from: from.right,
    ...(to.right === undefined ? {} : { to: to.right }),
    currency: currency.right.code,
    ...(vatRate.right === undefined ? {} : { vatRate: vatRate.right }),
    ...(items.length === 0 ? {} : { withhold: { span, items: Object.fromEntries(items) } }),
  })
}

const readItem = (currency: Currency, rule: ItemRule, path: Path): Read<ItemTerms> => {
  const money = readAmount(currency)
  const deduction = readDeduction(currency, rule.deduction, [...path, 'deduction'])
  if (isLeft(deduction)) return deduction
  const part = rule.part === undefined ? right(undefined) : readRate(rule.part, [...path, 'part'])
  if (isLeft(part)) return part
  const monthly =
    rule.monthly === undefined ? right(undefined) : money(rule.monthly, [...path, 'monthly'])
  if (isLeft(monthly)) return monthly
  const bands: TaxBand[] = []
  for (const [index, band] of rule.bands.entries()) {
    const at = [...path, 'bands', index]
    const upTo = band.upTo === undefined ? right(undefined) : money(band.upTo, [...at, 'upTo'])
    if (isLeft(upTo)) return upTo
    const rate = readRate(band.rate, [...at, 'rate'])
    if (isLeft(rate)) return rate
    const quick = money(band.quick ?? '0', [...at, 'quick'])
    if (isLeft(quick)) return quick
    bands.push({
      ...(upTo.right === undefined ? {} : { upTo: upTo.right }),
      rate: rate.right,
      quick: quick.right,
    })
  }
  return right({
    ...(deduction.right === undefined ? {} : { deduction: deduction.right }),
    ...(part.right === undefined ? {} : { part: part.right }),
    ...(monthly.right === undefined ? {} : { monthly: monthly.right }),
    bands,
  })
}

const readDeduction = (
  currency: Currency,
  rule: ItemRule['deduction'],
  path: Path,
): Read<Deduction | undefined> => {
  if (rule === undefined) return right(undefined)
  const rate = readRate(rule.rate, [...path, 'rate'])
  if (isLeft(rate)) return rate
  if (rule.flat === undefined) return right({ rate: rate.right })
  const amount = readAmount(currency)(rule.flat.amount, [...path, 'flat', 'amount'])
  if (isLeft(amount)) return amount
  const upTo = readAmount(currency)(rule.flat.upTo, [...path, 'flat', 'upTo'])
  if (isLeft(upTo)) return upTo
  return right({ rate: rate.right, flat: { amount: amount.right, upTo: upTo.right } })
}
