/** Values of core for properties; whole numbers reach zero, one and amounts of 38 digits. */
import fc from 'fast-check'
import { largestMinor, orThrow, parseDate, ratio, type CivilDate, type Ratio } from 'data-dividend'

export const anyWhole = fc.bigInt({ min: -largestMinor, max: largestMinor })

export const anyDivisor = fc.bigInt({ min: 1n, max: largestMinor })

export const anyRatio: fc.Arbitrary<Ratio> = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([num, den]) => ratio(num, den))

export const anyDate: fc.Arbitrary<CivilDate> = fc
  .date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((day) => orThrow(parseDate(day.toISOString().slice(0, 10))))
