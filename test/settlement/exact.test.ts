/** What settlement keeps, notes and refuses, field by field. */
import { compile, emptyState, forgetBefore, orThrow, parseDate, settle } from 'data-dividend'
import { startRun, type Agreement, type EventRecord, type Steps } from 'data-dividend'
import { settleOne } from 'data-dividend/settlement'
import { isRight, left } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { settled } from './cases.js'
import { agreement, end, fee, other, refund, sale } from './small.js'

const day = '2026-01-05'
const digest = expect.any(String) as string
const plain = agreement([end({ a: 1, b: 1 })])
const reserve = { reserve: { id: 'back', rate: '10%', over: 1, in: 'kept' } }
const pools = { fund: { units: { a: 1, b: 1 } } }

const fault = (of: Agreement, events: readonly EventRecord[]): unknown => {
  const done = settle(orThrow(compile(of)))(emptyState(of))(events)
  return isRight(done) ? undefined : done.left
}

describe('notes', () => {
  const when = (name: string) => ({ when: { id: name, test: { [name]: 'x' }, then: [] } })
  const of = agreement([when('use'), when('size'), end()])
  const unseen = (events: readonly EventRecord[]) => settled(of, events).notes

  it('name attributes that no sale has, once there are sales', () => {
    expect(unseen([])).toEqual([])
    expect(unseen([sale('s1', day, 1, { use: 'y' }), sale('s2', day, 1)])).toEqual([
      { _tag: 'AttributeNotSeen', attribute: 'size' },
    ])
  })
  it('name debits in order of their names', () => {
    const steps: Steps = [
      { payment: { id: 'pay', from: 'z', to: 'a', amount: 5 } },
      { payment: { id: 'more', from: 'b', to: 'a', amount: 5 } },
      { payment: { id: 'last', from: 'm', to: 'a', amount: 5 } },
      end({ a: 1 }),
    ]
    const events = ['pay', 'more', 'last'].map((id) => other(id, day, 'transfer', id))
    expect(settled(agreement(steps), events).notes).toEqual([
      { _tag: 'InDebit', name: 'b', amount: '-5' },
      { _tag: 'InDebit', name: 'm', amount: '-5' },
      { _tag: 'InDebit', name: 'z', amount: '-5' },
    ])
  })
  it('tell what an advance took by itself, not what stands above it', () => {
    const of = agreement([
      fee({ rate: '50%' }),
      { advance: { id: 'adv', from: 'label', to: 'a', amount: 10 } },
      end({ a: 1 }),
    ])
    const paid = other('t1', day, 'transfer', 'adv', { amount: 7 })
    expect(settled(of, [paid, sale('s1', day, 14)]).notes).toEqual([])
    expect(settled(of, [paid, sale('s1', day, 16)]).notes).toEqual([
      { _tag: 'RecoupedBeforePaid', advance: 'adv', recouped: '8', paid: '7' },
    ])
  })
})

