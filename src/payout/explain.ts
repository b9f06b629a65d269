/** Explaining a payout: each instruction down to what was earned, line by line, and each tax down
 *  to the payments that its counter holds. `redo(exact)` recomputes every tree. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { CivilDate } from '../core/date.js'
import type { Explained, Reference } from '../core/explained.js'
import { formatAmount } from '../core/money.js'
import { formatPercent, formatRatio } from '../core/ratio.js'
import { accountHolder, holdAccount } from '../settlement/place.js'
import type { Line } from '../settlement/state.js'
import { draftPayout, type Conversion, type Draft } from './draft.js'
import { explainPart } from '../split/explain-cuts.js'
import { explainWithheld } from './explain-withheld.js'
import type { PayoutFault } from './fault.js'
import { personCuts, personsOf } from './members.js'
import type { Rules } from './payee.js'
import type { Books } from './books.js'
import { readRules } from './read.js'
import type { PayoutRules } from './rules.js'

/** Which figure of an instruction: what the bank moves (`amount`, the default), the value added
 * tax in the gross, or a member's part. */
export type PayoutQuestion =
  | { readonly party: string; readonly figure?: 'amount' | 'vat' }
  | { readonly party: string; readonly person: string; readonly figure?: 'net' | 'amount' }

/** There is no such figure in the payout. */
export interface NothingPaid {
  readonly _tag: 'NothingPaid'
  readonly name: string
}

/** Explains one figure of the payout that the same rules, date and books give.
 * @param books with the lines of a statement, the earned figure goes down to its lines
 * @returns Left NothingPaid when nothing is paid to the party or person; else as `payout`
 * laws: `redo(exact)` gives the value of every tree; the value is the instruction's
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { explainPayout } from 'data-dividend/payout'
 * const rules = {
 *   rules: 'monthly', currency: 'CNY', payer: 'exchange',
 *   payees: { author: { kind: 'individual', account: '1',
 *     withhold: { regime: 'cn.iit.withhold', item: 'royalty' } } },
 * } as const
 * const books = { agreement: 'songs', currency: 'CNY', totals: new Map([['author', 300000n]]) }
 * const date = orThrow(parseDate('2026-07-31'))
 * orThrow(explainPayout(rules)(date)(books)({ party: 'author' })).value // => '2560.00' */
export const explainPayout =
  (rules: PayoutRules) =>
  (date: CivilDate) =>
  (books: Books & { readonly lines?: readonly Line[] }) =>
  (question: PayoutQuestion): Either<PayoutFault | NothingPaid, Explained> => {
    const read = readRules(rules)
    if (isLeft(read)) return read
    const drafted = draftPayout(read.right)(date)(books)
    if (isLeft(drafted)) return drafted
    const draft = drafted.right.drafts.find(({ payee }) => payee.party === question.party)
    if (draft === undefined) return left({ _tag: 'NothingPaid', name: question.party })
    const asked = { rules: read.right, books, draft }
    const tree =
      'person' in question ? explainPerson(asked, question.person, question.figure ?? 'net')
      : question.figure === 'vat' ? explainVat(asked)
      : explainAmount(asked)
    const name = 'person' in question ? question.person : question.party
    return tree === undefined ? left({ _tag: 'NothingPaid', name }) : right(tree)
  }

interface Asked {
  readonly rules: Rules
  readonly books: Books & { readonly lines?: readonly Line[] }
  readonly draft: Draft
}

/** What the bank moves: the net, or its part of the one conversion. */
const explainAmount = (asked: Asked): Explained => {
  const { conversion, id } = asked.draft
  return conversion === undefined ?
      explainNet(asked, id, '')
    : explainPart({
        cuts: conversion.cuts,
        total: conversion.whole,
        places: asked.draft.payee.currency.digits,
        whole: (label, path) => explainWhole(asked, conversion, label, path),
      })(conversion.index, id, '')
}

const explainWhole = (
  asked: Asked,
  { rate, nets, whole, index }: Conversion,
  label: string,
  path: string,
): Explained => {
  const { currency } = asked.draft.payee
  const own = asked.rules.currency
  const money = formatAmount(own)
  const operator = rate.base.code === own.code ? '×' : '÷'
  const at = path === '' ? 'nets' : `${path}/nets`
  return {
    label,
    value: formatAmount(currency)(whole),
    unit: currency.code,
    formula: `halfUp(nets ${operator} rate, ${String(currency.digits)})`,
    inputs: [
      {
        label: 'nets',
        value: money(nets.reduce((sum, [, net]) => sum + net, 0n)),
        unit: own.code,
        formula: 'Σ net',
        inputs: nets.map(([id, net], position) => {
          const name = `net.${String(position + 1)}`
          return position === index ?
              explainNet(asked, name, `${at}/${name}`)
            : { label: name, value: money(net), source: id }
        }),
      },
      {
        label: 'rate',
        value: formatRatio(rate.rate),
        source: `${rate.base.code}/${rate.quote.code} ${rate.from}, ${rate.time}, ${rate.source}`,
      },
    ],
  }
}

/** net = gross − withheld. */
const explainNet = (asked: Asked, label: string, path: string): Explained => {
  const { rules, draft } = asked
  const { id, at } = { id: draft.id, at: path === '' ? 'gross' : `${path}/gross` }
  return {
    label,
    value: formatAmount(rules.currency)(draft.net),
    unit: rules.currency.code,
    source: id,
    formula: 'gross − withheld',
    inputs: [explainGross(asked), explainTaken(asked, { label: 'gross', ref: at })],
  }
}

