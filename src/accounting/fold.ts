/** The books of a register: its dated events, folded in order of date, with the ends of months
 *  between them. Everything follows from this fold; nothing is entered twice. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { currencyOf, type Currency } from '../core/currency.js'
import type { CivilDate } from '../core/date.js'
import type { Path } from '../core/error.js'
import { formatAmount } from '../core/money.js'
import type { Asset } from './asset.js'
import { post, type Change, type MutableBooks, type Posted } from './books.js'
import { postRevise, postUse } from './charge.js'
import {
  postAcquire,
  postConditions,
  postDevelop,
  postOpening,
  postProcess,
  postReady,
} from './enter.js'
import type { EventOf, RegisterEvent } from './event.js'
import type { AccountingFault, AccountingNote } from './fault.js'
import type { Framework } from './framework.js'
import { postImpair } from './impair.js'
import { unbalanced, type Voucher } from './journal.js'
import { postLapse, postSell, postTransfer } from './leave.js'
import { endMonth } from './month-end.js'
import { lastDay, monthOf, monthText, type Month } from './month.js'
import type { Register } from './record.js'
import { readSettings, type Settings } from './settings.js'
import { readRegisterEvent } from './read-event.js'
import { postHold, postNrv, postUnhold } from './value.js'

/** The books at a day. Amounts are minor units. 账簿 */
export interface Books {
  readonly register: Register
  readonly currency: Currency
  readonly framework: Framework
  readonly until: CivilDate
  /** In order of date. */
  readonly vouchers: readonly Voucher[]
  /** In the order in which they came. */
  readonly assets: readonly Asset[]
  readonly notes: readonly AccountingNote[]
  readonly changes: readonly Change[]
}

/** Keeps the books of a register up to the end of a day's month.
 * @param until the last day that is booked
 * @returns Left with the first fault, in written order for what is malformed, then in order of date
 * laws: every voucher balances; books up to an earlier day are a part of those up to a later one;
 *   the same event twice is booked once
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { keepBooks } from 'data-dividend/accounting'
 * const books = orThrow(keepBooks(orThrow(parseDate('2026-03-31')))({
 *   register: 'maps', currency: 'CNY', events: [
 *     { id: 'a1', at: '2026-01-10', kind: 'acquire', asset: 'maps', class: 'intangible',
 *       column: 'bought', items: [{ item: 'price', amount: '3600.00' }] },
 *     { id: 'r1', at: '2026-02-01', kind: 'ready', asset: 'maps', schedule: { months: '36' } },
 *   ],
 * }))
 * books.assets.map(({ id, amortised }) => [id, amortised]) // => [['maps', 20000n]] */
export const keepBooks = (
  until: CivilDate,
): ((register: Register) => Either<AccountingFault, Books>) => keepBooksWith([])(until)

/** As `keepBooks`, with vouchers from elsewhere, such as a settlement's: the ends of months (tax on
 * sales, what is owed) reckon with them. What is posted under one id is posted once.
 * @param posted vouchers by date; those after `until` are left out
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { keepBooksWith } from 'data-dividend/accounting'
 * const at = orThrow(parseDate('2026-01-05'))
 * const voucher = {
 *   id: 's1', at, event: 's1', text: { en: 'sale', zh: '销售' }, moves: [], entries: [
 *     { role: 'bank', side: 'debit', amount: 106n },
 *     { role: 'revenue', side: 'credit', amount: 100n },
 *     { role: 'outputVat', side: 'credit', amount: 6n } ],
 * } as const
 * const until = orThrow(parseDate('2026-01-31'))
 * const register = { register: 'r', currency: 'CNY', events: [] }
 * const books = orThrow(keepBooksWith([voucher, voucher])(until)(register))
 * books.vouchers.map(({ id }) => id) // => ['s1', 'vat:2026-01'] */
export const keepBooksWith =
  (posted: readonly Voucher[]) =>
  (until: CivilDate) =>
  (register: Register): Either<AccountingFault, Books> => {
    const currency = currencyOf(register.currency)
    if (isLeft(currency)) return left({ ...currency.left, path: ['currency'] })
    const settings = readSettings(currency.right)(register)
    if (isLeft(settings)) return settings
    const events = readEvents(currency.right, settings.right, register)
    if (isLeft(events)) return events
    const books = emptyBooks(currency.right, settings.right)
    const fault = foldEvents(books, events.right, posted, until)
    if (fault !== undefined) return left(fault)
    const vouchers = books.vouchers
      .map((voucher, order) => ({ voucher, order }))
      .sort((a, b) => compareText(a.voucher.at, b.voucher.at) || a.order - b.order)
      .map(({ voucher }) => voucher)
    return right({
      register,
      currency: currency.right,
      framework: settings.right.framework,
      until,
      vouchers,
      assets: [...books.assets.values()],
      notes: books.notes,
      changes: books.changes,
    })
  }

const emptyBooks = (currency: Currency, { framework, surcharge, tax }: Settings): MutableBooks => ({
  framework,
  money: formatAmount(currency),
  surcharge,
  ...(tax === undefined ? {} : { tax }),
  assets: new Map(),
  vouchers: [],
  notes: [],
  changes: [],
  sums: new Map(),
  dues: [],
})

