/** The two tables of disclosure for a year, filled from the movements that vouchers carry, and the
 *  ties between them and the ledger.
 *
 *  opening + increase − decrease = closing in every block and column; sub-rows sum to their parent;
 *  carrying = cost − amortisation − provision at both dates; total = Σ columns; the closing and
 *  opening carrying amounts are the ledger's. Source: 财会〔2023〕11号 part 4 */
import type { CivilDate } from '../core/date.js'
import type { Column, MovedRow, TableId } from './move.js'
import type { Books } from './fold.js'
import { balancesOf, type Voucher } from './journal.js'
import type { Role } from './role.js'
import { tableColumns, tableRows } from './table-rows.js'

/** A table: row id to its amounts by column, minor units. */
export interface Disclosure {
  readonly table: TableId
  readonly year: number
  readonly cells: ReadonlyMap<string, Readonly<Record<Column | 'total', bigint>>>
}

/** One tie: two figures that must be the same. */
export interface Tie {
  readonly id: string
  readonly column: Column | 'total'
  readonly one: bigint
  readonly other: bigint
}

/** What belongs to a year: before its first day, and its days. Opening balances are before it. */
export interface YearOf {
  readonly before: readonly Voucher[]
  readonly within: readonly Voucher[]
}

/** Parts vouchers at the first day of a year; what comes after its last day is left out.
 * @example
 * import { vouchersOf } from 'data-dividend/accounting'
 * vouchersOf(2026)([]) // => { before: [], within: [] } */
export const vouchersOf =
  (year: number) =>
  (vouchers: readonly Voucher[]): YearOf => {
    const text = String(year).padStart(4, '0')
    const [first, last] = [`${text}-01-01`, `${text}-12-31`]
    const inTime = vouchers.filter(({ at }) => at <= last)
    const isBefore = ({ at, opening }: { readonly at: CivilDate; readonly opening?: true }) =>
      opening === true || at < first
    return {
      before: inTime.filter(isBefore),
      within: inTime.filter((voucher) => !isBefore(voucher)),
    }
  }

/** A table of a year.
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { disclosureOf, keepBooks } from 'data-dividend/accounting'
 * const until = orThrow(parseDate('2026-12-31'))
 * const books = orThrow(keepBooks(until)({ register: 'r', currency: 'CNY', events: [] }))
 * disclosureOf('I', 2026)(books).cells.size // => 23 */
export const disclosureOf =
  (table: TableId, year: number) =>
  ({ vouchers }: Pick<Books, 'vouchers'>): Disclosure => {
    const { before, within } = vouchersOf(year)(vouchers)
    const [open, moved] = [sumsOf(table, before), sumsOf(table, within)]
    const columns = (of: (column: Column) => bigint) => {
      const [bought, made, other] = [of('bought'), of('made'), of('other')]
      return { bought, made, other, total: bought + made + other }
    }
    const amount = (id: string, column: Column): bigint => {
      const [block = '', way, sub] = id.split('.')
      if (block === 'carrying') {
        const at = way === 'open' ? 'open' : 'close'
        return (
          amount(`cost.${at}`, column) -
          amount(`amortisation.${at}`, column) -
          amount(`provision.${at}`, column)
        )
      }
      if (way === 'open') return balance(open, block, column)
      if (way === 'close') return balance(open, block, column) + balance(moved, block, column)
      return below(moved, sub === undefined ? `${block}.${way ?? ''}` : id, column)
    }
    const rows = tableRows[table].filter(({ head }) => head !== true)
    return {
      table,
      year,
      cells: new Map(rows.map(({ id }) => [id, columns((column) => amount(id, column))])),
    }
  }

/** Every tie of a table, met or not.
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { disclosureOf, keepBooks, tiesOf } from 'data-dividend/accounting'
 * const until = orThrow(parseDate('2026-12-31'))
 * const books = orThrow(keepBooks(until)({ register: 'r', currency: 'CNY', events: [] }))
 * const ties = tiesOf(disclosureOf('I', 2026)(books))(books)
 * ties.every(({ one, other }) => one === other) // => true */
export const tiesOf =
  ({ table, year, cells }: Disclosure) =>
  ({ vouchers }: Pick<Books, 'vouchers'>): readonly Tie[] => {
    const cell = (id: string, column: Column | 'total'): bigint => cells.get(id)?.[column] ?? 0n
    const blocks = [...new Set(tableRows[table].map(({ id }) => id.split('.')[0] ?? ''))]
    const { before, within } = vouchersOf(year)(vouchers)
    const [opened, closed] = [before, [...before, ...within]].map(balancesOf)
    const ledger = (balances: ReadonlyMap<Role, bigint> | undefined): bigint =>
      ownRoles[table].reduce((sum, role) => sum + (balances?.get(role) ?? 0n), 0n)
    const inColumns = tableColumns.flatMap((column): readonly Tie[] => [
      ...blocks
        .filter((block) => block !== 'carrying')
        .flatMap((block) => [
          {
            id: `${block}.roll`,
            column,
            one:
              cell(`${block}.open`, column) +
              cell(`${block}.increase`, column) -
              cell(`${block}.decrease`, column),
            other: cell(`${block}.close`, column),
          },
          ...(['increase', 'decrease'] as const).flatMap((way) =>
            subTie(cells, block, way, column),
          ),
        ]),
      ...(['open', 'close'] as const).map((at) => ({
        id: `carrying.${at}`,
        column,
        one:
          cell(`cost.${at}`, column) -
          cell(`amortisation.${at}`, column) -
          cell(`provision.${at}`, column),
        other: cell(`carrying.${at}`, column),
      })),
    ])
    const [open, close] = [ledger(opened), ledger(closed)]
    return [
      ...inColumns,
      { id: 'ledger.open', column: 'total', one: cell('carrying.open', 'total'), other: open },
      { id: 'ledger.close', column: 'total', one: cell('carrying.close', 'total'), other: close },
    ]
  }

const ownRoles: Readonly<Record<TableId, readonly Role[]>> = {
  I: ['intangible', 'accumulatedAmortisation', 'intangibleProvision'],
  II: ['inventory', 'inventoryProvision'],
}

type Sums = ReadonlyMap<string, bigint>

const keyOf = (row: MovedRow, column: Column): string => `${row}|${column}`

const sumsOf = (table: TableId, vouchers: readonly Voucher[]): Sums => {
  const sums = new Map<string, bigint>()
  for (const { moves } of vouchers) {
    for (const move of moves) {
      if (move.table !== table) continue
      const key = keyOf(move.row, move.column)
      sums.set(key, (sums.get(key) ?? 0n) + move.amount)
    }
  }
  return sums
}

/** What stands in a row and in the rows below it. */
const below = (sums: Sums, id: string, column: Column): bigint => {
  let total = 0n
  for (const [key, amount] of sums) {
    const [row = '', of] = key.split('|')
    if (of === column && (row === id || row.startsWith(`${id}.`))) total += amount
  }
  return total
}

const balance = (sums: Sums, block: string, column: Column): bigint =>
  below(sums, `${block}.increase`, column) - below(sums, `${block}.decrease`, column)

const subTie = (
  cells: Disclosure['cells'],
  block: string,
  way: 'increase' | 'decrease',
  column: Column | 'total',
): readonly Tie[] => {
  const parent = `${block}.${way}`
  const subs = [...cells].filter(([id]) => id.startsWith(`${parent}.`))
  const one = subs.reduce((sum, [, amounts]) => sum + amounts[column], 0n)
  const other = cells.get(parent)?.[column] ?? 0n
  return subs.length === 0 ? [] : [{ id: `${parent}.sub`, column, one, other }]
}
