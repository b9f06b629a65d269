/** Preferred return 优先回报: capital, and a return on what is left of it, come first.
 *
 *    due = halfUp(accrued) − paid,  first = min(x, due + capital left)
 *  The return accrues exactly and is rounded once, as a whole. `returnFirst` pays what is due and
 *  then capital, `capitalFirst` the other way round, `returnOnly` leaves the capital where it is:
 *  cumulative preferred dividends with arrears, claims that bear interest.
 *  Law: all takes are minima of what is left, so that at one day cutting x changes nothing. */
import { type CivilDate } from '../../core/date.js'
import { divHalfUp } from '../../core/divide.js'
import type { Explained } from '../../core/explained.js'
import { formatPercent, type Ratio } from '../../core/ratio.js'
import { below, settleFault, type Builder, type Inside, type Place } from '../builder.js'
import type { Taken } from '../fees.js'
import { isMoney, ratioIn, ratioSet, still, type Fold, type Numbers, type Tell } from '../fold.js'
import { addFold, flowsOn } from '../fold-step.js'
import { readAmount, readDate } from '../read.js'
import type { Preferred } from '../timed-clause.js'
import type { Tale } from './tale.js'
import { accrue, dayOf, readBearing, type Claim, type Stretch, type Terms } from './bearing.js'

export const preferredOf = (
  builder: Builder,
  body: Preferred,
  from: Place,
  inside: Inside,
): Taken => {
  const { at } = inside
  const note = settleFault(builder)
  const path = below(inside, body.id)
  const terms: Return = {
    ...note(readBearing(body, at), { rate: { num: 0n, den: 1n }, count: 'ACT/365', annual: false }),
    capital: note(readAmount(builder.document.currency)(body.capital, [...at, 'capital']), 0n),
    since: note(readDate(body.since, [...at, 'since']), '0001-01-01' as CivilDate),
    order: body.order ?? 'returnFirst',
  }
  const step = { id: body.id, path, at: inside.at, kind: 'preferred', place: from } as const
  const [first = 0, rest = 0] = addFold(builder, step, preferredFold(terms), 2)
  const place = flowsOn(builder, first, path, 'to')
  return {
    payments: [{ place, target: body.to, path, at: [...at, 'to'], kind: 'preferred' }],
    rest: flowsOn(builder, rest, path, 'rest'),
  }
}

export const tellPreferred: Tale<Preferred> = ({ name, money, percent }, body) => {
  const [to, capital, rate] = [name(body.to), money(body.capital), percent(body.rate)]
  const order = body.order ?? 'returnFirst'
  const annual = body.compounding === 'annual'
  const en = {
    returnFirst: `the return first, then the capital of ${capital}`,
    capitalFirst: `the capital of ${capital} first, then the return`,
    returnOnly: `the return on a capital of ${capital}, which stays`,
  }[order]
  const zh = {
    returnFirst: `先付回报，后还本金 ${capital}`,
    capitalFirst: `先还本金 ${capital}，后付回报`,
    returnOnly: `只付本金 ${capital} 的回报，本金不还`,
  }[order]
  return {
    en:
      `${to} comes first with a preferred return of ${rate} a year since ${body.since} ` +
      `(${body.days}, ${annual ? 'compounded by the year' : 'simple'}): ${en}. ` +
      'What is not paid stays owed.',
    zh:
      `${to} 优先受偿：自 ${body.since} 起按年 ${rate} 计优先回报` +
      `（${body.days}，${annual ? '按年复利' : '单利'}），${zh}；未付部分累积。`,
  }
}

interface Return extends Terms {
  readonly capital: bigint
  readonly since: CivilDate
  readonly order: NonNullable<Preferred['order']>
}

