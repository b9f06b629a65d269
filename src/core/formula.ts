/** Formulas as text that people read and programs recompute: `halfUp(base × rate, 2)`.
 *
 *  Numbers (`12.5`, `8%`), names, + − × ÷ ^ (also * and /), brackets, calls, and `Σ year`, which
 *  adds all names that begin with `year.`. The same formula is worked out over exact ratios or
 *  over decimals, by the arithmetic it is given. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
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
 * @returns Left NotAFormula with the position where reading stopped */
export const parseFormula = (text: string): Either<FormulaFault, Formula> => {
  const tokens = tokensOf(text)
  const parsed = tokens === undefined ? undefined : sumAt(tokens, 0)
  return tokens !== undefined && parsed?.next === tokens.length ?
      right(parsed.formula)
    : left({ _tag: 'NotAFormula', text, at: tokens?.[parsed?.next ?? 0]?.at ?? text.length })
}

/** Works a formula out.
 * @param names the values of its names
 * @returns Left UnknownName, or Left Undefined where an operation has no value */
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

const tokenText = /\s*(\d+(?:\.\d+)?%?|[\p{L}_][\p{L}\p{N}_.]*|[-+−*×/÷^(),])/uy

const spelling: Readonly<Record<string, string>> = { '−': '-', '×': '*', '÷': '/' }

const tokensOf = (text: string): readonly Token[] | undefined => {
  const body = text.trimEnd()
  const tokens: Token[] = []
  const reader = new RegExp(tokenText)
  for (let found = reader.exec(body); found !== null; found = reader.exec(body)) {
    const token = found[1] ?? ''
    tokens.push({ text: spelling[token] ?? token, at: reader.lastIndex - token.length })
    if (reader.lastIndex === body.length) return tokens
  }
  return undefined
}

type Rule = (tokens: readonly Token[], at: number) => Parsed | undefined

/** Operators of one level, applied from the left. */
const chain =
  (operators: string, operand: Rule): Rule =>
  (tokens, at) => {
    let parsed = operand(tokens, at)
    while (parsed !== undefined) {
      const operator = tokens[parsed.next]?.text ?? ''
      if (operator === '' || !operators.includes(operator)) return parsed
      const right = operand(tokens, parsed.next + 1)
      parsed = right && binary(operator, parsed.formula, right)
    }
    return undefined
  }

const binary = (name: string, first: Formula, second: Parsed): Parsed => ({
  formula: { kind: 'call', name, args: [first, second.formula] },
  next: second.next,
})

const signed: Rule = (tokens, at) => {
  if (tokens[at]?.text !== '-') return power(tokens, at)
  const operand = signed(tokens, at + 1)
  return operand && { ...operand, formula: { kind: 'call', name: '-', args: [operand.formula] } }
}

const power: Rule = (tokens, at) => {
  const base = atom(tokens, at)
  if (base === undefined || tokens[base.next]?.text !== '^') return base
  const exponent = signed(tokens, base.next + 1)
  return exponent && binary('^', base.formula, exponent)
}

const productAt = chain('*/', signed)
const sumAt: Rule = (tokens, at) => chain('+-', productAt)(tokens, at)

const atom: Rule = (tokens, at) => {
  const token = tokens[at]?.text ?? ''
  const after = tokens[at + 1]?.text
  const number = parseRatio(token)
  if (!isLeft(number)) return { formula: { kind: 'number', value: number.right }, next: at + 1 }
  if (token === '(') {
    const inner = sumAt(tokens, at + 1)
    return inner && tokens[inner.next]?.text === ')' ?
        { ...inner, next: inner.next + 1 }
      : undefined
  }
  if (!/^[\p{L}_]/u.test(token)) return undefined
  if (token === 'Σ' && after !== undefined && /^[\p{L}_]/u.test(after)) {
    return { formula: { kind: 'sum', prefix: after }, next: at + 2 }
  }
  return after === '(' ? call(tokens, at) : { formula: { kind: 'name', name: token }, next: at + 1 }
}

const call = (tokens: readonly Token[], at: number): Parsed | undefined => {
  const args: Formula[] = []
  let next = at + 1
  do {
    const arg = sumAt(tokens, next + 1)
    if (arg === undefined) return undefined
    args.push(arg.formula)
    next = arg.next
  } while (tokens[next]?.text === ',')
  return tokens[next]?.text === ')' ?
      { formula: { kind: 'call', name: tokens[at]?.text ?? '', args }, next: next + 1 }
    : undefined
}
