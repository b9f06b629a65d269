/** What an amendment carries on, clause by clause, and what it does not. */
import type { Agreement, Amendment, Step, Steps } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { agreement, end, fee, sale, totals } from '../settlement/small.js'
import { findings, programOf } from './findings.js'

const fixed = (amount: number, more: object = {}): Step => ({
  fixed: { id: 'f', to: 'a', amount, ...more },
})
const reserve = (id: string, over = 2): Step => ({ reserve: { id, rate: '10%', over, in: 'held' } })
const advance = (amount: number): Step => ({ advance: { id: 'adv', from: 'p', to: 'a', amount } })
const to = (name: string): Step => ({ share: { id: 'all', of: { [name]: 1 } } })
const tiers = (rate: string): Step => fee({ tiers: [{ upTo: 9, rate }, { rate: 0 }] })

/** What later versions carry, the keys of their folds, the counters of advances, and notes. */
const shown = (flow: Steps, amendments: readonly Amendment[], more: Partial<Agreement> = {}) => {
  const later = programOf(flow, { amendments, ...more }).versions.slice(1)
  const said = findings(flow, { amendments, ...more }) as readonly Readonly<
    Record<string, unknown>
  >[]
  return [
    ...later.flatMap(({ carries }) =>
      carries.map(({ from, to: key, only }) => `${from} > ${key}${only ? ` in ${only}` : ''}`),
    ),
    ...later.flatMap(({ flow: { ops } }) =>
      ops.flatMap((op) => (op.op === 'fold' ? [`fold ${op.key}`] : [])),
    ),
    ...later.flatMap(({ advances }) => [...advances].map(([id, { paid }]) => `${id} ${paid}`)),
    ...said.flatMap(({ _tag, id, path }) =>
      _tag === 'NothingCarried' ? [`nothing of ${String(id)} at ${String(path)}`] : [],
    ),
  ]
}

const on = (from: string, carry: readonly string[], ...flow: Steps): Amendment => ({
  from,
  carry,
  flow,
})
const cut = '2026-07-15'

type Row = readonly [string, Steps, readonly Amendment[], Partial<Agreement>, readonly string[]]

