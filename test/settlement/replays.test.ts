/** Net refunds under a fold: whole lines and whole counters. */
import type { Agreement, EventRecord } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { settled } from './cases.js'
import { agreement, end, refund, sale } from './small.js'

const day = '2026-01-05'

/** Each line as `event party amount`. */
const told = (of: Agreement, events: readonly EventRecord[]): readonly string[] =>
  settled(of, events).lines.map(({ event, party, amount }) =>
    [event, party, String(amount)].join(' '),
  )

/** Counters that are not 0, as `key value`, sorted. */
const counted = (of: Agreement, events: readonly EventRecord[]): readonly string[] =>
  [...settled(of, events).state.counters]
    .filter(([, value]) => value !== 0n)
    .map(([key, value]) => `${key} ${String(value)}`)
    .sort()

describe('a refund under a fold', () => {
  const of = agreement([
    { levy: { id: 'levy', to: 'fund', rate: '10%', kept: 'owner' } },
    { reserve: { id: 'back', rate: '10%', over: 1, in: 'kept' } },
    end(),
  ])
  const events = [
    sale('s0', day, 50),
    sale('s1', day, 100),
    refund('r1', '2026-01-06', 's1', 40),
    refund('r2', '2026-01-07', 's1', 20),
  ]
  it('leaves what both parts leave, the levy kept', () => {
    expect(told(of, events)).toEqual([
      's0 fund 5',
      's0 kept 5',
      's0 owner 40',
      's1 fund 10',
      's1 kept 9',
      's1 owner 81',
      'r1 fund -4',
      'r1 kept -4',
      'r1 owner -32',
      'r1 fund 4',
      'r1 owner -4',
      'r2 fund -2',
      'r2 kept -2',
      'r2 owner -16',
      'r2 fund 2',
      'r2 owner -2',
    ])
    expect(counted(of, events)).toEqual([
      'back#came@2026-01 81',
      'back#held@2026-01 8',
      'back#rest 73',
      'levy 90',
      'pool:kept 8',
    ])
    expect(settled(of, events).state.sales.get('s1')).toMatchObject({ amount: 100n, refunded: 60n })
  })
  it('is a line of its own date that restates its sale', () => {
    const late = [sale('s1', day, 10), refund('r1', '2026-02-06', 's1', 10)]
    expect(settled(of, late).lines.at(-1)).toStrictEqual({
      event: 'r1',
      at: '2026-02-06',
      of: 's1',
      party: 'owner',
      path: 'levy',
      kind: 'levy',
      amount: -1n,
      period: '2026-02',
      restates: '2026-01',
    })
  })
})
