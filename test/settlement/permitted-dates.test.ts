import { check, compile, emptyState, orThrow, settle, type Agreement } from 'data-dividend'
import { describe, expect, it } from 'vitest'

const of = (
  amount: readonly { readonly from: string; readonly amount: number }[],
  excess = 'held',
) =>
  ({
    agreement: 'operator',
    currency: 'JPY',
    flow: [
      { permitted: { id: 'cap', on: 'period', every: 'year', amount, excess } },
      { share: { id: 'rest', of: { a: 1 } } },
    ],
  }) satisfies Agreement

const heldOf = (agreement: Agreement, at: string): bigint => {
  const sale = { id: 's1', at, kind: 'sale', amount: 100 }
  const { state } = orThrow(settle(orThrow(compile(agreement)))(emptyState(agreement))([sale]))
  return state.totals.get('held') ?? 0n
}

describe('a permitted amount that changes by date', () => {
  const changed = of([
    { from: '2026-01-01', amount: 100 },
    { from: '2028-06-01', amount: 60 },
    { from: '2030-01-01', amount: 50 },
  ])

  it.each([
    ['before any', '2025-07-01', 0n],
    ['in a year that began before it changed', '2028-07-01', 0n],
    ['in the year after', '2029-01-01', 40n],
    ['in a year on whose first day it changes', '2030-12-31', 50n],
  ])('%s is the one of the first day of the year', (_, at, held) => {
    expect(heldOf(changed, at)).toBe(held)
  })

  it('rises by date', () => {
    const twice = of([
      { from: '2028-01-01', amount: 60 },
      { from: '2028-01-01', amount: 50 },
    ])
    expect(check(twice).map(({ finding }) => finding)).toContainEqual({
      _tag: 'DatesNotRising',
      from: '2028-01-01',
      before: '2028-01-01',
      path: ['flow', 0, 'permitted', 'amount', 1, 'from'],
    })
  })

  it('is held in a pool that has a name', () => {
    const unnamed = of([{ from: '2026-01-01', amount: 1 }], 'x y')
    expect(check(unnamed).map(({ finding }) => finding)).toContainEqual({
      _tag: 'NotAName',
      name: 'x y',
      path: ['flow', 0, 'permitted', 'excess'],
    })
  })
})
