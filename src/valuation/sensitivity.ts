/** Sensitivity of a value to the figures it is made of: tornado, two-way table, break-even.
 *
 *  All work on the explained tree: a figure is named by the end of its path (`royalty`,
 *  `year.1/saved/sales`), takes another value at every place that the pattern names, and the tree
 *  is worked out again. What the tree has fixed stays fixed: the number of periods, and the form
 *  that a rate of exactly 0 took. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import {
  cellsOf,
  decimals,
  matchesPath,
  workCells,
  type Cell,
  type Decimal,
  type Explained,
} from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import { checkNumber, figureOf, firstOf, type Given } from './given.js'

/** A figure by pattern, and the ends between which it may lie. */
export interface Range {
  readonly figure: string
  readonly low: Given
  readonly high: Given
}

/** One bar of a tornado. */
export interface Bar {
  readonly figure: string
  readonly low: string
  readonly high: string
  readonly atLow: string
  readonly atHigh: string
  /** |atHigh − atLow|. */
  readonly spread: string
}

export interface Axis {
  readonly figure: string
  readonly values: readonly Given[]
}

export interface BreakEven extends Range {
  readonly target: Given
}

/** Values of a tree with some figures set: a function from settings to values. */
export type Model = (settings: Readonly<Record<string, Decimal>>) => Either<ValuationFault, Decimal>

/** One figure at a time from low to high, the widest first; equal widths keep their order.
 * @returns Left NotARatio, NoSuchFigure or FigureNotRedone
 * laws: the base value lies between the ends of every bar whose range contains the base figure
 *   and in which the value rises or falls throughout
 * @example
 * import { orThrow } from 'data-dividend'
 * import { direct, tornado } from 'data-dividend/valuation'
 * const { explained } = orThrow(direct({ discount: { rate: '10%', timing: 'end' } })({ ebit: ['110'] }))
 * const [bar] = orThrow(tornado([{ figure: 'ebit', low: '99', high: '121' }])(explained))
 * bar?.spread // => '20' */
export const tornado =
  (ranges: readonly Range[]) =>
  (tree: Explained): Either<ValuationFault, readonly Bar[]> => {
    const model = modelOf(
      tree,
      ranges.map(({ figure }) => figure),
    )
    const fault = firstOf(ranges, (range, i) => checkEnds(['tornado', i], range))
    if (fault !== undefined) return left(fault)
    if (isLeft(model)) return model
    const bars: (Bar & { readonly width: Decimal })[] = []
    for (const { figure, low, high } of ranges) {
      const ends = [
        model.right({ [figure]: valueOf(low) }),
        model.right({ [figure]: valueOf(high) }),
      ]
      const [atLow, atHigh] = ends
      if (atLow === undefined || isLeft(atLow)) return atLow ?? right([])
      if (atHigh === undefined || isLeft(atHigh)) return atHigh ?? right([])
      const width = atHigh.right.minus(atLow.right).abs()
      bars.push({
        figure,
        low: textAt(low),
        high: textAt(high),
        atLow: decimals.show(atLow.right),
        atHigh: decimals.show(atHigh.right),
        spread: decimals.show(width),
        width,
      })
    }
    return right(
      bars.sort((a, b) => b.width.comparedTo(a.width)).map(({ width: _, ...bar }) => bar),
    )
  }

/** The value at every pair of two figures' values: a row for each of the first axis.
 * @returns Left NotARatio, NoSuchFigure or FigureNotRedone
 * @example
 * import { orThrow } from 'data-dividend'
 * import { direct, twoWay } from 'data-dividend/valuation'
 * const { explained } = orThrow(direct({ discount: { rate: '10%', timing: 'end' } })({ ebit: ['110'] }))
 * const down = { figure: 'ebit', values: ['110', '220'] }
 * orThrow(twoWay(down, { figure: 'rate', values: ['10%', '0'] })(explained))
 * // => [['100', '110'], ['200', '220']] */
export const twoWay =
  (down: Axis, across: Axis) =>
  (tree: Explained): Either<ValuationFault, readonly (readonly string[])[]> => {
    const model = modelOf(tree, [down.figure, across.figure])
    const fault = firstOf([down, across], ({ values }, axis) =>
      firstOf(values, (value, i) => checkNumber(['twoWay', axis, 'values', i], value)),
    )
    if (fault !== undefined) return left(fault)
    if (isLeft(model)) return model
    const rows: string[][] = []
    for (const first of down.values) {
      const row: string[] = []
      for (const second of across.values) {
        const value = model.right({
          [down.figure]: valueOf(first),
          [across.figure]: valueOf(second),
        })
        if (isLeft(value)) return value
        row.push(decimals.show(value.right))
      }
      rows.push(row)
    }
    return right(rows)
  }

