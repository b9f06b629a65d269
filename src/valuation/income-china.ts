/** The four income forms of the Guidance on Data Asset Valuation: V = Σ F_t · (1 + i)^−t.
 *
 *  direct F_t = R_t; share F_t = R_t · K_t; excess F_t = R_t − Σ_i C_{t,i}; incremental
 *  F_t = RY_t − RN_t. F and i must match: pre-tax with pre-tax. A negative F_t is kept and named
 *  in a warning. Source: 中评协〔2023〕17号 (数据资产评估指导意见), appendix. */
import type { Either } from 'fp-ts/lib/Either.js'
import { derive, type Figure } from '../core/index.js'
import { firstFault, type ValuationFault, type ValuationWarning } from './fault.js'
import {
  checkFlows,
  checkLength,
  checkNumber,
  checkNumbers,
  checkShare,
  checkWhole,
  figureOf,
  figuresOf,
  firstField,
  labelled,
  type Given,
} from './given.js'
import { checkShareOf, sharesOf, type Share } from './share-of-income.js'
import { checkDiscount, presentValue, type Discounting } from './time.js'
import { worth, type Worth } from './worth.js'

/** ¤ earnings before interest and tax of each period. 息税前利润 */
export interface DirectInput {
  readonly ebit: readonly Given[]
}

export interface ShareInput {
  /** ¤ revenue or profit of each period. */
  readonly base: readonly Given[]
  readonly share: Share
  /** %; the shared income is then after tax. */
  readonly tax?: Given
}

export interface ExcessInput {
  /** ¤ income of each period from all assets together. */
  readonly income: readonly Given[]
  /** ¤ what each contributory asset earns, by its name. 贡献资产报酬 */
  readonly charges: Readonly<Record<string, readonly Given[]>>
}

/** Income with and without the asset, or what it changes: price and unit cost at one quantity,
 * or the quantity at one margin. ¤, units, %, periods. */
export type IncrementalInput =
  | { readonly with: readonly Given[]; readonly without: readonly Given[] }
  | (After & { readonly quantity: Given; readonly price?: Change; readonly unitCost?: Change })
  | (After & { readonly quantity: Change; readonly margin: Given })

export interface Change {
  readonly from: Given
  readonly to: Given
}

/** 直接收益预测: the income that the asset earns by itself. Formula: F_t = R_t.
 * @returns Left NoFlows, NotARatio, RateTooLow, Lengths or DateBeforeValuation
 * @example
 * import { orThrow } from 'data-dividend'
 * import { direct, roundedWorth } from 'data-dividend/valuation'
 * const ebit = ['100', '90', '80', '70', '60', '50', '40', '30', '20', '10']
 * const worth = orThrow(direct({ discount: { rate: '10%', timing: 'end' } })({ ebit }))
 * roundedWorth(2)(worth) // => '385.54' */
export const direct =
  ({ discount }: Discounting) =>
  ({ ebit }: DirectInput): Either<ValuationFault, Worth> =>
    worth(firstFault(checkFlows(['ebit'], ebit), checkDiscount(discount, ebit.length)), () => {
      const flows = figuresOf(ebit)
      return {
        figure: presentValue(discount, 'ebit', flows),
        warnings: negativeFlows(['ebit'], flows),
      }
    })

/** 分成收益预测: a share K_t of a revenue or a profit. Formula: F_t = R_t · K_t · (1 − T).
 * @returns Left also ShareOutOfRange, NegativeCost or ZeroDenominator
 * @example
 * import { orThrow } from 'data-dividend'
 * import { incomeShare, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(incomeShare({ discount: { rate: '10%', timing: 'end' } })({
 *   base: ['1000', '1000'], share: { first: '10%', decay: '20%' },
 * }))) // => '157.02' */
export const incomeShare =
  ({ discount }: Discounting) =>
  ({ base, share, tax }: ShareInput): Either<ValuationFault, Worth> =>
    worth(
      firstFault(
        checkFlows(['base'], base),
        checkDiscount(discount, base.length),
        checkShareOf(['share'], share, base.length),
        tax === undefined ? undefined : checkShare(['tax'], tax),
      ),
      () => {
        const shares = sharesOf(share, base.length)
        const taxed = tax === undefined ? undefined : figureOf(tax)
        const flows = figuresOf(base).map((figure, t) => {
          const inputs = { base: figure, share: shares[t] ?? figure }
          return taxed === undefined ?
              derive('base × share', inputs)
            : derive('base × share × (1 − tax)', { ...inputs, tax: taxed })
        })
        return {
          figure: presentValue(discount, 'income', flows),
          warnings: negativeFlows(['base'], flows),
        }
      },
    )

/** 超额收益预测: what is left after every contributory asset has had its return.
 * Formula: F_t = R_t − Σ_i C_{t,i}.
 * @returns Left NoFlows, NotARatio, Lengths, RateTooLow or DateBeforeValuation
 * @example
 * import { orThrow } from 'data-dividend'
 * import { excess, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(excess({ discount: { rate: '10%', timing: 'end' } })({
 *   income: ['110'], charges: { staff: ['55'] },
 * }))) // => '50.00' */
