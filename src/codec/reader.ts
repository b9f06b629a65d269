/** From text to document, by its format. */
import type { Either } from 'fp-ts/lib/Either.js'
import type { Document, Format, Unread } from './document.js'
import { readJson } from './json.js'
import { readYaml } from './yaml.js'

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
