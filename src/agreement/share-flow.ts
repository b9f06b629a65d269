/** A flow made of one share: the monotone split over leaves that are given, not written. */
import { isLeft } from 'fp-ts/lib/Either.js'
import { ratio, zero } from '../core/ratio.js'
import { cutsOf } from '../split/share.js'
import type { Flow, Leaf, Op } from './program.js'
import { rowOf } from './table.js'

/** The monotone split of the entry over parties with weights of zero or more. Without any weight
 * above zero the flow gives nothing. */
export const shareFlow = (
  parties: readonly (Omit<Leaf, 'slot'> & { readonly weight: bigint })[],
): Flow => {
  const cuts = cutsOf(parties.map(({ weight }) => weight))
  if (isLeft(cuts)) return { ops: [], slots: ['life'], leaves: [] }
  const ops = cuts.right.cuts.map(({ from, first, rest, weight, whole }): Op => {
    const row = rowOf({ rate: ratio(weight, whole), from: 0n, taken: zero, rounding: 'halfUp' })
    return { op: 'take', from, first, rest, rows: [row] }
  })
  const leaves = parties.flatMap(({ party, path, kind }, index) => {
    const slot = cuts.right.slots[index]
    return slot === undefined ? [] : [{ slot, party, path, kind }]
  })
  return { ops, slots: Array.from({ length: 2 * ops.length + 1 }, () => 'life' as const), leaves }
}
