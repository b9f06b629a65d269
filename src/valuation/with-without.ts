/** With-and-without (有无对比法) and greenfield (绿地法): the difference that the asset makes to a
 *  whole business, or a business that starts with this asset and nothing else.
 *
 *  V = ρ · (PV(with) − PV(without)), one rate and one timing for both; ρ is the chance that the
 *  "without" happens. Greenfield: V = PV of one signed list of flows. Source: IVS 210 (2025). */
import type { Either } from 'fp-ts/lib/Either.js'
import { derive } from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import {
  checkFlows,
  checkLength,
  checkNumbers,
  checkShare,
  figureOf,
  figuresOf,
  type Given,
} from './given.js'
import {
  checkDiscount,
  checkTerminal,
  presentValue,
  type Discounting,
  type Terminal,
} from './time.js'
import { worth, type Worth } from './worth.js'

export interface WithWithoutInput {
  /** ¤ flows of each period. */
  readonly with: readonly Given[]
  readonly without: readonly Given[]
  /** %; 1 where nothing is given. */
  readonly chance?: Given
}

export interface GreenfieldInput {
  /** ¤ of each period, costs and investments below zero. */
  readonly flows: readonly Given[]
  readonly terminal?: Terminal
}

/** With-and-without: the present value of the business with the asset less that without it.
 * Formula: chance × (with − without).
 * @returns Left NoFlows, NotARatio, Lengths, ShareOutOfRange, RateTooLow or DateBeforeValuation
 * laws: 0 for equal cases; changes sign when the cases change places
 * @example
 * import { orThrow } from 'data-dividend'
 * import { roundedWorth, withWithout } from 'data-dividend/valuation'
 * const worth = orThrow(withWithout({ discount: { rate: '10%', timing: 'end' } })({
 *   with: ['500', '550', '600'], without: ['400', '420', '440'], chance: '80%',
 * }))
 * roundedWorth(2)(worth) // => '254.85' */
export const withWithout =
  ({ discount }: Discounting) =>
  (input: WithWithoutInput): Either<ValuationFault, Worth> =>
    worth(
      firstFault(
        checkFlows(['with'], input.with),
        checkLength(['without'], input.without, input.with.length),
        checkNumbers(['without'], input.without),
        input.chance === undefined ? undefined : checkShare(['chance'], input.chance),
        checkDiscount(discount, input.with.length),
      ),
      () => {
        const shared = { ...discount, rate: figureOf(discount.rate) }
        const cases = {
          with: presentValue(shared, 'flow', figuresOf(input.with)),
          without: presentValue(shared, 'flow', figuresOf(input.without)),
        }
        return {
          figure:
            input.chance === undefined ?
              derive('with − without', cases)
            : derive('chance × (with − without)', { chance: figureOf(input.chance), ...cases }),
        }
      },
    )

/** Greenfield: the present value of starting a business that owns only the asset.
 * Formula: Σ flow × factor + terminal.
 * @returns Left NoFlows, NotARatio, RateTooLow, GrowthNotBelowRate, Lengths or
 *   DateBeforeValuation
 * @example
 * import { orThrow } from 'data-dividend'
 * import { greenfield, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(greenfield({ discount: { rate: '15%', timing: 'end' } })({
 *   flows: ['-200', '-50', '120', '200', '260'],
 * }))) // => '110.80' */
export const greenfield =
  ({ discount }: Discounting) =>
  ({ flows, terminal }: GreenfieldInput): Either<ValuationFault, Worth> =>
    worth(
      firstFault(
        checkFlows(['flows'], flows),
        checkDiscount(discount, flows.length),
        checkTerminal(['terminal'], terminal, discount),
      ),
      () => ({
        figure: presentValue(
          { ...discount, rate: figureOf(discount.rate) },
          'flow',
          figuresOf(flows),
          terminal,
        ),
      }),
    )
