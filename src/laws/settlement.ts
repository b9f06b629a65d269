/** Laws of settlement: what any way to settle agreements must keep.
 *
 *  Each law takes stories to try and a settler, and gives a property of fast-check:
 *  `fc.assert(conservesEvents(stories({ refunds: 'net' }), settle))`. A story of one's own
 *  agreement is `storiesOf(agreement)`. Source: docs/method/share.md */
import fc from 'fast-check'
import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import { currencyOf } from '../core/currency.js'
import { describeFault, orThrowWith, type Fault } from '../core/error.js'
import { formatAmount, parseAmount } from '../core/money.js'
import { coreWords } from '../core/words.js'
import type { Agreement } from '../agreement/clause.js'
import { compile } from '../agreement/compile.js'
import type { Program } from '../agreement/program.js'
import { agreementWords } from '../agreement/words.js'
import type { EventRecord } from '../settlement/event.js'
import { emptyState, type Line, type State } from '../settlement/state.js'
import { settlementWords } from '../settlement/words.js'
import { splitWords } from '../split/words.js'

/** An agreement and what happens under it. */
export interface Story {
  readonly agreement: Agreement
  readonly events: readonly EventRecord[]
}

/** A way to settle, such as `settle`. */
export type Settler = (program: Program) => (state: State) => (
  events: readonly EventRecord[],
) => Either<
  Fault,
  {
    readonly lines: readonly Line[]
    readonly state: State
  }
>

/** A property over a story and a list of numbers that a law may shuffle or cut by. */
// eslint-disable-next-line functional/type-declaration-immutability -- the type is of fast-check
export type SettlementLaw = fc.IPropertyWithHooks<[Story, readonly number[]]>

/** The lines of a sale sum to its amount, of a refund to less its amount, of others to 0.
 * @example
 * import { settle } from 'data-dividend'
 * import { conservesEvents, stories } from 'data-dividend/laws'
 * import fc from 'fast-check'
 * const law = conservesEvents(stories({ refunds: 'net' }), settle)
 * fc.check(law, { numRuns: 20 }).failed // => false */
export const conservesEvents = (stories: fc.Arbitrary<Story>, settler: Settler): SettlementLaw =>
  law(stories, ({ agreement, events }) => {
    const { lines } = play(settler, agreement, events)
    return events.every((event) => {
      const amount = minorOf(agreement, event)
      const due =
        event.kind === 'sale' ? amount
        : event.kind === 'refund' ? -amount
        : 0n
      return sum(lines.filter((line) => line.event === event.id)) === due
    })
  })

/** No line of a sale is below zero.
 * @example
 * import { settle } from 'data-dividend'
 * import { nobodyPaysForSales, stories } from 'data-dividend/laws'
 * import fc from 'fast-check'
 * fc.check(nobodyPaysForSales(stories({ refunds: 'net' }), settle), { numRuns: 20 }).failed
 * // => false */
export const nobodyPaysForSales = (stories: fc.Arbitrary<Story>, settler: Settler): SettlementLaw =>
  law(stories, ({ agreement, events }) => {
    const sales = new Set(events.filter(({ kind }) => kind === 'sale').map(({ id }) => id))
    const { lines } = play(settler, agreement, events)
    return lines.every(({ event, amount }) => !sales.has(event) || amount > 0n)
  })

/** The order of sales, refunds and advances changes no total; payments of one advance stay in
 * order, since an empty amount pays what is left. For `net` refunds without declared
 * dividends and without carried clauses.
 * @example
 * import { settle } from 'data-dividend'
 * import { ignoresOrder, stories } from 'data-dividend/laws'
 * import fc from 'fast-check'
 * const free = stories({ refunds: 'net', carry: false, declare: false })
 * fc.check(ignoresOrder(free, settle), { numRuns: 20 }).failed // => false */
