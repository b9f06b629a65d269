/** One model of a table, three forms of it: text for a terminal, Markdown, CSV.
 *
 *  The only code that prints tables. Columns on the left hold text, those on the right figures. */
import Table3 from 'cli-table3'
import { stringify } from 'csv-stringify/sync'

export interface Column {
  readonly name: string
  readonly align: 'left' | 'right'
}

export interface Table {
  readonly title?: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
}

/** A table for a terminal or a text file: no colours, Chinese counted as two wide.
 * @example
 * import { textTable } from 'data-dividend/report'
 * textTable({ columns: [{ name: 'party', align: 'left' }, { name: 'amount', align: 'right' }], rows: [['a', '1.00']] })
 * // => 'party  amount\n-----  ------\na        1.00\n' */
export const textTable = ({ title, columns, rows }: Table): string => {
  const table = new Table3({
    head: columns.map(({ name }) => name),
    colAligns: columns.map(({ align }) => align),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
    chars: plain,
  })
  table.push(...rows.map((row) => row.map(visible)))
  const lines = table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
  return `${title === undefined ? '' : `${title}\n`}${lines.join('\n')}\n`
}

/** A table in Markdown.
 * @example
 * import { markdownTable } from 'data-dividend/report'
 * markdownTable({ columns: [{ name: 'party', align: 'left' }, { name: 'amount', align: 'right' }], rows: [['a|b', '1.00']] })
 * // => '| party | amount |\n| --- | ---: |\n| a\\|b | 1.00 |\n' */
export const markdownTable = ({ title, columns, rows }: Table): string => {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  return [
    title === undefined ? '' : `### ${title}\n\n`,
    line(columns.map(({ name }) => marked(name))),
    line(columns.map(({ align }) => (align === 'left' ? '---' : '---:'))),
    ...rows.map((row) => line(row.map(marked))),
  ].join('')
}

/** A table as CSV by RFC 4180, with LF. Text that a spreadsheet would take for a formula gets an
 * apostrophe before it; figures stay as they are.
 * @param mark whether to begin with a byte order mark, by which Excel knows UTF-8
 * @example
 * import { csvTable } from 'data-dividend/report'
 * csvTable({ mark: false })({ columns: [{ name: 'party', align: 'left' }, { name: 'amount', align: 'right' }], rows: [['=a', '-1.00']] })
 * // => "party,amount\n'=a,-1.00\n" */
export const csvTable =
  ({ mark }: { readonly mark: boolean }) =>
  ({ columns, rows }: Table): string =>
    (mark ? '\ufeff' : '') +
    csvRows(columns)([columns.map(({ name }) => name)]) +
    csvRows(columns)(rows)

/** Rows of a CSV whose head is written already, for tables too long to hold.
 * @example
 * import { csvRows } from 'data-dividend/report'
 * csvRows([{ name: 'party', align: 'left' }])([['a'], ['b,c']]) // => 'a\n"b,c"\n' */
export const csvRows =
  (columns: readonly Column[]) =>
  (rows: readonly (readonly string[])[]): string =>
    stringify(
      rows.map((row) =>
        row.map((cell, at) => (columns[at]?.align === 'left' ? guarded(cell) : cell)),
      ),
    )

const guarded = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

const marked = (cell: string): string => visible(cell).replace(/[\\|`*_<>[\]]/g, '\\$&')

/** Control characters would move the cursor or break a row. */
const visible = (cell: string): string => cell.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd')

const plain = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '-',
  'mid-mid': '  ',
  right: '',
  'right-mid': '',
  middle: '  ',
}
