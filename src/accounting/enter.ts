/** How assets come into the books: opening, purchase, development, readiness, processing. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { addMonths, type CivilDate } from '../core/date.js'
import { carryingOf, newAsset, type Asset } from './asset.js'
import { post, type MutableBooks, type Posted } from './books.js'
import { planFor, replanned } from './charge.js'
import { costOf, type Cost } from './cost.js'
import type { EventOf, Schedule, Settle } from './event.js'
import type { LevelNegative, LifeNotWholeYears } from './fault.js'
import { presentValue, unwind } from './instalments.js'
import { credit, debit, type Entry } from './journal.js'
import { lastDay, monthOf } from './month.js'
import { moveOf } from './move.js'
import { advance, chargeTo, nextMonth, type Plan } from './plan.js'

export const postOpening = (books: MutableBooks, event: EventOf<'opening'>): Posted => {
  const { asset: id, at, cost, amortised, provision, monthsGone, schedule } = event
  if (books.assets.has(id)) return { _tag: 'AssetTwice', asset: id, path: ['asset'] }
  const carrying = cost - amortised - provision
  if (carrying < 0n) {
    return { _tag: 'AmortisedTooMuch', carrying: books.money(carrying), path: ['cost'] }
  }
  const charged = lastDay(monthOf(at)) === at ? monthOf(at) : monthOf(at) - 1
  const asset: Asset = {
    ...newAsset(id, event.class, event.column, at),
    cost,
    amortised,
    provision,
    quantity: event.quantity,
    use: event.use,
    charged,
    ...(event.serves === undefined ? {} : { serves: event.serves }),
    ...(event.class === 'project' ? { conditions: at } : {}),
  }
  const ready =
    schedule === undefined || event.class !== 'intangible' ?
      right(asset)
    : readied(books, asset, { schedule, rightEnds: event.rightEnds, monthsGone })
  if (isLeft(ready)) return { ...ready.left, path: ['schedule'] }
  books.assets.set(id, ready.right)
  const about = { asset: id }
  const move = moveOf(event.class === 'inventory' ? 'II' : 'I', event.column)
  const roles = ownRoles[event.class]
  post(books, {
    id: event.id,
    at,
    event: event.id,
    opening: true,
    text: { en: `opening balance of ${id}`, zh: `${id} 期初余额` },
    entries: [
      debit(roles.cost, cost, about),
      credit('accumulatedAmortisation', amortised, about),
      credit(roles.provision, provision, about),
      credit('retained', carrying),
    ],
    moves:
      event.class === 'project' ?
        []
      : [
          move('cost.increase.other', cost),
          move('amortisation.increase', amortised),
          move('provision.increase', provision),
        ],
  })
  return undefined
}

const ownRoles = {
  intangible: { cost: 'intangible', provision: 'intangibleProvision' },
  inventory: { cost: 'inventory', provision: 'inventoryProvision' },
  project: { cost: 'rdCapitalised', provision: 'intangibleProvision' },
} as const

/** The asset with a schedule from a month on, cut where its right ends. */
const readied = (
  books: MutableBooks,
  asset: Asset,
  life: {
    readonly schedule: Schedule
    readonly rightEnds?: CivilDate | undefined
    readonly monthsGone: number
  },
): Either<LevelNegative | LifeNotWholeYears, Asset> => {
  const { rightEnds, monthsGone } = life
  const start = asset.charged + 1 - monthsGone
  const left = rightEnds === undefined ? Infinity : monthOf(rightEnds) - start
  const { months, indefinite, method } = life.schedule
  const cut = left < months && !indefinite && method !== 'units'
  if (cut) books.notes.push({ _tag: 'LifeBeyondRight', asset: asset.id, months, cut: left })
  const schedule = cut ? { ...life.schedule, months: Math.max(left, 1) } : life.schedule
  const plan = planFor(schedule, asset.cost)
  if (isLeft(plan)) return plan
  const ready: Asset = { ...asset, state: 'ready', schedule, readyMonth: start }
  if (plan.right === undefined) return right(ready)
  const gone = goneBy(plan.right, monthsGone)
  // Books that were kept by the same schedule go on with it; others start anew from carrying.
  return gone.given === asset.amortised && asset.provision === 0n ?
      right({ ...ready, plan: gone })
    : replanned({ ...ready, plan: gone })
}

const goneBy = (plan: Plan, months: number): Plan => {
  let now = plan
  if (plan.weights === undefined) return plan
  for (let month = 0; month < months && month < plan.weights.length - 1; month += 1) {
    const to = nextMonth(now)
    now = advance(now, to, chargeTo(now, to))
  }
  return now
}

export const postAcquire = (books: MutableBooks, event: EventOf<'acquire'>): Posted => {
  const { asset: id, at, column, items, settle } = event
  const assetClass = event.class === 'inventory' ? 'inventory' : 'intangible'
  const known = books.assets.get(id)
  if (known !== undefined && (assetClass === 'intangible' || known.class !== assetClass)) {
    return { _tag: 'AssetTwice', asset: id, path: ['asset'] }
  }
  if (known?.state === 'gone') {
    return { _tag: 'AlreadyGone', asset: id, since: known.since, path: ['asset'] }
  }
  const built = costOf(assetClass)(items)
  const deferred = typeof settle === 'string' ? 0n : presentValue(settle.rate)(paymentsOf(settle))
  const cost = built.cost + deferred
  const before = known ?? newAsset(id, assetClass, column, at)
  books.assets.set(id, {
    ...before,
    cost: before.cost + cost,
    quantity: before.quantity + event.quantity,
  })
  const isPurchase = settle !== 'capital' && column !== 'other'
  post(books, {
    id: event.id,
    at,
    event: event.id,
    text: { en: `purchase of ${id}`, zh: `取得 ${id}` },
    entries: [
      debit(ownRoles[assetClass].cost, cost, { asset: id }),
      ...spent(built),
      ...(typeof settle === 'string' ?
        [credit(settle, built.gross)]
      : [credit('bank', built.gross), ...owed(books, event, settle, deferred)]),
    ],
    moves: [
      moveOf(assetClass === 'inventory' ? 'II' : 'I', before.column)(
        isPurchase ? 'cost.increase.purchase' : 'cost.increase.other',
        cost,
      ),
    ],
  })
  return undefined
}

