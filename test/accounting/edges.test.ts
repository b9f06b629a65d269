import fc from 'fast-check'
import { exact, redo } from 'data-dividend'
import {
  accountOf,
  balanceLines,
  balancesOf,
  carryingOf,
  charts,
  chartOf,
  compareBooks,
  enterpriseChart,
  explainCell,
  explainCharge,
  keepBooks,
  notesOf,
  planOf,
  profitOf,
  registerKinds,
  roles,
  tableColumns,
  tableRows,
  type RegisterRecord,
  type Role,
} from 'data-dividend/accounting'
import { describe, expect, it } from 'vitest'
import { registers } from './histories.js'
import { booksOf, day, money, orThrow, registerOf } from './support.js'

const buy = (at: string, amount: string, more: object = {}): RegisterRecord => ({
  id: 'a',
  at,
  kind: 'acquire',
  asset: 'x',
  class: 'intangible',
  column: 'bought',
  items: [{ item: 'price', amount }],
  ...more,
})
const ready = (at: string, months: string, more: object = {}): RegisterRecord => ({
  id: 'r',
  at,
  kind: 'ready',
  asset: 'x',
  schedule: { months },
  ...more,
})
const then = (id: string, at: string, kind: string, more: object = {}): RegisterRecord => ({
  id,
  at,
  kind,
  asset: 'x',
  ...more,
})
const stock = (amount: string): RegisterRecord => buy('2026-01-05', amount, { class: 'inventory' })

/** Balances that are not 0, as text. */
const left = (until: string, events: readonly RegisterRecord[], settings: object = {}) =>
  Object.fromEntries(
    [...balancesOf(booksOf(until, { ...settings, events }).vouchers)]
      .filter(([, amount]) => amount !== 0n)
      .map(([role, amount]): readonly [Role, string] => [role, money(amount)]),
  )

describe('charges', () => {
  it('begin in the month an asset is ready, and there is none in the month it leaves', () => {
    const events = [buy('2026-01-05', '36.00'), ready('2026-02-28', '36')]
    expect(left('2026-02-28', events).accumulatedAmortisation).toBe('-1.00')
    const gone = [...events, then('s', '2026-04-01', 'sell', { gross: '34.00', vatRate: '0' })]
    expect(left('2026-12-31', gone)).toEqual({ admin: '2.00', bank: '-2.00' })
  })

  it('stop when the life is over', () => {
    const events = [buy('2026-01-05', '3.00'), ready('2026-01-05', '3')]
    expect(left('2027-12-31', events)).toMatchObject({ admin: '3.00', intangible: '3.00' })
  })

  it('stop at the residual', () => {
    const events = [
      buy('2026-01-05', '100.00'),
      ready('2026-01-05', '36', {
        schedule: { method: 'doubleDeclining', months: '36', residual: '10.00' },
      }),
    ]
    expect(left('2029-12-31', events).accumulatedAmortisation).toBe('-90.00')
  })

  it('end with the month before the one in which the right ends', () => {
    const events = [
      buy('2026-01-05', '24.00'),
      ready('2026-03-15', '36', { rightEnds: '2028-03-14' }),
    ]
    const { assets, notes } = booksOf('2028-02-29', { events })
    expect(assets[0]?.schedule?.months).toBe(24)
    expect(assets[0]?.amortised).toBe(2400n)
    expect(notes).toEqual([{ _tag: 'LifeBeyondRight', asset: 'x', months: 36, cut: 24 }])
  })

  it('go where the use of the asset says', () => {
    const use = (text: string) =>
      left('2026-01-31', [buy('2026-01-05', '12.00'), ready('2026-01-05', '12', { use: text })])
    expect(use('customers').cost).toBe('1.00')
    expect(use('production').production).toBe('1.00')
    expect(use('research')).toMatchObject({ rdExpense: '1.00' })
    expect(use('research').rdExpensed).toBeUndefined()
  })

  it('of an asset that serves production become cost of the inventory it serves', () => {
    const events = [
      { ...stock('5.00'), id: 'b', asset: 'goods' },
      buy('2026-01-05', '12.00'),
      ready('2026-01-05', '12', { use: 'production', serves: 'goods' }),
    ]
    expect(left('2026-02-28', events)).toMatchObject({ inventory: '7.00' })
    expect(left('2026-02-28', events).production).toBeUndefined()
  })

  it('of an opening go on with its schedule to the cent, or begin anew from what is carried', () => {
    const open = (amortised: string, at: string) =>
      booksOf('2026-01-31', {
        events: [
          {
            id: 'o',
            at,
            kind: 'opening',
            asset: 'x',
            class: 'intangible',
            column: 'bought',
            cost: '100.00',
            amortised,
            monthsGone: '1',
            schedule: { months: '3' },
          },
        ],
      }).assets[0]?.amortised
    expect(open('33.33', '2025-12-31')).toBe(6667n)
    expect(open('33.33', '2026-01-01')).toBe(6667n)
    expect(open('40.00', '2025-12-31')).toBe(7000n)
    expect(open('33.33', '2026-01-31')).toBe(3333n)
  })

  it('of a revision hold from the first of its month', () => {
    const events = [
      buy('2026-01-05', '120.00'),
      ready('2026-01-05', '12'),
      then('v', '2026-07-20', 'revise', { schedule: { months: '12' }, reason: 'longer' }),
    ]
    const books = booksOf('2026-12-31', { events })
    expect(books.assets[0]?.amortised).toBe(9000n)
    expect(books.changes).toMatchObject([{ thisYear: -3000n, later: 3000n, fields: ['months'] }])
  })
})

