/** Formulas as text that people read and programs recompute: `halfUp(base × rate, 2)`.
 *
 *  Numbers (`12.5`, `8%`), names, + − × ÷ ^ (also * and /), brackets, calls, and `Σ year`, which
 *  adds all names that begin with `year.`. The same formula is worked out over exact ratios or
 *  over decimals, by the arithmetic it is given. */
import { isLeft, isRight, left, right, type Either } from 'fp-ts/lib/Either.js'
import { parseRatio, type Ratio } from './ratio.js'

/** A formula taken apart. */
export type Formula =
  | { readonly kind: 'number'; readonly value: Ratio }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'sum'; readonly prefix: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Formula[] }

export type FormulaFault =
  | { readonly _tag: 'NotAFormula'; readonly text: string; readonly at: number }
  | { readonly _tag: 'UnknownName'; readonly name: string }
  | { readonly _tag: 'Undefined'; readonly call: string }

/** The numbers that formulas are worked out over. Operators are calls of `+ - * / ^`.
 * `call` gives undefined where the operation has no value: division by zero, a wrong number of
 * arguments, a function that is not known. */
export interface Arithmetic<T> {
  readonly of: (value: Ratio) => T
  readonly call: (name: string, args: readonly T[]) => T | undefined
  readonly parse: (text: string) => T | undefined
  readonly show: (value: T) => string
}

/** Takes a text apart.
 * @returns Left NotAFormula with the position where reading stopped: at the first token that has
 *   no place there, behind 2,000 tokens, or in the 101st open bracket
 * @example
 * import { parseFormula } from 'data-dividend'
 * parseFormula('base × (rate') // => left({ _tag: 'NotAFormula', text: 'base × (rate', at: 12 }) */
export const parseFormula = (text: string): Either<FormulaFault, Formula> => {
  const tokens = tokensOf(text)
  const excess = excessAt(tokens)
  const parsed = excess === -1 ? sumAt(tokens, 0) : excess
  if (isParsed(parsed) && parsed.next === tokens.length) return right(parsed.formula)
  const stopped = isParsed(parsed) ? parsed.next : parsed
  return left({ _tag: 'NotAFormula', text, at: tokens[stopped]?.at ?? text.length })
}

/** Works a formula out.
 * @param names the values of its names
 * @returns Left UnknownName, or Left Undefined where an operation has no value
 * @example
 * import { evaluate, exact, orThrow, parseFormula, ratio } from 'data-dividend'
 * const names = new Map([['base', ratio(25n)]])
 * evaluate(exact, names)(orThrow(parseFormula('base × 8%'))) // => right({ num: 2n, den: 1n }) */
export const evaluate =
  <T>(arithmetic: Arithmetic<T>, names: ReadonlyMap<string, T>) =>
  (formula: Formula): Either<FormulaFault, T> => {
    if (formula.kind === 'number') return right(arithmetic.of(formula.value))
    if (formula.kind === 'name') {
      const value = names.get(formula.name)
      return value === undefined ? left({ _tag: 'UnknownName', name: formula.name }) : right(value)
    }
    const call = formula.kind === 'sum' ? 'sum' : formula.name
    const args: T[] = []
    if (formula.kind === 'sum') {
      for (const [name, value] of names) if (name.startsWith(`${formula.prefix}.`)) args.push(value)
    } else {
      for (const arg of formula.args) {
        const value = evaluate(arithmetic, names)(arg)
        if (isLeft(value)) return value
        args.push(value.right)
      }
    }
    const value = arithmetic.call(call, args)
    return value === undefined ? left({ _tag: 'Undefined', call }) : right(value)
  }

interface Token {
  readonly text: string
  readonly at: number
}

interface Parsed {
  readonly formula: Formula
  readonly next: number
}

/** Reads from a token on; a number is the token that has no place there. */
type Rule = (tokens: readonly Token[], at: number) => Parsed | number

const isParsed = (result: Parsed | number): result is Parsed => typeof result !== 'number'

/** Any other character is a token too, which no rule accepts. */
const tokenText = /\s*(\d+(?:\.\d+)?%?|[\p{L}_][\p{L}\p{N}_.]*|\S)/uy

const spelling: Readonly<Record<string, string>> = { '−': '-', '×': '*', '÷': '/' }

const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(new RegExp(tokenText, 'guy'))].map(({ 0: found, 1: token = '', index }) => ({
    text: spelling[token] ?? token,
    at: index + found.length - token.length,
  }))

/** Where a text becomes longer or deeper than the recursion of the rules should go; else -1. */
const excessAt = (tokens: readonly Token[]): number => {
  let depth = 0
  return tokens.findIndex(({ text }, index) => {
    depth +=
      text === '(' ? 1
      : text === ')' ? -1
      : 0
    return index === 2000 || depth > 100
  })
}

/** Operators of one level, applied from the left. */
const chain =
  (operators: string, operand: Rule): Rule =>
  (tokens, at) => {
    let parsed = operand(tokens, at)
    while (isParsed(parsed)) {
      const operator = tokens[parsed.next]?.text ?? ''
      if (operator === '' || !operators.includes(operator)) return parsed
      parsed = binary(operator, parsed.formula, operand(tokens, parsed.next + 1))
    }
    return parsed
  }

const binary = (name: string, first: Formula, second: Parsed | number): Parsed | number =>
  isParsed(second) ?
    { formula: { kind: 'call', name, args: [first, second.formula] }, next: second.next }
  : second

const signed: Rule = (tokens, at) => {
  if (tokens[at]?.text !== '-') return power(tokens, at)
  const operand = signed(tokens, at + 1)
  return isParsed(operand) ?
      { ...operand, formula: { kind: 'call', name: '-', args: [operand.formula] } }
    : operand
}

const power: Rule = (tokens, at) => {
  const base = atom(tokens, at)
  return isParsed(base) && tokens[base.next]?.text === '^' ?
      binary('^', base.formula, signed(tokens, base.next + 1))
    : base
}

const productAt = /* @__PURE__ */ chain('*/', signed)
const sumAt: Rule = (tokens, at) => chain('+-', productAt)(tokens, at)

const atom: Rule = (tokens, at) => {
  const token = tokens[at]?.text ?? ''
  const after = tokens[at + 1]?.text ?? ''
  const number = parseRatio(token)
  if (isRight(number)) return { formula: { kind: 'number', value: number.right }, next: at + 1 }
  if (token === '(') return closed(tokens, sumAt(tokens, at + 1))
  if (!isName(token)) return at
  if (token === 'Σ' && isName(after)) {
    return { formula: { kind: 'sum', prefix: after }, next: at + 2 }
  }
  return after === '(' ? call(tokens, at) : { formula: { kind: 'name', name: token }, next: at + 1 }
}

const isName = (token: string): boolean => /^[\p{L}_]/u.test(token)

const call: Rule = (tokens, at) => {
  const args: Formula[] = []
  let next = at + 1
  do {
    const arg = sumAt(tokens, next + 1)
    if (!isParsed(arg)) return arg
    args.push(arg.formula)
    next = arg.next
  } while (tokens[next]?.text === ',')
  const name = tokens[at]?.text ?? ''
  return closed(tokens, { formula: { kind: 'call', name, args }, next })
}

const closed = (tokens: readonly Token[], inner: Parsed | number): Parsed | number =>
  !isParsed(inner) ? inner
  : tokens[inner.next]?.text === ')' ? { ...inner, next: inner.next + 1 }
  : inner.next
