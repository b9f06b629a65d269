/** Day counts: the part of a year between two dates, by a rule that is named, never a default.
 *
 *  act/365f actual days over 365; act/360; act/actIsda days in leap years over 366, the others over
 *  365; 30/360us with its February rule: a first day at the end of February counts as 30, and so
 *  does a last one when both are; then a first 31 is 30, and a last 31 is 30 when the first is 30;
 *  30e/360 every 31 is 30. Exact ratios. Source: ISDA Definitions (2006) 4.16; SIFMA. */
import {
  addRatio,
  dayNumber,
  daysInMonth,
  ratio,
  subRatio,
  type CivilDate,
  type Ratio,
} from '../core/index.js'

export type DayCount = 'act/365f' | 'act/360' | 'act/actIsda' | '30/360us' | '30e/360'

/** Years from one date to another, below zero when the second is earlier.
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { yearFraction } from 'data-dividend/valuation'
 * const [from, to] = [orThrow(parseDate('2026-02-28')), orThrow(parseDate('2026-03-31'))]
 * yearFraction('30/360us')(from, to) // => { num: 1n, den: 12n } */
export const yearFraction =
  (rule: DayCount) =>
  (from: CivilDate, to: CivilDate): Ratio => {
    const days = BigInt(dayNumber(to) - dayNumber(from))
    switch (rule) {
      case 'act/365f':
        return ratio(days, 365n)
      case 'act/360':
        return ratio(days, 360n)
      case 'act/actIsda':
        return subRatio(calendarYears(to), calendarYears(from))
      case '30/360us':
        return thirties(from, to, true)
      case '30e/360':
        return thirties(from, to, false)
    }
  }

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

const thirties = (from: CivilDate, to: CivilDate, us: boolean): Ratio => {
  const [a, b] = [fields(from), fields(to)]
  const first = us && isFebruaryEnd(a) ? 30 : Math.min(a.day, 30)
  const bothFebruary = us && isFebruaryEnd(a) && isFebruaryEnd(b)
  const last = bothFebruary || (b.day === 31 && (!us || first === 30)) ? 30 : b.day
  return ratio(BigInt((b.year - a.year) * 360 + (b.month - a.month) * 30 + last - first), 360n)
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
