/** What payouts keep over any history of earnings, holds and days. */
import { share } from 'data-dividend'
import {
  extractOf,
  memberExtract,
  payout,
  regimes,
  type Books,
  type PayeeRule,
  type PayoutRules,
} from 'data-dividend/payout'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'
import { after, date, orThrow, rulesOf, withHeld } from './cases.js'

const items = regimes.flatMap(({ id, withhold }) =>
  Object.entries(withhold?.items ?? {}).map(([item, terms]) => ({ id, item, terms })),
)

const payees: fc.Arbitrary<PayeeRule> = fc.oneof(
  fc.constantFrom<PayeeRule>(
    { kind: 'enterprise', account: '1' },
    { kind: 'enterprise', account: '1', vat: 'cn.vat.general', currency: 'USD' },
    { kind: 'individual', account: '1', withhold: 'none', threshold: '0.50' },
    {
      kind: 'individual',
      account: '1',
      withhold: {
        regime: 'cn.iit.platformCumulative',
        item: 'labour',
        since: '2026-02-01',
      },
    },
  ),
  fc
    .constantFrom(...items.filter(({ terms }) => terms.monthly === undefined))
    .map(({ id, item }): PayeeRule => ({
      kind: 'individual',
      account: '1',
      vat: 'cn.vat.simplified',
      withhold: { regime: id, item },
    })),
  fc
    .tuple(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }), fc.boolean())
    .map(([weights, abroad]): PayeeRule => ({
      kind: 'individual',
      account: '1',
      trustee: 'cooperative',
      of: Object.fromEntries(weights.map((weight, index) => [`m${index}`, weight])),
      withhold: { regime: 'cn.iit.withhold', item: 'royalty' },
      ...(abroad ? { currency: 'USD' } : {}),
    })),
)

const histories = fc.record({
  rules: fc
    .record({
      a: payees,
      b: payees,
      threshold: fc.constantFrom('0', '100.00'),
      unit: fc.constantFrom('0.01', '1.00'),
    })
    .map(({ a, b, threshold, unit }) =>
      rulesOf({
        threshold,
        unit,
        payees: { a, b },
        persons: { m0: { withhold: 'none' } },
        rates: [
          {
            base: 'USD',
            quote: 'CNY',
            rate: '7.1234',
            from: '2026-01-01',
            time: 'payout',
            source: 'test',
          },
        ],
      }),
    ),
  days: fc.uniqueArray(
    fc.record({
      month: fc.integer({ min: 1, max: 6 }),
      day: fc.integer({ min: 1, max: 28 }),
      a: fc.bigInt(-500_000n, 5_000_000n),
      b: fc.bigInt(-100n, 100_000n),
      pool: fc.bigInt(0n, 100n),
      held: fc.bigInt(0n, 200_000n),
    }),
    { minLength: 1, maxLength: 7, selector: ({ month, day }) => month * 100 + day },
  ),
})

const two = (of: number): string => String(of).padStart(2, '0')

/** Each day's books and payout, in the order of days. */
const run = ({ rules, days }: { rules: PayoutRules; days: readonly DayOf[] }) => {
  let books: Books = { agreement: 'test', currency: 'CNY', totals: new Map() }
  return [...days]
    .sort((x, y) => x.month - y.month || x.day - y.day)
    .map(({ month, day, held, ...earned }) => {
      const totals = new Map(books.totals)
      for (const [name, amount] of Object.entries(earned)) {
        totals.set(name, (totals.get(name) ?? 0n) + amount)
      }
      const at = date(`2026-${two(month)}-${two(day)}`)
      const before = { ...books, totals: withHeld(totals, { a: held }) }
      const done = orThrow(payout(rules)(at)(before))
      const settled = after(before, done)
      books = { ...settled, totals }
      return { at, before, done, books: settled }
    })
}

interface DayOf {
  readonly month: number
  readonly day: number
  readonly a: bigint
  readonly b: bigint
  readonly pool: bigint
  readonly held: bigint
}

const sum = (of: readonly bigint[]): bigint => of.reduce((x, y) => x + y, 0n)

