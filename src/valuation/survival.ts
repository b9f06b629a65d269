/** Survival of data (衰减曲线): the part S(t) of a base that still earns after t years.
 *
 *  exponential e^(−λt), half-life ln 2 / λ; attrition (1 − a)^t; Weibull exp(−(t/λ)^k), mean
 *  λΓ(1 + 1/k), median λ(ln 2)^(1/k), k < 1 early loss, k > 1 ageing; step: 1 until the expiry.
 *  S(0) = 1 and S never rises. Source: Hulten and Wykoff (1981) for the use of such curves. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { derive, leaf, type Figure } from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import {
  checkCost,
  checkNumber,
  checkPositive,
  checkShare,
  figureOf,
  firstOf,
  type Given,
} from './given.js'
import { worth, type Worth } from './worth.js'

/** λ a year, or half-life, attrition % a year, Weibull scale in years and shape, expiry in
 * years. */
export type Curve =
  | { readonly curve: 'exponential'; readonly lambda: Given }
  | { readonly curve: 'halfLife'; readonly halfLife: Given }
  | { readonly curve: 'attrition'; readonly attrition: Given }
  | { readonly curve: 'weibull'; readonly scale: Given; readonly shape: Given }
  | { readonly curve: 'step'; readonly expiry: Given }

/** A curve as a file writes it: its name, and what it takes. */
export type CurveWritten =
  | { readonly exponential: Given }
  | { readonly halfLife: Given }
  | { readonly attrition: Given }
  | { readonly weibull: { readonly scale: Given; readonly shape: Given } }
  | { readonly step: Given }

/** The curve that a file writes. */
export const curveOf = (written: CurveWritten): Curve =>
  'exponential' in written ? { curve: 'exponential', lambda: written.exponential }
  : 'halfLife' in written ? { curve: 'halfLife', halfLife: written.halfLife }
  : 'attrition' in written ? { curve: 'attrition', attrition: written.attrition }
  : 'weibull' in written ? { curve: 'weibull', ...written.weibull }
  : { curve: 'step', expiry: written.step }

/** What is left at each of some times, in years; the point of attrition (t or t − ½) is the
 * caller's choice of times.
 * @returns Left NotARatio, FactorNotPositive, ShareOutOfRange or NegativeCost (a time below zero)
 * laws: 1 at time 0; never rises
 * @example
 * import { figureText } from 'data-dividend/core'
 * import { orThrow } from 'data-dividend'
 * import { survivalAt } from 'data-dividend/valuation'
 * orThrow(survivalAt({ curve: 'attrition', attrition: '10%' })(['0', '2'])).map(figureText)
 * // => ['1', '0.81'] */
export const survivalAt =
  (curve: Curve) =>
  (times: readonly Given[]): Either<ValuationFault, readonly Figure[]> => {
    const fault = firstFault(
      checkCurve(curve),
      firstOf(times, (time, i) => checkCost(['times', i], time)),
    )
    if (fault !== undefined) return left(fault)
    const at = survivor(curve)
    return right(times.map((time) => at(figureOf(time))))
  }

/** The mean life in years of a Weibull curve. Formula: scale × gamma(1 + 1 / shape).
 * @example
 * import { orThrow } from 'data-dividend'
 * import { roundedWorth, weibullMean } from 'data-dividend/valuation'
 * roundedWorth(6)(orThrow(weibullMean('6', '1.5'))) // => '5.416472' */
export const weibullMean = (scale: Given, shape: Given): Either<ValuationFault, Worth> =>
  worth(checkWeibull(scale, shape), () => ({
    figure: derive('scale × gamma(1 + 1 / shape)', {
      scale: figureOf(scale),
      shape: figureOf(shape),
    }),
  }))

/** The time in years after which half is left. Formula: scale × ln(2)^(1 / shape).
 * @example
 * import { orThrow } from 'data-dividend'
 * import { roundedWorth, weibullMedian } from 'data-dividend/valuation'
 * roundedWorth(6)(orThrow(weibullMedian('6', '1.5'))) // => '4.699319' */
export const weibullMedian = (scale: Given, shape: Given): Either<ValuationFault, Worth> =>
  worth(checkWeibull(scale, shape), () => ({
    figure: derive('scale × ln(2)^(1 / shape)', { scale: figureOf(scale), shape: figureOf(shape) }),
  }))

const checkWeibull = (scale: Given, shape: Given): ValuationFault | undefined =>
  firstFault(checkPositive(['scale'], scale), checkPositive(['shape'], shape))

export const checkCurve = (curve: Curve): ValuationFault | undefined => {
  switch (curve.curve) {
    case 'exponential':
      return checkPositive(['lambda'], curve.lambda)
    case 'halfLife':
      return checkPositive(['halfLife'], curve.halfLife)
    case 'attrition':
      return checkShare(['attrition'], curve.attrition)
    case 'weibull':
      return checkWeibull(curve.scale, curve.shape)
    case 'step':
      return checkNumber(['expiry'], curve.expiry)
  }
}

const survivor = (curve: Curve): ((time: Figure) => Figure) => {
  switch (curve.curve) {
    case 'exponential': {
      const lambda = figureOf(curve.lambda)
      return (time) => derive('exp(−(lambda × time))', { lambda, time })
    }
    case 'halfLife': {
      const halfLife = figureOf(curve.halfLife)
      return (time) => derive('0.5^(time / halfLife)', { halfLife, time })
    }
    case 'attrition': {
      const attrition = figureOf(curve.attrition)
      return (time) => derive('(1 − attrition)^time', { attrition, time })
    }
    case 'weibull': {
      const [scale, shape] = [figureOf(curve.scale), figureOf(curve.shape)]
      return (time) => derive('exp(−((time / scale)^shape))', { time, scale, shape })
    }
    case 'step': {
      const expiry = figureOf(curve.expiry).value
      return (time) => leaf(expiry === undefined || time.value?.lt(expiry) === true ? '1' : '0')
    }
  }
}
