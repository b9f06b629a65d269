import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import ExcelJs from 'exceljs'
import { isLeft } from 'fp-ts/lib/Either.js'
import {
  balancesOf,
  disclosureOf,
  enterpriseChart,
  tableColumns,
  tableRows,
  vouchersOf,
} from 'data-dividend/accounting'
import { booksWorkbook, tableWorkbook, voucherHeaders, voucherTable } from 'data-dividend/report'
import { readDocument, registerCodec } from 'data-dividend/codec'
import { afterAll, describe, expect, it } from 'vitest'
import { booksOf, money, orThrow } from '../accounting/support.js'

const office = ((): string | undefined => {
  try {
    return execFileSync('which', ['soffice'], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
})()

const folder = await mkdtemp(join(tmpdir(), 'books-'))
afterAll(() => rm(folder, { recursive: true }))

const document = readDocument('yaml')(await readFile('data/penguins/register.yaml', 'utf8'))
const decoded = registerCodec.decode(isLeft(document) ? undefined : document.right.value)
if (isLeft(decoded)) throw new Error('the register of the demo cannot be read')
const books = booksOf('2025-12-31', decoded.right)

const load = async (bytes: Uint8Array) => {
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  return book
}

/** Recalculated from nothing but the formulas, each sheet as CSV. */
const recalculated = async (bytes: Uint8Array): Promise<(sheet: string) => Promise<string[][]>> => {
  const book = await load(bytes)
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.type === ExcelJs.ValueType.Formula) cell.value = { formula: cell.formula }
      })
    })
  }
  const file = join(folder, 'books.xlsx')
  await writeFile(file, new Uint8Array(await book.xlsx.writeBuffer()))
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'
  await promisify(execFile)(office ?? '', [
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    filter,
    '--outdir',
    folder,
    file,
  ])
  return async (sheet) =>
    parse(await readFile(join(folder, `books-${sheet}.csv`), 'utf8'), {
      columns: false,
      relax_column_count: true,
    })
}

describe('the workbook of books', () => {
  it.skipIf(office === undefined)(
    'recalculates to the tables and the trial balance (needs LibreOffice)',
    async () => {
      const sheetOf = await recalculated(
        orThrow(await booksWorkbook('en', 2025, enterpriseChart)(books)),
      )
      for (const [table, sheet] of [
        ['I', 'Intangibles'],
        ['II', 'Inventory'],
      ] as const) {
        const rows = await sheetOf(sheet)
        const { cells } = disclosureOf(table, 2025)(books)
        tableRows[table].forEach(({ id, head }, index) => {
          if (head === true) return
          const [, ...amounts] = rows[index + 2] ?? []
          tableColumns.forEach((column, at) => {
            const wanted = Number(money(cells.get(id)?.[column] ?? 0n))
            expect(Number(amounts[at]), `${id} ${column}`).toBeCloseTo(wanted, 2)
          })
          expect(Number(amounts[4]), id).toBe(0)
        })
        expect(Number(rows.at(-1)?.[5])).toBe(0)
      }
      const trial = await sheetOf('Trial balance')
      const balances = balancesOf(books.vouchers)
      expect(trial.length).toBe(balances.size + 2)
      for (const [role = '', , , , , unaudited, , audited] of trial.slice(1, -1)) {
        const wanted = Number(money([...balances].find(([one]) => one === role)?.[1] ?? 1n))
        expect(Number(unaudited), role).toBeCloseTo(wanted, 2)
        expect(Number(audited), role).toBeCloseTo(wanted, 2)
      }
      expect(trial.at(-1)?.slice(3).map(Number)).toEqual([0, 0, 0, 0, 0])
    },
    180_000,
  )

  it('has formulas with the results of the program in every row of amounts', async () => {
    const book = await load(orThrow(await booksWorkbook('zh', 2025, enterpriseChart)(books)))
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '无形资产',
      '存货',
      '科目余额',
      '凭证',
      '变动',
    ])
    const sheet = book.getWorksheet('无形资产')
    const { cells } = disclosureOf('I', 2025)(books)
    tableRows.I.forEach(({ id, head, label }, index) => {
      const row = sheet?.getRow(index + 3)
      expect(row?.getCell(1).value).toBe(label.zh)
      const formula = row?.getCell(5).formula
      expect(formula === undefined || formula === '').toBe(head === true)
      if (head !== true) {
        expect(row?.getCell(5).result ?? 0).toBe(Number(money(cells.get(id)?.total ?? 1n)))
      }
    })
  })
})

describe('a voucher sheet', () => {
  const { within } = vouchersOf(2025)(books.vouchers)
  const sheet = voucherTable(
    'zh',
    enterpriseChart,
    voucherHeaders.kingdee,
  )({
    ...books,
    vouchers: within,
  })

  it('has the columns that the import asks for, one row an entry, leaf accounts', () => {
    expect(sheet.columns.map(({ name }) => name).join(' ')).toBe(
      '日期 凭证字 凭证号 附单据数 摘要 科目代码 科目名称 借方金额 贷方金额 币别 汇率 数量 单价 ' +
        '制单人 审核人 过账人',
    )
    expect(sheet.rows).toHaveLength(within.flatMap(({ entries }) => entries).length)
    const codes = new Set(sheet.rows.map((row) => row[5] ?? ''))
    for (const code of codes) {
      expect(code).toMatch(/^\d{4,}$/)
      expect([...codes].some((other) => other !== code && other.startsWith(code))).toBe(false)
    }
  })

  it('numbers vouchers by month, each balanced', () => {
    const sums = new Map<string, number>()
    for (const [at = '', , number = '', , , , , debits = '', credits = ''] of sheet.rows) {
      const key = `${at.slice(0, 7)} ${number}`
      const now = (sums.get(key) ?? 0) + Math.round(100 * (Number(debits) - Number(credits)))
      sums.set(key, now)
    }
    expect([...sums.values()].filter((sum) => sum !== 0)).toEqual([])
  })

  it('holds amounts as numbers in a workbook', async () => {
    const book = await load(orThrow(await tableWorkbook(sheet)))
    expect(typeof book.worksheets[0]?.getRow(2).getCell(8).value).toBe('number')
  })
})
