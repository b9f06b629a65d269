/** What clauses that look at time cost: each event beside the same agreement without them, and a
 *  refund of the oldest sale, which is a replay of all that came after it. */
import { compile, emptyState, orThrow, startRun } from 'data-dividend'
import type { Agreement, EventRecord, Run, Step } from 'data-dividend'
import { contest, rowOf, type Bench, type Goal, type Row } from './measure.js'

const plain: readonly Step[] = [
  { commission: { id: 'venue', to: 'exchange', rate: '10%' } },
  { share: { id: 'rest', of: { author: 70, publisher: 30 } } },
]

/** Each clause alone before the plain ones. */
const clauses: Readonly<Record<string, readonly Step[]>> = {
  reserve: [{ reserve: { id: 'returns', rate: '20%', over: 4, in: 'returnsHeld' } }],
  guarantee: [{ guarantee: { id: 'least', from: 'publisher', to: 'author', amount: '5000.00' } }],
  preferred: [
    {
      preferred: {
        id: 'pref',
        to: 'lp',
        capital: '100000.00',
        since: '2026-01-01',
        rate: '8%',
        days: 'ACT/365',
      },
    },
  ],
  ratchet: [
    {
      ratchet: {
        id: 'ratchet',
        to: 'author',
        of: 'users',
        moves: 'up',
        tiers: [{ upTo: '1000', rate: '1%' }, { rate: '2%' }],
      },
    },
  ],
}

const agreementOf = (name: string, steps: readonly Step[]): Agreement => ({
  agreement: name,
  currency: 'CNY',
  flow: [...steps, ...plain],
})

const agreements: Readonly<Record<string, Agreement>> = {
  'without folds': agreementOf('plain', []),
  ...Object.fromEntries(
    Object.entries(clauses).map(([name, steps]) => [name, agreementOf(name, steps)]),
  ),
  'all four': agreementOf('all', Object.values(clauses).flat()),
}

/** Sales of 12 months in order of date, each month closed when the next begins. */
const storyOf = (count: number): readonly EventRecord[] =>
  Array.from({ length: 12 }, (_, month) => {
    const of = `2026-${String(month + 1).padStart(2, '0')}`
    const sales = Array.from({ length: Math.ceil(count / 12) }, (__, n): EventRecord => ({
      id: `${of}-${n}`,
      at: `${of}-${String(1 + Math.floor((n * 28) / Math.ceil(count / 12))).padStart(2, '0')}`,
      kind: 'sale',
      amount: `${1 + ((n * 48271) % 997)}.${String(n % 100).padStart(2, '0')}`,
    }))
    return [
      { id: `open ${of}`, at: `${of}-01`, kind: 'open', of },
      ...sales,
      { id: `close ${of}`, at: month === 11 ? '2027-01-01' : nextMonth(month), kind: 'close', of },
    ]
  }).flat()

const nextMonth = (month: number): string => `2026-${String(month + 2).padStart(2, '0')}-01`

/** Closes and opens are of no use to an agreement without folds, but it takes them. */
const settled = (agreement: Agreement, events: readonly EventRecord[]): Run => {
  const run = orThrow(startRun(orThrow(compile(agreement)), emptyState(agreement)))
  for (const event of events) orThrow(run.take(event))
  return run
}

const answerOf = (run: Run): string =>
  [...run.state().totals].map(([party, amount]) => `${party} ${amount}`).join()

/** The oldest sale refunded in full, after all others. */
const replayed = (count: number) => {
  const agreement = agreements['all four']!
  const { state } = settled(agreement, storyOf(count))
  const program = orThrow(compile(agreement))
  const start = state()
  const refund = { id: 'r', at: '2027-01-02', kind: 'refund', of: '2026-01-0', amount: '1.00' }
  return {
    name: `refund after ${count} sales`,
    run: () => {
      const run = orThrow(startRun(program, start))
      orThrow(run.take(refund))
      return answerOf(run)
    },
  }
}

const rows = (scale: number): readonly Row[] => {
  const size = (count: number) => Math.ceil(count * scale)
  const events = storyOf(size(20_000))
  return [
    ...contest(
      'a year of sales',
      5,
      Object.entries(agreements).map(([name, agreement]) => ({
        name,
        run: () => answerOf(settled(agreement, events)),
      })),
    ),
    ...contest('refund of the oldest sale', 3, [
      {
        name: 'the straight run of 100000',
        run: () => answerOf(settled(agreements['all four']!, storyOf(size(100_000)))),
      },
      ...[1000, 10_000, 100_000].map((count) => replayed(size(count))),
    ]),
  ]
}

const goals = (measured: readonly Row[]): readonly Goal[] => {
  const { ratio } = rowOf(measured, 'a year of sales', 'all four')
  const refunds = measured.filter(({ name }) => name.startsWith('refund after'))
  const [straight] = measured.filter(({ name }) => name.startsWith('the straight'))
  const last = (refunds.at(-1)?.medianMs ?? 0) / (straight?.medianMs ?? 1)
  return [
    {
      goal: 'an event with four folds costs at most so many events without',
      target: '≤ 8',
      measured: ratio.toFixed(2),
      met: ratio <= 8,
    },
    {
      goal: 'a refund of the oldest sale costs at most so many straight runs',
      target: '≤ 2.5',
      measured: last.toFixed(2),
      met: last <= 2.5,
    },
  ]
}

export const bench: Bench = { rows, goals }
