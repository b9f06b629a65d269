/** The currencies of ISO 4217 list one that have a minor unit: code and number of digits.
 *
 *  Own table, since `Intl` follows CLDR and differs from ISO for many codes (HUF, IDR, COP …).
 *  Metals, units of account and test codes have no minor unit and are left out. Withdrawn codes
 *  stay (ANG, BGN, CUC), so that old agreements can be read. Source: ISO 4217, list of June 2024,
 *  with XCG of 2025. Names are in report/currency-name. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'

/** A code of the table, such as `CNY`. 货币代码 */
export interface Currency {
  readonly code: string
  /** Decimal digits of one major unit: CNY 2, JPY 0, KWD 3, CLF 4. */
  readonly digits: number
}

export interface UnknownCurrency {
  readonly _tag: 'UnknownCurrency'
  readonly code: string
}

/** The currency of a code, in capitals as ISO writes it.
 * @returns Left UnknownCurrency for a code that is not in the table
 * @example
 * import { currencyOf } from 'data-dividend'
 * currencyOf('KWD') // => right({ code: 'KWD', digits: 3 }) */
export const currencyOf = (code: string): Either<UnknownCurrency, Currency> => {
  const digits = digitsOf.get(code)
  return digits === undefined ? left({ _tag: 'UnknownCurrency', code }) : right({ code, digits })
}

const codesByDigits: Readonly<Record<number, string>> = {
  0: `BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF`,
  2: `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD
    BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD
    EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR
    IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP
    MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN
    QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB
    TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW
    ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

const digitsOf: ReadonlyMap<string, number> = /* @__PURE__ */ (() =>
  new Map(
    Object.entries(codesByDigits).flatMap(([digits, codes]) =>
      codes.split(/\s+/).map((code) => [code, Number(digits)] as const),
    ),
  ))()

/** All codes, in alphabetical order. */
export const currencyCodes: readonly string[] = /* @__PURE__ */ (() =>
  [...digitsOf.keys()].sort())()
