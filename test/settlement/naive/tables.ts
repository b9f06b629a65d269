/** What the clauses of the naive model say of one sum, each as its formula. */
import {
  apportion,
  orThrow,
  share,
  shareWithRest,
  type Condition,
  type Scalar,
  type Share,
} from 'data-dividend'
import {
  fraction,
  inProportion,
  least,
  most,
  plus,
  rounded,
  times,
  type Fraction,
} from './exact.js'

/** All of a sum by weights. */
export const split = ({ of, by = 'tree', rest }: Share, c: bigint): readonly bigint[] => {
  const weights = inProportion(Object.values(of).map(fraction))
  if (rest !== undefined) return orThrow(shareWithRest(Object.keys(of).indexOf(rest))(weights)(c))
  return orThrow((by === 'tree' || by === 'carried' ? share(weights) : apportion(by)(weights))(c))
}

/** In equal parts until each claim is full; the last entry is what is left. */
export const equally = (claims: readonly bigint[], c: bigint): readonly bigint[] => {
  const gets = claims.map(() => 0n)
  let [rest, level] = [c, 0n]
  for (;;) {
    const open = claims.flatMap((claim, index) => (claim > level ? [index] : []))
    if (open.length === 0) return [...gets, rest]
    const next = open.map((index) => claims[index] ?? 0n).reduce(least)
    const now = least(rest, (next - level) * BigInt(open.length))
    const parts = orThrow(share(open.map(() => 1n))(now))
    open.forEach((index, at) => {
      gets[index] = (gets[index] ?? 0n) + (parts[at] ?? 0n)
    })
    rest -= now
    level = next
  }
}

export interface RateBand {
  readonly upTo?: bigint
  readonly rate: Fraction
}

/** Each band's rate on what lies within it. */
export const marginal = (bands: readonly RateBand[], c: bigint): Fraction =>
  bands.reduce<{ readonly sum: Fraction; readonly low: bigint }>(
    ({ sum, low }, { upTo, rate }) => ({
      sum: plus(sum, times(rate, most(least(c, upTo ?? c) - low, 0n))),
      low: upTo ?? c,
    }),
    { sum: [0n, 1n], low: 0n },
  ).sum

/** T(C) = min(U(C), U(e) + C − e…) over the band ends e below C, U the slab's running maximum. */
export const held = (bands: readonly RateBand[], c: bigint): bigint => {
  const slab = (at: bigint) =>
    rounded(times(bands.find(({ upTo = at }) => at <= upTo)?.rate ?? [0n, 1n], at))
  const ends = (at: bigint) =>
    bands.flatMap(({ upTo }) => (upTo !== undefined && upTo < at ? [upTo] : []))
  const highest = (at: bigint) => [at, ...ends(at)].map(slab).reduce(most)
  return ends(c).reduce((low, e) => least(low, highest(e) + c - e), highest(c))
}

/** Whether an attribute of a sale is as a test wants it. */
export const passes = (value: string | undefined, is: Condition): boolean => {
  if (value === undefined) return false
  const compared = (bound: Scalar) => {
    const [[a, b], [c, d]] = [fraction(value), fraction(bound)]
    return a * d - c * b
  }
  if (typeof is !== 'object') return value === String(is)
  if ('upTo' in is) return compared(is.upTo) <= 0n
  if ('above' in is) return compared(is.above) > 0n
  return is.map(String).includes(value)
}
