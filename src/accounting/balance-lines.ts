/** The lines 其中：数据资源 of the balance sheet, and what stands beside them.
 *
 *  存货 and 无形资产 at closing carrying amounts, 开发支出 at the balance of capitalised spending in
 *  progress (财会〔2023〕11号 part 3). Held for sale is shown under its own line. */
import type { Bilingual } from '../core/error.js'
import type { Books } from './fold.js'
import { balancesOf } from './journal.js'
import type { Role } from './role.js'
import { vouchersOf } from './tables.js'

/** One line, minor units. */
export interface BalanceLine {
  readonly id: 'inventory' | 'intangible' | 'development' | 'heldForSale'
  readonly name: Bilingual
  readonly close: bigint
  readonly open: bigint
}

/** The lines of a year's balance sheet.
 * @returns closing and opening amounts, minor units
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { balanceLines, keepBooks } from 'data-dividend/accounting'
 * const until = orThrow(parseDate('2026-12-31'))
 * const books = orThrow(keepBooks(until)({ register: 'r', currency: 'CNY', events: [] }))
 * balanceLines(2026)(books).map(({ id }) => id)
 * // => ['inventory', 'intangible', 'development', 'heldForSale'] */
export const balanceLines =
  (year: number) =>
  ({ vouchers }: Pick<Books, 'vouchers'>): readonly BalanceLine[] => {
    const { before, within } = vouchersOf(year)(vouchers)
    const [open, close] = [balancesOf(before), balancesOf([...before, ...within])]
    const sum = (balances: ReadonlyMap<Role, bigint>, roles: readonly Role[]): bigint =>
      roles.reduce((total, role) => total + (balances.get(role) ?? 0n), 0n)
    return lines.map(({ id, name, roles }) => ({
      id,
      name,
      close: sum(close, roles),
      open: sum(open, roles),
    }))
  }

const lines: readonly (Pick<BalanceLine, 'id' | 'name'> & { readonly roles: readonly Role[] })[] = [
  {
    id: 'inventory',
    name: { en: 'Inventory, of which data', zh: '存货　其中：数据资源' },
    roles: ['inventory', 'inventoryProvision'],
  },
  {
    id: 'intangible',
    name: { en: 'Intangible assets, of which data', zh: '无形资产　其中：数据资源' },
    roles: ['intangible', 'accumulatedAmortisation', 'intangibleProvision'],
  },
  {
    id: 'development',
    name: { en: 'Development, of which data', zh: '开发支出　其中：数据资源' },
    roles: ['rdCapitalised'],
  },
  {
    id: 'heldForSale',
    name: { en: 'Held for sale, data', zh: '持有待售资产（数据资源）' },
    roles: ['heldForSale', 'heldForSaleProvision'],
  },
]
