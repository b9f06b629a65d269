/** Sums and shares of a statement, figure by figure. */
import { orThrow, parseDate } from 'data-dividend'
import type { Agreement, Line } from 'data-dividend'
import { partsOfSales, remuneration, totalsBy, type Grouping } from 'data-dividend/settlement'
import { left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

const line = (event: string, party: string, amount: bigint, more: Partial<Line> = {}): Line => ({
  event,
  at: orThrow(parseDate('2026-01-05')),
  party,
  path: 'all',
  kind: 'share',
  period: '2026-01',
  amount,
  ...more,
})

const parties: NonNullable<Agreement['parties']> = {
  venue: { link: 'circulation', kind: 'public' },
  farm: { link: 'collection' },
  plain: {},
}

const lines = [
  line('s1', 'venue', 30n, { path: 'fee' }),
  line('s1', 'farm', 60n),
  line('s1', 'plain', 7n),
  line('s1', 'toString', 3n),
  line('r1', 'venue', -10n, { path: 'fee', of: 's1', period: '2026-02' }),
]

const sums = (grouping: Grouping) => [...totalsBy(grouping)({ parties })(lines)]

describe('sums', () => {
  it.each([
    [
      'party',
      [
        ['venue', 20n],
        ['farm', 60n],
        ['plain', 7n],
        ['toString', 3n],
      ],
    ],
    [
      'link',
      [
        ['circulation', 20n],
        ['collection', 60n],
        ['none', 10n],
      ],
    ],
    [
      'kind',
      [
        ['public', 20n],
        ['none', 70n],
      ],
    ],
    [
      'period',
      [
        ['2026-01', 100n],
        ['2026-02', -10n],
      ],
    ],
    [
      'clause',
      [
        ['fee', 20n],
        ['all', 70n],
      ],
    ],
    [
      'event',
      [
        ['s1', 100n],
        ['r1', -10n],
      ],
    ],
  ] as const)('by %s', (grouping, wanted) => {
    expect(sums(grouping)).toEqual(wanted)
  })
  it('of an agreement without parties stand under none', () => {
    expect(totalsBy('link')({})(lines)).toEqual(new Map([['none', 90n]]))
  })
})

describe('parts of a sale', () => {
  it('are shares of its own lines, refunds left out', () => {
    expect(partsOfSales('link')({ parties })(lines)).toEqual([
      {
        event: 's1',
        amount: 100n,
        parts: new Map([
          ['circulation', 30n],
          ['collection', 60n],
          ['none', 10n],
        ]),
        shares: new Map([
          ['circulation', { num: 3n, den: 10n }],
          ['collection', { num: 3n, den: 5n }],
          ['none', { num: 1n, den: 10n }],
        ]),
      },
    ])
  })
  it('are no shares where they sum to 0', () => {
    const nought = [line('s1', 'venue', 5n), line('s1', 'farm', -5n)]
    expect(partsOfSales('party')({})(nought)).toEqual([
      {
        event: 's1',
        amount: 0n,
        parts: new Map([
          ['venue', 5n],
          ['farm', -5n],
        ]),
      },
    ])
  })
})

describe('remuneration', () => {
  const of = (contributions: Readonly<Record<string, bigint>>, paid: Record<string, bigint>) =>
    remuneration(contributions)(new Map(Object.entries(paid)))

  it('is the share of the money by the share of the contributions', () => {
    expect(of({ a: 4n, b: 2n }, { a: 50n, b: 50n, stranger: 900n })).toEqual(
      right([
        {
          party: 'a',
          amount: 50n,
          contribution: { num: 2n, den: 3n },
          share: { num: 1n, den: 2n },
          ratio: { num: 3n, den: 4n },
        },
        {
          party: 'b',
          amount: 50n,
          contribution: { num: 1n, den: 3n },
          share: { num: 1n, den: 2n },
          ratio: { num: 3n, den: 2n },
        },
      ]),
    )
  })
  it('has no ratio for a contribution of 0, and is 0 for a party that was paid nothing', () => {
    expect(of({ a: 1n, b: 0n, c: 1n }, { a: 60n, b: 40n })).toEqual(
      right([
        {
          party: 'a',
          amount: 60n,
          contribution: { num: 1n, den: 2n },
          share: { num: 3n, den: 5n },
          ratio: { num: 6n, den: 5n },
        },
        {
          party: 'b',
          amount: 40n,
          contribution: { num: 0n, den: 1n },
          share: { num: 2n, den: 5n },
        },
        {
          party: 'c',
          amount: 0n,
          contribution: { num: 1n, den: 2n },
          share: { num: 0n, den: 1n },
          ratio: { num: 0n, den: 1n },
        },
      ]),
    )
  })
  it('is 0 where nobody was paid', () => {
    expect(of({ a: 1n }, {})).toEqual(
      right([
        {
          party: 'a',
          amount: 0n,
          contribution: { num: 1n, den: 1n },
          share: { num: 0n, den: 1n },
          ratio: { num: 0n, den: 1n },
        },
      ]),
    )
  })
  it('refuses contributions that are negative or sum to 0', () => {
    expect(of({ a: 1n, b: -1n }, {})).toEqual(left({ _tag: 'NegativeWeight', index: 1 }))
    expect(of({ a: 0n, b: 0n }, {})).toEqual(left({ _tag: 'WeightsSumToZero', parties: 2 }))
  })
})
