/** Tax on running totals: each event posts V(after) − V(before), so that the tax of all parts is
 *  that of one invoice. */
import type { Ratio } from '../core/ratio.js'
import { splitVat, vatOn } from '../payout/vat.js'

/** An amount without its tax, and the tax. Minor units. */
export interface Taxed {
  readonly net: bigint
  readonly tax: bigint
}

/** Cuts amounts on the running total of a key. */
export const taxCounter = (
  inclusive: boolean,
): ((key: string, rate: Ratio, amount: bigint) => Taxed) => {
  const totals = new Map<string, bigint>()
  return (key, rate, amount) => {
    const before = totals.get(key) ?? 0n
    const after = before + amount
    totals.set(key, after)
    const taxOf = (total: bigint): bigint =>
      inclusive ? splitVat(rate)(total).tax : vatOn(rate)(total)
    const tax = taxOf(after) - taxOf(before)
    return { net: inclusive ? amount - tax : amount, tax }
  }
}
