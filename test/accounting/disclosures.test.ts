import fc from 'fast-check'
import { exact, redo } from 'data-dividend'
import {
  accountOf,
  balanceLines,
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
} from 'data-dividend/accounting'
import { describe, expect, it } from 'vitest'
import { registers } from './histories.js'
import { booksOf, buy, day, left, orThrow, ready, registerOf, stock, after } from './support.js'

describe('frameworks', () => {
  it('US GAAP expenses development and keeps a write-down', () => {
    const events = [
      after('d', '2026-01-05', 'develop', { asset: 'p', phase: 'development', amount: '9.00' }),
      stock('10.00'),
      after('n', '2026-01-31', 'nrv', { price: '4.00' }),
      after('m', '2026-02-28', 'nrv', { price: '9.00' }),
    ]
    const evidence = Object.fromEntries(
      ['feasibility', 'intention', 'benefits', 'resources', 'measurable', 'ability'].map((id) => [
        id,
        'a',
      ]),
    )
    const shown = [after('c', '2026-01-01', 'conditions', { asset: 'p', evidence }), ...events]
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
    const events = [after('c', '2026-01-01', 'conditions', { evidence })]
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
    const { asset: _, ...tested } = after('i', '2026-01-31', 'impair', test)
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
    after('n', '2026-02-28', 'nrv', { asset: 'goods', price: '5.00' }),
    after('s', '2026-03-05', 'sell', { part: { share: '1/3' }, gross: '9.00', vatRate: '6%' }),
    after('l', '2026-06-05', 'lapse'),
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
    after('g', '2026-02-05', 'pledge', { holder: 'a bank', amount: '50.00' }),
    after('d', '2026-02-05', 'develop', { asset: 'p', phase: 'research', amount: '9.00' }),
    after('v', '2026-07-20', 'revise', { schedule: { months: '12' }, reason: 'longer' }),
    { ...buy('2026-01-05', '7.00'), id: 'b', asset: 'y' },
    { ...ready('2026-01-05', '0', { schedule: { indefinite: 'yes' } }), id: 'q', asset: 'y' },
    after('i', '2026-12-31', 'impair', { asset: 'y', fairValueLessCost: '6.00', reason: 'worn' }),
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
    const free = booksOf('2026-12-31', { events: [...events, after('f', '2026-03-05', 'release')] })
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
