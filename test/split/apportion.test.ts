import { apportion, shareWithRest } from 'data-dividend'
import {
  conserves,
  equalWeightsWithinOne,
  exactAtWhole,
  monotone,
  nearExact,
  weightLists,
} from 'data-dividend/laws'
import fc from 'fast-check'
import { left } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'
import { by, rest } from './rules.js'

const dividing = ['webster', 'dhondt'] as const

/** Unit after unit to the highest quotient, as the textbooks say it. */
const oneByOne =
  (method: (typeof dividing)[number], weights: readonly bigint[]) =>
  (total: bigint): readonly bigint[] => {
    const seats = weights.map(() => 0n)
    const divisor = (at: number) =>
      method === 'webster' ? 2n * (seats[at] ?? 0n) + 1n : (seats[at] ?? 0n) + 1n
    for (let unit = 0n; unit < total; unit += 1n) {
      const order = weights.map((_, at) => at)
      order.sort((i, j) => {
        const [v, w] = [weights[i] ?? 0n, weights[j] ?? 0n]
        const ahead = w * divisor(i) - v * divisor(j) || w - v
        return (
          ahead > 0n ? 1
          : ahead < 0n ? -1
          : i - j
        )
      })
      const [best = 0] = order
      seats[best] = (seats[best] ?? 0n) + 1n
    }
    return seats
  }

describe.each(dividing)('laws of %s', (method) => {
  it('conserves', () => {
    holds(conserves(weightLists, by(method)))
  })
  it('monotone', () => {
    holds(monotone(weightLists, by(method)))
  })
  it('exact at multiples of the weights', () => {
    holds(exactAtWhole(weightLists, by(method)))
  })
  it('equal weights within one', () => {
    holds(equalWeightsWithinOne(weightLists, by(method)))
  })
  it('gives unit after unit to the highest quotient', () => {
    holds(
      fc.property(weightLists, fc.bigInt(0n, 60n), (weights, total) => {
        expect(by(method)(weights)(total)).toEqual(oneByOne(method, weights)(total))
      }),
    )
  })
})

describe('laws of the largest remainder', () => {
  it('conserves', () => {
    holds(conserves(weightLists, by('largest')))
  })
  it('exact at multiples of the weights', () => {
    holds(exactAtWhole(weightLists, by('largest')))
  })
  it('equal weights within one', () => {
    holds(equalWeightsWithinOne(weightLists, by('largest')))
  })
  it('less than one unit from the exact share', () => {
    holds(nearExact(1n)(weightLists, by('largest')))
  })
})

describe('laws of the rest to a named party', () => {
  const rules = [0, 1, 5].map(rest)
  it('conserves', () => {
    for (const rule of rules) holds(conserves(weightLists, rule))
  })
  it('monotone', () => {
    for (const rule of rules) holds(monotone(weightLists, rule))
  })
  it('exact at multiples of the weights', () => {
    for (const rule of rules) holds(exactAtWhole(weightLists, rule))
  })
  it('others are short by less than a unit, the named party is never short', () => {
    holds(
      fc.property(weightLists, fc.bigInt(0n, 600n), fc.nat(13), (weights, total, at) => {
        const named = at % weights.length
        const whole = weights.reduce((a, b) => a + b)
        rest(named)(weights)(total).forEach((part, index) => {
          const over = part * whole - total * (weights[index] ?? 0n)
          expect(over > (index === named ? -1n : -whole)).toBe(true)
          expect(over < whole * BigInt(weights.length)).toBe(true)
        })
      }),
    )
  })
})

describe('counter-laws', () => {
  it('the largest remainder is not monotone', () => {
    expect(by('largest')([6n, 6n, 2n])(10n)).toEqual([4n, 4n, 2n])
    expect(by('largest')([6n, 6n, 2n])(11n)).toEqual([5n, 5n, 1n])
    expect(fc.check(monotone(fc.constant([6n, 6n, 2n]), by('largest'))).failed).toBe(true)
  })

  it('floors of the whole with the rest to one party are not monotone', () => {
    const naive = (weights: readonly bigint[]) => (total: bigint) => {
      const whole = weights.reduce((a, b) => a + b)
      const [others, last] = [weights.slice(0, -1), weights.length - 1]
      const parts = others.map((weight) => (total * weight) / whole)
      return [...parts, total - parts.reduce((a, b) => a + b, 0n)].slice(0, last + 1)
    }
    expect(naive([1n, 1n, 1n])(2n)).toEqual([0n, 0n, 2n])
    expect(naive([1n, 1n, 1n])(3n)).toEqual([1n, 1n, 1n])
    expect(fc.check(monotone(fc.constant([1n, 1n, 1n]), naive)).failed).toBe(true)
  })

  it('rounded prefix sums are not monotone', () => {
    const prefixes = (weights: readonly bigint[]) => (total: bigint) => {
      const whole = weights.reduce((a, b) => a + b)
      let [sum, before] = [0n, 0n]
      return weights.map((weight) => {
        sum += weight
        const upTo = (2n * total * sum + whole) / (2n * whole)
        const part = upTo - before
        before = upTo
        return part
      })
    }
    expect(prefixes([3n, 1n, 1n])(2n)).toEqual([1n, 1n, 0n])
    expect(prefixes([3n, 1n, 1n])(3n)).toEqual([2n, 0n, 1n])
    expect(fc.check(monotone(fc.constant([3n, 1n, 1n]), prefixes)).failed).toBe(true)
  })

  it('the rest to a named party strays by more than two units', () => {
    expect(
      fc.check(nearExact(2n)(fc.constant([50n, ...Array<bigint>(9).fill(1n)]), rest(0))).failed,
    ).toBe(true)
  })
})

describe('edges', () => {
  it('on equal quotients the larger weight comes first, then the one declared first', () => {
    expect(by('webster')([1n, 3n])(2n)).toEqual([0n, 2n])
    expect(by('dhondt')([1n, 2n])(2n)).toEqual([0n, 2n])
    expect(by('dhondt')([1n, 1n])(1n)).toEqual([1n, 0n])
  })
  it('on equal remainders the larger weight comes first, then the one declared first', () => {
    expect(by('largest')([1n, 3n])(2n)).toEqual([0n, 2n])
    expect(by('largest')([1n, 1n, 2n])(2n)).toEqual([1n, 0n, 1n])
  })
  it('a weight of zero receives nothing', () => {
    for (const method of ['webster', 'dhondt', 'largest'] as const) {
      expect(by(method)([0n, 1n, 0n, 2n])(7n)[0]).toBe(0n)
      expect(by(method)([0n, 1n, 0n, 2n])(7n)[2]).toBe(0n)
    }
    expect(rest(0)([0n, 1n, 2n])(4n)).toEqual([0n, 1n, 3n])
  })
  it('sound weights and totals are wanted', () => {
    expect(apportion('webster')([1n, -1n])(1n)).toEqual(left({ _tag: 'NegativeWeight', index: 1 }))
    expect(apportion('dhondt')([0n])(1n)).toEqual(left({ _tag: 'WeightsSumToZero', parties: 1 }))
    expect(apportion('largest')([1n])(-1n)).toEqual(left({ _tag: 'NegativeTotal', total: -1n }))
    expect(shareWithRest(0)([1n, -1n])(1n)).toEqual(left({ _tag: 'NegativeWeight', index: 1 }))
    expect(shareWithRest(0)([1n])(-1n)).toEqual(left({ _tag: 'NegativeTotal', total: -1n }))
  })
})
