import { describe, expect, it } from 'vitest'
import { agreement, end, other, refund, sale } from '../small.js'
import { lines, tree } from './told.js'

const of = (more: object = {}) =>
  agreement([
    {
      preferred: {
        id: 'first',
        to: 'lp',
        capital: 1000,
        since: '2025-01-01',
        rate: '10%',
        days: 'ACT/365',
        ...more,
      },
    },
    end(),
  ])

/** What the party gets of one sale, and then of a large one on that day. */
const got = (more: object, at: string, amount: number) =>
  [sale('s', at, amount), sale('t', at, 10_000)].map((event, index, all) =>
    lines(of(more), all.slice(0, index + 1))
      .filter((line) => line.startsWith(`${event.id} preferred`))
      .join(),
  )

const orders = ['returnFirst', 'capitalFirst', 'returnOnly'] as const

describe('a return after one year of 365 days', () => {
  it.each(
    orders.flatMap((order) =>
      [99, 100, 101, 999, 1000, 1001, 1099, 1100, 1101].map((amount) => [order, amount] as const),
    ),
  )('%s, %i comes', (order, amount) => {
    const first = Math.min(amount, order === 'returnOnly' ? 100 : 1100)
    const then = (order === 'returnOnly' ? 100 : 1100) - first
    expect(got({ order }, '2026-01-01', amount)).toEqual([
      `s preferred first lp ${String(first)}`,
      then === 0 ? '' : `t preferred first lp ${String(then)}`,
    ])
  })

  it.each([
    [undefined, 550, 100, '2027-01-01', 605],
    ['returnFirst', 550, 100, '2027-01-01', 605],
    ['capitalFirst', 550, 100, '2027-01-01', 595],
    ['returnOnly', 550, 100, '2027-01-01', 100],
    ['returnFirst', 100, 0, '2027-01-01', 1100],
    ['capitalFirst', 100, 0, '2027-01-01', 1090],
    ['returnOnly', 50, 0, '2027-01-01', 150],
    ['returnFirst', 1100, 0, '2027-01-01', 0],
    ['capitalFirst', 1000, 0, '2027-01-01', 100],
  ])('%s: of %i, then all a year on', (order, first, _, at, second) => {
    const events = [sale('s', '2026-01-01', first), sale('t', at, 10_000)]
    const more = order === undefined ? {} : { order }
    expect(lines(of(more), events).filter((line) => line.startsWith('t'))).toEqual([
      ...(second === 0 ? [] : [`t preferred first lp ${String(second)}`]),
      `t share end owner ${String(10_000 - second)}`,
    ])
  })
})

describe('days', () => {
  it.each([
    ['before since', '2024-06-01', {}, 1000],
    ['since', '2025-01-01', {}, 1000],
    ['the day that makes a half', '2025-01-03', {}, 1001],
    ['the day before it', '2025-01-02', {}, 1000],
    ['a leap year', '2029-01-01', {}, 1400],
    ['a leap year by 360', '2026-01-01', { days: 'ACT/360' }, 1101],
    ['30E/360', '2026-01-01', { days: '30E/360' }, 1100],
    ['no rate', '2029-01-01', { rate: 0 }, 1000],
    ['two years, by the year', '2027-01-01', { compounding: 'annual' }, 1210],
    ['the day before two years, by the year', '2026-12-31', { compounding: 'annual' }, 1210],
    ['one year, by the year', '2026-01-01', { compounding: 'annual' }, 1100],
    ['a year and a half, by the year', '2026-07-02', { compounding: 'annual' }, 1155],
    [
      'from 29 February, by the year',
      '2026-02-28',
      { compounding: 'annual', since: '2024-02-29' },
      1210,
    ],
    ['simple', '2027-01-01', { compounding: 'simple' }, 1200],
  ])('%s', (_, at, more, all) => {
    expect(lines(of(more), [sale('s', at, 5000)])).toEqual([
      `s preferred first lp ${String(all)}`,
      `s share end owner ${String(5000 - all)}`,
    ])
  })

  it('a return is paid as it grows; cents are rounded as a whole', () => {
    const days = [
      '2025-01-02',
      '2025-01-03',
      '2025-01-04',
      '2025-01-05',
      '2025-01-06',
      '2025-02-01',
    ]
    const events = days.map((at, index) => sale(`s${String(index)}`, at, 2))
    expect(lines(of({ order: 'returnOnly' }), events)).toEqual([
      's0 share end owner 2',
      's1 preferred first lp 1',
      's1 share end owner 1',
      's2 share end owner 2',
      's3 share end owner 2',
      's4 share end owner 2',
      's5 preferred first lp 2',
    ])
  })

  it('a return paid at the end of a year does not join the capital', () => {
    const events = [
      sale('s1', '2026-01-01', 100),
      sale('s2', '2026-07-02', 20),
      other('c', '2027-01-01', 'close', '2026-12'),
      sale('s3', '2027-01-01', 40),
      sale('s4', '2028-01-01', 200),
      sale('s5', '2029-01-01', 2000),
      refund('r', '2029-01-02', 's2', 20),
    ]
    expect(lines(of({ compounding: 'annual' }), events)).toEqual([
      's1 preferred first lp 100',
      's2 preferred first lp 20',
      's3 preferred first lp 40',
      's4 preferred first lp 200',
      's5 preferred first lp 1039',
      's5 share end owner 961',
      'r preferred first lp 4',
      'r share end owner -24',
    ])
    expect(lines(of({ compounding: 'annual', order: 'capitalFirst' }), events)).toEqual([
      's1 preferred first lp 100',
      's2 preferred first lp 20',
      's3 preferred first lp 40',
      's4 preferred first lp 200',
      's5 preferred first lp 1037',
      's5 share end owner 963',
      'r preferred first lp 6',
      'r share end owner -26',
    ])
  })
})

