/** What fees, fixed amounts, advances and claims are refused for, each with its place. */
import type { Agreement, Fee, Step } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { end, fee } from '../settlement/small.js'
import { before, findings } from './findings.js'

const at = (...rest: readonly (string | number)[]) => ['flow', 0, 'commission', ...rest]
const bands = [{ upTo: '10', rate: '10%' }, { rate: '8%' }]
const [first, last] = bands
const parties = { owner: {}, agent: {} }
const known = ['owner', 'agent']

describe('a commission', () => {
  const rows: readonly (readonly [string, Partial<Fee>, object])[] = [
    ['without a table', {}, { _tag: 'TableWanted', given: [], path: at() }],
    [
      'with three tables',
      { rate: 0, tiers: bands, slab: bands },
      { _tag: 'TableWanted', given: ['rate', 'tiers', 'slab'], path: at() },
    ],
    ['whose rate is a word', { rate: 'x' }, { _tag: 'NotARatio', text: 'x', path: at('rate') }],
    ['whose rate is below 0', { rate: -1 }, { _tag: 'NotARatio', text: '-1', path: at('rate') }],
    ['above 1', { rate: 2 }, { _tag: 'RateAboveOne', text: '2', path: at('rate') }],
    ['of half a number', { rate: 0.5 }, { _tag: 'NotANumber', value: '0.5', path: at('rate') }],
    [
      'whose floor is a word',
      { rate: 1, floor: 'x' },
      { _tag: 'NotAnAmount', text: 'x', path: at('floor') },
    ],
    [
      'whose cap is a word',
      { rate: 1, cap: 'x' },
      { _tag: 'NotAnAmount', text: 'x', path: at('cap') },
    ],
    [
      'whose floor is above its cap',
      { tiers: bands, floor: 3, cap: 2 },
      { _tag: 'FloorAboveCap', floor: '3', cap: '2', path: at('floor') },
    ],
    [
      'with breaks and no slab',
      { rate: '1%', breaks: 'hold' },
      { _tag: 'BreaksWithoutSlab', path: at('breaks') },
    ],
    [
      'that adjusts no slab',
      { rate: '1%', breaks: 'adjust' },
      { _tag: 'BreaksWithoutSlab', path: at('breaks') },
    ],
    ['of no tiers', { tiers: [] }, { _tag: 'NothingNamed', path: at('tiers') }],
    ['of no slab', { slab: [] }, { _tag: 'NothingNamed', path: at('slab') }],
    [
      'whose tier has a word for a rate',
      { tiers: [first, { rate: 'x' }] as never },
      { _tag: 'NotARatio', text: 'x', path: at('tiers', 1, 'rate') },
    ],
    [
      'whose tier ends at a word',
      { tiers: [{ upTo: 'x', rate: 0 }, { rate: 0 }] },
      { _tag: 'NotAnAmount', text: 'x', path: at('tiers', 0, 'upTo') },
    ],
    [
      'whose second tier ends at a word',
      { tiers: [first, { upTo: 'x', rate: 0 }, last] as never },
      { _tag: 'NotAnAmount', text: 'x', path: at('tiers', 1, 'upTo') },
    ],
    [
      'whose tiers do not rise',
      { tiers: [first, first, last] as never },
      { _tag: 'BandsNotRising', upTo: '10', before: '10', path: at('tiers', 1, 'upTo') },
    ],
    [
      'whose slab does not rise',
      { slab: [{ upTo: '0', rate: 0 }, { rate: 0 }] },
      { _tag: 'BandsNotRising', upTo: '0', before: '0', path: at('slab', 0, 'upTo') },
    ],
    [
      'whose first tier has no end',
      { tiers: [last, last] as never },
      { _tag: 'BandOpen', path: at('tiers', 0) },
    ],
    [
      'whose last tier has an end',
      { tiers: [first] as never },
      { _tag: 'LastBandClosed', upTo: '10', path: at('tiers', 0, 'upTo') },
    ],
    [
      'whose slab falls',
      { slab: [{ upTo: '100', rate: '10%' }, { rate: '8%' }] },
      { _tag: 'SlabBreaks', at: '101', before: '10', after: '8', path: at('slab') },
    ],
    [
      'of every month of the life',
      { rate: '1%', every: 'month' },
      { _tag: 'EveryWithoutPeriod', on: 'life', path: at('every') },
    ],
    [
      'of every month of a sale',
      { rate: '1%', on: 'event', every: 'month' },
      { _tag: 'EveryWithoutPeriod', on: 'event', path: at('every') },
    ],
  ]
  it.each(rows)('%s is refused', (_, table, fault) => {
    expect(before(fee(table))).toEqual([fault])
  })

  it.each<readonly [string, Partial<Fee>]>([
    ['floor and no cap', { rate: '1%', floor: 3 }],
    ['cap and no floor', { rate: '1%', cap: 3 }],
    ['floor equal to its cap', { rate: '1%', floor: 3, cap: 3 }],
    ['slab that rises by one', { slab: [{ upTo: 10, rate: '10%' }, { rate: '14%' }] }],
    ['month of its own', { rate: '1%', on: 'period', every: 'month' }],
  ])('may have a %s', (_, table) => {
    expect(before(fee(table))).toEqual([])
  })
  it('of a word and a tier of a word tells the first alone', () => {
    expect(before(fee({ tiers: [{ upTo: 'y', rate: 'x' }, { rate: 'z' }] }))).toEqual([
      { _tag: 'NotARatio', text: 'x', path: at('tiers', 0, 'rate') },
    ])
  })
})

