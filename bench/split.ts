/** A million sales of 1 to 99 cents among five parties: the monotone split beside what one would
 *  use instead, what ids and counters cost on top of it, how cost grows, and the whole command. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import currency from 'currency.js'
import { allocate, dinero, toSnapshot } from 'dinero.js'
import { CNY } from 'dinero.js/currencies'
import { compile, emptyState, orThrow, settle, settleOne, share, startRun } from 'data-dividend'
import type { Agreement, EventRecord } from 'data-dividend'
import { child, type Ran } from './child.js'
import { atLeastTimes, contest, hash, rowOf, type Contender } from './measure.js'
import type { Bench, Goal, Row } from './measure.js'

const weights = [35, 25, 20, 15, 5]

/** Amounts from 1 to 99 cents that look random and are the same in each run. */
const salesOf = (count: number): readonly number[] => {
  const sales: number[] = []
  for (let at = 0, last = 1; at < count; at += 1) {
    last = (last * 48271) % 2147483647
    sales.push(1 + (last % 99))
  }
  return sales
}

/** Each sale pays the difference of what the parties hold after it and before. */
const byShare = (parts: readonly number[], sales: readonly number[]): string => {
  const split = share(parts.map(BigInt))
  const paid = parts.map(() => 0n)
  let [sum, held] = [0n, orThrow(split(0n))]
  for (const sale of sales) {
    sum += BigInt(sale)
    const after = orThrow(split(sum))
    for (let party = 0; party < parts.length; party += 1) {
      paid[party]! += after[party]! - held[party]!
    }
    held = after
  }
  return paid.join(' ')
}

/** What a period costs: its sum, split once. */
const bySum = (sales: readonly number[]): string =>
  orThrow(share(weights.map(BigInt))(BigInt(sales.reduce((sum, sale) => sum + sale, 0)))).join(' ')

const parties = ['a', 'b', 'c', 'd', 'e']

const agreement: Agreement = {
  agreement: 'five',
  currency: 'CNY',
  flow: [{ share: { id: 'all', of: Object.fromEntries(parties.map((p, i) => [p, weights[i]!])) } }],
}

const program = orThrow(compile(agreement))

const eventsOf = (sales: readonly number[]): readonly EventRecord[] =>
  sales.map((sale, index) => ({
    id: `s${index}`,
    at: `2026-${String(1 + (index % 12)).padStart(2, '0')}-05`,
    kind: 'sale',
    amount: `0.${String(sale).padStart(2, '0')}`,
  }))

const bySettleOne = (events: readonly EventRecord[]): string => {
  const one = settleOne(program)
  const counters: Record<string, bigint> = {}
  const paid = new Map<string, bigint>()
  for (const event of events) {
    const settled = orThrow(one(counters, undefined, event))
    for (const [key, value] of settled.counters) counters[key] = value
    for (const { party, amount } of settled.lines) {
      paid.set(party, (paid.get(party) ?? 0n) + amount)
    }
  }
  return totalsOf(paid)
}

const bySettle = (events: readonly EventRecord[]): string => {
  return totalsOf(orThrow(settle(program)(emptyState(agreement))(events)).state.totals)
}

const totalsOf = (totals: ReadonlyMap<string, bigint>): string =>
  parties.map((party) => totals.get(party) ?? 0n).join(' ')

const saleBySale = (
  sales: readonly number[],
  partsOf: (sale: number) => readonly number[],
): string => {
  const paid = weights.map(() => 0)
  for (const sale of sales) {
    const parts = partsOf(sale)
    for (let party = 0; party < paid.length; party += 1) paid[party]! += parts[party]!
  }
  return paid.join(' ')
}

const byDinero = (sale: number): readonly number[] =>
  allocate(dinero({ amount: sale, currency: CNY }), weights).map((part) => toSnapshot(part).amount)

/** Its `distribute` knows equal parts only; for others its manual multiplies. */
const byCurrency = (sale: number): readonly number[] =>
  weights.map((weight) => currency(sale, { fromCents: true }).multiply(weight / 100).intValue)

