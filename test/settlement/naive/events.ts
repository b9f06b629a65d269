/** The naive model of settlement: every event's lines are E(after) − E(before), with E read anew
 *  from the agreement's text over all sales each time. */
import {
  currencyOf,
  formatAmount,
  orThrow,
  parseAmount,
  share,
  type Agreement,
  type Amendment,
  type EventRecord,
  type Line,
  type Scalar,
  type Steps,
  type Terms,
} from 'data-dividend'
import { fraction, inProportion } from './exact.js'
import { bucketOf, type Sale } from './money.js'
import { read, readCopy, type Carried, type Reading } from './terms.js'

/** Amounts by `path party`, nothing at 0. */
export type Moved = ReadonlyMap<string, bigint>

interface Version {
  readonly from: string
  readonly prefix: string
  readonly terms: Terms
  readonly carry: readonly string[]
}

/** What the naive model says that each event moves.
 * @param lines what was settled: only the order of a sale's lines is read from it, under
 *   `original`, where it is the order of weights */
export const naively = (
  agreement: Agreement,
  events: readonly EventRecord[],
  lines: readonly Line[],
): readonly Moved[] => {
  const currency = orThrow(currencyOf(agreement.currency))
  const minor = (amount: Scalar = 0) => orThrow(parseAmount(currency)(String(amount)))
  const dateOf = (at: string) =>
    at.length === 10 ? at : new Date(at).toLocaleDateString('sv-SE', { timeZone: agreement.zone })
  const versions = versionsOf(agreement)
  const frozen = new Map<string, ReadonlyMap<string, Carried>>()
  const sales = new Map<string, Sale>()
  const gross = new Map<string, bigint>()
  const paid = new Map<string, bigint>()
  const original = agreement.refunds === 'original'
  let held = 0n
  let last: Moved = new Map()

  const reading = (version: Version): Reading => ({
    agreement,
    terms: version.terms,
    digits: currency.digits,
    carried: frozen.get(version.from) ?? new Map(),
    gets: new Map(),
    clauses: new Map(),
    scopes: new Map(),
    waiting: new Map(),
    copy: false,
  })
  const versionAt = (date: string) =>
    versions.filter(({ from }) => from <= date).at(-1) ?? versions[0]
  const ofVersion = (version: Version) =>
    [...sales.values()].filter(({ date }) => versionAt(date) === version)
  const all = (): Moved => {
    const sums = new Map<string, bigint>()
    for (const version of versions) {
      const one = reading(version)
      read(one, ofVersion(version))
      for (const [key, sum] of one.gets) sums.set(version.prefix + key, sum)
    }
    return sums
  }
  const freeze = (date: string): void => {
    for (const [index, version] of versions.entries()) {
      const before = versions[index - 1]
      if (before === undefined || version.from > date || frozen.has(version.from)) continue
      const old = reading(before)
      read(old, ofVersion(before))
      const now = reading(version)
      read(now, [])
      frozen.set(version.from, carriedBy(version, old, now))
    }
  }

  return events.map((event) => {
    const { id, kind, of = '' } = event
    const date = dateOf(event.at)
    freeze(date)
    const before = last
    if (kind === 'sale') {
      const sold = minor(event.amount)
      const attributes = Object.fromEntries(
        Object.entries(event).flatMap(([name, value]) =>
          typeof value === 'object' || value === undefined ? [] : [[name, String(value)]],
        ),
      )
      const amount = formatAmount(currency)(sold)
      sales.set(id, { id, date, sold, net: sold, attributes: { ...attributes, amount } })
    }
    const sale = sales.get(of)
    if (kind === 'refund' && sale !== undefined && !original) {
      sales.set(of, { ...sale, net: sale.net - minor(event.amount) })
    }
    last = kind === 'sale' || (kind === 'refund' && !original) ? all() : before
    let moved = less(last, before)
    if (kind === 'refund' && original) {
      const own = lines.filter((line) => line.event === of)
      const back = gross.get(of) ?? 0n
      gross.set(of, back + minor(event.amount))
      moved = ofSplit(own, (weights) => {
        const now = orThrow(share(weights)(back + minor(event.amount)))
        return orThrow(share(weights)(back)).map((part, index) => part - (now[index] ?? 0n))
      })
    }
    if (kind === 'declare') {
      const declared = event.amount === undefined ? held : minor(event.amount)
      const units = Object.entries(event.units ?? unitsAt(agreement, of, date))
      const parts = orThrow(
        share(inProportion(units.map(([, weight]) => fraction(weight))))(declared),
      )
      moved = summed([
        [`${of} ${of}`, -declared],
        ...units.map(([party], index) => [`${of} ${party}`, parts[index] ?? 0n] as const),
      ])
    }
    if (kind === 'transfer') {
      const version = versionAt(date)
      const [path, advance] = advanceOf(version.terms, of)
      const counter = chainOf(versions, version, of)
      const already = paid.get(counter) ?? 0n
      const amount = minor(advance.amount)
      const unpaid = amount > already ? amount - already : 0n
      const now = event.amount === undefined ? unpaid : minor(event.amount)
      const [one, other] = [0, 1].map(() => ({ ...reading(version), copy: true }))
      readCopy(one!, advance.to, already, path)
      readCopy(other!, advance.to, already + now, path)
      paid.set(counter, already + now)
      moved = summed(
        [...less(other!.gets, one!.gets), [`${path} ${advance.from}`, -now] as const].map(
          ([key, sum]) => [version.prefix + key, sum] as const,
        ),
      )
    }
    for (const [key, sum] of moved) if (key.endsWith(` pool`)) held += sum
    return moved
  })
}

