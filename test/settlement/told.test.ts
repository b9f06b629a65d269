/** What folds hear, and which events they refuse. */
import { compile, emptyState, orThrow, settle } from 'data-dividend'
import type { Agreement, EventRecord, Steps } from 'data-dividend'
import { isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { agreement, end, other, sale, table } from './small.js'

const fault = (of: Agreement, events: readonly EventRecord[]): unknown => {
  const done = settle(orThrow(compile(of)))(emptyState(of))(events)
  return isRight(done) ? undefined : done.left
}

const plain = agreement([end()])
const ratchet = { id: 'step', to: 'author', of: 'users', tiers: [{ rate: '10%' }] }
const interest = { id: 'late', from: 'd', to: 'c', rate: '10%', days: 'ACT/365' }
const users = agreement([{ ratchet }, { interest }, end()])
const carried = agreement([{ share: { id: 'last', of: { a: 1, b: 1 }, by: 'carried' } }])
const day = '2026-02-01'

describe('a period', () => {
  it.each([
    ['2026-01', '2026-01-31', '2026-02-01'],
    ['2026-12', '2026-12-31', '2027-01-01'],
    ['2026-Q1', '2026-03-31', '2026-04-01'],
    ['2026-Q4', '2026-12-31', '2027-01-01'],
    ['2026', '2026-12-31', '2027-01-01'],
  ])('%s closes after its last day', (of, last, next) => {
    expect(fault(plain, [other('c', last, 'close', of)])).toEqual({
      _tag: 'CloseBeforeEnd',
      period: of,
      next,
      path: [0, 'at'],
    })
    expect(fault(plain, [other('c', next, 'close', of)])).toBeUndefined()
  })
  it.each([
    ['2026-02', '2026-01-31', '2026-02-01'],
    ['2026-Q3', '2026-06-30', '2026-07-01'],
    ['2026', '2025-12-31', '2026-01-01'],
  ])('%s opens on its first day or later', (of, before, first) => {
    expect(fault(plain, [other('o', before, 'open', of)])).toEqual({
      _tag: 'OpenedTooSoon',
      period: of,
      first,
      path: [0, 'at'],
    })
    expect(fault(plain, [other('o', first, 'open', of)])).toBeUndefined()
  })
  it.each(['', 'x', '2026-00', '2026-13', '2026-Q0', '2026-Q5', '2026-01-01', 'x2026', '12026'])(
    'is none called %o',
    (text) => {
      expect(fault(plain, [other('c', '2030-01-01', 'close', text)])).toEqual({
        _tag: 'NotAPeriod',
        text,
        path: [0, 'of'],
      })
    },
  )
  it('closes once, and opens as often as it is said to', () => {
    const [close, open] = [other('c', day, 'close', '2026-01'), other('o', day, 'open', '2026-01')]
    expect(fault(plain, [close, open, { ...open, id: 'o2' }])).toBeUndefined()
    expect(fault(plain, [close, { ...close, id: 'c2' }])).toEqual({
      _tag: 'ClosedBefore',
      period: '2026-01',
      path: [1, 'of'],
    })
  })
})

describe('an accrual', () => {
  const accrue = (of: string, more: object) => [other('m', day, 'accrue', of, more)]
  it('is of something that a clause in force knows', () => {
    const nothing = { _tag: 'NothingAccrues', name: 'x', path: [0, 'of'] }
    expect(fault(plain, accrue('x', { value: 1 }))).toEqual({ ...nothing, known: [] })
    expect(fault(users, accrue('x', { value: 1 }))).toEqual({
      ...nothing,
      known: ['users', 'late'],
    })
    const flow: Steps = [{ ratchet }, end()]
    const later = (from: string) => agreement([end()], { amendments: [{ from, flow }] })
    expect(fault(later('2026-02-02'), accrue('users', { value: 1 }))).toMatchObject({ known: [] })
    expect(fault(later(day), accrue('users', { value: 1 }))).toBeUndefined()
  })
  it.each([
    ['users', { amount: 1 }, users, 'value'],
    ['late', { value: 1 }, users, 'amount'],
    ['last', { value: 1 }, carried, 'units'],
  ] as const)('of %s has its own field', (name, more, of, field) => {
    expect(fault(of, accrue(name, more))).toEqual({
      _tag: 'FieldMissing',
      field,
      kind: 'accrue',
      path: [0, field],
    })
  })
  it('tells weights of those who share, of some or of all', () => {
    expect(fault(carried, accrue('last', { units: { a: 1, c: 1 } }))).toEqual({
      _tag: 'UnknownHolder',
      name: 'c',
      known: ['a', 'b'],
      path: [0, 'units'],
    })
    const events = [...accrue('last', { units: { a: 1, b: 3 } }), sale('s1', day, 8)]
    expect(table(carried, events)).toEqual({ s1: { a: '2', b: '6' } })
  })
  it('may bring units that its clause has no use for', () => {
    expect(fault(users, accrue('users', { value: 1, units: { x: 1 } }))).toBeUndefined()
  })
})
