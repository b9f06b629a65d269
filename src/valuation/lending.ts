/** Lending value: the appraised value less a haircut, within what the rights and their term allow;
 *  and how far it covers a loan. */
import type { Either } from 'fp-ts/lib/Either.js'
import { derive } from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import {
  checkCost,
  checkPositive,
  checkShare,
  figuresIn,
  firstField,
  namedFigures,
  type Given,
} from './given.js'
import { worth, type Worth } from './worth.js'

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
 * const input = { appraised: '1000', haircut: '40%', caps: { term: '500' } }
 * roundedWorth(2)(orThrow(lendingValue(input))) // => '500.00' */
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
      const limits = namedFigures('cap', caps)
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
