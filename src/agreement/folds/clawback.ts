/** Clawback 回拨: carry paid deal by deal, above the agreed part of the whole profit, goes back.
 *
 *  At each close from an agreed day on, with C all the money that passed here:
 *    due = halfUp(carry × max(0, C − capital)),  payer −max(0, held − due),  payee + the same
 *  `held` is all that the payer has from this agreement; give its carry a party of its own. */
import type { CivilDate } from '../../core/date.js'
import { divHalfUp } from '../../core/divide.js'
import { formatPercent, zero, type Ratio } from '../../core/ratio.js'
import { below, settleFault, type Builder, type Inside, type Place } from '../builder.js'
import type { Taken } from '../fees.js'
import { isMoney, still, type Fold } from '../fold.js'
import { paysBetween } from '../fold-step.js'
import { differs, paysAsParty } from '../payer.js'
import { readAmount, readDate, readRate } from '../read.js'
import type { Clawback } from '../timed-clause.js'
import type { Tale } from './tale.js'

export const clawbackOf = (
  builder: Builder,
  body: Clawback,
  from: Place,
  inside: Inside,
): Taken => {
  const path = below(inside, body.id)
  const { at } = inside
  const note = settleFault(builder)
  const terms: Terms = {
    payer: body.from,
    capital: note(readAmount(builder.document.currency)(body.capital, [...at, 'capital']), 0n),
    carry: note(readRate(body.carry, [...at, 'carry']), zero),
    since: note(readDate(body.since, [...at, 'since']), '0001-01-01' as CivilDate),
  }
  if (paysAsParty(builder, body.from, inside) && differs(builder, body, inside)) {
    builder.document.counted.add(body.from)
    const step = { id: body.id, path, at: inside.at, kind: 'clawback', place: from } as const
    paysBetween(builder, step, body, clawbackFold(terms))
  }
  return { payments: [], rest: from }
}

export const tellClawback: Tale<Clawback> = ({ name, money, percent }, body) => {
  const [from, to] = [name(body.from), name(body.to)]
  const [capital, carry] = [money(body.capital), percent(body.carry)]
  return {
    en:
      `At closes from ${body.since} on, ${from} gives back to ${to} what it has ` +
      `above ${carry} of the whole profit over a capital of ${capital}.`,
    zh: `自 ${body.since} 起的期末，${from} 将超过全部利润（本金 ${capital} 以上）${carry} 的部分回拨给 ${to}。`,
  }
}

interface Terms {
  readonly payer: string
  readonly capital: bigint
  readonly carry: Ratio
  readonly since: CivilDate
}

const clawbackFold = ({ payer, capital, carry, since }: Terms): Fold => ({
  arrive: ({ own, held }, arrival) => {
    if (isMoney(arrival)) {
      return { parts: [0n, 0n], set: { came: own('came') + arrival.amount } }
    }
    if (arrival.kind !== 'close' || arrival.at < since) return still(2)
    const came = own('came')
    const due = came > capital ? divHalfUp(carry.num * (came - capital), carry.den) : 0n
    const back = held(payer) > due ? held(payer) - due : 0n
    return { parts: [-back, back], set: {} }
  },
  reason:
    ({ own, held }, arrival, { money, places }) =>
    (out) => {
      if (isMoney(arrival)) return {}
      const back = `max(held − halfUp(carry × max(came − capital, 0), ${String(places)}), 0)`
      return {
        formula: out === 0 ? `−${back}` : back,
        inputs: [
          { label: 'held', value: money(held(payer)), source: payer },
          { label: 'carry', value: formatPercent(carry) },
          { label: 'came', value: money(own('came')) },
          { label: 'capital', value: money(capital) },
        ],
      }
    },
})
