/** Entropy weights (熵权法) and ranking by closeness to the ideal (TOPSIS) of a table: a row for
 *  each alternative, a column for each criterion.
 *
 *  entropy: p = x/Σx of the column, e = −Σ p·ln p / ln m with 0·ln 0 = 0, w ∝ 1 − e; it does not
 *  know whether more is better. TOPSIS: columns over their length, times weights; c = d⁻/(d⁺ + d⁻),
 *  the distances from the best and the worst of every column. A column of a wide scale takes all
 *  the entropy weight, which is a warning. Source: Shannon (1948); Hwang and Yoon (1981). */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { decimal, derive, leaf, type Figure } from '../core/index.js'
import { firstFault, type ValuationFault, type ValuationWarning } from './fault.js'
import {
  checkCost,
  checkLength,
  checkNumber,
  checkWeights,
  figureOf,
  firstOf,
  numbered,
  type Given,
} from './given.js'
import { sumToOne } from './sum-to-one.js'
import { worth, type Worth } from './worth.js'

/** Criteria of one alternative in the order of the columns. */
export type Row = readonly Given[]

export interface EntropyWeights {
  /** Of each column, exactly 1 in sum, to 40 places. */
  readonly weights: readonly string[]
  /** The same with their trees, before the last digits were made to fit. */
  readonly explained: readonly Worth[]
  readonly warnings: readonly ValuationWarning[]
}

export interface TopsisPolicy {
  /** % of each column, 1 in sum. */
  readonly weights: readonly Given[]
  readonly directions: readonly ('benefit' | 'cost')[]
}

/** Weights of the columns by how much they vary. Formula: diversity / Σ diversity.
 * @returns Left NoFlows (fewer than two rows), Lengths, NotARatio, NegativeCost, ZeroDenominator
 *   (a column of zeros) or AllConstant
 * laws: exactly 1 in sum; unchanged when a column is multiplied by a number
 * @example
 * import { orThrow } from 'data-dividend'
 * import { entropyWeights } from 'data-dividend/valuation'
 * orThrow(entropyWeights([['1', '5'], ['3', '5']])).weights // => ['1', '0'] */
export const entropyWeights = (rows: readonly Row[]): Either<ValuationFault, EntropyWeights> => {
  const fault = firstFault(
    checkTable(rows),
    firstOf(rows, (row, i) => firstOf(row, (item, j) => checkCost([i, j], item))),
  )
  if (fault !== undefined) return left(fault)
  const columns = transposed(rows)
  const empty = columns.findIndex((column) => column.every(({ value }) => value?.isZero() === true))
  if (empty >= 0) return left({ _tag: 'ZeroDenominator', path: [0, empty] })
  if (columns.every(isConstant)) return left({ _tag: 'AllConstant', path: [] })
  const size = leaf(String(rows.length))
  const spread = columns.map((column) => diversity(column, size))
  const figures = spread.map((own) =>
    derive('own / Σ column', { own, ...numbered('column', spread) }),
  )
  return allWorths(figures, (explained) => {
    const weights = sumToOne(explained.map(({ figure }) => figure.value ?? decimal(0n)))
    return {
      weights,
      explained,
      warnings: weights.flatMap((weight, j): readonly ValuationWarning[] =>
        Number(weight) > 0.9 ? [{ _tag: 'OneColumnRules', weight, path: [0, j] }] : [],
      ),
    }
  })
}

/** The closeness of each row to the best there is, from 0 to 1.
 * @returns Left NoFlows, Lengths, NotARatio, WeightsNotOne or ZeroDenominator (a column of zeros,
 *   or all rows alike)
 * laws: 1 for a row that is best in all columns, 0 for one that is worst in all
 * @example
 * import { orThrow } from 'data-dividend'
 * import { roundedWorth, topsis } from 'data-dividend/valuation'
 * const policy = { weights: ['1/2', '1/2'], directions: ['benefit', 'cost'] } as const
 * orThrow(topsis(policy)([['9', '1'], ['1', '9']])).map(roundedWorth(2)) // => ['1.00', '0.00'] */
