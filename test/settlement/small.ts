/** Small agreements in yen and their events, for edges of one line. */
import {
  compile,
  emptyState,
  orThrow,
  settle,
  type Agreement,
  type EventRecord,
  type Fee,
  type Steps,
} from 'data-dividend'
import { isLeft } from 'fp-ts/lib/Either.js'
import { settled, tableOf, totalsOf } from './cases.js'

export const agreement = (flow: Steps, more: Partial<Agreement> = {}): Agreement => ({
  agreement: 'edge',
  currency: 'JPY',
  flow,
  ...more,
})

export const end = (of: Readonly<Record<string, number>> = { owner: 1 }) => ({
  share: { id: 'end', of },
})

export const fee = (table: Partial<Fee>) => ({ commission: { id: 'fee', to: 'agent', ...table } })

export const sale = (
  id: string,
  at: string,
  amount: number,
  attributes: object = {},
): EventRecord => ({
  id,
  at,
  kind: 'sale',
  amount,
  ...attributes,
})

export const refund = (id: string, at: string, of: string, amount: number): EventRecord => ({
  id,
  at,
  kind: 'refund',
  of,
  amount,
})

export const other = (
  id: string,
  at: string,
  kind: string,
  of: string,
  more: object = {},
): EventRecord => ({
  id,
  at,
  kind,
  of,
  ...more,
})

export const table = (of: Agreement, events: readonly EventRecord[]) =>
  tableOf(of, settled(of, events).lines)

export const totals = (of: Agreement, events: readonly EventRecord[]) =>
  totalsOf(of, settled(of, events))

/** The tag of the first fault. */
export const refused = (of: Agreement, events: readonly EventRecord[]): string => {
  const done = settle(orThrow(compile(of)))(emptyState(of))(events)
  return isLeft(done) ? done.left._tag : 'settled'
}
