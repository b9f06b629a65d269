/** Bounds on tables: floor, cap, and the lawful envelope of a slab.
 *
 *  min(cap, max(T(C), min(C, floor))) is again one piecewise linear function; its rows are found
 *  here, once, so that a program holds nothing but rows. Integer bounds commute with rounding. */
import { divCeil } from '../core/divide.js'
import {
  addRatio,
  compareRatio,
  divRatio,
  mulRatio,
  one,
  ratio,
  subRatio,
  type Ratio,
} from '../core/ratio.js'
import {
  firstRows,
  lineRow,
  rowOf,
  shiftRows,
  slabRows,
  takeFrom,
  type FeeTerms,
  type RateBand,
  type Row,
} from './table.js'

/** What an earlier version hands on: what had come in and what had been taken, minor units. */
export interface Carried {
  readonly base: bigint
  readonly taken: bigint
}

/** The first cent at which a slab falls or jumps, with what is taken before and at it. */
export interface Break {
  readonly at: bigint
  readonly before: bigint
  readonly after: bigint
}

/** The rows of a fee: min(cap, max(T(C), min(C, floor))), after what was carried. */
export const feeRows = (
  { table, floor, cap, banded }: FeeTerms,
  { base, taken }: Carried = { base: 0n, taken: 0n },
): readonly Row[] => {
  const left = (bound: bigint) => (bound > taken ? bound - taken : 0n)
  const rows = banded && base > 0n ? shiftRows(table, base) : table
  const raised = floor === undefined ? rows : joinRows('max', rows, firstRows(left(floor)))
  return cap === undefined ? raised : joinRows('min', raised, [lineRow(left(cap), 0n, undefined)])
}

/** Where a slab first breaks: the first band end e with S(e + 1) − S(e) neither 0 nor 1. */
export const slabBreak = (bands: readonly RateBand[]): Break | undefined => {
  const slab = takeFrom(slabRows(bands))
  for (const { upTo } of bands) {
    if (upTo === undefined) continue
    const [before, after] = [slab(upTo), slab(upTo + 1n)]
    if (after < before || after > before + 1n) return { at: upTo + 1n, before, after }
  }
  return undefined
}

/** The nearest lawful table to a slab: its running maximum U, rising by at most one a unit.
 * U(C) = max(S(C), S(e)…), T(C) = min(U(C), U(e) + C − e…) over the band ends e below C. */
export const heldRows = (bands: readonly RateBand[]): readonly Row[] => {
  const ends: { readonly at: bigint; readonly highest: bigint }[] = []
  let low = 0n
  return mergeRows(
    slabRows(bands).flatMap((row) => {
      const highest = ends.at(-1)?.highest ?? 0n
      const within = { low, upTo: row.upTo }
      const raised = joinRows('max', [row], [lineRow(highest, 0n, undefined)], within)
      const held = ends.reduce<readonly Row[]>(
        (rows, end) =>
          joinRows('min', rows, [lineRow(end.highest - end.at, 1n, undefined)], within),
        raised,
      )
      if (row.upTo !== undefined) {
        ends.push({ at: row.upTo, highest: takeFrom(raised)(row.upTo) })
        low = row.upTo + 1n
      }
      return held
    }),
  )
}

/** The smaller or larger of two tables, the second made of level and one-for-one pieces, so that
 * within a pair of pieces their difference moves one way and crosses at most once. */
export const joinRows = (
  which: 'min' | 'max',
  rows: readonly Row[],
  lines: readonly Row[],
  within: { readonly low: bigint; readonly upTo?: bigint | undefined } = { low: 0n },
): readonly Row[] => {
  const wants = (first: Row, second: Row, c: bigint): boolean => {
    const difference = takeFrom([first])(c) - takeFrom([second])(c)
    return which === 'min' ? difference <= 0n : difference >= 0n
  }
  const joined: Row[] = []
  let low = within.low
  for (;;) {
    const row = rows.find(({ upTo }) => upTo === undefined || upTo >= low)
    const line = lines.find(({ upTo }) => upTo === undefined || upTo >= low)
    if (row === undefined || line === undefined) return mergeRows(joined)
    const end = least([row.upTo, line.upTo, within.upTo])
    const [open, closed] = [openRow(row), openRow(line)]
    const first = wants(open, closed, low)
    const cross = firstChange((c) => wants(open, closed, c) !== first, low, end ?? meets(row, line))
    if (cross !== undefined) joined.push({ ...(first ? open : closed), upTo: cross - 1n })
    const last = first === (cross === undefined) ? open : closed
    joined.push(end === undefined ? last : { ...last, upTo: end })
    if (end === undefined || end === within.upTo) return mergeRows(joined)
    low = end + 1n
  }
}

/** The first c in (low, high] at which a condition that changes once has changed. */
const firstChange = (
  changed: (c: bigint) => boolean,
  low: bigint,
  high: bigint | undefined,
): bigint | undefined => {
  if (high === undefined || high <= low || !changed(high)) return undefined
  let [below, above] = [low, high]
  while (above - below > 1n) {
    const middle = (below + above) / 2n
    if (changed(middle)) above = middle
    else below = middle
  }
  return above
}

/** A counter beyond which two open pieces cannot cross any more; undefined when they never do. */
const meets = (row: Row, line: Row): bigint | undefined => {
  if (compareRatio(row.rate, line.rate) === 0) return undefined
  const offset = ({ rate, from, taken }: Row): Ratio => subRatio(taken, mulRatio(rate, ratio(from)))
  const steeper = subRatio(row.rate, line.rate)
  const crossing = divRatio(subRatio(offset(line), offset(row)), steeper)
  const slack = divRatio(ratio(2n), steeper.num < 0n ? mulRatio(steeper, ratio(-1n)) : steeper)
  const beyond = addRatio(addRatio(crossing, slack), one)
  const high = divCeil(beyond.num, beyond.den)
  return high > 0n ? high : 1n
}

const openRow = ({ rate, from, taken, rounding }: Row): Row =>
  rowOf({ rate, from, taken, rounding })

const least = (bounds: readonly (bigint | undefined)[]): bigint | undefined =>
  bounds.reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined)

/** Neighbours that say the same become one. */
const mergeRows = (rows: readonly Row[]): readonly Row[] =>
  rows.filter((row, index) => {
    const next = rows[index + 1]
    return (
      next === undefined ||
      row.p * next.d !== next.p * row.d ||
      row.q * next.d !== next.q * row.d ||
      row.rounding !== next.rounding
    )
  })