export const topsis =
  ({ weights, directions }: TopsisPolicy) =>
  (rows: readonly Row[]): Either<ValuationFault, readonly Worth[]> => {
    const width = rows[0]?.length ?? 0
    const fault = firstFault(
      checkTable(rows),
      firstOf(rows, (row, i) => firstOf(row, (item, j) => checkNumber([i, j], item))),
      checkLength(['weights'], weights, width),
      checkLength(['directions'], directions, width),
      checkWeights(['weights'], weights),
    )
    if (fault !== undefined) return left(fault)
    const columns = transposed(rows)
    const empty = columns.findIndex((column) =>
      column.every(({ value }) => value?.isZero() === true),
    )
    if (empty >= 0) return left({ _tag: 'ZeroDenominator', path: [0, empty] })
    if (columns.every(isConstant)) return left({ _tag: 'ZeroDenominator', path: [] })
    const scaled = columns.map((column, j) => scale(column, figureOf(weights[j] ?? '0')))
    const ends = scaled.map((column, j) => {
      const inputs = numbered('row', column)
      const names = Object.keys(inputs).join(', ')
      const [most, least] = [derive(`max(${names})`, inputs), derive(`min(${names})`, inputs)]
      return directions[j] === 'cost' ? { best: least, worst: most } : { best: most, worst: least }
    })
    const distance = (i: number, end: 'best' | 'worst') =>
      derive(
        'sqrt(Σ gap)',
        numbered(
          'gap',
          scaled.map((column, j) =>
            derive('(own − end)^2', {
              own: column[i] ?? leaf('0'),
              end: ends[j]?.[end] ?? leaf('0'),
            }),
          ),
        ),
      )
    return allWorths(
      rows.map((_, i) =>
        derive('worst / (best + worst)', {
          best: distance(i, 'best'),
          worst: distance(i, 'worst'),
        }),
      ),
      (worths) => worths,
    )
  }

const checkTable = (rows: readonly Row[]): ValuationFault | undefined =>
  rows.length < 2 || rows[0]?.length === 0 ?
    { _tag: 'NoFlows', path: [] }
  : firstOf(rows, (row, i) => checkLength([i], row, rows[0]?.length ?? 0))

const transposed = (rows: readonly Row[]): readonly (readonly Figure[])[] =>
  (rows[0] ?? []).map((_, j) => rows.map((row) => figureOf(row[j] ?? '0')))

const isConstant = (column: readonly Figure[]): boolean =>
  column.every(({ value }) => value !== undefined && column[0]?.value?.eq(value) === true)

/** 1 − e, where a part of 0 adds nothing. */
const diversity = (column: readonly Figure[], size: Figure): Figure => {
  const total = derive('Σ entry', numbered('entry', column))
  const terms = column
    .filter(({ value }) => value?.isZero() === false)
    .map((entry) => {
      const part = derive('entry / total', { entry, total })
      return derive('part × ln(part)', { part })
    })
  return derive('1 + Σ term / ln(size)', { ...numbered('term', terms), size })
}

const scale = (column: readonly Figure[], weight: Figure): readonly Figure[] => {
  const length = derive(
    'sqrt(Σ square)',
    numbered(
      'square',
      column.map((entry) => derive('entry^2', { entry })),
    ),
  )
  return column.map((entry) => derive('entry / length × weight', { entry, length, weight }))
}

const allWorths = <A>(
  figures: readonly Figure[],
  use: (worths: readonly Worth[]) => A,
): Either<ValuationFault, A> => {
  const worths: Worth[] = []
  for (const figure of figures) {
    const built = worth(undefined, () => ({ figure }))
    if (isLeft(built)) return built
    worths.push(built.right)
  }
  return right(use(worths))
}
