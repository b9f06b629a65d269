import { parseRatio } from 'data-dividend'
import {
  balancesOf,
  carryingOf,
  deferredTax,
  disclosureOf,
  groupLoss,
  planOf,
  postSettlement,
  presentValue,
  scheduleOf,
  tableColumns,
  tiesOf,
  unwind,
  weightsOf,
  type BooksRules,
  type Convention,
  type RegisterRecord,
  type TableId,
  type TimeMethod,
} from 'data-dividend/accounting'
import { splitVat } from 'data-dividend/payout'
import { left } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { booksOf, minor, money, orThrow, readVectors, settledBy, shownBalances } from './support.js'

interface ScheduleCase {
  readonly name: string
  readonly method: TimeMethod
  readonly rounding: Convention
  readonly months: number
  readonly cost: string
  readonly start: number
  readonly years?: readonly string[]
  readonly tail?: readonly string[]
  readonly first?: readonly string[]
  readonly last?: string
}

const sum = (list: readonly bigint[]) => list.reduce((a, b) => a + b, 0n)

describe('schedules', () => {
  const { cases } = readVectors('schedules') as { readonly cases: readonly ScheduleCase[] }

  it.each(cases)('$name', ({ method, rounding, months, cost, start, ...wanted }) => {
    const base = minor(cost)
    const weights = orThrow(weightsOf(method)({ months, cost: base, residual: 0n }))
    const charges = scheduleOf(orThrow(planOf(rounding, weights)(base)))
    expect(charges).toHaveLength(months)
    expect(sum(charges)).toBe(base)
    const years: bigint[] = []
    charges.forEach((charge, index) => {
      const year = Math.floor((start - 1 + index) / 12)
      years[year] = (years[year] ?? 0n) + charge
    })
    if (wanted.years) expect(years.map(money)).toEqual(wanted.years)
    if (wanted.tail) expect(years.slice(-wanted.tail.length).map(money)).toEqual(wanted.tail)
    if (wanted.first) {
      expect(charges.slice(0, wanted.first.length).map(money)).toEqual(wanted.first)
    }
    if (wanted.last) expect(money(charges.at(-1) ?? 0n)).toBe(wanted.last)
  })

  it('0.02 over 4, level, is refused for its last month below zero', () => {
    const weights = orThrow(weightsOf('straight')({ months: 4, cost: 2n, residual: 0n }))
    expect(planOf('level', weights)(2n)).toEqual(left({ _tag: 'LevelNegative', last: '-1' }))
  })
})

interface Small {
  readonly vat: readonly Readonly<Record<'gross' | 'rate' | 'net' | 'tax', string>>[]
  readonly groups: readonly {
    readonly goodwill: string
    readonly members: readonly (readonly [string, string])[]
    readonly loss: string
    readonly takes: readonly string[]
    readonly first: string
    readonly rest: string
  }[]
  readonly deferredTax: Readonly<Record<'taxBase' | 'carrying' | 'rate' | 'dta', string>>
  readonly refunds: {
    readonly gross: string
    readonly rate: string
    readonly tax: string
    readonly parts: readonly (readonly [string, string])[]
  }
  readonly instalments: {
    readonly count: number
    readonly amount: string
    readonly rate: string
    readonly value: string
    readonly charge: string
    readonly interest: readonly string[]
  }
  readonly valueInUse: Readonly<Record<'amount' | 'rate' | 'value', string>> & {
    readonly flows: number
  }
}

describe('single figures', () => {
  const small = readVectors('small') as Small
  const rate = (text: string) => orThrow(parseRatio(text))

  it.each(small.vat)('value added tax of $gross at $rate', ({ gross, rate: text, net, tax }) => {
    const cut = splitVat(rate(text))(minor(gross))
    expect([money(cut.net), money(cut.tax)]).toEqual([net, tax])
  })

  it('value added tax of a refund in parts', () => {
    const { gross, rate: text, tax, parts } = small.refunds
    const taxOf = (amount: bigint) => splitVat(rate(text))(amount).tax
    expect(money(taxOf(minor(gross)))).toBe(tax)
    let left = minor(gross)
    for (const [part, wanted] of parts) {
      const before = taxOf(left)
      left -= minor(part)
      expect(money(before - taxOf(left))).toBe(wanted)
    }
  })

  it.each(small.groups)(
    'a group loses $loss',
    ({ goodwill, members, loss, takes, first, rest }) => {
      const group = {
        goodwill: minor(goodwill),
        members: members.map(([carrying, floor]) => ({
          carrying: minor(carrying),
          floor: minor(floor),
        })),
      }
      const split = groupLoss(group)(minor(loss))
      expect(split.losses.map(money)).toEqual(takes)
      expect([money(split.goodwill), money(split.unallocated)]).toEqual([first, rest])
    },
  )

  it('deferred tax', () => {
    const { taxBase, carrying, rate: text, dta } = small.deferredTax
    const tax = deferredTax(rate(text))({ taxBase: minor(taxBase), carrying: minor(carrying) })
    expect(money(tax.dta)).toBe(dta)
    expect(tax.dtl).toBe(0n)
  })

  it('instalments', () => {
    const { count, amount, rate: text, value, charge, interest } = small.instalments
    const terms = { count, amount: minor(amount), rate: rate(text) }
    const flows = Array.from({ length: count }, () => terms.amount)
    const years = unwind(terms)
    expect(money(presentValue(terms.rate)(flows))).toBe(value)
    expect(years.map((year) => money(year.interest))).toEqual(interest)
    expect(money(sum(years.map((year) => year.interest)))).toBe(charge)
    expect(years.at(-1)?.balance).toBe(0n)
  })

  it('value in use', () => {
    const { flows, amount, rate: text, value } = small.valueInUse
    const list = Array.from({ length: flows }, () => minor(amount))
    expect(money(presentValue(rate(text))(list))).toBe(value)
  })
})

