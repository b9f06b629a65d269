/** All methods that value from one record, and the way to one of them. */
import type { Method } from './method.js'
import { costAndMarketMethods } from './registry-cost.js'
import { incomeMethods } from './registry-income.js'
import { otherMethods } from './registry-other.js'
import { timeMethods } from './registry-time.js'

/** Every method that a valuation file may name. */
export const valuationMethods: readonly Method[] = [
  ...incomeMethods,
  ...costAndMarketMethods,
  ...otherMethods,
  ...timeMethods,
]

/** The method of an id.
 * @example
 * import { methodOf } from 'data-dividend/valuation'
 * methodOf('income.rfr')?.name.zh // => '许可费节省法' */
export const methodOf = (id: string): Method | undefined =>
  valuationMethods.find((method) => method.id === id)
