/** The market approach (市场法): the price of a comparable, brought to the asset by ratios.
 *
 *  V = Q · X₁ · X₂ · … The two lists of factors are kept apart: the Guidance of 2023 has quality
 *  质量, supply and demand 供求, date 期日, volume 容量, other 其他; Expert Guide 9 (2020) has
 *  technology 技术, value density 价值密度, date, volume, other. A factor is own ÷ comparable and
 *  may be a product of period indexes. Several comparables join by a named rule.
 *  Source: 中评协〔2023〕17号; 资产评估专家指引第9号. */
import type { Either } from 'fp-ts/lib/Either.js'
import { derive, type Figure } from '../core/index.js'
import { firstFault, type ValuationFault, type ValuationWarning } from './fault.js'
import {
  checkLength,
  checkPositive,
  checkWeights,
  figureOf,
  figuresOf,
  firstOf,
  labelled,
  numbered,
  type Given,
} from './given.js'
import { worth, type Worth } from './worth.js'

/** The factors of the two lists, which are kept apart. */
export const marketFactors = {
  guidance2023: ['quality', 'supplyDemand', 'date', 'volume', 'other'],
  guide9: ['technology', 'valueDensity', 'date', 'volume', 'other'],
} as const

export type FactorList = keyof typeof marketFactors

/** ¤ price and the ratios own ÷ comparable; a factor that is left out is 1. */
export interface Comparable<Name extends string = string> {
  readonly id: string
  readonly price: Given
  readonly factors: Readonly<Partial<Record<Name, Given | readonly Given[]>>>
}

export type MarketInput = {
  readonly [List in FactorList]: {
    readonly factors: List
    readonly comparables: readonly Comparable<(typeof marketFactors)[List][number]>[]
    readonly combine: Combine
    /** A factor outside it is worth a warning. */
    readonly band?: { readonly low: Given; readonly high: Given }
  }
}[FactorList]

/** How comparables join; weights in their order. */
export type Combine = 'mean' | 'median' | { readonly weights: readonly Given[] }

/** Adjusted comparables. Formula: price × factor × …, then their mean, median or weighted sum.
 * @returns Left NoComparable, NotARatio, FactorNotPositive, Lengths or WeightsNotOne
 * laws: homogeneous in prices; within the range of the adjusted prices
 * @example
 * import { orThrow } from 'data-dividend'
 * import { adjustedComparables, roundedWorth } from 'data-dividend/valuation'
 * const worth = orThrow(adjustedComparables({
 *   factors: 'guidance2023', combine: 'mean', comparables: [{ id: 'a', price: '260',
 *     factors: { quality: '0.95', supplyDemand: '1.08', date: '1.03', volume: '0.90' } }],
 * }))
 * roundedWorth(2)(worth) // => '247.29' */
export const adjustedComparables = (input: MarketInput): Either<ValuationFault, Worth> => {
  const rows = input.comparables.map(({ id, price, factors }) => ({
    id,
    price,
    factors: Object.entries<Given | readonly Given[] | undefined>(factors),
  }))
  return worth(
    firstFault(
      rows.length === 0 ? { _tag: 'NoComparable', path: ['comparables'] } : undefined,
      firstOf(rows, ({ price, factors }, i) =>
        firstFault(
          checkPositive(['comparables', i, 'price'], price),
          firstOf(factors, ([name, given]) =>
            firstOf(listOf(given), (item) =>
              checkPositive(['comparables', i, 'factors', name], item),
            ),
          ),
        ),
      ),
      typeof input.combine === 'string' ?
        undefined
      : firstFault(
          checkLength(['combine', 'weights'], input.combine.weights, rows.length),
          checkWeights(['combine', 'weights'], input.combine.weights),
        ),
    ),
    () => {
      const adjusted = labelled(
        'comparable',
        Object.fromEntries(rows.map((row) => [row.id, row])),
      ).map(({ label, item }) => ({ label, figure: adjust(item.price, item.factors) }))
      return {
        figure: combined(input.combine, adjusted),
        warnings: rows.flatMap(({ factors }, i) =>
          factors.flatMap(([name, given]) =>
            outOfBand(input.band, ['comparables', i, 'factors', name], given),
          ),
        ),
      }
    },
  )
}

const listOf = (given: Given | readonly Given[] | undefined): readonly Given[] =>
  given === undefined ? []
  : Array.isArray(given) ? (given as readonly Given[])
  : [given as Given]

type Factors = readonly (readonly [string, Given | readonly Given[] | undefined])[]

const adjust = (price: Given, factors: Factors): Figure => {
  const named = factors
    .filter(([, given]) => given !== undefined)
    .map(([name, given]): [string, Figure] => [name, productOf(figuresOf(listOf(given)))])
  const product = named.map(([name]) => name).join(' × ')
  return named.length === 0 ?
      derive('price', { price: figureOf(price) })
    : derive('price × index', {
        price: figureOf(price),
        index: derive(product, Object.fromEntries(named)),
      })
}

const productOf = (figures: readonly Figure[]): Figure => {
  const [only] = figures
  const inputs = numbered('period', figures)
  return only !== undefined && figures.length === 1 ?
      only
    : derive(['1', ...Object.keys(inputs)].join(' × '), inputs)
}

const combined = (
  combine: Combine,
  adjusted: readonly { readonly label: string; readonly figure: Figure }[],
): Figure => {
  const inputs = Object.fromEntries(adjusted.map(({ label, figure }) => [label, figure]))
  if (combine === 'mean') return derive(`Σ comparable / ${String(adjusted.length)}`, inputs)
  if (combine !== 'median') {
    return derive(
      'Σ part',
      Object.fromEntries(
        adjusted.map(({ figure }, i) => [
          `part.${String(i + 1)}`,
          derive('weight × price', { weight: figureOf(combine.weights[i] ?? '0'), price: figure }),
        ]),
      ),
    )
  }
  const sorted = [...adjusted].sort((a, b) => a.figure.value?.comparedTo(b.figure.value ?? 0) ?? 0)
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1)
  return derive(
    `(${middle.map(({ label }) => label).join(' + ')}) / ${String(middle.length)}`,
    inputs,
  )
}

const outOfBand = (
  band: { readonly low: Given; readonly high: Given } | undefined,
  path: readonly (string | number)[],
  given: Given | readonly Given[] | undefined,
): readonly ValuationWarning[] => {
  const [low, high] = [figureOf(band?.low ?? '0').value, figureOf(band?.high ?? '0').value]
  const value = productOf(figuresOf(listOf(given))).value
  return (
      band === undefined ||
        value === undefined ||
        low === undefined ||
        high === undefined ||
        (value.gte(low) && value.lte(high))
    ) ?
      []
    : [
        {
          _tag: 'FactorOutOfBand',
          given: value.toString(),
          low: low.toString(),
          high: high.toString(),
          path,
        },
      ]
}
