/** A value as users choose it: what it is called, where it comes from, what it keeps. */
import type { Bilingual } from '../core/error.js'
import type { AxiomId } from './axiom.js'
import { explainSolved, type Explain } from './explain-node.js'
import type { Value } from './game.js'
import type { Needing } from './given.js'

/** A value as users choose it. 贡献度量方法 */
export interface ValueMethod {
  readonly id: string
  readonly name: Bilingual
  readonly source: string
  /** The article of the Data Twenty Articles that it serves. */
  readonly article: 12
  /** What it is called with, where it needs more than a game: `weightedShapley(weights)`. */
  readonly takes?: string
  /** How it is made of what a file gives under that name. */
  readonly with?: Needing
  /** The value that this one contains. */
  readonly generalises?: string
  /** Axioms that executed tests support; absent where the table has no row. */
  readonly keeps?: readonly AxiomId[]
  /** Absent where `takes` stands. */
  readonly solve?: Value
  /** Absent where a figure is no formula of worths, as the solutions of programs are. */
  readonly explain?: Explain
}

/** A method of the registry; what it refuses to solve it does not explain. */
export const method = (
  id: string,
  en: string,
  zh: string,
  source: string,
  rest: Omit<ValueMethod, 'id' | 'name' | 'source' | 'article'>,
): ValueMethod => {
  const { solve, explain } = rest
  return {
    id: `value.${id}`,
    name: { en, zh },
    source,
    article: 12,
    ...rest,
    ...(solve && explain && { explain: explainSolved(solve, explain) }),
  }
}

/** Axioms by their short names, parted by spaces. */
export const keeps = (text: string): readonly AxiomId[] => text.split(' ') as readonly AxiomId[]
