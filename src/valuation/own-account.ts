/** Data made for own use at the sum of their costs, and the stock of them by perpetual inventory.
 *
 *  Source: System of National Accounts 2025; Statistics Canada, The value of data in Canada
 *  (2019). */
import type { Either } from 'fp-ts/lib/Either.js'
import { derive } from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import {
  checkCost,
  checkFlows,
  checkShare,
  figureOf,
  figuresIn,
  figuresOf,
  firstField,
  labelled,
  numbered,
  type Given,
} from './given.js'
import { worth, type Worth } from './worth.js'

export interface OwnAccountInput {
  /** Persons, ¤ pay a year and the % of their time on data, by kind of work. */
  readonly work: Readonly<Record<string, Readonly<Record<'persons' | 'pay' | 'time', Given>>>>
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
 * const stock = orThrow(perpetualInventory('20%')(['100', '110', '121', '133', '146']))
 * roundedWorth(2)(stock) // => '427.12' */
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
