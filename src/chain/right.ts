/** The three rights over data, granted one below the other: to hold, to use, to operate.
 *
 *  A chain of grants stands only if each grant lies within its parent in purpose, region, term and
 *  volume; a parent that is revoked takes its children with it from that day on. Holding does not
 *  let one use, using does not let one offer. Source: National Data Administration, terms of the
 *  data field, second batch (2025): 数据持有权、使用权、经营权; Data Twenty Articles, 3, 5, 7 */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { CivilDate } from '../core/date.js'
import type { Bilingual } from '../core/error.js'

/** hold 持有, use 加工使用, operate 产品经营. 三权 */
export type Right = 'hold' | 'use' | 'operate'

/** A right given to a party over an asset. 授权 */
export interface Grant {
  readonly id: string
  readonly right: Right
  readonly asset: string
  /** Who grants; the holder of the parent, where there is one. */
  readonly by?: string
  readonly to: string
  /** The grant that this one is passed on from. */
  readonly parent?: string
  /** Absent: any. */
  readonly purposes?: readonly string[]
  readonly regions?: readonly string[]
  readonly from: CivilDate
  /** The first day without it; absent: for good. */
  readonly until?: CivilDate
  /** Times of use, records or what the parties count; absent: without limit. */
  readonly volume?: bigint
  /** Nobody else has this right over this asset meanwhile. */
  readonly exclusive?: boolean
}

/** The day from which a grant is taken back. 撤回授权 */
export interface Revocation {
  readonly grant: string
  readonly at: CivilDate
}

/** What a party wants to do. */
export interface Use {
  readonly party: string
  readonly right: Right
  readonly asset: string
  readonly at: CivilDate
  readonly purpose?: string
  readonly region?: string
  readonly volume?: bigint
}

export type ScopeField = 'asset' | 'purpose' | 'region' | 'term' | 'volume'

export type GrantFault =
  | { readonly _tag: 'GrantTwice'; readonly grant: string }
  | { readonly _tag: 'UnknownGrant'; readonly grant: string; readonly parent: string }
  | { readonly _tag: 'GrantCycle'; readonly grants: readonly string[] }
  | { readonly _tag: 'GrantorNotHolder'; readonly grant: string; readonly holder: string }
  | {
      readonly _tag: 'SublicenceNotAllowed'
      readonly grant: string
      readonly right: Right
      readonly parent: Right
    }
  | { readonly _tag: 'ScopeExceeded'; readonly grant: string; readonly field: ScopeField }
  | { readonly _tag: 'ExclusiveConflict'; readonly grant: string; readonly other: string }

export type RightFault =
  | {
      readonly _tag: 'MissingRight'
      readonly right: Right
      readonly asset: string
      readonly party: string
    }
  | { readonly _tag: 'RightExpired'; readonly grant: string; readonly ended: CivilDate }
  | { readonly _tag: 'ScopeExceeded'; readonly grant: string; readonly field: ScopeField }

/** Names of the rights. */
export const rightNames: Readonly<Record<Right, Bilingual>> = {
  hold: { en: 'right to hold data resources', zh: '数据资源持有权' },
  use: { en: 'right to process and use data', zh: '数据加工使用权' },
  operate: { en: 'right to operate data products', zh: '数据产品经营权' },
}

/** Checks that every grant lies within its parent and that no exclusive grant meets another.
 * @returns the grants; Left GrantTwice, UnknownGrant, GrantCycle, GrantorNotHolder,
 *   SublicenceNotAllowed, ScopeExceeded or ExclusiveConflict with the first grant at fault
 * laws: what holds for a child holds for each of its parents
 * @example
 * import { isRight } from 'fp-ts/lib/Either.js'
 * import { checkGrants } from 'data-dividend/chain'
 * import { orThrow, parseDate } from 'data-dividend'
 * const from = orThrow(parseDate('2026-01-01'))
 * const licence = { id: 'g1', right: 'operate', asset: 'maps', to: 'vendor', from } as const
 * const child = { id: 'g2', right: 'use', asset: 'maps', to: 'buyer', parent: 'g1', from } as const
 * isRight(checkGrants([licence, child])) // => true
 * checkGrants([licence, { ...child, asset: 'roads' }])
 * // => left({ _tag: 'ScopeExceeded', grant: 'g2', field: 'asset' }) */
