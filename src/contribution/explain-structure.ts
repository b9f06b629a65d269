/** Explanations of values of players who stand in unions, in groups or in a graph. */
import { chain, isLeft, map, right } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { ratio, type Ratio } from '../core/ratio.js'
import { maskOf, membersOf, sizeOf } from './coalition.js'
import { semivalueNode } from './explain.js'
import { alone } from './explain-parts.js'
import {
  explaining,
  given,
  readingOf,
  worked,
  type Explain,
  type Node,
  type Reading,
} from './explain-node.js'
import { branchesOf, linkGame, linksOf, type Links } from './graph.js'
import { upTo } from './number.js'
import { shapleyLaw, shapleyWeight } from './size-law.js'
import { partitionOf, type Unions } from './union.js'

type Weight = (n: number) => (s: number) => Ratio

/** Owen: unions arrive in random order, and inside each its members. */
export const explainOwen = (unions: Unions): Explain => ofUnions(unions, shapleyWeight)

/** Banzhaf–Owen: every set of unions and every part of one's own equally likely. */
export const explainBanzhafOwen = (unions: Unions): Explain =>
  ofUnions(unions, (n) => () => ratio(1n, 2n ** BigInt(n - 1)))

/** Groups one after the other: a Shapley value inside the own group once all earlier are there. */
export const explainInOrder = (groups: Unions): Explain =>
  explaining(12, (reading, i) =>
    pipe(
      partitionOf(reading.game.players)(groups),
      map((blocks) => {
        const at = blocks.findIndex((block) => (block & (1 << i)) !== 0)
        const before = blocks.slice(0, at).reduce((mask, block) => mask | block, 0)
        const mates = matesOf(blocks[at] ?? 0, i)
        const weight = shapleyWeight(mates.length + 1)
        return joining(reading, i, partsOf(mates), (part) => ({
          there: before | part,
          weights: [given('weight', weight(sizeOf(part)), 's!(n−s−1)!/n! inside of the group')],
        }))
      }),
    ),
  )

/** Position: what the player is worth alone, and half of the Shapley value of each link. */
export const explainPosition = (links: Links): Explain =>
  explaining(8, (reading, i) =>
    pipe(
      linksOf(reading.game.players)(links),
      chain((pairs) => {
        const linked = readingOf(linkGame(reading.game, pairs))
        const shares: Node[] = []
        for (const [at, pair] of pairs.entries()) {
          if (!pair.includes(i)) continue
          const share = semivalueNode('share', shapleyLaw, 's!(n−s−1)!/n! of the links')(linked, at)
          if (isLeft(share)) return share
          shares.push(worked(`link.${linked.nameOf(at)}`, 'share / 2', [share.right]))
        }
        return right(worked('value', 'alone + Σ link', [alone('alone')(reading, i), ...shares]))
      }),
    ),
  )

/** Average tree: the mean over all roots of what the player's subtree adds to those below it. */
export const explainAverageTree = (links: Links): Explain =>
  explaining(Number.POSITIVE_INFINITY, (reading, i) =>
    pipe(
      linksOf(reading.game.players)(links),
      map((pairs) => {
        const { full, name, worth } = reading
        const { part, branches } = branchesOf(pairs, full, i)
        const adds = (label: string, roots: number, above: number): Node =>
          worked(label, 'roots × (subtree − Σ child)', [
            given('roots', ratio(BigInt(roots)), 'roots that give this subtree'),
            worth('subtree', part & ~above),
            ...branches
              .filter((branch) => branch !== above)
              .map((branch) => worth(`child.${name(branch)}`, branch)),
          ])
        return worked('value', 'Σ root / members', [
          adds('root.own', 1, 0),
          ...branches.map((branch) => adds(`root.${name(branch)}`, sizeOf(branch), branch)),
          given('members', ratio(BigInt(sizeOf(part))), `members of ${name(part)}`),
        ])
      }),
    ),
  )

const ofUnions = (unions: Unions, weight: Weight): Explain =>
  explaining(10, (reading, i) =>
    pipe(
      partitionOf(reading.game.players)(unions),
      map((blocks) => {
        const own = blocks.find((block) => (block & (1 << i)) !== 0) ?? 0
        const others = blocks.filter((block) => block !== own)
        const mates = matesOf(own, i)
        const sets = upTo(2 ** others.length).flatMap((chosen) =>
          partsOf(mates).map((part) => ({ chosen, part })),
        )
        return joining(reading, i, sets, ({ chosen, part }) => ({
          there: membersOf(chosen).reduce((mask, b) => mask | (others[b] ?? 0), part),
          weights: [
            given('unions', weight(blocks.length)(sizeOf(chosen)), 'weight of the unions there'),
            given('mates', weight(mates.length + 1)(sizeOf(part)), 'weight of the mates there'),
          ],
        }))
      }),
    ),
  )

/** Σ over sets of others of their weights times what the player adds to them. */
const joining = <A>(
  { name, worth }: Reading,
  i: number,
  sets: readonly A[],
  of: (set: A) => { readonly there: number; readonly weights: readonly Node[] },
): Node =>
  worked(
    'value',
    'Σ coalition',
    sets.map((set) => {
      const { there, weights } = of(set)
      const factors = weights.map(({ tree }) => tree.label).join(' × ')
      return worked(`coalition.${name(there)}`, `${factors} × (with − without)`, [
        ...weights,
        worth('with', there | (1 << i)),
        worth('without', there),
      ])
    }),
  )

const matesOf = (block: number, i: number): readonly number[] =>
  membersOf(block).filter((j) => j !== i)

/** All sets of some positions, as masks. */
const partsOf = (positions: readonly number[]): readonly number[] =>
  upTo(2 ** positions.length).map((part) => maskOf(membersOf(part).map((k) => positions[k] ?? 0)))
