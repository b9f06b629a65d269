/** What values promise, as tests of one case: kept, broken, or not concerned.
 *
 *  Each axiom prepares a case so that its premise holds (makes two players interchangeable, a player
 *  null, a game superadditive), leaving cases alone that meet it, and then looks at the value. A
 *  value that refuses a game says nothing about it: the axioms hold on a value's own domain.
 *  Source: Shapley 1953; Young 1985; Megiddo 1974; Hart & Mas-Colell 1989; Derks & Haller 1999. */
import { isLeft } from 'fp-ts/lib/Either.js'
import type { Bilingual } from '../core/error.js'
import { addRatio, compareRatio, mulRatio, ratio, zero, type Ratio } from '../core/ratio.js'
import { aloneOf, wholeOf } from './allocation.js'
import { membersOf } from './coalition.js'
import { integersOf, worthOf, type Game, type Value } from './game.js'
import { sumRatio } from './number.js'
import {
  balanced,
  changed,
  convex,
  intAt,
  interchangeable,
  monotone,
  superadditive,
  withNull,
  without,
  withRisenMarginals,
  type AxiomCase,
} from './premise.js'

/** Short names of the axioms. 公理 */
export type AxiomId =
  | 'EFF'
  | 'SYM'
  | 'NUL'
  | 'NPO'
  | 'ADD'
  | 'COV'
  | 'STM'
  | 'COM'
  | 'AGM'
  | 'IR'
  | 'COR'
  | 'CVX'
  | 'POS'
  | 'DUA'

export interface Axiom {
  readonly id: AxiomId
  readonly name: Bilingual
  /** What it says, in one clause. */
  readonly says: Bilingual
  /** The nearest case that meets the premise; the case itself where it does. */
  readonly prepare: (one: AxiomCase) => AxiomCase
  /** Undefined where the value refuses, or the premise cannot be met. */
  readonly holds: (value: Value) => (one: AxiomCase) => boolean | undefined
}

type Test = (shares: readonly Ratio[], one: AxiomCase, solve: Solve) => boolean | undefined
type Solve = (game: Game) => readonly Ratio[] | undefined

const axiom = (
  id: AxiomId,
  name: Bilingual,
  says: Bilingual,
  test: Test,
  prepare: (one: AxiomCase) => AxiomCase = (one) => one,
): Axiom => ({
  id,
  name,
  says,
  prepare,
  holds: (value) => (given) => {
    const one = prepare(given)
    const solve: Solve = (game) => {
      const solved = value(game)
      return isLeft(solved) ? undefined : solved.right.map((x) => x.value)
    }
    const shares = solve(one.game)
    return shares === undefined ? undefined : test(shares, one, solve)
  },
})

