/** Putting folds into a program: their ops, their outs, and what flows on from them. */
import type { Path } from '../core/error.js'
import { newSlot, gather, leaf, type Builder, type Place } from './builder.js'
import type { StepKind } from './clause.js'
import type { Fold } from './fold.js'
import { knownParty } from './payer.js'
import type { Flow } from './program.js'

/** A step as its fold needs to know it. */
export interface FoldStep {
  readonly id: string
  readonly path: string
  readonly at: Path
  readonly kind: StepKind
  /** Where its money comes from; absent when none does. */
  readonly place?: Place
}

/** Adds a fold's op; gives the slots of its outs. */
export const addFold = (
  builder: Builder,
  step: FoldStep,
  fold: Fold,
  outs: number,
): readonly number[] => {
  builder.document.notes.push({ _tag: 'OrderCounts', kind: step.kind, path: step.at })
  const to = Array.from({ length: outs }, () => newSlot(builder, 'event'))
  builder.ops.push({
    op: 'fold',
    to,
    fold,
    key: builder.foldKey(step.id, step.path),
    ...(step.place === undefined ? {} : { from: step.place.slot }),
  })
  return to
}

/** What came out of a fold, summed over the life: from here money flows on. */
export const flowsOn = (builder: Builder, slot: number, path: string, name: string): Place =>
  gather(builder, [{ slot, scope: 'event', empty: false }], 'life', `${path}#${name}`)

/** A fold that sees money pass, or none at all, and pays from one party to another: out 0 is the
 * payer's, out 1 the payee's. */
export const paysBetween = (
  builder: Builder,
  step: FoldStep,
  { from, to }: { readonly from: string; readonly to: string },
  fold: Fold,
): void => {
  const { kind, at } = step
  const [payer = 0, payee = 0] = addFold(builder, step, fold, 2)
  builder.document.notes.push({ _tag: 'MayPay', kind, payer: from, path: at })
  leaf(builder, payer, from, step.path, kind)
  if (knownParty(builder, to, [...at, 'to'])) leaf(builder, payee, to, step.path, kind)
}

/** The key of a fold that money may be taken back from at a close; undefined when there is none. */
export const foldBelowFalling = ({ ops }: Flow): string | undefined => {
  const falling = new Set<number>()
  for (const op of ops) {
    const from =
      op.op === 'gather' ? op.from
      : op.from === undefined ? []
      : [op.from]
    const reached = from.some((slot) => falling.has(slot))
    if (op.op === 'fold' && reached) return op.key
    if (!reached && !(op.op === 'fold' && op.fold.falls)) continue
    const outs =
      op.op === 'gather' ? [op.to]
      : op.op === 'apportion' || op.op === 'fold' ? op.to
      : [op.first, op.rest]
    for (const slot of outs) falling.add(slot)
  }
  return undefined
}
