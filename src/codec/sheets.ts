/** A valuation file as sheets, for people who work in spreadsheets.
 *
 *  Every sheet has the columns name, input, value. A record of the file that is a sheet of its own
 *  (`parameters`, `methods`, …) has its entries under their names; all other keys stand on the
 *  sheet `about`. The input is the path below the name, parted by `/` (a `/` within a key is `~1`,
 *  a `~` is `~0`); values of a list stand side by side, with `[]` behind the input where it may be
 *  a list of one; a list of records has the inputs `1/…`, `2/…`. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Path } from '../core/error.js'
import type { Document } from './document.js'
import type { Position, ShapeFault, TableFault } from './fault.js'
import { nearestTo } from './nearest.js'

/** A sheet as text. */
export interface Sheet {
  readonly name: string
  /** The first row. */
  readonly head?: readonly string[]
  /** Without the head; blank cells are ''. */
  readonly rows: readonly SheetLine[]
}

export interface SheetLine {
  /** From 1, as a spreadsheet counts. */
  readonly row: number
  readonly cells: readonly string[]
}

export type SheetFault = TableFault | (ShapeFault & { readonly position: Position })

/** Sheets that cannot be read, and what is wrong with them. */
export interface SheetsUnread {
  readonly faults: readonly SheetFault[]
  readonly positionOf: Document['positionOf']
}

/** The records that are a sheet of their own. */
export const sheetKeys: readonly string[] = [
  'parameters',
  'quality',
  'methods',
  'excluded',
  'reconcile',
  'sensitivity',
  'replay',
]

/** The sheet of all other keys. */
export const aboutSheet = 'about'

/** Sheets whose names begin so are not read. */
export const notesSheet = 'notes'

/** A document's value as sheets.
 * @example
 * import { sheetsOfDocument } from 'data-dividend/codec'
 * sheetsOfDocument({ valuation: 'v', methods: { income: { by: { x: { sales: ['1', '2'] } } } } })
 * // => [
 * //   { name: 'about', rows: [{ row: 2, cells: ['valuation', '', 'v'] }] },
 * //   { name: 'methods', rows: [{ row: 2, cells: ['income', 'by/x/sales[]', '1', '2'] }] }] */
export const sheetsOfDocument = (value: unknown): readonly Sheet[] => {
  const entries = Object.entries(isRecord(value) ? value : {})
  const about = entries.filter(([key]) => !sheetKeys.includes(key))
  const own = sheetKeys.flatMap((key) =>
    entries.filter(([name]) => name === key).map(([, record]) => [key, record] as const),
  )
  return [[aboutSheet, Object.fromEntries(about)] as const, ...own].map(([name, record]) => ({
    name,
    rows: Object.entries(isRecord(record) ? record : {})
      .flatMap(([entry, item]) => linesOf(entry, [], item))
      .map((cells, at) => ({ row: at + 2, cells })),
  }))
}

/** The document that sheets say, with the cell of each path.
 * @returns Left with all faults: UnknownSheet, CellEmpty for a value without a name, KeyTwice for
 *   a path that stands twice, or has a value and parts
 * @example
 * import { documentOfSheets } from 'data-dividend/codec'
 * import { map } from 'fp-ts/lib/Either.js'
 * const sheets = [{ name: 'about', rows: [{ row: 2, cells: ['valuation', '', 'v'] }] }]
 * map((document: { readonly value: unknown }) => document.value)(documentOfSheets(sheets))
 * // => right({ valuation: 'v' }) */
export const documentOfSheets = (sheets: readonly Sheet[]): Either<SheetsUnread, Document> => {
  const root: Branch = { parts: new Map(), cell: position(aboutSheet, 1, 0) }
  const faults: SheetFault[] = []
  for (const sheet of sheets) {
    const key = sheet.name.split(' ')[0] ?? ''
    if (key.startsWith(notesSheet)) continue
    if (key !== aboutSheet && !sheetKeys.includes(key)) {
      const nearest = nearestTo([aboutSheet, ...sheetKeys])(key)
      faults.push({
        _tag: 'UnknownSheet',
        sheet: sheet.name,
        nearest,
        position: position(sheet.name, 1, 0),
      })
      continue
    }
    const top = key === aboutSheet ? [] : [key]
    for (const line of sheet.rows) {
      const fault = take(root, sheet.name, top, line)
      if (fault !== undefined) faults.push(fault)
    }
  }
  const places = new Map<string, Position>()
  const value = kindFirst(plain(root, [], places))
  const positionOf = (path: Path): Position => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const found = places.get(JSON.stringify(path.slice(0, depth)))
      if (found !== undefined) return found
    }
    return root.cell
  }
  return faults.length > 0 ? left({ faults, positionOf }) : right({ value, positionOf })
}

