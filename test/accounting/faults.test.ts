import { emptyState } from 'data-dividend'
import {
  accountOf,
  explainCell,
  keepBooks,
  postSettlement,
  type Register,
  type RegisterRecord,
} from 'data-dividend/accounting'
import { isLeft, left } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { asJson, smallestFault } from '../faults.js'
import { booksOf, day, readVectors, registerOf } from './support.js'

type Case = Partial<Register> & {
  readonly before?: readonly ('acquire' | 'ready')[]
  readonly events: readonly RegisterRecord[]
}

const vectors = readVectors('faults') as Readonly<Record<'acquire' | 'ready', RegisterRecord>> &
  Readonly<Record<'cases' | 'notes', Readonly<Record<string, Case>>>>

const registerIn = ({ before = [], events, ...settings }: Case): Register =>
  registerOf({ ...settings, events: [...before.map((name) => vectors[name]), ...events] })

/** Tags of lower rooms have their smallest case there. */
const lower = [
  'FieldMissing',
  'FieldNotWanted',
  'SameIdOtherContent',
  'UnknownCurrency',
  'NotADate',
  'NotAnAmount',
]

describe('faults', () => {
  it.each(Object.entries(vectors.cases))('%s', (tag, one) => {
    const books = keepBooks(day('2026-12-31'))(registerIn(one))
    expect(isLeft(books) && books.left._tag).toBe(tag)
    if (isLeft(books)) expect(books.left.path).toBeDefined()
    if (!lower.includes(tag))
      expect(asJson(isLeft(books) && books.left)).toEqual(smallestFault(tag))
  })

  it('NoAccount', () => {
    expect(accountOf({})('impairmentLoss')).toEqual(left(smallestFault('NoAccount')))
  })

  it('NoSuchCell', () => {
    const books = booksOf('2026-12-31', { events: [] })
    expect(explainCell(2026)(books)('III/cost/bought')).toEqual(left(smallestFault('NoSuchCell')))
  })
})

describe('notes', () => {
  it.each(Object.entries(vectors.notes))('%s', (tag, one) => {
    const { notes } = booksOf('2026-12-31', registerIn(one))
    expect(notes.map(asJson)).toEqual([smallestFault(tag)])
  })

  it('RefundOfClosedYear', () => {
    const agreement = { agreement: 'pair', currency: 'CNY', flow: [] }
    const line = { party: 'a', path: 'all', kind: 'share', period: '2025-12' } as const
    const sale = { at: day('2025-12-20'), amount: 100n, refunded: 100n, attributes: {}, digest: '' }
    const posting = postSettlement({
      books: 'own',
      entity: 'a',
      stance: 'principal',
      vat: { rate: '6%', amounts: 'inclusive' },
    })({
      agreement,
      state: { ...emptyState(agreement), sales: new Map([['s1', sale]]) },
      lines: [
        { ...line, event: 's1', at: day('2025-12-20'), amount: 100n },
        {
          ...line,
          event: 'r1',
          of: 's1',
          restates: '2025-12',
          at: day('2026-01-20'),
          amount: -100n,
        },
      ],
    })
    expect(isLeft(posting) ? [] : posting.right.notes).toEqual([
      smallestFault('RefundOfClosedYear'),
    ])
  })
})
