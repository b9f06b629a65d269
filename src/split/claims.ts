/** Claims rules: an estate that is too small for its claims.
 *
 *  Σ c ≥ E ≥ 0. Proportional E·c/C. CEA (constrained equal awards) min(c, a). CEL (equal losses)
 *  max(c − a, 0). Talmud: CEA of half claims up to C/2, above it half claims and CEL of the rest.
 *  Piniles: the same with CEA above. Random arrival: the mean over all orders of paying each what is
 *  left. Adjusted proportional: minimal rights max(0, E − others' claims), then in proportion to
 *  what is still claimed, cut at what is left. Minimal overlap: slices of the estate shared by those
 *  who claim them, claims laid so that they overlap least.
 *  Source: O'Neill 1982; Aumann & Maschler 1985; Piniles 1861; Curiel, Maschler, Tijs 1987; Thomson
 *  2003. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Bilingual } from '../core/error.js'
import {
  addRatio,
  compareRatio,
  divRatio,
  formatRatio,
  mulRatio,
  ratio,
  subRatio,
  zero,
  type Ratio,
} from '../core/ratio.js'

export type ClaimsFault =
  | { readonly _tag: 'NegativeClaim'; readonly claim: number; readonly value: string }
  | { readonly _tag: 'EstateOutOfRange'; readonly estate: string; readonly claims: string }
  | { readonly _tag: 'TooManySums'; readonly claims: number; readonly limit: number }

/** Awards in the order of the claims. 清偿规则 */
export type ClaimsRule = (
  claims: readonly Ratio[],
) => (estate: Ratio) => Either<ClaimsFault, readonly Ratio[]>

/** E·c/C: the same fraction of every claim.
 * @returns Left NegativeClaim, EstateOutOfRange unless 0 ≤ E ≤ Σ claims
 * laws: sums to the estate; nobody gets more than the claim or less than 0; nobody loses when the
 *   estate grows (all rules here)
 * @example
 * import { proportionalAwards } from 'data-dividend'
 * proportionalAwards([{ num: 1n, den: 1n }, { num: 3n, den: 1n }])({ num: 2n, den: 1n })
 * // => right([{ num: 1n, den: 2n }, { num: 3n, den: 2n }]) */
export const proportionalAwards: ClaimsRule = ruled((c, e) => inProportion(c, e))

/** Constrained equal awards: as equal as the claims allow.
 * @returns Left as `proportionalAwards`
 * @example
 * import { equalAwards } from 'data-dividend'
 * equalAwards([{ num: 1n, den: 1n }, { num: 3n, den: 1n }])({ num: 3n, den: 1n })
 * // => right([{ num: 1n, den: 1n }, { num: 2n, den: 1n }]) */
export const equalAwards: ClaimsRule = ruled((c, e) => cea(c, e))

/** Constrained equal losses: losses as equal as the claims allow.
 * @returns Left as `proportionalAwards`
 * @example
 * import { equalLosses } from 'data-dividend'
 * equalLosses([{ num: 1n, den: 1n }, { num: 3n, den: 1n }])({ num: 3n, den: 1n })
 * // => right([{ num: 1n, den: 2n }, { num: 5n, den: 2n }]) */
export const equalLosses: ClaimsRule = ruled((c, e) => cel(c, e))

/** Talmud: equal awards up to half of the claims, equal losses above. It is the nucleolus.
 * @returns Left as `proportionalAwards`
 * @example
 * import { talmud } from 'data-dividend'
 * talmud([{ num: 1n, den: 1n }, { num: 1n, den: 2n }])({ num: 1n, den: 1n })
 * // => right([{ num: 3n, den: 4n }, { num: 1n, den: 4n }]) */
export const talmud: ClaimsRule = ruled((c, e) => byHalves(c, e, cel))

/** Piniles' rule: equal awards of the first halves, then of the second.
 * @returns Left as `proportionalAwards`
 * @example
 * import { piniles } from 'data-dividend'
 * piniles([{ num: 2n, den: 1n }, { num: 4n, den: 1n }])({ num: 4n, den: 1n })
 * // => right([{ num: 3n, den: 2n }, { num: 5n, den: 2n }]) */
export const piniles: ClaimsRule = ruled((c, e) => byHalves(c, e, cea))

/** Random arrival: first come, first paid, over all orders. It is the Shapley value.
 * @returns Left as `proportionalAwards`; Left TooManySums when the claims have more than 20,000
 *   different sums: use whole claims of a coarser unit
 * @example
 * import { randomArrival } from 'data-dividend'
 * randomArrival([{ num: 1n, den: 1n }, { num: 3n, den: 1n }])({ num: 2n, den: 1n })
 * // => right([{ num: 1n, den: 2n }, { num: 3n, den: 2n }]) */
