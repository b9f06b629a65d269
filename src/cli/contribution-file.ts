/** A game of a file, in its form: a document that says `game`, or a usage log as a table. */
import { isLeft, right } from 'fp-ts/lib/Either.js'
import type { ContributionFault } from '../contribution/fault.js'
import { termsForm, type Form } from '../contribution/form.js'
import type { Given } from '../contribution/given.js'
import { methodOf } from '../contribution/registry.js'
import type { Document } from '../codec/document.js'
import type { ReadingNote } from '../codec/fault.js'
import { formFromFile, placedIn } from '../codec/game-form.js'
import { gameCodec } from '../codec/game.js'
import { givenFromFile } from '../codec/game-given.js'
import { faultsOf } from '../codec/reporter.js'
import { decodeAs } from '../codec/text.js'
import { usageLog } from '../codec/usage-csv.js'
import { isTable } from './events.js'
import { codeOf, type Located, type Refusal } from './fault.js'
import { located, openDocument, openText, refuse, type Opened } from './files.js'
import type { Io } from './io.js'

/** A game, and how its faults are told. */
export interface GameInput {
  readonly name: string
  readonly form: Form
  readonly given: Partial<Given>
  readonly notes: readonly Located[]
  /** A fault of the game or of a method with its place in the file. */
  readonly place: (fault: ContributionFault, method?: string) => Located
}

/** The game of a file. */
export const openGame = async (io: Io, file: string): Opened<GameInput> => {
  if (await isTable(io, file)) return openUsage(io, file)
  const document = await openDocument(io, file, ['game'])
  return isLeft(document) ? document : gameOfDocument(file, document.right)
}

/** The game of a document. */
export const gameOfDocument = (
  file: string,
  { value, positionOf }: Document,
): Awaited<Opened<GameInput>> => {
  const place = located(file, positionOf)
  const decoded = gameCodec.decode(value)
  if (isLeft(decoded)) return refuse(2, place(faultsOf(decoded.left)))
  const game = decoded.right
  const form = formFromFile(game)
  if (isLeft(form)) return refuse(codeOf([form.left]), place([form.left]))
  const given = givenFromFile(game)
  if (isLeft(given)) return refuse(codeOf([given.left]), place([given.left]))
  return right({
    name: game.game,
    form: form.right,
    given: given.right,
    notes: [],
    place: (fault, method) => {
      const placed = placedIn(game, keyNeededBy(method))(fault)
      return { file, position: positionOf(placed.path), fault: placed }
    },
  })
}

const openUsage = async (io: Io, file: string): Opened<GameInput> => {
  const encoding = await openText(io, file)
  if (isLeft(encoding)) return encoding
  const log = await usageLog(decodeAs(encoding.right)(io.read(file)))
  if (isLeft(log)) {
    return refuse(
      2,
      log.left.map((fault) => ({ file, position: fault.position, fault })),
    )
  }
  const { players, terms, den, notes } = log.right
  const decoded: readonly ReadingNote[] =
    encoding.right === 'utf-8' ? [] : [{ _tag: 'ReadAs', encoding: encoding.right }]
  return right({
    name: 'usage',
    form: termsForm(players, terms, den),
    given: {},
    notes: [...decoded, ...notes].map((fault) => ({ file, fault })),
    place: (fault) => ({ file, fault }),
  })
}

/** The key of what a method needs besides the game. */
const keyNeededBy = (id: string | undefined): keyof Given | undefined => {
  const method = id === undefined ? undefined : methodOf(id)
  return method === undefined || isLeft(method) ? undefined : method.right.with?.name
}

/** What a refused method says, after its id. */
export const methodRefusal = (
  { place }: Pick<GameInput, 'place'>,
  method: string,
  cause: ContributionFault,
): Refusal => {
  const { fault, ...where } = place(cause, method)
  const { path = [], ...bare } = fault
  return {
    code: 1,
    faults: [{ ...where, fault: { ...told(method, bare), path } }],
  }
}

const told = (method: string, cause: Located['fault']) => ({
  _tag: 'MethodRefuses' as const,
  method,
  cause,
})
