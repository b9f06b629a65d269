/** A walk written out: each line as after − before, each slot by the op that filled it, down to
 *  the counters and the event's own money. Knows ops, not clauses. */
import type { Explained, Reference } from '../core/explained.js'
import { formatAmount } from '../core/money.js'
import type { Reason } from '../agreement/fold.js'
import type { FoldOp, Gather, Op, Program } from '../agreement/program.js'
import type { SettlementEvent } from './event.js'
import {
  apportionFormula,
  majorOf,
  routeText,
  takeFormula,
  takeInputs,
  type Figures,
  type Side,
} from './explain-op.js'
import type { GivenLine } from './explain-place.js'
import type { Movement } from './movement.js'
import type { Line } from './state.js'
import { counterKey, type FoldMove, type Walked } from './walk.js'

/** The tree of one event's lines. */
export const explainWalk = (
  program: Program,
  event: SettlementEvent,
  movement: Movement,
  walked: Walked,
  lines: readonly Line[],
  given: GivenLine,
): Explained => explainWalks(program, event, [{ movement, walked }], lines, given)

/** The tree of one event that moves several flows. */
export const explainWalks = (
  program: Program,
  event: SettlementEvent,
  moves: readonly { readonly movement: Movement; readonly walked: Walked }[],
  lines: readonly Line[],
  given: GivenLine,
): Explained => {
  const trees = moves.map(({ movement, walked }) => newTree(program, event, movement, walked))
  const money = formatAmount(program.currency)
  return {
    label: event.id,
    value: money(lines.reduce((sum, { amount }) => sum + amount, 0n)),
    unit: program.currency.code,
    source: [event.kind, event.at, event.of ?? ''].join(' ').trim(),
    formula: 'Σ line',
    inputs: lines.map((line, index) => {
      const label = `line.${String(index + 1)}`
      const told = trees.map((tree) => explainLine(tree, line, label)).find(isKnown)
      return told ?? given(line, label)
    }),
  }
}

const isKnown = (figure: Explained | undefined): figure is Explained => figure !== undefined

// eslint-disable-next-line functional/type-declaration-immutability -- remembers places
interface Tree extends Figures {
  readonly movement: Movement
  /** The event's own money as a figure. */
  readonly event: { readonly value: bigint; readonly source: string }
  readonly maker: ReadonlyMap<number, Op>
  /** Where a slot's figure stands already. */
  readonly known: Map<string, string>
}

const newTree = (
  { currency }: Program,
  event: SettlementEvent,
  movement: Movement,
  walked: Walked,
): Tree => {
  const maker = new Map<number, Op>()
  for (const op of movement.flow.ops) {
    const outs =
      op.op === 'gather' ? [op.to]
      : op.op === 'apportion' || op.op === 'fold' ? op.to
      : [op.first, op.rest]
    for (const out of outs) maker.set(out, op)
  }
  return {
    movement,
    walked,
    around: movement.around,
    maker,
    places: currency.digits,
    money: formatAmount(currency),
    event: { value: movement.to - movement.from, source: `${event.kind} ${event.id} ${event.at}` },
    known: new Map(),
  }
}

const explainLine = (tree: Tree, line: Line, label: string): Explained | undefined => {
  const { movement, money, walked } = tree
  const whose = line.place ?? line.party
  const { payer, gives, flow } = movement
  const title = { en: `${line.party} by ${line.path}`, zh: `${line.party}，依据 ${line.path}` }
  const common = { label, title, value: money(line.amount) }
  const leaf = flow.leaves.find(({ party, path }) => party === whose && path === line.path)
  if (payer?.party === whose && line.amount === movement.from - movement.to) {
    const amount = { label: 'amount', value: money(-line.amount), source: tree.event.source }
    return { ...common, formula: '−amount', inputs: [amount] }
  }
  if (leaf === undefined) return undefined
  const change = (walked.after[leaf.slot] ?? 0n) - (walked.before[leaf.slot] ?? 0n)
  if (line.amount !== gives * change) return undefined
  const after = slotFigure(tree, leaf.slot, 'after', 'after', label)
  if ((tree.walked.before[leaf.slot] ?? 0n) === 0n) {
    return { ...common, formula: gives === 1n ? 'after' : '−after', inputs: [after] }
  }
  const before = slotFigure(tree, leaf.slot, 'before', 'before', label)
  const formula = gives === 1n ? 'after − before' : 'before − after'
  return { ...common, formula, inputs: [after, before] }
}

