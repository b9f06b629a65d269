/** What can be wrong with a file before its content means anything, and what reading it changed. */
import type { Path } from '../core/error.js'

/** A place in a text, from 1; of a table the line alone. */
export interface Position {
  readonly line: number
  readonly column?: number
  /** Of a workbook: `methods!C5`. */
  readonly cell?: string
}

/** A fault of the file as a whole or of its text. */
export type TextFault =
  | { readonly _tag: 'EmptyFile' }
  | { readonly _tag: 'NotText' }
  | { readonly _tag: 'NotReadable'; readonly reason: string; readonly position: Position }
  | { readonly _tag: 'SeveralDocuments'; readonly position: Position }
  | { readonly _tag: 'TooManyAliases' }

/** A fault of a place in a document. */
export type ShapeFault = { readonly path: Path } & (
  | { readonly _tag: 'KeyTwice'; readonly key: string }
  | { readonly _tag: 'NotANumber'; readonly value: string }
  | { readonly _tag: 'UnknownKey'; readonly key: string; readonly nearest: readonly string[] }
  | { readonly _tag: 'KeyMissing'; readonly key: string }
  | { readonly _tag: 'WrongType'; readonly expected: string; readonly received: string }
  | { readonly _tag: 'StepOfOneKind'; readonly given: readonly string[] }
  | { readonly _tag: 'NotAName'; readonly name: string }
  | {
      readonly _tag: 'OtherKind'
      readonly wanted: readonly string[]
      readonly received: string
    }
)

/** A fault of a table of events. */
export type TableFault = { readonly position: Position } & (
  | { readonly _tag: 'ColumnMissing'; readonly column: string; readonly nearest: readonly string[] }
  | { readonly _tag: 'ColumnTwice'; readonly column: string }
  | { readonly _tag: 'NotAName'; readonly name: string }
  | { readonly _tag: 'RaggedRow'; readonly cells: number; readonly columns: number }
  | { readonly _tag: 'QuoteOpen' }
  | { readonly _tag: 'QuoteMisplaced'; readonly column: string }
  | { readonly _tag: 'DamagedId'; readonly text: string; readonly column: string }
  | { readonly _tag: 'NotUnits'; readonly text: string }
  | { readonly _tag: 'NotAnAmount'; readonly text: string }
  | { readonly _tag: 'UnknownSheet'; readonly sheet: string; readonly nearest: readonly string[] }
  | { readonly _tag: 'CellEmpty'; readonly column: string }
  | { readonly _tag: 'PartyTwice'; readonly event: string; readonly party: string }
  | {
      readonly _tag: 'AmountsDiffer'
      readonly event: string
      readonly first: string
      readonly other: string
    }
)

export type CodecFault = TextFault | ShapeFault | TableFault

/** What a reader changed to make sense of a file, told once a kind. */
export type ReadingNote =
  | { readonly _tag: 'ReadAs'; readonly encoding: string }
  | ({ readonly _tag: 'AmountsUngrouped' } & Rewritten)
  | ({ readonly _tag: 'DatesRewritten' } & Rewritten)
  | ({ readonly _tag: 'WideDigitsRead' } & Rewritten)

/** How many cells, and the first of them. */
export interface Rewritten {
  readonly count: number
  readonly line: number
  readonly text: string
  readonly read: string
}