export const checkGrants = (grants: readonly Grant[]): Either<GrantFault, readonly Grant[]> => {
  const byId = new Map<string, Grant>()
  for (const grant of grants) {
    if (byId.has(grant.id)) return left({ _tag: 'GrantTwice', grant: grant.id })
    byId.set(grant.id, grant)
  }
  for (const grant of grants) {
    if (grant.parent === undefined) continue
    const parent = byId.get(grant.parent)
    if (parent === undefined) {
      return left({ _tag: 'UnknownGrant', grant: grant.id, parent: grant.parent })
    }
    const line = lineOf(byId, grant)
    if (isLeft(line)) return line
    const fault = faultWithin(parent, grant)
    if (fault !== undefined) return left(fault)
  }
  const conflict = conflictIn(byId, grants)
  return conflict === undefined ? right(grants) : left(conflict)
}

/** The grant that lets a party do something on a day.
 * @param grants checked before
 * @returns Left MissingRight when the party has no such right over the asset; Left RightExpired or
 *   ScopeExceeded when it has one that has ended, has not begun, or does not reach that far
 * laws: revoking a grant lets nobody do more
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { rightFor } from 'data-dividend/chain'
 * const from = orThrow(parseDate('2026-01-01'))
 * const at = orThrow(parseDate('2026-06-01'))
 * const grant = { id: 'g1', right: 'use', asset: 'maps', to: 'lab', from } as const
 * const use = { party: 'lab', right: 'use', asset: 'maps', at } as const
 * rightFor([grant], [])(use) // => right(grant)
 * rightFor([grant], [{ grant: 'g1', at }])(use)
 * // => left({ _tag: 'RightExpired', grant: 'g1', ended: '2026-06-01' })
 * rightFor([grant], [])({ ...use, right: 'operate' })
 * // => left({ _tag: 'MissingRight', right: 'operate', asset: 'maps', party: 'lab' }) */
export const rightFor =
  (grants: readonly Grant[], revocations: readonly Revocation[]) =>
  (use: Use): Either<RightFault, Grant> => {
    const { party, right: wanted, asset } = use
    const mine = grants.filter(
      (grant) => grant.to === party && grant.asset === asset && grant.right === wanted,
    )
    const ends = endsOf(grants, revocations)
    const faults: RightFault[] = []
    for (const grant of mine) {
      const fault = faultOfUse(use, grant, ends.get(grant.id))
      if (fault === undefined) return right(grant)
      faults.push(fault)
    }
    return left(faults[0] ?? { _tag: 'MissingRight', right: wanted, asset, party })
  }

/** The day on which each grant ends: its own term, or the first revocation of it or of a grant
 * above it. Absent: it does not end.
 * @example
 * import { endsOf } from 'data-dividend/chain'
 * import { orThrow, parseDate } from 'data-dividend'
 * const [from, at] = [orThrow(parseDate('2026-01-01')), orThrow(parseDate('2026-05-01'))]
 * const above = { id: 'g1', right: 'operate', asset: 'maps', to: 'vendor', from } as const
 * const below = { id: 'g2', right: 'use', asset: 'maps', to: 'lab', parent: 'g1', from } as const
 * endsOf([above, below], [{ grant: 'g1', at }]).get('g2') // => '2026-05-01' */
export const endsOf = (
  grants: readonly Grant[],
  revocations: readonly Revocation[],
): ReadonlyMap<string, CivilDate> => {
  const byId = new Map(grants.map((grant) => [grant.id, grant]))
  const ends = new Map<string, CivilDate>()
  for (const grant of grants) {
    const line = lineOf(byId, grant)
    if (isLeft(line)) continue
    const ids = new Set(line.right.map(({ id }) => id))
    const dates = [
      ...line.right.flatMap(({ until }) => until ?? []),
      ...revocations.filter((one) => ids.has(one.grant)).map(({ at }) => at),
    ].sort()
    const [first] = dates
    if (first !== undefined) ends.set(grant.id, first)
  }
  return ends
}

