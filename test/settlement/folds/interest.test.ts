import { describe, expect, it } from 'vitest'
import { agreement, end, other, refund, sale } from '../small.js'
import { findings, lines, sentences, tree } from './told.js'

const interest = (more: object = {}) => ({
  interest: { id: 'late', from: 'buyer', to: 'seller', rate: '10%', days: 'ACT/365', ...more },
})
const of = (more: object = {}) => agreement([interest(more), end()])
const owed = (id: string, at: string, amount: number, clause = 'late') =>
  other(id, at, 'accrue', clause, { amount })
const close = (at: string, period: string) => other(`c${period}`, at, 'close', period)

describe('interest on what is outstanding', () => {
  const events = [
    close('2026-01-01', '2025-12'),
    owed('a', '2026-01-11', 1000),
    other('o', '2026-01-12', 'open', '2026-01'),
    sale('s', '2026-01-15', 7),
    owed('b', '2026-01-21', 500),
    close('2026-02-01', '2026-01'),
    close('2026-02-01', '2025-Q4'),
    owed('z', '2026-02-11', 0),
    close('2026-03-01', '2026-02'),
    owed('y', '2026-03-01', 2000),
    close('2027-03-01', '2026'),
    refund('r', '2027-03-02', 's', 7),
  ]

  it('accrues in stretches, rounded as a whole', () => {
    expect(lines(of(), events)).toEqual([
      's share end owner 7',
      'b interest late buyer -3',
      'b interest late seller 3',
      'c2026-01 interest late buyer -1',
      'c2026-01 interest late seller 1',
      'z interest late buyer -2',
      'z interest late seller 2',
      'c2026 interest late buyer -200',
      'c2026 interest late seller 200',
      'r share end owner -7',
    ])
    expect(lines(of({ days: 'ACT/360', rate: '20%' }), events)).toEqual([
      's share end owner 7',
      'b interest late buyer -6',
      'b interest late seller 6',
      'c2026-01 interest late buyer -3',
      'c2026-01 interest late seller 3',
      'z interest late buyer -2',
      'z interest late seller 2',
      'c2026 interest late buyer -406',
      'c2026 interest late seller 406',
      'r share end owner -7',
    ])
  })
  it('is nothing at a rate of nothing', () => {
    expect(lines(of({ rate: 0 }), events)).toEqual(['s share end owner 7', 'r share end owner -7'])
  })
  it('what accrues explains itself', () => {
    expect(tree(of(), events, 'b')).toEqual([
      'b 0 JPY = Σ line [accrue 2026-01-21 late]',
      '  line.1 -3 “buyer by late | buyer，依据 late” = after',
      '    after -3 = −(halfUp(accrued + outstanding × rate × days / year, 0) − paid) [late]',
      '      accrued 0',
      '      outstanding 1000',
      '      rate 10%',
      '      days 10 [ACT/365]',
      '      year 365',
      '      paid 0',
      '  line.2 3 “seller by late | seller，依据 late” = after',
      '    after 3 = halfUp(accrued + outstanding × rate × days / year, 0) − paid [late]',
      '      accrued 0',
      '      outstanding 1000',
      '      rate 10%',
      '      days 10 [ACT/365]',
      '      year 365',
      '      paid 0',
    ])
  })
  it('a close explains itself', () => {
    expect(tree(of({ days: '30E/360' }), events, 'c2026-01')).toEqual([
      'c2026-01 0 JPY = Σ line [close 2026-02-01 2026-01]',
      '  line.1 -1 “buyer by late | buyer，依据 late” = after',
      '    after -1 = −(halfUp(accrued + outstanding × rate × days / year, 0) − paid) [late]',
      '      accrued 25/9',
      '      outstanding 500',
      '      rate 10%',
      '      days 10 [30E/360]',
      '      year 360',
      '      paid 3',
      '  line.2 1 “seller by late | seller，依据 late” = after',
      '    after 1 = halfUp(accrued + outstanding × rate × days / year, 0) − paid [late]',
      '      accrued 25/9',
      '      outstanding 500',
      '      rate 10%',
      '      days 10 [30E/360]',
      '      year 360',
      '      paid 3',
    ])
  })
  it('hears of its own clause alone', () => {
    const two = agreement([interest(), interest({ id: 'other', rate: '36.5%' }), end()])
    const told = [
      owed('a', '2026-01-01', 1000),
      owed('b', '2026-01-01', 1000, 'other'),
      owed('c', '2026-01-11', 0, 'other'),
      owed('d', '2026-01-31', 0),
      close('2026-03-01', '2026-02'),
    ]
    expect(lines(two, told)).toEqual([
      'c interest other buyer -10',
      'c interest other seller 10',
      'd interest late buyer -8',
      'd interest late seller 8',
    ])
  })
})

describe('interest as it is written', () => {
  it('is told', () => {
    expect(sentences(of({ days: 'ACT/360' }))).toEqual([
      'late: buyer pays seller interest of 10% a year (ACT/360) on what is outstanding.',
      'late: buyer 就未付款项按年 10%（ACT/360）向 seller 支付利息。',
    ])
  })
  it('is found', () => {
    const all = [
      {},
      { rate: 'x' },
      { days: 'x' },
      { to: 'buyer' },
      { to: 'x y' },
      { from: 'x y' },
    ].flatMap((more: object) => findings(of(more)))
    expect(all).toEqual([
      'OrderCounts flow/0/interest interest',
      'MayPay flow/0/interest interest buyer',
      'NotARatio flow/0/interest/rate x',
      'OrderCounts flow/0/interest interest',
      'MayPay flow/0/interest interest buyer',
      'UnknownDayCount flow/0/interest/days x ACT/365,ACT/360,30E/360',
      'OrderCounts flow/0/interest interest',
      'MayPay flow/0/interest interest buyer',
      'PayerIsPayee flow/0/interest/from buyer',
      'NotAName flow/0/interest/to x y',
      'OrderCounts flow/0/interest interest',
      'MayPay flow/0/interest interest buyer',
      'NotAName flow/0/interest/from x y',
    ])
  })
})
