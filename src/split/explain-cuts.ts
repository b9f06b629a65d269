/** One part of a monotone split as a chain of its cuts, each halving what the one before left:
 *  half-up(of × weight ÷ all) on the first side of a cut, of − first on the other. */
import type { Explained } from '../core/explained.js'
import { formatScaled } from '../core/ratio.js'
import { followSlots, type Cut, type Cuts } from './share.js'

/** What a chain is drawn from. */
export interface Chain {
  readonly cuts: Cuts
  readonly total: bigint
  /** Decimal places of the amounts. */
  readonly places: number
  /** The figure of the total, under a label, at a path from the tree's root. */
  readonly whole: (label: string, path: string) => Explained
}

/** The part of one party.
 * @param index of the party among the weights
 * @param label and path of the figure; the root's path is empty */
export const explainPart =
  (chain: Chain) =>
  (index: number, label: string, path: string): Explained => {
    const { cuts } = chain
    const slot = cuts.slots[index]
    const filled = followSlots(cuts)(chain.total)
    const makers = new Map(cuts.cuts.flatMap((cut) => [[cut.first, cut] as const, [cut.rest, cut]]))
    return slot === undefined ?
        { label, value: formatScaled(0n, chain.places), source: 'weight 0' }
      : slotFigure({ ...chain, filled, makers }, slot, label, path)
  }

interface Filled extends Chain {
  readonly filled: readonly bigint[]
  readonly makers: ReadonlyMap<number, Cut>
}

const slotFigure = (chain: Filled, slot: number, label: string, path: string): Explained => {
  const cut = chain.makers.get(slot)
  if (cut === undefined) return chain.whole(label, path)
  const at = (name: string) => (path === '' ? name : `${path}/${name}`)
  const money = (of: number) => formatScaled(chain.filled[of] ?? 0n, chain.places)
  const of = slotFigure(chain, cut.from, 'of', at('of'))
  const places = String(chain.places)
  const weights = [
    { label: 'weight', value: String(cut.weight) },
    { label: 'all', value: String(cut.whole) },
  ]
  const formula = `halfUp(of × weight ÷ all, ${places})`
  const figure = { label, value: money(slot) }
  if (slot === cut.first) return { ...figure, formula, inputs: [of, ...weights] }
  const first = { label: 'first', value: money(cut.first), formula }
  return {
    ...figure,
    formula: 'of − first',
    inputs: [of, { ...first, inputs: [{ label: 'of', ref: at('of') }, ...weights] }],
  }
}
