/** From a settlement to books: each event's lines become one voucher, by role.
 *
 *  Whose books they are decides: a principal 主要责任人 earns the sale and bears the partners'
 *  shares as cost; an agent 代理人 earns its fee and holds the rest for others; a recipient books
 *  its own lines. Value added tax is cut on running totals: of a sale on its net, of a party's
 *  clause on all its lines. Lines come in whole minor units and stay so.
 *  Source: 企业会计准则第14号 art. 34; IFRS 15 B34–B38; 财会〔2016〕22号 */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { currencyOf } from '../core/currency.js'
import type { CivilDate } from '../core/date.js'
import type { Agreement } from '../agreement/clause.js'
import type { Line, Payment, State } from '../settlement/state.js'
import type { BooksRules } from './books-record.js'
import { taxCounter } from './counter.js'
import type { AccountingFault, AccountingNote } from './fault.js'
import { credit, debit, nonZero, type Entry, type Voucher } from './journal.js'
import { readBooks, type PoolKind, type ReadBooks } from './read-books.js'
import type { Role } from './role.js'
import { entriesOf } from './settlement-lines.js'
import { add, noteTax, tiesOfParties, type MutableWork, type PartyTie } from './settlement-work.js'

/** What is posted: an agreement, the lines of its events, and its state. */
export interface Settled {
  readonly agreement: Agreement
  readonly lines: readonly Line[]
  readonly state: State
}

/** Vouchers of a settlement, and what each party is owed by them. Minor units. 结算入账 */
export interface Posting {
  readonly vouchers: readonly Voucher[]
  readonly ties: readonly PartyTie[]
  readonly notes: readonly AccountingNote[]
}

/** Posts a settlement.
 *
 *  owed + awaited = settled − paid, party by party
 * @returns Left with the first fault of the rules
 * laws: every voucher balances; the ties hold; the same event has the same voucher id, so that
 *   posting twice posts once
 * @example
 * import { compile, emptyState, orThrow, settle } from 'data-dividend'
 * import { postSettlement } from 'data-dividend/accounting'
 * const agreement = {
 *   agreement: 'pair', currency: 'CNY', flow: [{ share: { id: 'all', of: { firm: 3, lab: 7 } } }],
 * }
 * const sale = { id: 's1', at: '2026-01-05', kind: 'sale', amount: '1060.00' }
 * const settled = orThrow(settle(orThrow(compile(agreement)))(emptyState(agreement))([sale]))
 * const posting = orThrow(postSettlement({
 *   books: 'own', entity: 'firm', stance: 'principal',
 *   vat: { rate: '6%', amounts: 'inclusive', partnerRates: { lab: { rate: '6%' } } },
 * })({ agreement, lines: settled.lines, state: settled.state }))
 * posting.ties.map(({ party, owed, awaited }) => [party, owed, awaited])
 * // => [['lab', 70000n, 4200n]] */
export const postSettlement =
  (rules: BooksRules) =>
  (settled: Settled): Either<AccountingFault, Posting> => {
    const currency = currencyOf(settled.agreement.currency)
    if (isLeft(currency)) return left({ ...currency.left, path: ['currency'] })
    const read = readBooks(currency.right)(rules)
    return isLeft(read) ? read : right(posted(read.right, settled))
  }

/** What is wrong with rules of booking, whatever is posted: the first fault, or nothing.
 * @example
 * import { checkBooks } from 'data-dividend/accounting'
 * const vat = { rate: '6%', amounts: 'inclusive' }
 * checkBooks({ books: 'own', entity: 'firm', stance: 'agent', vat }) // => [] */
export const checkBooks = (rules: BooksRules): readonly AccountingFault[] => {
  // Amounts of tax are checked with the agreement's currency, once there is one.
  const read = readBooks({ code: 'CNY', digits: 4 })(rules)
  return isLeft(read) ? [read.left] : []
}

/** Vouchers joined: what has been posted under an id is not posted again.
 * @example
 * import { joinVouchers } from 'data-dividend/accounting'
 * joinVouchers([])([]) // => [] */
export const joinVouchers =
  (before: readonly Voucher[]) =>
  (more: readonly Voucher[]): readonly Voucher[] => {
    const known = new Set(before.map(({ id }) => id))
    return [...before, ...more.filter(({ id }) => !known.has(id))].toSorted((a, b) =>
      a.at < b.at ? -1
      : a.at > b.at ? 1
      : 0,
    )
  }

const posted = (books: ReadBooks, { agreement, lines, state }: Settled): Posting => {
  const contracts = Object.keys(agreement.pools ?? {}).map((pool) => [pool, 'contract'] as const)
  const work: MutableWork = {
    books,
    state,
    pools: new Map<string, PoolKind>([...contracts, ...books.pools]),
    tax: taxCounter(books.inclusive),
    awaited: new Map(),
    onTop: new Map(),
    owed: new Map(),
    vouchers: [],
    notes: [],
  }
  const steps = [
    ...groupBy(lines).map(([event, own]) => ({
      at: own[0]?.at ?? '',
      run: () => {
        postEvent(work, agreement.agreement, event, own)
      },
    })),
    ...books.invoices.map(({ at, id, party, tax }) => ({
      at,
      run: () => {
        postInvoice(work, id, at, party, tax)
      },
    })),
    ...[...(state.payments ?? [])].map(([id, payment]) => ({
      at: payment.at,
      run: () => {
        postPayment(work, id, payment)
      },
    })),
  ]
  steps.sort((a, b) =>
    a.at < b.at ? -1
    : a.at > b.at ? 1
    : 0,
  )
  for (const { run } of steps) run()
  return { vouchers: work.vouchers, ties: tiesOfParties(work, lines), notes: work.notes }
}

