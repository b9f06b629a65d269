/** The share K of an income that a data asset earns (分成率).
 *
 *  One share; one a period; a first share that decays, K_t = K₁(1 − d)^(t−1); a place in a range,
 *  K = m + (n − m)·s; or by equivalent investment (约当投资分成法), K = A / (A + B), where A and B
 *  are each side's cost times (1 + its cost-profit rate). Source: 中评协〔2023〕17号. */
import { derive, type Figure, type Path } from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import {
  checkCost,
  checkLength,
  checkRate,
  checkShare,
  figureOf,
  figuresOf,
  firstOf,
  type Given,
} from './given.js'

export type Share =
  | Given
  | { readonly perPeriod: readonly Given[] }
  | { readonly first: Given; readonly decay: Given }
  | { readonly low: Given; readonly high: Given; readonly score: Given }
  | { readonly equivalent: Equivalent }

/** Costs ¤, cost-profit rates %. */
export interface Equivalent {
  readonly ownCost: Given
  readonly ownMargin: Given
  readonly partnerCost: Given
  readonly partnerMargin: Given
}

/** Faults of a share over so many periods. */
export const checkShareOf = (
  path: Path,
  share: Share,
  periods: number,
): ValuationFault | undefined => {
  if (isGiven(share)) return checkShare(path, share)
  if ('perPeriod' in share) {
    const inner = [...path, 'perPeriod']
    return (
      checkLength(inner, share.perPeriod, periods) ??
      firstOf(share.perPeriod, (item, t) => checkShare([...inner, t], item))
    )
  }
  if ('equivalent' in share) return checkEquivalent([...path, 'equivalent'], share.equivalent)
  return firstOf(Object.entries(share), ([name, item]) => checkShare([...path, name], item))
}

/** The share of each period as a figure. */
export const sharesOf = (share: Share, periods: number): readonly Figure[] => {
  if (!isGiven(share) && 'perPeriod' in share) return figuresOf(share.perPeriod)
  if (!isGiven(share) && 'first' in share) {
    const inputs = { first: figureOf(share.first), decay: figureOf(share.decay) }
    return Array.from({ length: periods }, (_, t) =>
      derive(`first × (1 − decay)^${String(t)}`, inputs),
    )
  }
  const one = isGiven(share) ? figureOf(share) : oneShare(share)
  return Array.from({ length: periods }, () => one)
}

const isGiven = (share: Share): share is Given => typeof share === 'string' || 'about' in share

const oneShare = (
  share: { low: Given; high: Given; score: Given } | { equivalent: Equivalent },
): Figure => {
  if ('low' in share) {
    return derive('low + (high − low) × score', {
      low: figureOf(share.low),
      high: figureOf(share.high),
      score: figureOf(share.score),
    })
  }
  const { ownCost, ownMargin, partnerCost, partnerMargin } = share.equivalent
  const side = (cost: Given, margin: Given) =>
    derive('cost × (1 + margin)', { cost: figureOf(cost), margin: figureOf(margin) })
  return derive('own / (own + partner)', {
    own: side(ownCost, ownMargin),
    partner: side(partnerCost, partnerMargin),
  })
}

const checkEquivalent = (path: Path, sides: Equivalent): ValuationFault | undefined => {
  const zero = (given: Given) => figureOf(given).value?.isZero() === true
  return firstFault(
    checkCost([...path, 'ownCost'], sides.ownCost),
    checkRate([...path, 'ownMargin'], sides.ownMargin),
    checkCost([...path, 'partnerCost'], sides.partnerCost),
    checkRate([...path, 'partnerMargin'], sides.partnerMargin),
    zero(sides.ownCost) && zero(sides.partnerCost) ? { _tag: 'ZeroDenominator', path } : undefined,
  )
}
