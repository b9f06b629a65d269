/** Weights that were rounded on the way, made exactly 1 in sum again: 40 places each, and the
 *  largest (the first of them) takes what is left over. */
import { decimal, decimals, type Decimal } from '../core/index.js'

const places = 40

/** @param weights 1 in sum but for the last of their 50 digits */
export const sumToOne = (weights: readonly Decimal[]): readonly string[] => {
  const rounded = weights.map((weight) => weight.toDecimalPlaces(places))
  const rest = rounded.reduce((left, weight) => left.minus(weight), decimal(1n))
  const most = rounded.reduce((at, weight, i) => (weight.gt(rounded[at] ?? 0) ? i : at), 0)
  return rounded.map((weight, i) => decimals.show(i === most ? weight.plus(rest) : weight))
}
