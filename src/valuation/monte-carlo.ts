/** Monte Carlo on an explained value: uncertain figures are drawn, the tree is worked out again.
 *
 *  Every uncertain figure has its own stream, named after it, and a draw is a place in it, so
 *  another figure, another worker or a later start changes no other draw: draws 0 … 999 and
 *  1000 … 1999 made apart are draws 0 … 1999. A draw without a value is counted, never dropped.
 *  Quantiles by type 7 of Hyndman and Fan (1996), h = (n − 1)p, linear between neighbours; the
 *  standard error of the mean is s / √n. Draws are in doubles, see float-program. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import {
  drawsAt,
  floatProgram,
  streamsOf,
  type Explained,
  type StreamFault,
} from '../core/index.js'
import { sampler, type Distribution } from './distribution.js'
import type { ValuationFault } from './fault.js'

export interface MonteCarlo {
  /** 0 to 2³² − 1. */
  readonly seed: number
  readonly draws: number
  /** The number of the first draw; 0 where none is given. */
  readonly from?: number
  /** Uncertain figures by the end of their path; the name is also the name of the stream. */
  readonly figures: Readonly<Record<string, Distribution>>
}

export interface Summary {
  /** Draws with a value. */
  readonly n: number
  /** Draws without one. */
  readonly faults: number
  readonly mean: number
  /** s / √n; 0 for one draw. */
  readonly standardError: number
  /** By type 7, in the order asked for. */
  readonly quantiles: readonly { readonly p: number; readonly value: number }[]
}

/** The value of each draw, in order; undefined where the tree has none.
 * @returns Left NoFigureAt for a name that matches no figure, a fault of a distribution, or of
 *   the streams (NotAWord, StreamsCollide)
 * laws: draw i depends on the seed, i and the figures' own names alone
 * @example
 * import { orThrow } from 'data-dividend'
 * import { direct, simulate } from 'data-dividend/valuation'
 * const { explained } = orThrow(direct({ discount: { rate: '10%', timing: 'end' } })({ ebit: ['110'] }))
 * const ebit = { kind: 'uniform', low: '110', high: '110' } as const
 * orThrow(simulate({ seed: 1, draws: 2, figures: { ebit } })(explained)) // => [100, 100] */
export const simulate =
  ({ seed, draws, from = 0, figures }: MonteCarlo) =>
  (tree: Explained): Either<ValuationFault | StreamFault, readonly (number | undefined)[]> => {
    const names = Object.keys(figures)
    const program = floatProgram(names)(tree)
    if (isLeft(program)) return program
    const streams = streamsOf(seed)(names)
    if (isLeft(streams)) return streams
    const inputs: ((draw: number) => number)[] = []
    for (const stream of streams.right) {
      const distribution = figures[stream.name]
      const uniform = drawsAt(stream)({ agent: 0, period: 0, replication: 0 })
      if (isLeft(uniform)) return uniform
      const draw = distribution === undefined ? right((u: number) => u) : sampler(distribution)
      if (isLeft(draw)) return draw
      inputs.push((i) => draw.right(uniform.right(i)))
    }
    return right(
      Array.from({ length: draws }, (_, i) => {
        const value = program.right.run(inputs.map((input) => input(from + i)))
        return Number.isFinite(value) ? value : undefined
      }),
    )
  }

/** What the draws come to.
 * @param quantiles chances between 0 and 1
 * @returns Left NoFlows when no draw has a value
 * @example
 * import { orThrow } from 'data-dividend'
 * import { summarise } from 'data-dividend/valuation'
 * orThrow(summarise([0.5])([1, undefined, 3]))
 * // => { n: 2, faults: 1, mean: 2, standardError: 1, quantiles: [{ p: 0.5, value: 2 }] } */
export const summarise =
  (quantiles: readonly number[]) =>
  (draws: readonly (number | undefined)[]): Either<ValuationFault, Summary> => {
    const sorted = Float64Array.from(draws.filter((x) => x !== undefined)).sort()
    const n = sorted.length
    if (n === 0) return left({ _tag: 'NoFlows', path: ['draws'] })
    const mean = total(sorted) / n
    const squares = total(sorted.map((x) => (x - mean) * (x - mean)))
    return right({
      n,
      faults: draws.length - n,
      mean,
      standardError: n === 1 ? 0 : Math.sqrt(squares / (n - 1) / n),
      quantiles: quantiles.map((p) => ({ p, value: typeSeven(sorted, p) })),
    })
  }

const typeSeven = (sorted: Float64Array, p: number): number => {
  const at = (sorted.length - 1) * Math.min(1, Math.max(0, p))
  const low = Math.floor(at)
  const [a, b] = [sorted[low] ?? 0, sorted[Math.min(low + 1, sorted.length - 1)] ?? 0]
  return a + (b - a) * (at - low)
}

/** A sum that carries what each addition loses (Neumaier 1974); sorted first, so that it does not
 * depend on how the draws were cut into parts. */
const total = (values: Float64Array): number => {
  let [sum, lost] = [0, 0]
  for (const x of values) {
    const next = sum + x
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum
    sum = next
  }
  return sum + lost
}
