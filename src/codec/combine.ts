/** Codecs of documents: io-ts with four combinators of its own, whose faults are told once.
 *
 *  A record says which keys it may have; a choice is made by the shape of the value (text, list
 *  or record), not by trial. Decoding changes nothing, so that a path of the value is a path of
 *  the document. Each carries its parts, for the fold that makes the JSON Schema. */
import { isRight } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { isName } from '../agreement/read.js'
import { nearestTo } from './nearest.js'

/** A value that may be a safe integer of JSON or text. */
export interface ScalarC extends t.Type<string | number> {
  readonly form: 'scalar'
  readonly schema: Schema
}

/** Text that the schema knows more of than the codec. */
export interface TextC extends t.Type<string> {
  readonly form: 'text'
  readonly schema: Schema
}

export type Schema = Readonly<Record<string, unknown>>

/** A record of some keys and no other, unless `rest` says what others are. */
export interface FieldsC<A> extends t.Type<A> {
  readonly form: 'fields'
  readonly required: Parts
  readonly optional: Parts
  readonly rest?: t.Mixed
}

/** A record of any names. */
export interface NamesC<A> extends t.Type<Readonly<Record<string, A>>> {
  readonly form: 'names'
  readonly codomain: t.Mixed
  /** What the schema says of the names. */
  readonly keys: Schema
}

/** A record of exactly one key, which names its kind. */
export interface OneKeyC<A> extends t.Type<A> {
  readonly form: 'oneKey'
  readonly kinds: Parts
}

/** One of several, told apart by shape. */
export interface ShapesC<A> extends t.Type<A> {
  readonly form: 'shapes'
  readonly shapes: Readonly<Partial<Record<Shape, t.Mixed>>>
}

/** The codecs of this file. */
export type StructureC =
  ScalarC | TextC | FieldsC<unknown> | NamesC<unknown> | OneKeyC<unknown> | ShapesC<unknown>

/** A codec under the type of what it decodes. The compiler does not follow it there: the types have
 * forms of records that share keys, and rules between keys that `check` holds, not the shape. */
export const typed = <A>(codec: t.Mixed): t.Type<A> => codec

/** The codecs of the keys of a record. */
export type Parts = Readonly<Record<string, t.Mixed>>

export type Shape = 'scalar' | 'list' | 'record'

/** Where a key stands that is not known; never decodes. */
export interface UnknownKeyC extends t.NeverType {
  readonly nearest: readonly string[]
}

export const scalar = (name: string, schema: Schema): ScalarC =>
  Object.assign(
    simple(name, (u): u is string | number => typeof u === 'string' || typeof u === 'number'),
    { form: 'scalar' as const, schema },
  )

export const text = (name: string, schema: Schema): TextC =>
  Object.assign(
    simple(name, (u): u is string => typeof u === 'string'),
    {
      form: 'text' as const,
      schema,
    },
  )

export const fields = <R extends t.Props, O extends t.Props>(
  name: string,
  required: R,
  optional: O,
  rest?: t.Mixed,
): FieldsC<
  { readonly [K in keyof R]: t.TypeOf<R[K]> } & { readonly [K in keyof O]?: t.TypeOf<O[K]> }
> => {
  type Fields = { readonly [K in keyof R]: t.TypeOf<R[K]> } & {
    readonly [K in keyof O]?: t.TypeOf<O[K]>
  }
  const known = [...Object.keys(required), ...Object.keys(optional)]
  const codecOf = (key: string): t.Mixed | undefined =>
    Object.hasOwn(required, key) ? required[key]
    : Object.hasOwn(optional, key) ? optional[key]
    : isName(key) ? rest
    : undefined
  const codec = checked<Fields>(name, (u, context) => {
    if (!isRecord(u)) return [{ value: u, context }]
    const missing = Object.keys(required)
      .filter((key) => !Object.hasOwn(u, key))
      .map((key) => ({ value: undefined, context: below(context, key, required[key], undefined) }))
    return [...missing, ...keysWith(u, context, known, codecOf)]
  })
  return Object.assign(codec, {
    form: 'fields' as const,
    required,
    optional,
    ...(rest === undefined ? {} : { rest }),
  })
}

