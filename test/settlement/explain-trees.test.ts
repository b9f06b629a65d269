/** Whole trees of small sales and refunds. */
import { describe, it, expect } from 'vitest'
import { told } from './outline.js'
import { agreement, end, fee, refund, sale } from './small.js'

const day = '2026-01-05'
const original = { refunds: 'original' } as const

describe('a fee is told', () => {
  const bounded = agreement([fee({ rate: '10%', floor: 3, cap: 20, on: 'event' }), end()])

  it('by its floor', () => {
    expect(told(bounded, [sale('s1', day, 10)], 's1')).toEqual([
      's1 = 10 JPY : Σ line [sale 2026-01-05]',
      '  line.1 = 3 : after {agent by fee | agent，依据 fee}',
      '    after = 3 : floor(taken, 0) [fee]',
      '      base = 10 [sale s1 2026-01-05]',
      '      taken = 3',
      '  line.2 = 7 : after {owner by end | owner，依据 end}',
      '    after = 7 : before + Σ change [counter end]',
      '      before = 0 [counter end]',
      '      change.1 = 7 : after − before',
      '        after = 7 : base − first',
      '          base -> line.1/after/base',
      '          first -> line.1/after',
      '        before = 0',
    ])
  })
  it('as all where there is less than its floor', () => {
    expect(told(bounded, [sale('s1', day, 2)], 's1')).toEqual([
      's1 = 2 JPY : Σ line [sale 2026-01-05]',
      '  line.1 = 2 : after {agent by fee | agent，依据 fee}',
      '    after = 2 : base [fee]',
      '      base = 2 [sale s1 2026-01-05]',
    ])
  })
  it('by its cap, after what the counter had', () => {
    const events = [sale('s1', day, 10), sale('s2', '2026-01-06', 500)]
    expect(told(bounded, events, 's2')).toEqual([
      's2 = 500 JPY : Σ line [sale 2026-01-06]',
      '  line.1 = 20 : after {agent by fee | agent，依据 fee}',
      '    after = 20 : floor(taken, 0) [fee]',
      '      base = 500 [sale s2 2026-01-06]',
      '      taken = 20',
      '  line.2 = 480 : after − before {owner by end | owner，依据 end}',
      '    after = 487 : before + Σ change [counter end]',
      '      before = 7 [counter end]',
      '      change.1 = 480 : after − before',
      '        after = 480 : base − first',
      '          base -> line.1/after/base',
      '          first -> line.1/after',
      '        before = 0',
      '    before -> line.2/after/before',
    ])
  })
  it('by its rate, on both sides of a refund, whatever came later', () => {
    const events = [
      sale('s1', day, 100),
      refund('r1', '2026-01-06', 's1', 40),
      refund('r2', '2026-01-07', 's1', 20),
    ]
    expect(told(bounded, events, 'r1')).toEqual([
      'r1 = -40 JPY : Σ line [refund 2026-01-06 s1]',
      '  line.1 = -4 : after − before {agent by fee | agent，依据 fee}',
      '    after = 6 : halfUp(rate × base, 0) [fee]',
      '      base = 60 : before + event',
      '        before = 100 [before refund r1 2026-01-06]',
      '        event = -40 [refund r1 2026-01-06]',
      '      rate = 10%',
      '    before = 10 : halfUp(rate × base, 0) [fee]',
      '      base -> line.1/after/base/before',
      '      rate = 10%',
      '  line.2 = -36 : after − before {owner by end | owner，依据 end}',
      '    after = 54 : before + Σ change [counter end]',
      '      before = 90 [counter end]',
      '      change.1 = -36 : after − before',
      '        after = 54 : base − first',
      '          base -> line.1/after/base',
      '          first -> line.1/after',
      '        before = 90 : base − first',
      '          base -> line.1/after/base/before',
      '          first -> line.1/before',
      '    before -> line.2/after/before',
    ])
  })
  it('over the month of its sale', () => {
    const tiers = [{ upTo: 5, rate: '10%' }, { upTo: 100, rate: 0 }, { rate: 1 }]
    const of = agreement([fee({ tiers, on: 'period' }), end()], { currency: 'CNY' })
    const events = [
      sale('s1', day, 80),
      sale('s2', '2026-01-06', 60),
      refund('r1', '2026-02-06', 's1', 80),
    ]
    expect(told(of, events, 's2')).toEqual([
      's2 = 60.00 CNY : Σ line [sale 2026-01-06]',
      '  line.1 = 40.00 : after − before {agent by fee | agent，依据 fee}',
      '    after = 40.50 : halfUp(taken + (base − from), 2) [fee]',
      '      base = 140.00 : before + Σ change [counter fee@2026-01]',
      '        before = 80.00 [counter fee@2026-01]',
      '        change.1 = 60.00 : after − before',
      '          after = 60.00 [sale s2 2026-01-06]',
      '          before = 0.00 [before sale s2 2026-01-06]',
      '      taken = 0.50',
      '      from = 100.00',
      '    before = 0.50 : halfUp(taken, 2) [fee]',
      '      base -> line.1/after/base/before',
      '      taken = 0.50',
      '  line.2 = 20.00 : after − before {owner by end | owner，依据 end}',
      '    after = 99.50 : before + Σ change [counter end]',
      '      before = 79.50 [counter end]',
      '      change.1 = 20.00 : after − before',
      '        after = 99.50 : base − first',
      '          base -> line.1/after/base',
      '          first -> line.1/after',
      '        before = 79.50 : base − first',
      '          base -> line.1/after/base/before',
      '          first -> line.1/before',
      '    before -> line.2/after/before',
    ])
    expect(told(of, events, 'r1')).toEqual([
      'r1 = -80.00 CNY : Σ line [refund 2026-02-06 s1]',
      '  line.1 = -40.00 : after − before {agent by fee | agent，依据 fee}',
      '    after = 0.50 : halfUp(taken, 2) [fee]',
      '      base = 60.00 : before + Σ change [counter fee@2026-01]',
      '        before = 140.00 [counter fee@2026-01]',
      '        change.1 = -80.00 : after − before',
      '          after = 0.00 : before + event',
      '            before = 80.00 [before refund r1 2026-02-06]',
      '            event = -80.00 [refund r1 2026-02-06]',
      '          before -> line.1/after/base/change.1/after/before',
      '      taken = 0.50',
      '    before = 40.50 : halfUp(taken + (base − from), 2) [fee]',
      '      base -> line.1/after/base/before',
      '      taken = 0.50',
      '      from = 100.00',
      '  line.2 = -40.00 : after − before {owner by end | owner，依据 end}',
      '    after = 59.50 : before + Σ change [counter end]',
      '      before = 99.50 [counter end]',
      '      change.1 = -40.00 : after − before',
      '        after = 59.50 : base − first',
      '          base -> line.1/after/base',
      '          first -> line.1/after',
      '        before = 99.50 : base − first',
      '          base -> line.1/after/base/before',
      '          first -> line.1/before',
      '    before -> line.2/after/before',
    ])
  })
  it('with what a part of a cent was taken below', () => {
    const tiers = [{ upTo: '0.05', rate: '10%' }, { rate: '30%' }]
    const of = agreement([fee({ tiers, on: 'event' }), end()], { currency: 'CNY' })
    expect(told(of, [sale('s1', day, 1)], 's1')).toEqual([
      's1 = 1.00 CNY : Σ line [sale 2026-01-05]',
      '  line.1 = 0.29 : after {agent by fee | agent，依据 fee}',
      '    after = 0.29 : halfUp(taken + rate × (base − from), 2) [fee]',
      '      base = 1.00 [sale s1 2026-01-05]',
      '      rate = 30%',
      '      taken = 0.005',
      '      from = 0.05',
      '  line.2 = 0.71 : after {owner by end | owner，依据 end}',
      '    after = 0.71 : before + Σ change [counter end]',
      '      before = 0.00 [counter end]',
      '      change.1 = 0.71 : after − before',
      '        after = 0.71 : base − first',
      '          base -> line.1/after/base',
      '          first -> line.1/after',
      '        before = 0.00',
    ])
  })
})

