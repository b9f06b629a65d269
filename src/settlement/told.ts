/** What folds hear: that a period opens or closes, that something accrues.
 *
 *  Every version in force hears; a clause that goes on in a later version hears there alone. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { addMonths, parseDate, type CivilDate, type Period } from '../core/date.js'
import type { Told } from '../agreement/fold.js'
import type { FoldOp, Program, Version } from '../agreement/program.js'
import type { SettlementEvent } from './event.js'
import type { EventFault } from './fault.js'
import type { Movement } from './movement.js'

/** The movements of an event that folds hear, one a version. */
export const toldMovements = (
  program: Program,
  event: SettlementEvent,
  counter: (key: string) => bigint,
  index: number,
): Either<EventFault, readonly Movement[]> => {
  const versions = program.versions.filter(({ from }) => (from ?? '') <= event.at).reverse()
  const told = event.kind === 'accrue' ? accrued(versions, event, index) : periodTold(event, index)
  if (isLeft(told)) return told
  if (event.kind === 'close' && counter(closedKey(event.of ?? '')) !== 0n) {
    return left({ _tag: 'ClosedBefore', period: event.of ?? '', path: [index, 'of'] })
  }
  const heard = new Set<string>()
  return right(
    versions.map(({ flow }): Movement => {
      const mine = flow.ops.flatMap((op) =>
        op.op === 'fold' && !heard.has(op.key) ? [op.key] : [],
      )
      for (const key of mine) heard.add(key)
      return {
        flow,
        from: 0n,
        to: 0n,
        gives: 1n,
        around: {
          date: event.at,
          attributes: {},
          counter,
          told: { event: told.right, hears: (key) => mine.includes(key) },
        },
        record: () => ({}),
      }
    }),
  )
}

/** The counter that says that a period has been closed. */
export const closedKey = (period: string): string => `closed:${period}`

const foldsOf = (versions: readonly Version[]): readonly FoldOp[] =>
  versions.flatMap(({ flow }) => flow.ops.filter((op) => op.op === 'fold'))

const accrued = (
  versions: readonly Version[],
  { at, of = '', amount, value, units }: SettlementEvent,
  index: number,
): Either<EventFault, Told> => {
  const known = foldsOf(versions).flatMap(({ fold }) => fold.accrues ?? [])
  const wanted = known.find(({ name }) => name === of)
  if (wanted === undefined) {
    const names = [...new Set(known.map(({ name }) => name))]
    return left({ _tag: 'NothingAccrues', name: of, known: names, path: [index, 'of'] })
  }
  const fields = { amount, value, units }
  if (fields[wanted.field] === undefined) {
    return left({
      _tag: 'FieldMissing',
      field: wanted.field,
      kind: 'accrue',
      path: [index, wanted.field],
    })
  }
  const [stranger] = (units ?? []).filter(([name]) => wanted.names?.includes(name) === false)
  if (stranger !== undefined) {
    const [name] = stranger
    return left({ _tag: 'UnknownHolder', name, known: wanted.names ?? [], path: [index, 'units'] })
  }
  return right({
    kind: 'accrue',
    at,
    of,
    ...(amount === undefined ? {} : { amount }),
    ...(value === undefined ? {} : { value }),
    ...(units === undefined ? {} : { units }),
  })
}

/** A period opens on its first day or later, and closes after its last. */
const periodTold = (
  { kind, at, of = '' }: SettlementEvent,
  index: number,
): Either<EventFault, Told> => {
  const span = spanOf(of)
  if (span === undefined) return left({ _tag: 'NotAPeriod', text: of, path: [index, 'of'] })
  const { every, first, next } = span
  if (kind === 'open' && at < first) {
    return left({ _tag: 'OpenedTooSoon', period: of, first, path: [index, 'at'] })
  }
  if (kind === 'close' && at < next) {
    return left({ _tag: 'CloseBeforeEnd', period: of, next, path: [index, 'at'] })
  }
  return right({ kind: kind === 'open' ? 'open' : 'close', at, period: of, every })
}

interface Span {
  readonly every: Period
  readonly first: CivilDate
  /** The first day after it. */
  readonly next: CivilDate
}

/** `2026-01`, `2026-Q1` or `2026` as days. */
const spanOf = (name: string): Span | undefined => {
  const [, year = '', part] = /^(\d{4})(?:-(\d{2}|Q[1-4]))?$/.exec(name) ?? []
  const every: Period =
    part === undefined ? 'year'
    : part.startsWith('Q') ? 'quarter'
    : 'month'
  const month = every === 'quarter' ? 3 * Number(part?.slice(1)) - 2 : Number(part ?? 1)
  const first = parseDate(`${year}-${String(month).padStart(2, '0')}-01`)
  if (isLeft(first)) return undefined
  const next = addMonths({ month: 1, quarter: 3, year: 12 }[every])(first.right)
  return isLeft(next) ? undefined : { every, first: first.right, next: next.right }
}
