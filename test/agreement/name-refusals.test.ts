/** Names, heads, pools and amendments: what is refused, each with its place. */
import type { Agreement, Step, Steps } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { end } from '../settlement/small.js'
import { findings } from './findings.js'

const to = (id: string, ...names: readonly string[]): Step => ({
  share: { id, of: Object.fromEntries(names.map((name) => [name, 1])) },
})
const levy = (id: string, name: string): Step => ({ levy: { id, to: name, rate: '1%' } })
const ifPoor = (then: Steps, otherwise?: Steps): Step => ({
  when: { id: 'if', test: { poor: 'yes' }, then, ...(otherwise && { else: otherwise }) },
})
const later = (flow: Steps, more: object = {}) => ({ from: '2026-07-01', flow, ...more })

type Row = readonly [string, Steps, Partial<Agreement>, readonly object[]]
const first = ['flow', 0, 'levy']

describe('an id written twice is refused', () => {
  const rows: readonly Row[] = [
    [
      'in the flow',
      [levy('l', 'a'), levy('l', 'b'), end()],
      {},
      [{ _tag: 'IdTwice', id: 'l', first, path: ['flow', 1, 'levy', 'id'] }],
    ],
    [
      'three times',
      [levy('l', 'a'), levy('l', 'b'), levy('l', 'c'), end()],
      {},
      [1, 2].map((at) => ({ _tag: 'IdTwice', id: 'l', first, path: ['flow', at, 'levy', 'id'] })),
    ],
    [
      'in a named flow',
      [levy('l', 'deep'), end()],
      { flows: { deep: [to('l', 'a')] } },
      [{ _tag: 'IdTwice', id: 'l', first, path: ['flows', 'deep', 0, 'share', 'id'] }],
    ],
    [
      'in a shared flow',
      [levy('l', 'pot'), end()],
      { shared: { pot: [to('l', 'a')] } },
      [{ _tag: 'IdTwice', id: 'l', first, path: ['shared', 'pot', 0, 'share', 'id'] }],
    ],
    [
      'in both branches',
      [ifPoor([to('l', 'a')], [to('l', 'b')])],
      {},
      [
        {
          _tag: 'IdTwice',
          id: 'l',
          first: ['flow', 0, 'when', 'then', 0, 'share'],
          path: ['flow', 0, 'when', 'else', 0, 'share', 'id'],
        },
      ],
    ],
    [
      'after a branch',
      [ifPoor([to('l', 'a')]), levy('l', 'a'), end()],
      {},
      [
        {
          _tag: 'IdTwice',
          id: 'l',
          first: ['flow', 0, 'when', 'then', 0, 'share'],
          path: ['flow', 1, 'levy', 'id'],
        },
      ],
    ],
    [
      'in an amendment',
      [end()],
      { amendments: [later([levy('l', 'a'), to('l', 'b')])] },
      [
        {
          _tag: 'IdTwice',
          id: 'l',
          first: ['amendments', 0, 'flow', 0, 'levy'],
          path: ['amendments', 0, 'flow', 1, 'share', 'id'],
        },
      ],
    ],
  ]
  it.each(rows)('%s', (_, flow, more, faults) => {
    expect(findings(flow, more)).toEqual(faults)
  })
})

describe('what is no name is refused', () => {
  const no = (...path: readonly (string | number)[]) => ({ _tag: 'NotAName', name: '1a', path })
  const rows: readonly Row[] = [
    ['as an id', [to('1a', 'a')], {}, [no('flow', 0, 'share', 'id')]],
    ['as the agreement', [end()], { agreement: '1a' }, [no('agreement')]],
    ['as a party', [end()], { parties: { owner: {}, '1a': {} } }, [no('parties', '1a')]],
    ['as a pool', [end()], { pools: { '1a': {} } }, [no('pools', '1a')]],
    ['as a flow', [to('s', '1a')], { flows: { '1a': [end()] } }, [no('flows', '1a')]],
    ['as a shared flow', [to('s', '1a')], { shared: { '1a': [end()] } }, [no('shared', '1a')]],
    [
      'as a flow of an amendment',
      [end()],
      { amendments: [later([to('s', '1a')], { flows: { '1a': [end()] } })] },
      [no('amendments', 0, 'flows', '1a')],
    ],
    [
      'as an id in a branch',
      [ifPoor([levy('1a', 'a')]), end()],
      {},
      [no('flow', 0, 'when', 'then', 0, 'levy', 'id')],
    ],
  ]
  it.each(rows)('%s', (_, flow, more, faults) => {
    expect(findings(flow, more)).toEqual(faults)
  })
})

