/** Steps, flows, shares, routes and payers: what is refused or told, each with its place. */
import type { Agreement, Share, Step, Steps } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { end } from '../settlement/small.js'
import { before, findings } from './findings.js'

type Row = readonly [string, Steps, Partial<Agreement>, readonly object[]]

const to = (id: string, ...names: readonly string[]): Step => ({
  share: { id, of: Object.fromEntries(names.map((name) => [name, 1])) },
})
const levy = (id: string, name: string, on?: 'event' | 'period'): Step => ({
  levy: { id, to: name, rate: '1%', ...(on && { on }) },
})

describe('a list of steps', () => {
  const rows: readonly Row[] = [
    ['that is empty has no end', [], {}, [{ _tag: 'NoEnd', path: ['flow'] }]],
    ['of a levy has no end', [levy('l', 'a')], {}, [{ _tag: 'NoEnd', path: ['flow'] }]],
    [
      'goes on after its end',
      [end(), levy('l', 'a'), levy('m', 'a')],
      {},
      [{ _tag: 'StepAfterEnd', path: ['flow', 1, 'levy'] }],
    ],
    [
      'of a named flow has no end',
      [to('s', 'deep')],
      { flows: { deep: [levy('l', 'a')] } },
      [{ _tag: 'NoEnd', path: ['flows', 'deep'] }],
    ],
    [
      'of a shared flow has no end',
      [to('s', 'pot')],
      { shared: { pot: [levy('l', 'a')] } },
      [{ _tag: 'NoEnd', path: ['shared', 'pot'] }],
    ],
    [
      'of an amendment has no end',
      [end()],
      { amendments: [{ from: '2026-07-01', flow: [], flows: {} }] },
      [{ _tag: 'NoEnd', path: ['amendments', 0, 'flow'] }],
    ],
  ]
  it.each(rows)('%s', (_, flow, more, faults) => {
    expect(findings(flow, more)).toEqual(faults)
  })
})

describe('flows', () => {
  const rows: readonly Row[] = [
    [
      'that name themselves are refused',
      [to('s', 'x')],
      { flows: { x: [to('t', 'x')] } },
      [{ _tag: 'FlowCycle', names: ['x', 'x'], path: ['flows', 'x', 0, 'share', 'of', 'x'] }],
    ],
    [
      'that name each other are refused',
      [to('s', 'x')],
      { flows: { x: [levy('l', 'y'), to('t', 'a')], y: [to('u', 'x')] } },
      [
        {
          _tag: 'FlowCycle',
          names: ['x', 'y', 'x'],
          path: ['flows', 'y', 0, 'share', 'of', 'x'],
        },
      ],
    ],
    [
      'shared in a ring are refused with the ring alone',
      [to('s', 'way')],
      { shared: { way: [to('w', 'one')], one: [to('t', 'two')], two: [to('u', 'one')] } },
      [
        { _tag: 'FlowCycle', names: ['one', 'two', 'one'], path: ['shared', 'one'] },
        { _tag: 'FlowNotNamed', name: 'one', path: ['shared', 'one'] },
        { _tag: 'FlowNotNamed', name: 'two', path: ['shared', 'two'] },
      ],
    ],
    [
      'shared in a ring through a claim are refused',
      [to('s', 'one')],
      { shared: { one: [{ claims: { id: 'c', of: { one: 1 }, by: 'order' } }, to('t', 'a')] } },
      [{ _tag: 'FlowCycle', names: ['one', 'one'], path: ['shared', 'one'] }],
    ],
    [
      'shared in a ring through a levy of a named flow are refused',
      [to('s', 'one')],
      { shared: { one: [to('t', 'mid')] }, flows: { mid: [levy('l', 'one'), to('u', 'a')] } },
      [
        { _tag: 'FlowCycle', names: ['one', 'mid', 'one'], path: ['shared', 'one'] },
        { _tag: 'FlowNotNamed', name: 'mid', path: ['flows', 'mid'] },
      ],
    ],
    [
      'nobody names are told',
      [end()],
      { flows: { x: [to('t', 'a')] }, shared: { y: [to('u', 'a')] } },
      [
        { _tag: 'FlowNotNamed', name: 'x', path: ['flows', 'x'] },
        { _tag: 'FlowNotNamed', name: 'y', path: ['shared', 'y'] },
      ],
    ],
    ['that name a name of JavaScript name a party', [to('s', 'constructor')], { flows: {} }, []],
  ]
  it.each(rows)('%s', (_, flow, more, faults) => {
    expect(findings(flow, more)).toEqual(faults)
  })
})

describe('a scope that narrows is refused', () => {
  const narrow = (from: string, to: string, ...path: readonly (string | number)[]) => [
    { _tag: 'ScopeNarrows', from, to, path },
  ]
  const claims: Step = { claims: { id: 'c', of: { a: 1 }, by: 'order', on: 'period' } }
  const rows: readonly (readonly [string, Steps, readonly object[]])[] = [
    [
      'of a levy',
      [levy('l', 'a'), levy('m', 'a', 'event')],
      narrow('life', 'event', 'flow', 1, 'levy', 'on'),
    ],
    ['of claims', [levy('l', 'a'), claims], narrow('life', 'month', 'flow', 1, 'claims', 'on')],
    [
      'of a fixed amount',
      [levy('l', 'a', 'period'), { fixed: { id: 'f', to: 'a', amount: 1, on: 'event' } }],
      narrow('month', 'event', 'flow', 1, 'fixed', 'on'),
    ],
    [
      'of a condition',
      [levy('l', 'a'), { when: { id: 'if', test: { poor: 1 }, then: [to('t', 'a')] } }],
      narrow('life', 'event', 'flow', 1, 'when'),
    ],
  ]
  it.each(rows)('%s', (_, steps, faults) => {
    expect(before(...steps)).toEqual(faults)
  })
  it('of a share', () => {
    const share: Step = { share: { id: 's', of: { a: 1 }, on: 'period', every: 'year' } }
    expect(findings([levy('l', 'a'), share])).toEqual(
      narrow('life', 'year', 'flow', 1, 'share', 'on'),
    )
  })
  it('and none that widens', () => {
    const wider: Step = { levy: { id: 'y', to: 'a', rate: 0, on: 'period', every: 'year' } }
    expect(before(levy('e', 'a', 'event'), levy('p', 'a', 'period'), wider)).toEqual([
      { _tag: 'ZeroRate', path: ['flow', 2, 'levy', 'rate'] },
    ])
  })
})

