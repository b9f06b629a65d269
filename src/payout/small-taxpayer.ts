/** Value added tax of small taxpayers: nothing up to a monthly amount, above it on the whole.
 *
 *  A cliff (Value Added Tax Law, 23: at the threshold the whole is taxed), so it is a function of
 *  the month's sales at its close, never a clause. The reliefs are dated policy and are given. */
import type { Ratio } from '../core/ratio.js'
import { splitVat } from './vat.js'

/** The relief in force for a month. */
export interface SmallTaxpayerRelief {
  /** Sales of the month, without the tax, up to which nothing is due; inclusive, minor units. */
  readonly exemptUpTo: bigint
  /** The rate at which prices include the tax, such as 3% or 1%. */
  readonly rate: Ratio
}

/** The tax of a month at its close.
 *
 *  net = half-up(gross ÷ (1 + rate)); tax = 0 where net ≤ exemptUpTo, else gross − net
 * @param gross the month's sales with the tax, minor units
 * @example
 * import { ratio } from 'data-dividend'
 * import { monthlyVat } from 'data-dividend/payout'
 * const relief = { exemptUpTo: 10000000n, rate: ratio(1n, 100n) }
 * monthlyVat(relief)(10100000n) // => 0n
 * monthlyVat(relief)(10100200n) // => 100002n */
export const monthlyVat =
  ({ exemptUpTo, rate }: SmallTaxpayerRelief) =>
  (gross: bigint): bigint => {
    const { net, tax } = splitVat(rate)(gross)
    return net <= exemptUpTo ? 0n : tax
  }
