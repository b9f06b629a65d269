/** What agreements of several flows compile to, flow by flow. */
import type { Agreement, Step, Steps } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { end } from '../settlement/small.js'
import { linesOf, programOf } from './findings.js'

const to = (id: string, ...names: readonly string[]): Step => ({
  share: { id, of: Object.fromEntries(names.map((name) => [name, 1])) },
})
const levy = (id: string, name: string, more: object = {}): Step => ({
  levy: { id, to: name, rate: '10%', ...more },
})
type Row = readonly [string, Steps, Partial<Agreement>, readonly string[]]

const rows: readonly Row[] = [
  [
    'a named flow twice',
    [levy('l', 'deep'), to('s', 'deep')],
    { flows: { deep: [to('d', 'a', 'b')] } },
    [
      'gather 0 > 1 life l',
      'take 1 > 2 3 (2c+10)/20 l banded=false',
      'take 2 > 4 5 (2c+2)/4',
      'take 3 > 6 7 (2c+2)/4',
      'leaf slot=4 party=a path=l/deep/d kind=share',
      'leaf slot=5 party=b path=l/deep/d kind=share',
      'leaf slot=6 party=a path=s/deep/d kind=share',
      'leaf slot=7 party=b path=s/deep/d kind=share',
      'slots event life life life life life life life',
    ],
  ],
  [
    'a shared flow twice',
    [levy('l', 'pot'), to('s', 'pot')],
    { shared: { pot: [to('d', 'a', 'b')] } },
    [
      'gather 0 > 1 life l',
      'take 1 > 2 3 (2c+10)/20 l banded=false',
      'gather 2+3 > 4 life pot',
      'take 4 > 5 6 (2c+2)/4',
      'leaf slot=5 party=a path=pot/d kind=share',
      'leaf slot=6 party=b path=pot/d kind=share',
      'slots event life life life life life life',
    ],
  ],
  [
    'a shared flow of each sale',
    [levy('l', 'pot', { on: 'event' }), end()],
    { shared: { pot: [to('d', 'a')] } },
    [
      'take 0 > 1 2 (2c+10)/20 l banded=false',
      'gather 2 > 3 life end',
      'gather 1 > 4 life pot/d',
      'leaf slot=3 party=owner path=end kind=share',
      'leaf slot=4 party=a path=pot/d kind=share',
      'slots event event event life life',
    ],
  ],
  [
    'shared flows in order',
    [to('s', 'one', 'two')],
    {
      shared: { one: [to('o', 'a')], two: [levy('l', 'one'), to('t', 'b')] },
    },
    [
      'gather 0 > 1 life s',
      'take 1 > 2 3 (2c+2)/4',
      'take 3 > 4 5 (2c+10)/20 two/l banded=false',
      'gather 2+4 > 6 life one',
      'leaf slot=5 party=b path=two/t kind=share',
      'leaf slot=6 party=a path=one/o kind=share',
      'slots event life life life life life life',
    ],
  ],
  [
    'shared flows of two ways',
    [to('s', 'top')],
    {
      shared: {
        top: [to('t', 'x', 'y')],
        x: [to('xs', 'low')],
        y: [to('ys', 'low')],
        low: [to('l', 'a')],
      },
    },
    [
      'gather 0 > 1 life s',
      'take 1 > 2 3 (2c+2)/4',
      'gather 3+2 > 4 life low',
      'leaf slot=4 party=a path=low/l kind=share',
      'slots event life life life life',
    ],
  ],
  [
    'a condition',
    [{ when: { id: 'if', test: { x: 1 }, then: [levy('l', 'a', { on: 'event' })] } }, end()],
    {},
    [
      'route 0 > 1 2',
      'take 1 > 3 4 (2c+10)/20 if/then/l banded=false',
      'gather 4+2 > 5 event',
      'gather 5 > 6 life end',
      'leaf slot=3 party=a path=if/then/l kind=levy',
      'leaf slot=6 party=owner path=end kind=share',
      'slots event event event event event event life',
    ],
  ],
  [
    'a condition that widens',
    [{ when: { id: 'if', test: { x: 1 }, then: [levy('l', 'a')], else: [to('e', 'b')] } }, end()],
    {},
    [
      'route 0 > 1 2',
      'gather 1 > 3 life if/then/l',
      'take 3 > 4 5 (2c+10)/20 if/then/l banded=false',
      'gather 2 > 6 life if/else/e',
      'leaf slot=4 party=a path=if/then/l kind=levy',
      'leaf slot=6 party=b path=if/else/e kind=share',
      'leaf slot=5 party=owner path=end kind=share',
      'slots event event event life life life life',
    ],
  ],
  [
    'a condition that ends',
    [{ when: { id: 'if', test: { x: 1 }, then: [to('t', 'a')], else: [to('e', 'b')] } }],
    {},
    [
      'route 0 > 1 2',
      'gather 1 > 3 life if/then/t',
      'gather 2 > 4 life if/else/e',
      'leaf slot=3 party=a path=if/then/t kind=share',
      'leaf slot=4 party=b path=if/else/e kind=share',
      'slots event event event life life',
    ],
  ],
  [
    'scopes out of order',
    [
      {
        when: {
          id: 'if',
          test: { x: 1 },
          then: [levy('l', 'a'), to('t', 'a')],
          else: [levy('e', 'b', { on: 'event' }), to('s', 'b')],
        },
      },
    ],
    {},
    [
      'route 0 > 1 2',
      'take 2 > 6 7 (2c+10)/20 if/else/e banded=false',
      'gather 1 > 3 life if/then/l',
      'take 3 > 4 5 (2c+10)/20 if/then/l banded=false',
      'gather 7 > 8 life if/else/s',
      'leaf slot=4 party=a path=if/then/l kind=levy',
      'leaf slot=5 party=a path=if/then/t kind=share',
      'leaf slot=6 party=b path=if/else/e kind=levy',
      'leaf slot=8 party=b path=if/else/s kind=share',
      'slots event event event life life life event event life',
    ],
  ],
  [
    'a carried amount',
    [{ fixed: { id: 'f', to: 'a', amount: 5 } }, end()],
    {
      amendments: [
        {
          from: '2026-07-15',
          carry: ['f'],
          flow: [{ fixed: { id: 'f', to: 'a', amount: 7 } }, end()],
        },
      ],
    },
    [
      'gather 0 > 1 life f',
      'take 1 > 2 3 (2c+1)/2<=5 (0c+5)/1 f cap=5 banded=false',
      'leaf slot=2 party=a path=f kind=fixed',
      'leaf slot=3 party=owner path=end kind=share',
      'slots event life life life',
      'gather 0 > 1 life 2026-07-15/f',
      'take 1 > 2 3 (2c+1)/2<=7 (0c+7)/1 2026-07-15/f cap=7 banded=false carried',
      'leaf slot=2 party=a path=2026-07-15/f kind=fixed',
      'leaf slot=3 party=owner path=2026-07-15/end kind=share',
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
