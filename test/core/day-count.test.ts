import { orThrow, parseDate } from 'data-dividend'
import { additiveDayCounts, daysBetween, daysOfYear, yearFraction } from 'data-dividend/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'
import { anyDate } from './arbitrary.js'

const date = (text: string) => orThrow(parseDate(text))

describe('vectors (ISDA 2006 definitions, 4.16)', () => {
  it.each([
    ['30/360', '2026-02-28', '2026-03-31', [1n, 12n]],
    ['30/360', '2024-02-29', '2025-02-28', [1n, 1n]],
    ['30/360', '2026-01-30', '2026-01-31', [0n, 1n]],
    ['30/360', '2026-01-15', '2026-01-31', [2n, 45n]],
    ['30E/360', '2026-02-28', '2026-03-31', [4n, 45n]],
    ['ACT/365', '2026-01-01', '2027-01-01', [1n, 1n]],
    ['ACT/360', '2026-01-01', '2026-01-31', [1n, 12n]],
    ['ACT/ACT', '2023-12-31', '2024-12-31', [133591n, 133590n]],
    ['ACT/ACT', '2024-01-01', '2025-01-01', [1n, 1n]],
    ['ACT/ACT', '2025-03-01', '2025-02-01', [-28n, 365n]],
  ] as const)('%s from %s to %s', (count, from, to, [num, den]) => {
    expect(yearFraction(count)(date(from), date(to))).toEqual({ num, den })
  })
})

describe('laws', () => {
  it.each(additiveDayCounts)('days of %s add up', (count) => {
    const days = daysBetween(count)
    holds(
      fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
        expect(days(a, b) + days(b, c)).toBe(days(a, c))
        expect(days(a, b) + days(b, a)).toBe(0)
      }),
    )
  })

  it('the same months of two years are a year of the days that a year has', () => {
    expect(daysBetween('30E/360')(date('2024-02-29'), date('2025-02-28'))).toBe(359)
    expect(daysBetween('30E/360')(date('2024-01-31'), date('2025-01-31'))).toBe(
      daysOfYear('30E/360'),
    )
  })
})
