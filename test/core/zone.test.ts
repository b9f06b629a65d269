import { isRight, left, right } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'
import { dateIn, orThrow } from 'data-dividend'
import instants from '../vectors/core/instants.json' with { type: 'json' }

describe(`vectors: ${instants.source}`, () => {
  it.each(instants.cases)('$text in $zone is $date', ({ zone, text, date }) => {
    expect(orThrow(dateIn(zone))(text)).toEqual(right(date))
  })

  it.each(instants.refused)('"%s" is neither a date nor an instant', (text) => {
    expect(orThrow(dateIn('UTC'))(text)).toEqual(left({ _tag: 'NotADate', text }))
  })
})

describe('laws, beside Temporal', () => {
  it('instants fall on the same day, whatever their offset', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'UTC')
    const instant = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
    const offset = fc.constantFrom('Z', '+08:00', '-03:30', '+14:00', '-12:00')
    holds(
      fc.property(zones, instant, offset, (zone, at, suffix) => {
        const text = `${at.toISOString().slice(0, 19)}${suffix}`
        const theirs = Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDate()
        expect(orThrow(dateIn(zone))(text)).toEqual(right(theirs.toString()))
      }),
      500,
    )
  })

  it('what has no offset is a day of the zone already', () => {
    const day = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
    holds(
      fc.property(day, (at) => {
        const text = at.toISOString().slice(0, 19)
        const read = dateIn('Asia/Shanghai')
        expect(isRight(read) && read.right(text)).toEqual(right(text.slice(0, 10)))
      }),
    )
  })
})

describe('edges', () => {
  it.each(['', 'Mars/Olympus', 'Asia/Shangai', '../etc'])('"%s" is no zone', (zone) => {
    expect(dateIn(zone)).toEqual(left({ _tag: 'UnknownZone', zone }))
  })

  it('an offset of eighteen hours is the largest', () => {
    expect(orThrow(dateIn('UTC'))('2026-01-01T17:59:00+18:00')).toEqual(right('2025-12-31'))
    expect(orThrow(dateIn('UTC'))('2026-01-01T18:00:00+18:59')).toEqual(right('2025-12-31'))
  })
})
