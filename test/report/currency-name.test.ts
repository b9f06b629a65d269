import { describe, expect, it } from 'vitest'
import { currencyCodes } from 'data-dividend'
import { currencyName } from 'data-dividend/report'

describe('edges', () => {
  it('every currency has a name in both languages', () => {
    for (const code of currencyCodes) {
      expect(currencyName(code).en).not.toBe(code)
      expect(currencyName(code).zh).toMatch(/\p{Script=Han}/u)
    }
  })

  it('names are those of ISO 4217 and CLDR; an unknown code is its own', () => {
    expect(currencyName('JPY')).toEqual({ en: 'Yen', zh: '日元' })
    expect(currencyName('XXX')).toEqual({ en: 'XXX', zh: 'XXX' })
    expect(currencyName('.*')).toEqual({ en: '.*', zh: '.*' })
  })
})