/** Lines of an event as the model writes them. */
export const movedBy = (lines: readonly Line[], event: string): Moved =>
  summed(
    lines
      .filter((line) => line.event === event)
      .map(({ path, party, amount }) => [`${path} ${party}`, amount] as const),
  )

const versionsOf = (agreement: Agreement): readonly [Version, ...Version[]] => [
  { from: '', prefix: '', terms: agreement, carry: [] },
  ...(agreement.amendments ?? []).map((terms: Amendment): Version => ({
    from: terms.from,
    prefix: `${terms.from}/`,
    terms,
    carry: terms.carry ?? [],
  })),
]

/** What each clause of a new version goes on from. */
const carriedBy = (
  { from, carry }: Version,
  old: Reading,
  now: Reading,
): ReadonlyMap<string, Carried> => {
  const carried = new Map<string, Carried>()
  for (const [path, scope] of now.scopes) {
    const bucket = bucketOf(scope, from)
    const cuts = scope === 'life' || bucketOf(scope, dayBefore(from)) === bucket
    const ids = path.split('/')
    const clauses = old.clauses.get(path)
    if (scope === 'event' || !cuts || clauses === undefined) continue
    if (!carry.some((id) => id === ids.at(-1) || id === ids.at(-2))) continue
    const { saw, took } = clauses.get(bucket) ?? { saw: 0n, took: 0n }
    const before = old.carried.get(path)
    const { base, taken } = before?.bucket === bucket ? before : { base: 0n, taken: 0n }
    carried.set(path, { bucket, base: base + saw, taken: taken + took })
  }
  return carried
}

const dayBefore = (date: string): string =>
  new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)

const less = (after: Moved, before: Moved): Moved =>
  summed([...after, ...[...before].map(([key, sum]) => [key, -sum] as const)])

const summed = (entries: Iterable<readonly [string, bigint]>): Moved => {
  const sums = new Map<string, bigint>()
  for (const [key, sum] of entries) sums.set(key, (sums.get(key) ?? 0n) + sum)
  return new Map([...sums].filter(([, sum]) => sum !== 0n).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const ofSplit = (
  lines: readonly Line[],
  parts: (weights: readonly bigint[]) => readonly bigint[],
): Moved => {
  if (lines.length === 0) return new Map()
  const back = parts(lines.map(({ amount }) => amount))
  return summed(
    lines.map(({ path, party }, index) => [`${path} ${party}`, back[index] ?? 0n] as const),
  )
}

type Units = Readonly<Record<string, Scalar>>

const unitsAt = (agreement: Agreement, pool: string, date: string): Units => {
  const units = agreement.pools?.[pool]?.units ?? {}
  if (!Array.isArray(units)) return units as Units
  const entries = units as readonly { readonly from: string; readonly of: Units }[]
  return entries.filter(({ from }) => from <= date).at(-1)?.of ?? {}
}

interface AdvanceText {
  readonly from: string
  readonly to: string
  readonly amount: string
}

/** The advance of an id, with its path. */
const advanceOf = (terms: Terms, id: string): readonly [string, AdvanceText] => {
  const search = (steps: Steps, above: string): readonly [string, AdvanceText] | undefined => {
    for (const step of steps) {
      if ('advance' in step && step.advance.id === id) {
        return [above + id, step.advance as AdvanceText]
      }
      if (!('when' in step)) continue
      const { when } = step
      const found =
        search(when.then, `${above}${when.id}/then/`) ??
        search(when.else ?? [], `${above}${when.id}/else/`)
      if (found !== undefined) return found
    }
    return undefined
  }
  const places = [
    ['', terms.flow] as const,
    ...Object.entries(terms.shared ?? {}).map(([name, steps]) => [`${name}/`, steps] as const),
  ]
  for (const [above, steps] of places) {
    const found = search(steps, above)
    if (found !== undefined) return found
  }
  throw new Error(`no advance ${id}`)
}

/** The counter that an advance is paid on: a carried one goes on with the version before. */
const chainOf = (versions: readonly Version[], version: Version, id: string): string => {
  const index = versions.indexOf(version)
  const before = versions[index - 1]
  return version.carry.includes(id) && before !== undefined ?
      chainOf(versions, before, id)
    : `${version.from} ${id}`
}
