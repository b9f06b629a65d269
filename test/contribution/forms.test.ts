import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  airport,
  airportGame,
  banzhafOwen,
  downstream,
  equalLoss,
  factorCorrected,
  gameByMask,
  geometric,
  averageTree,
  inOrder,
  lineOf,
  methodOf,
  myerson,
  nucleolus,
  ofCosts,
  owen,
  permission,
  position,
  sequential,
  sequentialGame,
  serial,
  shapley,
  stagedChain,
  termsGame,
  termsOfRows,
  twoLayers,
  upstream,
  usageValue,
  votingGame,
  votingPower,
  votingSwings,
  type Figures,
  type Voting,
} from '../../src/contribution/index.js'
import { formatRatio, ratio, subRatio } from '../../src/core/index.js'
import chains from '../vectors/contribution/chains.json' with { type: 'json' }
import votes from '../vectors/contribution/voting.json' with { type: 'json' }
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
  permutations,
  solved,
  sum,
  texts,
  valuesOf,
} from './support.js'

const named = (values: readonly string[]): Figures =>
  values.map((value, i) => ({ player: letters(26)[i]!, value: figure(value) }))
const voting = (quota: number, weights: readonly number[]): Voting => ({
  quota: BigInt(quota),
  votes: weights.map((w, i) => ({ player: letters(26)[i]!, votes: BigInt(w) })),
})
const pairs = (links: readonly string[]) => links.map((l) => [l[0]!, l[1]!] as const)

describe(`vectors: ${votes.source}`, () => {
  it.each(votes.votes)('$source', ({ quota, votes: weights, ...expected }) => {
    const vote = voting(quota, weights)
    if (expected.shapley) expect(valuesOf(get(votingPower(vote)))).toEqual(texts(expected.shapley))
    if (expected.swings) {
      expect(get(votingSwings(vote)).map((x) => Number(x.swings))).toEqual(expected.swings)
    }
    if (expected.banzhaf) {
      const swings = get(votingSwings(vote)).map((x) => x.swings)
      const all = swings.reduce((a, b) => a + b, 0n)
      expect(swings.map((x) => formatRatio(ratio(x, all)))).toEqual(texts(expected.banzhaf))
    }
    for (const [id, values] of Object.entries(expected.indices ?? {})) {
      expect(solved(get(methodOf(id)).solve!, get(votingGame(vote))), id).toEqual(texts(values))
    }
  })
  it.each(votes.unions)(
    'Catalonia 1980 with union $unions',
    ({ unions, owen: o, banzhafOwen: b }) => {
      const game = get(votingGame(voting(68, [43, 33, 25, 18, 14, 2])))
      const alone = letters(6)
        .filter((x) => !unions.join('').includes(x))
        .map((x) => [x])
      const blocks = [...unions.map((u) => Array.from(u)), ...alone]
      expect(solved(owen(blocks), game)).toEqual(texts(o))
      if (b) expect(solved(banzhafOwen(blocks), game)).toEqual(texts(b))
    },
  )
  it(votes.college.source, () => {
    const { quota, votes: states, shapley: expected, swings, total } = votes.college
    const vote = {
      quota: BigInt(quota),
      votes: Object.entries(states).map(([player, v]) => ({ player, votes: BigInt(v) })),
    }
    const power = get(votingPower(vote))
    for (const [state, value] of Object.entries(expected)) {
      const found = power.find((x) => x.player === state)!.value
      const digits = Number((found.num * 10n ** 20n) / found.den) / 1e20
      expect(Math.abs(digits - value)).toBeLessThan(1e-15)
    }
    expect(sum(power.map((x) => x.value))).toEqual(ratio(1n))
    const counted = get(votingSwings(vote))
    for (const [state, count] of Object.entries(swings)) {
      expect(String(counted.find((x) => x.player === state)!.swings)).toBe(count)
    }
    expect(String(counted.reduce((s, x) => s + x.swings, 0n))).toBe(total)
  })
})

