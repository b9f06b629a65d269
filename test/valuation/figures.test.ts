import { readFileSync } from 'node:fs'
import { decimals, derive, figureText, leaf, type Figure } from 'data-dividend'
import {
  ahp,
  direct,
  entropyWeights,
  excessEarnings,
  irrRoots,
  quantile,
  reliefFromRoyalty,
  replay,
  sampler,
  survivalAt,
  topsis,
  tornado,
  twoWay,
  weibullMean,
  weibullMedian,
  type Distribution,
} from 'data-dividend/valuation'
import { describe, expect, it } from 'vitest'
import ahpVectors from '../vectors/valuation/ahp.json' with { type: 'json' }
import distributions from '../vectors/valuation/distributions.json' with { type: 'json' }
import excess from '../vectors/valuation/excess-earnings.json' with { type: 'json' }
import irrVectors from '../vectors/valuation/irr.json' with { type: 'json' }
import replays from '../vectors/valuation/replay.json' with { type: 'json' }
import sensitivity from '../vectors/valuation/sensitivity.json' with { type: 'json' }
import survival from '../vectors/valuation/survival.json' with { type: 'json' }
import table from '../vectors/valuation/topsis.json' with { type: 'json' }
import { get, meets, run, valueAt, type Vector } from './run.js'

describe(`vectors: ${irrVectors.source}`, () => {
  it.each(irrVectors.cases)('$name', ({ flows, dates, roots }) => {
    const found = get(irrRoots(dates === undefined ? { flows } : { flows, dates: dates as never }))
    expect(found.roots).toHaveLength(roots.length)
    found.roots.forEach(({ rate }, i) => {
      meets(rate, roots[i] ?? '')
    })
  })
})

describe(`vectors: ${excess.source}`, () => {
  it.each(excess.cases)('attrition at the $point of the year', (vector) => {
    const times = excess.input.revenue.map((_, t) =>
      vector.point === 'mid' ? `${2 * t + 1}/2` : `${t + 1}`,
    )
    const left = get(survivalAt({ curve: 'attrition', attrition: excess.attrition })(times))
    const worth = get(
      excessEarnings({ discount: excess.discount as never })({
        ...excess.input,
        charges: { ...excess.input.charges },
        survival: left,
        tab: excess.tab as never,
      }),
    )
    meets(worth.explained.value, vector.value)
    meets(valueAt(worth.explained, 'before'), vector.before)
    meets(valueAt(worth.explained, 'before/year.1/excess'), vector.first)
    meets(valueAt(worth.explained, 'before/year.8/excess'), vector.last)
  })
})

describe(`vectors: ${survival.source}`, () => {
  const { weibull, attrition, halfLife } = survival
  it('Weibull', () => {
    const curve = { curve: 'weibull', scale: weibull.scale, shape: weibull.shape } as const
    const at = (times: readonly string[]) => get(survivalAt(curve)(times))
    meets(figureText(at([weibull.time])[0] ?? leaf('')), weibull.survival)
    meets(get(weibullMean(weibull.scale, weibull.shape)).explained.value, weibull.mean)
    meets(get(weibullMedian(weibull.scale, weibull.shape)).explained.value, weibull.median)
    const years = Array.from({ length: weibull.pv.years }, (_, t) => String(t + 1))
    const ebit = at(years).map((left) =>
      derive('flow × left', { flow: leaf(weibull.pv.flow), left }),
    )
    const pv = get(direct({ discount: { rate: weibull.pv.rate, timing: 'end' } })({ ebit }))
    meets(pv.explained.value, weibull.pv.exact)
  })
  it('constant attrition', () => {
    const left = (n: number) =>
      get(
        survivalAt({ curve: 'attrition', attrition: attrition.attrition })(
          Array.from({ length: n }, (_, t) => String(t + 1)),
        ),
      )
    const pv = (n: number) =>
      get(
        direct({ discount: { rate: attrition.rate, timing: 'end' } })({
          ebit: left(n).map((s) => derive('100 × s', { s })),
        }),
      ).explained.value
    meets(pv(5), attrition.fiveYears)
    meets(pv(400), attrition.forEver)
  })
  it('half-life', () => {
    const [left] = get(
      survivalAt({ curve: 'halfLife', halfLife: halfLife.halfLife })([halfLife.time]),
    )
    meets(figureText(left ?? leaf('')), halfLife.survival)
  })
})

describe(`vectors: ${distributions.source}`, () => {
  it.each(distributions.cases)('$d at $p', ({ d, p, exact }) => {
    meets(get(quantile(d as Distribution)(p)).explained.value, exact)
    expect(get(sampler(d as Distribution))(Number(p))).toBeCloseTo(Number(exact), 13)
  })
  it.each(distributions.moments)('moments of $d', ({ d, mean, variance }) => {
    const draw = get(sampler(d as Distribution))
    const n = 100_000
    const draws = Array.from({ length: n }, (_, i) => draw((i + 0.5) / n))
    const own = draws.reduce((a, b) => a + b) / n
    expect(own).toBeCloseTo(Number(mean), 4)
    if (variance === undefined) return
    expect(draws.reduce((a, x) => a + (x - own) ** 2, 0) / n).toBeCloseTo(Number(variance), 3)
  })
})

