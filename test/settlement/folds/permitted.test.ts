import { describe, expect, it } from 'vitest'
import { agreement, end, other, refund, sale } from '../small.js'
import { findings, lines, sentences, tree } from './told.js'

const of = (more: object = {}) =>
  agreement([
    { permitted: { id: 'cap', on: 'period', every: 'year', amount: 100, excess: 'held', ...more } },
    end(),
  ])
const open = (year: number) =>
  other(`o${String(year)}`, `${String(year)}-01-01`, 'open', String(year))
const dated = {
  amount: [
    { from: '2027-01-01', amount: 100 },
    { from: '2028-01-01', amount: 60 },
    { from: '2030-01-01', amount: 0 },
  ],
}

describe('the permitted amount of a year', () => {
  it.each([
    [99, 99],
    [100, 100],
    [101, 100],
    [1, 1],
  ])('of %i, %i flows on', (amount, within) => {
    expect(lines(of(), [sale('s', '2026-05-01', amount)])).toEqual([
      ...(amount > within ? [`s permitted cap held ${String(amount - within)}`] : []),
      `s share end owner ${String(within)}`,
    ])
  })

  const events = [
    sale('s1', '2026-05-01', 60),
    sale('s2', '2026-12-31', 250),
    other('c', '2027-01-01', 'close', '2026'),
    other('m', '2027-01-01', 'open', '2027-01'),
    open(2027),
    sale('s3', '2027-05-01', 30),
    open(2028),
    sale('s4', '2028-05-01', 10),
    refund('r', '2028-05-02', 's1', 20),
    open(2031),
    sale('s5', '2031-01-02', 70),
  ]

  it('holds what exceeds it until a year opens; years may be skipped', () => {
    expect(lines(of(), events)).toEqual([
      's1 share end owner 60',
      's2 permitted cap held 210',
      's2 share end owner 40',
      'o2027 permitted cap held -100',
      'o2027 share end owner 100',
      's3 permitted cap held 30',
      'o2028 permitted cap held -100',
      'o2028 share end owner 100',
      's4 permitted cap held 10',
      'r permitted cap held -20',
      'o2031 permitted cap held -30',
      'o2031 share end owner 30',
      's5 share end owner 70',
    ])
  })
  it('follows dated amounts, the first before any', () => {
    expect(lines(of(dated), events)).toEqual([
      's1 share end owner 60',
      's2 permitted cap held 210',
      's2 share end owner 40',
      'o2027 permitted cap held -100',
      'o2027 share end owner 100',
      's3 permitted cap held 30',
      'o2028 permitted cap held -60',
      'o2028 share end owner 60',
      's4 permitted cap held 10',
      'r permitted cap held -20',
      's5 permitted cap held 70',
    ])
  })
  it('is by the month of the agreement', () => {
    expect(lines(of({ every: undefined }), events)).toEqual([
      's1 share end owner 60',
      's2 permitted cap held 150',
      's2 share end owner 100',
      'm permitted cap held -100',
      'm share end owner 100',
      's3 share end owner 30',
      's4 share end owner 10',
      'r share end owner -20',
      's5 share end owner 70',
    ])
  })
  it('a sale explains itself', () => {
    expect(tree(of(), events, 's2')).toEqual([
      's2 250 JPY = Σ line [sale 2026-12-31]',
      '  line.1 210 “held by cap | held，依据 cap” = after',
      '    after 210 = amount − (min(came + amount, permitted) − min(came, permitted)) [cap]',
      '      amount 250 = after − before',
      '        after 250 [sale s2 2026-12-31]',
      '        before 0 [before sale s2 2026-12-31]',
      '      came 60 [in 2026]',
      '      permitted 100 [2026]',
      '  line.2 40 “owner by end | owner，依据 end” = after − before',
      '    after 100 = before + Σ change [counter cap#rest]',
      '      before 60 [counter cap#rest]',
      '      change.1 40 = after − before',
      '        after 40 = min(came + amount, permitted) − min(came, permitted) [cap]',
      '          amount 250 = after − before',
      '            after is line.1/after/amount/after',
      '            before is line.1/after/amount/before',
      '          came 60 [in 2026]',
      '          permitted 100 [2026]',
      '        before 0',
      '    before is line.2/after/before',
    ])
  })
  it('an opening explains itself', () => {
    expect(tree(of(dated), events, 'o2028')).toEqual([
      'o2028 0 JPY = Σ line [open 2028-01-01 2028]',
      '  line.1 -60 “held by cap | held，依据 cap” = after',
      '    after -60 = −(min(came + held, permitted) − min(came, permitted)) [cap]',
      '      held 140',
      '      came 0 [in 2028]',
      '      permitted 60 [2028]',
      '  line.2 60 “owner by end | owner，依据 end” = after − before',
      '    after 260 = before + Σ change [counter cap#rest]',
      '      before 200 [counter cap#rest]',
      '      change.1 60 = after − before',
      '        after 60 = min(came + held, permitted) − min(came, permitted) [cap]',
      '          held 140',
      '          came 0 [in 2028]',
      '          permitted 60 [2028]',
      '        before 0',
      '    before is line.2/after/before',
    ])
  })
})

describe('a permitted amount as it is written', () => {
  it('is told', () => {
    expect(sentences(of())).toEqual([
      'cap: Of each year, 100 flows on; what exceeds it is held in held and is the first money of the next year.',
      'cap: 每年准许 100；超出部分存入 held，作为下一年的首笔收入。',
    ])
    expect(sentences(of({ ...dated, every: 'month' }))).toEqual([
      'cap: Of each month, 100 from 2027-01-01 on, 60 from 2028-01-01 on, 0 from 2030-01-01 on flows on; what exceeds it is held in held and is the first money of the next month.',
      'cap: 每月准许 自 2027-01-01 起 100，自 2028-01-01 起 60，自 2030-01-01 起 0；超出部分存入 held，作为下一月的首笔收入。',
    ])
    expect(sentences(of({ every: undefined }))).toEqual([
      'cap: Of each month, 100 flows on; what exceeds it is held in held and is the first money of the next month.',
      'cap: 每月准许 100；超出部分存入 held，作为下一月的首笔收入。',
    ])
  })

  it.each([
    ['OrderCounts flow/0/permitted permitted', {}],
    ['NotAnAmount flow/0/permitted/amount x', { amount: 'x' }],
    ['NotADate flow/0/permitted/amount/0/from x', { amount: [{ from: 'x', amount: 1 }] }],
    [
      'NotAnAmount flow/0/permitted/amount/1/amount x',
      {
        amount: [
          { from: '2026-01-01', amount: 1 },
          { from: '2026-01-02', amount: 'x' },
        ],
      },
    ],
  ])('is found: %s', (text, more) => {
    expect(findings(of(more))[0]).toBe(text)
  })
})
