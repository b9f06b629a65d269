import { settle, type Line } from 'data-dividend'
import {
  agreesWith,
  conserves,
  conservesEvents,
  equalWeightsWithinOne,
  exactAtWhole,
  ignoresBatches,
  ignoresOrder,
  ignoresParts,
  monotone,
  nearExact,
  nobodyPaysForSales,
  refundsUndo,
  settlesOnce,
  stories,
  storiesOf,
  weightLists,
  type Settler,
  type SplitRule,
} from 'data-dividend/laws'
import fc from 'fast-check'
import { map } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

const net = stories({ refunds: 'net' })

/** A settler whose lines are spoiled. */
const spoiled =
  (spoil: (line: Line, index: number) => readonly Line[]): Settler =>
  (program) =>
  (state) =>
  (events) =>
    map((done: { lines: readonly Line[]; state: typeof state }) => ({
      ...done,
      lines: done.lines.flatMap(spoil),
    }))(settle(program)(state)(events))

/** Every batch is settled as if nothing had been before. */
const forgetful: Settler = (program) => (state) => (events) =>
  settle(program)({ ...state, counters: new Map(), seen: new Map() })(events)

/** The first party of the first line takes the whole of every total. */
const greedy: SplitRule = (weights) => (total) =>
  weights.map((_, index) => (index === 0 ? total : 0n))

const fails = <Ts>(law: fc.IProperty<Ts>): boolean =>
  fc.check(law, { numRuns: 200, seed: 7, endOnFailure: true }).failed

describe('laws of settlement are broken by', () => {
  it('a lost line', () => {
    expect(
      fails(
        conservesEvents(
          net,
          spoiled((line) => (line.amount > 9n ? [] : [line])),
        ),
      ),
    ).toBe(true)
  })
  it('a party that pays for a sale', () => {
    const paying = spoiled((line) => [line, { ...line, party: 'x', amount: -1n }])
    expect(fails(nobodyPaysForSales(net, paying))).toBe(true)
  })
  it('a total that depends on the order', () => {
    expect(fails(ignoresOrder(stories({ refunds: 'original' }), settle))).toBe(true)
  })
  it('a batch that forgets the ones before', () => {
    expect(fails(ignoresBatches((state) => state)(net, forgetful))).toBe(true)
  })
  it('a state that does not travel', () => {
    const losing = ignoresBatches((state) => ({ ...state, counters: new Map() }))
    expect(fails(losing(net, settle))).toBe(true)
  })
  it('refunds that are rounded part by part', () => {
    const rounding: Settler = (program) => (state) => (events) =>
      map((done: { lines: readonly Line[]; state: typeof state }) => ({
        ...done,
        state: { ...done.state, totals: new Map([['x', BigInt(events.length)]]) },
      }))(settle(program)(state)(events))
    expect(fails(ignoresParts(net, rounding))).toBe(true)
  })
  it('an event that is settled twice', () => {
    const twice: Settler = (program) => (state) => (events) =>
      settle(program)({ ...state, seen: new Map(), sales: new Map() })(
        events.map((event, index) => ({ ...event, id: `${event.id}.${index}` })),
      )
    const sales = storiesOf({
      agreement: 'pair',
      currency: 'CNY',
      flow: [{ share: { id: 'all', of: { a: 1, b: 1 } } }],
    }).filter(({ events }) => events.every(({ kind }) => kind === 'sale'))
    expect(fails(settlesOnce(sales, twice))).toBe(true)
  })
  it('a refund that keeps something', () => {
    const keeping = spoiled((line) => (line.restates === undefined ? [line] : []))
    expect(fails(refundsUndo(net, keeping))).toBe(true)
  })
  it('another figure', () => {
    const other = spoiled((line, index) => [
      index === 0 ? { ...line, amount: line.amount + 1n } : line,
    ])
    expect(fails(agreesWith(settle)(net, other))).toBe(true)
  })
})

describe('laws of splitting are broken by', () => {
  const floors: SplitRule = (weights) => (total) =>
    weights.map((weight) => (weight * total) / weights.reduce((a, b) => a + b))
  it('lost units', () => {
    expect(fails(conserves(weightLists, floors))).toBe(true)
  })
  it('a part below nothing', () => {
    const below: SplitRule = () => (total) => [total + 1n, -1n]
    expect(fails(conserves(fc.constant([1n, 1n]), below))).toBe(true)
  })
  it('a part too few', () => {
    expect(fails(conserves(fc.constant([1n, 1n]), () => (total) => [total]))).toBe(true)
  })
  it('a unit that moves on', () => {
    const turns: SplitRule = () => (total) => (total % 2n === 0n ? [total, 0n] : [0n, total])
    expect(fails(monotone(fc.constant([1n, 1n]), turns))).toBe(true)
  })
  it('one party that takes all', () => {
    expect(fails(exactAtWhole(weightLists, greedy))).toBe(true)
    expect(fails(equalWeightsWithinOne(weightLists, greedy))).toBe(true)
    expect(fails(nearExact(2n)(weightLists, greedy))).toBe(true)
  })
})
