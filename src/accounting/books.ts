/** Books under way: the assets as they stand, the vouchers so far, and what month ends need. */
import type { Bilingual } from '../core/error.js'
import type { CivilDate } from '../core/date.js'
import type { Ratio } from '../core/ratio.js'
import type { MutableAsset } from './asset.js'
import type { AccountingFault, AccountingNote } from './fault.js'
import type { Framework } from './framework.js'
import { nonZero, signed, type Entry, type Voucher } from './journal.js'
import { nonZeroMoves, type Move } from './move.js'
import type { Role } from './role.js'

/** A changed estimate and what it does to charges. Minor units. 会计估计变更 */
export interface Change {
  readonly event: string
  readonly asset: string
  readonly at: CivilDate
  readonly reason: string
  readonly fields: readonly string[]
  /** What the year of the change is charged more than before, and what later years are. */
  readonly thisYear: bigint
  readonly later: bigint
}

/** A payment to come of a purchase by instalments. */
export interface Due {
  readonly at: CivilDate
  readonly asset: string
  readonly interest: bigint
  readonly payment: bigint
  readonly index: number
}

/** What the fold works on; it never leaves the fold as it is. */
export interface MutableBooks {
  readonly framework: Framework
  readonly money: (minor: bigint) => string
  readonly surcharge: Ratio
  readonly tax?: { readonly rate: Ratio; readonly months: bigint }
  readonly assets: Map<string, MutableAsset>
  readonly vouchers: Voucher[]
  readonly notes: AccountingNote[]
  readonly changes: Change[]
  readonly sums: Map<Role, bigint>
  dues: readonly Due[]
}

/** What a handler finds wrong; nothing when the event is posted. */
export type Posted = AccountingFault | undefined

export interface Post {
  readonly id: string
  readonly at: CivilDate
  readonly event: string
  readonly text: Bilingual
  readonly entries: readonly Entry[]
  readonly moves?: readonly Move[]
  readonly opening?: true
}

/** Posts a voucher; one of nothing is left out. */
export const post = (books: MutableBooks, voucher: Post): void => {
  const entries = nonZero(voucher.entries)
  const moves = nonZeroMoves(voucher.moves ?? [])
  if (entries.length === 0 && moves.length === 0) return
  books.vouchers.push({ ...voucher, entries, moves })
  // A month's charge is thousands of entries of one role: their sum is looked up once.
  let [role, sum] = [entries[0]?.role, 0n]
  const keep = (): void => {
    if (role !== undefined) books.sums.set(role, (books.sums.get(role) ?? 0n) + sum)
  }
  for (const entry of entries) {
    if (entry.role !== role) {
      keep()
      role = entry.role
      sum = 0n
    }
    sum += signed(entry)
  }
  keep()
}