describe('an original refund is told', () => {
  const of = agreement([fee({ rate: '10%', on: 'event' }), end()], original)
  const events = [
    sale('s1', day, 100),
    refund('r1', '2026-01-06', 's1', 30),
    refund('r2', '2026-01-07', 's1', 30),
  ]
  it.each(['r1', 'r2'])('by the lines of its sale: %s', (id) => {
    const tree = told(of, events, id)
    expect(tree.filter((row) => row.startsWith('  line'))).toEqual(
      id === 'r1' ?
        [
          '  line.1 = -3 : −after {agent by fee | agent，依据 fee}',
          '  line.2 = -27 : −after {owner by end | owner，依据 end}',
        ]
      : [
          '  line.1 = -3 : before − after {agent by fee | agent，依据 fee}',
          '  line.2 = -27 : before − after {owner by end | owner，依据 end}',
        ],
    )
  })
  it('from what was refunded before', () => {
    expect(told(of, events, 'r2')).toEqual([
      'r2 = -30 JPY : Σ line [refund 2026-01-07 s1]',
      '  line.1 = -3 : before − after {agent by fee | agent，依据 fee}',
      '    after = 6 : base − first',
      '      base = 60 : before + event',
      '        before = 30 [before refund r2 2026-01-07]',
      '        event = 30 [refund r2 2026-01-07]',
      '      first = 54 : halfUp(rate × base, 0)',
      '        base -> line.1/after/base',
      '        rate = 90%',
      '    before = 3 : base − first',
      '      base -> line.1/after/base/before',
      '      first = 27 : halfUp(rate × base, 0)',
      '        base -> line.1/after/base/before',
      '        rate = 90%',
      '  line.2 = -27 : before − after {owner by end | owner，依据 end}',
      '    after -> line.1/after/first',
      '    before -> line.1/before/first',
    ])
  })
})
