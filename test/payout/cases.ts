/** Runs the histories of test/vectors/payout: a payout a day, each on the payments before it. */
import { readFileSync } from 'node:fs'
import {
  compile,
  currencyOf,
  emptyState,
  formatAmount,
  orThrowWith,
  parseDate,
  parseSignedAmount,
  settle,
} from 'data-dividend'
import { describeError } from 'data-dividend/report'
import { payout, type Books, type Payout, type PayoutRules } from 'data-dividend/payout'

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

export const orThrow = orThrowWith(describeError('en'))
export const date = (text: string) => orThrow(parseDate(text))

export const rulesOf = (rules: History['rules']): PayoutRules => ({
  rules: 'test',
  currency: 'CNY',
  payer: 'payer',
  ...rules,
})

/** The books after a payout's events, settled. */
export const after = (books: Books, { events }: Payout): Books => {
  const { agreement, currency } = books
  const flow = [{ share: { id: 'all', of: { a: 1 } } }]
  const program = orThrow(compile({ agreement, currency, flow }))
  const { state } = orThrow(
    settle(program)({ ...emptyState({ agreement, currency }), ...books })(events),
  )
  return { ...books, ...(state.payments && { payments: state.payments }) }
}

/** Totals of which so much is held. */
export const withHeld = (
  totals: Books['totals'],
  held: Readonly<Record<string, bigint>>,
): Books['totals'] =>
  new Map([
    ...totals,
    ...Object.entries(held).flatMap(([party, amount]): readonly (readonly [string, bigint])[] => [
      [party, (totals.get(party) ?? 0n) - amount],
      [`hold:${party}`, amount],
    ]),
  ])

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
    const held = Object.fromEntries(
      Object.entries(day.held ?? {}).map(([party, amount]) => [party, orThrow(minor(amount))]),
    )
    const before: Books = { ...books, totals: withHeld(totals, held) }
    const done = orThrow(payout(full)(date(day.at))(before))
    const settled = after(before, done)
    books = { ...settled, totals }
    return { day, done, before, after: settled, rules: full }
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
