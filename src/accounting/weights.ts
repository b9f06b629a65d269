/** Methods of amortisation: each is a list of exact weights, one a month.
 *
 *  Straight line: 1 each. Sum of years: n − y + 1 in each month of asset-year y. Double declining:
 *  a twelfth of the year's exact charge, 2/n of the carrying amount; China spreads carrying less
 *  residual over the last two years, always; Excel's VDB goes over to a straight line in the year
 *  in which that is larger. Units: the use itself.
 *  Source: 企业会计准则第6号 art. 17; 企业会计准则第4号 guide (双倍余额递减法, 年数总和法) */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import {
  compareRatio,
  divRatio,
  mulRatio,
  ratio,
  subRatio,
  zero,
  type Ratio,
} from '../core/ratio.js'
import { gcd } from '../core/divide.js'
import type { LifeNotWholeYears } from './fault.js'

/** Methods that need no more than a life. 摊销方法 */
export type TimeMethod = 'straight' | 'sumOfYears' | 'doubleDeclining' | 'vdb'
export type Method = TimeMethod | 'units'

/** The methods by name. */
export const methods: readonly Method[] = [
  'straight',
  'sumOfYears',
  'doubleDeclining',
  'vdb',
  'units',
]

/** Sums of weights: entry k is the weight of the first k months. */
export type Weights = readonly bigint[]

/** The weights of a method.
 *
 *  entry k = w₁ + … + w_k, whole numbers with a common factor
 * @param method how the benefits are used up
 * @param months the whole life
 * @param cost and residual, minor units, which only declining methods look at
 * @returns Left LifeNotWholeYears for a method by years
 * @example
 * import { weightsOf } from 'data-dividend/accounting'
 * weightsOf('straight')({ months: 3, cost: 100n, residual: 0n }) // => right([0n, 1n, 2n, 3n]) */
export const weightsOf =
  (method: TimeMethod) =>
  (life: {
    readonly months: number
    readonly cost: bigint
    readonly residual: bigint
  }): Either<LifeNotWholeYears, Weights> => {
    const { months, cost, residual } = life
    if (method === 'straight') return right(level(months))
    if (months % 12 !== 0) return left({ _tag: 'LifeNotWholeYears', months })
    const years = months / 12
    return right(
      method === 'sumOfYears' ?
        sums(Array.from({ length: years }, (_, y) => BigInt(years - y)))
      : sums(wholes(declining(method, years, ratio(cost), ratio(residual)))),
    )
  }

const known = new Map<number, Weights>()

/** Straight lines are shared: there are few lives and many assets. */
const level = (months: number): Weights => {
  const found = known.get(months)
  if (found !== undefined) return found
  const made = Array.from({ length: months + 1 }, (_, k) => BigInt(k))
  if (known.size < 1000) known.set(months, made)
  return made
}

/** Twelve equal months a year. */
const sums = (years: readonly bigint[]): Weights => {
  const list: bigint[] = [0n]
  for (const weight of years) {
    for (let month = 0; month < 12; month += 1) list.push((list.at(-1) ?? 0n) + weight)
  }
  return list
}

const declining = (
  method: 'doubleDeclining' | 'vdb',
  years: number,
  cost: Ratio,
  residual: Ratio,
): readonly Ratio[] => {
  const rate = ratio(2n, BigInt(years))
  let carrying = cost
  return Array.from({ length: years }, (_, index) => {
    const left = years - index
    const spare = subRatio(carrying, residual)
    const even = divRatio(spare, ratio(BigInt(left)))
    const double = least(mulRatio(carrying, rate), spare)
    const isLevel = method === 'vdb' ? compareRatio(even, double) > 0 : left <= 2
    // China's last two years are one straight line: half of the rest, then all of it.
    const charge = isLevel ? even : double
    carrying = subRatio(carrying, charge)
    return charge
  })
}

const least = (a: Ratio, b: Ratio): Ratio => (compareRatio(a, b) < 0 ? a : b)

/** Ratios as whole numbers in the same proportion; a list of zeros is spread evenly. */
const wholes = (list: readonly Ratio[]): readonly bigint[] => {
  if (list.every((one) => compareRatio(one, zero) === 0)) return list.map(() => 1n)
  const den = list.reduce((all, { den: one }) => (all * one) / gcd(all, one), 1n)
  return list.map(({ num, den: own }) => (num * den) / own)
}
