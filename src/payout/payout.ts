/** From earned to paid: instructions for the bank, and the events that record them.
 *
 *  Each party's balance is what it earned less what it was paid and what is held; a debit is
 *  filled first because the balance is cumulative, and what is below the threshold is carried.
 *  Over any history paid + withheld + carried + held = earned, party by party. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Currency } from '../core/currency.js'
import type { CivilDate } from '../core/date.js'
import { formatAmount } from '../core/money.js'
import { formatRatio, type Ratio } from '../core/ratio.js'
import type { EventRecord } from '../settlement/event.js'
import { draftPayout, type Draft, type Drafted, type Standing } from './draft.js'
import type { PayoutFault, PayoutNote } from './fault.js'
import { personsOf, type PersonPaid } from './members.js'
import { notesOf } from './notes.js'
import type { Rules } from './payee.js'
import type { Books } from './books.js'
import { readRules } from './read.js'
import type { PayoutRules } from './rules.js'

/** What is paid to whom. Amounts are minor units. 付款指令 */
export interface Instruction {
  /** Of agreement, party and day: the bank's file and the event carry it too. */
  readonly id: string
  readonly at: CivilDate
  readonly party: string
  /** In whose name the account stands: the party or its trustee. */
  readonly holder: string
  readonly account: string
  readonly gross: bigint
  readonly withheld: bigint
  readonly net: bigint
  /** What was withheld, by regime and item. */
  readonly taxes: readonly TaxWithheld[]
  /** The part of the gross that is value added tax. */
  readonly vat?: { readonly regime: string; readonly net: bigint; readonly tax: bigint }
  /** What the bank moves: the net, converted where the payee's currency is another. */
  readonly amount: bigint
  readonly currency: Currency
  readonly conversion?: {
    readonly rate: Ratio
    readonly pair: string
    readonly time: string
    readonly source: string
  }
  /** Of a pooled payee: what each member is due. */
  readonly persons?: readonly PersonPaid[]
}

export interface TaxWithheld {
  readonly regime: string
  readonly item: string
  readonly amount: bigint
}

/** Where a party stands after a payout: earned = paid + withheld + held + carried. Minor units. */
export interface Balance {
  readonly party: string
  readonly earned: bigint
  /** Net of tax, this payout included. */
  readonly paid: bigint
  readonly withheld: bigint
  readonly held: bigint
  /** Not yet paid; below zero it is a debit, which later money fills first. */
  readonly carried: bigint
}

/** A payout. 付款 */
export interface Payout {
  readonly instructions: readonly Instruction[]
  /** `pay` events, to be settled on the state. */
  readonly events: readonly EventRecord[]
  readonly balances: readonly Balance[]
  /** What the payer owes the tax authority for this payout, by regime and item. */
  readonly taxes: readonly TaxWithheld[]
  readonly notes: readonly PayoutNote[]
}

/** Pays what is due on a day.
 *
 *  balance = earned − paid − held; gross = the whole units of it, once it reaches the threshold;
 *  net = gross − withheld
 * @param rules read once
 * @param date of the payment; regimes and rates are those in force then
 * @param books what was earned, paid and held; minor units
 * @returns Left with the first fault of the rules; Left RulesCurrency; Left Backdated when a later
 *   payment is known; Left NotInForce when a regime or a rate does not stand at the date; Left
 *   NoMembers when a pooled payee has no register then
 * laws: a payout of a payout is empty; paid + withheld + held + carried = earned for each party;
 *   no instruction is negative; what is withheld within a month does not depend on the number or
 *   order of payments
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { payout } from 'data-dividend/payout'
 * const rules = {
 *   rules: 'monthly', currency: 'CNY', payer: 'exchange', threshold: '100.00',
 *   payees: { a: { kind: 'enterprise', account: '1' }, b: { kind: 'enterprise', account: '2' } },
 * } as const
 * const totals = new Map([['a', 11500n], ['b', 60n]])
 * const books = { agreement: 'pair', currency: 'CNY', totals }
 * const { instructions, balances } =
 *   orThrow(payout(rules)(orThrow(parseDate('2026-07-31')))(books))
 * instructions.map(({ id, net }) => [id, net]) // => [['pay:pair:a:2026-07-31', 11500n]]
 * balances.map(({ party, carried }) => [party, carried]) // => [['a', 0n], ['b', 60n]] */
