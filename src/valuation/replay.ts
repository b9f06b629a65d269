/** Replay: the same valuation with the roundings of somebody's sheet, and the gap to exact.
 *
 *  A value is exact to the end and rounded once. An appraiser's sheet rounds on the way: annuity
 *  factors to four places, a share to 8.91%. A replay says which figures are rounded how, by the
 *  ends of their paths: `{ factor: { places: 4 }, share: { places: 4, mode: "down" } }`.
 *  A rounded figure feeds the figures above it. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import {
  cellsOf,
  decimals,
  divBy,
  matchesPath,
  ratio,
  workCells,
  type Cell,
  type Decimal,
  type Explained,
  type Rounding,
} from '../core/index.js'
import type { ValuationFault } from './fault.js'
import { exactOf } from './given.js'

/** Decimals to keep, and how; `halfUp` (四舍五入) unless another is named. */
export interface Places {
  readonly places: number
  readonly mode?: Rounding
}

/** Roundings by pattern; where several match a figure, the last one counts. */
export type ReplayRules = Readonly<Record<string, Places>>

export interface Replayed {
  readonly exact: string
  readonly replayed: string
  /** replayed − exact. */
  readonly gap: string
  readonly roundings: readonly RoundedFigure[]
}

export interface RoundedFigure {
  readonly path: string
  /** The figure as the sheet had it, rounded. */
  readonly rounded: string
  readonly exact: string
  /** What the value differs from exact by when this figure alone is rounded. */
  readonly gapAlone: string
}

/** Works a tree out again with roundings on the way.
 * @returns Left NoSuchFigure for a pattern that names no figure; Left FigureNotRedone where a
 *   rounded figure makes another impossible (a divisor rounded to 0)
 * laws: without rules, replayed equals exact and the gap is 0
 * @example
 * import { orThrow } from 'data-dividend'
 * import { incremental, replay } from 'data-dividend/valuation'
 * const worth = orThrow(incremental({ discount: { rate: '10%', timing: 'end' } })({
 *   quantity: { from: '5', to: '8' }, margin: '50', tax: '25%', years: '3',
 * }))
 * const { replayed } = orThrow(replay({ factor: { places: 4 }, value: { places: 2 } })(worth.explained))
 * replayed // => '279.77' */
export const replay =
  (rules: ReplayRules) =>
  (tree: Explained): Either<ValuationFault, Replayed> => {
    const cells = cellsOf(tree)
    if (isLeft(cells)) return cells
    const chosen = cells.right.map((cell) => rule(rules, tree.label, cell))
    const unused = Object.keys(rules).find(
      (pattern) => !cells.right.some((cell) => matchesPath(pattern, fullPath(tree.label, cell))),
    )
    if (unused !== undefined) {
      return left({ _tag: 'NoSuchFigure', pattern: unused, path: ['replay'] })
    }
    const exact = workWith(cells.right, () => undefined)
    const replayed = workWith(cells.right, (position) => chosen[position])
    if (isLeft(exact)) return exact
    if (isLeft(replayed)) return replayed
    const roundings: RoundedFigure[] = []
    for (const [position, cell] of cells.right.entries()) {
      const own = chosen[position]
      if (own === undefined) continue
      const alone = workWith(cells.right, (at) => (at === position ? own : undefined))
      if (isLeft(alone)) return alone
      roundings.push({
        path: fullPath(tree.label, cell),
        rounded: show(replayed.right[position]),
        exact: show(exact.right[position]),
        gapAlone: difference(alone.right, exact.right),
      })
    }
    return right({
      exact: show(exact.right.at(-1)),
      replayed: show(replayed.right.at(-1)),
      gap: difference(replayed.right, exact.right),
      roundings,
    })
  }

/** A path with the root's label in front, so that a rule can name the root. */
const fullPath = (root: string, { path }: Cell): string => (path === '' ? root : `${root}/${path}`)

const rule = (rules: ReplayRules, root: string, cell: Cell): Places | undefined =>
  Object.entries(rules).findLast(([pattern]) => matchesPath(pattern, fullPath(root, cell)))?.[1]

const workWith = (cells: readonly Cell[], places: (position: number) => Places | undefined) =>
  workCells(decimals, (value, _cell, position) => {
    const own = places(position)
    return own === undefined ? value : rounded(value, own)
  })(cells)

const rounded = (value: Decimal, { places, mode = 'halfUp' }: Places): Decimal => {
  const { num, den } = exactOf(decimals.show(value))
  const scale = 10n ** BigInt(places)
  return decimals.of(ratio(divBy(mode)(num * scale, den), scale))
}

const difference = (values: readonly Decimal[], exact: readonly Decimal[]): string => {
  const [a, b] = [values.at(-1), exact.at(-1)]
  return a === undefined || b === undefined ? '0' : decimals.show(a.minus(b))
}

const show = (value: Decimal | undefined): string =>
  value === undefined ? '' : decimals.show(value)
