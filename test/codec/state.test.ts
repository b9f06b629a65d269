import { right, type Either } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, emptyState, orThrow, settle, type Line, type State } from 'data-dividend'
import {
  readDocument,
  settlementFromJson,
  settlementToJson,
  stateFromJson,
  stateToJson,
} from 'data-dividend/codec'
import { stories } from 'data-dividend/laws'
import { holds } from '../runs.js'
import { agreements, storiesOf } from '../settlement/stories.js'

const value = (pieces: Iterable<string>): unknown =>
  orThrowDocument(readDocument('json')([...pieces].join(''))).value

const orThrowDocument = (document: ReturnType<ReturnType<typeof readDocument>>) => {
  if (document._tag === 'Left') throw new Error(JSON.stringify(document.left.faults))
  return document.right
}

const sorted = <A>(map: ReadonlyMap<string, A>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))

/** The same state in order of names, as a file has it. */
const inOrder = (state: State): State => ({
  ...state,
  sales: new Map(sorted(state.sales)),
  seen: new Map(sorted(state.seen)),
  counters: new Map(sorted(state.counters)),
  totals: new Map(sorted(state.totals)),
})

describe.each(['net', 'original'] as const)('laws (%s)', (refunds) => {
  it('a state goes through JSON unchanged, at any point, and settles on as before', () => {
    fc.assert(
      fc.property(stories({ refunds }), fc.nat(30), ({ agreement, events }, cut) => {
        const on = settle(orThrow(compile(agreement)))
        const half = orThrow(on(emptyState(agreement))(events.slice(0, cut)))
        const read = stateFromJson(value(stateToJson(half.state)))
        expect(read).toEqual(right(half.state))
        const again = orThrow(read as ReturnType<typeof stateFromJson> & { _tag: 'Right' })
        const rest = events.slice(cut)
        const [before, after] = [orThrow(on(half.state)(rest)), orThrow(on(again)(rest))]
        expect(after.lines).toEqual(before.lines)
        expect(after.notes).toEqual(before.notes)
        const texts = [before, after].map(({ state }) => [...stateToJson(state)].join(''))
        expect(texts[0]).toBe(texts[1])
      }),
    )
  })

  it('a statement goes through JSON unchanged', () => {
    fc.assert(
      fc.property(stories({ refunds }), ({ agreement, events }) => {
        const { lines, state } = orThrow(
          settle(orThrow(compile(agreement)))(emptyState(agreement))(events),
        )
        const totals = new Map<string, bigint>()
        for (const { party, amount } of lines) totals.set(party, (totals.get(party) ?? 0n) + amount)
        const file = { agreement, lines, totals, state }
        const read = settlementFromJson(value(settlementToJson(file)))
        expect(read).toEqual(right({ ...file, agreement: withoutBigint(agreement) }))
      }),
    )
  })
})

describe('laws of agreements that look at time', () => {
  const timed = agreements.chain((agreement) =>
    storiesOf(agreement).map((events) => {
      const on = { at: '2027-06-01', kind: 'sale' }
      const last = [
        { ...on, id: 'x1', kind: 'hold', of: 'author' },
        { ...on, id: 'x2', amount: '100.00' },
        { ...on, id: 'x3', kind: 'succeed', of: 'agent', units: { heir: '0.5', other: 1 } },
        { ...on, id: 'x4', amount: '10.00', use: 'x' },
        { ...on, id: 'x5', kind: 'pay', of: 'author', amount: '5.00', withheld: '1.00', rate: '7' },
        { ...on, id: 'x6', kind: 'release', of: 'author', amount: '0.00' },
        { ...on, id: 'x7', kind: 'refund', of: 'x2', amount: '50.00' },
      ]
      return { agreement, events: [...events, ...last] }
    }),
  )

  it('a state goes through JSON unchanged, at any point, and settles on as before', () => {
    holds(
      fc.property(timed, fc.nat(20), ({ agreement, events }, cut) => {
        const on = settle(orThrow(compile(agreement)))
        const half = orThrow(on(emptyState(agreement))(events.slice(0, cut)))
        const read = stateFromJson(value(stateToJson(half.state)))
        expect(read).toEqual(right(half.state))
        const rest = events.slice(cut)
        const after = orThrow(on(half.state)(rest))
        expect(on(orThrow(read as Either<never, State>))(rest)).toEqual(right(after))
      }),
    )
  })
})

