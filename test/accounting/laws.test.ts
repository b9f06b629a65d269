import fc from 'fast-check'
import {
  balancesOf,
  carryingOf,
  disclosureOf,
  groupLoss,
  imbalanceOf,
  joinVouchers,
  keepBooks,
  methods,
  planOf,
  postSettlement,
  scheduleOf,
  tiesOf,
  weightsOf,
  type BooksRules,
  type TimeMethod,
} from 'data-dividend/accounting'
import { splitVat } from 'data-dividend/payout'
import { stories } from 'data-dividend/laws'
import { describe, expect, it } from 'vitest'
import { registers } from './histories.js'
import { day, orThrow, settledBy } from './support.js'

const runs = { numRuns: 60 }
const timeMethods = methods.filter((method): method is TimeMethod => method !== 'units')
const bases = fc.oneof(fc.bigInt(0n, 300n), fc.bigInt(0n, 10n ** 17n))

describe('schedules', () => {
  it('sum to their base, no row negative, under cumulative and remaining', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...timeMethods),
        fc.constantFrom('cumulative' as const, 'remaining' as const),
        fc.integer({ min: 1, max: 12 }),
        bases,
        fc.bigInt(0n, 100n),
        (method, rounding, years, cost, part) => {
          const residual = (cost * part) / 100n
          const weights = orThrow(weightsOf(method)({ months: 12 * years, cost, residual }))
          const charges = scheduleOf(orThrow(planOf(rounding, weights)(cost - residual)))
          expect(charges.reduce((a, b) => a + b, 0n)).toBe(cost - residual)
          expect(charges.every((charge) => charge >= 0n)).toBe(true)
        },
      ),
    )
  })

  it('level is refused or has no negative row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), bases, (months, cost) => {
        const weights = orThrow(weightsOf('straight')({ months, cost, residual: 0n }))
        const plan = planOf('level', weights)(cost)
        if (plan._tag === 'Right') {
          expect(scheduleOf(plan.right).every((charge) => charge >= 0n)).toBe(true)
        } else expect(BigInt(plan.left.last) < 0n).toBe(true)
      }),
    )
  })
})

describe('tax and losses', () => {
  it('net and tax add up, whatever the sign', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(0n, 100n), (gross, percent) => {
        const rate = { num: percent, den: 100n }
        const { net, tax } = splitVat(rate)(gross)
        expect(net + tax).toBe(gross)
        expect(splitVat(rate)(-gross)).toEqual({ net: -net, tax: -tax })
      }),
    )
  })

  it('a group loses its loss, no member below its floor', () => {
    const member = fc.record({ carrying: fc.bigInt(0n, 1000n), floor: fc.bigInt(0n, 1000n) })
    fc.assert(
      fc.property(
        fc.array(member, { maxLength: 6 }),
        fc.bigInt(0n, 100n),
        fc.bigInt(0n, 5000n),
        (members, goodwill, loss) => {
          const split = groupLoss({ goodwill, members })(loss)
          const taken = split.losses.reduce((a, b) => a + b, 0n)
          expect(split.goodwill + taken + split.unallocated).toBe(loss)
          members.forEach(({ carrying, floor }, index) => {
            const lost = split.losses[index] ?? 0n
            expect(lost >= 0n).toBe(true)
            if (lost > 0n) expect(carrying - lost >= floor).toBe(true)
          })
          const spare = members.some(({ carrying, floor }, index) => {
            const least = floor < carrying ? carrying - floor : 0n
            return (split.losses[index] ?? 0n) < least
          })
          if (spare) expect(split.unallocated).toBe(0n)
        },
      ),
    )
  })
})

const until = day('2028-12-31')

