/** The exact keys that a system with its own database locks for one event. */
import { compile, countersOf, orThrow, parseDate } from 'data-dividend'
import type { Agreement, EventRecord, Steps } from 'data-dividend'
import type { SaleRecord } from 'data-dividend/settlement'
import { isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { agreement, end, fee, other, refund, sale } from './small.js'

const keys = (of: Agreement, event: EventRecord, record?: SaleRecord) => {
  const found = countersOf(orThrow(compile(of)))(record, event)
  return isRight(found) ? found.right : found.left
}

/** The record of a sale, as a refund of it needs it. */
const soldOn = (day: string): SaleRecord => ({
  at: orThrow(parseDate(day)),
  amount: 5n,
  refunded: 0n,
  attributes: {},
})

const half = [{ upTo: 100, rate: '50%' }, { rate: 0 }]
const pool = { pools: { fund: { units: { a: 1 } }, other: { units: { a: 1 } } } }
const advance = { advance: { id: 'adv', from: 'label', to: 'fund', amount: 5 } }
const tiers: Steps = [fee({ tiers: half }), end()]
const carried = (from: string, first: Steps = tiers): Agreement =>
  agreement(first, { amendments: [{ from, carry: ['fee'], flow: tiers }] })

describe('keys of counters', () => {
  it.each([
    ['month', ['end', 'fee@2026-05']],
    ['quarter', ['end', 'fee@2026-Q2']],
    ['year', ['end', 'fee@2026']],
  ] as const)('of a clause by %s', (every, wanted) => {
    const of = agreement([fee({ tiers: half, on: 'period', every }), end()])
    expect(keys(of, sale('s1', '2026-05-31', 5))).toEqual(wanted)
  })
  it.each([
    ['over life', 'life', ['fee']],
    ['by sale', 'event', ['end']],
  ] as const)('of a clause %s', (_, on, wanted) => {
    const of = agreement([fee({ tiers: half, on }), end({ a: 1, b: 1 })])
    expect(keys(of, sale('s1', '2026-05-31', 5))).toEqual(wanted)
  })
  it('of a refund are those of the date of its sale', () => {
    const of = agreement([fee({ tiers: half, on: 'period' }), end()])
    const back = refund('r1', '2026-05-01', 's1', 1)
    expect(keys(of, back, soldOn('2026-03-31'))).toEqual(['end', 'fee@2026-03'])
    expect(keys(of, back)).toEqual([])
  })
  it('of a sale are none of a sale that is given besides', () => {
    const of = agreement([fee({ tiers: half, on: 'period' }), end()])
    const event = sale('s1', '2026-05-01', 1)
    expect(keys(of, event, soldOn('2026-03-31'))).toEqual(['end', 'fee@2026-05'])
  })
  it('of a sale name the pools that it reaches, and no others', () => {
    const of = agreement([end({ fund: 1, owner: 1 })], pool)
    expect(keys(of, sale('s1', '2026-05-31', 5))).toEqual(['end', 'pool:fund'])
    expect(keys(of, refund('r1', '2026-05-31', 's1', 5), soldOn('2026-05-31'))).toEqual([
      'end',
      'pool:fund',
    ])
  })
  it('of a dividend are what its pool holds', () => {
    const of = agreement([end({ fund: 1 })], pool)
    expect(keys(of, other('d1', '2026-05-31', 'declare', 'fund'))).toEqual(['pool:fund'])
    expect(keys(of, other('d1', '2026-05-31', 'declare', 'other'))).toEqual(['pool:other'])
  })
  it('of a payment ahead are what was paid, and the pools that it reaches', () => {
    const of = agreement([advance, end()], pool)
    const event = other('t1', '2026-05-31', 'transfer', 'adv')
    expect(keys(of, event)).toEqual(['paid:adv', 'pool:fund'])
    expect(keys(of, { ...event, of: 'none' })).toEqual([])
  })
  it('of a payment ahead are those of its split, and none of the flow', () => {
    const of = agreement(
      [{ advance: { id: 'adv', from: 'label', to: 'both', amount: 5 } }, end()],
      { flows: { both: [{ share: { id: 'halves', of: { p: 1, q: 1 } } }] } },
    )
    expect(keys(of, other('t1', '2026-05-31', 'transfer', 'adv'))).toEqual(['paid:adv'])
  })
  it('of a fold stand for all of its numbers', () => {
    const reserve = { reserve: { id: 'returns', rate: '10%', over: 2, in: 'returnsHeld' } }
    const of = agreement([reserve, end()])
    expect(keys(of, sale('s1', '2026-05-31', 5))).toEqual([
      'pool:returnsHeld',
      'returns#',
      'returns#rest',
    ])
  })
  it.each([
    ['a hold', other('h', '2026-05-31', 'hold', 'owner')],
    ['a payout', other('p', '2026-05-31', 'pay', 'owner', { amount: 1 })],
  ])('of %s are none', (_, event) => {
    expect(keys(agreement(tiers), event)).toEqual([])
  })
  it('of the first day of an amendment name what it carries, and what it is read from', () => {
    expect(keys(carried('2026-07-01'), sale('s1', '2026-07-01', 5))).toEqual([
      '2026-07-01/fee',
      'base:2026-07-01/fee',
      'fee',
      'frozen:2026-07-01',
      'taken:2026-07-01/fee',
    ])
    expect(keys(carried('2026-07-01'), sale('s1', '2026-06-30', 5))).toEqual(['fee'])
  })
  it('of an amendment that carries nothing are its own alone', () => {
    const of = agreement(tiers, { amendments: [{ from: '2026-07-01', flow: tiers }] })
    expect(keys(of, sale('s1', '2026-07-01', 5))).toEqual(['2026-07-01/fee'])
  })
  it('of a later event are still those that an amendment froze', () => {
    const of = carried('2026-07-15', [fee({ tiers: half, on: 'period' }), end()])
    expect(keys(of, other('h', '2026-09-01', 'hold', 'owner'))).toEqual([
      'base:2026-07-15/fee',
      'end',
      'fee@2026-07',
      'frozen:2026-07-15',
      'taken:2026-07-15/fee',
    ])
  })
  it('are told of an event that can be read', () => {
    expect(keys(agreement(tiers), sale('s1', '2026-02-30', 5))).toEqual({
      _tag: 'NotADate',
      text: '2026-02-30',
      path: [0, 'at'],
    })
  })
})
