import { check, compile, emptyState, orThrow, settle, settleOne } from 'data-dividend'
import type { Agreement, EventRecord, Step } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { asJson, smallestFault } from '../faults.js'

const end: Step = { share: { id: 'rest', of: { a: 1, b: 1 } } }

const of = (...flow: readonly Step[]): Agreement => ({
  agreement: 'contract',
  currency: 'CNY',
  flow: [...flow, end],
})

const preferred = (more: object = {}): Step => ({
  preferred: {
    id: 'first',
    to: 'lp',
    capital: '100.00',
    since: '2026-01-01',
    rate: '8%',
    days: 'ACT/365',
    ...more,
  },
})

const reserve: Step = { reserve: { id: 'returns', rate: '10%', over: 2, in: 'returnsHeld' } }

/** The finding of a tag, as check tells it. */
const found = (agreement: Agreement, tag: string): unknown =>
  check(agreement).find(({ finding }) => finding._tag === tag)?.finding

/** Documents, each with the smallest fault of its tag. */
const documents: Readonly<Record<string, Agreement>> = {
  PayerIsPayee: of({
    guarantee: { id: 'least', from: 'vendor', to: 'vendor', amount: '1.00' },
  }),
  UnknownDayCount: of(preferred({ days: 'ACT/366' })),
  OrderCounts: of(reserve),
  MayPay: of({ guarantee: { id: 'least', from: 'publisher', to: 'author', amount: '1.00' } }),
  CatchUpTooSlow: of(preferred(), {
    catchUp: { id: 'carry', to: 'gp', hurdle: 'first', carry: '20%', rate: '20%' },
  }),
  HurdleUnknown: of(preferred(), {
    catchUp: { id: 'carry', to: 'gp', hurdle: 'pref', carry: '20%' },
  }),
  CountWanted: of({ reserve: { id: 'returns', rate: '10%', over: 0, in: 'returnsHeld' } }),
  AdjustNeedsClose: of({
    commission: {
      id: 'fee',
      to: 'agent',
      on: 'event',
      slab: [{ upTo: '1.00', rate: '10%' }, { rate: '8%' }],
      breaks: 'adjust',
    },
  }),
  FoldBelowAdjust: of(
    {
      commission: {
        id: 'fee',
        to: 'agent',
        slab: [{ upTo: '1.00', rate: '10%' }, { rate: '8%' }],
        breaks: 'adjust',
      },
    },
    reserve,
  ),
}

const sale = (id: string, at: string, more: object = {}): EventRecord => ({
  id,
  at,
  kind: 'sale',
  amount: '0.02',
  ...more,
})

const plain = of()
const users = of({ ratchet: { id: 'ratchet', to: 'author', of: 'users', tiers: [{ rate: '5%' }] } })
const hold = { id: 'h1', at: '2026-01-06', kind: 'hold', of: 'a' }

/** Stories, each ending in the smallest fault of its tag. */
const stories: Readonly<Record<string, readonly [Agreement, readonly EventRecord[]]>> = {
  DatesOutOfOrder: [of(reserve), [sale('s1', '2026-02-01'), sale('s2', '2026-01-05')]],
  NotAPeriod: [plain, [{ id: 'c', at: '2026-02-01', kind: 'close', of: '2026-13' }]],
  OpenedTooSoon: [plain, [{ id: 'o', at: '2025-12-31', kind: 'open', of: '2026' }]],
  CloseBeforeEnd: [plain, [{ id: 'c', at: '2026-01-31', kind: 'close', of: '2026-01' }]],
  ClosedBefore: [
    plain,
    [
      { id: 'c', at: '2026-02-01', kind: 'close', of: '2026-01' },
      { id: 'd', at: '2026-02-01', kind: 'close', of: '2026-01' },
    ],
  ],
  NothingAccrues: [
    users,
    [{ id: 'm', at: '2026-02-01', kind: 'accrue', of: 'visitors', value: 1 }],
  ],
  UnknownAmendment: [
    { ...plain, amendments: [{ from: '2026-07-01', flow: [end] }] },
    [{ id: 'm', at: '2026-08-01', kind: 'amend', of: '2026-08-01' }],
  ],
  HeldAlready: [plain, [hold, { ...hold, id: 'h2' }]],
  NothingHeld: [plain, [{ ...hold, kind: 'release' }]],
  AboveHeld: [
    plain,
    [hold, sale('s1', '2026-01-07'), { ...hold, id: 'l1', kind: 'release', amount: '0.02' }],
  ],
  SucceededAlready: [
    plain,
    [
      { ...hold, kind: 'succeed', units: { x: 1 } },
      { ...hold, id: 'h2', kind: 'succeed', units: { y: 1 } },
    ],
  ],
  AboveCeiling: [
    { ...plain, ceilings: { callPrice: 12 } },
    [sale('s1', '2026-01-05', { callPrice: '12.01' })],
  ],
  NotFree: [
    { ...plain, free: { when: { use: 'welfare' } } },
    [sale('s1', '2026-01-05', { use: 'welfare', amount: '0.01' })],
  ],
}

const settledLeft = (agreement: Agreement, events: readonly EventRecord[]): unknown => {
  const done = settle(orThrow(compile(agreement)))(emptyState(agreement))(events)
  return done._tag === 'Left' ? done.left : undefined
}

