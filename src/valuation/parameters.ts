/** The parameters of a valuation file as figures, each made once and used by its name. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { derive, leaf, type Bilingual, type Figure, type Path } from '../core/index.js'
import type { ValuationFault } from './fault.js'
import { checkNumber, checkWhole, figureOf, firstOf, growing } from './given.js'
import type { OneMethod, Parameter, Said } from './valuation-file.js'
import type { Worth } from './worth.js'

/** A figure, or a list of one a period. */
export type Parameters = ReadonlyMap<string, Figure | readonly Figure[]>

export type RunMethod = (
  by: OneMethod,
  known: Parameters,
  path: Path,
) => Either<ValuationFault, { readonly worth: Worth }>

const ways = ['value', 'values', 'formula', 'growing', 'by'] as const

/** The parameters of a file; each may use those above it.
 * @returns Left ParameterNotOne, UnknownParameter, NotARatio, NotWhole or a method's fault */
export const parametersOf = (
  parameters: Readonly<Record<string, Parameter>>,
  runMethod: RunMethod,
): Either<ValuationFault, Parameters> => {
  const known = new Map<string, Figure | readonly Figure[]>()
  for (const [name, parameter] of Object.entries(parameters)) {
    const figure = figureOfParameter(parameter, known, runMethod, ['parameters', name])
    if (isLeft(figure)) return figure
    known.set(name, figure.right)
  }
  return right(known)
}

/** A record with `$name` replaced by figures and numbers by their digits.
 * @returns Left UnknownParameter */
export const resolve = (
  known: Parameters,
  path: Path,
  value: unknown,
): Either<ValuationFault, unknown> => {
  if (typeof value === 'number') return right(String(value))
  if (typeof value === 'string' && value.startsWith('$')) {
    const found = known.get(value.slice(1))
    return found === undefined ?
        left({ _tag: 'UnknownParameter', name: value.slice(1), path })
      : right(found)
  }
  if (typeof value !== 'object' || value === null) return right(value)
  const entries: [string, unknown][] = []
  for (const [key, item] of Object.entries(value)) {
    const inner = resolve(known, [...path, Array.isArray(value) ? Number(key) : key], item)
    if (isLeft(inner)) return inner
    entries.push([key, inner.right])
  }
  return right(Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries))
}

/** Text in one language.
 * @example
 * import { said } from 'data-dividend/valuation'
 * said({ en: 'rate', zh: '折现率' }, 'zh') // => '折现率' */
export const said = (text: Said, lang: keyof Bilingual): string =>
  typeof text === 'string' ? text : text[lang]

const figureOfParameter = (
  parameter: Parameter,
  known: Parameters,
  runMethod: RunMethod,
  path: Path,
): Either<ValuationFault, Figure | readonly Figure[]> => {
  const given = ways.filter((way) => parameter[way] !== undefined)
  if (given.length !== 1) return left({ _tag: 'ParameterNotOne', given, path })
  const { value, values, formula, growing: grown, by } = parameter
  const about = {
    source: parameter.source,
    ...(parameter.title !== undefined && { title: both(parameter.title) }),
  }
  const fault = value === undefined ? undefined : checkNumber([...path, 'value'], String(value))
  if (fault !== undefined) return left(fault)
  if (value !== undefined) return right(leaf(String(value), about))
  if (values !== undefined) {
    const texts = values.map(String)
    const wrong = firstOf(texts, (text, i) => checkNumber([...path, 'values', i], text))
    return wrong === undefined ? right(texts.map((text) => leaf(text, about))) : left(wrong)
  }
  if (formula !== undefined) return right(derive(formula, namesIn(formula, known), about))
  if (grown !== undefined) {
    const inputs = resolve(known, [...path, 'growing'], grown)
    if (isLeft(inputs)) return inputs
    const { first, growth, periods } = inputs.right as Readonly<Record<string, string | Figure>>
    const wrong = checkWhole([...path, 'growing', 'periods'], periods ?? '0')
    const [start, rate] = [first, growth].map((given) => figureOf(given ?? '0', about))
    return wrong === undefined ?
        right(growing(start ?? '0', rate ?? '0', Number(periods)))
      : left(wrong)
  }
  const worth = runMethod(by ?? {}, known, path)
  return isLeft(worth) ? worth : right(worth.right.worth.figure)
}

/** The figures that a formula names. */
const namesIn = (formula: string, known: Parameters): Readonly<Record<string, Figure>> =>
  Object.fromEntries(
    [...new Set(formula.match(/[\p{L}_][\p{L}\p{N}_.]*/gu))].flatMap((name) => {
      const figure = known.get(name)
      return figure === undefined || Array.isArray(figure) ? [] : [[name, figure as Figure]]
    }),
  )

const both = (text: Said): Bilingual => (typeof text === 'string' ? { en: text, zh: text } : text)