describe('a share', () => {
  const at = (...rest: readonly (string | number)[]) => ['flow', 0, 'share', ...rest]
  const rows: readonly (readonly [string, object, Partial<Share>, readonly object[]])[] = [
    ['of nobody', {}, {}, [{ _tag: 'NothingNamed', path: at('of') }]],
    ['of nobody with a rest', {}, { rest: 'a' }, [{ _tag: 'NothingNamed', path: at('of') }]],
    ['of nobody, carried', {}, { by: 'carried' }, [{ _tag: 'NothingNamed', path: at('of') }]],
    [
      'of zeros',
      { a: 0, b: '0.0' },
      {},
      [{ _tag: 'WeightsSumToZero', parties: 2, path: at('of') }],
    ],
    ['of a word', { a: 1, b: 'x' }, {}, [{ _tag: 'NotAWeight', text: 'x', path: at('of', 'b') }]],
    ['of percents', { a: '5%' }, {}, [{ _tag: 'NotAWeight', text: '5%', path: at('of', 'a') }]],
    ['below 0', { a: 1, b: -1 }, {}, [{ _tag: 'NegativeWeight', index: 1, path: at('of', 'b') }]],
    ['of 0 for one', { a: 1, b: 0 }, {}, [{ _tag: 'ZeroWeight', name: 'b', path: at('of', 'b') }]],
    [
      'whose rest is not named',
      { a: 1 },
      { rest: 'b' },
      [{ _tag: 'RestNotNamed', rest: 'b', path: at('rest') }],
    ],
    [
      'with a rest and a method',
      { a: 1, b: 1 },
      { rest: 'b', by: 'webster' },
      [{ _tag: 'RestWithMethod', by: 'webster', path: at('rest') }],
    ],
    [
      'with another rest and a method',
      { a: 1 },
      { rest: 'b', by: 'dhondt' },
      [
        { _tag: 'RestWithMethod', by: 'dhondt', path: at('rest') },
        { _tag: 'RestNotNamed', rest: 'b', path: at('rest') },
      ],
    ],
    ['with a rest by tree', { a: 1, b: 1 }, { rest: 'b', by: 'tree' }, []],
    [
      'by largest on the life',
      { a: 1, b: 1 },
      { by: 'largest' },
      [{ _tag: 'LargestNotOnEvent', path: at('by') }],
    ],
    [
      'by largest, its refunds net',
      { a: 1, b: 1 },
      { by: 'largest', on: 'event' },
      [{ _tag: 'LargestNotOnEvent', path: at('by') }],
    ],
  ]
  it.each(rows)('%s', (_, of, more, faults) => {
    expect(findings([{ share: { id: 's', of: of, ...more } }])).toEqual(faults)
  })
  it('by largest may be of each sale whose refunds go back as they came', () => {
    const share: Step = { share: { id: 's', of: { a: 1, b: 1 }, by: 'largest', on: 'event' } }
    expect(findings([share], { refunds: 'original' })).toEqual([])
    const life: Step = { share: { id: 's', of: { a: 1, b: 1 }, by: 'largest' } }
    expect(findings([life], { refunds: 'original' })).toEqual([
      { _tag: 'LargestNotOnEvent', path: at('by') },
    ])
  })
})

describe('a share along the links', () => {
  const along = (of: object): Steps => [{ along: { id: 's', of: of } }]
  const at = (name: string) => ['flow', 0, 'along', 'of', name]
  const lab = { lab: { link: 'processing' }, mill: { link: 'processing' } } as const
  const rows: readonly Row[] = [
    [
      'names links alone',
      along({ cooking: 1 }),
      {},
      [{ _tag: 'NotALink', name: 'cooking', path: at('cooking') }],
    ],
    [
      'wants a party for each',
      along({ processing: 1 }),
      {},
      [{ _tag: 'LinkWithoutParty', link: 'processing', parties: [], path: at('processing') }],
    ],
    [
      'wants one party alone for each',
      along({ processing: 1 }),
      { parties: lab },
      [
        {
          _tag: 'LinkWithoutParty',
          link: 'processing',
          parties: ['lab', 'mill'],
          path: at('processing'),
        },
      ],
    ],
    ['finds the one party', along({ processing: 1 }), { parties: { lab: lab.lab } }, []],
    [
      'finds a flow before parties',
      along({ processing: 1 }),
      { parties: lab, flows: { processing: [to('t', 'lab')] } },
      [],
    ],
    [
      'finds a shared flow before parties',
      along({ processing: 1 }),
      { parties: lab, shared: { processing: [to('t', 'lab')] } },
      [],
    ],
  ]
  it.each(rows)('%s', (_, flow, more, faults) => {
    expect(findings(flow, more)).toEqual(faults)
  })
})
