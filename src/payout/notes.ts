/** What a payout notes: worth a look, but not wrong. */
import { isLeft } from 'fp-ts/lib/Either.js'
import type { CivilDate } from '../core/date.js'
import { formatAmount } from '../core/money.js'
import { paymentId, type Draft, type Standing } from './draft.js'
import type { PayoutNote, TaxOnDebit } from './fault.js'
import { vatRateAt } from './history.js'
import type { Rules } from './payee.js'
import { noPayments, type Books } from './books.js'
import { regimeAt } from './regime.js'
import { taxOn } from './tax.js'
import { incomeOf, spanOf } from './withhold.js'

/** Notes on a payout. */
export const notesOf = (
  rules: Rules,
  at: CivilDate,
  books: Books,
  standings: readonly Standing[],
  drafts: readonly Draft[],
): readonly PayoutNote[] => {
  const money = formatAmount(rules.currency)
  return [
    ...standings.flatMap((standing): readonly PayoutNote[] => {
      const { party, balance } = standing
      const id = paymentId(books.agreement, party, at)
      if (balance < 0n) {
        const debit = { _tag: 'InDebit', name: party, amount: money(balance) } as const
        return [debit, ...taxOnDebit(rules, at, books, standing)]
      }
      if (balance === 0n || party === rules.payer) return []
      if (!rules.payees.has(party)) return [{ _tag: 'NotAPayee', party, amount: money(balance) }]
      return books.payments?.has(id) === true ? [{ _tag: 'PaidAlready', party, id }] : []
    }),
    ...drafts.flatMap(({ withheld }) =>
      withheld.flatMap((one): readonly PayoutNote[] => {
        if (one === undefined || one.before <= one.tax.due) return []
        const { person, regime, before, tax } = one
        const amount = money(before - tax.due)
        return [{ _tag: 'WithheldInExcess', person, regime: regime.id, amount }]
      }),
    ),
  ]
}

/** The latest payments of a party, up to its debit, were too much by hindsight: per month before
 * this one, the income that was none and the tax withheld on it. A debit of this month needs no
 * correction, since the month's counter is not closed. */
const taxOnDebit = (
  rules: Rules,
  at: CivilDate,
  { payments = noPayments }: Books,
  { party, balance }: Standing,
): readonly TaxOnDebit[] => {
  const payee = rules.payees.get(party)
  const withhold = payee?.pooled === true ? undefined : payee?.members[0]?.persons[0]?.withhold
  if (payee === undefined || withhold === undefined) return []
  const money = formatAmount(rules.currency)
  const mine = [...payments.values()].filter((payment) => payment.party === party)
  const months = [...new Set(mine.map((payment) => spanOf('month', payment.at)))].sort().reverse()
  let debit = -balance
  return months.flatMap((month): readonly TaxOnDebit[] => {
    const paid = mine.filter((payment) => spanOf('month', payment.at) === month)
    const gross = paid.reduce((sum, payment) => sum + payment.gross, 0n)
    const withheld = paid.reduce((sum, payment) => sum + payment.withheld, 0n)
    const income = debit < gross ? debit : gross
    debit -= income
    const [first] = paid
    const regime = first && regimeAt(rules.regimes)(withhold.regime, first.at)
    const terms = regime?.withhold?.items[withhold.item]
    if (
      income === 0n ||
      first === undefined ||
      terms === undefined ||
      month === spanOf('month', at)
    )
      return []
    if (regime?.withhold?.span !== 'month') return []
    const { treaty, allowances } = withhold
    const vat = vatRateAt(rules, payee, first.at)
    if (isLeft(vat)) return []
    const left = incomeOf([{ gross: gross - income, vat: vat.right }])
    const { due } = taxOn(terms, { allowances, ...(treaty && { treaty }) })(left)
    return [{ _tag: 'TaxOnDebit', party, month, income: money(income), tax: money(withheld - due) }]
  })
}
