/** Present values of level and growing payments, in closed form, with their limits.
 *
 *  level c·(1 − (1 + r)^−n)/r, n·c at r = 0; growing c/(r − g)·(1 − ((1 + g)/(1 + r))^n),
 *  n·c/(1 + r) at g = r; for ever c/(r − g), which needs r > g. Payments at the ends of periods,
 *  the first one c. */
import type { Either } from 'fp-ts/lib/Either.js'
import { derive, ratio } from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import { checkNumber, checkRate, checkWhole, figureOf, textOf, type Given } from './given.js'
import { annuityFigure, factorAt } from './time.js'
import { worth, type Worth } from './worth.js'

/** ¤ first payment, % rate and growth, whole number of periods. */
export interface AnnuityInput {
  readonly payment: Given
  readonly rate: Given
  readonly life: Given
  readonly growth?: Given
}

export interface PerpetuityInput {
  readonly payment: Given
  readonly rate: Given
  readonly growth: Given
}

/** Payments for so many periods, level or growing.
 * @returns Left NotARatio, RateTooLow or NotWhole; r = 0 and g = r give their limits
 * laws: equals the sum of its discounted payments
 * @example
 * import { orThrow } from 'data-dividend'
 * import { annuity, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(4)(orThrow(annuity({ payment: '1', rate: '10%', life: '5' }))) // => '3.7908' */
export const annuity = ({
  payment,
  rate,
  life,
  growth,
}: AnnuityInput): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      checkNumber(['payment'], payment),
      checkRate(['rate'], rate),
      checkWhole(['life'], life),
      growth === undefined ? undefined : checkRate(['growth'], growth),
    ),
    () => {
      const inputs = { payment: figureOf(payment), rate: figureOf(rate), life: figureOf(life) }
      if (growth === undefined) {
        return {
          figure: derive('payment × annuity', {
            payment: inputs.payment,
            annuity: annuityFigure(inputs.rate, inputs.life),
          }),
        }
      }
      const grown = figureOf(growth)
      const equal = grown.value !== undefined && inputs.rate.value?.eq(grown.value) === true
      return {
        figure:
          equal ?
            derive('life × payment / (1 + rate)', inputs)
          : derive('payment / (rate − growth) × (1 − ((1 + growth) / (1 + rate))^life)', {
              ...inputs,
              growth: grown,
            }),
      }
    },
  )

/** Payments for ever. Formula: payment / (rate − growth).
 * @returns Left NotARatio, RateTooLow or GrowthNotBelowRate
 * @example
 * import { orThrow } from 'data-dividend'
 * import { perpetuity, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(perpetuity({ payment: '6', rate: '8%', growth: '2%' }))) // => '100.00' */
export const perpetuity = ({
  payment,
  rate,
  growth,
}: PerpetuityInput): Either<ValuationFault, Worth> => {
  const [r, g] = [figureOf(rate).value, figureOf(growth).value]
  return worth(
    firstFault(
      checkNumber(['payment'], payment),
      checkRate(['rate'], rate),
      checkRate(['growth'], growth),
      r !== undefined && g !== undefined && g.gte(r) ?
        {
          _tag: 'GrowthNotBelowRate',
          growth: textOf(growth),
          rate: textOf(rate),
          path: ['growth'],
        }
      : undefined,
    ),
    () => ({
      figure: derive('payment / positive(rate − growth)', {
        payment: figureOf(payment),
        rate: figureOf(rate),
        growth: figureOf(growth),
      }),
    }),
  )
}

/** One amount after whole years. Formula: amount × factor.
 * @returns Left NotARatio, RateTooLow or NotWhole
 * @example
 * import { orThrow } from 'data-dividend'
 * import { presentOf, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(presentOf('10%', 2)('121'))) // => '100.00' */
export const presentOf =
  (rate: Given, years: number) =>
  (amount: Given): Either<ValuationFault, Worth> =>
    worth(
      firstFault(
        checkRate(['rate'], rate),
        checkWhole(['years'], String(years)),
        checkNumber(['amount'], amount),
      ),
      () => ({
        figure: derive('amount × factor', {
          amount: figureOf(amount),
          factor: factorAt(figureOf(rate), ratio(BigInt(years))),
        }),
      }),
    )
