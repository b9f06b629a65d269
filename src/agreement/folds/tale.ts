/** How a step with a fold is told: one sentence in each language, from names and figures that are
 *  already written out. */
import type { Bilingual } from '../../core/error.js'
import type { Period } from '../../core/date.js'
import type { Scalar } from '../written.js'

export interface Telling {
  readonly name: (key: string) => string
  /** An amount with its thousands apart. */
  readonly money: (amount: Scalar) => string
  readonly percent: (rate: Scalar) => string
  /** The agreement's period. */
  readonly period: Period
}

export type Tale<Body> = (telling: Telling, body: Body) => Bilingual

export const periodNames: Readonly<Record<Period, Bilingual>> = {
  month: { en: 'month', zh: '月' },
  quarter: { en: 'quarter', zh: '季' },
  year: { en: 'year', zh: '年' },
}
