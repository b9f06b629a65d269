/** Whole trees of successions: debts, heirs of heirs, money that was held. */
import { describe, it, expect } from 'vitest'
import { told } from './outline.js'
import { agreement, end, fee, other, refund, sale } from './small.js'

const day = '2026-01-05'
const of = agreement([fee({ rate: '10%', on: 'event' }), end()])
const hold = other('h1', day, 'hold', 'owner')
const release = other('l1', '2026-01-07', 'release', 'owner')
const succeed = other('m1', '2026-01-06', 'succeed', 'owner', { units: { x: 2, y: 1 } })

describe('a succession is told', () => {
  it('without a tree below zero', () => {
    const pool = { pools: { fund: { units: { owner: 1 } } } }
    const plain = agreement([end({ owner: 1, fund: 1 })], pool)
    const story = [
      sale('s1', day, 20),
      other('p1', day, 'pay', 'owner', { amount: 10 }),
      succeed,
      refund('r1', '2026-01-08', 's1', 10),
      sale('s2', '2026-01-09', 16),
    ]
    expect(told(plain, story, 'r1')).toEqual([
      'r1 = -10 JPY : Σ line [refund 2026-01-08 s1]',
      '  line.1 = -3 [share end of owner] {x by end | x，依据 end}',
      '  line.2 = -2 [share end of owner] {y by end | y，依据 end}',
      '  line.3 = -5 : after − before {fund by end | fund，依据 end}',
      '    after = 5 : base − first',
      '      base = 10 : before + Σ change [counter end]',
      '        before = 20 [counter end]',
      '        change.1 = -10 : after − before',
      '          after = 10 : before + event',
      '            before = 20 [before refund r1 2026-01-08]',
      '            event = -10 [refund r1 2026-01-08]',
      '          before -> line.3/after/base/change.1/after/before',
      '      first = 5 : halfUp(rate × base, 0)',
      '        base -> line.3/after/base',
      '        rate = 50%',
      '    before = 10 : base − first',
      '      base -> line.3/after/base/before',
      '      first = 10 : halfUp(rate × base, 0)',
      '        base -> line.3/after/base/before',
      '        rate = 50%',
    ])
    expect(told(plain, story, 's2')).toEqual([
      's2 = 16 JPY : Σ line [sale 2026-01-09]',
      '  line.1 = 5 [share end of owner] {x by end | x，依据 end}',
      '  line.2 = 3 [share end of owner] {y by end | y，依据 end}',
      '  line.3 = 8 : after − before {fund by end | fund，依据 end}',
      '    after = 13 : base − first',
      '      base = 26 : before + Σ change [counter end]',
      '        before = 10 [counter end]',
      '        change.1 = 16 : after − before',
      '          after = 16 [sale s2 2026-01-09]',
      '          before = 0 [before sale s2 2026-01-09]',
      '      first = 13 : halfUp(rate × base, 0)',
      '        base -> line.3/after/base',
      '        rate = 50%',
      '    before = 5 : base − first',
      '      base -> line.3/after/base/before',
      '      first = 5 : halfUp(rate × base, 0)',
      '        base -> line.3/after/base/before',
      '        rate = 50%',
    ])
  })
  it('on to the successors of a successor', () => {
    const nested = [
      sale('s1', day, 100),
      succeed,
      other('m2', '2026-01-06', 'succeed', 'x', { units: { u: 1, v: 1 } }),
    ]
    expect(told(of, nested, 'm1')).toEqual([
      'm1 = 0 JPY : Σ line [succession 2026-01-06 owner]',
      '  line.1 = -90 [succession owner] {owner by owner | owner，依据 owner}',
      '  line.2 = 60 : after [succession owner] {x by owner | x，依据 owner}',
      '    after = 60 : halfUp(of × weight ÷ all, 0)',
      '      of = 90 [all that owner has had]',
      '      weight = 2',
      '      all = 3',
      '  line.3 = 30 : after [succession owner] {y by owner | y，依据 owner}',
      '    after = 30 : of − first',
      '      of = 90 [all that owner has had]',
      '      first = 60 : halfUp(of × weight ÷ all, 0)',
      '        of -> line.3/after/of',
      '        weight = 2',
      '        all = 3',
    ])
    expect(told(of, nested, 'm2')).toEqual([
      'm2 = 0 JPY : Σ line [succession 2026-01-06 x]',
      '  line.1 = -60 [succession x] {x by x | x，依据 x}',
      '  line.2 = 30 : after [succession x] {u by x | u，依据 x}',
      '    after = 30 : halfUp(of × weight ÷ all, 0)',
      '      of = 60 [all that x has had]',
      '      weight = 1',
      '      all = 2',
      '  line.3 = 30 : after [succession x] {v by x | v，依据 x}',
      '    after = 30 : of − first',
      '      of = 60 [all that x has had]',
      '      first = 30 : halfUp(of × weight ÷ all, 0)',
      '        of -> line.3/after/of',
      '        weight = 1',
      '        all = 2',
    ])
  })
  it('of money that was held', () => {
    const held = [hold, sale('s1', day, 100), succeed, release]
    expect(told(of, held, 'l1')).toEqual([
      'l1 = 0 JPY : Σ line [hold 2026-01-07 owner]',
      '  line.1 = -90 [hold owner] {hold:owner by owner | hold:owner，依据 owner}',
      '  line.2 = 60 : after [hold owner of owner] {x by owner | x，依据 owner}',
      '    after = 60 : halfUp(of × weight ÷ all, 0)',
      '      of = 90 [all that owner has had]',
      '      weight = 2',
      '      all = 3',
      '  line.3 = 30 : after [hold owner of owner] {y by owner | y，依据 owner}',
      '    after = 30 : of − first',
      '      of = 90 [all that owner has had]',
      '      first = 60 : halfUp(of × weight ÷ all, 0)',
      '        of -> line.3/after/of',
      '        weight = 2',
      '        all = 3',
    ])
  })
  it('by clause where two clauses pay one place', () => {
    const both = agreement([fee({ rate: '10%', to: 'owner', on: 'event' }), end()])
    expect(told(both, [succeed, sale('s2', '2026-01-07', 100)], 's2')).toEqual([
      's2 = 100 JPY : Σ line [sale 2026-01-07]',
      '  line.1 = 7 : after [commission fee of owner] {x by fee | x，依据 fee}',
      '    after = 7 : halfUp(of × weight ÷ all, 0)',
      '      of = 10 [all that owner has had]',
      '      weight = 2',
      '      all = 3',
      '  line.2 = 3 : after [commission fee of owner] {y by fee | y，依据 fee}',
      '    after = 3 : of − first',
      '      of = 10 [all that owner has had]',
      '      first = 7 : halfUp(of × weight ÷ all, 0)',
      '        of -> line.2/after/of',
      '        weight = 2',
      '        all = 3',
      '  line.3 = 60 : after − before [share end of owner] {x by end | x，依据 end}',
      '    after = 67 : halfUp(of × weight ÷ all, 0)',
      '      of = 100 [all that owner has had]',
      '      weight = 2',
      '      all = 3',
      '    before = 7 : halfUp(of × weight ÷ all, 0)',
      '      of = 10 [all that owner has had]',
      '      weight = 2',
      '      all = 3',
      '  line.4 = 30 : after − before [share end of owner] {y by end | y，依据 end}',
      '    after = 33 : of − first',
      '      of = 100 [all that owner has had]',
      '      first = 67 : halfUp(of × weight ÷ all, 0)',
      '        of -> line.4/after/of',
      '        weight = 2',
      '        all = 3',
      '    before = 3 : of − first',
      '      of = 10 [all that owner has had]',
      '      first = 7 : halfUp(of × weight ÷ all, 0)',
      '        of -> line.4/before/of',
      '        weight = 2',
      '        all = 3',
    ])
  })
  it('of a payer of an advance', () => {
    const ahead = agreement([{ advance: { id: 'adv', from: 'owner', to: 'p', amount: 5 } }, end()])
    expect(told(ahead, [hold, other('t1', day, 'transfer', 'adv')], 't1')).toEqual([
      't1 = 0 JPY : Σ line [transfer 2026-01-05 adv]',
      '  line.1 = -5 : −amount {hold:owner by adv | hold:owner，依据 adv}',
      '    amount = 5 [transfer t1 2026-01-05]',
      '  line.2 = 5 : after {p by adv | p，依据 adv}',
      '    after = 5 [transfer t1 2026-01-05]',
    ])
  })
})