describe('leaving', () => {
  it('a part takes its share of cost, amortisation and provision; the rest goes on', () => {
    const events = [
      buy('2026-01-05', '90.00'),
      ready('2026-01-05', '9'),
      then('s', '2026-03-10', 'sell', { part: { share: '1/3' }, gross: '0.00', vatRate: '6%' }),
    ]
    const { assets } = booksOf('2026-03-31', { events })
    expect(assets[0]).toMatchObject({ cost: 6000n, amortised: 1333n + 667n })
    expect(left('2026-03-31', events).disposalGain).toBe('23.33')
  })

  it('lapsed inventory is an ordinary expense, a disaster is not, bad care turns its tax out', () => {
    const lapse = (more: object) =>
      left('2026-01-31', [stock('100.00'), then('l', '2026-01-10', 'lapse', more)])
    expect(lapse({})).toEqual({ admin: '100.00', bank: '-100.00' })
    expect(lapse({ abnormal: 'disaster' })).toEqual({ otherExpense: '100.00', bank: '-100.00' })
    expect(lapse({ abnormal: 'management', vatRate: '6%' })).toMatchObject({
      admin: '106.00',
      unpaidVat: '-6.00',
    })
  })

  it('abandoned development is an expense of research', () => {
    const evidence = {
      feasibility: 'a',
      intention: 'a',
      benefits: 'a',
      resources: 'a',
      measurable: 'a',
    }
    const events = [
      then('c', '2026-01-01', 'conditions', { evidence }),
      then('d', '2026-01-05', 'develop', { phase: 'development', amount: '9.00' }),
      then('l', '2026-01-10', 'lapse'),
    ]
    expect(left('2026-01-31', events)).toEqual({ rdExpense: '9.00', bank: '-9.00' })
  })

  it('a transfer moves what is carried, without a gain', () => {
    const events = [
      buy('2026-01-05', '12.00'),
      ready('2026-01-05', '12'),
      then('t', '2026-03-10', 'transfer', { class: 'inventory' }),
    ]
    expect(left('2026-12-31', events)).toEqual({
      inventory: '10.00',
      admin: '2.00',
      bank: '-12.00',
    })
    const back = [
      ...events,
      then('u', '2026-04-10', 'transfer', { class: 'intangible', column: 'other' }),
    ]
    const books = booksOf('2026-12-31', { events: back })
    expect(books.assets[0]).toMatchObject({ class: 'intangible', column: 'other', state: 'open' })
    expect(left('2026-12-31', back)).toEqual({ intangible: '10.00', admin: '2.00', bank: '-12.00' })
  })
})

