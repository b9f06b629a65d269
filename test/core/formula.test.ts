import { left, right } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'
import {
  addRatio,
  compareRatio,
  divRatio,
  evaluate,
  exact,
  formatRatio,
  mulRatio,
  orThrow,
  parseFormula,
  parseRatio,
  ratio,
  subRatio,
  zero,
} from 'data-dividend'
import formulas from '../vectors/core/formulas.json' with { type: 'json' }
import { anyRatio } from './arbitrary.js'

const names = new Map(
  Object.entries({ base: '1.00', rate: '12.5%', 'year.1': '10', 'year.2': '32', yearly: '7' }).map(
    ([name, text]) => [name, orThrow(parseRatio(text))],
  ),
)
const valueOf = (formula: string) => evaluate(exact, names)(orThrow(parseFormula(formula)))

describe(`vectors: ${formulas.source}`, () => {
  it.each(formulas.cases)('$formula is $value', ({ formula, value }) => {
    expect(formatRatio(orThrow(valueOf(formula)))).toBe(value)
  })

  it.each(formulas.unreadable)('"$formula" stops at $at', ({ formula, at }) => {
    expect(parseFormula(formula)).toEqual(left({ _tag: 'NotAFormula', text: formula, at }))
  })

  it.each(formulas['without value'])('$formula has no value', ({ formula, call }) => {
    expect(valueOf(formula)).toEqual(left({ _tag: 'Undefined', call }))
  })
})

describe('laws', () => {
  const operations = { '+': addRatio, '−': subRatio, '×': mulRatio, '÷': divRatio }
  const operator = fc.constantFrom('+', '−', '×', '÷' as const)

  it('an operator is its function over ratios', () => {
    holds(
      fc.property(anyRatio, operator, anyRatio, (a, sign, b) => {
        fc.pre(sign !== '÷' || b.num !== 0n)
        const values = new Map([
          ['a', a],
          ['b', b],
        ])
        const formula = orThrow(parseFormula(`a ${sign} b`))
        expect(evaluate(exact, values)(formula)).toEqual(right(operations[sign](a, b)))
      }),
    )
  })

  it('a sum is the sum of its names, the least is not above the greatest', () => {
    holds(
      fc.property(fc.array(anyRatio, { minLength: 1, maxLength: 12 }), (values) => {
        const years = new Map(values.map((value, index) => [`year.${index}`, value]))
        const of = (text: string) => orThrow(evaluate(exact, years)(orThrow(parseFormula(text))))
        const list = [...years.keys()].join(', ')
        expect(of('Σ year')).toEqual(values.reduce(addRatio, zero))
        expect(of(`sum(${list})`)).toEqual(of('Σ year'))
        expect(values).toContainEqual(of(`min(${list})`))
        expect(values.every((value) => compareRatio(of(`min(${list})`), value) <= 0)).toBe(true)
        expect(values.every((value) => compareRatio(of(`max(${list})`), value) >= 0)).toBe(true)
      }),
    )
  })

  it('a power is repeated multiplication', () => {
    holds(
      fc.property(anyRatio, fc.nat(8), (base, exponent) => {
        const values = new Map([['a', base]])
        const power = evaluate(exact, values)(orThrow(parseFormula(`a ^ ${exponent}`)))
        const product = Array.from({ length: exponent }, () => base).reduce(mulRatio, ratio(1n))
        expect(power).toEqual(right(product))
      }),
    )
  })

  it('no text makes it throw', () => {
    const token = fc.constantFrom('1', 'a', '(', ')', '+', '-', '^', '×', ',', 'Σ', 'min', '.', ' ')
    const text = fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join(''))
    holds(
      fc.property(text, (formula) => {
        const parsed = parseFormula(formula)
        if (parsed._tag === 'Right') evaluate(exact, new Map([['a', zero]]))(parsed.right)
        else expect(parsed.left).toMatchObject({ _tag: 'NotAFormula', text: formula })
      }),
      2000,
    )
  })
})

describe('edges', () => {
  it('a name without a value is named', () => {
    expect(valueOf('base × tax')).toEqual(left({ _tag: 'UnknownName', name: 'tax' }))
    expect(valueOf('min(tax, base)')).toEqual(left({ _tag: 'UnknownName', name: 'tax' }))
  })

  it('names are in any script', () => {
    const formula = orThrow(parseFormula('单价 × 数量'))
    const values = new Map([
      ['单价', ratio(3n)],
      ['数量', ratio(4n)],
    ])
    expect(evaluate(exact, values)(formula)).toEqual(right(ratio(12n)))
  })

  it('a hundred brackets are read, one more is not', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}1${')'.repeat(depth)}`
    expect(parseFormula(nested(100))._tag).toBe('Right')
    expect(parseFormula(nested(101))).toMatchObject({ left: { at: 100 } })
  })

  it('brackets that are closed do not count', () => {
    expect(parseFormula(`0${'+(1)'.repeat(101)}`)._tag).toBe('Right')
  })

  it('two thousand tokens are read, one more is not', () => {
    expect(parseFormula(`${'-'.repeat(1999)}1`)._tag).toBe('Right')
    expect(parseFormula(`${'-'.repeat(2000)}1`)).toMatchObject({ left: { at: 2000 } })
    expect(valueOf(`0${'+1'.repeat(999)}`)).toEqual(right(ratio(999n)))
  })

  it('a power of zero is zero, a power of one is one, however large', () => {
    expect(valueOf('0 ^ 10000')).toEqual(right(zero))
    expect(valueOf('1 ^ -10000')).toEqual(right(ratio(1n)))
  })

  it('the exact arithmetic reads ratios and nothing else', () => {
    expect(exact.parse('15.3%')).toEqual(ratio(153n, 1000n))
    expect(exact.parse('1,000')).toBeUndefined()
    expect(exact.show(ratio(1n, 3n))).toBe('1/3')
  })

  it('an operation without inputs has no value, but for the sum', () => {
    expect(exact.call('min', [])).toBeUndefined()
    expect(exact.call('+', [ratio(1n)])).toBeUndefined()
    expect(exact.call('sum', [])).toEqual(zero)
  })
})
