/** Whole trees of advances and dividends, and what a party received. */
import { compile, orThrow } from 'data-dividend'
import { explain } from 'data-dividend/settlement'
import { left } from 'fp-ts/lib/Either.js'
import { describe, it, expect } from 'vitest'
import { settled } from './cases.js'
import { told } from './outline.js'
import { agreement, end, fee, other, refund, sale } from './small.js'

const day = '2026-01-05'

describe('an advance is told', () => {
  const of = agreement(
    [{ advance: { id: 'adv', from: 'label', to: 'both', amount: 5 } }, end({ both: 1 })],
    { flows: { both: [{ share: { id: 'halves', of: { p: 1, q: 1 } } }] } },
  )
  const events = [
    other('t1', day, 'transfer', 'adv', { amount: 1 }),
    other('t2', '2026-01-06', 'transfer', 'adv'),
    sale('s1', '2026-01-07', 7),
  ]
  it.each([['t1', 1] as const])('as the first of its parts: %s', (id) => {
    expect(told(of, events, id)).toEqual([
      't1 = 0 JPY : Σ line [transfer 2026-01-05 adv]',
      '  line.1 = -1 : −amount {label by adv | label，依据 adv}',
      '    amount = 1 [transfer t1 2026-01-05]',
      '  line.2 = 1 : after {p by adv/both/halves | p，依据 adv/both/halves}',
      '    after = 1 : halfUp(rate × base, 0)',
      '      base = 1 [transfer t1 2026-01-05]',
      '      rate = 50%',
    ])
  })
  it('as what was left of it', () => {
    expect(told(of, events, 't2')).toEqual([
      't2 = 0 JPY : Σ line [transfer 2026-01-06 adv]',
      '  line.1 = -4 : −amount {label by adv | label，依据 adv}',
      '    amount = 4 [transfer t2 2026-01-06]',
      '  line.2 = 2 : after − before {p by adv/both/halves | p，依据 adv/both/halves}',
      '    after = 3 : halfUp(rate × base, 0)',
      '      base = 5 : before + event',
      '        before = 1 [before transfer t2 2026-01-06]',
      '        event = 4 [transfer t2 2026-01-06]',
      '      rate = 50%',
      '    before = 1 : halfUp(rate × base, 0)',
      '      base -> line.2/after/base/before',
      '      rate = 50%',
      '  line.3 = 2 : after {q by adv/both/halves | q，依据 adv/both/halves}',
      '    after = 2 : base − first',
      '      base -> line.2/after/base',
      '      first -> line.2/after',
    ])
  })
  it('as recouped', () => {
    expect(told(of, events, 's1')).toEqual([
      's1 = 7 JPY : Σ line [sale 2026-01-07]',
      '  line.1 = 5 : after {label by adv | label，依据 adv}',
      '    after = 5 : floor(taken, 0) [adv]',
      '      base = 7 : before + Σ change [counter adv]',
      '        before = 0 [counter adv]',
      '        change.1 = 7 : after − before',
      '          after = 7 [sale s1 2026-01-07]',
      '          before = 0 [before sale s1 2026-01-07]',
      '      taken = 5',
      '  line.2 = 1 : after {p by end/both/halves | p，依据 end/both/halves}',
      '    after = 1 : halfUp(rate × base, 0)',
      '      base = 2 : base − first',
      '        base -> line.1/after/base',
      '        first -> line.1/after',
      '      rate = 50%',
      '  line.3 = 1 : after {q by end/both/halves | q，依据 end/both/halves}',
      '    after = 1 : base − first',
      '      base -> line.2/after/base',
      '      first -> line.2/after',
    ])
  })
})