export const payout = (
  rules: PayoutRules,
): ((date: CivilDate) => (books: Books) => Either<PayoutFault, Payout>) => {
  const read = readRules(rules)
  return (date) => (books) => {
    if (isLeft(read)) return read
    const drafted = draftPayout(read.right)(date)(books)
    if (isLeft(drafted)) return drafted
    const { drafts, standings } = drafted.right
    return right({
      instructions: drafts.map((draft) => instructionOf(date, draft)),
      events: drafts.map((draft) => eventOf(read.right, date, draft)),
      balances: balancesOf(drafted.right),
      taxes: sumTaxes(drafts.flatMap(taxesOf)),
      notes: notesOf(read.right, date, books, standings, drafts),
    })
  }
}

const instructionOf = (at: CivilDate, draft: Draft): Instruction => {
  const { id, payee, gross, tax, net, vat, conversion } = draft
  return {
    id,
    at,
    party: payee.party,
    holder: payee.holder,
    account: payee.account,
    gross,
    withheld: tax,
    net,
    taxes: sumTaxes(taxesOf(draft)),
    ...(vat === undefined ? {} : { vat: { regime: vat.regime, net: vat.net, tax: vat.tax } }),
    amount: conversion?.amount ?? net,
    currency: payee.currency,
    ...(conversion === undefined ?
      {}
    : {
        conversion: {
          rate: conversion.rate.rate,
          pair: `${conversion.rate.base.code}/${conversion.rate.quote.code}`,
          time: conversion.rate.time,
          source: conversion.rate.source,
        },
      }),
    ...(payee.pooled ? { persons: personsOf(draft) } : {}),
  }
}

const taxesOf = ({ withheld }: Draft): readonly TaxWithheld[] =>
  withheld.flatMap((one) =>
    one === undefined ?
      []
    : [{ regime: one.regime.id, item: one.withhold.item, amount: one.now.withheld }],
  )

const sumTaxes = (taxes: readonly TaxWithheld[]): readonly TaxWithheld[] => {
  const sums = new Map<string, TaxWithheld>()
  for (const { regime, item, amount } of taxes) {
    const key = JSON.stringify([regime, item])
    sums.set(key, { regime, item, amount: (sums.get(key)?.amount ?? 0n) + amount })
  }
  return [...sums.values()].filter(({ amount }) => amount > 0n)
}

const eventOf = (
  { currency, payer }: Rules,
  at: CivilDate,
  { id, payee, gross, tax, conversion, division }: Draft,
): EventRecord => {
  const money = formatAmount(currency)
  const [only] = payee.pooled ? [] : division.members.persons
  const { item, project = '' } = only?.withhold ?? {}
  return {
    id,
    at,
    kind: 'pay',
    of: payee.party,
    amount: money(gross),
    withheld: money(tax),
    payer,
    ...(item === undefined ? {} : { item }),
    ...(project === '' ? {} : { project }),
    ...(conversion === undefined ?
      {}
    : {
        paid: `${formatAmount(payee.currency)(conversion.amount)} ${payee.currency.code}`,
        rate: formatRatio(conversion.rate.rate),
        rateSource: `${conversion.rate.time}, ${conversion.rate.source}`,
      }),
  }
}

const balancesOf = ({ standings, drafts }: Drafted): readonly Balance[] => {
  const now = new Map(drafts.map((draft) => [draft.payee.party, draft]))
  return standings.map(({ party, earned, paidGross, paidTax, held, balance }: Standing) => {
    const { gross = 0n, tax = 0n } = now.get(party) ?? {}
    const withheld = paidTax + tax
    return {
      party,
      earned,
      paid: paidGross + gross - withheld,
      withheld,
      held,
      carried: balance - gross,
    }
  })
}
