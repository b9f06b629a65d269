/** From an instant to a civil date, once, at the border: the only code that knows time zones.
 *
 *  `2026-01-31T16:00:00Z` is 2026-02-01 in Asia/Shanghai. An instant without an offset is local
 *  time of the zone already; so is a plain date. Zone rules come from the platform's `Intl`. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { dayNumber, parseDate, type CivilDate, type NotADate } from './date.js'

export interface UnknownZone {
  readonly _tag: 'UnknownZone'
  readonly zone: string
}

/** A reader of dates and instants in one zone.
 * @param zone an IANA name, such as `Asia/Shanghai`
 * @returns Left UnknownZone; the reader gives Left NotADate for a text that is neither a date nor
 *   an instant, or names a day or an hour that does not exist
 * @example
 * import { dateIn, orThrow } from 'data-dividend'
 * orThrow(dateIn('Asia/Shanghai'))('2026-01-31T16:00:00Z') // => right('2026-02-01') */
export const dateIn = (
  zone: string,
): Either<UnknownZone, (text: string) => Either<NotADate, CivilDate>> => {
  const format = formatterOf(zone)
  return format === undefined ?
      left({ _tag: 'UnknownZone', zone })
    : right((text) => (text.length === 10 ? parseDate(text) : dateOfInstant(format)(text)))
}

const dateOfInstant =
  (format: Intl.DateTimeFormat) =>
  (text: string): Either<NotADate, CivilDate> => {
    const found = instantText.exec(text)
    if (found === null) return left({ _tag: 'NotADate', text })
    const [, day = '', hour, minute, second = '0', offset] = found
    const [h, m, s] = [Number(hour), Number(minute), Number(second)]
    const date = parseDate(day)
    if (isLeft(date) || h > 23 || m > 59 || s > 59) return left({ _tag: 'NotADate', text })
    if (offset === undefined) return date
    const offsetMinutes = minutesOf(offset)
    if (offsetMinutes === undefined) return left({ _tag: 'NotADate', text })
    const seconds = dayNumber(date.right) * 86400 + h * 3600 + (m - offsetMinutes) * 60 + s
    const parts = format.formatToParts(seconds * 1000)
    const field = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
    const local = parseDate(`${field('year').padStart(4, '0')}-${field('month')}-${field('day')}`)
    return isLeft(local) || field('era') === 'BC' ? left({ _tag: 'NotADate', text }) : local
  }

/** Minutes east of Greenwich of `Z` or `+08:00`; undefined when there is no such offset. */
const minutesOf = (offset: string): number | undefined => {
  if (offset === 'Z') return 0
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))]
  if (hours > 18 || minutes > 59) return undefined
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

const instantText =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/

/** The platform tells an unknown zone only by throwing. Its `iso8601` calendar is Julian before
 * 1582; `gregory` is not, but counts years before 0001 from 1 again, as of another era. */
const formatterOf = (zone: string): Intl.DateTimeFormat | undefined => {
  try {
    return new Intl.DateTimeFormat('en-u-ca-gregory', {
      timeZone: zone,
      era: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
  } catch {
    return undefined
  }
}
