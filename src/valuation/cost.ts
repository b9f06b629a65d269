/** The cost approach (成本法): what it costs to have the asset again, as it is today.
 *
 *  replacement V = C · δ, or C less its obsolescence, where Π(1 − o) and 1 − Σo differ and the
 *  rule is named; multiplied (倍加系数法) (c + β·v) / (1 − ρ) · (1 + L); minimum fee (最低收费额)
 *  C · index · survival · b / (b + o) + opportunity; utility TC · (1 + R) · α·β·(1 + l)·(1 − r). Source: 中评协〔2023〕17号; 资产评估专家指引第9号 (2020); IVS 210. */
import type { Either } from 'fp-ts/lib/Either.js'
import { derive, type Figure } from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import {
  checkCost,
  checkNonzero,
  checkNumber,
  checkPositive,
  checkRate,
  checkShare,
  figureOf,
  figuresIn,
  firstField,
  firstOf,
  labelled,
  type Given,
} from './given.js'
import { worth, type Worth } from './worth.js'

/** ¤ early, direct, indirect, opportunity costs and taxes; then δ, or obsolescence by its rule. */
export type ReplacementInput = Readonly<Record<CostPart, Given>> &
  ({ readonly adjustment: Given } | { readonly obsolescence: Obsolescence })

export type CostPart = 'early' | 'direct' | 'indirect' | 'opportunity' | 'taxes'

export interface Obsolescence {
  readonly rule: 'multiply' | 'add'
  /** % lost, by the name of the cause. */
  readonly parts: Readonly<Record<string, Given>>
}

/** ¤ materials and labour, multiplier of labour, % risk of failure and profit margin. */
export interface MultipliedInput {
  readonly materials: Given
  readonly labour: Given
  readonly multiplier: Given
  readonly risk: Given
  readonly margin: Given
}

/** ¤ replacement cost, price index, % survival, capacities, ¤ opportunity cost. */
export interface MinimumFeeInput {
  readonly replacement: Given
  readonly index: Given
  readonly survival: Given
  readonly buyerCapacity: Given
  readonly ownerCapacity: Given
  readonly opportunity: Given
}

/** ¤ cost, % return, quality factor, circulation, volumes and % realisation risk. */
export interface UtilityInput {
  readonly cost: Given
  readonly return: Given
  readonly quality: Given
  readonly flow: { readonly total: Given; readonly parts: readonly Transmission[] }
  readonly ownVolume: Given
  readonly industryVolume: Given
  readonly risk: Given
}

export interface Transmission {
  readonly coefficient: Given
  readonly volume: Given
}

/** Replacement cost: the five costs, adjusted to the state at the valuation date.
 * Formula: cost × adjustment, cost = early + direct + indirect + opportunity + taxes.
 * @returns Left NotARatio, NegativeCost or ShareOutOfRange
 * @example
 * import { orThrow } from 'data-dividend'
 * import { replacementCost, roundedWorth } from 'data-dividend/valuation'
 * const worth = orThrow(replacementCost({
 *   early: '120', direct: '860', indirect: '215', opportunity: '95.6', taxes: '18.4',
 *   adjustment: '0.82',
 * }))
 * roundedWorth(2)(worth) // => '1073.38' */
export const replacementCost = (input: ReplacementInput): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      firstOf(costPartNames, (part) => checkCost([part], input[part])),
      'adjustment' in input ?
        checkCost(['adjustment'], input.adjustment)
      : firstField(input.obsolescence.parts, (part, name) =>
          checkShare(['obsolescence', 'parts', name], part),
        ),
    ),
    () => {
      const parts = Object.fromEntries(costPartNames.map((part) => [part, figureOf(input[part])]))
      return {
        figure: derive('cost × adjustment', {
          cost: derive(costPartNames.join(' + '), parts),
          adjustment:
            'adjustment' in input ? figureOf(input.adjustment) : remaining(input.obsolescence),
        }),
      }
    },
  )

/** 倍加系数法: labour counted several times over, for a failure rate and a profit.
 * Formula: (materials + multiplier × labour) / (1 − risk) × (1 + margin).
 * @returns Left NotARatio, NegativeCost, ShareOutOfRange, RateTooLow or NoValue (a risk of 1)
 * @example
 * import { orThrow } from 'data-dividend'
 * import { multipliedCost, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(multipliedCost({
 *   materials: '50', labour: '20', multiplier: '1.5', risk: '0.2', margin: '30%',
 * }))) // => '130.00' */
