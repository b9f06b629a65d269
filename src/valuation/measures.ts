/** Measures beside the three approaches: Laney's six.
 *
 *  IVI, BVI and PVI are indices; CVI, MVI and EVI money. Source: D. Laney, Infonomics (2017). */
import type { Either } from 'fp-ts/lib/Either.js'
import { derive } from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import {
  checkCost,
  checkFlows,
  checkNonzero,
  checkNumber,
  checkPositive,
  checkShare,
  figuresIn,
  firstField,
  firstOf,
  labelled,
  namedFigures,
  type Given,
} from './given.js'
import { worth, type Worth } from './worth.js'

type Fields<Name extends string> = Readonly<Record<Name, Given>>

/** Intrinsic value: validity × completeness × (1 − scarcity) × lifecycle; an index.
 * @returns Left NotARatio or ShareOutOfRange
 * @example
 * import { orThrow } from 'data-dividend'
 * import { intrinsicValue, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(4)(orThrow(intrinsicValue({
 *   validity: '0.95', completeness: '0.9', scarcity: '0.2', lifecycle: '0.85',
 * }))) // => '0.5814' */
export const intrinsicValue = (
  input: Fields<'validity' | 'completeness' | 'scarcity' | 'lifecycle'>,
): Either<ValuationFault, Worth> =>
  worth(
    firstField(input, (given, name) => checkShare([name], given)),
    () => ({
      figure: derive('validity × completeness × (1 − scarcity) × lifecycle', figuresIn(input)),
    }),
  )

/** Business value: Σ relevance × validity × completeness × timeliness; an index.
 * @returns Left NoFlows, NotARatio or ShareOutOfRange
 * @example
 * import { orThrow } from 'data-dividend'
 * import { businessValue, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(businessValue({
 *   relevance: { sales: '0.8', risk: '0.5' }, validity: '1', completeness: '0.9', timeliness: '1',
 * }))) // => '1.17' */
export const businessValue = (
  input: Fields<'validity' | 'completeness' | 'timeliness'> & {
    readonly relevance: Readonly<Record<string, Given>>
  },
): Either<ValuationFault, Worth> => {
  const { relevance, ...factors } = input
  return worth(
    firstFault(
      checkFlows(['relevance'], Object.values(relevance)),
      firstField(relevance, (given, name) => checkShare(['relevance', name], given)),
      firstField(factors, (given, name) => checkShare([name], given)),
    ),
    () => ({
      figure: derive('Σ relevance × validity × completeness × timeliness', {
        ...namedFigures('relevance', relevance),
        ...figuresIn(factors),
      }),
    }),
  )
}

/** Performance value: Σ (informed / control − 1) × life / trial; an index.
 * @returns Left NoFlows, NotARatio, FactorNotPositive or ZeroDenominator (a trial of no length)
 * @example
 * import { orThrow } from 'data-dividend'
 * import { performanceValue, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(performanceValue({
 *   indicators: { orders: { informed: '108', control: '100' } }, life: '24', trial: '6',
 * }))) // => '0.32' */
export const performanceValue = (
  input: Fields<'life' | 'trial'> & {
    readonly indicators: Readonly<Record<string, Fields<'informed' | 'control'>>>
  },
): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      checkFlows(
        ['indicators'],
        Object.values(input.indicators).map(({ informed }) => informed),
      ),
      firstField(input.indicators, ({ informed, control }, name) =>
        firstFault(
          checkNumber(['indicators', name, 'informed'], informed),
          checkPositive(['indicators', name, 'control'], control),
        ),
      ),
      checkSpan(input),
    ),
    () => ({
      figure: derive('Σ indicator × life / trial', {
        ...Object.fromEntries(
          labelled('indicator', input.indicators).map(({ label, item }) => [
            label,
            derive('informed / control − 1', figuresIn(item)),
          ]),
        ),
        ...span(input),
      }),
    }),
  )

/** Cost value ¤: expense × attribution × life / trial + lost revenue.
 * @returns Left NotARatio, NegativeCost, ShareOutOfRange or ZeroDenominator
 * @example
 * import { orThrow } from 'data-dividend'
 * import { costValue, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(costValue({
 *   expense: '1200000', attribution: '0.25', life: '36', trial: '12', lost: '100000',
 * }))) // => '1000000.00' */
export const costValue = (
  input: Fields<'expense' | 'attribution' | 'life' | 'trial' | 'lost'>,
): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      checkCost(['expense'], input.expense),
      checkShare(['attribution'], input.attribution),
      checkCost(['lost'], input.lost),
      checkSpan(input),
    ),
    () => ({ figure: derive('expense × attribution × life / trial + lost', figuresIn(input)) }),
  )

/** Market value ¤: exclusive price × partners / premium.
 * @returns Left NotARatio, NegativeCost or FactorNotPositive
 * @example
 * import { orThrow } from 'data-dividend'
 * import { marketValue, roundedWorth } from 'data-dividend/valuation'
 * const market = orThrow(marketValue({ price: '200000', partners: '12', premium: '1.5' }))
 * roundedWorth(2)(market) // => '1600000.00' */
export const marketValue = (
  input: Fields<'price' | 'partners' | 'premium'>,
): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      checkCost(['price'], input.price),
      checkCost(['partners'], input.partners),
      checkPositive(['premium'], input.premium),
    ),
    () => ({ figure: derive('price × partners / premium', figuresIn(input)) }),
  )

/** Economic value ¤: (informed − control − (acquire + administer + apply)) × life / trial.
 * @returns Left NotARatio, NegativeCost or ZeroDenominator
 * @example
 * import { orThrow } from 'data-dividend'
 * import { economicValue, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(economicValue({
 *   informed: '5300000', control: '5000000', acquire: '60000', administer: '30000',
 *   apply: '40000', life: '36', trial: '12',
 * }))) // => '510000.00' */
export const economicValue = (
  input: Fields<'informed' | 'control' | 'acquire' | 'administer' | 'apply' | 'life' | 'trial'>,
): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      firstField(input, (given, name) => checkCost([name], given)),
      checkSpan(input),
    ),
    () => ({
      figure: derive(
        '(informed − control − (acquire + administer + apply)) × life / trial',
        figuresIn(input),
      ),
    }),
  )

const checkSpan = ({ life, trial }: Fields<'life' | 'trial'>): ValuationFault | undefined =>
  firstFault(
    firstOf([life, trial], (given, i) => checkCost([i === 0 ? 'life' : 'trial'], given)),
    checkNonzero(['trial'], [trial]),
  )

const span = ({ life, trial }: Fields<'life' | 'trial'>) => figuresIn({ life, trial })
