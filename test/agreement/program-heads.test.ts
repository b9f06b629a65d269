/** What stands around the flows of a program: its head, its pools, its advances. */
import type { Agreement, Step } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { end, fee } from '../settlement/small.js'
import { linesOf, programOf } from './findings.js'

const to = (id: string, of: Readonly<Record<string, number>>, more: object = {}): Step => ({
  share: { id, of, ...more },
})

describe('the head of a program', () => {
  it('of the smallest agreement holds no more than what was said', () => {
    const { versions, ...head } = programOf([end()])
    expect(head).toStrictEqual({
      agreement: 'edge',
      currency: { code: 'JPY', digits: 0 },
      refunds: 'net',
      period: 'month',
      zone: 'Asia/Shanghai',
      pools: new Map(),
      ceilings: new Map(),
      attributes: [],
      timed: false,
      counted: new Set(),
    })
    expect(versions).toStrictEqual([{ flow: versions[0].flow, advances: new Map(), carries: [] }])
  })
  it('holds what was said', () => {
    const more: Partial<Agreement> = {
      currency: 'CNY',
      refunds: 'original',
      period: 'quarter',
      zone: 'UTC',
      parties: { owner: { link: 'processing' } },
      pools: { fund: {} },
      free: { when: { kind: ['gift', 'test'], at: { above: '2026-01-01' } } },
      ceilings: { seats: '1.5' },
    }
    const { versions, ...head } = programOf([end()], more)
    expect(versions).toHaveLength(1)
    expect(head).toStrictEqual({
      agreement: 'edge',
      currency: { code: 'CNY', digits: 2 },
      refunds: 'original',
      period: 'quarter',
      zone: 'UTC',
      parties: { owner: { link: 'processing' } },
      pools: new Map([['fund', []]]),
      free: [
        { attribute: 'kind', oneOf: ['gift', 'test'] },
        { attribute: 'at', after: '2026-01-01' },
      ],
      ceilings: new Map([['seats', { num: 3n, den: 2n }]]),
      attributes: [],
      timed: false,
      counted: new Set(['fund']),
    })
  })
  it('names the attributes of all versions in order, amount and day left out', () => {
    const when = (
      id: string,
      test: Readonly<Record<string, string | { readonly upTo: string }>>,
    ) => ({
      when: { id, test, then: [] },
    })
    const day = { upTo: '2026-12-31' }
    const flow = [
      when('w', { zone: 'b', amount: { upTo: '5' }, at: day }),
      when('v', { cold: 'a' }),
      end(),
    ]
    const amendments = [{ from: '2026-07-01', flow: [when('u', { kind: 'x', cold: 'b' }), end()] }]
    expect(programOf(flow, { amendments }).attributes).toStrictEqual(['cold', 'kind', 'zone'])
  })
  it('gives each version but the first its day', () => {
    const amendments = [{ from: '2026-07-01', flow: [end()] }]
    const [first, second] = programOf([end()], { amendments }).versions
    expect(first).not.toHaveProperty('from')
    expect(second?.from).toBe('2026-07-01')
  })
})

describe('a register', () => {
  const pool = (units: Agreement['pools']) => programOf([end()], { pools: units ?? {} }).pools
  it('of whole units has no scale', () => {
    expect(pool({ fund: { units: { a: 1, b: 2 } } })).toStrictEqual(
      new Map([
        [
          'fund',
          [
            {
              units: [
                ['a', 1n],
                ['b', 2n],
              ],
            },
          ],
        ],
      ]),
    )
  })
  it('of parts of units has one', () => {
    expect(pool({ fund: { units: { a: '0.5', b: '1/3' } } })).toStrictEqual(
      new Map([
        [
          'fund',
          [
            {
              units: [
                ['a', 3n],
                ['b', 2n],
              ],
              scale: 6n,
            },
          ],
        ],
      ]),
    )
  })
  it('of days has an entry for each', () => {
    const units = [
      { from: '2026-01-01', of: { a: 1 } },
      { from: '2026-02-01', of: { a: '0.5', b: 1 } },
    ]
    expect(pool({ fund: { units } })).toStrictEqual(
      new Map([
        [
          'fund',
          [
            { from: '2026-01-01', units: [['a', 1n]] },
            {
              from: '2026-02-01',
              units: [
                ['a', 1n],
                ['b', 2n],
              ],
              scale: 2n,
            },
          ],
        ],
      ]),
    )
  })
  it('may be of a pool that a step alone names', () => {
    const reserve: Step = { reserve: { id: 'r', rate: '10%', over: 2, in: 'held' } }
    const { pools, timed, counted } = programOf([reserve, end()])
    expect(pools).toStrictEqual(new Map([['held', []]]))
    expect([timed, [...counted]]).toEqual([true, ['held']])
  })
})

