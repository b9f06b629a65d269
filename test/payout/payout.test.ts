import { exact, formatAmount, parseAmount, redo } from 'data-dividend'
import { explainPayout, grossUp, payout, regimes, taxOn, type Books } from 'data-dividend/payout'
import { describe, expect, it } from 'vitest'
import {
  date,
  orThrow,
  readVectors,
  rulesOf,
  runHistory,
  written,
  type Day,
  type History,
} from './cases.js'

const cny = { code: 'CNY', digits: 2 }
const money = formatAmount(cny)
const minor = (text: string) => orThrow(parseAmount(cny)(text))

const { cases } = readVectors('histories') as { readonly cases: readonly History[] }
const tables = readVectors('withhold') as {
  readonly date: string
  readonly tables: readonly {
    readonly regime: string
    readonly items: Readonly<Record<string, Readonly<Record<string, string>>>>
  }[]
  readonly grossUp: {
    readonly regime: string
    readonly item: string
    readonly grossByNet: Readonly<Record<string, string>>
  }
}

const expected = (day: Day) =>
  Object.fromEntries(
    Object.entries(day).filter(([column]) => !['at', 'earned', 'held'].includes(column)),
  )

describe('vectors', () => {
  it.each(cases)('$name', (history) => {
    for (const { day, done, rules } of runHistory(history)) {
      expect(written(day, done, rules.currency), day.at).toEqual(expected(day))
    }
  })

  it.each(
    tables.tables.flatMap(({ regime, items }) =>
      Object.entries(items).map(([item, taxes]) => ({ regime, item, taxes })),
    ),
  )('$regime $item', ({ regime, item, taxes }) => {
    const rules = rulesOf({
      payees: { p: { kind: 'individual', account: '1', withhold: { regime, item } } },
    })
    const got = Object.keys(taxes).map((income) => {
      const books: Books = {
        agreement: 'test',
        currency: 'CNY',
        totals: new Map([['p', minor(income)]]),
      }
      const done = orThrow(payout(rules)(date(tables.date))(books))
      return [income, money(done.instructions[0]?.withheld ?? -1n)]
    })
    expect(Object.fromEntries(got)).toEqual(taxes)
  })

  it('gross-up finds the least gross that leaves the net', () => {
    const { regime, item, grossByNet } = tables.grossUp
    const terms = regimes.find(({ id }) => id === regime)!.withhold!.items[item]!
    for (const [net, gross] of Object.entries(grossByNet)) {
      const found = orThrow(grossUp(terms, {})(minor(net)))
      expect(money(found.income.num)).toBe(gross)
      expect(found.income.num - found.due).toBe(minor(net))
      expect(taxOn(terms, {})(found.income)).toEqual(found)
    }
  })
})

describe('explanations', () => {
  it.each(cases)('of $name are redone to the amount paid', (history) => {
    for (const { done, before, rules } of runHistory(history)) {
      const explain = explainPayout(rules)(date(done.instructions[0]?.at ?? '2026-01-01'))(before)
      for (const { party, amount, currency, persons = [], vat, ...one } of done.instructions) {
        const tree = orThrow(explain({ party }))
        expect(redo(exact)(tree)).toEqual({
          _tag: 'Right',
          right: formatAmount(currency)(amount),
        })
        if (vat !== undefined) {
          const price = orThrow(explain({ party, figure: 'vat' }))
          expect(orThrow(redo(exact)(price))).toBe(money(vat.tax))
        }
        for (const { person, net, amount: part } of persons) {
          const own = orThrow(explain({ party, person }))
          expect(orThrow(redo(exact)(own))).toBe(money(net))
          if (one.conversion === undefined) continue
          const converted = orThrow(explain({ party, person, figure: 'amount' }))
          expect(orThrow(redo(exact)(converted))).toBe(formatAmount(currency)(part))
        }
      }
    }
  })
})
