/** Whole trees of holds, releases and successions. */
import { describe, it, expect } from 'vitest'
import { told } from './outline.js'
import { agreement, end, fee, other, refund, sale } from './small.js'

const day = '2026-01-05'
const of = agreement([fee({ rate: '10%', on: 'event' }), end()])
const hold = other('h1', day, 'hold', 'owner')
const release = (more: object = {}) => other('l1', '2026-01-07', 'release', 'owner', more)
const succeed = other('m1', '2026-01-06', 'succeed', 'owner', { units: { x: 2, y: 1 } })

describe('money held is told', () => {
  const events = [hold, sale('s1', day, 100), release({ amount: 40 }), sale('s2', '2026-01-08', 10)]

  it('by its clause, for its party', () => {
    expect(told(of, events, 's1')).toEqual([
      's1 = 100 JPY : Σ line [sale 2026-01-05]',
      '  line.1 = 10 : after {agent by fee | agent，依据 fee}',
      '    after = 10 : halfUp(rate × base, 0) [fee]',
      '      base = 100 [sale s1 2026-01-05]',
      '      rate = 10%',
      '  line.2 = 90 : after {hold:owner by end | hold:owner，依据 end}',
      '    after = 90 : before + Σ change [counter end]',
      '      before = 0 [counter end]',
      '      change.1 = 90 : after − before',
      '        after = 90 : base − first',
      '          base -> line.1/after/base',
      '          first -> line.1/after',
      '        before = 0',
    ])
  })
  it('as released in part, and held on', () => {
    expect(told(of, events, 'l1')).toEqual([
      'l1 = 0 JPY : Σ line [hold 2026-01-07 owner]',
      '  line.1 = -40 [hold owner] {hold:owner by owner | hold:owner，依据 owner}',
      '  line.2 = 40 [hold owner] {owner by owner | owner，依据 owner}',
    ])
    expect(told(of, events, 's2')).toEqual([
      's2 = 10 JPY : Σ line [sale 2026-01-08]',
      '  line.1 = 1 : after {agent by fee | agent，依据 fee}',
      '    after = 1 : halfUp(rate × base, 0) [fee]',
      '      base = 10 [sale s2 2026-01-08]',
      '      rate = 10%',
      '  line.2 = 9 : after − before {hold:owner by end | hold:owner，依据 end}',
      '    after = 99 : before + Σ change [counter end]',
      '      before = 90 [counter end]',
      '      change.1 = 9 : after − before',
      '        after = 9 : base − first',
      '          base -> line.1/after/base',
      '          first -> line.1/after',
      '        before = 0',
      '    before -> line.2/after/before',
    ])
  })
})