describe('a fee kept on refunds', () => {
  const kept = (by: string) => findings([fee({ rate: '1%', kept: by }), end()], { parties })
  it('is told: its bearer may pay', () => {
    expect(kept('owner')).toEqual([{ _tag: 'MayPay', kind: 'kept', payer: 'owner', path: at() }])
  })
  it('is borne by another than who keeps it', () => {
    expect(kept('agent')).toEqual([
      { _tag: 'PayerIsPayee', name: 'agent', path: at('kept') },
      { _tag: 'MayPay', kind: 'kept', payer: 'agent', path: at() },
    ])
  })
  it.each([
    ['somebody', { _tag: 'UnknownParty', name: 'somebody', known, path: at('kept') }],
    ['1a', { _tag: 'NotAName', name: '1a', path: at('kept') }],
  ])('is not borne by %s', (name, fault) => {
    expect(kept(name)).toEqual([fault])
  })
})

const stepRows: readonly (readonly [string, Step, object])[] = [
  [
    'a fixed amount of a word',
    { fixed: { id: 'f', to: 'agent', amount: 'x' } },
    { _tag: 'NotAnAmount', text: 'x', path: ['flow', 0, 'fixed', 'amount'] },
  ],
  [
    'a fixed amount with too many decimals',
    { fixed: { id: 'f', to: 'agent', amount: '1.0' } },
    {
      _tag: 'TooManyDecimals',
      text: '1.0',
      currency: 'JPY',
      digits: 0,
      path: ['flow', 0, 'fixed', 'amount'],
    },
  ],
  [
    'an advance of a word',
    { advance: { id: 'adv', from: 'agent', to: 'owner', amount: 'x' } },
    { _tag: 'NotAnAmount', text: 'x', path: ['flow', 0, 'advance', 'amount'] },
  ],
  [
    'an advance recouped by a word',
    { advance: { id: 'adv', from: 'agent', to: 'owner', amount: 1, recoup: 'x' } },
    { _tag: 'NotARatio', text: 'x', path: ['flow', 0, 'advance', 'recoup'] },
  ],
  [
    'an advance recouped above all',
    { advance: { id: 'adv', from: 'agent', to: 'owner', amount: 1, recoup: '101%' } },
    { _tag: 'RateAboveOne', text: '101%', path: ['flow', 0, 'advance', 'recoup'] },
  ],
  [
    'a payment of a word',
    { payment: { id: 'pay', from: 'agent', to: 'owner', amount: 'x' } },
    { _tag: 'NotAnAmount', text: 'x', path: ['flow', 0, 'payment', 'amount'] },
  ],
  [
    'a claim of a word',
    { claims: { id: 'c', of: { agent: 1, owner: 'x' }, by: 'order' } },
    { _tag: 'NotAnAmount', text: 'x', path: ['flow', 0, 'claims', 'of', 'owner'] },
  ],
  [
    'claims of nobody',
    { claims: { id: 'c', of: {}, by: 'proRata' } },
    { _tag: 'NothingNamed', path: ['flow', 0, 'claims', 'of'] },
  ],
  [
    'claims of every month of the life',
    { claims: { id: 'c', of: { agent: 1 }, by: 'order', every: 'month' } },
    { _tag: 'EveryWithoutPeriod', on: 'life', path: ['flow', 0, 'claims', 'every'] },
  ],
]

