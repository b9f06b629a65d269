import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { appraise, roundedWorth, type ValuationFile } from '../../src/valuation/index.js'
import { orThrow } from '../../src/index.js'

const file = (
  parameters: ValuationFile['parameters'] & object,
  payment = '$x',
  more: Partial<ValuationFile> = {},
): ValuationFile => ({
  valuation: 'v',
  date: '2026-06-30',
  currency: 'CNY',
  parameters,
  methods: { m: { by: { 'time.annuity': { payment, rate: '0', life: '1' } }, reason: '' } },
  reconcile: { m: { weight: '1', reason: '' } },
  ...more,
})
const value = (...args: Parameters<typeof file>): string =>
  roundedWorth(4)(orThrow(appraise(file(...args))).value)
const fault = (...args: Parameters<typeof file>): unknown => {
  const done = appraise(file(...args))
  return isLeft(done) ? done.left : 'none'
}
const source = 'test'
const pair = [
  ['1', '3'],
  ['1/3', '1'],
]
const ahp = { by: 'eigenvector', randomIndex: 'china' }

describe('vectors', () => {
  it('one of a list, by its number from 1', () => {
    expect(value({ w: { source, ahp: { ...ahp, matrix: pair } } }, '$w.2')).toBe('0.2500')
    expect(value({ w: { source, values: ['7', '9'] } }, '$w.1')).toBe('7.0000')
    expect(value({ w: { source, values: ['7', '9'] }, x: { source, formula: 'w.1 + w.2' } })).toBe(
      '16.0000',
    )
  })
  it('curves by their names', () => {
    const at = (curve: object): string =>
      value({ s: { source, survival: { curve, times: ['2'] } } }, '$s.1')
    expect(at({ attrition: '10%' })).toBe('0.8100')
    expect(at({ halfLife: '1' })).toBe('0.2500')
    expect(at({ step: '2' })).toBe('0.0000')
    expect(at({ exponential: '1/2' })).toBe('0.3679')
    expect(at({ weibull: { scale: '2', shape: '1' } })).toBe('0.3679')
  })
  it('entropy weights and closeness of a table', () => {
    const rows = [
      ['1', '5'],
      ['3', '5'],
    ]
    expect(value({ e: { source, entropy: { rows } } }, '$e.1')).toBe('1.0000')
    const policy = { weights: ['1', '0'], directions: ['cost', 'benefit'] }
    expect(value({ t: { source, topsis: { ...policy, rows } } }, '$t.1')).toBe('1.0000')
  })
  it('weights of the conclusion by parameters', () => {
    const methods = {
      a: { by: { 'time.annuity': { payment: '100', rate: '0', life: '1' } }, reason: '' },
      b: { by: { 'time.annuity': { payment: '20', rate: '0', life: '1' } }, reason: '' },
    }
    const reconcile = { a: { weight: '$w.1', reason: '' }, b: { weight: '$w.2', reason: '' } }
    const w = { source, ahp: { ...ahp, matrix: pair } }
    expect(value({ w }, '', { methods, reconcile })).toBe('80.0000')
  })
})

describe('edges', () => {
  it('no such item, no such list, a list where a figure must be', () => {
    const w = { source, values: ['7', '9'] }
    const unknown = {
      _tag: 'UnknownParameter',
      path: ['methods', 'm', 'by', 'time.annuity', 'payment'],
    }
    for (const name of ['w.0', 'w.3', 'v.1']) {
      expect(fault({ w }, `$${name}`)).toEqual({ ...unknown, name })
    }
    expect(fault({ w }, '7', { reconcile: { m: { weight: '$w', reason: '' } } })).toEqual({
      _tag: 'NotARatio',
      text: '[]',
      path: ['reconcile', 'm', 'weight'],
    })
    expect(fault({ w }, '7', { reconcile: { m: { weight: '2', reason: '' } } })).toMatchObject({
      path: ['reconcile', 'm', 'weight'],
    })
  })
  it('faults of tables, curves and times have their place in the file', () => {
    const path = ['parameters', 'x']
    expect(
      fault({
        x: {
          source,
          ahp: {
            ...ahp,
            matrix: [
              ['1', '2'],
              ['2', '1'],
            ],
          },
        },
      }),
    ).toMatchObject({
      _tag: 'NotReciprocal',
      path: [...path, 'ahp', 'matrix', 0, 1],
    })
    expect(fault({ x: { source, entropy: { rows: [['1'], ['-1']] } } })).toMatchObject({
      path: [...path, 'entropy', 'rows', 1, 0],
    })
    const rows = [['1'], ['2']]
    const policy = { weights: ['2'], directions: ['benefit'] }
    expect(fault({ x: { source, topsis: { ...policy, rows } } })).toMatchObject({
      path: [...path, 'topsis', 'weights', 0],
    })
    expect(
      fault({ x: { source, survival: { curve: { attrition: '2' }, times: ['1'] } } }),
    ).toMatchObject({ path: [...path, 'survival', 'curve', 'attrition'] })
    expect(
      fault({ x: { source, survival: { curve: { attrition: '0' }, times: ['-1'] } } }),
    ).toMatchObject({ path: [...path, 'survival', 'times', 0] })
    expect(fault({ x: { source, survival: {}, ahp: {} } })).toMatchObject({
      _tag: 'ParameterNotOne',
      given: ['survival', 'ahp'],
    })
  })
  it('an inconsistent table is a warning of its parameter', () => {
    const matrix = [
      ['1', '9', '1/9'],
      ['1/9', '1', '9'],
      ['9', '1/9', '1'],
    ]
    const w = { source, ahp: { ...ahp, matrix } }
    expect(orThrow(appraise(file({ w }, '1'))).warnings).toMatchObject([
      { name: 'w', warning: { _tag: 'Inconsistent' } },
    ])
  })
  it('methods of time say where they are wrong', () => {
    const by = (id: string, record: object) =>
      fault({}, '1', { methods: { m: { by: { [id]: record }, reason: '' } } })
    const path = ['methods', 'm', 'by']
    expect(
      by('rate.irr', { flows: ['-1', '2'], dates: ['2026-01-01', '2026-02-30'] }),
    ).toMatchObject({ _tag: 'NotADate', path: [...path, 'rate.irr', 'dates', 1] })
    expect(by('rate.irr', { flows: ['1', '2'] })).toMatchObject({ _tag: 'IrrNone' })
    expect(by('survival.at', { curve: { step: '1' }, time: '-1' })).toMatchObject({
      path: [...path, 'survival.at', 'time'],
    })
    expect(by('survival.mean', { scale: '0', shape: '1' })).toMatchObject({
      path: [...path, 'survival.mean', 'scale'],
    })
    expect(by('survival.median', { scale: '1', shape: '0' })).toMatchObject({
      path: [...path, 'survival.median', 'shape'],
    })
  })
  it('a target that is never met says which search', () => {
    const search = { figure: 'payment', low: '0', high: '1', target: '5' }
    const sensitivity = { breakEven: [{ ...search, target: '1/2' }, search] }
    expect(fault({}, '3', { sensitivity })).toMatchObject({
      _tag: 'NoSignChange',
      path: ['sensitivity', 'breakEven', 1],
    })
  })
})
