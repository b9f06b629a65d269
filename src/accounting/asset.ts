/** Where an asset of the register stands, and parts of it. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { CivilDate } from '../core/date.js'
import { divHalfUp } from '../core/divide.js'
import { share } from '../split/share.js'
import type { AssetClass, Part, Schedule, UseOf } from './event.js'
import type { Column } from './move.js'
import { monthOf, type Month } from './month.js'
import type { Plan } from './plan.js'

/** What an asset would stand at had no loss been booked. */
export interface WithoutLoss {
  readonly amortised: bigint
  readonly plan?: Plan
}

/** An asset of the register. Amounts are minor units. 数据资产 */
export interface Asset {
  readonly id: string
  readonly class: AssetClass
  readonly column: Column
  readonly cost: bigint
  readonly amortised: bigint
  readonly provision: bigint
  readonly quantity: bigint
  /** open: not yet ready for use. */
  readonly state: 'open' | 'ready' | 'held' | 'gone'
  /** When it came into this state. */
  readonly since: CivilDate
  readonly use: UseOf
  readonly serves?: string
  readonly schedule?: Schedule
  readonly readyMonth?: Month
  /** The last month whose charge is posted. */
  readonly charged: Month
  readonly plan?: Plan
  readonly withoutLoss?: WithoutLoss
  /** Since when development is capitalised. */
  readonly conditions?: CivilDate
  /** While held for sale: what 1481 and 1482 hold, and since which month nothing is charged. */
  readonly held?: { readonly amount: bigint; readonly loss: bigint; readonly from: Month }
  readonly pledge?: {
    readonly holder: string
    readonly amount: bigint
    readonly until?: CivilDate
  }
}

/** An asset that the fold works on. */
export type MutableAsset = { -readonly [K in keyof Asset]: Asset[K] }

/** Cost less amortisation and provisions; of an asset held for sale, what it is measured at.
 * @example
 * import { carryingOf } from 'data-dividend/accounting'
 * carryingOf({ cost: 100n, amortised: 30n, provision: 20n }) // => 50n */
export const carryingOf = (
  asset: Pick<Asset, 'cost' | 'amortised' | 'provision' | 'held'>,
): bigint =>
  asset.held === undefined ?
    asset.cost - asset.amortised - asset.provision
  : asset.held.amount - asset.held.loss

/** What leaves with a part: cost by the part, all else split part to rest. Minor units. */
export interface Cut {
  readonly cost: bigint
  readonly amortised: bigint
  readonly provision: bigint
  readonly quantity: bigint
  readonly whole: boolean
}

/** The part of an asset that an event names; all of it when it names none.
 * @returns Left PartTooLarge when there is not so much, or nothing */
export const cutOf =
  (money: (minor: bigint) => string) =>
  (
    asset: Asset,
    part: Part | undefined,
    quantity: bigint,
  ): Either<
    { readonly _tag: 'PartTooLarge'; readonly asked: string; readonly left: string },
    Cut
  > => {
    const { cost, amortised, provision } = asset
    if (quantity > asset.quantity) {
      return left({
        _tag: 'PartTooLarge',
        asked: String(quantity),
        left: String(asset.quantity),
      })
    }
    const taken =
      quantity > 0n ? divHalfUp(cost * quantity, asset.quantity)
      : part === undefined ? cost
      : 'cost' in part ? part.cost
      : divHalfUp(cost * part.share.num, part.share.den)
    if (taken > cost) {
      return left({ _tag: 'PartTooLarge', asked: money(taken), left: money(cost) })
    }
    const whole = quantity > 0n ? quantity === asset.quantity : taken === cost
    return right({
      cost: taken,
      amortised: whole ? amortised : partOf(taken, cost, amortised),
      provision: whole ? provision : partOf(taken, cost, provision),
      quantity: whole ? asset.quantity : quantity,
      whole,
    })
  }

/** The monotone split of an amount, part to rest. */
export const partOf = (part: bigint, whole: bigint, amount: bigint): bigint => {
  const split = share([part, whole - part])(amount)
  // Of nothing there is no part.
  return isLeft(split) ? 0n : (split.right[0] ?? 0n)
}

/** An asset that nothing has happened to. */
export const newAsset = (
  id: string,
  assetClass: Asset['class'],
  column: Column,
  at: CivilDate,
): Asset => ({
  id,
  class: assetClass,
  column,
  cost: 0n,
  amortised: 0n,
  provision: 0n,
  quantity: 0n,
  state: 'open',
  since: at,
  use: 'admin',
  charged: monthOf(at) - 1,
})
