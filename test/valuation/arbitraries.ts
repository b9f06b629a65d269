/** What the laws of valuations are tried on: amounts, rates and lists that reach the edges. */
import fc from 'fast-check'
import { decimal, type Decimal } from 'data-dividend'
import type { Worth } from 'data-dividend/valuation'

export const money = fc.oneof(
  fc.constantFrom('0', '0.01', '1', '99999999999999999999.99'),
  fc
    .integer({ min: 0, max: 100_000_000 })
    .map((cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`),
)
export const positive = money.map((text) => (Number(text) === 0 ? '1' : text))
export const flows = fc.array(money, { minLength: 1, maxLength: 8 })
export const signed = fc.array(fc.integer({ min: -1000, max: 1000 }).map(String), {
  minLength: 1,
  maxLength: 6,
})
export const percent = fc.integer({ min: 0, max: 100 }).map((p) => `${p}%`)
export const rate = fc.integer({ min: -50, max: 300 }).map((p) => `${p}%`)
export const timing = fc.constantFrom('end', 'mid') as fc.Arbitrary<'end' | 'mid'>
export const value = ({ figure }: Worth): Decimal => figure.value!
export const near = (a: Decimal, b: Decimal, scale: Decimal = a) =>
  a.minus(b).abs().lte(scale.abs().plus(b.abs()).times('1e-40'))
export const times = (by: string) => (text: string) => decimal(text).times(by).toString()
export const all = <A>(property: fc.IPropertyWithHooks<A>, numRuns = 60) => {
  fc.assert(property, { numRuns })
}
