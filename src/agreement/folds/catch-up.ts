/** Catch-up and carried interest 追补、超额收益: k of each cent, until it is c of the whole profit.
 *
 *    G = min(k·C, c·(H + C)),  H the profit that others took before, C what comes here
 *  With an agreed H it is a table. With a `preferred` step's return as H, H grows with time: each
 *  time it has grown, G goes on from what was given,
 *    G = halfUp(min(G₀ + k·(C − C₀), max(G₀, c·(H + C))))
 *  which for one H is one table of C: cutting at an instant changes nothing. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { divFloor, divHalfUp } from '../../core/divide.js'
import type { Path } from '../../core/error.js'
import {
  addRatio,
  compareRatio,
  divRatio,
  formatPercent,
  mulRatio,
  one,
  ratio,
  subRatio,
  zero,
  type Ratio,
} from '../../core/ratio.js'
import { below, settleFault, type Builder, type Inside, type Place } from '../builder.js'
import type { AgreementFault } from '../fault.js'
import { take, type Taken } from '../fees.js'
import { isMoney, still, type Fold, type Numbers, type Tell } from '../fold.js'
import { addFold, flowsOn } from '../fold-step.js'
import { widen } from '../builder.js'
import { isName, readAmount, readRate } from '../read.js'
import { rowOf } from '../table.js'
import type { CatchUp } from '../timed-clause.js'
import type { Tale } from './tale.js'

export const catchUpOf = (builder: Builder, body: CatchUp, from: Place, inside: Inside): Taken => {
  const path = below(inside, body.id)
  const note = settleFault(builder)
  const rates = note(readRates(body, inside.at), { carry: zero, rate: one })
  const paid = { target: body.to, path, at: [...inside.at, 'to'], kind: 'catchUp' } as const
  if (!isName(String(body.hurdle))) {
    const read = readAmount(builder.document.currency)(body.hurdle, [...inside.at, 'hurdle'])
    const rows = rowsOf(rates, note(read, 0n))
    const place = widen(builder, from, 'life', path, inside.at)
    const terms = { table: rows, banded: true }
    const { first, rest } = take(builder, place, rows, { id: body.id, key: path, terms })
    return { payments: [{ place: first, ...paid }], rest }
  }
  const hurdle = note(hurdleKey(builder, String(body.hurdle), [...inside.at, 'hurdle']), '')
  const step = { id: body.id, path, at: inside.at, kind: 'catchUp', place: from } as const
  const [first = 0, rest = 0] = addFold(builder, step, catchUpFold(rates, hurdle), 2)
  return {
    payments: [{ place: flowsOn(builder, first, path, 'to'), ...paid }],
    rest: flowsOn(builder, rest, path, 'rest'),
  }
}

export const tellCatchUp: Tale<CatchUp> = ({ name, money, percent }, body) => {
  const [to, rate, carry] = [name(body.to), percent(body.rate ?? '100%'), percent(body.carry)]
  const step = isName(String(body.hurdle))
  const hurdle = step ? String(body.hurdle) : money(body.hurdle)
  return {
    en:
      `${to} takes ${rate} of what is left until it has ${carry} of the profit, ` +
      `${step ? 'the' : 'a'} return of ${hurdle} counted in, and then ${carry}.`,
    zh:
      `${to} 提取余额的 ${rate}，直至占全部利润` +
      `（含回报 ${hurdle}）的 ${carry}，其后按 ${carry} 提取。`,
  }
}

interface Rates {
  readonly carry: Ratio
  readonly rate: Ratio
}

const readRates = (body: CatchUp, at: Path): Either<AgreementFault, Rates> => {
  const carry = readRate(body.carry, [...at, 'carry'])
  if (isLeft(carry)) return carry
  const rate = readRate(body.rate ?? '100%', [...at, 'rate'])
  if (isLeft(rate)) return rate
  return compareRatio(rate.right, carry.right) > 0 ?
      right({ carry: carry.right, rate: rate.right })
    : left({
        _tag: 'CatchUpTooSlow',
        rate: formatPercent(rate.right),
        carry: formatPercent(carry.right),
        path: [...at, 'rate'],
      })
}

/** min(k·C, c·(H + C)): the lines meet at cH/(k − c). */
const rowsOf = ({ carry, rate }: Rates, hurdle: bigint) => {
  const owed = mulRatio(carry, ratio(hurdle))
  const gap = subRatio(rate, carry)
  const meet = gap.num > 0n ? divRatio(owed, gap) : zero
  const upTo = divFloor(meet.num, meet.den)
  return [
    rowOf({ upTo, rate, from: 0n, taken: zero, rounding: 'halfUp' }),
    rowOf({ rate: carry, from: 0n, taken: owed, rounding: 'halfUp' }),
  ]
}

