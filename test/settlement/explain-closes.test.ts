/** Whole trees of closes and accruals, and of refunds and payments beside a clause of time. */
import type { Steps } from 'data-dividend'
import { describe, it, expect } from 'vitest'
import { told } from './outline.js'
import { agreement, end, other, refund, sale } from './small.js'

const reserved = 'halfUp(rate × (came + amount), 2) − halfUp(rate × (came), 2)'
const released = 'halfUp(held × (before + 1) / parts, 2) − halfUp(held × (before) / parts, 2)'

const day = '2026-01-05'
const yuan = { currency: 'CNY' } as const
const timed = (...steps: Steps) => agreement([...steps, end()], yuan)
const close = (month: string, at: string) => other(`c${month}`, at, 'close', month)
const january = close('2026-01', '2026-02-01')
const february = close('2026-02', '2026-03-01')

const reserve = { reserve: { id: 'back', rate: '10%', over: 1, in: 'kept' } }
const permitted = {
  permitted: { id: 'allowed', on: 'period', amount: 50, excess: 'excess' },
} as const

describe('a fold is told', () => {
  it('as several moves at one close', () => {
    const of = timed(reserve, { reserve: { ...reserve.reserve, id: 'next', in: 'other' } })
    const events = [sale('s1', day, 100), january, february]
    expect(told(of, events, 'c2026-02')).toEqual([
      'c2026-02 = 0.00 CNY : Σ line [close 2026-03-01 2026-02]',
      '  line.1 = -10.00 : after {kept by back | kept，依据 back}',
      '    after = -10.00 : −Σ part [back]',
      `      part.1 = 10.00 : ${released}`,
      '        held = 10.00',
      '        before = 0',
      '        parts = 1',
      '  line.2 = -8.00 : after {other by next | other，依据 next}',
      '    after = -8.00 : Σ move',
      '      move.1 = 1.00 : halfUp(rate × (came + amount), 2) − halfUp(rate × (came), 2) [next]',
      '        amount = 10.00',
      '        rate = 10%',
      '        came = 0.00 [in 2026-03]',
      '      move.2 = -9.00 : −Σ part [next]',
      `        part.1 = 9.00 : ${released}`,
      '          held = 9.00',
      '          before = 0',
      '          parts = 1',
      '  line.3 = 18.00 : after − before {owner by end | owner，依据 end}',
      '    after = 99.00 : before + Σ change [counter next#rest]',
      '      before = 81.00 [counter next#rest]',
      '      change.1 = 18.00 : after − before',
      '        after = 18.00 : Σ move',
      `          move.1 = 9.00 : amount − (${reserved}) [next]`,
      '            amount = 10.00',
      '            rate = 10%',
      '            came = 0.00 [in 2026-03]',
      '          move.2 = 9.00 : Σ part [next]',
      `            part.1 = 9.00 : ${released}`,
      '              held = 9.00',
      '              before = 0',
      '              parts = 1',
      '        before = 0.00',
      '    before -> line.3/after/before',
    ])
  })
  it('as a guarantee at the close', () => {
    const of = timed({ guarantee: { id: 'least', from: 'label', to: 'owner', amount: 30 } })
    expect(told(of, [sale('s1', day, 10), january], 'c2026-01')).toEqual([
      'c2026-01 = 0.00 CNY : Σ line [close 2026-02-01 2026-01]',
      '  line.1 = -20.00 : after {label by least | label，依据 least}',
      '    after = -20.00 : −max(guaranteed − came, 0) [least]',
      '      guaranteed = 30.00',
      '      came = 10.00 [passed in 2026-01]',
      '  line.2 = 20.00 : after {owner by least | owner，依据 least}',
      '    after = 20.00 : max(guaranteed − came, 0) [least]',
      '      guaranteed = 30.00',
      '      came = 10.00 [passed in 2026-01]',
    ])
  })
  it('as interest on what is outstanding', () => {
    const of = timed({
      interest: { id: 'late', from: 'debtor', to: 'creditor', rate: '10%', days: 'ACT/365' },
    })
    const due = other('m1', day, 'accrue', 'late', { amount: 365 })
    const paid = other('m2', '2026-01-15', 'accrue', 'late', { amount: 0 })
    expect(told(of, [due, paid], 'm2')).toEqual([
      'm2 = 0.00 CNY : Σ line [accrue 2026-01-15 late]',
      '  line.1 = -1.00 : after {debtor by late | debtor，依据 late}',
      '    after = -1.00 : −(halfUp(accrued + outstanding × rate × days / year, 2) − paid) [late]',
      '      accrued = 0',
      '      outstanding = 365.00',
      '      rate = 10%',
      '      days = 10 [ACT/365]',
      '      year = 365',
      '      paid = 0.00',
      '  line.2 = 1.00 : after {creditor by late | creditor，依据 late}',
      '    after = 1.00 : halfUp(accrued + outstanding × rate × days / year, 2) − paid [late]',
      '      accrued = 0',
      '      outstanding = 365.00',
      '      rate = 10%',
      '      days = 10 [ACT/365]',
      '      year = 365',
      '      paid = 0.00',
    ])
  })
  it('as a share by weights that were told', () => {
    const share = { id: 'last', of: { a: 1, b: 1 }, by: 'carried' } as const
    const weights = other('m1', day, 'accrue', 'last', { units: { a: 1, b: 2 } })
    expect(told(agreement([{ share }], yuan), [weights, sale('s1', day, 3)], 's1')).toEqual([
      's1 = 3.00 CNY : Σ line [sale 2026-01-05]',
      '  line.1 = 1.00 : after {a by last | a，依据 last}',
      '    after = 1.00 : before + Σ change [counter last#a]',
      '      before = 0.00 [counter last#a]',
      '      change.1 = 1.00 : after − before',
      '        after = 1.00 : after − before [last]',
      '          after = 1.00 [weights 1:2, debts 0, 0, of 3.00]',
      '          before = 0.00 [of 0.00]',
      '        before = 0.00',
      '  line.2 = 2.00 : after {b by last | b，依据 last}',
      '    after = 2.00 : before + Σ change [counter last#b]',
      '      before = 0.00 [counter last#b]',
      '      change.1 = 2.00 : after − before',
      '        after = 2.00 : after − before [last]',
      '          after = 2.00 [weights 1:2, debts 0, 0, of 3.00]',
      '          before = 0.00 [of 0.00]',
      '        before = 0.00',
    ])
  })
  it('as what goes back at the close', () => {
    const clawback = { id: 'claw', from: 'gp', to: 'lp', since: '2026-01-01' }
    const of = agreement(
      [{ clawback: { ...clawback, capital: 60, carry: '20%' } }, end({ gp: 1 })],
      yuan,
    )
    expect(told(of, [sale('s1', day, 100), january], 'c2026-01')).toEqual([
      'c2026-01 = 0.00 CNY : Σ line [close 2026-02-01 2026-01]',
      '  line.1 = -92.00 : after {gp by claw | gp，依据 claw}',
      '    after = -92.00 : −max(held − halfUp(carry × max(came − capital, 0), 2), 0) [claw]',
      '      held = 100.00 [gp]',
      '      carry = 20%',
      '      came = 100.00',
      '      capital = 60.00',
      '  line.2 = 92.00 : after {lp by claw | lp，依据 claw}',
      '    after = 92.00 : max(held − halfUp(carry × max(came − capital, 0), 2), 0) [claw]',
      '      held = 100.00 [gp]',
      '      carry = 20%',
      '      came = 100.00',
      '      capital = 60.00',
    ])
  })
})

