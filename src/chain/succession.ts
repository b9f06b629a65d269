/** Succession: merger, split, dissolution, bankruptcy, assignment. Rights move with their duties.
 *
 *  Every right and duty of the party that goes has exactly one taker, or, where it can be divided
 *  (a balance, a share), takers by weights; a duty goes where the right that it is bound to goes.
 *  Law: over all successors the rights and duties are those there were, none twice, none lost.
 *  Source: Data Twenty Articles, 7; Personal Information Protection Law, 22 */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { CivilDate } from '../core/date.js'
import type { Bilingual } from '../core/error.js'

/** Why a party is succeeded. 承继 */
export type SuccessionKind = 'merger' | 'split' | 'dissolution' | 'bankruptcy' | 'assignment'

export interface Succession {
  readonly kind: SuccessionKind
  readonly at: CivilDate
  /** Who is succeeded. */
  readonly of: readonly string[]
  /** Who succeeds, with the weights by which what can be divided is divided. */
  readonly to: readonly Successor[]
  /** The taker of single rights and duties, by their ids. Of an assignment, all that moves. */
  readonly takes?: Readonly<Record<string, string>>
}

export interface Successor {
  readonly party: string
  readonly weight: bigint
}

/** A right or a duty of a party. */
export interface Belonging {
  readonly id: string
  readonly holder: string
  readonly side: 'right' | 'duty'
  /** The right that a duty is bound to. */
  readonly with?: string
  /** Whether it may be divided by weights, as a balance may. */
  readonly divisible?: boolean
}

/** A part of a right or duty and who takes it: weight of whole. */
export interface Taken {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly weight: bigint
  readonly whole: bigint
}

export type SuccessionFault =
  | { readonly _tag: 'OrphanObligation'; readonly obligation: string; readonly holder: string }
  | { readonly _tag: 'OrphanRight'; readonly right: string; readonly holder: string }
  | {
      readonly _tag: 'DutyParted'
      readonly duty: string
      readonly right: string
      readonly taker: string
    }
  | { readonly _tag: 'UnknownRight'; readonly duty: string; readonly right: string }
  | {
      readonly _tag: 'UnknownSuccessor'
      readonly party: string
      readonly known: readonly string[]
    }
  | { readonly _tag: 'NotOneSuccessor'; readonly kind: SuccessionKind; readonly count: number }
  | { readonly _tag: 'SuccessorGone'; readonly party: string }
  | { readonly _tag: 'UnknownBelonging'; readonly id: string }

/** Names of the kinds. */
export const successionNames: Readonly<Record<SuccessionKind, Bilingual>> = {
  merger: { en: 'merger', zh: '合并' },
  split: { en: 'split', zh: '分立' },
  dissolution: { en: 'dissolution', zh: '解散' },
  bankruptcy: { en: 'bankruptcy', zh: '破产' },
  assignment: { en: 'assignment', zh: '转让' },
}

/** Who takes each right and duty of those who are succeeded.
 * @param belongings of any party; only those of the succeeded move, of an assignment only those
 *   that `takes` names, with the duties bound to them
 * @returns Left OrphanObligation or OrphanRight for what has no taker; Left DutyParted when a duty
 *   would go elsewhere than its right; Left UnknownRight, UnknownSuccessor, UnknownBelonging;
 *   Left NotOneSuccessor of a merger; Left SuccessorGone when a dissolved party succeeds itself
 * laws: the weights of each id sum to its whole; a duty has the takers of its right
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { successionOf } from 'data-dividend/chain'
 * const merger = {
 *   kind: 'merger', at: orThrow(parseDate('2026-07-01')), of: ['a'],
 *   to: [{ party: 'b', weight: 1n }],
 * } as const
 * successionOf(merger)([{ id: 'maps', holder: 'a', side: 'right' }])
 * // => right([{ id: 'maps', from: 'a', to: 'b', weight: 1n, whole: 1n }])
 * const report = { id: 'report', holder: 'a', side: 'duty' } as const
 * successionOf({ ...merger, kind: 'dissolution', to: [] })([report])
 * // => left({ _tag: 'OrphanObligation', obligation: 'report', holder: 'a' }) */
export const successionOf =
  (succession: Succession) =>
  (belongings: readonly Belonging[]): Either<SuccessionFault, readonly Taken[]> => {
    const { kind, of, to, takes = {} } = succession
    const wrong = faultOfTerms(succession, belongings)
    if (wrong !== undefined) return left(wrong)
    const mine = belongings.filter(({ holder }) => of.includes(holder))
    const byId = new Map(mine.map((one) => [one.id, one]))
    const named = (id: string) => (Object.hasOwn(takes, id) ? takes[id] : undefined)
    const moving = mine.filter(
      (one) =>
        kind !== 'assignment' ||
        named(one.id) !== undefined ||
        (one.with !== undefined && named(one.with) !== undefined),
    )
    const taken: Taken[] = []
    for (const one of moving) {
      const { id, holder } = one
      const decisive = one.with === undefined ? one : byId.get(one.with)
      if (decisive === undefined) {
        return left({ _tag: 'UnknownRight', duty: id, right: one.with ?? '' })
      }
      const taker = named(id)
      if (decisive !== one && taker !== undefined && taker !== named(decisive.id)) {
        return left({ _tag: 'DutyParted', duty: id, right: decisive.id, taker })
      }
      const takers = takersOf(to, decisive, named(decisive.id))
      if (takers.length === 0) return left(orphan(one))
      const whole = takers.reduce((sum, { weight }) => sum + weight, 0n)
      for (const { party, weight } of takers) {
        taken.push({ id, from: holder, to: party, weight, whole })
      }
    }
    return right(taken)
  }

/** A named taker takes all; what can be divided goes by weights; else a single successor takes. */
const takersOf = (
  to: readonly Successor[],
  { divisible }: Belonging,
  taker: string | undefined,
): readonly Successor[] => {
  if (taker !== undefined) return [{ party: taker, weight: 1n }]
  if (divisible === true) return to.filter(({ weight }) => weight > 0n)
  const [only] = to
  return to.length === 1 && only !== undefined ? [{ party: only.party, weight: 1n }] : []
}

const orphan = ({ side, id, holder }: Belonging): SuccessionFault =>
  side === 'duty' ?
    { _tag: 'OrphanObligation', obligation: id, holder }
  : { _tag: 'OrphanRight', right: id, holder }

const faultOfTerms = (
  { kind, of, to, takes = {} }: Succession,
  belongings: readonly Belonging[],
): SuccessionFault | undefined => {
  if (kind === 'merger' && to.length !== 1) {
    return { _tag: 'NotOneSuccessor', kind, count: to.length }
  }
  if (kind === 'dissolution' || kind === 'bankruptcy') {
    const gone = to.find(({ party }) => of.includes(party))
    if (gone !== undefined) return { _tag: 'SuccessorGone', party: gone.party }
  }
  const known = to.map(({ party }) => party)
  for (const [id, taker] of Object.entries(takes)) {
    if (!known.includes(taker)) return { _tag: 'UnknownSuccessor', party: taker, known }
    if (!belongings.some((one) => one.id === id && of.includes(one.holder))) {
      return { _tag: 'UnknownBelonging', id }
    }
  }
  return undefined
}
