/** Books as a journal of hledger: balanced postings, accounts by code and name, and a closing
 *  assertion on every account.
 *
 *  Two spaces part account and amount (one would make the amount part of the name); no digit
 *  grouping; the commodity is declared, so that `1000.00` is never read another way. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
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

/** The text of a journal.
 * @param chart what accounts are called
 * @returns Left NoAccount for a role that is posted to but not in the chart
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { enterpriseChart, keepBooks } from 'data-dividend/accounting'
 * import { hledgerJournal } from 'data-dividend/report'
 * const until = orThrow(parseDate('2026-12-31'))
 * const books = orThrow(keepBooks(until)({ register: 'r', currency: 'CNY', events: [] }))
 * orThrow(hledgerJournal('zh', enterpriseChart)(books)) // => 'commodity 1000.00 CNY\n' */
export const hledgerJournal =
  (lang: Lang, chart: Chart) =>
  (books: Pick<Books, 'vouchers' | 'currency'>): Either<NoAccount, string> => {
    const { currency, vouchers } = books
    const money = formatAmount(currency)
    const names = ledgerNames(
      chart,
      vouchers,
    )((role, { code, name }, party) => {
      const base = `${roots[elementOf(role)][lang]}:${plain(code)} ${plain(name[lang])}`
      return party === undefined ? base : `${base}:${plain(party)}`
    })
    if (isLeft(names)) return names
    const nameOf = (key: string): string => names.right.get(key) ?? key
    const sample = money(1000n * 10n ** BigInt(currency.digits))
    const declared = [...names.right.values()].map(
      (name) => `account ${name}  ; type:${types[name.split(':')[0] ?? ''] ?? 'A'}\n`,
    )
    const written = numbered(vouchers).map(({ voucher: { at, text, entries, id }, number }) => {
      const lines = entries.map(({ role, side, amount, party, asset }) => {
        const signed = side === 'debit' ? amount : -amount
        const note = asset === undefined ? '' : `  ; asset: ${oneLine(asset)}`
        return `    ${nameOf(keyOf(role, party))}  ${money(signed)} ${currency.code}${note}\n`
      })
      const about = `(记-${String(number)}) ${oneLine(text[lang])}  ; id: ${oneLine(id)}`
      return `\n${at} ${about}\n${lines.join('')}`
    })
    const last = vouchers.at(-1)?.at
    const balances = [...partyBalancesOf(vouchers)].map(
      ([key, amount]) =>
        `    ${nameOf(key)}  0 ${currency.code} = ${money(amount)} ${currency.code}\n`,
    )
    const closing = last === undefined ? '' : `\n${last} closing balances\n${balances.join('')}`
    return right(
      `commodity ${sample} ${currency.code}\n${declared.join('')}${written.join('')}${closing}`,
    )
  }

/** A colon would begin a sub-account, two spaces would end the name, a semicolon a comment. */
const plain = (text: string): string =>
  text
    .replace(/[:;\s]+/gu, ' ')
    .trim()
    .replace(/^[([]/u, '（')

const oneLine = (text: string): string => text.replace(/[;|,:\s]+/gu, ' ').trim()

const roots: Readonly<Record<Element, Readonly<Record<Lang, string>>>> = {
  asset: { en: 'assets', zh: '资产' },
  liability: { en: 'liabilities', zh: '负债' },
  equity: { en: 'equity', zh: '权益' },
  income: { en: 'income', zh: '收入' },
  expense: { en: 'expenses', zh: '费用' },
  production: { en: 'assets', zh: '资产' },
}

const types: Readonly<Record<string, string>> = {
  assets: 'A',
  资产: 'A',
  liabilities: 'L',
  负债: 'L',
  equity: 'E',
  权益: 'E',
  income: 'R',
  收入: 'R',
  expenses: 'X',
  费用: 'X',
}
