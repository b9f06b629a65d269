import { carryingOf } from 'data-dividend/accounting'
import { describe, expect, it } from 'vitest'
import { booksOf, buy, left, money, ready, stock, after } from './support.js'

describe('charges', () => {
  it('begin in the month an asset is ready, and there is none in the month it leaves', () => {
    const events = [buy('2026-01-05', '36.00'), ready('2026-02-28', '36')]
    expect(left('2026-02-28', events).accumulatedAmortisation).toBe('-1.00')
    const gone = [...events, after('s', '2026-04-01', 'sell', { gross: '34.00', vatRate: '0' })]
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

  it('of an opening go on with its schedule, or begin anew from what is carried', () => {
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
      after('v', '2026-07-20', 'revise', { schedule: { months: '12' }, reason: 'longer' }),
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
      after('s', '2026-03-10', 'sell', { part: { share: '1/3' }, gross: '0.00', vatRate: '6%' }),
    ]
    const { assets } = booksOf('2026-03-31', { events })
    expect(assets[0]).toMatchObject({ cost: 6000n, amortised: 1333n + 667n })
    expect(left('2026-03-31', events).disposalGain).toBe('23.33')
  })

  it('lapsed inventory: ordinary, by a disaster, by bad care with its tax', () => {
    const lapse = (more: object) =>
      left('2026-01-31', [stock('100.00'), after('l', '2026-01-10', 'lapse', more)])
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
      after('c', '2026-01-01', 'conditions', { evidence }),
      after('d', '2026-01-05', 'develop', { phase: 'development', amount: '9.00' }),
      after('l', '2026-01-10', 'lapse'),
    ]
    expect(left('2026-01-31', events)).toEqual({ rdExpense: '9.00', bank: '-9.00' })
  })

  it('a transfer moves what is carried, without a gain', () => {
    const events = [
      buy('2026-01-05', '12.00'),
      ready('2026-01-05', '12'),
      after('t', '2026-03-10', 'transfer', { class: 'inventory' }),
    ]
    expect(left('2026-12-31', events)).toEqual({
      inventory: '10.00',
      admin: '2.00',
      bank: '-12.00',
    })
    const back = [
      ...events,
      after('u', '2026-04-10', 'transfer', { class: 'intangible', column: 'other' }),
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
    after('h', '2026-03-10', 'hold', { fairValueLessCost: '90.00' }),
  ]

  it('nothing is charged, and a sale gains over what it is measured at', () => {
    expect(left('2026-05-31', held)).toMatchObject({ admin: '20.00', heldForSale: '100.00' })
    const sold = [...held, after('s', '2026-06-10', 'sell', { gross: '106.00', vatRate: '6%' })]
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

  it('given up, it stands as if charged all the time, or at what is recoverable', () => {
    const back = (recoverable: string) => {
      const events = [...held, after('u', '2026-06-10', 'unhold', { recoverable })]
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
      after('s', '2026-02-05', 'sell', { gross: '212.00', vatRate: '6%' }),
    ]
    expect(left('2026-01-31', events, { surcharge: '12%' }).unpaidVat).toBeUndefined()
    expect(left('2026-02-28', events, { surcharge: '12%' })).toMatchObject({
      unpaidVat: '-6.00',
      surcharge: '0.72',
      surchargePayable: '-0.72',
    })
  })

  it('is deferred where books are slower than the tax law, and goes with the asset', () => {
    const tax = { rate: '25%', months: '12' }
    const events = [buy('2026-01-05', '240.00'), ready('2026-01-05', '24')]
    expect(left('2026-12-31', events, { tax })).toMatchObject({
      deferredTaxLiability: '-30.00',
      incomeTax: '30.00',
    })
    const gone = [...events, after('l', '2027-01-05', 'lapse')]
    expect(left('2027-12-31', gone, { tax }).deferredTaxLiability).toBeUndefined()
  })
})
