/** Arbitrary agreements that mix every clause with a state, and stories in order of date. */
import fc from 'fast-check'
import type { Agreement, EventRecord, Step } from 'data-dividend'

const cents = (most: number) =>
  fc.integer({ min: 0, max: most }).map((minor) => (minor / 100).toFixed(2))

const percent = fc.integer({ min: 0, max: 1000 }).map((n) => `${(n / 10).toFixed(1)}%`)

/** Each stands at most once; `id` and parties are its own. */
const steps: readonly fc.Arbitrary<readonly Step[]>[] = [
  fc
    .record({ rate: percent, cap: cents(2000) })
    .map(({ rate, cap }) => [{ commission: { id: 'fee', to: 'agent', rate, cap } }]),
  fc
    .record({
      capital: cents(5000),
      rate: percent,
      days: fc.constantFrom('ACT/365', 'ACT/360', '30E/360'),
      compounding: fc.constantFrom('simple' as const, 'annual' as const),
      order: fc.constantFrom(
        'returnFirst' as const,
        'capitalFirst' as const,
        'returnOnly' as const,
      ),
      carry: fc.integer({ min: 0, max: 49 }),
      catchUp: fc.integer({ min: 50, max: 100 }),
    })
    .map(({ carry, catchUp, ...terms }) => [
      { preferred: { id: 'pref', to: 'lp', since: '2026-01-01', ...terms } },
      {
        catchUp: {
          id: 'carry',
          to: 'gp',
          hurdle: 'pref',
          carry: `${carry}%`,
          rate: `${catchUp}%`,
        },
      },
    ]),
  cents(3000).map((amount) => [
    { guarantee: { id: 'least', from: 'publisher', to: 'author', amount } },
  ]),
  fc
    .record({ rate: percent, over: fc.integer({ min: 1, max: 4 }) })
    .map(({ rate, over }) => [{ reserve: { id: 'returns', rate, over, in: 'returnsHeld' } }]),
  cents(3000).map((amount) => [
    { permitted: { id: 'permitted', on: 'period', amount, excess: 'excessHeld' } },
  ]),
  fc
    .record({
      low: percent,
      high: percent,
      moves: fc.constantFrom('up' as const, 'down' as const, 'both' as const),
    })
    .map(({ low, high, moves }) => [
      {
        ratchet: {
          id: 'ratchet',
          to: 'author',
          of: 'users',
          tiers: [{ upTo: 50, rate: low }, { rate: high }],
          moves,
        },
      },
    ]),
  percent.map((rate) => [
    { interest: { id: 'late', from: 'debtor', to: 'creditor', rate, days: 'ACT/365' } },
  ]),
  fc
    .record({ capital: cents(3000), carry: percent })
    .map((terms) => [
      { clawback: { id: 'back', from: 'gp', to: 'lp', since: '2026-03-01', ...terms } },
    ]),
]

const slab = fc
  .record({ first: percent, then: percent, upTo: cents(2000) })
  .filter(({ upTo }) => upTo !== '0.00')
  .map(({ first, then, upTo }): readonly Step[] => [
    {
      commission: {
        id: 'slab',
        to: 'seller',
        slab: [{ upTo, rate: first }, { rate: then }],
        breaks: 'adjust',
      },
    },
  ])

const end = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 })
  .filter((weights) => weights.some((weight) => weight > 0))
  .chain(([a = 0, b = 0, c = 0]) =>
    fc
      .constantFrom('tree' as const, 'carried' as const)
      .map((by): readonly Step[] => [{ share: { id: 'rest', of: { a, b, c }, by } }]),
  )

