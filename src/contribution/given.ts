/** What some values are called with besides a game, each under one name. */
import type { Ratio } from '../core/ratio.js'
import type { ByPlayer } from './dividend.js'
import { explainSolved, type Explain } from './explain-node.js'
import type { Value } from './game.js'
import type { Links } from './graph.js'
import type { PermissionKind, Ranking } from './permission.js'
import type { Unions } from './union.js'

/** All that values may need; a method names what it needs. */
export interface Given {
  readonly weights: ByPlayer
  /** Players in unions that act together. */
  readonly unions: Unions
  readonly links: Links
  readonly ranking: { readonly kind: PermissionKind; readonly pairs: Ranking }
  /** Players in groups, one after the other. */
  readonly groups: Unions
  readonly factors: ByPlayer
  /** Rates of joining, between 0 and 1. */
  readonly rates: readonly Ratio[]
  /** Weights p₀ … p_{n−1} of marginal contributions, by the number of others there. */
  readonly sizes: readonly Ratio[]
}

/** What a value needs, and the value that it makes. */
export interface Needing {
  readonly name: keyof Given
  /** Undefined where it is not given. */
  readonly solve: (given: Partial<Given>) => Value | undefined
  /** Undefined where it is not given, or explains nothing. */
  readonly explain: (given: Partial<Given>) => Explain | undefined
}

/** A value that needs one of the given, and how it explains its figures. */
export const needing = <K extends keyof Given>(
  name: K,
  value: (needed: Given[K]) => Value,
  explain?: (needed: Given[K]) => Explain,
): Needing => {
  const from =
    <A>(make: ((needed: Given[K]) => A) | undefined) =>
    (given: Partial<Given>): A | undefined => {
      const needed = given[name]
      return needed === undefined ? undefined : make?.(needed)
    }
  const explained = explain && ((needed: Given[K]) => explainSolved(value(needed), explain(needed)))
  return { name, solve: from(value), explain: from(explained) }
}
