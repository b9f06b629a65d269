/** How assets leave the books: sale, lapse, transfer between classes and columns.
 *
 *  A sale of an intangible is a gain or loss on disposal (6115); an asset that is of no more use
 *  goes to 6711. Inventory sold is revenue and cost, and its provision leaves as a credit to cost.
 *  Nothing is charged in the month of leaving. Source: 企业会计准则第6、1、14号 */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { carryingOf, cutOf, type Asset, type Cut } from './asset.js'
import { post, type MutableBooks, type Posted } from './books.js'
import { replanned } from './charge.js'
import type { EventOf } from './event.js'
import type { AccountingFault } from './fault.js'
import { credit, debit, gainOrLoss, type Entry } from './journal.js'
import { moveOf, type Move, type MovedRow } from './move.js'
import { splitVat, vatOn } from '../payout/vat.js'

export const postSell = (books: MutableBooks, asset: Asset, event: EventOf<'sell'>): Posted => {
  const { id } = asset
  const { at, gross, to } = event
  const { net, tax } = splitVat(event.vatRate)(gross)
  const paid = [debit(to, gross), credit('outputVat', tax)]
  if (asset.held !== undefined) {
    const { amount, loss } = asset.held
    const { held: _, plan: _plan, ...rest } = asset
    const nothing = { cost: 0n, amortised: 0n, provision: 0n }
    books.assets.set(id, { ...rest, ...nothing, state: 'gone', since: at })
    postOut(books, event, {
      entries: [
        ...paid,
        debit('heldForSaleProvision', loss, { asset: id }),
        credit('heldForSale', amount, { asset: id }),
        gainOrLoss('disposalGain', 'disposalGain', net - (amount - loss)),
      ],
      moves: [],
    })
    return undefined
  }
  if (asset.class === 'project') {
    return { _tag: 'WrongClass', asset: id, class: 'project', path: ['asset'] }
  }
  const cut = takeOut(books, asset, event)
  if (isLeft(cut)) return cut.left
  const { cost, amortised, provision } = cut.right
  const about = { asset: id }
  const isStock = asset.class === 'inventory'
  postOut(
    books,
    event,
    isStock ?
      {
        entries: [
          ...paid,
          credit('revenue', net),
          debit('cost', cost, about),
          credit('inventory', cost, about),
          debit('inventoryProvision', provision, about),
          credit('cost', provision, about),
        ],
        moves: movesOut(asset, cut.right, 'sale'),
      }
    : {
        entries: [
          ...paid,
          ...intangibleOut(asset, cut.right),
          gainOrLoss('disposalGain', 'disposalGain', net - (cost - amortised - provision)),
        ],
        moves: movesOut(asset, cut.right, 'disposal'),
      },
  )
  return undefined
}

export const postLapse = (books: MutableBooks, asset: Asset, event: EventOf<'lapse'>): Posted => {
  const { id } = asset
  if (asset.held !== undefined) {
    return { _tag: 'HeldForSale', asset: id, since: asset.since, path: ['asset'] }
  }
  const cut = takeOut(books, asset, { ...event, quantity: 0n })
  if (isLeft(cut)) return cut.left
  const { cost, amortised, provision } = cut.right
  const about = { asset: id }
  const rest = cost - amortised - provision
  if (asset.class === 'project') {
    const entries = [debit('rdExpense', cost), credit('rdCapitalised', cost, about)]
    postOut(books, event, { entries, moves: [] })
    return undefined
  }
  const turned = event.abnormal === 'management' ? vatOn(event.vatRate)(cost) : 0n
  postOut(books, event, {
    entries:
      asset.class === 'inventory' ?
        [
          debit('inventoryProvision', provision, about),
          debit(event.abnormal === 'disaster' ? 'otherExpense' : 'admin', rest + turned, about),
          credit('inventory', cost, about),
          credit('inputVatOut', turned),
        ]
      : [...intangibleOut(asset, cut.right), debit('otherExpense', rest, about)],
    moves: movesOut(asset, cut.right, 'lapse'),
  })
  return undefined
}

