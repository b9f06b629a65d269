/** Discount rates: how they are built, and whether the assets' rates agree with the whole's.
 *
 *  build-up 累加法 r_f + Σ premia; CAPM r_f + β·ERP + α; WACC E/(E+D)·k_e + D/(E+D)·k_d·(1 − T);
 *  WARA Σ FV·r / Σ FV, compared with the WACC within a named tolerance; the implied rate of
 *  goodwill is (WACC·ΣFV − Σ of the others) / FV of goodwill. Source: IVS 103; The Appraisal
 *  Foundation, Contributory Assets (2010). */
import type { Either } from 'fp-ts/lib/Either.js'
import { derive, type Figure } from '../core/index.js'
import { firstFault, type ValuationFault, type ValuationWarning } from './fault.js'
import {
  checkCost,
  checkFlows,
  checkNonzero,
  checkNumber,
  checkPositive,
  checkRate,
  checkShare,
  figureOf,
  firstField,
  labelled,
  type Given,
} from './given.js'
import { worth, type Worth } from './worth.js'

/** Rates % by name; the risk-free rate and its premia. */
export interface BuildUpInput {
  readonly riskFree: Given
  readonly premia: Readonly<Record<string, Given>>
}

/** Rates %, beta a number. */
export interface CapmInput {
  readonly riskFree: Given
  readonly beta: Given
  readonly equityPremium: Given
  readonly specific?: Given
}

/** ¤ values, rates and tax %. */
export interface WaccInput {
  readonly equity: Given
  readonly debt: Given
  readonly costOfEquity: Given
  readonly costOfDebt: Given
  readonly tax: Given
}

/** ¤ fair value and % rate of an asset. */
export interface AssetReturn {
  readonly value: Given
  readonly rate: Given
}

export interface WaraInput {
  readonly assets: Readonly<Record<string, AssetReturn>>
  /** % that the result is compared with (a WACC, a deal's IRR), and how far apart is fine. */
  readonly against?: { readonly rate: Given; readonly tolerance: Given }
}

export interface GoodwillInput {
  readonly wacc: Given
  readonly others: Readonly<Record<string, AssetReturn>>
  /** ¤. */
  readonly goodwill: Given
}

/** A nominal rate made effective a year: (1 + nominal / times)^times − 1.
 * @returns Left NotARatio, FactorNotPositive or RateTooLow
 * @example
 * import { orThrow } from 'data-dividend'
 * import { effectiveRate, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(6)(orThrow(effectiveRate('12%', '12'))) // => '0.126825' */
export const effectiveRate = (nominal: Given, times: Given): Either<ValuationFault, Worth> =>
  worth(firstFault(checkPositive(['times'], times), checkRate(['nominal'], nominal)), () => ({
    figure: derive('(1 + nominal / times)^times − 1', {
      nominal: figureOf(nominal),
      times: figureOf(times),
    }),
  }))

/** 累加法: riskFree + Σ premium. @returns Left NotARatio
 * @example
 * import { orThrow } from 'data-dividend'
 * import { buildUp, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(buildUp({ riskFree: '4%', premia: { equity: '6%', size: '2%' } }))) // => '0.12' */
export const buildUp = ({ riskFree, premia }: BuildUpInput): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      checkNumber(['riskFree'], riskFree),
      firstField(premia, (premium, name) => checkNumber(['premia', name], premium)),
    ),
    () => ({
      figure: derive('riskFree + Σ premium', {
        riskFree: figureOf(riskFree),
        ...Object.fromEntries(
          labelled('premium', premia).map(({ label, item }) => [label, figureOf(item)]),
        ),
      }),
    }),
  )

/** 资本资产定价模型: riskFree + beta × equityPremium + specific. @returns Left NotARatio
 * @example
 * import { orThrow } from 'data-dividend'
 * import { capm, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(capm({ riskFree: '3%', beta: '1.2', equityPremium: '5%' }))) // => '0.09' */
export const capm = (input: CapmInput): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      checkNumber(['riskFree'], input.riskFree),
      checkNumber(['beta'], input.beta),
      checkNumber(['equityPremium'], input.equityPremium),
      input.specific === undefined ? undefined : checkNumber(['specific'], input.specific),
    ),
    () => {
      const inputs = {
        riskFree: figureOf(input.riskFree),
        beta: figureOf(input.beta),
        equityPremium: figureOf(input.equityPremium),
      }
      return {
        figure:
          input.specific === undefined ?
            derive('riskFree + beta × equityPremium', inputs)
          : derive('riskFree + beta × equityPremium + specific', {
              ...inputs,
              specific: figureOf(input.specific),
            }),
      }
    },
  )

