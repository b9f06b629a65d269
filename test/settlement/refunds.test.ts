import { describe, expect, it } from 'vitest'
import { settled } from './cases.js'
import { agreement, end, fee, sale, refund, table, totals, refused } from './small.js'

describe('refunds', () => {
  const capped = agreement([fee({ rate: '10%', cap: 30 }), end()])

  it('a cap is reached, and un-reached by a refund', () => {
    const events = [
      sale('s1', '2026-01-01', 500),
      refund('r1', '2026-01-02', 's1', 150),
      refund('r2', '2026-01-02', 's1', 100),
    ]
    expect(table(capped, events)).toEqual({
      s1: { agent: '30', owner: '470' },
      r1: { owner: '-150' },
      r2: { agent: '-5', owner: '-95' },
    })
  })
  it('a tier is un-crossed', () => {
    const tiers = agreement([fee({ tiers: [{ upTo: 100, rate: '10%' }, { rate: '50%' }] }), end()])
    expect(
      table(tiers, [sale('s1', '2026-01-01', 120), refund('r1', '2026-01-02', 's1', 40)]).r1,
    ).toEqual({ agent: '-12', owner: '-28' })
  })
  it('a recoupment is re-opened', () => {
    const advance = { id: 'adv', from: 'label', to: 'singer', amount: 100, recoup: '50%' }
    const flow = agreement([{ advance }, end({ singer: 1 })])
    const events = [
      sale('s1', '2026-01-01', 300),
      refund('r1', '2026-01-02', 's1', 200),
      sale('s2', '2026-01-03', 50),
    ]
    expect(table(flow, events)).toEqual({
      s1: { label: '100', singer: '200' },
      r1: { label: '-50', singer: '-150' },
      s2: { label: '25', singer: '25' },
    })
  })
  it('of everything leave nothing', () => {
    expect(
      totals(capped, [sale('s1', '2026-01-01', 500), refund('r1', '2026-01-02', 's1', 500)]),
    ).toEqual({ agent: '0', owner: '0' })
  })
  it('of nothing are refunds', () => {
    expect(
      table(capped, [sale('s1', '2026-01-01', 0), refund('r1', '2026-01-01', 's1', 0)]),
    ).toEqual({})
  })
  it('by the original lines of a sale of 0 give nothing', () => {
    const original = { ...capped, refunds: 'original' } as const
    expect(
      table(original, [sale('s1', '2026-01-01', 0), refund('r1', '2026-01-01', 's1', 0)]),
    ).toEqual({})
  })
  it('restate the period of their sale, on a line of today', () => {
    const { lines } = settled(capped, [
      sale('s1', '2026-01-01', 5),
      refund('r1', '2026-03-02', 's1', 5),
    ])
    expect(lines.at(-1)).toEqual({
      event: 'r1',
      at: '2026-03-02',
      of: 's1',
      party: 'owner',
      path: 'end',
      kind: 'share',
      period: '2026-03',
      restates: '2026-01',
      amount: -4n,
    })
    expect(lines[0]).not.toHaveProperty('restates')
  })
  it('never pass the sale, all parts together', () => {
    const first = [sale('s1', '2026-01-01', 5), refund('r1', '2026-01-01', 's1', 3)]
    expect(refused(capped, [...first, refund('r2', '2026-01-01', 's1', 3)])).toBe('RefundAboveSale')
    expect(refused(capped, [...first, refund('r2', '2026-01-01', 's1', 2)])).toBe('settled')
  })
  it('cannot be of a refund, and not be dated before their sale', () => {
    const first = [sale('s1', '2026-01-02', 5), refund('r1', '2026-01-02', 's1', 3)]
    expect(refused(capped, [...first, refund('r2', '2026-01-02', 'r1', 1)])).toBe('UnknownSale')
    expect(refused(capped, [...first, refund('r2', '2026-01-01', 's1', 1)])).toBe(
      'RefundBeforeSale',
    )
  })
})
