/** A register as a table or as the sheets of a workbook: one row an event, a header in Chinese or
 *  English, columns in any order; the same document that YAML gives, with rows as its places.
 *
 *  Items stand as `price:1000.00/60.00 cleaning:20.00`, the tax after the stroke; evidence as
 *  `feasibility=…; intention=…`. Manual entries are rows of one id. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Path } from '../core/error.js'
import type { Document, Unread } from './document.js'
import { cellReader, isDamaged } from './cells.js'
import type { Position, ShapeFault } from './fault.js'
import { nearestTo } from './nearest.js'
import {
  entryColumns,
  registerColumns,
  registerValues,
  sheetNames,
  type RegisterColumn,
} from './register-columns.js'

/** A sheet: rows of cells as text, the header first. */
export type SheetRows = readonly (readonly string[])[]

/** Reads sheets by their names, in either language; a table alone is the sheet of assets.
 * @param about the register's id and currency, which no table says
 * @returns Left with all faults of headers and cells, each with row and column
 * @example
 * import { registerFromSheets } from 'data-dividend/codec'
 * const sheet = [['编号', '日期', '事项', '资产'], ['l1', '2026/1/5', '失效', 'maps']]
 * const read = registerFromSheets({ register: 'own', currency: 'CNY' })(new Map([['资产', sheet]]))
 * read._tag === 'Right' && read.right.value
 * // => { register: 'own', currency: 'CNY',
 * //   events: [{ id: 'l1', at: '2026-01-05', kind: 'lapse', asset: 'maps' }] } */
export const registerFromSheets =
  (about: { readonly register: string; readonly currency: string }) =>
  (sheets: ReadonlyMap<string, SheetRows>): Either<Unread, Document> => {
    const faults: (ShapeFault & { readonly position: Position })[] = []
    const find = ({ en, zh }: { readonly en: string; readonly zh: string }): SheetRows =>
      sheets.get(zh) ?? sheets.get(en) ?? []
    const assets = rowsOf(find(sheetNames.assets), registerColumns, ['id', 'at', 'kind'], faults)
    const lines = rowsOf(find(sheetNames.vouchers), entryColumns, ['id', 'at', 'role'], faults)
    const records = [...assets.map(eventOf), ...entriesOf(lines)]
    const events = records.map(({ event }) => event)
    const positionOf = (path: Path): Position => {
      const [, index, field = ''] = path
      const record = typeof index === 'number' ? records[index] : undefined
      const column = record?.columns.get(String(field))
      return { line: record?.line ?? 1, ...(column === undefined ? {} : { column }) }
    }
    return faults.length > 0 ?
        left({ faults, positionOf })
      : right({ value: { ...about, events }, positionOf })
  }

interface ReadRow {
  readonly line: number
  /** Column numbers by field, from 1. */
  readonly columns: ReadonlyMap<string, number>
  readonly cells: ReadonlyMap<string, string>
}

const rowsOf = (
  [header = [], ...rows]: SheetRows,
  known: readonly RegisterColumn[],
  wanted: readonly string[],
  faults: (ShapeFault & { readonly position: Position })[],
): readonly ReadRow[] => {
  if (header.length === 0) return []
  const columns = new Map<string, number>()
  header.forEach((name, index) => {
    if (name === '') return
    const position = { line: 1, column: index + 1 }
    const found = known.find((one) => one.name.zh === name || one.name.en === name)
    if (found === undefined) {
      const names = known.flatMap((one) => [one.name.zh, one.name.en])
      const nearest = nearestTo(names)(name)
      faults.push({ _tag: 'UnknownKey', key: name, nearest, path: [name], position })
    } else if (columns.has(found.field)) {
      faults.push({ _tag: 'KeyTwice', key: name, path: [name], position })
    } else columns.set(found.field, index + 1)
  })
  for (const field of wanted) {
    if (columns.has(field)) continue
    const key = known.find((one) => one.field === field)?.name.zh ?? field
    faults.push({ _tag: 'KeyMissing', key, path: [key], position: { line: 1 } })
  }
  const { amount, date } = cellReader(true)
  return rows.flatMap((row, index) => {
    const line = index + 2
    const cells = new Map<string, string>()
    for (const [field, at] of columns) {
      const text = (row[at - 1] ?? '').trim()
      if (text === '') continue
      if (field === 'id' && isDamaged(text)) {
        const position = { line, column: at }
        faults.push({ _tag: 'NotAName', name: text, path: ['id'], position })
      }
      const plain = dates.has(field) ? date(text, line) : amount(text, line)
      cells.set(field, registerValues[field]?.[plain] ?? plain)
    }
    return cells.size === 0 ? [] : [{ line, columns, cells }]
  })
}

const dates: ReadonlySet<string> = new Set(['at', 'rightEnds', 'until'])

interface MutableEvent {
  [field: string]: unknown
}

const eventOf = ({ line, columns, cells }: ReadRow) => {
  const event: MutableEvent = {}
  for (const [field, text] of cells) {
    const [outer = '', inner] = field.split('.')
    if (inner !== undefined) event[outer] = { ...(event[outer] as object), [inner]: text }
    else if (field === 'items') event[field] = itemsOf(text)
    else if (field === 'evidence') event[field] = evidenceOf(text)
    else event[field] = text
  }
  return { line, columns: outerColumns(columns), event }
}

/** A fault may name the record of a field: `schedule` for `schedule.months`. */
const outerColumns = (columns: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...columns].map(([field, at]) => [field.split('.')[0] ?? field, at]))

const itemsOf = (text: string) =>
  text
    .split(/[\s;；，]+/u)
    .filter((part) => part !== '')
    .map((part) => {
      const [item = '', rest = ''] = part.split(/[:：]/u)
      const [amount = '', vat] = rest.split('/')
      return { item, amount, ...(vat === undefined ? {} : { vat }) }
    })

const evidenceOf = (text: string) =>
  Object.fromEntries(
    text.split(/[;；]/u).map((part) => {
      const [id = '', ...said] = part.split('=')
      return [id.trim(), said.join('=').trim()]
    }),
  )

/** Rows of one id are one entry, dated and named as its first row says. */
const entriesOf = (rows: readonly ReadRow[]) => {
  const groups = new Map<string, ReadRow[]>()
  for (const row of rows) {
    const id = row.cells.get('id') ?? ''
    const known = groups.get(id)
    if (known === undefined) groups.set(id, [row])
    else known.push(row)
  }
  return [...groups].flatMap(([id, own]) => {
    const [first] = own
    if (first === undefined) return []
    const lines = own.map(({ cells }) =>
      Object.fromEntries(
        (['role', 'debit', 'credit', 'party'] as const).flatMap((field) => {
          const text = cells.get(field)
          return text === undefined ? [] : [[field, text]]
        }),
      ),
    )
    const event = {
      id,
      at: first.cells.get('at') ?? '',
      kind: 'entry',
      reason: first.cells.get('reason') ?? '',
      lines,
    }
    return [{ line: first.line, columns: outerColumns(first.columns), event }]
  })
}
