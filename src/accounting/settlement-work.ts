/** The posting of a settlement under way: tax awaited, what is owed, and the ties at the end. */
import type { Line, State } from '../settlement/state.js'
import type { Taxed } from './counter.js'
import type { AccountingNote } from './fault.js'
import type { Voucher } from './journal.js'
import type { PoolKind, ReadBooks } from './read-books.js'

/** owed + awaited = settled − paid, to the minor unit. */
export interface PartyTie {
  readonly party: string
  readonly owed: bigint
  /** His value added tax that is not invoiced yet, where amounts hold it; where they do not, less
   * what was posted on top of them. */
  readonly awaited: bigint
  readonly settled: bigint
  readonly paid: bigint
}

/** What the posting works on. */
export interface MutableWork {
  readonly books: ReadBooks
  readonly state: State
  readonly pools: ReadonlyMap<string, PoolKind>
  readonly tax: (key: string, rate: ReadBooks['rate'], amount: bigint) => Taxed
  /** Tax of partners not yet invoiced. */
  readonly awaited: Map<string, bigint>
  /** Tax posted on top of amounts that do not hold it. */
  readonly onTop: Map<string, bigint>
  /** Credit balances by role and party. */
  readonly owed: Map<string, bigint>
  readonly vouchers: Voucher[]
  readonly notes: AccountingNote[]
}

/** What is credited to a party as tax: now, or once his invoice comes. */
export const noteTax = (
  { books, awaited, onTop }: MutableWork,
  party: string,
  tax: bigint,
  when: 'now' | 'later',
): void => {
  if (when === 'later') add(awaited, party, tax)
  else if (!books.inclusive) add(onTop, party, tax)
}

/** Adds to the sum of a key. */
export const add = (sums: Map<string, bigint>, key: string, amount: bigint): void => {
  sums.set(key, (sums.get(key) ?? 0n) + amount)
}

/** The ties of every party but the entity. */
export const tiesOfParties = (work: MutableWork, lines: readonly Line[]): readonly PartyTie[] => {
  const { books, pools } = work
  if (books.stance === 'recipient') return []
  const settled = new Map<string, bigint>()
  for (const { party, amount } of lines) {
    const pool = pools.get(party)
    if (party !== books.entity && pool !== 'equity' && pool !== 'excess')
      add(settled, party, amount)
  }
  const paid = new Map<string, bigint>()
  for (const { party, gross } of work.state.payments?.values() ?? []) add(paid, party, gross)
  return [...settled].map(([party, amount]) => ({
    party,
    owed: [...work.owed].reduce(
      (sum, [key, due]) => (key.slice(key.indexOf('/') + 1) === party ? sum + due : sum),
      0n,
    ),
    awaited: books.inclusive ? (work.awaited.get(party) ?? 0n) : -(work.onTop.get(party) ?? 0n),
    settled: amount,
    paid: paid.get(party) ?? 0n,
  }))
}