describe('a refund under a fold is told', () => {
  const events = [
    sale('s1', day, 100),
    january,
    refund('r1', '2026-02-05', 's1', 40),
    refund('r2', '2026-02-06', 's1', 20),
    february,
  ]
  it('as the difference of two replays', () => {
    expect(told(timed(reserve, permitted), events, 'r2')).toEqual([
      'r2 = -20.00 CNY : Σ line [refund 2026-02-06 s1]',
      '  line.1 = -2.00 : after − before {kept by back | kept，依据 back}',
      '    after = 4.00 [replay with r2]',
      '    before = 6.00 [replay without r2]',
      '  line.2 = -4.00 : after − before {excess by allowed | excess，依据 allowed}',
      '    after = 0.00 [replay with r2]',
      '    before = 4.00 [replay without r2]',
      '  line.3 = -14.00 : after − before {owner by end | owner，依据 end}',
      '    after = 36.00 [replay with r2]',
      '    before = 50.00 [replay without r2]',
    ])
  })
  it('as the lines of its sale where those are reversed', () => {
    const of = { ...timed(reserve), refunds: 'original' } as const
    expect(told(of, events, 'r2')).toEqual([
      'r2 = -20.00 CNY : Σ line [refund 2026-02-06 s1]',
      '  line.1 = -2.00 : before − after {kept by back | kept，依据 back}',
      '    after = 6.00 : base − first',
      '      base = 60.00 : before + event',
      '        before = 40.00 [before refund r2 2026-02-06]',
      '        event = 20.00 [refund r2 2026-02-06]',
      '      first = 54.00 : halfUp(rate × base, 2)',
      '        base -> line.1/after/base',
      '        rate = 90%',
      '    before = 4.00 : base − first',
      '      base -> line.1/after/base/before',
      '      first = 36.00 : halfUp(rate × base, 2)',
      '        base -> line.1/after/base/before',
      '        rate = 90%',
      '  line.2 = -18.00 : before − after {owner by end | owner，依据 end}',
      '    after -> line.1/after/first',
      '    before -> line.1/before/first',
    ])
  })
})

