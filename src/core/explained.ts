/** Explained values: a figure together with the tree that leads to it.
 *
 *  A node carries a label, its value as text, and, where it was computed, the formula over the
 *  labels of its inputs. Labels are unique within a parent. A figure used twice stands once and
 *  is referred to by its path from the root (`before/years/year.10/saved`). `redo` recomputes
 *  every node from its printed inputs alone, so an explanation cannot say one thing and the
 *  figure another. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Bilingual, Lang } from './error.js'
import { evaluate, parseFormula, type Arithmetic, type FormulaFault } from './formula.js'

/** One figure with its reasons. 可解释的数值 */
export interface Explained {
  readonly label: string
  readonly value: string
  /** What the figure is, for people. */
  readonly title?: Bilingual
  /** Over the labels of `inputs`; absent in a leaf. */
  readonly formula?: string
  readonly inputs?: readonly (Explained | Reference)[]
  readonly unit?: string
  /** Where a leaf comes from: a document, a clause, a file and line; in one language or both. */
  readonly source?: string | Bilingual
}

/** A figure that stands elsewhere in the same tree. */
export interface Reference {
  readonly label: string
  /** Labels from below the root, joined by `/`. */
  readonly ref: string
}

export type RedoFault =
  | {
      readonly _tag: 'FigureDiffers'
      readonly at: string
      readonly printed: string
      readonly redone: string
    }
  | { readonly _tag: 'FigureNotRedone'; readonly at: string; readonly cause: FormulaFault }
  | { readonly _tag: 'NoFigureAt'; readonly at: string; readonly ref: string }
  | { readonly _tag: 'LabelTwice'; readonly at: string; readonly label: string }

/** Recomputes a tree from its leaves and compares every printed value on the way.
 * @param arithmetic `exact`, or the decimals that the figure was computed in
 * @returns the root's value; Left FigureDiffers with the first node, depth first, whose printed
 *   value is not what its inputs give; Left FigureNotRedone, NoFigureAt or LabelTwice for a tree
 *   that is not well formed
 * @example
 * import { exact, redo } from 'data-dividend'
 * redo(exact)({
 *   label: 'fee', value: '0.13', formula: 'halfUp(base × rate, 2)',
 *   inputs: [{ label: 'base', value: '1.00' }, { label: 'rate', value: '12.5%' }],
 * }) // => right('0.13') */
export const redo =
  <T>(arithmetic: Arithmetic<T>) =>
  (tree: Explained): Either<RedoFault, string> => {
    const find = (ref: string): Explained | undefined => figureAt(tree, ref)
    const done = redoNode(arithmetic, find, tree, tree.label)
    return isLeft(done) ? done : right(tree.value)
  }

/** The source of a figure in a language; empty where it has none.
 * @example
 * import { sourceOf } from 'data-dividend'
 * sourceOf('zh')({ label: 'rate', value: '8%', source: { en: 'clause 3', zh: '第 3 条' } })
 * // => '第 3 条' */
export const sourceOf =
  (lang: Lang) =>
  ({ source }: Explained): string =>
    source === undefined ? ''
    : typeof source === 'string' ? source
    : source[lang]

/** The figure at a path of labels below a tree's root; undefined when there is none.
 * @example
 * import { figureAt } from 'data-dividend'
 * const base = { label: 'base', value: '1.00' }
 * figureAt({ label: 'fee', value: '1.00', formula: 'base', inputs: [base] }, 'base') // => base */
export const figureAt = (tree: Explained, path: string): Explained | undefined => {
  let at: Explained | undefined = tree
  for (const label of path === '' ? [] : path.split('/')) {
    const next: Explained | Reference | undefined = at?.inputs?.find((i) => i.label === label)
    at = next === undefined || 'ref' in next ? undefined : next
  }
  return at
}

const redoNode = <T>(
  arithmetic: Arithmetic<T>,
  find: (ref: string) => Explained | undefined,
  node: Explained,
  at: string,
): Either<RedoFault, T | undefined> => {
  const names = new Map<string, T>()
  const labels = new Set<string>()
  for (const input of node.inputs ?? []) {
    if (labels.has(input.label)) return left({ _tag: 'LabelTwice', at, label: input.label })
    labels.add(input.label)
    const target = 'ref' in input ? find(input.ref) : input
    if (target === undefined) {
      return left({ _tag: 'NoFigureAt', at, ref: 'ref' in input ? input.ref : input.label })
    }
    const value =
      'ref' in input ?
        right(arithmetic.parse(target.value))
      : redoNode(arithmetic, find, target, `${at}/${input.label}`)
    if (isLeft(value)) return value
    if (value.right !== undefined) names.set(input.label, value.right)
  }
  const printed = arithmetic.parse(node.value)
  if (node.formula === undefined) return right(printed)
  const formula = parseFormula(node.formula)
  const redone = isLeft(formula) ? formula : evaluate(arithmetic, names)(formula.right)
  if (isLeft(redone)) return left({ _tag: 'FigureNotRedone', at, cause: redone.left })
  const shown = arithmetic.show(redone.right)
  return printed !== undefined && arithmetic.show(printed) === shown ?
      right(printed)
    : left({ _tag: 'FigureDiffers', at, printed: node.value, redone: shown })
}
