import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ageDecay,
  ameFromSamples,
  banzhaf,
  blend,
  byInput,
  byQuality,
  byUniqueness,
  byVolume,
  dataOob,
  explainBlend,
  gameByMask,
  knnBanzhaf,
  knnShapley,
  knnSoftShapley,
  leaveOneOutScores,
  msrBanzhaf,
  overTests,
  proRata,
  shapley,
  shapleyIndex,
  thresholdShapley,
  usageValue,
  userCentric,
  valueRecords,
  weightingMethods,
  weightsOf,
  type Figures,
  type NeighbourRule,
  type Plays,
} from '../../src/contribution/index.js'
import { exact, formatRatio, ratio, redo, type Ratio } from '../../src/core/index.js'
import neighbours from '../vectors/contribution/neighbours.json' with { type: 'json' }
import plays from '../vectors/contribution/plays.json' with { type: 'json' }
import { faultOf, figure, get, letters, solved, sum, texts, valuesOf } from './support.js'

const of = (rows: readonly (readonly number[])[], fee = ratio(1n)): Plays => ({
  fee,
  artists: letters(rows.length),
  plays: rows.map((row) => row.map(BigInt)),
})
const shown = (values: readonly Ratio[]): readonly string[] => values.map(formatRatio)
const named = (values: readonly number[]): Figures =>
  values.map((value, i) => ({ player: letters(26)[i]!, value: ratio(BigInt(value)) }))

describe(`vectors: ${plays.source}`, () => {
  it.each(plays.cases)('plays $plays', ({ plays: rows, ...expected }) => {
    expect(valuesOf(get(proRata(of(rows))).allocation)).toEqual(texts(expected.proRata))
    expect(valuesOf(get(userCentric('refuse')(of(rows))).allocation)).toEqual(
      texts(expected.userCentric),
    )
    expect(valuesOf(get(shapleyIndex('refuse')(of(rows))).allocation)).toEqual(
      texts(expected.shapley),
    )
  })
  it.each(plays.museum)('museum passes are terms of a usage log', ({ visits, prices, shares }) => {
    const terms = prices.map((price, j) => ({
      event: `pass ${j}`,
      parties: letters(4).filter((_, i) => visits[i]![j] === 1),
      amount: BigInt(price),
    }))
    const found = get(usageValue(terms))
    expect(letters(4).map((m) => formatRatio(found.find((x) => x.player === m)!.value))).toEqual(
      texts(shares),
    )
  })
})

describe(`vectors: ${neighbours.source}`, () => {
  it.each(neighbours.cases)('$matches with k = $k', ({ matches, k, ...expected }) => {
    const m = matches.map((x) => x === 1)
    expect(shown(get(knnShapley(k)(m)))).toEqual(texts(expected.hard))
    if (expected.soft)
      expect(shown(get(knnSoftShapley({ k, classes: expected.classes })(m)))).toEqual(
        texts(expected.soft),
      )
    if (expected.banzhaf) expect(shown(get(knnBanzhaf(k)(m)))).toEqual(texts(expected.banzhaf))
  })
  it.each(neighbours.threshold)('threshold $matches', ({ matches, classes, values }) => {
    const inside = matches.map(() => true)
    expect(shown(get(thresholdShapley({ classes, inside })(matches.map((x) => x === 1))))).toEqual(
      texts(values),
    )
  })
})

/** The game of a utility of the nearest members, solved by the definition. */
const byGame = (
  n: number,
  utility: (members: readonly number[]) => Ratio,
  value: typeof shapley,
): readonly string[] => {
  const empty = utility([])
  const worths = Array.from({ length: 2 ** n }, (_, mask) => {
    const members = Array.from({ length: n }, (_unused, i) => i).filter((i) => (mask >> i) & 1)
    const v = utility(members)
    return ratio(v.num * empty.den - empty.num * v.den, v.den * empty.den)
  })
  return solved(value, get(gameByMask(letters(n))(worths)))
}
const matchesOf = fc.array(fc.boolean(), { minLength: 1, maxLength: 6 })
const kOf = fc.integer({ min: 1, max: 8 })

