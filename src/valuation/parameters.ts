/** The parameters of a valuation file as figures, each made once and used by its name. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { derive, leaf, type Bilingual, type Figure, type Path } from '../core/index.js'
import type { ValuationFault, ValuationWarning } from './fault.js'
import { checkNumber, checkWhole, figureOf, firstOf, growing } from './given.js'
import { itemOf, listOf, listWays } from './parameter-lists.js'
import type { OneMethod, Parameter, Said } from './valuation-file.js'
import type { Worth } from './worth.js'

/** A figure, or a list of one a period. */
export type Parameters = ReadonlyMap<string, Figure | readonly Figure[]>

/** What is worth a look about a parameter. */
export interface ParameterWarning {
  readonly name: string
  readonly warning: ValuationWarning
}

export interface Known {
  readonly parameters: Parameters
  readonly warnings: readonly ParameterWarning[]
}

export type RunMethod = (
  by: OneMethod,
  known: Parameters,
  path: Path,
) => Either<ValuationFault, { readonly worth: Worth }>

const ways = ['value', 'values', 'formula', 'growing', 'by', ...listWays] as const

/** The parameters of a file; each may use those above it.
 * @returns Left ParameterNotOne, UnknownParameter, NotARatio, NotWhole or a method's fault */
export const parametersOf = (
  parameters: Readonly<Record<string, Parameter>>,
  runMethod: RunMethod,
): Either<ValuationFault, Known> => {
  const known = new Map<string, Figure | readonly Figure[]>()
  const warnings: ParameterWarning[] = []
  for (const [name, parameter] of Object.entries(parameters)) {
    const found = figureOfParameter(parameter, known, runMethod, ['parameters', name])
    if (isLeft(found)) return found
    known.set(name, found.right.figure)
    warnings.push(...found.right.warnings.map((warning) => ({ name, warning })))
  }
  return right({ parameters: known, warnings })
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
    const name = value.slice(1)
    const found = known.get(name) ?? itemOf(known, name)
    return found === undefined ? left({ _tag: 'UnknownParameter', name, path }) : right(found)
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
): Either<ValuationFault, FoundParameter> => {
  const given = ways.filter((way) => parameter[way] !== undefined)
  if (given.length !== 1) return left({ _tag: 'ParameterNotOne', given, path })
  const { value, values, formula, growing: grown, by } = parameter
  const about = {
    source: parameter.source,
    ...(parameter.title !== undefined && { title: both(parameter.title) }),
  }
  const fault = value === undefined ? undefined : checkNumber([...path, 'value'], String(value))
  if (fault !== undefined) return left(fault)
  if (value !== undefined) return found(leaf(String(value), about))
  if (values !== undefined) {
    const texts = values.map(String)
    const wrong = firstOf(texts, (text, i) => checkNumber([...path, 'values', i], text))
    return wrong === undefined ? found(texts.map((text) => leaf(text, about))) : left(wrong)
  }
  if (formula !== undefined) return found(derive(formula, namesIn(formula, known), about))
  if (grown !== undefined) {
    const inputs = resolve(known, [...path, 'growing'], grown)
    if (isLeft(inputs)) return inputs
    const { first, growth, periods } = inputs.right as Readonly<Record<string, string | Figure>>
    const wrong = checkWhole([...path, 'growing', 'periods'], periods ?? '0')
    const [start, rate] = [first, growth].map((given) => figureOf(given ?? '0', about))
    return wrong === undefined ?
        found(growing(start ?? '0', rate ?? '0', Number(periods)))
      : left(wrong)
  }
  const way = listWays.find((one) => parameter[one] !== undefined)
  if (way !== undefined) {
    const record = resolve(known, [...path, way], parameter[way])
    if (isLeft(record)) return record
    const listed = listOf(way, record.right, about, [...path, way])
    return isLeft(listed) ? listed : (
        right({ figure: listed.right.figures, warnings: listed.right.warnings })
      )
  }
  const worth = runMethod(by ?? {}, known, path)
  return isLeft(worth) ? worth : (
      right({ figure: worth.right.worth.figure, warnings: worth.right.worth.warnings })
    )
}

interface FoundParameter {
  readonly figure: Figure | readonly Figure[]
  readonly warnings: readonly ValuationWarning[]
}

const found = (figure: Figure | readonly Figure[]): Either<never, FoundParameter> =>
  right({ figure, warnings: [] })

/** The figures that a formula names. */
const namesIn = (formula: string, known: Parameters): Readonly<Record<string, Figure>> =>
  Object.fromEntries(
    [...new Set(formula.match(/[\p{L}_][\p{L}\p{N}_.]*/gu))].flatMap((name) => {
      const figure = known.get(name) ?? itemOf(known, name)
      return figure === undefined || Array.isArray(figure) ? [] : [[name, figure as Figure]]
    }),
  )

const both = (text: Said): Bilingual => (typeof text === 'string' ? { en: text, zh: text } : text)
