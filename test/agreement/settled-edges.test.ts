/** Who gets what at the very edges of clauses: each row a sale on a fresh state. */
import type { Agreement, Condition, Step, Steps } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { agreement, end, fee, sale, table } from '../settlement/small.js'
import { settled } from '../settlement/cases.js'

const day = '2026-01-05'
const of = (flow: Steps, more: Partial<Agreement> = {}, attributes: object = {}, at = day) => ({
  for: (amount: number) =>
    table(agreement(flow, more), [sale('s', at, amount, attributes)]).s ?? {},
})

/** What the agent gets of each amount. */
const takes = (step: Step, ...amounts: readonly number[]): readonly number[] =>
  amounts.map((amount) => {
    const got = of([step, end()]).for(amount)
    return Number(got.agent ?? 0)
  })

describe('a fee takes', () => {
  const tiers = [{ upTo: 10, rate: '10%' }, { upTo: 20, rate: '50%' }, { rate: 1 }]
  const slab = [{ upTo: 100, rate: '10%' }, { rate: '5%' }]
  const rising = [{ upTo: 100, rate: '5%' }, { rate: '10%' }]
  it.each<readonly [string, Step, readonly number[], readonly number[]]>([
    ['a half up', fee({ rate: '50%' }), [1, 2, 3], [1, 1, 2]],
    ['its floor at least', fee({ rate: '10%', floor: 2 }), [1, 2, 3, 24, 25], [1, 2, 2, 2, 3]],
    ['its floor of 0', fee({ rate: '10%', floor: 0 }), [1, 4, 5, 15], [0, 0, 1, 2]],
    ['its cap at most', fee({ rate: '10%', cap: 2 }), [14, 15, 24, 25, 1000], [1, 2, 2, 2, 2]],
    ['its cap of 0', fee({ rate: '10%', cap: 0 }), [1, 5, 1000], [0, 0, 0]],
    ['one amount alone', fee({ rate: '10%', floor: 2, cap: 2 }), [1, 2, 3, 1000], [1, 2, 2, 2]],
    ['its floor of no rate', fee({ rate: 0, floor: 2 }), [1, 2, 3], [1, 2, 2]],
    ['its floor of all', fee({ rate: 1, floor: 2 }), [1, 2, 3], [1, 2, 3]],
    ['its tiers to their ends', fee({ tiers }), [10, 11, 12, 20, 21], [1, 2, 2, 6, 7]],
    [
      'its tiers above a floor',
      fee({ tiers, floor: 3 }),
      [2, 3, 4, 14, 15, 16],
      [2, 3, 3, 3, 4, 4],
    ],
    ['its tiers below a cap', fee({ tiers, cap: 6 }), [18, 19, 20, 21, 99], [5, 6, 6, 6, 6]],
    [
      'its tiers between both',
      fee({ tiers, floor: 3, cap: 4 }),
      [3, 13, 14, 15, 16, 17],
      [3, 3, 3, 4, 4, 4],
    ],
    [
      'of a held falling slab its highest',
      fee({ slab, breaks: 'hold' }),
      [99, 100, 101, 200, 209, 210],
      [10, 10, 10, 10, 10, 11],
    ],
    [
      'of a held rising slab one for one',
      fee({ slab: rising, breaks: 'hold' }),
      [100, 101, 102, 105, 106, 114, 115],
      [5, 6, 7, 10, 11, 11, 12],
    ],
    [
      'of a held slab its cap',
      fee({ slab: rising, breaks: 'hold', cap: 7 }),
      [100, 101, 102, 103, 999],
      [5, 6, 7, 7, 7],
    ],
    ['a fixed amount first', { fixed: { id: 'f', to: 'agent', amount: 5 } }, [4, 5, 6], [4, 5, 5]],
    ['a fixed amount of 0', { fixed: { id: 'f', to: 'agent', amount: 0 } }, [4, 5], [0, 0]],
  ])('%s', (_, step, amounts, got) => {
    expect(takes(step, ...amounts)).toEqual(got)
  })
})

