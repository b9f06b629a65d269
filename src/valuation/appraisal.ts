/** A valuation from its file: parameters with sources, methods with reasons, one conclusion.
 *
 *  A text `$name` in an input stands for the parameter of that name, which is then one figure
 *  wherever it is used. The conclusion is the weighted value of the methods, to 50 digits, and is
 *  rounded once. Source: 中评协〔2023〕17号, article 18 (what a report discloses). */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { parseDate, type CivilDate, type Path, type StreamFault } from '../core/index.js'
import type { ValuationFault } from './fault.js'
import type { Given } from './given.js'
import type { Method } from './method.js'
import { parametersOf, resolve, type Parameters, type ParameterWarning } from './parameters.js'
import { qualityScore, type QualityInput } from './quality.js'
import { reconcile, type Opinion } from './reconcile.js'
import { methodOf } from './registry.js'
import { examine, type Examination } from './examination.js'
import type { Discount } from './time.js'
import type { DiscountWritten, OneMethod, ValuationFile } from './valuation-file.js'
import type { Worth } from './worth.js'

export interface Appraisal extends Examination {
  readonly file: ValuationFile
  readonly parameters: Parameters
  /** What is worth a look about parameters; methods have their own. */
  readonly warnings: readonly ParameterWarning[]
  readonly quality?: Worth
  readonly methods: readonly Appraised[]
  /** The weighted value with its whole tree. */
  readonly value: Worth
  /** (max − min) / mean of the methods. */
  readonly spread?: Worth
}

export interface Appraised {
  readonly name: string
  readonly method: Method
  readonly worth: Worth
}

/** Values what a file describes.
 * @returns Left what is wrong with a parameter, a method's input, a weight, or what is asked of
 *   the value, each with its path in the file
 * laws: the value lies within the range of the methods
 * @example
 * import { orThrow } from 'data-dividend'
 * import { appraise, roundedWorth } from 'data-dividend/valuation'
 * const { value } = orThrow(appraise({
 *   valuation: 'sensor-data', date: '2026-06-30', currency: 'CNY',
 *   parameters: { rate: { value: '10%', source: 'board paper 7' } },
 *   methods: { income: {
 *     by: { 'income.direct': { ebit: ['110', '121'] } },
 *     discount: { rate: '$rate', timing: 'end' }, reason: 'the flows are contracted',
 *   } },
 *   reconcile: { income: { weight: '1', reason: 'the only method' } },
 * }))
 * roundedWorth(2)(value) // => '200.00' */
export const appraise = (file: ValuationFile): Either<ValuationFault | StreamFault, Appraisal> => {
  const date = parseDate(file.date)
  if (isLeft(date)) return left({ ...date.left, path: ['date'] })
  const known = parametersOf(file.parameters ?? {}, runMethod)
  if (isLeft(known)) return known
  const { parameters, warnings } = known.right
  const methods: Appraised[] = []
  for (const [name, use] of Object.entries(file.methods)) {
    const path = ['methods', name]
    const discount = discountOf(parameters, date.right, use.discount, [...path, 'discount'])
    if (isLeft(discount)) return discount
    const worth = runMethod(use.by, parameters, path, discount.right)
    if (isLeft(worth)) return worth
    methods.push({ name, ...worth.right })
  }
  const quality = qualityOf(file.quality, parameters)
  if (quality !== undefined && isLeft(quality)) return quality
  const value = concluded(file, methods, parameters)
  if (isLeft(value)) return value
  const examined = examine(file, value.right.value)
  if (isLeft(examined)) return examined
  return right({
    file,
    parameters,
    warnings,
    methods,
    ...value.right,
    ...examined.right,
    ...(quality && { quality: quality.right }),
  })
}

type Found = Either<ValuationFault, { readonly method: Method; readonly worth: Worth }>

