/** The reference interpreter: money at the entry goes from one amount to another, and every slot
 *  that it reaches goes along.
 *
 *  A slot of a sale is worked out anew from the sale's net. Where a scope widens, a counter C is
 *  kept: it goes from C to C + d, with d the difference that arrives. The lines are the leaves'
 *  differences, so they are E(after) − E(before) whatever the scopes. */
import type { CivilDate } from '../core/date.js'
import { periodOf } from '../core/date.js'
import { apportionUnits } from '../split/apportion.js'
import { feeRows } from '../agreement/bounds.js'
import { passes } from '../agreement/route.js'
import { takeFrom, type Row } from '../agreement/table.js'
import type { Arrival, Numbers, Told } from '../agreement/fold.js'
import type { Flow, FoldOp, Gather, Op, Take } from '../agreement/program.js'

/** The counter of what a pool, or a party that something depends on, holds. */
export const poolKey = (party: string): string => `pool:${party}`

/** What a walk may ask for. */
export interface Surroundings {
  /** Date of the sale: its periods count, not today's. */
  readonly date: CivilDate
  /** Attributes of the sale as sold. */
  readonly attributes: Readonly<Record<string, string>>
  readonly counter: (key: string) => bigint
  /** What the folds of some keys hear. */
  readonly told?: { readonly event: Told; readonly hears: (key: string) => boolean }
}

/** One move of a fold, with its numbers as they were. */
export interface FoldMove {
  readonly numbers: Numbers
  readonly arrival: Arrival
  readonly parts: readonly bigint[]
}

/** Every slot before and after, and the counters that moved. */
export interface Walked {
  readonly before: readonly bigint[]
  readonly after: readonly bigint[]
  readonly counters: ReadonlyMap<string, Change>
  /** What folds did, by their op. */
  readonly folds?: ReadonlyMap<Op, readonly FoldMove[]>
}

interface Change {
  readonly before: bigint
  readonly after: bigint
}

/** Moves the money at a flow's entry from one amount to another. */
export const walk = (flow: Flow, from: bigint, to: bigint, around: Surroundings): Walked => {
  const [before, after] = [[from], [to]]
  const counters = new Map<string, Change>()
  let folds: Map<Op, readonly FoldMove[]> | undefined
  for (const op of flow.ops) {
    if (op.op === 'gather' && op.key !== undefined) {
      let change = 0n
      for (const slot of op.from) change += (after[slot] ?? 0n) - (before[slot] ?? 0n)
      if (change === 0n) continue
      const key = counterKey(op, around.date)
      const counter = around.counter(key)
      before[op.to] = counter
      after[op.to] = counter + change
      counters.set(key, { before: counter, after: counter + change })
    } else if (op.op === 'fold') {
      folds ??= new Map()
      folds.set(op, moveFold(op, before, after, counters, around))
    } else {
      fill(op, before, around)
      fill(op, after, around)
    }
  }
  return { before, after, counters, ...(folds && { folds }) }
}

/** Money arrives at a fold, and it hears of what it is told; its outs hold the differences. */
const moveFold = (
  { from, to, fold, key }: FoldOp,
  before: bigint[],
  after: bigint[],
  counters: Map<string, Change>,
  { date, counter, told }: Surroundings,
): readonly FoldMove[] => {
  const amount = from === undefined ? 0n : (after[from] ?? 0n) - (before[from] ?? 0n)
  const arrivals: readonly Arrival[] = [
    ...(amount === 0n ? [] : [{ amount, date }]),
    ...(told?.hears(key) === true ? [told.event] : []),
  ]
  return arrivals.map((arrival) => {
    const then = new Map(counters)
    const of = (other: string, name: string) => {
      const at = `${other}#${name}`
      return then.get(at)?.after ?? counter(at)
    }
    const held = (party: string) => counter(poolKey(party))
    const numbers = { own: (name: string) => of(key, name), of, held }
    const { parts, set } = fold.arrive(numbers, arrival)
    for (const [name, value] of Object.entries(set)) {
      const at = `${key}#${name}`
      const start = counters.get(at)?.before ?? counter(at)
      if (start !== value || counters.has(at)) counters.set(at, { before: start, after: value })
    }
    to.forEach((slot, index) => {
      after[slot] = (after[slot] ?? 0n) + (parts[index] ?? 0n)
    })
    return { numbers, arrival, parts }
  })
}

/** What the slots of a flow hold as its counters stand, for one date. Slots of sales are left
 * out. */
export const standing = (flow: Flow, around: Surroundings): readonly bigint[] => {
  const slots: bigint[] = []
  for (const op of flow.ops) {
    if (op.op === 'gather' && op.key !== undefined) {
      slots[op.to] = around.counter(counterKey(op, around.date))
    } else if (op.op !== 'fold') fill(op, slots, around)
  }
  return slots
}

/** The key of a counter for a sale's date. */
export const counterKey = ({ key = '', scope }: Gather, date: CivilDate): string =>
  scope === 'life' || scope === 'event' ? key : `${key}@${periodOf(scope)(date)}`

/** The rows of a take, with what its clause carries from the version before. */
export const rowsOf = (
  { rows, clause, carried }: Take,
  { date, counter }: Surroundings,
): readonly Row[] => {
  if (clause === undefined || carried === undefined) return rows
  const { only } = carried
  if (only !== undefined && !inPeriod(only, date)) return rows
  return feeRows(clause.terms, {
    base: counter(baseKey(clause.key)),
    taken: counter(takenKey(clause.key)),
  })
}

/** Counters that hold what an amendment froze for a clause. */
export const baseKey = (key: string): string => `base:${key}`
export const takenKey = (key: string): string => `taken:${key}`

/** Whether a date lies in a period, given by its name. */
const inPeriod = (name: string, date: CivilDate): boolean =>
  periodOf('month')(date) === name ||
  periodOf('quarter')(date) === name ||
  periodOf('year')(date) === name

/** Works out what an op gives, in one array of slots; slots that hold nothing are skipped. */
const fill = (op: Exclude<Op, FoldOp>, slots: bigint[], around: Surroundings): void => {
  if (op.op === 'gather') {
    let sum = 0n
    for (const slot of op.from) sum += slots[slot] ?? 0n
    slots[op.to] = sum
    return
  }
  const all = slots[op.from] ?? 0n
  if (all === 0n) return
  if (op.op === 'take') {
    const first = takeFrom(rowsOf(op, around))(all)
    slots[op.first] = first
    slots[op.rest] = all - first
  } else if (op.op === 'route') {
    slots[passes(op.tests, around.attributes) ? op.first : op.rest] = all
  } else {
    apportionUnits(op.method)(op.weights)(all).forEach((part, index) => {
      const to = op.to[index]
      if (to !== undefined) slots[to] = part
    })
  }
}
