/** Tests for impairment in the books, of one asset or of a group; after the month's charge. */
import { isLeft } from 'fp-ts/lib/Either.js'
import { carryingOf, type Asset } from './asset.js'
import { post, type MutableBooks, type Posted } from './books.js'
import { chargeFirst, replanned } from './charge.js'
import type { EventOf, Tested } from './event.js'
import type { AccountingFault } from './fault.js'
import { groupLoss } from './group.js'
import { impairmentOf, recoverableOf } from './impairment.js'
import { credit, debit, type Entry } from './journal.js'
import { moveOf, type Move } from './move.js'

export const postImpair = (books: MutableBooks, event: EventOf<'impair'>): Posted =>
  event.members.length > 0 ? impairGroup(books, event)
  : event.asset === undefined ?
    { _tag: 'FieldMissing', field: 'asset', kind: 'impair', path: ['asset'] }
  : impairOne(books, event, event.asset)

const impairOne = (books: MutableBooks, event: EventOf<'impair'>, id: string): Posted => {
  const tested = testable(books, id, ['asset'])
  if ('_tag' in tested) return tested
  const asset = chargeFirst(books, tested, event.at)
  const carrying = carryingOf(asset)
  const found = impairmentOf(books.framework)({
    carrying,
    withoutLoss:
      asset.withoutLoss === undefined ? carrying : asset.cost - asset.withoutLoss.amortised,
    indefinite: asset.schedule?.indefinite === true,
  })(event)
  if (isLeft(found)) return { ...found.left, path: ['fairValueLessCost'] }
  const limit = asset.provision
  const loss = found.right < -limit ? -limit : found.right
  const booked = lose(books, asset, loss)
  if ('_tag' in booked) return booked
  postLosses(books, event, booked.entries, booked.moves)
  return undefined
}

const impairGroup = (books: MutableBooks, event: EventOf<'impair'>): Posted => {
  const { framework } = books
  const assets: Asset[] = []
  for (const [id] of event.members) {
    const tested = testable(books, id, ['group', 'members', id])
    if ('_tag' in tested) return tested
    assets.push(chargeFirst(books, tested, event.at))
  }
  const goodwill = framework.goodwillFirst ? event.goodwill : 0n
  const carrying = assets.reduce((sum, asset) => sum + carryingOf(asset), goodwill)
  const found = impairmentOf(framework)({
    carrying,
    withoutLoss: carrying,
    indefinite: false,
  })(event)
  if (isLeft(found)) return { ...found.left, path: ['fairValueLessCost'] }
  const members = assets.map((asset, index) => ({
    carrying: carryingOf(asset),
    floor: floorOf(event.members[index]?.[1] ?? {}),
  }))
  const split = groupLoss({ goodwill, members })(found.right)
  const entries: Entry[] = [
    debit('impairmentLoss', split.goodwill),
    credit('goodwillProvision', split.goodwill),
  ]
  const moves: Move[] = []
  for (const [index, asset] of assets.entries()) {
    const booked = lose(books, asset, split.losses[index] ?? 0n)
    if ('_tag' in booked) return booked
    entries.push(...booked.entries)
    moves.push(...booked.moves)
  }
  if (split.unallocated > 0n) {
    const amount = books.money(split.unallocated)
    books.notes.push({ _tag: 'LossNotAllocated', event: event.id, amount })
  }
  postLosses(books, event, entries, moves)
  return undefined
}

const floorOf = (tested: Tested): bigint => tested.fairValue ?? recoverableOf(tested) ?? 0n

const testable = (
  books: MutableBooks,
  id: string,
  path: readonly string[],
): Asset | AccountingFault => {
  const asset = books.assets.get(id)
  return (
    asset === undefined ? { _tag: 'AssetNotRegistered', asset: id, path }
    : asset.state === 'gone' ? { _tag: 'AlreadyGone', asset: id, since: asset.since, path }
    : asset.held !== undefined ? { _tag: 'HeldForSale', asset: id, since: asset.since, path }
    : asset.class !== 'intangible' ? { _tag: 'WrongClass', asset: id, class: asset.class, path }
    : asset
  )
}

/** Books a loss, or takes one back when it is below zero. */
const lose = (
  books: MutableBooks,
  asset: Asset,
  loss: bigint,
): { readonly entries: readonly Entry[]; readonly moves: readonly Move[] } | AccountingFault => {
  if (loss === 0n) return { entries: [], moves: [] }
  const { id, amortised, plan } = asset
  const withoutLoss = asset.withoutLoss ?? { amortised, ...(plan === undefined ? {} : { plan }) }
  const changed = replanned({ ...asset, provision: asset.provision + loss, withoutLoss })
  if (isLeft(changed)) return { ...changed.left, path: ['asset'] }
  books.assets.set(id, changed.right)
  const move = moveOf('I', asset.column)
  return loss > 0n ?
      {
        entries: [
          debit('impairmentLoss', loss, { asset: id }),
          credit('intangibleProvision', loss, { asset: id }),
        ],
        moves: [move('provision.increase', loss)],
      }
    : {
        entries: [
          debit('intangibleProvision', -loss, { asset: id }),
          credit('impairmentLoss', -loss, { asset: id }),
        ],
        moves: [move('provision.decrease', -loss)],
      }
}

const postLosses = (
  books: MutableBooks,
  { id, at }: EventOf<'impair'>,
  entries: readonly Entry[],
  moves: readonly Move[],
): void => {
  post(books, {
    id,
    at,
    event: id,
    text: { en: 'impairment', zh: '计提减值准备' },
    entries,
    moves,
  })
}
