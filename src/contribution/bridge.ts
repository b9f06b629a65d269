/** From a value to the whole-number weights of a share.
 *
 *  weight_i = value_i × scale, scale = common denominator ÷ greatest common divisor. What a value
 *  below zero becomes is a named choice: `refuse`, or `floor` (0, which gives up additivity and
 *  scales the rest). Freeze the weights once: an agreement never solves a game again on a sale,
 *  since values that are not aggregate monotone would take money back when the total grows. */
import { chain, left, map, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { gcd } from '../core/divide.js'
import type { Explained } from '../core/explained.js'
import { formatRatio, ratio, zero, type Ratio } from '../core/ratio.js'
import type { ContributionFault } from './fault.js'
import type { Allocation } from './game.js'
import { overCommon } from './number.js'

/** What becomes of a value below zero. 负贡献的处理 */
export type Negatives = 'refuse' | 'floor'

/** Whole weights with greatest common divisor 1, in declared order. 分成权重 */
export interface Weights {
  readonly weights: readonly { readonly player: string; readonly weight: bigint }[]
  /** weight = max(value, 0) × scale */
  readonly scale: Ratio
}

/** The smallest whole weights in the proportions of a value.
 * @returns Left NegativeContribution under `refuse`; Left NothingPositive
 * laws: weights have the ratios of the values; their greatest common divisor is 1
 * @example
 * import { weightsOf } from 'data-dividend/contribution'
 * weightsOf('refuse')([
 *   { player: 'A', value: { num: 1n, den: 6n } },
 *   { player: 'B', value: { num: 2n, den: 3n } },
 * ]) // => right({
 * // weights: [{ player: 'A', weight: 1n }, { player: 'B', weight: 4n }],
 * // scale: { num: 6n, den: 1n } }) */
export const weightsOf =
  (negatives: Negatives) =>
  (allocation: Allocation): Either<ContributionFault, Weights> => {
    const below = allocation.find((x) => x.value.num < 0n)
    if (negatives === 'refuse' && below !== undefined) {
      const value = formatRatio(below.value)
      return left({ _tag: 'NegativeContribution', player: below.player, value })
    }
    const kept = allocation.map((x) => (x.value.num < 0n ? zero : x.value))
    const { den, nums } = overCommon(kept)
    const common = nums.reduce(gcd, 0n)
    return common === 0n ?
        left({ _tag: 'NothingPositive' })
      : right({
          weights: allocation.map(({ player }, i) => ({
            player,
            weight: (nums[i] ?? 0n) / common,
          })),
          scale: ratio(den, common),
        })
  }

/** The weights as the agreement language writes them: a flow mapping for `share: {of: …}`.
 * @example
 * import { shareText } from 'data-dividend/contribution'
 * shareText({ weights: [{ player: 'A', weight: 1n }, { player: 'B b', weight: 4n }],
 *   scale: { num: 6n, den: 1n } }) // => '{A: 1, "B b": 4}' */
export const shareText = ({ weights }: Weights): string =>
  `{${weights.map(({ player, weight }) => `${keyText(player)}: ${String(weight)}`).join(', ')}}`

/** Explains a weight: its value's tree times the scale.
 * @param explained the tree of each player's value, as a method's `explain` gives it
 * @returns Left as `weightsOf`, or as the trees fail
 * laws: `redo(exact)` of every tree gives the weight
 * @example
 * import { explainWeights } from 'data-dividend/contribution'
 * import { right as of, map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const half = [{ player: 'A', value: { num: 1n, den: 2n } }]
 * pipe(
 *   explainWeights('refuse', () => of({ label: 'value', value: '0.5' }))(half)('A'),
 *   map((tree) => tree.value),
 * ) // => right('1') */
export const explainWeights =
  (negatives: Negatives, explained: (player: string) => Either<ContributionFault, Explained>) =>
  (allocation: Allocation) =>
  (player: string): Either<ContributionFault, Explained> =>
    pipe(
      weightsOf(negatives)(allocation),
      chain(({ weights, scale }) => {
        const found = weights.find((w) => w.player === player)
        return found === undefined ?
            left<ContributionFault, Explained>({ _tag: 'UnknownPlayer', player })
          : pipe(
              explained(player),
              map((tree) => weightTree(negatives, found.weight, scale, tree)),
            )
      }),
    )

const weightTree = (
  negatives: Negatives,
  weight: bigint,
  scale: Ratio,
  tree: Explained,
): Explained => ({
  label: 'weight',
  title: { en: 'Weight in the share', zh: '分成权重' },
  value: String(weight),
  formula: negatives === 'floor' ? 'max(value, 0) × scale' : 'value × scale',
  inputs: [
    { ...tree, label: 'value' },
    {
      label: 'scale',
      value: formatRatio(scale),
      source: 'common denominator of all values ÷ greatest common divisor',
    },
  ],
})

/** Plain where YAML reads the same text back as one key, quoted otherwise. */
const keyText = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) ? name : JSON.stringify(name)