describe('laws', () => {
  const hard = (m: readonly boolean[], k: number) => (members: readonly number[]) =>
    ratio(BigInt(members.slice(0, k).filter((i) => m[i]).length), BigInt(k))
  it('the recursions of neighbours are the values of their games', () => {
    fc.assert(
      fc.property(matchesOf, kOf, fc.integer({ min: 1, max: 4 }), (m, k, classes) => {
        const n = m.length
        expect(shown(get(knnShapley(k)(m)))).toEqual(byGame(n, hard(m, k), shapley))
        expect(shown(get(knnBanzhaf(k)(m)))).toEqual(byGame(n, hard(m, k), banzhaf))
        const soft =
          (voters: number) =>
          (members: readonly number[]): Ratio => {
            const near = members.slice(0, voters)
            return near.length === 0 ?
                ratio(1n, BigInt(classes))
              : ratio(BigInt(near.filter((i) => m[i]).length), BigInt(near.length))
          }
        expect(shown(get(knnSoftShapley({ k, classes })(m)))).toEqual(byGame(n, soft(k), shapley))
        const inside = m.map((_, i) => i < k)
        const near = (members: readonly number[]) => soft(n)(members.filter((i) => inside[i]))
        expect(shown(get(thresholdShapley({ classes, inside })(m)))).toEqual(
          byGame(n, near, shapley),
        )
      }),
      { numRuns: 60 },
    )
  })
  it('records in doubles are the mean of the exact recursion, ties by position', () => {
    const point = fc.integer({ min: 0, max: 6 })
    const label = fc.integer({ min: 0, max: 2 })
    const records = (most: number) =>
      fc.array(fc.tuple(point, point, label), { minLength: 1, maxLength: most })
    fc.assert(
      fc.property(records(12), records(4), kOf, (training, test, k) => {
        const columns = (rows: readonly (readonly number[])[]) => ({
          features: rows.flatMap((r) => [r[0]! * 1e-9 + 1, r[1]!]),
          labels: rows.map((r) => r[2]!),
        })
        const features = (r: readonly number[]) => [r[0]! * 1e-9 + 1, r[1]!]
        const distance = (a: readonly number[], b: readonly number[]) =>
          (features(a)[0]! - features(b)[0]!) ** 2 + (features(a)[1]! - features(b)[1]!) ** 2
        const exactly = get(
          overTests(knnShapley(k))(
            test.map((t) => {
              const order = [...training.keys()].sort(
                (a, b) => distance(training[a]!, t) - distance(training[b]!, t) || a - b,
              )
              return { order, matches: order.map((i) => training[i]![2] === t[2]) }
            }),
          ),
        )
        const doubles = get(
          valueRecords({ k })({ training: columns(training), test: columns(test) }),
        )
        exactly.forEach((x, i) => {
          expect(Math.abs(doubles[i]! - Number(x.num) / Number(x.den))).toBeLessThan(1e-12)
        })
      }),
    )
  })
  it('fees of all rules go to artists or are told to be unallocated', () => {
    const rows = fc.integer({ min: 1, max: 4 }).chain((users) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: users, maxLength: users }), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    fc.assert(
      fc.property(rows, (list) => {
        const fee = ratio(7n, 2n)
        const p = of(list, fee)
        for (const rule of [
          proRata,
          userCentric('unallocated'),
          userCentric('proRata'),
          shapleyIndex('unallocated'),
          shapleyIndex('proRata'),
        ]) {
          const { allocation, unallocated } = get(rule(p))
          const paid = ratio(fee.num * BigInt(list[0]!.length), fee.den)
          expect(sum([...allocation.map((x) => x.value), unallocated])).toEqual(paid)
          expect(unallocated.num >= 0n).toBe(true)
        }
        const silent = list[0]!.some((_, j) => list.every((row) => row[j] === 0))
        expect(faultOf(userCentric('refuse')(p)) === 'no fault').toBe(!silent)
        if (list.some((row) => row.some((x) => x > 0))) {
          expect(get(userCentric('proRata')(p)).unallocated).toEqual(ratio(0n))
        }
      }),
    )
  })
  it('all sets once give Banzhaf by sample reuse', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 7, maxLength: 7 }),
        (ws) => {
          const worths = [0, ...ws]
          const sets = worths.map((w, mask) => ({
            members: letters(3).filter((_, i) => (mask >> i) & 1),
            score: ratio(BigInt(w)),
          }))
          const game = get(gameByMask(letters(3))(worths))
          expect(valuesOf(get(msrBanzhaf(letters(3))(sets)))).toEqual(solved(banzhaf, game))
          expect(valuesOf(get(ameFromSamples(letters(3))([sets, sets])))).toEqual(
            solved(banzhaf, game),
          )
        },
      ),
    )
  })
  it('a blend sums to one, and its ends are its sides', () => {
    const sides = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 })),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(sides, fc.integer({ min: 0, max: 8 }), (list, eighths) => {
        fc.pre(list.some(([i]) => i > 0))
        const inputs = named(list.map(([i]) => i))
        const contribution = named(list.map(([, c]) => c))
        const blended = get(blend(ratio(BigInt(eighths), 8n))({ inputs, contribution }))
        expect(sum(blended.map((x) => x.value))).toEqual(ratio(1n))
        for (const { player, value } of blended) {
          const tree = get(
            explainBlend(ratio(BigInt(eighths), 8n))({ inputs, contribution })(player),
          )
          expect(get(redo(exact)(tree))).toBe(formatRatio(value))
        }
        expect(get(blend(ratio(1n))({ inputs, contribution }))).toEqual(get(byVolume(inputs)))
        expect(get(blend(ratio(0n))({ inputs, contribution }))).toEqual(get(byVolume(contribution)))
      }),
    )
  })
  it('copies are paid by volume and by Shapley; a raw Banzhaf pair gets what the one had', () => {
    const any = (n: number) =>
      get(gameByMask(letters(n))(Array.from({ length: 2 ** n }, (_, m) => (m ? 1 : 0))))
    expect(solved(shapley, any(2))).toEqual(['0.5', '0.5'])
    expect(solved(shapley, any(3))).toEqual(texts(['1/3', '1/3', '1/3']))
    expect(solved(banzhaf, any(2))).toEqual(['0.5', '0.5'])
    expect(solved(banzhaf, any(3))).toEqual(['0.25', '0.25', '0.25'])
  })
})

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