describe('the state keeps', () => {
  it('of a dividend its own units and price, and of other events neither', () => {
    const of = agreement([end({ fund: 1, a: 1 })], { pools })
    const units = { a: '1/2', b: 1 }
    const { state } = settled(of, [
      sale('s1', day, 40),
      other('d1', day, 'declare', 'fund', { amount: 1 }),
      other('d2', day, 'declare', 'fund', { amount: 1, units: { a: 3, b: 1 } }),
      other('d3', day, 'declare', 'fund', { units, perUnit: 2 }),
    ])
    const own = [
      ['a', 1n],
      ['b', 2n],
    ]
    expect([...state.seen]).toStrictEqual([
      ['d1', { at: day, digest }],
      [
        'd2',
        {
          at: day,
          digest,
          units: [
            ['a', 3n],
            ['b', 1n],
          ],
        },
      ],
      ['d3', { at: day, digest, units: own, scale: 2n, perUnit: { num: 2n, den: 1n } }],
    ])
  })
  it('no payments, places or log where there are none', () => {
    expect(settled(plain, [sale('s1', day, 1)]).state).toStrictEqual({
      agreement: 'edge',
      currency: 'JPY',
      sales: new Map([['s1', { at: day, amount: 1n, refunded: 0n, attributes: {}, digest }]]),
      seen: new Map(),
      counters: new Map([['end', 1n]]),
      totals: new Map([['a', 1n]]),
    })
  })
  it('of a payout what it says of itself', () => {
    const notes = { payer: 'p', item: 'i', project: 'j', paid: 'USD 1', rate: '7', rateSource: 'r' }
    const { state } = settled(plain, [
      other('p1', day, 'pay', 'a', { amount: 5 }),
      other('p2', day, 'pay', 'b', { amount: 5, withheld: 1, ...notes }),
    ])
    expect([...(state.payments ?? [])]).toStrictEqual([
      ['p1', { at: day, party: 'a', gross: 5n, withheld: 0n }],
      ['p2', { at: day, party: 'b', gross: 5n, withheld: 1n, ...notes }],
    ])
  })
  it('under original refunds the lines of a sale', () => {
    const { state } = settled({ ...plain, refunds: 'original' }, [sale('s1', day, 2)])
    expect(state.sales.get('s1')?.lines).toStrictEqual([
      { party: 'a', path: 'end', kind: 'share', amount: 1n },
      { party: 'b', path: 'end', kind: 'share', amount: 1n },
    ])
  })
  it('in its log what an empty amount came to', () => {
    const of = agreement(
      [reserve, { advance: { id: 'adv', from: 'l', to: 'a', amount: 4 } }, end({ a: 1 })],
      { pools: { kept: { units: { a: 1 } } } },
    )
    const { state } = settled(of, [
      sale('s1', day, 30),
      other('d1', day, 'declare', 'kept'),
      other('d2', day, 'declare', 'kept'),
      other('t1', day, 'transfer', 'adv'),
    ])
    const common = { at: day, attributes: {} }
    expect(state.log).toStrictEqual([
      { id: 's1', kind: 'sale', ...common, amount: 30n },
      { id: 'd1', kind: 'declare', of: 'kept', ...common, amount: 3n },
      { id: 'd2', kind: 'declare', of: 'kept', ...common, amount: 0n },
      { id: 't1', kind: 'transfer', of: 'adv', ...common, amount: 4n },
    ])
  })
  it('what is dated on the day from which it remembers, and forgets what is before', () => {
    const { state } = settled(plain, [
      sale('s1', '2026-01-04', 2),
      sale('s2', day, 2),
      refund('r1', '2026-01-04', 's1', 1),
      refund('r2', day, 's2', 1),
      refund('r3', '2026-01-06', 's2', 1),
    ])
    const until = (date: string) => forgetBefore(orThrow(parseDate(date)))
    const short = until(day)(state)
    expect([...short.sales.keys()]).toEqual(['s2'])
    expect([...short.seen.keys()]).toEqual(['r2', 'r3'])
    expect(short.refundsUntil).toBe(day)
    expect(until('2026-01-04')(short).refundsUntil).toBe(day)
    expect([...until('2026-01-06')(short).seen.keys()]).toEqual(['r3'])
  })
})

describe('a state is refused', () => {
  const program = orThrow(compile(plain))
  it.each([
    ['of another agreement', { agreement: 'x', currency: 'JPY' }, 'x (JPY)'],
    ['in another currency', { agreement: 'edge', currency: 'CNY' }, 'edge (CNY)'],
  ])('%s', (_, head, state) => {
    expect(startRun(program, emptyState(head))).toEqual(
      left({ _tag: 'OtherState', agreement: 'edge (JPY)', state }),
    )
  })
  it('that has lost its log', () => {
    const { state } = settled(plain, [sale('s1', day, 1)])
    expect(startRun(orThrow(compile(agreement([reserve, end()]))), state)).toEqual(
      left({ _tag: 'NeedsLog', kind: 'state', path: [] }),
    )
  })
})

