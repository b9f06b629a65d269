import { describe, expect, it } from 'vitest'
import { agreement, end, other, refund, sale } from '../small.js'
import { findings, lines, sentences, tree } from './told.js'

const clawback = (more: object = {}) => ({
  clawback: {
    id: 'back',
    from: 'carry',
    to: 'lp',
    capital: 1000,
    carry: '20%',
    since: '2026-06-30',
    ...more,
  },
})
/** The carry is a part of each sale; the clawback sees all that comes. */
const of = (rate: string, more: object = {}) =>
  agreement([
    clawback(more),
    { commission: { id: 'fee', to: 'carry', rate, on: 'event' } },
    end({ lp: 1 }),
  ])
const close = (at: string, period: string) => other(`c${period}`, at, 'close', period)

describe('what was carried above the agreed part', () => {
  it.each([
    ['10%', 999, 100],
    ['10%', 1000, 100],
    ['10%', 1005, 100],
    ['10%', 2000, 0],
    ['10%', 1990, 1],
    ['10%', 2010, 0],
    ['0%', 999, 0],
    ['20%', 2000, 200],
    ['100%', 1003, 1002],
    ['100%', 1002, 1002],
  ])('%s of %i: %i goes back', (rate, amount, back) => {
    const events = [sale('s', '2026-06-01', amount), close('2026-07-01', '2026-06')]
    expect(lines(of(rate), events).filter((line) => line.startsWith('c'))).toEqual(
      back === 0 ?
        []
      : [
          `c2026-06 clawback back carry -${String(back)}`,
          `c2026-06 clawback back lp ${String(back)}`,
        ],
    )
  })

  const events = [
    sale('s1', '2026-01-05', 400),
    close('2026-06-29', '2026-05'),
    close('2026-06-30', '2026-04'),
    sale('s2', '2026-07-01', 1000),
    close('2026-07-01', '2026-06'),
    close('2026-08-01', '2026-07'),
    refund('r', '2026-08-02', 's1', 300),
    close('2026-09-01', '2026-08'),
  ]

  it('goes back from the agreed day on', () => {
    expect(lines(of('20%'), events)).toEqual([
      's1 commission fee carry 80',
      's1 share end lp 320',
      'c2026-04 clawback back carry -80',
      'c2026-04 clawback back lp 80',
      's2 commission fee carry 200',
      's2 share end lp 800',
      'c2026-06 clawback back carry -120',
      'c2026-06 clawback back lp 120',
      'r commission fee carry -60',
      'r share end lp -240',
    ])
  })
  it('a close explains itself', () => {
    expect(tree(of('20%'), events.slice(0, 5), 'c2026-06')).toEqual([
      'c2026-06 0 JPY = Σ line [close 2026-07-01 2026-06]',
      '  line.1 -120 “carry by back | carry，依据 back” = after',
      '    after -120 = −max(held − halfUp(carry × max(came − capital, 0), 0), 0) [back]',
      '      held 200 [carry]',
      '      carry 20%',
      '      came 1400',
      '      capital 1000',
      '  line.2 120 “lp by back | lp，依据 back” = after',
      '    after 120 = max(held − halfUp(carry × max(came − capital, 0), 0), 0) [back]',
      '      held 200 [carry]',
      '      carry 20%',
      '      came 1400',
      '      capital 1000',
    ])
  })
  it('hears of closes alone', () => {
    const opened = [
      sale('s1', '2026-07-05', 400),
      other('o', '2026-08-01', 'open', '2026-08'),
      sale('s2', '2026-08-01', 1),
    ]
    expect(lines(of('20%'), opened)).toEqual([
      's1 commission fee carry 80',
      's1 share end lp 320',
      's2 share end lp 1',
    ])
  })
})

describe('a clawback as it is written', () => {
  it('is told', () => {
    expect(sentences(of('20%'))).toEqual([
      'back: At closes from 2026-06-30 on, carry gives back to lp what it has above 20% of the whole profit over a capital of 1,000.',
      'back: 自 2026-06-30 起的期末，carry 将超过全部利润（本金 1,000 以上）20% 的部分回拨给 lp。',
    ])
  })
  it('is found', () => {
    const all = [
      {},
      { capital: 'x' },
      { carry: 'x' },
      { since: 'x' },
      { to: 'carry' },
      { to: 'x y' },
      { from: 'x y' },
    ].flatMap((more: object) => findings(of('20%', more)))
    expect(all).toEqual([
      'OrderCounts flow/0/clawback clawback',
      'MayPay flow/0/clawback clawback carry',
      'NotAnAmount flow/0/clawback/capital x',
      'OrderCounts flow/0/clawback clawback',
      'MayPay flow/0/clawback clawback carry',
      'NotARatio flow/0/clawback/carry x',
      'OrderCounts flow/0/clawback clawback',
      'MayPay flow/0/clawback clawback carry',
      'NotADate flow/0/clawback/since x',
      'OrderCounts flow/0/clawback clawback',
      'MayPay flow/0/clawback clawback carry',
      'PayerIsPayee flow/0/clawback/from carry',
      'NotAName flow/0/clawback/to x y',
      'OrderCounts flow/0/clawback clawback',
      'MayPay flow/0/clawback clawback carry',
      'NotAName flow/0/clawback/from x y',
    ])
  })
})
