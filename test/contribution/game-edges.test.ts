import { left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
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
  weightsOf,
} from '../../src/contribution/index.js'
import { formatRatio, ratio, type Explained } from '../../src/core/index.js'
import { byMask, faultOf, get, glove, letters, sum, valuesOf } from './support.js'

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
  it('doubles are taken as they are by the double way, and refused if they are no numbers', () => {
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