/** The numbers of the `preferred` step above that has an id. */
const hurdleKey = (builder: Builder, id: string, path: Path): Either<AgreementFault, string> => {
  const known = builder.ops.flatMap((op) => (op.op === 'fold' && op.fold.returns ? [op.key] : []))
  const name = (key: string) => key.split('/').at(-1) ?? ''
  const key = known.filter((one) => name(one) === id).at(-1)
  return key === undefined ?
      left({ _tag: 'HurdleUnknown', name: id, known: known.map(name), path })
    : right(key)
}

const catchUpFold = (rates: Rates, hurdle: string): Fold => ({
  arrive: (numbers, arrival) => {
    if (!isMoney(arrival)) return still(2)
    const { came, from, start, profit, given } = standing(numbers, hurdle, arrival.amount)
    const now = givenAt(rates, { came, from, start, profit })
    return {
      parts: [now - given, arrival.amount - (now - given)],
      set: { came, from, start, profit, given: now },
    }
  },
  reason: (numbers, arrival, tell) => (out) => {
    if (!isMoney(arrival)) return {}
    const inputs = inputsOf(rates, standing(numbers, hurdle, arrival.amount), tell, arrival.amount)
    const quick = 'start + rate × (came − from)'
    const slow = 'max(start, carry × (hurdle + came))'
    const given = `halfUp(min(${quick}, ${slow}), ${String(tell.places)}) − given`
    return { formula: out === 0 ? given : `amount − (${given})`, inputs }
  },
})

interface Standing {
  /** All that came, this arrival counted in; where the present H began, and what was given then. */
  readonly came: bigint
  readonly from: bigint
  readonly start: bigint
  readonly profit: bigint
  readonly given: bigint
}

const standing = ({ own, of }: Numbers, hurdle: string, amount: bigint): Standing => {
  const profit = of(hurdle, 'paid')
  const grown = profit !== own('profit')
  const [came, given] = [own('came'), own('given')]
  const [from, start] = grown ? [came, given] : [own('from'), own('start')]
  return { came: came + amount, from, start, profit, given }
}

const givenAt = (
  { carry, rate }: Rates,
  { came, from, start, profit }: Omit<Standing, 'given'>,
): bigint => {
  const quick = addRatio(ratio(start), mulRatio(rate, ratio(came - from)))
  const share = mulRatio(carry, ratio(profit + came))
  const slow = compareRatio(share, ratio(start)) > 0 ? share : ratio(start)
  const least = compareRatio(quick, slow) < 0 ? quick : slow
  return divHalfUp(least.num, least.den)
}

const inputsOf = (
  { carry, rate }: Rates,
  { came, from, start, profit, given }: Standing,
  { money }: Tell,
  amount: bigint,
) => [
  { label: 'amount', value: money(amount) },
  { label: 'start', value: money(start) },
  { label: 'rate', value: formatPercent(rate) },
  { label: 'came', value: money(came), source: `${money(came - amount)} before` },
  { label: 'from', value: money(from) },
  { label: 'carry', value: formatPercent(carry) },
  { label: 'hurdle', value: money(profit) },
  { label: 'given', value: money(given) },
]
