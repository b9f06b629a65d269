import fc from 'fast-check'
import { decimal, decimals } from 'data-dividend'
import { breakEven, reliefFromRoyalty, replay, tornado } from 'data-dividend/valuation'
import { describe, expect, it } from 'vitest'
import { all, flows, percent, positive, rate } from './arbitraries.js'
import { get } from './run.js'

describe('laws of sensitivity', () => {
  const tree = (sales: readonly string[], royalty: string, r: string) =>
    get(reliefFromRoyalty({ discount: { rate: r, timing: 'mid' } })({ sales, royalty, tax: '25%' }))
      .explained
  it('replay without rounding is exact', () => {
    all(
      fc.property(flows, percent, rate, (sales, royalty, r) => {
        const own = tree(sales, royalty, r)
        expect(get(replay({})(own))).toEqual({
          exact: own.value,
          replayed: own.value,
          gap: '0',
          roundings: [],
        })
      }),
    )
  })
  it('a bar from the base to the base has no width', () => {
    all(
      fc.property(flows, percent, rate, (sales, royalty, r) => {
        const own = tree(sales, royalty, r)
        expect(
          get(tornado([{ figure: 'royalty', low: royalty, high: royalty }])(own)),
        ).toMatchObject([{ atLow: own.value, atHigh: own.value, spread: '0' }])
      }),
    )
  })
  it('break-even gives back the figure that the target was made with', () => {
    all(
      fc.property(
        fc.array(positive, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 99 }),
        rate,
        (sales, p, r) => {
          const target = tree(sales, `${p}%`, r).value
          const found = get(
            breakEven({ figure: 'royalty', low: '0', high: '1', target })(tree(sales, '50%', r)),
          )
          expect(
            decimal(found)
              .minus(decimals.parse(`${p}%`)!)
              .abs()
              .lt('1e-38'),
          ).toBe(true)
        },
      ),
      30,
    )
  })
})