const spent = ({ expenses, inputVat }: Cost): readonly Entry[] => [
  ...expenses.map(([role, amount]) => debit(role, amount)),
  debit('inputVat', inputVat),
]

const paymentsOf = ({ count, amount }: Exclude<Settle, string>) =>
  Array.from({ length: count }, () => amount)

/** The debt of a purchase by instalments; its payments fall due a year apart. */
const owed = (
  books: MutableBooks,
  { asset, at }: EventOf<'acquire'>,
  terms: Exclude<Settle, string>,
  value: bigint,
): readonly Entry[] => {
  const whole = terms.amount * BigInt(terms.count)
  const dues = unwind(terms).flatMap(({ interest, payment }, index) => {
    const due = addMonths(12 * (index + 1))(at)
    // Beyond the year 9999 nothing falls due.
    return isLeft(due) ? [] : [{ at: due.right, asset, interest, payment, index: index + 1 }]
  })
  books.dues = [...books.dues, ...dues]
  return [
    credit('longPayable', whole, { asset }),
    debit('unrecognisedFinance', whole - value, { asset }),
  ]
}

export const postDevelop = (books: MutableBooks, event: EventOf<'develop'>): Posted => {
  const { asset: id, at, phase, amount, by } = event
  const asset = books.assets.get(id) ?? newAsset(id, 'project', event.column, at)
  if (asset.class !== 'project') {
    return { _tag: 'WrongClass', asset: id, class: asset.class, path: ['asset'] }
  }
  const capital =
    books.framework.development && phase === 'development' && asset.conditions !== undefined
  books.assets.set(id, { ...asset, cost: asset.cost + (capital ? amount : 0n) })
  post(books, {
    id: event.id,
    at,
    event: event.id,
    text: { en: `${phase} of ${id}`, zh: `${id} ${phase === 'research' ? '研究' : '开发'}支出` },
    entries: [
      debit(capital ? 'rdCapitalised' : 'rdExpensed', amount, { asset: id }),
      credit(by, amount),
    ],
  })
  return undefined
}

export const postConditions = (books: MutableBooks, event: EventOf<'conditions'>): Posted => {
  const { asset: id, at, evidence } = event
  const missing = books.framework.conditions.filter((one) => !evidence.includes(one))
  if (missing.length > 0) return { _tag: 'ConditionsMissing', missing, path: ['evidence'] }
  const asset = books.assets.get(id) ?? newAsset(id, 'project', 'made', at)
  books.assets.set(id, { ...asset, conditions: at })
  return undefined
}

export const postReady = (books: MutableBooks, asset: Asset, event: EventOf<'ready'>): Posted => {
  const { id } = asset
  const { at } = event
  if (asset.class === 'inventory') {
    return { _tag: 'WrongClass', asset: id, class: asset.class, path: ['asset'] }
  }
  if (asset.state === 'ready') return { _tag: 'ReadyAlready', asset: id, path: ['asset'] }
  const isProject = asset.class === 'project'
  if (isProject && books.framework.development && asset.conditions === undefined) {
    return { _tag: 'BeforeConditions', asset: id, path: ['asset'] }
  }
  const ready = readied(
    books,
    {
      ...asset,
      class: 'intangible',
      since: at,
      charged: monthOf(at) - 1,
      use: event.use,
      ...(event.serves === undefined ? {} : { serves: event.serves }),
    },
    { schedule: event.schedule, rightEnds: event.rightEnds, monthsGone: 0 },
  )
  if (isLeft(ready)) return { ...ready.left, path: ['schedule'] }
  books.assets.set(id, ready.right)
  const cost = isProject ? carryingOf(asset) : 0n
  post(books, {
    id: event.id,
    at,
    event: event.id,
    text: { en: `${id} ready for use`, zh: `${id} 达到预定用途` },
    entries: [
      debit('intangible', cost, { asset: id }),
      credit('rdCapitalised', cost, { asset: id }),
    ],
    moves: [moveOf('I', asset.column)('cost.increase.development', cost)],
  })
  return undefined
}

export const postProcess = (books: MutableBooks, event: EventOf<'process'>): Posted => {
  const { asset: id, at, items, settle, quantity } = event
  const asset = books.assets.get(id) ?? newAsset(id, 'inventory', event.column, at)
  if (asset.class !== 'inventory') {
    return { _tag: 'WrongClass', asset: id, class: asset.class, path: ['asset'] }
  }
  const built = costOf('inventory')(items)
  books.assets.set(id, {
    ...asset,
    cost: asset.cost + built.cost,
    quantity: asset.quantity + quantity,
  })
  post(books, {
    id: event.id,
    at,
    event: event.id,
    text: { en: `processing of ${id}`, zh: `加工 ${id}` },
    entries: [
      debit('production', built.cost, { asset: id }),
      ...spent(built),
      credit(settle, built.gross),
      debit('inventory', built.cost, { asset: id }),
      credit('production', built.cost, { asset: id }),
    ],
    moves: [moveOf('II', asset.column)('cost.increase.processing', built.cost)],
  })
  return undefined
}
