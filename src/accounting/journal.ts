/** Vouchers: dated, balanced entries on roles, each naming the event that it comes from.
 *
 *  Σ debits = Σ credits. A red entry (红字) is a negative amount on the side of what it corrects. */
import type { Bilingual } from '../core/error.js'
import type { CivilDate } from '../core/date.js'
import { elementOf, type Role } from './role.js'
import type { Unbalanced } from './fault.js'
import type { Move } from './move.js'

/** One side of a voucher on one account. Minor units. 分录 */
export interface Entry {
  readonly role: Role
  readonly side: 'debit' | 'credit'
  readonly amount: bigint
  /** Of whom the account is kept: a partner, a pool. 辅助核算 */
  readonly party?: string
  readonly asset?: string
}

/** 记账凭证 */
export interface Voucher {
  readonly id: string
  readonly at: CivilDate
  /** The event that it comes from; `month:2026-03` for the end of a month. */
  readonly event: string
  readonly text: Bilingual
  readonly entries: readonly Entry[]
  /** What it moves in the tables of disclosure. */
  readonly moves: readonly Move[]
  /** Balances brought into the books, which no event posts. */
  readonly opening?: true
}

export const debit = (role: Role, amount: bigint, about: About = {}): Entry => ({
  role,
  side: 'debit',
  amount,
  ...about,
})

export const credit = (role: Role, amount: bigint, about: About = {}): Entry => ({
  role,
  side: 'credit',
  amount,
  ...about,
})

interface About {
  readonly party?: string
  readonly asset?: string
}

/** An amount that goes to one role when it is above zero and to another, on the other side, when
 * it is below: a gain or a loss. */
export const gainOrLoss = (gain: Role, loss: Role, amount: bigint, about: About = {}): Entry =>
  amount >= 0n ? credit(gain, amount, about) : debit(loss, -amount, about)

/** Entries without those of nothing. */
export const nonZero = (entries: readonly Entry[]): readonly Entry[] =>
  entries.every(({ amount }) => amount !== 0n) ? entries : (
    entries.filter(({ amount }) => amount !== 0n)
  )

/** What debits exceed credits by; 0 in every voucher. Minor units.
 * @example
 * import { imbalanceOf } from 'data-dividend/accounting'
 * imbalanceOf([
 *   { role: 'bank', side: 'debit', amount: 5n }, { role: 'capital', side: 'credit', amount: 4n },
 * ]) // => 1n */
export const imbalanceOf = (entries: readonly Entry[]): bigint =>
  entries.reduce((sum, entry) => sum + signed(entry), 0n)

/** Debits and credits that differ, as a fault.
 * @example
 * import { unbalanced } from 'data-dividend/accounting'
 * unbalanced((minor) => String(minor))([{ role: 'bank', side: 'debit', amount: 5n }])
 * // => { _tag: 'Unbalanced', debit: '5', credit: '0' } */
export const unbalanced =
  (money: (minor: bigint) => string) =>
  (entries: readonly Entry[]): Unbalanced | undefined => {
    const sideOf = (side: Entry['side']) =>
      entries.reduce((sum, entry) => (entry.side === side ? sum + entry.amount : sum), 0n)
    const [debits, credits] = [sideOf('debit'), sideOf('credit')]
    return debits === credits ? undefined : (
        { _tag: 'Unbalanced', debit: money(debits), credit: money(credits) }
      )
  }

/** An entry's amount with the debit side positive. */
export const signed = ({ side, amount }: Entry): bigint => (side === 'debit' ? amount : -amount)

/** Balances by role, debit positive, minor units: what vouchers up to a day leave.
 *
 * laws: they sum to 0; those of a period's halves add up to those of the whole
 * @example
 * import { balancesOf } from 'data-dividend/accounting'
 * balancesOf([]).size // => 0 */
export const balancesOf = (vouchers: readonly Voucher[]): ReadonlyMap<Role, bigint> => {
  const sums = new Map<Role, bigint>()
  for (const { entries } of vouchers) {
    for (const entry of entries) {
      sums.set(entry.role, (sums.get(entry.role) ?? 0n) + signed(entry))
    }
  }
  return sums
}

/** Balances by role and party, `role` or `role/party`, debit positive, minor units.
 * @example
 * import { partyBalancesOf } from 'data-dividend/accounting'
 * partyBalancesOf([]).size // => 0 */
export const partyBalancesOf = (vouchers: readonly Voucher[]): ReadonlyMap<string, bigint> => {
  const sums = new Map<string, bigint>()
  for (const { entries } of vouchers) {
    for (const entry of entries) {
      const key = entry.party === undefined ? entry.role : `${entry.role}/${entry.party}`
      sums.set(key, (sums.get(key) ?? 0n) + signed(entry))
    }
  }
  return sums
}

/** What the period earned: credits less debits of income and expense. Minor units.
 * @example
 * import { profitOf } from 'data-dividend/accounting'
 * profitOf(new Map([['revenue', -500n], ['cost', 200n], ['bank', 300n]])) // => 300n */
export const profitOf = (balances: ReadonlyMap<Role, bigint>): bigint =>
  [...balances].reduce((sum, [role, amount]) => {
    const element = elementOf(role)
    return element === 'income' || element === 'expense' ? sum - amount : sum
  }, 0n)