/** 加权平均资本成本: equity and debt by their weights, debt after tax.
 * @returns Left NotARatio, NegativeCost, RateTooLow, ShareOutOfRange or ZeroDenominator
 * @example
 * import { orThrow } from 'data-dividend'
 * import { roundedWorth, wacc } from 'data-dividend/valuation'
 * roundedWorth(4)(orThrow(wacc({
 *   equity: '700', debt: '300', costOfEquity: '12%', costOfDebt: '6%', tax: '25%',
 * }))) // => '0.0975' */
export const wacc = (input: WaccInput): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      checkCost(['equity'], input.equity),
      checkCost(['debt'], input.debt),
      checkRate(['costOfEquity'], input.costOfEquity),
      checkRate(['costOfDebt'], input.costOfDebt),
      checkShare(['tax'], input.tax),
      checkNonzero(['equity'], [input.equity, input.debt]),
    ),
    () => {
      const [equity, debt] = [figureOf(input.equity), figureOf(input.debt)]
      return {
        figure: derive('own × costOfEquity + borrowed × costOfDebt × (1 − tax)', {
          own: derive('equity / (equity + debt)', { equity, debt }),
          costOfEquity: figureOf(input.costOfEquity),
          borrowed: derive('debt / (equity + debt)', { equity, debt }),
          costOfDebt: figureOf(input.costOfDebt),
          tax: figureOf(input.tax),
        }),
      }
    },
  )

/** 加权平均资产回报率: Σ asset × rate / Σ asset; a warning where it is off what it is compared with.
 * @returns Left NoFlows, NotARatio, NegativeCost, RateTooLow or ZeroDenominator
 * @example
 * import { orThrow } from 'data-dividend'
 * import { roundedWorth, wara } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(wara({
 *   assets: { land: { value: '300', rate: '5%' }, data: { value: '100', rate: '13%' } },
 * }))) // => '0.07' */
export const wara = ({ assets, against }: WaraInput): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      checkAssets(['assets'], assets),
      against && checkNumber(['against', 'rate'], against.rate),
      against && checkCost(['against', 'tolerance'], against.tolerance),
      checkNonzero(
        ['assets'],
        Object.values(assets).map(({ value }) => value),
      ),
    ),
    () => {
      const figure = derive('earned / held', returnsOf(assets))
      return { figure, warnings: apart(figure, against) }
    },
  )

/** Implied rate of goodwill: what goodwill must earn for the assets to earn the WACC.
 * Formula: (wacc × (held + goodwill) − earned) / goodwill.
 * @returns Left NotARatio, FactorNotPositive, NegativeCost or RateTooLow
 * @example
 * import { orThrow } from 'data-dividend'
 * import { impliedGoodwillRate, roundedWorth } from 'data-dividend/valuation'
 * roundedWorth(2)(orThrow(impliedGoodwillRate({
 *   wacc: '10%', others: { land: { value: '100', rate: '5%' } }, goodwill: '100',
 * }))) // => '0.15' */
export const impliedGoodwillRate = (input: GoodwillInput): Either<ValuationFault, Worth> =>
  worth(
    firstFault(
      checkRate(['wacc'], input.wacc),
      checkAssets(['others'], input.others),
      checkPositive(['goodwill'], input.goodwill),
    ),
    () => ({
      figure: derive('(wacc × (held + goodwill) − earned) / goodwill', {
        wacc: figureOf(input.wacc),
        ...returnsOf(input.others),
        goodwill: figureOf(input.goodwill),
      }),
    }),
  )

const checkAssets = (
  path: readonly string[],
  assets: Readonly<Record<string, AssetReturn>>,
): ValuationFault | undefined =>
  firstFault(
    checkFlows(
      path,
      Object.values(assets).map(({ value }) => value),
    ),
    firstField(assets, ({ value, rate }, name) =>
      firstFault(
        checkCost([...path, name, 'value'], value),
        checkRate([...path, name, 'rate'], rate),
      ),
    ),
  )

const returnsOf = (assets: Readonly<Record<string, AssetReturn>>) => {
  const rows = labelled('asset', assets).map(({ label, item }) => ({
    label,
    value: figureOf(item.value),
    rate: figureOf(item.rate),
  }))
  return {
    earned: derive(
      'Σ asset',
      Object.fromEntries(
        rows.map(({ label, value, rate }) => [label, derive('value × rate', { value, rate })]),
      ),
    ),
    held: derive('Σ asset', Object.fromEntries(rows.map(({ label, value }) => [label, value]))),
  }
}

const apart = (figure: Figure, against: WaraInput['against']): readonly ValuationWarning[] => {
  if (against === undefined || figure.value === undefined) return []
  const rate = figureOf(against.rate).value
  const off = rate && figure.value.minus(rate).abs()
  const limit = figureOf(against.tolerance).value
  return off === undefined || limit === undefined || off.lte(limit) ?
      []
    : [
        {
          _tag: 'RatesApart',
          wara: figure.value.toString(),
          against: String(rate),
          path: ['against'],
        },
      ]
}
