/** What taxes, price tax and conversion keep for any amount. */
import { ratio } from 'data-dividend'
import { convert, grossUp, regimes, splitVat, taxOn } from 'data-dividend/payout'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { holds } from '../runs.js'
import { orThrow } from './cases.js'

const items = regimes.flatMap(({ id, withhold }) =>
  Object.entries(withhold?.items ?? {}).map(([item, terms]) => ({ id, item, terms })),
)

/** Amounts around every bend of the tables, small ones, and huge ones. */
const amounts = fc.oneof(
  { weight: 4, arbitrary: fc.bigInt(0n, 1_000_000n) },
  { weight: 2, arbitrary: fc.bigInt(0n, 10_000_000_000n) },
  { weight: 1, arbitrary: fc.bigInt(0n, 10n ** 18n) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(80000n, 400000n, 2500000n, 6250000n, 375000n), fc.bigInt(-2n, 2n))
      .map(([bend, by]) => bend + by),
  },
)

const particulars = fc.record({
  months: fc.integer({ min: 0, max: 12 }),
  allowances: fc.bigInt(0n, 100000n),
})

describe('a tax', () => {
  it('begins at 0 and rises by 0 or 1, so it is a lawful T', () => {
    holds(
      fc.property(fc.constantFrom(...items), particulars, amounts, ({ terms }, given, income) => {
        const tax = (of: bigint) => taxOn(terms, given)(ratio(of)).due
        const step = tax(income + 1n) - tax(income)
        return tax(0n) === 0n && (step === 0n || step === 1n)
      }),
      600,
    )
  })

  it('is grossed up to the least gross that leaves the net', () => {
    holds(
      fc.property(fc.constantFrom(...items), particulars, amounts, ({ terms }, given, net) => {
        const { income, due } = orThrow(grossUp(terms, given)(net))
        const less = income.num - 1n
        return (
          income.num - due === net &&
          (less < 0n || less - taxOn(terms, given)(ratio(less)).due < net)
        )
      }),
    )
  })
})

describe('value added tax and conversion', () => {
  it('lose nothing, and do not fall as the amount rises', () => {
    const rates = fc.constantFrom(ratio(6n, 100n), ratio(3n, 100n), ratio(1n, 100n), ratio(0n))
    holds(
      fc.property(rates, amounts, (rate, gross) => {
        const { net, tax } = splitVat(rate)(gross)
        return net + tax === gross && tax >= 0n && splitVat(rate)(gross + 1n).net >= net
      }),
    )
    const pair = {
      base: { code: 'USD', digits: 2 },
      quote: { code: 'JPY', digits: 0 },
      rate: ratio(15237n, 100n),
    }
    holds(
      fc.property(fc.constantFrom('USD', 'JPY'), amounts, (from, amount) => {
        const to = convert(pair)(from)
        return to(0n) === 0n && to(amount + 1n) >= to(amount)
      }),
    )
  })
})
