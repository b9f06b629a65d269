import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  airport,
  airportGame,
  downstream,
  equalLoss,
  geometric,
  averageTree,
  inOrder,
  lineOf,
  myerson,
  owen,
  permission,
  position,
  sequential,
  sequentialGame,
  serial,
  shapley,
  stagedChain,
  termsGame,
  twoLayers,
  upstream,
  usageValue,
  votingGame,
  votingPower,
  type Figures,
  type Voting,
} from '../../src/contribution/index.js'
import { formatRatio, ratio, subRatio } from '../../src/core/index.js'
import {
  byMask,
  figure,
  games,
  get,
  letters,
  permutations,
  solved,
  sum,
  valuesOf,
} from './support.js'

const named = (values: readonly string[]): Figures =>
  values.map((value, i) => ({ player: letters(26)[i]!, value: figure(value) }))
const voting = (quota: number, weights: readonly number[]): Voting => ({
  quota: BigInt(quota),
  votes: weights.map((w, i) => ({ player: letters(26)[i]!, votes: BigInt(w) })),
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
  it('all links are Shapley by Myerson, no ranking is Shapley, lines step along the game', () => {
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