const preferredFold = (terms: Return): Fold => ({
  returns: true,
  arrive: (numbers, arrival) => {
    if (!isMoney(arrival)) return still(2)
    const { amount, date } = arrival
    const { claim, day, due, left } = standing(terms, numbers, date)
    const least = (a: bigint, b: bigint) => (a < b ? a : b)
    const capital =
      terms.order === 'capitalFirst' ? least(amount, left)
      : amount > due ? least(amount - due, left)
      : 0n
    const paid = least(amount - capital, due)
    return {
      parts: [capital + paid, amount - capital - paid],
      set: {
        day: BigInt(day),
        ...ratioSet('accrued', claim.accrued),
        ...ratioSet('turned', claim.turned),
        paid: claim.paid + paid,
        repaid: numbers.own('repaid') + capital,
      },
    }
  },
  reason: (numbers, arrival, tell) => (out) => {
    if (!isMoney(arrival)) return {}
    const { left } = standing(terms, numbers, arrival.date)
    const inputs = [
      { label: 'amount', value: tell.money(arrival.amount) },
      dueFigure(terms, numbers, arrival.date, tell),
      ...(terms.order === 'returnOnly' ? [] : [capitalFigure(terms, numbers, left, tell)]),
    ]
    const claims = terms.order === 'returnOnly' ? 'due' : 'due + capital'
    const formula = out === 0 ? `min(amount, ${claims})` : `max(amount − (${claims}), 0)`
    return { formula, inputs }
  },
})

const claimIn = (numbers: Numbers): Claim => ({
  accrued: ratioIn(numbers, 'accrued'),
  turned: ratioIn(numbers, 'turned'),
  paid: numbers.own('paid'),
})

interface Standing {
  readonly day: number
  readonly claim: Claim
  readonly stretches: readonly Stretch[]
  /** Minor units due of the return, and left of the capital. */
  readonly due: bigint
  readonly left: bigint
}

/** The claims as they stand on a date. */
const standing = (terms: Return, numbers: Numbers, date: CivilDate): Standing => {
  const left = terms.capital - numbers.own('repaid')
  const from = Number(numbers.own('day'))
  const day = Math.max(from, dayOf(terms, terms.since, date))
  const { claim, stretches } = accrue(terms, terms.since, [from, day], left, claimIn(numbers))
  const due = rounded(claim.accrued) - claim.paid
  return { day, claim, stretches, due, left: terms.order === 'returnOnly' ? 0n : left }
}

const rounded = ({ num, den }: Ratio): bigint => divHalfUp(num, den)

const capitalFigure = (
  { capital }: Return,
  { own }: Numbers,
  left: bigint,
  { money }: Tell,
): Explained => ({
  label: 'capital',
  value: money(left),
  formula: 'agreed − repaid',
  inputs: [
    { label: 'agreed', value: money(capital) },
    { label: 'repaid', value: money(own('repaid')) },
  ],
})

const dueFigure = (
  terms: Return,
  numbers: Numbers,
  date: CivilDate,
  { money, exact, places }: Tell,
): Explained => {
  const { claim, stretches, due } = standing(terms, numbers, date)
  const year = terms.count === 'ACT/365' ? '365' : '360'
  const accrued: Explained = {
    label: 'accrued',
    value: exact(claim.accrued),
    source: `${terms.count} to ${date}`,
    formula: stretches.length === 0 ? 'before' : 'before + Σ interest',
    inputs: [
      { label: 'before', value: exact(ratioIn(numbers, 'accrued')) },
      ...stretches.map(({ base, days, interest }, index) => ({
        label: `interest.${String(index + 1)}`,
        value: exact(interest),
        formula: 'base × rate × days / year',
        inputs: [
          { label: 'base', value: exact(base) },
          { label: 'rate', value: formatPercent(terms.rate) },
          { label: 'days', value: String(days) },
          { label: 'year', value: year },
        ],
      })),
    ],
  }
  return {
    label: 'due',
    value: money(due),
    formula: `halfUp(accrued, ${String(places)}) − paid`,
    inputs: [accrued, { label: 'paid', value: money(claim.paid) }],
  }
}
