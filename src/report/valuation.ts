/** A valuation as a report: what 中评协〔2023〕17号 asks to be disclosed, then every figure. */
import type { Bilingual, Lang } from '../core/error.js'
import { figureAt } from '../core/explained.js'
import { figureText, type Figure } from '../core/figure.js'
import {
  methodOf,
  roundedWorth,
  said,
  titleOf,
  type Appraisal,
  type Said,
  type ValuationFile,
} from '../valuation/index.js'
import { explanationTable, shownFigure } from './explanation.js'
import type { Column, Table } from './table.js'
import { valuationSentences as sentences } from './valuation-sentences.js'

/** Part of a report: a table, or lines that differ in Markdown. */
export type ReportPart = Table | { readonly text: string; readonly md?: string }

/** The parts of a valuation report, in order.
 * @example
 * import { orThrow } from 'data-dividend'
 * import { valuationParts } from 'data-dividend/report'
 * import { appraise } from 'data-dividend/valuation'
 * const appraisal = orThrow(appraise({
 *   valuation: 'sensors', date: '2026-06-30', currency: 'CNY',
 *   methods: { income: {
 *     by: { 'income.direct': { ebit: ['110'] } }, discount: { rate: '10%', timing: 'end' },
 *     reason: '',
 *   } },
 *   reconcile: { income: { weight: '1', reason: '' } },
 * }))
 * const [, conclusion] = valuationParts('en', appraisal)
 * 'text' in (conclusion ?? {}) // => true */
export const valuationParts = (lang: Lang, appraisal: Appraisal): readonly ReportPart[] => {
  const say = sentences[lang]
  const { file, value, spread } = appraisal
  const conclusion = say.conclusion(
    roundedWorth(placesOf(file))(value),
    said(file.unit ?? file.currency, lang),
    file.date,
    spread === undefined ? undefined : roundedWorth(4)(spread),
  )
  return [
    { text: `${headingOf(lang, file)}\n`, md: `# ${headingOf(lang, file)}\n` },
    { text: `${conclusion}\n`, md: `**${conclusion}**\n` },
    particularsTable(lang, file),
    methodsTable(lang, appraisal),
    parametersTable(lang, appraisal),
    ...qualityPart(lang, appraisal),
    ...examinationTables(lang, appraisal),
    { ...explanationTable(lang, eyePlaces)(value.explained), title: say.explanation },
    ...listPart(
      say.assumptions,
      (file.assumptions ?? []).map((text) => said(text, lang)),
    ),
    ...listPart(
      say.limits,
      (file.limits ?? []).map((text) => said(text, lang)),
    ),
  ]
}

/** Decimals of the conclusion. */
export const placesOf = (file: ValuationFile): number => Number(file.places ?? 2)

export const headingOf = (lang: Lang, { title, valuation }: ValuationFile): string =>
  title === undefined ? valuation : said(title, lang)

/** Decimals of figures that are shown on the way; the file has all. */
const eyePlaces = 6

const particularsTable = (lang: Lang, file: ValuationFile): Table => {
  const given: readonly (readonly [Bilingual, Said | undefined])[] = [
    [labels.purpose, file.purpose],
    [labels.basis, file.basis],
    [labels.date, file.date],
    [labels.object, file.object],
    [labels.rights, file.rights],
    [labels.scenario, file.scenario],
    [labels.unit, file.unit ?? file.currency],
    [labels.validity, file.validity],
  ]
  return {
    title: sentences[lang].particulars,
    columns: columnsOf(lang, ['item', 'content']),
    rows: given.flatMap(([label, text]) =>
      text === undefined ? [] : [[label[lang], said(text, lang)]],
    ),
  }
}

const methodsTable = (lang: Lang, { file, methods, value }: Appraisal): Table => ({
  title: sentences[lang].methods,
  columns: columnsOf(
    lang,
    ['name', 'method', 'value', 'weight', 'reason', 'source'],
    ['value', 'weight'],
  ),
  rows: [
    ...methods.map(({ name, method, worth }) => {
      const weighed = file.reconcile[name]
      const reasons = [file.methods[name]?.reason, weighed?.reason].flatMap((text) =>
        text === undefined ? [] : [said(text, lang)],
      )
      return [
        name,
        method.name[lang],
        roundedWorth(placesOf(file))(worth),
        figureAt(value.explained, `method.${name}/weight`)?.value ?? String(weighed?.weight ?? '0'),
        reasons.join(sentences[lang].joint),
        method.source,
      ]
    }),
    ...Object.entries(file.excluded ?? {}).map(([id, why]) => [
      '',
      methodOf(id)?.name[lang] ?? id,
      sentences[lang].leftOut,
      '',
      said(why, lang),
      '',
    ]),
  ],
})

const parametersTable = (lang: Lang, { file, parameters }: Appraisal): Table => ({
  title: sentences[lang].parameters,
  columns: columnsOf(lang, ['name', 'figure', 'value', 'source'], ['value']),
  rows: [...parameters].map(([name, value]) => {
    const { title, source } = file.parameters?.[name] ?? { source: '' }
    const figures = (Array.isArray(value) ? value : [value]) as readonly Figure[]
    return [
      name,
      title === undefined ? titleOf(name)[lang] : said(title, lang),
      figures.map((figure) => shownFigure(figureText(figure), eyePlaces)).join(', '),
      said(source, lang),
    ]
  }),
})

const qualityPart = (lang: Lang, { quality }: Appraisal): readonly ReportPart[] =>
  quality === undefined ?
    []
  : [{ ...explanationTable(lang, eyePlaces)(quality.explained), title: sentences[lang].quality }]

