/** A million sales among five parties: the monotone split beside what one would use instead. */
import currency from 'currency.js'
import { allocate, dinero, toSnapshot } from 'dinero.js'
import { CNY } from 'dinero.js/currencies'
import { orThrow, share } from 'data-dividend'
import { atLeastTimes, contest, rowOf, type Bench, type Contender, type Row } from './measure.js'

const weights = [40, 25, 20, 10, 5]

/** Amounts from 1 to 9,999 cents that look random and are the same in each run. */
const salesOf = (count: number): readonly number[] => {
  const sales: number[] = []
  for (let at = 0, last = 1; at < count; at += 1) {
    last = (last * 48271) % 2147483647
    sales.push(1 + (last % 9999))
  }
  return sales
}

/** Each sale pays the difference of what the parties hold after it and before. */
const monotone = (parts: readonly number[], sales: readonly number[]): string => {
  const split = share(parts.map(BigInt))
  let [sum, held] = [0n, orThrow(split(0n))]
  let largest = 0n
  for (const sale of sales) {
    sum += BigInt(sale)
    const after = orThrow(split(sum))
    for (let party = 0; party < parts.length; party += 1) {
      const line = after[party]! - held[party]!
      if (line > largest) largest = line
    }
    held = after
  }
  return `${held.join(' ')} ${largest}`
}

const totalled = (
  sales: readonly number[],
  partsOf: (sale: number) => readonly number[],
): string => {
  const held = weights.map(() => 0)
  for (const sale of sales) {
    const parts = partsOf(sale)
    for (let party = 0; party < held.length; party += 1) held[party]! += parts[party]!
  }
  return held.join(' ')
}

const byDinero = (sale: number): readonly number[] =>
  allocate(dinero({ amount: sale, currency: CNY }), weights).map((part) => toSnapshot(part).amount)

const byCurrency = (sale: number): readonly number[] =>
  weights.map((weight) => currency(sale, { fromCents: true }).multiply(weight / 100).intValue)

/** Largest remainder in floats, as it is mostly written by hand. */
const byHand = (sale: number): readonly number[] => {
  const exact = weights.map((weight) => (sale * weight) / 100)
  const parts = exact.map(Math.floor)
  const left = sale - parts.reduce((sum, part) => sum + part, 0)
  const order = exact
    .map((value, index) => ({ index, rest: value - parts[index]! }))
    .sort((a, b) => b.rest - a.rest)
  for (const { index } of order.slice(0, left)) parts[index]! += 1
  return parts
}

/** How far a party's total ends from its exact share of all sales. */
const drift = (answer: string, sales: readonly number[]): string => {
  const sum = sales.reduce((total, sale) => total + sale, 0)
  const held = answer.split(' ').map(Number)
  const off = weights.map((weight, party) => held[party]! - (sum * weight) / 100)
  const lost = held.slice(0, weights.length).reduce((total, part) => total - part, sum)
  const worst = off.reduce((most, each) => (Math.abs(each) > Math.abs(most) ? each : most), 0)
  return `${lost === 0 ? '' : `${lost} cents lost; `}drifts by ${worst.toFixed(1)} cents`
}

const beside = (sales: readonly number[]): readonly Contender[] => {
  const rivals = { 'dinero.js allocate': byDinero, 'currency.js': byCurrency, 'by hand': byHand }
  return [
    { name: 'share', run: () => monotone(weights, sales) },
    ...Object.entries(rivals).map(([name, partsOf]) => ({
      name,
      run: () => totalled(sales, partsOf),
      loses: drift(totalled(sales, partsOf), sales),
    })),
  ]
}

const growth = (count: number, parties: number): Contender => {
  const sales = salesOf(count)
  const parts = Array.from({ length: parties }, (_, party) => party + 1)
  return { name: `${count} × ${parties}`, run: () => monotone(parts, sales) }
}

const rows = (scale: number): readonly Row[] => {
  const count = Math.ceil(1e6 * scale)
  const tenth = Math.ceil(count / 10)
  return [
    ...contest('five parties', 5, beside(salesOf(count))),
    ...contest('ten times the sales', 5, [growth(tenth, 5), growth(tenth * 10, 5)]),
    ...contest('ten times the parties', 5, [growth(tenth, 5), growth(tenth, 50)]),
  ]
}

export const bench: Bench = {
  rows,
  goals: (measured) => [atLeastTimes(5)(rowOf(measured, 'five parties', 'dinero.js allocate'))],
}
