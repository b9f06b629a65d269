/** Regimes of tax on what is paid out, as dated data: what is withheld, on which item, since when.
 *
 *  base = (income less the deduction) × part − allowances, never below 0
 *  tax  = half-up(rate × base − quick) by the first band with base ≤ upTo
 *  Amounts are minor units of the regime's currency. A regime asked outside its dates is not in
 *  force, and nothing is paid by guesswork. Source of each: its `source` and `article`. */
import type { CivilDate } from '../core/date.js'
import type { Bilingual } from '../core/error.js'
import { ratio, type Ratio } from '../core/ratio.js'

/** A rule of tax with its dates. 税收规则 */
export interface Regime {
  readonly id: string
  readonly name: Bilingual
  readonly source: string
  readonly article?: string
  readonly from: CivilDate
  /** The first day on which it is no longer in force. */
  readonly to?: CivilDate
  readonly currency: string
  /** Withheld from persons, by item of income. */
  readonly withhold?: WithholdTerms
  /** Part of the price: net = gross ÷ (1 + rate). */
  readonly vatRate?: Ratio
}

export interface WithholdTerms {
  /** What one counter adds up: the income of a month, or of the year so far. */
  readonly span: 'month' | 'year'
  readonly items: Readonly<Record<string, ItemTerms>>
}

/** How one item of income is taxed. 所得项目 */
export interface ItemTerms {
  readonly deduction?: Deduction
  /** The part of the income that counts. */
  readonly part?: Ratio
  /** Deducted for each month of the year in which income was earned without a break. */
  readonly monthly?: bigint
  readonly bands: readonly TaxBand[]
}

/** A flat amount up to an income, a rate of it above. */
export interface Deduction {
  readonly flat?: { readonly amount: bigint; readonly upTo: bigint }
  readonly rate: Ratio
}

/** The rate of a band, and the quick deduction that makes the bands marginal. */
export interface TaxBand {
  /** Of the base, inclusive; the last band has none. */
  readonly upTo?: bigint
  readonly rate: Ratio
  readonly quick: bigint
}

/** Items of income of the Individual Income Tax Law that a payout may be. 所得项目 */
export const itemNames: Readonly<Record<string, Bilingual>> = {
  labour: { en: 'remuneration for labour', zh: '劳务报酬' },
  manuscript: { en: "author's remuneration", zh: '稿酬' },
  royalty: { en: 'royalties', zh: '特许权使用费' },
  dividend: { en: 'interest and dividends', zh: '利息、股息、红利' },
  occasional: { en: 'occasional income', zh: '偶然所得' },
}

const percent = (of: number): Ratio => ratio(BigInt(of), 100n)
const yuan = (amount: number): bigint => BigInt(amount) * 100n
// The dates of the registry are written here and checked by its tests.
const day = (text: string): CivilDate => text as CivilDate

/** Rows of [upTo, percent, quick deduction] in yuan; the last has no upTo. */
const bandsOf = (
  rows: readonly (readonly [upTo: number | undefined, rate: number, quick: number])[],
): readonly TaxBand[] =>
  rows.map(([upTo, rate, quick]) => ({
    ...(upTo === undefined ? {} : { upTo: yuan(upTo) }),
    rate: percent(rate),
    quick: yuan(quick),
  }))

const flat20 = bandsOf([[undefined, 20, 0]])
const perTime: Deduction = {
  flat: { amount: yuan(800), upTo: yuan(4000) },
  rate: percent(20),
}
const fifth: Deduction = { rate: percent(20) }
const manuscriptPart = percent(70)
const passive = { dividend: { bands: flat20 }, occasional: { bands: flat20 } }

const labourBands = bandsOf([
  [20000, 20, 0],
  [50000, 30, 2000],
  [undefined, 40, 7000],
])

const monthlyBands = bandsOf([
  [3000, 3, 0],
  [12000, 10, 210],
  [25000, 20, 1410],
  [35000, 25, 2660],
  [55000, 30, 4410],
  [80000, 35, 7160],
  [undefined, 45, 15160],
])

const yearlyBands = bandsOf([
  [36000, 3, 0],
  [144000, 10, 2520],
  [300000, 20, 16920],
  [420000, 25, 31920],
  [660000, 30, 52920],
  [960000, 35, 85920],
  [undefined, 45, 181920],
])

/** The regimes that the library knows; a file of rules may add others or later rates. */
export const regimes: readonly Regime[] = [
  {
    id: 'cn.iit.withhold',
    name: {
      en: 'individual income tax withheld from residents, per time',
      zh: '居民个人所得税按次（月）预扣预缴',
    },
    source: 'Individual Income Tax Law; SAT Announcement 61 of 2018',
    article: 'Law 6, 11; Announcement 8, 9',
    from: day('2019-01-01'),
    currency: 'CNY',
    withhold: {
      span: 'month',
      items: {
        labour: { deduction: perTime, bands: labourBands },
        manuscript: { deduction: perTime, part: manuscriptPart, bands: flat20 },
        royalty: { deduction: perTime, bands: flat20 },
        ...passive,
      },
    },
  },
  {
    id: 'cn.iit.nonResident',
    name: {
      en: 'individual income tax withheld from non-residents, per time',
      zh: '非居民个人所得税按月或按次代扣代缴',
    },
    source: 'Individual Income Tax Law, table 1 by twelfths (its note 2)',
    article: '6, 11',
    from: day('2019-01-01'),
    currency: 'CNY',
    withhold: {
      span: 'month',
      items: {
        labour: { deduction: fifth, bands: monthlyBands },
        manuscript: { deduction: fifth, part: manuscriptPart, bands: monthlyBands },
        royalty: { deduction: fifth, bands: monthlyBands },
        ...passive,
      },
    },
  },
  {
    id: 'cn.iit.platformCumulative',
    name: {
      en: "individual income tax of internet platforms' workers, cumulative",
      zh: '互联网平台从业人员个人所得税累计预扣',
    },
    source: 'SAT Announcement 16 of 2025',
    from: day('2025-10-01'),
    currency: 'CNY',
    withhold: {
      span: 'year',
      items: { labour: { deduction: fifth, monthly: yuan(5000), bands: yearlyBands } },
    },
  },
  ...(
    [
      ['cn.vat.general', 6, 'value added tax on services and intangibles', '服务、无形资产增值税'],
      ['cn.vat.simplified', 3, 'value added tax, simplified method', '增值税简易计税'],
    ] as const
  ).map(([id, rate, en, zh]) => ({
    id,
    name: { en, zh },
    source: 'Value Added Tax Law',
    from: day('2026-01-01'),
    currency: 'CNY',
    vatRate: percent(rate),
  })),
]

/** The regime of an id that is in force at a date; the latest where several are. */
export const regimeAt =
  (known: readonly Regime[]) =>
  (id: string, at: CivilDate): Regime | undefined =>
    known
      .filter((one) => one.id === id && one.from <= at && (one.to === undefined || at < one.to))
      .reduce<Regime | undefined>(
        (latest, one) => (latest === undefined || one.from >= latest.from ? one : latest),
        undefined,
      )
