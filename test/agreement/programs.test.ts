/** What small agreements compile to, op by op. */
import type { Agreement, Step, Steps } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { end, fee } from '../settlement/small.js'
import { linesOf, programOf } from './findings.js'

const to = (id: string, ...names: readonly string[]): Step => ({
  share: { id, of: Object.fromEntries(names.map((name) => [name, 1])) },
})
const levy = (id: string, name: string, more: object = {}): Step => ({
  levy: { id, to: name, rate: '10%', ...more },
})
const claims = (by: 'order' | 'proRata' | 'equal', of: Readonly<Record<string, number>>): Step => ({
  claims: { id: 'c', of, by },
})

type Row = readonly [string, Steps, Partial<Agreement>, readonly string[]]

const rows: readonly Row[] = [
  [
    'a share of one',
    [end()],
    {},
    ['gather 0 > 1 life end', 'leaf slot=1 party=owner path=end kind=share', 'slots event life'],
  ],
  [
    'a share of three',
    [to('s', 'a', 'b', 'c')],
    {},
    [
      'gather 0 > 1 life s',
      'take 1 > 2 3 (4c+3)/6',
      'take 2 > 4 5 (2c+2)/4',
      'leaf slot=4 party=a path=s kind=share',
      'leaf slot=5 party=b path=s kind=share',
      'leaf slot=3 party=c path=s kind=share',
      'slots event life life life life life',
    ],
  ],
  [
    'a fixed amount',
    [{ fixed: { id: 'f', to: 'a', amount: 5 } }, end()],
    {},
    [
      'gather 0 > 1 life f',
      'take 1 > 2 3 (2c+1)/2<=5 (0c+5)/1 f cap=5 banded=false',
      'leaf slot=2 party=a path=f kind=fixed',
      'leaf slot=3 party=owner path=end kind=share',
      'slots event life life life',
    ],
  ],
  [
    'a fee with bounds',
    [fee({ rate: '10%', floor: 2, cap: 5 }), end()],
    {},
    [
      'gather 0 > 1 life fee',
      'take 1 > 2 3 (2c+10)/20<=0 (1c+0)/1<=2 (0c+2)/1<=14 (2c+10)/20<=54 (0c+5)/1 fee banded=false floor=2 cap=5',
      'leaf slot=2 party=agent path=fee kind=commission',
      'leaf slot=3 party=owner path=end kind=share',
      'slots event life life life',
    ],
  ],
  [
    'a fee with tiers',
    [fee({ tiers: [{ upTo: 9, rate: 0 }, { rate: 1 }] }), end()],
    {},
    [
      'gather 0 > 1 life fee',
      'take 1 > 2 3 (0c+1)/2<=9 (2c+-17)/2 fee banded=true',
      'leaf slot=2 party=agent path=fee kind=commission',
      'leaf slot=3 party=owner path=end kind=share',
      'slots event life life life',
    ],
  ],
  [
    'a kept fee of each sale',
    [levy('l', 'a', { on: 'event', kept: 'p' }), end()],
    {},
    [
      'take 0 > 1 2 (2c+10)/20 l banded=false',
      'gather 2 > 3 life end',
      'leaf slot=1 party=a path=l kind=levy kept=p',
      'leaf slot=3 party=owner path=end kind=share',
      'slots event event event life',
    ],
  ],
  [
    'scopes that widen',
    [
      levy('e', 'a', { on: 'event' }),
      levy('p', 'a', { on: 'period' }),
      levy('y', 'a', { on: 'period', every: 'year' }),
      end(),
    ],
    {},
    [
      'take 0 > 1 2 (2c+10)/20 e banded=false',
      'gather 2 > 3 month p',
      'take 3 > 4 5 (2c+10)/20 p banded=false',
      'gather 5 > 6 year y',
      'take 6 > 7 8 (2c+10)/20 y banded=false',
      'gather 8 > 9 life end',
      'leaf slot=1 party=a path=e kind=levy',
      'leaf slot=4 party=a path=p kind=levy',
      'leaf slot=7 party=a path=y kind=levy',
      'leaf slot=9 party=owner path=end kind=share',
      'slots event event event month month month year year year life',
    ],
  ],
  [
    'claims in order',
    [claims('order', { a: 5, z: 0, b: 7 }), end()],
    {},
    [
      'gather 0 > 1 life c',
      'take 1 > 2 3 (2c+1)/2<=5 (0c+5)/1 c/a cap=5 banded=false',
      'take 3 > 4 5 (2c+1)/2<=7 (0c+7)/1 c/b cap=7 banded=false',
      'leaf slot=2 party=a path=c kind=claims',
      'leaf slot=4 party=b path=c kind=claims',
      'leaf slot=5 party=owner path=end kind=share',
      'slots event life life life life life',
    ],
  ],
  [
    'claims in proportion',
    [claims('proRata', { a: 5, z: 0, b: 10 }), end()],
    {},
    [
      'gather 0 > 1 life c',
      'take 1 > 2 3 (2c+1)/2<=15 (0c+15)/1 c cap=15 banded=false',
      'take 2 > 4 5 (4c+3)/6',
      'leaf slot=5 party=a path=c kind=claims',
      'leaf slot=4 party=b path=c kind=claims',
      'leaf slot=3 party=owner path=end kind=share',
      'slots event life life life life life',
    ],
  ],
  [
    'claims in equal parts',
    [claims('equal', { a: 7, z: 0, b: 5, c: 7 }), end()],
    {},
    [
      'gather 0 > 1 life c',
      'take 1 > 2 3 (2c+1)/2<=15 (0c+15)/1',
      'take 2 > 4 5 (4c+3)/6',
      'take 4 > 6 7 (2c+2)/4',
      'take 3 > 8 9 (2c+1)/2<=4 (0c+4)/1',
      'take 8 > 10 11 (2c+2)/4',
      'gather 6+10 > 12 life c/a',
      'gather 5+11 > 13 life c/c',
      'leaf slot=12 party=a path=c kind=claims',
      'leaf slot=7 party=b path=c kind=claims',
      'leaf slot=13 party=c path=c kind=claims',
      'leaf slot=9 party=owner path=end kind=share',
      'slots event life life life life life life life life life life life life life',
    ],
  ],
  [
    'equal claims of each sale',
    [{ claims: { id: 'c', of: { a: 5, b: 5 }, by: 'equal', on: 'event' } }, end()],
    {},
    [
      'take 0 > 1 2 (2c+1)/2<=10 (0c+10)/1',
      'take 1 > 3 4 (2c+2)/4',
      'gather 2 > 5 life end',
      'leaf slot=3 party=a path=c kind=claims',
      'leaf slot=4 party=b path=c kind=claims',
      'leaf slot=5 party=owner path=end kind=share',
      'slots event event event event event life',
    ],
  ],
  [
    'floors with a rest',
    [{ share: { id: 's', of: { a: 1, b: 2, z: 0, c: 3 }, rest: 'b' } }],
    {},
    [
      'gather 0 > 1 life s',
      'take 1 > 2 3 (1c+0)/6',
      'take 3 > 4 5 (3c+0)/5',
      'leaf slot=2 party=a path=s kind=share',
      'leaf slot=5 party=b path=s kind=share',
      'leaf slot=4 party=c path=s kind=share',
      'slots event life life life life life',
    ],
  ],
  [
    'a method with a zero',
    [{ share: { id: 's', of: { a: 2, z: 0, b: 4 }, by: 'webster' } }],
    {},
    [
      'gather 0 > 1 life s',
      'webster 1 > 2 3 4 by 1:0:2',
      'leaf slot=2 party=a path=s kind=share',
      'leaf slot=4 party=b path=s kind=share',
      'slots event life life life life',
    ],
  ],
  [
    'largest remainders',
    [{ share: { id: 's', of: { a: 1, b: 1 }, by: 'largest', on: 'event' } }],
    { refunds: 'original' },
    [
      'largest 0 > 1 2 by 1:1',
      'leaf slot=1 party=a path=s kind=share',
      'leaf slot=2 party=b path=s kind=share',
      'slots event event event',
    ],
  ],
  [
    'a share along the links',
    [{ along: { id: 's', of: { collection: 1, processing: 3 } } }],
    { parties: { farm: { link: 'collection' }, lab: {} }, flows: { processing: [to('p', 'lab')] } },
    [
      'gather 0 > 1 life s',
      'take 1 > 2 3 (6c+4)/8',
      'leaf slot=3 party=farm path=s kind=along',
      'leaf slot=2 party=lab path=s/processing/p kind=share',
      'slots event life life life',
    ],
  ],
]

describe('the program', () => {
  it.each(rows)('of %s', (_, flow, more, lines) => {
    expect(programOf(flow, more).versions.flatMap((version) => linesOf(version.flow))).toEqual(
      lines,
    )
  })
})