describe('a succession is told', () => {
  const events = [
    sale('s1', day, 100),
    succeed,
    sale('s2', '2026-01-07', 10),
    refund('r1', '2026-01-08', 's1', 50),
  ]
  it('as parts of the balance', () => {
    expect(told(of, events, 'm1')).toEqual([
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
  })
  it('as parts of all since then', () => {
    expect(told(of, events, 's2')).toEqual([
      's2 = 10 JPY : Σ line [sale 2026-01-07]',
      '  line.1 = 1 : after {agent by fee | agent，依据 fee}',
      '    after = 1 : halfUp(rate × base, 0) [fee]',
      '      base = 10 [sale s2 2026-01-07]',
      '      rate = 10%',
      '  line.2 = 6 : after − before [share end of owner] {x by end | x，依据 end}',
      '    after = 66 : halfUp(of × weight ÷ all, 0)',
      '      of = 99 [all that owner has had]',
      '      weight = 2',
      '      all = 3',
      '    before = 60 : halfUp(of × weight ÷ all, 0)',
      '      of = 90 [all that owner has had]',
      '      weight = 2',
      '      all = 3',
      '  line.3 = 3 : after − before [share end of owner] {y by end | y，依据 end}',
      '    after = 33 : of − first',
      '      of = 99 [all that owner has had]',
      '      first = 66 : halfUp(of × weight ÷ all, 0)',
      '        of -> line.3/after/of',
      '        weight = 2',
      '        all = 3',
      '    before = 30 : of − first',
      '      of = 90 [all that owner has had]',
      '      first = 60 : halfUp(of × weight ÷ all, 0)',
      '        of -> line.3/before/of',
      '        weight = 2',
      '        all = 3',
    ])
  })
  it('as parts of what is left by a refund', () => {
    expect(told(of, events, 'r1')).toEqual([
      'r1 = -50 JPY : Σ line [refund 2026-01-08 s1]',
      '  line.1 = -5 : after − before {agent by fee | agent，依据 fee}',
      '    after = 5 : halfUp(rate × base, 0) [fee]',
      '      base = 50 : before + event',
      '        before = 100 [before refund r1 2026-01-08]',
      '        event = -50 [refund r1 2026-01-08]',
      '      rate = 10%',
      '    before = 10 : halfUp(rate × base, 0) [fee]',
      '      base -> line.1/after/base/before',
      '      rate = 10%',
      '  line.2 = -30 : after − before [share end of owner] {x by end | x，依据 end}',
      '    after = 36 : halfUp(of × weight ÷ all, 0)',
      '      of = 54 [all that owner has had]',
      '      weight = 2',
      '      all = 3',
      '    before = 66 : halfUp(of × weight ÷ all, 0)',
      '      of = 99 [all that owner has had]',
      '      weight = 2',
      '      all = 3',
      '  line.3 = -15 : after − before [share end of owner] {y by end | y，依据 end}',
      '    after = 18 : of − first',
      '      of = 54 [all that owner has had]',
      '      first = 36 : halfUp(of × weight ÷ all, 0)',
      '        of -> line.3/after/of',
      '        weight = 2',
      '        all = 3',
      '    before = 33 : of − first',
      '      of = 99 [all that owner has had]',
      '      first = 66 : halfUp(of × weight ÷ all, 0)',
      '        of -> line.3/before/of',
      '        weight = 2',
      '        all = 3',
    ])
  })
  it('as it was before', () => {
    expect(told(of, events, 's1')).toEqual([
      's1 = 100 JPY : Σ line [sale 2026-01-05]',
      '  line.1 = 10 : after {agent by fee | agent，依据 fee}',
      '    after = 10 : halfUp(rate × base, 0) [fee]',
      '      base = 100 [sale s1 2026-01-05]',
      '      rate = 10%',
      '  line.2 = 90 : after {owner by end | owner，依据 end}',
      '    after = 90 : before + Σ change [counter end]',
      '      before = 0 [counter end]',
      '      change.1 = 90 : after − before',
      '        after = 90 : base − first',
      '          base -> line.1/after/base',
      '          first -> line.1/after',
      '        before = 0',
    ])
  })
  it('from nothing', () => {
    expect(told(of, [succeed, sale('s2', '2026-01-07', 10)], 's2')).toEqual([
      's2 = 10 JPY : Σ line [sale 2026-01-07]',
      '  line.1 = 1 : after {agent by fee | agent，依据 fee}',
      '    after = 1 : halfUp(rate × base, 0) [fee]',
      '      base = 10 [sale s2 2026-01-07]',
      '      rate = 10%',
      '  line.2 = 6 : after [share end of owner] {x by end | x，依据 end}',
      '    after = 6 : halfUp(of × weight ÷ all, 0)',
      '      of = 9 [all that owner has had]',
      '      weight = 2',
      '      all = 3',
      '  line.3 = 3 : after [share end of owner] {y by end | y，依据 end}',
      '    after = 3 : of − first',
      '      of = 9 [all that owner has had]',
      '      first = 6 : halfUp(of × weight ÷ all, 0)',
      '        of -> line.3/after/of',
      '        weight = 2',
      '        all = 3',
    ])
  })
})
