import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOfSheets, sheetsOfDocument, type SheetsUnread } from '../../src/codec/index.js'
import { mapLeft } from 'fp-ts/lib/Either.js'
import { faultOf, get as valueOf } from '../contribution/support.js'

const get = (read: ReturnType<typeof documentOfSheets>) =>
  valueOf(mapLeft(({ faults }: SheetsUnread) => faults)(read))

/** Keys with all that parts paths; no lists without entries, no records without keys. */
const key = fc
  .string({
    unit: fc.constantFrom('a', 'b', '/', '~', '1', '0', '采', '.'),
    minLength: 1,
    maxLength: 4,
  })
  .filter((text) => text !== '1')
const scalar = fc
  .string({ unit: fc.constantFrom('5', '%', '/', 'x', ' y'), minLength: 1, maxLength: 5 })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const { value } = fc.letrec<{ readonly value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
    fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 3 }),
  ),
}))
const section = fc.dictionary(key, value, { minKeys: 1, maxKeys: 3 })

describe('laws', () => {
  it('a document in sheets, read back, is the document', () => {
    fc.assert(
      fc.property(section, section, section, (methods, parameters, about) => {
        const document = { valuation: 'v', ...about, parameters, methods }
        expect(get(documentOfSheets(sheetsOfDocument(document))).value).toEqual(document)
      }),
    )
  })
  it('every path of a value has the cell in which it stands', () => {
    const document = {
      valuation: 'v',
      methods: {
        a: {
          by: {
            x: [
              ['1', '2'],
              ['3', '4'],
            ],
          },
        },
      },
    }
    const { positionOf } = get(documentOfSheets(sheetsOfDocument(document)))
    const cell = (...path: readonly (string | number)[]) => positionOf(path).cell
    expect(cell('valuation')).toBe('about!C2')
    expect(cell('methods', 'a', 'by', 'x', 1, 0)).toBe('methods!C3')
    expect(cell('methods', 'a', 'by', 'x', 1, 1)).toBe('methods!D3')
    expect(cell('methods', 'a', 'by', 'x', 1, 7)).toBe('methods!C3')
    expect(cell('methods', 'a', 'by', 'y')).toBe('methods!B2')
    expect(cell('nothing')).toBe('about!A1')
  })
})

describe('edges', () => {
  const read = (...cells: readonly (readonly string[])[]) =>
    documentOfSheets([
      { name: 'methods 评估方法', rows: cells.map((line, at) => ({ row: at + 2, cells: line })) },
    ])

  it('several values are a list, one is not, unless it says so; blanks at the end are none', () => {
    expect(
      get(read(['a', 'x', '1', '2', '', ''], ['a', 'y', '1'], ['a', 'z[]', '1'])).value,
    ).toEqual({
      methods: { a: { x: ['1', '2'], y: '1', z: ['1'] } },
    })
    expect(get(read(['a', 'x', '1', '', '2'])).value).toEqual({
      methods: { a: { x: ['1', '', '2'] } },
    })
    expect(get(read(['a', 'x', ''], ['', '', ''])).value).toEqual({})
  })
  it('the kind comes first wherever its row stands', () => {
    const sheets = [
      { name: 'methods', rows: [{ row: 2, cells: ['a', '', '1'] }] },
      {
        name: 'about',
        rows: [
          { row: 2, cells: ['date', '', 'd'] },
          { row: 3, cells: ['valuation', '', 'v'] },
        ],
      },
      { name: 'notes of mine', rows: [{ row: 2, cells: ['', 'x', '1'] }] },
    ]
    expect(Object.keys(get(documentOfSheets(sheets)).value as object)).toEqual([
      'valuation',
      'methods',
      'date',
    ])
  })
  it('columns beyond Z have two letters', () => {
    const cells = ['a', 'x', ...Array.from({ length: 30 }, String)]
    expect(get(read(cells)).positionOf(['methods', 'a', 'x', 29]).cell).toBe('methods 评估方法!AF2')
  })
  it('a value where parts stand, parts where a value stands', () => {
    const faults = (...lines: readonly (readonly string[])[]) => {
      const left = faultOf(read(...lines)) as { readonly faults: unknown }
      return left.faults
    }
    const twice = { _tag: 'KeyTwice', position: { line: 3, cell: 'methods 评估方法!B3' } }
    expect(faults(['a', 'x/y', '1'], ['a', 'x', '2'])).toMatchObject([twice])
    expect(faults(['a', 'x', '1'], ['a', 'x/y/z', '2'])).toMatchObject([twice])
  })
})