const rows: readonly Row[] = [
  ['an amount', [fixed(5), end()], [on(cut, ['f'], fixed(7), end())], {}, ['f > 2026-07-15/f']],
  ['an amount not named', [fixed(5), end()], [on(cut, [], fixed(7), end())], {}, []],
  [
    'an amount of the month that is cut',
    [fixed(5, { on: 'period' }), end()],
    [on(cut, ['f'], fixed(7, { on: 'period' }), end())],
    {},
    ['f > 2026-07-15/f in 2026-07'],
  ],
  [
    'an amount of the year that is cut',
    [fixed(5), end()],
    [on(cut, ['f'], fixed(7, { on: 'period', every: 'year' }), end())],
    {},
    ['f > 2026-07-15/f in 2026'],
  ],
  [
    'no amount of a month that is not cut',
    [fixed(5), end()],
    [on('2026-07-01', ['f'], fixed(7, { on: 'period' }), end())],
    {},
    ['nothing of f at amendments,0,carry,0'],
  ],
  [
    'no amount of each sale',
    [fixed(5), end()],
    [on(cut, ['f'], fixed(7, { on: 'event' }), end())],
    {},
    ['nothing of f at amendments,0,carry,0'],
  ],
  [
    'tiers',
    [tiers('10%'), end()],
    [on(cut, ['fee'], tiers('5%'), end())],
    {},
    ['fee > 2026-07-15/fee'],
  ],
  [
    'a floor',
    [fee({ rate: 1 }), end()],
    [on(cut, ['fee'], fee({ rate: '1%', floor: 2 }), end())],
    {},
    ['fee > 2026-07-15/fee'],
  ],
  [
    'a cap',
    [fee({ rate: '2%' }), end()],
    [on(cut, ['fee'], fee({ rate: '1%', cap: 2 }), end())],
    {},
    ['fee > 2026-07-15/fee'],
  ],
  [
    'no plain rate',
    [fee({ rate: '2%' }), end()],
    [on(cut, ['fee'], fee({ rate: '1%' }), end())],
    {},
    ['nothing of fee at amendments,0,carry,0'],
  ],
  ['no share', [end()], [on(cut, ['end'], end())], {}, ['nothing of end at amendments,0,carry,0']],
  [
    'one of two amounts',
    [fixed(5), tiers('1%'), end()],
    [on(cut, ['f'], fixed(5), tiers('1%'), end())],
    {},
    ['f > 2026-07-15/f'],
  ],
  [
    'one of two clauses that changed places',
    [fixed(5), tiers('1%'), end()],
    [on(cut, ['fee', 'f'], tiers('1%'), fixed(5), end())],
    {},
    ['fee > 2026-07-15/fee', 'f > 2026-07-15/f'],
  ],
  [
    'no amount that moved into a flow',
    [fixed(5), end()],
    [{ from: cut, carry: ['f'], flow: [to('deep')], flows: { deep: [fixed(7), end()] } }],
    {},
    ['nothing of f at amendments,0,carry,0'],
  ],
  [
    'an amount within a flow',
    [to('deep')],
    [{ from: cut, carry: ['f'], flow: [to('deep')], flows: { deep: [fixed(7), end()] } }],
    { flows: { deep: [fixed(5), end()] } },
    ['all/deep/f > 2026-07-15/all/deep/f'],
  ],
  [
    'claims, each of them',
    [{ claims: { id: 'c', of: { a: 1, b: 2 }, by: 'order' } }, end()],
    [on(cut, ['c'], { claims: { id: 'c', of: { b: 3, x: 1 }, by: 'order' } }, end())],
    {},
    ['c/b > 2026-07-15/c/b'],
  ],
  [
    'an amount twice',
    [fixed(5), end()],
    [on(cut, ['f'], fixed(7), end()), on('2026-08-15', ['f'], fixed(9), end())],
    {},
    ['f > 2026-07-15/f', '2026-07-15/f > 2026-08-15/f'],
  ],
  [
    'an advance',
    [advance(5), end()],
    [on(cut, ['adv'], advance(7), end())],
    {},
    ['adv > 2026-07-15/adv', 'adv paid:adv'],
  ],
  [
    'an advance twice',
    [advance(5), end()],
    [on(cut, ['adv'], advance(7), end()), on('2026-08-15', ['adv'], advance(9), end())],
    {},
    ['adv > 2026-07-15/adv', '2026-07-15/adv > 2026-08-15/adv', 'adv paid:adv', 'adv paid:adv'],
  ],
  [
    'no advance that is not named',
    [advance(5), end()],
    [on(cut, [], advance(7), end())],
    {},
    ['adv paid:2026-07-15/adv'],
  ],
  [
    'no advance that became a share',
    [advance(5), end()],
    [on(cut, ['adv'], { share: { id: 'adv', of: { a: 1 } } })],
    {},
    ['nothing of adv at amendments,0,carry,0'],
  ],
  [
    'no share that became an advance',
    [{ share: { id: 'adv', of: { a: 1 } } }],
    [on(cut, ['adv'], { payment: { id: 'adv', from: 'p', to: 'a' } }, end())],
    {},
    ['adv paid:2026-07-15/adv', 'nothing of adv at amendments,0,carry,0'],
  ],
  ['a reserve', [reserve('r'), end()], [on(cut, ['r'], reserve('r', 3), end())], {}, ['fold r']],
  [
    'a reserve not named',
    [reserve('r'), end()],
    [on(cut, [], reserve('r', 3), end())],
    {},
    ['fold 2026-07-15/r'],
  ],
  [
    'one of two reserves',
    [reserve('r'), reserve('s'), end()],
    [on(cut, ['s'], reserve('r'), reserve('s'), end())],
    {},
    ['fold 2026-07-15/r', 'fold s'],
  ],
  [
    'a reserve and not a share',
    [reserve('r'), end()],
    [on(cut, ['end', 'r'], reserve('r'), end())],
    {},
    ['fold r', 'nothing of end at amendments,0,carry,0'],
  ],
  [
    'a reserve twice',
    [reserve('r'), end()],
    [on(cut, ['r'], reserve('r'), end()), on('2026-08-15', ['r'], reserve('r'), end())],
    {},
    ['fold r', 'fold r'],
  ],
  [
    'a reserve that began in an amendment',
    [end()],
    [on(cut, [], reserve('r'), end()), on('2026-08-15', ['r'], reserve('r'), end())],
    {},
    ['fold 2026-07-15/r', 'fold 2026-07-15/r'],
  ],
  [
    'no reserve that moved into a flow',
    [reserve('r'), end()],
    [{ from: cut, carry: ['r'], flow: [to('deep')], flows: { deep: [reserve('r'), end()] } }],
    {},
    ['fold 2026-07-15/all/deep/r', 'nothing of r at amendments,0,carry,0'],
  ],
  [
    'a reserve within a flow whose name holds a date',
    [to('x2026-07-01')],
    [
      {
        from: cut,
        carry: ['r'],
        flow: [to('x2026-07-01')],
        flows: { 'x2026-07-01': [reserve('r'), end()] },
      },
    ],
    { flows: { 'x2026-07-01': [reserve('r'), end()] } },
    ['fold all/x2026-07-01/r'],
  ],
]

