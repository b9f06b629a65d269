import { describe, expect, it } from 'vitest'
import { agreement, end, other, refund, sale } from '../small.js'
import { findings, lines, sentences, tree } from './told.js'

const of = (more: object = {}) =>
  agreement([{ reserve: { id: 'kept', rate: '10%', over: 2, in: 'held', ...more } }, end()])
const close = (at: string, period: string) => other(`c${period}`, at, 'close', period)

describe('a reserve', () => {
  it.each([
    [4, 0],
    [5, 1],
    [14, 1],
    [15, 2],
  ])('of %i holds %i', (amount, held) => {
    expect(lines(of(), [sale('s', '2026-01-05', amount)])).toEqual([
      ...(held === 0 ? [] : [`s reserve kept held ${String(held)}`]),
      `s share end owner ${String(amount - held)}`,
    ])
  })

  const events = [
    sale('s1', '2026-01-05', 105),
    sale('s2', '2026-01-05', 7),
    close('2026-02-01', '2026-01'),
    other('o', '2026-02-01', 'open', '2026-02'),
    sale('s3', '2026-02-05', 54),
    close('2026-03-01', '2026-02'),
    close('2026-05-01', '2026-04'),
    close('2026-05-01', '2026-Q1'),
    close('2026-06-01', '2026-05'),
    close('2026-07-01', '2026-06'),
    refund('r', '2026-07-02', 's1', 10),
    close('2027-01-01', '2026'),
  ]

  it('is released over 1', () => {
    expect(lines(of({ over: 1 }), events)).toEqual([
      's1 reserve kept held 11',
      's1 share end owner 94',
      's2 share end owner 7',
      's3 reserve kept held 5',
      's3 share end owner 49',
      'c2026-02 reserve kept held -11',
      'c2026-02 share end owner 11',
      'c2026-04 reserve kept held -5',
      'c2026-04 share end owner 5',
      'r share end owner -10',
    ])
  })
  it('is released over 2', () => {
    expect(lines(of({ over: 2 }), events)).toEqual([
      's1 reserve kept held 11',
      's1 share end owner 94',
      's2 share end owner 7',
      's3 reserve kept held 5',
      's3 share end owner 49',
      'c2026-02 reserve kept held -6',
      'c2026-02 share end owner 6',
      'c2026-04 reserve kept held -8',
      'c2026-04 share end owner 8',
      'c2026-05 reserve kept held -2',
      'c2026-05 share end owner 2',
      'r share end owner -10',
    ])
  })
  it('is released over 3', () => {
    expect(lines(of({ over: 3 }), events)).toEqual([
      's1 reserve kept held 11',
      's1 share end owner 94',
      's2 share end owner 7',
      's3 reserve kept held 5',
      's3 share end owner 49',
      'c2026-02 reserve kept held -4',
      'c2026-02 share end owner 4',
      'c2026-04 reserve kept held -5',
      'c2026-04 share end owner 5',
      'c2026-05 reserve kept held -5',
      'c2026-05 share end owner 5',
      'c2026-06 reserve kept held -2',
      'c2026-06 share end owner 2',
      'r share end owner -10',
    ])
  })
  it('is by the quarter', () => {
    expect(lines(of({ every: 'quarter', over: 1 }), events)).toEqual([
      's1 reserve kept held 11',
      's1 share end owner 94',
      's2 share end owner 7',
      's3 reserve kept held 6',
      's3 share end owner 48',
      'r reserve kept held -1',
      'r share end owner -9',
    ])
  })
  it('a sale explains itself', () => {
    expect(tree(of(), events, 's2')).toEqual([
      's2 7 JPY = Σ line [sale 2026-01-05]',
      '  line.1 7 “owner by end | owner，依据 end” = after − before',
      '    after 101 = before + Σ change [counter kept#rest]',
      '      before 94 [counter kept#rest]',
      '      change.1 7 = after − before',
      '        after 7 = amount − (halfUp(rate × (came + amount), 0) − halfUp(rate × (came), 0)) [kept]',
      '          amount 7 = after − before',
      '            after 7 [sale s2 2026-01-05]',
      '            before 0 [before sale s2 2026-01-05]',
      '          rate 10%',
      '          came 105 [in 2026-01]',
      '        before 0',
      '    before is line.1/after/before',
    ])
  })
  it('a close explains itself', () => {
    expect(tree(of(), events.slice(0, 7), 'c2026-04')).toEqual([
      'c2026-04 0 JPY = Σ line [close 2026-05-01 2026-04]',
      '  line.1 -8 “held by kept | held，依据 kept” = after',
      '    after -8 = −Σ part [kept]',
      '      part.1 3 = halfUp(held × (before + 1) / parts, 0) − halfUp(held × (before) / parts, 0)',
      '        held 5',
      '        before 0',
      '        parts 2',
      '      part.2 5 = halfUp(held × (before + 1) / parts, 0) − halfUp(held × (before) / parts, 0)',
      '        held 11',
      '        before 1',
      '        parts 2',
      '  line.2 8 “owner by end | owner，依据 end” = after − before',
      '    after 164 = before + Σ change [counter kept#rest]',
      '      before 156 [counter kept#rest]',
      '      change.1 8 = after − before',
      '        after 8 = Σ part [kept]',
      '          part.1 3 = halfUp(held × (before + 1) / parts, 0) − halfUp(held × (before) / parts, 0)',
      '            held 5',
      '            before 0',
      '            parts 2',
      '          part.2 5 = halfUp(held × (before + 1) / parts, 0) − halfUp(held × (before) / parts, 0)',
      '            held 11',
      '            before 1',
      '            parts 2',
      '        before 0',
      '    before is line.2/after/before',
    ])
  })
})

describe('a reserve as it is written', () => {
  it('is told', () => {
    expect(sentences(of())).toEqual([
      'kept: 10% of what is left of each month is held in held and released in 2 equal parts at the next closes.',
      'kept: 每月余额的 10% 留存于 held，在其后 2 个期末等额释放。',
    ])
    expect(sentences(of({ every: 'year', over: 3 }))).toEqual([
      'kept: 10% of what is left of each year is held in held and released in 3 equal parts at the next closes.',
      'kept: 每年余额的 10% 留存于 held，在其后 3 个期末等额释放。',
    ])
  })
  it('is found', () => {
    const all = [
      {},
      { rate: 'x' },
      { over: 'x1' },
      { over: '1x' },
      { over: '1xx' },
      { over: 0 },
      { over: 9999 },
      { over: 10000 },
      { over: true },
      { over: 1.5 },
    ].flatMap((more: object) => findings(of(more)))
    expect(all).toEqual([
      'OrderCounts flow/0/reserve reserve',
      'NotARatio flow/0/reserve/rate x',
      'OrderCounts flow/0/reserve reserve',
      'CountWanted flow/0/reserve/over x1',
      'OrderCounts flow/0/reserve reserve',
      'CountWanted flow/0/reserve/over 1x',
      'OrderCounts flow/0/reserve reserve',
      'CountWanted flow/0/reserve/over 1xx',
      'OrderCounts flow/0/reserve reserve',
      'CountWanted flow/0/reserve/over 0',
      'OrderCounts flow/0/reserve reserve',
      'OrderCounts flow/0/reserve reserve',
      'CountWanted flow/0/reserve/over 10000',
      'OrderCounts flow/0/reserve reserve',
      'CountWanted flow/0/reserve/over true',
      'OrderCounts flow/0/reserve reserve',
      'NotANumber flow/0/reserve/over 1.5',
      'OrderCounts flow/0/reserve reserve',
    ])
  })
})
