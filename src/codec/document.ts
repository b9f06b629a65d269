/** A document: the plain value that a text says, and where in the text each path stands. */
import type { Path } from '../core/error.js'
import type { Position, ShapeFault, TextFault } from './fault.js'

export interface Document {
  /** Text, safe integers (of JSON), lists and records. */
  readonly value: unknown
  /** The place of a path, or of the nearest place above it that exists. */
  readonly positionOf: (path: Path) => Position
}

/** What is wrong with a text, and where each path stands as far as the text could be read. */
export interface Unread {
  readonly faults: readonly (TextFault | ShapeFault)[]
  readonly positionOf: (path: Path) => Position
}

export type Format = 'json' | 'yaml'

/** The format of a file: by its name, else JSON when the text begins with a bracket.
 * @example
 * import { formatOf } from 'data-dividend/codec'
 * formatOf('agreement.yml', '{}') // => 'yaml' */
export const formatOf = (file: string, text: string): Format =>
  /\.ya?ml$/i.test(file) ? 'yaml'
  : /\.json$/i.test(file) || /^\s*[[{]/.test(text) ? 'json'
  : 'yaml'
