/** Books as a ledger of beancount: the five English roots, every level of a name beginning with a
 *  code, every account opened, every balance asserted with no tolerance.
 *
 *  beancount infers a tolerance from the digits it sees and a `balance` is blind to 0.01 by it, so
 *  each says `~ 0`; a balance speaks of the start of its day, so closing ones stand a day later. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { dateOfDay, dayNumber, type CivilDate } from '../core/date.js'
import type { Lang } from '../core/error.js'
import { formatAmount } from '../core/money.js'
import {
  elementOf,
  partyBalancesOf,
  type Books,
  type Chart,
  type Element,
  type NoAccount,
} from '../accounting/index.js'
import { numbered } from './accounting.js'
import { keyOf, ledgerNames } from './ledger-names.js'

/** The text of a ledger.
 * @param chart what accounts are called
 * @returns Left NoAccount for a role that is posted to but not in the chart
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { enterpriseChart, keepBooks } from 'data-dividend/accounting'
 * import { beancountLedger } from 'data-dividend/report'
 * const until = orThrow(parseDate('2026-12-31'))
 * const books = orThrow(keepBooks(until)({ register: 'r', currency: 'CNY', events: [] }))
 * orThrow(beancountLedger('zh', enterpriseChart)(books))
 * // => 'option "operating_currency" "CNY"\n' */
export const beancountLedger =
  (lang: Lang, chart: Chart) =>
  (books: Pick<Books, 'vouchers' | 'currency'>): Either<NoAccount, string> => {
    const { currency, vouchers } = books
    const money = formatAmount(currency)
    const head = `option "operating_currency" "${currency.code}"\n`
    const [first, last] = [vouchers[0]?.at, vouchers.at(-1)?.at]
    if (first === undefined || last === undefined) return right(head)
    const names = ledgerNames(
      chart,
      vouchers,
    )((role, { code, name }, party) => {
      const base = `${roots[elementOf(role)]}:${component(code)}${component(name[lang])}`
      return party === undefined ? base : `${base}:P${component(party)}`
    })
    if (isLeft(names)) return names
    const nameOf = (key: string): string => names.right.get(key) ?? key
    const opens = [...names.right.values()].map(
      (name) => `${first} open ${name} ${currency.code}\n`,
    )
    const written = numbered(vouchers).map(({ voucher: { at, text, entries, id }, number }) => {
      const lines = entries.map(({ role, side, amount, party, asset }) => {
        const signed = side === 'debit' ? amount : -amount
        const note = asset === undefined ? '' : `\n    asset: "${quoted(asset)}"`
        return `  ${nameOf(keyOf(role, party))}  ${money(signed)} ${currency.code}${note}\n`
      })
      const about = `  id: "${quoted(id)}"\n  number: "记-${String(number)}"\n`
      return `\n${at} * "${quoted(text[lang])}"\n${about}${lines.join('')}`
    })
    const closing = dayAfter(last)
    const balances = [...partyBalancesOf(vouchers)].map(
      ([key, amount]) =>
        `${closing} balance ${nameOf(key)}  ${money(amount)} ~ 0 ${currency.code}\n`,
    )
    return right(`${head}${opens.join('')}${written.join('')}\n${balances.join('')}`)
  }

/** Letters, digits and hyphens stay; other characters become their code, so that names that differ
 * stay apart. */
const component = (text: string): string =>
  text.replace(/[^\p{L}\p{Nd}-]/gu, (found) =>
    found === ' ' ? '-' : `-u${(found.codePointAt(0) ?? 0).toString(16)}-`,
  )

const quoted = (text: string): string => text.replace(/["\\\n\r]/gu, ' ')

/** Years end at 9999. */
const dayAfter = (date: CivilDate): CivilDate => {
  const next = dateOfDay(dayNumber(date) + 1)
  return isLeft(next) ? date : next.right
}

const roots: Readonly<Record<Element, string>> = {
  asset: 'Assets',
  liability: 'Liabilities',
  equity: 'Equity',
  income: 'Income',
  expense: 'Expenses',
  production: 'Assets',
}
