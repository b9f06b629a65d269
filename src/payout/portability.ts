/** Portability: a person's own extract of a statement, to obtain, copy and take along.
 *
 *  Only the lines, payments and parts of the one who asks; nobody else's figure is in it.
 *  Source: Network Data Security Management Regulations, 25; Data Twenty Articles, 7 */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { CivilDate } from '../core/date.js'
import type { NotInStatement } from '../settlement/explain.js'
import { totalsBy } from '../settlement/statement.js'
import { accountHolder } from '../settlement/place.js'
import type { Line, Payment } from '../settlement/state.js'
import type { PayoutFault } from './fault.js'
import { partsOf } from './history.js'
import { earnedBy, noPayments, partiesIn, type Books } from './books.js'
import { readRules } from './read.js'
import type { PayoutRules } from './rules.js'

/** One party's extract. Amounts are minor units. 本人结算摘录 */
export interface Extract {
  readonly agreement: string
  readonly currency: string
  readonly party: string
  readonly lines: readonly Line[]
  readonly byPeriod: ReadonlyMap<string, bigint>
  readonly byClause: ReadonlyMap<string, bigint>
  readonly payments: ReadonlyMap<string, Payment>
  readonly earned: bigint
  readonly paid: bigint
  readonly withheld: bigint
  readonly held: bigint
  readonly carried: bigint
}

/** What one party may take along.
 * @returns Left NotInStatement when the party is in no line, total or payment
 * laws: earned = paid + withheld + held + carried
 * @example
 * import { map } from 'fp-ts/lib/Either.js'
 * import { extractOf, type Extract } from 'data-dividend/payout'
 * const books = { agreement: 'pair', currency: 'CNY', totals: new Map([['a', 67n], ['b', 33n]]) }
 * const extract = extractOf('b')({ ...books, lines: [] })
 * map(({ carried }: Extract) => carried)(extract) // => right(33n) */
export const extractOf =
  (party: string) =>
  (books: Books & { readonly lines: readonly Line[] }): Either<NotInStatement, Extract> => {
    const { agreement, currency, totals } = books
    const lines = books.lines.filter((line) => accountHolder(line.party) === party)
    const payments = new Map(
      [...(books.payments ?? noPayments)].filter(([, payment]) => payment.party === party),
    )
    if (lines.length === 0 && payments.size === 0 && !partiesIn(totals).includes(party)) {
      return left({ _tag: 'NotInStatement', name: party })
    }
    const sum = (of: (payment: Payment) => bigint) =>
      [...payments.values()].reduce((total, payment) => total + of(payment), 0n)
    const [gross, withheld] = [sum((one) => one.gross), sum((one) => one.withheld)]
    const { earned, held } = earnedBy(totals)(party)
    return right({
      agreement,
      currency,
      party,
      lines,
      byPeriod: totalsBy('period')({})(lines),
      byClause: totalsBy('clause')({})(lines),
      payments,
      earned,
      paid: gross - withheld,
      withheld,
      held,
      carried: earned - gross - held,
    })
  }

/** A member's part of one payment to a pooled payee. Minor units. */
export interface MemberPart {
  readonly id: string
  readonly at: CivilDate
  readonly party: string
  readonly gross: bigint
  readonly withheld: bigint
}

/** What a member of pooled payees may take along: its part of each payment.
 * @param rules name the members
 * @returns Left NotInStatement when no payment has a part of the person; else a fault of the rules
 * laws: the parts of all members sum to the payment
 * @example
 * import { memberExtract } from 'data-dividend/payout'
 * const rules = { rules: 'r', currency: 'CNY', payer: 'x', payees: {} }
 * const books = { agreement: 'pair', currency: 'CNY', totals: new Map<string, bigint>() }
 * memberExtract(rules)('p1')(books) // => left({ _tag: 'NotInStatement', name: 'p1' }) */
export const memberExtract =
  (rules: PayoutRules) =>
  (person: string) =>
  (books: Books): Either<PayoutFault | NotInStatement, readonly MemberPart[]> => {
    const read = readRules(rules)
    if (isLeft(read)) return read
    const all = partsOf(read.right, books.payments ?? noPayments)
    if (isLeft(all)) return all
    const parts = all.right.flatMap(({ id, payment, division, withheld }) => {
      const index = division.members.persons.findIndex((one) => one.person === person)
      const gross = division.parts[index]
      const { at, party } = payment
      const taken = withheld[index]?.now.withheld ?? 0n
      return gross === undefined ? [] : [{ id, at, party, gross, withheld: taken }]
    })
    return parts.length === 0 ? left({ _tag: 'NotInStatement', name: person }) : right(parts)
  }
