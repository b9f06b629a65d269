/** Whole trees of clauses that look at time. */
import type { Steps } from 'data-dividend'
import { describe, it, expect } from 'vitest'
import { told } from './outline.js'
import { agreement, end, other, sale } from './small.js'

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
  it('as a part held back and released', () => {
    const of = timed(reserve)
    const events = [sale('s1', day, 100), sale('s2', '2026-01-06', 50), january, february]
    expect(told(of, events, 's2')).toEqual([
      's2 = 50.00 CNY : Σ line [sale 2026-01-06]',
      '  line.1 = 5.00 : after {kept by back | kept，依据 back}',
      '    after = 5.00 : halfUp(rate × (came + amount), 2) − halfUp(rate × (came), 2) [back]',
      '      amount = 50.00 : after − before',
      '        after = 50.00 [sale s2 2026-01-06]',
      '        before = 0.00 [before sale s2 2026-01-06]',
      '      rate = 10%',
      '      came = 100.00 [in 2026-01]',
      '  line.2 = 45.00 : after − before {owner by end | owner，依据 end}',
      '    after = 135.00 : before + Σ change [counter back#rest]',
      '      before = 90.00 [counter back#rest]',
      '      change.1 = 45.00 : after − before',
      `        after = 45.00 : amount − (${reserved}) [back]`,
      '          amount = 50.00 : after − before',
      '            after -> line.1/after/amount/after',
      '            before -> line.1/after/amount/before',
      '          rate = 10%',
      '          came = 100.00 [in 2026-01]',
      '        before = 0.00',
      '    before -> line.2/after/before',
    ])
    expect(told(of, events, 'c2026-02')).toEqual([
      'c2026-02 = 0.00 CNY : Σ line [close 2026-03-01 2026-02]',
      '  line.1 = -15.00 : after {kept by back | kept，依据 back}',
      '    after = -15.00 : −Σ part [back]',
      `      part.1 = 15.00 : ${released}`,
      '        held = 15.00',
      '        before = 0',
      '        parts = 1',
      '  line.2 = 15.00 : after − before {owner by end | owner，依据 end}',
      '    after = 150.00 : before + Σ change [counter back#rest]',
      '      before = 135.00 [counter back#rest]',
      '      change.1 = 15.00 : after − before',
      '        after = 15.00 : Σ part [back]',
      `          part.1 = 15.00 : ${released}`,
      '            held = 15.00',
      '            before = 0',
      '            parts = 1',
      '        before = 0.00',
      '    before -> line.2/after/before',
    ])
  })
  it('as what another that stands above it releases', () => {
    const of = timed(reserve, permitted)
    expect(told(of, [sale('s1', day, 200), january, february], 'c2026-02')).toEqual([
      'c2026-02 = 0.00 CNY : Σ line [close 2026-03-01 2026-02]',
      '  line.1 = -20.00 : after {kept by back | kept，依据 back}',
      '    after = -20.00 : −Σ part [back]',
      `      part.1 = 20.00 : ${released}`,
      '        held = 20.00',
      '        before = 0',
      '        parts = 1',
      '  line.2 = 20.00 : after − before {owner by end | owner，依据 end}',
      '    after = 70.00 : before + Σ change [counter allowed#rest]',
      '      before = 50.00 [counter allowed#rest]',
      '      change.1 = 20.00 : after − before',
      '        after = 20.00 : min(came + amount, permitted) − min(came, permitted) [allowed]',
      '          amount = 20.00 : after − before',
      '            after = 200.00 : before + Σ change [counter back#rest]',
      '              before = 180.00 [counter back#rest]',
      '              change.1 = 20.00 : after − before',
      '                after = 20.00 : Σ part [back]',
      `                  part.1 = 20.00 : ${released}`,
      '                    held = 20.00',
      '                    before = 0',
      '                    parts = 1',
      '                before = 0.00',
      '            before -> line.2/after/change.1/after/amount/after/before',
      '          came = 0.00 [in 2026-03]',
      '          permitted = 50.00 [2026-03]',
      '        before = 0.00',
      '    before -> line.2/after/before',
    ])
  })
  it('as a return and its capital', () => {
    const of = timed({
      preferred: {
        id: 'first',
        to: 'lp',
        capital: 100,
        since: '2025-01-05',
        rate: '8%',
        days: 'ACT/365',
      },
    })
    expect(told(of, [sale('s1', day, 50), sale('s2', day, 70)], 's2')).toEqual([
      's2 = 70.00 CNY : Σ line [sale 2026-01-05]',
      '  line.1 = 58.00 : after − before {lp by first | lp，依据 first}',
      '    after = 108.00 : before + Σ change [counter first#to]',
      '      before = 50.00 [counter first#to]',
      '      change.1 = 58.00 : after − before',
      '        after = 58.00 : min(amount, due + capital) [first]',
      '          amount = 70.00 : after − before',
      '            after = 70.00 [sale s2 2026-01-05]',
      '            before = 0.00 [before sale s2 2026-01-05]',
      '          due = 0.00 : halfUp(accrued, 2) − paid',
      '            accrued = 8 : before [ACT/365 to 2026-01-05]',
      '              before = 8',
      '            paid = 8.00',
      '          capital = 58.00 : agreed − repaid',
      '            agreed = 100.00',
      '            repaid = 42.00',
      '        before = 0.00',
      '    before -> line.1/after/before',
      '  line.2 = 12.00 : after {owner by end | owner，依据 end}',
      '    after = 12.00 : before + Σ change [counter first#rest]',
      '      before = 0.00 [counter first#rest]',
      '      change.1 = 12.00 : after − before',
      '        after = 12.00 : max(amount − (due + capital), 0) [first]',
      '          amount = 70.00 : after − before',
      '            after -> line.1/after/change.1/after/amount/after',
      '            before -> line.1/after/change.1/after/amount/before',
      '          due = 0.00 : halfUp(accrued, 2) − paid',
      '            accrued = 8 : before [ACT/365 to 2026-01-05]',
      '              before = 8',
      '            paid = 8.00',
      '          capital = 58.00 : agreed − repaid',
      '            agreed = 100.00',
      '            repaid = 42.00',
      '        before = 0.00',
    ])
  })
  it('as the rate of a metric', () => {
    const tiers = [{ upTo: 50, rate: '10%' }, { rate: '20%' }]
    const of = timed({ ratchet: { id: 'step', to: 'author', of: 'users', tiers } })
    const users = other('m1', day, 'accrue', 'users', { value: 51 })
    expect(told(of, [users, sale('s1', day, 10)], 's1')).toEqual([
      's1 = 10.00 CNY : Σ line [sale 2026-01-05]',
      '  line.1 = 2.00 : after {author by step | author，依据 step}',
      '    after = 2.00 : before + Σ change [counter step#to]',
      '      before = 0.00 [counter step#to]',
      '      change.1 = 2.00 : after − before',
      '        after = 2.00 : halfUp(owed + rate × amount, 2) − given [step]',
      '          amount = 10.00 : after − before',
      '            after = 10.00 [sale s1 2026-01-05]',
      '            before = 0.00 [before sale s1 2026-01-05]',
      '          owed = 0',
      '          rate = 20% [users]',
      '          given = 0.00',
      '        before = 0.00',
      '  line.2 = 8.00 : after {owner by end | owner，依据 end}',
      '    after = 8.00 : before + Σ change [counter step#rest]',
      '      before = 0.00 [counter step#rest]',
      '      change.1 = 8.00 : after − before',
      '        after = 8.00 : amount − (halfUp(owed + rate × amount, 2) − given) [step]',
      '          amount = 10.00 : after − before',
      '            after -> line.1/after/change.1/after/amount/after',
      '            before -> line.1/after/change.1/after/amount/before',
      '          owed = 0',
      '          rate = 20% [users]',
      '          given = 0.00',
      '        before = 0.00',
    ])
  })
  it('as a slab put right at the close', () => {
    const slab = [{ upTo: 100, rate: '10%' }, { rate: '20%' }]
    const of = timed({
      commission: { id: 'fee', to: 'agent', slab, breaks: 'adjust', on: 'period' },
    })
    const events = [sale('s1', day, 80), sale('s2', day, 21), january]
    expect(told(of, events, 's2')).toEqual([
      's2 = 21.00 CNY : Σ line [sale 2026-01-05]',
      '  line.1 = 3.00 : after − before {agent by fee | agent，依据 fee}',
      '    after = 11.00 : before + Σ change [counter fee#to]',
      '      before = 8.00 [counter fee#to]',
      '      change.1 = 3.00 : after − before',
      '        after = 3.00 : after − before [fee]',
      '          amount = 21.00 : after − before',
      '            after = 21.00 [sale s2 2026-01-05]',
      '            before = 0.00 [before sale s2 2026-01-05]',
      '          after = 11.00 [envelope]',
      '          before = 8.00 [envelope]',
      '        before = 0.00',
      '    before -> line.1/after/before',
      '  line.2 = 18.00 : after − before {owner by end | owner，依据 end}',
      '    after = 90.00 : before + Σ change [counter fee#rest]',
      '      before = 72.00 [counter fee#rest]',
      '      change.1 = 18.00 : after − before',
      '        after = 18.00 : amount − (after − before) [fee]',
      '          amount = 21.00 : after − before',
      '            after -> line.1/after/change.1/after/amount/after',
      '            before -> line.1/after/change.1/after/amount/before',
      '          after = 11.00 [envelope]',
      '          before = 8.00 [envelope]',
      '        before = 0.00',
      '    before -> line.2/after/before',
    ])
    expect(told(of, events, 'c2026-01')).toEqual([
      'c2026-01 = 0.00 CNY : Σ line [close 2026-02-01 2026-01]',
      '  line.1 = 9.20 : after − before {agent by fee | agent，依据 fee}',
      '    after = 20.20 : before + Σ change [counter fee#to]',
      '      before = 11.00 [counter fee#to]',
      '      change.1 = 9.20 : after − before',
      '        after = 9.20 : slab − given [fee]',
      '          slab = 20.20 [of 101.00]',
      '          given = 11.00 [envelope, closes before]',
      '        before = 0.00',
      '    before -> line.1/after/before',
      '  line.2 = -9.20 : after − before {owner by end | owner，依据 end}',
      '    after = 80.80 : before + Σ change [counter fee#rest]',
      '      before = 90.00 [counter fee#rest]',
      '      change.1 = -9.20 : after − before',
      '        after = -9.20 : given − slab [fee]',
      '          slab = 20.20 [of 101.00]',
      '          given = 11.00 [envelope, closes before]',
      '        before = 0.00',
      '    before -> line.2/after/before',
    ])
  })
})