describe('an amendment carries', () => {
  it.each(rows)('%s', (_, flow, amendments, more, lines) => {
    expect(shown(flow, amendments, more)).toEqual(lines)
  })
})

describe('an amendment refuses to carry', () => {
  const unknown = (id: string, index: number) => [
    { _tag: 'CarriedUnknown', id, path: ['amendments', 0, 'carry', index] },
  ]
  it.each<readonly [string, Steps, readonly string[], Steps, readonly object[]]>([
    ['what stands nowhere', [end()], ['x'], [end()], unknown('x', 0)],
    ['what stood before alone', [fixed(5), end()], ['f'], [end()], unknown('f', 0)],
    ['what stands now alone', [end()], ['f'], [fixed(5), end()], unknown('f', 0)],
    ['the second of two', [fixed(5), end()], ['f', 'x'], [fixed(5), end()], unknown('x', 1)],
  ])('%s', (_, flow, carry, next, faults) => {
    expect(findings(flow, { amendments: [{ from: cut, carry, flow: next }] })).toEqual(faults)
  })
})

describe('an amendment that carries', () => {
  const events = [sale('s1', '2026-07-01', 6), sale('s2', cut, 6), sale('s3', '2026-08-01', 6)]
  const month = { on: 'period' }
  const first = (rate: number) => fee({ tiers: [{ upTo: 9, rate }, { rate: 0 }] })
  it.each<readonly [string, Step, Step, readonly string[], object]>([
    ['an amount takes its rest', fixed(10), fixed(10), ['f'], { a: '10', owner: '8' }],
    ['an amount just met takes none', fixed(6), fixed(6), ['f'], { a: '6', owner: '12' }],
    ['a smaller amount takes none', fixed(6), fixed(5), ['f'], { a: '6', owner: '12' }],
    ['nothing begins again', fixed(10), fixed(10), [], { a: '16', owner: '2' }],
    ['a month goes on in it', fixed(10, month), fixed(10, month), ['f'], { a: '16', owner: '2' }],
    ['no month begins again', fixed(10, month), fixed(10, month), [], { a: '18' }],
    ['tiers goes on in them', first(1), first(1), ['fee'], { agent: '9', owner: '9' }],
    ['no tiers begins them again', first(1), first(1), [], { agent: '15', owner: '3' }],
    [
      'a cap takes up to it',
      fee({ rate: 1 }),
      fee({ rate: 1, cap: 7 }),
      ['fee'],
      { agent: '7', owner: '11' },
    ],
    [
      'a floor takes up to it',
      fee({ rate: 1 }),
      fee({ rate: 0, floor: 8 }),
      ['fee'],
      { agent: '8', owner: '10' },
    ],
    [
      'a floor just met takes none',
      fee({ rate: 1 }),
      fee({ rate: 0, floor: 6 }),
      ['fee'],
      { agent: '6', owner: '12' },
    ],
  ])('%s', (_, old, now, carry, sums) => {
    const flow = [old, end()]
    const amendments = [on(cut, carry, now, end())]
    expect(totals(agreement(flow, { amendments }), events)).toEqual(sums)
  })
})