describe('edges', () => {
  it.each(Object.entries(documents))('%s is found in a document', (tag, agreement) => {
    expect(asJson(found(agreement, tag))).toEqual(smallestFault(tag))
  })

  it.each(Object.entries(stories))('%s refuses an event', (tag, [agreement, events]) => {
    expect(asJson(settledLeft(agreement, events))).toEqual(smallestFault(tag))
  })

  it('NeedsLog refuses a net refund that would be a replay', () => {
    const refund = { id: 'r1', at: '2026-01-06', kind: 'refund', of: 's1', amount: '0.01' }
    expect(settleOne(orThrow(compile(of(reserve))))({}, undefined, refund)).toEqual({
      _tag: 'Left',
      left: smallestFault('NeedsLog'),
    })
  })

  it('NeedsLog refuses a state that has lost its log', () => {
    const agreement = of(reserve)
    const program = orThrow(compile(agreement))
    const done = orThrow(settle(program)(emptyState(agreement))([sale('s1', '2026-01-05')]))
    const { log, ...lost } = done.state
    expect(log).toHaveLength(1)
    expect(settle(program)(lost)([])).toMatchObject({ left: { _tag: 'NeedsLog', kind: 'state' } })
  })

  it('a catch-up with an agreed hurdle is a table: order does not count', () => {
    const agreement = of({
      catchUp: { id: 'carry', to: 'gp', hurdle: '80.00', carry: '20%' },
    })
    expect(orThrow(compile(agreement)).timed).toBe(false)
    expect(check(agreement)).toEqual([])
  })

  it('what is held flows on, so that a scope below a fold cannot narrow', () => {
    const agreement = of(reserve, {
      commission: { id: 'fee', to: 'agent', rate: '1%', on: 'event' },
    })
    expect(found(agreement, 'ScopeNarrows')).toMatchObject({ from: 'life', to: 'event' })
  })

  it('a fee that a refund leaves is borne by another', () => {
    const agreement = of({
      levy: { id: 'fee', to: 'agent', rate: '1%', kept: 'agent' },
    })
    expect(found(agreement, 'PayerIsPayee')).toMatchObject({ name: 'agent' })
  })

  it.each([
    ['a flow', 'PayerNotAParty', 'shared'],
    ['nobody known', 'UnknownParty', 'stranger'],
  ])('a payer that is %s is refused', (_, tag, from) => {
    const agreement = {
      ...of({ guarantee: { id: 'least', from, to: 'a', amount: '1.00' } }),
      parties: { a: {}, b: {} },
      shared: { shared: [end] },
    }
    expect(found(agreement, tag)).toMatchObject({ name: from })
  })

  it('an accrual that lacks its field is refused', () => {
    const event = { id: 'm', at: '2026-02-01', kind: 'accrue', of: 'users', amount: '1.00' }
    expect(settledLeft(users, [event])).toMatchObject({ _tag: 'FieldMissing', field: 'value' })
  })

  it('weights are told for those who share', () => {
    const agreement: Agreement = {
      ...plain,
      flow: [{ share: { id: 'rest', of: { a: 1, b: 1 }, by: 'carried' } }],
    }
    const event = { id: 'm', at: '2026-02-01', kind: 'accrue', of: 'rest', units: { c: 1 } }
    expect(settledLeft(agreement, [event])).toMatchObject({ _tag: 'UnknownHolder', name: 'c' })
  })

  it('a place does not come back to itself', () => {
    const events = [
      { ...hold, kind: 'succeed', units: { x: 1 } },
      { ...hold, id: 'h2', of: 'x', kind: 'succeed', units: { a: 1 } },
    ]
    expect(settledLeft(plain, events)).toMatchObject({ _tag: 'SucceededAlready', party: 'x' })
  })

  it('a pool is no party: it is not held, and nobody succeeds it', () => {
    expect(settledLeft(of(reserve), [{ ...hold, of: 'returnsHeld' }])).toMatchObject({
      _tag: 'UnknownHolder',
    })
  })

  it.each(['value', 'perUnit', 'withheld', 'item'])('%s is an attribute of a sale', (name) => {
    const agreement = of({
      when: { id: 'test', test: { [name]: 'x' }, then: [{ share: { id: 'x', of: { c: 1 } } }] },
    })
    const done = settle(orThrow(compile(agreement)))(emptyState(agreement))([
      sale('s1', '2026-01-05', { [name]: 'x' }),
    ])
    expect(orThrow(done).lines).toMatchObject([{ party: 'c' }])
  })

  it('a payment says nothing that is not known', () => {
    const pay = { id: 'p1', at: '2026-01-06', kind: 'pay', of: 'a', amount: '0.01', itme: 'x' }
    expect(settledLeft(plain, [pay])).toEqual({
      _tag: 'FieldNotWanted',
      field: 'itme',
      kind: 'pay',
      path: [0, 'itme'],
    })
  })

  it('a payout is recorded once and moves nothing', () => {
    const pay = { id: 'p1', at: '2026-01-06', kind: 'pay', of: 'a', amount: '0.01', item: 'labour' }
    const events = [
      sale('s1', '2026-01-05'),
      { ...pay, withheld: '0.01' },
      { ...pay, withheld: '0.01' },
    ]
    const { state, lines } = orThrow(settle(orThrow(compile(plain)))(emptyState(plain))(events))
    expect(lines).toHaveLength(2)
    expect(state.payments).toEqual(
      new Map([['p1', { at: '2026-01-06', party: 'a', gross: 1n, withheld: 1n, item: 'labour' }]]),
    )
  })
})
