/** Weights by the analytic hierarchy process (层次分析法) from comparisons by pairs.
 *
 *  a_ij says how many times i matters as j; a_ij · a_ji = 1. Weights are the principal eigenvector
 *  or the row geometric means, which agree up to n = 3 and differ beyond, so the caller names one.
 *  CI = (λ − n)/(n − 1), CR = CI / RI, accepted below 0.1; tables of RI differ, so it is named too.
 *  Source: Saaty (1980, 2005); Donegan and Dodd (1991). */
import { left, map, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import {
  compareRatio,
  decimal,
  decimals,
  derive,
  divRatio,
  leaf,
  mulRatio,
  one,
  addRatio,
  zero,
  formatRatio,
  type Decimal,
  type Figure,
  type Ratio,
} from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import {
  checkLength,
  checkPositive,
  exactOf,
  figuresOf,
  firstOf,
  numbered,
  type Given,
} from './given.js'
import { sumToOne } from './sum-to-one.js'
import { worth, type Worth } from './worth.js'

/** Random indices for n = 3 … 10, by source. */
export const randomIndices = {
  saaty1980: ['0.58', '0.90', '1.12', '1.24', '1.32', '1.41', '1.45', '1.49'],
  saaty2005: ['0.52', '0.89', '1.11', '1.25', '1.35', '1.40', '1.45', '1.49'],
  donegan: ['0.4914', '0.8286', '1.0591', '1.1797', '1.2519', '1.3171', '1.3733', '1.4055'],
  china: ['0.52', '0.89', '1.12', '1.26', '1.36', '1.41', '1.46', '1.49'],
} as const

export interface AhpPolicy {
  readonly by: 'eigenvector' | 'geometric'
  readonly randomIndex: keyof typeof randomIndices
}

export interface Ahp {
  /** Exactly 1 in sum; of a consistent matrix they are exact ratios, else they have 40 places. */
  readonly weights: readonly string[]
  /** The consistency ratio CR with its tree; 0 for one or two items. */
  readonly consistency: Worth
}

/** AHP weights and their consistency ratio.
 * @returns Left NoFlows, Lengths (not square), NotARatio, FactorNotPositive, NotReciprocal, or
 *   NoRandomIndex beyond 10 items; a ratio of 0.1 or more is the warning Inconsistent
 * laws: weights are exactly 1 in sum, and exact for a matrix of ratios of weights
 * @example
 * import { orThrow } from 'data-dividend'
 * import { ahp } from 'data-dividend/valuation'
 * orThrow(ahp({ by: 'eigenvector', randomIndex: 'saaty2005' })([
 *   ['1', '2', '4'], ['1/2', '1', '2'], ['1/4', '1/2', '1'],
 * ])).weights // => ['4/7', '2/7', '1/7'] */
export const ahp =
  ({ by, randomIndex }: AhpPolicy) =>
  (matrix: readonly (readonly Given[])[]): Either<ValuationFault, Ahp> => {
    const fault = checkMatrix(matrix)
    if (fault !== undefined) return left(fault)
    const exact = matrix.map((row) => row.map(exactOf))
    const weights =
      consistentWeights(exact) ??
      sumToOne(by === 'geometric' ? geometricMeans(exact) : eigenvector(exact))
    const random = randomIndices[randomIndex][matrix.length - 3]
    return pipe(
      consistency(matrix, weights, random),
      map((ratio) => ({ weights, consistency: ratio })),
    )
  }

const checkMatrix = (matrix: readonly (readonly Given[])[]): ValuationFault | undefined => {
  const n = matrix.length
  return (
    firstFault(
      n === 0 ? { _tag: 'NoFlows', path: [] } : undefined,
      n > 10 ? { _tag: 'NoRandomIndex', n, path: [] } : undefined,
      firstOf(
        matrix,
        (row, i) =>
          checkLength([i], row, n) ?? firstOf(row, (item, j) => checkPositive([i, j], item)),
      ),
    ) ??
    firstOf(matrix, (row, i) =>
      firstOf(row, (item, j) =>
        compareRatio(mulRatio(exactOf(item), exactOf(matrix[j]?.[i] ?? '0')), one) === 0 ? undefined
        : { _tag: 'NotReciprocal', i: i + 1, j: j + 1, path: [i, j] },
      ),
    )
  )
}

/** The weights of a matrix in which a_ij · a_jk = a_ik throughout, exact. */
const consistentWeights = (m: readonly (readonly Ratio[])[]): readonly string[] | undefined => {
  const first = m.map((row) => row[0] ?? one)
  const consistent = m.every((row, i) =>
    row.every((entry, j) => compareRatio(mulRatio(entry, first[j] ?? one), first[i] ?? one) === 0),
  )
  const total = first.reduce(addRatio, zero)
  return consistent ? first.map((entry) => formatRatio(divRatio(entry, total))) : undefined
}

const geometricMeans = (m: readonly (readonly Ratio[])[]): readonly Decimal[] => {
  const means = m.map((row) => {
    const product = decimal(row.reduce(mulRatio, one))
    return decimals.call('^', [product, decimal({ num: 1n, den: BigInt(row.length) })]) ?? product
  })
  return normalised(means)
}

/** Power iteration; a positive matrix has one largest root, so it converges from any start. */
const eigenvector = (m: readonly (readonly Ratio[])[]): readonly Decimal[] => {
  const entries = m.map((row) => row.map(decimal))
  let vector = geometricMeans(m)
  for (let step = 0; step < 1000; step += 1) {
    const start = vector
    const next = normalised(
      entries.map((row) =>
        row.reduce((sum, entry, j) => sum.plus(entry.times(start[j] ?? 0)), decimal(0n)),
      ),
    )
    const moved = next.reduce((most, x, i) => {
      const by = x.minus(start[i] ?? 0).abs()
      return by.gt(most) ? by : most
    }, decimal(0n))
    vector = next
    if (moved.lt(still)) return vector
  }
  return vector
}

const still = /* @__PURE__ */ decimal(`0.${'0'.repeat(45)}1`)

const normalised = (vector: readonly Decimal[]): readonly Decimal[] => {
  const total = vector.reduce((sum, x) => sum.plus(x), decimal(0n))
  return vector.map((x) => x.div(total))
}

/** λ is the mean of (A·w)_i / w_i. */
const consistency = (
  matrix: readonly (readonly Given[])[],
  weights: readonly string[],
  random: string | undefined,
): Either<ValuationFault, Worth> => {
  const n = leaf(String(matrix.length))
  if (random === undefined) return worth(undefined, () => ({ figure: leaf('0') }))
  const w = figuresOf(weights)
  const rows = matrix.map((row, i): Figure =>
    derive('Σ product / weight', {
      ...numbered(
        'product',
        row.map((entry, j) =>
          derive('entry × weight', { entry: figuresOf([entry])[0] ?? n, weight: w[j] ?? n }),
        ),
      ),
      weight: w[i] ?? n,
    }),
  )
  const largest = derive('Σ row / n', { ...numbered('row', rows), n })
  const figure = derive('index / random', {
    index: derive('(largest − n) / (n − 1)', { largest, n }),
    random: leaf(random),
  })
  const ratio = figure.value
  return worth(undefined, () => ({
    figure,
    warnings:
      ratio?.gte('0.1') === true ?
        [{ _tag: 'Inconsistent', ratio: ratio.toString(), path: [] }]
      : [],
  }))
}