describe('payments beside a fold are told', () => {
  it('as a dividend of what it holds', () => {
    const of = { ...timed(reserve), pools: { kept: { units: { a: 1 } } } }
    const events = [sale('s1', day, 100), other('d1', day, 'declare', 'kept')]
    expect(told(of, events, 'd1')).toEqual([
      'd1 = 0.00 CNY : Σ line [declare 2026-01-05 kept]',
      '  line.1 = -10.00 : −amount {kept by kept | kept，依据 kept}',
      '    amount = 10.00 [declare d1 2026-01-05]',
      '  line.2 = 10.00 : after {a by kept | a，依据 kept}',
      '    after = 10.00 [declare d1 2026-01-05]',
    ])
  })
  it('as a party that is held', () => {
    const events = [
      other('h1', day, 'hold', 'owner'),
      sale('s1', day, 100),
      other('l1', '2026-01-06', 'release', 'owner'),
      refund('r1', '2026-01-07', 's1', 10),
    ]
    expect(told(timed(reserve), events, 's1')).toEqual([
      's1 = 100.00 CNY : Σ line [sale 2026-01-05]',
      '  line.1 = 10.00 : after {kept by back | kept，依据 back}',
      '    after = 10.00 : halfUp(rate × (came + amount), 2) − halfUp(rate × (came), 2) [back]',
      '      amount = 100.00 : after − before',
      '        after = 100.00 [sale s1 2026-01-05]',
      '        before = 0.00 [before sale s1 2026-01-05]',
      '      rate = 10%',
      '      came = 0.00 [in 2026-01]',
      '  line.2 = 90.00 : after {hold:owner by end | hold:owner，依据 end}',
      '    after = 90.00 : before + Σ change [counter back#rest]',
      '      before = 0.00 [counter back#rest]',
      '      change.1 = 90.00 : after − before',
      `        after = 90.00 : amount − (${reserved}) [back]`,
      '          amount = 100.00 : after − before',
      '            after -> line.1/after/amount/after',
      '            before -> line.1/after/amount/before',
      '          rate = 10%',
      '          came = 0.00 [in 2026-01]',
      '        before = 0.00',
    ])
    expect(told(timed(reserve), events, 'l1')).toEqual([
      'l1 = 0.00 CNY : Σ line [hold 2026-01-06 owner]',
      '  line.1 = -90.00 [hold owner] {hold:owner by owner | hold:owner，依据 owner}',
      '  line.2 = 90.00 [hold owner] {owner by owner | owner，依据 owner}',
    ])
  })
  it('as successors of a refund', () => {
    const events = [
      sale('s1', day, 100),
      other('m1', day, 'succeed', 'owner', { units: { x: 2, y: 1 } }),
      refund('r1', '2026-01-07', 's1', 10),
    ]
    expect(told(timed(reserve), events, 'r1')).toEqual([
      'r1 = -10.00 CNY : Σ line [refund 2026-01-07 s1]',
      '  line.1 = -1.00 : after − before {kept by back | kept，依据 back}',
      '    after = 9.00 [replay with r1]',
      '    before = 10.00 [replay without r1]',
      '  line.2 = -6.00 : after − before [share end of owner] {x by end | x，依据 end}',
      '    after = 54.00 : halfUp(of × weight ÷ all, 2)',
      '      of = 81.00 [all that owner has had]',
      '      weight = 2',
      '      all = 3',
      '    before = 60.00 : halfUp(of × weight ÷ all, 2)',
      '      of = 90.00 [all that owner has had]',
      '      weight = 2',
      '      all = 3',
      '  line.3 = -3.00 : after − before [share end of owner] {y by end | y，依据 end}',
      '    after = 27.00 : of − first',
      '      of = 81.00 [all that owner has had]',
      '      first = 54.00 : halfUp(of × weight ÷ all, 2)',
      '        of -> line.3/after/of',
      '        weight = 2',
      '        all = 3',
      '    before = 30.00 : of − first',
      '      of = 90.00 [all that owner has had]',
      '      first = 60.00 : halfUp(of × weight ÷ all, 2)',
      '        of -> line.3/before/of',
      '        weight = 2',
      '        all = 3',
    ])
  })
})