export const ignoresOrder = (stories: fc.Arbitrary<Story>, settler: Settler): SettlementLaw =>
  law(stories, ({ agreement, events }, numbers) => {
    const place = new Map<string, number>()
    for (const [index, { id, kind, of = '' }] of events.entries()) {
      const after = kind === 'transfer' ? `paid ${of}` : of
      const at = Math.max(numbers[index] ?? 0, place.get(after) ?? 0)
      place.set(id, at)
      if (kind === 'transfer') place.set(after, at)
    }
    const at = ({ id }: EventRecord) => place.get(id) ?? 0
    const shuffled = [...events].sort((a, b) => at(a) - at(b))
    return same(
      play(settler, agreement, events).state.totals,
      play(settler, agreement, shuffled).state.totals,
    )
  })

/** Where a batch ends changes no line and nothing of the state, which may travel between.
 * @param travel what happens to a state between batches, such as being written and read
 * @example
 * import { settle, type State } from 'data-dividend'
 * import { ignoresBatches, stories } from 'data-dividend/laws'
 * import fc from 'fast-check'
 * const copied = (state: State) => structuredClone(state)
 * fc.check(ignoresBatches(copied)(stories({ refunds: 'net' }), settle), { numRuns: 20 }).failed
 * // => false */
export const ignoresBatches =
  (travel: (state: State) => State) =>
  (stories: fc.Arbitrary<Story>, settler: Settler): SettlementLaw =>
    law(stories, ({ agreement, events }, numbers) => {
      const cuts = [...new Set(numbers.map((number) => number % (events.length + 1)))]
      const ends = [...cuts.sort((a, b) => a - b), events.length]
      const lines: Line[] = []
      let [state, start] = [emptyState(agreement), 0]
      for (const end of ends) {
        const done = play(settler, agreement, events.slice(start, end), state)
        lines.push(...done.lines)
        state = travel(done.state)
        start = end
      }
      const whole = play(settler, agreement, events)
      return same(lines, whole.lines) && same(state, whole.state)
    })

/** A refund in parts changes no total.
 * @example
 * import { settle } from 'data-dividend'
 * import { ignoresParts, stories } from 'data-dividend/laws'
 * import fc from 'fast-check'
 * fc.check(ignoresParts(stories({ refunds: 'original' }), settle), { numRuns: 20 }).failed
 * // => false */
export const ignoresParts = (stories: fc.Arbitrary<Story>, settler: Settler): SettlementLaw =>
  law(stories, ({ agreement, events }, numbers) => {
    const parts = events.flatMap((event, index): readonly EventRecord[] => {
      if (event.kind !== 'refund') return [event]
      const amount = minorOf(agreement, event)
      const first = (amount * BigInt((numbers[index] ?? 0) % 101)) / 100n
      return [
        { ...event, amount: majorOf(agreement, first) },
        { ...event, id: `${event.id}.rest`, amount: majorOf(agreement, amount - first) },
      ]
    })
    return same(
      play(settler, agreement, events).state.totals,
      play(settler, agreement, parts).state.totals,
    )
  })

/** An event sent again makes no line and changes nothing.
 * @example
 * import { settle } from 'data-dividend'
 * import { settlesOnce, stories } from 'data-dividend/laws'
 * import fc from 'fast-check'
 * fc.check(settlesOnce(stories({ refunds: 'net' }), settle), { numRuns: 20 }).failed // => false */
export const settlesOnce = (stories: fc.Arbitrary<Story>, settler: Settler): SettlementLaw =>
  law(stories, ({ agreement, events }) => {
    const once = play(settler, agreement, events)
    const twice = play(
      settler,
      agreement,
      events.flatMap((event) => [event, event]),
    )
    const again = play(settler, agreement, events, once.state)
    return (
      same(once, { lines: twice.lines, state: twice.state }) &&
      again.lines.length === 0 &&
      same(once.state, again.state)
    )
  })

/** When every sale is refunded in full, what sales and refunds moved adds up to 0 for each party
 * at each path; under `original` for each sale by itself.
 * @example
 * import { settle } from 'data-dividend'
 * import { refundsUndo, stories } from 'data-dividend/laws'
 * import fc from 'fast-check'
 * fc.check(refundsUndo(stories({ refunds: 'original' }), settle), { numRuns: 20 }).failed
 * // => false */
