import fc from 'fast-check'
import { compile, emptyState, orThrow, redo, settle } from 'data-dividend'
import { explain, settlementArithmetic } from 'data-dividend/settlement'
import type { Agreement, EventRecord, Explained } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'
import { settled } from './cases.js'
import { agreements, storiesOf } from './stories.js'

type Move = readonly [move: 'hold' | 'release' | 'succeed' | 'none', party: string]

const moves = fc.array(
  fc.tuple(
    fc.constantFrom('hold' as const, 'release' as const, 'succeed' as const, 'none' as const),
    fc.constantFrom('a', 'b', 'author', 'agent', 'lp'),
  ),
  { minLength: 20, maxLength: 20 },
)

/** A story with holds, releases and successions strewn in where they are allowed. */
const strewn = (
  events: readonly EventRecord[],
  wanted: readonly Move[],
): readonly EventRecord[] => {
  const held = new Set<string>()
  const gone = new Set<string>()
  return events.flatMap((event, index) => {
    const [move, of] = wanted[index % wanted.length] ?? ['none', 'a']
    const own = { id: `p${index}`, at: event.at, kind: move, of }
    if (move === 'hold' && !held.has(of)) {
      held.add(of)
      return [own, event]
    }
    if (move === 'release' && held.has(of)) {
      held.delete(of)
      return [own, event]
    }
    if (move === 'succeed' && !gone.has(of)) {
      gone.add(of)
      return [{ ...own, units: { [`${of}-first`]: 2, [`${of}-second`]: 1 } }, event]
    }
    return [event]
  })
}

const mixed = agreements.chain((agreement) =>
  fc.tuple(fc.constant(agreement), storiesOf(agreement), moves),
)

/** Totals by place: a party with its account and its successors. */
const byPlace = (totals: ReadonlyMap<string, bigint>): ReadonlyMap<string, bigint> => {
  const sums = new Map<string, bigint>()
  for (const [party, amount] of totals) {
    const place = party.replace(/^hold:/, '').replace(/-(first|second)$/, '')
    sums.set(place, (sums.get(place) ?? 0n) + amount)
  }
  return new Map([...sums].filter(([, amount]) => amount !== 0n).sort())
}

describe('laws of places', () => {
  it('whoever stands in a place, the place has what it earned', () => {
    holds(
      fc.property(mixed, ([agreement, events, wanted]) => {
        const plain = settled(agreement, events)
        const moved = settled(agreement, strewn(events, wanted))
        expect(byPlace(moved.state.totals)).toEqual(byPlace(plain.state.totals))
      }),
    )
  })

  it('a hold, a release and a succession sum to 0 and explain themselves', () => {
    holds(
      fc.property(mixed, ([agreement, events, wanted]) => {
        const done = settled(agreement, strewn(events, wanted))
        const program = orThrow(compile(agreement))
        for (const id of new Set(done.lines.map(({ event }) => event))) {
          const tree = orThrow(explain(program)(done)({ event: id }))
          expect(redo(settlementArithmetic)(tree)).toEqual({ _tag: 'Right', right: tree.value })
          if (id.startsWith('p')) expect(tree.value).toBe('0.00')
        }
      }),
      30,
    )
  })

  it('successors have the monotone split of all that the place had, in any batches', () => {
    const agreement: Agreement = {
      agreement: 'one',
      currency: 'CNY',
      flow: [{ share: { id: 'all', of: { a: 1 } } }],
    }
    const program = orThrow(compile(agreement))
    holds(
      fc.property(fc.array(fc.nat(1000), { maxLength: 20 }), fc.nat(20), (sales, at) => {
        const events = sales.map((minor, index) => ({
          id: `s${index}`,
          at: '2026-01-05',
          kind: 'sale',
          amount: (minor / 100).toFixed(2),
        }))
        const passed = {
          id: 'm',
          at: '2026-01-05',
          kind: 'succeed',
          of: 'a',
          units: { x: 2, y: 1 },
        }
        const story = [...events.slice(0, at), passed, ...events.slice(at)]
        const whole = BigInt(sales.reduce((sum, minor) => sum + minor, 0))
        const first = orThrow(settle(program)(emptyState(agreement))(story.slice(0, at + 1)))
        const { state } = orThrow(settle(program)(first.state)(story.slice(at + 1)))
        expect(state.totals.get('x') ?? 0n).toBe((4n * whole + 3n) / 6n)
        expect((state.totals.get('x') ?? 0n) + (state.totals.get('y') ?? 0n)).toBe(whole)
        const done = orThrow(settle(program)(emptyState(agreement))(story))
        for (const line of done.lines.filter(({ party }) => party === 'x' || party === 'y')) {
          const tree = orThrow(explain(program)(done)({ event: line.event }))
          const figures = (tree.inputs ?? []).filter((one): one is Explained => 'value' in one)
          const own = figures.filter(({ title }) => title?.en.startsWith(`${line.party} by`))
          expect(own.map(({ formula }) => formula ?? 'none').join()).toMatch(/^after( − before)?$/)
        }
      }),
    )
  })
})
