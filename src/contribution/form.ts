/** A game in the form in which it is told: some values need no table there, and so no limit.
 *
 *  Terms of a usage log, weighted votes, airports, sequential production, staged chains and claims
 *  know their Shapley value (votes Banzhaf's too, claims nucleolus and tau) for any number of
 *  players; whatever else is asked of them is asked of their table. */
import { chain, isLeft, left, map, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Explained } from '../core/explained.js'
import { divRatio, ratio, zero, type Ratio } from '../core/ratio.js'
import { adjustedProportional, randomArrival, talmud } from '../split/claims.js'
import { allocationOf, ofCosts } from './allocation.js'
import { claimsGame, claimsValue, type Claims } from './claims-game.js'
import type { ContributionFault } from './fault.js'
import {
  airport,
  airportGame,
  sequential,
  sequentialGame,
  stagedChain,
  stagedGame,
  type Figures,
  type StagedChain,
} from './forms.js'
import { playersFault, type Allocation, type Game } from './game.js'
import type { Given } from './given.js'
import { sumRatio } from './number.js'
import { methodOf, valueWith } from './registry.js'
import { explainTerms, termsGame, usageValue, type Term } from './usage.js'
import { votingGame, votingPower, votingSwings, type Voting } from './voting.js'

/** Explains one player's figure. */
type Explaining = (player: string) => Either<ContributionFault, Explained>

type Solved = Either<ContributionFault, Allocation>

/** Players, the values that need no table, and the table for all others. 博弈的表达形式 */
export interface Form {
  readonly players: readonly string[]
  /** By the id of a method. */
  readonly direct: Readonly<Record<string, () => Solved>>
  readonly table: () => Either<ContributionFault, Game>
  /** Explanations that need no table, by the id of a method. */
  readonly explained?: Readonly<Record<string, Explaining>>
  /** Whether worths are costs, so that values which compare excesses see them negated. */
  readonly costs: boolean
}

/** A value of a form by the id of its method.
 * @param given what the method needs besides the game
 * @returns Left as `valueWith`, as the form's table, and as the method
 * laws: equals the method on the form's table
 * @example
 * import { airportForm, formatAllocation, solveForm } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * const n = (num: bigint) => ({ num, den: 1n })
 * const form = airportForm([{ player: 'A', value: n(8n) }, { player: 'B', value: n(11n) }])
 * map(formatAllocation)(solveForm({})('value.shapley')(form)) // => right('A 4, B 7')
 * map(formatAllocation)(solveForm({})('value.nucleolus')(form)) // => right('A 4, B 7') */
export const solveForm =
  (given: Partial<Given>) =>
  (id: string) =>
  (form: Form): Solved => {
    const direct = form.direct[id]
    if (direct !== undefined) return direct()
    return pipe(
      valueWith(given)(id),
      chain((value) => {
        const solve = form.costs && comparesExcesses.has(id) ? ofCosts(value) : value
        return pipe(form.table(), chain(solve))
      }),
    )
  }

/** How a player's figure comes about, in a tree that `redo` recomputes.
 * @param given what the method needs besides the game
 * @returns undefined where a method explains nothing; else Left as the form's table and the method
 * @example
 * import { explainForm, termsForm } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * const form = termsForm(['A', 'B'], [{ event: 'q', parties: ['A', 'B'], amount: 10n }])
 * const tree = explainForm({})('value.shapley')(form)?.('A')
 * tree && map((figure: { readonly value: string }) => figure.value)(tree) // => right('5') */
export const explainForm =
  (given: Partial<Given>) =>
  (id: string) =>
  (form: Form): Explaining | undefined => {
    const direct = form.explained?.[id]
    if (direct !== undefined) return direct
    const method = methodOf(id)
    if (isLeft(method) || (form.costs && comparesExcesses.has(id))) return undefined
    const explain = method.right.explain ?? method.right.with?.explain(given)
    return (
      explain &&
      ((player) =>
        pipe(
          form.table(),
          chain((game) => explain(game)(player)),
        ))
    )
  }

/** A game by its table.
 * @example
 * import { gameByMask, tableForm } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * map((game: Parameters<typeof tableForm>[0]) => tableForm(game).players)(
 *   gameByMask(['A', 'B'])([0, 0, 0, 6]),
 * ) // => right(['A', 'B']) */
export const tableForm = (game: Game): Form => ({
  players: game.players,
  direct: {},
  table: () => right(game),
  costs: false,
})

/** A usage log: each event pays its parties, who all were needed.
 * @param den what all amounts are divided by
 * @example
 * import { formatAllocation, solveForm, termsForm } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * const terms = [{ event: 'q', parties: ['A', 'B'], amount: 1050n }]
 * map(formatAllocation)(solveForm({})('value.shapley')(termsForm(['A', 'B'], terms, 100n)))
 * // => right('A 5.25, B 5.25') */
