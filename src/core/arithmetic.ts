/** Exact arithmetic for formulas: rationals, whole powers, named roundings to decimal places. */
import { isLeft } from 'fp-ts/lib/Either.js'
import { divBy, type Rounding } from './divide.js'
import type { Arithmetic } from './formula.js'
import {
  addRatio,
  compareRatio,
  divRatio,
  formatRatio,
  mulRatio,
  one,
  parsePrintedRatio,
  ratio,
  subRatio,
  zero,
  type Ratio,
} from './ratio.js'

/** Formulas over exact ratios. Functions: + − × ÷ ^ (whole exponents up to 10,000, results
 * up to some million digits), `sum`, `min`, `max`, and `floor`, `ceil`, `halfUp`, `halfEven`,
 * `down` of (x) or (x, places). */
export const exact: Arithmetic<Ratio> = {
  of: (value) => value,
  parse: (text) => {
    const value = parsePrintedRatio(text)
    return isLeft(value) ? undefined : value.right
  },
  show: formatRatio,
  call: (name, args) => {
    const [a, b] = args
    if (name === 'sum') return args.reduce(addRatio, zero)
    if (a === undefined) return undefined
    if (name === 'min' || name === 'max') return args.reduce(extreme(name))
    if (args.length > 2) return undefined
    if (roundings.has(name)) return round(name as Rounding, a, b ?? zero)
    if (b === undefined) return name === '-' ? subRatio(zero, a) : undefined
    switch (name) {
      case '+':
        return addRatio(a, b)
      case '-':
        return subRatio(a, b)
      case '*':
        return mulRatio(a, b)
      case '/':
        return b.num === 0n ? undefined : divRatio(a, b)
      case '^':
        return wholePower(a, b)
      default:
        return undefined
    }
  },
}

const roundings: ReadonlySet<string> = new Set<Rounding>([
  'floor',
  'ceil',
  'halfUp',
  'halfEven',
  'down',
])

const extreme = (name: 'min' | 'max') => (a: Ratio, b: Ratio) =>
  compareRatio(a, b) < 0 === (name === 'min') ? a : b

const round = (rounding: Rounding, value: Ratio, places: Ratio): Ratio | undefined => {
  if (places.den !== 1n || places.num < 0n || places.num > 100n) return undefined
  const scale = 10n ** places.num
  return ratio(divBy(rounding)(value.num * scale, value.den), scale)
}

const wholePower = (base: Ratio, exponent: Ratio): Ratio | undefined => {
  const size = exponent.num < 0n ? -exponent.num : exponent.num
  if (exponent.den !== 1n || size > 10_000n) return undefined
  if (base.num === 0n && exponent.num < 0n) return undefined
  if (hexDigits(base) * Number(size) > 1_000_000) return undefined
  const raised = { num: base.num ** size, den: base.den ** size }
  return exponent.num < 0n ? divRatio(one, raised) : raised
}

const hexDigits = ({ num, den }: Ratio): number => num.toString(16).length + den.toString(16).length
