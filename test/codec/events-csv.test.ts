import { left, right } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventsTable } from 'data-dividend/codec'

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  await Promise.resolve()
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

const read = async (text: string, size = 5) => {
  const table = eventsTable(pieces(text, size))
  const rows = []
  for await (const block of table.events) rows.push(...block)
  return { rows, notes: table.notes() }
}

const head = 'id,at,kind,amount\n'

/** The only row of a table under the usual head. */
const row = async (cells: string, header = head) => (await read(`${header}${cells}\n`)).rows[0]

const event = (fields: object) =>
  right({ line: 2, event: { id: 's1', at: '2026-01-05', kind: 'sale', ...fields } })

describe('laws', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '采', ' ', ',', '"', '\n', ';', '0') })
  const rows = fc.array(
    fc.tuple(cell, cell).map(([id, use]) => ({ id: id.trim(), use: use.trim() })),
    { minLength: 1, maxLength: 8 },
  )
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

  it('what was written is read, with its line, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), async (written, size) => {
        const lines = written.map(({ id, use }) => `${quoted(id)},2026-01-05,sale,1,${quoted(use)}`)
        let line = 2
        const expected = written.map(({ id, use }, index) => {
          const at = line
          line += lines[index]!.split('\n').length
          const attribute = use === '' ? {} : { use }
          const event = { id, at: '2026-01-05', kind: 'sale', amount: '1', ...attribute }
          return right({ line: at, event })
        })
        const text = `id,at,kind,amount,use\n${lines.join('\n')}`
        expect((await read(text, size)).rows).toEqual(expected)
      }),
    )
  })

  it('line ends of Windows and an end at the end change nothing', async () => {
    const text = `${head}s1,2026-01-05,sale,1.00\ns2,2026-01-06,sale,2.00`
    const { rows } = await read(text)
    expect((await read(text.replaceAll('\n', '\r\n'))).rows).toEqual(rows)
    expect((await read(`${text}\r\n\r\n`)).rows).toEqual(rows)
  })

  it('blocks are as good as the whole', async () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => `s${n},2026-01-05,sale,${n}`)
    const { rows } = await read(head + lines.join('\n'), 1 << 15)
    expect(rows).toHaveLength(20_000)
    expect(rows.at(-1)).toEqual(
      right({
        line: 20_001,
        event: { id: 's19999', at: '2026-01-05', kind: 'sale', amount: '19999' },
      }),
    )
  })
})

describe('edges: amounts, dates, units', () => {
  it.each([
    ['"1,000.00"', '1000.00'],
    ['"12,345,678"', '12345678'],
    ['１２．５０', '12.50'],
    ['"１，０００．００"', '1000.00'],
    ['"1,00.00"', '1,00.00'],
    ['"1,0000"', '1,0000'],
    ['"0001,000"', '0001,000'],
    ['1e3', '1e3'],
    ['-1.00', '-1.00'],
  ])('the amount %s is read as %s', async (cell, amount) => {
    expect(await row(`s1,2026-01-05,sale,${cell}`)).toEqual(event({ amount }))
  })

  it.each([
    ['2026/1/5', '2026-01-05'],
    ['2026.01.5', '2026-01-05'],
    ['2026-1-5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['２０２６年１月５日', '2026-01-05'],
    ['2026/1/5 8:30', '2026-01-05 08:30'],
    ['2026/1/5 0:00:00', '2026-01-05 00:00:00'],
    ['2026-01-05T16:00:00Z', '2026-01-05T16:00:00Z'],
    ['1/5/2026', '1/5/2026'],
    ['26/1/5', '26/1/5'],
    ['2026/1.5', '2026/1.5'],
    ['', ''],
  ])('the date %s is read as %s', async (cell, at) => {
    expect(await row(`s1,${cell},sale,1`)).toEqual(event({ at, amount: '1' }))
  })

  it('where semicolons part cells, a comma may be a point and stays', async () => {
    expect(await row('s1;2026-01-05;sale;1,000', 'id;at;kind;amount\n')).toEqual(
      event({ amount: '1,000' }),
    )
  })

  it('tabs part cells too', async () => {
    expect(await row('s1\t2026-01-05\tsale\t1', 'id\tat\tkind\tamount\n')).toEqual(
      event({ amount: '1' }),
    )
  })

  it('empty cells are none, in any order of columns', async () => {
    expect(await row(',sale,,s1,2026-01-05,', 'of,kind,amount,id,at,use\n')).toEqual(event({}))
  })

  it.each([
    ['a:400 b:300', { a: '400', b: '300' }],
    ['甲：400;乙：300', { 甲: '400', 乙: '300' }],
  ])('the units %s', async (cell, units) => {
    expect(await row(`s1,2026-01-05,sale,,${cell}`, 'id,at,kind,amount,units\n')).toEqual(
      event({ units }),
    )
  })

  it.each(['a', 'a:', 'a:1:2', 'a:1 a:2', ':1'])('"%s" says no units', async (text) => {
    expect(await row(`s1,2026-01-05,declare,,${text}`, 'id,at,kind,amount,units\n')).toEqual(
      left({ _tag: 'NotUnits', text, position: { line: 2 } }),
    )
  })

  it('each kind of rewriting is told once, with its count and its first row', async () => {
    const { notes } = await read(`${head}s1,2026/1/5,sale,1\ns2,2026/1/6,sale,１\n`)
    expect(notes).toEqual([
      { _tag: 'DatesRewritten', count: 2, line: 2, text: '2026/1/5', read: '2026-01-05' },
      { _tag: 'WideDigitsRead', count: 1, line: 3, text: '１', read: '1' },
    ])
  })
})

describe('edges: faults', () => {
  it.each(['1.23E+17', '1E+05', '9.999e+20'])('the id %s is damaged', async (text) => {
    expect(await row(`${text},2026-01-05,sale,1`)).toEqual(
      left({ _tag: 'DamagedId', text, column: 'id', position: { line: 2 } }),
    )
  })

  it('every fault of a header is told', async () => {
    expect((await read('id,at,at,amuont,9\n')).rows).toEqual([
      left({
        _tag: 'ColumnMissing',
        column: 'kind',
        nearest: ['amuont', '9'],
        position: { line: 1 },
      }),
      left({
        _tag: 'ColumnMissing',
        column: 'amount',
        nearest: ['amuont'],
        position: { line: 1 },
      }),
      left({ _tag: 'ColumnTwice', column: 'at', position: { line: 1 } }),
      left({ _tag: 'NotAName', name: '9', position: { line: 1 } }),
    ])
  })

  it('a column without a name is told', async () => {
    expect(await row('', 'id,at,kind,amount,\n')).toEqual(
      left({ _tag: 'NotAName', name: '', position: { line: 1 } }),
    )
  })

  it('a quote never closed is told with the line it is opened in or above', async () => {
    const { rows } = await read(`${head}s1,2026-01-05,sale,1\n"s2,2026-01-05,sale,1\ns3`)
    expect(rows).toEqual([left({ _tag: 'QuoteOpen', position: { line: 3 } })])
  })

  it('columns named as parts of every object are attributes', async () => {
    expect(await row('s1,2026-01-05,sale,1,x', 'id,at,kind,amount,constructor\n')).toEqual(
      event({ amount: '1', constructor: 'x' }),
    )
  })
})
