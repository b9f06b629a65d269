import { right } from 'fp-ts/lib/Either.js'
import { decimals, orThrow, redo, type Explained, type Lang, type Reference } from 'data-dividend'
import { explanationTable } from 'data-dividend/report'
import { describe, expect, it } from 'vitest'
import vectors from '../vectors/valuation/income-international.json' with { type: 'json' }
import { run } from '../valuation/run.js'

const published = run(vectors.cases[0]!)

/** A row's figure, made of nothing but printed cells: its own and those of its inputs. */
const figureOf = (rows: readonly (readonly string[])[], row: readonly string[]): Explained => {
  const [path = '', , value = '', formula = '', elsewhere = ''] = row
  const printed = (at: string) => rows.find(([other]) => other === at)?.[2] ?? ''
  const below = rows.filter(
    ([other = '']) => other.startsWith(`${path}/`) && !other.slice(path.length + 1).includes('/'),
  )
  const inputs: readonly (Explained | Reference)[] = [
    ...below.map(([other = '', , own = '']) => ({
      label: other.slice(path.length + 1),
      value: own,
    })),
    ...elsewhere
      .split('; ')
      .filter((text) => text !== '')
      .map((text) => {
        const [label = '', to = ''] = text.split(' = ')
        return { label, value: printed(to) }
      }),
  ]
  return { label: path, value, formula, inputs }
}

describe('the explanation of the published relief-from-royalty case', () => {
  it.each(['en', 'zh'] as Lang[])(
    'is a table in %s whose rows are redone from printed inputs alone',
    (lang) => {
      const { rows, columns } = explanationTable(lang)(published.explained)
      const worked = rows.filter(([, , , formula]) => formula !== '')
      expect(worked).toHaveLength(39)
      for (const row of worked) {
        expect(redo(decimals)(figureOf(rows, row)), row[0]).toEqual(right(row[2]))
      }
      expect(columns.map(({ name }) => name)).toEqual(
        lang === 'en' ?
          ['path', 'figure', 'value', 'formula', 'stands elsewhere', 'source']
        : ['路径', '项目', '数值', '公式', '引用', '来源'],
      )
      expect(rows.find(([path]) => path === 'value/before/years/year.3/saved')?.[1]).toBe(
        lang === 'en' ? 'royalties saved after tax' : '节省的税后许可费',
      )
    },
  )
  it('rounds for the eye and nowhere else', () => {
    const { rows } = explanationTable('en', 2)(published.explained)
    expect(rows[0]?.[2]).toBe('9226.74')
    expect(orThrow(right(published.explained.value))).toMatch(/^9226\.7370548/)
  })
})
