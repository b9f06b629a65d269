/** Which counters an event may read or move, for those who lock rows before they settle. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { CivilDate } from '../core/date.js'
import type { Flow, Program } from '../agreement/program.js'
import { eventReader } from './settle-one.js'
import type { EventRecord, SettlementEvent } from './event.js'
import type { EventFault } from './fault.js'
import { frozenKey } from './freeze.js'
import { versionAt } from './movement.js'
import type { SaleRecord } from './state.js'
import { closedKey } from './told.js'
import { baseKey, counterKey, poolKey, takenKey } from './walk.js'

/** The keys of all counters that `settleOne` may ask for or change, sorted: lock them in this
 * order. A key that ends in `#` stands for all counters that begin with it.
 * @param program of the agreement, from `compile`
 * @param sale the record of the sale that the event refunds
 * @returns Left with the first fault of the event
 * @example
 * import { compile, countersOf, orThrow } from 'data-dividend'
 * const pair = {
 *   agreement: 'pair', currency: 'CNY', flow: [{ share: { id: 'all', of: { a: 2, b: 1 } } }],
 * }
 * const sale = { id: 's1', at: '2026-01-05', kind: 'sale', amount: '1.00' }
 * countersOf(orThrow(compile(pair)))(undefined, sale)
 * // => right(['all']) */
export const countersOf = (
  program: Program,
): ((
  sale: SaleRecord | undefined,
  event: EventRecord,
) => Either<EventFault, readonly string[]>) => {
  const read = eventReader(program)
  return (sale, record) => {
    const event = read(record, 0)
    return isLeft(event) ? event : right(keysOf(program, sale, event.right))
  }
}

const keysOf = (
  program: Program,
  sale: SaleRecord | undefined,
  event: SettlementEvent,
): readonly string[] => {
  const { at, kind, of = '' } = event
  const keys = new Set<string>(frozenKeys(program, at))
  const flows: { readonly flow: Flow; readonly date: CivilDate }[] = []
  if (kind === 'sale') flows.push({ flow: versionAt(program, at).flow, date: at })
  if (kind === 'refund' && sale !== undefined) {
    flows.push({ flow: versionAt(program, sale.at).flow, date: sale.at })
  }
  if (kind === 'open' || kind === 'close' || kind === 'accrue') {
    if (kind === 'close') keys.add(closedKey(of))
    for (const { from, flow } of program.versions) {
      if (from === undefined || from <= at) flows.push({ flow, date: at })
    }
  }
  if (kind === 'declare') keys.add(poolKey(of))
  const advance = kind === 'transfer' ? versionAt(program, at).advances.get(of) : undefined
  if (advance !== undefined) {
    keys.add(advance.paid)
    flows.push({ flow: advance.flow, date: at })
  }
  for (const { flow, date } of flows) {
    for (const key of keysIn(flow, date)) keys.add(key)
    for (const { party, kept } of flow.leaves) {
      for (const name of [party, kept]) {
        if (name !== undefined && program.counted.has(name)) keys.add(poolKey(name))
      }
    }
  }
  return [...keys].sort()
}

/** What amendments in force froze or may freeze now, and the counters it is read from. */
const frozenKeys = (program: Program, date: CivilDate): readonly string[] =>
  program.versions.flatMap(({ from, carries }, index) => {
    const before = program.versions[index - 1]
    if (from === undefined || before === undefined || from > date || carries.length === 0) return []
    return [
      frozenKey(from),
      ...carries.flatMap(({ to }) => [baseKey(to), takenKey(to)]),
      ...keysIn(before.flow, from),
    ]
  })

const keysIn = ({ ops }: Flow, date: CivilDate): readonly string[] =>
  ops.flatMap((op) =>
    op.op === 'fold' ? [`${op.key}#`]
    : op.op === 'gather' && op.key !== undefined ? [counterKey(op, date)]
    : [],
  )
