import { left } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ame,
  banzhaf,
  banzhafIndex,
  banzhafInteraction,
  betaLaw,
  betaShapley,
  cis,
  compare,
  coreOf,
  deeganPackel,
  dividends,
  egalitarianShapley,
  ensc,
  faithfulShapley,
  gameByMask,
  gately,
  holler,
  johnston,
  methodOf,
  nucleolus,
  ofCosts,
  perCapitaPrenucleolus,
  prenucleolus,
  proportionalShapley,
  scaled,
  semivalue,
  shapley,
  shapleyInteraction,
  shapleyLaw,
  shapleyShubik,
  shapleyTaylor,
  solidarity,
  standAloneShares,
  tau,
  valueMethods,
  weightedShapley,
  type Interactions,
} from '../../src/contribution/index.js'
import { compareRatio, formatRatio, ratio } from '../../src/core/index.js'
import parameters from '../vectors/contribution/parameters.json' with { type: 'json' }
import vectors from '../vectors/contribution/values.json' with { type: 'json' }
import {
  byMask,
  bySize,
  faultOf,
  figure,
  figures,
  games,
  get,
  glove,
  letters,
  shapleyByOrders,
  solved,
  sum,
  texts,
  valuesOf,
} from './support.js'

const cases = vectors.games.flatMap((game) =>
  Object.entries(game.values).map(([id, values]) => ({ ...game, id, values })),
)

describe(`vectors: ${vectors.source}`, () => {
  it.each(cases)('$id of $source', ({ id, worths, values, ...rest }) => {
    const { solve } = get(methodOf(id))
    const value = 'cost' in rest ? ofCosts(solve!) : solve!
    expect(solved(value, bySize(worths))).toEqual(texts(values))
  })
  it.each(
    vectors.games.flatMap(({ source, worths, dividends: d }) =>
      d === undefined ? [] : [{ source, worths, dividends: d }],
    ),
  )('dividends of $source', ({ worths, dividends: expected }) => {
    expect(get(dividends(bySize(worths))).map(formatRatio)).toEqual(texts(expected))
  })
  it.each(
    vectors.games.flatMap(({ source, worths, epsilon }) =>
      epsilon === undefined ? [] : [{ source, worths, epsilon }],
    ),
  )('least core of $source', ({ worths, epsilon }) => {
    const core = get(coreOf(bySize(worths)))
    expect(core.epsilon).toEqual(figure(epsilon))
    expect(core.empty).toBe(!epsilon.startsWith('-'))
  })
  it.each([1, 2, 3, 5, 9])('glove market of %i left and one right', (k) => {
    const players = letters(k + 1)
    const game = get(
      gameByMask(players)(
        Array.from({ length: 2 ** (k + 1) }, (_, mask) =>
          mask >= 2 ** k && mask > 2 ** k ? 1 : 0,
        ),
      ),
    )
    expect(solved(shapley, game)).toEqual(
      texts([...letters(k).map(() => `1/${k * (k + 1)}`), `${k}/${k + 1}`]),
    )
  })
  it('glove market of two left and two right', () => {
    const pairs = Array.from({ length: 16 }, (_, m) => {
      const [l, r] = [(m & 1) + ((m >> 1) & 1), ((m >> 2) & 1) + ((m >> 3) & 1)]
      return Math.min(l, r)
    })
    expect(solved(shapley, byMask(pairs))).toEqual(texts(['1/2', '1/2', '1/2', '1/2']))
  })
})

