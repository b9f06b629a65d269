/** Day counts: how many days lie between two dates, and how many make a year.
 *
 *  ACT/365 and ACT/360 count real days. 30/360 gives every month 30 days; the 31st counts as the
 *  30th (30E/360). Counts add up: from a to b and from b to c is from a to c.
 *  Source: ISDA 2006 definitions, 4.16 (d), (e), (g) */
import { dayNumber, type CivilDate } from './date.js'

/** 计息天数 */
export type DayCount = 'ACT/365' | 'ACT/360' | '30/360'

/** The day counts by name. */
export const dayCounts: readonly DayCount[] = ['ACT/365', 'ACT/360', '30/360']

/** Days from one date to another, negative backwards.
 * @example
 * import { daysBetween, orThrow, parseDate } from 'data-dividend'
 * const from = orThrow(parseDate('2026-01-31'))
 * const to = orThrow(parseDate('2026-07-31'))
 * daysBetween('ACT/365')(from, to) // => 181
 * daysBetween('30/360')(from, to) // => 180 */
export const daysBetween =
  (count: DayCount) =>
  (from: CivilDate, to: CivilDate): number =>
    count === '30/360' ? day30(to) - day30(from) : dayNumber(to) - dayNumber(from)

/** Days that make a year.
 * @example
 * import { daysOfYear } from 'data-dividend'
 * daysOfYear('ACT/360') // => 360 */
export const daysOfYear = (count: DayCount): number => (count === 'ACT/365' ? 365 : 360)

const day30 = (date: CivilDate): number => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return 360 * year + 30 * month + Math.min(day, 30)
}
