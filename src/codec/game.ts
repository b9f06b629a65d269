/** The codec of a game file.
 *
 *  `game: NAME`, then one form: `worths: {A: 3, "A+B": 7}` (coalitions that are not written are
 *  worth 0), `byMask` or `bySize` (a whole table), `terms`, `votes`, `airport`, `sequential`,
 *  `staged` or `claims`; beside it what some methods need: `weights`, `unions`, `links`,
 *  `ranking`, `groups`, `factors`, `rates`, `sizes`. */
import * as t from 'io-ts'
import { fields, names, scalar, text, typed } from './combine.js'

type Scalar = string | number
type ByName = Readonly<Record<string, Scalar>>
type Lists = readonly (readonly string[])[]

/** A game as a document holds it: numbers are text or safe integers. */
export interface GameFile {
  readonly game: string
  readonly players?: readonly string[]
  readonly worths?: ByName
  /** 2ⁿ worths: ∅, 1, 2, 12, 3, 13, 23, 123. */
  readonly byMask?: readonly Scalar[]
  /** 2ⁿ − 1 worths: 1, 2, 3, 12, 13, 23, 123. */
  readonly bySize?: readonly Scalar[]
  readonly terms?: readonly {
    readonly event: string
    readonly parties: readonly string[]
    readonly amount: Scalar
  }[]
  readonly votes?: { readonly quota: Scalar; readonly of: ByName }
  readonly airport?: ByName
  readonly sequential?: ByName
  readonly staged?: { readonly worth: Scalar; readonly stages: Lists }
  readonly claims?: { readonly estate: Scalar; readonly of: ByName }
  readonly weights?: ByName
  readonly unions?: Lists
  readonly links?: Lists
  readonly ranking?: {
    readonly kind: 'conjunctive' | 'disjunctive'
    /** Who stands directly above whom. */
    readonly of: Readonly<Record<string, readonly string[]>>
  }
  readonly groups?: Lists
  readonly factors?: ByName
  readonly rates?: readonly Scalar[]
  readonly sizes?: readonly Scalar[]
}

/** The keys of which a file has exactly one. */
export const gameForms = [
  'worths',
  'byMask',
  'bySize',
  'terms',
  'votes',
  'airport',
  'sequential',
  'staged',
  'claims',
] as const satisfies readonly (keyof GameFile)[]

const figure = scalar('number', { pattern: '^-?\\d+(\\.\\d+|/[1-9]\\d*)?$' })
const whole = scalar('whole number', { pattern: '^-?\\d+$' })
const party = text('name', { minLength: 1 })
const parties = t.array(party, 'list of names')
const lists = t.array(parties, 'list of lists of names')
const figures = t.array(figure, 'list of numbers')

export type GameFormKey = (typeof gameForms)[number]

/** A game as a document holds it. Unknown keys are refused.
 * @example
 * import { gameCodec } from 'data-dividend/codec'
 * gameCodec.is({ game: 'pair', players: ['A', 'B'], worths: { 'A+B': 7 } }) // => true */
export const gameCodec: t.Type<GameFile> = typed<GameFile>(
  fields(
    'game',
    { game: text('name', { minLength: 1 }) },
    {
      players: parties,
      worths: names('record of worths', figure),
      byMask: figures,
      bySize: figures,
      terms: t.array(
        fields('term', { event: party, parties, amount: figure }, {}),
        'list of terms',
      ),
      votes: fields('votes', { quota: whole, of: names('record of votes', whole) }, {}),
      airport: names('record of needs', figure),
      sequential: names('record of revenues', figure),
      staged: fields('staged chain', { worth: figure, stages: lists }, {}),
      claims: fields('claims', { estate: figure, of: names('record of claims', figure) }, {}),
      weights: names('record of weights', figure),
      unions: lists,
      links: lists,
      ranking: fields(
        'ranking',
        {
          kind: t.keyof({ conjunctive: null, disjunctive: null }, 'conjunctive or disjunctive'),
          of: names('record of superiors', parties),
        },
        {},
      ),
      groups: lists,
      factors: names('record of factors', figure),
      rates: figures,
      sizes: figures,
    },
  ),
)
