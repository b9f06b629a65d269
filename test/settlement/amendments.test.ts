import { type Fee, type Steps } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { settled } from './cases.js'
import { agreement, end, fee, sale, refund, other, table, totals } from './small.js'

describe('amendments', () => {
  const amended = (first: Steps, second: Steps, from: string, more: object = {}) =>
    agreement(first, { amendments: [{ from, carry: ['fee'], flow: second, ...more }] })
  const tiers = (low: string, high: string, on: object = {}) =>
    [fee({ tiers: [{ upTo: 100, rate: low }, { rate: high }], ...on }), end()] as const

  it('a late sale runs on the version of its own date', () => {
    const of = amended(tiers('10%', '10%'), tiers('20%', '20%'), '2026-07-01')
    const events = [sale('s1', '2026-07-01', 100), sale('s2', '2026-06-30', 100)]
    expect(table(of, events)).toEqual({
      s1: { agent: '20', owner: '80' },
      s2: { agent: '10', owner: '90' },
    })
    expect(settled(of, events).lines.map(({ path }) => path)).toEqual([
      '2026-07-01/fee',
      '2026-07-01/end',
      'fee',
      'end',
    ])
  })
  it('what is carried is frozen by the first event of the new version', () => {
    const of = amended(tiers('10%', '0'), tiers('10%', '0'), '2026-07-01')
    const before = sale('s1', '2026-06-01', 60)
    const late = sale('s2', '2026-06-02', 40)
    const after = sale('s3', '2026-07-01', 100)
    expect(totals(of, [before, late, after]).agent).toBe('10')
    expect(totals(of, [before, after, late]).agent).toBe('14')
  })
  it('an event that is no sale freezes, too', () => {
    const of = amended(tiers('10%', '0'), tiers('10%', '0'), '2026-07-01')
    const events = [
      sale('s1', '2026-06-01', 60),
      refund('r1', '2026-07-01', 's1', 60),
      sale('s2', '2026-07-02', 100),
    ]
    expect(table(of, events).s2).toEqual({ agent: '4', owner: '96' })
  })
  it('a clause by period carries in the period that is cut, and in no other', () => {
    const of = amended(
      tiers('10%', '0', { on: 'period' }),
      tiers('10%', '0', { on: 'period' }),
      '2026-07-15',
    )
    const events = [
      sale('s1', '2026-07-01', 60),
      sale('s2', '2026-07-15', 100),
      sale('s3', '2026-08-01', 100),
    ]
    expect(table(of, events)).toEqual({
      s1: { agent: '6', owner: '54' },
      s2: { agent: '4', owner: '96' },
      s3: { agent: '10', owner: '90' },
    })
  })
  it('a date that cuts no period carries nothing', () => {
    const of = amended(
      tiers('10%', '0', { on: 'period' }),
      tiers('10%', '0', { on: 'period' }),
      '2026-07-01',
    )
    expect(table(of, [sale('s1', '2026-06-30', 60), sale('s2', '2026-07-01', 100)]).s2).toEqual({
      agent: '10',
      owner: '90',
    })
  })
  it('a plain rate starts afresh, its cap and floor go on', () => {
    const rate = (table: Partial<Fee>): Steps => [fee({ rate: '50%', ...table }), end()]
    const events = [sale('s1', '2026-06-01', 1), sale('s2', '2026-07-01', 1)]
    const of = amended(rate({ cap: 99 }), rate({ cap: 99 }), '2026-07-01')
    expect(table(of, events)).toEqual({ s1: { agent: '1' }, s2: { agent: '1' } })
    const full = amended(rate({ cap: 30 }), rate({ cap: 40 }), '2026-07-01')
    expect(table(full, [sale('s1', '2026-06-01', 100), sale('s2', '2026-07-01', 100)]).s2).toEqual({
      agent: '10',
      owner: '90',
    })
    const less = amended(rate({ cap: 30 }), rate({ cap: 20 }), '2026-07-01')
    expect(table(less, [sale('s1', '2026-06-01', 100), sale('s2', '2026-07-01', 100)]).s2).toEqual({
      owner: '100',
    })
    const low = (floor: number): Steps => [fee({ rate: 0, floor }), end()]
    expect(
      table(amended(low(30), low(40), '2026-07-01'), [
        sale('s1', '2026-06-01', 100),
        sale('s2', '2026-07-01', 100),
      ]).s2,
    ).toEqual({ agent: '10', owner: '90' })
  })
  it('bases add up over amendments', () => {
    const of = agreement(tiers('10%', '0'), {
      amendments: ['2026-07-01', '2026-08-01'].map((from) => ({
        from,
        carry: ['fee'],
        flow: tiers('10%', '0'),
      })),
    })
    const events = ['2026-06-01', '2026-07-01', '2026-08-01'].map((at, index) =>
      sale(`s${index}`, at, 40),
    )
    expect(totals(of, events).agent).toBe('10')
  })
  it('an advance goes on with what was paid and recouped', () => {
    const steps: Steps = [
      { advance: { id: 'fee', from: 'label', to: 'singer', amount: 100 } },
      end({ singer: 1 }),
    ]
    const events = [
      other('t1', '2026-06-01', 'transfer', 'fee', { amount: 70 }),
      sale('s1', '2026-06-02', 80),
      other('t2', '2026-07-01', 'transfer', 'fee'),
      sale('s2', '2026-07-02', 50),
    ]
    expect(table(amended(steps, steps, '2026-07-01'), events)).toEqual({
      t1: { label: '-70', singer: '70' },
      s1: { label: '80' },
      t2: { label: '-30', singer: '30' },
      s2: { label: '20', singer: '30' },
    })
    expect(settled(amended(steps, steps, '2026-07-01'), events).notes).toEqual([])
    const without = amended(steps, steps, '2026-07-01', { carry: [] })
    expect(table(without, events).t2).toEqual({ label: '-100', singer: '100' })
  })
})
