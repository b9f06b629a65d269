/** Explained values as cells of a spreadsheet, before any spreadsheet is written: one row a
 *  figure, a live formula where there is one, the program's own value beside it, and a check. */
import { map, type Either } from 'fp-ts/lib/Either.js'
import type { Lang } from '../core/error.js'
import { cellsOf, type Cell } from '../core/cells.js'
import { decimals } from '../core/decimal-arithmetic.js'
import { sourceOf, type Explained, type RedoFault } from '../core/explained.js'
import { excelFormula } from './excel-formula.js'

/** One row: columns A path, B figure, C value, D program's value, E check, F formula, G source. */
export interface SheetRow {
  readonly path: string
  readonly title: string
  /** Digits that were given, for an input. */
  readonly given?: string
  /** Over cells of column C, without the sign of equality. */
  readonly formula?: string
  readonly value: number
  readonly text: string
  readonly source: string
  /** 0 where the live value is the program's, within a relative 1e-9. */
  readonly check: string
}

/** The column of live values. */
export const liveColumn = 'C'
export const firstRow = 2

/** The rows of a tree in the order of work: inputs before what is made of them, the value last.
 * @returns Left for a tree that is not well formed */
export const sheetRows =
  (lang: Lang) =>
  (tree: Explained): Either<RedoFault, readonly SheetRow[]> =>
    map((cells: readonly Cell[]) => cells.map((cell, at) => rowOf(lang, tree.label, cell, at)))(
      cellsOf(tree),
    )

const rowOf = (lang: Lang, root: string, cell: Cell, at: number): SheetRow => {
  const { figure, path, inputs, formula } = cell
  const place = (position: number): string => `${liveColumn}${String(position + firstRow)}`
  const live =
    formula &&
    excelFormula(
      (name) => place(inputs.get(name) ?? at),
      (prefix) =>
        [...inputs].filter(([n]) => n.startsWith(`${prefix}.`)).map(([, to]) => place(to)),
    )(formula)
  const row = String(at + firstRow)
  const value = decimals.parse(figure.value)?.toNumber() ?? 0
  return {
    path: path === '' ? root : `${root}/${path}`,
    title: figure.title?.[lang] ?? figure.label,
    ...(formula === undefined ? { given: figure.value } : {}),
    ...(live === undefined ? {} : { formula: live }),
    value,
    text: figure.formula ?? '',
    source: sourceOf(lang)(figure),
    check: `IF(ABS(${liveColumn}${row}-D${row})<=1E-9*MAX(ABS(D${row}),1E-6),0,1)`,
  }
}
