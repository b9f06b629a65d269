/** Quality score by GB/T 36344-2018: six dimensions, each the part of checked elements that
 *  satisfy, or a score; then the weighted sum.
 *
 *  score = Σ w_i · s_i, s = satisfied ÷ checked. 规范性 normative, 完整性 completeness, 准确性
 *  accuracy, 一致性 consistency, 时效性 timeliness, 可访问性 accessibility. */
import type { Either } from 'fp-ts/lib/Either.js'
import { derive } from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import {
  checkCost,
  checkPositive,
  checkWeights,
  figureOf,
  firstField,
  firstOf,
  type Given,
} from './given.js'
import { worth, type Worth } from './worth.js'

/** The six dimensions of GB/T 36344-2018. */
export const qualityDimensions = [
  'normative',
  'completeness',
  'accuracy',
  'consistency',
  'timeliness',
  'accessibility',
] as const

export type QualityDimension = (typeof qualityDimensions)[number]

/** Counts of elements, or a score already on the scale wanted. */
export type DimensionScore = Given | { readonly satisfied: Given; readonly checked: Given }

export interface QualityInput {
  readonly scores: Readonly<Record<QualityDimension, DimensionScore>>
  /** % of each dimension, 1 in sum. */
  readonly weights: Readonly<Record<QualityDimension, Given>>
}

/** Weighted quality score. Formula: Σ weight × score.
 * @returns Left NotARatio, NegativeCost, FactorNotPositive (nothing checked) or WeightsNotOne
 * @example
 * import { orThrow } from 'data-dividend'
 * import { qualityScore, roundedWorth } from 'data-dividend/valuation'
 * const worth = orThrow(qualityScore({
 *   scores: { normative: '96.5', completeness: '94', accuracy: '99', consistency: '88',
 *     timeliness: '82', accessibility: '90' },
 *   weights: { normative: '0.25', completeness: '0.15', accuracy: '0.20', consistency: '0.15',
 *     timeliness: '0.15', accessibility: '0.10' },
 * }))
 * roundedWorth(3)(worth) // => '92.525' */
export const qualityScore = ({ scores, weights }: QualityInput): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      firstField(scores, (score, name) =>
        isScore(score) ?
          checkCost(['scores', name], score)
        : firstFault(
            checkCost(['scores', name, 'satisfied'], score.satisfied),
            checkPositive(['scores', name, 'checked'], score.checked),
          ),
      ),
      firstOf(qualityDimensions, (name) => checkCost(['weights', name], weights[name])),
      checkWeights(
        ['weights'],
        qualityDimensions.map((name) => weights[name]),
      ),
    ),
    () => ({
      figure: derive(
        'Σ dimension',
        Object.fromEntries(
          qualityDimensions.map((name) => [
            `dimension.${name}`,
            derive('weight × score', {
              weight: figureOf(weights[name]),
              score: scoreOf(scores[name]),
            }),
          ]),
        ),
      ),
    }),
  )

const isScore = (score: DimensionScore): score is Given =>
  typeof score === 'string' || 'about' in score

const scoreOf = (score: DimensionScore) =>
  isScore(score) ?
    figureOf(score)
  : derive('satisfied / checked', {
      satisfied: figureOf(score.satisfied),
      checked: figureOf(score.checked),
    })