/** Largest remainder in floats, as it is mostly written by hand. */
const byFloats = (sale: number): readonly number[] => {
  const exact = weights.map((weight) => (sale * weight) / 100)
  const parts = exact.map(Math.floor)
  const left = sale - parts.reduce((sum, part) => sum + part, 0)
  const order = exact
    .map((value, index) => ({ index, rest: value - parts[index]! }))
    .sort((a, b) => b.rest - a.rest)
  for (const { index } of order.slice(0, left)) parts[index]! += 1
  return parts
}

const bigWeights = weights.map(BigInt)

/** Largest remainder in whole numbers. */
const byBigInts = (sale: number): readonly number[] => {
  const parts = bigWeights.map((weight) => Number((BigInt(sale) * weight) / 100n))
  const left = sale - parts.reduce((sum, part) => sum + part, 0)
  const order = bigWeights
    .map((weight, index) => ({ index, rest: Number((BigInt(sale) * weight) % 100n) }))
    .sort((a, b) => b.rest - a.rest)
  for (const { index } of order.slice(0, left)) parts[index]! += 1
  return parts
}

/** What is lost of all sales, and how far the worst party ends from its exact share. */
const loss = (answer: string, sales: readonly number[]): string => {
  const sum = sales.reduce((total, sale) => total + sale, 0)
  const paid = answer.split(' ').map(Number)
  const lost = paid.reduce((left, part) => left - part, sum)
  const off = Math.max(...weights.map((weight, p) => Math.abs(paid[p]! - (sum * weight) / 100)))
  return `${lost} lost, ${off.toFixed(2)} off`
}

/** A contender whose answer tells what it loses: run once before the clock starts. */
const judged = (
  sales: readonly number[],
  contenders: Readonly<Record<string, () => string>>,
): readonly Contender[] =>
  Object.entries(contenders).map(([name, run]) => ({ name, run, loses: loss(run(), sales) }))

const beside = (sales: readonly number[]): readonly Contender[] =>
  judged(sales, {
    share: () => byShare(weights, sales),
    'sum, then one split': () => bySum(sales),
    'largest remainder, BigInt': () => saleBySale(sales, byBigInts),
    'largest remainder, float64': () => saleBySale(sales, byFloats),
    'dinero.js allocate': () => saleBySale(sales, byDinero),
    'currency.js multiply': () => saleBySale(sales, byCurrency),
  })

const asEvents = (sales: readonly number[]): readonly Contender[] => {
  const events = eventsOf(sales)
  return judged(sales, {
    share: () => byShare(weights, sales),
    settleOne: () => bySettleOne(events),
    settle: () => bySettle(events),
    'dinero.js allocate': () => saleBySale(sales, byDinero),
  })
}

const partiesGrow = (sales: readonly number[], count: number): Contender => ({
  name: `${count} parties`,
  run: () =>
    byShare(
      Array.from({ length: count }, (_, party) => party + 1),
      sales,
    ),
})

/** The fold with its records of all sales, but without keeping the lines. */
const eventsGrow = (count: number): Contender => {
  const events = eventsOf(salesOf(count))
  const run = () => {
    const batch = orThrow(startRun(program, emptyState(agreement)))
    for (const event of events) orThrow(batch.take(event))
    return totalsOf(batch.state().totals)
  }
  return { name: `${count} events`, run }
}

/** Rows of processes that run once each, so without a spread. */
const processRows = (
  title: string,
  runs: readonly (readonly [name: string, ran: Ran, answer?: string])[],
): readonly Row[] =>
  runs.map(([name, { ms, peakMb, answer }, told = answer]) => ({
    case: title,
    name,
    medianMs: ms,
    spread: 0,
    ratio: ms / (runs[0]?.[1].ms ?? ms),
    answer: told,
    loses: '',
    peakMb,
  }))

/** The real size measures the built package; a small one, in the tests, the sources. */
const nodeOn = (scale: number, built: string, source: string): readonly string[] =>
  scale === 1 ? [built] : ['--import', 'tsx', source]

