/** The one clone of decimal.js: 50 significant digits, halves away from zero, no exponents.
 *
 *  Only for worths that need logarithms, roots or fractional powers; money and rates are exact.
 *  decimal.js works in the precision of its left operand, so a value from elsewhere enters
 *  through `decimal`, never as it is. */
import { Decimal as Base } from 'decimal.js'
import type { Ratio } from './ratio.js'

/** A number of 50 significant digits. */
export type Decimal = Base

/** A decimal from an exact ratio, a whole number or digits as text.
 * @example
 * import { decimal } from 'data-dividend/core'
 * decimal({ num: 1n, den: 8n }).toString() // => '0.125' */
export const decimal = (value: Ratio | bigint | string): Decimal =>
  typeof value === 'object' ?
    new Clone(value.num.toString()).div(value.den.toString())
  : new Clone(value.toString())

const Clone = /* @__PURE__ */ Base.clone({
  defaults: true,
  precision: 50,
  rounding: Base.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
})