describe('a name of two kinds is refused', () => {
  const two = (kinds: readonly string[], ...path: readonly (string | number)[]) => ({
    _tag: 'NameOfTwoKinds',
    name: 'x',
    kinds,
    path,
  })
  const x = [to('xs', 'owner')]
  const parties = { x: {}, owner: {} }
  const rows: readonly Row[] = [
    ['party, pool', [end()], { parties, pools: { x: {} } }, [two(['party', 'pool'], 'pools', 'x')]],
    [
      'party, flow',
      [to('s', 'x')],
      { parties, flows: { x } },
      [two(['party', 'flow'], 'flows', 'x')],
    ],
    [
      'pool, shared flow',
      [to('s', 'x')],
      { pools: { x: {} }, shared: { x } },
      [two(['pool', 'shared'], 'shared', 'x')],
    ],
    [
      'flow, shared flow, step',
      [to('x', 'x')],
      { flows: { x }, shared: { x: [to('xt', 'owner')] } },
      [two(['step', 'flow', 'shared'], 'shared', 'x')],
    ],
    [
      'pool, flow of an amendment',
      [end()],
      { pools: { x: {} }, amendments: [later([to('s', 'x')], { flows: { x } })] },
      [two(['pool', 'flow'], 'amendments', 0, 'flows', 'x')],
    ],
  ]
  it.each(rows)('%s', (_, flow, more, faults) => {
    expect(findings(flow, more)).toEqual(faults)
  })
})

describe('the head of an agreement is refused', () => {
  const rows: readonly (readonly [string, Partial<Agreement>, readonly object[]])[] = [
    [
      'with an unknown zone',
      { zone: 'Mars/Base' },
      [{ _tag: 'UnknownZone', zone: 'Mars/Base', path: ['zone'] }],
    ],
    [
      'with a ceiling of a word',
      { ceilings: { seats: 'x' } },
      [{ _tag: 'NotARatio', text: 'x', path: ['ceilings', 'seats'] }],
    ],
    [
      'with a ceiling of half a number',
      { ceilings: { seats: 0.5 } },
      [{ _tag: 'NotANumber', value: '0.5', path: ['ceilings', 'seats'] }],
    ],
    [
      'free under no condition',
      { free: { when: {} } },
      [{ _tag: 'NoCondition', path: ['free', 'when'] }],
    ],
    [
      'free up to a word',
      { free: { when: { seats: { upTo: 'x' } } } },
      [{ _tag: 'NotARatio', text: 'x', path: ['free', 'when', 'seats', 'upTo'] }],
    ],
  ]
  it.each(rows)('%s', (_, more, faults) => {
    expect(findings([end()], more)).toEqual(faults)
  })
  it('with an unknown currency, whose amounts are read with two decimals', () => {
    const path = ['flow', 0, 'fixed', 'amount']
    const fixed = (amount: string) =>
      findings([{ fixed: { id: 'f', to: 'a', amount } }, end()], { currency: 'XXQ' })
    expect(fixed('1.00')).toMatchObject([{ _tag: 'UnknownCurrency', path: ['currency'] }])
    expect(fixed('1.000').slice(1)).toEqual([
      { _tag: 'TooManyDecimals', text: '1.000', currency: 'XXQ', digits: 2, path },
    ])
  })
})