/** What is withheld from a party, or from all members together. */
const explainTaken = ({ rules, draft }: Asked, gross: Reference): Explained => {
  const money = formatAmount(rules.currency)
  const [only] = draft.withheld
  if (!draft.payee.pooled) {
    return only === undefined ?
        { label: 'withheld', value: money(0n), source: 'nothing to withhold' }
      : explainWithheld(rules.currency)(only, gross)
  }
  return {
    label: 'withheld',
    value: money(draft.tax),
    formula: 'Σ person',
    inputs: draft.withheld.flatMap((one, index) =>
      one === undefined || one.now.withheld === 0n ?
        []
      : [
          {
            label: `person.${String(index + 1)}`,
            value: money(one.now.withheld),
            source: one.person,
          },
        ],
    ),
  }
}

/** The whole units of earned − paid − held. */
const explainGross = ({ rules, books, draft }: Asked): Explained => {
  const { standing, gross, payee } = draft
  const money = formatAmount(rules.currency)
  const lines = (books.lines ?? []).filter(({ party }) => accountHolder(party) === payee.party)
  const stated = lines.reduce((sum, { amount }) => sum + amount, 0n)
  const earned = { label: 'earned', value: money(standing.earned) }
  const payments = [...(books.payments ?? [])].filter(([, { party }]) => party === payee.party)
  const balance: Explained = {
    label: 'balance',
    value: money(standing.balance),
    formula: 'earned − paid − held',
    inputs: [
      lines.length === 0 ?
        { ...earned, source: `totals of ${books.agreement}` }
      : {
          ...earned,
          formula: 'before + Σ line',
          inputs: [
            { label: 'before', value: money(standing.earned - stated), source: 'state' },
            ...lines.map((line, index) => ({
              label: `line.${String(index + 1)}`,
              value: money(line.amount),
              source: `${line.event} ${line.at} ${line.path} ${line.of ?? ''}`.trimEnd(),
            })),
          ],
        },
      {
        label: 'paid',
        value: money(standing.paidGross),
        formula: 'Σ payment',
        inputs: payments.map(([id, payment], index) => ({
          label: `payment.${String(index + 1)}`,
          value: money(payment.gross),
          source: id,
        })),
      },
      { label: 'held', value: money(standing.held), source: holdAccount(payee.party) },
    ],
  }
  return {
    label: 'gross',
    value: money(gross),
    ...(payee.unit === 1n ?
      { formula: 'balance', inputs: [balance] }
    : {
        formula: 'floor(balance ÷ unit) × unit',
        inputs: [balance, { label: 'unit', value: money(payee.unit) }],
      }),
  }
}

/** vat = gross − price, price = half-up(gross ÷ (1 + rate)). */
const explainVat = (asked: Asked): Explained | undefined => {
  const { vat } = asked.draft
  const { currency } = asked.rules
  const money = formatAmount(currency)
  return (
    vat && {
      label: 'vat',
      value: money(vat.tax),
      unit: currency.code,
      formula: 'gross − price',
      inputs: [
        explainGross(asked),
        {
          label: 'price',
          value: money(vat.net),
          formula: `halfUp(gross ÷ (1 + rate), ${String(currency.digits)})`,
          inputs: [
            { label: 'gross', ref: 'gross' },
            { label: 'rate', value: formatPercent(vat.rate), source: vat.regime },
          ],
        },
      ],
    }
  )
}

/** A member's net, or its part of what the bank moves in another currency. */
const explainPerson = (
  { rules, draft }: Asked,
  person: string,
  figure: 'net' | 'amount',
): Explained | undefined => {
  const { division, withheld, conversion, id, payee } = draft
  const persons = personsOf(draft)
  const index = persons.findIndex((one) => one.person === person)
  const one = persons[index]
  if (one === undefined || !payee.pooled) return undefined
  const cuts = personCuts(draft)
  if (figure === 'amount' && conversion !== undefined && !isLeft(cuts)) {
    const [places, total] = [payee.currency.digits, conversion.amount]
    const value = formatAmount(payee.currency)(total)
    const whole = (label: string) => ({ label, value, unit: payee.currency.code, source: id })
    return explainPart({ cuts: cuts.right, total, places, whole })(index, person, '')
  }
  const { currency } = rules
  const money = formatAmount(currency)
  const since = division.members.from === undefined ? '' : ` since ${division.members.from}`
  const part = (total: bigint, label: string) =>
    explainPart({
      cuts: division.cuts,
      total,
      places: currency.digits,
      whole: (name) => ({
        label: name,
        value: money(total),
        source: `${label} this payment: paid to ${payee.party}${since}`,
      }),
    })(index, label, `gross/${label}`)
  const gross = {
    label: 'gross',
    value: money(one.gross),
    formula: 'with − without',
    inputs: [part(division.to, 'with'), part(division.from, 'without')],
  }
  const taken = withheld[index]
  return {
    label: person,
    value: money(one.net),
    unit: currency.code,
    formula: 'gross − withheld',
    inputs: [
      gross,
      taken === undefined ?
        { label: 'withheld', value: money(0n), source: 'nothing to withhold' }
      : explainWithheld(currency)(taken, { label: 'gross', ref: 'gross' }),
    ],
  }
}
