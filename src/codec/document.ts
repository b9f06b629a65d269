/** A document: the plain value that a text says, and where in the text each path stands. */
import type { Either } from 'fp-ts/lib/Either.js'
import type { Path } from '../core/error.js'
import type { Position, ShapeFault, TextFault } from './fault.js'
import { readJson } from './json.js'
import { readYaml } from './yaml.js'

export interface Document {
  /** Text, safe integers (of JSON), lists and records. */
  readonly value: unknown
  /** The place of a path, or of the nearest place above it that exists. */
  readonly positionOf: (path: Path) => Position
}

/** What is wrong with a text, and where each path stands as far as the text could be read. */
export interface Unread {
  readonly faults: readonly (TextFault | ShapeFault)[]
  readonly positionOf: (path: Path) => Position
}

export type Format = 'json' | 'yaml'

/** The format of a file: by its name, else JSON when the text begins with a bracket.
 * @example
 * import { formatOf } from 'data-dividend/codec'
 * formatOf('agreement.yml', '{}') // => 'yaml' */
export const formatOf = (file: string, text: string): Format =>
  /\.ya?ml$/i.test(file) ? 'yaml'
  : /\.json$/i.test(file) || /^\s*[[{]/.test(text) ? 'json'
  : 'yaml'

/** Reads a document: every scalar stays as it is written.
 * @returns Left with all faults of the text: NotReadable, SeveralDocuments, TooManyAliases,
 *   KeyTwice, and of JSON NotANumber for a number that is no safe integer
 * @example
 * import { readDocument } from 'data-dividend/codec'
 * const document = readDocument('yaml')('rate: 0.10')
 * document._tag === 'Right' && document.right.value // => { rate: '0.10' } */
export const readDocument =
  (format: Format) =>
  (text: string): Either<Unread, Document> =>
    format === 'json' ? readJson(text) : readYaml(text)
