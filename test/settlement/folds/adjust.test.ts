import { describe, expect, it } from 'vitest'
import { agreement, end, fee, other, refund, sale } from '../small.js'
import { findings, lines, tree } from './told.js'

const falling = [{ upTo: 100, rate: '10%' }, { upTo: 200, rate: '5%' }, { rate: '1%' }]
const rising = [{ upTo: 100, rate: '5%' }, { rate: '10%' }]
const of = (slab: readonly object[], more: object = {}) =>
  agreement([fee({ slab: slab as never, breaks: 'adjust', ...more }), end()])

const events = [
  sale('s1', '2026-01-05', 100),
  sale('s2', '2026-01-06', 50),
  other('c1', '2026-02-01', 'close', '2026-01'),
  other('o1', '2026-02-01', 'open', '2026-02'),
  sale('s3', '2026-02-02', 60),
  other('c2', '2026-03-01', 'close', '2026-02'),
  sale('s4', '2026-03-02', 100),
  other('c3', '2026-04-01', 'close', '2026-03'),
  other('q1', '2026-04-01', 'close', '2026-Q1'),
  refund('r', '2026-04-02', 's2', 50),
]

describe('a slab put right at the close', () => {
  it('falling, over the life', () => {
    expect(lines(of(falling), events)).toEqual([
      's1 commission fee agent 10',
      's1 share end owner 90',
      's2 share end owner 50',
      'c1 commission fee agent -2',
      'c1 share end owner 2',
      's3 share end owner 60',
      'c2 commission fee agent -6',
      'c2 share end owner 6',
      's4 share end owner 100',
      'c3 commission fee agent 1',
      'c3 share end owner -1',
      'r share end owner -50',
    ])
  })
  it('rising, over the life', () => {
    expect(lines(of(rising), events)).toEqual([
      's1 commission fee agent 5',
      's1 share end owner 95',
      's2 commission fee agent 10',
      's2 share end owner 40',
      's3 commission fee agent 6',
      's3 share end owner 54',
      's4 commission fee agent 10',
      's4 share end owner 90',
      'r commission fee agent -5',
      'r share end owner -45',
    ])
  })
  it('falling, by the month', () => {
    expect(lines(of(falling, { on: 'period' }), events)).toEqual([
      's1 commission fee agent 10',
      's1 share end owner 90',
      's2 share end owner 50',
      'c1 commission fee agent -2',
      'c1 share end owner 2',
      's3 commission fee agent 6',
      's3 share end owner 54',
      's4 commission fee agent 10',
      's4 share end owner 90',
      'r commission fee agent 2',
      'r share end owner -52',
    ])
  })
  it('falling, by the quarter', () => {
    expect(lines(of(falling, { on: 'period', every: 'quarter' }), events)).toEqual([
      's1 commission fee agent 10',
      's1 share end owner 90',
      's2 share end owner 50',
      's3 share end owner 60',
      's4 share end owner 100',
      'q1 commission fee agent -7',
      'q1 share end owner 7',
      'r share end owner -50',
    ])
  })
  it('a sale explains itself', () => {
    expect(tree(of(falling), events, 's2')).toEqual([
      's2 50 JPY = Σ line [sale 2026-01-06]',
      '  line.1 50 “owner by end | owner，依据 end” = after − before',
      '    after 140 = before + Σ change [counter fee#rest]',
      '      before 90 [counter fee#rest]',
      '      change.1 50 = after − before',
      '        after 50 = amount − (after − before) [fee]',
      '          amount 50 = after − before',
      '            after 50 [sale s2 2026-01-06]',
      '            before 0 [before sale s2 2026-01-06]',
      '          after 10 [envelope]',
      '          before 10 [envelope]',
      '        before 0',
      '    before is line.1/after/before',
    ])
  })
  it('a close explains itself, over the life', () => {
    expect(tree(of(falling), events, 'c2')).toEqual([
      'c2 0 JPY = Σ line [close 2026-03-01 2026-02]',
      '  line.1 -6 “agent by fee | agent，依据 fee” = after − before',
      '    after 2 = before + Σ change [counter fee#to]',
      '      before 8 [counter fee#to]',
      '      change.1 -6 = after − before',
      '        after -6 = slab − given [fee]',
      '          slab 2 [of 210]',
      '          given 8 [envelope, closes before]',
      '        before 0',
      '    before is line.1/after/before',
      '  line.2 6 “owner by end | owner，依据 end” = after − before',
      '    after 208 = before + Σ change [counter fee#rest]',
      '      before 202 [counter fee#rest]',
      '      change.1 6 = after − before',
      '        after 6 = given − slab [fee]',
      '          slab 2 [of 210]',
      '          given 8 [envelope, closes before]',
      '        before 0',
      '    before is line.2/after/before',
    ])
  })
  it('a close explains itself, by the month', () => {
    expect(tree(of(falling, { on: 'period' }), events, 'c1')).toEqual([
      'c1 0 JPY = Σ line [close 2026-02-01 2026-01]',
      '  line.1 -2 “agent by fee | agent，依据 fee” = after − before',
      '    after 8 = before + Σ change [counter fee#to]',
      '      before 10 [counter fee#to]',
      '      change.1 -2 = after − before',
      '        after -2 = slab − given [fee]',
      '          slab 8 [of 150]',
      '          given 10 [envelope, closes before]',
      '        before 0',
      '    before is line.1/after/before',
      '  line.2 2 “owner by end | owner，依据 end” = after − before',
      '    after 142 = before + Σ change [counter fee#rest]',
      '      before 140 [counter fee#rest]',
      '      change.1 2 = after − before',
      '        after 2 = given − slab [fee]',
      '          slab 8 [of 150]',
      '          given 10 [envelope, closes before]',
      '        before 0',
      '    before is line.2/after/before',
    ])
  })

  it('is found', () => {
    expect(findings(of(falling))).toEqual([
      'MayPay flow/0/commission breaks: adjust agent',
      'OrderCounts flow/0/commission commission',
    ])
    expect(findings(of(falling, { on: 'event' }))).toEqual([
      'AdjustNeedsClose flow/0/commission/on',
      'MayPay flow/0/commission breaks: adjust agent',
      'OrderCounts flow/0/commission commission',
    ])
    expect(findings(of(falling, { to: 'x y' }))).toEqual([
      'NotAName flow/0/commission/to x y',
      'MayPay flow/0/commission breaks: adjust x y',
      'OrderCounts flow/0/commission commission',
    ])
    expect(findings(of(falling, { every: 'month' }))).toEqual([
      'EveryWithoutPeriod flow/0/commission/every life',
      'MayPay flow/0/commission breaks: adjust agent',
      'OrderCounts flow/0/commission commission',
    ])
  })
})
