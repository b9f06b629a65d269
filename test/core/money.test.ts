import { left, right } from 'fp-ts/lib/Either.js'
import codes from 'currency-codes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'
import {
  currencyCodes,
  currencyOf,
  formatAmount,
  largestMinor,
  orThrow,
  parseAmount,
  parseSignedAmount,
} from 'data-dividend'
import { anyWhole } from './arbitrary.js'

const cny = orThrow(currencyOf('CNY'))
const anyCurrency = fc.constantFrom(...currencyCodes).map((code) => orThrow(currencyOf(code)))

describe('vectors: ISO 4217 list one of June 2024, as currency-codes holds it', () => {
  /** Metals, units of account, test and no currency: ISO gives them no minor unit. */
  const withoutMinorUnit = 'XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'.split(' ')
  const listed = codes.codes().filter((code) => !withoutMinorUnit.includes(code))

  it.each(listed)('%s', (code) => {
    const theirs = codes.code(code)!
    expect(currencyOf(code)).toEqual(right({ code, digits: theirs.digits }))
  })

  it('holds nothing else but the guilder of 2025', () => {
    expect(currencyCodes.filter((code) => !listed.includes(code))).toEqual(['XCG'])
  })

  it('is in alphabetical order', () => {
    expect(currencyCodes).toEqual([...currencyCodes].sort())
  })
})

describe('laws', () => {
  it('what is written is read again, in every currency', () => {
    holds(
      fc.property(anyCurrency, anyWhole, (currency, minor) => {
        const text = formatAmount(currency)(minor)
        expect(parseSignedAmount(currency)(text)).toEqual(right(minor))
        expect(parseAmount(currency)(text)._tag).toBe(minor < 0n ? 'Left' : 'Right')
      }),
    )
  })

  it('missing decimals are zeros', () => {
    holds(
      fc.property(anyCurrency, fc.bigInt({ min: 0n, max: 10n ** 30n }), (currency, major) => {
        const minor = major * 10n ** BigInt(currency.digits)
        expect(parseAmount(currency)(String(major))).toEqual(right(minor))
      }),
    )
  })
})

describe('edges', () => {
  it.each(['', '-1', '+1', '1,000.00', '1e3', '.5', '5.', ' 1', '1 ', '￥1', '１', '0x1', '1.2.3'])(
    '"%s" is no amount',
    (text) => {
      expect(parseAmount(cny)(text)).toEqual(left({ _tag: 'NotAnAmount', text }))
    },
  )

  it.each(['', '-', '--1', '- 1', '+1', '1-'])('"%s" is no signed amount', (text) => {
    expect(parseSignedAmount(cny)(text)._tag).toBe('Left')
  })

  it('a decimal too many is refused, even a zero', () => {
    const fault = { _tag: 'TooManyDecimals', text: '1.000', currency: 'CNY', digits: 2 }
    expect(parseAmount(cny)('1.000')).toEqual(left(fault))
    expect(parseAmount({ code: 'JPY', digits: 0 })('1.0')._tag).toBe('Left')
  })

  it('38 digits of minor units are read, one more is not', () => {
    expect(parseAmount(cny)(`${'9'.repeat(36)}.99`)).toEqual(right(largestMinor))
    const text = `1${'0'.repeat(36)}.00`
    expect(parseAmount(cny)(text)).toEqual(left({ _tag: 'AmountTooLarge', text }))
    expect(parseSignedAmount(cny)(`-${text}`)._tag).toBe('Left')
  })

  it('a very long text is cut in the fault', () => {
    expect(parseAmount(cny)('1'.repeat(200))._tag).toBe('Left')
    const text = 'x'.repeat(200)
    expect(parseAmount(cny)(`${text}y`)).toEqual(left({ _tag: 'NotAnAmount', text }))
  })

  it('minus zero is zero', () => {
    expect(parseSignedAmount(cny)('-0.00')).toEqual(right(0n))
  })

  it('codes are in capitals, and not looked up in the prototype', () => {
    for (const code of ['cny', '', '__proto__', 'constructor', 'XAU']) {
      expect(currencyOf(code)).toEqual(left({ _tag: 'UnknownCurrency', code }))
    }
  })
})
