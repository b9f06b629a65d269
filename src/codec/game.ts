/** The codec of a game file, and the game that it says.
 *
 *  `game: NAME`, `players: [A, B]`, and one of `worths: {A: 3, "A+B": 7}`, `terms`, `votes`, `airport`
 *  or `sequential`. Coalitions that are not written are worth 0. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { ContributionFault } from '../contribution/fault.js'
import { airportGame, sequentialGame, type Figures } from '../contribution/forms.js'
import { gameOf, type Game } from '../contribution/game.js'
import { termsGame, type Term } from '../contribution/usage.js'
import { votingGame } from '../contribution/voting.js'
import type { Path } from '../core/error.js'
import { parseRatio, ratio, type NotARatio, type Ratio } from '../core/ratio.js'
import { fields, names, scalar, text } from './combine.js'

/** A game as a document holds it: numbers are text or safe integers. */
export interface GameFile {
  readonly game: string
  readonly players?: readonly string[]
  readonly worths?: Readonly<Record<string, string | number>>
  readonly terms?: readonly {
    readonly event: string
    readonly parties: readonly string[]
    readonly amount: string | number
  }[]
  readonly votes?: {
    readonly quota: string | number
    readonly of: Readonly<Record<string, string | number>>
  }
  readonly airport?: Readonly<Record<string, string | number>>
  readonly sequential?: Readonly<Record<string, string | number>>
}

export type GameFileFault =
  | (ContributionFault & { readonly path?: Path })
  | (NotARatio & { readonly path: Path })
  | { readonly _tag: 'NotAWholeNumber'; readonly text: string; readonly path: Path }
  | { readonly _tag: 'NotOneForm'; readonly found: readonly string[]; readonly path: Path }

const figure = scalar('number', { pattern: '^-?\\d+(\\.\\d+|/[1-9]\\d*)?$' })
const whole = scalar('whole number', { pattern: '^-?\\d+$' })
const party = text('name', { minLength: 1 })

/** A game as a document holds it. Unknown keys are refused.
 * @example
 * import { gameCodec } from 'data-dividend/codec'
 * gameCodec.is({ game: 'pair', players: ['A', 'B'], worths: { 'A+B': 7 } }) // => true */
export const gameCodec: t.Type<GameFile> = fields(
  'game',
  { game: text('name', { minLength: 1 }) },
  {
    players: t.array(party, 'list of names'),
    worths: names('record of worths', figure),
    terms: t.array(
      fields('term', { event: party, parties: t.array(party, 'list of names'), amount: whole }, {}),
      'list of terms',
    ),
    votes: fields('votes', { quota: whole, of: names('record of votes', whole) }, {}),
    airport: names('record of needs', figure),
    sequential: names('record of revenues', figure),
  },
) as unknown as t.Type<GameFile>

/** The game of a file.
 * @returns Left NotOneForm unless exactly one form is given; Left NotARatio with the path; Left
 *   UnknownPlayer for a coalition of others; Left as the form's own game
 * @example
 * import { gameFromFile } from 'data-dividend/codec'
 * import { map } from 'fp-ts/lib/Either.js'
 * const game = gameFromFile({ game: 'pair', players: ['A', 'B'], worths: { A: 3, 'A+B': '7' } })
 * map((one: { readonly worths: unknown }) => one.worths)(game)
 * // => right(new Float64Array([0, 3, 0, 7])) */
export const gameFromFile = (file: GameFile): Either<GameFileFault, Game> => {
  const found = forms.filter((form) => file[form] !== undefined)
  if (found.length !== 1) return left({ _tag: 'NotOneForm', found, path: [] })
  const { players, worths, terms, votes, airport, sequential } = file
  if (worths !== undefined) return byWorths(players ?? playersIn(worths), worths)
  if (airport !== undefined) return withFigures('airport', airport, airportGame)
  if (sequential !== undefined) return withFigures('sequential', sequential, sequentialGame)
  if (votes !== undefined) {
    const held = wholesOf(['votes', 'of'], votes.of)
    const quota = readWhole(['votes', 'quota'])(votes.quota)
    if (isLeft(held)) return held
    if (isLeft(quota)) return quota
    return votingGame({ quota: quota.right, votes: held.right })
  }
  return byTerms(players, terms ?? [])
}

const forms = ['worths', 'terms', 'votes', 'airport', 'sequential'] as const

const membersIn = (coalition: string): readonly string[] =>
  coalition.split('+').map((name) => name.trim())

const playersIn = (worths: Readonly<Record<string, unknown>>): readonly string[] => [
  ...new Set(Object.keys(worths).flatMap(membersIn)),
]

const byWorths = (
  players: readonly string[],
  worths: Readonly<Record<string, string | number>>,
): Either<GameFileFault, Game> => {
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
  return gameOf(players)((members) => known.get(keyOf(players, members)) ?? ratio(0n))
}

/** The same for a coalition in whatever order its members are written. */
const keyOf = (players: readonly string[], members: readonly string[]): string =>
  players.filter((name) => members.includes(name)).join('+')

const readRatio =
  (path: Path) =>
  (value: string | number): Either<GameFileFault, Ratio> => {
    const read = parseRatio(String(value))
    return isLeft(read) ? left({ ...read.left, path }) : read
  }

const figuresOf = (
  path: Path,
  values: Readonly<Record<string, string | number>>,
): Either<GameFileFault, Figures> => {
  const figures: { readonly player: string; readonly value: Ratio }[] = []
  for (const [player, value] of Object.entries(values)) {
    const read = readRatio([...path, player])(value)
    if (isLeft(read)) return read
    figures.push({ player, value: read.right })
  }
  return right(figures)
}

const readWhole =
  (path: Path) =>
  (value: string | number): Either<GameFileFault, bigint> => {
    const read = readRatio(path)(value)
    return (
      isLeft(read) ? read
      : read.right.den === 1n ? right(read.right.num)
      : left({ _tag: 'NotAWholeNumber', text: String(value), path })
    )
  }

const wholesOf = (
  path: Path,
  values: Readonly<Record<string, string | number>>,
): Either<GameFileFault, readonly { readonly player: string; readonly votes: bigint }[]> => {
  const wholes: { readonly player: string; readonly votes: bigint }[] = []
  for (const [player, value] of Object.entries(values)) {
    const votes = readWhole([...path, player])(value)
    if (isLeft(votes)) return votes
    wholes.push({ player, votes: votes.right })
  }
  return right(wholes)
}

const byTerms = (
  players: readonly string[] | undefined,
  terms: NonNullable<GameFile['terms']>,
): Either<GameFileFault, Game> => {
  const read: Term[] = []
  for (const [at, { event, parties, amount }] of terms.entries()) {
    const value = readWhole(['terms', at, 'amount'])(amount)
    if (isLeft(value)) return value
    read.push({ event, parties, amount: value.right })
  }
  return termsGame(players ?? [...new Set(read.flatMap((term) => term.parties))])(read)
}

const withFigures = (
  form: string,
  values: Readonly<Record<string, string | number>>,
  solve: (figures: Figures) => Either<ContributionFault, Game>,
): Either<GameFileFault, Game> => {
  const figures = figuresOf([form], values)
  return isLeft(figures) ? figures : solve(figures.right)
}
