/** An explained tree as cells in the order of work: each figure once, after the figures that it
 *  is made of, with references resolved. What recomputes a tree in another way (with steps
 *  rounded, with other inputs, in floats, in a workbook) walks these cells. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { figureAt, type Explained, type RedoFault } from './explained.js'
import { evaluate, parseFormula, type Arithmetic, type Formula } from './formula.js'

export interface Cell {
  /** Labels from the root, joined by `/`; the root is ''. */
  readonly path: string
  readonly figure: Explained
  readonly formula?: Formula
  /** Positions of the inputs, by the names that the formula uses. */
  readonly inputs: ReadonlyMap<string, number>
}

/** The cells of a tree; the root is the last.
 * @returns Left NoFigureAt, LabelTwice or FigureNotRedone for a tree that is not well formed
 * @example
 * import { cellsOf, orThrow } from 'data-dividend'
 * const fee = { label: 'fee', value: '16', formula: 'base × rate', inputs: [
 *   { label: 'base', value: '200' }, { label: 'rate', value: '8%' },
 * ] }
 * orThrow(cellsOf(fee)).map(({ path }) => path) // => ['base', 'rate', ''] */
export const cellsOf = (tree: Explained): Either<RedoFault, readonly Cell[]> => {
  const cells: Cell[] = []
  const places = new Map<string, number>()
  const place = (
    path: string,
    figure: Explained,
    open: readonly string[],
  ): Either<RedoFault, number> => {
    const known = places.get(path)
    if (known !== undefined) return right(known)
    const inputs = new Map<string, number>()
    for (const input of figure.inputs ?? []) {
      const to =
        'ref' in input ? input.ref
        : path === '' ? input.label
        : `${path}/${input.label}`
      const target = 'ref' in input ? figureAt(tree, to) : input
      if (target === undefined || open.includes(to)) {
        return left({ _tag: 'NoFigureAt', at: path, ref: to })
      }
      if (inputs.has(input.label)) return left({ _tag: 'LabelTwice', at: path, label: input.label })
      const at = place(to, target, 'ref' in input ? [...open, to] : open)
      if (isLeft(at)) return at
      inputs.set(input.label, at.right)
    }
    const formula = figure.formula === undefined ? undefined : parseFormula(figure.formula)
    if (formula !== undefined && isLeft(formula)) {
      return left({ _tag: 'FigureNotRedone', at: path, cause: formula.left })
    }
    places.set(path, cells.length)
    cells.push({ path, figure, inputs, ...(formula && { formula: formula.right }) })
    return right(cells.length - 1)
  }
  const done = place('', tree, [])
  return isLeft(done) ? done : right(cells)
}

/** Works all cells out anew.
 * @param adapt is handed each value as it comes and says what the figures above see: the value
 *   itself, a rounded one, or another in place of a leaf
 * @returns the values in the order of the cells; Left FigureNotRedone with the first cell, in
 *   that order, whose formula has no value
 * @example
 * import { cellsOf, exact, orThrow, ratio, workCells } from 'data-dividend'
 * const fee = { label: 'fee', value: '16', formula: 'base × rate', inputs: [
 *   { label: 'base', value: '200' }, { label: 'rate', value: '8%' },
 * ] }
 * const doubled = workCells(exact, (value, { path }) => (path === 'base' ? ratio(400n) : value))
 * orThrow(doubled(orThrow(cellsOf(fee)))).at(-1) // => { num: 32n, den: 1n } */
export const workCells =
  <T>(arithmetic: Arithmetic<T>, adapt: (value: T, cell: Cell, position: number) => T) =>
  (cells: readonly Cell[]): Either<RedoFault, readonly T[]> => {
    const values: T[] = []
    for (const [position, cell] of cells.entries()) {
      const value = workCell(arithmetic, cell, values)
      if (isLeft(value)) return left({ _tag: 'FigureNotRedone', at: cell.path, cause: value.left })
      values.push(adapt(value.right, cell, position))
    }
    return right(values)
  }

/** Whether a pattern names a figure: the pattern's labels are those that the path ends in, and a
 * star stands for any run of characters within a label. `factor`, `year.1/factor`, `royalty`.
 * @example
 * import { matchesPath } from 'data-dividend'
 * matchesPath('year.*', 'before/year.1') // => true
 * matchesPath('factor', 'before/years') // => false */
export const matchesPath = (pattern: string, path: string): boolean => {
  const wanted = pattern.split('/')
  const labels = path.split('/')
  return (
    wanted.length <= labels.length &&
    wanted.every((label, i) => matchesLabel(label, labels[labels.length - wanted.length + i] ?? ''))
  )
}

const matchesLabel = (pattern: string, label: string): boolean => {
  const [first = '', ...rest] = pattern.split('*')
  if (rest.length === 0) return pattern === label
  const last = rest.pop() ?? ''
  if (!label.startsWith(first) || !label.endsWith(last)) return false
  let at = first.length
  for (const part of rest) {
    const found = label.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return at <= label.length - last.length
}

const workCell = <T>(arithmetic: Arithmetic<T>, cell: Cell, values: readonly T[]) => {
  if (cell.formula === undefined) {
    const given = arithmetic.parse(cell.figure.value)
    return given === undefined ?
        left({ _tag: 'NotAFormula' as const, text: cell.figure.value, at: 0 })
      : right(given)
  }
  const names = new Map<string, T>()
  for (const [name, position] of cell.inputs) {
    const value = values[position]
    if (value !== undefined) names.set(name, value)
  }
  return evaluate(arithmetic, names)(cell.formula)
}
