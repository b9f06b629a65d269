/** Payers, advances and conditions: what is refused or told, each with its place. */
import type { Agreement, Condition, Step, Steps } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { end, fee } from '../settlement/small.js'
import { before, findings } from './findings.js'

const to = (id: string, ...names: readonly string[]): Step => ({
  share: { id, of: Object.fromEntries(names.map((name) => [name, 1])) },
})
const levy = (id: string, name: string): Step => ({ levy: { id, to: name, rate: '1%' } })
const advance = (from: string, name: string, id = 'adv'): Step => ({
  advance: { id, from, to: name, amount: 5 },
})
const payment = (from: string, name: string, id = 'pay'): Step => ({
  payment: { id, from, to: name },
})
const may = (payer: string, index = 0) => ({
  _tag: 'MayPay',
  kind: 'payment',
  payer,
  path: ['flow', index, 'payment'],
})

describe('a payer', () => {
  const pots: Partial<Agreement> = {
    pools: { fund: {} },
    flows: { deep: [to('d', 'a')] },
    shared: { pot: [to('p', 'a')] },
  }
  const use = to('use', 'fund', 'deep', 'pot')
  it.each(['fund', 'deep', 'pot'])('that is no party is refused: %s', (name) => {
    const fault = (kind: string) => [
      { _tag: 'PayerNotAParty', name, path: ['flow', 0, kind, 'from'] },
    ]
    expect(findings([advance(name, 'a'), use], pots)).toEqual(fault('advance'))
    expect(findings([payment(name, 'a'), use], pots)).toEqual(fault('payment'))
  })
  it.each([advance, payment])('that is no name is refused', (step) => {
    const made = step('1a', 'a')
    expect(before(made)).toEqual([
      { _tag: 'NotAName', name: '1a', path: ['flow', 0, Object.keys(made)[0], 'from'] },
    ])
  })
  it('of a payment is not its payee', () => {
    expect(before(payment('a', 'a'))).toEqual([
      { _tag: 'PayerIsPayee', name: 'a', path: ['flow', 0, 'payment', 'from'] },
    ])
  })
  it('of a payment is told', () => {
    expect(before(payment('a', 'b'))).toEqual([may('a')])
  })
})

describe('an advance', () => {
  const rows: readonly (readonly [string, Steps, Partial<Agreement>, readonly object[]])[] = [
    [
      'through a levy is refused',
      [advance('p', 'deep'), end()],
      { flows: { deep: [levy('l', 'a'), to('d', 'a')] } },
      [{ _tag: 'AdvanceNotShared', step: 'levy', path: ['flow', 0, 'advance', 'to'] }],
    ],
    [
      'through a levy of a shared flow is refused',
      [advance('p', 'pot'), to('s', 'pot')],
      { shared: { pot: [levy('l', 'a'), to('d', 'a')] } },
      [{ _tag: 'AdvanceNotShared', step: 'levy', path: ['flow', 0, 'advance', 'to'] }],
    ],
    [
      'through a levy further down is refused',
      [advance('p', 'deep'), end()],
      { flows: { deep: [to('d', 'low')], low: [levy('l', 'a'), to('e', 'a')] } },
      [{ _tag: 'AdvanceNotShared', step: 'levy', path: ['flow', 0, 'advance', 'to'] }],
    ],
    [
      'through shares and links is taken',
      [advance('p', 'deep'), end()],
      {
        flows: { deep: [to('d', 'low')], low: [{ along: { id: 'e', of: { processing: 1 } } }] },
        parties: { p: {}, owner: {}, lab: { link: 'processing' } },
      },
      [],
    ],
    [
      'through a share of each sale is taken',
      [advance('p', 'deep'), end()],
      { flows: { deep: [{ share: { id: 'd', of: { a: 1, b: 1 }, on: 'event' } }] } },
      [],
    ],
    [
      'through a shared flow of a stranger is refused once',
      [advance('p', 'pot'), to('s', 'pot')],
      { shared: { pot: [to('d', 'x')] }, parties: { p: {} } },
      [
        {
          _tag: 'UnknownParty',
          name: 'x',
          known: ['p'],
          path: ['shared', 'pot', 0, 'share', 'of', 'x'],
        },
      ],
    ],
    [
      'written in two places is refused',
      [to('s', 'deep', 'low')],
      {
        flows: {
          deep: [to('d', 'both')],
          low: [to('l', 'both')],
          both: [advance('p', 'a'), to('b', 'c')],
        },
      },
      [{ _tag: 'AdvanceTwice', id: 'adv', path: ['flows', 'both', 0, 'advance'] }],
    ],
  ]
  it.each(rows)('%s', (_, flow, more, faults) => {
    expect(findings(flow, more)).toEqual(faults)
  })
})