/** Steps in any order; a slab that is put right stands below, before a share of the tree. */
export const agreements: fc.Arbitrary<Agreement> = fc
  .shuffledSubarray([...steps.keys()], { minLength: 1 })
  .chain((chosen) =>
    fc.tuple(
      fc.tuple(...chosen.map((index) => steps[index]!)),
      fc.oneof(
        end,
        slab.map((step): readonly Step[] => [
          ...step,
          { share: { id: 'rest', of: { a: 2, b: 1, c: 1 } } },
        ]),
      ),
    ),
  )
  .map(([body, last]) => ({
    agreement: 'mixed',
    currency: 'CNY',
    flow: [...body.flat(), ...last],
  }))

type Move =
  | { readonly move: 'sale'; readonly cents: number }
  | { readonly move: 'refund'; readonly of: number; readonly part: number }
  | { readonly move: 'close' | 'users' | 'debt' | 'weights'; readonly n: number }

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ move: fc.constant('sale' as const), cents: fc.nat(100_000) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      move: fc.constant('refund' as const),
      of: fc.nat(20),
      part: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      move: fc.constantFrom(
        'close' as const,
        'users' as const,
        'debt' as const,
        'weights' as const,
      ),
      n: fc.nat(100),
    }),
  },
)

/** A story for an agreement: days pass, months close and open, sales and refunds come. */
export const storiesOf = (agreement: Agreement): fc.Arbitrary<readonly EventRecord[]> =>
  fc.array(fc.tuple(move, fc.integer({ min: 0, max: 40 })), { maxLength: 14 }).map((moves) => {
    const has = (kind: string) => agreement.flow.some((step) => kind in step)
    const carried = agreement.flow.some((step) => 'share' in step && step.share.by === 'carried')
    const events: EventRecord[] = []
    const left = new Map<string, number>()
    let day = Date.UTC(2026, 0, 1)
    let closed = '2025-12'
    for (const [index, [next, days]] of moves.entries()) {
      day += days * 86_400_000
      const at = new Date(day).toISOString().slice(0, 10)
      const id = `e${index}`
      if (next.move === 'sale') {
        left.set(id, next.cents)
        events.push({ id, at, kind: 'sale', amount: major(next.cents) })
      } else if (next.move === 'refund') {
        const sale = [...left.keys()][next.of % Math.max(1, left.size)]
        if (sale === undefined) continue
        const amount = Math.floor((left.get(sale) ?? 0) / next.part)
        left.set(sale, (left.get(sale) ?? 0) - amount)
        events.push({ id, at, kind: 'refund', of: sale, amount: major(amount) })
      } else if (next.move === 'close') {
        const month = new Date(day)
        month.setUTCDate(0)
        const of = month.toISOString().slice(0, 7)
        if (of <= closed) continue
        closed = of
        events.push({ id, at, kind: 'close', of })
        events.push({ id: `${id}o`, at, kind: 'open', of: at.slice(0, 7) })
      } else if (next.move === 'users' && has('ratchet')) {
        events.push({ id, at, kind: 'accrue', of: 'users', value: next.n })
      } else if (next.move === 'debt' && has('interest')) {
        events.push({ id, at, kind: 'accrue', of: 'late', amount: major(next.n * 100) })
      } else if (next.move === 'weights' && carried) {
        events.push({ id, at, kind: 'accrue', of: 'rest', units: { a: next.n, b: 3, c: 1 } })
      }
    }
    return events
  })

/** The same story without refunds: each sale as what is left of it. */
export const reduced = (events: readonly EventRecord[]): readonly EventRecord[] => {
  const minor = (amount: EventRecord['amount']) => Math.round(Number(amount ?? 0) * 100)
  const refunded = new Map<string, number>()
  for (const { kind, of = '', amount } of events) {
    if (kind === 'refund') refunded.set(of, (refunded.get(of) ?? 0) + minor(amount))
  }
  return events
    .filter(({ kind }) => kind !== 'refund')
    .map((event) =>
      event.kind === 'sale' ?
        { ...event, amount: major(minor(event.amount) - (refunded.get(event.id) ?? 0)) }
      : event,
    )
}

export const major = (minor: number): string => (minor / 100).toFixed(2)
