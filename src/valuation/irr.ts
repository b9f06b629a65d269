/** Internal rate of return, with certainty: NPV(r) = Σ CF_i · (1 + r)^(−τ_i) = 0 on r > −1.
 *
 *  No guess and no grid: in x = 1/(1 + r) the NPV is a sum of powers, of which all positive roots
 *  are found (see roots.ts). Undated flows come one a year, the first at once; dated ones by
 *  actual days over 365 from the earliest date, flows of one date added first. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import {
  addRatio,
  dayNumber,
  decimal,
  decimals,
  derive,
  leaf,
  zero,
  type CivilDate,
  type Decimal,
  type Figure,
  type Ratio,
} from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import { checkFlows, checkLength, exactOf, figureOf, numbered, type Given } from './given.js'
import { positiveRoots, signChanges } from './roots.js'
import { factorAt, yearsTo } from './time.js'
import { worth, type Worth } from './worth.js'

export interface Flows {
  /** ¤, in any order where they are dated. */
  readonly flows: readonly Given[]
  readonly dates?: readonly CivilDate[]
}

export interface Root {
  /** Effective a year, to 40 digits or more. */
  readonly rate: string
  /** Whether the net present value only touches zero here. */
  readonly double: boolean
}

export interface Roots {
  /** Every rate above −100% at which the net present value is 0, ascending. */
  readonly roots: readonly Root[]
  /** The most roots that the signs of the flows allow. */
  readonly signChanges: number
}

/** Every internal rate of return, ascending.
 * @returns Left NoFlows, NotARatio or Lengths; no roots is not a fault
 * laws: the net present value changes sign at every root that is not double; no more roots than
 *   sign changes; unchanged when all flows are multiplied by one number
 * @example
 * import { orThrow } from 'data-dividend'
 * import { irrRoots } from 'data-dividend/valuation'
 * const { roots } = orThrow(irrRoots({ flows: ['-100', '230', '-132'] }))
 * roots.map(({ rate }) => rate) // => ['0.1', '0.2'] */
export const irrRoots = (input: Flows): Either<ValuationFault, Roots> => {
  const fault = checkInput(input)
  if (fault !== undefined) return left(fault)
  const terms = termsOf(input)
  const unit = input.dates === undefined ? 1 : 365
  const roots = positiveRoots(terms.map(({ c, e }) => ({ c: decimal(c), e })))
    .map(({ x, double }) => ({ rate: rateOf(x, unit), double }))
    .reverse()
  return right({ roots, signChanges: signChanges(terms.map(({ c, e }) => ({ c: decimal(c), e }))) })
}

/** The only internal rate of return, with the net present value at it as its proof.
 * @returns Left as `irrRoots`; Left IrrNone without a root; Left IrrMany with all of them
 * @example
 * import { orThrow } from 'data-dividend'
 * import { irr, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(4)(orThrow(irr({ flows: ['-100', '60', '60'] }))) // => '0.1307' */
export const irr = (input: Flows): Either<ValuationFault, Worth> => {
  const found = irrRoots(input)
  if (isLeft(found)) return found
  const [root, ...others] = found.right.roots
  if (root === undefined) return left({ _tag: 'IrrNone', path: ['flows'] })
  return others.length > 0 ?
      left({ _tag: 'IrrMany', roots: found.right.roots.map(({ rate }) => rate), path: ['flows'] })
    : worth(undefined, () => {
        const rate = leaf(root.rate)
        return { figure: derive('rate', { rate, npv: valueAt(input, rate) }) }
      })
}

const checkInput = ({ flows, dates }: Flows): ValuationFault | undefined =>
  firstFault(checkFlows(['flows'], flows), dates && checkLength(['dates'], dates, flows.length))

/** Flows by day or by year from the first, those of one time added, none of them 0. */
const termsOf = ({ flows, dates }: Flows): readonly { readonly c: Ratio; readonly e: number }[] => {
  const days = dates?.map(dayNumber)
  const first = days === undefined ? 0 : Math.min(...days)
  const sums = new Map<number, Ratio>()
  flows.forEach((flow, i) => {
    const e = days === undefined ? i : (days[i] ?? first) - first
    sums.set(e, addRatio(sums.get(e) ?? zero, exactOf(flow)))
  })
  return [...sums]
    .filter(([, c]) => c.num !== 0n)
    .map(([e, c]) => ({ c, e }))
    .sort((a, b) => a.e - b.e)
}

/** The rate, without the noise of the last digits. */
const rateOf = (x: Decimal, unit: number): string =>
  decimals.show(x.pow(-unit).minus(1).toDecimalPlaces(42))

const valueAt = ({ flows, dates }: Flows, rate: Figure): Figure => {
  const from = dates?.reduce((a, b) => (b < a ? b : a))
  return derive(
    'Σ flow',
    numbered(
      'flow',
      flows.map((flow, i) => {
        const years =
          dates === undefined || from === undefined ?
            { num: BigInt(i), den: 1n }
          : yearsTo({ rate, timing: 'dated', from, dates }, i + 1)
        return derive('amount × factor', { amount: figureOf(flow), factor: factorAt(rate, years) })
      }),
    ),
  )
}
