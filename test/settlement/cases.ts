/** Reads the agreements of test/vectors, and sums lines as their tables do. */
import { readFileSync } from 'node:fs'
import {
  compile,
  currencyOf,
  emptyState,
  formatAmount,
  orThrow,
  settle,
  type Agreement,
  type EventRecord,
  type Line,
  type Settlement,
  type State,
} from 'data-dividend'
import { filesUnder } from '../files.js'

/** Amounts in major units by event and party; parties that get nothing are left out. */
type Table = Readonly<Record<string, Readonly<Record<string, string>>>>

export interface Case {
  readonly name: string
  readonly agreement: Agreement
  readonly events?: readonly EventRecord[]
  /** Every line, in order. */
  readonly lines?: readonly Pick<Written, 'event' | 'party' | 'path' | 'amount'>[]
  readonly table?: Table
  readonly totals?: Readonly<Record<string, string>>
  /** Each a sale on a fresh state. */
  readonly counters?: readonly {
    readonly sold: string
    readonly totals: Readonly<Record<string, string>>
  }[]
}

type Written = Omit<Line, 'amount'> & { readonly amount: string }

/** All cases of a folder of vectors, each named after its file. */
export const casesIn = (folder: string): readonly (Case & { readonly title: string })[] =>
  filesUnder(folder, '.json').flatMap((file) => {
    const { title, cases } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly title: string
      readonly cases: readonly Case[]
    }
    return cases.map((one) => ({ ...one, title: `${title}: ${one.name}` }))
  })

/** Settles events on an empty state. */
export const settled = (agreement: Agreement, events: readonly EventRecord[]): Settlement =>
  orThrow(settle(orThrow(compile(agreement)))(emptyState(agreement))(events))

/** Minor units as the agreement's currency writes them. */
export const major = (agreement: Agreement): ((minor: bigint) => string) =>
  formatAmount(orThrow(currencyOf(agreement.currency)))

export const written = (agreement: Agreement, lines: readonly Line[]): readonly Written[] =>
  lines.map((line) => ({ ...line, amount: major(agreement)(line.amount) }))

export const tableOf = (agreement: Agreement, lines: readonly Line[]): Table => {
  const sums = new Map<string, Map<string, bigint>>()
  for (const { event, party, amount } of lines) {
    const row = sums.get(event) ?? new Map<string, bigint>()
    sums.set(event, row.set(party, (row.get(party) ?? 0n) + amount))
  }
  return Object.fromEntries(
    [...sums].map(([event, row]) => [
      event,
      Object.fromEntries(
        [...row].filter(([, sum]) => sum !== 0n).map(([p, sum]) => [p, major(agreement)(sum)]),
      ),
    ]),
  )
}

export const totalsOf = (
  agreement: Agreement,
  { state }: Settlement,
): Readonly<Record<string, string>> =>
  Object.fromEntries([...state.totals].map(([party, sum]) => [party, major(agreement)(sum)]))

/** A state as it comes back from JSON: maps as lists, whole numbers as text. */
export const throughJson = (state: State): State => {
  const text = JSON.stringify(state, (_, field: unknown) =>
    field instanceof Map ? { $map: [...(field as ReadonlyMap<unknown, unknown>)] }
    : typeof field === 'bigint' ? { $whole: field.toString() }
    : field,
  )
  return JSON.parse(text, (_, field: unknown) =>
    typeof field !== 'object' || field === null ? field
    : '$map' in field ? new Map(field.$map as readonly (readonly [string, unknown])[])
    : '$whole' in field ? BigInt(field.$whole as string)
    : field,
  ) as State
}
