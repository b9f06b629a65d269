import { describe, expect, it } from 'vitest'
import { agreement, other, refund, sale } from '../small.js'
import { findings, lines, tree } from './told.js'

const of = (weights: Readonly<Record<string, number>> = { a: 1, b: 1, c: 1 }) =>
  agreement([{ share: { id: 'rest', of: weights, by: 'carried' } }])
const told = (id: string, at: string, units: Readonly<Record<string, number>>) =>
  other(id, at, 'accrue', 'rest', { units })

describe('a share that carries its remainders', () => {
  const events = [
    sale('s1', '2026-01-01', 10),
    told('w1', '2026-01-02', { a: 2, b: 1 }),
    sale('s2', '2026-01-02', 10),
    sale('s3', '2026-01-02', 1),
    told('w2', '2026-01-03', { c: 1, b: 5, a: 3 }),
    sale('s4', '2026-01-03', 1),
    sale('s5', '2026-01-03', 7),
    told('w3', '2026-01-04', { a: 1, b: 1, c: 1 }),
    sale('s6', '2026-01-04', 1),
    sale('s7', '2026-01-04', 1),
    sale('s8', '2026-01-04', 1),
    refund('r1', '2026-01-05', 's1', 3),
  ]

  it('keeps debts when weights change; no weight gets nothing', () => {
    expect(lines(of(), events)).toEqual([
      's1 share rest a 4',
      's1 share rest b 3',
      's1 share rest c 3',
      's2 share rest a 6',
      's2 share rest b 4',
      's3 share rest a 1',
      's4 share rest b 1',
      's5 share rest a 3',
      's5 share rest b 3',
      's5 share rest c 1',
      's6 share rest c 1',
      's7 share rest b 1',
      's8 share rest b 1',
      'r1 share rest a -1',
      'r1 share rest b -1',
      'r1 share rest c -1',
    ])
  })

  it('one sale at agreed weights explains itself', () => {
    expect(tree(of(), events, 's1')).toEqual([
      's1 10 JPY = Σ line [sale 2026-01-01]',
      '  line.1 4 “a by rest | a，依据 rest” = after',
      '    after 4 = before + Σ change [counter rest#a]',
      '      before 0 [counter rest#a]',
      '      change.1 4 = after − before',
      '        after 4 = after − before [rest]',
      '          after 4 [weights 1:1:1, debts 0, 0, 0, of 10]',
      '          before 0 [of 0]',
      '        before 0',
      '  line.2 3 “b by rest | b，依据 rest” = after',
      '    after 3 = before + Σ change [counter rest#b]',
      '      before 0 [counter rest#b]',
      '      change.1 3 = after − before',
      '        after 3 = after − before [rest]',
      '          after 3 [weights 1:1:1, debts 0, 0, 0, of 10]',
      '          before 0 [of 0]',
      '        before 0',
      '  line.3 3 “c by rest | c，依据 rest” = after',
      '    after 3 = before + Σ change [counter rest#c]',
      '      before 0 [counter rest#c]',
      '      change.1 3 = after − before',
      '        after 3 = after − before [rest]',
      '          after 3 [weights 1:1:1, debts 0, 0, 0, of 10]',
      '          before 0 [of 0]',
      '        before 0',
    ])
  })
  it('a sale at weights told explains itself', () => {
    expect(tree(of(), events, 's3')).toEqual([
      's3 1 JPY = Σ line [sale 2026-01-02]',
      '  line.1 1 “a by rest | a，依据 rest” = after − before',
      '    after 11 = before + Σ change [counter rest#a]',
      '      before 10 [counter rest#a]',
      '      change.1 1 = after − before',
      '        after 1 = after − before [rest]',
      '          after 7 [weights 2:1:0, debts -666666666666, 333333333333, 333333333333, of 11]',
      '          before 6 [of 10]',
      '        before 0',
      '    before is line.1/after/before',
    ])
  })
  it('a sale at debts of two changes explains itself', () => {
    expect(tree(of(), events, 's5')).toEqual([
      's5 7 JPY = Σ line [sale 2026-01-03]',
      '  line.1 3 “a by rest | a，依据 rest” = after − before',
      '    after 14 = before + Σ change [counter rest#a]',
      '      before 11 [counter rest#a]',
      '      change.1 3 = after − before',
      '        after 3 = after − before [rest]',
      '          after 3 [weights 3:5:1, debts -333333333333, 0, 333333333333, of 8]',
      '          before 0 [of 1]',
      '        before 0',
      '    before is line.1/after/before',
      '  line.2 3 “b by rest | b，依据 rest” = after − before',
      '    after 11 = before + Σ change [counter rest#b]',
      '      before 8 [counter rest#b]',
      '      change.1 3 = after − before',
      '        after 3 = after − before [rest]',
      '          after 4 [weights 3:5:1, debts -333333333333, 0, 333333333333, of 8]',
      '          before 1 [of 1]',
      '        before 0',
      '    before is line.2/after/before',
      '  line.3 1 “c by rest | c，依据 rest” = after − before',
      '    after 4 = before + Σ change [counter rest#c]',
      '      before 3 [counter rest#c]',
      '      change.1 1 = after − before',
      '        after 1 = after − before [rest]',
      '          after 1 [weights 3:5:1, debts -333333333333, 0, 333333333333, of 8]',
      '          before 0 [of 1]',
      '        before 0',
      '    before is line.3/after/before',
    ])
  })

  it('a debt above what comes takes it all, one below nothing takes none', () => {
    const many = [1, 2, 3, 4].flatMap((n) => [
      sale(`s${String(n)}`, '2026-01-01', 1),
      told(
        `w${String(n)}`,
        '2026-01-01',
        n % 2 === 1 ? { a: 1, b: 9, c: 9 } : { a: 9, b: 1, c: 1 },
      ),
    ])
    expect(lines(of({ a: 9, b: 10, c: 1 }), many)).toEqual([
      's1 share rest b 1',
      's2 share rest a 1',
      's3 share rest c 1',
      's4 share rest b 1',
    ])
  })

  it('five who share at changing weights stay within one of what they are owed', () => {
    const weights = [
      { a: 5, b: 1, c: 2, d: 7, e: 3 },
      { a: 1, b: 4, c: 1, d: 1, e: 9 },
      { a: 2, b: 2, c: 8, d: 0, e: 1 },
    ]
    const story = Array.from({ length: 9 }, (_, n) => [
      sale(`s${String(n)}`, '2026-01-01', n % 2 === 0 ? 4 : 1),
      told(`w${String(n)}`, '2026-01-01', weights[n % 3] ?? {}),
    ]).flat()
    expect(lines(of({ a: 1, b: 1, c: 1, d: 1, e: 1 }), story)).toEqual([
      's0 share rest a 1',
      's0 share rest c 1',
      's0 share rest d 1',
      's0 share rest e 1',
      's1 share rest b 1',
      's2 share rest a 1',
      's2 share rest b 1',
      's2 share rest e 2',
      's3 share rest c 1',
      's4 share rest a 1',
      's4 share rest d 2',
      's4 share rest e 1',
      's5 share rest e 1',
      's6 share rest b 1',
      's6 share rest c 3',
      's7 share rest a 1',
      's8 share rest b 1',
      's8 share rest d 1',
      's8 share rest e 2',
    ])
    expect(tree(of({ a: 1, b: 1, c: 1, d: 1, e: 1 }), story, 's7')).toEqual([
      's7 1 JPY = Σ line [sale 2026-01-01]',
      '  line.1 1 “a by rest | a，依据 rest” = after − before',
      '    after 4 = before + Σ change [counter rest#a]',
      '      before 3 [counter rest#a]',
      '      change.1 1 = after − before',
      '        after 1 = after − before [rest]',
      '          after 1 [weights 5:1:2:7:3, debts 270619658120, 97008547008, -255021367522, 56944444445, -169551282051, of 1]',
      '          before 0 [of 0]',
      '        before 0',
      '    before is line.1/after/before',
    ])
  })

  it('an agreed weight of nothing gets nothing until told', () => {
    const events = [
      sale('s1', '2026-01-01', 3),
      told('w', '2026-01-01', { b: 1 }),
      sale('s2', '2026-01-01', 3),
    ]
    expect(lines(of({ a: 1, b: 0 }), events)).toEqual(['s1 share rest a 3', 's2 share rest b 3'])
  })

  it('what is written', () => {
    expect(findings(of({ 'x y': 1, a: 1 }))).toEqual([
      'NotAName flow/0/share/of/x y x y',
      'OrderCounts flow/0/share share',
    ])
    expect(findings(of())).toEqual(['OrderCounts flow/0/share share'])
  })
})
