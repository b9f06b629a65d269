/** What is withheld from one person, as a tree: the tax on the counter less what was taken. */
import type { Currency } from '../core/currency.js'
import type { Explained, Reference } from '../core/explained.js'
import { formatAmount } from '../core/money.js'
import { formatPercent } from '../core/ratio.js'
import { exactMajor, explainTax } from './tax.js'
import { incomeOf, spanOf, type Entry, type Withheld } from './withhold.js'

/** The tree of what is withheld.
 * @param gross where the gross of this payment stands in the tree, as `gross` */
export const explainWithheld =
  (currency: Currency) =>
  (withheld: Withheld, gross: Reference): Explained => {
    const { regime, terms, particulars, tax, entries, now, before, withhold } = withheld
    const money = formatAmount(currency)
    const source = [regime.id, withhold.item, regime.source, regime.article ?? '']
    const due = explainTax(currency, terms, particulars, source.filter((text) => text).join(', '))
    return {
      label: 'withheld',
      title: regime.name,
      value: money(now.withheld),
      formula: 'min(gross, max(0, due − before))',
      inputs: [
        gross,
        due(explainIncome(currency, withheld, gross), tax),
        {
          label: 'before',
          value: money(before),
          formula: 'Σ taken',
          inputs: entries.map((entry, index) => ({
            label: `taken.${String(index + 1)}`,
            value: money(entry.withheld),
            source: entry.id,
          })),
        },
      ],
    }
  }

/** The income of the counter: each payment without the tax that is part of its price. */
const explainIncome = (
  currency: Currency,
  { entries, now, regime, tax }: Withheld,
  gross: Reference,
): Explained => ({
  label: 'income',
  value: exactMajor(currency)(tax.income),
  source: spanOf(regime.withhold?.span ?? 'month', now.at),
  formula: 'Σ payment',
  inputs: [
    ...entries.map((entry, index) => {
      const value = formatAmount(currency)(entry.gross)
      return paymentFigure(currency, entry, index, { label: 'gross', value, source: entry.id })
    }),
    paymentFigure(currency, now, entries.length, gross),
  ],
})

const paymentFigure = (
  currency: Currency,
  entry: Entry,
  index: number,
  gross: Explained | Reference,
): Explained => ({
  label: `payment.${String(index + 1)}`,
  value: exactMajor(currency)(incomeOf([entry])),
  ...(entry.vat.num === 0n ?
    { formula: 'gross', inputs: [gross] }
  : {
      formula: 'gross ÷ (1 + vat)',
      inputs: [gross, { label: 'vat', value: formatPercent(entry.vat) }],
    }),
})
