import type { Step } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { agreement, end, fee } from '../small.js'
import { findings } from './told.js'

const adjust = (id = 'fee') =>
  fee({ id, slab: [{ upTo: 100, rate: '10%' }, { rate: '5%' }], breaks: 'adjust' })
const levy = { levy: { id: 'levy', to: 'agent', rate: '1%' } }
const reserve = { reserve: { id: 'kept', rate: '10%', over: 2, in: 'held' } }
const interest = {
  interest: { id: 'late', from: 'buyer', to: 'seller', rate: '10%', days: 'ACT/365' },
}
const faultsOf = (...flow: readonly Step[]) =>
  findings(agreement([...flow, end()])).filter((text) => text.startsWith('FoldBelow'))

describe('what flows on from a slab put right at the close', () => {
  it.each<readonly [string, readonly Step[]]>([
    ['nothing', []],
    ['a fee', [levy]],
    ['what sees no money', [interest]],
  ])('may reach %s', (_, below) => {
    expect(faultsOf(adjust(), ...below)).toEqual([])
  })

  it.each<readonly [string, readonly Step[]]>([
    ['at once', [reserve]],
    ['through a fee', [levy, reserve]],
    ['after what sees no money', [interest, reserve]],
    ['through a slab of its kind', [adjust('second')]],
  ])('reaches no fold: %s', (_, below) => {
    expect(faultsOf(adjust(), ...below)).toHaveLength(1)
  })

  it('a fold may stand above it', () => {
    expect(faultsOf(reserve, interest, adjust())).toEqual([])
  })

  it('reaches no fold through a share', () => {
    const flows = { both: [reserve, end()] }
    const found = findings(
      agreement([adjust(), { share: { id: 'two', of: { both: 1, other: 1 } } }], { flows }),
    )
    expect(found.filter((text) => text.startsWith('FoldBelow'))).toHaveLength(1)
  })
})
