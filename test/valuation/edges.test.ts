import { left, right } from 'fp-ts/lib/Either.js'
import { leaf } from 'data-dividend/core'
import * as v from 'data-dividend/valuation'
import { describe, expect, it } from 'vitest'
import faults from '../vectors/valuation/faults.json' with { type: 'json' }
import { get, meets, methods, valueAt } from './run.js'

const end = (rate: string) => ({ discount: { rate, timing: 'end' } }) as const
const call = {
  kind: 'call',
  spot: '110',
  strike: '100',
  yield: '0',
  rate: '0',
  years: '1',
} as const
const unlike = [
  ['1', '2'],
  ['1/3', '1'],
]

describe(`edges: ${faults.source}`, () => {
  it.each(faults.faults)('$method says $fault', ({ method, input, discount, fault }) => {
    expect(methods[method]?.(input, discount)).toEqual(left(fault))
  })
})

describe('edges: faults of rates, weights and trees', () => {
  const policy = { by: 'eigenvector', randomIndex: 'china' } as const
  it.each([
    [
      'flows of one sign have no rate',
      v.irr({ flows: ['1', '2'] }),
      { _tag: 'IrrNone', path: ['flows'] },
    ],
    [
      'several rates are all told',
      v.irr({ flows: ['-100', '230', '-132'] }),
      { _tag: 'IrrMany', roots: ['0.1', '0.2'], path: ['flows'] },
    ],
    [
      'a comparison and its inverse must multiply to 1',
      v.ahp(policy)(unlike),
      { _tag: 'NotReciprocal', i: 1, j: 2, path: [0, 1] },
    ],
    [
      'eleven items have no random index',
      v.ahp(policy)(Array.from({ length: 11 }, () => Array.from({ length: 11 }, () => '1'))),
      { _tag: 'NoRandomIndex', n: 11, path: [] },
    ],
    [
      'a matrix is square',
      v.ahp(policy)([['1', '1']]),
      { _tag: 'Lengths', expected: 1, actual: 2, path: [0] },
    ],
    [
      'columns that do not vary have no entropy weights',
      v.entropyWeights([['1'], ['1']]),
      { _tag: 'AllConstant', path: [] },
    ],
    [
      'a column of zeros has no entropy',
      v.entropyWeights([
        ['0', '1'],
        ['0', '2'],
      ]),
      { _tag: 'ZeroDenominator', path: [0, 0] },
    ],
    [
      'rows alike have no closeness',
      v.topsis({ weights: ['1'], directions: ['cost'] })([['1'], ['1']]),
      { _tag: 'ZeroDenominator', path: [] },
    ],
    [
      'a small volatility in coarse steps leaves the tree',
      v.binomial({ ...call, rate: '50%', volatility: '1%', steps: '1', exercise: 'european' }),
      expect.objectContaining({ _tag: 'ProbabilityOutOfTree', steps: '1', path: ['volatility'] }),
    ],
    [
      'no chance beyond 1 has a quantile',
      v.quantile({ kind: 'normal', mean: '0', sd: '1' })('1'),
      { _tag: 'ShareOutOfRange', given: '1', path: ['p'] },
    ],
    [
      'a growing annuity needs a growth above −100%',
      v.annuity({ payment: '1', rate: '1%', life: '1', growth: '-1' }),
      { _tag: 'RateTooLow', rate: '-1', path: ['growth'] },
    ],
    [
      'growth at the rate has no perpetuity',
      v.perpetuity({ payment: '1', rate: '5%', growth: '5%' }),
      { _tag: 'GrowthNotBelowRate', growth: '5%', rate: '5%', path: ['growth'] },
    ],
    [
      'no draw with a value has no summary',
      v.summarise([])([undefined]),
      { _tag: 'NoFlows', path: ['draws'] },
    ],
  ])('%s', (_, found, fault) => {
    expect(found).toEqual(left(fault))
  })

  const tree = get(v.direct(end('10%'))({ ebit: ['110'] })).explained
  it('a pattern that names no figure is told', () => {
    const fault = { _tag: 'NoSuchFigure', pattern: 'royalty' }
    expect(v.tornado([{ figure: 'royalty', low: '0', high: '1' }])(tree)).toEqual(
      left({ ...fault, path: [] }),
    )
    expect(v.replay({ royalty: { places: 2 } })(tree)).toEqual(left({ ...fault, path: ['replay'] }))
  })
  it('a target outside the range has no break-even', () => {
    expect(v.breakEven({ figure: 'rate', low: '0', high: '1', target: '1000' })(tree)).toEqual(
      left({ _tag: 'NoSignChange', low: '0', high: '1', path: ['breakEven'] }),
    )
  })
  it('a figure without a value is named', () => {
    expect(v.direct(end('10%'))({ ebit: [leaf('abc')] })).toMatchObject(
      left({ _tag: 'NoValue', at: 'value/year.1/ebit' }),
    )
  })
})

