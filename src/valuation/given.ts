/** What is given to a method: digits as text, or a figure that was worked out before.
 *
 *  `58800`, `0.08`, `8%`, `2/25` are exact. A figure (the rate of a WACC, sales that grow) keeps
 *  its own tree, which becomes part of the value's. The checks say what is wrong and where; each
 *  gives undefined when nothing is. */
import { isLeft } from 'fp-ts/lib/Either.js'
import {
  addRatio,
  compareRatio,
  derive,
  figureText,
  formatRatio,
  leaf,
  one,
  parseRatio,
  zero,
  type About,
  type Figure,
  type Path,
  type Ratio,
} from '../core/index.js'
import type { ValuationFault } from './fault.js'

/** Digits as text, or a figure with its own tree. */
export type Given = string | Figure

/** A given amount, rate or count as a figure. */
export const figureOf = (given: Given, about: About = {}): Figure =>
  typeof given === 'string' ? leaf(given, about) : given

export const figuresOf = (given: readonly Given[]): readonly Figure[] =>
  given.map((item) => figureOf(item))

/** The names of a record's fields as labels of figures, in the record's order. */
export const labelled = <A>(prefix: string, record: Readonly<Record<string, A>>) =>
  Object.entries(record).map(([name, item], position) => {
    const safe = name.replace(/[^\p{L}\p{N}_]+/gu, '_')
    const label = safe === name ? name : `${safe}_${String(position + 1)}`
    return { name, item, label: `${prefix}.${label}` }
  })

/** The fields of a flat record as figures. */
export const figuresIn = <Name extends string>(input: Readonly<Record<Name, Given>>) =>
  Object.fromEntries(
    Object.entries<Given>(input).map(([name, given]) => [name, figureOf(given)]),
  ) as Record<Name, Figure> // the same names that came in

/** `name.1`, `name.2`, … for a list of figures. */
export const numbered = (name: string, figures: readonly Figure[]): Record<string, Figure> =>
  Object.fromEntries(figures.map((figure, t) => [`${name}.${String(t + 1)}`, figure]))

/** Amounts that grow at one rate from the first: first × (1 + growth)^(t−1), t = 1 … periods.
 * @example
 * import { figureText } from 'data-dividend'
 * import { growing } from 'data-dividend/valuation'
 * growing('100', '10%', 3).map(figureText) // => ['100', '110', '121'] */
export const growing = (first: Given, growth: Given, periods: number): readonly Figure[] => {
  const inputs = { first: figureOf(first), growth: figureOf(growth) }
  return Array.from({ length: periods }, (_, t) =>
    t === 0 ? inputs.first : derive(`first × (1 + growth)^${String(t)}`, inputs),
  )
}

export const checkNumber = (path: Path, given: Given): ValuationFault | undefined =>
  typeof given === 'string' && isLeft(parseRatio(given)) ?
    { _tag: 'NotARatio', text: given, path }
  : undefined

/** At least one number. */
export const checkFlows = (path: Path, given: readonly Given[]): ValuationFault | undefined =>
  given.length === 0 ? { _tag: 'NoFlows', path } : checkNumbers(path, given)

export const checkNumbers = (path: Path, given: readonly Given[]): ValuationFault | undefined =>
  firstOf(given, (item, i) => checkNumber([...path, i], item))

export const checkLength = (
  path: Path,
  given: readonly unknown[],
  expected: number,
): ValuationFault | undefined =>
  given.length === expected ? undefined : { _tag: 'Lengths', expected, actual: given.length, path }

export const checkShare = (path: Path, given: Given): ValuationFault | undefined =>
  checkNumber(path, given) ??
  (within(given, zero, one) ? undefined : { _tag: 'ShareOutOfRange', given: textOf(given), path })

/** Above −100%. */
export const checkRate = (path: Path, given: Given): ValuationFault | undefined =>
  checkNumber(path, given) ??
  (sign(given, '-1') > 0 ? undefined : { _tag: 'RateTooLow', rate: textOf(given), path })

/** Zero or more. */
export const checkCost = (path: Path, given: Given): ValuationFault | undefined =>
  checkNumber(path, given) ??
  (sign(given, '0') >= 0 ? undefined : { _tag: 'NegativeCost', given: textOf(given), path })

/** Above zero. */
export const checkPositive = (path: Path, given: Given): ValuationFault | undefined =>
  checkNumber(path, given) ??
  (sign(given, '0') > 0 ? undefined : { _tag: 'FactorNotPositive', given: textOf(given), path })

/** Not all of them zero: what they add up to is a divisor. */
export const checkNonzero = (path: Path, given: readonly Given[]): ValuationFault | undefined =>
  given.every((item) => figureOf(item).value?.isZero() === true) ?
    { _tag: 'ZeroDenominator', path }
  : undefined

/** A whole number of at least 1. */
export const checkWhole = (path: Path, given: Given): ValuationFault | undefined => {
  const value = figureOf(given).value
  return (
    checkNumber(path, given) ??
    (value === undefined || (value.isInteger() && value.gte(1) && value.lte(10_000)) ?
      undefined
    : { _tag: 'NotWhole', given: textOf(given), path })
  )
}

/** Exactly 1 in sum, each zero or more. */
export const checkWeights = (path: Path, weights: readonly Given[]): ValuationFault | undefined => {
  const fault = firstOf(weights, (weight, i) => checkShare([...path, i], weight))
  const sum = weights.reduce<Ratio>((total, weight) => addRatio(total, exactOf(weight)), zero)
  return (
    fault ??
    (compareRatio(sum, one) === 0 ? undefined : (
      { _tag: 'WeightsNotOne', sum: formatRatio(sum), path }
    ))
  )
}

/** A check of each item of a list or each field of a record. */
export const firstOf = <A>(
  items: readonly A[],
  check: (item: A, position: number) => ValuationFault | undefined,
): ValuationFault | undefined => {
  for (const [position, item] of items.entries()) {
    const fault = check(item, position)
    if (fault !== undefined) return fault
  }
  return undefined
}

export const firstField = <A>(
  record: Readonly<Record<string, A>>,
  check: (item: A, name: string) => ValuationFault | undefined,
): ValuationFault | undefined =>
  firstOf(Object.entries(record), ([name, item]) => check(item, name))

export const textOf = (given: Given): string =>
  typeof given === 'string' ? given : figureText(given)

/** The exact ratio that a checked number stands for. */
export const exactOf = (given: Given): Ratio => {
  const found = parseRatio(textOf(given))
  return isLeft(found) ? zero : found.right
}

const within = (given: Given, low: Ratio, high: Ratio): boolean => {
  const value = figureOf(given).value
  return value === undefined || (value.gte(formatRatio(low)) && value.lte(formatRatio(high)))
}

/** A figure without a value passes here and is named by `treeOf`. */
const sign = (given: Given, than: string): number =>
  figureOf(given).value?.comparedTo(than) ?? Infinity
