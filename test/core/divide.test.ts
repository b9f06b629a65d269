import { right } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'
import { divBy, divCeil, divExact, divFloor, divHalfEven, divHalfUp, gcd } from 'data-dividend'
import type { Rounding } from 'data-dividend'
import rounding from '../vectors/core/rounding.json' with { type: 'json' }
import { anyDivisor, anyWhole } from './arbitrary.js'

const rules: readonly Rounding[] = ['floor', 'ceil', 'halfUp', 'halfEven', 'down']

describe(`vectors: ${rounding.source}`, () => {
  it.each(rounding.cases)('$tenths tenths', (row) => {
    for (const rule of rules) expect(divBy(rule)(BigInt(row.tenths), 10n)).toBe(BigInt(row[rule]))
  })
})

describe('laws', () => {
  it('every division is less than one away from the quotient', () => {
    holds(
      fc.property(fc.constantFrom(...rules), anyWhole, anyDivisor, (rule, dividend, divisor) => {
        const off = divBy(rule)(dividend, divisor) * divisor - dividend
        expect(off < divisor && off > -divisor).toBe(true)
      }),
    )
  })

  it('floor is at or below, ceil at or above, down not farther from zero', () => {
    holds(
      fc.property(anyWhole, anyDivisor, (dividend, divisor) => {
        expect(divFloor(dividend, divisor) * divisor <= dividend).toBe(true)
        expect(divCeil(dividend, divisor) * divisor >= dividend).toBe(true)
        const down = divBy('down')(dividend, divisor) * divisor
        expect(dividend < 0n ? down >= dividend : down <= dividend).toBe(true)
      }),
    )
  })

  it('the halves are nearest, and odd functions', () => {
    holds(
      fc.property(anyWhole, anyDivisor, (dividend, divisor) => {
        for (const divide of [divHalfUp, divHalfEven]) {
          const twice = 2n * (divide(dividend, divisor) * divisor - dividend)
          expect(twice <= divisor && twice >= -divisor).toBe(true)
          expect(divide(-dividend, divisor)).toBe(-divide(dividend, divisor))
        }
      }),
    )
  })

  it('at a half, half up goes away from zero and half even to the even neighbour', () => {
    holds(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), anyDivisor, (whole, half) => {
        const dividend = whole * 2n * half + half
        expect(divHalfUp(dividend, 2n * half)).toBe(whole + 1n)
        expect(divHalfEven(dividend, 2n * half)).toBe(whole % 2n === 0n ? whole : whole + 1n)
      }),
    )
  })

  it('multiples divide exactly under every rule', () => {
    holds(
      fc.property(fc.constantFrom(...rules), anyWhole, anyDivisor, (rule, whole, divisor) => {
        expect(divBy(rule)(whole * divisor, divisor)).toBe(whole)
        expect(divExact(whole * divisor, divisor)).toEqual(right(whole))
      }),
    )
  })

  it('the greatest common divisor divides both, and leaves nothing in common', () => {
    holds(
      fc.property(anyWhole, anyDivisor, (a, b) => {
        const common = gcd(a, b)
        expect(common > 0n && a % common === 0n && b % common === 0n).toBe(true)
        expect(gcd(a / common, b / common)).toBe(1n)
        expect(gcd(b, a)).toBe(common)
      }),
    )
  })
})

describe('edges', () => {
  it('a remainder is refused by the exact division', () => {
    const fault = { _tag: 'NotDivisible', dividend: 7n, divisor: 2n }
    expect(divExact(7n, 2n)).toEqual({ _tag: 'Left', left: fault })
  })

  it('nothing divides exactly by zero', () => {
    expect(divExact(0n, 0n)._tag).toBe('Left')
  })

  it('nothing and nothing have no common divisor', () => {
    expect(gcd(0n, 0n)).toBe(0n)
  })

  it('a number and nothing have the number in common, without its sign', () => {
    expect([gcd(-6n, 0n), gcd(0n, -6n)]).toEqual([6n, 6n])
  })
})
