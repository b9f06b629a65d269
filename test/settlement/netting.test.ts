import fc from 'fast-check'
import { compile, emptyState, orThrow, settle } from 'data-dividend'
import { netPositions } from 'data-dividend/settlement'
import type { Agreement, EventRecord } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'

const licences: Agreement = {
  agreement: 'two-way-licences',
  currency: 'CNY',
  flow: [
    { levy: { id: 'fee', to: 'venue', rate: '1%', on: 'event' } },
    {
      when: {
        id: 'seller',
        test: { seller: 'a' },
        then: [{ share: { id: 'toA', of: { a: 3, c: 1 } } }],
      },
    },
    { share: { id: 'toB', of: { b: 1 } } },
  ],
}

const positions = (events: readonly EventRecord[]) => {
  const program = orThrow(compile(licences))
  const { lines } = orThrow(settle(program)(emptyState(licences))(events))
  return orThrow(netPositions(program, 'buyer')({ events, lines }))
}

const sale = (id: string, at: string, seller: string, buyer: string, amount: string) => ({
  id,
  at,
  kind: 'sale',
  amount,
  seller,
  buyer,
})

describe('vectors', () => {
  it('two-way licences: each period its own difference, with what each gave', () => {
    const events = [
      sale('s1', '2026-01-05', 'a', 'b', '100.00'),
      sale('s2', '2026-01-20', 'b', 'a', '80.00'),
      sale('s3', '2026-02-05', 'b', 'a', '10.00'),
      { id: 'r1', at: '2026-02-06', kind: 'refund', of: 's1', amount: '100.00' },
    ]
    const told = positions(events).map(
      ({ period, party, earned, bought, net }) => [period, party, earned, bought, net] as const,
    )
    expect(told).toEqual([
      ['2026-01', 'b', 7920n, 10000n, -2080n],
      ['2026-01', 'a', 7425n, 8000n, -575n],
      ['2026-02', 'a', 0n - 7425n, 1000n, -8425n],
      ['2026-02', 'b', 990n, -10000n, 10990n],
      ['2026-01', 'venue', 180n, 0n, 180n],
      ['2026-01', 'c', 2475n, 0n, 2475n],
      ['2026-02', 'venue', -90n, 0n, -90n],
      ['2026-02', 'c', -2475n, 0n, -2475n],
    ])
  })

  it('a sale without a buyer is paid from outside', () => {
    const outside = { id: 's1', at: '2026-01-05', kind: 'sale', amount: '1.00', seller: 'a' }
    expect(positions([outside]).map(({ net }) => net)).toEqual([1n, 74n, 25n])
  })
})

describe('laws', () => {
  it('nets of a period sum to 0', () => {
    const party = fc.constantFrom('a', 'b', 'c')
    const sales = fc.array(fc.tuple(party, party, fc.nat(100_000), fc.integer({ min: 1, max: 9 })))
    holds(
      fc.property(sales, (written) => {
        const events = written.map(([seller, buyer, minor, month], index) =>
          sale(`s${index}`, `2026-0${month}-05`, seller, buyer, (minor / 100).toFixed(2)),
        )
        const sums = new Map<string, bigint>()
        for (const { period, net } of positions(events)) {
          sums.set(period, (sums.get(period) ?? 0n) + net)
        }
        expect([...sums.values()].every((sum) => sum === 0n)).toBe(true)
      }),
    )
  })
})
