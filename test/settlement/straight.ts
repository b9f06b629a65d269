/** Agreements without branches, amended up to three times, of which every clause may carry: dense
 *  in what is rare among random ones. */
import type { Agreement, Amendment, Scalar, Step, Terms } from 'data-dividend'
import { storiesOf, type Story } from 'data-dividend/laws'
import fc from 'fast-check'

const kinds = ['tiers', 'slab', 'rate', 'fixed', 'order', 'proRata', 'equal'] as const
const periods = ['month', 'quarter', 'year', 'life'] as const

/** What does not change from version to version, so that a clause goes on. */
const skeletons = fc.record({
  clauses: fc.array(
    fc.record({ kind: fc.constantFrom(...kinds), scope: fc.constantFrom(0, 1, 2, 3, 3, 3) }),
    { minLength: 1, maxLength: 3 },
  ),
  advance: fc.boolean(),
  from: fc.subarray(['2026-01-15', '2026-02-01', '2026-03-16', '2026-04-01'], { minLength: 1 }),
  refunds: fc.constantFrom('net', 'original'),
})

/** Stories of straight agreements. */
export const straightStories: fc.Arbitrary<Story> = skeletons
  .chain(({ clauses, advance, from, refunds }) => {
    const scopes = clauses.map(({ scope }) => scope).sort((a, b) => a - b)
    const ids = [...clauses.map((_, index) => `c${index}`), 'adv'].slice(0, advance ? 9 : -1)
    const steps = clauses.map(({ kind }, index) => clause(kind, `c${index}`, scopes[index] ?? 0))
    const terms: fc.Arbitrary<Terms> = fc
      .tuple(fc.tuple(...steps), advance ? advances : fc.constant([]), weights)
      .map(([taking, ahead, of]) => ({
        flow: [...taking, ...ahead, { share: { id: 'end', of } }],
        flows: { both: [{ share: { id: 'halves', of: { p1: 1, p2: 1 } } }] },
      }))
    const amended = from.map((date) =>
      fc
        .tuple(terms, fc.subarray(ids))
        .map(([now, carry]): Amendment => ({ from: date, carry, ...now })),
    )
    return fc.tuple(terms, fc.tuple(...amended)).map(([first, amendments]): Agreement => ({
      agreement: 'straight',
      currency: 'JPY',
      refunds,
      ...first,
      amendments,
      pools: { pool: {} },
    }))
  })
  .chain((agreement) => storiesOf(agreement, { huge: false }))

const amounts = fc.nat(3000).map(String)

const rates: fc.Arbitrary<Scalar> = fc.constantFrom(
  '10%',
  '1/3',
  '0.875',
  '100%',
  '62.5%',
  0,
  '1/7',
)

const weights = fc.record({ p1: fc.integer({ min: 1, max: 3 }), p2: fc.nat(3), pool: fc.nat(1) })

const bounds = fc
  .tuple(fc.boolean(), fc.boolean(), fc.nat(900), fc.nat(900))
  .map(([low, high, floor, more]) => ({
    ...(low ? { floor: String(floor) } : {}),
    ...(high ? { cap: String(floor + more) } : {}),
  }))

const bands = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 4000 }), { maxLength: 3 }),
    fc.tuple(rates, rates, rates, rates),
  )
  .map(([ends, [last, ...others]]) => [
    ...ends.sort((a, b) => a - b).map((upTo, index) => ({ upTo, rate: others[index] ?? 0 })),
    { rate: last },
  ])

const clause = (kind: (typeof kinds)[number], id: string, at: number): fc.Arbitrary<Step> => {
  const scope = periods[at] ?? 'life'
  const on =
    scope === 'life' ? ({ on: 'life' } as const) : ({ on: 'period', every: scope } as const)
  const fee = { id, to: 'agent', ...on }
  switch (kind) {
    case 'rate':
      return fc
        .tuple(rates, bounds)
        .map(([rate, bound]) => ({ commission: { ...fee, rate, ...bound } }))
    case 'tiers':
      return fc
        .tuple(bands, bounds)
        .map(([tiers, bound]) => ({ levy: { ...fee, tiers, ...bound } }))
    case 'slab':
      return fc.tuple(bands, bounds).map(([slab, bound]) => ({
        commission: { ...fee, slab, breaks: 'hold', ...bound },
      }))
    case 'fixed':
      return amounts.map((amount) => ({ fixed: { ...fee, amount } }))
    default:
      return fc.tuple(amounts, amounts).map(([a, b]) => ({
        claims: { id, of: { a: `1${a}`, b }, by: kind, ...on },
      }))
  }
}

const advances = fc
  .tuple(amounts, rates, fc.constantFrom('p1', 'both', 'pool'))
  .map(([amount, recoup, to]): readonly Step[] => [
    { advance: { id: 'adv', from: 'label', to, amount, recoup } },
  ])