interface Leaf {
  readonly values: readonly string[]
  readonly isList: boolean
  readonly sheet: string
  readonly row: number
}

// eslint-disable-next-line functional/type-declaration-immutability -- filled row by row
interface Branch {
  readonly parts: Map<string, Branch | Leaf>
  readonly cell: Position
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isScalar = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number'

const linesOf = (
  name: string,
  input: readonly string[],
  item: unknown,
): readonly (readonly string[])[] => {
  const path = input.map(escaped).join('/')
  if (isScalar(item)) return [[name, path, String(item)]]
  if (Array.isArray(item) && item.every(isScalar)) {
    return item.length === 0 ? [] : [[name, `${path}[]`, ...item.map(String)]]
  }
  if (Array.isArray(item)) {
    return item.flatMap((one, at) => linesOf(name, [...input, String(at + 1)], one))
  }
  return Object.entries(isRecord(item) ? item : {}).flatMap(([key, part]) =>
    linesOf(name, [...input, key], part),
  )
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')
const plainKey = (text: string): string => text.replaceAll('~1', '/').replaceAll('~0', '~')

/** Puts the value of a line in its place, or says why it cannot stand there. */
const take = (
  root: Branch,
  sheet: string,
  top: readonly string[],
  { row, cells }: SheetLine,
): SheetFault | undefined => {
  const [name = '', input = '', ...rest] = cells.map((cell) => cell.trim())
  const values = rest.slice(0, rest.findLastIndex((cell) => cell !== '') + 1)
  if (values.length === 0) return undefined
  if (name === '') return { _tag: 'CellEmpty', column: 'A', position: position(sheet, row, 0) }
  const isList = input.endsWith('[]') || values.length > 1
  const below = input.replace(/\[\]$/, '')
  const path = [...top, name, ...(below === '' ? [] : below.split('/').map(plainKey))]
  let at = root
  for (const key of path.slice(0, -1)) {
    const next = at.parts.get(key) ?? { parts: new Map(), cell: position(sheet, row, 1) }
    if (!('parts' in next)) return twice(path, sheet, row)
    at.parts.set(key, next)
    at = next
  }
  const last = path.at(-1) ?? ''
  if (at.parts.has(last)) return twice(path, sheet, row)
  at.parts.set(last, { values, isList, sheet, row })
  return undefined
}

const twice = (path: readonly string[], sheet: string, row: number): SheetFault => ({
  _tag: 'KeyTwice',
  key: path.at(-1) ?? '',
  path,
  position: position(sheet, row, 1),
})

/** Lists are branches whose keys count from 1. */
const plain = (node: Branch | Leaf, path: Path, places: Map<string, Position>): unknown => {
  const placed = (at: Path, cell: Position) => places.set(JSON.stringify(at), cell)
  if (!('parts' in node)) {
    const { values, isList, sheet, row } = node
    placed(path, position(sheet, row, 2))
    if (!isList) return values[0]
    return values.map((value, at) => {
      placed([...path, at], position(sheet, row, at + 2))
      return value
    })
  }
  placed(path, node.cell)
  const keys = [...node.parts.keys()]
  const isList = keys.length > 0 && keys.every((key, at) => key === String(at + 1))
  const parts = [...node.parts].map(
    ([key, part], at) => [key, plain(part, [...path, isList ? at : key], places)] as const,
  )
  return isList ? parts.map(([, part]) => part) : Object.fromEntries(parts)
}

/** Rows may stand in any order, but the first key of a document says its kind. */
const kindFirst = (value: unknown): unknown =>
  isRecord(value) && 'valuation' in value ? { valuation: value['valuation'], ...value } : value

/** `methods!C5` */
const position = (sheet: string, row: number, column: number): Position => ({
  line: row,
  cell: `${sheet}!${columnName(column)}${String(row)}`,
})

/** A, B, … Z, AA, AB … */
const columnName = (at: number): string => {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last
}
