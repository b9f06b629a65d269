import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'
import { ratio } from 'data-dividend'
import { decimal } from '../../src/core/decimal.js'
import constants from '../vectors/core/constants.json' with { type: 'json' }
import { anyRatio, anyWhole } from './arbitrary.js'

describe(`vectors: ${constants.source}`, () => {
  const computed = {
    sqrt2: decimal(2n).sqrt(),
    ln2: decimal('2').ln(),
    e: decimal(ratio(1n)).exp(),
  }
  it.each(constants.cases)('$name', ({ name, digits }) => {
    expect(computed[name as keyof typeof computed].toFixed(digits.split('.')[1]!.length)).toBe(
      digits,
    )
  })
})

describe('laws', () => {
  it('whole numbers enter and leave exactly', () => {
    holds(
      fc.property(anyWhole, (whole) => {
        expect(decimal(whole).toString()).toBe(String(whole))
      }),
    )
  })

  it('a ratio is within one unit of the fiftieth digit', () => {
    holds(
      fc.property(anyRatio, (r) => {
        const back = decimal(r).mul(r.den.toString()).sub(r.num.toString()).abs()
        expect(back.lte(decimal(r.num).abs().mul('1e-49'))).toBe(true)
      }),
    )
  })
})

describe('edges', () => {
  it('small and large numbers are written without an exponent', () => {
    expect(decimal(ratio(1n, 10n ** 30n)).toString()).toBe(`0.${'0'.repeat(29)}1`)
    expect(decimal(10n ** 40n).toString()).toBe(`1${'0'.repeat(40)}`)
  })

  it('halves go away from zero', () => {
    expect(decimal('-2.5').toDecimalPlaces(0).toString()).toBe('-3')
  })
})