export const randomArrival: ClaimsRule = (claims) => (estate) => {
  const fault = claimsFault(claims, estate)
  if (fault !== undefined) return left(fault)
  const awards: Ratio[] = []
  for (const [i, claim] of claims.entries()) {
    const sums = othersSums(
      claims.filter((_, j) => j !== i),
      estate,
    )
    if (sums === undefined) {
      return left({ _tag: 'TooManySums', claims: claims.length, limit: sumsLimit })
    }
    awards.push(arrivalMean(sums, claims.length, claim, estate))
  }
  return right(awards)
}

/** Adjusted proportional: minimal rights first, the rest in proportion. It is the tau value.
 * @returns Left as `proportionalAwards`
 * @example
 * import { adjustedProportional } from 'data-dividend'
 * adjustedProportional([{ num: 1n, den: 1n }, { num: 3n, den: 1n }])({ num: 2n, den: 1n })
 * // => right([{ num: 1n, den: 2n }, { num: 3n, den: 2n }]) */
export const adjustedProportional: ClaimsRule = ruled((claims, estate) => {
  const all = sum(claims)
  const rights = claims.map((c) => most(zero, subRatio(estate, subRatio(all, c))))
  const rest = subRatio(estate, sum(rights))
  const still = claims.map((c, i) => least(subRatio(c, rights[i] ?? zero), rest))
  return inProportion(still, rest).map((x, i) => addRatio(x, rights[i] ?? zero))
})

/** Minimal overlap (Ibn Ezra, O'Neill): each slice is shared equally by those who claim it.
 * @returns Left as `proportionalAwards`
 * @example
 * import { minimalOverlap } from 'data-dividend'
 * const claims = [30n, 40n, 60n, 120n].map((num) => ({ num, den: 1n }))
 * minimalOverlap(claims)({ num: 120n, den: 1n }) // => right([
 * // { num: 15n, den: 2n }, { num: 65n, den: 6n }, { num: 125n, den: 6n }, { num: 485n, den: 6n }]) */
export const minimalOverlap: ClaimsRule = ruled((claims, estate) => {
  const largest = claims.reduce(most, zero)
  if (compareRatio(estate, largest) <= 0) return slices(claims.map((c) => least(c, estate)))
  const cut = overlapCut(claims, estate)
  const shared = slices(claims.map((c) => least(c, cut)))
  return claims.map((c, i) => addRatio(shared[i] ?? zero, most(zero, subRatio(c, cut))))
})

/** A claims rule as users choose it. */
export interface ClaimsMethod {
  readonly id: string
  readonly name: Bilingual
  readonly source: string
  /** E given and losses shared are the same rule. */
  readonly selfDual: boolean
  readonly rule: ClaimsRule
}

const method = (
  id: string,
  en: string,
  zh: string,
  source: string,
  selfDual: boolean,
  rule: ClaimsRule,
): ClaimsMethod => ({ id: `claims.${id}`, name: { en, zh }, source, selfDual, rule })

/** All claims rules. */
export const claimsMethods: readonly ClaimsMethod[] = [
  method('proportional', 'Proportional', '比例规则', 'Moulin 2002', true, proportionalAwards),
  method(
    'cea',
    'Constrained equal awards',
    '受限等额受偿',
    'Maimonides; Dagan 1996',
    false,
    equalAwards,
  ),
  method(
    'cel',
    'Constrained equal losses',
    '受限等额损失',
    'Maimonides; Herrero & Villar 2001',
    false,
    equalLosses,
  ),
  method('talmud', 'Talmud', '塔木德规则', 'Aumann & Maschler 1985', true, talmud),
  method('piniles', 'Piniles', '皮尼莱斯规则', 'Piniles 1861', false, piniles),
  method('random-arrival', 'Random arrival', '随机到达', "O'Neill 1982", true, randomArrival),
  method(
    'adjusted-proportional',
    'Adjusted proportional',
    '调整比例',
    'Curiel, Maschler, Tijs 1987',
    true,
    adjustedProportional,
  ),
  method('minimal-overlap', 'Minimal overlap', '最小重叠', "O'Neill 1982", false, minimalOverlap),
]

function ruled(awards: (claims: readonly Ratio[], estate: Ratio) => readonly Ratio[]): ClaimsRule {
  return (claims) => (estate) => {
    const fault = claimsFault(claims, estate)
    return fault === undefined ? right(awards(claims, estate)) : left(fault)
  }
}

const sumsLimit = 20_000