const groupBy = (lines: readonly Line[]): readonly (readonly [string, readonly Line[]])[] => {
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    const known = groups.get(line.event)
    if (known === undefined) groups.set(line.event, [line])
    else known.push(line)
  }
  return [...groups]
}

const postEvent = (
  work: MutableWork,
  agreement: string,
  event: string,
  lines: readonly Line[],
): void => {
  const { books, state } = work
  const [first] = lines
  if (first === undefined) return
  const { at, of } = first
  const isRefund = of !== undefined && state.sales.has(of)
  const sale =
    isRefund ? of
    : state.sales.has(event) ? event
    : undefined
  if (isRefund && first.restates !== undefined) {
    const year = state.sales.get(of)?.at.slice(0, 4) ?? ''
    if (year < at.slice(0, 4)) work.notes.push({ _tag: 'RefundOfClosedYear', event, year })
  }
  const value = state.sales.get(sale ?? '')?.attributes[books.attribute] ?? ''
  const stance = books.stances.get(value) ?? books.stance
  const entries = merged(entriesOf(work, stance, sale, lines))
  const shown = isRefund && !books.red ? entries.map(reversed) : entries
  addVoucher(work, {
    id: `settle:${agreement}:${event}`,
    at,
    event,
    text:
      sale === undefined ? { en: `settlement of ${event}`, zh: `${event} 结算` }
      : isRefund ? { en: `refund of ${sale}`, zh: `${sale} 退款` }
      : { en: `sale ${event}`, zh: `销售 ${event}` },
    entries: shown,
    moves: [],
  })
}

const postInvoice = (
  work: MutableWork,
  id: string,
  at: CivilDate,
  party: string,
  asked: bigint | undefined,
): void => {
  const amount = asked ?? work.awaited.get(party) ?? 0n
  add(work.awaited, party, -amount)
  noteTax(work, party, amount, 'now')
  const role: Role = work.books.stance === 'agent' ? 'heldForPartner' : 'partnerPayable'
  addVoucher(work, {
    id: `invoice:${id}`,
    at,
    event: id,
    text: { en: `invoice of ${party}`, zh: `${party} 发票` },
    entries: nonZero([debit('inputVat', amount), credit(role, amount, { party })]),
    moves: [],
  })
}

const payables: readonly Role[] = [
  'dividendPayable',
  'levyPayable',
  'poolPayable',
  'heldForPartner',
]

const postPayment = (
  work: MutableWork,
  id: string,
  { at, party, gross, withheld }: Payment,
): void => {
  const { books, owed } = work
  const entries: Entry[] = []
  if (books.stance === 'recipient') {
    if (party !== books.entity) return
    entries.push(
      debit('bank', gross - withheld),
      debit('incomeTaxPayable', withheld),
      credit('receivable', gross),
    )
  } else {
    let rest = gross
    for (const role of payables) {
      const due = owed.get(`${role}/${party}`) ?? 0n
      const part =
        due <= 0n ? 0n
        : due < rest ? due
        : rest
      entries.push(debit(role, part, { party }))
      rest -= part
    }
    entries.push(
      debit('partnerPayable', rest, { party }),
      credit('bank', gross - withheld),
      credit('withholdingTax', withheld, { party }),
    )
  }
  addVoucher(work, {
    id: `pay:${id}`,
    at,
    event: id,
    text: { en: `payment to ${party}`, zh: `支付 ${party}` },
    entries: nonZero(entries),
    moves: [],
  })
}

const addVoucher = (work: MutableWork, voucher: Voucher): void => {
  if (voucher.entries.length === 0) return
  work.vouchers.push(voucher)
  for (const { role, side, amount, party } of voucher.entries) {
    if (party === undefined || role === 'withholdingTax') continue
    add(work.owed, `${role}/${party}`, side === 'credit' ? amount : -amount)
  }
}

/** One entry a role, side and party; what cancels is left out. */
const merged = (entries: readonly Entry[]): readonly Entry[] => {
  const sums = new Map<string, Entry>()
  for (const entry of entries) {
    const key = `${entry.role}|${entry.side}|${entry.party ?? ''}`
    const known = sums.get(key)
    sums.set(key, { ...entry, amount: entry.amount + (known?.amount ?? 0n) })
  }
  return nonZero([...sums.values()])
}

const reversed = (entry: Entry): Entry => ({
  ...entry,
  side: entry.side === 'debit' ? 'credit' : 'debit',
  amount: -entry.amount,
})