describe(`vectors: ${chains.source}`, () => {
  it.each(chains.airport)('airport, $source', ({ needs, shapley: s, nucleolus: n }) => {
    expect(valuesOf(get(airport(named(needs))))).toEqual(texts(s))
    expect(solved(ofCosts(nucleolus), get(airportGame(named(needs))))).toEqual(texts(n))
  })
  it(chains.birmingham.source, () => {
    const { costs, landings, fees, first } = chains.birmingham
    const types = costs.flatMap((cost, k) =>
      Array.from({ length: landings[k]! }, (_, j) => ({
        player: `${k}/${j}`,
        value: ratio(BigInt(cost)),
      })),
    )
    const paid = get(airport(types))
    const fee = costs.map((_, k) => paid.find((x) => x.player === `${k}/0`)!.value)
    expect(fee.slice(0, 2).map(formatRatio)).toEqual(texts(first))
    expect(fee.map((x) => Math.round((Number(x.num) * 100) / Number(x.den)) / 100)).toEqual(fees)
    expect(sum(fee.map((x, k) => ratio(x.num * BigInt(landings[k]!), x.den)))).toEqual(
      ratio(117676n),
    )
  })
  it.each(chains.hierarchy)('hierarchy $revenues', ({ revenues, geometric: g, serial: s }) => {
    for (const [lambda, values] of Object.entries(g)) {
      expect(valuesOf(get(geometric(figure(lambda))(lineOf(named(revenues)))))).toEqual(
        texts(values),
      )
    }
    expect(valuesOf(get(serial(lineOf(named(revenues)))))).toEqual(texts(s))
  })
  it.each(chains.sequential)('sequential production $revenues', ({ revenues, values }) => {
    expect(valuesOf(get(sequential(named(revenues))))).toEqual(texts(values['value.shapley']))
    for (const [id, expected] of Object.entries(values)) {
      expect(solved(get(methodOf(id)).solve!, get(sequentialGame(named(revenues)))), id).toEqual(
        texts(expected),
      )
    }
  })
  it.each(chains.stages)('stages of $suppliers suppliers', ({ suppliers, members }) => {
    const stages = suppliers.map((count, k) => Array.from({ length: count }, (_, j) => `${k}/${j}`))
    const shares = get(stagedChain({ worth: ratio(1n), stages }))
    expect(
      suppliers.map((_, k) => formatRatio(shares.find((x) => x.player === `${k}/0`)!.value)),
    ).toEqual(texts(members))
    expect(sum(shares.map((x) => x.value))).toEqual(ratio(1n))
  })
  it.each(chains.permission)(
    'permission, $source',
    ({ pairs: above, players, winner, ...expected }) => {
      const names = Array.from(players)
      const bit = 1 << names.indexOf(winner)
      const game = get(
        gameByMask(names)(Array.from({ length: 2 ** names.length }, (_, m) => (m & bit ? 1 : 0))),
      )
      const ranking = above.map((p) => ({ superior: p[0]!, player: p[1]! }))
      expect(solved(permission('conjunctive')(ranking), game)).toEqual(texts(expected.conjunctive))
      expect(solved(permission('disjunctive')(ranking), game)).toEqual(texts(expected.disjunctive))
    },
  )
  it.each(chains.inOrder)('glove market in order $groups', ({ groups, values }) => {
    expect(solved(inOrder(groups.map((g) => Array.from(g))), glove)).toEqual(texts(values))
  })
  it.each(chains.factors)(
    'factor correction that would fall below zero is refused',
    ({ shapley: s, factors, corrected }) => {
      const [a, b, c] = figures(s) as [never, never, never]
      const add = (...x: readonly { num: bigint; den: bigint }[]) => sum(x)
      const game = get(
        gameByMask(['A', 'B', 'C'])([0, a, b, add(a, b), c, add(a, c), add(b, c), add(a, b, c)]),
      )
      const [A, B, C] = figures(factors) as [never, never, never]
      expect(solved(shapley, game)).toEqual(texts(s))
      expect(faultOf(factorCorrected({ A, B, C })(game))).toEqual({
        _tag: 'NegativeShare',
        player: 'B',
        value: corrected[1],
      })
      const third = ratio(1n, 3n)
      expect(solved(factorCorrected({ A: third, B: third, C: third }), game)).toEqual(texts(s))
    },
  )
  it.each(chains.graphs)('graph $links', ({ links, ...expected }) => {
    const game = bySize([0, 0, 0, 12, 6, 6, 12])
    if (expected.myerson)
      expect(solved(myerson(pairs(links)), game)).toEqual(texts(expected.myerson))
    if (expected.position)
      expect(solved(position(pairs(links)), game)).toEqual(texts(expected.position))
    if (expected.averageTree)
      expect(solved(averageTree(pairs(links)), game)).toEqual(texts(expected.averageTree))
  })
  it('ends of a path that need each other', () => {
    const { links, myerson: m, position: p } = chains.unanimity
    const game = byMask([0, 0, 0, 0, 0, 1, 0, 1])
    expect(solved(myerson(pairs(links)), game)).toEqual(texts(m))
    expect(solved(position(pairs(links)), game)).toEqual(texts(p))
  })
})

