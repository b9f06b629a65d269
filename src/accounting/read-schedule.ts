/** Reading lives and schedules of amortisation. */
import type { Schedule, UseOf } from './event.js'
import type { CivilDate } from '../core/date.js'
import type { Fields } from './field.js'
import { conventions } from './plan.js'
import type { RegisterRecord, ScheduleRecord } from './record.js'
import { methods } from './weights.js'

const uses = ['admin', 'customers', 'research', 'production'] as const

export const readSchedule = (f: Fields, record: ScheduleRecord): Schedule => {
  const { method = 'straight', months, totalUnits, residual, rounding = 'cumulative' } = record
  const at = 'schedule'
  const indefinite = f.oneOf(['yes', 'no'], record.indefinite ?? 'no', at, 'indefinite') === 'yes'
  const byUse = method === 'units'
  return {
    method: f.oneOf(methods, method, at, 'method'),
    months: f.count(months, indefinite || byUse ? 0 : 1, at, 'months'),
    totalUnits: f.whole(totalUnits, at, 'totalUnits'),
    residual: f.amount(residual, at, 'residual'),
    rounding: f.oneOf(conventions, rounding, at, 'rounding'),
    indefinite,
  }
}

/** What an asset is for and how long it lasts. */
export const readLife = (
  f: Fields,
  { schedule, rightEnds, use = 'admin', serves }: RegisterRecord,
): {
  readonly schedule?: Schedule
  readonly rightEnds?: CivilDate
  readonly use: UseOf
  readonly serves?: string
} => {
  const ends = f.maybeDate(rightEnds, 'rightEnds')
  return {
    use: f.oneOf(uses, use, 'use'),
    ...(schedule === undefined ? {} : { schedule: readSchedule(f, schedule) }),
    ...(ends === undefined ? {} : { rightEnds: ends }),
    ...(serves === undefined ? {} : { serves }),
  }
}
