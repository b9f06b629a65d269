import { isRight, right } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { decimal, decimals, redo } from 'data-dividend'
import {
  annuity,
  buildUp,
  direct,
  excessEarnings,
  reliefFromRoyalty,
  tab,
  tornado,
  withWithout,
} from 'data-dividend/valuation'
import { describe, expect, it } from 'vitest'
import { all, flows, near, percent, rate, signed, times, timing, value } from './arbitraries.js'
import { get } from './run.js'

describe('laws of discounting', () => {
  it('a value is homogeneous in money', () => {
    all(
      fc.property(flows, rate, timing, percent, percent, (sales, r, at, royalty, tax) => {
        const of = (list: readonly string[]) =>
          value(
            get(
              reliefFromRoyalty({ discount: { rate: r, timing: at } })({
                sales: list,
                royalty,
                tax,
              }),
            ),
          )
        expect(near(of(sales).times(7), of(sales.map(times('7'))))).toBe(true)
      }),
    )
  })
  it('a value of non-negative flows falls in the rate', () => {
    all(
      fc.property(
        flows,
        fc.integer({ min: -90, max: 300 }),
        fc.integer({ min: 1, max: 50 }),
        timing,
        (ebit, r, up, at) => {
          const of = (p: number) =>
            value(get(direct({ discount: { rate: `${p}%`, timing: at } })({ ebit })))
          const [low, high] = [of(r), of(r + up)]
          expect(high.lte(low)).toBe(true)
          if (ebit.some((x) => Number(x) > 0)) expect(high.lt(low)).toBe(true)
        },
      ),
    )
  })
  it('mid-year is (1 + r)^½ times the end of year, without a stub', () => {
    all(
      fc.property(flows, rate, (ebit, r) => {
        const of = (at: 'end' | 'mid') =>
          value(get(direct({ discount: { rate: r, timing: at } })({ ebit })))
        const half = decimals.call('sqrt', [decimals.parse(r)!.plus(1)])!
        expect(near(of('mid'), of('end').times(half))).toBe(true)
      }),
    )
  })
  it('an annuity is the sum of its discounted payments, at its limits too', () => {
    all(
      fc.property(
        rate,
        fc.option(rate, { nil: undefined }),
        fc.integer({ min: 1, max: 12 }),
        (r, g, n) => {
          const growth = decimals.parse(g ?? '0')!.plus(1)
          const ebit = Array.from({ length: n }, (_, t) => growth.pow(t).times(100).toString())
          const sum = value(get(direct({ discount: { rate: r, timing: 'end' } })({ ebit })))
          const life = String(n)
          const closed = value(
            get(annuity({ payment: '100', rate: r, life, ...(g !== undefined && { growth: g }) })),
          )
          expect(near(sum, closed)).toBe(true)
        },
      ),
    )
  })
  it('the tax amortisation benefit is at least 1, and 1 / (1 − tax) at a rate of 0', () => {
    const tax = fc.integer({ min: 0, max: 99 })
    all(
      fc.property(
        tax,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 200 }),
        timing,
        (t, life, k, at) => {
          const of = (p: number) =>
            tab({ tax: `${t}%`, life: String(life), rate: `${p}%`, timing: at })
          const factor = of(k)
          if (isRight(factor)) expect(value(factor.right).gte(1)).toBe(true)
          else expect(factor.left._tag).toBe('ZeroDenominator')
          expect(near(value(get(of(0))), decimal(100n).div(100 - t))).toBe(true)
        },
      ),
    )
  })
  it('with-and-without of equal cases is 0', () => {
    all(
      fc.property(flows, rate, timing, (list, r, at) => {
        const worth = get(
          withWithout({ discount: { rate: r, timing: at } })({ with: list, without: list }),
        )
        expect(value(worth).isZero()).toBe(true)
      }),
    )
  })
  it('every tree is redone from its printed inputs', () => {
    all(
      fc.property(signed, percent, rate, timing, (revenue, p, r, at) => {
        const worth = get(
          excessEarnings({ discount: { rate: r, timing: at } })({
            revenue,
            survival: revenue.map(() => p),
            margin: p,
            tax: p,
            charges: { 'all/others': { ofRevenue: p } },
          }),
        )
        expect(redo(decimals)(worth.explained)).toEqual(right(worth.explained.value))
      }),
    )
  })
})

describe('composition', () => {
  it('a built rate is part of the tree of the value', () => {
    const built = get(buildUp({ riskFree: '4%', premia: { market: '6%' } }))
    const { explained } = get(
      direct({ discount: { rate: built.figure, timing: 'end' } })({ ebit: ['110', '121'] }),
    )
    expect(explained.value).toBe('200')
    expect(redo(decimals)(explained)).toEqual(right('200'))
    expect(
      get(tornado([{ figure: 'riskFree', low: '4%', high: '15%' }])(explained))[0]!.atLow,
    ).toBe('200')
  })
})
