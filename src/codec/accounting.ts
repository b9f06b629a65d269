/** Books as a file: `format: "data-dividend/books@1"`, amounts as text in major units. */
import { formatAmount } from '../core/money.js'
import {
  balanceLines,
  disclosureOf,
  notesOf,
  tiesOf,
  vouchersOf,
  type Books,
  type PartyTie,
  type TableId,
} from '../accounting/index.js'

export const booksFormat = 'data-dividend/books@1'

/** The books of a year as the text of a file.
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { booksToJson } from 'data-dividend/codec'
 * import { keepBooks } from 'data-dividend/accounting'
 * const until = orThrow(parseDate('2026-12-31'))
 * const books = orThrow(keepBooks(until)({ register: 'r', currency: 'CNY', events: [] }))
 * Object.keys(JSON.parse(booksToJson(2026, [])(books)))
 * // => ['format', 'register', 'framework', 'currency', 'year', 'balance', 'tables', 'ties',
 * //   'notes', 'parties', 'vouchers', 'warnings'] */
export const booksToJson =
  (year: number, parties: readonly PartyTie[]) =>
  (books: Books): string => {
    const money = formatAmount(books.currency)
    const tables = (['I', 'II'] as const).map((table) => disclosureOf(table, year)(books))
    const file = {
      format: booksFormat,
      register: books.register.register,
      framework: books.framework.id,
      currency: books.currency.code,
      year,
      balance: balanceLines(year)(books).map(({ id, close, open }) => ({
        id,
        close: money(close),
        open: money(open),
      })),
      tables: Object.fromEntries(
        tables.map(({ table, cells }) => [
          table satisfies TableId,
          Object.fromEntries(
            [...cells].map(([id, { bought, made, other, total }]) => [
              id,
              {
                bought: money(bought),
                made: money(made),
                other: money(other),
                total: money(total),
              },
            ]),
          ),
        ]),
      ),
      ties: tables.flatMap((table) =>
        tiesOf(table)(books).map(({ id, column, one, other }) => ({
          table: table.table,
          id,
          column,
          one: money(one),
          other: money(other),
        })),
      ),
      notes: notesOf(year)(books),
      parties: parties.map(({ party, owed, awaited, settled, paid }) => ({
        party,
        owed: money(owed),
        awaited: money(awaited),
        settled: money(settled),
        paid: money(paid),
      })),
      vouchers: vouchersOf(year)(books.vouchers).within.map(({ id, at, event, text, entries }) => ({
        id,
        at,
        event,
        text,
        entries: entries.map((entry) => ({ ...entry, amount: money(entry.amount) })),
      })),
      warnings: books.notes,
    }
    return `${JSON.stringify(file, null, 1)}\n`
  }
