/** What io-ts found wrong, as faults with the path of the document.
 *
 *  One fault a place. Entries of a context whose parent is an intersection or a union are
 *  dropped, since they name members of types and no keys; of a union only the first member that
 *  came furthest is told. */
import type { Errors, ValidationError } from 'io-ts'
import type { Path } from '../core/error.js'
import type { ShapeFault } from './fault.js'
import type { UnknownKeyC } from './combine.js'

/** The faults of a failed decoding.
 * @example
 * import { agreementCodec, faultsOf } from 'data-dividend/codec'
 * import { mapLeft } from 'fp-ts/lib/Either.js'
 * mapLeft(faultsOf)(agreementCodec.decode({ agreement: 'pair', flow: [] }))
 * // => left([{ _tag: 'KeyMissing', key: 'currency', path: ['currency'] }]) */
export const faultsOf = (errors: Errors): readonly ShapeFault[] => {
  const seen = new Set<string>()
  return errors.map(faultOf).filter(({ path }) => {
    const key = JSON.stringify(path)
    return !seen.has(key) && seen.add(key)
  })
}

const faultOf = ({ value, context }: ValidationError): ShapeFault => {
  const path = pathOf(context)
  const type = context.at(-1)?.type
  const key = String(path.at(-1) ?? '')
  if (type !== undefined && 'nearest' in type) {
    const { nearest } = type as UnknownKeyC
    return { _tag: 'UnknownKey', key, nearest, path }
  }
  if (value === undefined && path.length > 0) return { _tag: 'KeyMissing', key, path }
  if (type !== undefined && 'form' in type && type.form === 'oneKey' && isRecord(value)) {
    return { _tag: 'StepOfOneKind', given: Object.keys(value), path }
  }
  return { _tag: 'WrongType', expected: type?.name ?? '', received: shown(value), path }
}

/** io-ts types each carry a `_tag`, which their common type does not know of. */
const tagOf = (type: object | undefined): unknown =>
  type !== undefined && '_tag' in type ? type._tag : undefined

const pathOf = (context: ValidationError['context']): Path =>
  context.flatMap(({ key }, index) => {
    const parent = context[index - 1]
    const tag = tagOf(parent?.type)
    if (parent === undefined || tag === 'IntersectionType' || tag === 'UnionType') return []
    return [Array.isArray(parent.actual) ? Number(key) : key]
  })

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null

/** A value as a reader finds it again: short, in its own words. */
const shown = (value: unknown): string =>
  Array.isArray(value) ? 'a list'
  : isRecord(value) ? 'a record'
  : typeof value === 'string' ? JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)
  : typeof value === 'number' ? `the number ${String(value)}`
  : String(value)
