/** What is withheld from a person now: the tax on all that the counter holds, less what was taken.
 *
 *  The counter is (payer, person, item, project) within the month, or the year so far:
 *    income = Σ gross ÷ (1 + vat)      withheld = min(gross, max(0, tax(income) − withheld before))
 *  Continuous income of one item within a month is one time, so that many small payments owe what
 *  one large one owes. Source: Implementing Regulations of the Individual Income Tax Law, 14. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { CivilDate } from '../core/date.js'
import { addRatio, divRatio, one, ratio, zero, type Ratio } from '../core/ratio.js'
import { periodsOf } from './currency.js'
import type { PayoutFault } from './fault.js'
import type { Withhold } from './payee.js'
import { regimeAt, type ItemTerms, type Regime } from './regime.js'
import { taxOn, type Particulars, type Tax } from './tax.js'

/** One payment's part in a counter. Minor units. */
export interface Entry {
  readonly id: string
  readonly at: CivilDate
  readonly gross: bigint
  readonly vat: Ratio
  readonly withheld: bigint
}

/** What is withheld from one person, with all that decides it. */
export interface Withheld {
  readonly person: string
  readonly withhold: Withhold
  readonly regime: Regime
  readonly terms: ItemTerms
  readonly particulars: Particulars
  /** Of the same counter and span, before now. */
  readonly entries: readonly Entry[]
  readonly now: Entry
  readonly tax: Tax
  readonly before: bigint
}

/** The counter's key. */
export const counterKey = (
  payer: string,
  person: string,
  { item, project }: Pick<Withhold, 'item' | 'project'>,
): string => JSON.stringify([payer, person, item, project])

/** Withholds from a payment.
 * @param entries of the counter, of any date
 * @returns Left NotInForce when the regime does not stand at the date */
export const withholdFrom =
  (regimes: readonly Regime[]) =>
  (
    person: string,
    withhold: Withhold,
    entries: readonly Entry[],
    paid: Omit<Entry, 'withheld'>,
  ): Either<PayoutFault, Withheld> => {
    const regime = regimeAt(regimes)(withhold.regime, paid.at)
    const terms = regime?.withhold?.items[withhold.item]
    if (regime?.withhold === undefined || terms === undefined) {
      const periods = periodsOf(regimes.filter(({ id }) => id === withhold.regime))
      return left({ _tag: 'NotInForce', rule: withhold.regime, at: paid.at, periods })
    }
    const { span } = regime.withhold
    const same = entries.filter(({ at }) => spanOf(span, at) === spanOf(span, paid.at))
    const particulars = particularsOf(withhold, paid.at)
    const tax = taxOn(terms, particulars)(incomeOf([...same, paid]))
    const before = same.reduce((sum, { withheld }) => sum + withheld, 0n)
    const owed = tax.due > before ? tax.due - before : 0n
    const withheld = owed < paid.gross ? owed : paid.gross
    return right({
      person,
      withhold,
      regime,
      terms,
      particulars,
      entries: same,
      now: { ...paid, withheld },
      tax,
      before,
    })
  }

/** The income of entries, without the tax that is part of the price. */
export const incomeOf = (entries: readonly Pick<Entry, 'gross' | 'vat'>[]): Ratio =>
  entries.reduce(
    (sum, { gross, vat }) => addRatio(sum, divRatio(ratio(gross), addRatio(one, vat))),
    zero,
  )

/** `2026-07` or `2026`. */
export const spanOf = (span: 'month' | 'year', at: CivilDate): string =>
  at.slice(0, span === 'month' ? 7 : 4)

const particularsOf = ({ since, treaty, allowances }: Withhold, at: CivilDate): Particulars => ({
  allowances,
  ...(treaty === undefined ? {} : { treaty }),
  ...(since === undefined ? {} : { months: monthsSince(since, at) }),
})

/** Months of the year from the first one with income on, this one included. */
const monthsSince = (since: CivilDate, at: CivilDate): number => {
  const month = (date: string) => Number(date.slice(5, 7))
  const first = since.slice(0, 4) === at.slice(0, 4) ? month(since) : 1
  return since > at ? 0 : month(at) - first + 1
}
