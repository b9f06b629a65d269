/** Arithmetic of decimals for formulas: 50 significant digits, with exp, ln, roots, powers with a
 *  fraction, the normal distribution N(x) and the gamma function.
 *
 *  The four operations are right in every digit. The functions lose at most the last few: N keeps
 *  40 correct digits or more, also far out in its left tail, where 1 − N(−x) would lose them.
 *  Source: Abramowitz and Stegun 26.2.11 (series), 26.2.14 (continued fraction), 6.1.40 (Stirling). */
import { isLeft } from 'fp-ts/lib/Either.js'
import { bernoulli } from './bernoulli.js'
import { decimal, type Decimal } from './decimal.js'
import type { Arithmetic } from './formula.js'
import { normalQuantile } from './normal-quantile.js'
import { parseRatio, ratio } from './ratio.js'

/** Formulas over decimals. Functions: + − × ÷ ^, `sum`, `min`, `max`, `exp`, `ln`, `sqrt`,
 * `normal` (N), `probit` (the x at which N is p), `gamma` (Γ, above zero), and `positive(x)`, which
 * has a value only above zero. Exponents beyond ±10,000 have no value,
 * but e to a lower one is 0. */
export const decimals: Arithmetic<Decimal> = {
  of: decimal,
  parse: (text) => {
    if (/^-?\d+(\.\d+)?$/.test(text)) return decimal(text)
    const found = parseRatio(text)
    return isLeft(found) ? undefined : decimal(found.right)
  },
  show: (value) => (value.isZero() ? '0' : value.toString()),
  call: (name, args) => {
    const [a, b, more] = args
    if (name === 'sum') return args.reduce((total, x) => total.plus(x), zero)
    if (a === undefined) return undefined
    if (name === 'min') return args.reduce((x, y) => (y.lt(x) ? y : x))
    if (name === 'max') return args.reduce((x, y) => (y.gt(x) ? y : x))
    if (more !== undefined) return undefined
    return b === undefined ? unary(name, a) : binary(name, a, b)
  },
}

const zero = /* @__PURE__ */ decimal(0n)
const one = /* @__PURE__ */ decimal(1n)
const two = /* @__PURE__ */ decimal(2n)
const largestExponent = 10_000
/** The least probability that `probit` takes: 10⁻⁴⁰. */
const least = /* @__PURE__ */ decimal(`0.${'0'.repeat(39)}1`)

const unary = (name: string, x: Decimal): Decimal | undefined => {
  switch (name) {
    case '-':
      return x.neg()
    case 'exp':
      return (
        x.gt(largestExponent) ? undefined
        : x.lt(-largestExponent) ? zero
        : x.exp()
      )
    case 'ln':
      return x.gt(0) ? x.ln() : undefined
    case 'sqrt':
      return x.lt(0) ? undefined : x.sqrt()
    case 'normal':
      return normal(x)
    case 'probit':
      return x.gt(least) && x.lt(one.minus(least)) ? probit(x) : undefined
    case 'gamma':
      return x.gt(0) && x.lt(1000) ? gamma(x) : undefined
    case 'positive':
      return x.gt(0) ? x : undefined
    default:
      return undefined
  }
}

const binary = (name: string, a: Decimal, b: Decimal): Decimal | undefined => {
  switch (name) {
    case '+':
      return a.plus(b)
    case '-':
      return a.minus(b)
    case '*':
      return a.times(b)
    case '/':
      return b.isZero() ? undefined : a.div(b)
    case '^':
      return power(a, b)
    default:
      return undefined
  }
}

const power = (base: Decimal, exponent: Decimal): Decimal | undefined => {
  if (exponent.abs().gt(largestExponent)) return undefined
  if (base.isZero())
    return (
      exponent.lt(0) ? undefined
      : exponent.isZero() ? one
      : zero
    )
  if (exponent.isInteger()) return base.pow(exponent)
  if (base.lt(0)) return undefined
  // The mid-year half is everywhere, and a square root costs a tenth of exp(y ln x).
  const twice = exponent.times(two)
  return twice.isInteger() ? base.sqrt().pow(twice) : base.pow(exponent)
}

/** ½ ln 2π. */
const halfLogTau = /* @__PURE__ */ decimal('0.91893853320467274178032973640561763986139747363778')
const nearTail = 3

/** N(x): near zero ½ + φ(x)·(x + x³/3 + x⁵/15 + …); in the tails the continued fraction
 * φ(x)/(x + 1/(x + 2/(x + …))), worked from its 300th term outwards. */
const normal = (x: Decimal): Decimal | undefined => {
  if (x.abs().gt(largestExponent)) return x.lt(0) ? zero : one
  const density = x.times(x).div(two).plus(halfLogTau).neg().exp()
  if (x.abs().gt(nearTail)) {
    const size = x.abs()
    let below = size
    for (let k = 300; k >= 1; k -= 1) below = size.plus(decimal(BigInt(k)).div(below))
    const tail = density.div(below)
    return x.lt(0) ? tail : one.minus(tail)
  }
  let [term, total] = [x, zero]
  for (let k = 3n; !total.plus(term).eq(total); k += 2n) {
    total = total.plus(term)
    term = term.times(x).times(x).div(decimal(k))
  }
  return density.times(total).plus(one.div(two))
}

/** The x at which N(x) = p: Newton's steps from a start of 16 digits; in the lower half, since
 * there N keeps its digits. */
const probit = (p: Decimal): Decimal => {
  if (p.gt('0.5')) return probit(one.minus(p)).neg()
  let x = decimal(normalQuantile(p.toNumber()).toFixed(16))
  for (let step = 0; step < 4; step += 1) {
    const density = x.times(x).div(two).plus(halfLogTau).neg().exp()
    x = x.minus((normal(x) ?? p).minus(p).div(density))
  }
  return x
}

/** Γ(x) = Γ(x + 60) / (x (x+1) … (x+59)), and Stirling's series there. */
const gamma = (x: Decimal): Decimal => {
  let [at, product] = [x, one]
  for (let k = 0; k < 60; k += 1) [at, product] = [at.plus(one), product.times(at)]
  const series = stirling().reduce(
    ({ total, power: raised }, term) => ({
      total: total.plus(term.div(raised)),
      power: raised.times(at).times(at),
    }),
    { total: zero, power: at },
  ).total
  return at
    .minus(one.div(two))
    .times(at.ln())
    .minus(at)
    .plus(halfLogTau)
    .plus(series)
    .exp()
    .div(product)
}

/** B₂ₖ / (2k (2k − 1)), k = 1 … 20. */
const stirling = (): readonly Decimal[] =>
  bernoulli(40)
    .filter((_, n) => n >= 2 && n % 2 === 0)
    .map((b, k) => decimal(ratio(b.num, b.den * BigInt((2 * k + 2) * (2 * k + 1)))))
