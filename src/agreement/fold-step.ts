/** Putting folds into a program: their ops, their outs, and what flows on from them. */
import { newSlot, gather, leaf, type Builder, type Place } from './builder.js'
import type { StepKind } from './clause.js'
import type { Fold } from './fold.js'

/** Adds a fold's op; gives the slots of its outs.
 * @param place where its money comes from; absent when none does */
export const addFold = (
  builder: Builder,
  step: { readonly id: string; readonly path: string; readonly place?: Place },
  fold: Fold,
  outs: number,
): readonly number[] => {
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
  step: { readonly id: string; readonly path: string; readonly place?: Place },
  { from, to }: { readonly from: string; readonly to: string },
  kind: StepKind,
  fold: Fold,
): void => {
  const [payer = 0, payee = 0] = addFold(builder, step, fold, 2)
  leaf(builder, payer, from, step.path, kind)
  leaf(builder, payee, to, step.path, kind)
}
