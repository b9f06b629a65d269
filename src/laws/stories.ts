/** Random stories: sales, refunds, dividends and advances under an agreement. */
import type fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { currencyOf } from '../core/currency.js'
import type { Agreement, Terms } from '../agreement/clause.js'
import { compile } from '../agreement/compile.js'
import { stepsOf } from '../agreement/names.js'
import type { EventRecord } from '../settlement/event.js'
import { settle } from '../settlement/settle.js'
import { emptyState } from '../settlement/state.js'
import { someAgreement, type AgreementOptions } from './agreements.js'
import { built, builtFrom, oneOf, type Choose } from './choices.js'
import { someWeights, written } from './numbers.js'
import type { Story } from './settlement.js'
import { parties } from './steps.js'

/** What random stories are to be like. */
export interface StoryOptions extends AgreementOptions {
  /** Whether dividends may be declared; default yes. */
  readonly declare?: boolean
  /** Whether some sales are huge; default yes. */
  readonly huge?: boolean
}

/** Random stories of random agreements.
 * @example
 * import { settle } from 'data-dividend'
 * import { conservesEvents, stories } from 'data-dividend/laws'
 * import fc from 'fast-check'
 * fc.check(conservesEvents(stories({ refunds: 'original' }), settle), { numRuns: 20 }).failed
 * // => false */
export const stories = (options: StoryOptions): fc.Arbitrary<Story> =>
  builtFrom((structure, numbers, events) => {
    const agreement = someAgreement(options, structure, numbers)
    return { agreement, events: someEvents(agreement, events, options) }
  })

/** Random stories of one's own agreement, which has to compile.
 * @example
 * import { settle } from 'data-dividend'
 * import { nobodyPaysForSales, storiesOf } from 'data-dividend/laws'
 * import fc from 'fast-check'
 * const mine = {
 *   agreement: 'pair', currency: 'CNY',
 *   flow: [{ commission: { id: 'fee', to: 'agent', rate: '10%', cap: '30.00' } },
 *     { share: { id: 'all', of: { a: 2, b: 1 } } }],
 * }
 * fc.check(nobodyPaysForSales(storiesOf(mine), settle), { numRuns: 20 }).failed // => false */
export const storiesOf = (
  agreement: Agreement,
  options: Pick<StoryOptions, 'declare' | 'huge'> = {},
): fc.Arbitrary<Story> =>
  built((choose) => ({ agreement, events: someEvents(agreement, choose, options) }))

interface Sold {
  readonly id: string
  readonly at: string
  readonly left: bigint
}

const someEvents = (
  agreement: Agreement,
  choose: Choose,
  { declare = true, huge = true }: Pick<StoryOptions, 'declare' | 'huge'>,
): readonly EventRecord[] => {
  const code = currencyOf(agreement.currency)
  const money = written(isLeft(code) ? { code: agreement.currency, digits: 2 } : code.right)
  const advances = advancesOf(agreement)
  const changes = (agreement.amendments ?? []).map(({ from }) => from)
  const days = [...new Set([...usualDays, ...changes])].sort()
  let today = 0
  const [events, sold]: [EventRecord[], Sold[]] = [[], []]
  const kinds = [
    'refund',
    'sale',
    'refund',
    ...(declare && agreement.pools !== undefined ? ['declare'] : []),
    ...(advances.length > 0 ? ['transfer'] : []),
  ]
  for (let number = 1 + choose(12); number > 0; number -= 1) {
    const kind = oneOf(choose)('sale', ...kinds)
    today = Math.min(today + choose(3), days.length - 1)
    const late = choose(6) === 5
    const at = days[late ? choose(days.length) : today] ?? '2026-01-05'
    const id = `e${events.length + 1}`
    const place = choose(sold.length + 1)
    const sale = kind === 'refund' ? sold[place] : undefined
    if (sale !== undefined) {
      const amount = oneOf(choose)(sale.left, sale.left, (sale.left * BigInt(choose(100))) / 100n)
      sold[place] = { ...sale, left: sale.left - amount }
      const day = at > sale.at ? at : sale.at
      events.push({ id, at: day, kind: 'refund', of: sale.id, amount: money(amount) })
    } else if (kind === 'declare') {
      const of = oneOf(choose)('pool', ...Object.keys(agreement.pools ?? {}))
      const own = choose(2) === 1 ? { units: someWeights(choose, parties.slice(0, 3)) } : {}
      const amount = choose(3) === 2 ? { amount: money(1n) } : {}
      events.push({ id, at, kind: 'declare', of, ...amount, ...own })
    } else if (kind === 'transfer') {
      const amount = choose(2) === 1 ? { amount: money(BigInt(choose(500))) } : {}
      events.push({ id, at, kind: 'transfer', of: oneOf(choose)('', ...advances), ...amount })
    } else {
      const left = soldAmount(choose, huge)
      sold.push({ id, at, left })
      events.push({ id, at, kind: 'sale', amount: money(left), ...someAttributes(choose) })
    }
  }
  return withoutRefused(agreement, events)
}

/** Days around ends of months, quarters and years. */
const usualDays = [
  '2025-12-31',
  '2026-01-05',
  '2026-01-20',
  '2026-01-31',
  '2026-02-01',
  '2026-03-31',
  '2026-04-02T23:30:00Z',
]

const soldAmount = (choose: Choose, huge: boolean): bigint =>
  oneOf(choose)(
    BigInt(choose(6)),
    BigInt(choose(100)),
    BigInt(choose(5000)),
    BigInt(choose(5000)),
    1n,
    0n,
    ...(huge ? [10n ** 18n + BigInt(choose(5000))] : []),
  )

const someAttributes = (choose: Choose): Readonly<Record<string, string>> => ({
  ...oneOf(choose)<Readonly<Record<string, string>>>(
    {},
    { use: 'study' },
    { use: 'trade' },
    { use: 'other' },
  ),
  ...oneOf(choose)<Readonly<Record<string, string>>>({}, { calls: String(choose(20)) }),
})

/** Ids of all advances, whatever their version. */
const advancesOf = (agreement: Agreement): readonly string[] => [
  ...new Set(
    [agreement as Terms, ...(agreement.amendments ?? [])]
      .flatMap((terms) => stepsOf(terms, []))
      .filter(({ kind }) => kind === 'advance')
      .map(({ body }) => String(body.id)),
  ),
]

/** A dividend is refused when its pool holds too little or names nobody, an advance when it is
 * paid already or not in force: whether it is, only settling tells. */
const withoutRefused = (
  agreement: Agreement,
  events: readonly EventRecord[],
): readonly EventRecord[] => {
  const seldom = (event: EventRecord) => event.kind === 'declare' || event.kind === 'transfer'
  if (!events.some(seldom)) return events
  const program = compile(agreement)
  if (isLeft(program)) return events
  const settleFrom = settle(program.right)
  let state = emptyState(agreement)
  return events.filter((event) => {
    const done = settleFrom(state)([event])
    if (isLeft(done)) return !seldom(event)
    state = done.right.state
    return true
  })
}