const claimsFault = (claims: readonly Ratio[], estate: Ratio): ClaimsFault | undefined => {
  const bad = claims.findIndex((c) => c.num < 0n)
  if (bad >= 0) {
    return { _tag: 'NegativeClaim', claim: bad + 1, value: formatRatio(claims[bad] ?? zero) }
  }
  const all = sum(claims)
  return estate.num < 0n || compareRatio(estate, all) > 0 ?
      { _tag: 'EstateOutOfRange', estate: formatRatio(estate), claims: formatRatio(all) }
    : undefined
}

const sum = (figures: readonly Ratio[]): Ratio => figures.reduce(addRatio, zero)
const least = (a: Ratio, b: Ratio): Ratio => (compareRatio(a, b) <= 0 ? a : b)
const most = (a: Ratio, b: Ratio): Ratio => (compareRatio(a, b) >= 0 ? a : b)
const over = (a: Ratio, count: number): Ratio => divRatio(a, ratio(BigInt(count)))

const inProportion = (claims: readonly Ratio[], estate: Ratio): readonly Ratio[] => {
  const all = sum(claims)
  return claims.map((c) => (all.num === 0n ? zero : divRatio(mulRatio(estate, c), all)))
}

/** Positions by rising claim. */
const rising = (claims: readonly Ratio[]): readonly number[] =>
  [...claims.keys()].sort((a, b) => compareRatio(claims[a] ?? zero, claims[b] ?? zero))

const cea = (claims: readonly Ratio[], estate: Ratio): readonly Ratio[] => {
  const awards = claims.map(() => zero)
  let rest = estate
  rising(claims).forEach((i, k) => {
    const award = least(claims[i] ?? zero, over(rest, claims.length - k))
    awards[i] = award
    rest = subRatio(rest, award)
  })
  return awards
}

const cel = (claims: readonly Ratio[], estate: Ratio): readonly Ratio[] => {
  const losses = cea(claims, subRatio(sum(claims), estate))
  return claims.map((c, i) => subRatio(c, losses[i] ?? zero))
}

const byHalves = (
  claims: readonly Ratio[],
  estate: Ratio,
  second: (claims: readonly Ratio[], estate: Ratio) => readonly Ratio[],
): readonly Ratio[] => {
  const halves = claims.map((c) => over(c, 2))
  const half = sum(halves)
  if (compareRatio(estate, half) <= 0) return cea(halves, estate)
  return second(halves, subRatio(estate, half)).map((x, i) => addRatio(x, halves[i] ?? zero))
}

/** Each slice between neighbouring claims in equal parts to those who claim it. */
const slices = (claims: readonly Ratio[]): readonly Ratio[] => {
  const awards = claims.map(() => zero)
  let [before, award] = [zero, zero]
  rising(claims).forEach((i, k) => {
    const claim = claims[i] ?? zero
    award = addRatio(award, over(subRatio(claim, before), claims.length - k))
    before = claim
    awards[i] = award
  })
  return awards
}

/** The t with t + Σ max(c − t, 0) = E, for an E above the largest claim. */
const overlapCut = (claims: readonly Ratio[], estate: Ratio): Ratio => {
  const order = rising(claims)
  let above = sum(claims)
  for (const [k, i] of order.entries()) {
    const claim = claims[i] ?? zero
    const t = over(subRatio(above, estate), Math.max(1, claims.length - k - 1))
    if (compareRatio(t, claim) <= 0) return t
    above = subRatio(above, claim)
  }
  return zero
}

/** How many sets of the others there are by size and sum, sums below the estate only. */
const othersSums = (
  others: readonly Ratio[],
  estate: Ratio,
): ReadonlyMap<string, SumCount> | undefined => {
  let sums = new Map<string, SumCount>([['0', { size: 0, sum: zero, count: 1n }]])
  for (const claim of others) {
    const next = new Map(sums)
    for (const { size, sum: before, count } of sums.values()) {
      const total = addRatio(before, claim)
      if (compareRatio(total, estate) >= 0) continue
      const key = `${String(size + 1)}:${formatRatio(total)}`
      const known = next.get(key)?.count ?? 0n
      next.set(key, { size: size + 1, sum: total, count: known + count })
    }
    if (next.size > sumsLimit) return undefined
    sums = next
  }
  return sums
}

interface SumCount {
  readonly size: number
  readonly sum: Ratio
  readonly count: bigint
}

const arrivalMean = (
  sums: ReadonlyMap<string, SumCount>,
  n: number,
  claim: Ratio,
  estate: Ratio,
): Ratio =>
  [...sums.values()].reduce<Ratio>((mean, { size, sum: taken, count }) => {
    const orders = ratio(count * factorial(size) * factorial(n - size - 1), factorial(n))
    return addRatio(mean, mulRatio(orders, least(claim, subRatio(estate, taken))))
  }, zero)

const factorial = (n: number): bigint => (n < 2 ? 1n : BigInt(n) * factorial(n - 1))
