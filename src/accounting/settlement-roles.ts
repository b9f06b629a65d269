/** Which roles a line of another party moves, by its kind, its pool and the stance. */
import type { LineKind } from '../agreement/clause.js'
import type { Line } from '../settlement/state.js'
import type { PoolKind, Stance } from './read-books.js'
import type { Role } from './role.js'

/** What the line costs. An advance is a prepayment until a sale recoups it. */
export const expenseOf = (kind: LineKind, inSale: boolean, of: PoolKind | undefined): Role =>
  kind === 'dividend' && of === 'equity' ? 'retained'
  : kind === 'advance' && !inSale ? 'prepaid'
  : (expenses[kind] ?? 'cost')

/** To which account it is owed. */
export const payableOf = (
  { kind }: Line,
  pool: PoolKind | undefined,
  of: PoolKind | undefined,
  stance: Stance,
): Role =>
  pool === 'contract' ? 'poolPayable'
  : pool === 'reserve' ? 'reservePayable'
  : kind === 'dividend' && of === 'equity' ? 'dividendPayable'
  : stance === 'agent' ? 'heldForPartner'
  : kind === 'levy' ? 'levyPayable'
  : 'partnerPayable'

/** A commission is a cost to obtain a contract; a levy is a fee unless its clause says otherwise;
 * everything else is a cost of what is sold. */
const expenses: Readonly<Partial<Record<LineKind, Role>>> = {
  commission: 'selling',
  levy: 'admin',
  interest: 'otherExpense',
}
