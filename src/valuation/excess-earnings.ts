/** Multi-period excess earnings (多期超额收益法) with contributory asset charges (贡献资产报酬).
 *
 *  F_t = Rev_t · S_t · margin · (1 − T) − Σ charges; a charge is a part of the surviving revenue
 *  Rev_t · S_t, or the asset's value times its rate, and is after tax already: taxing it again is
 *  a known fault. Only one asset of a group may be valued so, and it bears no charge on itself.
 *  The point of attrition (t or t − ½) is chosen with the survival given. Source: IVS 210;
 *  The Appraisal Foundation, Contributory Assets (2010). */
import type { Either } from 'fp-ts/lib/Either.js'
import { derive, type Figure } from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import {
  checkFlows,
  checkLength,
  checkNumbers,
  checkRate,
  checkShare,
  figureOf,
  figuresOf,
  firstField,
  firstOf,
  labelled,
  type Given,
} from './given.js'
import { negativeFlows } from './income-china.js'
import { checkTab, withTab, type TaxLife } from './tab.js'
import { checkDiscount, presentValue, type Discounting } from './time.js'
import { worth, type Worth } from './worth.js'

/** A charge: % of surviving revenue, or ¤ value of each period and its % rate of return. */
export type Charge =
  { readonly ofRevenue: Given } | { readonly value: readonly Given[]; readonly rate: Given }

export interface ExcessEarningsInput {
  /** ¤ of each period. */
  readonly revenue: readonly Given[]
  /** % of the base that is left in each period. */
  readonly survival: readonly Given[]
  /** % of revenue, before tax and charges. */
  readonly margin: Given
  /** %. */
  readonly tax: Given
  readonly charges: Readonly<Record<string, Charge>>
  readonly tab?: TaxLife
}

/** Multi-period excess earnings: what is left to the asset after all others had their return.
 * Formula: Σ (base × margin × (1 − tax) − Σ charge) × factor, × tab; base = revenue × survival.
 * @returns Left NoFlows, NotARatio, Lengths, ShareOutOfRange, RateTooLow, NotWhole or
 *   DateBeforeValuation
 * @example
 * import { orThrow } from 'data-dividend'
 * import { excessEarnings, roundedWorth } from 'data-dividend/valuation'
 * const worth = orThrow(excessEarnings({ discount: { rate: '14%', timing: 'mid' } })({
 *   revenue: ['1030', '1061'], survival: ['0.9', '0.81'], margin: '30%', tax: '25%',
 *   charges: { workforce: { ofRevenue: '2.1%' } },
 * }))
 * roundedWorth(2)(worth) // => '321.15' */
export const excessEarnings =
  ({ discount }: Discounting) =>
  (input: ExcessEarningsInput): Either<ValuationFault, Worth> =>
    worth(
      firstFault(
        checkFlows(['revenue'], input.revenue),
        checkLength(['survival'], input.survival, input.revenue.length),
        firstOf(input.survival, (item, t) => checkShare(['survival', t], item)),
        checkShare(['margin'], input.margin),
        checkShare(['tax'], input.tax),
        firstField(input.charges, (charge, name) =>
          checkCharge(['charges', name], charge, input.revenue.length),
        ),
        checkDiscount(discount, input.revenue.length),
        checkTab(['tab'], input.tab, input.tax),
      ),
      () => {
        const [tax, rate] = [figureOf(input.tax), figureOf(discount.rate)]
        const flows = flowsOf(input, tax)
        const before = presentValue({ ...discount, rate }, 'excess', flows)
        return {
          figure: withTab(before, input.tab, tax, rate),
          warnings: negativeFlows(['revenue'], flows),
        }
      },
    )

/** 分销商法: excess earnings of a customer base, with a distributor's margin and the charges of
 * that distributor's assets; what a distributor lacks (technology, brand) then bears no charge.
 * @returns Left as `excessEarnings`
 * @example
 * import { orThrow } from 'data-dividend'
 * import { distributor, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(distributor({ discount: { rate: '10%', timing: 'end' } })({
 *   revenue: ['110'], survival: ['1'], margin: '20%', tax: '25%',
 *   charges: { warehouse: { ofRevenue: '5%' } },
 * }))) // => '10.00' */
export const distributor = excessEarnings

const checkCharge = (
  path: readonly string[],
  charge: Charge,
  periods: number,
): ValuationFault | undefined =>
  'ofRevenue' in charge ?
    checkShare([...path, 'ofRevenue'], charge.ofRevenue)
  : firstFault(
      checkLength([...path, 'value'], charge.value, periods),
      checkNumbers([...path, 'value'], charge.value),
      checkRate([...path, 'rate'], charge.rate),
    )

const flowsOf = (input: ExcessEarningsInput, tax: Figure): readonly Figure[] => {
  const margin = figureOf(input.margin)
  const survival = figuresOf(input.survival)
  const charges = labelled('charge', input.charges).map(({ label, item }) => ({
    label,
    rate: figureOf('ofRevenue' in item ? item.ofRevenue : item.rate),
    values: 'value' in item ? figuresOf(item.value) : undefined,
  }))
  return figuresOf(input.revenue).map((revenue, t) => {
    const base = derive('revenue × survival', { revenue, survival: survival[t] ?? revenue })
    const charged = charges.map(({ label, rate, values }): [string, Figure] => [
      label,
      values === undefined ?
        derive('base × rate', { base, rate })
      : derive('held × rate', { held: values[t] ?? base, rate }),
    ])
    return derive('base × margin × (1 − tax) − Σ charge', {
      base,
      margin,
      tax,
      ...Object.fromEntries(charged),
    })
  })
}
