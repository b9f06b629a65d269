import { left, right } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeAs, encodingOf } from 'data-dividend/codec'

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve()
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const read = async (bytes: Uint8Array, size: number): Promise<unknown> => {
  const encoding = await encodingOf(pieces(bytes, size))
  if (encoding._tag === 'Left') return encoding.left._tag
  const texts: string[] = []
  for await (const text of decodeAs(encoding.right)(pieces(bytes, size))) texts.push(text)
  return texts.join('')
}

const unicode = fc
  .string({ unit: 'binary', minLength: 1 })
  .filter((text) => text.trim() !== '' && !text.includes('\0') && !text.startsWith('\ufeff'))

describe('laws', () => {
  it('text in UTF-8 and UTF-16 is read as it was written, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(unicode, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        expect(await read(Buffer.from(text), size)).toBe(text)
        expect(await read(iconv.encode(text, 'utf8', { addBOM: true }), size)).toBe(text)
        const marked = iconv.encode(text, 'utf16le', { addBOM: true })
        expect(await read(marked, Math.max(2, size))).toBe(text)
      }),
    )
  })

  it('Chinese text in GB18030 is read as it was written', async () => {
    const chinese = fc.string({
      unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code)),
      minLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(chinese, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        const bytes = iconv.encode(text, 'gb18030')
        const utf8 = Buffer.from(bytes.toString()).equals(bytes)
        fc.pre(!utf8)
        expect(await read(bytes, size)).toBe(text)
      }),
    )
  })
})

describe('edges', () => {
  it.each([
    ['nothing', [], 'EmptyFile'],
    ['a mark alone', [0xef, 0xbb, 0xbf], 'EmptyFile'],
    ['blanks', [0x20, 0x0d, 0x0a], 'EmptyFile'],
    ['a zero byte', [0x61, 0x00], 'NotText'],
    ['bytes of no encoding', [0x61, 0xff, 0xff], 'NotText'],
    ['a character cut off', [0x61, 0x81], 'NotText'],
  ])('%s: %j is %s', async (_, bytes, tag) => {
    expect(await encodingOf(pieces(Uint8Array.from(bytes), 2))).toEqual(left({ _tag: tag }))
  })

  it('UTF-16 with the mark of the other order is read too', async () => {
    const bytes = iconv.encode('采集', 'utf16be', { addBOM: true })
    expect(await encodingOf(pieces(bytes, 8))).toEqual(right('utf-16be'))
    expect(await read(bytes, 8)).toBe('采集')
  })
})