const examinationTables = (lang: Lang, appraisal: Appraisal): readonly Table[] => {
  const { tornado, breakEven, twoWay, monteCarlo, replayed, file } = appraisal
  const say = sentences[lang]
  const asked = file.sensitivity?.twoWay
  const eye = (value: string) => shownFigure(value, eyePlaces)
  return [
    ...(tornado === undefined ?
      []
    : [
        {
          title: say.tornado,
          columns: columnsOf(
            lang,
            ['figure', 'low', 'high', 'atLow', 'atHigh', 'spread'],
            ['low', 'high', 'atLow', 'atHigh', 'spread'],
          ),
          rows: tornado.map((bar) => [
            titled(lang, bar.figure),
            bar.low,
            bar.high,
            eye(bar.atLow),
            eye(bar.atHigh),
            eye(bar.spread),
          ]),
        },
      ]),
    ...(breakEven === undefined ?
      []
    : [
        {
          title: say.breakEven,
          columns: columnsOf(lang, ['figure', 'target', 'at'], ['target', 'at']),
          rows: breakEven.map(({ figure, target, at }) => [titled(lang, figure), target, eye(at)]),
        },
      ]),
    ...(twoWay === undefined || asked === undefined ?
      []
    : [
        {
          title: say.twoWay(titled(lang, asked.down.figure), titled(lang, asked.across.figure)),
          columns: [
            {
              name: `${titled(lang, asked.down.figure)} \\ ${titled(lang, asked.across.figure)}`,
              align: 'left' as const,
            },
            ...asked.across.values.map((value) => ({
              name: String(value),
              align: 'right' as const,
            })),
          ],
          rows: twoWay.map((row, i) => [String(asked.down.values[i] ?? ''), ...row.map(eye)]),
        },
      ]),
    ...(monteCarlo === undefined ?
      []
    : [
        {
          title: say.monteCarlo(monteCarlo.n, monteCarlo.faults),
          columns: columnsOf(lang, ['measure', 'value'], ['value']),
          rows: [
            [labels.mean[lang], String(monteCarlo.mean)],
            [labels.standardError[lang], String(monteCarlo.standardError)],
            ...monteCarlo.quantiles.map(({ p, value }) => [say.quantile(p), String(value)]),
          ],
        },
      ]),
    ...(replayed === undefined ?
      []
    : [
        {
          title: say.replay(eye(replayed.replayed), eye(replayed.exact), eye(replayed.gap)),
          columns: columnsOf(
            lang,
            ['path', 'rounded', 'exact', 'gapAlone'],
            ['rounded', 'exact', 'gapAlone'],
          ),
          rows: replayed.roundings.map((one) => [
            one.path,
            one.rounded,
            eye(one.exact),
            eye(one.gapAlone),
          ]),
        },
      ]),
  ]
}

/** What a pattern of figures is called; a longer one is said too, since it names some of them. */
const titled = (lang: Lang, pattern: string): string => {
  const title = titleOf(pattern.split('/').at(-1) ?? '')[lang]
  return pattern.includes('/') ? `${title} (${pattern})` : title
}

const listPart = (title: string, items: readonly string[]): readonly ReportPart[] =>
  items.length === 0 ?
    []
  : [
      {
        text: [title, ...items].map((line) => `${line}\n`).join(''),
        md: `### ${title}\n\n${items.map((item) => `- ${item}\n`).join('')}`,
      },
    ]

const columnsOf = (
  lang: Lang,
  keys: readonly (keyof typeof labels)[],
  figures: readonly (keyof typeof labels)[] = [],
): readonly Column[] =>
  keys.map((key) => ({ name: labels[key][lang], align: figures.includes(key) ? 'right' : 'left' }))

const labels = {
  item: { en: 'item', zh: '项目' },
  content: { en: 'content', zh: '内容' },
  purpose: { en: 'purpose', zh: '评估目的' },
  basis: { en: 'basis of value', zh: '价值类型' },
  date: { en: 'valuation date', zh: '评估基准日' },
  object: { en: 'object', zh: '评估对象' },
  rights: { en: 'rights', zh: '权属' },
  scenario: { en: 'scenario', zh: '应用场景' },
  unit: { en: 'unit', zh: '货币单位' },
  validity: { en: 'validity', zh: '有效期' },
  name: { en: 'name', zh: '名称' },
  method: { en: 'method', zh: '方法' },
  value: { en: 'value', zh: '数值' },
  weight: { en: 'weight', zh: '权重' },
  reason: { en: 'reason', zh: '理由' },
  source: { en: 'source', zh: '来源' },
  figure: { en: 'figure', zh: '项目' },
  low: { en: 'low', zh: '低值' },
  high: { en: 'high', zh: '高值' },
  atLow: { en: 'value at low', zh: '低值时价值' },
  atHigh: { en: 'value at high', zh: '高值时价值' },
  target: { en: 'target', zh: '目标值' },
  at: { en: 'reached at', zh: '对应数值' },
  spread: { en: 'spread', zh: '变动幅度' },
  measure: { en: 'measure', zh: '指标' },
  mean: { en: 'mean', zh: '均值' },
  standardError: { en: 'standard error of the mean', zh: '均值标准误' },
  path: { en: 'path', zh: '路径' },
  rounded: { en: 'rounded', zh: '取整后' },
  exact: { en: 'exact', zh: '精确值' },
  gapAlone: { en: 'gap alone', zh: '单独影响' },
} satisfies Readonly<Record<string, Bilingual>>
