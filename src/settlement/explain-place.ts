/** Explaining lines of a place that has passed to others: each successor's part of all that the
 *  place has had since its succession, before and after the line. */
import { isLeft } from 'fp-ts/lib/Either.js'
import type { Explained } from '../core/explained.js'
import { formatAmount } from '../core/money.js'
import type { Program } from '../agreement/program.js'
import { explainPart } from '../split/explain-cuts.js'
import { cutsOf } from '../split/share.js'
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
  { party }: Line,
  { name, heirs, from, to }: Passed,
  path: string,
): Partial<Explained> => {
  const cuts = cutsOf(heirs.map(([, weight]) => weight))
  // Below zero the parts mirror those above it; they are told without a tree.
  if (isLeft(cuts) || from < 0n || to < 0n) return {}
  const index = heirs.findIndex(([heir]) => heir === party)
  const money = formatAmount(currency)
  const side = (label: string, total: bigint): Explained =>
    explainPart({
      cuts: cuts.right,
      total,
      places: currency.digits,
      whole: (of) => ({ label: of, value: money(total), source: `all that ${name} has had` }),
    })(index, label, `${path}/${label}`)
  const after = side('after', to)
  return from === 0n ?
      { formula: 'after', inputs: [after] }
    : { formula: 'after − before', inputs: [after, side('before', from)] }
}

/** Goes back from what each place has now, over the arrivals that its successors shared. */
const passedOf = (
  lines: readonly Line[],
  places: ReadonlyMap<string, Place>,
): ReadonlyMap<Line, Passed> => {
  const totals = new Map([...places].map(([name, { total }]) => [name, total]))
  const passed = new Map<Line, Passed>()
  let end = lines.length
  while (end > 0) {
    const last = lines[end - 1]
    const name = last && placeOf(last)
    const heirs = name === undefined ? undefined : places.get(name)?.heirs
    const isHeir = (line: Line | undefined): boolean =>
      heirs?.some(([heir]) => heir === line?.party) === true
    let start = end - 1
    if (last !== undefined && name !== undefined && heirs !== undefined && isHeir(last)) {
      while (start > 0 && isHeir(lines[start - 1]) && isSame(last, lines[start - 1])) start -= 1
      const arrived = lines.slice(start, end)
      const to = totals.get(name) ?? 0n
      const from = to - arrived.reduce((sum, { amount }) => sum + amount, 0n)
      for (const line of arrived) passed.set(line, { name, heirs, from, to })
      totals.set(name, from)
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
