/** Payments in time and what survives: annuities, rates of return, curves of survival. */
import { isLeft, left, map, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { parseDate, type CivilDate } from '../core/index.js'
import { annuity, perpetuity } from './annuity.js'
import type { ValuationFault } from './fault.js'
import { figureOf, type Given } from './given.js'
import { irr } from './irr.js'
import type { Method } from './method.js'
import { curveOf, survivalAt, weibullMean, weibullMedian, type CurveWritten } from './survival.js'
import { worth, type Worth } from './worth.js'

export const timeMethods: readonly Method[] = [
  {
    id: 'time.annuity',
    name: { en: 'annuity, level or growing', zh: '年金（等额或增长）' },
    source: 'IVS 103',
    discounts: false,
    inputs: { payment: '¤', rate: '%', life: 'periods', growth: '%' },
    faults: ['NotARatio', 'RateTooLow', 'NotWhole'],
    value: () => annuity,
  },
  {
    id: 'time.perpetuity',
    name: { en: 'payments for ever', zh: '永续年金' },
    source: 'Gordon and Shapiro (1956)',
    discounts: false,
    inputs: { payment: '¤', rate: '%', growth: '%' },
    faults: ['NotARatio', 'RateTooLow', 'GrowthNotBelowRate'],
    value: () => perpetuity,
  },
  {
    id: 'rate.irr',
    name: { en: 'internal rate of return', zh: '内部收益率' },
    source: 'Fisher (1930)',
    discounts: false,
    inputs: { flows: '¤, a list', dates: 'a day for each flow' },
    faults: ['NoFlows', 'NotARatio', 'Lengths', 'NotADate', 'IrrNone', 'IrrMany'],
    value: () => irrWritten,
  },
  {
    id: 'survival.at',
    name: { en: 'part that survives', zh: '存续比例' },
    source: 'Hulten and Wykoff (1981)',
    discounts: false,
    inputs: {
      curve: 'exponential, halfLife, attrition, weibull or step',
      time: 'years',
    },
    faults: ['NotARatio', 'FactorNotPositive', 'ShareOutOfRange', 'NegativeCost'],
    value: () => survivalOf,
  },
  {
    id: 'survival.mean',
    name: { en: 'mean life of a Weibull curve', zh: '威布尔曲线平均寿命' },
    source: 'Weibull (1951)',
    discounts: false,
    inputs: { scale: 'years', shape: 'ratio' },
    faults: ['NotARatio', 'FactorNotPositive'],
    value:
      () =>
      ({ scale, shape }: Weibull) =>
        weibullMean(scale, shape),
  },
  {
    id: 'survival.median',
    name: { en: 'median life of a Weibull curve', zh: '威布尔曲线中位寿命' },
    source: 'Weibull (1951)',
    discounts: false,
    inputs: { scale: 'years', shape: 'ratio' },
    faults: ['NotARatio', 'FactorNotPositive'],
    value:
      () =>
      ({ scale, shape }: Weibull) =>
        weibullMedian(scale, shape),
  },
]

interface Weibull {
  readonly scale: Given
  readonly shape: Given
}

/** Dates of a file are text. */
const irrWritten = ({
  flows,
  dates,
}: {
  readonly flows: readonly Given[]
  readonly dates?: readonly string[]
}): Either<ValuationFault, Worth> => {
  const days: CivilDate[] = []
  for (const [at, text] of (dates ?? []).entries()) {
    const day = parseDate(text)
    if (isLeft(day)) return left({ ...day.left, path: ['dates', at] })
    days.push(day.right)
  }
  return irr({ flows, ...(dates && { dates: days }) })
}

const survivalOf = ({
  curve,
  time,
}: {
  readonly curve: CurveWritten
  readonly time: Given
}): Either<ValuationFault, Worth> => {
  const found = pipe(
    survivalAt(curveOf(curve))([time]),
    map((figures) => figures[0] ?? figureOf('1')),
  )
  return isLeft(found) ?
      left(timeFault(found.left))
    : worth(undefined, () => ({ figure: found.right }))
}

/** A single time is no list. */
const timeFault = (fault: ValuationFault): ValuationFault =>
  'path' in fault && fault.path[0] === 'times' ? { ...fault, path: ['time'] } : fault
