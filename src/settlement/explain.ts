/** Explaining a statement: why each party holds what it holds.
 *
 *  A statement ends in a state; undoing its events from the last one back gives the counters at
 *  any event, since every event is the difference of one function. The event is then walked once
 *  more and its slots are written out as a tree that `redo` recomputes. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Explained } from '../core/explained.js'
import { formatAmount } from '../core/money.js'
import type { Program } from '../agreement/program.js'
import type { SettlementEvent } from './event.js'
import { givenLines } from './explain-place.js'
import { explainTimed, givenTree } from './explain-timed.js'
import { explainWalk } from './explain-walk.js'
import type { EventFault } from './fault.js'
import { movementOf, versionAt, type Movement } from './movement.js'
import type { Line, SaleRecord, State } from './state.js'
import { poolKey, walk, type Walked } from './walk.js'

/** What to explain: all lines of one event, or what a party received, perhaps by one clause. */
export type Question =
  { readonly event: string } | { readonly party: string; readonly path?: string }

export interface NotInStatement {
  readonly _tag: 'NotInStatement'
  readonly name: string
}

/** Explains a figure of a statement.
 * @param program of the agreement, from `compile`
 * @param statement the lines of a batch with the state after it
 * @returns Left NotInStatement when there is no such line; Left UnknownSale when the record of a
 *   sale is no longer kept
 * laws: `redo(settlementArithmetic)` gives the value of every tree; the value is the sum of the
 *   statement's lines asked for
 * @example
 * import { compile, emptyState, orThrow, settle } from 'data-dividend'
 * import { explain } from 'data-dividend/settlement'
 * const pair = {
 *   agreement: 'pair', currency: 'CNY', flow: [{ share: { id: 'all', of: { a: 2, b: 1 } } }],
 * }
 * const events = [{ id: 's1', at: '2026-01-05', kind: 'sale', amount: '1.00' }]
 * const program = orThrow(compile(pair))
 * const statement = orThrow(settle(program)(emptyState(pair))(events))
 * orThrow(explain(program)(statement)({ event: 's1' })).value // => '1.00' */
export const explain =
  (program: Program) =>
  (statement: { readonly lines: readonly Line[]; readonly state: State }) =>
  (question: Question): Either<EventFault | NotInStatement, Explained> =>
    'event' in question ?
      explainEvent(program, statement, question.event)
    : explainParty(program, statement.lines, question)

/** The lines of one event, each down to the counters it moved. */
const explainEvent = (
  program: Program,
  { lines, state }: { readonly lines: readonly Line[]; readonly state: State },
  id: string,
): Either<EventFault | NotInStatement, Explained> => {
  const events = eventsOf(lines)
  const wanted = events.findIndex(({ event }) => event === id)
  if (wanted < 0) return left({ _tag: 'NotInStatement', name: id })
  const given = givenLines(program, { lines, state })
  if (program.timed) return explainTimed(program, state, id, events[wanted]?.lines ?? [], given)
  const counters = new Map(state.counters)
  const sales = new Map<string, SaleRecord>(state.sales)
  for (let index = events.length - 1; index >= wanted; index -= 1) {
    const group = events[index]
    if (group === undefined) continue
    if (isGiven(group.lines)) {
      if (index === wanted) return right(givenTree(program, group.lines, given))
      continue
    }
    const undone = undo(program, state.seen, counters, sales, group.lines)
    if (isLeft(undone)) return undone
    if (index === wanted) {
      const { event, movement, walked } = undone.right
      return right(explainWalk(program, event, movement, walked, group.lines, given))
    }
  }
  return left({ _tag: 'NotInStatement', name: id })
}

