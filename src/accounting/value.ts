/** Measurement after recognition: net realisable value, and assets held for sale.
 *
 *  Inventory: provision = max(0, cost − (price − completion − selling)), back up to what is held.
 *  Held for sale: min(carrying, fair value less cost), nothing charged; a later recovery is booked
 *  up to the loss since (CAS, US GAAP) or all past losses (IFRS 5.21).
 *  Source: 企业会计准则第1号 art. 15–19; 企业会计准则第42号 art. 13–17 */
import { isLeft, right } from 'fp-ts/lib/Either.js'
import { carryingOf, type Asset } from './asset.js'
import { post, type MutableBooks, type Posted } from './books.js'
import { chargeMonth, chargeRoles, replanned } from './charge.js'
import type { EventOf } from './event.js'
import { credit, debit, gainOrLoss } from './journal.js'
import { monthOf } from './month.js'
import { moveOf } from './move.js'

export const postNrv = (books: MutableBooks, asset: Asset, event: EventOf<'nrv'>): Posted => {
  const { id } = asset
  if (asset.class !== 'inventory') {
    return { _tag: 'WrongClass', asset: id, class: asset.class, path: ['asset'] }
  }
  const realisable = event.price - event.completion - event.selling
  const value = realisable > 0n ? realisable : 0n
  const target = asset.cost > value ? asset.cost - value : 0n
  const asked = target - asset.provision
  const change = asked < 0n && !books.framework.inventoryReversal ? 0n : asked
  books.assets.set(id, { ...asset, provision: asset.provision + change })
  const move = moveOf('II', asset.column)
  const about = { asset: id }
  post(books, {
    id: event.id,
    at: event.at,
    event: event.id,
    text: { en: `net realisable value of ${id}`, zh: `${id} 跌价准备` },
    entries:
      change >= 0n ?
        [debit('impairmentLoss', change, about), credit('inventoryProvision', change, about)]
      : [debit('inventoryProvision', -change, about), credit('impairmentLoss', -change, about)],
    moves: [
      change >= 0n ?
        move('provision.increase', change)
      : move('provision.decrease.reversal', -change),
    ],
  })
  return undefined
}

export const postHold = (books: MutableBooks, asset: Asset, event: EventOf<'hold'>): Posted => {
  const { id } = asset
  const { at } = event
  if (asset.class !== 'intangible') {
    return { _tag: 'WrongClass', asset: id, class: asset.class, path: ['asset'] }
  }
  if (asset.held !== undefined) {
    remeasure(books, asset, asset.held, event)
    return undefined
  }
  const { cost, amortised, provision } = asset
  const amount = carryingOf(asset)
  const loss = amount > event.fairValueLessCost ? amount - event.fairValueLessCost : 0n
  const from = monthOf(at)
  books.assets.set(id, { ...asset, state: 'held', since: at, held: { amount, loss, from } })
  const about = { asset: id }
  const move = moveOf('I', asset.column)
  post(books, {
    id: event.id,
    at,
    event: event.id,
    text: { en: `${id} held for sale`, zh: `${id} 划分为持有待售` },
    entries: [
      debit('heldForSale', amount, about),
      debit('accumulatedAmortisation', amortised, about),
      debit('intangibleProvision', provision, about),
      credit('intangible', cost, about),
      debit('impairmentLoss', loss, about),
      credit('heldForSaleProvision', loss, about),
    ],
    moves: [
      move('cost.decrease.other', cost),
      move('amortisation.decrease.other', amortised),
      move('provision.decrease', provision),
    ],
  })
  return undefined
}

/** Held before: less worth is a further loss, more is booked back within its limit. */
const remeasure = (
  books: MutableBooks,
  asset: Asset,
  held: NonNullable<Asset['held']>,
  event: EventOf<'hold'>,
): void => {
  const current = held.amount - held.loss
  const gain = event.fairValueLessCost - current
  const limit = books.framework.recovery === 'sinceHeld' ? held.loss : held.loss + asset.provision
  const back =
    gain < 0n ? gain
    : gain < limit ? gain
    : limit
  const onProvision = back < held.loss ? back : held.loss
  const onAsset = back - onProvision
  const about = { asset: asset.id }
  books.assets.set(asset.id, {
    ...asset,
    provision: asset.provision - onAsset,
    held: { ...held, amount: held.amount + onAsset, loss: held.loss - onProvision },
  })
  const size = back < 0n ? -back : back
  post(books, {
    id: event.id,
    at: event.at,
    event: event.id,
    text: { en: `${asset.id} measured anew`, zh: `${asset.id} 持有待售重新计量` },
    entries:
      back < 0n ?
        [debit('impairmentLoss', size, about), credit('heldForSaleProvision', size, about)]
      : [
          debit('heldForSaleProvision', onProvision, about),
          debit('heldForSale', onAsset, about),
          credit('impairmentLoss', back, about),
        ],
  })
}

/** No longer to be sold: min(carrying as if charged all the time, recoverable). */
export const postUnhold = (books: MutableBooks, asset: Asset, event: EventOf<'unhold'>): Posted => {
  const { id, held } = asset
  const { at } = event
  if (held === undefined) return { _tag: 'NotHeldForSale', asset: id, path: ['asset'] }
  const { held: _, ...before } = asset
  let back: Asset = {
    ...before,
    state: asset.schedule === undefined ? 'open' : 'ready',
    since: at,
    charged: held.from - 1,
  }
  for (let month = held.from; month < monthOf(at); month += 1) {
    back = chargeMonth(back, month)?.asset ?? back
  }
  const caught = back.amortised - asset.amortised
  const value = carryingOf(back)
  const extra = value > event.recoverable ? value - event.recoverable : 0n
  const done = { ...back, charged: monthOf(at) - 1, provision: back.provision + extra }
  const { amortised, plan } = done
  const withoutLoss = done.withoutLoss ?? { amortised, ...(plan === undefined ? {} : { plan }) }
  const planned = extra === 0n ? right(done) : replanned({ ...done, withoutLoss })
  if (isLeft(planned)) return { ...planned.left, path: ['recoverable'] }
  books.assets.set(id, planned.right)
  const about = { asset: id }
  const move = moveOf('I', asset.column)
  // What 1481 holds more than it took over is a recovery that IFRS has booked already.
  const recovered = held.amount - (asset.cost - asset.amortised - asset.provision)
  post(books, {
    id: event.id,
    at,
    event: event.id,
    text: { en: `${id} no longer held for sale`, zh: `${id} 不再划分为持有待售` },
    entries: [
      debit('intangible', done.cost, about),
      credit('accumulatedAmortisation', done.amortised, about),
      credit('intangibleProvision', done.provision, about),
      credit('heldForSale', held.amount, about),
      debit('heldForSaleProvision', held.loss, about),
      debit(chargeRoles[asset.use], caught),
      gainOrLoss('impairmentLoss', 'impairmentLoss', held.loss - extra - recovered, about),
    ],
    moves: [
      move('cost.increase.other', done.cost),
      move('amortisation.increase', done.amortised),
      move('provision.increase', done.provision),
    ],
  })
  return undefined
}
