import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import ExcelJs from 'exceljs'
import { mapLeft } from 'fp-ts/lib/Either.js'
import { orThrow, parseFormula } from 'data-dividend'
import { faultsOf, readDocument, valuationCodec, type Unread } from 'data-dividend/codec'
import { excelFormula, valuationWorkbook } from 'data-dividend/report'
import { appraise } from 'data-dividend/valuation'
import { afterAll, describe, expect, it } from 'vitest'

const office = ((): string | undefined => {
  try {
    return execFileSync('which', ['soffice'], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
})()

const text = await readFile('data/penguins/valuation.yaml', 'utf8')
const document = orThrow(mapLeft(({ faults }: Unread) => faults)(readDocument('yaml')(text)))
const demo = orThrow(mapLeft(faultsOf)(valuationCodec.decode(document.value)))

/** The demo with every kind of function that a sheet has. */
const wide: typeof demo = {
  ...demo,
  methods: {
    ...demo.methods,
    option: {
      by: {
        'option.bsm': {
          kind: 'call',
          spot: '60',
          strike: '65',
          yield: '1%',
          rate: '8%',
          years: '1/4',
          volatility: '30%',
        },
      },
      reason: 'to grow',
    },
    tree: {
      by: {
        'option.crr': {
          kind: 'put',
          spot: '50',
          strike: '50',
          yield: '0',
          rate: '10%',
          years: '5/12',
          volatility: '40%',
          steps: '5',
          exercise: 'american',
        },
      },
      reason: 'to wait',
    },
    equal: {
      by: { 'income.with-without': { with: ['5', '6'], without: ['5', '6'] } },
      discount: { rate: '1/3', timing: 'dated', dates: ['2026-12-31', '2027-12-31'] },
      reason: 'no difference',
    },
  },
}

const folder = await mkdtemp(join(tmpdir(), 'valuation-'))
afterAll(() => rm(folder, { recursive: true }))

/** The workbook without the program's results, so that only the sheet's own arithmetic is left. */
const stripped = async (bytes: Uint8Array): Promise<string> => {
  const book = new ExcelJs.Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.type === ExcelJs.ValueType.Formula) cell.value = { formula: cell.formula }
      })
    })
  }
  const file = join(folder, 'figures.xlsx')
  await writeFile(file, new Uint8Array(await book.xlsx.writeBuffer()))
  return file
}

describe('a workbook', () => {
  it.skipIf(office === undefined)(
    'recalculates to the figures of the program (needs LibreOffice)',
    async () => {
      const appraisal = orThrow(appraise(wide))
      const bytes = orThrow(await valuationWorkbook('en')(appraisal))
      const file = await stripped(bytes)
      const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,2'
      await promisify(execFile)(office ?? '', [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        folder,
        file,
      ])
      const csv = await readFile(join(folder, 'figures-Figures.csv'), 'utf8')
      const rows: readonly string[][] = parse(csv, { columns: false })
      const figures = rows.slice(1, -1)
      expect(figures.length).toBeGreaterThan(120)
      for (const [path = '', , live, program, check] of figures) {
        const [a, b] = [Number(live), Number(program)]
        expect(live, path).not.toBe('')
        expect(Math.abs(a - b), `${path}: ${a} and ${b}`).toBeLessThanOrEqual(
          1e-9 * Math.max(Math.abs(b), 1e-6),
        )
        expect(check, path).toBe('0')
      }
      expect(rows.at(-1)?.[4]).toBe('0')
    },
    120_000,
  )

  it('has each formula of the tree, inputs coloured, sources by row', async () => {
    const bytes = orThrow(await valuationWorkbook('zh')(orThrow(appraise(demo))))
    const book = new ExcelJs.Workbook()
    await book.xlsx.load(bytes.buffer as ArrayBuffer)
    const sheet = book.getWorksheet('计算表')
    const rows = sheet?.getRows(2, sheet.rowCount - 2) ?? []
    expect(rows.length).toBeGreaterThan(60)
    for (const row of rows) {
      const isInput = row.getCell(6).value === ''
      const fill = row.getCell(3).fill as { readonly pattern?: string } | undefined
      expect(fill?.pattern === 'solid').toBe(isInput)
      if (!isInput) expect(row.getCell(3).formula).toBeTruthy()
    }
    expect(rows.some((row) => row.getCell(7).value === '2025 年三份许可合同')).toBe(true)
  })
})

describe('a formula of a sheet', () => {
  const write = (text: string) =>
    excelFormula(
      (n) => n,
      () => ['A1', 'A2'],
    )(orThrow(parseFormula(text)))
  it.each([
    ['−x^2', '-(x^2)'],
    ['(1 + r)^−0.5', '(1+r)^(-0.5)'],
    ['2/3 × Σ year', '(2/3)*SUM(A1,A2)'],
    ['max(a − b, 0)', 'MAX((a-b),0)'],
    ['1 / positive(1 − t)', '1/(1-t)'],
    ['normal(−d)', 'NORMSDIST((-d))'],
    ['halfUp(x, 2)', undefined],
  ])('%s', (text, wanted) => {
    expect(write(text)).toBe(wanted)
  })
})
