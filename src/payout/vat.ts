/** Value added tax as the difference of gross and net, so that the two always add up.
 *
 *  Inclusive: net = R(g/(1+r)), tax = g − net. Exclusive: tax = R(n·r). On a running total each
 *  event posts V(after) − V(before), so the tax is that of one invoice, whatever the parts.
 *  Source: 增值税法 (in force 2026-01-01) art. 10, 11 */
import { divHalfUp } from '../core/divide.js'
import type { Ratio } from '../core/ratio.js'

/** A gross amount parted; minor units. */
export interface VatSplit {
  readonly net: bigint
  readonly tax: bigint
}

/** Parts a gross amount.
 * @param rate such as 6%, a ratio of the net
 * @returns net and tax in minor units
 * laws: net + tax = gross; odd in the gross
 * @example
 * import { ratio } from 'data-dividend'
 * import { splitVat } from 'data-dividend/payout'
 * splitVat(ratio(6n, 100n))(9999n) // => { net: 9433n, tax: 566n } */
export const splitVat =
  ({ num, den }: Ratio) =>
  (gross: bigint): VatSplit => {
    const net = divHalfUp(gross * den, den + num)
    return { net, tax: gross - net }
  }

/** The tax of an amount that does not include it, minor units.
 * @example
 * import { ratio } from 'data-dividend'
 * import { vatOn } from 'data-dividend/payout'
 * vatOn(ratio(6n, 100n))(9433n) // => 566n */
export const vatOn =
  ({ num, den }: Ratio) =>
  (net: bigint): bigint =>
    divHalfUp(net * num, den)
