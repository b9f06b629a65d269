/** Reconciliation (评估结论的确定): one value from several methods, by weights with reasons.
 *
 *  V = Σ w·V_m, Σw = 1; the spread (max − min) / mean says how far the methods lie apart. A cost
 *  below which nobody would sell is a comment, never max(cost, income). Source: IVS 103;
 *  中评协〔2023〕17号. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { derive, type Figure } from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import { checkFlows, checkWeights, figureOf, labelled, type Given } from './given.js'
import { worth, type Worth } from './worth.js'

/** ¤ value, % weight, and why it has this weight. */
export interface Opinion {
  readonly value: Given
  readonly weight: Given
  readonly reason: string
}

export interface Reconciled {
  readonly value: Worth
  /** (max − min) / mean of the methods; none for a mean of 0. */
  readonly spread: Worth | undefined
}

/** The weighted value of several methods. Formula: Σ weight × value.
 * @returns Left NoFlows, NotARatio, ShareOutOfRange or WeightsNotOne
 * laws: within the range of the methods; homogeneous
 * @example
 * import { orThrow } from 'data-dividend'
 * import { reconcile, roundedWorth } from 'data-dividend/valuation'
 * const { value } = orThrow(reconcile({
 *   cost: { value: '1073.38', weight: '0.3', reason: 'costs are well recorded' },
 *   income: { value: '1181.9', weight: '0.7', reason: 'the use is agreed for the term' },
 * }))
 * roundedWorth(3)(value) // => '1149.344' */
export const reconcile = (
  opinions: Readonly<Record<string, Opinion>>,
): Either<ValuationFault, Reconciled> => {
  const rows = labelled('method', opinions).map(({ label, item }) => ({
    label,
    value: figureOf(item.value),
    weight: figureOf(item.weight),
    reason: item.reason,
  }))
  const value = worth(
    firstFault(
      checkFlows(
        ['reconcile'],
        Object.values(opinions).map((o) => o.value),
      ),
      checkWeights(
        ['reconcile'],
        Object.values(opinions).map((o) => o.weight),
      ),
    ),
    () => ({
      figure: derive(
        'Σ method',
        Object.fromEntries(
          rows.map((row): [string, Figure] => [
            row.label,
            derive('weight × value', { weight: row.weight, value: row.value }),
          ]),
        ),
      ),
    }),
  )
  if (isLeft(value)) return value
  const inputs = Object.fromEntries(rows.map((row) => [row.label, row.value]))
  const names = rows.map(({ label }) => label).join(', ')
  const spread = worth(undefined, () => ({
    figure: derive(`(max(${names}) − min(${names})) / (Σ method / ${String(rows.length)})`, inputs),
  }))
  return right({ value: value.right, spread: isLeft(spread) ? undefined : spread.right })
}
