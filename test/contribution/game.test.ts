import { left, right } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  banzhaf,
  explainSemivalue,
  explainWeights,
  gameByMask,
  gameBySize,
  gameOf,
  gameOfUtility,
  myerson,
  methodOf,
  owen,
  position,
  roundedWorth,
  shapley,
  shapleyDouble,
  shapleyLaw,
  shareText,
  solidarity,
  valueMethods,
  weightsOf,
} from '../../src/contribution/index.js'
import { exact, formatRatio, ratio, redo, type Explained } from '../../src/core/index.js'
import { byMask, faultOf, games, get, glove, letters, solved, sum, valuesOf } from './support.js'

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
    expect(explained.map((m) => m.id)).toEqual([
      'value.shapley',
      'value.banzhaf',
      'value.beta-shapley',
    ])
    fc.assert(
      fc.property(games({ players: [1, 4], worths: [0, 9] }), (game) => {
        for (const { explain, solve } of explained) {
          const shares = get(solve(game))
          for (const { player, value } of shares) {
            const tree = get(explain(game)(player))
            expect(get(redo(exact)(tree))).toBe(formatRatio(value))
            expect(tree.inputs).toHaveLength(2 ** (game.players.length - 1))
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

describe('edges', () => {
  it('bad tables are refused, each by its own tag', () => {
    const of = (worths: readonly (number | bigint)[]) => faultOf(gameByMask(['A'])(worths))
    expect(faultOf(gameByMask([])([0]))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(gameBySize([])([]))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(gameOf([])(() => 0))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(gameByMask(['A', 'A'])([0, 0, 0, 0]))).toEqual({
      _tag: 'DuplicatePlayer',
      player: 'A',
    })
    expect(of([0])).toEqual({ _tag: 'WrongTableLength', expected: 2, found: 1 })
    expect(faultOf(gameBySize(['A'])([0, 1]))).toEqual({
      _tag: 'WrongTableLength',
      expected: 1,
      found: 2,
    })
    expect(of([1, 1])).toEqual({ _tag: 'EmptySetNotZero', worth: '1' })
    expect(of([1n, 2n ** 60n])).toEqual({ _tag: 'EmptySetNotZero', worth: '1' })
    expect(of([0, Number.NaN])).toEqual({ _tag: 'WorthNotFinite', coalition: 'A', worth: 'NaN' })
    expect(of([0, Number.POSITIVE_INFINITY])).toEqual({
      _tag: 'WorthNotFinite',
      coalition: 'A',
      worth: 'Infinity',
    })
    expect(of([0, 0.5])).toEqual({ _tag: 'WorthNotExact', coalition: 'A', worth: '0.5' })
    expect(of([0, 2 ** 53])).toEqual({
      _tag: 'WorthNotExact',
      coalition: 'A',
      worth: '9007199254740992',
    })
    expect(faultOf(gameByMask(['A'])(new Float64Array([0, Number.NaN])))).toEqual({
      _tag: 'WorthNotFinite',
      coalition: 'A',
      worth: 'NaN',
    })
    expect(of([0, 2 ** 53 - 1])).toBe('no fault')
  })
  it('a dense table takes 22 players, and 20 when worths pass 2^53', () => {
    const names = (n: number) => Array.from({ length: n }, (_, i) => `p${i}`)
    expect(faultOf(gameByMask(names(23))([]))).toEqual({
      _tag: 'TooManyPlayers',
      method: 'table',
      players: 23,
      limit: 22,
    })
    expect(faultOf(gameOf(names(23))(() => 0))).toEqual({
      _tag: 'TooManyPlayers',
      method: 'table',
      players: 23,
      limit: 22,
    })
    const huge = new Array<bigint>(2 ** 21).fill(2n ** 53n)
    huge[0] = 0n
    expect(faultOf(gameByMask(names(21))(huge))).toEqual({
      _tag: 'TooManyPlayers',
      method: 'table',
      players: 21,
      limit: 20,
    })
  })
  it('beyond 20 players worths of 2^42 are refused, not rounded', () => {
    const worths = new Float64Array(2 ** 21)
    worths[2 ** 21 - 1] = 2 ** 42
    const players = Array.from({ length: 21 }, (_, i) => `p${i}`)
    const refused = { _tag: 'TooManyPlayers', method: 'exact-integers', players: 21, limit: 20 }
    expect(faultOf(shapley(get(gameByMask(players)(worths))))).toEqual(refused)
    worths[2 ** 21 - 1] = 2 ** 42 - 1
    const shares = get(shapley(get(gameByMask(players)(worths))))
    expect(
      shares.every((x) => formatRatio(x.value) === formatRatio(ratio(2n ** 42n - 1n, 21n))),
    ).toBe(true)
    const dense = get(gameByMask(players)(worths))
    const names = players.map((p) => [p])
    for (const value of [solidarity, owen(names), myerson([])]) {
      expect(faultOf(value(dense))).toMatchObject({
        _tag: 'TooManyPlayers',
        players: 21,
        limit: 20,
      })
    }
    expect(get(position([])(dense)).every((x) => x.value.num === 0n)).toBe(true)
  })
  it('doubles are taken as they are by the double way, and refused where they are no numbers', () => {
    expect(faultOf(shapleyDouble(new Float64Array(8)))).toEqual({
      _tag: 'WrongTableLength',
      expected: 16,
      found: 8,
    })
    expect(faultOf(shapleyDouble(new Float64Array(17)))).toEqual({
      _tag: 'WrongTableLength',
      expected: 16,
      found: 17,
    })
    expect(faultOf(shapleyDouble(new Float64Array(16).fill(1)))).toEqual({
      _tag: 'EmptySetNotZero',
      worth: '1',
    })
    const worths = new Float64Array(2 ** 12)
    worths[77] = Number.NaN
    expect(faultOf(shapleyDouble(worths))).toMatchObject({ _tag: 'WorthNotFinite' })
  })
  it('a real utility enters by a named rounding', () => {
    const round = (rounding: 'floor' | 'ceil' | 'halfUp') =>
      roundedWorth({ places: 1, rounding })(-0.25)
    expect([round('floor'), round('ceil'), round('halfUp')]).toEqual([
      right(ratio(-3n, 10n)),
      right(ratio(-1n, 5n)),
      right(ratio(-3n, 10n)),
    ])
    expect(roundedWorth({ places: 2, rounding: 'halfUp' })(1.005)).toEqual(right(ratio(1n)))
    expect(faultOf(roundedWorth({ places: 31, rounding: 'floor' })(1))).toEqual({
      _tag: 'PlacesOutOfRange',
      places: 31,
    })
    const utility = gameOfUtility({ players: ['A', 'B'], places: 3, rounding: 'halfEven' })
    expect(valuesOf(get(shapley(get(utility((m) => Math.sqrt(m.length))))))).toEqual([
      '0.707',
      '0.707',
    ])
    expect(faultOf(utility((m) => (m.length === 2 ? Number.NaN : 0)))).toEqual({
      _tag: 'WorthNotFinite',
      coalition: 'A+B',
      worth: 'NaN',
    })
    expect(faultOf(gameOfUtility({ players: [], places: 0, rounding: 'floor' })(() => 0))).toEqual({
      _tag: 'NoPlayers',
    })
    expect(faultOf(utility(() => 1))).toEqual({ _tag: 'EmptySetNotZero', worth: '1' })
  })
  it('negatives are refused or floored by name, and nothing positive is an error', () => {
    const odd = get(methodOf('value.shapley')).solve!(byMask([0, -2, 4, 2]))
    expect(faultOf(weightsOf('refuse')(get(odd)))).toEqual({
      _tag: 'NegativeContribution',
      player: 'A',
      value: '-2',
    })
    expect(get(weightsOf('floor')(get(odd))).weights.map((w) => w.weight)).toEqual([0n, 1n])
    expect(weightsOf('floor')([{ player: 'A', value: ratio(-1n) }])).toEqual(
      left({ _tag: 'NothingPositive' }),
    )
    expect(weightsOf('refuse')([{ player: 'A', value: ratio(0n) }])).toEqual(
      left({ _tag: 'NothingPositive' }),
    )
  })
  it('a share is written with the names quoted that YAML would read otherwise', () => {
    const weights = ['A', '数据', 'a b', '1'].map((player) => ({ player, weight: 2n }))
    expect(shareText({ weights, scale: ratio(1n) })).toBe('{A: 2, 数据: 2, "a b": 2, "1": 2}')
  })
  it('explanations name players and stop at twelve', () => {
    const explain = explainSemivalue(shapleyLaw, 'Shapley')
    expect(faultOf(explain(glove)('Z'))).toEqual({ _tag: 'UnknownPlayer', player: 'Z' })
    const wide = get(gameByMask(letters(13))(new Float64Array(2 ** 13)))
    expect(faultOf(explain(wide)('A'))).toMatchObject({ _tag: 'TooManyPlayers', limit: 12 })
    expect(faultOf(explainWeights('refuse', explain(glove))(get(shapley(glove)))('Z'))).toEqual({
      _tag: 'UnknownPlayer',
      player: 'Z',
    })
    const tree: Explained = get(explain(glove)('C'))
    expect(tree.inputs?.map((x) => x.label)).toEqual([
      'coalition.∅',
      'coalition.A',
      'coalition.B',
      'coalition.A+B',
    ])
    expect(sum(get(shapley(glove)).map((x) => x.value))).toEqual(ratio(1n))
  })
})
