/** Runs the histories of test/vectors/payout: a payout a day, each on the payments before it. */
import { readFileSync } from 'node:fs'
import {
  currencyOf,
  formatAmount,
  orThrowWith,
  describeFault,
  heartWords,
  parseDate,
  parseSignedAmount,
  type EventRecord,
} from 'data-dividend'
import {
  payout,
  payoutWords,
  type Books,
  type Payment,
  type Payout,
  type PayoutRules,
} from 'data-dividend/payout'

type Amounts = Readonly<Record<string, string>>

export interface Day {
  readonly at: string
  readonly earned: Amounts
  readonly held?: Amounts
  readonly paid?: Amounts
  readonly carried?: Amounts
  readonly withheld?: Amounts
  readonly vat?: Amounts
  readonly net?: Amounts
  readonly amount?: Amounts
  readonly persons?: Amounts
  readonly notes?: readonly string[]
}

export interface History {
  readonly name: string
  readonly rules: Partial<PayoutRules> & Pick<PayoutRules, 'payees'>
  readonly days: readonly Day[]
}

export const readVectors = (name: string): unknown =>
  JSON.parse(readFileSync(`test/vectors/payout/${name}.json`, 'utf8'))

export const orThrow = orThrowWith(describeFault({ ...heartWords, ...payoutWords })('en'))
export const date = (text: string) => orThrow(parseDate(text))

export const rulesOf = (rules: History['rules']): PayoutRules => ({
  rules: 'test',
  currency: 'CNY',
  payer: 'payer',
  ...rules,
})

/** What settling a `pay` event keeps of it. */
const paymentOf =
  (currency: string) =>
  (event: EventRecord): readonly [string, Payment] => {
    const minor = parseSignedAmount(orThrow(currencyOf(currency)))
    const text = (field: string) => (typeof event[field] === 'string' ? event[field] : undefined)
    const { item, project, payer } = {
      item: text('item'),
      project: text('project'),
      payer: text('payer'),
    }
    const payment = {
      at: date(event.at),
      party: event.of ?? '',
      gross: orThrow(minor(String(event.amount))),
      withheld: orThrow(minor(text('withheld') ?? '')),
      ...(item === undefined ? {} : { item }),
      ...(project === undefined ? {} : { project }),
      ...(payer === undefined ? {} : { payer }),
    }
    return [event.id, payment]
  }

/** The books after a payout's events. */
export const after = (books: Books, { events }: Payout): Books => ({
  ...books,
  payments: new Map([...(books.payments ?? []), ...events.map(paymentOf(books.currency))]),
})

/** Every day of a history: the books it begins with, and its payout. */
export const runHistory = ({ rules, days }: History) => {
  const full = rulesOf(rules)
  const minor = parseSignedAmount(orThrow(currencyOf(full.currency)))
  let books: Books = { agreement: 'test', currency: full.currency, totals: new Map() }
  return days.map((day) => {
    const totals = new Map(books.totals)
    for (const [party, amount] of Object.entries(day.earned)) {
      totals.set(party, (totals.get(party) ?? 0n) + orThrow(minor(amount)))
    }
    const holds = new Map(
      Object.entries(day.held ?? {}).map(([party, amount]) => [party, orThrow(minor(amount))]),
    )
    const before: Books = { ...books, totals, holds }
    const done = orThrow(payout(full)(date(day.at))(before))
    books = after(before, done)
    return { day, done, before, after: books, rules: full }
  })
}

/** A payout in major units, with only the columns that a day of a history names. */
export const written = (day: Day, { instructions, balances, notes }: Payout, currency: string) => {
  const money = formatAmount(orThrow(currencyOf(currency)))
  const some = (entries: readonly (readonly [string, bigint])[]) =>
    Object.fromEntries(
      entries.filter(([, minor]) => minor !== 0n).map(([key, minor]) => [key, money(minor)]),
    )
  const all = {
    paid: some(instructions.map(({ party, gross }) => [party, gross])),
    withheld: some(instructions.map(({ party, withheld }) => [party, withheld])),
    net: some(instructions.map(({ party, net }) => [party, net])),
    vat: some(instructions.map(({ party, vat }) => [party, vat?.tax ?? 0n])),
    carried: Object.fromEntries(balances.map(({ party, carried }) => [party, money(carried)])),
    amount: Object.fromEntries(
      instructions.map(({ party, amount, currency: paid }) => [
        party,
        `${formatAmount(paid)(amount)} ${paid.code}`,
      ]),
    ),
    persons: Object.fromEntries(
      instructions.flatMap(({ persons = [], currency: paid }) =>
        persons.map(({ person, amount }) => [person, formatAmount(paid)(amount)]),
      ),
    ),
    notes: notes.map(({ _tag }) => _tag),
  }
  return Object.fromEntries(Object.entries(all).filter(([column]) => column in day))
}