describe('held for sale', () => {
  const held = [
    buy('2026-01-05', '120.00'),
    ready('2026-01-05', '12'),
    then('h', '2026-03-10', 'hold', { fairValueLessCost: '90.00' }),
  ]

  it('nothing is charged, and a sale gains over what it is measured at', () => {
    expect(left('2026-05-31', held)).toMatchObject({ admin: '20.00', heldForSale: '100.00' })
    const sold = [...held, then('s', '2026-06-10', 'sell', { gross: '106.00', vatRate: '6%' })]
    expect(left('2026-06-30', sold)).toEqual({
      admin: '20.00',
      impairmentLoss: '10.00',
      disposalGain: '-10.00',
      bank: '-14.00',
      outputVat: '-6.00',
      vatTransfer: '6.00',
      unpaidVat: '-6.00',
    })
  })

  it('given up, it stands as if it had been charged all the time, or at what is recoverable', () => {
    const back = (recoverable: string) => {
      const events = [...held, then('u', '2026-06-10', 'unhold', { recoverable })]
      const books = booksOf('2026-06-30', { events })
      return [books.assets[0] && money(carryingOf(books.assets[0])), left('2026-06-30', events)]
    }
    expect(back('500.00')).toEqual([
      '60.00',
      { admin: '60.00', bank: '-120.00', intangible: '120.00', accumulatedAmortisation: '-60.00' },
    ])
    expect(back('35.00')[0]).toBe('30.00')
    expect(back('35.00')[1]).toMatchObject({
      impairmentLoss: '35.00',
      intangibleProvision: '-35.00',
    })
  })
})

describe('tax', () => {
  it('moves output less input at a month end, with surcharges; a surplus of input waits', () => {
    const events = [
      buy('2026-01-05', '100.00', { items: [{ item: 'price', amount: '100.00', vat: '6.00' }] }),
      then('s', '2026-02-05', 'sell', { gross: '212.00', vatRate: '6%' }),
    ]
    expect(left('2026-01-31', events, { surcharge: '12%' }).unpaidVat).toBeUndefined()
    expect(left('2026-02-28', events, { surcharge: '12%' })).toMatchObject({
      unpaidVat: '-6.00',
      surcharge: '0.72',
      surchargePayable: '-0.72',
    })
  })

  it('is deferred as a liability where books are slower than the tax law, and goes with the asset', () => {
    const tax = { rate: '25%', months: '12' }
    const events = [buy('2026-01-05', '240.00'), ready('2026-01-05', '24')]
    expect(left('2026-12-31', events, { tax })).toMatchObject({
      deferredTaxLiability: '-30.00',
      incomeTax: '30.00',
    })
    const gone = [...events, then('l', '2027-01-05', 'lapse')]
    expect(left('2027-12-31', gone, { tax }).deferredTaxLiability).toBeUndefined()
  })
})

