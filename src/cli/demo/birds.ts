/** What each island's birds are worth to a classifier of species.
 *
 *  A bird is named by the vote of its three nearest measured birds. Its four measures are counted
 *  in units of their ranges over all birds; brought to one denominator the squared distances are
 *  whole numbers, so no rounding decides a tie. Of birds equally near the one that stands first
 *  in the file is taken; of species with equal votes the nearest bird's.
 *  Every third bird of an island is held out: the classifier learns from the others, and its
 *  worth is how many held-out birds of all islands it names right. */
import { chain, isLeft, map, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { gcd } from '../../core/divide.js'
import { parseRatio } from '../../core/ratio.js'
import { masksBySize, membersOf } from '../../contribution/coalition.js'
import type { ContributionFault } from '../../contribution/fault.js'
import { gameOf, type Allocation } from '../../contribution/game.js'
import { shapley } from '../../contribution/semivalue.js'

/** One measured bird. 企鹅 */
export interface Bird {
  readonly species: string
  readonly island: string
  /** Bill length and depth and flipper length in tenths of a millimetre, mass in tenths of a
   * gram. */
  readonly measures: readonly bigint[]
}

/** What a classifier that learns from some of the islands names right. */
export interface Trial {
  readonly islands: readonly string[]
  readonly right: number
}

/** Seven trials, and what they say each island contributes. */
export interface Contribution {
  readonly islands: readonly string[]
  readonly measured: number
  readonly heldOut: number
  readonly trials: readonly Trial[]
  /** Birds named right thanks to each island; they sum to what all islands together name right. */
  readonly values: Allocation
}

/** The birds of a file whose four measures are all there. */
export const birdsOf = (rows: readonly Readonly<Record<string, string>>[]): readonly Bird[] =>
  rows.flatMap((row) => {
    const { species = '', island = '' } = row
    const measures = fields.flatMap((field) => tenths(row[field] ?? ''))
    return measures.length === fields.length ? [{ species, island, measures }] : []
  })

/** Tries all coalitions of islands and works out each island's Shapley value.
 * @returns Left as the game and its value */
export const contributionOf = (birds: readonly Bird[]): Either<ContributionFault, Contribution> => {
  const islands = [...new Set(birds.map(({ island }) => island))].sort()
  const isHeldOut = everyThird(birds)
  const distance = distanceIn(birds)
  const tested = birds
    .filter((_, index) => isHeldOut[index])
    .map((bird) => ({
      bird,
      neighbours: birds
        .filter((_, index) => !isHeldOut[index])
        .map((other) => ({ other, away: distance(bird, other) }))
        .sort((a, b) =>
          a.away < b.away ? -1
          : a.away > b.away ? 1
          : 0,
        ),
    }))
  const named = (coalition: readonly string[]): number =>
    tested.filter(({ bird, neighbours }) => {
      const known = neighbours.filter(({ other }) => coalition.includes(other.island))
      return vote(known.slice(0, 3).map(({ other }) => other.species)) === bird.species
    }).length
  return pipe(
    gameOf(islands)(named),
    chain((game) =>
      pipe(
        shapley(game),
        map((values) => ({
          islands,
          measured: birds.length,
          heldOut: tested.length,
          trials: masksBySize(islands.length).map((mask) => ({
            islands: membersOf(mask).map((at) => islands[at] ?? ''),
            right: Number(game.worths[mask]),
          })),
          values,
        })),
      ),
    ),
  )
}

const fields = ['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g']

/** A measure in tenths of its unit; nothing where it is missing. */
const tenths = (text: string): readonly bigint[] => {
  const measure = parseRatio(text)
  return isLeft(measure) ? [] : [(10n * measure.right.num) / measure.right.den]
}

const everyThird = (birds: readonly Bird[]): readonly boolean[] => {
  const met = new Map<string, number>()
  return birds.map(({ island }) => {
    const count = (met.get(island) ?? 0) + 1
    met.set(island, count)
    return count % 3 === 0
  })
}

/** Σ ((aᵢ − bᵢ) · L / rangeᵢ)², with L the least common multiple of the ranges. */
const distanceIn = (birds: readonly Bird[]): ((a: Bird, b: Bird) => bigint) => {
  const ranges = fields.map((_, index) => {
    const values = birds.map(({ measures }) => measures[index] ?? 0n)
    return values.reduce(larger) - values.reduce(smaller)
  })
  const multiple = ranges.reduce((lcm, range) => (lcm * range) / gcd(lcm, range), 1n)
  return (a, b) =>
    ranges.reduce((sum, range, index) => {
      const apart = ((a.measures[index] ?? 0n) - (b.measures[index] ?? 0n)) * (multiple / range)
      return sum + apart * apart
    }, 0n)
}

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b)
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** The species named most often; of several the one named first. */
const vote = (species: readonly string[]): string | undefined => {
  const votes = (one: string) => species.filter((other) => other === one).length
  return species.find((one) => species.every((other) => votes(other) <= votes(one)))
}
