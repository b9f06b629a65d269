import { type Either } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { decimal, streamOf, uniformAt } from 'data-dividend'
import {
  greenfield,
  reliefFromRoyalty,
  sampler,
  simulate,
  summarise,
  tornado,
} from 'data-dividend/valuation'
import { describe, expect, it } from 'vitest'
import { all } from './arbitraries.js'
import { get } from './run.js'

describe('laws of simulation', () => {
  const { explained } = get(
    reliefFromRoyalty({ discount: { rate: '12%', timing: 'mid' } })({
      sales: ['1000', '1100', '1200'],
      royalty: '4%',
      tax: '25%',
    }),
  )
  const royalty = { kind: 'triangular', low: '3%', mode: '4%', high: '5%' } as const
  const ignored = { kind: 'uniform', low: '25%', high: '25%' } as const
  const draws = (from: number, n: number, figures = { royalty }, seed = 7) =>
    get(simulate({ seed, from, draws: n, figures })(explained) as Either<never, readonly number[]>)
  it('cutting the work into parts changes no draw', () => {
    all(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }), (a, b) => {
        expect([...draws(0, a), ...draws(a, b)]).toEqual(draws(0, a + b))
      }),
    )
  })
  it('another uncertain figure changes no other draw', () => {
    const more = draws(0, 200, { tax: ignored, royalty } as { royalty: typeof royalty })
    expect(more).toEqual(draws(0, 200))
  })
  it('another seed does', () => {
    expect(draws(0, 5, { royalty }, 8)).not.toEqual(draws(0, 5))
  })
  it('is within n · 2⁻⁵³ of 50 digits, n the figures and products of a draw', () => {
    const draw = get(sampler(royalty))
    const stream = get(streamOf(7)('royalty'))
    draws(0, 100).forEach((x, i) => {
      const u = get(uniformAt(stream)({ draw: i, agent: 0, period: 0, replication: 0 }))
      const exactly = decimal(0n).plus(draw(u)).toString()
      const [bar] = get(tornado([{ figure: 'royalty', low: exactly, high: exactly }])(explained))
      expect(Math.abs(Number(decimal(bar!.atLow).div(x).minus(1)))).toBeLessThan(30 * 2 ** -53)
    })
  })
  it('counts draws without a value and never drops them', () => {
    const tree = get(
      greenfield({ discount: { rate: '12%', timing: 'end' } })({
        flows: ['100'],
        terminal: { growth: '5%', at: 'end' },
      }),
    ).explained
    const growth = { kind: 'uniform', low: '0', high: '24%' } as const
    const found = get(simulate({ seed: 1, draws: 400, figures: { growth } })(tree))
    const summary = get(summarise([0.5])(found))
    expect(summary.n + summary.faults).toBe(400)
    expect(Math.abs(summary.faults - 200)).toBeLessThan(50)
  })
  it('quantiles are those of type 7', () => {
    const { quantiles, mean, standardError } = get(summarise([0, 0.25, 0.5, 1])([4, 1, 3, 2]))
    expect(quantiles.map(({ value: q }) => q)).toEqual([1, 1.75, 2.5, 4])
    expect(mean).toBe(2.5)
    expect(standardError).toBeCloseTo(Math.sqrt(5 / 3 / 4), 15)
  })
})