describe('books of random registers', () => {
  it('every voucher balances, every tie of both tables holds', () => {
    fc.assert(
      fc.property(registers(), (register) => {
        const books = orThrow(keepBooks(until)(register))
        for (const { id, entries } of books.vouchers) expect(imbalanceOf(entries), id).toBe(0n)
        for (const year of [2025, 2026, 2027, 2028]) {
          for (const table of ['I', 'II'] as const) {
            const ties = tiesOf(disclosureOf(table, year)(books))(books)
            expect(ties.filter(({ one, other }) => one !== other)).toEqual([])
          }
        }
      }),
      runs,
    )
  })

  it('assets stand at what the ledger says, none below zero', () => {
    fc.assert(
      fc.property(registers(), (register) => {
        const { assets, vouchers } = orThrow(keepBooks(until)(register))
        const balances = balancesOf(vouchers)
        const ledger = (
          [
            'intangible',
            'accumulatedAmortisation',
            'intangibleProvision',
            'inventory',
            'inventoryProvision',
            'rdCapitalised',
            'heldForSale',
            'heldForSaleProvision',
          ] as const
        ).reduce((sum, role) => sum + (balances.get(role) ?? 0n), 0n)
        expect(assets.reduce((sum, asset) => sum + carryingOf(asset), 0n)).toBe(ledger)
        for (const asset of assets) {
          expect(asset.cost >= 0n && asset.amortised >= 0n && asset.provision >= 0n).toBe(true)
          expect(carryingOf(asset) >= 0n, asset.id).toBe(true)
        }
      }),
      runs,
    )
  })

  it('books up to a day are a part of those up to a later one', () => {
    fc.assert(
      fc.property(registers(), fc.constantFrom('2025-06-30', '2026-02-28'), (register, text) => {
        const early = orThrow(keepBooks(day(text))(register))
        const late = orThrow(keepBooks(until)(register))
        expect(late.vouchers.filter(({ at }) => at <= text)).toEqual(early.vouchers)
      }),
      runs,
    )
  })

  it('an event written twice is booked once', () => {
    fc.assert(
      fc.property(registers(), (register) => {
        const twice = { ...register, events: register.events.flatMap((one) => [one, one]) }
        expect(orThrow(keepBooks(until)(twice)).vouchers).toEqual(
          orThrow(keepBooks(until)(register)).vouchers,
        )
      }),
      { numRuns: 20 },
    )
  })

  it('CAS never takes back the impairment of an intangible', () => {
    fc.assert(
      fc.property(registers(), (register) => {
        for (const { entries } of orThrow(keepBooks(until)(register)).vouchers) {
          const takesBack = entries.some((e) => e.role === 'impairmentLoss' && e.side === 'credit')
          const from = entries.some((e) => e.role === 'intangibleProvision' && e.side === 'debit')
          expect(takesBack && from && entries.every((e) => e.role !== 'heldForSale')).toBe(false)
        }
      }),
      runs,
    )
  })

  it.each(['ifrs', 'us'])('%s keeps the ties too', (framework) => {
    fc.assert(
      fc.property(registers({ framework }), (register) => {
        const books = orThrow(keepBooks(until)(register))
        for (const { entries } of books.vouchers) expect(imbalanceOf(entries)).toBe(0n)
        const ties = tiesOf(disclosureOf('I', 2027)(books))(books)
        expect(ties.filter(({ one, other }) => one !== other)).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

const rules = fc.record({
  entity: fc.constantFrom('p1', 'p2', 'nobody'),
  stance: fc.constantFrom('principal', 'agent'),
  amounts: fc.constantFrom('inclusive', 'exclusive'),
  invoicedBy: fc.constantFrom('entity', 'partner'),
  refunds: fc.constantFrom('red', 'reversed'),
  creditable: fc.constantFrom('yes', 'no'),
})

const booksRules = ({
  entity,
  stance,
  amounts,
  invoicedBy,
  refunds,
  creditable,
}: Readonly<
  Record<'entity' | 'stance' | 'amounts' | 'invoicedBy' | 'refunds' | 'creditable', string>
>): BooksRules => ({
  books: 'own',
  entity,
  stance,
  refunds,
  vat: {
    rate: '6%',
    amounts,
    invoicedBy,
    partnerRates: { p1: { rate: '6%' }, p2: { rate: '6%', creditable }, p3: { rate: '3%' } },
  },
  invoices: [{ id: 'i1', at: '2026-02-01', party: 'p3' }],
})

describe('settlements to books', () => {
  it('balance, and owe each party what the settlement says', () => {
    fc.assert(
      fc.property(stories({ refunds: 'net' }), rules, ({ agreement, events }, choice) => {
        const posting = orThrow(postSettlement(booksRules(choice))(settledBy(agreement, events)))
        for (const { id, entries } of posting.vouchers) expect(imbalanceOf(entries), id).toBe(0n)
        for (const { party, owed, awaited, settled, paid } of posting.ties) {
          expect(owed + awaited, party).toBe(settled - paid)
        }
      }),
      runs,
    )
  })

  it('posted twice are posted once', () => {
    fc.assert(
      fc.property(stories({ refunds: 'net' }), rules, ({ agreement, events }, choice) => {
        const { vouchers } = orThrow(
          postSettlement(booksRules(choice))(settledBy(agreement, events)),
        )
        expect(joinVouchers(joinVouchers([])(vouchers))(vouchers)).toEqual(
          joinVouchers([])(vouchers),
        )
      }),
      { numRuns: 20 },
    )
  })

  it('under original, a full refund leaves every balance 0', () => {
    fc.assert(
      fc.property(
        stories({ refunds: 'original', declare: false }),
        rules,
        ({ agreement, events }, choice) => {
          const sales = events.filter(({ kind }) => kind === 'sale')
          const back = sales.map(({ id, amount }) => {
            return {
              id: `back-${id}`,
              at: '2026-12-31',
              kind: 'refund',
              of: id,
              amount: amount ?? '0',
            }
          })
          const posting = orThrow(
            postSettlement({ ...booksRules(choice), invoices: [] })(
              settledBy(agreement, [...sales, ...back]),
            ),
          )
          for (const [role, amount] of balancesOf(posting.vouchers)) expect(amount, role).toBe(0n)
        },
      ),
      runs,
    )
  })
})