describe('frameworks', () => {
  it('US GAAP expenses development and keeps a write-down', () => {
    const events = [
      then('d', '2026-01-05', 'develop', { asset: 'p', phase: 'development', amount: '9.00' }),
      stock('10.00'),
      then('n', '2026-01-31', 'nrv', { price: '4.00' }),
      then('m', '2026-02-28', 'nrv', { price: '9.00' }),
    ]
    const evidence = Object.fromEntries(
      ['feasibility', 'intention', 'benefits', 'resources', 'measurable', 'ability'].map((id) => [
        id,
        'a',
      ]),
    )
    const shown = [then('c', '2026-01-01', 'conditions', { asset: 'p', evidence }), ...events]
    const under = (framework: string) => left('2026-02-28', shown, { framework })
    expect(under('us')).toMatchObject({ rdExpense: '9.00', inventoryProvision: '-6.00' })
    for (const framework of ['cas', 'ifrs']) {
      expect(under(framework)).toMatchObject({ rdCapitalised: '9.00', inventoryProvision: '-1.00' })
    }
    const [cas, us] = ['cas', 'us'].map((framework) =>
      booksOf('2026-02-28', { framework, events: shown }),
    )
    if (cas === undefined || us === undefined) throw new Error('no books')
    expect(compareBooks(cas, cas)).toEqual([])
    expect(
      compareBooks(cas, us).map(({ event, role, one, other }) => [event, role, one, other]),
    ).toEqual([
      ['d', 'rdCapitalised', 900n, 0n],
      ['d', 'rdExpensed', 0n, 900n],
      ['m', 'inventoryProvision', 500n, 0n],
      ['m', 'impairmentLoss', -500n, 0n],
      ['months', 'rdExpense', 0n, 900n],
      ['months', 'rdExpensed', 0n, -900n],
    ])
  })

  it('IFRS wants six conditions', () => {
    const evidence = {
      feasibility: 'a',
      intention: 'a',
      benefits: 'a',
      resources: 'a',
      measurable: 'a',
    }
    const events = [then('c', '2026-01-01', 'conditions', { evidence })]
    const books = keepBooks(day('2026-12-31'))(registerOf({ framework: 'ifrs', events }))
    expect(books).toMatchObject({ left: { _tag: 'ConditionsMissing', missing: ['ability'] } })
  })

  it('a group under US GAAP leaves goodwill out', () => {
    const group = { goodwill: '50.00', members: { x: {} } }
    const test = { group, fairValueLessCost: '60.00', undiscounted: '1.00', fairValue: '60.00' }
    const events = [
      buy('2026-01-05', '100.00'),
      ready('2026-01-05', '12', { schedule: { indefinite: 'yes' } }),
    ]
    const { asset: _, ...tested } = then('i', '2026-01-31', 'impair', test)
    const under = (framework: string) => left('2026-01-31', [...events, tested], { framework })
    expect(under('cas')).toMatchObject({
      goodwillProvision: '-50.00',
      intangibleProvision: '-40.00',
    })
    expect(under('us')).toMatchObject({ intangibleProvision: '-40.00', impairmentLoss: '40.00' })
  })
})

describe('charts', () => {
  it('name every role, each by its own number', () => {
    const codes = roles.map((role) => orThrow(accountOf(enterpriseChart)(role)).code)
    expect(new Set(codes).size).toBe(roles.length)
  })

  it('of small enterprises have other numbers and no provisions', () => {
    expect(charts.small.revenue?.code).toBe('5001')
    expect(charts.small.admin?.code).toBe('5602')
    expect(charts.small.rdCapitalised?.code).toBe('430102')
    expect(charts.small.impairmentLoss).toBeUndefined()
    expect(charts.small.intangibleProvision).toBeUndefined()
    expect(charts.small.bank).toEqual(charts.enterprise.bank)
  })

  it('are renamed and cut by a register', () => {
    const accounts = { bank: { code: '100201' }, finance: 'none' as const }
    const chart = orThrow(chartOf(registerOf({ accounts, events: [] })))
    expect(chart.bank).toEqual({ code: '100201', name: enterpriseChart.bank?.name })
    expect(chart.finance).toBeUndefined()
  })
})

describe('explanations', () => {
  const events = [
    buy('2025-11-05', '36.00'),
    ready('2025-12-05', '36'),
    { ...stock('8.00'), id: 'b', asset: 'goods' },
    then('n', '2026-02-28', 'nrv', { asset: 'goods', price: '5.00' }),
    then('s', '2026-03-05', 'sell', { part: { share: '1/3' }, gross: '9.00', vatRate: '6%' }),
    then('l', '2026-06-05', 'lapse'),
  ]
  const books = booksOf('2026-12-31', { events })

  it('of every cell are redone from their vouchers', () => {
    for (const table of ['I', 'II'] as const) {
      for (const { id, head } of tableRows[table]) {
        for (const column of head === true ? [] : tableColumns) {
          const cell = `${table}/${id}/${column}`
          const tree = orThrow(explainCell(2026)(books)(cell))
          expect(orThrow(redo(exact)(tree)), cell).toBe(tree.value)
        }
      }
    }
  })

  it.each(['cumulative', 'level', 'remaining'] as const)(
    'of a charge are redone: %s',
    (rounding) => {
      const tree = explainCharge({ code: 'CNY', digits: 2 })(
        orThrow(planOf(rounding, [0n, 1n, 2n, 3n])(10001n)),
      )
      expect(orThrow(redo(exact)(tree))).toBe('33.34')
    },
  )

  it('of the last charge are what is left', () => {
    const tree = explainCharge({ code: 'CNY', digits: 2 })(orThrow(planOf('level', [0n, 1n])(101n)))
    expect(tree).toMatchObject({ value: '1.01', formula: 'base − given' })
  })
})

