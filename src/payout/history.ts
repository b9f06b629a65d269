/** What earlier payments left behind: how much each party was paid, and each person's counters.
 *
 *  The persons of a pooled payee are not in its payments: their parts are worked out again from
 *  what the payee was paid in all since its register, E(C + gross) − E(C) by the monotone split. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { CivilDate } from '../core/date.js'
import { zero, type Ratio } from '../core/ratio.js'
import { cutsOf, followCuts, type Cuts } from '../split/share.js'
import { periodsOf } from './currency.js'
import type { PayoutFault } from './fault.js'
import type { Members, Payee, Rules } from './payee.js'
import type { Payment } from '../settlement/state.js'
import { regimeAt } from './regime.js'
import { counterKey, spanOf, withholdFrom, type Entry, type Withheld } from './withhold.js'

/** The persons among whom a payment is divided. */
export interface Division {
  readonly members: Members
  readonly cuts: Cuts
  /** What was paid since the register, before and after. */
  readonly from: bigint
  readonly to: bigint
  readonly parts: readonly bigint[]
}

/** Counters under way: they change as payments are entered. */
export interface MutableHistory {
  readonly rules: Rules
  /** Paid since the register, by payee and register. */
  readonly sums: Map<string, bigint>
  readonly counters: Map<string, Entry[]>
}

/** Enters the payments made so far, in the order of their dates.
 * @param at the day of the payout; only counters of its year are kept */
export const historyOf = (
  rules: Rules,
  at: CivilDate,
  own: ReadonlyMap<string, Payment>,
  elsewhere: ReadonlyMap<string, Payment>,
): Either<PayoutFault, MutableHistory> => {
  const counters = new Map<string, Entry[]>()
  const history = { rules, counters, sums: new Map<string, bigint>() }
  const apart = { rules, counters, sums: new Map<string, bigint>() }
  for (const [payments, into] of [
    [elsewhere, apart],
    [own, history],
  ] as const) {
    for (const [id, payment] of [...payments].sort(byDate)) {
      const entered = enterPayment(into, id, payment, spanOf('year', at))
      if (isLeft(entered)) return entered
    }
  }
  return right(history)
}

/** The division of one payment, and what was withheld from each part. */
export interface Parts {
  readonly id: string
  readonly payment: Payment
  readonly division: Division
  readonly withheld: readonly (Withheld | undefined)[]
}

/** The parts of every payment to a payee that the rules know, in the order of their dates. */
export const partsOf = (
  rules: Rules,
  payments: ReadonlyMap<string, Payment>,
): Either<PayoutFault, readonly Parts[]> => {
  const history = { rules, counters: new Map<string, Entry[]>(), sums: new Map<string, bigint>() }
  const all: Parts[] = []
  for (const [id, payment] of [...payments].sort(byDate)) {
    const parts = enterPayment(history, id, payment, undefined)
    if (isLeft(parts)) return parts
    if (parts.right !== undefined) all.push({ id, payment, ...parts.right })
  }
  return right(all)
}

/** Divides a payment to a payee among its members.
 * @returns Left NoMembers when no register stands at the date */
export const divide = (
  { sums }: MutableHistory,
  { party, members }: Payee,
  at: CivilDate,
  gross: bigint,
): Either<PayoutFault, Division> => {
  const index = members.findLastIndex(({ from }) => from === undefined || from <= at)
  const found = members[index]
  const cuts = found && cutsOf(found.persons.map(({ weight }) => weight))
  if (found === undefined || cuts === undefined || isLeft(cuts)) {
    return left({ _tag: 'NoMembers', party, at })
  }
  const key = JSON.stringify([party, index])
  const from = sums.get(key) ?? 0n
  const to = from + gross
  sums.set(key, to)
  const [before, after] = [followCuts(cuts.right)(from), followCuts(cuts.right)(to)]
  const parts = after.map((part, person) => part - (before[person] ?? 0n))
  return right({ members: found, cuts: cuts.right, from, to, parts })
}

/** Withholds from each member's part, and enters it into the counters.
 * @returns Left NotInForce when a regime does not stand at the date */
export const withholdParts = (
  { rules, counters }: MutableHistory,
  payee: Payee,
  { members, parts }: Division,
  paid: Pick<Entry, 'id' | 'at'>,
  recorded?: Payment,
): Either<PayoutFault, readonly (Withheld | undefined)[]> => {
  const vat = vatRateAt(rules, payee, paid.at)
  if (isLeft(vat)) return vat
  const withheld: (Withheld | undefined)[] = []
  for (const [index, { person, withhold }] of members.persons.entries()) {
    const gross = parts[index] ?? 0n
    if (withhold === undefined) {
      withheld.push(undefined)
      continue
    }
    const named = payee.pooled ? withhold : { ...withhold, ...namesOf(recorded) }
    const key = counterKey(recorded?.payer ?? rules.payer, person, named)
    const entries = counters.get(key) ?? []
    const done = withholdFrom(rules.regimes)(person, withhold, entries, {
      ...paid,
      gross,
      vat: vat.right,
    })
    if (isLeft(done)) return done
    const taken = payee.pooled ? undefined : recorded?.withheld
    const { now } = done.right
    counters.set(key, [...entries, taken === undefined ? now : { ...now, withheld: taken }])
    withheld.push(done.right)
  }
  return right(withheld)
}

/** The rate of the tax that is part of a payee's price; 0 without one.
 * @returns Left NotInForce when it does not stand at the date */
export const vatRateAt = (
  { regimes }: Rules,
  { vat }: Payee,
  at: CivilDate,
): Either<PayoutFault, Ratio> => {
  if (vat === undefined) return right(zero)
  const rate = regimeAt(regimes)(vat, at)?.vatRate
  const periods = periodsOf(regimes.filter(({ id }) => id === vat))
  return rate === undefined ? left({ _tag: 'NotInForce', rule: vat, at, periods }) : right(rate)
}

/** Enters a payment; only its year's counters matter to a payout of some year. */
const enterPayment = (
  history: MutableHistory,
  id: string,
  payment: Payment,
  year: string | undefined,
): Either<PayoutFault, Pick<Parts, 'division' | 'withheld'> | undefined> => {
  const { party, at, gross, withheld, item, project = '' } = payment
  const payee = history.rules.payees.get(party)
  if (payee === undefined) {
    if (item === undefined) return right(undefined)
    const key = counterKey(payment.payer ?? history.rules.payer, party, { item, project })
    const entries = history.counters.get(key) ?? []
    history.counters.set(key, [...entries, { id, at, gross, vat: zero, withheld }])
    return right(undefined)
  }
  const division = divide(history, payee, at, gross)
  if (isLeft(division)) return division
  if (year !== undefined && spanOf('year', at) !== year) return right(undefined)
  const taken = withholdParts(history, payee, division.right, { id, at }, payment)
  return isLeft(taken) ? taken : right({ division: division.right, withheld: taken.right })
}

const namesOf = (recorded: Payment | undefined) => ({
  ...(recorded?.item === undefined ? {} : { item: recorded.item }),
  ...(recorded?.project === undefined ? {} : { project: recorded.project }),
})

const byDate = (
  [a, { at: left }]: readonly [string, Payment],
  [b, { at: right }]: readonly [string, Payment],
): number =>
  left < right ? -1
  : left > right ? 1
  : a < b ? -1
  : 1
