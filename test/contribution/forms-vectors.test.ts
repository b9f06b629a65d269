import { describe, expect, it } from 'vitest'
import {
  airport,
  airportGame,
  banzhafOwen,
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
  votingGame,
  votingPower,
  votingSwings,
  type Figures,
  type Voting,
} from '../../src/contribution/index.js'
import { formatRatio, ratio } from '../../src/core/index.js'
import chains from '../vectors/contribution/chains.json' with { type: 'json' }
import votes from '../vectors/contribution/voting.json' with { type: 'json' }
import {
  byMask,
  bySize,
  faultOf,
  figure,
  figures,
  get,
  glove,
  letters,
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
