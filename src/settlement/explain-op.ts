/** What single ops say of the slots they fill: formulas and figures, no trees. */
import { isRight } from 'fp-ts/lib/Either.js'
import { exact } from '../core/arithmetic.js'
import type { Explained } from '../core/explained.js'
import type { Arithmetic } from '../core/formula.js'
import { formatPercent, formatRatio, ratio, type Ratio } from '../core/ratio.js'
import { apportion, type ApportionMethod } from '../split/apportion.js'
import type { Apportion, Route, Take, Test } from '../agreement/program.js'
import { rowAt, type Row } from '../agreement/table.js'
import { rowsOf, type Surroundings, type Walked } from './walk.js'

/** The arithmetic of settlement trees: exact, with `webster`, `dhondt` and `largest` of
 * (number of the party, decimal places, base, weight.1 …). */
export const settlementArithmetic: Arithmetic<Ratio> = {
  ...exact,
  call: (name, args) =>
    name === 'webster' || name === 'dhondt' || name === 'largest' ?
      apportioned(name, args)
    : exact.call(name, args),
}

/** A walk, and how its figures are written. */
export interface Figures {
  readonly walked: Walked
  readonly around: Surroundings
  readonly places: number
  readonly money: (minor: bigint) => string
}

export type Side = 'before' | 'after'

/** A ratio of minor units as one of major units. */
export const majorOf =
  (places: number) =>
  ({ num, den }: Ratio): string =>
    formatRatio(ratio(num, den * 10n ** BigInt(places)))

const rowOfTake = (figures: Figures, op: Take, side: Side): Row | undefined =>
  rowAt(rowsOf(op, figures.around), figures.walked[side][op.from] ?? 0n)

/** taken + rate × (base − from), rounded to the currency's places; what is 0 or 1 left out. */
export const takeFormula = (
  figures: Figures,
  op: Take,
  side: Side,
): Pick<Explained, 'formula' | 'source'> => {
  const row = rowOfTake(figures, op, side)
  if (row === undefined) return {}
  const { rate, from, taken } = row
  const whole = rate.num === rate.den ? 'base' : 'rate × base'
  const base = from === 0n ? whole : whole.replace('base', '(base − from)')
  const sum = [...(taken.num === 0n ? [] : ['taken']), ...(rate.num === 0n ? [] : [base])].join(
    ' + ',
  )
  const places = String(figures.places)
  return {
    formula: sum === 'base' ? 'base' : `${row.rounding}(${sum === '' ? '0' : sum}, ${places})`,
    ...(op.clause === undefined ? {} : { source: op.clause.key }),
  }
}

export const takeInputs = (figures: Figures, op: Take, side: Side): readonly Explained[] => {
  const row = rowOfTake(figures, op, side)
  if (row === undefined) return []
  const { rate, from, taken } = row
  const scale = 10n ** BigInt(figures.places)
  const given =
    taken.den === 1n ? figures.money(taken.num) : formatRatio(ratio(taken.num, taken.den * scale))
  return [
    ...(rate.num === 0n || rate.num === rate.den ?
      []
    : [{ label: 'rate', value: formatPercent(rate) }]),
    ...(taken.num === 0n ? [] : [{ label: 'taken', value: given }]),
    ...(from === 0n || rate.num === 0n ? [] : [{ label: 'from', value: figures.money(from) }]),
  ]
}

export const apportionFormula = (
  figures: Figures,
  op: Apportion,
  slot: number,
): Pick<Explained, 'formula'> => {
  const weights = op.weights.map((_, index) => `weight.${String(index + 1)}`).join(', ')
  const party = String(op.to.indexOf(slot) + 1)
  return { formula: `${op.method}(${party}, ${String(figures.places)}, base, ${weights})` }
}

const apportioned = (method: ApportionMethod, args: readonly Ratio[]): Ratio | undefined => {
  const [party, places, base, ...weights] = args
  if (party === undefined || places === undefined || base === undefined) return undefined
  const scale = 10n ** places.num
  const parts = apportion(method)(weights.map(({ num }) => num))((base.num * scale) / base.den)
  const part = isRight(parts) ? parts.right[Number(party.num) - 1] : undefined
  return part === undefined ? undefined : ratio(part, scale)
}

/** The tests that the sale passed, or did not. */
export const routeText = ({ tests, first }: Route, slot: number): string => {
  const text = tests
    .map((test: Test) =>
      'oneOf' in test ? `${test.attribute} = ${test.oneOf.join(' | ')}`
      : 'until' in test ? `at ≤ ${test.until}`
      : 'after' in test ? `at > ${test.after}`
      : 'upTo' in test ? `${test.attribute} ≤ ${formatRatio(test.upTo)}`
      : `${test.attribute} > ${formatRatio(test.above)}`,
    )
    .join(', ')
  return slot === first ? text : `not: ${text}`
}
