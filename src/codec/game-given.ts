/** What a game file gives besides the game, for methods that need it. */
import { isLeft, left, map, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { ByPlayer } from '../contribution/dividend.js'
import type { Given } from '../contribution/given.js'
import type { GameFile } from './game.js'
import { eachOf, ratiosBy, ratiosOf, type GameFileFault } from './game-form.js'

type Read<A> = Either<GameFileFault, A>

/** All that a file gives, under the names that methods use.
 * @returns Left NotARatio with the path; Left WrongType for a link that is not between two
 * @example
 * import { givenFromFile } from 'data-dividend/codec'
 * givenFromFile({ game: 'g', worths: { A: 1 }, weights: { A: 2 } })
 * // => right({ weights: { A: { num: 2n, den: 1n } } }) */
export const givenFromFile = (file: GameFile): Read<Partial<Given>> => {
  const { unions, groups, ranking } = file
  const parts = {
    weights: file.weights && byName('weights', file.weights),
    factors: file.factors && byName('factors', file.factors),
    rates: file.rates && ratiosOf(['rates'], file.rates),
    sizes: file.sizes && ratiosOf(['sizes'], file.sizes),
    links: file.links && linksOf(file.links),
    unions: unions && right(unions),
    groups: groups && right(groups),
    ranking:
      ranking &&
      right({
        kind: ranking.kind,
        pairs: Object.entries(ranking.of).flatMap(([player, superiors]) =>
          superiors.map((superior) => ({ player, superior })),
        ),
      }),
  } satisfies { readonly [K in keyof Given]: Read<Given[K]> | undefined }
  const known: Record<string, unknown> = {}
  for (const [name, part] of Object.entries(parts)) {
    if (part === undefined) continue
    if (isLeft(part)) return part
    known[name] = part.right
  }
  // Every part is of the type that its name has in Given, as `satisfies` says above.
  return right(known as Partial<Given>)
}

const byName = (key: string, values: NonNullable<GameFile['weights']>): Read<ByPlayer> =>
  pipe(
    ratiosBy([key], values),
    map((list) => Object.fromEntries(list.map(({ player, value }) => [player, value]))),
  )

const linksOf = (links: NonNullable<GameFile['links']>): Read<Given['links']> =>
  eachOf(links, (link, at) => {
    const [from, to] = link
    return from === undefined || to === undefined || link.length > 2 ?
        left({
          _tag: 'WrongType',
          expected: 'two names',
          received: `${String(link.length)}: ${link.join(', ')}`,
          path: ['links', at],
        })
      : right([from, to] as const)
  })
