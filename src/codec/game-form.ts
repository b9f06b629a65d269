/** What a game file says: a game in its form, and what methods need besides.
 *
 *  Faults carry the path of the file. */
import { chain, chainW, isLeft, left, map, mapLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { ContributionFault } from '../contribution/fault.js'
import {
  airportForm,
  claimsForm,
  sequentialForm,
  stagedForm,
  tableForm,
  termsForm,
  votingForm,
  type Form,
} from '../contribution/form.js'
import type { Figures } from '../contribution/forms.js'
import { gameByMask, gameBySize, gameOf, type Game } from '../contribution/game.js'
import { overCommon } from '../contribution/number.js'
import type { Path } from '../core/error.js'
import { parseRatio, ratio, type NotARatio, type Ratio } from '../core/ratio.js'
import type { ShapeFault } from './fault.js'
import { gameForms, type GameFile, type GameFormKey } from './game.js'
import { gameFaultPath } from './game-path.js'

export type GameFileFault =
  | (ContributionFault & { readonly path: Path })
  | (NotARatio & { readonly path: Path })
  | Extract<ShapeFault, { readonly _tag: 'KeyMissing' | 'WrongType' }>
  | { readonly _tag: 'NotAWholeNumber'; readonly text: string; readonly path: Path }
  | { readonly _tag: 'NotOneForm'; readonly found: readonly string[]; readonly path: Path }

type Read<A> = Either<GameFileFault, A>

/** The game of a file in its form.
 * @returns Left NotOneForm unless exactly one form is given; Left NotARatio, NotAWholeNumber;
 *   Left KeyMissing for a whole table without players; Left UnknownPlayer, DuplicatePlayer; a
 *   table's other faults, each with the path
 * @example
 * import { formFromFile } from 'data-dividend/codec'
 * import { map } from 'fp-ts/lib/Either.js'
 * map((form: { readonly players: unknown }) => form.players)(
 *   formFromFile({ game: 'pair', airport: { A: 3, B: '7' } }),
 * ) // => right(['A', 'B']) */
export const formFromFile = (file: GameFile): Read<Form> => {
  const found = gameForms.filter((form) => file[form] !== undefined)
  const [form] = found
  return form === undefined || found.length > 1 ?
      left({ _tag: 'NotOneForm', found, path: [] })
    : pipe(readForm(form, file), chain(withPlayers(file)))
}

/** The game of a file as a table.
 * @returns Left as `formFromFile` and as the form's table
 * @example
 * import { gameFromFile } from 'data-dividend/codec'
 * import { map } from 'fp-ts/lib/Either.js'
 * const game = gameFromFile({ game: 'pair', players: ['A', 'B'], worths: { A: 3, 'A+B': '7' } })
 * map((one: { readonly worths: unknown }) => one.worths)(game)
 * // => right(new Float64Array([0, 3, 0, 7])) */
export const gameFromFile = (file: GameFile): Read<Game> =>
  pipe(
    formFromFile(file),
    chainW((form) => pipe(form.table(), mapLeft(placedIn(file)))),
  )

/** A fault of a file's game with its place in the file.
 * @param key of what the method needed besides the game, if it did
 * @example
 * import { placedIn } from 'data-dividend/codec'
 * placedIn({ game: 'pair', airport: { A: -3 } })(
 *   { _tag: 'NegativeFigure', player: 'A', value: '-3' },
 * ) // => { _tag: 'NegativeFigure', player: 'A', value: '-3', path: ['airport', 'A'] } */
export const placedIn =
  (file: GameFile, key?: string) =>
  (fault: ContributionFault): ContributionFault & { readonly path: Path } => ({
    ...fault,
    path: gameFaultPath(file, key)(fault),
  })

type Readers = {
  readonly [K in GameFormKey]: (value: NonNullable<GameFile[K]>, file: GameFile) => Read<Form>
}

const readForm = (form: GameFormKey, file: GameFile): Read<Form> => {
  // The reader of a key is given the value of that key.
  const read = readers[form] as (value: unknown, file: GameFile) => Read<Form>
  return read(file[form], file)
}

const readers: Readers = {
  worths: (worths, file) => {
    const players = file.players ?? playersIn(worths)
    return pipe(
      byCoalition(players, worths),
      chain((worth) => tabled(file, gameOf(players)(worth))),
    )
  },
  byMask: (list, file) => wholeTable('byMask', gameByMask, list, file),
  bySize: (list, file) => wholeTable('bySize', gameBySize, list, file),
  terms: (terms, file) =>
    pipe(
      eachOf(terms, ({ amount }, at) => readRatio(['terms', at, 'amount'])(amount)),
      map((amounts) => {
        const { den, nums } = overCommon(amounts)
        const players = file.players ?? [...new Set(terms.flatMap((term) => term.parties))]
        const whole = terms.map((term, at) => ({ ...term, amount: nums[at] ?? 0n }))
        return termsForm(players, whole, den)
      }),
    ),
  votes: ({ quota, of }) =>
    pipe(
      readWhole(['votes', 'quota'])(quota),
      chain((needed) =>
        pipe(
          figuresOf(['votes', 'of'], of, readWhole),
          map((held) => held.map(({ player, value }) => ({ player, votes: value }))),
          map((votes) => votingForm({ quota: needed, votes })),
        ),
      ),
    ),
  airport: (needs) => pipe(ratiosBy(['airport'], needs), map(airportForm)),
  sequential: (revenues) => pipe(ratiosBy(['sequential'], revenues), map(sequentialForm)),
  staged: ({ worth, stages }) =>
    pipe(
      readRatio(['staged', 'worth'])(worth),
      map((whole) => stagedForm({ worth: whole, stages })),
    ),
  claims: ({ estate, of }) =>
    pipe(
      readRatio(['claims', 'estate'])(estate),
      chain((known) =>
        pipe(
          ratiosBy(['claims', 'of'], of),
          map((claims) => claimsForm({ estate: known, claims })),
        ),
      ),
    ),
}

const tabled = (file: GameFile, game: Either<ContributionFault, Game>): Read<Form> =>
  pipe(game, mapLeft(placedIn(file)), map(tableForm))

const wholeTable = (
  key: 'byMask' | 'bySize',
  gameBy: typeof gameByMask | typeof gameBySize,
  list: readonly Scalar[],
  file: GameFile,
): Read<Form> => {
  const { players } = file
  return players === undefined ?
      left({ _tag: 'KeyMissing', key: 'players', path: ['players'] })
    : pipe(
        ratiosOf([key], list),
        chain((worths) => tabled(file, gameBy(players)(worths))),
      )
}

/** The players of a file, where it names them, are those of its form. */
const withPlayers =
  ({ players }: GameFile) =>
  (form: Form): Read<Form> => {
    const stranger = (players ?? []).findIndex((name) => !form.players.includes(name))
    const missing = form.players.find((name) => players?.includes(name) === false)
    return (
      stranger >= 0 ?
        left({
          _tag: 'PlayerMissing',
          player: players?.[stranger] ?? '',
          path: ['players', stranger],
        })
      : missing === undefined ? right(form)
      : left({ _tag: 'UnknownPlayer', player: missing, path: ['players'] })
    )
  }

const membersIn = (coalition: string): readonly string[] =>
  coalition.split('+').map((name) => name.trim())

const playersIn = (worths: Readonly<Record<string, unknown>>): readonly string[] => [
  ...new Set(Object.keys(worths).flatMap(membersIn)),
]

type Values = NonNullable<GameFile['worths']>

const byCoalition = (
  players: readonly string[],
  worths: Values,
): Read<(members: readonly string[]) => Ratio> => {
  const known = new Map<string, Ratio>()
  for (const [coalition, worth] of Object.entries(worths)) {
    const path = ['worths', coalition]
    const members = membersIn(coalition)
    const stranger = members.find((name) => !players.includes(name))
    if (stranger !== undefined) return left({ _tag: 'UnknownPlayer', player: stranger, path })
    const value = readRatio(path)(worth)
    if (isLeft(value)) return value
    const key = keyOf(players, members)
    if (known.has(key)) return left({ _tag: 'DuplicatePlayer', player: coalition, path })
    known.set(key, value.right)
  }
  return right((members) => known.get(keyOf(players, members)) ?? ratio(0n))
}

/** The same for a coalition in whatever order its members are written. */
const keyOf = (players: readonly string[], members: readonly string[]): string =>
  players.filter((name) => members.includes(name)).join('+')

type Scalar = string | number

export const readRatio =
  (path: Path) =>
  (value: Scalar): Read<Ratio> => {
    const read = parseRatio(String(value))
    return isLeft(read) ? left({ ...read.left, path }) : read
  }

const readWhole =
  (path: Path) =>
  (value: Scalar): Read<bigint> =>
    pipe(
      readRatio(path)(value),
      chain(({ num, den }) =>
        den === 1n ? right(num) : left({ _tag: 'NotAWholeNumber', text: String(value), path }),
      ),
    )

/** Reads each of a list, up to the first that cannot be read. */
export const eachOf = <A, B>(
  list: readonly A[],
  read: (one: A, at: number) => Read<B>,
): Read<readonly B[]> => {
  const all: B[] = []
  for (const [at, one] of list.entries()) {
    const value = read(one, at)
    if (isLeft(value)) return value
    all.push(value.right)
  }
  return right(all)
}

export const ratiosOf = (path: Path, list: readonly Scalar[]): Read<readonly Ratio[]> =>
  eachOf(list, (value, at) => readRatio([...path, at])(value))

export const ratiosBy = (path: Path, values: Values): Read<Figures> =>
  figuresOf(path, values, readRatio)

const figuresOf = <A>(
  path: Path,
  values: Values,
  read: (path: Path) => (value: Scalar) => Read<A>,
): Read<readonly { readonly player: string; readonly value: A }[]> =>
  eachOf(Object.entries(values), ([player, value]) =>
    pipe(
      read([...path, player])(value),
      map((known) => ({ player, value: known })),
    ),
  )
