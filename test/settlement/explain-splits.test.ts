/** Whole trees of shares and conditions. */
import { describe, it, expect } from 'vitest'
import { told } from './outline.js'
import { agreement, end, fee, sale } from './small.js'

const day = '2026-01-05'
const original = { refunds: 'original' } as const

describe('a share is told', () => {
  it.each(['webster', 'dhondt'] as const)('by the method of %s', (by) => {
    const of = agreement([{ share: { id: 'end', of: { a: 2, b: 1 }, by } }], { currency: 'CNY' })
    const tree = told(of, [{ ...sale('s1', day, 0), amount: '0.10' }], 's1')
    expect(tree).toEqual([
      's1 = 0.10 CNY : Σ line [sale 2026-01-05]',
      '  line.1 = 0.07 : after {a by end | a，依据 end}',
      `    after = 0.07 : ${by}(1, 2, base, weight.1, weight.2)`,
      '      base = 0.10 : before + Σ change [counter end]',
      '        before = 0.00 [counter end]',
      '        change.1 = 0.10 : after − before',
      '          after = 0.10 [sale s1 2026-01-05]',
      '          before = 0.00 [before sale s1 2026-01-05]',
      '      weight.1 = 2',
      '      weight.2 = 1',
      '  line.2 = 0.03 : after {b by end | b，依据 end}',
      `    after = 0.03 : ${by}(2, 2, base, weight.1, weight.2)`,
      '      base -> line.1/after/base',
      '      weight.1 = 2',
      '      weight.2 = 1',
    ])
  })
  it('by largest remainders of one sale', () => {
    const share = { id: 'end', of: { a: 2, b: 1 }, by: 'largest', on: 'event' } as const
    expect(told(agreement([{ share }], original), [sale('s1', day, 10)], 's1')).toEqual([
      's1 = 10 JPY : Σ line [sale 2026-01-05]',
      '  line.1 = 7 : after {a by end | a，依据 end}',
      '    after = 7 : largest(1, 0, base, weight.1, weight.2)',
      '      base = 10 [sale s1 2026-01-05]',
      '      weight.1 = 2',
      '      weight.2 = 1',
      '  line.2 = 3 : after {b by end | b，依据 end}',
      '    after = 3 : largest(2, 0, base, weight.1, weight.2)',
      '      base -> line.1/after/base',
      '      weight.1 = 2',
      '      weight.2 = 1',
    ])
  })
  it('by its tree', () => {
    expect(told(agreement([end({ a: 2, b: 1 })]), [sale('s1', day, 10)], 's1')).toEqual([
      's1 = 10 JPY : Σ line [sale 2026-01-05]',
      '  line.1 = 7 : after {a by end | a，依据 end}',
      '    after = 7 : halfUp(rate × base, 0)',
      '      base = 10 : before + Σ change [counter end]',
      '        before = 0 [counter end]',
      '        change.1 = 10 : after − before',
      '          after = 10 [sale s1 2026-01-05]',
      '          before = 0 [before sale s1 2026-01-05]',
      '      rate = 2/3',
      '  line.2 = 3 : after {b by end | b，依据 end}',
      '    after = 3 : base − first',
      '      base -> line.1/after/base',
      '      first -> line.1/after',
    ])
  })
})

