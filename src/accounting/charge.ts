/** Charges of amortisation, by month and by use, and the revision of a schedule.
 *
 *  From the month in which an asset is ready, none in the month it leaves (企业会计准则第6号 guide).
 *  A revision holds from the first of its month and is prospective (企业会计准则第28号). */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { CivilDate } from '../core/date.js'
import { carryingOf, type Asset, type MutableAsset } from './asset.js'
import { post, type MutableBooks, type Posted } from './books.js'
import type { EventOf, Schedule, UseOf } from './event.js'
import type { LevelNegative, LifeNotWholeYears } from './fault.js'
import { credit, debit } from './journal.js'
import { monthOf, monthText, type Month } from './month.js'
import { moveOf } from './move.js'
import {
  advance,
  chargeTo,
  nextMonth,
  planOf,
  rebase,
  scheduleOf,
  unitsPlan,
  type MutablePlan,
  type Plan,
} from './plan.js'
import type { Role } from './role.js'
import { weightsOf } from './weights.js'

/** Where the charge goes. */
export const chargeRoles: Readonly<Record<UseOf, Role>> = {
  customers: 'cost',
  admin: 'admin',
  research: 'rdExpensed',
  production: 'production',
}

/** Charges a month to an asset as it stands in the books: there are more charges than anything
 * else, and a new record for each would cost more than the charge.
 * @returns the charge; undefined when the month has none */
export const chargeInPlace = (asset: MutableAsset, month: Month): bigint | undefined => {
  const plan: MutablePlan | undefined = asset.plan
  if (asset.state !== 'ready' || plan?.weights === undefined || asset.charged >= month) {
    return undefined
  }
  const gone = (plan.months ?? 0) + 1
  const to = plan.weights[gone]
  if (to === undefined) return undefined
  const charge = chargeTo(plan, to)
  plan.at = to
  plan.given += charge
  plan.months = gone
  asset.amortised += charge
  asset.charged = month
  if (asset.withoutLoss !== undefined) asset.withoutLoss = stepWithout(asset.withoutLoss)
  return charge
}

/** The asset after a month, and its charge; undefined when nothing is charged. */
export const chargeMonth = (
  asset: Asset,
  month: Month,
): { readonly asset: Asset; readonly charge: bigint } | undefined => {
  const { plan } = asset
  const copy: MutableAsset = { ...asset, ...(plan === undefined ? {} : { plan: { ...plan } }) }
  const charge = chargeInPlace(copy, month)
  return charge === undefined ? undefined : { asset: copy, charge }
}

/** Posts the charge of a month before anything else happens to the asset in it. */
export const chargeFirst = (books: MutableBooks, asset: Asset, at: CivilDate): Asset => {
  const month = monthOf(at)
  const charged = chargeMonth(asset, month)
  if (charged === undefined) return asset
  books.assets.set(asset.id, charged.asset)
  const event = `charge:${monthText(month)}:${asset.id}`
  postCharge(books, asset, charged.charge, { id: event, event, at })
  return charged.asset
}

/** Use of an asset whose method is units; use beyond the total is not charged. */
export const postUse = (books: MutableBooks, asset: Asset, event: EventOf<'use'>): Posted => {
  const { plan } = asset
  if (plan === undefined || plan.weights !== undefined) {
    return { _tag: 'NotReady', asset: asset.id, path: ['asset'] }
  }
  const rest = plan.total - plan.at
  const units = event.units < rest ? event.units : rest
  if (units < event.units) {
    books.notes.push({ _tag: 'UnitsBeyondTotal', asset: asset.id, left: String(rest) })
  }
  const charge = chargeTo(plan, plan.at + units)
  const { withoutLoss } = asset
  books.assets.set(asset.id, {
    ...asset,
    amortised: asset.amortised + charge,
    plan: advance(plan, plan.at + units, charge),
    ...(withoutLoss?.plan === undefined ?
      {}
    : { withoutLoss: stepPlan(withoutLoss.amortised, withoutLoss.plan, plan.at + units) }),
  })
  postCharge(books, asset, charge, { id: event.id, event: event.id, at: event.at })
  return undefined
}

