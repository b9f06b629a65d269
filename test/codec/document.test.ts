import { left, map, mapLeft, right } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatOf, readDocument, type Format } from 'data-dividend/codec'

const valueOf = (format: Format, text: string) =>
  mapLeft(({ faults }: { readonly faults: unknown }) => faults)(
    map(({ value }: { readonly value: unknown }) => value)(readDocument(format)(text)),
  )

const placeOf = (format: Format, text: string, path: readonly (string | number)[]) => {
  const document = readDocument(format)(text)
  return (document._tag === 'Right' ? document.right : document.left).positionOf(path)
}

describe('laws', () => {
  it('JSON of texts, whole numbers, lists and records is read as the platform reads it', () => {
    const scalar = fc.oneof(fc.string(), fc.maxSafeInteger(), fc.constant('__proto__'))
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        scalar,
        fc.array(tie('tree')),
        fc.dictionary(fc.string(), tie('tree')),
      ),
    }))
    fc.assert(
      fc.property(tree, fc.nat(4), (value, space) => {
        const text = JSON.stringify(value, null, space)
        expect(valueOf('json', text)).toEqual(right(JSON.parse(text)))
      }),
    )
  })

  it('a text that is cut off anywhere is never read as a whole', () => {
    const text = '{"a": [1, {"b": "x"}], "c": "y"}'
    fc.assert(
      fc.property(fc.integer({ min: 1, max: text.length - 1 }), (at) => {
        expect(valueOf('json', text.slice(0, at))).toMatchObject({
          _tag: 'Left',
          left: [{ _tag: 'NotReadable' }],
        })
      }),
    )
  })
})

describe('edges: JSON', () => {
  it.each(['0.1', '1e3', '1.0', '-0.5', '9007199254740993', '1E400', '-9007199254740993'])(
    'the number %s is refused as it is written',
    (number) => {
      expect(valueOf('json', `{"a": [${number}]}`)).toEqual(
        left([{ _tag: 'NotANumber', value: number, path: ['a', 0] }]),
      )
    },
  )

  it('safe integers stay numbers', () => {
    expect(valueOf('json', '[9007199254740991, -9007199254740991, 0]')).toEqual(
      right([9007199254740991, -9007199254740991, 0]),
    )
  })

  it('every key that stands twice is told with its path', () => {
    expect(valueOf('json', '{"a": {"b": "1", "b": "1"}, "a": "2"}')).toEqual(
      left([
        { _tag: 'KeyTwice', key: 'b', path: ['a', 'b'] },
        { _tag: 'KeyTwice', key: 'a', path: ['a'] },
      ]),
    )
  })

  it.each([
    ['// no\n[]', 1, 1],
    ['[1,]', 1, 4],
    ['{"a": 1} x', 1, 10],
    ['{a: 1}', 1, 2],
    ["{'a': 1}", 1, 2],
    ['[NaN]', 1, 2],
    ['[\n  "a" "b"]', 2, 7],
  ])('%j is told where it ceases to be JSON', (text, line, column) => {
    expect(valueOf('json', text)).toMatchObject({
      left: [{ _tag: 'NotReadable', position: { line, column } }],
    })
  })

  it('a text nested too deeply is a fault', () => {
    expect(valueOf('json', '['.repeat(200_000))).toMatchObject({
      left: [{ _tag: 'NotReadable' }],
    })
  })

  it('a place is that of the key, of the last of two, or of the nearest above', () => {
    const text = '{\n "a": {\n  "b": [1,\n   {"c": 2}]\n },\n "a": 3\n}'
    expect(placeOf('json', text, ['a', 'b', 1, 'c'])).toEqual({ line: 4, column: 5 })
    expect(placeOf('json', text, ['a', 'b', 1, 'd'])).toEqual({ line: 4, column: 4 })
    expect(placeOf('json', text, ['a'])).toEqual({ line: 6, column: 2 })
    expect(placeOf('json', text, [])).toEqual({ line: 1, column: 1 })
  })
})

describe('edges: YAML', () => {
  it('all scalars stay text', () => {
    expect(
      valueOf('yaml', 'a: 0.10\nb: 010\nc: true\nd: null\ne: ~\nf:\ng: 1e3\nh: 2026-01-05'),
    ).toEqual(
      right({
        a: '0.10',
        b: '010',
        c: 'true',
        d: 'null',
        e: '~',
        f: '',
        g: '1e3',
        h: '2026-01-05',
      }),
    )
  })

  it('a few aliases are written out', () => {
    expect(valueOf('yaml', 'a: &x {b: 1}\nc: *x')).toEqual(right({ a: { b: '1' }, c: { b: '1' } }))
  })

  it('aliases that expand without bound are refused', () => {
    const rows = Array.from('abcdefgh').map((name, index) => {
      const before = 'abcdefgh'[index - 1]
      return `${name}: &${name} [${Array(9)
        .fill(before === undefined ? 'x' : `*${before}`)
        .join()}]`
    })
    expect(valueOf('yaml', rows.join('\n'))).toEqual(left([{ _tag: 'TooManyAliases' }]))
  })

  it('an alias of nothing is told', () => {
    expect(valueOf('yaml', 'a: 1\nb: *x')).toMatchObject({
      left: [{ _tag: 'NotReadable', position: { line: 2, column: 4 } }],
    })
  })

  it('a key that stands twice is told with its path, also in a list', () => {
    expect(valueOf('yaml', 'a:\n  - {b: 1, b: 2}')).toEqual(
      left([{ _tag: 'KeyTwice', key: 'b', path: ['a', 0, 'b'] }]),
    )
  })

  it('a merge key is a key like any other', () => {
    expect(valueOf('yaml', 'a: &x {b: 1}\nc: {<<: *x}')).toEqual(
      right({ a: { b: '1' }, c: { '<<': { b: '1' } } }),
    )
  })

  it('a tag is refused', () => {
    expect(valueOf('yaml', 'a: !!int 5')).toMatchObject({
      left: [{ _tag: 'NotReadable', position: { line: 1, column: 4 } }],
    })
  })

  it('a second document is refused where it begins', () => {
    expect(valueOf('yaml', 'a: 1\n---\nb: 2')).toEqual(
      left([{ _tag: 'SeveralDocuments', position: { line: 2, column: 1 } }]),
    )
  })

  it('a text nested too deeply is a fault', () => {
    expect(valueOf('yaml', '['.repeat(8_000))).toMatchObject({ left: [{ _tag: 'NotReadable' }] })
  })

  it('a place is that of the key, through aliases too', () => {
    const text = 'a: &x\n  b: [1, {c: 2}]\nd: *x\n'
    expect(placeOf('yaml', text, ['a', 'b', 1, 'c'])).toEqual({ line: 2, column: 11 })
    expect(placeOf('yaml', text, ['d', 'b', 0])).toEqual({ line: 2, column: 7 })
    expect(placeOf('yaml', text, ['d', 'e'])).toEqual({ line: 3, column: 1 })
  })
})

describe('edges: formats', () => {
  it.each([
    ['a.json', 'a: 1', 'json'],
    ['a.YML', '{}', 'yaml'],
    ['-', ' \n[', 'json'],
    ['-', 'a: 1', 'yaml'],
  ])('%s beginning with %j is %s', (file, text, format) => {
    expect(formatOf(file, text)).toBe(format)
  })
})
