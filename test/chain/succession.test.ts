import { isLeft } from 'fp-ts/lib/Either.js'
import { orThrow, parseDate } from 'data-dividend'
import { successionOf, type Belonging, type Succession } from 'data-dividend/chain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'
import { belongingLists } from './arbitrary.js'

const day = (text: string) => orThrow(parseDate(text))

describe('vectors', () => {
  it('a company is split: the licence and its duty go together, the balance by weights', () => {
    const belongings: readonly Belonging[] = [
      { id: 'licence', holder: 'old', side: 'right' },
      { id: 'report', holder: 'old', side: 'duty', with: 'licence' },
      { id: 'balance', holder: 'old', side: 'right', divisible: true },
      { id: 'lease', holder: 'other', side: 'duty' },
    ]
    const split: Succession = {
      kind: 'split',
      at: day('2026-07-01'),
      of: ['old'],
      to: [
        { party: 'north', weight: 2n },
        { party: 'south', weight: 1n },
        { party: 'shell', weight: 0n },
      ],
      takes: { licence: 'south' },
    }
    expect(successionOf(split)(belongings)).toEqual({
      _tag: 'Right',
      right: [
        { id: 'licence', from: 'old', to: 'south', weight: 1n, whole: 1n },
        { id: 'report', from: 'old', to: 'south', weight: 1n, whole: 1n },
        { id: 'balance', from: 'old', to: 'north', weight: 2n, whole: 3n },
        { id: 'balance', from: 'old', to: 'south', weight: 1n, whole: 3n },
      ],
    })
  })

  it('an assignment moves what it names, with the duties bound to it, and nothing else', () => {
    const belongings: readonly Belonging[] = [
      { id: 'maps', holder: 'a', side: 'right' },
      { id: 'upkeep', holder: 'a', side: 'duty', with: 'maps' },
      { id: 'roads', holder: 'a', side: 'right' },
      { id: 'debt', holder: 'a', side: 'duty' },
    ]
    const assignment: Succession = {
      kind: 'assignment',
      at: day('2026-07-01'),
      of: ['a'],
      to: [{ party: 'b', weight: 1n }],
      takes: { maps: 'b' },
    }
    expect(orThrow(successionOf(assignment)(belongings)).map(({ id, to }) => [id, to])).toEqual([
      ['maps', 'b'],
      ['upkeep', 'b'],
    ])
  })
})

describe('laws', () => {
  it('over all successors, rights and duties are those there were: none twice, none lost', () => {
    const weights = fc.array(fc.bigInt(0n, 3n), { minLength: 1, maxLength: 3 })
    holds(
      fc.property(belongingLists, weights, fc.infiniteStream(fc.nat(2)), (list, parts, choice) => {
        const to = parts.map((weight, index) => ({ party: `n${index}`, weight }))
        const takes = Object.fromEntries(
          list
            .filter((one) => one.holder === 'a' && one.with === undefined && one.divisible !== true)
            .map(({ id }) => [id, `n${(choice.next().value ?? 0) % to.length}`]),
        )
        const split: Succession = { kind: 'split', at: day('2026-07-01'), of: ['a'], to, takes }
        const taken = successionOf(split)(list)
        const divides = list.some((one) => one.holder === 'a' && one.divisible === true)
        if (isLeft(taken)) return divides && parts.every((weight) => weight === 0n)
        return list.every((one) => {
          const mine = taken.right.filter(({ id }) => id === one.id)
          const whole = mine.reduce((sum, { weight }) => sum + weight, 0n)
          const withRight = taken.right.filter(({ id }) => id === one.with)
          const sameTakers =
            one.with === undefined ||
            JSON.stringify(mine.map(({ to: party }) => party)) ===
              JSON.stringify(withRight.map(({ to: party }) => party))
          return one.holder === 'a' ?
              mine.length > 0 && mine.every((part) => part.whole === whole) && sameTakers
            : mine.length === 0
        })
      }),
    )
  })
})

describe('edges', () => {
  it('two parties merge into one of them', () => {
    const merger: Succession = {
      kind: 'merger',
      at: day('2026-07-01'),
      of: ['a', 'b'],
      to: [{ party: 'b', weight: 1n }],
    }
    const list: readonly Belonging[] = [
      { id: 'x', holder: 'a', side: 'right' },
      { id: 'y', holder: 'b', side: 'duty' },
    ]
    expect(orThrow(successionOf(merger)(list)).map(({ to }) => to)).toEqual(['b', 'b'])
  })
})