/** A new method, life or residual for what is left. */
export const postRevise = (books: MutableBooks, asset: Asset, event: EventOf<'revise'>): Posted => {
  const { plan, schedule } = asset
  if (schedule === undefined) return { _tag: 'NotReady', asset: asset.id, path: ['asset'] }
  const rest = plan?.weights === undefined ? 0 : plan.weights.length - 1 - (plan.months ?? 0)
  const revised: Schedule = { ...schedule, months: rest, ...event.schedule }
  const made = planFor(revised, carryingOf(asset))
  if (isLeft(made)) return { ...made.left, path: ['schedule'] }
  const without = asset.withoutLoss && planFor(revised, asset.cost - asset.withoutLoss.amortised)
  const left = 12 - (monthOf(event.at) % 12)
  const [before, after] = [plan, made.right].map((one) => chargesOf(one, left))
  books.changes.push({
    event: event.id,
    asset: asset.id,
    at: event.at,
    reason: event.reason,
    fields: Object.keys(event.schedule),
    thisYear: (after?.now ?? 0n) - (before?.now ?? 0n),
    later: (after?.later ?? 0n) - (before?.later ?? 0n),
  })
  const { plan: _, ...others } = asset
  books.assets.set(asset.id, {
    ...others,
    schedule: revised,
    ...(made.right === undefined ? {} : { plan: made.right }),
    ...(asset.withoutLoss === undefined || without === undefined || isLeft(without) ?
      {}
    : {
        withoutLoss: {
          amortised: asset.withoutLoss.amortised,
          ...(without.right === undefined ? {} : { plan: without.right }),
        },
      }),
  })
  return undefined
}

/** The plan of a schedule over what an asset is carried at; none for an indefinite life. */
export const planFor = (
  schedule: Schedule,
  carrying: bigint,
): Either<LevelNegative | LifeNotWholeYears, Plan | undefined> => {
  const { method, months, totalUnits, residual, rounding, indefinite } = schedule
  if (indefinite) return right(undefined)
  const base = carrying > residual ? carrying - residual : 0n
  if (method === 'units') return right(unitsPlan(rounding, totalUnits, base))
  const weights = weightsOf(method)({ months, cost: carrying, residual })
  return isLeft(weights) ? weights : planOf(rounding, weights.right)(base)
}

/** The asset with its plan over a new carrying amount; the remaining weights stay. */
export const replanned = (asset: Asset): Either<LevelNegative, Asset> => {
  const { plan, schedule } = asset
  if (plan === undefined || schedule === undefined) return right(asset)
  const carrying = carryingOf(asset)
  const base = carrying > schedule.residual ? carrying - schedule.residual : 0n
  const made = rebase(base)(plan)
  return isLeft(made) ? made : right({ ...asset, plan: made.right })
}

const stepWithout = (without: NonNullable<Asset['withoutLoss']>) =>
  without.plan === undefined ?
    without
  : stepPlan(without.amortised, without.plan, nextMonth(without.plan))

const stepPlan = (amortised: bigint, plan: Plan, to: bigint) => {
  const charge = chargeTo(plan, to)
  return { amortised: amortised + charge, plan: advance(plan, to, charge) }
}

/** Charges of the months that are left in a year, and of those after it. */
const chargesOf = (plan: Plan | undefined, months: number) => {
  const all = plan?.weights === undefined ? [] : scheduleOf(plan)
  const sum = (list: readonly bigint[]) => list.reduce((a, b) => a + b, 0n)
  return { now: sum(all.slice(0, months)), later: sum(all.slice(months)) }
}

const postCharge = (
  books: MutableBooks,
  asset: Asset,
  charge: bigint,
  about: { readonly id: string; readonly event: string; readonly at: CivilDate },
): void => {
  post(books, {
    ...about,
    text: { en: `amortisation of ${asset.id}`, zh: `${asset.id} 摊销` },
    entries: [
      debit(chargeRoles[asset.use], charge),
      credit('accumulatedAmortisation', charge, { asset: asset.id }),
    ],
    moves: [moveOf('I', asset.column)('amortisation.increase', charge)],
  })
}
