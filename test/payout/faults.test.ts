/** The smallest input of each fault and note of payouts, against its file in test/errors. */
import { isLeft } from 'fp-ts/lib/Either.js'
import {
  explainPayout,
  grossUp,
  payout,
  type Books,
  type PayeeRule,
  type PayoutRules,
} from 'data-dividend/payout'
import { ratio } from 'data-dividend'
import { expect, it } from 'vitest'
import { asJson, smallestFault } from '../faults.js'
import { date, rulesOf } from './cases.js'

const at = date('2026-07-31')
const author = { kind: 'individual', account: '1' } as const
const royalty = { regime: 'cn.iit.withhold', item: 'royalty' }
const platform = { regime: 'cn.iit.platformCumulative', item: 'labour' }
const books = (totals: readonly (readonly [string, bigint])[]): Books => ({
  agreement: 'test',
  currency: 'CNY',
  totals: new Map(totals),
})
const one = (payee: PayeeRule, more: Partial<PayoutRules> = {}): PayoutRules =>
  rulesOf({ payees: { a: payee }, ...more })
const paid = (day: string, gross: bigint, withheld = 0n): Pick<Books, 'payments'> => ({
  payments: new Map([['p1', { at: date(day), party: 'a', gross, withheld }]]),
})

const left = (rules: PayoutRules, given: Books = books([['a', 1n]])): unknown => {
  const result = payout(rules)(at)(given)
  return isLeft(result) ? result.left : undefined
}
const note = (rules: PayoutRules, given: Books, tag: string): unknown => {
  const result = payout(rules)(at)(given)
  return isLeft(result) ? undefined : result.right.notes.find(({ _tag }) => _tag === tag)
}
const none = { kind: 'enterprise', account: '1' } as const
const usd = { ...none, currency: 'USD' }
const rate = {
  base: 'USD',
  quote: 'CNY',
  rate: '7.1',
  from: '2026-01-01',
  time: 'payout',
  source: 's',
}

const cases: Readonly<Record<string, unknown>> = {
  UnknownRegime: left(one({ ...author, withhold: { ...royalty, regime: 'cn.iit' } })),
  UnknownItem: left(one({ ...author, withhold: { ...royalty, item: 'gift' } })),
  RegimeCurrency: left(one({ ...none, vat: 'cn.vat.general' }, { currency: 'USD' })),
  ItemMissing: left(one(author)),
  SinceMissing: left(one({ ...author, withhold: platform })),
  RateMissing: left(one(usd)),
  NotAboveZero: left(one(none, { unit: '0' })),
  NotInForce: left(one(usd, { rates: [{ ...rate, to: '2026-07-31' }] })),
  RulesCurrency: left(one(none), { ...books([]), currency: 'USD' }),
  NoMembers: left(one({ ...none, of: [{ from: '2027-01-01', of: { x: 1 } }] })),
  Backdated: left(one(none), { ...books([]), ...paid('2026-08-01', 1n) }),
  NotAPayee: note(one(none), books([['b', 1n]]), 'NotAPayee'),
  PaidAlready: note(
    one(none),
    {
      ...books([['a', 2n]]),
      payments: new Map([['pay:test:a:2026-07-31', { at, party: 'a', gross: 1n, withheld: 0n }]]),
    },
    'PaidAlready',
  ),
  WithheldInExcess: note(
    one({ ...author, withhold: { ...platform, since: '2026-01-01' } }),
    { ...books([['a', 2n]]), ...paid('2026-06-30', 1n, 1n) },
    'WithheldInExcess',
  ),
  TaxOnDebit: note(
    one({ ...author, withhold: royalty }),
    { ...books([['a', 200000n]]), ...paid('2026-06-30', 300000n, 44000n) },
    'TaxOnDebit',
  ),
  NothingPaid: (() => {
    const tree = explainPayout(one(none))(at)(books([]))({ party: 'a' })
    return isLeft(tree) ? tree.left : undefined
  })(),
  NoGrossLeaves: (() => {
    const all = grossUp({ bands: [{ rate: ratio(1n), quick: 0n }] }, {})(1n)
    return isLeft(all) ? all.left : undefined
  })(),
}

it.each(Object.entries(cases))('%s', (tag, fault) => {
  expect(asJson(fault)).toEqual(smallestFault(tag))
})
