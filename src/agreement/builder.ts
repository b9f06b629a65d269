/** The bench on which one version's program is put together: slots, ops, leaves, faults.
 *
 *  Compiling goes on after a fault, so that `check` can tell all of them. */
import type { Currency } from '../core/currency.js'
import type { Period } from '../core/date.js'
import type { Path } from '../core/error.js'
import type { Either } from 'fp-ts/lib/Either.js'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { Party } from '../chain/party.js'
import type { StepKind, Terms } from './clause.js'
import type { AgreementFault, AgreementNote } from './fault.js'
import { scopes } from './program.js'
import type { AdvanceTerms, Flow, Leaf, Op, Scope, Take } from './program.js'
import type { FeeTerms } from './table.js'

/** What the whole document says and every version sees. */
// eslint-disable-next-line functional/type-declaration-immutability -- gathers findings
export interface Document {
  readonly currency: Currency
  readonly refunds: 'net' | 'original'
  readonly period: Period
  readonly parties?: Readonly<Record<string, Party>>
  readonly pools: ReadonlySet<string>
  /** Parties that a fold asks after. */
  readonly counted: Set<string>
  readonly faults: AgreementFault[]
  readonly notes: AgreementNote[]
  readonly attributes: Set<string>
}

/** Money on its way: the slot it stands in and what the slot sums over. */
export interface Place {
  readonly slot: number
  readonly scope: Scope
  /** Known to be 0 always. */
  readonly empty: boolean
}

/** Where in the agreement we are. */
export interface Inside {
  /** Ids and flow names from the top, joined by `/`; empty at the top. */
  readonly path: string
  /** The same place in the document. */
  readonly at: Path
  /** Flows being written out here, to find cycles. */
  readonly flows: readonly string[]
}

// eslint-disable-next-line functional/type-declaration-immutability -- filled by compiling
export interface Builder {
  readonly document: Document
  readonly terms: Terms
  readonly root: Path
  readonly prefix: string
  /** Whether a clause goes on from the version before. */
  readonly carries: (
    clause: { readonly id: string; readonly key: string; readonly terms: FeeTerms },
    scope: Scope,
  ) => Pick<Take, 'carried'>
  /** The key of a fold's numbers: its own, or that of the version before when it goes on. */
  readonly foldKey: (id: string, key: string) => string
  readonly ops: Op[]
  readonly leaves: Leaf[]
  readonly advances: Map<string, AdvanceTerms>
  /** Money waiting for shared flows. */
  readonly waiting: Map<string, Place[]>
  readonly named: Set<string>
  /** The copy of a flow that an advance is paid through: one counter, no scopes. */
  readonly transfer: boolean
  readonly slots: Scope[]
  /** Named flows written out so far. */
  written: number
}

/** A builder with the money in slot 0. */
export const newBuilder = (
  base: Pick<
    Builder,
    'document' | 'terms' | 'root' | 'prefix' | 'carries' | 'foldKey' | 'transfer'
  >,
): Builder => ({
  ...base,
  ops: [],
  leaves: [],
  advances: new Map(),
  waiting: new Map(),
  named: new Set(),
  slots: ['event'],
  written: 0,
})

/** The value of a Right; of a Left the fault is noted and a stand-in used. */
export const settleFault =
  (builder: { readonly document: Pick<Document, 'faults'> }) =>
  <A>(result: Either<AgreementFault, A>, standIn: A): A => {
    if (!isLeft(result)) return result.right
    builder.document.faults.push(result.left)
    return standIn
  }

export const newSlot = (builder: Builder, scope: Scope): number => builder.slots.push(scope) - 1

/** The place of a clause on a wider or equal scope; narrowing is a fault. */
export const widen = (
  builder: Builder,
  place: Place,
  scope: Scope,
  path: string,
  at: Path,
): Place => {
  const [has, wants] = [scopes.indexOf(place.scope), scopes.indexOf(scope)]
  if (builder.transfer || wants === has) return place
  if (wants > has) return gather(builder, [place], scope, path)
  builder.document.faults.push({ _tag: 'ScopeNarrows', from: place.scope, to: scope, path: at })
  return place
}

/** Joins places into one slot of a scope. Every join on a scope wider than the event keeps a
 * counter under its path. */
export const gather = (
  builder: Builder,
  places: readonly Place[],
  scope: Scope,
  path: string,
): Place => {
  const [only] = places
  if (places.length === 1 && only?.scope === scope) return only
  const to = newSlot(builder, scope)
  builder.ops.push({
    op: 'gather',
    from: places.map(({ slot }) => slot),
    to,
    scope,
    ...(scope === 'event' ? {} : { key: builder.prefix + path }),
  })
  return { slot: to, scope, empty: places.every(({ empty }) => empty) }
}

/** The widest scope of some places. */
export const widest = (places: readonly Place[]): Scope =>
  scopes[Math.max(0, ...places.map(({ scope }) => scopes.indexOf(scope)))] ?? 'event'

/** Gives a slot to a party or pool. */
export const leaf = (
  builder: Builder,
  slot: number,
  party: string,
  path: string,
  kind: StepKind,
  kept?: string,
): void => {
  const more = kept === undefined ? {} : { kept }
  builder.leaves.push({ slot, party, path: builder.prefix + path, kind, ...more })
}

/** The path of something inside. */
export const below = (inside: Inside, name: string): string =>
  inside.path === '' ? name : `${inside.path}/${name}`

/** The finished flow, ops in order of scope, a gather with those of the scope it widens to. */
export const flowOf = ({ ops, slots, leaves }: Builder): Flow => {
  const rank = (op: Op): number =>
    scopes.indexOf(
      op.op === 'gather' ? op.scope
      : op.from === undefined ? 'life'
      : (slots[op.from] ?? 'event'),
    )
  return { ops: [...ops].sort((a, b) => rank(a) - rank(b)), slots, leaves }
}
