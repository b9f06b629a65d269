import { isLeft } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { addRatio, decimal, parseRatio, zero } from 'data-dividend'
import {
  adjustedComparables,
  ahp,
  entropyWeights,
  expected,
  reconcile,
  survivalAt,
  topsis,
  type Curve,
} from 'data-dividend/valuation'
import { describe, expect, it } from 'vitest'
import { all, percent, positive, value } from './arbitraries.js'
import { get } from './run.js'

describe('laws of survival', () => {
  const whole = (min: number, max: number) => fc.integer({ min, max }).map(String)
  const curve: fc.Arbitrary<Curve> = fc.oneof(
    fc.record({ curve: fc.constant('exponential' as const), lambda: whole(1, 9) }),
    fc.record({ curve: fc.constant('halfLife' as const), halfLife: whole(1, 9) }),
    fc.record({ curve: fc.constant('attrition' as const), attrition: percent }),
    fc.record({
      curve: fc.constant('weibull' as const),
      scale: whole(1, 9),
      shape: fc.constantFrom('1/2', '1', '3'),
    }),
    fc.record({ curve: fc.constant('step' as const), expiry: whole(1, 9) }),
  )
  it('starts at 1 and never rises', () => {
    all(
      fc.property(
        curve,
        fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 }),
        (c, quarters) => {
          const sorted = [0, ...quarters.sort((a, b) => a - b)].map((q) => `${q}/4`)
          const left = get(survivalAt(c)(sorted)).map((figure) => figure.value!)
          expect(left[0]!.eq(1)).toBe(true)
          left.forEach((s, i) => {
            expect(s.gte(0) && (i === 0 || s.lte(left[i - 1]!))).toBe(true)
          })
        },
      ),
    )
  })
})

describe('laws of weights', () => {
  const sum = (weights: readonly string[]) =>
    weights.map((w) => get(parseRatio(w))).reduce(addRatio, zero)
  const one = { num: 1n, den: 1n }
  it('AHP weights are 1 in sum, and exact for ratios of weights', () => {
    all(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 10 }),
        fc.constantFrom('eigenvector', 'geometric') as fc.Arbitrary<'eigenvector'>,
        (sizes, by) => {
          const matrix = sizes.map((a) => sizes.map((b) => `${a}/${b}`))
          const { weights, consistency } = get(ahp({ by, randomIndex: 'donegan' })(matrix))
          const total = sizes.reduce((a, b) => a + b)
          expect(weights.map((w) => get(parseRatio(w)))).toEqual(
            sizes.map((s) => get(parseRatio(`${s}/${total}`))),
          )
          expect(value(consistency).abs().lt('1e-40')).toBe(true)
        },
      ),
    )
  })
  it('AHP weights of any reciprocal matrix are 1 in sum; both ways agree up to three items', () => {
    const scale = fc.constantFrom('1/9', '1/5', '1/3', '1/2', '1', '2', '4', '7')
    all(
      fc.property(
        fc.integer({ min: 2, max: 5 }),
        fc.array(scale, { minLength: 10, maxLength: 10 }),
        (n, upper) => {
          const at = (i: number, j: number): string =>
            i === j ? '1'
            : i < j ? upper[(i * 3 + j) % 10]!
            : at(j, i).includes('/') ? at(j, i).slice(2)
            : `1/${at(j, i)}`
          const matrix = Array.from({ length: n }, (_, i) =>
            Array.from({ length: n }, (_, j) => at(i, j)),
          )
          const [a, b] = (['eigenvector', 'geometric'] as const).map(
            (by) => get(ahp({ by, randomIndex: 'china' })(matrix)).weights,
          )
          expect(sum(a!)).toEqual(one)
          expect(sum(b!)).toEqual(one)
          if (n <= 3)
            a!.forEach((w, i) => {
              expect(
                decimal(get(parseRatio(w)))
                  .minus(decimal(get(parseRatio(b![i]!))))
                  .abs()
                  .lt('1e-38'),
              ).toBe(true)
            })
        },
      ),
      30,
    )
  })
  const table = fc.array(
    fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 3, maxLength: 3 }),
    { minLength: 2, maxLength: 5 },
  )
  it('entropy weights are 1 in sum and do not see the scale of a column', () => {
    all(
      fc.property(table, (rows) => {
        const text = (by: number) =>
          rows.map((row) => row.map((x, j) => String(j === 0 ? x * by : x)))
        const [a, b] = [entropyWeights(text(1)), entropyWeights(text(10))]
        expect(a._tag).toBe(b._tag)
        if (isLeft(a) || isLeft(b)) return
        expect(sum(a.right.weights)).toEqual(one)
        a.right.weights.forEach((w, j) => {
          expect(decimal(w).minus(b.right.weights[j]!).abs().lt('1e-30')).toBe(true)
        })
      }),
      30,
    )
  })
  it('closeness lies from 0 to 1: 1 for the best of all, 0 for the worst of all', () => {
    all(
      fc.property(table, (rows) => {
        const best = [1000, 1000, 0]
        const worst = [0, 0, 1000]
        const policy = {
          weights: ['1/2', '1/4', '1/4'],
          directions: ['benefit', 'benefit', 'cost'],
        } as const
        const worths = get(
          topsis(policy)([best, ...rows, worst].map((row) => row.map(String))),
        ).map(value)
        expect(worths[0]!.eq(1)).toBe(true)
        expect(worths.at(-1)!.isZero()).toBe(true)
        expect(worths.every((c) => c.gte(0) && c.lte(1))).toBe(true)
      }),
      30,
    )
  })
  it('a reconciled value lies within the range of its methods, and so does an expected one', () => {
    all(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), positive), {
          minLength: 1,
          maxLength: 4,
        }),
        (rows) => {
          const total = rows.reduce((a, [w]) => a + w, 0)
          const parts = rows.map(([w, v], i) => ({
            weight:
              total === 0 ?
                i === 0 ?
                  '1'
                : '0'
              : `${w}/${total}`,
            value: v,
            reason: '-',
          }))
          const { value: own } = get(
            reconcile(Object.fromEntries(parts.map((part, i) => [`m${i}`, part]))),
          )
          const sorted = rows.map(([, v]) => decimal(v)).sort((a, b) => a.comparedTo(b))
          const slack = sorted.at(-1)!.times('1e-45')
          expect(
            value(own).gte(sorted[0]!.minus(slack)) && value(own).lte(sorted.at(-1)!.plus(slack)),
          ).toBe(true)
          expect(
            value(get(expected(parts.map((p) => ({ p: p.weight, value: p.value }))))).eq(
              value(own),
            ),
          ).toBe(true)
        },
      ),
    )
  })
  it('comparables join within their range', () => {
    all(
      fc.property(
        fc.array(positive, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('mean', 'median') as fc.Arbitrary<'mean'>,
        (prices, combine) => {
          const worth = get(
            adjustedComparables({
              factors: 'guide9',
              combine,
              comparables: prices.map((price, i) => ({ id: `c${i}`, price, factors: {} })),
            }),
          )
          const sorted = prices.map((p) => decimal(p)).sort((a, b) => a.comparedTo(b))
          const slack = sorted.at(-1)!.times('1e-45')
          expect(
            value(worth).gte(sorted[0]!.minus(slack)) &&
              value(worth).lte(sorted.at(-1)!.plus(slack)),
          ).toBe(true)
        },
      ),
    )
  })
})
