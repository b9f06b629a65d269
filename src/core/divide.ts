/** Named divisions: every place that rounds says which way.
 *
 *  All take whole numbers (bigint) and a divisor above zero; the name is the rounding rule.
 *  A divisor of zero or below is a defect of the caller, not of the data, so it is not an
 *  `Either`: the callers divide by sums of positive weights or by denominators of ratios. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'

/** How a quotient becomes whole. 取整方式 */
export type Rounding = 'floor' | 'ceil' | 'halfUp' | 'halfEven' | 'down'

export interface NotDivisible {
  readonly _tag: 'NotDivisible'
  readonly dividend: bigint
  readonly divisor: bigint
}

/** The greatest whole number at or below dividend ÷ divisor.
 * @example
 * import { divFloor } from 'data-dividend'
 * divFloor(7n, 2n) // => 3n
 * divFloor(-7n, 2n) // => -4n */
export const divFloor = (dividend: bigint, divisor: bigint): bigint => {
  const quotient = dividend / divisor
  return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient
}

/** The least whole number at or above dividend ÷ divisor.
 * @example
 * import { divCeil } from 'data-dividend'
 * divCeil(7n, 2n) // => 4n
 * divCeil(-7n, 2n) // => -3n */
export const divCeil = (dividend: bigint, divisor: bigint): bigint => -divFloor(-dividend, divisor)

/** The nearest whole number; a half goes away from zero, as accountants round (四舍五入).
 * @example
 * import { divHalfUp } from 'data-dividend'
 * divHalfUp(5n, 2n) // => 3n
 * divHalfUp(-5n, 2n) // => -3n */
export const divHalfUp = (dividend: bigint, divisor: bigint): bigint =>
  dividend < 0n ?
    -((-2n * dividend + divisor) / (2n * divisor))
  : (2n * dividend + divisor) / (2n * divisor)

/** The nearest whole number; a half goes to the even neighbour.
 * @example
 * import { divHalfEven } from 'data-dividend'
 * divHalfEven(5n, 2n) // => 2n
 * divHalfEven(7n, 2n) // => 4n */
export const divHalfEven = (dividend: bigint, divisor: bigint): bigint => {
  const low = divFloor(dividend, divisor)
  const twice = 2n * (dividend - low * divisor)
  return twice > divisor || (twice === divisor && low % 2n !== 0n) ? low + 1n : low
}

/** The quotient, only if nothing is left over.
 * @returns Left NotDivisible when the division leaves a remainder
 * @example
 * import { divExact } from 'data-dividend'
 * divExact(6n, 2n) // => right(3n) */
export const divExact = (dividend: bigint, divisor: bigint): Either<NotDivisible, bigint> =>
  divisor !== 0n && dividend % divisor === 0n ?
    right(dividend / divisor)
  : left({ _tag: 'NotDivisible', dividend, divisor })

/** The division that a rule names, for rules that come as data.
 * @example
 * import { divBy } from 'data-dividend'
 * divBy('halfUp')(5n, 2n) // => 3n */
export const divBy = (rounding: Rounding): ((dividend: bigint, divisor: bigint) => bigint) =>
  divisions[rounding]

/** Greatest common divisor of two whole numbers, never negative; of 0 and 0 it is 0.
 * @example
 * import { gcd } from 'data-dividend'
 * gcd(-12n, 18n) // => 6n */
export const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

const divisions: Readonly<Record<Rounding, (dividend: bigint, divisor: bigint) => bigint>> = {
  floor: divFloor,
  ceil: divCeil,
  halfUp: divHalfUp,
  halfEven: divHalfEven,
  down: (dividend, divisor) => dividend / divisor,
}
