/** `npm run demo:accounting`: a year of one company's data. It buys, develops, amortises, impairs
 *  and sells, shares the income of licences under an agreement, and closes: both tables, the
 *  journal, a workbook, and ledgers that hledger and beancount read. Files go to reports/. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'

const [data, out] = ['data/penguins', 'reports/accounting']
const run = (...args: readonly string[]): string =>
  execFileSync('node', ['dist/cli/main.js', ...args], { encoding: 'utf8', maxBuffer: 1 << 26 })

mkdirSync(out, { recursive: true })
const statement = `${out}/statement.json`
writeFileSync(
  statement,
  run('settle', `${data}/agreement.yaml`, `${data}/sales.csv`, '--json', '--quiet'),
)
const account = (...options: readonly string[]): string =>
  run('account', `${data}/register.yaml`, '--year', '2025', ...options)
const settled = ['--statement', statement, '--books', `${data}/books.yaml`]

console.log(
  account(
    ...settled,
    '--lang',
    process.argv.includes('--zh') ? 'zh' : 'en',
    '--hledger',
    `${out}/books.journal`,
    '--beancount',
    `${out}/books.beancount`,
    '--xlsx',
    `${out}/books.xlsx`,
    '--vouchers',
    `${out}/vouchers.xlsx`,
  ),
)
console.log(account('--diff', 'cas,us'))
console.log(account('--explain', 'I/cost.close/bought'))
