import { left } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  ame,
  banzhaf,
  banzhafIndex,
  betaShapley,
  cis,
  compare,
  coreOf,
  deeganPackel,
  egalitarianShapley,
  ensc,
  gameByMask,
  gately,
  holler,
  johnston,
  methodOf,
  nucleolus,
  perCapitaPrenucleolus,
  prenucleolus,
  proportionalShapley,
  scaled,
  semivalue,
  shapleyInteraction,
  shapleyShubik,
  solidarity,
  standAloneShares,
  tau,
  valueMethods,
  weightedShapley,
} from '../../src/contribution/index.js'
import { ratio } from '../../src/core/index.js'
import { byMask, bySize, faultOf, get, glove, letters, solved, texts, valuesOf } from './support.js'

describe('edges', () => {
  const one = get(gameByMask(['A'])([0, 5]))
  it.each(
    valueMethods.filter(
      (m) => m.solve !== undefined && !/banzhaf-index|shubik|packel|holler|johnston/.test(m.id),
    ),
  )('$id gives a single player v(N)', ({ solve }) => {
    expect(solved(solve!, one)).toEqual(['5'])
  })
  it('the core of a single player is v(N)', () => {
    const core = get(coreOf(one))
    expect({ ...core, point: valuesOf(core.point) }).toEqual({
      empty: false,
      epsilon: ratio(0n),
      point: ['5'],
    })
  })
  it('tau refuses a game outside its domain', () => {
    expect(tau(bySize([0, 0, 0, 5, 5, 5, 1]))).toEqual(
      left({ _tag: 'NotQuasiBalanced', player: 'A', lower: '9', upper: '-4' }),
    )
    expect(tau(bySize([0, 0, 0, 1, 1, 1, 1]))).toEqual(
      left({ _tag: 'NotQuasiBalanced', player: 'A', lower: '1', upper: '0' }),
    )
    expect(tau(bySize([2, 2, 3]))).toEqual(
      left({ _tag: 'NotQuasiBalanced', player: 'A', lower: '2', upper: '1' }),
    )
  })
  it('Gately refuses where its segment is a point that does not share v(N)', () => {
    expect(gately(bySize([1, 2, 0, 2, 0, 1, 2]))).toEqual(
      left({ _tag: 'GatelyUndefined', standAlone: '3', total: '2' }),
    )
    expect(solved(gately, bySize([1, 2, 3]))).toEqual(['1', '2'])
  })
  it('proportional Shapley takes worths of one sign only', () => {
    expect(faultOf(proportionalShapley(byMask([0, 0, 1, 2])))).toEqual({
      _tag: 'StandAloneSigns',
      player: 'A',
      worth: '0',
    })
    expect(faultOf(proportionalShapley(byMask([0, -1, 1, 2])))).toEqual({
      _tag: 'StandAloneSigns',
      player: 'B',
      worth: '1',
    })
    expect(solved(proportionalShapley, byMask([0, -1, -2, -9]))).toEqual(['-3', '-6'])
  })
  it('stand-alone shares need something to share by', () => {
    const tag = '_tag'
    expect(faultOf(standAloneShares(byMask([0, 0, 0, 4])))).toEqual({
      [tag]: 'StandAloneShares',
      player: 'A+B',
      worth: '0',
    })
    expect(faultOf(standAloneShares(byMask([0, -1, 3, 4])))).toEqual({
      [tag]: 'StandAloneShares',
      player: 'A',
      worth: '-1',
    })
    expect(faultOf(standAloneShares(byMask([0, 1, 3, -4])))).toEqual({
      [tag]: 'StandAloneShares',
      player: 'A+B',
      worth: '-4',
    })
  })
  it('the nucleolus needs an imputation; the others of its family do not', () => {
    const game = byMask([0, 2, 2, 3])
    expect(nucleolus(game)).toEqual(left({ _tag: 'NoImputation', standAlone: '4', total: '3' }))
    expect(solved(prenucleolus, game)).toEqual(['1.5', '1.5'])
    expect(solved(perCapitaPrenucleolus, game)).toEqual(['1.5', '1.5'])
    expect(solved(nucleolus, byMask([0, 2, 2, 4]))).toEqual(['2', '2'])
  })
  it('solvers of the nucleolus family refuse eleven players', () => {
    const big = get(gameByMask(letters(11))(new Float64Array(2 ** 11)))
    const refused = { _tag: 'TooManyPlayers', method: 'nucleolus', players: 11, limit: 10 }
    for (const value of [nucleolus, prenucleolus, perCapitaPrenucleolus]) {
      expect(faultOf(value(big))).toEqual(refused)
    }
    expect(faultOf(coreOf(big))).toEqual(refused)
  })
  it('weights must be there, known and positive', () => {
    const w = ratio(1n)
    expect(faultOf(weightedShapley({ A: w, B: w })(glove))).toEqual({
      _tag: 'PlayerMissing',
      player: 'C',
    })
    expect(faultOf(weightedShapley({ A: w, B: w, C: w, D: w })(glove))).toEqual({
      _tag: 'UnknownPlayer',
      player: 'D',
    })
    expect(faultOf(weightedShapley({ A: w, B: ratio(0n), C: w })(glove))).toEqual({
      _tag: 'WeightNotPositive',
      player: 'B',
      weight: '0',
    })
  })
  it('laws of sizes must count one and not fall below zero', () => {
    const law = (...p: readonly bigint[]) =>
      semivalue(() => ({ _tag: 'Right', right: p.map((x) => ratio(x, 4n)) }))
    expect(solved(law(1n, 1n, 1n), glove)).toEqual(solved(banzhaf, glove))
    expect(faultOf(law(1n, 1n, 2n)(glove))).toEqual({
      _tag: 'SemivalueWeights',
      expected: 3,
      sum: '1.25',
    })
    expect(faultOf(law(1n, 1n)(glove))).toEqual({
      _tag: 'SemivalueWeights',
      expected: 3,
      sum: '0.75',
    })
    expect(faultOf(law(3n, -1n, 3n)(glove))).toEqual({
      _tag: 'SemivalueWeights',
      expected: 3,
      sum: '1',
    })
  })
  it('parameters outside their range are named', () => {
    const [zero, one_, two] = [ratio(0n), ratio(1n), ratio(2n)]
    const bad = (parameter: string, value: string) => ({
      _tag: 'ParameterOutOfRange',
      parameter,
      value,
    })
    expect(faultOf(betaShapley({ alpha: zero, beta: one_ })(glove))).toEqual(bad('alpha', '0'))
    expect(faultOf(betaShapley({ alpha: one_, beta: zero })(glove))).toEqual(bad('beta', '0'))
    expect(faultOf(ame([one_])(glove))).toEqual(bad('rate', '1'))
    expect(faultOf(ame([zero])(glove))).toEqual(bad('rate', '0'))
    expect(faultOf(ame([])(glove))).toEqual(bad('rate', '0'))
    expect(faultOf(egalitarianShapley(two)(glove))).toEqual(bad('alpha', '2'))
    expect(faultOf(egalitarianShapley(ratio(-1n))(glove))).toEqual(bad('alpha', '-1'))
    expect(solved(egalitarianShapley(zero), glove)).toEqual(texts(['1/3', '1/3', '1/3']))
  })
  it('a Banzhaf value that sums to zero cannot be scaled', () => {
    expect(
      faultOf(scaled('value.banzhaf-scaled', banzhaf)(byMask([0, 0, 2, 0, 0, -1, 0, 1]))),
    ).toEqual({
      _tag: 'NothingToScale',
      method: 'value.banzhaf-scaled',
      sum: '0',
    })
  })
  it('indices of power take simple monotone games only', () => {
    for (const index of [shapleyShubik, banzhafIndex, deeganPackel, holler, johnston]) {
      expect(faultOf(index(byMask([0, 2, 0, 1])))).toEqual({
        _tag: 'NotSimple',
        coalition: 'A',
        worth: '2',
      })
      expect(faultOf(index(byMask([0, 0, 0, 0])))).toEqual({
        _tag: 'NotSimple',
        coalition: 'A+B',
        worth: '0',
      })
      expect(faultOf(index(byMask([0, 1, 0, 0, 0, 1, 0, 1])))).toEqual({
        _tag: 'NotMonotone',
        smaller: 'A',
        larger: 'A+B',
      })
    }
  })
  it('orders of interaction run from 1 to n', () => {
    for (const order of [0, 4, 1.5]) {
      expect(faultOf(shapleyInteraction(order)(glove))).toEqual({
        _tag: 'OrderOutOfRange',
        order,
        players: 3,
      })
    }
  })
  it('methods are found by id, and compare asks those that need only a game', () => {
    expect(methodOf('value.none')).toEqual(left({ _tag: 'UnknownValue', id: 'value.none' }))
    const ids = valueMethods.filter((m) => m.solve !== undefined).map((m) => m.id)
    expect(compare(valueMethods)(glove).map((x) => x.id)).toEqual(ids)
    expect(new Set(valueMethods.map((m) => m.id)).size).toBe(valueMethods.length)
    expect(valueMethods.filter((m) => (m.solve === undefined) !== (m.takes !== undefined))).toEqual(
      [],
    )
  })
  it('values of the same players need no table in the middle: CIS, ENSC, solidarity', () => {
    expect(solved(cis, byMask([0, 1, 3, 8]))).toEqual(['3', '5'])
    expect(solved(ensc, byMask([0, 1, 3, 8]))).toEqual(['3', '5'])
    expect(solved(solidarity, byMask([0, 1, 3, 8]))).toEqual(['3.5', '4.5'])
  })
})
