/** Civil dates: days of the proleptic Gregorian calendar, without a clock and without a zone.
 *
 *  A date is its ISO text (`2026-07-01`), so dates sort as text and travel in JSON as they are.
 *  Arithmetic goes through the day number: days since 1970-01-01. Years 0001 to 9999. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'

declare const civil: unique symbol

/** A day that exists, as `YYYY-MM-DD`. 日期 */
export type CivilDate = string & { readonly [civil]: true }

/** The periods that money is counted by. 结算周期 */
export type Period = 'month' | 'quarter' | 'year'

export interface NotADate {
  readonly _tag: 'NotADate'
  readonly text: string
}

/** Reads `YYYY-MM-DD`.
 * @returns Left NotADate for another form or a day that does not exist
 * @example
 * import { parseDate } from 'data-dividend'
 * parseDate('2026-02-30') // => left({ _tag: 'NotADate', text: '2026-02-30' }) */
export const parseDate = (text: string): Either<NotADate, CivilDate> => {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const [year, month, day] = (found ?? []).slice(1).map(Number)
  return (
      year !== undefined &&
        month !== undefined &&
        day !== undefined &&
        year >= 1 &&
        month >= 1 &&
        month <= 12 &&
        day >= 1 &&
        day <= daysInMonth(year, month)
    ) ?
      right(text as CivilDate)
    : left({ _tag: 'NotADate', text })
}

/** Days since 1970-01-01, negative before it.
 * @example
 * import { dayNumber, orThrow, parseDate } from 'data-dividend'
 * dayNumber(orThrow(parseDate('2026-07-01'))) // => 20635 */
export const dayNumber = (date: CivilDate): number => {
  const { year, month, day } = fieldsOf(date)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The date of a day number.
 * @returns Left NotADate outside the years 0001 to 9999
 * @example
 * import { dateOfDay } from 'data-dividend'
 * dateOfDay(20635) // => right('2026-07-01') */
export const dateOfDay = (days: number): Either<NotADate, CivilDate> => {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  return parseDate(isoText(year, month, day))
}

/** The same day some months later (or earlier); a day past the month's end becomes its last day:
 * 2026-01-31 and one month is 2026-02-28.
 * @returns Left NotADate outside the years 0001 to 9999
 * @example
 * import { addMonths, orThrow, parseDate } from 'data-dividend'
 * addMonths(1)(orThrow(parseDate('2026-01-31'))) // => right('2026-02-28') */
export const addMonths =
  (months: number) =>
  (date: CivilDate): Either<NotADate, CivilDate> => {
    const { year, month, day } = fieldsOf(date)
    const index = year * 12 + month - 1 + months
    const [y, m] = [Math.floor(index / 12), index - Math.floor(index / 12) * 12 + 1]
    return parseDate(isoText(y, m, Math.min(day, daysInMonth(y, m))))
  }

/** The name of the period that a date lies in: `2026-01`, `2026-Q1` or `2026`.
 * @example
 * import { orThrow, parseDate, periodOf } from 'data-dividend'
 * periodOf('quarter')(orThrow(parseDate('2026-05-31'))) // => '2026-Q2' */
export const periodOf =
  (period: Period) =>
  (date: CivilDate): string =>
    period === 'month' ? date.slice(0, 7)
    : period === 'year' ? date.slice(0, 4)
    : `${date.slice(0, 4)}-Q${String(Math.ceil(Number(date.slice(5, 7)) / 3))}`

/** Whether a date is the first day of its period, so that it cuts no period in two.
 * @example
 * import { orThrow, parseDate, startsPeriod } from 'data-dividend'
 * startsPeriod('quarter')(orThrow(parseDate('2026-07-01'))) // => true */
export const startsPeriod =
  (period: Period) =>
  (date: CivilDate): boolean =>
    date.endsWith('-01') &&
    (period === 'month' ||
      (period === 'year' ? date.endsWith('-01-01') : Number(date.slice(5, 7)) % 3 === 1))

/** Days of a month (1 to 12) of a year.
 * @example
 * import { daysInMonth } from 'data-dividend'
 * daysInMonth(2028, 2) // => 29 */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ?
    isLeap(year) ? 29
    : 28
  : month === 4 || month === 6 || month === 9 || month === 11 ? 30
  : 31

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const isoText = (year: number, month: number, day: number): string =>
  `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`

const digits = (value: number, length: number): string => String(value).padStart(length, '0')

const fieldsOf = (date: CivilDate): { year: number; month: number; day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})
