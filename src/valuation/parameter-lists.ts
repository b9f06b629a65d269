/** Parameters that are lists worked out from others: what survives, weights, closeness. */
import { isLeft, left, map, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { leaf, type About, type Figure, type Path } from '../core/index.js'
import { ahp, type AhpPolicy } from './ahp.js'
import { entropyWeights, topsis, type Row, type TopsisPolicy } from './entropy-topsis.js'
import type { ValuationFault, ValuationWarning } from './fault.js'
import type { Given } from './given.js'
import { curveOf, survivalAt, type CurveWritten } from './survival.js'

/** A list, and what is worth a look about it. */
export interface Listed {
  readonly figures: readonly Figure[]
  readonly warnings: readonly ValuationWarning[]
}

/** The ways, by the key of the parameter; each is given its record with all names resolved, whose
 * shape the codec has checked. */
export const listWays = ['survival', 'ahp', 'entropy', 'topsis'] as const

export type ListWay = (typeof listWays)[number]

/** The list of a way.
 * @param path of the record in the file
 * @returns Left as the method of the way, with the path in the file */
export const listOf = (
  way: ListWay,
  record: unknown,
  about: About,
  path: Path,
): Either<ValuationFault, Listed> => {
  const done = ways[way](record as never, about)
  return isLeft(done) ? left(within(done.left, path, bodies[way])) : done
}

type Way = (record: never, about: About) => Either<ValuationFault, Listed>

const ways: Readonly<Record<ListWay, Way>> = {
  survival: ({
    curve,
    times,
  }: {
    readonly curve: CurveWritten
    readonly times: readonly Given[]
  }) =>
    pipe(
      survivalAt(curveOf(curve))(times),
      map((figures) => ({ figures, warnings: [] })),
    ),
  ahp: ({ matrix, ...policy }: AhpPolicy & { readonly matrix: readonly Row[] }, about) =>
    pipe(
      ahp(policy)(matrix),
      map(({ weights, consistency }) => ({
        figures: weights.map((weight) => leaf(weight, about)),
        warnings: consistency.warnings,
      })),
    ),
  entropy: ({ rows }: { readonly rows: readonly Row[] }, about) =>
    pipe(
      entropyWeights(rows),
      map(({ weights, warnings }) => ({
        figures: weights.map((weight) => leaf(weight, about)),
        warnings,
      })),
    ),
  topsis: ({ rows, ...policy }: TopsisPolicy & { readonly rows: readonly Row[] }) =>
    pipe(
      topsis(policy)(rows),
      map((worths) => ({ figures: worths.map(({ figure }) => figure), warnings: [] })),
    ),
}

/** The key under which a record holds its table or curve. */
const bodies: Readonly<Record<ListWay, string>> = {
  survival: 'curve',
  ahp: 'matrix',
  entropy: 'rows',
  topsis: 'rows',
}

/** Paths of tables begin with a row; those of policies and times with their own key. */
const within = (fault: ValuationFault, path: Path, body: string): ValuationFault => {
  if (!('path' in fault)) return fault
  const [first] = fault.path
  const own = first === 'weights' || first === 'directions' || first === 'times'
  return { ...fault, path: own ? [...path, ...fault.path] : [...path, body, ...fault.path] }
}

/** One figure of a list by its number, from 1: `$name.2`. */
export const itemOf = (
  known: ReadonlyMap<string, Figure | readonly Figure[]>,
  name: string,
): Figure | undefined => {
  const [, list = '', number = ''] = /^(.+)\.(\d+)$/.exec(name) ?? []
  const found = known.get(list)
  return Array.isArray(found) ? (found as readonly Figure[])[Number(number) - 1] : undefined
}
