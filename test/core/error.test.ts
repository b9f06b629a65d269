import { left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  currencyOf,
  dateIn,
  describeFault,
  divExact,
  evaluate,
  exact,
  formatPath,
  orThrow,
  orThrowWith,
  parseAmount,
  parseDate,
  parseFormula,
  parseRatio,
  redo,
  type Fault,
} from 'data-dividend'
import { derive, treeOf } from 'data-dividend/core'
import { coreWords } from 'data-dividend/core'
import { asJson, smallestFault } from '../faults.js'

const words = { Late: { en: '{days} days late, {ids}', zh: '迟 {days} 天，{ids}' } }
const say = (fault: Fault & Readonly<Record<string, unknown>>) => describeFault(words)('en')(fault)
const cny = { code: 'CNY', digits: 2 }
const leaf = { label: 'a', value: '1' }

/** The smallest input of each fault. */
const smallest = {
  NotAnAmount: parseAmount(cny)(''),
  TooManyDecimals: parseAmount(cny)('1.000'),
  AmountTooLarge: parseAmount({ code: 'JPY', digits: 0 })(`1${'0'.repeat(38)}`),
  NotAFormula: parseFormula('1 +'),
  UnknownName: evaluate(exact, new Map())({ kind: 'name', name: 'rate' }),
  Undefined: evaluate(exact, new Map())(orThrow(parseFormula('1 ÷ 0'))),
  NoValue: treeOf('value')(derive('rate', { rate: derive('1 ÷ 0', {}) })),
  NotADate: parseDate('2026-02-30'),
  NotARatio: parseRatio('1e3'),
  NotDivisible: divExact(1n, 2n),
  FigureDiffers: redo(exact)({ label: 'fee', value: '2', formula: 'a', inputs: [leaf] }),
  FigureNotRedone: redo(exact)({ label: 'fee', value: '1', formula: 'a' }),
  NoFigureAt: redo(exact)({ label: 'fee', value: '1', inputs: [{ label: 'a', ref: 'b' }] }),
  LabelTwice: redo(exact)({ label: 'fee', value: '1', inputs: [leaf, leaf] }),
  UnknownCurrency: currencyOf('cny'),
  UnknownZone: dateIn('Mars'),
}

describe('vectors: test/errors', () => {
  it.each(Object.entries(smallest))('%s is what its smallest input gives', (tag, given) => {
    expect(asJson(given)).toEqual(left(smallestFault(tag)))
  })

  it('are all that core has words for', () => {
    expect(Object.keys(coreWords).sort()).toEqual(Object.keys(smallest).sort())
  })
})

describe('edges', () => {
  it.each([
    [[], ''],
    [['flow'], 'flow'],
    [['flow', 0, 'commission', 'rate'], 'flow[0].commission.rate'],
    [[2, 'amount'], '[2].amount'],
  ] as const)('the path %j is written %s', (path, text) => {
    expect(formatPath(path)).toBe(text)
  })

  it('the path stands before the sentence, unless it is the whole', () => {
    expect(say({ _tag: 'Late', path: ['at'], days: 3, ids: ['a', 1n] })).toBe(
      'at: 3 days late, a, 1',
    )
    expect(say({ _tag: 'Late', path: [], days: 3, ids: [] })).toBe('3 days late, ')
  })

  it('a fault in a field is said in words, other records by their fields', () => {
    const inner = { _tag: 'Late', days: 1, ids: { a: true, b: null } }
    expect(say({ _tag: 'Late', days: inner, ids: '' })).toBe(
      '1 days late, a: true, b: null days late, ',
    )
  })

  it('a tag without words shows its data', () => {
    expect(say({ _tag: 'Odd', path: ['x'], days: 3, deep: [{ at: '1' }] })).toBe(
      'x: Odd days: 3, deep: at: 1',
    )
    expect(say({ _tag: 'constructor' })).toBe('constructor')
  })

  it('Chinese is Chinese', () => {
    const fault = { _tag: 'Late', days: 3, ids: 'a' }
    expect(describeFault(words)('zh')(fault)).toBe('迟 3 天，a')
  })

  it('a right is given as it is', () => {
    expect(orThrow(right([1n]))).toEqual([1n])
  })

  it('a left is thrown with its tag and data, with the fault as its cause', () => {
    const fault = { _tag: 'NotARatio', text: '1e3' }
    const caught = thrownBy(() => orThrow(left(fault)))
    expect(caught).toBeInstanceOf(Error)
    expect((caught as Error).message).toBe('NotARatio text: 1e3')
    expect((caught as Error).cause).toBe(fault)
  })

  it('a left of several is thrown a line each', () => {
    const faults = [{ _tag: 'A' }, { _tag: 'B' }]
    const caught = thrownBy(() => orThrowWith(({ _tag }) => _tag)(left(faults)))
    expect((caught as Error).message).toBe('A\nB')
    expect((caught as Error).cause).toBe(faults)
  })
})

const thrownBy = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (thrown) {
    return thrown
  }
}
