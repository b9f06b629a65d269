/** What an amendment carries on: the base of tiers and slabs, what caps, floors and amounts took.
 *
 *  Both are read from the version before, frozen by the first event dated on or after the new
 *  version, and stay. A clause that counts by period carries only in the period that the date
 *  cuts. Shares, plain rates and clauses that look at one sale carry nothing. */
import { periodOf, startsPeriod, type CivilDate } from '../core/date.js'
import type { Path } from '../core/error.js'
import type { Builder, Document } from './builder.js'
import type { Terms } from './clause.js'
import { stepsOf } from './names.js'
import type { AdvanceTerms, Carry, Take, Version } from './program.js'

/** A version with what the next one needs to know of it. */
export interface Compiled {
  readonly version: Version
  readonly terms: Terms
  readonly root: Path
  readonly prefix: string
}

/** Marks the takes of a new version that go on from the version before. */
export const carriesFrom =
  (before: Compiled, carry: readonly string[], from: CivilDate): Builder['carries'] =>
  ({ id, key, terms: { banded, floor, cap } }, scope) => {
    const carried =
      carry.includes(id) &&
      (banded || floor !== undefined || cap !== undefined) &&
      takesOf(before).some(({ clause }) => clause?.key === before.prefix + key)
    if (!carried || scope === 'event') return {}
    if (scope === 'life') return { carried: {} }
    return startsPeriod(scope)(from) ? {} : { carried: { only: periodOf(scope)(from) } }
  }

/** The keys of folds in a new version: one that goes on keeps the numbers of the version before. */
export const foldKeysFrom =
  (before: Compiled, carry: readonly string[], prefix: string): Builder['foldKey'] =>
  (id, key) => {
    const old = foldsOf(before).find((known) => bareFold(known) === key)
    return carry.includes(id) && old !== undefined ? old : prefix + key
  }

/** The version with what it continues; tells ids that stand in one version only, or carry
 * nothing. */
export const withCarries = (
  document: Document,
  before: Compiled,
  compiled: Compiled,
  carry: readonly string[],
): Compiled => {
  const carries = takesOf(compiled).flatMap(({ clause, carried }): readonly Carry[] =>
    clause === undefined || carried === undefined ?
      []
    : [{ ...carried, to: clause.key, from: before.prefix + bare(compiled, clause.key) }],
  )
  const ids = ({ terms, root }: Compiled) => stepsOf(terms, root).map(({ body }) => body.id)
  const advances = new Map(compiled.version.advances)
  for (const [index, id] of carry.entries()) {
    const path = [...compiled.root, 'carry', index]
    const [old, now] = [before.version.advances.get(id), advances.get(id)]
    if (!ids(before).includes(id) || !ids(compiled).includes(id)) {
      document.faults.push({ _tag: 'CarriedUnknown', id, path })
    } else if (old !== undefined && now !== undefined) {
      advances.set(id, { ...now, paid: old.paid } satisfies AdvanceTerms)
    } else if (
      !carries.some(({ to }) => bare(compiled, to).split('/').includes(id)) &&
      !foldsOf(compiled).some((key) => foldsOf(before).includes(key) && endsIn(key, id))
    ) {
      document.notes.push({ _tag: 'NothingCarried', id, path })
    }
  }
  return { ...compiled, version: { ...compiled.version, carries, advances } }
}

const bare = ({ prefix }: Compiled, key: string): string => key.slice(prefix.length)

/** A fold's key without the date of the version that it began in. */
const bareFold = (key: string): string => key.replace(/^\d{4}-\d{2}-\d{2}\//, '')

const endsIn = (key: string, id: string): boolean => key.split('/').at(-1) === id

const foldsOf = ({ version }: Compiled): readonly string[] =>
  version.flow.ops.flatMap((op) => (op.op === 'fold' ? [op.key] : []))

const takesOf = ({ version }: Compiled): readonly Take[] =>
  version.flow.ops.filter((op) => op.op === 'take')
