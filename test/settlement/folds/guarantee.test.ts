import { describe, expect, it } from 'vitest'
import { agreement, end, other, refund, sale } from '../small.js'
import { findings, lines, sentences, tree } from './told.js'

const of = (more: object = {}) =>
  agreement([
    { guarantee: { id: 'least', from: 'label', to: 'artist', amount: 100, ...more } },
    end(),
  ])
const close = (at: string, period: string) => other(`c${period}`, at, 'close', period)

describe('a guarantee at the close', () => {
  it.each([
    [0, 100],
    [99, 1],
    [100, 0],
    [101, 0],
  ])('of %i, %i is lacking', (amount, lacking) => {
    const events = [sale('s', '2026-01-31', amount), close('2026-02-01', '2026-01')]
    expect(lines(of(), events)).toEqual([
      ...(amount === 0 ? [] : [`s share end owner ${String(amount)}`]),
      ...(lacking === 0 ?
        []
      : [
          `c2026-01 guarantee least label -${String(lacking)}`,
          `c2026-01 guarantee least artist ${String(lacking)}`,
        ]),
    ])
  })

  const events = [
    sale('s1', '2026-01-31', 99),
    other('o', '2026-02-01', 'open', '2026-02'),
    close('2026-02-01', '2026-01'),
    sale('s2', '2026-02-01', 98),
    close('2026-04-01', '2026-02'),
    close('2026-04-01', '2026-03'),
    close('2026-04-01', '2026-Q1'),
    close('2027-01-01', '2026'),
    refund('r', '2027-01-02', 's1', 9),
  ]

  it('by the month', () => {
    expect(lines(of({ every: 'month', amount: 200 }), events)).toEqual([
      's1 share end owner 99',
      'c2026-01 guarantee least label -101',
      'c2026-01 guarantee least artist 101',
      's2 share end owner 98',
      'c2026-02 guarantee least label -102',
      'c2026-02 guarantee least artist 102',
      'c2026-03 guarantee least label -200',
      'c2026-03 guarantee least artist 200',
      'r share end owner -9',
      'r guarantee least label -9',
      'r guarantee least artist 9',
    ])
  })
  it('by the quarter', () => {
    expect(lines(of({ every: 'quarter', amount: 200 }), events)).toEqual([
      's1 share end owner 99',
      's2 share end owner 98',
      'c2026-Q1 guarantee least label -3',
      'c2026-Q1 guarantee least artist 3',
      'r share end owner -9',
      'r guarantee least label -9',
      'r guarantee least artist 9',
    ])
  })
  it('by the year', () => {
    expect(lines(of({ every: 'year', amount: 200 }), events)).toEqual([
      's1 share end owner 99',
      's2 share end owner 98',
      'c2026 guarantee least label -3',
      'c2026 guarantee least artist 3',
      'r share end owner -9',
      'r guarantee least label -9',
      'r guarantee least artist 9',
    ])
  })
  it('by the period of the agreement', () => {
    expect(lines(of(), events)).toEqual([
      's1 share end owner 99',
      'c2026-01 guarantee least label -1',
      'c2026-01 guarantee least artist 1',
      's2 share end owner 98',
      'c2026-02 guarantee least label -2',
      'c2026-02 guarantee least artist 2',
      'c2026-03 guarantee least label -100',
      'c2026-03 guarantee least artist 100',
      'r share end owner -9',
      'r guarantee least label -9',
      'r guarantee least artist 9',
    ])
  })
  it('a close explains itself', () => {
    expect(tree(of(), events.slice(0, 5), 'c2026-02')).toEqual([
      'c2026-02 0 JPY = Σ line [close 2026-04-01 2026-02]',
      '  line.1 -2 “label by least | label，依据 least” = after',
      '    after -2 = −max(guaranteed − came, 0) [least]',
      '      guaranteed 100',
      '      came 98 [passed in 2026-02]',
      '  line.2 2 “artist by least | artist，依据 least” = after',
      '    after 2 = max(guaranteed − came, 0) [least]',
      '      guaranteed 100',
      '      came 98 [passed in 2026-02]',
    ])
  })
})

describe('a guarantee as it is written', () => {
  it('is told', () => {
    expect(sentences(of())).toEqual([
      'least: label guarantees at least 100 a month of what passes here: at the close it pays artist what is lacking.',
      'least: label 保证此处每月不低于 100：期末向 artist 补足差额。',
    ])
    expect(sentences(of({ every: 'quarter' }))).toEqual([
      'least: label guarantees at least 100 a quarter of what passes here: at the close it pays artist what is lacking.',
      'least: label 保证此处每季不低于 100：期末向 artist 补足差额。',
    ])
  })
  it('is found', () => {
    const all = [{}, { amount: 'x' }, { to: 'label' }, { to: 'x y' }, { from: 'x y' }].flatMap(
      (more: object) => findings(of(more)),
    )
    expect(all).toEqual([
      'OrderCounts flow/0/guarantee guarantee',
      'MayPay flow/0/guarantee guarantee label',
      'NotAnAmount flow/0/guarantee/amount x',
      'OrderCounts flow/0/guarantee guarantee',
      'MayPay flow/0/guarantee guarantee label',
      'PayerIsPayee flow/0/guarantee/from label',
      'NotAName flow/0/guarantee/to x y',
      'OrderCounts flow/0/guarantee guarantee',
      'MayPay flow/0/guarantee guarantee label',
      'NotAName flow/0/guarantee/from x y',
    ])
  })
})
