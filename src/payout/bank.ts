/** The bank's file: one row an instruction, under the ids that the `pay` events carry. */
import { formatAmount } from '../core/money.js'
import type { Instruction } from './payout.js'

/** Rows of a bank's file, the first one its heads. All cells are text; amounts are major units of
 * the row's currency. An instruction of 0, all of it withheld, has no row.
 * @example
 * import { bankRows } from 'data-dividend/payout'
 * bankRows([])[0] // => ['id', 'date', 'party', 'holder', 'account', 'currency', 'amount'] */
export const bankRows = (instructions: readonly Instruction[]): readonly (readonly string[])[] => [
  ['id', 'date', 'party', 'holder', 'account', 'currency', 'amount'],
  ...instructions
    .filter(({ amount }) => amount > 0n)
    .map(({ id, at, party, holder, account, currency, amount }) => [
      id,
      at,
      party,
      holder,
      account,
      currency.code,
      formatAmount(currency)(amount),
    ]),
]

/** The list that goes with payments to pooled payees: each member's gross, tax, net and part of
 * what the bank moves. `currency` is that of the gross, as in the agreement.
 * @example
 * import { personRows } from 'data-dividend/payout'
 * personRows({ code: 'CNY', digits: 2 })([])[0]?.length // => 7 */
export const personRows =
  (currency: Instruction['currency']) =>
  (instructions: readonly Instruction[]): readonly (readonly string[])[] => {
    const money = formatAmount(currency)
    return [
      ['id', 'person', 'gross', 'withheld', 'net', 'currency', 'amount'],
      ...instructions.flatMap(({ id, persons = [], currency: paid }) =>
        persons.map(({ person, gross, withheld, net, amount }) => [
          id,
          person,
          money(gross),
          money(withheld),
          money(net),
          paid.code,
          formatAmount(paid)(amount),
        ]),
      ),
    ]
  }