describe('the terms of a clause', () => {
  const terms = (step: Step) => {
    const [take] = programOf([step, end()]).versions[0].flow.ops.flatMap((op) =>
      op.op === 'take' ? [op] : [],
    )
    const { table, ...more } = take?.clause?.terms ?? { table: [] }
    return [table.length, more]
  }
  const claims = { id: 'c', of: { a: 3, b: 4 } }
  const advance = { id: 'f', from: 'p', to: 'a', amount: 5, recoup: '50%' }
  const tiers = [{ upTo: 5, rate: 0 }, { rate: '1%' }]
  it.each<readonly [string, Step, number, object]>([
    ['rate', fee({ rate: '1%' }), 1, { banded: false }],
    ['rate with a floor', fee({ rate: '1%', floor: 2 }), 1, { banded: false, floor: 2n }],
    ['rate with a cap', fee({ rate: '1%', cap: 2 }), 1, { banded: false, cap: 2n }],
    ['table of tiers', fee({ tiers }), 2, { banded: true }],
    ['held slab', fee({ slab: tiers, breaks: 'hold' }), 2, { banded: true }],
    ['fixed amount', { fixed: { id: 'f', to: 'a', amount: 5 } }, 1, { banded: false, cap: 5n }],
    ['recoupment', { advance }, 1, { banded: false, cap: 5n }],
    ['first claim', { claims: { ...claims, by: 'order' } }, 1, { banded: false, cap: 3n }],
    ['claims pro rata', { claims: { ...claims, by: 'proRata' } }, 1, { banded: false, cap: 7n }],
  ])('of a %s are just those', (_, step, rows, more) => {
    expect(terms(step)).toStrictEqual([rows, more])
  })
})

describe('an advance', () => {
  const advances = (step: Step, flow: readonly Step[], more: Partial<Agreement> = {}) =>
    [...programOf([step, ...flow], more).versions[0].advances].map(([id, terms]) => {
      const { flow: copy, ...head } = terms
      return [id, head, linesOf(copy)]
    })
  const of = (name: string): Step => ({ advance: { id: 'adv', from: 'p', to: name, amount: 5 } })
  const head = { from: 'p', kind: 'advance', amount: 5n, path: 'adv', paid: 'paid:adv' }
  it('to a party goes there whole', () => {
    expect(advances(of('a'), [end()])).toStrictEqual([
      ['adv', head, ['leaf slot=0 party=a path=adv kind=advance', 'slots event']],
    ])
  })
  it('through a named flow is shared on one counter', () => {
    const flows = { deep: [to('d', { a: 1, b: 1 }, { on: 'event' })] }
    expect(advances(of('deep'), [end()], { flows })).toStrictEqual([
      [
        'adv',
        head,
        [
          'take 0 > 1 2 (2c+2)/4',
          'leaf slot=1 party=a path=adv/deep/d kind=advance',
          'leaf slot=2 party=b path=adv/deep/d kind=advance',
          'slots event life life',
        ],
      ],
    ])
  })
  it('through a shared flow is shared by itself', () => {
    const shared = { pot: [to('d', { a: 1, b: 1 })] }
    expect(advances(of('pot'), [to('s', { pot: 1 })], { shared })).toStrictEqual([
      [
        'adv',
        head,
        [
          'take 0 > 1 2 (2c+2)/4',
          'leaf slot=1 party=a path=adv/pot/d kind=advance',
          'leaf slot=2 party=b path=adv/pot/d kind=advance',
          'slots event life life',
        ],
      ],
    ])
  })
  it('of no amount, as a payment, is bounded by the largest amount', () => {
    expect(advances({ payment: { id: 'adv', from: 'p', to: 'a' } }, [end()])).toStrictEqual([
      [
        'adv',
        { ...head, kind: 'payment', amount: 10n ** 38n - 1n },
        ['leaf slot=0 party=a path=adv kind=payment', 'slots event'],
      ],
    ])
  })
})