describe(`vectors: ${parameters.source}`, () => {
  it.each(parameters.beta)('beta ($alpha, $beta)', ({ alpha, beta, values }) => {
    const law = { alpha: figure(alpha), beta: figure(beta) }
    expect(solved(betaShapley(law), glove)).toEqual(texts(values))
  })
  it('the law of sizes of beta (16, 1)', () => {
    const law = get(betaLaw({ alpha: ratio(16n), beta: ratio(1n) })(3))
    const bySizes = law.map((p, s) => formatRatio(ratio(p.num * [1n, 2n, 1n][s]!, p.den)))
    expect(bySizes).toEqual(texts(parameters.beta[0]!.law!))
  })
  it.each(parameters.weighted)('weights $weights', ({ weights, values }) => {
    const [A, B, C] = figures(weights)
    expect(solved(weightedShapley({ A: A!, B: B!, C: C! }), glove)).toEqual(texts(values))
  })
  it.each(parameters.ame)('average marginal effect at $rates', ({ rates, values }) => {
    expect(solved(ame(figures(rates)), glove)).toEqual(texts(values))
  })
  const shown = (found: Interactions, masks: number): readonly string[] =>
    Array.from({ length: masks }, (_, i) => formatRatio(found.get(i + 1) ?? ratio(0n)))
  it('interactions of the glove market', () => {
    const { sii, bii, stii2, fsii2 } = parameters.interactions
    expect(shown(get(shapleyInteraction(3)(glove)), 7)).toEqual(texts(sii))
    expect(shown(get(banzhafInteraction(3)(glove)), 7)).toEqual(texts(bii))
    expect(shown(get(shapleyTaylor(2)(glove)), 6)).toEqual(texts(stii2))
    expect(shown(get(faithfulShapley(2)(glove)), 6)).toEqual(texts(fsii2))
  })
  it('interactions of a unanimity game of three among four', () => {
    const game = byMask(Array.from({ length: 16 }, (_, m) => ((m & 7) === 7 ? 1 : 0)))
    for (const [mask, value] of Object.entries(parameters.unanimity.fsii2)) {
      expect(get(faithfulShapley(2)(game)).get(Number(mask))).toEqual(figure(value))
    }
    expect(get(shapleyTaylor(2)(game)).get(3)).toEqual(figure(parameters.unanimity.stii2['3']))
  })
})

describe('laws', () => {
  const some = games({ players: [1, 5], worths: [-9, 9] })
  it('Shapley is the mean over all orders of arrival', () => {
    fc.assert(
      fc.property(some, (game) => {
        expect(solved(shapley, game)).toEqual(shapleyByOrders(game))
        expect(solved(semivalue(shapleyLaw), game)).toEqual(shapleyByOrders(game))
      }),
    )
  })
  it('an average marginal effect over many rates tends to Shapley: beta (1, 1) is Shapley', () => {
    fc.assert(
      fc.property(some, (game) => {
        const even = betaShapley({ alpha: ratio(1n), beta: ratio(1n) })
        expect(solved(even, game)).toEqual(solved(shapley, game))
        expect(solved(ame([ratio(1n, 2n)]), game)).toEqual(solved(banzhaf, game))
      }),
    )
  })
  it('equal weights are Shapley, and α = 1 is Shapley', () => {
    fc.assert(
      fc.property(some, (game) => {
        const equal = Object.fromEntries(game.players.map((p) => [p, ratio(3n)]))
        expect(solved(weightedShapley(equal), game)).toEqual(solved(shapley, game))
        expect(solved(egalitarianShapley(ratio(1n)), game)).toEqual(solved(shapley, game))
      }),
    )
  })
  it('single interactions are the values, and Shapley–Taylor and faithful sum to v(N)', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 5 }), (game, k) => {
        const n = game.players.length
        const order = Math.min(k, n)
        const singles = (found: Interactions) =>
          game.players.map((_, i) => formatRatio(found.get(1 << i)!))
        expect(singles(get(shapleyInteraction(order)(game)))).toEqual(solved(shapley, game))
        expect(singles(get(banzhafInteraction(order)(game)))).toEqual(solved(banzhaf, game))
        const whole = ratio(BigInt(game.worths.at(-1)!), game.den)
        expect(sum([...get(shapleyTaylor(order)(game)).values()])).toEqual(whole)
        expect(sum([...get(faithfulShapley(order)(game)).values()])).toEqual(whole)
      }),
    )
  })
  it('the point of a core that is not empty leaves no coalition short', () => {
    fc.assert(
      fc.property(games({ players: [2, 4], worths: [0, 9] }), (game) => {
        const { empty, epsilon, point } = get(coreOf(game))
        for (let mask = 1; mask < game.worths.length - 1; mask += 1) {
          const held = sum(point.filter((_, i) => (mask >> i) & 1).map((x) => x.value))
          const short = ratio(BigInt(game.worths[mask]!) * held.den - held.num, held.den)
          expect(compareRatio(short, epsilon)).toBeLessThanOrEqual(0)
        }
        expect(empty).toBe(epsilon.num > 0n)
      }),
      { numRuns: 40 },
    )
  })
})

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
  it('values of the same players need no table in the middle: CIS, ENSC, solidarity on one game', () => {
    expect(solved(cis, byMask([0, 1, 3, 8]))).toEqual(['3', '5'])
    expect(solved(ensc, byMask([0, 1, 3, 8]))).toEqual(['3', '5'])
    expect(solved(solidarity, byMask([0, 1, 3, 8]))).toEqual(['3.5', '4.5'])
  })
})
