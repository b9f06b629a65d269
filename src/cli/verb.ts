/** What a verb is: one file each, and one entry in the list of verbs. */
import type { Either } from 'fp-ts/lib/Either.js'
import type { Bilingual, Lang } from '../core/error.js'
import type { Refusal } from './fault.js'
import type { Io } from './io.js'

/** What every verb takes, in the same sense. */
interface CommonOptions {
  readonly json?: boolean
  readonly csv?: boolean
  readonly md?: boolean
  readonly mark?: boolean
  readonly out?: string
  readonly quiet?: boolean
}

/** One call of a verb. */
export interface Call {
  readonly io: Io
  readonly lang: Lang
  readonly args: readonly string[]
  /** The common options and the verb's own, by their long names. */
  readonly options: CommonOptions & Readonly<Record<string, unknown>>
}

export interface VerbOption {
  /** As commander reads it: `--state <file>`. */
  readonly flags: string
  readonly about: Bilingual
  /** The only values that it takes. */
  readonly choices?: readonly string[]
}

export interface Verb {
  readonly name: string
  /** As commander reads them: `<agreement> <events...>`. */
  readonly args: string
  readonly about: Bilingual
  readonly options: readonly VerbOption[]
  /** The exit code, once everything is written. */
  readonly run: (call: Call) => Promise<Either<Refusal, 0 | 1>>
}

/** An option with a value, as text. */
export const textOption = (call: Call, name: string): string | undefined => {
  const value = call.options[name]
  return typeof value === 'string' ? value : undefined
}
