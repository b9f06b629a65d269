import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { accountOf, balancesOf, enterpriseChart, keepBooks } from 'data-dividend/accounting'
import { left } from 'fp-ts/lib/Either.js'
import { beancountLedger, hledgerJournal } from 'data-dividend/report'
import { afterAll, describe, expect, it } from 'vitest'
import { registers } from '../accounting/histories.js'
import { booksOf, day, money, orThrow } from '../accounting/support.js'

const found = (program: string): string | undefined => {
  try {
    return execFileSync('which', [program], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}
const hledger = found('hledger')
const [beanCheck, beanQuery] = [found('bean-check'), found('bean-query')]

const histories = Number(process.env['HISTORIES'] ?? 6)
const run = promisify(execFile)
const folder = await mkdtemp(join(tmpdir(), 'ledgers-'))
afterAll(() => rm(folder, { recursive: true }))

const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }

const booksOfHistory = (seed: number) => {
  const [register] = fc.sample(registers(), { seed, numRuns: 1 })
  if (register === undefined) throw new Error('no register')
  return orThrow(keepBooks(day('2028-12-31'))(register))
}

const sorted = (pairs: readonly (readonly [string, string])[]) =>
  Object.fromEntries([...pairs].sort(([a], [b]) => (a < b ? -1 : 1))) as Readonly<
    Record<string, string>
  >

/** Balances by account code, zeros left out. */
const balancesByCode = (books: ReturnType<typeof booksOfHistory>) =>
  sorted(
    [...balancesOf(books.vouchers)]
      .filter(([, amount]) => amount !== 0n)
      .map(([role, amount]) => [orThrow(accountOf(enterpriseChart)(role)).code, money(amount)]),
  )

describe('hledger', () => {
  it.skipIf(hledger === undefined)(
    'reads random histories without a word and has the same balances (needs hledger)',
    async () => {
      for (let seed = 1; seed <= histories; seed += 1) {
        const books = booksOfHistory(seed)
        const file = join(folder, `${String(seed)}.journal`)
        await writeFile(file, orThrow(hledgerJournal('zh', enterpriseChart)(books)))
        const checked = await run(hledger ?? '', ['-f', file, 'check', '-s'], { env })
        expect(`${checked.stdout}${checked.stderr}`, String(seed)).toBe('')
        const { stdout } = await run(
          hledger ?? '',
          ['-f', file, 'balance', '--flat', '--no-total', '-O', 'csv'],
          { env },
        )
        const rows = stdout
          .trim()
          .split('\n')
          .slice(1)
          .filter((row) => row !== '')
        const read = rows.map((row): readonly [string, string] => {
          const [, name = '', amount = ''] = /^"([^"]*)","([^"]*)"$/.exec(row) ?? []
          return [/:(\d+)/.exec(name)?.[1] ?? name, amount.replace(' CNY', '')]
        })
        expect(sorted(read), String(seed)).toEqual(balancesByCode(books))
      }
    },
    600_000,
  )
})

describe('beancount', () => {
  it.skipIf(beanCheck === undefined || beanQuery === undefined)(
    'reads random histories without a word and has the same balances (needs beancount)',
    async () => {
      for (let seed = 1; seed <= histories; seed += 1) {
        const books = booksOfHistory(seed)
        const file = join(folder, `${String(seed)}.beancount`)
        await writeFile(file, orThrow(beancountLedger('zh', enterpriseChart)(books)))
        const checked = await run(beanCheck ?? '', [file], { env })
        expect(`${checked.stdout}${checked.stderr}`, String(seed)).toBe('')
        const query = 'SELECT account, sum(number) GROUP BY account'
        const { stdout } = await run(beanQuery ?? '', ['-f', 'csv', file, query], { env })
        const read = stdout
          .trim()
          .split('\n')
          .slice(1)
          .map((row) => row.split(',').map((cell) => cell.trim()))
          .filter(([, amount = '0']) => Number(amount) !== 0)
          .map(([name = '', amount = '']): readonly [string, string] => [
            /:(\d+)/.exec(name)?.[1] ?? name,
            amount,
          ])
        expect(sorted(read), String(seed)).toEqual(balancesByCode(books))
      }
    },
    600_000,
  )
})

const small = booksOf('2026-12-31', {
  events: [
    {
      id: 'e',
      at: '2026-01-05',
      kind: 'entry',
      reason: 'paid; in: full',
      lines: [
        { role: 'partnerPayable', debit: '1.00', party: '甲 & Co' },
        { role: 'bank', credit: '1.00' },
      ],
    },
  ],
})

describe('edges', () => {
  it('hledger: two spaces before amounts, no character that ends a name', () => {
    const text = orThrow(hledgerJournal('zh', enterpriseChart)(small))
    expect(text).toContain('    负债:220202 应付账款-合作方:甲 & Co  1.00 CNY\n')
    expect(text).toContain('2026-01-05 (记-1) paid in full')
    expect(text).toContain('  0 CNY = 1.00 CNY\n')
  })

  it('beancount: a name of letters and digits only, balances of the day after', () => {
    const text = orThrow(beancountLedger('zh', enterpriseChart)(small))
    expect(text).toContain('Liabilities:220202应付账款-合作方:P甲--u26--Co  1.00 CNY\n')
    expect(text).toContain('2026-01-06 balance Assets:1002银行存款  -1.00 ~ 0 CNY\n')
  })

  it('a role that the chart has not is refused', () => {
    const { bank: _, ...chart } = enterpriseChart
    const fault = left({ _tag: 'NoAccount', role: 'bank' })
    expect(hledgerJournal('en', chart)(small)).toEqual(fault)
    expect(beancountLedger('en', chart)(small)).toEqual(fault)
  })
})
