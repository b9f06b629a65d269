/** Bytes to text: UTF-8, UTF-16 with its mark, else GB18030, which Excel writes in China.
 *
 *  UTF-8 is told from GB18030 by reading all of it: hardly any GB18030 text is well-formed UTF-8.
 *  So the bytes are gone through twice, and a source must be able to begin anew. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { TextFault } from './fault.js'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** Bytes in pieces, as a file or a pipe gives them. */
// eslint-disable-next-line functional/type-declaration-immutability -- Node's own; nobody writes
export type Bytes = AsyncIterable<Uint8Array>

/** The encoding of a file.
 * @returns Left EmptyFile when there is nothing or nothing but blanks; Left NotText for bytes that
 *   no text has
 * @example
 * import { encodingOf } from 'data-dividend/codec'
 * const bytes = async function* () { yield new Uint8Array([0xb2, 0xc9, 0xbc, 0xaf]) }
 * await encodingOf(bytes()) // => right('gb18030') */
export const encodingOf = async (bytes: Bytes): Promise<Either<TextFault, Encoding>> => {
  const candidates = { 'utf-8': strictly('utf-8'), gb18030: strictly('gb18030') }
  let [marked, blank, first] = [undefined as Encoding | undefined, true, true]
  for await (const piece of bytes) {
    if (first && piece.length > 0) {
      marked = markOf(piece)
      first = false
    }
    blank &&= piece.every((byte) => blanks.has(byte))
    if (marked !== undefined) continue
    if (piece.includes(0)) return left({ _tag: 'NotText' })
    candidates['utf-8'].feed(piece)
    candidates.gb18030.feed(piece)
  }
  if (blank) return left({ _tag: 'EmptyFile' })
  if (marked !== undefined) return right(marked)
  if (candidates['utf-8'].ended()) return right('utf-8')
  return candidates.gb18030.ended() ? right('gb18030') : left({ _tag: 'NotText' })
}

/** The text of a file in pieces, without its mark.
 * @example
 * import { decodeAs } from 'data-dividend/codec'
 * const bytes = async function* () { yield new Uint8Array([0xb2, 0xc9, 0xbc, 0xaf]) }
 * const pieces = []
 * for await (const piece of decodeAs('gb18030')(bytes())) pieces.push(piece)
 * pieces.join('') // => '采集' */
export const decodeAs = (encoding: Encoding) =>
  async function* (bytes: Bytes): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding)
    for await (const piece of bytes) yield decoder.decode(piece, { stream: true })
    yield decoder.decode()
  }

const blanks: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf])

const markOf = ([a, b]: Uint8Array): Encoding | undefined =>
  a === 0xff && b === 0xfe ? 'utf-16le'
  : a === 0xfe && b === 0xff ? 'utf-16be'
  : undefined

/** Whether pieces decode without a fault. The platform tells a fault only by throwing. */
const strictly = (encoding: Encoding) => {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let fine = true
  const decode = (piece?: Uint8Array): void => {
    if (!fine) return
    try {
      decoder.decode(piece, { stream: piece !== undefined })
    } catch {
      fine = false
    }
  }
  return {
    feed: decode,
    ended: () => {
      decode()
      return fine
    },
  }
}
