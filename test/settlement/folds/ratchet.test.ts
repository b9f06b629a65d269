import { describe, expect, it } from 'vitest'
import { agreement, end, other, refund, sale } from '../small.js'
import { findings, lines, sentences, tree } from './told.js'

const tiers = [{ upTo: 10, rate: '5%' }, { upTo: 20, rate: '10%' }, { rate: '20%' }]
const ratchet = (more: object = {}) => ({
  ratchet: { id: 'up', to: 'author', of: 'users', tiers, ...more },
})
const of = (more: object = {}) => agreement([ratchet(more), end()])
const told = (id: string, value: number | string, metric = 'users') =>
  other(id, '2026-01-02', 'accrue', metric, { value })

const moves = (way: string | undefined, ...values: readonly number[]) => {
  const events = values.map((value, index) => told(`m${String(index)}`, value))
  const last = sale('s', '2026-01-02', 100)
  return lines(of(way === undefined ? {} : { moves: way }), [...events, last])[0]
}

describe('the rate of what is told', () => {
  it.each([
    [9, 5],
    [10, 5],
    ['10.001', 10],
    [20, 10],
    ['20.001', 20],
    [1000, 20],
  ])('%s users: %i of 100', (value, part) => {
    expect(lines(of(), [told('m', value), sale('s', '2026-01-02', 100)])).toEqual([
      `s ratchet up author ${String(part)}`,
      `s share end owner ${String(100 - part)}`,
    ])
  })

  it('is the first before anything is told', () => {
    expect(moves(undefined)).toBe('s ratchet up author 5')
  })

  it.each([
    ['up', [15, 5], 10],
    ['up', [15, 25], 20],
    ['up', [25, 5, 15], 20],
    ['up', [5], 5],
    ['down', [15, 25], 10],
    ['down', [15, 5], 5],
    ['down', [25], 20],
    ['down', [5, 15, 25], 5],
    ['both', [15, 5], 5],
    ['both', [5, 25], 20],
    [undefined, [25, 5], 5],
    [undefined, [5, 25, 15], 10],
  ])('moves %s, told %j: %i of 100', (way, values, part) => {
    expect(moves(way, ...values)).toBe(`s ratchet up author ${String(part)}`)
  })

  it.each([
    ['up', 10],
    ['down', 10],
  ])('moves %s: what is told first stands, though the rates fall', (way, part) => {
    const falling = [{ upTo: 10, rate: '20%' }, { upTo: 20, rate: '10%' }, { rate: '5%' }]
    const events = [told('m', 15), sale('s', '2026-01-02', 100)]
    expect(lines(of({ tiers: falling, moves: way }), events)[0]).toBe(
      `s ratchet up author ${String(part)}`,
    )
  })

  it('moves with its own metric alone', () => {
    const two = agreement([
      ratchet(),
      ratchet({
        id: 'rank',
        to: 'agent',
        of: 'places',
        tiers: [{ upTo: 1, rate: 0 }, { rate: 1 }],
      }),
      end(),
    ])
    const events = [told('m', 15), told('n', 1, 'places'), sale('s', '2026-01-02', 100)]
    expect(lines(two, events)).toEqual(['s ratchet up author 10', 's share end owner 90'])
    expect(lines(two, [...events, told('o', 2, 'places'), sale('t', '2026-01-02', 100)])).toEqual([
      's ratchet up author 10',
      's share end owner 90',
      't ratchet up author 10',
      't ratchet rank agent 90',
    ])
  })
})