describe('laws', () => {
  const some = games({ players: [1, 5], worths: [-9, 9] })
  it('forms without a table are the Shapley value of their table', () => {
    const need = fc.integer({ min: 0, max: 20 })
    fc.assert(
      fc.property(fc.array(need, { minLength: 1, maxLength: 6 }), (needs) => {
        const all = named(needs.map(String))
        expect(valuesOf(get(airport(all)))).toEqual(solved(shapley, get(airportGame(all))))
        expect(valuesOf(get(sequential(all)))).toEqual(solved(shapley, get(sequentialGame(all))))
      }),
    )
    const weights = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 54 }), (ws, q) => {
        const total = ws.reduce((a, b) => a + b, 0)
        fc.pre(total > 0)
        const vote = voting(1 + (q % total), ws)
        expect(valuesOf(get(votingPower(vote)))).toEqual(solved(shapley, get(votingGame(vote))))
      }),
    )
    const party = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(party, fc.bigInt({ min: -9n, max: 99n })), {
          minLength: 1,
          maxLength: 8,
        }),
        (list) => {
          const terms = list.map(([parties, amount], i) => ({ event: `e${i}`, parties, amount }))
          const found = get(usageValue(terms))
          expect(valuesOf(found)).toEqual(
            solved(shapley, get(termsGame(found.map((x) => x.player))(terms))),
          )
        },
      ),
    )
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
        (sizes) => {
          let next = 0
          const stages = sizes.map((size) =>
            Array.from({ length: size }, () => letters(26)[next++]!),
          )
          const worths = Array.from({ length: 2 ** next }, (_, mask) =>
            stages.every((stage) => stage.some((x) => (mask >> letters(26).indexOf(x)) & 1)) ? 6 : (
              0
            ),
          )
          const shares = get(stagedChain({ worth: ratio(6n), stages }))
          expect(valuesOf(shares)).toEqual(solved(shapley, byMask(worths)))
        },
      ),
      { numRuns: 30 },
    )
  })
  it('one union, and unions of one, give Shapley; no links leave each its own worth', () => {
    fc.assert(
      fc.property(some, (game) => {
        const all = [...game.players]
        expect(solved(owen([all]), game)).toEqual(solved(shapley, game))
        expect(solved(owen(all.map((x) => [x])), game)).toEqual(solved(shapley, game))
        expect(solved(inOrder([all]), game)).toEqual(solved(shapley, game))
        expect(solved(inOrder(all.map((x) => [x])), game)).toEqual(solved(downstream, game))
        const alone = all.map((_, i) => formatRatio(ratio(BigInt(game.worths[1 << i]!))))
        for (const value of [myerson([]), position([]), averageTree([])]) {
          expect(solved(value, game)).toEqual(alone)
        }
      }),
    )
  })
  it('all links are Myerson’s Shapley, no ranking is Shapley, and lines step along the game', () => {
    fc.assert(
      fc.property(some, (game) => {
        const all = game.players.flatMap((a, i) =>
          game.players.slice(i + 1).map((b) => [a, b] as const),
        )
        expect(solved(myerson(all), game)).toEqual(solved(shapley, game))
        expect(solved(permission('disjunctive')([]), game)).toEqual(solved(shapley, game))
        const [down, up, mean] = [downstream, upstream, equalLoss].map((v) => get(v(game)))
        mean!.forEach((x, i) => {
          expect(ratio(x.value.num * 2n, x.value.den)).toEqual(
            sum([down![i]!.value, up![i]!.value]),
          )
        })
      }),
    )
  })
  it('order-restricted values are the mean over the orders that keep the groups in order', () => {
    fc.assert(
      fc.property(games({ players: [4, 4], worths: [-9, 9] }), (game) => {
        const orders = permutations([0, 1, 2, 3]).filter((o) =>
          o.slice(0, 2).every((i) => i === 0 || i === 2),
        )
        const means = [0, 1, 2, 3].map((i) => {
          const marginals = orders.map((o) => {
            const before = o.slice(0, o.indexOf(i)).reduce((m, j) => m | (1 << j), 0)
            return ratio(BigInt(game.worths[before | (1 << i)]!) - BigInt(game.worths[before]!))
          })
          return formatRatio(ratio(sum(marginals).num, BigInt(orders.length)))
        })
        expect(
          solved(
            inOrder([
              ['C', 'A'],
              ['B', 'D'],
            ]),
            game,
          ),
        ).toEqual(means)
      }),
      { numRuns: 30 },
    )
  })
  it('the serial rule is the conjunctive permission value of the additive game', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 5 }),
        (rs) => {
          const line = lineOf(named(rs.map(String)))
          const worths = Array.from({ length: 2 ** rs.length }, (_, m) =>
            rs.reduce((s, r, i) => ((m >> i) & 1 ? s + r : s), 0),
          )
          const ranking = line.flatMap(({ player, superior }) =>
            superior === undefined ? [] : [{ player, superior }],
          )
          expect(valuesOf(get(serial(line)))).toEqual(
            solved(permission('conjunctive')(ranking), byMask(worths)),
          )
        },
      ),
    )
  })
  it('in a tree children pay their parent, and all is paid out', () => {
    const tree = [
      { player: 'top', revenue: ratio(0n) },
      { player: 'a', revenue: ratio(8n), superior: 'top' },
      { player: 'b', revenue: ratio(4n), superior: 'top' },
    ]
    expect(valuesOf(get(geometric(ratio(1n, 4n))(tree)))).toEqual(['9', '2', '1'])
    expect(valuesOf(get(serial(tree)))).toEqual(['6', '4', '2'])
  })
  it('two layers pay members what their roles get', () => {
    fc.assert(
      fc.property(
        games({ players: [2, 2], worths: [0, 9] }),
        fc.integer({ min: 0, max: 5 }),
        (game, s) => {
          const scores = { A: { Ann: ratio(BigInt(s)), Bo: ratio(1n) }, B: { Cy: ratio(2n) } }
          const shares = get(twoLayers({ between: shapley, scores })(game))
          const roles = get(shapley(game))
          expect(sum(shares.slice(0, 2).map((x) => x.value))).toEqual(roles[0]!.value)
          expect(subRatio(shares[2]!.value, roles[1]!.value)).toEqual(ratio(0n))
        },
      ),
    )
  })
})