describe('a payout', () => {
  it('of a payout is empty', () => {
    holds(
      fc.property(histories, (history) =>
        run(history).every(({ at, books }) =>
          [at, date('2026-12-31')].every((day) => {
            const again = orThrow(payout(history.rules)(day)(books))
            return again.instructions.length === 0 && again.events.length === 0
          }),
        ),
      ),
      60,
    )
  })

  it('loses nothing: paid + withheld + held + carried = earned, for each party and in all', () => {
    holds(
      fc.property(histories, (history) =>
        run(history).every(({ before, done, books }) => {
          const payments = [...(books.payments?.values() ?? [])]
          return done.balances.every(({ party, earned, paid, withheld, held, carried }) => {
            const mine = payments.filter((one) => one.party === party)
            return (
              earned === (before.totals.get(party) ?? 0n) + held &&
              held === (before.totals.get(`hold:${party}`) ?? 0n) &&
              paid + withheld + held + carried === earned &&
              withheld === sum(mine.map((one) => one.withheld)) &&
              paid + withheld === sum(mine.map((one) => one.gross))
            )
          })
        }),
      ),
    )
  })

  it('pays nothing negative, and its members and taxes sum to it', () => {
    holds(
      fc.property(histories, (history) =>
        run(history).every(({ done }) =>
          done.instructions.every(({ gross, net, withheld, amount, taxes, persons, vat }) => {
            const parts = persons ?? []
            return (
              gross > 0n &&
              net >= 0n &&
              withheld >= 0n &&
              net + withheld === gross &&
              sum(taxes.map((one) => one.amount)) === withheld &&
              (vat === undefined || vat.net + vat.tax === gross) &&
              (persons === undefined ||
                (parts.every((one) => one.net >= 0n && one.gross >= 0n && one.amount >= 0n) &&
                  sum(parts.map((one) => one.gross)) === gross &&
                  sum(parts.map((one) => one.withheld)) === withheld &&
                  sum(parts.map((one) => one.amount)) === amount))
            )
          }),
        ),
      ),
    )
  })

  it('withholds within a month what one payment owes, in any parts and order', () => {
    const royalty = rulesOf({
      payees: {
        a: {
          kind: 'individual',
          account: '1',
          withhold: { regime: 'cn.iit.withhold', item: 'labour' },
        },
        pool: {
          kind: 'individual',
          account: '2',
          of: { x: 5, y: 2, z: 2 },
          withhold: { regime: 'cn.iit.withhold', item: 'royalty' },
        },
      },
    })
    const parts = fc.array(fc.bigInt(1n, 3_000_000n), { minLength: 1, maxLength: 8 })
    holds(
      fc.property(parts, fc.constantFrom('a', 'pool'), (amounts, party) => {
        const whole = sum(amounts)
        const totalOf = (list: readonly bigint[]) =>
          sum(
            run({
              rules: royalty,
              days: list.map((amount, index) => ({
                month: 3,
                day: index + 1,
                a: 0n,
                b: 0n,
                pool: 0n,
                held: 0n,
                [party]: amount,
              })),
            }).flatMap(({ done }) => done.instructions.map((one) => one.withheld)),
          )
        const once = totalOf([whole])
        return totalOf(amounts) === once && totalOf([...amounts].reverse()) === once
      }),
      60,
    )
  })

  it('gives members in the end what one payment would', () => {
    const rules = rulesOf({
      payees: { a: { kind: 'public', account: '1', of: { x: 5, y: 2, z: 2 } } },
    })
    holds(
      fc.property(fc.array(fc.bigInt(1n, 1000n), { minLength: 1, maxLength: 8 }), (amounts) => {
        const days = amounts.map((a, index) => ({
          month: 3,
          day: index + 1,
          a,
          b: 0n,
          pool: 0n,
          held: 0n,
        }))
        const last = run({ rules, days }).at(-1)!.books
        const got = ['x', 'y', 'z'].map((person) =>
          sum(orThrow(memberExtract(rules)(person)(last)).map((one) => one.gross)),
        )
        expect(got).toEqual(orThrow(share([5n, 2n, 2n])(sum(amounts))))
      }),
      60,
    )
  })
})

describe('an extract', () => {
  it('adds up, and agrees with the balances', () => {
    holds(
      fc.property(histories, (history) =>
        run(history).every(({ done, books }) =>
          done.balances.every((balance) => {
            const own = orThrow(extractOf(balance.party)({ ...books, lines: [] }))
            return (
              own.carried === balance.carried &&
              own.paid === balance.paid &&
              own.withheld === balance.withheld
            )
          }),
        ),
      ),
    )
  })
})