export const termsForm = (players: readonly string[], terms: readonly Term[], den = 1n): Form => ({
  players,
  direct: {
    'value.shapley': () => {
      const known = new Set(players)
      const stranger = terms.flatMap((term) => term.parties).find((party) => !known.has(party))
      if (stranger !== undefined) return left({ _tag: 'UnknownPlayer', player: stranger })
      const solved = terms.length === 0 ? right([]) : usageValue(terms)
      const fault = playersFault(players, Number.POSITIVE_INFINITY)
      if (isLeft(solved)) return solved
      if (fault !== undefined) return left(fault)
      const values = new Map(solved.right.map(({ player, value }) => [player, value]))
      return right(
        allocationOf(
          players,
          players.map((player) => divRatio(values.get(player) ?? zero, ratio(den))),
        ),
      )
    },
  },
  explained: { 'value.shapley': explainTerms(terms, den) },
  table: () =>
    pipe(
      termsGame(players)(terms),
      map((game) => ({ ...game, den: game.den * den })),
    ),
  costs: false,
})

/** A weighted vote.
 * @example
 * import { formatAllocation, solveForm, votingForm } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * const votes = [
 *   { player: 'A', votes: 50n }, { player: 'B', votes: 49n }, { player: 'C', votes: 1n },
 * ]
 * map(formatAllocation)(solveForm({})('value.banzhaf-index')(votingForm({ quota: 51n, votes })))
 * // => right('A 0.6, B 0.2, C 0.2') */
export const votingForm = (voting: Voting): Form => {
  const swings = (whole: (all: readonly Ratio[]) => Ratio): Solved =>
    pipe(
      votingSwings(voting),
      map((counted) => {
        const all = counted.map((x) => ratio(x.swings))
        return counted.map(({ player }, i) => ({
          player,
          value: divRatio(all[i] ?? zero, whole(all)),
        }))
      }),
    )
  const power = (): Solved => votingPower(voting)
  return {
    players: voting.votes.map((vote) => vote.player),
    direct: {
      'value.shapley': power,
      'value.shapley-shubik': power,
      'value.banzhaf': () => swings((all) => ratio(2n ** BigInt(all.length - 1))),
      'value.banzhaf-index': () => swings(sumRatio),
    },
    table: () => votingGame(voting),
    costs: false,
  }
}

/** An airport: costs, where the largest need of a coalition serves all of it.
 * @example
 * import { airportForm } from 'data-dividend/contribution'
 * airportForm([{ player: 'A', value: { num: 8n, den: 1n } }]).costs // => true */
export const airportForm = (needs: Figures): Form => ({
  players: needs.map((need) => need.player),
  direct: { 'value.shapley': () => airport(needs) },
  table: () => airportGame(needs),
  costs: true,
})

/** Sequential production.
 * @example
 * import { sequentialForm } from 'data-dividend/contribution'
 * sequentialForm([{ player: 'A', value: { num: 8n, den: 1n } }]).players // => ['A'] */
export const sequentialForm = (revenues: Figures): Form => ({
  players: revenues.map((revenue) => revenue.player),
  direct: { 'value.shapley': () => sequential(revenues) },
  table: () => sequentialGame(revenues),
  costs: false,
})

/** A staged chain with substitutes.
 * @example
 * import { stagedForm } from 'data-dividend/contribution'
 * stagedForm({ worth: { num: 1n, den: 1n }, stages: [['A', 'B'], ['C']] }).players
 * // => ['A', 'B', 'C'] */
export const stagedForm = (staged: StagedChain): Form => ({
  players: staged.stages.flat(),
  direct: { 'value.shapley': () => stagedChain(staged) },
  table: () => stagedGame(staged),
  costs: false,
})

/** Claims on an estate.
 * @example
 * import { claimsForm, formatAllocation, solveForm } from 'data-dividend/contribution'
 * import { map } from 'fp-ts/lib/Either.js'
 * const n = (num: bigint) => ({ num, den: 1n })
 * const claims = [{ player: 'A', value: n(100n) }, { player: 'B', value: n(300n) }]
 * map(formatAllocation)(solveForm({})('value.tau')(claimsForm({ estate: n(200n), claims })))
 * // => right('A 50, B 150') */
export const claimsForm = (claims: Claims): Form => ({
  players: claims.claims.map((claim) => claim.player),
  direct: {
    'value.shapley': () => claimsValue(randomArrival)(claims),
    'value.nucleolus': () => claimsValue(talmud)(claims),
    'value.tau': () => claimsValue(adjustedProportional)(claims),
  },
  table: () => claimsGame(claims),
  costs: false,
})

/** Of costs, these are the values of the negated game, negated. */
const comparesExcesses: ReadonlySet<string> = new Set([
  'value.tau',
  'value.nucleolus',
  'value.prenucleolus',
  'value.per-capita-prenucleolus',
])
