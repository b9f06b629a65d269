/** Options on data: to grow, to wait, to expand (实物期权).
 *
 *  Black–Scholes–Merton: C = S·e^(−qT)·N(d₁) − K·e^(−rT)·N(d₂), d₁ = (ln(S/K) + (r − q + σ²/2)T) /
 *  (σ√T), d₂ = d₁ − σ√T. S is the present value of the flows, K the cost to develop, T the life of
 *  the right, q = 1/T the cost of delay. Where σ or T is 0 the value is its limit, the discounted
 *  gain at the forward price. Source: Black and Scholes (1973); Merton (1973); Haug (2007). */
import type { Either } from 'fp-ts/lib/Either.js'
import { derive, type Figure } from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import { checkCost, checkNumber, checkPositive, figureOf, textOf, type Given } from './given.js'
import { worth, type Worth } from './worth.js'

/** ¤ spot and strike; yield and rate % a year, continuous; volatility % a year; years. */
export interface OptionInput {
  readonly kind: 'call' | 'put'
  readonly spot: Given
  readonly strike: Given
  readonly yield: Given
  readonly rate: Given
  readonly years: Given
  readonly volatility: Given
}

export type OptionFigures = Readonly<Record<Exclude<keyof OptionInput, 'kind'>, Figure>>

/** A European option by the closed formula.
 * @returns Left NotARatio, FactorNotPositive (spot or strike), NegativeCost (years) or
 *   VolatilityNegative
 * laws: call − put = spot·e^(−qT) − strike·e^(−rT); between the discounted gain and the spot;
 *   homogeneous in spot and strike together
 * @example
 * import { orThrow } from 'data-dividend'
 * import { blackScholes, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(blackScholes({
 *   kind: 'call', spot: '42', strike: '40', yield: '0', rate: '10%', years: '0.5',
 *   volatility: '20%',
 * }))) // => '4.76' */
export const blackScholes = (input: OptionInput): Either<ValuationFault, Worth> =>
  worth(checkOption(input), () => {
    const figures = optionFigures(input)
    const discounted = {
      held: derive('spot × exp(−(yield × years))', pick(figures, 'spot', 'yield', 'years')),
      owed: derive('strike × exp(−(rate × years))', pick(figures, 'strike', 'rate', 'years')),
    }
    if (isCertain(figures)) {
      return {
        figure: derive(
          input.kind === 'call' ? 'max(held − owed, 0)' : 'max(owed − held, 0)',
          discounted,
        ),
      }
    }
    const spread = derive('volatility × sqrt(years)', pick(figures, 'volatility', 'years'))
    const d1 = derive('(ln(spot / strike) + (rate − yield + volatility^2 / 2) × years) / spread', {
      ...figures,
      spread,
    })
    const d2 = derive('d1 − spread', { d1, spread })
    return {
      figure: derive(
        input.kind === 'call' ?
          'held × normal(d1) − owed × normal(d2)'
        : 'owed × normal(−d2) − held × normal(−d1)',
        { ...discounted, d1, d2 },
      ),
    }
  })

export const checkOption = (input: OptionInput): ValuationFault | undefined =>
  firstFault(
    checkPositive(['spot'], input.spot),
    checkPositive(['strike'], input.strike),
    checkNumber(['yield'], input.yield),
    checkNumber(['rate'], input.rate),
    checkCost(['years'], input.years),
    checkNumber(['volatility'], input.volatility),
    figureOf(input.volatility).value?.lt('0') === true ?
      { _tag: 'VolatilityNegative', given: textOf(input.volatility), path: ['volatility'] }
    : undefined,
  )

export const optionFigures = (input: OptionInput): OptionFigures => ({
  spot: figureOf(input.spot),
  strike: figureOf(input.strike),
  yield: figureOf(input.yield),
  rate: figureOf(input.rate),
  years: figureOf(input.years),
  volatility: figureOf(input.volatility),
})

/** Whether nothing is left to chance: no volatility, or no time. */
export const isCertain = ({ volatility, years }: OptionFigures): boolean =>
  volatility.value?.isZero() === true || years.value?.isZero() === true

export const pick = <Name extends keyof OptionFigures>(
  figures: OptionFigures,
  ...names: readonly Name[]
): Readonly<Record<string, Figure>> =>
  Object.fromEntries(names.map((name) => [name, figures[name]]))
