/** What the tests of accounting share. */
import { readFileSync } from 'node:fs'
import {
  compile,
  emptyState,
  formatAmount,
  orThrowWith,
  parseAmount,
  parseDate,
  settle,
  type Agreement,
  type EventRecord,
} from 'data-dividend'
import {
  balancesOf,
  keepBooks,
  type Books,
  type Register,
  type RegisterRecord,
  type Role,
  type Settled,
} from 'data-dividend/accounting'
import { describeError } from 'data-dividend/report'

/** The vectors of a file, as the caller knows them to be. */
export const readVectors = (name: string): unknown =>
  JSON.parse(readFileSync(`test/vectors/accounting/${name}.json`, 'utf8'))

export const orThrow = orThrowWith(describeError('en'))
export const day = (text: string) => orThrow(parseDate(text))

export const cny = { code: 'CNY', digits: 2 } as const
export const money = formatAmount(cny)
export const minor = (text: string) => orThrow(parseAmount(cny)(text))

export const registerOf = (part: Partial<Register> & Pick<Register, 'events'>): Register => ({
  register: 'test',
  currency: 'CNY',
  ...part,
})

export const booksOf = (until: string, part: Partial<Register> & Pick<Register, 'events'>): Books =>
  orThrow(keepBooks(day(until))(registerOf(part)))

/** The balances that are asked for, as text. */
export const shownBalances = (
  balances: ReadonlyMap<Role, bigint>,
  asked: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(asked).map((role) => [role, money(balances.get(role as Role) ?? 0n)]),
  )

export const settledBy = (agreement: Agreement, events: readonly EventRecord[]): Settled => {
  const statement = orThrow(settle(orThrow(compile(agreement)))(emptyState(agreement))(events))
  return { agreement, lines: statement.lines, state: statement.state }
}

export const buy = (at: string, amount: string, more: object = {}): RegisterRecord => ({
  id: 'a',
  at,
  kind: 'acquire',
  asset: 'x',
  class: 'intangible',
  column: 'bought',
  items: [{ item: 'price', amount }],
  ...more,
})
export const ready = (at: string, months: string, more: object = {}): RegisterRecord => ({
  id: 'r',
  at,
  kind: 'ready',
  asset: 'x',
  schedule: { months },
  ...more,
})
export const after = (id: string, at: string, kind: string, more: object = {}): RegisterRecord => ({
  id,
  at,
  kind,
  asset: 'x',
  ...more,
})
export const stock = (amount: string): RegisterRecord =>
  buy('2026-01-05', amount, { class: 'inventory' })

/** Balances that are not 0, as text. */
export const left = (until: string, events: readonly RegisterRecord[], settings: object = {}) =>
  Object.fromEntries(
    [...balancesOf(booksOf(until, { ...settings, events }).vouchers)]
      .filter(([, amount]) => amount !== 0n)
      .map(([role, amount]): readonly [Role, string] => [role, money(amount)]),
  )
