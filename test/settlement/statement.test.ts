import { addRatio, compile, emptyState, orThrow, settle, zero } from 'data-dividend'
import { stories } from 'data-dividend/laws'
import { partsOfSales, totalsBy, type Grouping } from 'data-dividend/settlement'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'

const groupings = ['party', 'link', 'kind', 'period', 'clause', 'event'] as const

const sum = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((a, b) => a + b, 0n)

describe('laws', () => {
  it.each(groupings)(
    'sums by %s add up to the lines, the shares of a sale to 1',
    (by: Grouping) => {
      holds(
        fc.property(stories({ refunds: 'net' }), ({ agreement, events }) => {
          const program = orThrow(compile(agreement))
          const { lines } = orThrow(settle(program)(emptyState(agreement))(events))
          const parties = { a: { link: 'collection' }, b: { kind: 'public' } } as const
          const all = sum(lines.map(({ amount }) => amount))
          expect(sum(totalsBy(by)({ parties })(lines).values())).toBe(all)
          const sales = partsOfSales(by)({ parties })(lines)
          for (const { event, amount, parts, shares } of sales) {
            const own = lines.filter((line) => line.event === event)
            expect(amount).toBe(sum(own.map((line) => line.amount)))
            expect(sum(parts.values())).toBe(amount)
            expect(shares === undefined).toBe(amount === 0n)
            if (shares === undefined) continue
            expect([...shares.values()].reduce(addRatio, zero)).toEqual({ num: 1n, den: 1n })
          }
          const sold = events.filter(
            ({ kind, id }) => kind === 'sale' && lines.some((l) => l.event === id),
          )
          expect(sales.map(({ event }) => event).sort()).toEqual(
            [...new Set(sold.map(({ id }) => id))].sort(),
          )
        }),
        40,
      )
    },
  )
})