const settleAndHold = (entry: string, count: number): string => `
  import { compile, emptyState, orThrow, settle } from '${new URL(entry, root).href}'
  const agreement = ${JSON.stringify(agreement)}
  const events = Array.from({ length: ${count} }, (_, n) => ({
    id: 's' + n, at: '2026-01-05', kind: 'sale', amount: '0.' + String(1 + n % 99).padStart(2, '0'),
  }))
  const settled = orThrow(settle(orThrow(compile(agreement)))(emptyState(agreement))(events))
  console.log(settled.lines.length, [...settled.state.totals].join())`

const root = new URL('../', import.meta.url)

const memoryRows = async (scale: number, count: number): Promise<readonly Row[]> => {
  const [entry = '', ...options] = nodeOn(scale, 'dist/index.js', 'src/index.ts').toReversed()
  const runs: [string, Ran][] = []
  for (const held of [0, count]) {
    const code = settleAndHold(entry, held)
    runs.push([
      `${held} events`,
      await child([...options.toReversed(), '--input-type=module', '-e', code]),
    ])
  }
  return processRows('memory of settle', runs)
}

const commandRows = async (scale: number, sales: readonly number[]): Promise<readonly Row[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const [terms, csv] = [join(folder, 'agreement.json'), join(folder, 'events.csv')]
  const rows = eventsOf(sales).map(
    ({ id, at, kind, amount }) => `${id},${at},${kind},${String(amount)}\n`,
  )
  await writeFile(terms, JSON.stringify(agreement))
  await writeFile(csv, `id,at,kind,amount\n${rows.join('')}`)
  const command = [...nodeOn(scale, 'dist/cli/main.js', 'src/cli/main.ts'), 'settle', terms, csv]
  const totals = await child([...command, '--totals'])
  const json = await child([...command, '--json'])
  await rm(folder, { recursive: true })
  const printed = [...totals.start.matchAll(/^([a-e]) +(\d+)\.(\d\d)$/gm)]
  const cents = new Map(
    printed.map(([, party = '', yuan, fen]) => [party, BigInt(`${yuan}${fen}`)]),
  )
  return processRows(`command, ${sales.length} events`, [
    ['settle --totals', totals, hash(totalsOf(cents))],
    ['settle --json', json],
  ])
}

const rows = async (scale: number): Promise<readonly Row[]> => {
  const size = (part: number): number => Math.ceil(part * 1e6 * scale)
  const few = salesOf(size(0.002))
  const all = salesOf(size(1))
  return [
    ...contest('five parties', 3, beside(all)),
    ...contest('as events', 3, asEvents(all.slice(0, size(0.1)))),
    ...contest(
      'parties grow',
      3,
      [5, 50, 500, 5000].map((count) => partiesGrow(few, count)),
    ),
    ...contest(
      'events grow',
      1,
      [0.01, 0.1, 1].map((part) => eventsGrow(size(part))),
    ),
    ...(await memoryRows(scale, size(0.1))),
    ...(await commandRows(scale, all)),
  ]
}

/** Whatever way the same sales go, the parties hold the same. */
const oneAnswer = (goal: string, rows: readonly Row[]): Goal => {
  const answers = new Set(rows.map(({ answer }) => answer))
  return { goal, target: '1', measured: `${answers.size}`, met: answers.size === 1 }
}

export const bench: Bench = {
  rows,
  goals: (measured) => {
    const of = (title: string, ...names: readonly string[]) =>
      names.map((name) => rowOf(measured, title, name))
    const command = measured.filter(({ name }) => name === 'settle --totals')
    return [
      atLeastTimes(5)(rowOf(measured, 'five parties', 'dinero.js allocate')),
      oneAnswer('answers of share, one sum, and the command', [
        ...of('five parties', 'share', 'sum, then one split'),
        ...command,
      ]),
      oneAnswer(
        'answers of share, settleOne and settle',
        of('as events', 'share', 'settleOne', 'settle'),
      ),
    ]
  },
}
