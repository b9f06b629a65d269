import { compile, orThrow, type Agreement, type EventRecord } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { settled, tableOf } from './cases.js'

const reserve = (rate: string) => ({
  reserve: { id: 'returns', rate, over: 2, in: 'returnsHeld' },
})
const end = { share: { id: 'rest', of: { author: 1 } } }

const events: readonly EventRecord[] = [
  { id: 's1', at: '2026-01-10', kind: 'sale', amount: '100.00' },
  { id: 'c1', at: '2026-02-01', kind: 'close', of: '2026-01' },
  { id: 's2', at: '2026-02-10', kind: 'sale', amount: '100.00' },
  { id: 'c2', at: '2026-03-01', kind: 'close', of: '2026-02' },
  { id: 'c3', at: '2026-04-01', kind: 'close', of: '2026-03' },
]

const amended = (carry: readonly string[]): Agreement => ({
  agreement: 'reserve',
  currency: 'CNY',
  flow: [reserve('20%'), end],
  amendments: [{ from: '2026-02-01', carry, flow: [reserve('10%'), end] }],
})

describe('folds over an amendment', () => {
  it('a fold that is carried goes on with its numbers, under the new terms', () => {
    const agreement = amended(['returns'])
    const [first, second] = orThrow(compile(agreement)).versions.map(({ flow }) =>
      flow.ops.flatMap((op) => (op.op === 'fold' ? [op.key] : [])),
    )
    expect(second).toEqual(first)
    expect(tableOf(agreement, settled(agreement, events).lines)).toEqual({
      s1: { author: '80.00', returnsHeld: '20.00' },
      s2: { author: '90.00', returnsHeld: '10.00' },
      c2: { author: '10.00', returnsHeld: '-10.00' },
      c3: { author: '15.00', returnsHeld: '-15.00' },
    })
  })

  it('without carry each version hears by itself', () => {
    const agreement = amended([])
    expect(tableOf(agreement, settled(agreement, events).lines)).toEqual({
      s1: { author: '80.00', returnsHeld: '20.00' },
      s2: { author: '90.00', returnsHeld: '10.00' },
      c2: { author: '10.00', returnsHeld: '-10.00' },
      c3: { author: '15.00', returnsHeld: '-15.00' },
    })
  })
})