interface RegisterCase {
  readonly name: string
  readonly until: string
  readonly framework?: string
  readonly tax?: { readonly rate: string; readonly months: string }
  readonly events: readonly RegisterRecord[]
  readonly balances?: Readonly<Record<string, string>>
  readonly carrying?: Readonly<Record<string, string>>
  readonly years?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly change?: { readonly thisYear: string }
  readonly notes?: readonly string[]
}

describe('registers', () => {
  const { cases } = readVectors('registers') as { readonly cases: readonly RegisterCase[] }

  it.each(cases)('$name', ({ until, events, framework, tax, ...wanted }) => {
    const books = booksOf(until, {
      events,
      ...(framework === undefined ? {} : { framework }),
      ...(tax === undefined ? {} : { tax }),
    })
    const { balances = {}, carrying = {}, years = {}, change, notes } = wanted
    expect(shownBalances(balancesOf(books.vouchers), balances)).toEqual(balances)
    for (const [id, amount] of Object.entries(carrying)) {
      const asset = books.assets.find((one) => one.id === id)
      expect(asset && money(carryingOf(asset))).toBe(amount)
    }
    for (const [id, byYear] of Object.entries(years)) {
      const charged = (year: string): bigint =>
        sum(
          books.vouchers
            .filter(({ at, opening }) => opening !== true && at.startsWith(year))
            .flatMap(({ entries }) => entries)
            .filter(({ role, asset }) => role === 'accumulatedAmortisation' && asset === id)
            .map(({ amount }) => amount),
        )
      for (const [year, amount] of Object.entries(byYear)) expect(money(charged(year))).toBe(amount)
    }
    if (change) expect(money(books.changes[0]?.thisYear ?? 0n)).toBe(change.thisYear)
    if (notes) expect(books.notes.map(({ _tag }) => _tag)).toEqual(notes)
  })
})

interface TableCase {
  readonly name: string
  readonly table: TableId
  readonly year: number
  readonly events: readonly RegisterRecord[]
  readonly cells: Readonly<Record<string, readonly string[]>>
  readonly balances: Readonly<Record<string, string>>
}

describe('tables', () => {
  const { cases } = readVectors('tables') as { readonly cases: readonly TableCase[] }

  it.each(cases)('$name', ({ table, year, events, cells, balances }) => {
    const books = booksOf(`${String(year)}-12-31`, { events })
    const disclosure = disclosureOf(table, year)(books)
    const shown = Object.fromEntries(
      Object.keys(cells).map((id) => [
        id,
        tableColumns.map((column) => money(disclosure.cells.get(id)?.[column] ?? -1n)),
      ]),
    )
    expect(shown).toEqual(cells)
    expect(shownBalances(balancesOf(books.vouchers), balances)).toEqual(balances)
    expect(tiesOf(disclosure)(books).filter(({ one, other }) => one !== other)).toEqual([])
  })
})

interface SettlementCase {
  readonly name: string
  readonly share: Readonly<Record<string, string>>
  readonly rules: Pick<BooksRules, 'entity' | 'stance' | 'invoices'> & {
    readonly invoicedBy?: string
  }
  readonly events: Parameters<typeof settledBy>[1]
  readonly balances?: Readonly<Record<string, string>>
  readonly vouchers?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly ties?: Readonly<Record<string, readonly [owed: string, awaited: string]>>
}

describe('settlements to books', () => {
  const { cases } = readVectors('settlements') as { readonly cases: readonly SettlementCase[] }

  it.each(cases)('$name', ({ share, rules, events, balances = {}, vouchers = {}, ties = {} }) => {
    const agreement = {
      agreement: 'pair',
      currency: 'CNY',
      flow: [{ share: { id: 'all', of: share } }],
    }
    const { invoicedBy, ...others } = rules
    const posting = orThrow(
      postSettlement({
        books: 'own',
        ...others,
        vat: {
          rate: '6%',
          amounts: 'inclusive',
          ...(invoicedBy === undefined ? {} : { invoicedBy }),
          partnerRates: { lab: { rate: '6%' } },
        },
      })(settledBy(agreement, events)),
    )
    expect(shownBalances(balancesOf(posting.vouchers), balances)).toEqual(balances)
    for (const [event, amounts] of Object.entries(vouchers)) {
      const entries = posting.vouchers.find((one) => one.event === event)?.entries ?? []
      const shown = Object.fromEntries(
        Object.keys(amounts).map((role) => [
          role,
          money(entries.find((entry) => entry.role === role)?.amount ?? 0n),
        ]),
      )
      expect(shown).toEqual(amounts)
    }
    for (const tie of posting.ties) {
      expect(tie.owed + tie.awaited).toBe(tie.settled - tie.paid)
      const wanted = ties[tie.party]
      if (wanted) expect([money(tie.owed), money(tie.awaited)]).toEqual(wanted)
    }
  })
})
