/** All positive roots of a sum of powers Σ c_i · x^e_i, certain to be all.
 *
 *  Descartes: no more roots than changes of sign. One change is one root. With more: divide by the
 *  lowest power and differentiate, which leaves one term fewer; between two neighbouring roots of
 *  the derivative the sum only rises or only falls, so it has at most one root there, and a root
 *  of the derivative at which the sum is 0 is a double root. Two roots closer than one part in
 *  10²² count as one double root, since at 50 digits the sum is 0 at both.
 *  Source: Descartes (1637); Budan and Fourier's theorem for the induction. */
import { decimal, type Decimal } from '../core/index.js'

/** c · x^e, e a whole number; terms stand by ascending e, each e once, no c is 0. */
export interface Term {
  readonly c: Decimal
  readonly e: number
}

export interface PowerRoot {
  readonly x: Decimal
  readonly double: boolean
}

/** The roots above zero, ascending. */
export const positiveRoots = (given: readonly Term[]): readonly PowerRoot[] => {
  const changes = signChanges(given)
  const terms = given.map(({ c, e }) => ({ c, e: e - (given[0]?.e ?? 0) }))
  if (changes === 0) return []
  if (changes === 1) return [{ x: rootBetween(terms, undefined, undefined), double: false }]
  const turns = positiveRoots(derivative(terms)).map(({ x }) => x)
  return [undefined, ...turns].flatMap((low, i) => between(terms, low, turns[i]))
}

/** How often the sign changes from one term to the next. */
export const signChanges = (terms: readonly Term[]): number =>
  terms.filter(({ c }, i) => i > 0 && c.isNegative() !== terms[i - 1]?.c.isNegative()).length

const zero = /* @__PURE__ */ decimal(0n)
const one = /* @__PURE__ */ decimal(1n)
const two = /* @__PURE__ */ decimal(2n)
/** Below this part of its largest term a sum counts as 0; 50 digits less what adding loses. */
const negligible = /* @__PURE__ */ decimal(`0.${'0'.repeat(43)}1`)
/** A root is known to this part of itself. */
const width = /* @__PURE__ */ decimal(`0.${'0'.repeat(45)}1`)

const derivative = (terms: readonly Term[]): readonly Term[] =>
  terms.filter(({ e }) => e !== 0).map(({ c, e }) => ({ c: c.times(e), e: e - 1 }))

/** The root in (low, high], if any; a double root stands at a turn, so it is counted at `high`. */
const between = (
  terms: readonly Term[],
  low: Decimal | undefined,
  high: Decimal | undefined,
): readonly PowerRoot[] => {
  const [from, to] = [signAt(terms, low, 'low'), signAt(terms, high, 'high')]
  if (to === 0 && high !== undefined) return [{ x: high, double: true }]
  return from * to < 0 ? [{ x: rootBetween(terms, low, high), double: false }] : []
}

/** The sign at a point; without a point, towards zero or towards infinity. */
const signAt = (terms: readonly Term[], x: Decimal | undefined, end: 'low' | 'high'): number => {
  if (x === undefined) return sign((end === 'low' ? terms[0] : terms.at(-1))?.c ?? zero)
  const { value, largest } = evaluateAt(terms, x)
  return value.abs().lte(largest.times(negligible)) ? 0 : sign(value)
}

const sign = (value: Decimal): number => value.comparedTo(zero)

const evaluateAt = (terms: readonly Term[], x: Decimal) => {
  let [value, slope, largest] = [zero, zero, zero]
  for (const { c, e } of terms) {
    const term = c.times(x.pow(e))
    value = value.plus(term)
    slope = slope.plus(term.times(e))
    if (term.abs().gt(largest)) largest = term.abs()
  }
  return { value, slope: slope.div(x), largest }
}

/** The one root of a monotone stretch: Newton's steps, and halving where a step would leave the
 * stretch or is not at most half the step before. */
const rootBetween = (
  terms: readonly Term[],
  from: Decimal | undefined,
  to: Decimal | undefined,
): Decimal => {
  const below = signAt(terms, from, 'low')
  let low = from ?? reach(terms, to ?? one, below, (x) => x.div(two))
  let high = to ?? reach(terms, low.gt(one) ? low : one, -below, (x) => x.times(two))
  let [x, before] = [low.plus(high).div(two), high.minus(low)]
  for (let step = 0; step < 1000; step += 1) {
    const { value, slope } = evaluateAt(terms, x)
    if (value.isZero()) return x
    if (sign(value) === below) low = x
    else high = x
    const newton = slope.isZero() ? low : x.minus(value.div(slope))
    const fast = newton.gte(low) && newton.lte(high) && newton.minus(x).abs().times(two).lte(before)
    const next = fast ? newton : low.plus(high).div(two)
    before = next.minus(x).abs()
    x = next
    if (before.lte(x.times(width))) return x
  }
  return x
}

/** Moves a point until the sum has the wanted sign there. */
const reach = (
  terms: readonly Term[],
  start: Decimal,
  wanted: number,
  move: (x: Decimal) => Decimal,
): Decimal => {
  let x = start
  for (let step = 0; step < 20_000 && sign(evaluateAt(terms, x).value) !== wanted; step += 1) {
    x = move(x)
  }
  return x
}
