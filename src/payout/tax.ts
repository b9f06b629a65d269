/** The tax on a counter of income, and its reasons.
 *
 *  base = max(0, (income − flat, or income × (1 − deduction)) × part − allowances)
 *  tax = half-up(rate × base − quick), rounded once
 *  As a function of whole minor units each tax begins at 0 and rises by 0 or 1, so that many small
 *  payments owe what one large one owes. Source: docs/payout/withholding.md */
import { divHalfUp } from '../core/divide.js'
import type { Explained } from '../core/explained.js'
import { formatAmount } from '../core/money.js'
import type { Currency } from '../core/currency.js'
import {
  compareRatio,
  formatPercent,
  formatRatio,
  mulRatio,
  one,
  ratio,
  subRatio,
  zero,
  type Ratio,
} from '../core/ratio.js'
import type { ItemTerms, TaxBand } from './regime.js'

/** What a person's particulars change in the tax. */
export interface Particulars {
  /** Months of income in a row this year, this month included. */
  readonly months?: number
  /** Exempt income and other deductions of the year so far, minor units. */
  readonly allowances?: bigint
  /** A rate of a tax treaty, in place of the tables. */
  readonly treaty?: Ratio
}

/** A tax on an income. Minor units. */
export interface Tax {
  readonly income: Ratio
  readonly base: Ratio
  readonly band: TaxBand
  readonly due: bigint
}

/** The tax on an income, in minor units.
 * @example
 * import { orThrow } from 'data-dividend'
 * import { regimes, taxOn } from 'data-dividend/payout'
 * const royalty = regimes[0]?.withhold?.items['royalty'] ?? { bands: [] }
 * taxOn(royalty, {})({ num: 300000n, den: 1n }).due // => 44000n */
export const taxOn =
  (terms: ItemTerms, particulars: Particulars) =>
  (income: Ratio): Tax => {
    const { treaty } = particulars
    if (treaty !== undefined) {
      const band = { rate: treaty, quick: 0n }
      return { income, base: income, band, due: dueBy(band, income) }
    }
    const base = baseOf(terms, particulars)(income)
    const band = bandAt(terms.bands, base)
    return { income, base, band, due: dueBy(band, base) }
  }

/** The tax as a tree, whose `income` is given as a figure. */
export const explainTax =
  (currency: Currency, terms: ItemTerms, particulars: Particulars, source: string) =>
  (income: Explained, tax: Tax): Explained => {
    const money = formatAmount(currency)
    const { band, due } = tax
    const quick = band.quick === 0n ? [] : [{ label: 'quick', value: money(band.quick) }]
    const product = quick.length > 0 ? 'rate × base − quick' : 'rate × base'
    const shown = explainBase(currency, terms, particulars)(income, tax)
    return {
      label: 'due',
      value: money(due),
      source,
      formula: `halfUp(${product}, ${String(currency.digits)})`,
      inputs: [{ label: 'rate', value: formatPercent(band.rate) }, shown, ...quick],
    }
  }

/** Minor units that need not be whole, in major units. */
export const exactMajor =
  ({ digits }: Currency) =>
  ({ num, den }: Ratio): string =>
    formatRatio(ratio(num, den * 10n ** BigInt(digits)))

const baseOf =
  (terms: ItemTerms, { months = 0, allowances = 0n }: Particulars) =>
  (income: Ratio): Ratio => {
    const { deduction, part = one, monthly = 0n } = terms
    const flat = flatOf(terms, income)
    const kept =
      flat !== undefined ? subRatio(income, ratio(flat))
      : deduction === undefined ? income
      : mulRatio(income, subRatio(one, deduction.rate))
    const less = ratio(monthly * BigInt(months) + allowances)
    const base = subRatio(mulRatio(kept, part), less)
    return base.num < 0n ? zero : base
  }

const flatOf = ({ deduction }: ItemTerms, income: Ratio): bigint | undefined =>
  deduction?.flat !== undefined && compareRatio(income, ratio(deduction.flat.upTo)) <= 0 ?
    deduction.flat.amount
  : undefined

const bandAt = (bands: readonly TaxBand[], base: Ratio): TaxBand =>
  bands.find(({ upTo }) => upTo === undefined || compareRatio(base, ratio(upTo)) <= 0) ?? {
    rate: zero,
    quick: 0n,
  }

const dueBy = ({ rate, quick }: TaxBand, base: Ratio): bigint => {
  const { num, den } = subRatio(mulRatio(rate, base), ratio(quick))
  return divHalfUp(num, den)
}

const explainBase =
  (currency: Currency, terms: ItemTerms, particulars: Particulars) =>
  (income: Explained, tax: Tax): Explained => {
    const { months = 0, allowances = 0n, treaty } = particulars
    const common = { label: 'base', value: exactMajor(currency)(tax.base) }
    if (treaty !== undefined) return { ...common, formula: 'income', inputs: [income] }
    const money = formatAmount(currency)
    const { deduction, part, monthly } = terms
    const inputs: Explained[] = [income]
    const named = (label: string, value: string): string => {
      inputs.push({ label, value })
      return label
    }
    const flat = flatOf(terms, tax.income)
    const kept =
      flat !== undefined ? `(income − ${named('flat', money(flat))})`
      : deduction === undefined ? 'income'
      : `income × (1 − ${named('deduction', formatPercent(deduction.rate))})`
    const counted = part === undefined ? kept : `${kept} × ${named('part', formatPercent(part))}`
    const perMonth =
      monthly === undefined ? '' : (
        ` − ${named('monthly', money(monthly))} × ${named('months', String(months))}`
      )
    const other = allowances === 0n ? '' : ` − ${named('allowances', money(allowances))}`
    return { ...common, formula: `max(0, ${counted}${perMonth}${other})`, inputs }
  }
