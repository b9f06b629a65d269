/** Relief from royalty (许可费节省法) and premium profit (溢价利润法).
 *
 *  The owner pays no royalty: F_t = sales_t · royalty · (1 − T) − upkeep_t. Or the asset lifts the
 *  price: F_t = (price with − price without) · Q_t · (1 − T) − costs_t. Then a terminal value where
 *  the life is without end, and the tax amortisation benefit. Source: IVS 210 (2025). */
import type { Either } from 'fp-ts/lib/Either.js'
import { derive, type Figure } from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import {
  checkFlows,
  checkLength,
  checkNumber,
  checkNumbers,
  checkShare,
  figureOf,
  figuresOf,
  type Given,
} from './given.js'
import { negativeFlows } from './income-china.js'
import { checkTab, withTab, type TaxLife } from './tab.js'
import {
  checkDiscount,
  checkTerminal,
  presentValue,
  type Discounting,
  type Terminal,
} from './time.js'
import { worth, type Worth } from './worth.js'

export interface RoyaltyInput {
  /** ¤ of each period. */
  readonly sales: readonly Given[]
  /** % of sales. */
  readonly royalty: Given
  /** %. */
  readonly tax: Given
  /** ¤ of each period, after tax: what the owner bears and a licensee would not. */
  readonly upkeep?: readonly Given[]
  readonly terminal?: Terminal
  readonly tab?: TaxLife
}

export interface PremiumInput {
  /** ¤ a unit. */
  readonly priceWith: Given
  readonly priceWithout: Given
  /** Units of each period. */
  readonly quantity: readonly Given[]
  /** %. */
  readonly tax: Given
  /** ¤ of each period, after tax: what the premium itself costs. */
  readonly costs?: readonly Given[]
}

/** Relief from royalty: the royalties that owning the asset saves, after tax.
 * Formula: value = Σ (sales × royalty × (1 − tax) − upkeep) × factor, + terminal, × tab.
 * @returns Left NoFlows, NotARatio, Lengths, ShareOutOfRange, RateTooLow, GrowthNotBelowRate,
 *   NotWhole, DateBeforeValuation or NoValue
 * laws: homogeneous in sales; falls in the rate
 * @example
 * import { orThrow } from 'data-dividend'
 * import { reliefFromRoyalty, roundedWorth } from 'data-dividend/valuation'
 * const worth = orThrow(reliefFromRoyalty({ discount: { rate: '12%', timing: 'mid' } })({
 *   sales: ['1000', '1100', '1200'], royalty: '5%', tax: '25%',
 *   tab: { life: '10', timing: 'mid' },
 * }))
 * roundedWorth(2)(worth) // => '122.44' */
export const reliefFromRoyalty =
  ({ discount }: Discounting) =>
  (input: RoyaltyInput): Either<ValuationFault, Worth> =>
    worth(
      firstFault(
        checkFlows(['sales'], input.sales),
        checkShare(['royalty'], input.royalty),
        checkShare(['tax'], input.tax),
        checkOptional('upkeep', input.upkeep, input.sales.length),
        checkDiscount(discount, input.sales.length),
        checkTerminal(['terminal'], input.terminal, discount),
        checkTab(['tab'], input.tab, input.tax),
      ),
      () => {
        const [tax, rate] = [figureOf(input.tax), figureOf(discount.rate)]
        const royalty = figureOf(input.royalty)
        const saved = less(
          input.upkeep,
          'upkeep',
          'sales × royalty × (1 − tax)',
          figuresOf(input.sales).map((sales) => ({ sales, royalty, tax })),
        )
        const before = presentValue({ ...discount, rate }, 'saved', saved, input.terminal)
        return {
          figure: withTab(before, input.tab, tax, rate),
          warnings: negativeFlows(['sales'], saved),
        }
      },
    )

/** Premium profit: what the asset adds to the price.
 * Formula: Σ (priceWith − priceWithout) × quantity × (1 − tax) × factor.
 * @returns Left as `reliefFromRoyalty`
 * @example
 * import { orThrow } from 'data-dividend'
 * import { premiumProfit, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(premiumProfit({ discount: { rate: '12%', timing: 'end' } })({
 *   priceWith: '12', priceWithout: '10.5', quantity: ['1000', '1100', '1200'], tax: '25%',
 * }))) // => '2951.90' */
export const premiumProfit =
  ({ discount }: Discounting) =>
  (input: PremiumInput): Either<ValuationFault, Worth> =>
    worth(
      firstFault(
        checkNumber(['priceWith'], input.priceWith),
        checkNumber(['priceWithout'], input.priceWithout),
        checkFlows(['quantity'], input.quantity),
        checkShare(['tax'], input.tax),
        checkOptional('costs', input.costs, input.quantity.length),
        checkDiscount(discount, input.quantity.length),
      ),
      () => {
        const premium = derive('with − without', {
          with: figureOf(input.priceWith),
          without: figureOf(input.priceWithout),
        })
        const tax = figureOf(input.tax)
        const flows = less(
          input.costs,
          'costs',
          'premium × quantity × (1 − tax)',
          figuresOf(input.quantity).map((quantity) => ({ premium, quantity, tax })),
        )
        return {
          figure: presentValue(discount, 'profit', flows),
          warnings: negativeFlows(['quantity'], flows),
        }
      },
    )

const checkOptional = (
  name: string,
  list: readonly Given[] | undefined,
  periods: number,
): ValuationFault | undefined =>
  list && (checkLength([name], list, periods) ?? checkNumbers([name], list))

/** A flow of each period, less a cost of it where there is one. */
const less = (
  costs: readonly Given[] | undefined,
  name: string,
  formula: string,
  rows: readonly Readonly<Record<string, Figure>>[],
): readonly Figure[] =>
  rows.map((inputs, t) => {
    const cost = costs?.[t]
    return cost === undefined ?
        derive(formula, inputs)
      : derive(`${formula} − ${name}`, { ...inputs, [name]: figureOf(cost) })
  })
