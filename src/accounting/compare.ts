/** Where two frameworks part: the same register kept under both, voucher by voucher, with the
 *  switch that is behind each difference. */
import type { Bilingual } from '../core/error.js'
import type { CivilDate } from '../core/date.js'
import type { Books } from './fold.js'
import { signed, type Voucher } from './journal.js'
import type { Role } from './role.js'

/** One figure that differs: a role in the vouchers of an event. Debit positive, minor units. */
export interface Difference {
  readonly event: string
  readonly at: CivilDate
  readonly role: Role
  readonly one: bigint
  readonly other: bigint
  readonly why: Bilingual
}

/** The differences of two books of one register: event by event in order of date, then what follows
 * from them at the ends of months (and in other events), in one sum a role.
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { compareBooks, keepBooks } from 'data-dividend/accounting'
 * const until = orThrow(parseDate('2026-12-31'))
 * const books = orThrow(keepBooks(until)({ register: 'r', currency: 'CNY', events: [] }))
 * compareBooks(books, books) // => [] */
export const compareBooks = (one: Books, other: Books): readonly Difference[] => {
  const [a, b] = [byVoucher(one), byVoucher(other)]
  const kinds = new Map(one.register.events.map(({ id, kind }) => [id, kind]))
  const found: Difference[] = []
  const months = new Map<Role, Difference>()
  for (const id of new Set([...a.keys(), ...b.keys()])) {
    const [left, right] = [a.get(id), b.get(id)]
    const { event = '', at = one.until } = left?.voucher ?? right?.voucher ?? {}
    const why = reasons[kinds.get(event) ?? '']
    for (const role of new Set([...(left?.sums.keys() ?? []), ...(right?.sums.keys() ?? [])])) {
      const [x, y] = [left?.sums.get(role) ?? 0n, right?.sums.get(role) ?? 0n]
      if (x === y) continue
      if (why !== undefined) found.push({ event, at, role, one: x, other: y, why })
      else {
        const { one: xs = 0n, other: ys = 0n } = months.get(role) ?? {}
        const sums = { one: xs + x, other: ys + y }
        months.set(role, { event: 'months', at, role, ...sums, why: consequence })
      }
    }
  }
  const inOrder = found.toSorted((x, y) =>
    x.at < y.at ? -1
    : x.at > y.at ? 1
    : 0,
  )
  return [...inOrder, ...[...months.values()].filter((sum) => sum.one !== sum.other)]
}

const byVoucher = ({ vouchers }: Books) =>
  new Map(
    vouchers.map((voucher) => {
      const sums = new Map<Role, bigint>()
      for (const entry of voucher.entries) {
        sums.set(entry.role, (sums.get(entry.role) ?? 0n) + signed(entry))
      }
      return [voucher.id, { voucher, sums }] satisfies readonly [
        string,
        { readonly voucher: Voucher; readonly sums: ReadonlyMap<Role, bigint> },
      ]
    }),
  )

const consequence: Bilingual = {
  en: 'follows from what was carried before',
  zh: '由此前账面价值的差异引起',
}

const development: Bilingual = {
  en: 'own development: an asset once its conditions hold (CAS five, IFRS six), an expense under US GAAP (ASC 730)',
  zh: '自行开发：满足条件后资本化（准则五项，国际六项）；美国准则费用化（ASC 730）',
}

const reasons: Readonly<Record<string, Bilingual>> = {
  develop: development,
  conditions: development,
  ready: development,
  impair: {
    en: 'impairment: CAS never takes it back, IFRS does up to carrying without the loss (IAS 36.117), US GAAP asks undiscounted flows first and compares fair value (ASC 360-10-35-17)',
    zh: '减值：企业会计准则不得转回；国际准则可转回至无减值时的账面价值（IAS 36.117）；美国准则先比较未折现现金流量，再按公允价值（ASC 360-10-35-17）',
  },
  nrv: {
    en: 'inventory: US GAAP does not take a write-down back (ASC 330-10-35)',
    zh: '存货：美国准则不得转回跌价（ASC 330-10-35）',
  },
  hold: {
    en: 'held for sale: a recovery goes up to the loss since (CAS 42, US GAAP) or all past losses (IFRS 5.21)',
    zh: '持有待售：后续增加以划分后的损失为限（准则第42号、美国准则），国际准则以全部累计损失为限（IFRS 5.21）',
  },
}