/** Events in written order: once each, inside the books' days, in months that are open. */
const readEvents = (
  currency: Currency,
  { from, to }: Settings,
  register: Register,
): Either<AccountingFault, readonly RegisterEvent[]> => {
  const seen = new Map<string, string>()
  const events: RegisterEvent[] = []
  const read = readRegisterEvent(currency)
  let closed: Month = -1
  for (const [index, record] of register.events.entries()) {
    const path = (field: string): Path => ['events', index, field]
    const text = JSON.stringify(record)
    const before = seen.get(record.id)
    if (before === text) continue
    if (before !== undefined) {
      return left({ _tag: 'SameIdOtherContent', id: record.id, path: path('id') })
    }
    seen.set(record.id, text)
    const event = read(record, index)
    if (isLeft(event)) return event
    const { at, kind } = event.right
    const early = from !== undefined && at < from && kind !== 'opening'
    if (early || (to !== undefined && at > to)) {
      const span = { from: from ?? '', to: to ?? '' }
      return left({ _tag: 'OutsideYear', at, ...span, path: path('at') })
    }
    if (event.right.kind === 'close') closed = Math.max(closed, event.right.month)
    else if (monthOf(at) <= closed) {
      return left({ _tag: 'MonthClosed', at, month: monthText(closed), path: path('at') })
    }
    events.push(event.right)
  }
  return right(events)
}

const compareText = (a: string, b: string): number =>
  a < b ? -1
  : a > b ? 1
  : 0

const foldEvents = (
  books: MutableBooks,
  events: readonly RegisterEvent[],
  posted: readonly Voucher[],
  until: CivilDate,
): Posted => {
  const ordered = events
    .filter(({ at }) => at <= until)
    .sort((a, b) => compareText(a.at, b.at) || a.index - b.index)
  const others = [...new Map(posted.map((voucher) => [voucher.id, voucher])).values()]
    .filter(({ at }) => at <= until)
    .sort((a, b) => compareText(a.at, b.at))
  const days = [ordered[0]?.at, others[0]?.at].filter((at) => at !== undefined).map(monthOf)
  if (days.length === 0) return undefined
  let [month, next] = [Math.min(...days), 0]
  const endMonths = (before: Month): void => {
    for (; month < before; month += 1) {
      const last = lastDay(month)
      for (let one = others[next]; one !== undefined && one.at <= last; one = others[next]) {
        post(books, one)
        next += 1
      }
      endMonth(books, month)
    }
  }
  for (const event of ordered) {
    endMonths(monthOf(event.at))
    const fault = postEvent(books, event)
    if (fault !== undefined) {
      return { ...fault, path: ['events', event.index, ...fault.path] }
    }
  }
  endMonths(monthOf(until) + 1)
  return undefined
}

const postEvent = (books: MutableBooks, event: RegisterEvent): Posted => {
  switch (event.kind) {
    case 'opening':
      return postOpening(books, event)
    case 'acquire':
      return postAcquire(books, event)
    case 'develop':
      return postDevelop(books, event)
    case 'conditions':
      return postConditions(books, event)
    case 'process':
      return postProcess(books, event)
    case 'impair':
      return postImpair(books, event)
    case 'entry':
      return postEntry(books, event)
    case 'close':
      return undefined
    default:
      return postOnAsset(books, event)
  }
}

type OnAsset = Extract<
  RegisterEvent,
  {
    readonly kind:
      | 'ready'
      | 'use'
      | 'revise'
      | 'nrv'
      | 'hold'
      | 'unhold'
      | 'sell'
      | 'lapse'
      | 'transfer'
      | 'pledge'
      | 'release'
  }
>

/** Kinds that speak of an asset which is there. */
const postOnAsset = (books: MutableBooks, event: OnAsset): Posted => {
  const asset = books.assets.get(event.asset)
  const path: Path = ['asset']
  if (asset === undefined) return { _tag: 'AssetNotRegistered', asset: event.asset, path }
  const { id, since, state } = asset
  if (state === 'gone') return { _tag: 'AlreadyGone', asset: id, since, path }
  const isCharge = event.kind === 'use' || event.kind === 'revise' || event.kind === 'ready'
  if (state === 'held' && isCharge) return { _tag: 'HeldForSale', asset: id, since, path }
  switch (event.kind) {
    case 'ready':
      return postReady(books, asset, event)
    case 'use':
      return postUse(books, asset, event)
    case 'revise':
      return postRevise(books, asset, event)
    case 'nrv':
      return postNrv(books, asset, event)
    case 'hold':
      return postHold(books, asset, event)
    case 'unhold':
      return postUnhold(books, asset, event)
    case 'sell':
      return postSell(books, asset, event)
    case 'lapse':
      return postLapse(books, asset, event)
    case 'transfer':
      return postTransfer(books, asset, event)
    case 'pledge': {
      const { holder, amount, until } = event
      const pledge = { holder, amount, ...(until === undefined ? {} : { until }) }
      books.assets.set(id, { ...asset, pledge })
      return undefined
    }
    case 'release': {
      const { pledge: _, ...free } = asset
      books.assets.set(id, free)
      return undefined
    }
  }
}

const postEntry = (books: MutableBooks, { id, at, lines, reason }: EventOf<'entry'>): Posted => {
  const fault = unbalanced(books.money)(lines)
  if (fault !== undefined) return { ...fault, path: ['lines'] }
  post(books, { id, at, event: id, text: { en: reason, zh: reason }, entries: lines })
  return undefined
}
