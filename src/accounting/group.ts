/** A loss of a group of assets: goodwill first, then in proportion to carrying amounts, none below
 *  its floor.
 *
 *  xᵢ = min(capᵢ, λ·carryingᵢ) with Σx = min(L, Σcap) and capᵢ = carryingᵢ − floorᵢ. What is left
 *  of L is split by the monotone split on the open assets; each whose part reaches its cap takes
 *  the cap and closes; again, until none does. Source: 企业会计准则第8号 art. 22; IAS 36.104 */
import { isLeft } from 'fp-ts/lib/Either.js'
import { share } from '../split/share.js'

/** A member of a group, minor units; floor 0 where neither figure can be determined. */
export interface Member {
  readonly carrying: bigint
  readonly floor: bigint
}

/** A loss taken apart. Minor units. */
export interface GroupLoss {
  readonly goodwill: bigint
  readonly losses: readonly bigint[]
  /** What the floors leave over; it is not booked. */
  readonly unallocated: bigint
}

/** Allocates a loss.
 * @param group goodwill and members, minor units
 * @param loss what carrying exceeds the recoverable amount of the group by, minor units
 * laws: goodwill + Σ losses + unallocated = loss; no member ends below its floor
 * @example
 * import { groupLoss } from 'data-dividend/accounting'
 * const members = [{ carrying: 700n, floor: 560n }, { carrying: 2100n, floor: 0n }]
 * groupLoss({ goodwill: 0n, members })(600n)
 * // => { goodwill: 0n, losses: [140n, 460n], unallocated: 0n } */
export const groupLoss =
  ({ goodwill, members }: { readonly goodwill: bigint; readonly members: readonly Member[] }) =>
  (loss: bigint): GroupLoss => {
    const first = loss < goodwill ? loss : goodwill
    const caps = members.map(({ carrying, floor }) => (floor < carrying ? carrying - floor : 0n))
    const losses = caps.map(() => 0n)
    let rest = loss - first
    let open = caps.map((_, index) => index)
    while (open.length > 0 && rest > 0n) {
      const parts = share(open.map((index) => members[index]?.carrying ?? 0n))(rest)
      // All that is open carries nothing, so nothing more can be lost.
      if (isLeft(parts)) break
      const full = open.filter((index, at) => (parts.right[at] ?? 0n) >= (caps[index] ?? 0n))
      if (full.length === 0) {
        open.forEach((index, at) => (losses[index] = parts.right[at] ?? 0n))
        rest = 0n
      }
      for (const index of full) {
        losses[index] = caps[index] ?? 0n
        rest -= losses[index] ?? 0n
      }
      open = open.filter((index) => !full.includes(index))
    }
    return { goodwill: first, losses, unallocated: rest }
  }
