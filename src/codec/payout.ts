/** A payout as a file: `format: "data-dividend/payout@1"`, amounts as text in major units. */
import type { CivilDate } from '../core/date.js'
import { formatAmount } from '../core/money.js'
import { formatRatio } from '../core/ratio.js'
import type { Books } from '../payout/books.js'
import type { Balance, Instruction, Payout } from '../payout/payout.js'
import { knownCurrency } from './minor.js'

export const payoutFormat = 'data-dividend/payout@1'

/** A payout as the text of a file; its `events` can be settled as they are.
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { payoutToJson } from 'data-dividend/codec'
 * const books = { agreement: 'pair', currency: 'CNY', totals: new Map<string, bigint>() }
 * const empty = { instructions: [], events: [], balances: [], taxes: [], notes: [] }
 * Object.keys(JSON.parse(payoutToJson(books, orThrow(parseDate('2026-07-31')), empty)))
 * // => ['format', 'agreement', 'currency', 'date', 'instructions', 'balances', 'taxes', 'events',
 * //   'notes'] */
export const payoutToJson = (
  { agreement, currency }: Pick<Books, 'agreement' | 'currency'>,
  date: CivilDate,
  { instructions, events, balances, taxes, notes }: Payout,
): string => {
  const money = formatAmount(knownCurrency(currency))
  const file = {
    format: payoutFormat,
    agreement,
    currency,
    date,
    instructions: instructions.map(instructionJson(money)),
    balances: balances.map(balanceJson(money)),
    taxes: taxes.map((tax) => ({ ...tax, amount: money(tax.amount) })),
    events,
    notes,
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

const instructionJson = (money: (minor: bigint) => string) => (one: Instruction) => {
  const paid = formatAmount(one.currency)
  return {
    ...one,
    gross: money(one.gross),
    withheld: money(one.withheld),
    net: money(one.net),
    taxes: one.taxes.map((tax) => ({ ...tax, amount: money(tax.amount) })),
    vat: one.vat && { ...one.vat, net: money(one.vat.net), tax: money(one.vat.tax) },
    amount: paid(one.amount),
    currency: one.currency.code,
    conversion: one.conversion && { ...one.conversion, rate: formatRatio(one.conversion.rate) },
    persons: one.persons?.map((person) => ({
      person: person.person,
      gross: money(person.gross),
      withheld: money(person.withheld),
      net: money(person.net),
      amount: paid(person.amount),
    })),
  }
}

const balanceJson =
  (money: (minor: bigint) => string) =>
  ({ party, earned, paid, withheld, held, carried }: Balance) => ({
    party,
    earned: money(earned),
    paid: money(paid),
    withheld: money(withheld),
    held: money(held),
    carried: money(carried),
  })
