/** Explaining an event of an agreement with folds: its log is settled up to the event, then the
 *  event is walked once more. A net refund is shown as what each leaf holds with it and without. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Explained } from '../core/explained.js'
import { formatAmount } from '../core/money.js'
import type { Program } from '../agreement/program.js'
import type { SettlementEvent } from './event.js'
import type { GivenLine } from './explain-place.js'
import { explainWalks } from './explain-walk.js'
import type { EventFault } from './fault.js'
import { leafKey, replay } from './replay.js'
import { movementsOf, needsLog } from './settle-one.js'
import type { Line, State } from './state.js'
import { walk } from './walk.js'

/** The tree of one event's lines.
 * @returns Left NeedsLog when the log does not have the event */
export const explainTimed = (
  program: Program,
  state: State,
  id: string,
  lines: readonly Line[],
  given: GivenLine,
): Either<EventFault, Explained> => {
  const log = state.log ?? []
  const index = log.findIndex((event) => event.id === id)
  const event = log[index]
  if (event === undefined) return right(givenTree(program, lines, given))
  const before = log.slice(0, index)
  if (needsLog(program, event.kind)) {
    return right(restatedTree(program, before, event, lines, given))
  }
  const { counters, sales } = replay(program, before)
  const sale = event.kind === 'refund' ? sales.get(event.of ?? '') : undefined
  const counter = (key: string) => counters.get(key) ?? 0n
  const movements = movementsOf(program, event, sale, counter, 0)
  if (isLeft(movements)) return left(movements.left)
  const walked = movements.right.map((movement) => {
    const { flow, from, to, around } = movement
    return { movement, walked: walk(flow, from, to, around) }
  })
  return right(explainWalks(program, event, walked, lines, given))
}

/** Lines of a hold, a release or a succession: what the accounts held then. */
export const givenTree = (
  program: Program,
  lines: readonly Line[],
  given: GivenLine,
): Explained => {
  const [first] = lines
  const money = formatAmount(program.currency)
  return {
    label: first?.event ?? '',
    value: money(lines.reduce((sum, { amount }) => sum + amount, 0n)),
    unit: program.currency.code,
    source: [first?.kind, first?.at, first?.of].join(' '),
    formula: 'Σ line',
    inputs: lines.map((line, index) => given(line, `line.${String(index + 1)}`)),
  }
}

const restatedTree = (
  program: Program,
  before: readonly SettlementEvent[],
  event: SettlementEvent,
  lines: readonly Line[],
  given: GivenLine,
): Explained => {
  const money = formatAmount(program.currency)
  const [without, withIt] = [replay(program, before), replay(program, [...before, event])]
  const figure = (line: Line, index: number): Explained => {
    const key = leafKey({ party: line.place ?? line.party, path: line.path })
    const [was, is] = [without, withIt].map(({ leaves }) => leaves.get(key)?.amount ?? 0n)
    const label = `line.${String(index + 1)}`
    if (line.amount !== (is ?? 0n) - (was ?? 0n)) return given(line, label)
    return {
      label,
      title: { en: `${line.party} by ${line.path}`, zh: `${line.party}，依据 ${line.path}` },
      value: money(line.amount),
      formula: 'after − before',
      inputs: [
        { label: 'after', value: money(is ?? 0n), source: `replay with ${event.id}` },
        { label: 'before', value: money(was ?? 0n), source: `replay without ${event.id}` },
      ],
    }
  }
  return {
    label: event.id,
    value: money(lines.reduce((sum, { amount }) => sum + amount, 0n)),
    unit: program.currency.code,
    source: `refund ${event.at} ${event.of ?? ''}`,
    formula: 'Σ line',
    inputs: lines.map(figure),
  }
}
