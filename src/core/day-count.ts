/** Day counts: how many days lie between two dates, and what part of a year; by a rule that is
 *  named, never a default.
 *
 *  ACT/365 (fixed) and ACT/360 real days over 365 or 360; ACT/ACT (ISDA) days in leap years over
 *  366, the others over 365; 30E/360 every month has 30 days, the 31st counts as the 30th; 30/360
 *  (US) with its February rule: a first day at the end of February counts as 30, and so does a
 *  last one when both are; then a first 31 is 30, and a last 31 is 30 when the first is 30. Exact
 *  ratios.
 *  Source: ISDA Definitions (2006) 4.16; SIFMA */
import { dayNumber, daysInMonth, type CivilDate } from './date.js'
import { addRatio, ratio, subRatio, type Ratio } from './ratio.js'

/** 计息天数 */
export type DayCount = AdditiveDayCount | 'ACT/ACT' | '30/360'

/** Day counts of whole days that add up: from a to b and from b to c is from a to c. */
export type AdditiveDayCount = 'ACT/365' | 'ACT/360' | '30E/360'

/** Those by name. */
export const additiveDayCounts: readonly AdditiveDayCount[] = ['ACT/365', 'ACT/360', '30E/360']

/** Days from one date to another, negative backwards.
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { daysBetween } from 'data-dividend/core'
 * const [from, to] = [orThrow(parseDate('2026-01-31')), orThrow(parseDate('2026-07-31'))]
 * daysBetween('ACT/365')(from, to) // => 181
 * daysBetween('30E/360')(from, to) // => 180 */
export const daysBetween =
  (count: AdditiveDayCount) =>
  (from: CivilDate, to: CivilDate): number =>
    count === '30E/360' ? thirties(from, to, false) : dayNumber(to) - dayNumber(from)

/** Days that make a year.
 * @example
 * import { daysOfYear } from 'data-dividend/core'
 * daysOfYear('ACT/360') // => 360 */
export const daysOfYear = (count: AdditiveDayCount): number => (count === 'ACT/365' ? 365 : 360)

/** Years from one date to another, below zero when the second is earlier.
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { yearFraction } from 'data-dividend/core'
 * const [from, to] = [orThrow(parseDate('2026-02-28')), orThrow(parseDate('2026-03-31'))]
 * yearFraction('30/360')(from, to) // => { num: 1n, den: 12n } */
export const yearFraction =
  (count: DayCount) =>
  (from: CivilDate, to: CivilDate): Ratio =>
    count === 'ACT/ACT' ? subRatio(calendarYears(to), calendarYears(from))
    : count === '30/360' ? ratio(BigInt(thirties(from, to, true)), 360n)
    : ratio(BigInt(daysBetween(count)(from, to)), BigInt(daysOfYear(count)))

/** Years since year 0 in which every calendar year has length 1. */
const calendarYears = (date: CivilDate): Ratio => {
  const { year, month, day } = fields(date)
  const length = daysInMonth(year, 2) === 29 ? 366n : 365n
  const before = Array.from({ length: month - 1 }, (_, m) => daysInMonth(year, m + 1)).reduce(
    (sum, days) => sum + days,
    day - 1,
  )
  return addRatio(ratio(BigInt(year)), ratio(BigInt(before), length))
}

/** Days of which every month has 30. */
const thirties = (from: CivilDate, to: CivilDate, us: boolean): number => {
  const [a, b] = [fields(from), fields(to)]
  const first = us && isFebruaryEnd(a) ? 30 : Math.min(a.day, 30)
  const bothFebruary = us && isFebruaryEnd(a) && isFebruaryEnd(b)
  const last = bothFebruary || (b.day === 31 && (!us || first === 30)) ? 30 : b.day
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + last - first
}

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const isFebruaryEnd = ({ year, month, day }: Day): boolean =>
  month === 2 && day === daysInMonth(year, 2)

const fields = (date: CivilDate): Day => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})
