import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRows, csvTable, markdownTable, textTable, type Table } from 'data-dividend/report'

const columns = [
  { name: '参与方', align: 'left' },
  { name: 'amount', align: 'right' },
] as const

const table = (...rows: (readonly string[])[]): Table => ({ columns, rows })

describe('laws', () => {
  it('what is written as CSV is read back, guarded text with its apostrophe', () => {
    const rows = fc.array(fc.tuple(fc.string(), fc.string()))
    fc.assert(
      fc.property(rows, fc.boolean(), (cells, mark) => {
        const text = csvTable({ mark })(table(...cells))
        expect(text.startsWith('\ufeff')).toBe(mark)
        const read = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true })
        const guarded = cells.map(([name, amount]) => [
          /^[=+\-@\t\r]/.test(name) ? `'${name}` : name,
          amount,
        ])
        expect(read.slice(1).filter(([a, b]) => a !== '' || b !== '')).toEqual(
          guarded.filter(([a, b]) => a !== '' || b !== ''),
        )
      }),
    )
  })

  it('a text table has one line a row, and no line ends in a blank', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
        const lines = textTable(table(...rows)).split('\n')
        expect(lines).toHaveLength(rows.length + 3)
        expect(lines.filter((line) => / $/.test(line))).toEqual([])
      }),
    )
  })
})

describe('edges', () => {
  it('Chinese counts two wide, figures stand on the right', () => {
    expect(textTable({ title: 'T', ...table(['采集方', '1.00'], ['b', '-10.00']) })).toBe(
      ['T', '参与方  amount', '------  ------', '采集方    1.00', 'b       -10.00', ''].join('\n'),
    )
  })

  it('control characters move no cursor and break no row', () => {
    expect(textTable(table(['a\u001b[31m', '1\n2']))).toContain('a\ufffd[31m')
    expect(markdownTable(table(['a\nb', '1']))).toContain('| a\ufffdb | 1 |')
  })

  it('Markdown keeps what would be markup', () => {
    expect(markdownTable({ title: 'T', ...table(['a|*b*_c_<d>', '1']) })).toBe(
      '### T\n\n| 参与方 | amount |\n| --- | ---: |\n| a\\|\\*b\\*\\_c\\_\\<d\\> | 1 |\n',
    )
  })

  it.each(['=1+1', '+1', '-1', '@x', '\tx'])(
    'the text %j is no formula, the figure may be',
    (cell) => {
      expect(csvRows(columns)([[cell, '-2.00']])).toBe(`'${cell},-2.00\n`)
    },
  )
})
