import { left, right } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'
import {
  addRatio,
  compareRatio,
  divRatio,
  formatPercent,
  formatRatio,
  formatScaled,
  gcd,
  mulRatio,
  one,
  parsePrintedRatio,
  parseRatio,
  ratio,
  subRatio,
  zero,
} from 'data-dividend'
import ratios from '../vectors/core/ratios.json' with { type: 'json' }
import { anyDivisor, anyRatio, anyWhole } from './arbitrary.js'

describe(`vectors: ${ratios.source}`, () => {
  it.each(ratios.cases)('$text', ({ text, num, den, plain, percent }) => {
    const read = ratio(BigInt(num), BigInt(den))
    expect(read).toEqual({ num: BigInt(num), den: BigInt(den) })
    expect(parseRatio(text)).toEqual(right(read))
    expect(formatRatio(read)).toBe(plain)
    expect(formatPercent(read)).toBe(percent)
  })

  it.each(ratios.refused)('"%s" is no ratio', (text) => {
    expect(parseRatio(text)).toEqual(left({ _tag: 'NotARatio', text }))
  })
})

describe('laws', () => {
  it('a ratio is in lowest terms with the denominator above zero', () => {
    holds(
      fc.property(anyWhole, anyDivisor, fc.boolean(), (num, size, negative) => {
        const made = ratio(num, negative ? -size : size)
        expect(made.den > 0n && gcd(made.num, made.den) === 1n).toBe(true)
        expect(made.num * (negative ? -size : size)).toBe(num * made.den)
      }),
    )
  })

  it('what is written is read again, as a decimal and as a percentage', () => {
    holds(
      fc.property(anyRatio, (r) => {
        expect(parseRatio(formatRatio(r))).toEqual(right(r))
        expect(parseRatio(formatPercent(r))).toEqual(right(r))
      }),
    )
  })

  it('sums and products commute and associate, and one spreads over the other', () => {
    holds(
      fc.property(anyRatio, anyRatio, anyRatio, (a, b, c) => {
        for (const both of [addRatio, mulRatio]) {
          expect(both(a, b)).toEqual(both(b, a))
          expect(both(both(a, b), c)).toEqual(both(a, both(b, c)))
        }
        expect(mulRatio(a, addRatio(b, c))).toEqual(addRatio(mulRatio(a, b), mulRatio(a, c)))
      }),
    )
  })

  it('what is added is taken away again; what is multiplied, divided', () => {
    holds(
      fc.property(anyRatio, anyRatio, (a, b) => {
        expect(subRatio(addRatio(a, b), b)).toEqual(a)
        fc.pre(b.num !== 0n)
        expect(divRatio(mulRatio(a, b), b)).toEqual(a)
      }),
    )
  })

  it('order is that of the difference', () => {
    holds(
      fc.property(anyRatio, anyRatio, (a, b) => {
        const { num } = subRatio(a, b)
        expect(compareRatio(a, b)).toBe(
          num < 0n ? -1
          : num > 0n ? 1
          : 0,
        )
        expect(compareRatio(b, a)).toBe(
          num < 0n ? 1
          : num > 0n ? -1
          : 0,
        )
      }),
    )
  })

  it('a scaled number is its ratio, written with all its places', () => {
    holds(
      fc.property(anyWhole, fc.nat(30), (scaled, places) => {
        const text = formatScaled(scaled, places)
        expect(parseRatio(text)).toEqual(right(ratio(scaled, 10n ** BigInt(places))))
        expect(text.split('.')[1]?.length ?? 0).toBe(places)
      }),
    )
  })
})

describe('edges', () => {
  it('a whole number is a ratio over one', () => {
    expect(ratio(5n)).toEqual({ num: 5n, den: 1n })
  })

  it('zero is zero over one, however it is made', () => {
    expect([ratio(0n, -7n), ratio(0n, 0n), subRatio(one, one)]).toEqual([zero, zero, zero])
  })

  it('120 characters are read, 121 are not', () => {
    expect(parseRatio('9'.repeat(120))).toEqual(right({ num: 10n ** 120n - 1n, den: 1n }))
    expect(parseRatio('9'.repeat(121))._tag).toBe('Left')
    expect(parsePrintedRatio('9'.repeat(121))._tag).toBe('Right')
  })

  it('a negative fraction of one unit keeps its zero and its sign', () => {
    expect(formatScaled(-5n, 2)).toBe('-0.05')
  })
})
