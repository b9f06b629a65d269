import { left, right } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'
import { exact, figureAt, formatRatio, ratio, redo, type Explained } from 'data-dividend'
import { addRatio, mulRatio, zero, type Ratio } from 'data-dividend'
import { anyRatio } from './arbitrary.js'

const fee: Explained = {
  label: 'fee',
  value: '0.13',
  formula: 'halfUp(base × rate, 2)',
  inputs: [
    {
      label: 'base',
      value: '1.00',
      formula: 'sale − refund',
      inputs: [
        { label: 'sale', value: '3.00', source: 'events.csv:2' },
        { label: 'refund', value: '2.00', source: 'events.csv:3' },
      ],
    },
    { label: 'rate', value: '12.5%', source: 'clause venue' },
  ],
}

/** A figure of random depth together with its value. */
const { figure } = fc.letrec<{ readonly figure: readonly [Explained, Ratio] }>((tie) => ({
  figure: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    anyRatio.map((value) => [{ label: 'leaf', value: formatRatio(value) }, value] as const),
    fc
      .tuple(fc.constantFrom('×', '+'), fc.array(tie('figure'), { minLength: 1, maxLength: 3 }))
      .map(([operator, parts]) => {
        const inputs = parts.map(([part], index) => ({ ...part, label: `in${index}` }))
        const values = parts.map(([, value]) => value)
        const value =
          operator === '+' ? values.reduce(addRatio, zero) : values.reduce(mulRatio, ratio(1n))
        const formula = inputs.map(({ label }) => label).join(` ${operator} `)
        return [{ label: 'node', value: formatRatio(value), formula, inputs }, value] as const
      }),
  ),
}))

describe('laws', () => {
  it('a figure computed from its inputs is redone', () => {
    holds(
      fc.property(figure, ([tree, value]) => {
        expect(redo(exact)(tree)).toEqual(right(formatRatio(value)))
      }),
    )
  })

  it('a figure that was changed is found, the deepest first', () => {
    holds(
      fc.property(figure, anyRatio, ([tree, value], other) => {
        const printed = formatRatio(addRatio(value, other))
        fc.pre(tree.formula !== undefined && other.num !== 0n)
        expect(redo(exact)({ ...tree, value: printed })).toEqual(
          left({ _tag: 'FigureDiffers', at: tree.label, printed, redone: tree.value }),
        )
      }),
    )
  })
})

describe('edges', () => {
  it('a figure is given as it is printed', () => {
    expect(redo(exact)({ ...fee, value: '0.130' })).toEqual(right('0.130'))
  })

  it('a leaf is taken as it is, also a text', () => {
    expect(redo(exact)({ label: 'note', value: 'as signed' })).toEqual(right('as signed'))
  })

  it('a figure inside that differs is told by its path', () => {
    const base = {
      label: 'base',
      value: '1',
      formula: 'sale',
      inputs: [{ label: 'sale', value: '2' }],
    }
    const tree = { label: 'fee', value: '1', formula: 'base', inputs: [base] }
    const fault = { _tag: 'FigureDiffers', at: 'fee/base', printed: '1', redone: '2' }
    expect(redo(exact)(tree)).toEqual(left(fault))
  })

  it('a printed value that is no number differs', () => {
    const fault = { _tag: 'FigureDiffers', at: 'fee', printed: 'much', redone: '0.13' }
    expect(redo(exact)({ ...fee, value: 'much' })).toEqual(left(fault))
  })

  it('a formula that cannot be read or worked out is told with its cause', () => {
    const unread = { _tag: 'NotAFormula', text: 'base ×', at: 6 }
    expect(redo(exact)({ ...fee, formula: 'base ×' })).toEqual(
      left({ _tag: 'FigureNotRedone', at: 'fee', cause: unread }),
    )
    const unknown = { _tag: 'UnknownName', name: 'tax' }
    expect(redo(exact)({ ...fee, formula: 'tax' })).toEqual(
      left({ _tag: 'FigureNotRedone', at: 'fee', cause: unknown }),
    )
  })

  it('an input that is no number has no value', () => {
    const tree = { label: 'fee', value: '1', formula: 'a', inputs: [{ label: 'a', value: 'much' }] }
    const cause = { _tag: 'UnknownName', name: 'a' }
    expect(redo(exact)(tree)).toEqual(left({ _tag: 'FigureNotRedone', at: 'fee', cause }))
  })

  it('a label that stands twice is refused', () => {
    const twice = [
      { label: 'a', value: '1' },
      { label: 'a', ref: 'a' },
    ]
    const tree = { label: 'fee', value: '1', formula: 'a', inputs: twice }
    expect(redo(exact)(tree)).toEqual(left({ _tag: 'LabelTwice', at: 'fee', label: 'a' }))
  })

  it('a figure used twice is referred to by its path', () => {
    const again = { label: 'again', ref: 'base/sale' }
    const tree = { ...fee, value: '3.13', formula: 'halfUp(base × rate, 2) + again' }
    expect(redo(exact)({ ...tree, inputs: [...(fee.inputs ?? []), again] })).toEqual(right('3.13'))
  })

  it.each(['base/tax', 'tax', 'base/sale/more', 'again'])('nothing stands at %s', (ref) => {
    const inputs = [...(fee.inputs ?? []), { label: 'again', ref }]
    expect(redo(exact)({ ...fee, inputs })).toEqual(left({ _tag: 'NoFigureAt', at: 'fee', ref }))
  })

  it('figures are found by their path, the root by none', () => {
    expect(figureAt(fee, '')).toBe(fee)
    expect(figureAt(fee, 'base/sale')?.value).toBe('3.00')
    expect(figureAt(fee, 'fee')).toBeUndefined()
  })
})
