/** Figures of the books as trees: a cell of a table down to its vouchers, a charge down to its
 *  weights. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Currency } from '../core/currency.js'
import type { Explained } from '../core/explained.js'
import { formatAmount } from '../core/money.js'
import type { Books } from './fold.js'
import type { Voucher } from './journal.js'
import type { TableId } from './move.js'
import { nextMonth, chargeTo, type Plan } from './plan.js'
import { tableColumns, tableRows } from './table-rows.js'
import { disclosureOf, vouchersOf } from './tables.js'

/** A cell that no table has. */
export interface NoSuchCell {
  readonly _tag: 'NoSuchCell'
  readonly cell: string
  readonly rows: readonly string[]
}

/** Explains a cell, `I/cost.close/bought`: sums of rows and columns, then vouchers.
 * @returns Left NoSuchCell with the rows that there are
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { explainCell, keepBooks } from 'data-dividend/accounting'
 * const until = orThrow(parseDate('2026-12-31'))
 * const books = orThrow(keepBooks(until)({ register: 'r', currency: 'CNY', events: [] }))
 * orThrow(explainCell(2026)(books)('II/cost.open/total')).value // => '0.00' */
export const explainCell =
  (year: number) =>
  (books: Pick<Books, 'vouchers' | 'currency'>) =>
  (cell: string): Either<NoSuchCell, Explained> => {
    const [table = '', id = '', column = ''] = cell.split('/')
    const rows =
      table === 'I' || table === 'II' ? tableRows[table].filter(({ head }) => head !== true) : []
    const row = rows.find((one) => one.id === id)
    const of = tableColumns.find((one) => one === column)
    if ((table !== 'I' && table !== 'II') || row === undefined || of === undefined) {
      return left({ _tag: 'NoSuchCell', cell, rows: rows.map((one) => one.id) })
    }
    const parted = vouchersOf(year)(books.vouchers)
    const cells = disclosureOf(table, year)(books).cells
    const money = formatAmount(books.currency)
    return right(treeOf({ table, parted, cells, money })(cell, id, of))
  }

interface Sheet {
  readonly table: TableId
  readonly parted: ReturnType<ReturnType<typeof vouchersOf>>
  readonly cells: ReturnType<ReturnType<typeof disclosureOf>>['cells']
  readonly money: (minor: bigint) => string
}

type Named = (typeof tableColumns)[number]

const treeOf =
  (sheet: Sheet) =>
  (label: string, id: string, column: Named): Explained => {
    const { cells, money } = sheet
    const value = money(cells.get(id)?.[column] ?? 0n)
    const input = (name: string, to: string, of: Named = column) => treeOf(sheet)(name, to, of)
    const [block = '', way = '', sub] = id.split('.')
    if (column === 'total') {
      const parts = (['bought', 'made', 'other'] as const).map((of) => input(of, id, of))
      return { label, value, formula: 'bought + made + other', inputs: parts }
    }
    if (block === 'carrying') {
      const has = cells.has(`amortisation.${way}`)
      return {
        label,
        value,
        formula: has ? 'cost − amortisation − provision' : 'cost − provision',
        inputs: [
          input('cost', `cost.${way}`),
          ...(has ? [input('amortisation', `amortisation.${way}`)] : []),
          input('provision', `provision.${way}`),
        ],
      }
    }
    if (way === 'close') {
      return {
        label,
        value,
        formula: 'open + increase − decrease',
        inputs: [
          input('open', `${block}.open`),
          input('increase', `${block}.increase`),
          input('decrease', `${block}.decrease`),
        ],
      }
    }
    const parts = sub === undefined ? [...cells.keys()].filter((k) => k.startsWith(`${id}.`)) : []
    if (parts.length > 0) {
      return {
        label,
        value,
        formula: parts.map((part) => part.split('.')[2] ?? '').join(' + '),
        inputs: parts.map((part) => input(part.split('.')[2] ?? '', part)),
      }
    }
    return leafOf(sheet, label, value, id, column)
  }

/** The vouchers behind a row that has no rows below it. */
const leafOf = (
  { table, parted, money }: Sheet,
  label: string,
  value: string,
  id: string,
  column: Named,
): Explained => {
  const [block = '', way] = id.split('.')
  const isOpen = way === 'open'
  const amountIn = ({ moves }: Voucher): bigint =>
    moves.reduce((sum, move) => {
      if (move.table !== table || move.column !== column) return sum
      if (!isOpen) {
        return move.row === id || move.row.startsWith(`${id}.`) ? sum + move.amount : sum
      }
      if (move.row.startsWith(`${block}.increase`)) return sum + move.amount
      return move.row.startsWith(`${block}.decrease`) ? sum - move.amount : sum
    }, 0n)
  const inputs = (isOpen ? parted.before : parted.within)
    .map((voucher) => ({ voucher, amount: amountIn(voucher) }))
    .filter(({ amount }) => amount !== 0n)
    .map(({ voucher, amount }, index) => ({
      label: `voucher.${String(index + 1)}`,
      value: money(amount),
      title: voucher.text,
      source: `${voucher.at} ${voucher.id}`,
    }))
  return { label, value, formula: inputs.length === 0 ? '0' : 'Σ voucher', inputs }
}

/** Explains the next monthly charge of a plan.
 *
 *  cumulative: halfUp(base × after ÷ weights) − halfUp(base × before ÷ weights)
 * @example
 * import { exact, orThrow, redo } from 'data-dividend'
 * import { explainCharge, planOf } from 'data-dividend/accounting'
 * const tree = explainCharge({ code: 'CNY', digits: 2 })(
 *   orThrow(planOf('cumulative', [0n, 1n, 2n, 3n])(10000n)))
 * orThrow(redo(exact)(tree)) // => '33.33' */
export const explainCharge =
  (currency: Currency) =>
  (plan: Plan): Explained => {
    const money = formatAmount(currency)
    const { base, from, at, total, given, rounding } = plan
    const to = nextMonth(plan)
    const value = money(chargeTo(plan, to))
    const digits = String(currency.digits)
    const leaf = (label: string, amount: bigint) => ({ label, value: money(amount) })
    const weight = (label: string, amount: bigint) => ({ label, value: String(amount) })
    const rest = [leaf('base', base), leaf('given', given)]
    if (to === total) return { label: 'charge', value, formula: 'base − given', inputs: rest }
    if (rounding === 'remaining') {
      return {
        label: 'charge',
        value,
        formula: `halfUp((base − given) × weight ÷ left, ${digits})`,
        inputs: [...rest, weight('weight', to - at), weight('left', total - at)],
      }
    }
    return rounding === 'level' ?
        {
          label: 'charge',
          value,
          formula: `halfUp(base × weight ÷ weights, ${digits})`,
          inputs: [leaf('base', base), weight('weight', to - at), weight('weights', total - from)],
        }
      : {
          label: 'charge',
          value,
          formula: `halfUp(base × after ÷ weights, ${digits}) − given`,
          inputs: [...rest, weight('after', to - from), weight('weights', total - from)],
        }
  }
