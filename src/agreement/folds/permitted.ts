/** Permitted revenue 准许收入: what exceeds it is held, and is the first money of the next period.
 *
 *    c = carried in + the period's money,  within = min(c, amount of the period)
 *  What is held is carried when the next period opens; it flows on from here then, up to that
 *  period's amount. Source: 发改价格〔2025〕65号, over-earning is deducted from the next cycle. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { periodOf, startsPeriod, type CivilDate, type Period } from '../../core/date.js'
import type { Path } from '../../core/error.js'
import { below, leaf, settleFault, type Builder, type Inside, type Place } from '../builder.js'
import type { AgreementFault } from '../fault.js'
import { scopeOf, type Taken } from '../fees.js'
import { isMoney, still, type Fold, type Numbers } from '../fold.js'
import { addFold, flowsOn } from '../fold-step.js'
import { readAmount, readDate } from '../read.js'
import type { Permitted } from '../timed-clause.js'
import { periodNames, type Tale } from './tale.js'

export const permittedOf = (
  builder: Builder,
  body: Permitted,
  from: Place,
  inside: Inside,
): Taken => {
  const path = below(inside, body.id)
  scopeOf(builder, body, inside.at)
  const amounts = settleFault(builder)(readAmounts(builder, body, [...inside.at, 'amount']), [])
  const fold = permittedFold({ amounts, every: body.every ?? builder.document.period })
  const [within = 0, excess = 0] = addFold(
    builder,
    { id: body.id, path, at: inside.at, kind: 'permitted', place: from } as const,
    fold,
    2,
  )
  leaf(builder, excess, body.excess, path, 'permitted')
  return { payments: [], rest: flowsOn(builder, within, path, 'rest') }
}

export const tellPermitted: Tale<Permitted> = ({ name, money, period }, body) => {
  const every = periodNames[body.every ?? period]
  const dated = typeof body.amount === 'object' ? body.amount : [{ from: '', amount: body.amount }]
  const en = dated.map(
    ({ from, amount }) => money(amount) + (from === '' ? '' : ` from ${from} on`),
  )
  const zh = dated.map(({ from, amount }) => (from === '' ? '' : `自 ${from} 起 `) + money(amount))
  const pool = name(body.excess)
  return {
    en:
      `Of each ${every.en}, ${en.join(', ')} flows on; what exceeds it is held in ${pool} ` +
      `and is the first money of the next ${every.en}.`,
    zh: `每${every.zh}准许 ${zh.join('，')}；超出部分存入 ${pool}，作为下一${every.zh}的首笔收入。`,
  }
}

interface Terms {
  readonly amounts: Amounts
  readonly every: Period
}

type Amounts = readonly { readonly from?: CivilDate; readonly amount: bigint }[]

const readAmounts = (
  { document }: Builder,
  { amount }: Permitted,
  path: Path,
): Either<AgreementFault, Amounts> => {
  const read = readAmount(document.currency)
  if (typeof amount !== 'object') {
    const all = read(amount, path)
    return isLeft(all) ? all : right([{ amount: all.right }])
  }
  const amounts: { readonly from: CivilDate; readonly amount: bigint }[] = []
  for (const [index, entry] of amount.entries()) {
    const from = readDate(entry.from, [...path, index, 'from'])
    if (isLeft(from)) return from
    const before = amounts.at(-1)?.from
    if (before !== undefined && from.right <= before) {
      return left({
        _tag: 'DatesNotRising',
        from: from.right,
        before,
        path: [...path, index, 'from'],
      })
    }
    const one = read(entry.amount, [...path, index, 'amount'])
    if (isLeft(one)) return one
    amounts.push({ from: from.right, amount: one.right })
  }
  return right(amounts)
}

const permittedFold = (terms: Terms): Fold => ({
  arrive: ({ own }, arrival) => {
    if (!isMoney(arrival) && (arrival.kind !== 'open' || arrival.every !== terms.every)) {
      return still(2)
    }
    const { period, more } = opened(terms, own, arrival)
    const came = own(`came@${period}`)
    const cap = amountOf(terms, period)
    const within = least(came + more, cap) - least(came, cap)
    const paid = isMoney(arrival) ? arrival.amount : 0n
    return {
      parts: [within, paid - within],
      set: {
        [`came@${period}`]: came + (isMoney(arrival) ? paid : within),
        held: own('held') + paid - within,
      },
    }
  },
  reason:
    ({ own }, arrival, { money }) =>
    (out) => {
      const { period, more } = opened(terms, own, arrival)
      const within = 'min(came + more, permitted) − min(came, permitted)'
      const [label, rest] = isMoney(arrival) ? ['amount', 'amount − '] : ['held', '−']
      return {
        formula: (out === 0 ? within : `${rest}(${within})`).replaceAll('more', label),
        inputs: [
          { label, value: money(more) },
          { label: 'came', value: money(own(`came@${period}`)), source: `in ${period}` },
          { label: 'permitted', value: money(amountOf(terms, period)), source: period },
        ],
      }
    },
})

/** The period that money comes to, and how much of it: a sale's own, or what was held. */
const opened = (
  { every }: Terms,
  own: Numbers['own'],
  arrival: Parameters<Fold['arrive']>[1],
): { readonly period: string; readonly more: bigint } =>
  isMoney(arrival) ?
    { period: periodOf(every)(arrival.date), more: arrival.amount }
  : { period: arrival.period ?? '', more: own('held') }

/** The amount in force when a period begins; the first before any. */
const amountOf = ({ amounts, every }: Terms, period: string): bigint => {
  const inForce = amounts.filter(
    ({ from }) =>
      from === undefined ||
      periodOf(every)(from) < period ||
      (periodOf(every)(from) === period && startsPeriod(every)(from)),
  )
  return (inForce.at(-1) ?? amounts[0])?.amount ?? 0n
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)