export const excess =
  ({ discount }: Discounting) =>
  ({ income, charges }: ExcessInput): Either<ValuationFault, Worth> =>
    worth(
      firstFault(
        checkFlows(['income'], income),
        checkDiscount(discount, income.length),
        firstField(charges, (list, name) =>
          firstFault(
            checkLength(['charges', name], list, income.length),
            checkNumbers(['charges', name], list),
          ),
        ),
      ),
      () => {
        const flows = figuresOf(income).map((figure, t) =>
          derive('income − Σ charge', {
            income: figure,
            ...Object.fromEntries(
              labelled('charge', charges).map(({ label, item }) => [
                label,
                figureOf(item[t] ?? '0'),
              ]),
            ),
          }),
        )
        return {
          figure: presentValue(discount, 'excess', flows),
          warnings: negativeFlows(['income'], flows),
        }
      },
    )

/** 增量收益预测: income with the asset less income without it. Formula: F_t = RY_t − RN_t; by
 * price ((P₂ − P₁)·Q)·(1 − T), by cost ((C₁ − C₂)·Q)·(1 − T), by volume ((Q₂ − Q₁)·m)·(1 − T).
 * @returns Left NoFlows, NotARatio, Lengths, NotWhole, ShareOutOfRange or RateTooLow
 * @example
 * import { orThrow } from 'data-dividend'
 * import { incremental, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(incremental({ discount: { rate: '10%', timing: 'end' } })({
 *   quantity: { from: '5', to: '8' }, margin: '50', tax: '25%', years: '3',
 * }))) // => '279.77' */
export const incremental =
  ({ discount }: Discounting) =>
  (input: IncrementalInput): Either<ValuationFault, Worth> =>
    worth(checkIncremental(input) ?? checkDiscount(discount, periodsOf(input)), () => {
      const flows = incrementsOf(input)
      return {
        figure: presentValue(discount, 'increment', flows),
        warnings: negativeFlows([], flows),
      }
    })

/** A warning for each flow below zero. */
export const negativeFlows = (
  path: readonly string[],
  flows: readonly Figure[],
): readonly ValuationWarning[] =>
  flows.flatMap(({ value }, t): readonly ValuationWarning[] =>
    value?.lt(0) === true ?
      [{ _tag: 'NegativeFlow', value: value.toString(), path: [...path, t] }]
    : [],
  )

interface After {
  readonly tax: Given
  readonly years: Given
}

const periodsOf = (input: IncrementalInput): number =>
  'with' in input ? input.with.length : Number(figureOf(input.years).value ?? 0)

const checkIncremental = (input: IncrementalInput): ValuationFault | undefined => {
  if ('with' in input) {
    return firstFault(
      checkFlows(['with'], input.with),
      checkLength(['without'], input.without, input.with.length),
      checkNumbers(['without'], input.without),
    )
  }
  const changes =
    'margin' in input ?
      [checkChange(['quantity'], input.quantity), checkNumber(['margin'], input.margin)]
    : [
        checkNumber(['quantity'], input.quantity),
        input.price && checkChange(['price'], input.price),
        input.unitCost && checkChange(['unitCost'], input.unitCost),
        (input.price ?? input.unitCost) ?
          undefined
        : ({ _tag: 'NoFlows', path: ['price'] } as const),
      ]
  return firstFault(...changes, checkShare(['tax'], input.tax), checkWhole(['years'], input.years))
}

const checkChange = (path: readonly string[], { from, to }: Change): ValuationFault | undefined =>
  firstFault(checkNumber([...path, 'from'], from), checkNumber([...path, 'to'], to))

const incrementsOf = (input: IncrementalInput): readonly Figure[] => {
  if ('with' in input) {
    const without = figuresOf(input.without)
    return figuresOf(input.with).map((figure, t) =>
      derive('with − without', { with: figure, without: without[t] ?? figure }),
    )
  }
  const figure = derive('change × (1 − tax)', { change: changeOf(input), tax: figureOf(input.tax) })
  return Array.from({ length: periodsOf(input) }, () => figure)
}

const changeOf = (input: Exclude<IncrementalInput, { with: unknown }>): Figure => {
  if ('margin' in input) {
    return derive('(to − from) × margin', {
      from: figureOf(input.quantity.from),
      to: figureOf(input.quantity.to),
      margin: figureOf(input.margin),
    })
  }
  const quantity = figureOf(input.quantity)
  return derive('Σ gain', {
    ...(input.price && {
      'gain.price': derive('(to − from) × quantity', { ...ends(input.price), quantity }),
    }),
    ...(input.unitCost && {
      'gain.cost': derive('(from − to) × quantity', { ...ends(input.unitCost), quantity }),
    }),
  })
}

const ends = ({ from, to }: Change) => ({ from: figureOf(from), to: figureOf(to) })
