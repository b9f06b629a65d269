/** Statements: the same lines summed by party, link, kind of party, period or clause. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { divRatio, ratio, type Ratio } from '../core/ratio.js'
import type { Party } from '../chain/party.js'
import type { WeightFault } from '../split/share.js'
import { reduceWeights } from '../split/share.js'
import type { Agreement } from '../agreement/clause.js'
import type { Line } from './state.js'

/** What a statement can be summed by. 汇总口径 */
export type Grouping = 'party' | 'link' | 'kind' | 'period' | 'clause' | 'event'

/** Sums lines by a grouping, in minor units. Lines of parties without the particular (and of
 * pools, which are no parties) stand under `none`; the period is that of the event.
 *
 * laws: the sums add up to the sum of the lines
 * @example
 * import { totalsBy } from 'data-dividend/settlement'
 * totalsBy('party')({})([]).size // => 0 */
export const totalsBy =
  (grouping: Grouping) =>
  (agreement: Pick<Agreement, 'parties'>) =>
  (lines: readonly Line[]): ReadonlyMap<string, bigint> => {
    const sums = new Map<string, bigint>()
    for (const line of lines) {
      const key = keyOf(grouping, agreement.parties ?? {}, line)
      sums.set(key, (sums.get(key) ?? 0n) + line.amount)
    }
    return sums
  }

/** What the groups took of one sale. 单笔拆分 */
export interface SaleParts {
  readonly event: string
  /** Minor units. */
  readonly amount: bigint
  readonly parts: ReadonlyMap<string, bigint>
  /** Part of the sale's amount; absent for a sale of 0. */
  readonly shares?: ReadonlyMap<string, Ratio>
}

/** The share of each sale that went to each link, kind of party or other group: what venues and
 * services took of it is the share of `circulation`.
 *
 *  share = Σ lines of the group / Σ lines of the sale
 * laws: the parts add up to the sale, the shares to 1
 * @example
 * import { compile, emptyState, orThrow, settle } from 'data-dividend'
 * import { partsOfSales } from 'data-dividend/settlement'
 * const pair = {
 *   agreement: 'pair', currency: 'CNY', parties: { seller: {}, venue: { link: 'circulation' } },
 *   flow: [{ share: { id: 'all', of: { seller: 9, venue: 1 } } }],
 * } as const
 * const sale = { id: 's1', at: '2026-01-05', kind: 'sale', amount: '1.00' }
 * const { lines } = orThrow(settle(orThrow(compile(pair)))(emptyState(pair))([sale]))
 * const [first] = partsOfSales('link')(pair)(lines)
 * first?.shares?.get('circulation') // => { num: 1n, den: 10n } */
export const partsOfSales =
  (grouping: Grouping) =>
  (agreement: Pick<Agreement, 'parties'>) =>
  (lines: readonly Line[]): readonly SaleParts[] => {
    const sales = new Map<string, Line[]>()
    for (const line of lines) {
      if (line.of === undefined) sales.set(line.event, [...(sales.get(line.event) ?? []), line])
    }
    return [...sales].map(([event, own]) => {
      const parts = totalsBy(grouping)(agreement)(own)
      const amount = own.reduce((sum, line) => sum + line.amount, 0n)
      const shares = [...parts].map(([key, part]) => [key, ratio(part, amount)] as const)
      return { event, amount, parts, ...(amount === 0n ? {} : { shares: new Map(shares) }) }
    })
  }

/** What a party was paid for what it contributed. 报酬与贡献之比 */
export interface Remuneration {
  readonly party: string
  readonly amount: bigint
  /** Part of the contributions of all, and part of the money of all of them. */
  readonly contribution: Ratio
  readonly share: Ratio
  /** share ÷ contribution: 1 is paid as contributed. Absent for a contribution of 0. */
  readonly ratio?: Ratio
}

/** Remuneration over contribution (article 12: by the market, according to contribution).
 *
 *  ratio = (amount / Σ amounts) / (contribution / Σ contributions)
 * @param contributions whole numbers, such as the weights of a share that pays by contribution
 * @returns Left NegativeWeight or WeightsSumToZero; where the parties were paid nothing in all,
 *   every share is 0
 * @example
 * import { orThrow } from 'data-dividend'
 * import { remuneration } from 'data-dividend/settlement'
 * orThrow(remuneration({ a: 1n, b: 1n })(new Map([['a', 75n], ['b', 25n]])))
 *   .map(({ party, ratio }) => [party, ratio])
 * // => [['a', { num: 3n, den: 2n }], ['b', { num: 1n, den: 2n }]] */
export const remuneration =
  (contributions: Readonly<Record<string, bigint>>) =>
  (totals: ReadonlyMap<string, bigint>): Either<WeightFault, readonly Remuneration[]> => {
    const names = Object.keys(contributions)
    const paid = names.reduce((sum, name) => sum + (totals.get(name) ?? 0n), 0n)
    const weights = reduceWeights(Object.values(contributions))
    if (isLeft(weights)) return weights
    const whole = weights.right.reduce((sum, weight) => sum + weight, 0n)
    return right(
      names.map((party, index): Remuneration => {
        const amount = totals.get(party) ?? 0n
        const contribution = ratio(weights.right[index] ?? 0n, whole)
        const share = paid === 0n ? ratio(0n) : ratio(amount, paid)
        return {
          party,
          amount,
          contribution,
          share,
          ...(contribution.num === 0n ? {} : { ratio: divRatio(share, contribution) }),
        }
      }),
    )
  }

const keyOf = (
  grouping: Grouping,
  parties: Readonly<Record<string, Party>>,
  line: Line,
): string => {
  switch (grouping) {
    case 'party':
      return line.party
    case 'period':
      return line.period
    case 'clause':
      return line.path
    case 'event':
      return line.event
    case 'link':
    case 'kind':
      return (Object.hasOwn(parties, line.party) && parties[line.party]?.[grouping]) || 'none'
  }
}
