/** Net agreements: the least gross that leaves a net after tax.
 *
 *  gross = min { g : g − tax(g) ≥ net }. Since a tax rises by 0 or 1 a minor unit, that gross
 *  leaves the net exactly. For a royalty per time: net ≤ 800 is the gross; to 3,360
 *  (net − 160) ÷ 0.8; above net ÷ 0.84. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { ratio } from '../core/ratio.js'
import type { ItemTerms } from './regime.js'
import { taxOn, type Particulars, type Tax } from './tax.js'

/** No gross leaves the net, since a tax takes every further unit. */
export interface NoGrossLeaves {
  readonly _tag: 'NoGrossLeaves'
  readonly net: bigint
}

/** The least gross that leaves a net, with its tax; `income` of the tax is the gross.
 * @param terms of one item of a regime
 * @param net minor units, zero or more
 * @returns Left NoGrossLeaves when no gross does
 * laws: gross − tax = net; one unit less of gross leaves less
 * @example
 * import { map } from 'fp-ts/lib/Either.js'
 * import { grossUp, regimes, type Tax } from 'data-dividend/payout'
 * const royalty = regimes[0]?.withhold?.items['royalty'] ?? { bands: [] }
 * map((tax: Tax) => tax.income.num)(grossUp(royalty, {})(256000n)) // => right(300000n) */
export const grossUp =
  (terms: ItemTerms, particulars: Particulars) =>
  (net: bigint): Either<NoGrossLeaves, Tax> => {
    const tax = (gross: bigint) => taxOn(terms, particulars)(ratio(gross))
    const leaves = (gross: bigint) => gross - tax(gross).due >= net
    // At most the net's digits and some more are needed, unless the tax takes all.
    let high = net + 1n
    for (let doubled = 0; !leaves(high); doubled += 1) {
      if (doubled > 64) return left({ _tag: 'NoGrossLeaves', net })
      high *= 2n
    }
    let low = -1n
    while (high - low > 1n) {
      const middle = (low + high) / 2n
      if (leaves(middle)) high = middle
      else low = middle
    }
    return right(tax(high))
  }
