import { isLeft } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { decimal, decimals } from 'data-dividend'
import { binomial, blackScholes } from 'data-dividend/valuation'
import { describe, expect, it } from 'vitest'
import { all, near, times, value } from './arbitraries.js'
import { get } from './run.js'

describe('laws of options', () => {
  const input = fc.record({
    spot: fc.integer({ min: 1, max: 500 }).map(String),
    strike: fc.integer({ min: 1, max: 500 }).map(String),
    yield: fc.integer({ min: 0, max: 10 }).map((p) => `${p}%`),
    rate: fc.integer({ min: 0, max: 15 }).map((p) => `${p}%`),
    years: fc.integer({ min: 0, max: 20 }).map((q) => `${q}/4`),
    volatility: fc.integer({ min: 0, max: 90 }).map((p) => `${p}%`),
  })
  const present = (amount: string, yearly: string, years: string) =>
    decimal(amount).times(decimals.parse(yearly)!.times(decimals.parse(years)!).neg().exp())
  it('call less put is spot less strike, both discounted; each within its bounds', () => {
    all(
      fc.property(input, (option) => {
        const [call, put] = (['call', 'put'] as const).map((kind) =>
          value(get(blackScholes({ ...option, kind }))),
        )
        const held = present(option.spot, option.yield, option.years)
        const owed = present(option.strike, option.rate, option.years)
        const slack = held.plus(owed).times('1e-40')
        expect(call!.minus(put!).minus(held.minus(owed)).abs().lte(slack)).toBe(true)
        expect(
          call!.plus(slack).gte(held.minus(owed)) &&
            call!.gte(slack.neg()) &&
            call!.lte(held.plus(slack)),
        ).toBe(true)
        expect(put!.lte(owed.plus(slack))).toBe(true)
      }),
    )
  })
  it('is homogeneous in spot and strike together', () => {
    all(
      fc.property(
        input,
        fc.constantFrom('call', 'put') as fc.Arbitrary<'call' | 'put'>,
        (option, kind) => {
          const one = value(get(blackScholes({ ...option, kind })))
          const three = value(
            get(
              blackScholes({
                ...option,
                kind,
                spot: times('3')(option.spot),
                strike: times('3')(option.strike),
              }),
            ),
          )
          expect(near(one.times(3), three, decimal(option.spot))).toBe(true)
        },
      ),
      30,
    )
  })
  it('the binomial tree is within spot × volatility × √years / steps of the closed formula', () => {
    for (const steps of [4, 8, 16, 32, 64]) {
      const option = {
        kind: 'put',
        spot: '50',
        strike: '52',
        yield: '2%',
        rate: '10%',
        years: '1',
        volatility: '40%',
      } as const
      const closed = value(get(blackScholes(option)))
      const tree = value(get(binomial({ ...option, steps: String(steps), exercise: 'european' })))
      expect(tree.minus(closed).abs().times(steps).lte(20)).toBe(true)
    }
  })
  it('an American option is worth at least a European one and at least its exercise', () => {
    all(
      fc.property(
        input,
        fc.constantFrom('call', 'put') as fc.Arbitrary<'call' | 'put'>,
        fc.integer({ min: 1, max: 12 }),
        (option, kind, n) => {
          const tree = (exercise: 'american' | 'european') =>
            binomial({ ...option, kind, exercise, steps: String(n) })
          const [american, european] = [tree('american'), tree('european')]
          expect(american._tag).toBe(european._tag)
          if (isLeft(american) || isLeft(european)) {
            expect(isLeft(american) && american.left._tag).toBe('ProbabilityOutOfTree')
            return
          }
          const gain = decimal(option.spot)
            .minus(option.strike)
            .times(kind === 'call' ? 1 : -1)
          expect(value(american.right).gte(value(european.right).minus('1e-40'))).toBe(true)
          expect(value(american.right).gte(gain)).toBe(true)
        },
      ),
      40,
    )
  })
})
