/** Places, carried counters, and closes: whole lines and whole counters. */
import type { Agreement, EventRecord, Steps } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { accountHolder } from '../../src/settlement/place.js'
import { settled } from './cases.js'
import { agreement, end, fee, other, sale } from './small.js'

const day = '2026-01-05'

/** Each line as `event party amount`, with whose place it is. */
const told = (of: Agreement, events: readonly EventRecord[]): readonly string[] =>
  settled(of, events).lines.map(({ event, party, amount, place }) =>
    [event, party, String(amount), ...(place === undefined ? [] : [`for ${place}`])].join(' '),
  )

/** Counters that are not 0, as `key value`, sorted. */
const counted = (of: Agreement, events: readonly EventRecord[]): readonly string[] =>
  [...settled(of, events).state.counters]
    .filter(([, value]) => value !== 0n)
    .map(([key, value]) => `${key} ${String(value)}`)
    .sort()

describe('a place', () => {
  const of = agreement([end()])
  const hold = (party: string) => other(`h-${party}`, day, 'hold', party)
  const heirs = (party: string, units: object) =>
    other(`m-${party}`, day, 'succeed', party, { units })
  const release = (party: string, more: object = {}) =>
    other(`l-${party}`, day, 'release', party, more)
  const [one, two] = [sale('s1', day, 9), sale('s2', day, 6)]

  it('has an account whose holder is known by its name', () => {
    expect(['hold:a', 'a', 'x:hold:a', 'hold:hold:a'].map(accountHolder)).toEqual([
      'a',
      'a',
      'x:hold:a',
      'hold:a',
    ])
  })
  it('released in part is held on, even when nothing is left', () => {
    const events = [hold('owner'), one, release('owner', { amount: 9 }), two]
    expect(told(of, events)).toEqual([
      's1 hold:owner 9 for owner',
      'l-owner hold:owner -9',
      'l-owner owner 9',
      's2 hold:owner 6 for owner',
    ])
    expect(settled(of, events).state.places).toStrictEqual(
      new Map([['owner', { held: true, total: 0n }]]),
    )
  })
  it('released is free, and nothing is a line', () => {
    const events = [hold('owner'), release('owner'), two]
    expect(told(of, events)).toEqual(['s2 owner 6'])
    expect(settled(of, events).state.places).toStrictEqual(
      new Map([['owner', { held: false, total: 0n }]]),
    )
  })
  it('passes with its balance, less what was paid out to it and to no other', () => {
    const pay = (id: string, party: string) => other(id, day, 'pay', party, { amount: 3 })
    const events = [one, pay('p1', 'owner'), pay('p2', 'x'), heirs('owner', { x: 2, y: 1 }), two]
    expect(told(of, events)).toEqual([
      's1 owner 9',
      'm-owner owner -6',
      'm-owner x 4',
      'm-owner y 2',
      's2 x 4 for owner',
      's2 y 2 for owner',
    ])
    expect(settled(of, events).state.places).toStrictEqual(
      new Map([
        [
          'owner',
          {
            held: false,
            total: 12n,
            heirs: [
              ['x', 2n],
              ['y', 1n],
            ],
          },
        ],
      ]),
    )
  })
  it('passes with a debt as it passes with money', () => {
    const pay = other('p1', day, 'pay', 'owner', { amount: 14 })
    const events = [one, pay, heirs('owner', { x: 2, y: 1 }), two]
    expect(told(of, events)).toEqual([
      's1 owner 9',
      'm-owner owner 5',
      'm-owner x -3',
      'm-owner y -2',
      's2 x 4 for owner',
      's2 y 2 for owner',
    ])
  })
  it('gives no line to an heir of nothing', () => {
    expect(told(of, [heirs('owner', { x: 1, y: 0 }), two])).toEqual(['s2 x 6 for owner'])
  })
  it('of an heir may be held, and may pass on', () => {
    const events = [
      heirs('owner', { x: 2, y: 1 }),
      hold('x'),
      heirs('y', { u: 1, v: 1 }),
      two,
      release('x'),
    ]
    expect(told(of, events)).toEqual([
      's2 hold:x 4 for owner',
      's2 u 1 for owner',
      's2 v 1 for owner',
      'l-x hold:x -4',
      'l-x x 4',
    ])
  })
  it('held before it passes is held for its heirs', () => {
    const events = [
      hold('owner'),
      one,
      heirs('owner', { x: 2, y: 1 }),
      two,
      release('owner'),
      sale('s3', day, 3),
    ]
    expect(told(of, events)).toEqual([
      's1 hold:owner 9 for owner',
      's2 hold:owner 6 for owner',
      'l-owner hold:owner -15',
      'l-owner x 10 for owner',
      'l-owner y 5 for owner',
      's3 x 2 for owner',
      's3 y 1 for owner',
    ])
  })
})

