import fc from 'fast-check'
import {
  compile,
  orThrow,
  redo,
  settle,
  settleOne,
  type EventRecord,
  type Line,
  type State,
} from 'data-dividend'
import { explain, settlementArithmetic } from 'data-dividend/settlement'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'
import { settled } from './cases.js'
import { agreements, major, reduced, storiesOf } from './stories.js'

const mixed = agreements.chain((agreement) =>
  storiesOf(agreement).map((events) => ({
    agreement,
    events,
  })),
)

const sum = (lines: readonly Line[]): bigint => lines.reduce((all, { amount }) => all + amount, 0n)

const linesOf = (lines: readonly Line[], id: string) => lines.filter(({ event }) => event === id)

/** Totals and counters, those of 0 left out. */
const held = ({ totals, counters }: State) => {
  const entries = (map: ReadonlyMap<string, bigint>) =>
    [...map].filter(([, value]) => value !== 0n).sort(([a], [b]) => (a < b ? -1 : 1))
  return { totals: entries(totals), counters: entries(counters) }
}

describe('laws of agreements with folds', () => {
  it('a refund leaves what the story without it gives: replay equals straight run', () => {
    holds(
      fc.property(mixed, ({ agreement, events }) => {
        const straight = settled(agreement, reduced(events))
        expect(held(settled(agreement, events).state)).toEqual(held(straight.state))
      }),
    )
  })

  it('cutting a sale at one instant changes nothing', () => {
    holds(
      fc.property(mixed, fc.integer({ min: 0, max: 100 }), ({ agreement, events }, part) => {
        const story = reduced(events)
        const cut = story.flatMap((event): readonly EventRecord[] => {
          if (event.kind !== 'sale') return [event]
          const all = Math.round(Number(event.amount) * 100)
          const first = Math.floor((all * part) / 100)
          return [
            { ...event, amount: major(first) },
            { ...event, id: `${event.id}b`, amount: major(all - first) },
          ]
        })
        expect(held(settled(agreement, cut).state)).toEqual(held(settled(agreement, story).state))
      }),
    )
  })

  it('batches change nothing', () => {
    holds(
      fc.property(mixed, fc.nat(20), ({ agreement, events }, at) => {
        const first = settled(agreement, events.slice(0, at))
        const then = orThrow(settle(orThrow(compile(agreement)))(first.state)(events.slice(at)))
        expect(held(then.state)).toEqual(held(settled(agreement, events).state))
      }),
    )
  })

  it('lines sum to a sale, to less a refund, and to 0 for all else; no sale takes', () => {
    holds(
      fc.property(mixed, ({ agreement, events }) => {
        const { lines } = settled(agreement, events)
        for (const { id, kind, amount } of events) {
          const mine = linesOf(lines, id)
          const minor = BigInt(Math.round(Number(amount ?? 0) * 100))
          const wanted =
            kind === 'sale' ? minor
            : kind === 'refund' ? -minor
            : 0n
          expect(sum(mine)).toBe(wanted)
          if (kind === 'sale') expect(mine.filter((line) => line.amount < 0n)).toEqual([])
        }
      }),
    )
  })

  it('every event explains itself', () => {
    holds(
      fc.property(mixed, ({ agreement, events }) => {
        const program = orThrow(compile(agreement))
        const done = settled(agreement, events)
        for (const id of new Set(done.lines.map(({ event }) => event))) {
          const tree = orThrow(explain(program)(done)({ event: id }))
          expect(redo(settlementArithmetic)(tree)).toEqual({ _tag: 'Right', right: tree.value })
          const figures = tree.inputs ?? []
          expect(figures.every((figure) => 'inputs' in figure)).toBe(true)
        }
      }),
      30,
    )
  })

  it('settleOne gives the lines of settle, and asks for the log on a net refund', () => {
    holds(
      fc.property(mixed, ({ agreement, events }) => {
        const program = orThrow(compile(agreement))
        const story = reduced(events)
        const { lines } = settled(agreement, story)
        const counters: Record<string, bigint> = {}
        const one = settleOne(program)
        for (const event of story) {
          const done = orThrow(one(counters, undefined, event))
          Object.assign(counters, Object.fromEntries(done.counters))
          expect(done.lines).toEqual(linesOf(lines, event.id))
        }
        const refund = { id: 'r', at: '2027-01-01', kind: 'refund', of: 'e0', amount: '0.01' }
        if (program.timed)
          expect(one({}, undefined, refund)).toMatchObject({ left: { _tag: 'NeedsLog' } })
      }),
    )
  })

  it('original refunds reverse the lines of their own sale, without a replay', () => {
    holds(
      fc.property(mixed, ({ agreement, events }) => {
        const sales = events.filter(({ kind }) => kind === 'sale')
        const last = events.at(-1)
        if (last === undefined) return
        const back = sales.map(({ id, amount = '0.00' }): EventRecord => ({
          id: `${id}r`,
          at: last.at,
          kind: 'refund',
          of: id,
          amount,
        }))
        const story = [...events.filter(({ kind }) => kind !== 'refund'), ...back]
        const { lines } = settled({ ...agreement, refunds: 'original' }, story)
        for (const { id } of sales) {
          const negated = linesOf(lines, `${id}r`).map(({ party, amount }) => [party, -amount])
          expect(negated).toEqual(linesOf(lines, id).map(({ party, amount }) => [party, amount]))
        }
      }),
    )
  })
})
