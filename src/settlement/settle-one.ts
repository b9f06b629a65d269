/** One event: the lines it makes and the counters it moves. Nothing else is known or kept.
 *
 *  Every event is one walk of one flow: a sale moves its own money from 0 to its amount, a
 *  refund back; a declared dividend walks the register's split from 0, an advance its copy of
 *  the flow from what was paid. A transfer's payer has the opposite line, so its lines sum to 0. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { periodOf } from '../core/date.js'
import { dateIn } from '../core/zone.js'
import type { Flow, Leaf, Program } from '../agreement/program.js'
import { readEvent, type EventKind, type EventRecord, type SettlementEvent } from './event.js'
import type { EventFault } from './fault.js'
import { freezeCarries } from './freeze.js'
import { movementOf, versionAt, type Movement } from './movement.js'
import type { Line, SaleRecord } from './state.js'
import { closedKey, toldMovements } from './told.js'
import { poolKey, walk, type Walked } from './walk.js'

/** What an event did. */
export interface Settled {
  readonly lines: readonly Line[]
  /** Only the counters that changed, with their new values in minor units. */
  readonly counters: ReadonlyMap<string, bigint>
  /** The record of the sale, new or with what is refunded now. */
  readonly sale?: SaleRecord
}

/** Settles one event for a system that keeps its own database.
 *
 *  lines = E(after) − E(before)
 * @param program of the agreement, from `compile`
 * @param counters minor units by key, as `countersOf` names them; one that is not there is 0
 * @param sale the record of the sale that the event refunds; the caller vouches that the event's
 *   id is new
 * @returns Left with the first fault of the event
 * laws: the lines of a sale sum to its amount, of a refund to less its amount, of any other
 *   event to 0; no line of a sale is negative
 * @example
 * import { compile, orThrow, settleOne } from 'data-dividend'
 * const pair = {
 *   agreement: 'pair', currency: 'CNY', flow: [{ share: { id: 'all', of: { a: 2, b: 1 } } }],
 * }
 * const sale = { id: 's1', at: '2026-01-05', kind: 'sale', amount: '1.00' }
 * const settled = orThrow(settleOne(orThrow(compile(pair)))({}, undefined, sale))
 * settled.lines.map(({ party, amount }) => [party, amount])
 * // => [['a', 67n], ['b', 33n]] */
export const settleOne = (
  program: Program,
): ((
  counters: Readonly<Record<string, bigint>>,
  sale: SaleRecord | undefined,
  event: EventRecord,
) => Either<EventFault, Settled>) => {
  const read = eventReader(program)
  return (counters, sale, record) => {
    const event = read(record, 0)
    if (isLeft(event)) return event
    const { kind } = event.right
    if (needsLog(program, kind)) return left({ _tag: 'NeedsLog', kind, path: [0, 'kind'] })
    const counter = (key: string) => (Object.hasOwn(counters, key) ? (counters[key] ?? 0n) : 0n)
    return settleEvent(program)(counter, sale, event.right, 0)
  }
}

/** Reads events of a program. Its zone was checked when it was compiled. */
export const eventReader = (
  program: Program,
): ((record: EventRecord, index: number) => Either<EventFault, SettlementEvent>) => {
  const dateOf = dateIn(program.zone)
  return readEvent(
    program.currency,
    isLeft(dateOf) ? (text) => left({ _tag: 'NotADate', text }) : dateOf.right,
  )
}

/** Settles an event that has been read. */
export const settleEvent =
  (program: Program) =>
  (
    counter: (key: string) => bigint,
    sale: SaleRecord | undefined,
    event: SettlementEvent,
    index: number,
  ): Either<EventFault, Settled> => {
    const frozen = freezeCarries(program, counter, event.at)
    const known = (key: string) => frozen.get(key) ?? counter(key)
    const movements = movementsOf(program, event, sale, known, index)
    if (isLeft(movements)) return movements
    const lines: Line[] = []
    const counters = new Map(frozen)
    for (const { flow, from, to, around, gives, payer, counts, restates } of movements.right) {
      const walked = walk(flow, from, to, around)
      if (payer !== undefined && to !== from) {
        lines.push(lineOf(program, event, payer, from - to, undefined))
      }
      addLines(lines, program, event, flow, walked, gives, restates)
      for (const [key, { after }] of walked.counters) counters.set(key, after)
      if (counts !== undefined) counters.set(counts, to)
    }
    if (event.kind === 'close') counters.set(closedKey(event.of ?? ''), 1n)
    if (event.kind === 'refund' && sale !== undefined) {
      lines.push(...keptLines(versionAt(program, sale.at).flow, lines))
    }
    for (const line of lines) {
      if (!program.counted.has(line.party)) continue
      const key = poolKey(line.party)
      counters.set(key, (counters.get(key) ?? known(key)) + line.amount)
    }
    return right({ lines, counters, ...movements.right[0]?.record(lines) })
  }

/** Whether an event can only be settled by a run that knows the events before it. */
export const needsLog = (program: Program, kind: EventKind): boolean =>
  kind === 'hold' ||
  kind === 'release' ||
  kind === 'succeed' ||
  (kind === 'refund' && program.timed && program.refunds === 'net')

/** What a refund takes back where the party keeps its part: its payer bears it. */
export const keptLines = (flow: Flow, lines: readonly Line[]): readonly Line[] => {
  const kept = flow.leaves.filter((leaf) => leaf.kept !== undefined)
  if (kept.length === 0) return []
  return lines.flatMap((line) => {
    const payer = kept.find(({ party, path }) => party === line.party && path === line.path)?.kept
    return payer === undefined || line.amount >= 0n ?
        []
      : [
          { ...line, amount: -line.amount },
          { ...line, party: payer },
        ]
  })
}

/** What an event moves, flow by flow. */
export const movementsOf = (
  program: Program,
  event: SettlementEvent,
  sale: SaleRecord | undefined,
  counter: (key: string) => bigint,
  index: number,
): Either<EventFault, readonly Movement[]> => {
  switch (event.kind) {
    case 'sale':
    case 'refund':
    case 'declare':
    case 'transfer': {
      const movement = movementOf(program, event, sale, counter, index)
      return isLeft(movement) ? movement : right([movement.right])
    }
    case 'open':
    case 'close':
    case 'accrue':
      return toldMovements(program, event, counter, index)
    case 'amend': {
      const { of = '' } = event
      const known = program.versions.flatMap(({ from }) => from ?? [])
      return known.some((from) => from === of) ?
          right([])
        : left({ _tag: 'UnknownAmendment', from: of, known, path: [index, 'of'] })
    }
    default:
      return right([])
  }
}

const addLines = (
  lines: Line[],
  program: Program,
  event: SettlementEvent,
  flow: Flow,
  { before, after }: Walked,
  gives: 1n | -1n,
  restates: string | undefined,
): void => {
  for (const leaf of flow.leaves) {
    const amount = gives * ((after[leaf.slot] ?? 0n) - (before[leaf.slot] ?? 0n))
    if (amount !== 0n) lines.push(lineOf(program, event, leaf, amount, restates))
  }
}

const lineOf = (
  program: Program,
  { id, at, of }: SettlementEvent,
  { party, path, kind }: Pick<Leaf, 'party' | 'path' | 'kind'>,
  amount: bigint,
  restates: string | undefined,
): Line => ({
  event: id,
  at,
  party,
  path,
  kind,
  amount,
  period: periodOf(program.period)(at),
  ...(of === undefined ? {} : { of }),
  ...(restates === undefined ? {} : { restates }),
})
