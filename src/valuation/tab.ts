/** Tax amortisation benefit (税务摊销收益): a buyer may write the asset off against tax, which is
 *  itself worth money, which may itself be written off.
 *
 *  TAB = 1 / (1 − (t/n) · a(n, k)), with a(n, k) times (1 + k)^½ in mid-year; V = V_before · TAB
 *  removes the circle. n is the life that the tax law fixes, not the useful life; in China at
 *  least 10 years, or the term of the right (企业所得税法实施条例 art. 67).
 *  Source: Mard, Hitchner, Hyden, Valuation for Financial Reporting (2007); IVS 210. */
import type { Either } from 'fp-ts/lib/Either.js'
import { derive, type Figure, type Path } from '../core/index.js'
import { firstFault, type ValuationFault } from './fault.js'
import { checkRate, checkShare, checkWhole, figureOf, type Given } from './given.js'
import { annuityFigure } from './time.js'
import { worth, type Worth } from './worth.js'

/** The write-off that the tax law allows: life in whole years. */
export interface TaxLife {
  readonly life: Given
  readonly timing: 'end' | 'mid'
}

/** Tax %, life in years, rate %. */
export interface TabInput extends TaxLife {
  readonly tax: Given
  readonly rate: Given
}

/** The factor by which the benefit lifts a value. Formula: 1 / (1 − tax / life × annuity).
 * @returns Left ShareOutOfRange (also for a tax of 100%), NotWhole, RateTooLow or ZeroDenominator
 * laws: at least 1; at a rate of 0 it is 1 / (1 − tax)
 * @example
 * import { orThrow } from 'data-dividend'
 * import { roundedWorth, tab } from 'data-dividend/valuation'
 * const factor = orThrow(tab({ tax: '25%', life: '15', rate: '12%', timing: 'end' }))
 * roundedWorth(6)(factor) // => '1.128050' */
export const tab = (input: TabInput): Either<ValuationFault, Worth> =>
  worth(
    checkTab([], input, input.tax) ??
      checkRate(['rate'], input.rate) ??
      checkDenominator([], tabFigure(input, figureOf(input.tax), figureOf(input.rate))),
    () => ({ figure: tabFigure(input, figureOf(input.tax), figureOf(input.rate)) }),
  )

export const checkTab = (
  path: Path,
  life: TaxLife | undefined,
  tax: Given,
): ValuationFault | undefined =>
  life === undefined ? undefined : (
    firstFault(
      checkShare([...path, 'tax'], tax),
      figureOf(tax).value?.eq(1) === true ?
        { _tag: 'ShareOutOfRange', given: '1', path: [...path, 'tax'] }
      : undefined,
      checkWhole([...path, 'life'], life.life),
    )
  )

export const tabFigure = ({ life, timing }: TaxLife, tax: Figure, rate: Figure): Figure => {
  const years = figureOf(life)
  const inputs = { tax, life: years, annuity: annuityFigure(rate, years) }
  return timing === 'end' ?
      derive('1 / positive(1 − tax / life × annuity)', inputs)
    : derive('1 / positive(1 − tax / life × annuity × half)', {
        ...inputs,
        half: derive('(1 + rate)^0.5', { rate }),
      })
}

/** A value before and after the benefit; the value itself where none is claimed. */
export const withTab = (
  before: Figure,
  life: TaxLife | undefined,
  tax: Figure,
  rate: Figure,
): Figure =>
  life === undefined ? before : derive('before × tab', { before, tab: tabFigure(life, tax, rate) })

const checkDenominator = (path: Path, figure: Figure): ValuationFault | undefined =>
  figure.value === undefined ? { _tag: 'ZeroDenominator', path } : undefined
