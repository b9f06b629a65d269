/** Exact ratios: a rate, a weight or a share as numerator over denominator, never a float.
 *
 *  Text forms: `0.153`, `15.3%`, `153/1000`, each with an optional minus. Kept in lowest terms
 *  with the denominator above zero, so equal ratios are equal records. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { gcd } from './divide.js'

/** num ÷ den in lowest terms, den > 0. 精确比率 */
export interface Ratio {
  readonly num: bigint
  readonly den: bigint
}

export interface NotARatio {
  readonly _tag: 'NotARatio'
  readonly text: string
}

/** A ratio from two whole numbers, brought to lowest terms.
 * @param den not zero
 * @example
 * import { ratio } from 'data-dividend'
 * ratio(6n, -8n) // => { num: -3n, den: 4n } */
export const ratio = (num: bigint, den = 1n): Ratio => {
  const common = gcd(num, den)
  const sign = den < 0n ? -1n : 1n
  return common === 0n ? zero : { num: (sign * num) / common, den: (sign * den) / common }
}

/** Reads `0.153`, `15.3%` or `153/1000` exactly.
 * @returns Left NotARatio for anything else: exponents, commas, a zero denominator,
 *   more than 120 characters
 * @example
 * import { parseRatio } from 'data-dividend'
 * parseRatio('15.3%') // => right({ num: 153n, den: 1000n }) */
export const parseRatio = (text: string): Either<NotARatio, Ratio> =>
  text.length <= 120 ? parsePrintedRatio(text) : left({ _tag: 'NotARatio', text })

/** As `parseRatio`, of any length: for what `formatRatio` has printed, not for what people send.
 * @returns Left NotARatio
 * @example
 * import { formatRatio, parsePrintedRatio, ratio } from 'data-dividend'
 * parsePrintedRatio(formatRatio(ratio(1n, 3n))) // => right({ num: 1n, den: 3n }) */
export const parsePrintedRatio = (text: string): Either<NotARatio, Ratio> => {
  const found = ratioText.exec(text)
  if (found === null) return left({ _tag: 'NotARatio', text })
  const [, sign, whole = '', places = '', percent, below] = found
  const den = below === undefined ? 10n ** BigInt(places.length) : BigInt(below)
  if (den === 0n) return left({ _tag: 'NotARatio', text })
  const num = BigInt(whole + places)
  return right(ratio(sign === '-' ? -num : num, percent === '%' ? den * 100n : den))
}

/** Sum of two ratios.
 * @example
 * import { addRatio } from 'data-dividend'
 * addRatio({ num: 1n, den: 2n }, { num: 1n, den: 3n }) // => { num: 5n, den: 6n } */
export const addRatio = (a: Ratio, b: Ratio): Ratio =>
  ratio(a.num * b.den + b.num * a.den, a.den * b.den)

/** First less second.
 * @example
 * import { subRatio } from 'data-dividend'
 * subRatio({ num: 1n, den: 2n }, { num: 1n, den: 3n }) // => { num: 1n, den: 6n } */
export const subRatio = (a: Ratio, b: Ratio): Ratio =>
  ratio(a.num * b.den - b.num * a.den, a.den * b.den)

/** Product of two ratios.
 * @example
 * import { mulRatio } from 'data-dividend'
 * mulRatio({ num: 2n, den: 3n }, { num: 3n, den: 4n }) // => { num: 1n, den: 2n } */
export const mulRatio = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.num, a.den * b.den)

/** First divided by second, which is not zero.
 * @example
 * import { divRatio } from 'data-dividend'
 * divRatio({ num: 1n, den: 2n }, { num: 3n, den: 4n }) // => { num: 2n, den: 3n } */
export const divRatio = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.den, a.den * b.num)

/** −1, 0 or 1 as the first is below, equal to or above the second.
 * @example
 * import { compareRatio } from 'data-dividend'
 * compareRatio({ num: 1n, den: 3n }, { num: 1n, den: 2n }) // => -1 */
export const compareRatio = (a: Ratio, b: Ratio): -1 | 0 | 1 => {
  const difference = a.num * b.den - b.num * a.den
  return (
    difference < 0n ? -1
    : difference > 0n ? 1
    : 0
  )
}

/** A ratio as a person writes it: a finite decimal where there is one, else `num/den`.
 * @example
 * import { formatRatio } from 'data-dividend'
 * formatRatio({ num: 153n, den: 1000n }) // => '0.153'
 * formatRatio({ num: 1n, den: 3n }) // => '1/3' */
export const formatRatio = (r: Ratio): string => {
  const places = decimalPlaces(r.den)
  return places === undefined ?
      `${String(r.num)}/${String(r.den)}`
    : formatScaled((r.num * 10n ** BigInt(places)) / r.den, places)
}

/** A rate as a percentage where that is finite: 0.153 is `15.3%`.
 * @example
 * import { formatPercent } from 'data-dividend'
 * formatPercent({ num: 153n, den: 1000n }) // => '15.3%' */
export const formatPercent = (r: Ratio): string => {
  const hundredfold = ratio(r.num * 100n, r.den)
  return decimalPlaces(hundredfold.den) === undefined ?
      formatRatio(r)
    : `${formatRatio(hundredfold)}%`
}

/** A whole number of the unit 10^−places, written as a decimal: 12345 at 2 is `123.45`.
 * @example
 * import { formatScaled } from 'data-dividend'
 * formatScaled(-5n, 2) // => '-0.05' */
export const formatScaled = (scaled: bigint, places: number): string => {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0')
  const cut = digits.length - places
  const body = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`
  return scaled < 0n ? `-${body}` : body
}

/** 0 as a ratio. */
export const zero: Ratio = { num: 0n, den: 1n }
/** 1 as a ratio. */
export const one: Ratio = { num: 1n, den: 1n }

const ratioText = /^(-?)(\d+)(?:\.(\d+))?(?:(%)|(?<!\.\d+)\/(\d+))?$/

/** The fewest decimal places that write 1/den exactly; undefined when none do. */
const decimalPlaces = (den: bigint): number | undefined => {
  let [rest, twos, fives] = [den, 0, 0]
  for (; rest % 2n === 0n; rest /= 2n) twos += 1
  for (; rest % 5n === 0n; rest /= 5n) fives += 1
  return rest === 1n ? Math.max(twos, fives) : undefined
}
