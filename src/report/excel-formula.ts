/** A formula of an explained value as a spreadsheet writes it: the same formula, read by another
 *  interpreter. Names become cells; N, its inverse and Γ become the spreadsheet's own functions,
 *  which are right to about 15 digits. */
import type { Formula } from '../core/formula.js'
import { formatRatio } from '../core/ratio.js'

/** @param cellOf the cell of a name
 * @param cellsOf the cells of all names that begin with a prefix
 * @returns undefined for a function that spreadsheets do not have
 * @example
 * import { orThrow, parseFormula } from 'data-dividend'
 * import { excelFormula } from 'data-dividend/report'
 * const cells = (name: string) => ({ rate: 'B2', base: 'B1' })[name] ?? ''
 * excelFormula(cells, () => [])(orThrow(parseFormula('base × (1 − rate)^0.5')))
 * // => 'B1*((1-B2)^0.5)' */
export const excelFormula =
  (cellOf: (name: string) => string, cellsOf: (prefix: string) => readonly string[]) =>
  (formula: Formula): string | undefined =>
    outer(write(cellOf, cellsOf)(formula))

type Writer = (formula: Formula) => string | undefined

const write = (
  cellOf: (name: string) => string,
  cellsOf: (prefix: string) => readonly string[],
): Writer => {
  const writer: Writer = (formula) => {
    switch (formula.kind) {
      case 'number': {
        const digits = formatRatio(formula.value)
        return digits.includes('/') ? `(${digits})` : digits
      }
      case 'name':
        return cellOf(formula.name)
      case 'sum':
        return sumOf(cellsOf(formula.prefix))
      case 'call': {
        const args: string[] = []
        for (const arg of formula.args) {
          const text = writer(arg)
          if (text === undefined) return undefined
          args.push(text)
        }
        return call(formula.name, args)
      }
    }
  }
  return writer
}

/** Functions of a spreadsheet take at most 255 arguments. */
const sumOf = (cells: readonly string[]): string => {
  const groups = Array.from(
    { length: Math.ceil(cells.length / 250) },
    (_, i) => `SUM(${cells.slice(250 * i, 250 * (i + 1)).join(',')})`,
  )
  return (
    groups.length === 0 ? '0'
    : groups.length === 1 ? (groups[0] ?? '0')
    : `(${groups.join('+')})`
  )
}

const call = (name: string, args: readonly string[]): string | undefined => {
  const [a = '', b] = args
  // A spreadsheet takes −x^2 for (−x)^2, so both sides of a power stand in brackets.
  if ('+-*/^'.includes(name)) return b === undefined ? `(-${a})` : `(${a}${name}${b})`
  const known = functions[name]
  return known === undefined ? undefined : known(args.join(','))
}

const functions: Readonly<Record<string, (args: string) => string>> = {
  exp: (x) => `EXP(${x})`,
  ln: (x) => `LN(${x})`,
  sqrt: (x) => `SQRT(${x})`,
  min: (x) => `MIN(${x})`,
  max: (x) => `MAX(${x})`,
  normal: (x) => `NORMSDIST(${x})`,
  probit: (x) => `NORMSINV(${x})`,
  gamma: (x) => `EXP(GAMMALN(${x}))`,
  // Above zero already, or there would be no figure to write.
  positive: (x) => x,
}

/** Without the brackets around all of it. */
const outer = (text: string | undefined): string | undefined => {
  if (text === undefined || !text.startsWith('(') || !text.endsWith(')')) return text
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at]
    if (c === '(') depth += 1
    if (c === ')') depth -= 1
    if (depth === 0 && at < text.length - 1) return text
  }
  return text.slice(1, -1)
}
