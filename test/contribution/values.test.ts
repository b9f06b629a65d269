import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ame,
  banzhaf,
  banzhafInteraction,
  betaLaw,
  betaShapley,
  coreOf,
  dividends,
  egalitarianShapley,
  faithfulShapley,
  gameByMask,
  methodOf,
  ofCosts,
  semivalue,
  shapley,
  shapleyInteraction,
  shapleyLaw,
  shapleyTaylor,
  weightedShapley,
  type Interactions,
} from '../../src/contribution/index.js'
import { compareRatio, formatRatio, ratio } from '../../src/core/index.js'
import parameters from '../vectors/contribution/parameters.json' with { type: 'json' }
import vectors from '../vectors/contribution/values.json' with { type: 'json' }
import {
  byMask,
  bySize,
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
