/** All that the command does to the world, so that tests can run it in a world of their own. */
import type { Bytes } from '../codec/text.js'

export interface Io {
  /** The bytes of a file, or of standard input for `-`, from the start each time it is called.
   * Rejects as Node does. */
  readonly read: (file: string) => Bytes
  readonly exists: (file: string) => Promise<boolean>
  /** Something that becomes a file, or goes to standard output, when all is well.
   * @param file absent for a draft that only standard output will see */
  readonly draft: (file?: string) => Promise<Draft>
  /** Writes to standard output; false when nobody reads it any more. */
  readonly print: (text: string | Uint8Array) => Promise<boolean>
  /** Writes to standard error. */
  readonly warn: (text: string) => void
  /** Whether standard error is a terminal that shows progress. */
  readonly isTerminal: boolean
}

/** A file in the making, which nobody sees until it is kept. */
export interface Draft {
  readonly write: (piece: string | Uint8Array) => Promise<void>
  /** Brings everything to the disk, so that only the name is wanting. */
  readonly finish: () => Promise<void>
  /** Puts the whole file in the place of the old one, at once. */
  readonly keep: () => Promise<void>
  readonly bytes: () => Bytes
  /** Does away with it; nothing after `keep`. */
  readonly drop: () => Promise<void>
}
