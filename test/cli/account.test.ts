import { readFileSync } from 'node:fs'
import ExcelJs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.js'
import { memoryWorld } from './memory-io.js'

const encoder = new TextEncoder()
const books = `books: own
entity: firm
stance: principal
vat: {rate: 6%, amounts: inclusive, partnerRates: {lab: {rate: 6%}}}
`

/** Runs a command on files and gives what it said and wrote. */
const call = async (command: string, files: Readonly<Record<string, string | Uint8Array>>) => {
  const world = memoryWorld(
    new Map(
      Object.entries(files).map(([name, text]) => [
        name,
        typeof text === 'string' ? encoder.encode(text) : text,
      ]),
    ),
  )
  const exit = await run(command.split(' '), world.io)
  return { exit, out: world.out(), err: world.err(), files: world.files }
}

const template = async (lang: string): Promise<Uint8Array> => {
  const { exit, files } = await call(`account --template t.xlsx --lang ${lang}`, {})
  expect(exit).toBe(0)
  return files.get('t.xlsx') ?? new Uint8Array()
}

/** The template with some cells changed. */
const changed = async (
  bytes: Uint8Array,
  change: (book: ExcelJs.Workbook) => void,
): Promise<Uint8Array> => {
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(bytes.slice().buffer)
  change(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

describe('a workbook that is filled in', () => {
  it.each(['zh', 'en'])('reads as it was written as a template: %s', async (lang) => {
    const command = 'account own.xlsx --year 2026 --books books.yaml --json --xlsx out.xlsx'
    const { exit, out, err, files } = await call(command, {
      'own.xlsx': await template(lang),
      'books.yaml': books,
    })
    expect([exit, err]).toEqual([0, ''])
    const read = JSON.parse(out) as {
      readonly balance: readonly { readonly id: string; readonly close: string }[]
      readonly parties: unknown
    }
    expect(read.balance.find(({ id }) => id === 'intangible')?.close).toBe('25833.33')
    expect(read.parties).toEqual([
      { party: 'lab', owed: '700.00', awaited: '42.00', settled: '742.00', paid: '0.00' },
    ])
    const book = new ExcelJs.Workbook()
    await book.xlsx.load((files.get('out.xlsx') ?? new Uint8Array()).slice().buffer)
    const settled = book.getWorksheet('Settlement')
    expect(settled?.getRow(4).getCell(7).result).toBe(1060)
  })

  it('reads columns in another order, numbers and dates as a spreadsheet keeps them', async () => {
    const bytes = await changed(await template('zh'), (book) => {
      const sheet = book.getWorksheet('资产')
      if (sheet === undefined) throw new Error('no sheet')
      const rows = [1, 2, 3].map((row) =>
        Array.from(
          { length: sheet.columnCount },
          (_, at) => sheet.getRow(row).getCell(at + 1).value,
        ),
      )
      rows.forEach((cells, row) => {
        cells.toReversed().forEach((value, at) => {
          const isDate = row > 0 && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
          const isNumber = row > 0 && value === '36'
          const cell = sheet.getRow(row + 1).getCell(at + 1)
          cell.style = { numFmt: isDate ? 'yyyy-mm-dd' : 'General' }
          cell.value =
            isDate ? new Date(`${value}T00:00:00Z`)
            : isNumber ? 36
            : value
        })
      })
    })
    const plain = await call('account own.xlsx --year 2026 --json', {
      'own.xlsx': await template('zh'),
    })
    const moved = await call('account own.xlsx --year 2026 --json', { 'own.xlsx': bytes })
    expect(moved).toMatchObject({ exit: 0, err: '', out: plain.out })
  })

  it('a column moved away from its name is told by its cell, and nothing is written', async () => {
    const bytes = await changed(await template('zh'), (book) => {
      const row = book.getWorksheet('资产')?.getRow(1)
      if (row !== undefined) [row.getCell(2).value, row.getCell(4).value] = ['资产', '日期']
    })
    const { exit, err, files } = await call('account own.xlsx --year 2026 --hledger a.journal', {
      'own.xlsx': bytes,
    })
    expect(exit).toBeGreaterThan(0)
    expect(err).toMatch(/^own\.xlsx:2:4: events\[0\]\.at: "roads" is not a date/)
    expect([...files.keys()]).toEqual(['own.xlsx'])
  })

  it('a name that is no column, a missing one and one that stands twice are told', async () => {
    const bytes = await changed(await template('zh'), (book) => {
      const row = book.getWorksheet('资产')?.getRow(1)
      if (row === undefined) return
      row.getCell(3).value = '事顶'
      row.getCell(6).value = '资产'
    })
    const { exit, err } = await call('account own.xlsx --year 2026 --lang zh', {
      'own.xlsx': bytes,
    })
    expect(exit).toBe(2)
    expect(err.split('\n')).toEqual([
      'own.xlsx:1:3: 事顶: 此处没有键 事顶；是否指 事项？',
      'own.xlsx:1:6: 资产: 键 资产 出现两次；请只保留一个',
      'own.xlsx:1: 事项: 缺少 事项；请补充',
      '',
    ])
  })

  it('what is no workbook is told', async () => {
    const { exit, err } = await call('account own.xlsx --year 2026', { 'own.xlsx': 'no' })
    expect(exit).toBe(2)
    expect(err).toMatch(/^own\.xlsx: this is no workbook \(.+\); save it as \.xlsx\n$/)
  })
})

describe('a register as a table', () => {
  const csv = `编号,日期,事项,资产,类别,取得方式,成本明细,摊销月数,用途
a1,2026/1/10,取得,roads,无形资产,外购,price:36000.00/2160.00 cleaning:1200.00,,
r1,2026/2/1,达到可用,roads,,,,36,服务客户
`

  it('is the same as the workbook and as YAML', async () => {
    const yaml = `register: own
currency: CNY
events:
  - {id: a1, at: 2026-01-10, kind: acquire, asset: roads, class: intangible, column: bought,
     items: [{item: price, amount: 36000.00, vat: 2160.00}, {item: cleaning, amount: 1200.00}]}
  - {id: r1, at: 2026-02-01, kind: ready, asset: roads, schedule: {months: 36}, use: customers}
`
    const files = { 'own.csv': csv, 'own.yaml': yaml }
    const table = await call('account own.csv --year 2026 --json', files)
    const document = await call('account own.yaml --year 2026 --json', files)
    expect(table).toMatchObject({ exit: 0, out: document.out })
  })

  it('a fault of an event has its row and column', async () => {
    const { err } = await call('account own.csv --year 2026', {
      'own.csv': csv.replace('达到可用', '减值'),
    })
    expect(err).toMatch(/^own\.csv:3:8: events\[1\]\.schedule: /)
  })
})

describe('the demo of a year', () => {
  it('keeps every tie, with the licences of the penguins posted', async () => {
    const files = Object.fromEntries(
      ['agreement.yaml', 'sales.csv', 'register.yaml', 'books.yaml'].map((name) => [
        name,
        readFileSync(`data/penguins/${name}`, 'utf8'),
      ]),
    )
    const settled = await call('settle agreement.yaml sales.csv --json --quiet', files)
    const { exit, out } = await call(
      'account register.yaml --statement s.json --books books.yaml --year 2025 --json --quiet',
      { ...files, 's.json': settled.out },
    )
    expect(exit).toBe(0)
    const read = JSON.parse(out) as {
      readonly ties: readonly { readonly one: string; readonly other: string }[]
      readonly parties: readonly Readonly<Record<string, string>>[]
    }
    expect(read.ties.length).toBe(64)
    expect(read.ties.filter(({ one, other }) => one !== other)).toEqual([])
    expect(read.parties.length).toBe(11)
    for (const { owed, awaited, settled: due, paid } of read.parties) {
      const cents = (text = '0') => Math.round(100 * Number(text))
      expect(cents(owed) + cents(awaited)).toBe(cents(due) - cents(paid))
    }
  })
})
