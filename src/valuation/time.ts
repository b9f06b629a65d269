/** When money comes, and what it is worth today: PV = Σ CF_t · (1 + r)^(−τ_t).
 *
 *  The timing has no silent default. `end`: τ_t = t. `mid`: τ_t = t − ½. With a stub s (the first
 *  period's length in years) end is s + t − 1, and mid is s/2, then s + t − 3/2. `dated`: actual
 *  days over 365 from the valuation date (评估基准日). The rate is effective a year.
 *  Source: 中评协〔2023〕17号; IVS 105. */
import {
  addRatio,
  compareRatio,
  dayNumber,
  derive,
  formatRatio,
  mulRatio,
  one,
  ratio,
  subRatio,
  zero,
  type CivilDate,
  type Figure,
  type Path,
  type Ratio,
} from '../core/index.js'
import type { ValuationFault } from './fault.js'
import { firstFault } from './fault.js'
import {
  checkLength,
  checkNumber,
  checkRate,
  exactOf,
  figureOf,
  firstOf,
  numbered,
  textOf,
  type Given,
} from './given.js'

/** How flows are discounted. 折现口径 */
export type Discount = { readonly rate: Given } & (
  | { readonly timing: 'end' | 'mid'; readonly stub?: string }
  | { readonly timing: 'dated'; readonly from: CivilDate; readonly dates: readonly CivilDate[] }
)

/** The policy of every method that discounts. */
export interface Discounting {
  readonly discount: Discount
}

/** Growth for ever after the last flow; `at` says whose factor discounts it: the last flow's, or
 * that of the last period's end. 永续期 */
export interface Terminal {
  readonly growth: Given
  readonly at: 'flow' | 'end'
}

export interface Annuity {
  readonly rate: Given
  /** Periods, a whole number. */
  readonly life: Given
}

/** Faults of a discount for so many flows. */
export const checkDiscount = (discount: Discount, flows: number): ValuationFault | undefined =>
  firstFault(
    checkRate(['discount', 'rate'], discount.rate),
    discount.timing === 'dated' ?
      checkDates(discount.from, discount.dates, flows)
    : checkStub(discount.stub),
  )

/** Faults of a terminal value at a discount rate. */
export const checkTerminal = (
  path: Path,
  terminal: Terminal | undefined,
  { rate }: Discount,
): ValuationFault | undefined => {
  if (terminal === undefined) return undefined
  const [g, r] = [figureOf(terminal.growth).value, figureOf(rate).value]
  return firstFault(
    checkRate([...path, 'growth'], terminal.growth),
    g === undefined || r === undefined || g.lt(r) ?
      undefined
    : {
        _tag: 'GrowthNotBelowRate',
        growth: textOf(terminal.growth),
        rate: textOf(rate),
        path: [...path, 'growth'],
      },
  )
}

/** Flows, each with its own factor, and a terminal value after them.
 * @param name of a flow in the tree: `ebit`, `saved`, … */
export const presentValue = (
  discount: Discount,
  name: string,
  flows: readonly Figure[],
  terminal?: Terminal,
): Figure => {
  const rate = figureOf(discount.rate)
  const years = derive(
    'Σ year',
    numbered(
      'year',
      flows.map((flow, t) =>
        derive(`${name} × factor`, {
          [name]: flow,
          factor: factorAt(rate, yearsTo(discount, t + 1)),
        }),
      ),
    ),
  )
  const last = flows.at(-1)
  return terminal === undefined || last === undefined ?
      years
    : derive('years + terminal', {
        years,
        terminal: terminalValue(discount, rate, terminal, name, last, flows.length),
      })
}

/** The present value of 1 a period: (1 − (1 + rate)^−life) / rate, and `life` where rate is 0. */
export const annuityFigure = (rate: Figure, life: Figure): Figure =>
  rate.value?.isZero() === true ?
    derive('life', { life })
  : derive('(1 − (1 + rate)^−life) / rate', { rate, life })

/** (1 + rate)^−τ. */
export const factorAt = (rate: Figure, years: Ratio): Figure => {
  const text = formatRatio(years)
  return derive(`(1 + rate)^−${text.includes('/') ? `(${text})` : text}`, { rate })
}

/** Years from the valuation date to flow t = 1, 2, …; of a half year past the last for a period's
 * end, see `at`. */
export const yearsTo = (discount: Discount, t: number): Ratio => {
  if (discount.timing === 'dated') {
    const date = discount.dates[t - 1]
    return date === undefined ? zero : (
        ratio(BigInt(dayNumber(date) - dayNumber(discount.from)), 365n)
      )
  }
  const end = periodEnd(discount.stub, t)
  if (discount.timing === 'end') return end
  return t === 1 ? mulRatio(end, half) : subRatio(end, half)
}

const half = ratio(1n, 2n)

const periodEnd = (stub: string | undefined, t: number): Ratio =>
  addRatio(stub === undefined ? one : exactOf(stub), ratio(BigInt(t - 1)))

const terminalValue = (
  discount: Discount,
  rate: Figure,
  { growth, at }: Terminal,
  name: string,
  last: Figure,
  count: number,
): Figure => {
  const residual = derive(`${name} × (1 + growth) / positive(rate − growth)`, {
    [name]: last,
    growth: figureOf(growth),
    rate,
  })
  const years =
    at === 'flow' || discount.timing === 'dated' ?
      yearsTo(discount, count)
    : periodEnd(discount.stub, count)
  return derive('residual × factor', { residual, factor: factorAt(rate, years) })
}

const checkStub = (stub: string | undefined): ValuationFault | undefined => {
  if (stub === undefined) return undefined
  const path = ['discount', 'stub']
  const years = exactOf(stub)
  return (
    checkNumber(path, stub) ??
    (compareRatio(years, zero) > 0 && compareRatio(years, one) <= 0 ?
      undefined
    : { _tag: 'ShareOutOfRange', given: stub, path })
  )
}

const checkDates = (
  from: CivilDate,
  dates: readonly CivilDate[],
  flows: number,
): ValuationFault | undefined =>
  checkLength(['discount', 'dates'], dates, flows) ??
  firstOf(dates, (date, i) =>
    date < from ?
      { _tag: 'DateBeforeValuation', date, from, path: ['discount', 'dates', i] }
    : undefined,
  )