describe('edges: limits that are not errors', () => {
  it.each([
    ['an annuity at 0 is its life', v.annuity({ payment: '3', rate: '0', life: '7' }), '21'],
    [
      'growth at the rate is n·c/(1 + r)',
      v.annuity({ payment: '10', rate: '25%', life: '4', growth: '25%' }),
      '32',
    ],
    ['a rate of 0 adds the flows', v.direct(end('0'))({ ebit: ['1', '2'] }), '3'],
    [
      'a benefit at 0 is 1/(1 − t)',
      v.tab({ tax: '20%', life: '3', rate: '0', timing: 'end' }),
      '1.25',
    ],
    [
      'an option without volatility is its gain',
      v.blackScholes({ ...call, volatility: '0' }),
      '10',
    ],
    [
      'an option without time is its gain',
      v.blackScholes({ ...call, years: '0', volatility: '20%' }),
      '10',
    ],
    [
      'a tree without volatility is its gain',
      v.binomial({ ...call, volatility: '0', steps: '3', exercise: 'european' }),
      '10',
    ],
    [
      'a tree without time is its gain',
      v.binomial({
        ...call,
        kind: 'put',
        strike: '120',
        years: '0',
        volatility: '20%',
        steps: '3',
        exercise: 'american',
      }),
      '10',
    ],
    [
      'two items are consistent',
      v.ahp({ by: 'geometric', randomIndex: 'china' })([
        ['1', '3'],
        ['1/3', '1'],
      ]),
      undefined,
    ],
  ])('%s', (_, found, value) => {
    const worth = get<unknown>(found) as v.Worth | v.Ahp
    expect('explained' in worth ? worth.explained.value : worth.consistency.explained.value).toBe(
      value ?? '0',
    )
  })
  it('an even median is the mean of the middle two', () => {
    const comparables = ['1', '10', '4', '2'].map((price, i) => ({
      id: String(i),
      price,
      factors: {},
    }))
    const worth = get(v.adjustedComparables({ factors: 'guide9', combine: 'median', comparables }))
    expect(worth.explained.value).toBe('3')
  })
  it('an American put without volatility is exercised at once when money has a price', () => {
    const worth = v.binomial({
      ...call,
      kind: 'put',
      strike: '120',
      rate: '10%',
      volatility: '0',
      steps: '4',
      exercise: 'american',
    })
    expect(get(worth).explained.value).toBe('10')
  })
})

describe('edges: warnings ride on the value', () => {
  it('a negative flow is kept and named', () => {
    const worth = get(v.excess(end('0'))({ income: ['1'], charges: { all: ['3'] } }))
    expect(worth.explained.value).toBe('-2')
    expect(worth.warnings).toEqual([{ _tag: 'NegativeFlow', value: '-2', path: ['income', 0] }])
  })
  it('a factor outside its band is named', () => {
    const worth = get(
      v.adjustedComparables({
        factors: 'guide9',
        combine: 'mean',
        band: { low: '0.8', high: '1.2' },
        comparables: [{ id: 'a', price: '1', factors: { date: '1.3', other: '1.2' } }],
      }),
    )
    expect(worth.warnings).toMatchObject([{ _tag: 'FactorOutOfBand', given: '1.3' }])
  })
  it('an inconsistent comparison is named', () => {
    const matrix = [
      ['1', '9', '1/9'],
      ['1/9', '1', '9'],
      ['9', '1/9', '1'],
    ]
    const { consistency } = get(v.ahp({ by: 'eigenvector', randomIndex: 'china' })(matrix))
    expect(consistency.warnings).toMatchObject([{ _tag: 'Inconsistent' }])
  })
  it('rates apart by more than the tolerance are named', () => {
    const assets = { all: { value: '1', rate: '10%' } }
    const at = (tolerance: string) =>
      get(v.wara({ assets, against: { rate: '11%', tolerance } })).warnings.map(({ _tag }) => _tag)
    expect([at('0.9%'), at('1%')]).toEqual([['RatesApart'], []])
  })
})

describe('edges: lending', () => {
  it('is the appraised value less the haircut, within the caps', () => {
    const input = { appraised: '1000', haircut: '40%', caps: { rights: '800', term: '500' } }
    const lending = get(v.lendingValue(input))
    expect(lending.explained.value).toBe('500')
    expect(get(v.lendingValue({ ...input, caps: {} })).explained.value).toBe('600')
    expect(get(v.coverRatio('400')(lending.figure)).explained.value).toBe('1.25')
    meets(valueAt(lending.explained, 'cut'), '600')
  })
})

it('an internal rate of return carries the value at it', () => {
  const { explained } = get(v.irr({ flows: ['-100', '60', '60'] }))
  expect(Math.abs(Number(valueAt(explained, 'npv')))).toBeLessThan(1e-38)
  expect(v.irrRoots({ flows: ['0', '0'] })).toEqual(right({ roots: [], signChanges: 0 }))
})
