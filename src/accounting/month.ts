/** Months as whole numbers, so that a life is a difference: 2026-03 is 2026·12 + 2. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { daysInMonth, type CivilDate } from '../core/date.js'

/** Months since January of year 0. */
export type Month = number

/** The month that a date lies in. */
export const monthOf = (date: CivilDate): Month =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1

/** `2026-03` */
export const monthText = (month: Month): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`

/** The last day of a month. */
export const lastDay = (month: Month): CivilDate => {
  const text = monthText(month)
  // A month of a date that exists has this day.
  return `${text}-${String(daysInMonth(Math.floor(month / 12), (month % 12) + 1))}` as CivilDate
}

/** Reads `2026-03`. @returns Left NotAMonth */
export const parseMonth = (
  text: string,
): Either<{ readonly _tag: 'NotAMonth'; readonly text: string }, Month> =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ?
    right(monthOf(`${text}-01` as CivilDate))
  : left({ _tag: 'NotAMonth', text })
