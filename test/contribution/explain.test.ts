import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  airportForm,
  explainForm,
  gameByMask,
  solveForm,
  tableForm,
  valueMethods,
  type Game,
  type Given,
} from '../../src/contribution/index.js'
import { exact, formatRatio, one, ratio, redo, subRatio, zero } from '../../src/core/index.js'
import { byMask, faultOf, games, get, glove, letters } from './support.js'

const half = ratio(1n, 2n)

/** What methods may need, for the players of a game. */
const givenFor = ({ players }: Game): Partial<Given> => {
  const [first = '', ...rest] = players
  const each = <A>(of: (i: number) => A): Readonly<Record<string, A>> =>
    Object.fromEntries(players.map((name, i) => [name, of(i)]))
  return {
    weights: each((i) => ratio(BigInt(i + 1))),
    factors: each((i) => (i === 0 ? one : zero)),
    rates: [half],
    sizes: players.map((_, s) => (s === 0 ? one : zero)),
    links: rest.map((name, at) => [rest[at - 1] ?? first, name] as const),
    unions: [[first], ...(rest.length === 0 ? [] : [rest])],
    groups: [[first], ...(rest.length === 0 ? [] : [rest])],
    ranking: { kind: 'conjunctive', pairs: rest.map((player) => ({ player, superior: first })) },
  }
}

/** Games on which many methods are defined: no worth below zero, none of nobody alone. */
const kind = games({ players: [1, 4], worths: [1, 12] })
const simple = fc
  .uniqueArray(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 4 })
  .map((winning) =>
    get(
      gameByMask(letters(4))(
        Array.from({ length: 16 }, (_, mask) =>
          winning.some((one) => (mask & one) === one) ? 1 : 0,
        ),
      ),
    ),
  )

const explained = valueMethods.filter(
  (method) => method.explain ?? method.with?.explain(givenFor(glove)),
)

/** How many figures of a game were explained; each is redone from its printed inputs alone. */
const redone = (id: string, game: Game): number => {
  const given = givenFor(game)
  const form = tableForm(game)
  const solved = solveForm(given)(id)(form)
  const explain = explainForm(given)(id)(form)!
  if (isLeft(solved)) {
    expect(faultOf(explain(game.players[0]!))).toEqual(solved.left)
    return 0
  }
  for (const { player, value } of solved.right) {
    expect(get(redo(exact)(get(explain(player)))), `${id} ${player}`).toBe(formatRatio(value))
  }
  return solved.right.length
}

describe('laws', () => {
  it.each(explained.map(({ id }) => id))('%s: every figure is redone from its tree', (id) => {
    let figures = 0
    fc.assert(
      fc.property(fc.oneof(kind, simple), (game) => {
        figures += redone(id, game)
      }),
      { numRuns: 40 },
    )
    expect(figures).toBeGreaterThan(0)
  })
})

describe('edges', () => {
  it('all values are explained but those that linear programs give', () => {
    const missing = valueMethods.filter((method) => !explained.includes(method))
    expect(missing.map(({ id }) => id)).toEqual([
      'value.nucleolus',
      'value.prenucleolus',
      'value.per-capita-prenucleolus',
    ])
  })
  it('an additive game is between its ends that are one point', () => {
    const additive = byMask([0, 1, 2, 3])
    for (const id of ['value.gately', 'value.tau']) expect(redone(id, additive)).toBe(2)
  })
  it('trees stay readable: larger games are refused', () => {
    const many = get(gameByMask(letters(13))(Array.from({ length: 2 ** 13 }, (_, m) => m)))
    const refused = explainForm({})('value.shapley')(tableForm(many))!('A')
    expect(faultOf(refused)).toEqual({
      _tag: 'TooManyPlayers',
      method: 'explanation',
      players: 13,
      limit: 12,
    })
    expect(isRight(explainForm({})('value.cis')(tableForm(many))!('A'))).toBe(true)
  })
  it('who is no player has no figure, and costs are not explained with the other sign', () => {
    expect(faultOf(explainForm({})('value.cis')(tableForm(glove))!('Z'))).toEqual({
      _tag: 'UnknownPlayer',
      player: 'Z',
    })
    const airport = airportForm([
      { player: 'A', value: half },
      { player: 'B', value: one },
    ])
    expect(explainForm({})('value.tau')(airport)).toBeUndefined()
    const tree = get(explainForm({})('value.cis')(airport)!('A'))
    expect(get(redo(exact)(tree))).toBe(formatRatio(subRatio(half, ratio(1n, 4n))))
  })
})
