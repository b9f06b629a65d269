/** Minimum guarantee 保底: at least an amount a period, whichever is higher.
 *
 *  It sees the money R of each period pass, and at the period's close
 *    payer −max(0, M − R),  payee +max(0, M − R)
 *  A vendor who underwrites sales guarantees in the same way. A refund after the close is a
 *  replay, so it restates the close by the difference. */
import type { Period } from '../../core/date.js'
import { periodOf } from '../../core/date.js'
import { below, settleFault, type Builder, type Inside, type Place } from '../builder.js'
import type { Taken } from '../fees.js'
import { isMoney, still, type Fold } from '../fold.js'
import { paysBetween } from '../fold-step.js'
import { differs, paysAsParty } from '../payer.js'
import { readAmount } from '../read.js'
import type { Guarantee } from '../timed-clause.js'
import { periodNames, type Tale } from './tale.js'

export const guaranteeOf = (
  builder: Builder,
  body: Guarantee,
  from: Place,
  inside: Inside,
): Taken => {
  const path = below(inside, body.id)
  const { currency, period } = builder.document
  const amount = settleFault(builder)(
    readAmount(currency)(body.amount, [...inside.at, 'amount']),
    0n,
  )
  if (paysAsParty(builder, body.from, inside) && differs(builder, body, inside)) {
    const step = { id: body.id, path, at: inside.at, kind: 'guarantee', place: from } as const
    const fold = guaranteeFold(amount, body.every ?? period)
    paysBetween(builder, step, body, fold)
  }
  return { payments: [], rest: from }
}

export const tellGuarantee: Tale<Guarantee> = ({ name, money, period }, body) => {
  const every = periodNames[body.every ?? period]
  const [from, to, amount] = [name(body.from), name(body.to), money(body.amount)]
  return {
    en:
      `${from} guarantees at least ${amount} a ${every.en} of what passes here: ` +
      `at the close it pays ${to} what is lacking.`,
    zh: `${from} 保证此处每${every.zh}不低于 ${amount}：期末向 ${to} 补足差额。`,
  }
}

const guaranteeFold = (least: bigint, every: Period): Fold => ({
  arrive: ({ own }, arrival) => {
    if (isMoney(arrival)) {
      const name = `came@${periodOf(every)(arrival.date)}`
      return { parts: [0n, 0n], set: { [name]: own(name) + arrival.amount } }
    }
    if (arrival.kind !== 'close' || arrival.every !== every) return still(2)
    const came = own(`came@${arrival.period ?? ''}`)
    const lacking = least > came ? least - came : 0n
    return { parts: [-lacking, lacking], set: {} }
  },
  reason:
    ({ own }, arrival, { money }) =>
    (out) => {
      if (isMoney(arrival)) return {}
      const period = arrival.period ?? ''
      return {
        formula: out === 0 ? '−max(guaranteed − came, 0)' : 'max(guaranteed − came, 0)',
        inputs: [
          { label: 'guaranteed', value: money(least) },
          { label: 'came', value: money(own(`came@${period}`)), source: `passed in ${period}` },
        ],
      }
    },
})