const withoutBigint = (agreement: object): unknown =>
  JSON.parse(
    JSON.stringify(agreement, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one)),
  )

describe('edges', () => {
  const pair = { agreement: 'pair', currency: 'CNY', flow: [{ share: { id: 'x', of: { a: 1 } } }] }

  it('ids and parties named as parts of every object go through', () => {
    const party = JSON.parse('{"constructor": 1, "toString": 2}') as Record<string, number>
    const agreement = { ...pair, flow: [{ share: { id: 'x', of: party } }] }
    const events = ['__proto__', 'constructor', '10', '9'].map((id) => ({
      id,
      at: '2026-01-05',
      kind: 'sale',
      amount: '1.00',
    }))
    const { state } = orThrow(settle(orThrow(compile(agreement)))(emptyState(agreement))(events))
    expect(stateFromJson(value(stateToJson(state)))).toEqual(right(state))
    expect([...inOrder(state).sales.keys()]).toEqual(['10', '9', '__proto__', 'constructor'])
  })

  it('counters beyond the largest amount go through', () => {
    const state = { ...emptyState(pair), counters: new Map([['x', -(10n ** 60n)]]) }
    expect(stateFromJson(value(stateToJson(state)))).toEqual(right(state))
  })

  it('the same state is the same text, however it came about', () => {
    const on = settle(orThrow(compile(pair)))(emptyState(pair))
    const sale = (id: string) => ({ id, at: '2026-01-05', kind: 'sale', amount: '1.00' })
    const [one, other] = [
      ['a', 'b'],
      ['b', 'a'],
    ].map((ids) => orThrow(on(ids.map(sale))).state)
    expect([...stateToJson(one!)]).toEqual([...stateToJson(other!)])
  })

  it('the first format ever released is read', () => {
    const first = `{"format":"data-dividend/state@1","agreement":"pair","currency":"KWD",
      "refundsUntil":"2026-01-01",
      "sales":{"s1":{"at":"2026-01-05","amount":"1.000","refunded":"0.250","attributes":{"use":"x"},
        "lines":[{"party":"a","path":"x","kind":"share","amount":"1.000"}],"digest":"0f"}},
      "seen":{"d1":{"at":"2026-01-06","digest":"1f","units":[{"party":"a","units":"3"}]}},
      "counters":{"x":"0.750"},"totals":{"a":"-0.001"}}`
    expect(stateFromJson(value([first]))).toMatchObject({
      right: {
        refundsUntil: '2026-01-01',
        sales: new Map([
          [
            's1',
            {
              at: '2026-01-05',
              amount: 1000n,
              refunded: 250n,
              attributes: { use: 'x' },
              lines: [{ party: 'a', path: 'x', kind: 'share', amount: 1000n }],
              digest: '0f',
            },
          ],
        ]),
        seen: new Map([['d1', { at: '2026-01-06', digest: '1f', units: [['a', 3n]] }]]),
        counters: new Map([['x', 750n]]),
        totals: new Map([['a', -1n]]),
      },
    })
  })

  it.each([
    [{ currency: 'ABC' }, ['currency']],
    [
      { seen: { d: { at: '2026-01-05', digest: '', units: [{ party: 'a', units: '1.5' }] } } },
      ['seen', 'd', 'units', 0, 'units'],
    ],
    [{ refundsUntil: 'soon' }, ['refundsUntil']],
    [{ totals: { a: '1' } }, ['totals', 'a']],
    [{ format: 'data-dividend/state@9' }, ['format']],
  ])('%j is refused at %j', (change, path) => {
    const read = stateFromJson({ ...(value(stateToJson(emptyState(pair))) as object), ...change })
    expect(read).toMatchObject({ left: [{ _tag: 'WrongType', path }] })
  })

  it('an amount of a statement that is none is told', () => {
    const line = {
      event: 's1',
      at: '2026-01-05',
      party: 'a',
      path: 'x',
      kind: 'share',
      period: '2026-01',
    }
    const file = {
      agreement: pair,
      lines: [] as Line[],
      totals: new Map(),
      state: emptyState(pair),
    }
    const json = { ...(value(settlementToJson(file)) as object), lines: [{ ...line, amount: '1' }] }
    expect(settlementFromJson(json)).toMatchObject({
      left: [{ _tag: 'WrongType', path: ['lines', 0, 'amount'] }],
    })
    expect(settlementFromJson({ ...json, state: {} })).toMatchObject({ _tag: 'Left' })
  })
})