export const names = <C extends t.Mixed>(
  name: string,
  codomain: C,
  keys: Schema = {},
): NamesC<t.TypeOf<C>> =>
  Object.assign(
    checked<Readonly<Record<string, t.TypeOf<C>>>>(name, (u, context) =>
      isRecord(u) ? keysWith(u, context, [], () => codomain) : [{ value: u, context }],
    ),
    { form: 'names' as const, codomain, keys },
  )

export const oneKey = <P extends t.Props>(
  name: string,
  kinds: P,
): OneKeyC<{ [K in keyof P]: { readonly [L in K]: t.TypeOf<P[K]> } }[keyof P]> => {
  type OneKey = { [K in keyof P]: { readonly [L in K]: t.TypeOf<P[K]> } }[keyof P]
  const codec = checked<OneKey>(name, (u, context) => {
    if (!isRecord(u) || Object.keys(u).length !== 1) return [{ value: u, context }]
    return keysWith(u, context, Object.keys(kinds), (key) =>
      Object.hasOwn(kinds, key) ? kinds[key] : undefined,
    )
  })
  return Object.assign(codec, { form: 'oneKey' as const, kinds })
}

export const shapes = <S extends Readonly<Partial<Record<Shape, t.Mixed>>>>(
  name: string,
  of: S,
): ShapesC<t.TypeOf<Extract<S[keyof S], t.Mixed>>> =>
  Object.assign(
    checked<t.TypeOf<Extract<S[keyof S], t.Mixed>>>(name, (u, context) => {
      const codec = of[shapeOf(u)]
      return codec === undefined ? [{ value: u, context }] : errorsOf(codec, u, context)
    }),
    { form: 'shapes' as const, shapes: of },
  )

const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

const shapeOf = (u: unknown): Shape =>
  Array.isArray(u) ? 'list'
  : isRecord(u) ? 'record'
  : 'scalar'

const simple = <A>(name: string, is: t.Is<A>): t.Type<A> =>
  new t.Type<A>(name, is, (u, context) => (is(u) ? t.success(u) : t.failure(u, context)), identity)

/** A codec from what is wrong with a value; what is not wrong is taken as it is. */
const checked = <A>(
  name: string,
  wrong: (u: unknown, context: t.Context) => t.Errors,
): t.Type<A> => {
  const validate: t.Validate<unknown, A> = (u, context) => {
    const errors = wrong(u, context)
    // What `wrong` finds nothing in is an A: it checks every key of it.
    return errors.length > 0 ? t.failures(errors) : t.success(u as A)
  }
  return new t.Type<A>(name, (u): u is A => isRight(validate(u, [])), validate, identity)
}

const identity = <A>(a: A): A => a

const keysWith = (
  u: Readonly<Record<string, unknown>>,
  context: t.Context,
  known: readonly string[],
  codecOf: (key: string) => t.Mixed | undefined,
): t.Errors =>
  Object.keys(u).flatMap((key) => {
    const codec = codecOf(key)
    const value = u[key]
    return codec === undefined ?
        [{ value, context: below(context, key, unknownKey(nearestTo(known)(key)), value) }]
      : errorsOf(codec, value, below(context, key, codec, value))
  })

const below = (
  context: t.Context,
  key: string,
  type: t.Mixed | UnknownKeyC | undefined,
  actual: unknown,
): t.Context => [...context, { key, type: type ?? t.never, actual }]

const errorsOf = (codec: t.Mixed, u: unknown, context: t.Context): t.Errors => {
  const result = codec.validate(u, context)
  return isRight(result) ? [] : result.left
}

const unknownKey = (nearest: readonly string[]): UnknownKeyC =>
  Object.assign(new t.NeverType(), { nearest })
