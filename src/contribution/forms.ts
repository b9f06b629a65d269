/** Games whose values need no table: airport, sequential production, staged chains.
 *
 *  Airport: the cost slice c_(k) − c_(k−1) is shared by those who need it. Sequential production,
 *  worth R_k when links 1..k are in: φ_i = Σ_{k≥i} (R_k − R_{k−1})/k. Staged chain with
 *  substitutes,
 *  stage k with b_k suppliers, all stages needed: a member of stage k has
 *  ∫₀¹ (1−x)^{b_k−1}·Π_{l≠k} (1 − (1−x)^{b_l}) dx, a polynomial, exact.
 *  Source: Littlechild & Owen 1973; Owen 1972 (multilinear extension). */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import {
  addRatio,
  compareRatio,
  formatRatio,
  mulRatio,
  ratio,
  subRatio,
  zero,
  type Ratio,
} from '../core/ratio.js'
import { allocationOf } from './allocation.js'
import type { ContributionFault } from './fault.js'
import { gameOf, playersFault, type Allocation, type Game } from './game.js'
import { sumRatio, upTo } from './number.js'

/** A figure of each player, in declared order. */
export type Figures = readonly { readonly player: string; readonly value: Ratio }[]

/** Interchangeable suppliers, all stages needed for a worth. */
export interface StagedChain {
  readonly worth: Ratio
  readonly stages: readonly (readonly string[])[]
}

/** Airport rule: Shapley value of the cost game v(S) = the largest need in S.
 * @param needs what each player's own facility would cost, 0 or more
 * @returns Left NoPlayers, DuplicatePlayer, NegativeFigure
 * laws: sums to the largest need
 * @example
 * import { airport, formatAllocation } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const needs = [8n, 11n, 13n, 18n]
 *   .map((num, i) => ({ player: 'ABCD'[i]!, value: { num, den: 1n } }))
 * pipe(airport(needs), map(formatAllocation)) // => right('A 2, B 3, C 4, D 9') */
export const airport = (needs: Figures): Either<ContributionFault, Allocation> => {
  const fault = figuresFault(needs)
  if (fault !== undefined) return left(fault)
  const order = upTo(needs.length).toSorted((a, b) => compareRatio(at(needs, a), at(needs, b)))
  const fees: Ratio[] = needs.map(() => zero)
  let [fee, before] = [zero, zero]
  order.forEach((i, k) => {
    const slice = subRatio(at(needs, i), before)
    fee = addRatio(fee, mulRatio(slice, ratio(1n, BigInt(needs.length - k))))
    before = at(needs, i)
    fees[i] = fee
  })
  return right(allocationOf(namesOf(needs), fees))
}

/** The cost table of an airport, for the other values.
 * @returns Left as `airport` and `gameOf`
 * @example
 * import { airportGame } from 'data-dividend/contribution'
 * airportGame([{ player: 'A', value: { num: 8n, den: 1n } }])
 * // => right({ players: ['A'], worths: new Float64Array([0, 8]), den: 1n, largest: 8n }) */
export const airportGame = (needs: Figures): Either<ContributionFault, Game> => {
  const fault = figuresFault(needs)
  return fault === undefined ?
      gameOf(namesOf(needs))((members) =>
        needs
          .filter(({ player }) => members.includes(player))
          .reduce((most, { value }) => (compareRatio(value, most) > 0 ? value : most), zero),
      )
    : left(fault)
}

/** Shapley value of sequential production: each step's gain is shared by all who made it possible.
 * @param revenues R_k of the chain up to each link, in the order of the chain
 * @returns Left NoPlayers, DuplicatePlayer
 * laws: sums to the last revenue
 * @example
 * import { formatAllocation, sequential } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const revenues = [2n, 5n, 5n, 12n]
 *   .map((num, i) => ({ player: 'ABCD'[i]!, value: { num, den: 1n } }))
 * pipe(sequential(revenues), map(formatAllocation))
 * // => right('A 5.25, B 3.25, C 1.75, D 1.75') */
export const sequential = (revenues: Figures): Either<ContributionFault, Allocation> => {
  const fault = playersFault(namesOf(revenues), Number.POSITIVE_INFINITY)
  if (fault !== undefined) return left(fault)
  const parts = revenues.map((_, k) =>
    mulRatio(
      subRatio(at(revenues, k), k === 0 ? zero : at(revenues, k - 1)),
      ratio(1n, BigInt(k + 1)),
    ),
  )
  return right(
    allocationOf(
      namesOf(revenues),
      parts.map((_, i) => sumRatio(parts.slice(i))),
    ),
  )
}

