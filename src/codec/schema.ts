/** JSON Schemas (draft 2020-12) of what the codecs read: a fold over their tags, for editors.
 *
 *  A schema knows forms; what needs the agreement (an unknown party, bands that do not rise) is
 *  for `check`. Numbers are allowed where text stands for one, since editors read YAML's 10.00 as
 *  a number, while the reader takes it as text. */
import type * as t from 'io-ts'
import { clauseNames } from '../agreement/clause.js'
import type { Bilingual } from '../core/error.js'
import { agreementCodec } from './agreement.js'
import type { Parts, Schema, StructureC } from './combine.js'
import { booksCodec } from './books.js'
import { eventsCodec } from './event.js'
import { gameCodec } from './game.js'
import type { FileKind } from './kind.js'
import { registerCodec } from './register.js'
import { rulesCodec } from './rules.js'
import { settlementCodec } from './settlement.js'
import { stateCodec } from './state.js'
import { titles } from './titles.js'
import { valuationCodec } from './valuation.js'

/** The schema of a kind of file.
 * @example
 * import { schemaOf } from 'data-dividend/codec'
 * schemaOf('agreement').required // => ['agreement', 'currency', 'flow'] */
export const schemaOf = (kind: FileKind): Schema => {
  const definitions = new Map<string, Schema>()
  const body = fold(codecs[kind], definitions)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `data-dividend/${kind}@1`,
    title: both(titles[kind]),
    ...body,
    ...(definitions.size === 0 ? {} : { $defs: Object.fromEntries(definitions) }),
  }
}

/** The kinds of files that have a schema. */
export const fileKinds: readonly FileKind[] = [
  'agreement',
  'events',
  'settlement',
  'state',
  'valuation',
  'rules',
  'game',
  'register',
  'books',
]

const codecs: Readonly<Record<FileKind, t.Mixed>> = {
  agreement: agreementCodec,
  events: eventsCodec,
  settlement: settlementCodec,
  state: stateCodec,
  valuation: valuationCodec,
  rules: rulesCodec,
  game: gameCodec,
  register: registerCodec,
  books: booksCodec,
}

/** The codecs in use: those of io-ts have a tag, ours a form. A `t.Mixed` tells neither. */
// eslint-disable-next-line functional/type-declaration-immutability -- io-ts's own classes
type Known =
  | StructureC
  | t.StringC
  | t.BooleanC
  | t.LiteralC<string>
  | t.KeyofC<Readonly<Record<string, unknown>>>
  | t.ArrayC<t.Mixed>
  | t.RecursiveType<t.Mixed>

const fold = (codec: t.Mixed, definitions: Map<string, Schema>): Schema => {
  const into = (part: t.Mixed) => fold(part, definitions)
  // Every codec of this room is one of these: the tests fold them all.
  const known = codec as unknown as Known
  if ('form' in known) return foldForm(known, into)
  switch (known._tag) {
    case 'StringType':
      return { type: 'string' }
    case 'BooleanType':
      return { type: 'boolean' }
    case 'LiteralType':
      return { const: known.value }
    case 'KeyofType':
      return { enum: Object.keys(known.keys) }
    case 'ArrayType':
      return { type: 'array', items: into(known.type) }
    case 'RecursiveType':
      return recursive(known, definitions)
  }
}

const foldForm = (codec: StructureC, into: (part: t.Mixed) => Schema): Schema => {
  switch (codec.form) {
    case 'text':
      return { type: 'string', ...codec.schema }
    case 'scalar':
      return { type: ['string', 'number'], ...codec.schema }
    case 'names':
      return {
        type: 'object',
        propertyNames: codec.keys,
        additionalProperties: into(codec.codomain),
      }
    case 'fields':
      return {
        type: 'object',
        properties: properties({ ...codec.required, ...codec.optional }, into),
        required: Object.keys(codec.required),
        additionalProperties: codec.rest === undefined ? false : into(codec.rest),
      }
    case 'oneKey':
      return {
        type: 'object',
        properties: properties(codec.kinds, into),
        minProperties: 1,
        maxProperties: 1,
        additionalProperties: false,
      }
    case 'shapes':
      return { anyOf: Object.values(codec.shapes).map(into) }
  }
}

const properties = (parts: Parts, into: (part: t.Mixed) => Schema): Schema =>
  Object.fromEntries(
    Object.entries(parts).map(([key, part]) => {
      const title = titleOf(key)
      return [key, title === undefined ? into(part) : { title: both(title), ...into(part) }]
    }),
  )

const recursive = (codec: t.RecursiveType<t.Mixed>, definitions: Map<string, Schema>): Schema => {
  const name = codec.name.replaceAll(' ', '-')
  if (!definitions.has(name)) {
    definitions.set(name, {})
    definitions.set(name, fold(codec.runDefinition(), definitions))
  }
  return { $ref: `#/$defs/${name}` }
}

const titleOf = (key: string): Bilingual | undefined => {
  const all: Readonly<Record<string, Bilingual>> = { ...titles, ...clauseNames }
  return Object.hasOwn(all, key) ? all[key] : undefined
}

const both = ({ en, zh }: Bilingual): string => `${en} ${zh}`
