/** What every step is written with: numbers as text, ids, scopes. */
import type { Period } from '../core/date.js'

/** A number as written. Numbers of JavaScript are taken only when they are safe integers. */
export type Scalar = string | number | bigint

/** Which sum a clause looks at: this sale's net, the net of the sale's own period, or all. */
export type On = 'event' | 'period' | 'life'

export interface Named {
  /** Names the step in paths and lines; written once in a version. */
  readonly id: string
}

export interface Scoped {
  readonly on?: On
  /** With `on: period`, another period than the agreement's. */
  readonly every?: Period
}

export interface Band {
  /** Inclusive; the last band has none. */
  readonly upTo?: Scalar
  readonly rate: Scalar
}