/** The table of sequential production, for the other values: a coalition makes what its unbroken
 * beginning of the chain makes.
 * @returns Left as `gameOf`
 * @example
 * import { sequentialGame } from 'data-dividend/contribution'
 * sequentialGame([{ player: 'A', value: { num: 2n, den: 1n } }])
 * // => right({ players: ['A'], worths: new Float64Array([0, 2]), den: 1n, largest: 2n }) */
export const sequentialGame = (revenues: Figures): Either<ContributionFault, Game> =>
  gameOf(namesOf(revenues))((members) => {
    const broken = revenues.findIndex(({ player }) => !members.includes(player))
    const made = broken < 0 ? revenues.length : broken
    return made === 0 ? zero : at(revenues, made - 1)
  })

/** Shapley value of a staged chain with substitutes, any number of suppliers.
 * @param chain the worth of the whole, and the suppliers of each stage
 * @returns Left NoPlayers, DuplicatePlayer; Left NotACount for a stage without suppliers
 * laws: sums to the worth; members of a stage get the same
 * @example
 * import { formatAllocation, stagedChain } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(
 *   stagedChain({ worth: { num: 1n, den: 1n }, stages: [['A', 'B'], ['C']] }),
 *   map(formatAllocation),
 * ) // => right('A 1/6, B 1/6, C 2/3') */
export const stagedChain = ({
  worth,
  stages,
}: StagedChain): Either<ContributionFault, Allocation> => {
  const fault = stagesFault(stages)
  if (fault !== undefined) return left(fault)
  const shares = stages.map((stage, k) => {
    const others = stages.filter((_, l) => l !== k).map((other) => other.length)
    return mulRatio(worth, memberIntegral(stage.length, others))
  })
  return right(
    allocationOf(
      stages.flat(),
      stages.flatMap((stage, k) => stage.map(() => shares[k] ?? zero)),
    ),
  )
}

/** The table of a staged chain, for the other values: a coalition with a supplier of every stage
 * makes the worth, any other nothing.
 * @returns Left as `stagedChain` and `gameOf`
 * @example
 * import { stagedGame } from 'data-dividend/contribution'
 * stagedGame({ worth: { num: 6n, den: 1n }, stages: [['A'], ['B']] }) // => right({
 * // players: ['A', 'B'], worths: new Float64Array([0, 0, 0, 6]), den: 1n, largest: 6n }) */
export const stagedGame = ({ worth, stages }: StagedChain): Either<ContributionFault, Game> => {
  const fault = stagesFault(stages)
  return fault === undefined ?
      gameOf(stages.flat())((members) =>
        stages.every((stage) => stage.some((name) => members.includes(name))) ? worth : zero,
      )
    : left(fault)
}

const at = (figures: Figures, i: number): Ratio => figures[i]?.value ?? zero

const namesOf = (figures: Figures): readonly string[] => figures.map((x) => x.player)

const figuresFault = (figures: Figures): ContributionFault | undefined => {
  const bad = figures.find((x) => x.value.num < 0n)
  return (
    playersFault(namesOf(figures), Number.POSITIVE_INFINITY) ??
    (bad && { _tag: 'NegativeFigure', player: bad.player, value: formatRatio(bad.value) })
  )
}

const stagesFault = (stages: StagedChain['stages']): ContributionFault | undefined => {
  const empty = stages.findIndex((stage) => stage.length === 0)
  return (
    playersFault(stages.flat(), Number.POSITIVE_INFINITY) ??
    (empty < 0 ? undefined : { _tag: 'NotACount', stage: empty + 1, value: '0' })
  )
}

/** ∫₀¹ y^{b−1}·Π (1 − y^{b_l}) dy, with y = 1 − x: a sum of ±1/(power + 1). */
const memberIntegral = (own: number, others: readonly number[]): Ratio => {
  let powers = new Map<number, bigint>([[own - 1, 1n]])
  for (const b of others) {
    const next = new Map(powers)
    for (const [power, factor] of powers) {
      next.set(power + b, (next.get(power + b) ?? 0n) - factor)
    }
    powers = next
  }
  return sumRatio([...powers].map(([power, factor]) => ratio(factor, BigInt(power + 1))))
}
