import { compile, forgetBefore, orThrow, parseDate, settle, settleOne } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { settled } from './cases.js'
import { agreement, end, sale, refund, totals, refused } from './small.js'

describe('state', () => {
  const pair = agreement([end({ a: 1, b: 1 })])
  const until = (day: string) => forgetBefore(orThrow(parseDate(day)))

  it('an id with other content is refused, whatever its kind', () => {
    const first = sale('x', '2026-01-01', 5)
    for (const again of [{ amount: 6 }, { at: '2026-01-02' }, { use: 'study' }]) {
      expect(refused(pair, [first, { ...first, ...again }])).toBe('SameIdOtherContent')
    }
    expect(refused(pair, [first, { ...refund('x', '2026-01-01', 'x', 5) }])).toBe(
      'SameIdOtherContent',
    )
    expect(
      refused(pair, [
        sale('x', '2026-01-01', 5, { b: '1', a: '2' }),
        sale('x', '2026-01-01', 5, { a: '2', b: '1' }),
      ]),
    ).toBe('settled')
  })
  it('a batch with a bad event leaves the state as it was', () => {
    const { state } = settled(pair, [sale('s1', '2026-01-01', 5)])
    const before = structuredClone(state)
    settle(orThrow(compile(pair)))(state)([
      sale('s2', '2026-01-01', 5),
      refund('r1', '2026-01-01', 'no', 1),
    ])
    settle(orThrow(compile(pair)))(state)([refund('r1', '2026-01-01', 's1', 1)])
    expect(state).toEqual(before)
  })
  it('forgets sales and ids before a day, keeps counters, and never goes back', () => {
    const { state } = settled(pair, [
      sale('s1', '2026-01-31', 5),
      refund('r1', '2026-01-31', 's1', 1),
      sale('s2', '2026-02-01', 1),
    ])
    const short = until('2026-02-01')(state)
    expect([...short.sales.keys(), ...short.seen.keys()]).toEqual(['s2'])
    expect(short.counters).toEqual(state.counters)
    expect(until('2026-01-01')(short).refundsUntil).toBe('2026-02-01')
    expect(until('2026-03-01')(short).refundsUntil).toBe('2026-03-01')
  })
  it('keeps the attributes that a test names, and no others', () => {
    const when = agreement([{ when: { id: 'w', test: { use: 'x' }, then: [] } }, end()])
    const { state } = settled(when, [sale('s1', '2026-01-01', 5, { use: 'x', note: 'y' })])
    expect(state.sales.get('s1')?.attributes).toEqual({ use: 'x' })
  })
  it('sales called __proto__ or constructor are sales', () => {
    const events = ['__proto__', 'constructor'].map((id) => sale(id, '2026-01-01', 4))
    expect(totals(pair, events)).toEqual({ a: '4', b: '4' })
  })
  it('one event on counters of a database is the same event', () => {
    const one = settleOne(orThrow(compile(pair)))
    const first = orThrow(one({}, undefined, sale('s1', '2026-01-01', 1)))
    const next = orThrow(
      one(Object.fromEntries(first.counters), undefined, sale('s2', '2026-01-01', 1)),
    )
    expect(next.lines.map(({ party }) => party)).toEqual(['b'])
    const back = orThrow(
      one(Object.fromEntries(next.counters), first.sale, refund('r1', '2026-01-01', 's1', 1)),
    )
    expect(back.lines.map(({ party, amount }) => [party, amount])).toEqual([['b', -1n]])
    expect(back.sale?.refunded).toBe(1n)
  })
  it('the millionth one-cent call at 50/30/20', () => {
    const calls = agreement([{ share: { id: 'all', of: { a: 50, b: 30, c: 20 } } }])
    const one = settleOne(orThrow(compile(calls)))
    expect(
      orThrow(one({}, undefined, sale('s', '2026-01-01', 1_000_000))).lines.map(
        ({ amount }) => amount,
      ),
    ).toEqual([500_000n, 300_000n, 200_000n])
    expect(orThrow(one({ all: 999_999n }, undefined, sale('s', '2026-01-01', 1))).counters).toEqual(
      new Map([['all', 1_000_000n]]),
    )
  })
})
