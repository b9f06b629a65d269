/** Parts of explanations: leaves, and nodes that are worked out from their own formula, so that a
 *  tree cannot say one thing and its figure another. */
import { chain, isLeft, left, map, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { exact } from '../core/arithmetic.js'
import type { Explained } from '../core/explained.js'
import { evaluate, parseFormula } from '../core/formula.js'
import { formatRatio, ratio, zero, type Ratio } from '../core/ratio.js'
import { coalitionName } from './coalition.js'
import type { ContributionFault } from './fault.js'
import { within, worthOf, type Game, type Value } from './game.js'
import { upTo } from './number.js'

/** Explains one player's figure in one game. */
export type Explain = (game: Game) => (player: string) => Either<ContributionFault, Explained>

/** A figure in the making. */
export interface Node {
  readonly tree: Explained
  readonly value: Ratio
}

/** A figure that is given. */
export const given = (label: string, value: Ratio, source: string): Node => ({
  value,
  tree: { label, value: formatRatio(value), source },
})

/** A figure that its formula gives; 0 where it gives none. */
export const worked = (label: string, formula: string, inputs: readonly Node[]): Node => {
  const names = new Map(inputs.map(({ tree, value }) => [tree.label, value]))
  const found = pipe(parseFormula(formula), chain(evaluate(exact, names)))
  const value = isLeft(found) ? zero : found.right
  return {
    value,
    tree: { label, value: formatRatio(value), formula, inputs: inputs.map(({ tree }) => tree) },
  }
}

/** The same figure under another label. */
export const labelled = (label: string, { tree, value }: Node): Node => ({
  value,
  tree: { ...tree, label },
})

/** What explanations read off a game: worths as leaves, with their coalition as source. */
export interface Reading {
  readonly game: Game
  readonly full: number
  readonly players: readonly number[]
  readonly worth: (label: string, mask: number) => Node
  readonly whole: Node
  readonly count: Node
  readonly name: (mask: number) => string
  readonly nameOf: (i: number) => string
}

/** An explanation of a player by position, for games of at most some players.
 * @param limit players beyond which the tree would be too large
 * @returns Left TooManyPlayers; Left UnknownPlayer */
export const explaining =
  (
    limit: number,
    treeOf: (reading: Reading, i: number) => Either<ContributionFault, Node>,
  ): Explain =>
  (game) =>
  (player) =>
    pipe(
      game,
      within('explanation', limit),
      chain(() => positionOf(game.players)(player)),
      chain((i) => treeOf(readingOf(game), i)),
      map(({ tree }) => ({
        ...tree,
        label: 'value',
        title: { en: `Contribution of ${player}`, zh: `${player}的贡献` },
      })),
    )

/** The position of a player in declared order.
 * @returns Left UnknownPlayer */
const positionOf =
  (players: readonly string[]) =>
  (player: string): Either<ContributionFault, number> => {
    const at = players.indexOf(player)
    return at < 0 ? left({ _tag: 'UnknownPlayer', player }) : right(at)
  }

/** An explanation of figures that there are. */
export const explainSolved =
  (solve: Value, explain: Explain): Explain =>
  (game) =>
  (player) =>
    pipe(
      solve(game),
      chain(() => explain(game)(player)),
    )

/** Reads a game for its explanations. */
export const readingOf = (game: Game): Reading => {
  const name = coalitionName(game.players)
  const full = game.worths.length - 1
  const worth = (label: string, mask: number): Node =>
    given(label, worthOf(game)(mask), `v(${name(mask)})`)
  return {
    game,
    full,
    players: upTo(game.players.length),
    worth,
    whole: worth('whole', full),
    count: given('players', ratio(BigInt(game.players.length)), 'number of players'),
    name,
    nameOf: (i) => game.players[i] ?? '',
  }
}
