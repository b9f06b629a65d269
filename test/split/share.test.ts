import { readFileSync } from 'node:fs'
import { orThrow, share } from 'data-dividend'
import {
  conserves,
  equalWeightsWithinOne,
  exactAtWhole,
  monotone,
  nearExact,
  weightLists,
} from 'data-dividend/laws'
import fc from 'fast-check'
import { left } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { cutsOf } from '../../src/split/share.js'
import { holds } from '../runs.js'
import { rules, tree, whole } from './rules.js'

interface Vector {
  readonly method?: string
  readonly source?: string
  readonly weights: readonly string[]
  readonly named?: number
  readonly cases: readonly { readonly total: string; readonly parts: readonly string[] }[]
}

interface Deviation {
  readonly weights: readonly number[]
  readonly worst: Readonly<Record<string, string>>
}

const vectorsIn = (name: string): unknown =>
  (JSON.parse(readFileSync(`test/vectors/split/${name}.json`, 'utf8')) as { vectors: unknown })
    .vectors

describe('vectors', () => {
  it('the grouped form of the tree, 120 lists at five totals', () => {
    const vectors = vectorsIn('tree') as readonly Vector[]
    expect(vectors.length).toBe(120)
    for (const { weights, cases } of vectors) {
      for (const { total, parts } of cases) {
        expect(tree(whole(weights))(BigInt(total)), `${weights.join()} at ${total}`).toEqual(
          whole(parts),
        )
      }
    }
  })

  it.each(vectorsIn('methods') as readonly Vector[])(
    '$method: $source',
    ({ method, weights, cases }) => {
      for (const { total, parts } of cases) {
        expect(rules[method ?? '']?.(whole(weights))(BigInt(total)), total).toEqual(whole(parts))
      }
    },
  )

  const deviations = vectorsIn('deviations') as readonly Deviation[]

  it.each(deviations)('worst deviation of $worst', ({ weights, worst }) => {
    const sum = weights.reduce((a, b) => a + b)
    for (const [method, wanted] of Object.entries(worst)) {
      const rule = rules[method]?.(weights.map(BigInt))
      const found = Math.max(
        ...Array.from({ length: sum }, (_, total) =>
          (rule?.(BigInt(total)) ?? []).map((part, index) =>
            Math.abs(Number(part) - (total * (weights[index] ?? 0)) / sum),
          ),
        ).flat(),
      )
      const places = wanted.split('.')[1]?.length ?? 0
      expect(Math.abs(found - Number(wanted)), method).toBeLessThan(10 ** -places)
    }
  })

  it('ten thousand units one by one at 50/30/20', () => {
    const split = tree([50n, 30n, 20n])
    const paid = [0n, 0n, 0n]
    let before = split(0n)
    for (let total = 1n; total <= 10_000n; total += 1n) {
      const after = split(total)
      after.forEach(
        (part, index) => (paid[index] = (paid[index] ?? 0n) + part - (before[index] ?? 0n)),
      )
      before = after
    }
    expect(paid).toEqual([5_000n, 3_000n, 2_000n])
  })
})

describe('laws', () => {
  it('conserves', () => {
    holds(conserves(weightLists, tree), 500)
  })
  it('monotone', () => {
    holds(monotone(weightLists, tree), 500)
  })
  it('exact at multiples of the weights', () => {
    holds(exactAtWhole(weightLists, tree), 500)
  })
  it('equal weights within one', () => {
    holds(equalWeightsWithinOne(weightLists, tree), 500)
  })
  it('less than two units from the exact share', () => {
    holds(nearExact(2n)(weightLists, tree), 500)
  })

  it('a common factor of the weights changes nothing', () => {
    holds(
      fc.property(weightLists, fc.bigInt(1n, 99n), fc.bigInt(0n, 999n), (list, factor, total) => {
        const larger = list.map((weight) => weight * factor)
        expect(tree(larger)(total)).toEqual(tree(list)(total))
      }),
    )
  })

  it('parties of weight 0 change nothing for the others', () => {
    holds(
      fc.property(weightLists, fc.bigInt(0n, 999n), (list, total) => {
        const withZeros = list.flatMap((weight) => [0n, weight])
        const parts = tree(withZeros)(total)
        expect(parts.filter((_, index) => index % 2 === 1)).toEqual(tree(list)(total))
        expect(parts.filter((_, index) => index % 2 === 0).every((part) => part === 0n)).toBe(true)
      }),
    )
  })
})

describe('edges', () => {
  it('one party takes all', () => {
    expect(tree([7n])(5n)).toEqual([5n])
  })
  it('a weight of zero receives nothing for ever', () => {
    expect(tree([0n, 1n, 0n])(10n ** 20n)).toEqual([0n, 10n ** 20n, 0n])
  })
  it('nothing is split into nothings', () => {
    expect(tree([3n, 2n])(0n)).toEqual([0n, 0n])
  })
  it('on a tie of totals the item declared first comes first', () => {
    expect(tree([4n, 2n, 2n])(1n)).toEqual([1n, 0n, 0n])
    expect(tree([2n, 2n, 4n])(1n)).toEqual([1n, 0n, 0n])
  })
  it('on a tie of borders the larger group comes first', () => {
    expect(orThrow(cutsOf([5n, 4n, 1n])).cuts[0]).toMatchObject({ weight: 5n, whole: 10n })
    expect(orThrow(cutsOf([4n, 3n, 2n])).cuts[0]).toMatchObject({ weight: 4n, whole: 9n })
    expect(orThrow(cutsOf([3n, 2n, 1n, 4n])).cuts[0]).toMatchObject({ weight: 4n, whole: 10n })
    expect(orThrow(cutsOf([6n, 4n, 5n, 1n])).cuts[0]).toMatchObject({ weight: 6n, whole: 16n })
    expect(orThrow(cutsOf([5n, 3n, 2n, 1n, 1n])).cuts[0]).toMatchObject({ weight: 5n, whole: 12n })
  })
  it('n parties need n − 1 cuts', () => {
    expect(orThrow(cutsOf([5n, 0n, 3n, 3n, 1n, 1n])).cuts.length).toBe(4)
  })
  it('a negative weight is refused with its place', () => {
    expect(share([1n, -1n, -2n])(1n)).toEqual(left({ _tag: 'NegativeWeight', index: 1 }))
  })
  it('weights of zero alone are refused', () => {
    expect(share([0n, 0n])(1n)).toEqual(left({ _tag: 'WeightsSumToZero', parties: 2 }))
    expect(share([])(1n)).toEqual(left({ _tag: 'WeightsSumToZero', parties: 0 }))
  })
  it('a negative total is refused', () => {
    expect(share([1n])(-1n)).toEqual(left({ _tag: 'NegativeTotal', total: -1n }))
  })
})
