/** Deferred tax of one asset at a date.
 *
 *  DTA = t·max(0, tax base − carrying), DTL = t·max(0, carrying − tax base). The extra deduction of
 *  research gives none. Source: 企业会计准则第18号 art. 13, 15 */
import { divHalfUp } from '../core/divide.js'
import type { Ratio } from '../core/ratio.js'

/** Balances, minor units. */
export interface DeferredTax {
  readonly dta: bigint
  readonly dtl: bigint
}

/** The balances at a date; their movement is what is posted.
 * @param rate of income tax
 * @example
 * import { ratio } from 'data-dividend'
 * import { deferredTax } from 'data-dividend/accounting'
 * deferredTax(ratio(1n, 4n))({ taxBase: 1080n, carrying: 800n }) // => { dta: 70n, dtl: 0n } */
export const deferredTax =
  ({ num, den }: Ratio) =>
  ({ taxBase, carrying }: { readonly taxBase: bigint; readonly carrying: bigint }): DeferredTax => {
    const tax = (difference: bigint): bigint =>
      difference > 0n ? divHalfUp(difference * num, den) : 0n
    return { dta: tax(taxBase - carrying), dtl: tax(carrying - taxBase) }
  }
