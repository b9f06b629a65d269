/** Schedules: a base spread over weights, month by month, by one of three roundings.
 *
 *  With B the base, P_k the weight up to month k and W of all, R half-up to the minor unit:
 *  `cumulative` R(B·P_k/W) − R(B·P_{k−1}/W): never negative, sums to B. The default.
 *  `level` R(B·w_k/W), the last month takes the rest (尾差), which may be negative: refused then.
 *  `remaining` R(rest × w_k ÷ weights left), each month afresh.
 *  After an impairment the base is the new carrying amount and the remaining weights stay. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { divHalfUp } from '../core/divide.js'
import type { LevelNegative } from './fault.js'
import type { Weights } from './weights.js'

/** 取整方式 */
export type Convention = 'cumulative' | 'level' | 'remaining'

/** The conventions by name. */
export const conventions: readonly Convention[] = ['cumulative', 'level', 'remaining']

/** A schedule under way. Amounts are minor units. 摊销计划 */
export interface Plan {
  readonly rounding: Convention
  /** What is spread over the weights from `from` on. */
  readonly base: bigint
  readonly from: bigint
  /** Weight gone so far, `from` included. */
  readonly at: bigint
  readonly total: bigint
  /** Charged of the base so far. */
  readonly given: bigint
  /** Months gone and the sums of weights; absent where use is the weight. */
  readonly months?: number
  readonly weights?: Weights
}

/** A plan that the fold works on. */
export type MutablePlan = { -readonly [K in keyof Plan]: Plan[K] }

/** A schedule from its first month on.
 * @param base minor units, cost less residual
 * @returns Left LevelNegative when the last level charge would be below zero
 * @example
 * import { scheduleOf, planOf } from 'data-dividend/accounting'
 * import { orThrow } from 'data-dividend'
 * const plan = orThrow(planOf('cumulative', [0n, 1n, 2n, 3n])(10000n))
 * scheduleOf(plan) // => [3333n, 3334n, 3333n] */
export const planOf =
  (rounding: Convention, weights: Weights) =>
  (base: bigint): Either<LevelNegative, Plan> =>
    guarded({
      rounding,
      base,
      from: 0n,
      at: 0n,
      total: weights.at(-1) ?? 0n,
      given: 0n,
      months: 0,
      weights,
    })

/** A schedule by use.
 * @param total units over the whole life */
export const unitsPlan = (rounding: Convention, total: bigint, base: bigint): Plan => ({
  rounding,
  base,
  from: 0n,
  at: 0n,
  total,
  given: 0n,
})

/** The same weights, from where they stand, over another base. */
export const rebase =
  (base: bigint) =>
  (plan: Plan): Either<LevelNegative, Plan> =>
    guarded({ ...plan, base, from: plan.at, given: 0n })

/** The weight after the next month; the total once all months are gone. */
export const nextMonth = ({ months = 0, weights, total }: Plan): bigint =>
  weights?.[months + 1] ?? total

/** The charge from where the plan stands up to a weight. */
export const chargeTo = ({ rounding, base, from, at, total, given }: Plan, to: bigint): bigint => {
  if (to === total) return base - given
  if (rounding === 'cumulative') {
    const weight =
      from === 0n ? divHalfUp(base * to, total) : divHalfUp(base * (to - from), total - from)
    return weight - given
  }
  return rounding === 'level' ?
      divHalfUp(base * (to - at), total - from)
    : divHalfUp((base - given) * (to - at), total - at)
}

/** The plan after a charge up to a weight. */
export const advance = (plan: Plan, to: bigint, charge: bigint): Plan => ({
  ...plan,
  at: to,
  given: plan.given + charge,
  ...(plan.months === undefined ? {} : { months: plan.months + 1 }),
})

/** All charges of the months that are left, minor units.
 *
 * laws: they sum to the base less what is given; none is negative under cumulative and remaining
 * @example
 * import { orThrow } from 'data-dividend'
 * import { planOf, scheduleOf } from 'data-dividend/accounting'
 * scheduleOf(orThrow(planOf('remaining', [0n, 1n, 2n, 3n, 4n])(2n))) // => [1n, 0n, 1n, 0n] */
export const scheduleOf = (plan: Plan): readonly bigint[] => {
  const charges: bigint[] = []
  let now = plan
  const end = (plan.weights?.length ?? 1) - 1
  while ((now.months ?? 0) < end) {
    const to = nextMonth(now)
    const charge = chargeTo(now, to)
    charges.push(charge)
    now = advance(now, to, charge)
  }
  return charges
}

/** Only level charges can overshoot. */
const guarded = (plan: Plan): Either<LevelNegative, Plan> => {
  if (plan.rounding !== 'level' || plan.weights === undefined) return right(plan)
  const last = scheduleOf(plan).at(-1) ?? 0n
  return last < 0n ? left({ _tag: 'LevelNegative', last: String(last) }) : right(plan)
}
