import ExcelJs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { run } from '../../src/cli/run.js'
import { memoryWorld } from './memory-io.js'

const penguins = new Uint8Array(readFileSync('data/penguins/valuation.yaml'))
const text = new TextEncoder()

interface Done {
  readonly exit: number
  readonly out: string
  readonly err: string
  readonly files: ReadonlyMap<string, Uint8Array>
}

const call = async (
  files: ReadonlyMap<string, Uint8Array>,
  ...argv: readonly string[]
): Promise<Done> => {
  const world = memoryWorld(files, { pieceSize: 4096 })
  const exit = await run(argv, world.io)
  return { exit, out: world.out(), err: world.err(), files: world.files }
}

const start = new Map([
  ['penguins.yaml', penguins],
  ['text.xlsx', text.encode('valuation: v')],
])

/** The example's workbook, changed by hand. */
const changed = async (change: (book: ExcelJs.Workbook) => void): Promise<Done> => {
  const { files } = await call(start, 'value', '--template', 'filled.xlsx')
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(files.get('filled.xlsx') as unknown as ExcelJs.Buffer)
  change(book)
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  return call(new Map([['filled.xlsx', bytes]]), 'value', 'filled.xlsx', '--out', 'figures')
}

/** Sets the cell in a column of the row of a name and an input. */
const set = (
  book: ExcelJs.Workbook,
  sheet: string,
  [name, input]: readonly [string, string],
  value: ExcelJs.CellValue,
  column = 3,
): void => {
  const found = book.worksheets.find((one) => one.name.startsWith(sheet))
  found?.eachRow((row) => {
    if (row.getCell(1).value === name && (row.getCell(2).value ?? '') === input) {
      const cell = row.getCell(column)
      cell.value = value
      if (value instanceof Date) cell.style = { ...cell.style, numFmt: 'yyyy-mm-dd' }
    }
  })
}

describe('laws', () => {
  it('what is written as a workbook is valued as the file it was written from', async () => {
    const written = await call(start, 'value', 'penguins.yaml', '--template', 'book.xlsx')
    expect([written.exit, written.err]).toEqual([0, ''])
    for (const options of [['--json'], ['--lang', 'zh', '--md']]) {
      const [file, book] = await Promise.all([
        call(start, 'value', 'penguins.yaml', ...options),
        call(written.files, 'value', 'book.xlsx', ...options),
      ])
      expect(book.err).toBe('')
      expect(book.out).toBe(file.out)
    }
  })
  it.each(['en', 'zh'])('the example of --lang %s is a valuation', async (lang) => {
    const { exit, files } = await call(start, 'value', '--template', 'new.xlsx', '--lang', lang)
    expect(exit).toBe(0)
    const valued = await call(files, 'value', 'new.xlsx', '--explain', 'method.income')
    expect(valued.out).toContain('method.income: 73.46')
    expect((await call(files, 'check', 'new.xlsx')).out).toBe('new.xlsx: nothing to say\n')
  })
})

describe('edges', () => {
  it('numbers, days and results of formulas are read as text', async () => {
    const { exit, out, err, files } = await changed((book) => {
      set(book, 'about', ['date', ''], new Date(Date.UTC(2026, 5, 30)))
      set(book, 'parameters', ['royalty', 'value'], 0.05)
      set(book, 'methods', ['cost', 'by/cost.multiplied/labour'], { formula: '20*2', result: 40 })
      set(book, 'methods', ['cost', 'reason/en'], {
        richText: [{ text: 'costs ' }, { text: 'are' }],
      })
    })
    expect([exit, out, err]).toEqual([0, '', ''])
    const report = new TextDecoder().decode(files.get('figures/valuation.md'))
    expect(report).toContain('**Value on 2026-06-30: 114.35 CNY')
    expect(report).toContain('costs are')
  })
  it.each<readonly [string, (book: ExcelJs.Workbook) => void, string, 1 | 2]>([
    [
      'a text that is no number',
      (book) => {
        set(book, 'parameters', ['sales', 'values[]'], 'many', 4)
      },
      'filled.xlsx:parameters 参数!D5: parameters.sales.values[1]: "many" is ' +
        'not a ratio; write 0.153, 15.3% or 153/1000\n',
      2,
    ],
    [
      'an error of the sheet',
      (book) => {
        set(book, 'methods', ['cost', 'by/cost.multiplied/risk'], { error: '#DIV/0!' })
      },
      'filled.xlsx:methods 评估方法!C14: methods.cost.by.cost.multiplied.risk: ' +
        '"#DIV/0!" is not a ratio; write 0.153, 15.3% or 153/1000\n',
      2,
    ],
    [
      'a misspelt input',
      (book) => {
        set(book, 'methods', ['income', 'by/income.rfr/tax'], 'by/income.rfr/taxx', 2)
      },
      'filled.xlsx:methods 评估方法!B2: methods.income.by.income.rfr.tax: tax is ' +
        'missing; add it\n' +
        'filled.xlsx:methods 评估方法!C4: methods.income.by.income.rfr.taxx: taxx ' +
        'is no key here; did you mean tax?\n',
      2,
    ],
    [
      'weights that do not sum to 1',
      (book) => {
        set(book, 'reconcile', ['cost', 'weight'], 0.3)
      },
      'filled.xlsx:reconcile 结论权重!B2: reconcile: the weights add to 0.9, not ' +
        '1; write thirds as 1/3 and correct the rest\n',
      1,
    ],
    [
      'a row twice, a value without a name, a sheet of no name',
      (book) => {
        const sheet = book.worksheets.find(({ name }) => name.startsWith('reconcile'))
        sheet?.addRow(['cost', 'weight', '40%'])
        sheet?.addRow(['', 'weight', '40%'])
        sheet?.addRow(['cost', 'weight/more', '40%'])
        book.addWorksheet('methds')
      },
      'filled.xlsx:reconcile 结论权重!B8: reconcile.cost.weight: the key weight ' +
        'stands twice; keep one of them\n' +
        'filled.xlsx:reconcile 结论权重!A9: A is empty; write it in every row\n' +
        'filled.xlsx:reconcile 结论权重!B10: reconcile.cost.weight.more: the key ' +
        'more stands twice; keep one of them\n' +
        'filled.xlsx:methds!A1: the sheet methds is none of a valuation; ' +
        'rename it methods if that is meant, or notes\n',
      2,
    ],
  ])('%s is told with its cell, and nothing is written', async (_, change, told, code) => {
    const { exit, err, out, files } = await changed(change)
    expect(err).toBe(told)
    expect([exit, out, files.has('figures/valuation.md')]).toEqual([code, '', false])
  })
  it('what is no workbook, no file, or no valuation', async () => {
    const bad = await call(start, 'value', 'text.xlsx')
    expect([bad.exit, bad.err]).toEqual([
      2,
      expect.stringMatching(/^text\.xlsx: this is no workbook \(.+\); save it as \.xlsx\n$/),
    ])
    expect((await call(start, 'value', 'none.xlsx')).err).toBe(
      'there is no file none.xlsx; correct its name\n',
    )
    const { files } = await call(start, 'value', '--template', 'new.xlsx')
    expect((await call(files, 'describe', 'new.xlsx')).exit).toBe(2)
    const other = await call(
      new Map([['a.yaml', text.encode('agreement: a\n')]]),
      'value',
      'a.yaml',
      '--template',
      'x.xlsx',
    )
    expect([other.exit, other.files.has('x.xlsx')]).toEqual([2, false])
  })
})
