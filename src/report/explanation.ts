/** An explained value as a table: one row a figure, each with all it takes to redo it by hand. */
import type { Bilingual, Lang } from '../core/error.js'
import { sourceOf, type Explained } from '../core/explained.js'
import type { Table } from './table.js'

/** The rows of a tree, from the top down. The inputs of a row are the rows below its path, and
 * those that stand elsewhere are named in its own column.
 * @param places decimals to show; all digits when there are none
 * @example
 * import { explanationTable } from 'data-dividend/report'
 * explanationTable('en')({
 *   label: 'fee', value: '16', formula: 'base × rate',
 *   inputs: [{ label: 'base', value: '200' }, { label: 'rate', value: '8%', source: 'clause 3' }],
 * }).rows
 * // => [['fee', 'fee', '16', 'base × rate', '', ''], ['fee/base', 'base', '200', '', '', ''],
 * //   ['fee/rate', 'rate', '8%', '', '', 'clause 3']] */
export const explanationTable =
  (lang: Lang, places?: number) =>
  (tree: Explained): Table => ({
    columns: heads.map(({ align, ...name }) => ({ name: name[lang], align })),
    rows: rowsOf(lang, places, tree, tree.label, tree.label),
  })

/** A figure cut to some decimals for the eye, half up; a percentage or a ratio as it is given. */
export const shownFigure = (value: string, places: number | undefined): string => {
  const digits = value.split('.')[1]?.length ?? 0
  return places === undefined || digits <= places || !/^-?\d+\.\d+$/.test(value) ?
      value
    : roundedText(value, places)
}

const roundedText = (value: string, places: number): string => {
  const negative = value.startsWith('-')
  const [whole = '0', part = ''] = value.replace('-', '').split('.')
  const scaled = BigInt(whole + part.slice(0, places)) + ((part[places] ?? '0') >= '5' ? 1n : 0n)
  const digits = scaled.toString().padStart(places + 1, '0')
  const cut = digits.length - places
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`
  return negative && scaled !== 0n ? `-${text}` : text
}

const rowsOf = (
  lang: Lang,
  places: number | undefined,
  figure: Explained,
  path: string,
  root: string,
): readonly (readonly string[])[] => {
  const inputs = figure.inputs ?? []
  const elsewhere = inputs.flatMap((input) =>
    'ref' in input ? [`${input.label} = ${root}/${input.ref}`] : [],
  )
  return [
    [
      path,
      figure.title?.[lang] ?? figure.label,
      shownFigure(figure.value, places),
      figure.formula ?? '',
      elsewhere.join('; '),
      sourceOf(lang)(figure),
    ],
    ...inputs.flatMap((input) =>
      'ref' in input ? [] : rowsOf(lang, places, input, `${path}/${input.label}`, root),
    ),
  ]
}

const heads: readonly (Bilingual & { readonly align: 'left' | 'right' })[] = [
  { en: 'path', zh: '路径', align: 'left' },
  { en: 'figure', zh: '项目', align: 'left' },
  { en: 'value', zh: '数值', align: 'right' },
  { en: 'formula', zh: '公式', align: 'left' },
  { en: 'stands elsewhere', zh: '引用', align: 'left' },
  { en: 'source', zh: '来源', align: 'left' },
]
