import { type Agreement } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { settled } from './cases.js'
import { agreement, end, sale, refund, other, table, refused } from './small.js'

describe('transfers and dividends', () => {
  const both = { both: [{ share: { id: 'halves', of: { p: 1, q: 1 } } }] }
  const ahead = agreement(
    [{ advance: { id: 'adv', from: 'label', to: 'both', amount: 5 } }, end({ both: 1 })],
    { flows: both },
  )
  const pooled = (units: NonNullable<Agreement['pools']>[string]) =>
    agreement([end({ fund: 1 })], { pools: { fund: units } })

  it('parts of an advance add up to its split', () => {
    const events = [1, 2, 3].map((n) =>
      other(`t${n}`, '2026-01-01', 'transfer', 'adv', { amount: 1 }),
    )
    expect(table(ahead, events)).toEqual({
      t1: { label: '-1', p: '1' },
      t2: { label: '-1', q: '1' },
      t3: { label: '-1', p: '1' },
    })
    expect(
      refused(ahead, [...events, other('t4', '2026-01-01', 'transfer', 'adv', { amount: 3 })]),
    ).toBe('AboveAdvance')
  })
  it('an empty amount pays what is left, once', () => {
    const events = [
      other('t1', '2026-01-01', 'transfer', 'adv', { amount: 1 }),
      other('t2', '2026-01-01', 'transfer', 'adv'),
      other('t3', '2026-01-01', 'transfer', 'adv'),
    ]
    expect(table(ahead, events)).toEqual({
      t1: { label: '-1', p: '1' },
      t2: { label: '-4', p: '2', q: '2' },
    })
  })
  it('each declaration is a split of its own', () => {
    const events = [
      sale('s1', '2026-01-01', 2),
      other('d1', '2026-01-01', 'declare', 'fund', { amount: 1 }),
      other('d2', '2026-01-01', 'declare', 'fund', { amount: 1 }),
    ]
    expect(table(pooled({ units: { a: 1, b: 1 } }), events)).toEqual({
      s1: { fund: '2' },
      d1: { fund: '-1', a: '1' },
      d2: { fund: '-1', a: '1' },
    })
  })
  it('the register is that of the day', () => {
    const of = pooled({
      units: [
        { from: '2026-01-02', of: { a: 1 } },
        { from: '2026-01-03', of: { b: 1 } },
      ],
    })
    const on = (day: string) => [sale('s1', '2026-01-01', 2), other('d1', day, 'declare', 'fund')]
    expect(refused(of, on('2026-01-01'))).toBe('NoRegister')
    expect(table(of, on('2026-01-02')).d1).toEqual({ fund: '-2', a: '2' })
    expect(table(of, on('2026-01-03')).d1).toEqual({ fund: '-2', b: '2' })
  })
  it('an event may bring its own units, this once', () => {
    const own = other('d1', '2026-01-01', 'declare', 'fund', { units: { c: 1 }, amount: 1 })
    const events = [sale('s1', '2026-01-01', 2), own, other('d2', '2026-01-01', 'declare', 'fund')]
    expect(table(pooled({ units: { a: 1 } }), events)).toMatchObject({
      d1: { c: '1' },
      d2: { a: '1' },
    })
  })
  it('a debit of the pool is filled first', () => {
    const of = pooled({ units: { a: 1 } })
    const events = [
      sale('s1', '2026-01-01', 5),
      other('d1', '2026-01-01', 'declare', 'fund'),
      refund('r1', '2026-01-02', 's1', 5),
      sale('s2', '2026-01-03', 7),
      other('d2', '2026-01-03', 'declare', 'fund'),
    ]
    expect(table(of, events).d2).toEqual({ fund: '-2', a: '2' })
    expect(refused(of, events.slice(0, 3))).toBe('settled')
    expect(settled(of, events.slice(0, 3)).notes).toEqual([
      { _tag: 'InDebit', name: 'fund', amount: '-5' },
    ])
  })
})
