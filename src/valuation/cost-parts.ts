/** Parts of a cost valuation: recreation by the hours it takes, costs at today's prices, and what
 *  is left of a life.
 *
 *  再造成本法 C = Σ hours · pay · (1 + overhead) · (1 + profit), the income lost while building
 *  C · ((1 + r)^(y/2) − 1), less obsolescence; Σ cost · now/index; 成新率 remaining / (used + remaining).
 *  Source: IVS 210 (2025); 中评协〔2023〕17号. */
import type { Either } from 'fp-ts/lib/Either.js'
import { derive, type Figure } from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import {
  checkCost,
  checkNonzero,
  checkPositive,
  checkRate,
  checkShare,
  figureOf,
  figuresIn,
  firstField,
  labelled,
  type Given,
} from './given.js'
import { worth, type Worth } from './worth.js'

/** Hours and ¤ an hour by task, % overhead and developer's profit, % rate, years, % lost. */
export interface RecreationInput {
  readonly tasks: Readonly<Record<string, { readonly hours: Given; readonly hourly: Given }>>
  readonly overhead: Given
  readonly profit: Given
  readonly rate: Given
  readonly years: Given
  readonly obsolescence: Given
}

/** Price index now; ¤ cost of each item and the index of its time. */
export interface IndexedInput {
  readonly now: Given
  readonly items: Readonly<Record<string, { readonly cost: Given; readonly index: Given }>>
}

/** Years used, the % of them in use, years remaining. */
export interface SurvivalRateInput {
  readonly used: Given
  readonly use: Given
  readonly remaining: Given
}

/** 再造成本法: hours at their pay, overhead and profit, the income lost while building, less what
 * is out of date. Formula: (cost + opportunity) × (1 − obsolescence),
 * opportunity = cost × ((1 + rate)^(years/2) − 1), spending spread evenly over the years.
 * @returns Left NoFlows, NotARatio, NegativeCost, RateTooLow or ShareOutOfRange
 * @example
 * import { orThrow } from 'data-dividend'
 * import { recreationCost, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(recreationCost({
 *   tasks: { build: { hours: '12000', hourly: '85' } },
 *   overhead: '35%', profit: '12%', rate: '12%', years: '2', obsolescence: '10%',
 * }))) // => '1554577.92' */
export const recreationCost = (input: RecreationInput): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      Object.keys(input.tasks).length === 0 ? { _tag: 'NoFlows', path: ['tasks'] } : undefined,
      firstField(input.tasks, ({ hours, hourly }, name) =>
        firstFault(
          checkCost(['tasks', name, 'hours'], hours),
          checkCost(['tasks', name, 'hourly'], hourly),
        ),
      ),
      checkRate(['overhead'], input.overhead),
      checkRate(['profit'], input.profit),
      checkRate(['rate'], input.rate),
      checkCost(['years'], input.years),
      checkShare(['obsolescence'], input.obsolescence),
    ),
    () => {
      const tasks = labelled('task', input.tasks).map(({ label, item }): [string, Figure] => [
        label,
        derive('hours × hourly', { hours: figureOf(item.hours), hourly: figureOf(item.hourly) }),
      ])
      const { overhead, profit, rate, years, obsolescence } = input
      const cost = derive('Σ task × (1 + overhead) × (1 + profit)', {
        ...Object.fromEntries(tasks),
        overhead: figureOf(overhead),
        profit: figureOf(profit),
      })
      return {
        figure: derive('(cost + opportunity) × (1 − obsolescence)', {
          cost,
          opportunity: derive('cost × ((1 + rate)^(years / 2) − 1)', {
            cost,
            rate: figureOf(rate),
            years: figureOf(years),
          }),
          obsolescence: figureOf(obsolescence),
        }),
      }
    },
  )

/** Costs of other years at today's prices. Formula: Σ cost × now / index.
 * @returns Left NoFlows, NotARatio, NegativeCost or FactorNotPositive
 * @example
 * import { orThrow } from 'data-dividend'
 * import { indexedCost, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(indexedCost({
 *   now: '1.60', items: { sensors: { cost: '16', index: '1.05' } },
 * }))) // => '24.38' */
export const indexedCost = ({ now, items }: IndexedInput): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      Object.keys(items).length === 0 ? { _tag: 'NoFlows', path: ['items'] } : undefined,
      checkPositive(['now'], now),
      firstField(items, ({ cost, index }, name) =>
        firstFault(
          checkCost(['items', name, 'cost'], cost),
          checkPositive(['items', name, 'index'], index),
        ),
      ),
    ),
    () => {
      const today = figureOf(now)
      return {
        figure: derive(
          'Σ item',
          Object.fromEntries(
            labelled('item', items).map(({ label, item }): [string, Figure] => [
              label,
              derive('cost × now / index', {
                cost: figureOf(item.cost),
                now: today,
                index: figureOf(item.index),
              }),
            ]),
          ),
        ),
      }
    },
  )

/** 成新率: what is left of a life. Formula: remaining / (used × use + remaining).
 * @returns Left NotARatio, NegativeCost, ShareOutOfRange or ZeroDenominator
 * @example
 * import { orThrow } from 'data-dividend'
 * import { roundedWorth, survivalRate } from 'data-dividend/valuation'
 * roundedWorth(4)(orThrow(survivalRate({ used: '20', use: '87.5%', remaining: '8' }))) // => '0.3137' */
export const survivalRate = (input: SurvivalRateInput): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      checkCost(['used'], input.used),
      checkShare(['use'], input.use),
      checkCost(['remaining'], input.remaining),
      checkNonzero(['remaining'], [derive('used × use + remaining', figuresIn(input))]),
    ),
    () => ({ figure: derive('remaining / (used × use + remaining)', figuresIn(input)) }),
  )
