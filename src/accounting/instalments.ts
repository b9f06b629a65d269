/** Payments that are put off: present value, and the finance charge as it unwinds.
 *
 *  PV = Σ flow_t / (1 + r)^t, one year apart, the first in a year; rounded once. The interest of a
 *  year is R(r × balance), the balance being what the rounded years before left; the last year
 *  takes the rest. Source: 企业会计准则第6号 art. 12; 企业会计准则第8号 art. 11 */
import { divHalfUp } from '../core/divide.js'
import type { Ratio } from '../core/ratio.js'

/** The present value of year-end flows, minor units.
 * @param rate a year, exact
 * @example
 * import { ratio } from 'data-dividend'
 * import { presentValue } from 'data-dividend/accounting'
 * presentValue(ratio(5n, 100n))([10500n, 11025n]) // => 20000n */
export const presentValue =
  ({ num, den }: Ratio) =>
  (flows: readonly bigint[]): bigint => {
    // Horner from the last flow: value = (flow + value) × den ÷ (den + num), kept exact.
    let [top, below] = [0n, 1n]
    for (const flow of flows.toReversed()) {
      top = (flow * below + top) * den
      below *= den + num
    }
    return divHalfUp(top, below)
  }

/** One year of a debt. Minor units. */
export interface Unwinding {
  readonly interest: bigint
  readonly payment: bigint
  /** Owed after the payment, without interest to come. */
  readonly balance: bigint
}

/** The years of a debt in equal payments.
 * @returns interest of each year; they sum to what all payments exceed the present value by
 * @example
 * import { ratio } from 'data-dividend'
 * import { unwind } from 'data-dividend/accounting'
 * unwind({ count: 2, amount: 10500n, rate: ratio(5n, 100n) }).map(({ interest }) => interest)
 * // => [976n, 500n] */
export const unwind = (terms: {
  readonly count: number
  readonly amount: bigint
  readonly rate: Ratio
}): readonly Unwinding[] => {
  const { count, amount, rate } = terms
  let balance = presentValue(rate)(Array.from({ length: count }, () => amount))
  return Array.from({ length: count }, (_, index) => {
    const interest =
      index === count - 1 ? amount - balance : divHalfUp(balance * rate.num, rate.den)
    balance += interest - amount
    return { interest, payment: amount, balance }
  })
}