export const multipliedCost = (input: MultipliedInput): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      checkCost(['materials'], input.materials),
      checkCost(['labour'], input.labour),
      checkCost(['multiplier'], input.multiplier),
      checkShare(['risk'], input.risk),
      checkRate(['margin'], input.margin),
      checkNonzero(['risk'], [derive('1 − risk', { risk: figureOf(input.risk) })]),
    ),
    () => ({
      figure: derive(
        '(materials + multiplier × labour) / (1 − risk) × (1 + margin)',
        figuresIn(input),
      ),
    }),
  )

/** 最低收费额: the least that an owner who keeps using the asset must ask for a licence.
 * Formula: net × buyerCapacity / (buyerCapacity + ownerCapacity) + opportunity.
 * @returns Left NotARatio, NegativeCost, ShareOutOfRange or ZeroDenominator
 * @example
 * import { orThrow } from 'data-dividend'
 * import { minimumFee, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(minimumFee({
 *   replacement: '300', index: '1.08', survival: '9/10', buyerCapacity: '300',
 *   ownerCapacity: '700', opportunity: '105',
 * }))) // => '192.48' */
export const minimumFee = (input: MinimumFeeInput): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      checkCost(['replacement'], input.replacement),
      checkPositive(['index'], input.index),
      checkShare(['survival'], input.survival),
      checkCost(['buyerCapacity'], input.buyerCapacity),
      checkCost(['ownerCapacity'], input.ownerCapacity),
      checkNumber(['opportunity'], input.opportunity),
      checkNonzero(['buyerCapacity'], [input.buyerCapacity, input.ownerCapacity]),
    ),
    () => {
      const { replacement, index, survival, buyerCapacity, ownerCapacity, opportunity } =
        figuresIn(input)
      return {
        figure: derive('net × portion + opportunity', {
          net: derive('replacement × index × survival', { replacement, index, survival }),
          portion: derive('buyerCapacity / (buyerCapacity + ownerCapacity)', {
            buyerCapacity,
            ownerCapacity,
          }),
          opportunity,
        }),
      }
    },
  )

/** Cost with utility (专家指引第9号): cost and a return, by what the data can do.
 * Formula: cost × (1 + return) × quality × flow × (1 + monopoly) × (1 − risk).
 * @returns Left NotARatio, NegativeCost, RateTooLow, FactorNotPositive or ShareOutOfRange
 * @example
 * import { orThrow } from 'data-dividend'
 * import { roundedWorth, utilityCost } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(utilityCost({
 *   cost: '500', return: '12%', quality: '0.9', ownVolume: '8', industryVolume: '100', risk: '0.1',
 *   flow: { total: '100', parts: [{ coefficient: '1.15', volume: '100' }] },
 * }))) // => '563.37' */
export const utilityCost = (input: UtilityInput): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      checkCost(['cost'], input.cost),
      checkRate(['return'], input.return),
      checkCost(['quality'], input.quality),
      checkPositive(['flow', 'total'], input.flow.total),
      firstOf(input.flow.parts, ({ coefficient, volume }, i) =>
        firstFault(
          checkCost(['flow', 'parts', i, 'coefficient'], coefficient),
          checkCost(['flow', 'parts', i, 'volume'], volume),
        ),
      ),
      checkCost(['ownVolume'], input.ownVolume),
      checkPositive(['industryVolume'], input.industryVolume),
      checkShare(['risk'], input.risk),
    ),
    () => {
      const part = ({ coefficient, volume }: Transmission) =>
        derive('coefficient × volume', {
          coefficient: figureOf(coefficient),
          volume: figureOf(volume),
        })
      const parts = input.flow.parts.map(
        (item, i) => [`part.${String(i + 1)}`, part(item)] as const,
      )
      return {
        figure: derive('cost × (1 + return) × quality × flow × (1 + monopoly) × (1 − risk)', {
          cost: figureOf(input.cost),
          return: figureOf(input.return),
          quality: figureOf(input.quality),
          flow: derive('Σ part / total', {
            ...Object.fromEntries(parts),
            total: figureOf(input.flow.total),
          }),
          monopoly: derive('own / industry', {
            own: figureOf(input.ownVolume),
            industry: figureOf(input.industryVolume),
          }),
          risk: figureOf(input.risk),
        }),
      }
    },
  )

/** The five costs of a data asset, in the order of the Guidance. */
export const costPartNames: readonly CostPart[] = [
  'early',
  'direct',
  'indirect',
  'opportunity',
  'taxes',
]

const remaining = ({ rule, parts }: Obsolescence): Figure => {
  const named = labelled('lost', parts)
  const inputs = Object.fromEntries(named.map(({ label, item }) => [label, figureOf(item)]))
  const formula =
    rule === 'add' ? '1 − Σ lost' : ['1', ...named.map(({ label }) => `(1 − ${label})`)].join(' × ')
  return derive(formula, inputs)
}