describe('edges', () => {
  const one = ratio(1n)
  it('graphs with unknown players, loops and cycles are refused; a link counts once', () => {
    for (const value of [myerson, position, averageTree]) {
      expect(faultOf(value([['A', 'Z']])(glove))).toEqual({ _tag: 'UnknownPlayer', player: 'Z' })
      expect(faultOf(value([['B', 'B']])(glove))).toEqual({ _tag: 'LinkToItself', player: 'B' })
      expect(
        solved(
          value([
            ['A', 'C'],
            ['C', 'A'],
          ]),
          glove,
        ),
      ).toEqual(solved(value([['A', 'C']]), glove))
    }
    expect(
      faultOf(
        averageTree([
          ['A', 'B'],
          ['B', 'C'],
          ['A', 'C'],
        ])(glove),
      ),
    ).toEqual({ _tag: 'NotAForest', player: 'A' })
  })
  it('position counts at most 20 links', () => {
    const players = letters(7)
    const game = get(gameByMask(players)(new Float64Array(128)))
    const links = players.flatMap((a, i) => players.slice(i + 1).map((b) => [a, b] as const))
    expect(faultOf(position(links)(game))).toEqual({ _tag: 'TooManyLinks', links: 21, limit: 20 })
  })
  it('unions and groups hold each player exactly once', () => {
    for (const value of [owen, banzhafOwen, inOrder]) {
      expect(faultOf(value([['A', 'B']])(glove))).toEqual({ _tag: 'NotAPartition', player: 'C' })
      expect(
        faultOf(
          value([
            ['A', 'B'],
            ['B', 'C'],
          ])(glove),
        ),
      ).toEqual({ _tag: 'NotAPartition', player: 'B' })
      expect(faultOf(value([['A', 'B', 'C', 'Z']])(glove))).toEqual({
        _tag: 'UnknownPlayer',
        player: 'Z',
      })
      expect(solved(value([['A', 'B', 'C'], []]), glove)).toEqual(
        solved(value([['A', 'B', 'C']]), glove),
      )
    }
  })
  it('rankings without a top are refused', () => {
    const circle = [
      { player: 'A', superior: 'B' },
      { player: 'B', superior: 'A' },
    ]
    expect(faultOf(permission('conjunctive')(circle)(glove))).toEqual({
      _tag: 'RankingCycle',
      player: 'A',
    })
    expect(faultOf(permission('conjunctive')([{ player: 'A', superior: 'Z' }])(glove))).toEqual({
      _tag: 'UnknownPlayer',
      player: 'Z',
    })
  })
  it('chains refuse bad parameters, names and revenues', () => {
    const line = lineOf(named(['1', '2']))
    expect(faultOf(geometric(ratio(2n))(line))).toEqual({
      _tag: 'ParameterOutOfRange',
      parameter: 'lambda',
      value: '2',
    })
    expect(faultOf(geometric(ratio(-1n))(line))).toEqual({
      _tag: 'ParameterOutOfRange',
      parameter: 'lambda',
      value: '-1',
    })
    expect(faultOf(geometric(one)([]))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(serial([{ player: 'A', revenue: ratio(-1n) }]))).toEqual({
      _tag: 'NegativeFigure',
      player: 'A',
      value: '-1',
    })
    expect(faultOf(serial([{ player: 'A', revenue: one, superior: 'Z' }]))).toEqual({
      _tag: 'UnknownPlayer',
      player: 'Z',
    })
    expect(faultOf(geometric(one)([{ player: 'A', revenue: one, superior: 'A' }]))).toEqual({
      _tag: 'RankingCycle',
      player: 'A',
    })
  })
  it('votes must be votes, and the quota within reach', () => {
    expect(faultOf(votingPower(voting(1, [])))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(votingPower(voting(1, [-1, 3])))).toEqual({
      _tag: 'NotAVote',
      player: 'A',
      votes: '-1',
    })
    expect(faultOf(votingSwings(voting(0, [1])))).toEqual({
      _tag: 'QuotaOutOfRange',
      quota: '0',
      total: '1',
    })
    expect(faultOf(votingGame(voting(2, [1])))).toEqual({
      _tag: 'QuotaOutOfRange',
      quota: '2',
      total: '1',
    })
    expect(faultOf(votingPower(voting(1, [100_000_001])))).toEqual({
      _tag: 'TooMuchCounting',
      method: 'weighted votes',
      size: '100000001',
      limit: '100000000',
    })
  })
  it('usage needs parties, one amount an event, and known names', () => {
    expect(faultOf(usageValue([]))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(usageValue([{ event: 'q', parties: [], amount: 1n }]))).toEqual({
      _tag: 'EmptyTerm',
      event: 'q',
    })
    expect(faultOf(usageValue([{ event: 'q', parties: ['A', 'A'], amount: 1n }]))).toEqual({
      _tag: 'DuplicatePlayer',
      player: 'A',
    })
    expect(
      faultOf(
        termsOfRows([
          { event: 'q', party: 'A', amount: 1n },
          { event: 'q', party: 'B', amount: 2n },
        ]),
      ),
    ).toEqual({ _tag: 'TermsDiffer', event: 'q', first: '1', other: '2' })
    expect(faultOf(termsGame(['A'])([{ event: 'q', parties: ['B'], amount: 1n }]))).toEqual({
      _tag: 'UnknownPlayer',
      player: 'B',
    })
  })
  it('airports, stages and sequences refuse what is no need, stage or name', () => {
    expect(faultOf(airport([{ player: 'A', value: ratio(-1n) }]))).toEqual({
      _tag: 'NegativeFigure',
      player: 'A',
      value: '-1',
    })
    expect(faultOf(airportGame([{ player: 'A', value: ratio(-1n) }]))).toEqual({
      _tag: 'NegativeFigure',
      player: 'A',
      value: '-1',
    })
    expect(faultOf(sequential([]))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(stagedChain({ worth: one, stages: [] }))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(stagedChain({ worth: one, stages: [['A'], []] }))).toEqual({
      _tag: 'NotACount',
      stage: 2,
      value: '0',
    })
  })
  it('factors and scores are checked before anything is shared', () => {
    const half = ratio(1n, 2n)
    const game = byMask([0, 0, 0, 8])
    expect(faultOf(factorCorrected({ A: half, B: one })(game))).toEqual({
      _tag: 'FactorsNotOne',
      sum: '1.5',
    })
    expect(faultOf(factorCorrected({ A: half })(game))).toEqual({
      _tag: 'PlayerMissing',
      player: 'B',
    })
    const layers = (scores: Parameters<typeof twoLayers>[0]['scores']) =>
      faultOf(twoLayers({ between: shapley, scores })(game))
    expect(layers({ A: { x: one } })).toEqual({ _tag: 'PlayerMissing', player: 'B' })
    expect(layers({ A: { x: one }, B: { x: one } })).toEqual({
      _tag: 'DuplicatePlayer',
      player: 'x',
    })
    expect(layers({ A: { x: one }, B: { y: ratio(-1n) } })).toEqual({
      _tag: 'NegativeFigure',
      player: 'y',
      value: '-1',
    })
    expect(layers({ A: { x: one }, B: { y: ratio(0n) } })).toEqual({
      _tag: 'ScoresAllZero',
      role: 'B',
    })
    expect(layers({ A: { x: one }, B: { y: one }, C: { z: one } })).toEqual({
      _tag: 'UnknownPlayer',
      player: 'C',
    })
  })
})
