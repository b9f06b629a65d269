/** Working out whom to pay what: balances, members' parts, tax, price tax, conversion.
 *
 *  balance = earned − paid − held; below the threshold nothing is paid; else the whole multiples
 *  of the unit are. Drafts hold all that decides an instruction, so that it can be explained. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { CivilDate } from '../core/date.js'
import type { Ratio } from '../core/ratio.js'
import { cutsOf, followCuts, type Cuts } from '../split/share.js'
import { convert, rateAt, type ExchangeRate } from './currency.js'
import type { PayoutFault } from './fault.js'
import {
  divide,
  historyOf,
  vatRateAt,
  withholdParts,
  type Division,
  type MutableHistory,
} from './history.js'
import type { Payee, Rules } from './payee.js'
import { earnedBy, noPayments, partiesIn, type Books } from './books.js'
import { splitVat } from './vat.js'
import type { Withheld } from './withhold.js'

/** Where a party stands before a payout. Minor units. */
export interface Standing {
  readonly party: string
  readonly earned: bigint
  readonly paidGross: bigint
  readonly paidTax: bigint
  readonly held: bigint
  readonly balance: bigint
}

/** What an instruction is made of. */
export interface Draft {
  readonly id: string
  readonly payee: Payee
  readonly standing: Standing
  readonly gross: bigint
  readonly division: Division
  /** One a member; undefined where nothing is to be withheld. */
  readonly withheld: readonly (Withheld | undefined)[]
  readonly tax: bigint
  readonly net: bigint
  readonly vat?: VatSplit
  readonly conversion?: Conversion
}

/** The tax that is part of a price: net = half-up(gross ÷ (1 + rate)), tax = gross − net. */
interface VatSplit {
  readonly regime: string
  readonly rate: Ratio
  readonly net: bigint
  readonly tax: bigint
}

/** One conversion of all nets that are paid in a currency, and one payee's part of it. */
export interface Conversion {
  readonly rate: ExchangeRate
  readonly nets: readonly (readonly [id: string, net: bigint])[]
  readonly whole: bigint
  readonly cuts: Cuts
  readonly index: number
  readonly amount: bigint
}

/** Drafts of all payees who are to be paid now, and where every party stands. */
export interface Drafted {
  readonly standings: readonly Standing[]
  readonly drafts: readonly Draft[]
}

/** Works out the drafts of a payout.
 * @returns Left RulesCurrency, Backdated, NoMembers or NotInForce */
export const draftPayout =
  (rules: Rules) =>
  (at: CivilDate) =>
  (books: Books): Either<PayoutFault, Drafted> => {
    const { payments = noPayments, elsewhere = noPayments } = books
    if (books.currency !== rules.currency.code) {
      const wanted = rules.currency.code
      return left({ _tag: 'RulesCurrency', currency: books.currency, wanted })
    }
    for (const { at: last } of payments.values()) {
      if (last > at) return left({ _tag: 'Backdated', at, last })
    }
    const history = historyOf(rules, at, payments, elsewhere)
    if (isLeft(history)) return history
    const standings = standingsOf(rules, books)
    const drafts: Draft[] = []
    for (const payee of rules.payees.values()) {
      const standing = standings.get(payee.party)
      const id = paymentId(books.agreement, payee.party, at)
      if (standing === undefined || payments.has(id)) continue
      const gross = payableOf(payee, standing.balance)
      if (gross === 0n) continue
      const draft = draftOf(history.right, payee, standing, gross, { id, at })
      if (isLeft(draft)) return draft
      drafts.push(draft.right)
    }
    const converted = convertAll(rules, at, drafts)
    return isLeft(converted) ? converted : (
        right({ standings: [...standings.values()], drafts: converted.right })
      )
  }

/** The id of a payment: the same agreement, party and day give the same id.
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { paymentId } from 'data-dividend/payout'
 * paymentId('pair', 'a', orThrow(parseDate('2026-07-31'))) // => 'pay:pair:a:2026-07-31' */
export const paymentId = (agreement: string, party: string, at: CivilDate): string =>
  `pay:${agreement}:${party}:${at}`

const standingsOf = (
  rules: Rules,
  { totals, payments = noPayments }: Books,
): ReadonlyMap<string, Standing> => {
  const [gross, tax] = [new Map<string, bigint>(), new Map<string, bigint>()]
  for (const { party, gross: paid, withheld } of payments.values()) {
    gross.set(party, (gross.get(party) ?? 0n) + paid)
    tax.set(party, (tax.get(party) ?? 0n) + withheld)
  }
  const names = [...rules.payees.keys(), ...partiesIn(totals), ...gross.keys()]
  return new Map(
    [...new Set(names)].map((party) => {
      const paidGross = gross.get(party) ?? 0n
      const { earned, held } = earnedBy(totals)(party)
      const balance = earned - paidGross - held
      const paidTax = tax.get(party) ?? 0n
      return [party, { party, earned, paidGross, paidTax, held, balance }]
    }),
  )
}

const payableOf = ({ threshold, unit }: Payee, balance: bigint): bigint =>
  balance <= 0n || balance < threshold ? 0n : balance - (balance % unit)

const draftOf = (
  history: MutableHistory,
  payee: Payee,
  standing: Standing,
  gross: bigint,
  paid: { readonly id: string; readonly at: CivilDate },
): Either<PayoutFault, Draft> => {
  const division = divide(history, payee, paid.at, gross)
  if (isLeft(division)) return division
  const withheld = withholdParts(history, payee, division.right, paid)
  if (isLeft(withheld)) return withheld
  const rate = vatRateAt(history.rules, payee, paid.at)
  if (isLeft(rate)) return rate
  const tax = withheld.right.reduce((sum, one) => sum + (one?.now.withheld ?? 0n), 0n)
  const { vat } = payee
  return right({
    id: paid.id,
    payee,
    standing,
    gross,
    division: division.right,
    withheld: withheld.right,
    tax,
    net: gross - tax,
    ...(vat === undefined ?
      {}
    : { vat: { regime: vat, rate: rate.right, ...splitVat(rate.right)(gross) } }),
  })
}

/** Per currency: the sum of the nets is converted once, then split by the nets. */
const convertAll = (
  rules: Rules,
  at: CivilDate,
  drafts: readonly Draft[],
): Either<PayoutFault, readonly Draft[]> => {
  const own = rules.currency.code
  const groups = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const { code } = draft.payee.currency
    if (code !== own) groups.set(code, [...(groups.get(code) ?? []), draft])
  }
  const conversions = new Map<string, Conversion>()
  for (const [code, group] of groups) {
    const rate = rateAt(rules.rates)(own, code, at)
    if (isLeft(rate)) return rate
    const nets = group.map(({ id, net }) => [id, net] as const)
    const cuts = cutsOf(nets.map(([, net]) => net))
    // Nets that are all 0 leave nothing to convert.
    if (isLeft(cuts)) continue
    const whole = convert(rate.right)(own)(nets.reduce((sum, [, net]) => sum + net, 0n))
    const parts = followCuts(cuts.right)(whole)
    for (const [index, [id]] of nets.entries()) {
      const amount = parts[index] ?? 0n
      conversions.set(id, { rate: rate.right, nets, whole, cuts: cuts.right, index, amount })
    }
  }
  return right(
    drafts.map((draft) => {
      const conversion = conversions.get(draft.id)
      return conversion === undefined ? draft : { ...draft, conversion }
    }),
  )
}