export const postTransfer = (
  books: MutableBooks,
  asset: Asset,
  event: EventOf<'transfer'>,
): Posted => {
  const { id } = asset
  const { at } = event
  const to = event.class ?? asset.class
  const column = event.column ?? asset.column
  if (asset.class === 'project' || to === 'project') {
    return { _tag: 'WrongClass', asset: id, class: asset.class, path: ['asset'] }
  }
  if (asset.held !== undefined) {
    return { _tag: 'HeldForSale', asset: id, since: asset.since, path: ['asset'] }
  }
  const whole: Cut = { ...asset, whole: true }
  const out = movesOut(asset, whole, 'other')
  if (to === asset.class) {
    books.assets.set(id, { ...asset, column })
    const move = moveOf(to === 'inventory' ? 'II' : 'I', column)
    postOut(books, event, {
      entries: [],
      moves: [
        ...out,
        move('cost.increase.other', asset.cost),
        move('amortisation.increase', asset.amortised),
        move('provision.increase', asset.provision),
      ],
    })
    return undefined
  }
  const carrying = carryingOf(asset)
  const { plan: _, withoutLoss: _without, schedule: _schedule, ...rest } = asset
  books.assets.set(id, {
    ...rest,
    class: to,
    column,
    cost: carrying,
    amortised: 0n,
    provision: 0n,
    state: 'open',
    since: at,
  })
  const about = { asset: id }
  const leaving =
    asset.class === 'intangible' ?
      intangibleOut(asset, whole)
    : [debit('inventoryProvision', asset.provision, about), credit('inventory', asset.cost, about)]
  postOut(books, event, {
    entries: [debit(to === 'inventory' ? 'inventory' : 'intangible', carrying, about), ...leaving],
    moves: [
      ...out,
      moveOf(to === 'inventory' ? 'II' : 'I', column)('cost.increase.other', carrying),
    ],
  })
  return undefined
}

/** Takes a part out of an asset; what stays goes on with a schedule of its own. */
const takeOut = (
  books: MutableBooks,
  asset: Asset,
  event: Pick<EventOf<'sell'>, 'at' | 'part' | 'quantity'>,
): Either<AccountingFault, Cut> => {
  const cut = cutOf(books.money)(asset, event.part, event.quantity)
  if (isLeft(cut)) return left({ ...cut.left, path: [event.quantity > 0n ? 'quantity' : 'part'] })
  const { cost, amortised, provision, quantity, whole } = cut.right
  const stays: Asset = {
    ...asset,
    cost: asset.cost - cost,
    amortised: asset.amortised - amortised,
    provision: asset.provision - provision,
    quantity: asset.quantity - quantity,
  }
  if (whole) {
    const { plan: _, withoutLoss: _without, ...rest } = stays
    books.assets.set(asset.id, { ...rest, state: 'gone', since: event.at })
    return cut
  }
  const rest = replanned(scaled(stays, asset))
  if (isLeft(rest)) return left({ ...rest.left, path: ['part'] })
  books.assets.set(asset.id, rest.right)
  return right(cut.right)
}

/** Residual, and what stands without a loss, in proportion to the cost that stays. */
const scaled = (stays: Asset, { cost: whole }: Asset): Asset => {
  const { schedule, withoutLoss } = stays
  const keep = (amount: bigint): bigint => (whole === 0n ? 0n : (amount * stays.cost) / whole)
  return {
    ...stays,
    ...(schedule === undefined ?
      {}
    : { schedule: { ...schedule, residual: keep(schedule.residual) } }),
    ...(withoutLoss === undefined ?
      {}
    : {
        withoutLoss: {
          amortised: keep(withoutLoss.amortised),
          ...(withoutLoss.plan === undefined ?
            {}
          : {
              plan: {
                ...withoutLoss.plan,
                base: keep(withoutLoss.plan.base - withoutLoss.plan.given),
                from: withoutLoss.plan.at,
                given: 0n,
              },
            }),
        },
      }),
  }
}

const intangibleOut = ({ id }: Asset, { cost, amortised, provision }: Cut): readonly Entry[] => [
  debit('accumulatedAmortisation', amortised, { asset: id }),
  debit('intangibleProvision', provision, { asset: id }),
  credit('intangible', cost, { asset: id }),
]

const movesOut = (
  asset: Asset,
  { cost, amortised, provision }: Cut,
  how: 'disposal' | 'sale' | 'lapse' | 'other',
): readonly Move[] => {
  const isStock = asset.class === 'inventory'
  const move = moveOf(isStock ? 'II' : 'I', asset.column)
  return [
    move(`cost.decrease.${how}`, cost),
    ...(how === 'sale' ? [] : [move(`amortisation.decrease.${how}` satisfies MovedRow, amortised)]),
    move(isStock ? 'provision.decrease.writeOff' : 'provision.decrease', provision),
  ]
}

const postOut = (
  books: MutableBooks,
  event: EventOf<'sell'> | EventOf<'lapse'> | EventOf<'transfer'>,
  { entries, moves }: { readonly entries: readonly Entry[]; readonly moves: readonly Move[] },
): void => {
  const { id, at, asset, kind } = event
  const names = {
    sell: { en: 'sale', zh: '出售' },
    lapse: { en: 'lapse', zh: '失效终止确认' },
    transfer: { en: 'transfer', zh: '转换' },
  } as const
  post(books, {
    id,
    at,
    event: id,
    text: { en: `${names[kind].en} of ${asset}`, zh: `${asset} ${names[kind].zh}` },
    entries,
    moves,
  })
}