/** The figure's value at which the tree's value is the target, to 40 digits.
 * @returns Left NotARatio, NoSuchFigure, FigureNotRedone, or NoSignChange when the target is not
 *   between the values at the two ends
 * laws: the value there is the target
 * @example
 * import { orThrow } from 'data-dividend'
 * import { breakEven, direct } from 'data-dividend/valuation'
 * const { explained } = orThrow(direct({ discount: { rate: '10%', timing: 'end' } })({ ebit: ['110'] }))
 * breakEven({ figure: 'ebit', low: '0', high: '1000', target: '50' })(explained) // => right('55') */
export const breakEven =
  ({ figure, low, high, target }: BreakEven) =>
  (tree: Explained): Either<ValuationFault, string> => {
    const model = modelOf(tree, [figure])
    const fault = firstFault(
      checkEnds(['breakEven'], { figure, low, high }),
      checkNumber(['breakEven', 'target'], target),
    )
    if (fault !== undefined) return left(fault)
    if (isLeft(model)) return model
    const wanted = valueOf(target)
    return solve(
      (x) => {
        const value = model.right({ [figure]: x })
        return isLeft(value) ? value : right(value.right.minus(wanted))
      },
      valueOf(low),
      valueOf(high),
    )
  }

/** A tree as a function of some of its figures.
 * @returns Left NoSuchFigure for a pattern that names none */
export const modelOf = (
  tree: Explained,
  patterns: readonly string[],
): Either<ValuationFault, Model> => {
  const cells = cellsOf(tree)
  if (isLeft(cells)) return cells
  const unknown = patterns.find((pattern) => !cells.right.some((c) => matchesPath(pattern, c.path)))
  if (unknown !== undefined) return left({ _tag: 'NoSuchFigure', pattern: unknown, path: [] })
  const named = cells.right.map(({ path }) => patterns.filter((p) => matchesPath(p, path)))
  return right((settings) => workOut(cells.right, named, settings))
}

const workOut = (
  cells: readonly Cell[],
  named: readonly (readonly string[])[],
  settings: Readonly<Record<string, Decimal>>,
): Either<ValuationFault, Decimal> => {
  const values = workCells(
    decimals,
    (value, _cell, position) =>
      named[position]?.reduce((own, pattern) => settings[pattern] ?? own, value) ?? value,
  )(cells)
  if (isLeft(values)) return values
  const root = values.right.at(-1)
  return root === undefined ? left({ _tag: 'NoSuchFigure', pattern: '', path: [] }) : right(root)
}

const checkEnds = (path: readonly (string | number)[], { low, high }: Range) =>
  firstFault(checkNumber([...path, 'low'], low), checkNumber([...path, 'high'], high))

const valueOf = (given: Given): Decimal =>
  figureOf(given).value ?? decimals.of({ num: 0n, den: 1n })

const textAt = (given: Given): string =>
  typeof given === 'string' ? given : decimals.show(valueOf(given))

const width = 1e-42

/** A zero between two ends of unlike signs, by the false position in its Illinois form, halving
 * whenever it does not get on. */
const solve = (
  f: (x: Decimal) => Either<ValuationFault, Decimal>,
  from: Decimal,
  to: Decimal,
): Either<ValuationFault, string> => {
  const [atFrom, atTo] = [f(from), f(to)]
  if (isLeft(atFrom)) return atFrom
  if (isLeft(atTo)) return atTo
  let [a, b, fa, fb] = [from, to, atFrom.right, atTo.right]
  if (fa.isZero()) return right(decimals.show(a))
  if (fa.isNegative() === fb.isNegative() && !fb.isZero()) {
    return left({
      _tag: 'NoSignChange',
      low: decimals.show(from),
      high: decimals.show(to),
      path: ['breakEven'],
    })
  }
  for (let step = 0; step < 400 && !fb.isZero(); step += 1) {
    const gap = b.minus(a)
    if (gap.abs().lte(b.abs().plus(a.abs()).times(width))) break
    const secant = b.minus(fb.times(gap).div(fb.minus(fa)))
    const x = step % 8 === 7 ? a.plus(b).div(2) : secant
    const at = f(x)
    if (isLeft(at)) return at
    if (at.right.isNegative() === fb.isNegative()) fa = fa.div(2)
    else [a, fa] = [b, fb]
    ;[b, fb] = [x, at.right]
  }
  return right(decimals.show(b.toDecimalPlaces(40)))
}
