import type { Agreement, EventRecord } from 'data-dividend'
import {
  balancesOf,
  checkBooks,
  imbalanceOf,
  partyBalancesOf,
  postSettlement,
  type BooksRules,
} from 'data-dividend/accounting'
import { describe, expect, it } from 'vitest'
import { money, orThrow, settledBy } from './support.js'

const sale = (id: string, amount: string, more: object = {}): EventRecord => ({
  id,
  at: '2026-01-05',
  kind: 'sale',
  amount,
  ...more,
})
const rules = (more: Partial<BooksRules>): BooksRules => ({
  books: 'own',
  entity: 'firm',
  stance: 'principal',
  vat: { rate: '6%', amounts: 'inclusive' },
  ...more,
})
const agreement = (flow: Agreement['flow'], more: Partial<Agreement> = {}): Agreement => ({
  agreement: 'pair',
  currency: 'CNY',
  flow,
  ...more,
})
const rest = { share: { id: 'rest', of: { firm: 1 } } }

/** Balances that are not 0, by role and party, and every tie. */
const posted = (
  own: BooksRules,
  terms: Agreement,
  events: readonly EventRecord[],
): Readonly<Record<string, string>> => {
  const { vouchers, ties } = orThrow(postSettlement(own)(settledBy(terms, events)))
  for (const { entries } of vouchers) expect(imbalanceOf(entries)).toBe(0n)
  for (const tie of ties) {
    expect(tie.owed + tie.awaited, tie.party).toBe(tie.settled - tie.paid)
  }
  return Object.fromEntries(
    [...partyBalancesOf(vouchers)]
      .filter(([, amount]) => amount !== 0n)
      .map(([key, amount]) => [key, money(amount)]),
  )
}

describe('a principal', () => {
  it('pays commissions as selling, levies as its clause says, shares as cost', () => {
    const terms = agreement([
      { commission: { id: 'venue', to: 'exchange', rate: '10%' } },
      { levy: { id: 'fund', to: 'state', rate: '1%' } },
      { share: { id: 'rest', of: { firm: 1, lab: 1 } } },
    ])
    const own = rules({ clauses: { fund: { role: 'surcharge' } } })
    expect(posted(own, terms, [sale('s', '1060.00')])).toEqual({
      receivable: '1060.00',
      revenue: '-1000.00',
      outputVat: '-60.00',
      selling: '106.00',
      'partnerPayable/exchange': '-106.00',
      surcharge: '9.54',
      'levyPayable/state': '-9.54',
      cost: '472.23',
      'partnerPayable/lab': '-472.23',
    })
    expect(posted(rules({}), terms, [sale('s', '1060.00')])).toMatchObject({ admin: '9.54' })
  })

  it('adds tax on top of amounts that do not hold it', () => {
    const terms = agreement([{ share: { id: 'rest', of: { firm: 3, lab: 7 } } }])
    const vat = { rate: '6%', amounts: 'exclusive', partnerRates: { lab: { rate: '6%' } } }
    const events = [sale('s', '1000.00')]
    expect(posted(rules({ vat }), terms, events)).toEqual({
      receivable: '1060.00',
      revenue: '-1000.00',
      outputVat: '-60.00',
      cost: '700.00',
      'partnerPayable/lab': '-700.00',
    })
    const invoices = [{ id: 'i', at: '2026-02-01', party: 'lab' }]
    expect(posted(rules({ vat, invoices }), terms, events)).toMatchObject({
      inputVat: '42.00',
      'partnerPayable/lab': '-742.00',
    })
    const lab = { rate: '6%', creditable: 'no' }
    expect(posted(rules({ vat: { ...vat, partnerRates: { lab } } }), terms, events)).toMatchObject({
      cost: '742.00',
      'partnerPayable/lab': '-742.00',
    })
  })

  it('takes an invoice of a part as it is', () => {
    const terms = agreement([{ share: { id: 'rest', of: { firm: 3, lab: 7 } } }])
    const vat = { rate: '6%', amounts: 'inclusive', partnerRates: { lab: { rate: '6%' } } }
    const invoices = [{ id: 'i', at: '2026-02-01', party: 'lab', tax: '40.00' }]
    expect(posted(rules({ vat, invoices }), terms, [sale('s', '1060.00')])).toMatchObject({
      inputVat: '40.00',
      'partnerPayable/lab': '-740.00',
    })
  })

  it('reverses sides of a refund where that is asked for', () => {
    const terms = agreement([{ share: { id: 'rest', of: { firm: 3, lab: 7 } } }])
    const events = [
      sale('s', '1060.00'),
      { id: 'r', at: '2026-01-09', kind: 'refund', of: 's', amount: '1060.00' },
    ]
    const { vouchers } = orThrow(
      postSettlement(rules({ refunds: 'reversed' }))(settledBy(terms, events)),
    )
    expect(vouchers[1]?.entries.every(({ amount }) => amount > 0n)).toBe(true)
    expect(vouchers[1]?.entries[0]).toEqual({ role: 'receivable', side: 'credit', amount: 106000n })
    expect([...balancesOf(vouchers).values()].filter((amount) => amount !== 0n)).toEqual([])
  })

  it('pays out of what it owes, tax withheld apart', () => {
    const terms = agreement([{ share: { id: 'rest', of: { firm: 3, lab: 7 } } }])
    const events = [
      sale('s', '1000.00'),
      { id: 'p', at: '2026-02-09', kind: 'pay', of: 'lab', amount: '500.00', withheld: '80.00' },
    ]
    expect(posted(rules({}), terms, events)).toMatchObject({
      'partnerPayable/lab': '-200.00',
      bank: '-420.00',
      'withholdingTax/lab': '-80.00',
    })
    expect(posted(rules({ stance: 'agent' }), terms, events)).toMatchObject({
      'heldForPartner/lab': '-200.00',
    })
  })
})