describe('a condition is told', () => {
  const test = { use: ['x', 'y'], amount: { upTo: 10 }, size: { above: '1/2' } }
  const shares = [{ share: { id: 'in', of: { a: 1 } } }]
  const of = agreement([{ when: { id: 'w', test, then: shares } }, end()])
  const one = sale('s1', day, 10, { use: 'y', size: 3 })

  it('by all of its tests', () => {
    expect(told(of, [one], 's1')).toEqual([
      's1 = 10 JPY : Σ line [sale 2026-01-05]',
      '  line.1 = 10 : after {a by w/then/in | a，依据 w/then/in}',
      '    after = 10 : before + Σ change [counter w/then/in]',
      '      before = 0 [counter w/then/in]',
      '      change.1 = 10 : after − before',
      '        after = 10 : base [use = x | y, amount ≤ 10, size > 0.5]',
      '          base = 10 [sale s1 2026-01-05]',
      '        before = 0',
    ])
  })
  it('as not passed', () => {
    expect(told(of, [{ ...one, amount: 11 }], 's1')).toEqual([
      's1 = 11 JPY : Σ line [sale 2026-01-05]',
      '  line.1 = 11 : after {owner by end | owner，依据 end}',
      '    after = 11 : before + Σ change [counter end]',
      '      before = 0 [counter end]',
      '      change.1 = 11 : after − before',
      '        after = 11 : base [not: use = x | y, amount ≤ 10, size > 0.5]',
      '          base = 11 [sale s1 2026-01-05]',
      '        before = 0',
    ])
  })
  it('as the sum of what comes back from it', () => {
    const then = [fee({ rate: '10%', on: 'event' })]
    const last = { share: { id: 'end', of: { a: 2, b: 1 }, by: 'largest', on: 'event' } } as const
    const back = agreement([{ when: { id: 'w', test: { use: 'x' }, then } }, last], original)
    expect(told(back, [sale('s1', day, 10, { use: 'x' })], 's1')).toEqual([
      's1 = 10 JPY : Σ line [sale 2026-01-05]',
      '  line.1 = 1 : after {agent by w/then/fee | agent，依据 w/then/fee}',
      '    after = 1 : halfUp(rate × base, 0) [w/then/fee]',
      '      base = 10 : base [use = x]',
      '        base = 10 [sale s1 2026-01-05]',
      '      rate = 10%',
      '  line.2 = 6 : after {a by end | a，依据 end}',
      '    after = 6 : largest(1, 0, base, weight.1, weight.2)',
      '      base = 9 : Σ part',
      '        part.1 = 9 : base − first',
      '          base -> line.1/after/base',
      '          first -> line.1/after',
      '        part.2 = 0',
      '      weight.1 = 2',
      '      weight.2 = 1',
      '  line.3 = 3 : after {b by end | b，依据 end}',
      '    after = 3 : largest(2, 0, base, weight.1, weight.2)',
      '      base -> line.2/after/base',
      '      weight.1 = 2',
      '      weight.2 = 1',
    ])
  })
  it('by the date of the sale', () => {
    const dated = agreement([
      { when: { id: 'w', test: { at: { upTo: '2026-01-31' } }, then: shares } },
      { when: { id: 'v', test: { at: { above: '2026-02-28' } }, then: [end({ b: 1 })] } },
      { share: { id: 'last', of: { c: 1 } } },
    ])
    expect(told(dated, [sale('s1', '2026-03-01', 10)], 's1')).toEqual([
      's1 = 10 JPY : Σ line [sale 2026-03-01]',
      '  line.1 = 10 : after {b by v/then/end | b，依据 v/then/end}',
      '    after = 10 : before + Σ change [counter v/then/end]',
      '      before = 0 [counter v/then/end]',
      '      change.1 = 10 : after − before',
      '        after = 10 : base [at > 2026-02-28]',
      '          base = 10 : base [not: at ≤ 2026-01-31]',
      '            base = 10 [sale s1 2026-03-01]',
      '        before = 0',
    ])
    expect(told(dated, [sale('s1', '2026-01-31', 10)], 's1')).toEqual([
      's1 = 10 JPY : Σ line [sale 2026-01-31]',
      '  line.1 = 10 : after {a by w/then/in | a，依据 w/then/in}',
      '    after = 10 : before + Σ change [counter w/then/in]',
      '      before = 0 [counter w/then/in]',
      '      change.1 = 10 : after − before',
      '        after = 10 : base [at ≤ 2026-01-31]',
      '          base = 10 [sale s1 2026-01-31]',
      '        before = 0',
    ])
  })
})