describe('one event by itself', () => {
  const one = settleOne(orThrow(compile(plain)))

  it.each(['hold', 'release', 'succeed'])('needs the log for a %s', (kind) => {
    const event = other('h', day, kind, 'a', kind === 'succeed' ? { units: { x: 1 } } : {})
    expect(one({}, undefined, event)).toEqual(left({ _tag: 'NeedsLog', kind, path: [0, 'kind'] }))
  })
  it('is refused when it cannot be read', () => {
    expect(one({}, undefined, sale('s1', 'x', 1))).toEqual(
      left({ _tag: 'NotADate', text: 'x', path: [0, 'at'] }),
    )
    const lost = settleOne({ ...orThrow(compile(plain)), zone: 'Nowhere' })
    expect(lost({}, undefined, sale('s1', day, 1))).toEqual(
      left({ _tag: 'NotADate', text: day, path: [0, 'at'] }),
    )
  })
  it('gives lines, the counters that moved and the record of the sale', () => {
    expect(orThrow(one({ end: 1n }, undefined, sale('s1', day, 1)))).toStrictEqual({
      lines: [
        {
          event: 's1',
          at: day,
          party: 'b',
          path: 'end',
          kind: 'share',
          amount: 1n,
          period: '2026-01',
        },
      ],
      counters: new Map([['end', 2n]]),
      sale: { at: day, amount: 1n, refunded: 0n, attributes: {} },
    })
  })
  it('closes a period, and no other event does', () => {
    const close = other('c', '2026-02-01', 'close', '2026-01')
    expect(orThrow(one({}, undefined, close))).toStrictEqual({
      lines: [],
      counters: new Map([['closed:2026-01', 1n]]),
    })
    const open = other('o', '2026-02-01', 'open', '2026-02')
    expect(orThrow(one({}, undefined, open))).toStrictEqual({ lines: [], counters: new Map() })
  })
})

describe('an event is refused', () => {
  const parties = { a: {}, b: {} }
  const known = ['a', 'b']
  const named = agreement([end({ a: 1, fund: 1 })], { parties, pools })
  const heirs = (units: object) => other('m', day, 'succeed', 'a', { units })
  const holder = (name: string, field: string) => ({ _tag: 'UnknownHolder', name, known, field })
  it.each([
    ['a hold of nobody known', other('h', day, 'hold', 'x'), holder('x', 'of')],
    ['a hold of a pool', other('h', day, 'hold', 'fund'), holder('fund', 'of')],
    ['an heir whom nobody knows', heirs({ b: 1, x: 1 }), holder('x', 'units')],
    [
      'units of nobody known',
      other('d', day, 'declare', 'fund', { units: { x: 1 } }),
      holder('x', 'units'),
    ],
    [
      'a pool that is none',
      other('d', day, 'declare', 'x'),
      { _tag: 'UnknownPool', pool: 'x', known: ['fund'], field: 'of' },
    ],
    [
      'an advance that is none',
      other('t', day, 'transfer', 'x'),
      { _tag: 'UnknownAdvance', advance: 'x', known: [], field: 'of' },
    ],
    [
      'an amendment that is none',
      other('m', day, 'amend', 'x'),
      { _tag: 'UnknownAmendment', from: 'x', known: [], field: 'of' },
    ],
    [
      'a period that is none',
      other('o', day, 'open', '2026-1'),
      { _tag: 'NotAPeriod', text: '2026-1', field: 'of' },
    ],
  ])('for %s', (_, event, { field, ...wanted }) => {
    expect(fault(named, [event])).toEqual({ ...wanted, path: [0, field] })
  })
  it('for a sale above a ceiling, or whose attribute is no number', () => {
    const of = { ...plain, ceilings: { amount: 5, price: 2 } }
    expect(fault(of, [sale('s1', day, 5, { price: 2 })])).toBeUndefined()
    expect(fault(of, [sale('s1', day, 6)])).toEqual({
      _tag: 'AboveCeiling',
      attribute: 'amount',
      value: '6',
      ceiling: '5',
      path: [0, 'amount'],
    })
    expect(fault(of, [sale('s1', day, 1, { price: 'x' })])).toEqual({
      _tag: 'NotARatio',
      text: 'x',
      path: [0, 'price'],
    })
  })
})