describe(`vectors: ${ahpVectors.source}`, () => {
  it.each(ahpVectors.cases)('$name', (vector) => {
    const upper = vector.upper.map((row) => row.split(' '))
    const n = upper.length + 1
    const entry = (i: number, j: number): string =>
      i === j ? '1'
      : i < j ? (upper[i]?.[j - i - 1] ?? '')
      : inverse(upper[j]?.[i - j - 1] ?? '')
    const matrix = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => entry(i, j)),
    )
    const policy = { by: 'eigenvector', randomIndex: vector.index as 'saaty1980' } as const
    const { weights, consistency } = get(ahp(policy)(matrix))
    weights.forEach((weight, i) => {
      meets(weight, vector.weights[i] ?? '')
    })
    meets(consistency.explained.value, vector.ratio)
    meets(valueAt(consistency.explained, 'index/largest'), vector.lambda)
    const geometric = get(ahp({ ...policy, by: 'geometric' })(matrix))
    vector.geometric?.forEach((weight, i) => {
      meets(geometric.weights[i] ?? '', weight)
    })
  })
})

describe(`vectors: ${table.source}`, () => {
  it('entropy weights, and a warning that one column rules', () => {
    const { explained, warnings } = get(entropyWeights(table.rows))
    explained.forEach((worth, j) => {
      meets(worth.explained.value, table.entropy[j] ?? '')
    })
    expect(warnings).toMatchObject([{ _tag: 'OneColumnRules', path: [0, 2] }])
  })
  it('closeness', () => {
    const { weights, directions, rows } = table
    const worths = get(topsis({ weights, directions: directions as never })(rows))
    worths.forEach((worth, i) => {
      meets(worth.explained.value, table.closeness[i] ?? '')
    })
  })
})

describe(`vectors: ${sensitivity.source}`, () => {
  const inputs = { revenue: leaf('1000'), growth: leaf('5%') }
  const sales = Array.from({ length: 5 }, (_, t): Figure =>
    derive(`revenue × (1 + growth)^${t + 1}`, inputs),
  )
  const { explained } = get(
    reliefFromRoyalty({ discount: { rate: '12%', timing: 'end' } })({
      sales,
      royalty: '4%',
      tax: '25%',
    }),
  )
  it('base', () => {
    meets(explained.value, sensitivity.base)
  })
  it('tornado, the widest first', () => {
    const bars = get(tornado([...sensitivity.tornado].reverse())(explained))
    expect(bars.map(({ figure }) => figure)).toEqual(
      sensitivity.tornado.map(({ figure }) => figure),
    )
    bars.forEach((bar, i) => {
      meets(bar.atLow, sensitivity.tornado[i]?.atLow ?? '')
      meets(bar.atHigh, sensitivity.tornado[i]?.atHigh ?? '')
    })
  })
  it('two-way table', () => {
    const { rates, royalties, values } = sensitivity.twoWay
    const rows = get(
      twoWay(
        { figure: 'rate', values: rates },
        { figure: 'royalty', values: royalties },
      )(explained),
    )
    rows.forEach((row, i) => {
      row.forEach((value, j) => {
        meets(value, values[i]?.[j] ?? '')
      })
    })
  })
})

describe(`vectors: ${replays.source}`, () => {
  const market = JSON.parse(readFileSync('test/vectors/valuation/market.json', 'utf8')) as {
    readonly cases: readonly Vector[]
  }
  it.each(replays.cases)('$name', ({ rules, replayed, ...vector }) => {
    const found = market.cases.find(({ name }) => name === vector.of)
    const { explained } = run(found ?? (vector as unknown as Vector))
    const done = get(replay(rules as never)(explained))
    expect(done.replayed).toBe(replayed)
    expect(done.exact).toBe(explained.value)
    expect(decimals.parse(done.gap)?.plus(done.exact).toString()).toBe(replayed)
    expect(done.roundings.length).toBeGreaterThanOrEqual(2)
  })
  it('shows the published prices of the three comparables', () => {
    const { explained } = run(market.cases[1]!)
    const { roundings } = get(
      replay({ date: { places: 3 }, 'comparable.*': { places: 2 } })(explained),
    )
    const prices = roundings
      .filter(({ path }) => !path.endsWith('date'))
      .map(({ rounded }) => rounded)
    expect(prices).toEqual(['1370.76', '1444.17', '1344.38'])
  })
})

const inverse = (ratio: string): string => {
  const [num = '1', den = '1'] = ratio.split('/')
  return `${den}/${num}`
}
