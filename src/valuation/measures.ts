/** Measures beside the three approaches: Laney's six, own-account investment, lending value.
 *
 *  IVI, BVI and PVI are indices; CVI, MVI and EVI money. Own-account data are valued at the sum of
 *  their costs, and the stock by perpetual inventory. Lending value is the appraised value less a
 *  haircut, within what the rights and their term allow. Source: D. Laney, Infonomics (2017);
 *  System of National Accounts 2025; Statistics Canada, The value of data in Canada (2019). */
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
  figureOf,
  figuresIn,
  figuresOf,
  firstField,
  firstOf,
  labelled,
  numbered,
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
        ...named('relevance', relevance),
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
 * roundedWorth(2)(orThrow(marketValue({ price: '200000', partners: '12', premium: '1.5' }))) // => '1600000.00' */
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

export interface OwnAccountInput {
  /** Persons, ¤ pay a year and the % of their time on data, by kind of work. */
  readonly work: Readonly<Record<string, Fields<'persons' | 'pay' | 'time'>>>
  /** % on pay. */
  readonly otherCosts: Given
  readonly capitalServices: Given
  /** `add`: 1 + a + b; `compound`: (1 + a)(1 + b). */
  readonly rule: 'add' | 'compound'
}

/** Own-account investment ¤: pay for data work and what it takes besides.
 * Formula: pay × (1 + otherCosts + capitalServices), or compound.
 * @returns Left NoFlows, NotARatio, NegativeCost or ShareOutOfRange
 * @example
 * import { orThrow } from 'data-dividend'
 * import { ownAccount, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(ownAccount({
 *   work: { analysts: { persons: '40', pay: '90000', time: '0.6' } },
 *   otherCosts: '50%', capitalServices: '3%', rule: 'add',
 * }))) // => '3304800.00' */
export const ownAccount = (input: OwnAccountInput): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      checkFlows(
        ['work'],
        Object.values(input.work).map(({ pay }) => pay),
      ),
      firstField(input.work, (row, name) =>
        firstFault(
          checkCost(['work', name, 'persons'], row.persons),
          checkCost(['work', name, 'pay'], row.pay),
          checkShare(['work', name, 'time'], row.time),
        ),
      ),
      checkCost(['otherCosts'], input.otherCosts),
      checkCost(['capitalServices'], input.capitalServices),
    ),
    () => {
      const pay = derive(
        'Σ work',
        Object.fromEntries(
          labelled('work', input.work).map(({ label, item }) => [
            label,
            derive('persons × pay × time', figuresIn(item)),
          ]),
        ),
      )
      return {
        figure: derive(
          input.rule === 'add' ?
            'pay × (1 + otherCosts + capitalServices)'
          : 'pay × (1 + otherCosts) × (1 + capitalServices)',
          {
            pay,
            otherCosts: figureOf(input.otherCosts),
            capitalServices: figureOf(input.capitalServices),
          },
        ),
      }
    },
  )

/** Stock ¤ by perpetual inventory: investments, oldest first, each less its depreciation.
 * Formula: Σ investment × (1 − depreciation)^age; the last one's age is 0.
 * @returns Left NoFlows, NotARatio or ShareOutOfRange
 * @example
 * import { orThrow } from 'data-dividend'
 * import { perpetualInventory, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(perpetualInventory('20%')(['100', '110', '121', '133', '146']))) // => '427.12' */
export const perpetualInventory =
  (depreciation: Given) =>
  (investments: readonly Given[]): Either<ValuationFault, Worth> =>
    worth(
      firstFault(
        checkShare(['depreciation'], depreciation),
        checkFlows(['investments'], investments),
      ),
      () => {
        const lost = figureOf(depreciation)
        return {
          figure: derive(
            'Σ vintage',
            numbered(
              'vintage',
              figuresOf(investments).map((investment, i) =>
                derive(`investment × (1 − depreciation)^${String(investments.length - 1 - i)}`, {
                  investment,
                  depreciation: lost,
                }),
              ),
            ),
          ),
        }
      },
    )

export interface LendingInput {
  /** ¤. */
  readonly appraised: Given
  /** %. */
  readonly haircut: Given
  /** ¤ limits by name: what the rights allow, what their term allows. */
  readonly caps: Readonly<Record<string, Given>>
}

/** Lending value ¤: what a lender may count on.
 * Formula: min(appraised × (1 − haircut), caps).
 * @returns Left NotARatio, NegativeCost or ShareOutOfRange
 * @example
 * import { orThrow } from 'data-dividend'
 * import { lendingValue, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(lendingValue({ appraised: '1000', haircut: '40%', caps: { term: '500' } }))) // => '500.00' */
export const lendingValue = ({
  appraised,
  haircut,
  caps,
}: LendingInput): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      checkCost(['appraised'], appraised),
      checkShare(['haircut'], haircut),
      firstField(caps, (cap, name) => checkCost(['caps', name], cap)),
    ),
    () => {
      const limits = named('cap', caps)
      return {
        figure: derive(['min(cut', ...Object.keys(limits)].join(', ') + ')', {
          cut: derive('appraised × (1 − haircut)', figuresIn({ appraised, haircut })),
          ...limits,
        }),
      }
    },
  )

/** Cover ratio: lending value ÷ loan. @returns Left NotARatio, NegativeCost, FactorNotPositive
 * @example
 * import { orThrow } from 'data-dividend'
 * import { coverRatio, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(coverRatio('400')('500'))) // => '1.25' */
export const coverRatio =
  (loan: Given) =>
  (lending: Given): Either<ValuationFault, Worth> =>
    worth(firstFault(checkPositive(['loan'], loan), checkCost(['lending'], lending)), () => ({
      figure: derive('lending / loan', figuresIn({ lending, loan })),
    }))

const named = (prefix: string, record: Readonly<Record<string, Given>>) =>
  Object.fromEntries(labelled(prefix, record).map(({ label, item }) => [label, figureOf(item)]))

const checkSpan = ({ life, trial }: Fields<'life' | 'trial'>): ValuationFault | undefined =>
  firstFault(
    firstOf([life, trial], (given, i) => checkCost([i === 0 ? 'life' : 'trial'], given)),
    checkNonzero(['trial'], [trial]),
  )

const span = ({ life, trial }: Fields<'life' | 'trial'>) => figuresIn({ life, trial })