describe('a register', () => {
  const parties = { owner: {}, a: {} }
  const pool = (units: unknown, more: Partial<Agreement> = {}) =>
    findings([end()], { pools: { fund: { units: units as never } }, ...more })
  const at = (...rest: readonly (string | number)[]) => ['pools', 'fund', 'units', ...rest]
  const dated = (from: string, of: object = { a: 1 }) => ({ from, of })
  const noDate = { _tag: 'NotADate', text: 'soon', path: at(0, 'from') }
  const rows: readonly (readonly [string, unknown, Partial<Agreement>, readonly object[]])[] = [
    ['of nobody is refused', {}, {}, [{ _tag: 'NothingNamed', path: at() }]],
    [
      'of units in words is refused',
      { a: 'x' },
      {},
      [{ _tag: 'NotAWeight', text: 'x', path: at('a') }],
    ],
    [
      'of a stranger is refused',
      { a: 1, x: 2 },
      { parties },
      [{ _tag: 'UnknownParty', name: 'x', known: ['owner', 'a'], path: at('x') }],
    ],
    [
      'of no units for a party is told',
      { a: 1, b: 0 },
      {},
      [{ _tag: 'ZeroWeight', name: 'b', path: at('b') }],
    ],
    [
      'of a dated stranger is refused',
      [dated('2026-01-01'), dated('2026-02-01', { a: 0, x: 1 })],
      { parties },
      [
        { _tag: 'UnknownParty', name: 'x', known: ['owner', 'a'], path: at(1, 'of', 'x') },
        { _tag: 'ZeroWeight', name: 'a', path: at(1, 'of', 'a') },
      ],
    ],
    ['of no date is refused', [dated('soon')], {}, [noDate]],
    [
      'of one day twice is refused',
      [dated('2026-01-01'), dated('2026-01-01')],
      {},
      [
        {
          _tag: 'DatesNotRising',
          from: '2026-01-01',
          before: '2026-01-01',
          path: at(1, 'from'),
        },
      ],
    ],
    ['of rising days is taken', [dated('2026-01-01'), dated('2026-01-02')], {}, []],
  ]
  it.each(rows)('%s', (_, units, more, faults) => {
    expect(pool(units, more)).toEqual(faults)
  })
})

describe('amendments', () => {
  const from = (...dates: readonly string[]) =>
    findings([end()], { amendments: dates.map((date) => ({ from: date, flow: [end()] })) })
  const at = (index: number) => ['amendments', index, 'from']
  it('begin on a day', () => {
    expect(from('soon')).toEqual([{ _tag: 'NotADate', text: 'soon', path: at(0) }])
  })
  it.each([
    ['2026-07-01', '2026-07-01'],
    ['2026-07-01', '2026-06-30'],
  ])('rise: after %s none begins on %s', (before, next) => {
    expect(from(before, next)).toEqual([
      { _tag: 'AmendmentsNotRising', from: next, before, path: at(1) },
    ])
    expect(from('0001-01-01', before)).toEqual([])
  })
})

describe('named flows', () => {
  const flat = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, [to(`s${at}`, 'a')]]))
  it('are a thousand at the most, shared ones among them', () => {
    const fault = { _tag: 'FlowsTooMany', limit: 1000, path: ['flows'] }
    expect(findings([end()], { flows: flat(1001) })).toEqual([fault])
    const pot = { shared: { pot: [to('pots', 'a')] } }
    expect(findings([to('s', 'pot')], { flows: flat(1000), ...pot })).toEqual([fault])
    expect(findings([end()], { flows: flat(1000) })).toHaveLength(1000)
    expect(findings([end()], { flows: flat(1000) })[999]).toEqual({
      _tag: 'FlowNotNamed',
      name: 'f999',
      path: ['flows', 'f999'],
    })
  })
  it('are written out ten thousand times at the most', () => {
    const levies = (count: number) =>
      Array.from({ length: count }, (_, at) => levy(`l${at}`, 'fund'))
    const flows = { fund: [to('f', 'a')] }
    expect(findings([...levies(10_000), end()], { flows })).toEqual([])
    expect(findings([...levies(10_001), end()], { flows })).toEqual([
      { _tag: 'FlowsTooLarge', limit: 10_000, path: ['flow', 10_000, 'levy', 'to'] },
    ])
  })
})