describe('explanations', () => {
  const events = [
    sale('s1', '2026-03-01', 150),
    sale('s2', '2027-03-01', 150),
    sale('s3', '2027-03-01', 1),
  ]

  it('by the year, over two stretches', () => {
    expect(tree(of({ compounding: 'annual' }), events, 's2').slice(0, 45)).toEqual([
      's2 150 JPY = Σ line [sale 2027-03-01]',
      '  line.1 150 “lp by first | lp，依据 first” = after − before',
      '    after 300 = before + Σ change [counter first#to]',
      '      before 150 [counter first#to]',
      '      change.1 150 = after − before',
      '        after 150 = min(amount, due + capital) [first]',
      '          amount 150 = after − before',
      '            after 150 [sale s2 2027-03-01]',
      '            before 0 [before sale s2 2027-03-01]',
      '          due 98 = halfUp(accrued, 0) − paid',
      '            accrued 719045518/3330625 = before + Σ interest [ACT/365 to 2027-03-01]',
      '              before 8598/73',
      '              interest.1 148104/1825 = base × rate × days / year',
      '                base 968',
      '                rate 10%',
      '                days 306',
      '                year 365',
      '              interest.2 56471968/3330625 = base × rate × days / year',
      '                base 1914304/1825',
      '                rate 10%',
      '                days 59',
      '                year 365',
      '            paid 118',
      '          capital 968 = agreed − repaid',
      '            agreed 1000',
      '            repaid 32',
      '        before 0',
      '    before is line.1/after/before',
    ])
  })
  it('capital first, twice in a day', () => {
    expect(tree(of({ order: 'capitalFirst' }), events, 's3')).toEqual([
      's3 1 JPY = Σ line [sale 2027-03-01]',
      '  line.1 1 “lp by first | lp，依据 first” = after − before',
      '    after 301 = before + Σ change [counter first#to]',
      '      before 300 [counter first#to]',
      '      change.1 1 = after − before',
      '        after 1 = min(amount, due + capital) [first]',
      '          amount 1 = after − before',
      '            after 1 [sale s3 2027-03-01]',
      '            before 0 [before sale s3 2027-03-01]',
      '          due 201 = halfUp(accrued, 0) − paid',
      '            accrued 14685/73 = before [ACT/365 to 2027-03-01]',
      '              before 14685/73',
      '            paid 0',
      '          capital 700 = agreed − repaid',
      '            agreed 1000',
      '            repaid 300',
      '        before 0',
      '    before is line.1/after/before',
    ])
  })
  it('the return alone', () => {
    expect(tree(of({ order: 'returnOnly', days: 'ACT/360' }), events, 's2')).toEqual([
      's2 150 JPY = Σ line [sale 2027-03-01]',
      '  line.1 101 “lp by first | lp，依据 first” = after − before',
      '    after 219 = before + Σ change [counter first#to]',
      '      before 118 [counter first#to]',
      '      change.1 101 = after − before',
      '        after 101 = min(amount, due) [first]',
      '          amount 150 = after − before',
      '            after 150 [sale s2 2027-03-01]',
      '            before 0 [before sale s2 2027-03-01]',
      '          due 101 = halfUp(accrued, 0) − paid',
      '            accrued 1315/6 = before + Σ interest [ACT/360 to 2027-03-01]',
      '              before 1060/9',
      '              interest.1 1825/18 = base × rate × days / year',
      '                base 1000',
      '                rate 10%',
      '                days 365',
      '                year 360',
      '            paid 118',
      '        before 0',
      '    before is line.1/after/before',
      '  line.2 49 “owner by end | owner，依据 end” = after − before',
      '    after 81 = before + Σ change [counter first#rest]',
      '      before 32 [counter first#rest]',
      '      change.1 49 = after − before',
      '        after 49 = max(amount − (due), 0) [first]',
      '          amount 150 = after − before',
      '            after is line.1/after/change.1/after/amount/after',
      '            before is line.1/after/change.1/after/amount/before',
      '          due 101 = halfUp(accrued, 0) − paid',
      '            accrued 1315/6 = before + Σ interest [ACT/360 to 2027-03-01]',
      '              before 1060/9',
      '              interest.1 1825/18 = base × rate × days / year',
      '                base 1000',
      '                rate 10%',
      '                days 365',
      '                year 360',
      '            paid 118',
      '        before 0',
      '    before is line.2/after/before',
    ])
  })
})
