import { left, right } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'
import {
  addMonths,
  dateOfDay,
  dayNumber,
  daysInMonth,
  orThrow,
  parseDate,
  periodOf,
  startsPeriod,
  type Period,
} from 'data-dividend'
import days from '../vectors/core/days.json' with { type: 'json' }
import { anyDate } from './arbitrary.js'

const date = (text: string) => orThrow(parseDate(text))
const periods: readonly Period[] = ['month', 'quarter', 'year']
const firstDay = Temporal.PlainDate.from('1970-01-01')

describe(`vectors: ${days.source}`, () => {
  it.each(days.cases)('$date', ({ date: text, day }) => {
    expect(dayNumber(date(text))).toBe(day)
    expect(dateOfDay(day)).toEqual(right(text))
  })

  it.each(days.refused)('"%s" is no date', (text) => {
    expect(parseDate(text)).toEqual(left({ _tag: 'NotADate', text }))
  })
})

describe('laws, beside Temporal', () => {
  it('day numbers count days, there and back', () => {
    holds(
      fc.property(anyDate, (day) => {
        const number = firstDay.until(Temporal.PlainDate.from(day)).days
        expect(dayNumber(day)).toBe(number)
        expect(dateOfDay(number)).toEqual(right(day))
      }),
      1000,
    )
  })

  it('a text is a date when Temporal says so', () => {
    const parts = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.nat(14), fc.nat(33))
    holds(
      fc.property(parts, ([year, month, day]) => {
        const pad = (value: number, length: number) => String(value).padStart(length, '0')
        const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
        expect(parseDate(text)._tag === 'Right').toBe(isDate(year, month, day))
      }),
      1000,
    )
  })

  it('months are added as there, to the last day where the day is missing', () => {
    holds(
      fc.property(anyDate, fc.integer({ min: -2000, max: 2000 }), (day, months) => {
        const theirs = Temporal.PlainDate.from(day).add({ months })
        fc.pre(theirs.year >= 1 && theirs.year <= 9999)
        expect(addMonths(months)(day)).toEqual(right(theirs.toString()))
      }),
      1000,
    )
  })

  it('months are as long as there', () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), (y, m) => {
        expect(daysInMonth(y, m)).toBe(new Temporal.PlainYearMonth(y, m).daysInMonth)
      }),
    )
  })

  it('periods rise with the dates, and a period starts where its name changes', () => {
    holds(
      fc.property(fc.constantFrom(...periods), anyDate, (period, day) => {
        fc.pre(day !== '0001-01-01')
        const before = orThrow(dateOfDay(dayNumber(day) - 1))
        expect(periodOf(period)(before) <= periodOf(period)(day)).toBe(true)
        expect(startsPeriod(period)(day)).toBe(periodOf(period)(before) !== periodOf(period)(day))
      }),
      1000,
    )
  })
})

const isDate = (year: number, month: number, day: number): boolean => {
  try {
    return Boolean(Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }))
  } catch {
    return false
  }
}

describe('edges', () => {
  it.each([
    ['month', '2026-03-31', '2026-03'],
    ['quarter', '2026-03-31', '2026-Q1'],
    ['quarter', '2026-04-01', '2026-Q2'],
    ['quarter', '2026-12-31', '2026-Q4'],
    ['year', '2026-12-31', '2026'],
  ] as const)('the %s of %s is %s', (period, day, name) => {
    expect(periodOf(period)(date(day))).toBe(name)
  })

  it.each([
    ['2026-01-01', [true, true, true]],
    ['2026-04-01', [true, true, false]],
    ['2026-05-01', [true, false, false]],
    ['2026-01-02', [false, false, false]],
  ] as const)('%s starts month, quarter, year: %s', (day, starts) => {
    expect(periods.map((period) => startsPeriod(period)(date(day)))).toEqual(starts)
  })

  it('the calendar ends with the years 0001 and 9999', () => {
    expect(dateOfDay(-719163)._tag).toBe('Left')
    expect(dateOfDay(2932897)._tag).toBe('Left')
    expect(addMonths(1)(date('9999-12-01'))._tag).toBe('Left')
    expect(addMonths(-1)(date('0001-01-31'))._tag).toBe('Left')
  })

  it('half a day is no day', () => {
    expect(dateOfDay(0.5)._tag).toBe('Left')
    expect(dateOfDay(NaN)._tag).toBe('Left')
  })
})