describe('claims pay', () => {
  const claims = (by: 'order' | 'proRata' | 'equal'): Step => ({
    claims: { id: 'c', of: { a: 2, b: 4, z: 0 }, by },
  })
  it.each<readonly ['order' | 'proRata' | 'equal', number, object]>([
    ['order', 1, { a: '1' }],
    ['order', 2, { a: '2' }],
    ['order', 3, { a: '2', b: '1' }],
    ['order', 6, { a: '2', b: '4' }],
    ['order', 7, { a: '2', b: '4', owner: '1' }],
    ['proRata', 1, { b: '1' }],
    ['proRata', 3, { a: '1', b: '2' }],
    ['proRata', 6, { a: '2', b: '4' }],
    ['proRata', 8, { a: '2', b: '4', owner: '2' }],
    ['equal', 1, { a: '1' }],
    ['equal', 2, { a: '1', b: '1' }],
    ['equal', 4, { a: '2', b: '2' }],
    ['equal', 5, { a: '2', b: '3' }],
    ['equal', 6, { a: '2', b: '4' }],
    ['equal', 7, { a: '2', b: '4', owner: '1' }],
  ])('by %s of %i', (by, amount, got) => {
    expect(of([claims(by), end()]).for(amount)).toEqual(got)
  })
  it('lines of their own kind and path', () => {
    const { lines } = settled(agreement([claims('order'), end()]), [sale('s', day, 3)])
    expect(lines.map(({ party, path, kind, amount }) => [party, path, kind, amount])).toEqual([
      ['a', 'c', 'claims', 2n],
      ['b', 'c', 'claims', 1n],
    ])
  })
})

describe('a share gives', () => {
  const by = (
    more: object,
    weights: Readonly<Record<string, number>> = { a: 1, b: 1, c: 1 },
  ): Step => ({
    share: { id: 's', of: weights, ...more },
  })
  it.each<readonly [string, Step, number, object]>([
    ['by tree', by({}), 100, { a: '34', b: '33', c: '33' }],
    ['by tree as said', by({ by: 'tree' }), 1, { a: '1' }],
    ['by floors, the rest to a', by({ rest: 'a' }), 5, { a: '2', b: '1', c: '2' }],
    ['by floors, the rest to c', by({ rest: 'c' }), 5, { a: '1', b: '2', c: '2' }],
    ['by floors of 1', by({ rest: 'c' }), 1, { c: '1' }],
    ['by floors with a zero', by({ rest: 'b' }, { z: 0, a: 1, b: 1 }), 3, { a: '1', b: '2' }],
    ['by Webster', by({ by: 'webster' }, { a: 4, z: 0, b: 1 }), 3, { a: '2', b: '1' }],
    ['by dHondt', by({ by: 'dhondt' }, { a: 4, z: 0, b: 1 }), 3, { a: '3' }],
  ])('%s', (_, step, amount, got) => {
    expect(of([step]).for(amount)).toEqual(got)
  })
  it('by largest', () => {
    const step = by({ by: 'largest', on: 'event' })
    expect(of([step], { refunds: 'original' }).for(5)).toEqual({ a: '2', b: '2', c: '1' })
  })
})

describe('a condition', () => {
  const when = (test: Readonly<Record<string, Condition>>): Steps => [
    { when: { id: 'w', test, then: [{ share: { id: 't', of: { yes: 1 } } }] } },
    end({ no: 1 }),
  ]
  it.each<readonly [string, Readonly<Record<string, Condition>>, object, string]>([
    ['up to a number holds at it', { n: { upTo: '1.5' } }, { n: '1.5' }, 'yes'],
    ['up to a number fails above', { n: { upTo: '1.5' } }, { n: '1.51' }, 'no'],
    ['above a number fails at it', { n: { above: '1.5' } }, { n: '1.50' }, 'no'],
    ['above a number holds above', { n: { above: '1.5' } }, { n: '1.51' }, 'yes'],
    ['up to a number fails for a word', { n: { upTo: 5 } }, { n: 'x' }, 'no'],
    ['up to a day holds on it', { at: { upTo: day } }, {}, 'yes'],
    ['up to a day fails after', { at: { upTo: '2026-01-04' } }, {}, 'no'],
    ['above a day fails on it', { at: { above: day } }, {}, 'no'],
    ['above a day holds after', { at: { above: '2026-01-04' } }, {}, 'yes'],
    ['above a day fails before', { at: { above: '2026-01-06' } }, {}, 'no'],
    ['of a day by name holds on it', { at: day }, {}, 'yes'],
    ['of days by name fails on others', { at: ['2026-01-04', '2026-01-06'] }, {}, 'no'],
    ['of an amount holds', { amount: { upTo: 3 } }, {}, 'yes'],
    ['of an amount fails', { amount: { above: 3 } }, {}, 'no'],
    ['of words holds for each', { n: ['x', 'y'] }, { n: 'y' }, 'yes'],
    ['of two fails for one', { n: 'x', at: { above: day } }, { n: 'x' }, 'no'],
  ])('%s', (_, test, attributes, who) => {
    expect(of(when(test), {}, attributes).for(3)).toEqual({ [who]: '3' })
  })
})
