import { describe, expect, it } from 'vitest'
import {
  ageDecay,
  ameFromSamples,
  blend,
  byInput,
  byQuality,
  byUniqueness,
  byVolume,
  dataOob,
  explainBlend,
  knnBanzhaf,
  knnShapley,
  knnSoftShapley,
  leaveOneOutScores,
  msrBanzhaf,
  overTests,
  proRata,
  shapleyIndex,
  thresholdShapley,
  userCentric,
  valueRecords,
  weightingMethods,
  weightsOf,
  type Figures,
  type NeighbourRule,
  type Plays,
} from '../../src/contribution/index.js'
import { formatRatio, ratio, type Ratio } from '../../src/core/index.js'
import { faultOf, figure, get, letters, texts, valuesOf } from './support.js'

const of = (rows: readonly (readonly number[])[], fee = ratio(1n)): Plays => ({
  fee,
  artists: letters(rows.length),
  plays: rows.map((row) => row.map(BigInt)),
})
const shown = (values: readonly Ratio[]): readonly string[] => values.map(formatRatio)
const named = (values: readonly number[]): Figures =>
  values.map((value, i) => ({ player: letters(26)[i]!, value: ratio(BigInt(value)) }))

describe('edges', () => {
  it('plays must be whole tables of plays of somebody', () => {
    expect(faultOf(proRata({ ...of([[1]]), artists: [], plays: [] }))).toEqual({
      _tag: 'NoPlayers',
    })
    expect(faultOf(proRata(of([[]])))).toEqual({ _tag: 'NoUsers' })
    expect(faultOf(proRata({ ...of([[1]]), artists: ['A', 'B'] }))).toEqual({
      _tag: 'RowLength',
      row: 0,
      expected: 2,
      found: 1,
    })
    expect(faultOf(userCentric('refuse')(of([[1, 2], [1]])))).toEqual({
      _tag: 'RowLength',
      row: 2,
      expected: 2,
      found: 1,
    })
    expect(faultOf(shapleyIndex('refuse')(of([[1], [-1]])))).toEqual({
      _tag: 'NegativeFigure',
      player: 'B',
      value: '-1',
    })
    expect(faultOf(proRata(of([[1]], ratio(-1n))))).toEqual({
      _tag: 'NegativeFigure',
      player: 'fee',
      value: '-1',
    })
    expect(faultOf(userCentric('refuse')(of([[1, 0]])))).toEqual({
      _tag: 'UserWithoutPlays',
      user: 2,
    })
    expect(get(userCentric('unallocated')(of([[1, 0]]))).unallocated).toEqual(ratio(1n))
  })
  it('neighbours need records, a vote, classes and as many marks as records', () => {
    const noTraining = { _tag: 'NoPoints', points: 'training' }
    for (const rule of [knnShapley, knnBanzhaf] as readonly ((k: number) => NeighbourRule)[]) {
      expect(faultOf(rule(0)([true]))).toEqual({ _tag: 'NeighboursOutOfRange', k: 0 })
      expect(faultOf(rule(1.5)([true]))).toEqual({ _tag: 'NeighboursOutOfRange', k: 1.5 })
      expect(faultOf(rule(1)([]))).toEqual(noTraining)
    }
    expect(faultOf(knnSoftShapley({ k: 1, classes: 0 })([true]))).toEqual({
      _tag: 'ParameterOutOfRange',
      parameter: 'classes',
      value: '0',
    })
    expect(faultOf(thresholdShapley({ classes: 1, inside: [] })([]))).toEqual(noTraining)
    expect(faultOf(thresholdShapley({ classes: 1, inside: [] })([true]))).toEqual({
      _tag: 'RowLength',
      row: 1,
      expected: 1,
      found: 0,
    })
    expect(
      shown(get(thresholdShapley({ classes: 2, inside: [false, true] })([true, true]))),
    ).toEqual(['0', '0.5'])
    expect(faultOf(overTests(knnShapley(1))([]))).toEqual({ _tag: 'NoPoints', points: 'test' })
    expect(faultOf(overTests(knnShapley(0))([{ order: [0], matches: [true] }]))).toEqual({
      _tag: 'NeighboursOutOfRange',
      k: 0,
    })
  })
  it('values of test records do not run into each other', () => {
    const test = (order: readonly number[]) => ({ order, matches: order.map((i) => i === 0) })
    expect(shown(get(overTests(knnShapley(1))([test([0, 1, 2]), test([2, 1, 0])])))).toEqual(
      texts(['2/3', '-1/12', '-1/12']),
    )
  })
  it('records are checked before any distance', () => {
    const good = { features: [0, 1], labels: [0, 1] }
    const run = (k: number, training: object, test: object) =>
      faultOf(
        valueRecords({ k })({ training: { ...good, ...training }, test: { ...good, ...test } }),
      )
    expect(run(0, {}, {})).toEqual({ _tag: 'NeighboursOutOfRange', k: 0 })
    expect(run(1, { features: [], labels: [] }, {})).toEqual({
      _tag: 'NoPoints',
      points: 'training',
    })
    expect(run(1, {}, { features: [], labels: [] })).toEqual({ _tag: 'NoPoints', points: 'test' })
    expect(run(1, { features: [1, 2, 3] }, {})).toEqual({
      _tag: 'RowLength',
      row: 1,
      expected: 4,
      found: 3,
    })
    expect(run(1, {}, { features: [1] })).toEqual({
      _tag: 'RowLength',
      row: 2,
      expected: 2,
      found: 1,
    })
    expect(run(1, { features: [0, Number.NaN] }, {})).toEqual({
      _tag: 'DistanceNotFinite',
      test: 1,
      training: 2,
    })
    expect(run(1, { features: [0, 1e300] }, {})).toEqual({
      _tag: 'DistanceNotFinite',
      test: 1,
      training: 2,
    })
  })
  it('samples must hold each player on both sides', () => {
    const set = (members: readonly string[]) => ({ members, score: ratio(1n) })
    const msr = (sets: readonly ReturnType<typeof set>[]) => faultOf(msrBanzhaf(['A'])(sets))
    expect(msr([set(['A'])])).toEqual({ _tag: 'NoSample', player: 'A', side: 'without' })
    expect(msr([set([])])).toEqual({ _tag: 'NoSample', player: 'A', side: 'with' })
    expect(msr([set(['Z'])])).toEqual({ _tag: 'UnknownPlayer', player: 'Z' })
    expect(faultOf(msrBanzhaf([])([]))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(ameFromSamples(['A'])([]))).toEqual({
      _tag: 'NoSample',
      player: 'A',
      side: 'with',
    })
    expect(faultOf(ameFromSamples(['A'])([[set(['A'])]]))).toEqual({
      _tag: 'NoSample',
      player: 'A',
      side: 'without',
    })
    const oob = (bags: Parameters<ReturnType<typeof dataOob>>[0]) => faultOf(dataOob(['A'])(bags))
    expect(oob([{ members: ['A'], scores: {} }])).toEqual({
      _tag: 'NoSample',
      player: 'A',
      side: 'without',
    })
    expect(oob([{ members: [], scores: {} }])).toEqual({ _tag: 'PlayerMissing', player: 'A' })
    expect(oob([{ members: ['Z'], scores: {} }])).toEqual({ _tag: 'UnknownPlayer', player: 'Z' })
    expect(faultOf(dataOob([])([]))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(leaveOneOutScores(['A'])({ whole: ratio(1n), without: {} }))).toEqual({
      _tag: 'PlayerMissing',
      player: 'A',
    })
    expect(faultOf(leaveOneOutScores([])({ whole: ratio(1n), without: {} }))).toEqual({
      _tag: 'NoPlayers',
    })
  })
  it('weightings refuse what has no weight', () => {
    expect(faultOf(byVolume([]))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(byVolume(named([-1])))).toEqual({
      _tag: 'NegativeFigure',
      player: 'A',
      value: '-1',
    })
    expect(faultOf(byVolume(named([0])))).toEqual({ _tag: 'NothingPositive' })
    expect(
      faultOf(byQuality({ fresh: ratio(1n) })([{ player: 'A', volume: ratio(1n), scores: {} }])),
    ).toEqual({ _tag: 'PlayerMissing', player: 'fresh' })
    expect(faultOf(byUniqueness([]))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(byUniqueness([{ player: 'A', records: [] }]))).toEqual({
      _tag: 'NothingPositive',
    })
    expect(
      valuesOf(
        get(
          byUniqueness([
            { player: 'A', records: ['x', 'x'] },
            { player: 'B', records: [] },
          ]),
        ),
      ),
    ).toEqual(['1', '0'])
    const none = {
      player: 'A',
      cost: ratio(0n),
      hours: ratio(0n),
      rate: ratio(0n),
      capitalAtRisk: ratio(0n),
    }
    expect(faultOf(byInput([none]))).toEqual({ _tag: 'NothingPositive' })
    expect(faultOf(byInput([{ ...none, hours: ratio(-2n), rate: ratio(-2n) }]))).toEqual({
      _tag: 'NegativeFigure',
      player: 'A',
      value: '4',
    })
    expect(weightingMethods.every((m) => m.breaks.en !== '' && m.breaks.zh !== '')).toBe(true)
  })
  it('age decay is exact at whole half-lives and rounds by name between', () => {
    const decay = (rounding: 'floor' | 'ceil' | 'halfUp' | 'down' | 'halfEven', age: string) =>
      formatRatio(get(ageDecay({ halfLife: ratio(2n), places: 3, rounding })(figure(age))))
    expect(decay('floor', '0')).toBe('1')
    expect(decay('floor', '6')).toBe('0.125')
    expect([decay('floor', '1'), decay('ceil', '1'), decay('halfUp', '1')]).toEqual([
      '0.707',
      '0.708',
      '0.707',
    ])
    const fault = (halfLife: Ratio, places: number, age: Ratio) =>
      faultOf(ageDecay({ halfLife, places, rounding: 'floor' })(age))
    expect(fault(ratio(0n), 3, ratio(1n))).toEqual({
      _tag: 'ParameterOutOfRange',
      parameter: 'halfLife',
      value: '0',
    })
    expect(fault(ratio(1n), 3, ratio(-1n))).toEqual({
      _tag: 'ParameterOutOfRange',
      parameter: 'age',
      value: '-1',
    })
    expect(fault(ratio(1n), 3, ratio(10_001n))).toEqual({
      _tag: 'ParameterOutOfRange',
      parameter: 'age',
      value: '10001',
    })
    expect(fault(ratio(1n), 31, ratio(1n))).toEqual({ _tag: 'PlacesOutOfRange', places: 31 })
  })
  it('a blend needs the same players, a weight within one, and something on both sides', () => {
    const sides = { inputs: named([1, 1]), contribution: named([1, 2]) }
    const fault = (a: Ratio, over: object) => faultOf(blend(a)({ ...sides, ...over }))
    expect(fault(ratio(2n), {})).toEqual({
      _tag: 'ParameterOutOfRange',
      parameter: 'a',
      value: '2',
    })
    expect(fault(ratio(-1n), {})).toEqual({
      _tag: 'ParameterOutOfRange',
      parameter: 'a',
      value: '-1',
    })
    expect(fault(ratio(1n), { inputs: named([1]) })).toEqual({ _tag: 'PlayerMissing', player: 'B' })
    expect(fault(ratio(1n), { inputs: named([0, 0]) })).toEqual({
      _tag: 'NothingToScale',
      method: 'inputs',
      sum: '0',
    })
    expect(fault(ratio(1n), { contribution: named([-1, 0]) })).toEqual({
      _tag: 'NothingToScale',
      method: 'contribution',
      sum: '-1',
    })
    expect(faultOf(explainBlend(ratio(1n))(sides)('Z'))).toEqual({
      _tag: 'UnknownPlayer',
      player: 'Z',
    })
    expect(
      get(weightsOf('refuse')(get(blend(ratio(1n, 2n))(sides)))).weights.map((w) => w.weight),
    ).toEqual([5n, 7n])
  })
})
