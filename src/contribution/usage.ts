/** Games from usage logs: each event pays, and names the parties without whom it would not have
 *  happened. No table, any number of players, one pass.
 *
 *  v(S) = Σ_e p_e·[T_e ⊆ S], so φ_i = Σ_{e∋i} p_e/|T_e|: each event's amount in equal parts to its
 *  parties. "Any one of T_e is enough" has the same values (the dual game). Museum passes, paid
 *  queries and plays are such games.
 *  Source: Shapley 1953; Ginsburgh & Zang 2003; Luo, Pei, Cong, Xu, PVLDB 15(11), 2022. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Explained } from '../core/explained.js'
import { addRatio, formatRatio, ratio, zero, type Ratio } from '../core/ratio.js'
import { allocationOf } from './allocation.js'
import type { ContributionFault } from './fault.js'
import { gameOf, type Allocation, type Game } from './game.js'

/** An amount that needs all of its parties. */
export interface Term {
  readonly event: string
  readonly parties: readonly string[]
  /** Whole minor units, or any whole number. */
  readonly amount: bigint
}

/** One row of a usage log: a party of an event, with the event's amount. */
export interface UsageRow {
  readonly event: string
  readonly party: string
  readonly amount: bigint
}

/** Shapley value of a list of terms; players in the order of first appearance.
 * @returns Left EmptyTerm for an event without parties; Left DuplicatePlayer for a party named
 *   twice in one event; Left NoPlayers
 * laws: sums to the sum of all amounts
 * @example
 * import { formatAllocation, usageValue } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * pipe(
 *   usageValue([
 *     { event: 'q1', parties: ['A', 'B'], amount: 10n },
 *     { event: 'q2', parties: ['A'], amount: 3n },
 *   ]),
 *   map(formatAllocation),
 * ) // => right('A 8, B 5') */
export const usageValue = (terms: Iterable<Term>): Either<ContributionFault, Allocation> => {
  const totals = new Map<string, Map<number, bigint>>()
  for (const { event, parties, amount } of terms) {
    const size = parties.length
    if (size === 0) return left({ _tag: 'EmptyTerm', event })
    if (size > 1 && new Set(parties).size < size) {
      const twice = parties.find((party, at) => parties.indexOf(party) !== at) ?? ''
      return left({ _tag: 'DuplicatePlayer', player: twice })
    }
    for (const party of parties) {
      const bySize = totals.get(party)
      if (bySize === undefined) totals.set(party, new Map([[size, amount]]))
      else bySize.set(size, (bySize.get(size) ?? 0n) + amount)
    }
  }
  return totals.size === 0 ? left({ _tag: 'NoPlayers' }) : right(sharesOf(totals))
}

/** Terms from the rows of a log, in which the rows of an event stand together.
 * @returns Left TermsDiffer when rows of one event give two amounts
 * @example
 * import { termsOfRows } from 'data-dividend/contribution'
 * termsOfRows([
 *   { event: 'q1', party: 'A', amount: 10n },
 *   { event: 'q1', party: 'B', amount: 10n },
 * ]) // => right([{ event: 'q1', parties: ['A', 'B'], amount: 10n }]) */
export const termsOfRows = (
  rows: Iterable<UsageRow>,
): Either<ContributionFault, readonly Term[]> => {
  const events = new Map<string, { readonly parties: string[]; readonly amount: bigint }>()
  for (const { event, party, amount } of rows) {
    const before = events.get(event)
    if (before === undefined) events.set(event, { parties: [party], amount })
    else if (before.amount === amount) before.parties.push(party)
    else {
      const [first, other] = [String(before.amount), String(amount)]
      return left({ _tag: 'TermsDiffer', event, first, other })
    }
  }
  return right([...events].map(([event, { parties, amount }]) => ({ event, parties, amount })))
}

/** The table of a list of terms, to solve it by other values.
 * @param players in the order wanted
 * @returns Left as `gameOf`; Left UnknownPlayer for a party that is not a player
 * @example
 * import { termsGame } from 'data-dividend/contribution'
 * termsGame(['A', 'B'])([{ event: 'q', parties: ['A', 'B'], amount: 10n }]) // => right({
 * // players: ['A', 'B'], worths: new Float64Array([0, 0, 0, 10]), den: 1n, largest: 10n }) */
export const termsGame =
  (players: readonly string[]) =>
  (terms: readonly Term[]): Either<ContributionFault, Game> => {
    const stranger = terms.flatMap((t) => t.parties).find((party) => !players.includes(party))
    return stranger === undefined ?
        gameOf(players)((members) =>
          terms
            .filter((term) => term.parties.every((party) => members.includes(party)))
            .reduce((sum, term) => sum + term.amount, 0n),
        )
      : left({ _tag: 'UnknownPlayer', player: stranger })
  }

/** Explains a party's figure event by event: amount ÷ parties.
 * @param den what all amounts are divided by
 * @returns Left UnknownPlayer for a party of no event
 * laws: `redo(exact)` gives the party's figure of `usageValue` over den
 * @example
 * import { exact, redo } from 'data-dividend'
 * import { explainTerms } from 'data-dividend/contribution'
 * import { chainW } from 'fp-ts/lib/Either.js'
 * import { pipe } from 'fp-ts/lib/function.js'
 * const terms = [
 *   { event: 'q1', parties: ['A', 'B'], amount: 10n },
 *   { event: 'q2', parties: ['A'], amount: 3n },
 * ]
 * pipe(explainTerms(terms, 1n)('A'), chainW(redo(exact))) // => right('8') */
export const explainTerms =
  (terms: readonly Term[], den: bigint) =>
  (party: string): Either<ContributionFault, Explained> => {
    const own = terms.filter((term) => term.parties.includes(party))
    const parts = own.map(({ amount, parties }) => ratio(amount, BigInt(parties.length) * den))
    return own.length === 0 ?
        left({ _tag: 'UnknownPlayer', player: party })
      : right({
          label: 'value',
          title: { en: `Contribution of ${party}`, zh: `${party}的贡献` },
          value: formatRatio(parts.reduce(addRatio, zero)),
          formula: 'Σ event',
          inputs: own.map(({ event, parties, amount }, at) => ({
            label: labelOf(own, at),
            value: formatRatio(parts[at] ?? zero),
            formula: 'amount / parties',
            inputs: [
              { label: 'amount', value: formatRatio(ratio(amount, den)), source: `event ${event}` },
              { label: 'parties', value: String(parties.length), source: parties.join(', ') },
            ],
          })),
        })
  }

/** An event that stands in several terms is numbered from the second on: labels are unique. */
const labelOf = (terms: readonly Term[], at: number): string => {
  const event = terms[at]?.event ?? ''
  const before = terms.slice(0, at).filter((term) => term.event === event).length
  return `event.${event}${before === 0 ? '' : `#${String(before + 1)}`}`
}

const sharesOf = (totals: ReadonlyMap<string, ReadonlyMap<number, bigint>>): Allocation =>
  allocationOf(
    [...totals.keys()],
    [...totals.values()].map((bySize) =>
      [...bySize].reduce<Ratio>(
        (sum, [size, amount]) => addRatio(sum, ratio(amount, BigInt(size))),
        zero,
      ),
    ),
  )