/** A grant and all above it. */
const lineOf = (
  byId: ReadonlyMap<string, Grant>,
  grant: Grant,
): Either<GrantFault, readonly Grant[]> => {
  const line: Grant[] = []
  for (
    let at: Grant | undefined = grant;
    at !== undefined;
    at = at.parent === undefined ? undefined : byId.get(at.parent)
  ) {
    if (line.includes(at)) return left({ _tag: 'GrantCycle', grants: line.map(({ id }) => id) })
    line.push(at)
  }
  return right(line)
}

/** Who may pass what on: offering is the right to operate; a holder may name a custodian. */
const passes: Readonly<Record<Right, readonly Right[]>> = {
  hold: ['hold'],
  use: [],
  operate: ['hold', 'use', 'operate'],
}

const faultWithin = (parent: Grant, grant: Grant): GrantFault | undefined => {
  const { id } = grant
  if (grant.by !== undefined && grant.by !== parent.to) {
    return { _tag: 'GrantorNotHolder', grant: id, holder: parent.to }
  }
  if (!passes[parent.right].includes(grant.right)) {
    return { _tag: 'SublicenceNotAllowed', grant: id, right: grant.right, parent: parent.right }
  }
  const field: ScopeField | undefined =
    grant.asset !== parent.asset ? 'asset'
    : !within(parent.purposes, grant.purposes) ? 'purpose'
    : !within(parent.regions, grant.regions) ? 'region'
    : grant.from < parent.from || !endsBy(parent.until, grant.until) ? 'term'
    : parent.volume !== undefined && (grant.volume === undefined || grant.volume > parent.volume) ?
      'volume'
    : undefined
  return field && { _tag: 'ScopeExceeded', grant: id, field }
}

const within = (
  outer: readonly string[] | undefined,
  inner: readonly string[] | undefined,
): boolean =>
  outer === undefined || (inner !== undefined && inner.every((one) => outer.includes(one)))

const endsBy = (outer: CivilDate | undefined, inner: CivilDate | undefined): boolean =>
  outer === undefined || (inner !== undefined && inner <= outer)

/** Two grants of one right over one asset whose terms meet, one of them exclusive, neither above
 * the other. */
const conflictIn = (
  byId: ReadonlyMap<string, Grant>,
  grants: readonly Grant[],
): GrantFault | undefined => {
  const isAbove = (a: Grant, b: Grant): boolean => {
    const line = lineOf(byId, b)
    return !isLeft(line) && line.right.includes(a)
  }
  for (const grant of grants.filter(({ exclusive }) => exclusive === true)) {
    const other = grants.find(
      (one) =>
        one !== grant &&
        one.asset === grant.asset &&
        one.right === grant.right &&
        (one.until === undefined || grant.from < one.until) &&
        (grant.until === undefined || one.from < grant.until) &&
        !isAbove(one, grant) &&
        !isAbove(grant, one),
    )
    if (other !== undefined) {
      return { _tag: 'ExclusiveConflict', grant: grant.id, other: other.id }
    }
  }
  return undefined
}

const faultOfUse = (
  { at, purpose, region, volume }: Use,
  grant: Grant,
  ended: CivilDate | undefined,
): RightFault | undefined => {
  if (ended !== undefined && ended <= at) return { _tag: 'RightExpired', grant: grant.id, ended }
  const field: ScopeField | undefined =
    at < grant.from ? 'term'
    : purpose !== undefined && !within(grant.purposes, [purpose]) ? 'purpose'
    : region !== undefined && !within(grant.regions, [region]) ? 'region'
    : volume !== undefined && grant.volume !== undefined && volume > grant.volume ? 'volume'
    : undefined
  return field && { _tag: 'ScopeExceeded', grant: grant.id, field }
}