const runMethod = (by: OneMethod, known: Parameters, path: Path, discount?: Discount): Found => {
  const [id = '', ...others] = Object.keys(by)
  const method = methodOf(id)
  if (method === undefined || others.length > 0) {
    return left({ _tag: 'UnknownMethod', method: id, path: [...path, 'by'] })
  }
  const input = resolve(known, [...path, 'by', id], by[id])
  if (isLeft(input)) return input
  if (method.discounts && discount === undefined) {
    return left({ _tag: 'DiscountMissing', method: id, path: [...path, 'discount'] })
  }
  // The codec has checked the record of this method; a method without discounting looks at none.
  const worth = method.value({ discount: discount ?? undiscounted })(input.right as never)
  return isLeft(worth) ? left(placed(worth.left, path, id)) : right({ method, worth: worth.right })
}

const undiscounted: Discount = { rate: '0', timing: 'end' }

/** A fault of a method has its path in the method's record, or in its discount. */
const placed = (fault: ValuationFault, path: Path, id: string): ValuationFault =>
  'path' in fault ?
    {
      ...fault,
      path:
        fault.path[0] === 'discount' ?
          [...path, ...fault.path]
        : [...path, 'by', id, ...fault.path],
    }
  : fault

const discountOf = (
  known: Parameters,
  from: CivilDate,
  written: DiscountWritten | undefined,
  path: Path,
): Either<ValuationFault, Discount | undefined> => {
  if (written === undefined) return right(undefined)
  const rate = resolve(known, [...path, 'rate'], written.rate)
  if (isLeft(rate)) return rate
  const given = rate.right as Given
  if (written.timing !== 'dated') {
    const stub = written.stub === undefined ? {} : { stub: String(written.stub) }
    return right({ rate: given, timing: written.timing, ...stub })
  }
  const dates: CivilDate[] = []
  for (const [i, text] of (written.dates ?? []).entries()) {
    const date = parseDate(text)
    if (isLeft(date)) return left({ ...date.left, path: [...path, 'dates', i] })
    dates.push(date.right)
  }
  return right({ rate: given, timing: 'dated', from, dates })
}

const qualityOf = (
  quality: ValuationFile['quality'],
  known: Parameters,
): Either<ValuationFault, Worth> | undefined => {
  if (quality === undefined) return undefined
  const input = resolve(known, ['quality'], quality)
  if (isLeft(input)) return input
  // The codec has checked it.
  const score = qualityScore(input.right as QualityInput)
  return isLeft(score) && 'path' in score.left ?
      left({ ...score.left, path: ['quality', ...score.left.path] })
    : score
}

const concluded = (
  file: ValuationFile,
  methods: readonly Appraised[],
  known: Parameters,
): Either<ValuationFault, Pick<Appraisal, 'value' | 'spread'>> => {
  const unknown = Object.keys(file.reconcile).find((name) => !methods.some((m) => m.name === name))
  if (unknown !== undefined) {
    return left({
      _tag: 'UnknownParameter' as const,
      name: unknown,
      path: ['reconcile', unknown],
    })
  }
  const opinions: Record<string, Opinion> = {}
  for (const { name, worth } of methods) {
    const path = ['reconcile', name, 'weight']
    const weight = resolve(known, path, String(file.reconcile[name]?.weight ?? '0'))
    if (isLeft(weight)) return weight
    // A name stands for a figure; a list of them is no weight.
    if (Array.isArray(weight.right)) return left({ _tag: 'NotARatio', text: '[]', path } as const)
    opinions[name] = { value: worth.figure, weight: weight.right as Given, reason: '' }
  }
  const done = reconcile(opinions)
  if (isLeft(done)) return left(namedWeight(methods, done.left))
  const { value, spread } = done.right
  return right({ value, ...(spread && { spread }) })
}

/** A fault of a weight by the name of its method. */
const namedWeight = (methods: readonly Appraised[], fault: ValuationFault): ValuationFault => {
  if (!('path' in fault)) return fault
  const [, at] = fault.path
  return typeof at === 'number' ?
      { ...fault, path: ['reconcile', methods[at]?.name ?? at, 'weight'] }
    : fault
}