describe('an amendment freezes', () => {
  const tiers = (more: object = {}) => [
    fee({ id: 'first', rate: '50%', cap: 10 }),
    fee({ tiers: [{ upTo: 100, rate: '10%' }, { rate: 0 }], ...more }),
    end(),
  ]
  const amended = (dates: readonly string[], steps: Steps) =>
    agreement(steps, {
      amendments: dates.map((from) => ({ from, carry: ['fee'], flow: steps })),
    })
  it('the clause that it carries, once', () => {
    const of = amended(['2026-07-01'], tiers())
    const events = [sale('s1', day, 60), sale('s2', '2026-07-01', 30), sale('s3', '2026-08-01', 30)]
    expect(counted(of, events)).toEqual([
      '2026-07-01/first 60',
      'base:2026-07-01/fee 50',
      'first 60',
      'frozen:2026-07-01 1',
      'taken:2026-07-01/fee 5',
    ])
    expect(told(of, events)).toEqual([
      's1 agent 10',
      's1 agent 5',
      's1 owner 45',
      's2 agent 10',
      's2 agent 2',
      's2 owner 18',
      's3 agent 3',
      's3 owner 27',
    ])
  })
  it.each([
    ['month', '2026-07-15', '2026-07-01', '2026-07-31', '2026-08-01'],
    ['quarter', '2026-08-15', '2026-07-01', '2026-09-30', '2026-10-01'],
    ['year', '2026-08-15', '2026-01-01', '2026-12-31', '2027-01-01'],
  ] as const)('what a clause by %s reached in the period that is cut', (every, from, a, b, c) => {
    const steps = [
      fee({ tiers: [{ upTo: 100, rate: '10%' }, { rate: 0 }], on: 'period', every }),
      end(),
    ]
    const of = amended([from], steps)
    const events = [sale('s1', a, 60), sale('s2', b, 100), sale('s3', c, 100)]
    expect(told(of, events)).toEqual([
      's1 agent 6',
      's1 owner 54',
      's2 agent 4',
      's2 owner 96',
      's3 agent 10',
      's3 owner 90',
    ])
  })
  it('over two amendments of one period what both reached, of two periods the last', () => {
    const steps = tiers({ on: 'period' }).slice(1)
    const events = (last: string) => [
      sale('s1', '2026-07-01', 20),
      sale('s2', '2026-07-15', 30),
      sale('s3', last, 40),
    ]
    expect(counted(amended(['2026-07-10', '2026-07-20'], steps), events('2026-07-25'))).toEqual([
      '2026-07-10/end 27',
      '2026-07-10/fee@2026-07 30',
      '2026-07-20/end 36',
      '2026-07-20/fee@2026-07 40',
      'base:2026-07-10/fee 20',
      'base:2026-07-20/fee 50',
      'end 18',
      'fee@2026-07 20',
      'frozen:2026-07-10 1',
      'frozen:2026-07-20 1',
      'taken:2026-07-10/fee 2',
      'taken:2026-07-20/fee 5',
    ])
    expect(counted(amended(['2026-07-10', '2026-08-20'], steps), events('2026-08-25'))).toEqual([
      '2026-07-10/end 27',
      '2026-07-10/fee@2026-07 30',
      '2026-08-20/end 36',
      '2026-08-20/fee@2026-08 40',
      'base:2026-07-10/fee 20',
      'end 18',
      'fee@2026-07 20',
      'frozen:2026-07-10 1',
      'frozen:2026-08-20 1',
      'taken:2026-07-10/fee 2',
    ])
  })
})

describe('a close is heard', () => {
  const least = (amount: number): Steps => [
    { guarantee: { id: 'least', from: 'label', to: 'owner', amount } },
    end(),
  ]
  const close = other('c1', '2026-02-15', 'close', '2026-01')
  const of = (from: string, more: object = {}) =>
    agreement(least(30), { amendments: [{ from, flow: least(50), ...more }] })

  it('by versions in force at its date', () => {
    expect(told(of('2026-02-16'), [close])).toEqual(['c1 label -30', 'c1 owner 30'])
    expect(told(of('2026-02-15'), [close])).toEqual([
      'c1 label -50',
      'c1 owner 50',
      'c1 label -30',
      'c1 owner 30',
    ])
  })
  it('by the last version alone of a clause that goes on', () => {
    expect(told(of('2026-02-15', { carry: ['least'] }), [close])).toEqual([
      'c1 label -50',
      'c1 owner 50',
    ])
  })
})