export const refundsUndo = (stories: fc.Arbitrary<Story>, settler: Settler): SettlementLaw =>
  law(stories, ({ agreement, events }) => {
    const all = [...events, ...refundsOfRest(agreement, events)]
    const moved = new Map<string, bigint>()
    const saleOf = new Map(
      all.flatMap(({ id, kind, of = '' }): readonly (readonly [string, string])[] =>
        kind === 'sale' ? [[id, id]]
        : kind === 'refund' ? [[id, of]]
        : [],
      ),
    )
    for (const { event, party, path, amount } of play(settler, agreement, all).lines) {
      const sale = saleOf.get(event)
      if (sale === undefined) continue
      const key = JSON.stringify([agreement.refunds === 'original' ? sale : '', party, path])
      moved.set(key, (moved.get(key) ?? 0n) + amount)
    }
    return [...moved.values()].every((left) => left === 0n)
  })

/** Two settlers give the same lines.
 * @example
 * import { settle } from 'data-dividend'
 * import { agreesWith, stories } from 'data-dividend/laws'
 * import fc from 'fast-check'
 * fc.check(agreesWith(settle)(stories({ refunds: 'net' }), settle), { numRuns: 5 }).failed
 * // => false */
export const agreesWith =
  (reference: Settler) =>
  (stories: fc.Arbitrary<Story>, settler: Settler): SettlementLaw =>
    law(stories, ({ agreement, events }) =>
      same(play(reference, agreement, events).lines, play(settler, agreement, events).lines),
    )

/** What is left of every sale, refunded on the last day of the story. */
const refundsOfRest = (
  agreement: Agreement,
  events: readonly EventRecord[],
): readonly EventRecord[] => {
  const last = events.reduce((day, { at }) => (at > day ? at : day), '')
  return events.flatMap((sale): readonly EventRecord[] => {
    if (sale.kind !== 'sale') return []
    const refunds = events.filter(({ kind, of }) => kind === 'refund' && of === sale.id)
    const left = refunds.reduce(
      (rest, refund) => rest - minorOf(agreement, refund),
      minorOf(agreement, sale),
    )
    const amount = majorOf(agreement, left)
    return [{ id: `${sale.id}.back`, at: last, kind: 'refund', of: sale.id, amount }]
  })
}

const law = (
  stories: fc.Arbitrary<Story>,
  holds: (story: Story, numbers: readonly number[]) => boolean,
): SettlementLaw => fc.property(stories, fc.array(fc.nat(9999), { maxLength: 20 }), holds)

/** What a settler makes of events. A story that it refuses breaks the law. */
const play = (
  settler: Settler,
  agreement: Agreement,
  events: readonly EventRecord[],
  state: State = emptyState(agreement),
): { readonly lines: readonly Line[]; readonly state: State } => {
  const { lines, state: after } = orRefused(settler(orRefused(compile(agreement)))(state)(events))
  return { lines, state: after }
}

const orRefused = orThrowWith(
  describeFault({ ...coreWords, ...splitWords, ...agreementWords, ...settlementWords })('en'),
)

const currencyIn = (agreement: Agreement) => {
  const currency = currencyOf(agreement.currency)
  return isLeft(currency) ? { code: agreement.currency, digits: 2 } : currency.right
}

const minorOf = (agreement: Agreement, { amount = 0 }: EventRecord): bigint => {
  const minor = parseAmount(currencyIn(agreement))(String(amount))
  return isLeft(minor) ? 0n : minor.right
}

const majorOf = (agreement: Agreement, minor: bigint): string =>
  formatAmount(currencyIn(agreement))(minor)

const sum = (lines: readonly Line[]): bigint => lines.reduce((all, { amount }) => all + amount, 0n)

const same = (one: object, other: object): boolean => textOf(one) === textOf(other)

/** A value as text, maps by key; what is 0 in a map is not there. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, field: unknown) =>
    typeof field === 'bigint' ? `${field}n`
    : field instanceof Map ?
      [...(field as ReadonlyMap<string, unknown>)]
        .filter(([, held]) => held !== 0n)
        .sort(([a], [b]) => (a < b ? -1 : 1))
    : field,
  )
