/** Charts of a valuation as SVG text, by vega-lite, which is loaded when first used: the tornado,
 *  the income by year as it builds up, and how its factors decay. The specifications are plain
 *  data, so that they can be drawn elsewhere. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type * as Vega from 'vega'
import type * as VegaLite from 'vega-lite'
import type { Bilingual, Lang } from '../core/error.js'
import type { Explained } from '../core/explained.js'
import type { Appraisal } from '../valuation/index.js'
import type { PackageMissing } from './excel.js'

/** A specification of vega-lite. */
export type ChartSpec = Readonly<Record<string, unknown>>

/** The charts of a valuation, by the names of their files; those without data are left out.
 * @example
 * import { orThrow } from 'data-dividend'
 * import { valuationCharts } from 'data-dividend/report'
 * import { appraise } from 'data-dividend/valuation'
 * const appraisal = orThrow(appraise({
 *   valuation: 'sensors', date: '2026-06-30', currency: 'CNY',
 *   methods: { income: {
 *     by: { 'income.direct': { ebit: ['110'] } }, discount: { rate: '10%', timing: 'end' },
 *     reason: '',
 *   } },
 *   reconcile: { income: { weight: '1', reason: '' } },
 * }))
 * Object.keys(valuationCharts('en', appraisal)) // => ['income-income', 'decay-income'] */
export const valuationCharts = (
  lang: Lang,
  { methods, tornado, value }: Appraisal,
): Readonly<Record<string, ChartSpec>> => ({
  ...(tornado && {
    tornado: chart(
      words.tornado[lang],
      tornado,
      {
        mark: 'bar',
        encoding: {
          y: { field: 'figure', type: 'nominal', sort: null, title: null },
          x: number('atLow', words.value[lang]),
          x2: { field: 'atHigh' },
        },
      },
      [{ rule: Number(value.explained.value) }],
    ),
  }),
  ...Object.fromEntries(
    methods.flatMap(({ name, worth }) => {
      const years = yearsOf(worth.explained)
      if (years.length === 0) return []
      return [
        [
          `income-${name}`,
          chart(words.income[lang], cumulated(years), {
            mark: 'bar',
            encoding: {
              x: { field: 'year', type: 'ordinal', title: words.year[lang] },
              y: number('from', words.value[lang]),
              y2: { field: 'to' },
            },
          }),
        ],
        [
          `decay-${name}`,
          chart(words.decay[lang], years.flatMap(decayOf), {
            mark: { type: 'line', point: true },
            encoding: {
              x: { field: 'year', type: 'ordinal', title: words.year[lang] },
              y: number('left', words.left[lang]),
              color: { field: 'series', type: 'nominal', title: null },
            },
          }),
        ],
      ]
    }),
  ),
})

/** A chart as SVG text.
 * @returns Left PackageMissing where vega or vega-lite is not installed
 * @example
 * import { orThrow } from 'data-dividend'
 * import { chartSvg } from 'data-dividend/report'
 * const spec = { data: { values: [{ x: 1 }] }, mark: 'point', encoding: { x: { field: 'x' } } }
 * orThrow(await chartSvg(spec)).startsWith('<svg') // => true */
export const chartSvg = async (spec: ChartSpec): Promise<Either<PackageMissing, string>> => {
  const [vega, lite] = await Promise.all([load('vega'), load('vega-lite')])
  if (vega === undefined) return left({ _tag: 'PackageMissing', name: 'vega' })
  if (lite === undefined) return left({ _tag: 'PackageMissing', name: 'vega-lite' })
  const { spec: compiled } = (lite as typeof VegaLite).compile(
    // Vega-Lite checks the specification itself; its types are too wide to write one by.
    spec as unknown as VegaLite.TopLevelSpec,
  )
  const { View, parse } = vega as typeof Vega
  return right(await new View(parse(compiled), { renderer: 'none' }).toSVG())
}

const load = async (name: 'vega' | 'vega-lite'): Promise<unknown> => {
  try {
    return name === 'vega' ? await import('vega') : await import('vega-lite')
  } catch {
    return undefined
  }
}

interface Year {
  readonly year: string
  readonly value: number
  readonly parts: readonly Explained[]
}

/** The discounted years of a method's tree. */
const yearsOf = (tree: Explained): readonly Year[] => {
  const own = inputsOf(tree)
  const years = own.filter(({ label }) => label.startsWith('year.'))
  return years.length === 0 ?
      own.flatMap(yearsOf)
    : years.map((figure) => ({
        year: figure.label.slice(5),
        value: Number(figure.value),
        parts: inputsOf(figure),
      }))
}

const inputsOf = (tree: Explained): readonly Explained[] =>
  (tree.inputs ?? []).flatMap((input) => ('ref' in input ? [] : [input]))

const cumulated = (years: readonly Year[]) => {
  let sum = 0
  return years.map(({ year, value }) => {
    const from = sum
    sum += value
    return { year, from, to: sum }
  })
}

/** The discount factor of a year, and what survives, where the method has a survival. */
const decayOf = ({ year, parts }: Year) =>
  parts
    .flatMap((part) => [part, ...inputsOf(part).flatMap((inner) => [inner, ...inputsOf(inner)])])
    .filter(({ label }) => label === 'factor' || label === 'survival')
    .map(({ label, value }) => ({ year, series: label, left: Number(value) }))

const chart = (
  title: string,
  values: unknown,
  layer: ChartSpec,
  rules: readonly { readonly rule: number }[] = [],
): ChartSpec => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  title,
  width: 480,
  data: { values },
  layer: [layer, ...rules.map(({ rule }) => ({ mark: 'rule', encoding: { x: { datum: rule } } }))],
})

const number = (field: string, title: string) => ({
  field,
  type: 'quantitative',
  title,
  scale: { zero: false },
})

const words = {
  tornado: { en: 'Sensitivity', zh: '敏感性' },
  income: { en: 'Present value of income, year by year', zh: '各期收益现值累积' },
  decay: { en: 'Decay', zh: '衰减' },
  value: { en: 'value', zh: '价值' },
  year: { en: 'year', zh: '期' },
  left: { en: 'part that is left', zh: '存续比例' },
} satisfies Readonly<Record<string, Bilingual>>
