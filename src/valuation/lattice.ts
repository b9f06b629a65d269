/** Options by the binomial tree (二叉树) of Cox, Ross and Rubinstein, every node a figure.
 *
 *  u = e^(σ√dt), d = 1/u, p = (e^((r − q)dt) − d) / (u − d), which must lie within 0 and 1; a node
 *  is e^(−r·dt)·(p·rise + (1 − p)·fall), and an American one at least the gain of exercising there.
 *  Where σ or T is 0 there is one path, along the forward price. At most 100 steps, which
 *  are 5,151 figures. Source: Cox, Ross, Rubinstein (1979). */
import type { Either } from 'fp-ts/lib/Either.js'
import { derive, figureText, type Figure } from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import { checkWhole, figureOf, type Given } from './given.js'
import {
  checkOption,
  isCertain,
  optionFigures,
  pick,
  type OptionFigures,
  type OptionInput,
} from './option.js'
import { worth, type Worth } from './worth.js'

export interface LatticeInput extends OptionInput {
  /** A whole number up to 100. */
  readonly steps: Given
  readonly exercise: 'european' | 'american'
}

const mostSteps = 100

/** An option by the binomial tree.
 * @returns Left as `blackScholes`; Left NotWhole or TooManySteps; Left ProbabilityOutOfTree where
 *   the chance of a rise leaves 0 to 1 (a small volatility in coarse steps)
 * laws: within c / steps of the closed formula; American at least European
 * @example
 * import { orThrow } from 'data-dividend'
 * import { binomial, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(binomial({
 *   kind: 'put', spot: '50', strike: '50', yield: '0', rate: '10%', years: '5/12',
 *   volatility: '40%', steps: '5', exercise: 'american',
 * }))) // => '4.49' */
export const binomial = (input: LatticeInput): Either<ValuationFault, Worth> => {
  const fault = firstFault(
    checkOption(input),
    checkWhole(['steps'], input.steps),
    checkSteps(input.steps),
  )
  if (fault !== undefined) return worth(fault, () => ({ figure: figureOf('0') }))
  const figures = optionFigures(input)
  const steps = Number(figureOf(input.steps).value)
  const step = derive('years / steps', { years: figures.years, steps: figureOf(input.steps) })
  const discount = derive('exp(−(rate × step))', { rate: figures.rate, step })
  if (isCertain(figures)) {
    return worth(undefined, () => ({ figure: onePath(input, figures, step, discount, steps) }))
  }
  const up = derive('exp(volatility × sqrt(step))', { volatility: figures.volatility, step })
  const chance = derive('(exp((rate − yield) × step) − 1 / up) / (up − 1 / up)', {
    ...pick(figures, 'rate', 'yield'),
    step,
    up,
  })
  return worth(
    chance.value?.lt('0') === true || chance.value?.gt('1') === true ?
      {
        _tag: 'ProbabilityOutOfTree',
        p: figureText(chance),
        steps: String(steps),
        path: ['volatility'],
      }
    : undefined,
    () => ({ figure: lattice(input, figures, { up, chance, discount }, steps) }),
  )
}

const checkSteps = (steps: Given): ValuationFault | undefined =>
  figureOf(steps).value?.gt(mostSteps) === true ?
    { _tag: 'TooManySteps', steps: figureText(figureOf(steps)), most: mostSteps, path: ['steps'] }
  : undefined

const lattice = (
  { kind, exercise }: LatticeInput,
  { spot, strike }: OptionFigures,
  { up, chance, discount }: Readonly<Record<'up' | 'chance' | 'discount', Figure>>,
  steps: number,
): Figure => {
  const gain = (rises: number) => gainOf(kind, `spot × up^${String(rises)}`)
  let level = Array.from({ length: steps + 1 }, (_, falls) =>
    derive(`max(${gain(steps - 2 * falls)}, 0)`, { spot, up, strike }),
  )
  for (let at = steps - 1; at >= 0; at -= 1) {
    level = Array.from({ length: at + 1 }, (_, falls) => {
      const inputs = {
        discount,
        chance,
        rise: level[falls] ?? spot,
        fall: level[falls + 1] ?? spot,
      }
      const kept = 'discount × (chance × rise + (1 − chance) × fall)'
      return exercise === 'european' ?
          derive(kept, inputs)
        : derive(`max(${kept}, ${gain(at - 2 * falls)})`, { ...inputs, spot, up, strike })
    })
  }
  return level[0] ?? spot
}

const onePath = (
  { kind, exercise }: LatticeInput,
  { spot, strike, rate, yield: dividend }: OptionFigures,
  step: Figure,
  discount: Figure,
  steps: number,
): Figure => {
  const forward = { spot, strike, rate, yield: dividend, step }
  const gain = (at: number) => gainOf(kind, `spot × exp((rate − yield) × step × ${String(at)})`)
  let next = derive(`max(${gain(steps)}, 0)`, forward)
  for (let at = steps - 1; at >= 0; at -= 1) {
    next =
      exercise === 'european' ?
        derive('discount × next', { discount, next })
      : derive(`max(discount × next, ${gain(at)})`, { discount, next, ...forward })
  }
  return next
}

const gainOf = (kind: 'call' | 'put', price: string): string =>
  kind === 'call' ? `${price} − strike` : `strike − ${price}`