describe('a dividend is told', () => {
  const of = agreement([end({ fund: 1 })], { pools: { fund: { units: { a: 1, b: 1 } } } })
  const declare = (more: object) => [
    sale('s1', day, 9),
    other('d1', '2026-01-06', 'declare', 'fund', more),
    sale('s2', '2026-01-07', 9),
    other('d2', '2026-01-08', 'declare', 'fund', { amount: 1 }),
  ]
  it('by the register, of all that the pool held', () => {
    expect(told(of, declare({}), 'd1')).toEqual([
      'd1 = 0 JPY : Σ line [declare 2026-01-06 fund]',
      '  line.1 = -9 : −amount {fund by fund | fund，依据 fund}',
      '    amount = 9 [declare d1 2026-01-06]',
      '  line.2 = 5 : after {a by fund | a，依据 fund}',
      '    after = 5 : halfUp(rate × base, 0)',
      '      base = 9 [declare d1 2026-01-06]',
      '      rate = 50%',
      '  line.3 = 4 : after {b by fund | b，依据 fund}',
      '    after = 4 : base − first',
      '      base -> line.2/after/base',
      '      first -> line.2/after',
    ])
  })
  it('by its own units', () => {
    expect(told(of, declare({ units: { a: '1/2', b: 1 }, amount: 3 }), 'd1')).toEqual([
      'd1 = 0 JPY : Σ line [declare 2026-01-06 fund]',
      '  line.1 = -3 : −amount {fund by fund | fund，依据 fund}',
      '    amount = 3 [declare d1 2026-01-06]',
      '  line.2 = 1 : after {a by fund | a，依据 fund}',
      '    after = 1 : base − first',
      '      base = 3 [declare d1 2026-01-06]',
      '      first = 2 : halfUp(rate × base, 0)',
      '        base -> line.2/after/base',
      '        rate = 2/3',
      '  line.3 = 2 : after {b by fund | b，依据 fund}',
      '    after -> line.2/after/first',
    ])
  })
  it('as so much a unit', () => {
    expect(told(of, declare({ units: { a: '1/2', b: 2 }, perUnit: '1.5' }), 'd1')).toEqual([
      'd1 = 0 JPY : Σ line [declare 2026-01-06 fund]',
      '  line.1 = -3 : −amount {fund by fund | fund，依据 fund}',
      '    amount = 3 [declare d1 2026-01-06]',
      '  line.2 = 3 : after {b by fund | b，依据 fund}',
      '    after = 3 [declare d1 2026-01-06]',
    ])
    const held = agreement([end({ fund: 1 })], { pools: { fund: { units: { a: '1/2', b: 2 } } } })
    expect(told(held, declare({ perUnit: 2 }), 'd1')).toEqual([
      'd1 = 0 JPY : Σ line [declare 2026-01-06 fund]',
      '  line.1 = -5 : −amount {fund by fund | fund，依据 fund}',
      '    amount = 5 [declare d1 2026-01-06]',
      '  line.2 = 1 : after {a by fund | a，依据 fund}',
      '    after = 1 : base − first',
      '      base = 5 [declare d1 2026-01-06]',
      '      first = 4 : halfUp(rate × base, 0)',
      '        base -> line.2/after/base',
      '        rate = 80%',
      '  line.3 = 4 : after {b by fund | b，依据 fund}',
      '    after -> line.2/after/first',
    ])
  })
  it('as it was when later ones are taken back', () => {
    expect(told(of, declare({ amount: 4 }), 's1')).toEqual([
      's1 = 9 JPY : Σ line [sale 2026-01-05]',
      '  line.1 = 9 : after {fund by end | fund，依据 end}',
      '    after = 9 : before + Σ change [counter end]',
      '      before = 0 [counter end]',
      '      change.1 = 9 : after − before',
      '        after = 9 [sale s1 2026-01-05]',
      '        before = 0 [before sale s1 2026-01-05]',
    ])
  })
})

describe('what a party received is told', () => {
  const of = agreement([fee({ rate: '10%', to: 'owner' }), end()])
  const events = [sale('s1', day, 100), refund('r1', '2026-01-06', 's1', 50)]

  it('by its lines', () => {
    expect(told(of, events, { party: 'owner' })).toEqual([
      'owner = 50 JPY : Σ line',
      '  line.1 = 10 [s1 2026-01-05 fee]',
      '  line.2 = 90 [s1 2026-01-05 end]',
      '  line.3 = -5 [r1 2026-01-06 fee]',
      '  line.4 = -45 [r1 2026-01-06 end]',
    ])
  })
  it('by those of one clause', () => {
    expect(told(of, events, { party: 'owner', path: 'fee' })).toEqual([
      'owner = 5 JPY : Σ line',
      '  line.1 = 10 [s1 2026-01-05 fee]',
      '  line.2 = -5 [r1 2026-01-06 fee]',
    ])
  })
  it.each([
    [{ party: 'stranger' }, 'stranger'],
    [{ party: 'owner', path: 'none' }, 'owner none'],
  ])('only where there is such a line: %o', (question, name) => {
    expect(explain(orThrow(compile(of)))(settled(of, events))(question)).toEqual(
      left({ _tag: 'NotInStatement', name }),
    )
  })
})
