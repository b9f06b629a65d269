import { compile, type Steps } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { settled } from './cases.js'
import { agreement, end, fee, sale, refund, table, totals } from './small.js'

describe('scopes', () => {
  const perSale = agreement([fee({ rate: '10%', floor: 3, on: 'event' }), end()])
  const half = [{ upTo: 100, rate: '50%' }, { rate: 0 }]
  const every = (name: 'month' | 'quarter' | 'year') =>
    agreement([fee({ tiers: half, on: 'period', every: name }), end()])

  it('event: a floor for each sale', () => {
    const events = [
      sale('s1', '2026-01-01', 10),
      sale('s2', '2026-01-01', 2),
      refund('r1', '2026-01-02', 's1', 8),
    ]
    expect(table(perSale, events)).toEqual({
      s1: { agent: '3', owner: '7' },
      s2: { agent: '2' },
      r1: { agent: '-1', owner: '-7' },
    })
  })
  it.each([
    ['month', '2026-01-31', '2026-02-01'],
    ['quarter', '2026-03-31', '2026-04-01'],
    ['year', '2026-12-31', '2027-01-01'],
  ] as const)('every %s begins afresh', (name, last, first) => {
    expect(totals(every(name), [sale('s1', last, 100), sale('s2', last, 100)]).agent).toBe('50')
    expect(totals(every(name), [sale('s1', last, 100), sale('s2', first, 100)]).agent).toBe('100')
  })
  it('on: period is the period of the agreement, a month unless it says so', () => {
    const flow: Steps = [fee({ tiers: half, on: 'period' }), end()]
    const events = [sale('s1', '2026-01-01', 100), sale('s2', '2026-02-01', 100)]
    expect(totals(agreement(flow), events).agent).toBe('100')
    expect(totals(agreement(flow, { period: 'quarter' }), events).agent).toBe('50')
  })
  it('the month of a sale is that of its day in Shanghai', () => {
    const month = agreement([fee({ tiers: half, on: 'period' }), end()])
    const events = [sale('s1', '2026-01-31', 100), sale('s2', '2026-01-31T16:00:00Z', 100)]
    expect(totals(month, events).agent).toBe('100')
    expect(settled(month, events).lines.at(-1)).toMatchObject({
      at: '2026-02-01',
      period: '2026-02',
    })
    expect(totals({ ...month, zone: 'UTC' }, events).agent).toBe('50')
    expect(
      totals(month, [sale('s1', '2026-01-31', 100), sale('s2', '2026-01-31T23:59', 100)]).agent,
    ).toBe('50')
  })
  it('a refund counts in the period of its sale', () => {
    const month = agreement([fee({ tiers: half, on: 'period' }), end()])
    const events = [
      sale('s1', '2026-01-01', 150),
      sale('s2', '2026-02-01', 100),
      refund('r1', '2026-02-02', 's1', 100),
    ]
    expect(table(month, events).r1).toEqual({ agent: '-25', owner: '-75' })
  })
  it('a named flow in two places counts twice, a shared one once', () => {
    const flow: Steps = [
      { claims: { id: 'c', of: { artist: 10 }, by: 'order' } },
      end({ artist: 1 }),
    ]
    const steps: Steps = [
      fee({ tiers: [{ upTo: 10, rate: 1 }, { rate: 0 }] }),
      { share: { id: 'own', of: { singer: 1 } } },
    ]
    const events = [sale('s1', '2026-01-01', 30)]
    expect(totals(agreement(flow, { flows: { artist: steps } }), events)).toEqual({
      agent: '20',
      singer: '10',
    })
    expect(totals(agreement(flow, { shared: { artist: steps } }), events)).toEqual({
      agent: '10',
      singer: '20',
    })
  })
  it('a narrower scope is refused with its path and both scopes', () => {
    const life = { share: { id: 'top', of: { p1: 1, inner: 1, p3: 1 } } }
    const inner = [
      { commission: { id: 'half', to: 'agent', rate: '50%', on: 'event' } },
      { share: { id: 'p2', of: { p2: 1 } } },
    ] as const
    const narrow = compile(agreement([life], { flows: { inner } }))
    expect(narrow).toMatchObject({
      left: {
        _tag: 'ScopeNarrows',
        from: 'life',
        to: 'event',
        path: ['flows', 'inner', 0, 'commission', 'on'],
      },
    })
    const when = {
      when: {
        id: 'w',
        test: { kind: 'x' },
        then: [end({ A: 1 })],
        else: [{ share: { id: 'e', of: { B: 1 } } }],
      },
    }
    expect(
      compile(agreement([{ share: { id: 'top', of: { x: 1, C: 1 } } }], { flows: { x: [when] } })),
    ).toMatchObject({
      left: { _tag: 'ScopeNarrows', from: 'life', to: 'event', path: ['flows', 'x', 0, 'when'] },
    })
  })
})

describe('conditions', () => {
  const route = (
    test: Readonly<
      Record<string, string | readonly string[] | { upTo: string } | { above: string }>
    >,
  ) =>
    agreement([
      { when: { id: 'w', test, then: [{ share: { id: 'yes', of: { yes: 1 } } }] } },
      end({ no: 1 }),
    ])
  const went = (test: Parameters<typeof route>[0], attributes: object) =>
    Object.keys(totals(route(test), [sale('s1', '2026-01-01', 10, attributes)]))[0]

  it('an attribute is one of the texts', () => {
    expect(went({ use: 'study' }, { use: 'study' })).toBe('yes')
    expect(went({ use: ['study', 'trade'] }, { use: 'trade' })).toBe('yes')
    expect(went({ use: 'study' }, { use: 'trade' })).toBe('no')
  })
  it('an attribute that is lacking, or no number, matches nothing', () => {
    expect(went({ use: 'study' }, {})).toBe('no')
    expect(went({ calls: { upTo: '5' } }, {})).toBe('no')
    expect(went({ calls: { upTo: '5' } }, { calls: 'few' })).toBe('no')
    expect(went({ toString: 'x' }, {})).toBe('no')
  })
  it('upTo holds at its bound, above only past it', () => {
    expect(went({ calls: { upTo: '5' } }, { calls: '5' })).toBe('yes')
    expect(went({ calls: { upTo: '5' } }, { calls: '5.01' })).toBe('no')
    expect(went({ calls: { above: '5' } }, { calls: '5' })).toBe('no')
    expect(went({ calls: { above: '5' } }, { calls: '6' })).toBe('yes')
  })
  it('all of a test must hold', () => {
    expect(went({ use: 'study', calls: { upTo: '5' } }, { use: 'study', calls: '6' })).toBe('no')
  })
  it('the amount is the sale as sold, which a refund does not change', () => {
    const events = [sale('s1', '2026-01-01', 10), refund('r1', '2026-01-02', 's1', 8)]
    expect(totals(route({ amount: { above: '5' } }), events)).toEqual({ yes: '2' })
  })
})
