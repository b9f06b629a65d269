/** Inputs beside contribution: what parties put in, and the blend of both.
 *
 *  Input = cost + hours · rate + capital at risk. Blend: a·inputs + (1 − a)·contribution, each scaled
 *  to sum 1. Source: the principle that whoever invests and contributes benefits. */
import { chain, isLeft, left, map, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Explained } from '../core/explained.js'
import {
  addRatio,
  compareRatio,
  divRatio,
  formatRatio,
  mulRatio,
  one,
  subRatio,
  zero,
  type Ratio,
} from '../core/ratio.js'
import { figuresOf } from './dividend.js'
import type { ContributionFault } from './fault.js'
import type { Allocation } from './game.js'
import { sumRatio } from './number.js'
import { byVolume } from './weighting.js'

/** What a party put in: cost, hours at a rate, capital at risk, all in the same unit. 投入 */
export interface Input {
  readonly player: string
  readonly cost: Ratio
  readonly hours: Ratio
  readonly rate: Ratio
  readonly capitalAtRisk: Ratio
}

/** Inputs: shares by cost + hours · rate + capital at risk, sum 1.
 * @returns Left NoPlayers, DuplicatePlayer, NegativeFigure, NothingPositive
 * @example
 * import { byInput, formatAllocation } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const n = (num: bigint) => ({ num, den: 1n })
 * const inputs = [
 *   { player: 'A', cost: n(10n), hours: n(2n), rate: n(5n), capitalAtRisk: n(0n) },
 *   { player: 'B', cost: n(0n), hours: n(0n), rate: n(0n), capitalAtRisk: n(60n) },
 * ]
 * pipe(byInput(inputs), map(formatAllocation)) // => right('A 0.25, B 0.75') */
export const byInput = (inputs: readonly Input[]): Either<ContributionFault, Allocation> => {
  const bad = inputs.find((x) =>
    [x.cost, x.hours, x.rate, x.capitalAtRisk].some((figure) => figure.num < 0n),
  )
  if (bad !== undefined) {
    return left({ _tag: 'NegativeFigure', player: bad.player, value: formatRatio(inputOf(bad)) })
  }
  return byVolume(inputs.map((x) => ({ player: x.player, value: inputOf(x) })))
}

/** The named blend a·inputs + (1 − a)·contribution, both scaled to sum 1 over the same players.
 * @param a weight of the inputs, from 0 to 1
 * @returns Left ParameterOutOfRange; Left PlayerMissing or UnknownPlayer where the players differ;
 *   Left NothingToScale where a side sums to 0 or less
 * laws: sums to 1; a = 0 is contribution alone, a = 1 inputs alone
 * @example
 * import { blend, formatAllocation } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const of = (a: bigint, b: bigint) => [
 *   { player: 'A', value: { num: a, den: 1n } }, { player: 'B', value: { num: b, den: 1n } },
 * ]
 * pipe(
 *   blend({ num: 1n, den: 4n })({ inputs: of(1n, 1n), contribution: of(9n, 1n) }),
 *   map(formatAllocation),
 * ) // => right('A 0.8, B 0.2') */
export const blend =
  (a: Ratio) =>
  (sides: Sides): Either<ContributionFault, Allocation> =>
    pipe(
      blendParts(a, sides),
      map((parts) =>
        parts.map(({ player, input, contribution }) => ({
          player,
          value: addRatio(mulRatio(a, input), mulRatio(subRatio(one, a), contribution)),
        })),
      ),
    )

/** Explains one party's blended share.
 * @returns Left as `blend`; Left UnknownPlayer
 * laws: `redo(exact)` gives the blended share
 * @example
 * import { exact, redo } from 'data-dividend'
 * import { explainBlend } from 'data-dividend/contribution'
 * import { chainW } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const of = (a: bigint, b: bigint) => [
 *   { player: 'A', value: { num: a, den: 1n } }, { player: 'B', value: { num: b, den: 1n } },
 * ]
 * pipe(
 *   explainBlend({ num: 1n, den: 4n })({ inputs: of(1n, 1n), contribution: of(9n, 1n) })('A'),
 *   chainW(redo(exact)),
 * ) // => right('0.8') */
export const explainBlend =
  (a: Ratio) =>
  (sides: Sides) =>
  (player: string): Either<ContributionFault, Explained> =>
    pipe(
      blendParts(a, sides),
      chain((parts) => {
        const part = parts.find((x) => x.player === player)
        return part === undefined ?
            left<ContributionFault, Explained>({ _tag: 'UnknownPlayer', player })
          : right(blendTree(a, part))
      }),
    )

/** Inputs and contribution of the same players. */
export interface Sides {
  readonly inputs: Allocation
  readonly contribution: Allocation
}

interface Part {
  readonly player: string
  readonly input: Ratio
  readonly contribution: Ratio
}

const blendParts = (a: Ratio, sides: Sides): Either<ContributionFault, readonly Part[]> => {
  if (a.num < 0n || compareRatio(a, one) > 0)
    return left({ _tag: 'ParameterOutOfRange', parameter: 'a', value: formatRatio(a) })
  const players = sides.contribution.map((x) => x.player)
  const inputs = figuresOf(players)(
    Object.fromEntries(sides.inputs.map((x) => [x.player, x.value])),
  )
  if (isLeft(inputs)) return inputs
  const [given, made] = [sumRatio(inputs.right), sumRatio(sides.contribution.map((x) => x.value))]
  const empty =
    given.num <= 0n ? 'inputs'
    : made.num <= 0n ? 'contribution'
    : undefined
  return empty === undefined ?
      right(
        sides.contribution.map(({ player, value }, i) => ({
          player,
          input: divRatio(inputs.right[i] ?? zero, given),
          contribution: divRatio(value, made),
        })),
      )
    : left({
        _tag: 'NothingToScale',
        method: empty,
        sum: formatRatio(empty === 'inputs' ? given : made),
      })
}

const blendTree = (a: Ratio, { player, input, contribution }: Part): Explained => ({
  label: 'share',
  title: { en: `Share of ${player}`, zh: `${player}的份额` },
  value: formatRatio(addRatio(mulRatio(a, input), mulRatio(subRatio(one, a), contribution))),
  formula: 'a × inputs + (1 − a) × contribution',
  inputs: [
    { label: 'a', value: formatRatio(a), source: 'the weight of inputs, as agreed' },
    { label: 'inputs', value: formatRatio(input), source: 'share of all inputs' },
    {
      label: 'contribution',
      value: formatRatio(contribution),
      source: 'share of all contributions',
    },
  ],
})

const inputOf = (x: Input): Ratio => sumRatio([x.cost, mulRatio(x.hours, x.rate), x.capitalAtRisk])
