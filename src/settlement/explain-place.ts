/** Explaining lines of a place that has passed to others: each successor's part of all that the
 *  place has had since its succession, before and after the line. */
import { isLeft } from 'fp-ts/lib/Either.js'
import type { Explained } from '../core/explained.js'
import { formatAmount } from '../core/money.js'
import type { Program } from '../agreement/program.js'
import { explainPart } from '../split/explain-cuts.js'
import { cutsOf, followCuts } from '../split/share.js'
import { accountHolder, heirsOf } from './place.js'
import type { Line, Place, State } from './state.js'

/** What a place had in all before and after a line. Minor units. */
interface Passed {
  readonly name: string
  readonly heirs: NonNullable<Place['heirs']>
  readonly from: bigint
  readonly to: bigint
}

/** The figure of a line that no clause gave by itself. */
export type GivenLine = (line: Line, label: string) => Explained

/** Figures of lines that went to successors, were held or released, or kept on a refund. */
export const givenLines = (
  program: Program,
  { lines, state }: { readonly lines: readonly Line[]; readonly state: State },
): GivenLine => {
  const passed = passedOf(lines, state.places ?? new Map<string, Place>())
  const money = formatAmount(program.currency)
  return (line, label) => {
    const { party, path, kind, place, amount } = line
    const figure: Explained = {
      label,
      title: { en: `${party} by ${path}`, zh: `${party}，依据 ${path}` },
      value: money(amount),
      source: [kind, path, ...(place === undefined ? [] : [`of ${place}`])].join(' '),
    }
    const had = passed.get(line)
    return had === undefined ? figure : { ...figure, ...partOf(program, line, had, label) }
  }
}

/** after − before, each the successor's part of what the place had. */
const partOf = (
  { currency }: Program,
  { party, amount }: Line,
  { name, heirs, from, to }: Passed,
  path: string,
): Partial<Explained> => {
  const cuts = cutsOf(heirs.map(([, weight]) => weight))
  // Below zero the parts mirror those above it; they are told without a tree.
  if (isLeft(cuts) || from < 0n || to < 0n) return {}
  const index = heirs.findIndex(([heir]) => heir === accountHolder(party))
  const [after, before] = [to, from].map((total) => followCuts(cuts.right)(total)[index] ?? 0n)
  // Where two places share a successor, the part is not told apart.
  if (amount !== (after ?? 0n) - (before ?? 0n)) return {}
  const money = formatAmount(currency)
  const side = (label: string, total: bigint): Explained =>
    explainPart({
      cuts: cuts.right,
      total,
      places: currency.digits,
      whole: (of) => ({ label: of, value: money(total), source: `all that ${name} has had` }),
    })(index, label, `${path}/${label}`)
  return from === 0n ?
      { formula: 'after', inputs: [side('after', to)] }
    : { formula: 'after − before', inputs: [side('after', to), side('before', from)] }
}

/** Goes back from what each place has now, over the arrivals that its successors shared. */
const passedOf = (
  lines: readonly Line[],
  places: ReadonlyMap<string, Place>,
): ReadonlyMap<Line, Passed> => {
  const totals = new Map([...places].map(([name, { total }]) => [name, total]))
  const passed = new Map<Line, Passed>()
  /** One arrival at a place: its successors' lines, and those of their own successors. */
  const arrive = (name: string, arrived: readonly Line[], from?: bigint): void => {
    const heirs = places.get(name)?.heirs ?? []
    const to = totals.get(name) ?? 0n
    const before = from ?? to - arrived.reduce((sum, { amount }) => sum + amount, 0n)
    totals.set(name, before)
    const direct = new Set(heirs.map(([heir]) => heir))
    const own = arrived.filter(({ party }) => direct.has(accountHolder(party)))
    for (const line of own) passed.set(line, { name, heirs, from: before, to })
    for (const heir of direct) {
      const below = heirsOf(places, [heir])
      const further = arrived.filter(
        (line) => !own.includes(line) && below.has(accountHolder(line.party)),
      )
      if (further.length > 0) arrive(heir, further)
    }
  }
  let end = lines.length
  while (end > 0) {
    const last = lines[end - 1]
    const name = last && placeOf(last)
    let start = end - 1
    if (last !== undefined && name !== undefined && places.get(name)?.heirs !== undefined) {
      while (start > 0 && isSame(last, lines[start - 1])) start -= 1
      // What a place had before its succession is not passed on again.
      const passes = last.kind === 'succession' && last.path === name
      const arrived = lines.slice(start, end).filter(({ party }) => !passes || party !== name)
      arrive(name, arrived, passes ? 0n : undefined)
    }
    end = start
  }
  return passed
}

/** Whose place a line is of: a succession's own lines bear the name as their path. */
const placeOf = ({ kind, path, place }: Line): string | undefined =>
  place ?? (kind === 'succession' ? path : undefined)

const isSame = (line: Line, other: Line | undefined): boolean =>
  other?.event === line.event && other.path === line.path && other.place === line.place
