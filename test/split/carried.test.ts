import { orThrow, share, shareCarried } from 'data-dividend'
import fc from 'fast-check'
import { left } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'

const unit = 10n ** 12n

const sum = (list: readonly bigint[]): bigint => list.reduce((a, b) => a + b, 0n)

/** A register that changes with every amount. */
const changes = fc.integer({ min: 1, max: 6 }).chain((parties) =>
  fc.array(
    fc.tuple(
      fc
        .array(fc.bigInt(0n, 9n), { minLength: parties, maxLength: parties })
        .filter((weights) => weights.some((weight) => weight > 0n)),
      fc.bigInt(0n, 12n),
    ),
    { minLength: 1, maxLength: 30 },
  ),
)

/** Each unit to the party owed most, ties in order. */
const oneByOne = (owed: readonly bigint[], total: bigint): readonly bigint[] => {
  const [debts, parts] = [[...owed], owed.map(() => 0n)]
  for (let paid = 0n; paid < total; paid += 1n) {
    const best = debts.indexOf(debts.reduce((a, b) => (b > a ? b : a)))
    debts[best] = (debts[best] ?? 0n) - unit
    parts[best] = (parts[best] ?? 0n) + 1n
  }
  return parts
}

describe('laws', () => {
  it('pays unit after unit to the party owed most, conserves, and keeps debts that sum to 0', () => {
    holds(
      fc.property(changes, (amounts) => {
        let debts: readonly bigint[] = (amounts[0]?.[0] ?? []).map(() => 0n)
        for (const [weights, total] of amounts) {
          const added = orThrow(share(weights)(total * unit))
          const owed = debts.map((debt, index) => debt + (added[index] ?? 0n))
          const done = orThrow(shareCarried(debts)(weights)(total))
          expect(done.parts).toEqual(oneByOne(owed, total))
          expect(sum(done.parts)).toBe(total)
          expect(sum(done.debts)).toBe(0n)
          expect(done.debts).toEqual(
            owed.map((debt, index) => debt - unit * (done.parts[index] ?? 0n)),
          )
          debts = done.debts
        }
      }),
    )
  })
})

describe('edges', () => {
  it('weights that change at every sale drift by less than a unit', () => {
    let debts: readonly bigint[] = [0n, 0n, 0n]
    for (let sale = 0n; sale < 300n; sale += 1n) {
      debts = orThrow(shareCarried(debts)([1n + (sale % 7n), 3n, 1n + (sale % 3n)])(1n)).debts
      for (const debt of debts) expect(debt < unit && debt > -unit).toBe(true)
    }
  })
  it('parties in debit wait until they are owed again', () => {
    const owed = [unit / 2n, unit / 2n, -unit]
    expect(orThrow(shareCarried(owed)([1n, 1n, 1n])(2n)).parts).toEqual([1n, 1n, 0n])
  })
  it('ties go to the party declared first', () => {
    expect(orThrow(shareCarried([0n, 0n])([1n, 1n])(1n)).parts).toEqual([1n, 0n])
    expect(orThrow(shareCarried([0n, 0n])([1n, 1n])(3n)).parts).toEqual([2n, 1n])
  })
  it('nothing changes no debt', () => {
    expect(orThrow(shareCarried([5n, -5n])([1n, 1n])(0n))).toEqual({
      parts: [0n, 0n],
      debts: [5n, -5n],
    })
  })
  it('one debt a weight is wanted', () => {
    expect(shareCarried([0n])([1n, 1n])(1n)).toEqual(
      left({ _tag: 'PartiesDiffer', debts: 1, weights: 2 }),
    )
  })
  it('sound weights are wanted', () => {
    expect(shareCarried([0n])([0n])(1n)).toEqual(left({ _tag: 'WeightsSumToZero', parties: 1 }))
    expect(shareCarried([0n])([1n])(-1n)).toEqual(left({ _tag: 'NegativeTotal', total: -1n }))
  })
})
