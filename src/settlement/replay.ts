/** Replays: what an agreement with folds gives for a log of events.
 *
 *  A net refund of an older sale is statement(log with the sale reduced at its own place) −
 *  statement(log). Its lines bear the refund's own date; what later events gave, closes among
 *  them, is restated by the difference. It costs one run over what came before the sale, two over
 *  what came after. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { periodOf } from '../core/date.js'
import type { Program } from '../agreement/program.js'
import type { SettlementEvent } from './event.js'
import type { EventFault } from './fault.js'
import { movementOf, versionAt } from './movement.js'
import { keptLines, settleEvent, type Settled } from './settle-one.js'
import type { Line, SaleRecord } from './state.js'

/** What every leaf holds after a log, and the counters. */
export interface Replayed {
  readonly leaves: ReadonlyMap<string, Pick<Line, 'party' | 'path' | 'kind' | 'amount'>>
  readonly counters: ReadonlyMap<string, bigint>
  readonly sales: ReadonlyMap<string, SaleRecord>
}

/** A leaf's name. */
export const leafKey = ({ party, path }: Pick<Line, 'party' | 'path'>): string =>
  JSON.stringify([party, path])

/** Settles a log from the beginning. Under `net` sales count less what was refunded of them, and
 * refunds are passed over. */
export const replay = (program: Program, log: readonly SettlementEvent[]): Replayed =>
  goOn(program, nothing, log, refundsOf(log))

const nothing: Replayed = { leaves: new Map(), counters: new Map(), sales: new Map() }

/** What was refunded of each sale in a log, minor units. */
const refundsOf = (log: readonly SettlementEvent[]): ReadonlyMap<string, bigint> => {
  const refunded = new Map<string, bigint>()
  for (const { kind, of = '', amount = 0n } of log) {
    if (kind === 'refund') refunded.set(of, (refunded.get(of) ?? 0n) + amount)
  }
  return refunded
}

/** Settles events of a log after those before them. */
const goOn = (
  program: Program,
  start: Replayed,
  log: readonly SettlementEvent[],
  refunded: ReadonlyMap<string, bigint>,
): Replayed => {
  const settleNext = settleEvent(program)
  const leaves = new Map(start.leaves)
  const [counters, sales] = [new Map(start.counters), new Map(start.sales)]
  const net = program.refunds === 'net'
  for (const event of log) {
    if (net && event.kind === 'refund') continue
    const replayed = net ? (refunded.get(event.id) ?? 0n) : 0n
    const { of = '' } = event
    const sale = event.kind === 'refund' ? sales.get(of) : undefined
    const counter = (key: string) => counters.get(key) ?? 0n
    const settled = settleNext(counter, sale, { ...event, replayed }, 0)
    // It was allowed when it was settled, and a replay asks no more.
    if (isLeft(settled)) continue
    for (const [key, value] of settled.right.counters) counters.set(key, value)
    if (settled.right.sale !== undefined) {
      sales.set(event.kind === 'sale' ? event.id : of, settled.right.sale)
    }
    for (const { party, path, kind, amount } of settled.right.lines) {
      const key = leafKey({ party, path })
      const before = leaves.get(key)?.amount ?? 0n
      leaves.set(key, { party, path, kind, amount: before + amount })
    }
  }
  return { leaves, counters, sales }
}

/** A net refund as the difference of two replays. */
export const restate = (
  program: Program,
  log: readonly SettlementEvent[],
  sale: SaleRecord | undefined,
  event: SettlementEvent,
  index: number,
): Either<EventFault, Settled> => {
  const movement = movementOf(program, event, sale, () => 0n, index)
  if (isLeft(movement) || sale === undefined) {
    return isLeft(movement) ? movement : right({ lines: [], counters: new Map() })
  }
  const { id, at, of, amount = 0n } = event
  const own = log.findIndex((one) => one.id === of)
  const start = goOn(program, nothing, log.slice(0, own), refundsOf(log))
  const suffix = (events: readonly SettlementEvent[]) =>
    goOn(program, start, log.slice(own), refundsOf(events))
  const [before, after] = [suffix(log), suffix([...log, event])]
  const keys = new Set([...before.leaves.keys(), ...after.leaves.keys()])
  const lines = [...keys].flatMap((key): readonly Line[] => {
    const [was, is] = [before.leaves.get(key), after.leaves.get(key)]
    const leaf = is ?? was
    const change = (is?.amount ?? 0n) - (was?.amount ?? 0n)
    if (leaf === undefined || change === 0n) return []
    return [
      {
        event: id,
        at,
        ...leaf,
        amount: change,
        period: periodOf(program.period)(at),
        restates: periodOf(program.period)(sale.at),
        ...(of === undefined ? {} : { of }),
      },
    ]
  })
  const counters = new Map<string, bigint>()
  for (const key of new Set([...before.counters.keys(), ...after.counters.keys()])) {
    const value = after.counters.get(key) ?? 0n
    if (value !== (before.counters.get(key) ?? 0n)) counters.set(key, value)
  }
  return right({
    lines: [...lines, ...keptLines(versionAt(program, sale.at).flow, lines)],
    counters,
    sale: { ...sale, refunded: sale.refunded + amount },
  })
}