/** What a slot holds on one side, as a figure; a reference where it stands already. */
const slotFigure = (
  tree: Tree,
  slot: number,
  side: Side,
  label: string,
  parent: string,
): Explained | Reference => {
  const value = tree.walked[side][slot] ?? 0n
  const known = tree.known.get(`${side} ${String(slot)}`)
  if (known !== undefined) return { label, ref: known }
  const at = `${parent}/${label}`
  tree.known.set(`${side} ${String(slot)}`, at)
  const op = tree.maker.get(slot)
  const figure = { label, value: tree.money(value) }
  if (slot === 0) return entryFigure(tree, side, label, at)
  if (op?.op === 'gather' && op.key !== undefined) return counterFigure(tree, op, side, label, at)
  if (value === 0n || op === undefined) return figure
  const inner = (of: number, name: string) => slotFigure(tree, of, side, name, at)
  switch (op.op) {
    case 'gather':
      return {
        ...figure,
        formula: 'Σ part',
        inputs: op.from.map((from, index) => inner(from, `part.${String(index + 1)}`)),
      }
    case 'route':
      return {
        ...figure,
        formula: 'base',
        inputs: [inner(op.from, 'base')],
        source: routeText(op, slot),
      }
    case 'apportion':
      return {
        ...figure,
        ...apportionFormula(tree, op, slot),
        inputs: [
          inner(op.from, 'base'),
          ...op.weights.map((weight, index) => ({
            label: `weight.${String(index + 1)}`,
            value: weight.toString(),
          })),
        ],
      }
    case 'fold':
      return { ...figure, ...foldFigure(tree, op, slot, at) }
    case 'take': {
      const base = inner(op.from, 'base')
      if (slot === op.rest) {
        return { ...figure, formula: 'base − first', inputs: [base, inner(op.first, 'first')] }
      }
      return {
        ...figure,
        ...takeFormula(tree, op, side),
        inputs: [base, ...takeInputs(tree, op, side)],
      }
    }
  }
}

/** What a fold gave an out: by its own reasons, one for each thing that arrived. */
const foldFigure = (tree: Tree, op: FoldOp, slot: number, at: string): Partial<Explained> => {
  const out = op.to.indexOf(slot)
  const tell = { places: tree.places, money: tree.money, exact: majorOf(tree.places) }
  const moves = (tree.walked.folds?.get(op) ?? []).filter(({ parts }) => parts[out] !== 0n)
  const reasonOf = ({ numbers, arrival }: FoldMove): Reason => ({
    source: op.key,
    ...op.fold.reason(numbers, arrival, tell)(out),
  })
  const [only] = moves
  if (only === undefined || moves.length > 1) {
    return {
      formula: 'Σ move',
      inputs: moves.map((move, index) => ({
        label: `move.${String(index + 1)}`,
        value: tree.money(move.parts[out] ?? 0n),
        ...reasonOf(move),
      })),
    }
  }
  const reason = reasonOf(only)
  if (op.from === undefined || !reason.inputs?.some(({ label }) => label === 'amount'))
    return reason
  const others = reason.inputs.filter(({ label }) => label !== 'amount')
  return { ...reason, inputs: [changeFigure(tree, op.from, 'amount', at), ...others] }
}

/** The event's own money: what it was before, and with the event. */
const entryFigure = (tree: Tree, side: Side, label: string, at: string): Explained => {
  const { money, event, movement } = tree
  const value = money(side === 'before' ? movement.from : movement.to)
  if (side === 'before') return { label, value, source: `before ${event.source}` }
  if (movement.from === 0n) return { label, value, source: event.source }
  return {
    label,
    value,
    formula: 'before + event',
    inputs: [
      slotFigure(tree, 0, 'before', 'before', at),
      { label: 'event', value: money(event.value), source: event.source },
    ],
  }
}

/** A counter: what it was, and that with what arrived. */
const counterFigure = (
  tree: Tree,
  op: Gather,
  side: Side,
  label: string,
  at: string,
): Explained => {
  const { walked, money, movement } = tree
  const value = money(walked[side][op.to] ?? 0n)
  const source = `counter ${counterKey(op, movement.around.date)}`
  if (side === 'before') return { label, value, source }
  const changes = op.from.filter(
    (slot) => (walked.after[slot] ?? 0n) !== (walked.before[slot] ?? 0n),
  )
  return {
    label,
    value,
    source,
    formula: 'before + Σ change',
    inputs: [
      slotFigure(tree, op.to, 'before', 'before', at),
      ...changes.map((slot, index) => changeFigure(tree, slot, `change.${String(index + 1)}`, at)),
    ],
  }
}

const changeFigure = (tree: Tree, slot: number, label: string, parent: string): Explained => {
  const at = `${parent}/${label}`
  const [after, before] = [tree.walked.after[slot] ?? 0n, tree.walked.before[slot] ?? 0n]
  return {
    label,
    value: tree.money(after - before),
    formula: 'after − before',
    inputs: [
      slotFigure(tree, slot, 'after', 'after', at),
      slotFigure(tree, slot, 'before', 'before', at),
    ],
  }
}
