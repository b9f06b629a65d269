import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  banzhaf,
  explainWeights,
  gameByMask,
  gameBySize,
  shapley,
  shapleyDouble,
  valueMethods,
  weightsOf,
} from '../../src/contribution/index.js'
import { exact, formatRatio, ratio, redo } from '../../src/core/index.js'
import { games, get, letters, solved, valuesOf } from './support.js'

/** Worths that look random, the same everywhere. */
const scattered = (n: number, size: number): Float64Array =>
  Float64Array.from({ length: 2 ** n }, (_, mask) =>
    mask === 0 ? 0 : Math.floor(((Math.imul(mask, 2654435761) >>> 0) / 2 ** 32 - 0.3) * size),
  )

describe('laws', () => {
  it('a table by size is the table by mask in the other order', () => {
    const masks = [1, 2, 4, 8, 3, 5, 9, 6, 10, 12, 7, 11, 13, 14, 15]
    const worths = masks.map((m) => m * m)
    const byMasks = Array.from({ length: 16 }, (_, m) => m * m)
    expect(gameBySize(letters(4))(worths)).toEqual(gameByMask(letters(4))(byMasks))
  })
  it.each([4, 9, 10, 11, 12, 13, 14])(
    'with %i players the fast way and the definition agree',
    (n) => {
      const worths = scattered(n, 2 ** 41)
      const players = Array.from({ length: n }, (_, i) => `p${i}`)
      const doubles = get(gameByMask(players)(worths))
      // Above 2^53 after scaling by 2^20: whole numbers of any size are the only way.
      const big = get(gameByMask(players)([...worths].map((x) => BigInt(x) * 2n ** 20n)))
      const scaledDown = get(shapley(big)).map((x) =>
        formatRatio(ratio(x.value.num, x.value.den * 2n ** 20n)),
      )
      expect(valuesOf(get(shapley(doubles)))).toEqual(scaledDown)
      const lowered = get(banzhaf(big)).map((x) =>
        formatRatio(ratio(x.value.num, x.value.den * 2n ** 20n)),
      )
      expect(valuesOf(get(banzhaf(doubles)))).toEqual(lowered)
      const approximate = get(shapleyDouble(worths))
      get(shapley(doubles)).forEach((x, i) => {
        const value = Number(x.value.num) / Number(x.value.den)
        expect(Math.abs(approximate[i]! - value)).toBeLessThan(1e-2)
      })
    },
  )
  it.each([12, 13, 16])('(Σ w)² gives w_i·Σw at the bound of the exact pass, %i players', (n) => {
    const weights = Array.from({ length: n }, (_, i) => 100_000 + 7919 * i)
    const total = weights.reduce((a, b) => a + b, 0)
    const worths = Float64Array.from(
      { length: 2 ** n },
      (_, m) => weights.reduce((s, w, i) => ((m >> i) & 1 ? s + w : s), 0) ** 2,
    )
    const game = get(gameByMask(weights.map(String))(worths))
    const expected = weights.map((w) => String(BigInt(w) * BigInt(total)))
    expect(solved(shapley, game)).toEqual(expected)
    expect(solved(banzhaf, game)).toEqual(expected)
  })
  it.each([2 ** 42 - 1, 2 ** 42, 2 ** 53 - 1])(
    'worths of ±%i stay exact, at the bound and beyond',
    (edge) => {
      const n = 11
      const worths = Float64Array.from({ length: 2 ** n }, (_, m) =>
        m === 0 ? 0
        : m % 3 === 0 ? edge
        : -edge,
      )
      const game = get(gameByMask(letters(n))(worths))
      const doubled = get(gameByMask(letters(n))([...worths].map((x) => BigInt(x) * 2n ** 60n)))
      const shrunk = get(shapley(doubled)).map((x) =>
        formatRatio(ratio(x.value.num, x.value.den * 2n ** 60n)),
      )
      expect(solved(shapley, game)).toEqual(shrunk)
    },
  )
  it('ratios are solved over their common denominator', () => {
    const thirds = [0, ratio(1n, 3n), ratio(1n, 2n), ratio(5n, 6n)] as const
    expect(solved(shapley, get(gameByMask(['A', 'B'])(thirds)))).toEqual(['1/3', '0.5'])
  })
  it('weights are whole, without a common divisor, in the proportions of the value', () => {
    fc.assert(
      fc.property(games({ players: [1, 5], worths: [0, 9] }), (game) => {
        const found = weightsOf('floor')(get(shapley(game)))
        if (found._tag === 'Left') return
        const shares = get(shapley(game)).map((x) => (x.value.num < 0n ? ratio(0n) : x.value))
        const { weights, scale } = found.right
        expect(weights.map((w) => formatRatio(ratio(w.weight * scale.den, scale.num)))).toEqual(
          shares.map(formatRatio),
        )
        const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))
        expect(weights.map((w) => w.weight).reduce(gcd, 0n)).toBe(1n)
      }),
    )
  })
  it('an explained figure is redone from worths alone, and its weight too', () => {
    const explained = valueMethods.flatMap((m) =>
      m.explain && m.solve ? [{ ...m, explain: m.explain, solve: m.solve }] : [],
    )
    const byCoalition = ['value.shapley', 'value.banzhaf', 'value.beta-shapley']
    fc.assert(
      fc.property(games({ players: [1, 4], worths: [0, 9] }), (game) => {
        for (const { id, explain, solve } of explained) {
          const solved = solve(game)
          if (solved._tag === 'Left') continue
          const shares = solved.right
          for (const { player, value } of shares) {
            const tree = get(explain(game)(player))
            expect(get(redo(exact)(tree))).toBe(formatRatio(value))
            if (byCoalition.includes(id)) {
              expect(tree.inputs).toHaveLength(2 ** (game.players.length - 1))
            }
          }
          const weights = weightsOf('floor')(shares)
          if (weights._tag === 'Left') continue
          for (const { player, weight } of weights.right.weights) {
            const tree = get(explainWeights('floor', explain(game))(shares)(player))
            expect(get(redo(exact)(tree))).toBe(String(weight))
          }
        }
      }),
      { numRuns: 25 },
    )
  })
})
