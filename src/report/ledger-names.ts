/** The accounts of a ledger by name: one for each role, one below it for each party. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import {
  accountOf,
  type Account,
  type Chart,
  type NoAccount,
  type Role,
  type Voucher,
} from '../accounting/index.js'

/** `role`, or `role/party`, as balances are keyed. */
export const keyOf = (role: Role, party: string | undefined): string =>
  party === undefined ? role : `${role}/${party}`

/** Names every account that vouchers post to, in the order in which they are met.
 * @returns Left NoAccount for a role that is not in the chart */
export const ledgerNames =
  (chart: Chart, vouchers: readonly Voucher[]) =>
  (
    nameOf: (role: Role, account: Account, party: string | undefined) => string,
  ): Either<NoAccount, ReadonlyMap<string, string>> => {
    const names = new Map<string, string>()
    for (const { entries } of vouchers) {
      for (const { role, party } of entries) {
        const key = keyOf(role, party)
        if (names.has(key)) continue
        const account = accountOf(chart)(role)
        if (isLeft(account)) return account
        names.set(key, nameOf(role, account.right, party))
      }
    }
    return right(names)
  }