describe('pools', () => {
  const terms = agreement([{ share: { id: 'rest', of: { firm: 1, makers: 1 } } }], {
    pools: { makers: { units: { ana: 3, bo: 1 } } },
  })
  const events = [
    sale('s', '1060.00'),
    { id: 'd', at: '2026-02-01', kind: 'declare', of: 'makers', amount: '400.00' },
  ]

  it('by contract cost when they are funded and are owed to holders when declared', () => {
    expect(posted(rules({}), terms, events)).toMatchObject({
      cost: '530.00',
      'poolPayable/makers': '-130.00',
      'partnerPayable/ana': '-300.00',
      'partnerPayable/bo': '-100.00',
    })
  })

  it('of owners are distributions of profit', () => {
    const balances = posted(rules({ pools: { makers: 'equity' } }), terms, events)
    expect(balances).toMatchObject({ retained: '400.00', 'dividendPayable/ana': '-300.00' })
    expect(balances['cost']).toBeUndefined()
  })

  it('a holder books dividends as revenue, an owner as investment income', () => {
    const own = { entity: 'ana', stance: 'recipient' }
    expect(posted(rules(own), terms, events)).toEqual({
      receivable: '300.00',
      revenue: '-283.02',
      outputVat: '-16.98',
    })
    expect(posted(rules({ ...own, pools: { makers: 'equity' } }), terms, events)).toEqual({
      dividendReceivable: '300.00',
      investmentIncome: '-300.00',
    })
  })
})

describe('reserves and ceilings', () => {
  it('a reserve is held apart and released to the partner', () => {
    const terms = agreement([
      { reserve: { id: 'returns', rate: '20%', over: 1, in: 'held' } },
      { share: { id: 'rest', of: { lab: 1 } } },
    ])
    const own = rules({ pools: { held: 'reserve' } })
    const events = [
      sale('s', '100.00'),
      { id: 'c', at: '2026-02-01', kind: 'close', of: '2026-01' },
    ]
    expect(posted(own, terms, events)).toMatchObject({ 'reservePayable/held': '-20.00' })
    const later = [...events, { id: 'd', at: '2026-03-01', kind: 'close', of: '2026-02' }]
    const balances = posted(own, terms, later)
    expect(balances['reservePayable/held']).toBeUndefined()
    expect(balances['partnerPayable/lab']).toBe('-100.00')
  })

  it('what exceeds a ceiling is no revenue yet', () => {
    const terms = agreement([
      { permitted: { id: 'cap', on: 'period', amount: '60.00', excess: 'over' } },
      rest,
    ])
    const own = rules({ pools: { over: 'excess' }, vat: { rate: '0', amounts: 'inclusive' } })
    expect(posted(own, terms, [sale('s', '100.00')])).toEqual({
      receivable: '100.00',
      revenue: '-60.00',
      contractLiability: '-40.00',
    })
  })
})

describe('advances', () => {
  const terms = agreement([
    { advance: { id: 'ahead', from: 'firm', to: 'lab', amount: '50.00' } },
    { share: { id: 'rest', of: { lab: 1 } } },
  ])
  const paid = { id: 't', at: '2026-01-02', kind: 'transfer', of: 'ahead', amount: '50.00' }
  const zero = { rate: '0', amounts: 'inclusive' }

  it('are prepaid until sales recoup them', () => {
    const own = rules({ vat: zero })
    expect(posted(own, terms, [paid])).toEqual({ prepaid: '50.00', 'partnerPayable/lab': '-50.00' })
    const balances = posted(own, terms, [paid, sale('s', '80.00')])
    expect(balances).toEqual({
      receivable: '80.00',
      revenue: '-80.00',
      cost: '80.00',
      'partnerPayable/lab': '-80.00',
    })
  })

  it('go back to an agent who paid them', () => {
    const own = rules({ stance: 'agent', vat: zero })
    const balances = posted(own, terms, [paid, sale('s', '80.00')])
    expect(balances).toEqual({ receivable: '80.00', 'heldForPartner/lab': '-80.00' })
  })
})

describe('stances by product', () => {
  it('follow an attribute of the sale', () => {
    const terms = agreement([
      {
        when: {
          id: 'product',
          test: { product: 'maps' },
          then: [],
          else: [],
        },
      },
      { share: { id: 'rest', of: { firm: 3, lab: 7 } } },
    ])
    const own = rules({
      vat: { rate: '0', amounts: 'inclusive' },
      stances: { attribute: 'product', of: { maps: 'agent' } },
    })
    expect(posted(own, terms, [sale('s', '100.00', { product: 'maps' })])).toEqual({
      receivable: '100.00',
      otherRevenue: '-30.00',
      'heldForPartner/lab': '-70.00',
    })
    expect(posted(own, terms, [sale('s', '100.00', { product: 'roads' })])).toMatchObject({
      revenue: '-100.00',
    })
  })
})

describe('rules of booking', () => {
  it('are checked before anything is posted', () => {
    expect(checkBooks(rules({ stance: 'owner' }))).toEqual([
      {
        _tag: 'NotOneOf',
        text: 'owner',
        known: ['principal', 'agent', 'recipient'],
        path: ['stance'],
      },
    ])
    expect(checkBooks(rules({ clauses: { fee: { role: 'fees' } } }))).toMatchObject([
      { _tag: 'NotOneOf', text: 'fees', path: ['clauses', 'fee', 'role'] },
    ])
    expect(checkBooks(rules({ vat: { rate: '106%', amounts: 'inclusive' } }))).toMatchObject([
      { _tag: 'RateAboveOne', path: ['vat', 'rate'] },
    ])
  })
})
