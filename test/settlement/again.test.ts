/** Events sent again: once is enough, and other content is refused. */
import { compile, emptyState, orThrow, settle } from 'data-dividend'
import type { Agreement, EventRecord } from 'data-dividend'
import { isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { agreement, end, other, refund, sale, table } from './small.js'

const day = '2026-01-05'
const plain = agreement([end({ a: 1, b: 1 })])
const pools = { fund: { units: { a: 1, b: 1 } } }

const fault = (of: Agreement, events: readonly EventRecord[]): unknown => {
  const done = settle(orThrow(compile(of)))(emptyState(of))(events)
  return isRight(done) ? undefined : done.left
}

describe('a sale sent again', () => {
  it('is settled once, refunded or not', () => {
    const again = sale('s1', day, 4)
    const events = [again, refund('r1', day, 's1', 2), again, refund('r1', day, 's1', 2)]
    expect(table(plain, events)).toEqual({ s1: { a: '2', b: '2' }, r1: { a: '-1', b: '-1' } })
  })
})

describe('an id sent again', () => {
  const of = agreement([end({ fund: 1 })], { pools })
  const first = { units: { a: 1, b: 1 }, perUnit: 1, amount: 2, note: 'x' }
  it.each([
    ['amount', { amount: 3 }],
    ['number of units', { units: { a: 2, b: 1 } }],
    ['holder', { units: { a: 1, c: 1 } }],
    ['price', { perUnit: 2 }],
    ['attribute', { note: 'y' }],
    ['date', { at: '2026-01-06' }],
  ])('with another %s is refused', (_, more) => {
    const [sold, declared] = [sale('s1', day, 9), other('d1', day, 'declare', 'fund', first)]
    expect(fault(of, [sold, declared, declared])).toBeUndefined()
    expect(fault(of, [sold, declared, { ...declared, ...more }])).toEqual({
      _tag: 'SameIdOtherContent',
      id: 'd1',
      path: [2, 'id'],
    })
  })
  it('with another tax withheld is refused', () => {
    const pay = other('p1', day, 'pay', 'a', { amount: 5, withheld: 1 })
    expect(fault(of, [pay, pay])).toBeUndefined()
    expect(fault(of, [pay, { ...pay, withheld: 2 }])).toMatchObject({ _tag: 'SameIdOtherContent' })
  })
})