describe('a condition', () => {
  const at = (...rest: readonly (string | number)[]) => ['flow', 0, 'when', 'test', ...rest]
  const when = (test: Readonly<Record<string, Condition>>) =>
    before({ when: { id: 'if', test, then: [to('t', 'a')] } })
  const rows: readonly (readonly [string, Readonly<Record<string, Condition>>, object])[] = [
    ['of nothing', {}, { _tag: 'NoCondition', path: at() }],
    ['of no values', { x: [] }, { _tag: 'NothingNamed', path: at('x') }],
    ['up to a word', { x: { upTo: 'y' } }, { _tag: 'NotARatio', text: 'y', path: at('x', 'upTo') }],
    [
      'above a word',
      { x: { above: 'y' } },
      { _tag: 'NotARatio', text: 'y', path: at('x', 'above') },
    ],
    ['of half a number', { x: 0.5 }, { _tag: 'NotANumber', value: '0.5', path: at('x') }],
    [
      'of half a number among others',
      { x: ['a', 0.5] },
      { _tag: 'NotANumber', value: '0.5', path: at('x') },
    ],
    [
      'up to half a number',
      { x: { upTo: 0.5 } },
      { _tag: 'NotANumber', value: '0.5', path: at('x', 'upTo') },
    ],
    [
      'until no day',
      { at: { upTo: 'soon' } },
      { _tag: 'NotADate', text: 'soon', path: at('at', 'upTo') },
    ],
    [
      'after no day',
      { at: { above: '2026-02-30' } },
      { _tag: 'NotADate', text: '2026-02-30', path: at('at', 'above') },
    ],
  ]
  it.each(rows)('%s is refused', (_, test, fault) => {
    expect(when(test)).toEqual([fault])
  })
  it.each([{ at: '2026-01-01' }, { at: ['2026-01-01', '2026-01-02'] }])(
    'of days by name is taken: %j',
    (test) => {
      expect(when(test)).toEqual([])
    },
  )
  it('tells the faults of both branches', () => {
    const levyTo = (id: string): Steps => [{ levy: { id, to: 'a', rate: 'x' } }]
    const body = { id: 'if', test: { x: 1 }, then: levyTo('l'), else: levyTo('m') }
    const path = (branch: string) => ['flow', 0, 'when', branch, 0, 'levy', 'rate']
    expect(before({ when: body })).toEqual([
      { _tag: 'NotARatio', text: 'x', path: path('then') },
      { _tag: 'NotARatio', text: 'x', path: path('else') },
    ])
  })
  it('whose branches both end is an end', () => {
    const body = { id: 'if', test: { x: 1 }, then: [to('t', 'a')], else: [to('e', 'b')] }
    expect(findings([{ when: body }])).toEqual([])
    expect(before({ when: body })).toEqual([{ _tag: 'StepAfterEnd', path: ['flow', 1, 'share'] }])
  })
})

describe('a step that no money reaches is told', () => {
  const told = (...path: readonly (string | number)[]) => ({ _tag: 'NotReached', path })
  const all = { rate: '100%' }
  it('after a fee of all', () => {
    expect(before(fee(all), levy('l', 'a'))).toEqual([
      told('flow', 1, 'levy'),
      told('flow', 2, 'share'),
    ])
  })
  it.each<readonly [string, object]>([
    ['the first money alone', { tiers: [{ upTo: 5, rate: 1 }, { rate: 0 }] }],
    ['all but a cap', { rate: 1, cap: 5 }],
    ['nearly all', { rate: '99%' }],
  ])('but not after %s', (_, table) => {
    expect(before(fee(table))).toEqual([])
  })

  const deep = { flows: { deep: [fee(all), to('d', 'a')] } }
  const within = told('flows', 'deep', 1, 'share')
  it.each<readonly [string, object, readonly object[]]>([
    ['of a tenth', { rate: '10%' }, [within]],
    ['of a later tier', { tiers: [{ upTo: 5, rate: 0 }, { rate: '10%' }] }, [within]],
    ['of all', { rate: 1 }, [told('flow', 1, 'share'), within]],
    ['of nothing', { rate: 0 }, [{ _tag: 'ZeroRate', path: ['flow', 0, 'levy', 'rate'] }]],
  ])('in a flow that is given a part, unless it is of nothing: %s', (_, table, notes) => {
    const steps: Steps = [{ levy: { id: 'part', to: 'deep', ...table } }, end()]
    expect(new Set(findings(steps, deep))).toEqual(new Set(notes))
  })
  it('after branches that all end in a fee of all', () => {
    const both = (other: string): Step => ({
      when: {
        id: 'if',
        test: { x: 1 },
        then: [fee({ ...all, on: 'event' })],
        else: [{ levy: { id: 'l', to: 'a', rate: other, on: 'event' } }],
      },
    })
    expect(before(both('100%'))).toEqual([told('flow', 1, 'share')])
    expect(before(both('50%'))).toEqual([])
  })
})