describe('a step', () => {
  it.each(stepRows)('with %s is refused', (_, step, fault) => {
    const notes = 'payment' in step
    const may = { _tag: 'MayPay', kind: 'payment', payer: 'agent', path: ['flow', 0, 'payment'] }
    expect(before(step)).toEqual(notes ? [fault, may] : [fault])
  })
  it.each(['order', 'proRata', 'equal'] as const)('of claims of 0 by %s is empty', (by) => {
    const path = ['flow', 0, 'claims', 'of']
    expect(before({ claims: { id: 'c', of: { agent: 0 }, by } })).toEqual([
      { _tag: 'NothingNamed', path },
      { _tag: 'ZeroWeight', name: 'agent', path: [...path, 'agent'] },
    ])
  })
})

describe('an unknown party', () => {
  const rows: readonly (readonly [string, Step, readonly (string | number)[]])[] = [
    ['commission', { commission: { id: 'f', to: 'x', rate: '1%' } }, ['to']],
    ['levy', { levy: { id: 'f', to: 'x', rate: '1%' } }, ['to']],
    ['fixed', { fixed: { id: 'f', to: 'x', amount: 1 } }, ['to']],
    ['claims', { claims: { id: 'f', of: { x: 1 }, by: 'order' } }, ['of', 'x']],
    ['claims', { claims: { id: 'f', of: { x: 1, agent: 2 }, by: 'proRata' } }, ['of', 'x']],
    ['claims', { claims: { id: 'f', of: { x: 1, agent: 2 }, by: 'equal' } }, ['of', 'x']],
    ['advance', { advance: { id: 'f', from: 'x', to: 'owner', amount: 1 } }, ['from']],
    ['advance', { advance: { id: 'f', from: 'agent', to: 'x', amount: 1 } }, ['to']],
    ['payment', { payment: { id: 'f', from: 'x', to: 'owner' } }, ['from']],
  ]
  const more: Partial<Agreement> = { parties }
  it.each(rows)('in a step of %s is told', (kind, step, path) => {
    expect(findings([step, end()], more)).toEqual([
      { _tag: 'UnknownParty', name: 'x', known, path: ['flow', 0, kind, ...path] },
    ])
  })
  it('as the payee of a payment is told', () => {
    const path = ['flow', 0, 'payment']
    expect(findings([{ payment: { id: 'f', from: 'agent', to: 'x' } }, end()], more)).toEqual([
      { _tag: 'UnknownParty', name: 'x', known, path: [...path, 'to'] },
      { _tag: 'MayPay', kind: 'payment', payer: 'agent', path },
    ])
  })
  it('in a share is told', () => {
    expect(findings([end({ owner: 1, x: 1 })], more)).toEqual([
      { _tag: 'UnknownParty', name: 'x', known, path: ['flow', 0, 'share', 'of', 'x'] },
    ])
  })
})
