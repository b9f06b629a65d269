/** Interest that runs by the day, exactly: nothing is rounded on the way.
 *
 *  simple: capital × rate × days / year. annual: what is unpaid after each whole year since the
 *  beginning joins the capital. Days are counted from the beginning, so stretches add up. */
import { isLeft, right, left, type Either } from 'fp-ts/lib/Either.js'
import { addMonths, type CivilDate } from '../../core/date.js'
import {
  daysBetween,
  additiveDayCounts,
  daysOfYear,
  type AdditiveDayCount,
} from '../../core/day-count.js'
import type { Path } from '../../core/error.js'
import { addRatio, mulRatio, ratio, subRatio, type Ratio } from '../../core/ratio.js'
import type { AgreementFault } from '../fault.js'
import { readRate } from '../read.js'
import type { Bearing, Preferred } from '../timed-clause.js'

export interface Terms {
  readonly rate: Ratio
  readonly count: AdditiveDayCount
  readonly annual: boolean
}

/** @returns Left UnknownDayCount, or a fault of the rate */
export const readBearing = (
  body: Bearing & Pick<Preferred, 'compounding'>,
  at: Path,
): Either<AgreementFault, Terms> => {
  const count = additiveDayCounts.find((name) => name === body.days)
  if (count === undefined) {
    return left({
      _tag: 'UnknownDayCount',
      days: body.days,
      known: additiveDayCounts,
      path: [...at, 'days'],
    })
  }
  const rate = readRate(body.rate, [...at, 'rate'])
  return isLeft(rate) ? rate : (
      right({ rate: rate.right, count, annual: body.compounding === 'annual' })
    )
}

/** A claim on interest: all that has accrued, what of it had by the last whole year, both exact,
 * and what of it was paid. */
export interface Claim {
  readonly accrued: Ratio
  readonly turned: Ratio
  readonly paid: bigint
}

/** A stretch of days on one base. Minor units, exact. */
export interface Stretch {
  readonly days: number
  readonly base: Ratio
  readonly interest: Ratio
}

/** What accrues from one day to another, counted from `since`, on capital and, by the year, on
 * what was unpaid at the last whole year. */
export const accrue = (
  { rate, count, annual }: Terms,
  since: CivilDate,
  [from, to]: readonly [number, number],
  capital: bigint,
  claim: Claim,
): { readonly claim: Claim; readonly stretches: readonly Stretch[] } => {
  const year = BigInt(daysOfYear(count))
  const whole = annual ? anniversaries(count, since, from, to) : []
  const done: Stretch[] = []
  let [day, { accrued, turned }] = [from, claim]
  for (const end of whole.at(-1) === to ? whole : [...whole, to]) {
    const unpaid = subRatio(turned, ratio(claim.paid))
    const base = annual && unpaid.num > 0n ? addRatio(ratio(capital), unpaid) : ratio(capital)
    const interest = mulRatio(mulRatio(base, rate), ratio(BigInt(end - day), year))
    if (end > day) done.push({ days: end - day, base, interest })
    accrued = addRatio(accrued, interest)
    if (whole.includes(end)) turned = accrued
    day = end
  }
  return { claim: { ...claim, accrued, turned }, stretches: done }
}

/** Days since the beginning; none before it. */
export const dayOf = ({ count }: Terms, since: CivilDate, date: CivilDate): number =>
  Math.max(0, daysBetween(count)(since, date))

/** The ends of whole years after one day, up to another. */
const anniversaries = (
  count: AdditiveDayCount,
  since: CivilDate,
  from: number,
  to: number,
): readonly number[] => {
  const ends: number[] = []
  for (let years = Math.max(1, Math.floor(from / 366)); ; years += 1) {
    const date = addMonths(12 * years)(since)
    const day = isLeft(date) ? Infinity : daysBetween(count)(since, date.right)
    if (day > to) return ends
    if (day > from) ends.push(day)
  }
}
