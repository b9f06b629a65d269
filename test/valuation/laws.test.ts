import { isLeft, isRight, right, type Either } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { decimal, decimals, parseRatio, redo, addRatio, zero, type Decimal } from 'data-dividend'
import {
  adjustedComparables, ahp, annuity, binomial, blackScholes, breakEven, buildUp, direct, entropyWeights,
  excessEarnings, expected, greenfield, irrRoots, reconcile, reliefFromRoyalty, replay, simulate,
  summarise, survivalAt, tab, topsis, tornado, withWithout, type Curve, type Worth,
} from 'data-dividend/valuation'
import { describe, expect, it } from 'vitest'
import { get } from './run.js'

const money = fc.oneof(
  fc.constantFrom('0', '0.01', '1', '99999999999999999999.99'),
  fc.integer({ min: 0, max: 100_000_000 }).map((cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`),
)
const positive = money.map((text) => (Number(text) === 0 ? '1' : text))
const flows = fc.array(money, { minLength: 1, maxLength: 8 })
const signed = fc.array(fc.integer({ min: -1000, max: 1000 }).map(String), { minLength: 1, maxLength: 6 })
const percent = fc.integer({ min: 0, max: 100 }).map((p) => `${p}%`)
const rate = fc.integer({ min: -50, max: 300 }).map((p) => `${p}%`)
const timing = fc.constantFrom('end', 'mid') as fc.Arbitrary<'end' | 'mid'>
const value = ({ figure }: Worth): Decimal => figure.value!
const near = (a: Decimal, b: Decimal, scale: Decimal = a) =>
  a.minus(b).abs().lte(scale.abs().plus(b.abs()).times('1e-40'))
const times = (by: string) => (text: string) => decimal(text).times(by).toString()
const all = <A>(property: fc.IPropertyWithHooks<A>, numRuns = 60) => { fc.assert(property, { numRuns }) }

describe('laws of discounting', () => {
  it('a value is homogeneous in money', () => {
    all(fc.property(flows, rate, timing, percent, percent, (sales, r, at, royalty, tax) => {
      const of = (list: readonly string[]) =>
        value(get(reliefFromRoyalty({ discount: { rate: r, timing: at } })({ sales: list, royalty, tax })))
      expect(near(of(sales).times(7), of(sales.map(times('7'))))).toBe(true)
    }))
  })
  it('a value of non-negative flows falls in the rate', () => {
    all(fc.property(flows, fc.integer({ min: -90, max: 300 }), fc.integer({ min: 1, max: 50 }), timing, (ebit, r, up, at) => {
      const of = (p: number) => value(get(direct({ discount: { rate: `${p}%`, timing: at } })({ ebit })))
      const [low, high] = [of(r), of(r + up)]
      expect(high.lte(low)).toBe(true)
      if (ebit.some((x) => Number(x) > 0)) expect(high.lt(low)).toBe(true)
    }))
  })
  it('mid-year is (1 + r)^½ times the end of year, without a stub', () => {
    all(fc.property(flows, rate, (ebit, r) => {
      const of = (at: 'end' | 'mid') => value(get(direct({ discount: { rate: r, timing: at } })({ ebit })))
      const half = decimals.call('sqrt', [decimals.parse(r)!.plus(1)])!
      expect(near(of('mid'), of('end').times(half))).toBe(true)
    }))
  })
  it('an annuity is the sum of its discounted payments, at its limits too', () => {
    all(fc.property(rate, fc.option(rate, { nil: undefined }), fc.integer({ min: 1, max: 12 }), (r, g, n) => {
      const growth = decimals.parse(g ?? '0')!.plus(1)
      const ebit = Array.from({ length: n }, (_, t) => growth.pow(t).times(100).toString())
      const sum = value(get(direct({ discount: { rate: r, timing: 'end' } })({ ebit })))
      const life = String(n)
      const closed = value(get(annuity({ payment: '100', rate: r, life, ...(g !== undefined && { growth: g }) })))
      expect(near(sum, closed)).toBe(true)
    }))
  })
  it('the tax amortisation benefit is at least 1, and 1 / (1 − tax) at a rate of 0', () => {
    const tax = fc.integer({ min: 0, max: 99 })
    all(fc.property(tax, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 200 }), timing, (t, life, k, at) => {
      const of = (p: number) => tab({ tax: `${t}%`, life: String(life), rate: `${p}%`, timing: at })
      const factor = of(k)
      if (isRight(factor)) expect(value(factor.right).gte(1)).toBe(true)
      else expect(factor.left._tag).toBe('ZeroDenominator')
      expect(near(value(get(of(0))), decimal(100n).div(100 - t))).toBe(true)
    }))
  })
  it('with-and-without of equal cases is 0', () => {
    all(fc.property(flows, rate, timing, (list, r, at) => {
      const worth = get(withWithout({ discount: { rate: r, timing: at } })({ with: list, without: list }))
      expect(value(worth).isZero()).toBe(true)
    }))
  })
  it('every tree is redone from its printed inputs', () => {
    all(fc.property(signed, percent, rate, timing, (revenue, p, r, at) => {
      const worth = get(excessEarnings({ discount: { rate: r, timing: at } })({
        revenue, survival: revenue.map(() => p), margin: p, tax: p, charges: { 'all/others': { ofRevenue: p } },
      }))
      expect(redo(decimals)(worth.explained)).toEqual(right(worth.explained.value))
    }))
  })
})

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
    all(fc.property(input, (option) => {
      const [call, put] = (['call', 'put'] as const).map((kind) => value(get(blackScholes({ ...option, kind }))))
      const held = present(option.spot, option.yield, option.years)
      const owed = present(option.strike, option.rate, option.years)
      const slack = held.plus(owed).times('1e-40')
      expect(call!.minus(put!).minus(held.minus(owed)).abs().lte(slack)).toBe(true)
      expect(call!.plus(slack).gte(held.minus(owed)) && call!.gte(slack.neg()) && call!.lte(held.plus(slack))).toBe(true)
      expect(put!.lte(owed.plus(slack))).toBe(true)
    }))
  })
  it('is homogeneous in spot and strike together', () => {
    all(fc.property(input, fc.constantFrom('call', 'put') as fc.Arbitrary<'call' | 'put'>, (option, kind) => {
      const one = value(get(blackScholes({ ...option, kind })))
      const three = value(get(blackScholes({
        ...option, kind, spot: times('3')(option.spot), strike: times('3')(option.strike),
      })))
      expect(near(one.times(3), three, decimal(option.spot))).toBe(true)
    }), 30)
  })
  it('the binomial tree is within spot × volatility × √years / steps of the closed formula', () => {
    for (const steps of [4, 8, 16, 32, 64]) {
      const option = { kind: 'put', spot: '50', strike: '52', yield: '2%', rate: '10%', years: '1', volatility: '40%' } as const
      const closed = value(get(blackScholes(option)))
      const tree = value(get(binomial({ ...option, steps: String(steps), exercise: 'european' })))
      expect(tree.minus(closed).abs().times(steps).lte(20)).toBe(true)
    }
  })
  it('an American option is worth at least a European one and at least its exercise', () => {
    all(fc.property(input, fc.constantFrom('call', 'put') as fc.Arbitrary<'call' | 'put'>, fc.integer({ min: 1, max: 12 }), (option, kind, n) => {
      const tree = (exercise: 'american' | 'european') => binomial({ ...option, kind, exercise, steps: String(n) })
      const [american, european] = [tree('american'), tree('european')]
      expect(american._tag).toBe(european._tag)
      if (isLeft(american) || isLeft(european)) {
        expect(isLeft(american) && american.left._tag).toBe('ProbabilityOutOfTree')
        return
      }
      const gain = decimal(option.spot).minus(option.strike).times(kind === 'call' ? 1 : -1)
      expect(value(american.right).gte(value(european.right).minus('1e-40'))).toBe(true)
      expect(value(american.right).gte(gain)).toBe(true)
    }), 40)
  })
})

describe('laws of survival', () => {
  const whole = (min: number, max: number) => fc.integer({ min, max }).map(String)
  const curve: fc.Arbitrary<Curve> = fc.oneof(
    fc.record({ curve: fc.constant('exponential' as const), lambda: whole(1, 9) }),
    fc.record({ curve: fc.constant('halfLife' as const), halfLife: whole(1, 9) }),
    fc.record({ curve: fc.constant('attrition' as const), attrition: percent }),
    fc.record({ curve: fc.constant('weibull' as const), scale: whole(1, 9), shape: fc.constantFrom('1/2', '1', '3') }),
    fc.record({ curve: fc.constant('step' as const), expiry: whole(1, 9) }),
  )
  it('starts at 1 and never rises', () => {
    all(fc.property(curve, fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 }), (c, quarters) => {
      const sorted = [0, ...quarters.sort((a, b) => a - b)].map((q) => `${q}/4`)
      const left = get(survivalAt(c)(sorted)).map((figure) => figure.value!)
      expect(left[0]!.eq(1)).toBe(true)
      left.forEach((s, i) => { expect(s.gte(0) && (i === 0 || s.lte(left[i - 1]!))).toBe(true) })
    }))
  })
})

describe('laws of weights', () => {
  const sum = (weights: readonly string[]) => weights.map((w) => get(parseRatio(w))).reduce(addRatio, zero)
  const one = { num: 1n, den: 1n }
  it('AHP weights are 1 in sum, and exact for ratios of weights', () => {
    all(fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 10 }), fc.constantFrom('eigenvector', 'geometric') as fc.Arbitrary<'eigenvector'>, (sizes, by) => {
      const matrix = sizes.map((a) => sizes.map((b) => `${a}/${b}`))
      const { weights, consistency } = get(ahp({ by, randomIndex: 'donegan' })(matrix))
      const total = sizes.reduce((a, b) => a + b)
      expect(weights.map((w) => get(parseRatio(w)))).toEqual(sizes.map((s) => get(parseRatio(`${s}/${total}`))))
      expect(value(consistency).abs().lt('1e-40')).toBe(true)
    }))
  })
  it('AHP weights of any reciprocal matrix are 1 in sum; both ways agree up to three items', () => {
    const scale = fc.constantFrom('1/9', '1/5', '1/3', '1/2', '1', '2', '4', '7')
    all(fc.property(fc.integer({ min: 2, max: 5 }), fc.array(scale, { minLength: 10, maxLength: 10 }), (n, upper) => {
      const at = (i: number, j: number): string =>
        i === j ? '1' : i < j ? upper[(i * 3 + j) % 10]! : at(j, i).includes('/') ? at(j, i).slice(2) : `1/${at(j, i)}`
      const matrix = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => at(i, j)))
      const [a, b] = (['eigenvector', 'geometric'] as const).map((by) => get(ahp({ by, randomIndex: 'china' })(matrix)).weights)
      expect(sum(a!)).toEqual(one)
      expect(sum(b!)).toEqual(one)
      if (n <= 3) a!.forEach((w, i) => { expect(decimal(get(parseRatio(w))).minus(decimal(get(parseRatio(b![i]!)))).abs().lt('1e-38')).toBe(true) })
    }), 30)
  })
  const table = fc.array(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 })
  it('entropy weights are 1 in sum and do not see the scale of a column', () => {
    all(fc.property(table, (rows) => {
      const text = (by: number) => rows.map((row) => row.map((x, j) => String(j === 0 ? x * by : x)))
      const [a, b] = [entropyWeights(text(1)), entropyWeights(text(10))]
      expect(a._tag).toBe(b._tag)
      if (isLeft(a) || isLeft(b)) return
      expect(sum(a.right.weights)).toEqual(one)
      a.right.weights.forEach((w, j) => { expect(decimal(w).minus(b.right.weights[j]!).abs().lt('1e-30')).toBe(true) })
    }), 30)
  })
  it('closeness lies from 0 to 1: 1 for the best of all, 0 for the worst of all', () => {
    all(fc.property(table, (rows) => {
      const best = [1000, 1000, 0]
      const worst = [0, 0, 1000]
      const policy = { weights: ['1/2', '1/4', '1/4'], directions: ['benefit', 'benefit', 'cost'] } as const
      const worths = get(topsis(policy)([best, ...rows, worst].map((row) => row.map(String)))).map(value)
      expect(worths[0]!.eq(1)).toBe(true)
      expect(worths.at(-1)!.isZero()).toBe(true)
      expect(worths.every((c) => c.gte(0) && c.lte(1))).toBe(true)
    }), 30)
  })
  it('a reconciled value lies within the range of its methods, and so does an expected one', () => {
    all(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), positive), { minLength: 1, maxLength: 4 }), (rows) => {
      const total = rows.reduce((a, [w]) => a + w, 0)
      const parts = rows.map(([w, v], i) => ({ weight: total === 0 ? (i === 0 ? '1' : '0') : `${w}/${total}`, value: v, reason: '-' }))
      const { value: own } = get(reconcile(Object.fromEntries(parts.map((part, i) => [`m${i}`, part]))))
      const sorted = rows.map(([, v]) => decimal(v)).sort((a, b) => a.comparedTo(b))
      const slack = sorted.at(-1)!.times('1e-45')
      expect(value(own).gte(sorted[0]!.minus(slack)) && value(own).lte(sorted.at(-1)!.plus(slack))).toBe(true)
      expect(value(get(expected(parts.map((p) => ({ p: p.weight, value: p.value }))))).eq(value(own))).toBe(true)
    }))
  })
  it('comparables join within their range', () => {
    all(fc.property(fc.array(positive, { minLength: 1, maxLength: 5 }), fc.constantFrom('mean', 'median') as fc.Arbitrary<'mean'>, (prices, combine) => {
      const worth = get(adjustedComparables({
        factors: 'guide9', combine, comparables: prices.map((price, i) => ({ id: `c${i}`, price, factors: {} })),
      }))
      const sorted = prices.map((p) => decimal(p)).sort((a, b) => a.comparedTo(b))
      const slack = sorted.at(-1)!.times('1e-45')
      expect(value(worth).gte(sorted[0]!.minus(slack)) && value(worth).lte(sorted.at(-1)!.plus(slack))).toBe(true)
    }))
  })
})

describe('laws of internal rates of return', () => {
  const npv = (list: readonly string[], r: string) =>
    value(get(greenfield({ discount: { rate: r, timing: 'end' } })({ flows: list })))
  it('every root brings the value to 0, with a change of sign unless double; never too many', () => {
    all(fc.property(signed, (list) => {
      const { roots, signChanges } = get(irrRoots({ flows: list }))
      expect(roots.reduce((n, { double }) => n + (double ? 2 : 1), 0)).toBeLessThanOrEqual(signChanges)
      for (const { rate: r, double } of roots) {
        const [below, above] = ['-1e-30', '1e-30'].map((by) => npv(list, decimal(r).plus(by).toString()))
        expect(below!.isNegative() === above!.isNegative()).toBe(double)
      }
      const gains = list.filter((x) => Number(x) !== 0).map((x) => Number(x) > 0)
      if (new Set(gains).size === 2 && gains[0] !== gains.at(-1)) expect(roots.length % 2 === 1 || roots.some(({ double }) => double)).toBe(true)
    }), 100)
  })
  it('finds the rates that a polynomial was made from', () => {
    all(fc.property(fc.uniqueArray(fc.integer({ min: -80, max: 300 }), { minLength: 1, maxLength: 3 }), (percents) => {
      const made = percents.reduce<readonly bigint[]>((poly, p) => {
        const by = BigInt(100 + p)
        return Array.from({ length: poly.length + 1 }, (_, i) => 100n * (poly[i] ?? 0n) - by * (poly[i - 1] ?? 0n))
      }, [1n])
      const { roots } = get(irrRoots({ flows: made.map(String) }))
      expect(roots.map(({ rate: r }) => r)).toEqual([...percents].sort((a, b) => a - b).map((p) => decimals.show(decimals.parse(`${p}%`)!)))
    }))
  })
})

describe('laws of sensitivity', () => {
  const tree = (sales: readonly string[], royalty: string, r: string) =>
    get(reliefFromRoyalty({ discount: { rate: r, timing: 'mid' } })({ sales, royalty, tax: '25%' })).explained
  it('replay without rounding is exact', () => {
    all(fc.property(flows, percent, rate, (sales, royalty, r) => {
      const own = tree(sales, royalty, r)
      expect(get(replay({})(own))).toEqual({ exact: own.value, replayed: own.value, gap: '0', roundings: [] })
    }))
  })
  it('a bar from the base to the base has no width', () => {
    all(fc.property(flows, percent, rate, (sales, royalty, r) => {
      const own = tree(sales, royalty, r)
      expect(get(tornado([{ figure: 'royalty', low: royalty, high: royalty }])(own)))
        .toMatchObject([{ atLow: own.value, atHigh: own.value, spread: '0' }])
    }))
  })
  it('break-even gives back the figure that the target was made with', () => {
    all(fc.property(fc.array(positive, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 99 }), rate, (sales, p, r) => {
      const target = tree(sales, `${p}%`, r).value
      const found = get(breakEven({ figure: 'royalty', low: '0', high: '1', target })(tree(sales, '50%', r)))
      expect(decimal(found).minus(decimals.parse(`${p}%`)!).abs().lt('1e-38')).toBe(true)
    }), 30)
  })
})

describe('laws of simulation', () => {
  const { explained } = get(reliefFromRoyalty({ discount: { rate: '12%', timing: 'mid' } })({
    sales: ['1000', '1100', '1200'], royalty: '4%', tax: '25%',
  }))
  const royalty = { kind: 'triangular', low: '3%', mode: '4%', high: '5%' } as const
  const ignored = { kind: 'uniform', low: '25%', high: '25%' } as const
  const draws = (from: number, n: number, figures = { royalty }, seed = 7) =>
    get(simulate({ seed, from, draws: n, figures })(explained) as Either<never, readonly number[]>)
  it('cutting the work into parts changes no draw', () => {
    all(fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }), (a, b) => {
      expect([...draws(0, a), ...draws(a, b)]).toEqual(draws(0, a + b))
    }))
  })
  it('another uncertain figure changes no other draw', () => {
    const more = draws(0, 200, { tax: ignored, royalty } as { royalty: typeof royalty })
    expect(more).toEqual(draws(0, 200))
  })
  it('another seed does', () => { expect(draws(0, 5, { royalty }, 8)).not.toEqual(draws(0, 5)) })
  it('is within n · 2⁻⁵³ of 50 digits, n the figures and products of a draw', () => {
    const uniform = draws(0, 100)
    const at = get(tornado([])(explained))
    expect(at).toEqual([])
    uniform.forEach((x) => {
      const found = get(breakEven({ figure: 'royalty', low: '3%', high: '5%', target: decimal(0n).plus(x).toString() })(explained))
      const again = get(tornado([{ figure: 'royalty', low: found, high: found }])(explained))[0]!.atLow
      expect(Math.abs(Number(again) / x - 1)).toBeLessThan(100 * 2 ** -53)
    })
  })
  it('counts draws without a value and never drops them', () => {
    const tree = get(greenfield({ discount: { rate: '12%', timing: 'end' } })({
      flows: ['100'], terminal: { growth: '5%', at: 'end' },
    })).explained
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

describe('composition', () => {
  it('a built rate is part of the tree of the value', () => {
    const built = get(buildUp({ riskFree: '4%', premia: { market: '6%' } }))
    const { explained } = get(direct({ discount: { rate: built.figure, timing: 'end' } })({ ebit: ['110', '121'] }))
    expect(explained.value).toBe('200')
    expect(redo(decimals)(explained)).toEqual(right('200'))
    expect(get(tornado([{ figure: 'riskFree', low: '4%', high: '15%' }])(explained))[0]!.atLow).toBe('200')
  })
})
