/** What a valuation file asks about its value: sensitivity, simulation, replay. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { StreamFault } from '../core/index.js'
import type { Distribution } from './distribution.js'
import type { ValuationFault } from './fault.js'
import { checkShare, figureOf, firstOf } from './given.js'
import { simulate, summarise, type Summary } from './monte-carlo.js'
import { replay, type Replayed, type ReplayRules } from './replay.js'
import { breakEven, tornado, twoWay, type Bar } from './sensitivity.js'
import type {
  AxisWritten,
  MonteCarloWritten,
  SensitivityWanted,
  ValuationFile,
} from './valuation-file.js'
import type { Worth } from './worth.js'

export interface Examination {
  readonly tornado?: readonly Bar[]
  readonly breakEven?: readonly BreakEvenPoint[]
  readonly twoWay?: readonly (readonly string[])[]
  readonly monteCarlo?: Summary
  readonly replayed?: Replayed
}

/** The figure at which the value is the target. */
export interface BreakEvenPoint {
  readonly figure: string
  readonly target: string
  readonly at: string
}

/** All that is asked, of the concluded value. */
export const examine = (
  { sensitivity = {}, replay: rules }: ValuationFile,
  { explained }: Worth,
): Either<ValuationFault | StreamFault, Examination> => {
  const bars =
    sensitivity.tornado &&
    tornado(
      sensitivity.tornado.map(({ figure, low, high }) => ({
        figure,
        low: String(low),
        high: String(high),
      })),
    )(explained)
  if (bars !== undefined && isLeft(bars)) return bars
  const points = eachPoint(sensitivity.breakEven ?? [], explained)
  if (isLeft(points)) return points
  const table =
    sensitivity.twoWay &&
    twoWay(axisOf(sensitivity.twoWay.down), axisOf(sensitivity.twoWay.across))(explained)
  if (table !== undefined && isLeft(table)) return table
  const drawn = sensitivity.monteCarlo && simulated(sensitivity.monteCarlo, explained)
  if (drawn !== undefined && isLeft(drawn)) return drawn
  const replayed = rules && replay(numbered(rules))(explained)
  if (replayed !== undefined && isLeft(replayed)) return replayed
  return right({
    ...(bars && { tornado: bars.right }),
    ...(sensitivity.breakEven && { breakEven: points.right }),
    ...(table && { twoWay: table.right }),
    ...(drawn && { monteCarlo: drawn.right }),
    ...(replayed && { replayed: replayed.right }),
  })
}

const eachPoint = (
  searches: NonNullable<SensitivityWanted['breakEven']>,
  explained: Worth['explained'],
): Either<ValuationFault, readonly BreakEvenPoint[]> => {
  const points: BreakEvenPoint[] = []
  for (const [at, { figure, low, high, target }] of searches.entries()) {
    const search = { figure, low: String(low), high: String(high), target: String(target) }
    const found = breakEven(search)(explained)
    if (isLeft(found)) {
      const path = ['sensitivity', 'breakEven', at]
      return left('path' in found.left ? { ...found.left, path } : found.left)
    }
    points.push({ figure, target: search.target, at: found.right })
  }
  return right(points)
}

const numbered = (rules: ValuationFile['replay'] & object): ReplayRules =>
  Object.fromEntries(
    Object.entries(rules).map(([pattern, { places, ...mode }]) => [
      pattern,
      { ...mode, places: Number(places) },
    ]),
  )

const axisOf = ({ figure, values }: AxisWritten) => ({ figure, values: values.map(String) })

const simulated = (
  { seed, draws, quantiles, figures }: MonteCarloWritten,
  explained: Worth['explained'],
): Either<ValuationFault | StreamFault, Summary> => {
  const wrong = firstOf(quantiles, (p, i) =>
    checkShare(['sensitivity', 'monteCarlo', 'quantiles', i], String(p)),
  )
  if (wrong !== undefined) return left(wrong)
  const chances = quantiles.map((p) => figureOf(String(p)).value?.toNumber() ?? 0)
  const values = simulate({
    seed: Number(seed),
    draws: Math.min(Number(draws), mostDraws),
    // The codec has checked each against the kinds of distributions.
    figures: figures as unknown as Readonly<Record<string, Distribution>>,
  })(explained)
  return isLeft(values) ? values : summarise(chances)(values.right)
}

const mostDraws = 1_000_000