/** All axioms of the table, each executable. */
export const axioms: readonly Axiom[] = [
  axiom(
    'EFF',
    { en: 'efficiency', zh: '有效性' },
    { en: 'figures sum to v(N)', zh: '各方之和等于 v(N)' },
    (shares, { game }) => same(sumRatio(shares), wholeOf(game)),
  ),
  axiom(
    'SYM',
    { en: 'symmetry', zh: '对称性' },
    { en: 'interchangeable players get the same', zh: '可互换者所得相同' },
    (shares, { player, other }) => same(at(shares, player), at(shares, other)),
    (one) => ({ ...one, game: interchangeable(one.game, one.player, one.other) }),
  ),
  axiom(
    'NUL',
    { en: 'null player', zh: '零贡献者' },
    { en: 'who adds nothing gets nothing', zh: '没有贡献者所得为零' },
    (shares, { player }) => at(shares, player).num === 0n,
    (one) => ({ ...one, game: withNull(one.game, one.player) }),
  ),
  axiom(
    'NPO',
    { en: 'null player out', zh: '零贡献者退出' },
    { en: 'when who adds nothing leaves, nobody else changes', zh: '零贡献者退出时他人所得不变' },
    (shares, { game, player }, solve) => {
      if (game.players.length < 2) return undefined
      const rest = solve(without(game, player))
      return (
        rest &&
        sameAll(
          rest,
          shares.filter((_, i) => i !== player),
        )
      )
    },
    (one) => ({ ...one, game: withNull(one.game, one.player) }),
  ),
  axiom(
    'ADD',
    { en: 'additivity', zh: '可加性' },
    { en: 'two games together give the sum', zh: '两个博弈之和的解等于解之和' },
    (shares, { game, second }, solve) => {
      const [other, both] = [
        solve(second),
        solve(changed(game, (v, mask) => v + intAt(second, mask))),
      ]
      return (
        other &&
        both &&
        sameAll(
          both,
          shares.map((x, i) => addRatio(x, at(other, i))),
        )
      )
    },
  ),
  axiom(
    'COV',
    { en: 'covariance', zh: '策略等价协变' },
    { en: 'of a·v + b it gives a times and plus b', zh: '对 a·v + b 的解为 a 倍加 b' },
    (shares, { game, second, amount }, solve) => {
      const b = (i: number): bigint => intAt(second, 1 << i)
      const moved = solve(
        changed(game, (v, mask) => membersOf(mask).reduce((sum, i) => sum + b(i), amount * v)),
      )
      const expected = shares.map((x, i) =>
        addRatio(mulRatio(ratio(amount), x), ratio(b(i), game.den)),
      )
      return moved && sameAll(moved, expected)
    },
  ),
  axiom(
    'STM',
    { en: 'strong monotonicity', zh: '强单调性' },
    {
      en: 'if none of a player’s marginals falls, the player does not',
      zh: '边际贡献不降则所得不降',
    },
    (shares, one, solve) => {
      const risen = solve(withRisenMarginals(one))
      return risen && !below(at(risen, one.player), at(shares, one.player))
    },
  ),
  axiom(
    'COM',
    { en: 'coalitional monotonicity', zh: '联盟单调性' },
    {
      en: 'a coalition worth more lowers none of its members',
      zh: '某联盟价值上升不降低其成员所得',
    },
    (shares, one, solve) => unharmed(shares, one, solve, one.coalition),
  ),
  axiom(
    'AGM',
    { en: 'aggregate monotonicity', zh: '总量单调性' },
    { en: 'a larger v(N) alone lowers nobody', zh: '仅 v(N) 上升不降低任何人所得' },
    (shares, one, solve) => unharmed(shares, one, solve, one.game.worths.length - 1),
  ),
  axiom(
    'IR',
    { en: 'individual rationality', zh: '个体理性' },
    { en: 'in a superadditive game nobody does better alone', zh: '在超可加博弈中无人单干更好' },
    (shares, { game }) => aloneOf(game).every((alone, i) => !below(at(shares, i), alone)),
    (one) => ({ ...one, game: superadditive(one.game) }),
  ),
  axiom(
    'COR',
    { en: 'core', zh: '核心选择' },
    { en: 'it lies in the core when there is one', zh: '核心非空时属于核心' },
    (shares, { game }) => inCore(shares, game),
    (one) => ({ ...one, game: balanced(one.game) }),
  ),
  axiom(
    'CVX',
    { en: 'core of convex games', zh: '凸博弈的核心' },
    { en: 'it lies in the core of a convex game', zh: '在凸博弈中属于核心' },
    (shares, { game }) => inCore(shares, game),
    (one) => ({ ...one, game: convex(one.game) }),
  ),
  axiom(
    'POS',
    { en: 'positivity', zh: '非负性' },
    { en: 'in a monotone game nobody pays', zh: '在单调博弈中无人所得为负' },
    (shares) => shares.every((x) => x.num >= 0n),
    (one) => ({ ...one, game: monotone(one.game) }),
  ),
  axiom(
    'DUA',
    { en: 'self-duality', zh: '自对偶性' },
    { en: 'the dual game has the same solution', zh: '对偶博弈的解相同' },
    (shares, { game }, solve) => {
      const full = game.worths.length - 1
      const dual = solve(changed(game, (_, mask) => intAt(game, full) - intAt(game, full - mask)))
      return dual && sameAll(dual, shares)
    },
  ),
]

const at = (figures: readonly Ratio[], i: number): Ratio => figures[i] ?? zero
const same = (a: Ratio, b: Ratio): boolean => compareRatio(a, b) === 0
const below = (a: Ratio, b: Ratio): boolean => compareRatio(a, b) < 0
const sameAll = (a: readonly Ratio[], b: readonly Ratio[]): boolean =>
  a.every((x, i) => same(x, at(b, i)))

const unharmed = (
  shares: readonly Ratio[],
  { game, amount }: AxiomCase,
  solve: Solve,
  coalition: number,
): boolean | undefined => {
  const risen = solve(changed(game, (worth, mask) => (mask === coalition ? worth + amount : worth)))
  return risen && membersOf(coalition).every((i) => !below(at(risen, i), at(shares, i)))
}

const inCore = (shares: readonly Ratio[], game: Game): boolean =>
  same(sumRatio(shares), wholeOf(game)) &&
  integersOf(game).every(
    (_, mask) => !below(sumRatio(membersOf(mask).map((i) => at(shares, i))), worthOf(game)(mask)),
  )