/** What a party received: the sum of its lines. */
const explainParty = (
  program: Program,
  lines: readonly Line[],
  { party, path }: { readonly party: string; readonly path?: string },
): Either<NotInStatement, Explained> => {
  const mine = lines.filter(
    (line) => line.party === party && (path === undefined || line.path === path),
  )
  if (mine.length === 0) {
    return left({ _tag: 'NotInStatement', name: path === undefined ? party : `${party} ${path}` })
  }
  const money = formatAmount(program.currency)
  return right({
    label: party,
    value: money(mine.reduce((sum, { amount }) => sum + amount, 0n)),
    unit: program.currency.code,
    formula: 'Σ line',
    inputs: mine.map((line, index) => ({
      label: `line.${String(index + 1)}`,
      value: money(line.amount),
      source: `${line.event} ${line.at} ${line.path}`,
    })),
  })
}

/** Lines of a hold or a succession: they move no counter. */
const isGiven = ([first]: readonly Line[]): boolean =>
  first?.kind === 'hold' || first?.kind === 'succession'

/** Lines in groups of one event, in the order of the statement. */
const eventsOf = (
  lines: readonly Line[],
): readonly { readonly event: string; readonly lines: readonly Line[] }[] => {
  const groups: { readonly event: string; readonly lines: Line[] }[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last?.event === line.event) last.lines.push(line)
    else groups.push({ event: line.event, lines: [line] })
  }
  return groups
}

/** Takes an event back, so that counters and sales stand as before it. */
const undo = (
  program: Program,
  seen: State['seen'],
  counters: Map<string, bigint>,
  sales: Map<string, SaleRecord>,
  lines: readonly Line[],
): Either<EventFault, { event: SettlementEvent; movement: Movement; walked: Walked }> => {
  const event = eventOf(seen, sales, lines)
  const { id, amount = 0n, of = '', kind } = event
  if (kind === 'sale' && !sales.has(id)) return left({ _tag: 'UnknownSale', sale: id, path: [] })
  const counter = (key: string) => counters.get(key) ?? 0n
  const sale = kind === 'refund' ? sales.get(of) : undefined
  const before = sale && { ...sale, refunded: sale.refunded - amount }
  for (const line of lines) {
    if (program.pools.has(line.party)) {
      counters.set(poolKey(line.party), counter(poolKey(line.party)) - line.amount)
    }
  }
  const { advances } = versionAt(program, event.at)
  const paid = kind === 'transfer' ? advances.get(of)?.paid : undefined
  if (paid !== undefined) counters.set(paid, counter(paid) - amount)
  const movement = movementOf(program, event, before, counter, 0)
  if (isLeft(movement)) return movement
  const { flow, from, to, around } = movement.right
  const back = walk(flow, to, from, around)
  for (const [key, { after }] of back.counters) counters.set(key, after)
  if (before !== undefined) sales.set(of, before)
  return right({
    event,
    movement: movement.right,
    walked: {
      before: back.after,
      after: back.before,
      counters: new Map(
        [...back.counters].map(([key, c]) => [key, { before: c.after, after: c.before }]),
      ),
    },
  })
}

/** The event that made some lines, read back from them and from what the state keeps of it. */
const eventOf = (
  seen: State['seen'],
  sales: ReadonlyMap<string, SaleRecord>,
  lines: readonly Line[],
): SettlementEvent => {
  const [first] = lines
  const { event: id = '', at = '' as Line['at'], of, kind, restates } = first ?? {}
  const sum = lines.reduce((total, { amount }) => total + amount, 0n)
  const payer = first?.place ?? first?.party
  const own = lines.findIndex(({ party, place }) => (place ?? party) !== payer)
  const paid = -lines
    .slice(0, own < 0 ? lines.length : own)
    .reduce((total, l) => total + l.amount, 0n)
  const common = { id, at, attributes: {}, ...(of === undefined ? {} : { of }) }
  if (of === undefined) {
    return { ...common, kind: 'sale', amount: sum, attributes: sales.get(id)?.attributes ?? {} }
  }
  if (restates !== undefined) return { ...common, kind: 'refund', amount: -sum }
  if (kind !== 'dividend') return { ...common, kind: 'transfer', amount: paid }
  const { units, scale, perUnit } = seen.get(id) ?? {}
  return {
    ...common,
    kind: 'declare',
    amount: paid,
    ...(units && { units }),
    ...(scale && { scale }),
    ...(perUnit && { perUnit }),
  }
}