describe('each amount is owed at the rate of its day', () => {
  const events = [
    sale('s1', '2026-01-01', 11),
    told('m1', 15),
    sale('s2', '2026-01-02', 11),
    other('c', '2026-02-01', 'close', '2026-01'),
    other('o', '2026-02-01', 'open', '2026-02'),
    { ...told('m2', 25), at: '2026-02-01' },
    sale('s3', '2026-02-02', 11),
    refund('r', '2026-02-03', 's1', 11),
  ]

  it('and rounded as a whole; a refund is taken at the rate of its sale', () => {
    expect(lines(of(), events)).toEqual([
      's1 ratchet up author 1',
      's1 share end owner 10',
      's2 ratchet up author 1',
      's2 share end owner 10',
      's3 ratchet up author 2',
      's3 share end owner 9',
      'r ratchet up author -1',
      'r share end owner -10',
    ])
  })

  it('a sale explains itself', () => {
    expect(tree(of(), events, 's3')).toEqual([
      's3 11 JPY = Σ line [sale 2026-02-02]',
      '  line.1 2 “author by up | author，依据 up” = after − before',
      '    after 4 = before + Σ change [counter up#to]',
      '      before 2 [counter up#to]',
      '      change.1 2 = after − before',
      '        after 2 = halfUp(owed + rate × amount, 0) − given [up]',
      '          amount 11 = after − before',
      '            after 11 [sale s3 2026-02-02]',
      '            before 0 [before sale s3 2026-02-02]',
      '          owed 1.65',
      '          rate 20% [users]',
      '          given 2',
      '        before 0',
      '    before is line.1/after/before',
      '  line.2 9 “owner by end | owner，依据 end” = after − before',
      '    after 29 = before + Σ change [counter up#rest]',
      '      before 20 [counter up#rest]',
      '      change.1 9 = after − before',
      '        after 9 = amount − (halfUp(owed + rate × amount, 0) − given) [up]',
      '          amount 11 = after − before',
      '            after is line.1/after/change.1/after/amount/after',
      '            before is line.1/after/change.1/after/amount/before',
      '          owed 1.65',
      '          rate 20% [users]',
      '          given 2',
      '        before 0',
      '    before is line.2/after/before',
    ])
  })
})

describe('what is written', () => {
  it.each([
    [{}, '.', '。'],
    [{ moves: 'both' }, '.', '。'],
    [{ moves: 'up' }, '; it only rises.', '，只升不降。'],
    [{ moves: 'down' }, '; it only falls.', '，只降不升。'],
  ])('is told: %j', (more, en, zh) => {
    expect(sentences(of(more))).toEqual([
      'up: author takes a part of what is left by users as last told: ' +
        `5% up to 10, 10% up to 20, 20% above${en}`,
      `up: author 按最近公布的 users 提取余额：不超过 10 为 5%，不超过 20 为 10%，更高为 20%${zh}`,
    ])
  })

  it.each([
    ['OrderCounts flow/0/ratchet ratchet', {}],
    ['NothingNamed flow/0/ratchet/tiers', { tiers: [] }],
    ['NotARatio flow/0/ratchet/tiers/0/rate x', { tiers: [{ rate: 'x' }] }],
    ['BandOpen flow/0/ratchet/tiers/0', { tiers: [{ rate: 0 }, { rate: 0 }] }],
    ['LastBandClosed flow/0/ratchet/tiers/0/upTo 1', { tiers: [{ upTo: 1, rate: 0 }] }],
    ['NotARatio flow/0/ratchet/tiers/0/upTo x', { tiers: [{ upTo: 'x', rate: 0 }, { rate: 0 }] }],
    [
      'BandsNotRising flow/0/ratchet/tiers/1/upTo 1 1',
      { tiers: [{ upTo: 1, rate: 0 }, { upTo: 1, rate: 0 }, { rate: 0 }] },
    ],
    [
      'BandsNotRising flow/0/ratchet/tiers/1/upTo 2 3',
      { tiers: [{ upTo: 3, rate: 0 }, { upTo: 2, rate: 0 }, { rate: 0 }] },
    ],
    [
      'BandsNotRising flow/0/ratchet/tiers/2/upTo 4 5',
      { tiers: [{ upTo: 3, rate: 0 }, { upTo: 5, rate: 0 }, { upTo: 4, rate: 0 }, { rate: 0 }] },
    ],
    ['NotAName flow/0/ratchet/to x y', { to: 'x y' }],
  ])('is found: %s', (text, more) => {
    expect(findings(of(more))[0]).toBe(text)
  })
})
