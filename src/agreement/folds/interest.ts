/** Interest on what is outstanding 逾期利息: the debtor pays the creditor, outside of the flow.
 *
 *  `accrue` events say what is outstanding from their day on; at the next of them, and at every
 *  close, halfUp(Σ outstanding × rate × days / year) less what was paid falls due. */
import type { CivilDate } from '../../core/date.js'
import { daysBetween, daysOfYear } from '../../core/day-count.js'
import { divHalfUp } from '../../core/divide.js'
import { addRatio, formatPercent, mulRatio, ratio, zero, type Ratio } from '../../core/ratio.js'
import { below, settleFault, type Builder, type Inside, type Place } from '../builder.js'
import type { Taken } from '../fees.js'
import { isMoney, ratioIn, ratioSet, still, type Fold, type Numbers } from '../fold.js'
import { paysBetween } from '../fold-step.js'
import { differs, paysAsParty } from '../payer.js'
import type { Interest } from '../timed-clause.js'
import { readBearing, type Terms } from './bearing.js'
import type { Tale } from './tale.js'

export const interestOf = (
  builder: Builder,
  body: Interest,
  from: Place,
  inside: Inside,
): Taken => {
  const path = below(inside, body.id)
  const none: Terms = { rate: zero, count: 'ACT/365', annual: false }
  const terms = settleFault(builder)(readBearing(body, inside.at), none)
  if (paysAsParty(builder, body.from, inside) && differs(builder, body, inside)) {
    const step = { id: body.id, path, at: inside.at, kind: 'interest' } as const
    const fold = interestFold(body.id, terms)
    paysBetween(builder, step, body, fold)
  }
  return { payments: [], rest: from }
}

export const tellInterest: Tale<Interest> = ({ name, percent }, body) => {
  const [from, to, rate] = [name(body.from), name(body.to), percent(body.rate)]
  return {
    en: `${from} pays ${to} interest of ${rate} a year (${body.days}) on what is outstanding.`,
    zh: `${from} 就未付款项按年 ${rate}（${body.days}）向 ${to} 支付利息。`,
  }
}

const interestFold = (id: string, terms: Terms): Fold => ({
  accrues: { name: id, field: 'amount' },
  arrive: (numbers, arrival) => {
    const mine =
      !isMoney(arrival) &&
      (arrival.kind === 'close' || (arrival.kind === 'accrue' && arrival.of === id))
    if (isMoney(arrival) || !mine) return still(2)
    const { own } = numbers
    const { accrued, day } = accruedTo(terms, numbers, arrival.at)
    const due = divHalfUp(accrued.num, accrued.den) - own('paid')
    return {
      parts: [-due, due],
      set: {
        day: BigInt(day),
        ...ratioSet('accrued', accrued),
        paid: own('paid') + due,
        outstanding: arrival.kind === 'accrue' ? (arrival.amount ?? 0n) : own('outstanding'),
      },
    }
  },
  reason:
    (numbers, arrival, { money, exact, places }) =>
    (out) => {
      if (isMoney(arrival)) return {}
      const { days } = accruedTo(terms, numbers, arrival.at)
      const due = `halfUp(accrued + outstanding × rate × days / year, ${String(places)}) − paid`
      return {
        formula: out === 0 ? `−(${due})` : due,
        inputs: [
          { label: 'accrued', value: exact(ratioIn(numbers, 'accrued')) },
          { label: 'outstanding', value: money(numbers.own('outstanding')) },
          { label: 'rate', value: formatPercent(terms.rate) },
          { label: 'days', value: String(days), source: terms.count },
          { label: 'year', value: String(daysOfYear(terms.count)) },
          { label: 'paid', value: money(numbers.own('paid')) },
        ],
      }
    },
})

/** Days are counted from here on, so that a day is one number. */
const origin = '0001-01-01' as CivilDate

const accruedTo = (
  { rate, count }: Terms,
  numbers: Numbers,
  date: CivilDate,
): { readonly accrued: Ratio; readonly day: number; readonly days: number } => {
  const [day, before] = [daysBetween(count)(origin, date), Number(numbers.own('day'))]
  const days = before === 0 ? 0 : day - before
  const outstanding = ratio(numbers.own('outstanding') * BigInt(days), BigInt(daysOfYear(count)))
  const accrued = addRatio(ratioIn(numbers, 'accrued'), mulRatio(outstanding, rate))
  return { accrued, day, days }
}
