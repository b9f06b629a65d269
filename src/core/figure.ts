/** Figures in the making: each is worked out from its formula as it is built, so that the figure
 *  and its explanation are one thing.
 *
 *  A figure is a leaf (digits as given, with their source) or a formula over named inputs. A
 *  figure may be the input of several others, under different names; `treeOf` writes it once
 *  and refers to it by its path everywhere else. A figure whose formula has no value (a division
 *  by zero) has the value undefined, and so has all that is built on it. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { decimals } from './decimal-arithmetic.js'
import type { Decimal } from './decimal.js'
import type { Bilingual } from './error.js'
import type { Explained, Reference } from './explained.js'
import { evaluate, parseFormula, type Formula, type FormulaFault } from './formula.js'

export interface Figure {
  readonly value: Decimal | undefined
  /** Digits as given, in a leaf; why there is no value, where there is none. */
  readonly text?: string
  readonly formula?: string
  readonly inputs?: Readonly<Record<string, Figure>>
  readonly about: About
}

/** What a figure is, in which unit, and where it comes from. */
export interface About {
  readonly title?: Bilingual
  readonly unit?: string
  readonly source?: string | Bilingual
}

export interface NoValue {
  readonly _tag: 'NoValue'
  /** Labels from the root, joined by `/`. */
  readonly at: string
  readonly cause: FormulaFault
}

/** A figure that is given: `58800`, `2%`, `1/3`.
 * @example
 * import { treeOf, leaf } from 'data-dividend/core'
 * treeOf('rate')(leaf('16%')) // => right({ label: 'rate', value: '16%' }) */
export const leaf = (text: string, about: About = {}): Figure => ({
  value: decimals.parse(text),
  text,
  about,
})

/** A figure worked out from others.
 * @param formula over the names of `inputs`
 * @example
 * import { derive, treeOf, figureText, leaf } from 'data-dividend/core'
 * figureText(derive('base × rate', { base: leaf('200'), rate: leaf('8%') })) // => '16' */
export const derive = (
  formula: string,
  inputs: Readonly<Record<string, Figure>>,
  about: About = {},
): Figure => ({ value: work(formula, inputs), formula, inputs, about })

/** All digits of a figure's value; empty where it has none.
 * @example
 * import { figureText, leaf } from 'data-dividend/core'
 * figureText(leaf('8%')) // => '8%' */
export const figureText = (figure: Figure): string =>
  figure.value === undefined ? '' : (figure.text ?? decimals.show(figure.value))

/** The tree of a figure: what is used twice stands where it is met first, from the top down,
 * and is referred to from the other places.
 * @param label of the root
 * @returns Left NoValue with the deepest figure, first met, that has no value
 * @example
 * import { derive, leaf, treeOf } from 'data-dividend/core'
 * const rate = leaf('8%')
 * treeOf('twice')(derive('a + b', { a: rate, b: rate }))
 * // => right({ label: 'twice', value: '0.16', formula: 'a + b',
 * //   inputs: [{ label: 'a', value: '8%' }, { label: 'b', ref: 'a' }] }) */
export const treeOf =
  (label: string) =>
  (figure: Figure): Either<NoValue, Explained> => {
    const broken = figure.value === undefined ? cause(figure, label) : undefined
    return broken === undefined ? right(write(new Map(), figure, label, '')) : left(broken)
  }

const work = (text: string, inputs: Readonly<Record<string, Figure>>): Decimal | undefined => {
  const done = result(text, inputs)
  return isLeft(done) ? undefined : done.right
}

const result = (
  text: string,
  inputs: Readonly<Record<string, Figure>>,
): Either<FormulaFault, Decimal> => {
  const names = new Map<string, Decimal>()
  for (const [name, { value }] of Object.entries(inputs)) {
    if (value === undefined) return left({ _tag: 'UnknownName', name })
    names.set(name, value)
  }
  const formula = formulaOf(text)
  return isLeft(formula) ? formula : evaluate(decimals, names)(formula.right)
}

const cause = (figure: Figure, at: string): NoValue => {
  for (const [name, input] of Object.entries(figure.inputs ?? {})) {
    if (input.value === undefined) return cause(input, `${at}/${name}`)
  }
  const done =
    figure.formula === undefined ?
      parseFormula(figure.text ?? '')
    : result(figure.formula, figure.inputs ?? {})
  return {
    _tag: 'NoValue',
    at,
    cause: isLeft(done) ? done.left : { _tag: 'NotAFormula', text: figure.text ?? '', at: 0 },
  }
}

const write = (
  homes: Map<Figure, string>,
  figure: Figure,
  label: string,
  path: string,
): Explained => {
  homes.set(figure, path)
  const inputs = Object.entries(figure.inputs ?? {}).map(([name, input]): Explained | Reference => {
    const home = homes.get(input)
    return home === undefined ?
        write(homes, input, name, path === '' ? name : `${path}/${name}`)
      : { label: name, ref: home }
  })
  return {
    label,
    value: figureText(figure),
    ...(figure.formula === undefined ? {} : { formula: figure.formula, inputs }),
    ...figure.about,
  }
}

/** Formulas are few and used for every row, so each is taken apart once. */
const formulaOf = (text: string): Either<FormulaFault, Formula> => {
  const known = parsed.get(text)
  if (known !== undefined) return known
  const formula = parseFormula(text)
  if (parsed.size < 10_000) parsed.set(text, formula)
  return formula
}

const parsed = new Map<string, Either<FormulaFault, Formula>>()
