/** Accounting: assets by months of schedules, journals and both tables, beside a bare loop over the
 *  same charges, and how time grows with the assets. */
import { parseDate } from '../src/index.js'
import { orThrow } from '../src/index.js'
import { disclosureOf, keepBooks, type Register } from '../src/accounting/index.js'
import { contest, rowOf, type Bench } from './measure.js'

const [assets, months] = [10_000, 120]
const costOf = (index: number): bigint => 1_000_000n + 7_919n * BigInt(index)

const registerOf = (count: number): Register => ({
  register: 'bench',
  currency: 'CNY',
  events: Array.from({ length: count }, (_, index) => {
    const cost = costOf(index)
    const amount = `${String(cost / 100n)}.${String(cost % 100n).padStart(2, '0')}`
    const asset = `a${String(index)}`
    const common = { at: '2026-01-05', asset }
    return [
      {
        ...common,
        id: `b${String(index)}`,
        kind: 'acquire',
        class: 'intangible',
        column: 'bought',
        items: [{ item: 'price', amount }],
      },
      {
        ...common,
        id: `r${String(index)}`,
        kind: 'ready',
        schedule: { months: String(months) },
      },
    ]
  }).flat(),
})

const until = orThrow(parseDate('2035-12-31'))

/** All vouchers and both tables of every year. */
const ours = (register: Register): string => {
  const books = orThrow(keepBooks(until)(register))
  const closing = (['I', 'II'] as const).map((table) =>
    String(disclosureOf(table, 2035)(books).cells.get('amortisation.close')?.total ?? 0n),
  )
  return `${closing.join(' ')} ${String(books.vouchers.length)}`
}

/** The charges alone, in one loop. */
const bare = (count: number): string => {
  let total = 0n
  for (let index = 0; index < count; index += 1) {
    const cost = costOf(index)
    let before = 0n
    for (let month = 1n; month <= 120n; month += 1n) {
      const after = (2n * cost * month + 120n) / 240n
      total += after - before
      before = after
    }
  }
  return String(total)
}

const title = 'assets by 120 months'
const growth = 'a quarter of the assets'

export const bench: Bench = {
  rows: (scale) => {
    const count = Math.max(8, Math.round(assets * scale))
    const [whole, quarter] = [registerOf(count), registerOf(Math.round(count / 4))]
    const before = process.memoryUsage().heapUsed
    const rows = contest(title, 3, [
      { name: 'data-dividend', run: () => ours(whole) },
      { name: 'bare loop', run: () => bare(count), loses: 'no voucher, no table, no check' },
    ])
    const peakMb = Math.max(0, (process.memoryUsage().heapUsed - before) / 1e6)
    return [
      ...rows.map((row) => (row.name === 'data-dividend' ? { ...row, peakMb } : row)),
      ...contest(growth, 3, [{ name: 'data-dividend', run: () => ours(quarter) }]),
    ]
  },
  goals: (rows) => {
    const [a, b] = ['data-dividend', 'bare loop'].map((name) => rowOf(rows, title, name))
    const quarter = rowOf(rows, growth, 'data-dividend')
    const perRow = (1000 * ((a?.medianMs ?? 0) - (b?.medianMs ?? 0))) / (assets * months)
    const times = (a?.medianMs ?? 0) / quarter.medianMs
    const megabytes = a?.peakMb ?? 0
    return [
      {
        goal: 'a schedule row with its entry, beside the bare loop',
        target: 'at most 1 µs more',
        measured: `${perRow.toFixed(2)} µs`,
        met: perRow <= 1,
      },
      {
        goal: 'four times the assets',
        target: 'at most 5 times the time',
        measured: `${times.toFixed(1)} times`,
        met: times <= 5,
      },
      {
        goal: 'memory held by 1.2 million rows',
        target: 'at most 1000 MB',
        measured: `${megabytes.toFixed(0)} MB`,
        met: megabytes <= 1000,
      },
    ]
  },
}
