/** The pages of docs/clauses: their agreement, and their table as events with what they give. */
import { readFileSync } from 'node:fs'
import { agreementCodec, readDocument } from 'data-dividend/codec'
import { isRight } from 'fp-ts/lib/Either.js'
import type { Agreement, EventRecord } from 'data-dividend'
import { filesUnder } from '../files.js'

export interface ClausePage {
  readonly file: string
  readonly text: string
  readonly agreement: Agreement
  readonly events: readonly EventRecord[]
  /** Amounts by event and party. */
  readonly table: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export const clausePages = (): readonly ClausePage[] =>
  filesUnder('docs/clauses', '.md')
    .filter((file) => !file.endsWith('index.md'))
    .map(pageOf)

const pageOf = (file: string): ClausePage => {
  const text = readFileSync(file, 'utf8')
  const yaml = /^```yaml\n(.*?)^```$/ms.exec(text)?.[1] ?? ''
  const document = readDocument('yaml')(yaml)
  const read = isRight(document) ? agreementCodec.decode(document.right.value) : document
  if (!isRight(read)) throw new Error(`${file}: its agreement cannot be read`)
  const [head = [], , ...rows] = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  const parties = head.flatMap((name, index) => {
    const party = /^\*\*(.*)\*\*$/.exec(name)?.[1]
    return party === undefined ? [] : [{ party, index }]
  })
  return {
    file,
    text,
    agreement: read.right,
    events: rows.map((row) => eventOf(head, row)),
    table: Object.fromEntries(
      rows.flatMap((row) => {
        const given = parties.filter(({ index }) => (row[index] ?? '') !== '')
        if (given.length === 0) return []
        const amounts = given.map(({ party, index }) => [party, plain(row[index] ?? '')] as const)
        return [[row[0] ?? '', Object.fromEntries(amounts)] as const]
      }),
    ),
  }
}

/** The fields of a row; `units` are written `x 1, y 2`. */
const eventOf = (head: readonly string[], row: readonly string[]): EventRecord => {
  const fields = head.flatMap((name, index) => {
    const cell = row[index] ?? ''
    if (name.startsWith('**') || cell === '') return []
    if (name === 'event') return [['id', cell] as const]
    if (name === 'amount') return [[name, plain(cell)] as const]
    if (name !== 'units') return [[name, cell] as const]
    return [[name, Object.fromEntries(cell.split(', ').map((unit) => unit.split(' ')))] as const]
  })
  return Object.fromEntries(fields) as EventRecord
}

const plain = (amount: string): string => amount.replaceAll(',', '').replace('−', '-')