describe('disclosures', () => {
  const events = [
    buy('2026-01-05', '120.00'),
    ready('2026-01-05', '12', { reason: 'kept fresh' }),
    then('g', '2026-02-05', 'pledge', { holder: 'a bank', amount: '50.00' }),
    then('d', '2026-02-05', 'develop', { asset: 'p', phase: 'research', amount: '9.00' }),
    then('v', '2026-07-20', 'revise', { schedule: { months: '12' }, reason: 'longer' }),
    { ...buy('2026-01-05', '7.00'), id: 'b', asset: 'y' },
    { ...ready('2026-01-05', '0', { schedule: { indefinite: 'yes' } }), id: 'q', asset: 'y' },
    then('i', '2026-12-31', 'impair', { asset: 'y', fairValueLessCost: '6.00', reason: 'worn' }),
  ]
  const books = booksOf('2026-12-31', {
    assets: { x: { content: 'roads', source: 'own' } },
    events,
  })
  const note = (id: string) => notesOf(2026)(books).find((one) => one.id === id)

  it('are filled from the register, and name what is missing', () => {
    expect(note('lives')?.said.map(({ en }) => en)).toEqual([
      'x: straight line, 12 months, rounding cumulative',
    ])
    expect(note('indefinite')).toMatchObject({ missing: ['events: reason (y)'] })
    expect(note('changes')?.said[0]?.en).toContain(
      'charge of the year -30.00, of later years 30.00',
    )
    expect(note('items')?.missing).toEqual(['assets.y.content'])
    expect(note('items')?.said[0]?.en).toBe('x: roads; 30.00; 6 months left')
    expect(note('pledged')?.said[0]?.en).toBe(
      'x: carrying amount 30.00, amortised 90.00, pledged to a bank for 50.00',
    )
    expect(note('research')?.said[0]?.en).toBe('expensed 9.00, capitalised 0.00')
    expect(note('losses')?.said[0]?.en).toBe('y, 2026-12-31: loss 1.00 (worn)')
    expect(note('voluntary')?.said[0]?.en).toBe('x: own')
    expect(note('held')).toBeUndefined()
    expect(note('inventory')).toBeUndefined()
  })

  it('a pledge that is released is no more told', () => {
    const free = booksOf('2026-12-31', { events: [...events, then('f', '2026-03-05', 'release')] })
    expect(notesOf(2026)(free).some(({ id }) => id === 'pledged')).toBe(false)
  })

  it('lines of the balance sheet are what is carried at both ends of the year', () => {
    const lines = balanceLines(2026)(
      booksOf('2026-12-31', { events: [buy('2025-12-05', '5.00'), ready('2026-01-05', '60')] }),
    )
    expect(lines.map(({ open, close }) => [open, close])).toEqual([
      [0n, 0n],
      [500n, 400n],
      [0n, 0n],
      [0n, 0n],
    ])
  })

  it('profit is income less expense', () => {
    expect(
      profitOf(
        new Map([
          ['revenue', -5n],
          ['cost', 2n],
          ['bank', 3n],
        ]),
      ),
    ).toBe(3n)
  })
})

describe('random registers', () => {
  it('hold every kind of event that they may', () => {
    const seen = new Set(
      fc
        .sample(registers(), { numRuns: 300, seed: 7 })
        .flatMap(({ events }) => events.map(({ kind }) => kind)),
    )
    const silent = ['pledge', 'release', 'close', 'entry']
    expect(registerKinds.filter((kind) => !seen.has(kind))).toEqual(silent)
  })
})
