/** Tables: how much of a counter C a clause takes, as one piecewise linear function.
 *
 *  T(C) = round(taken + rate·(C − from)) by the first row with C ≤ upTo, rounded once, never
 *  band by band. T(0) = 0 and each further unit adds 0 or 1, so nobody pays for a sale and no
 *  unit is given twice. Rates: [{rate}]; marginal tiers add up; a fixed amount is min(C, K).
 *  Source: docs/method/tables.md */
import { divFloor } from '../core/divide.js'
import { addRatio, mulRatio, one, ratio, zero, type Ratio } from '../core/ratio.js'

/** One linear piece, and the same as ⌊(p·C + q)/d⌋. Amounts are minor units. */
export interface Row {
  /** Inclusive; absent in the last row. */
  readonly upTo?: bigint
  readonly rate: Ratio
  readonly from: bigint
  readonly taken: Ratio
  readonly rounding: 'halfUp' | 'floor'
  readonly p: bigint
  readonly q: bigint
  readonly d: bigint
}

/** A band as read: minor units and an exact rate. */
export interface RateBand {
  readonly upTo?: bigint
  readonly rate: Ratio
}

/** What a fee clause says, before any bound or carried base is worked in. */
export interface FeeTerms {
  readonly table: readonly Row[]
  readonly floor?: bigint
  readonly cap?: bigint
  /** Tiers and slabs go on from the base of the version before; a plain rate starts afresh. */
  readonly banded: boolean
}

/** taken + rate·(C − from) up to a bound, rounded. */
export const rowOf = (
  piece: Pick<Row, 'rate' | 'from' | 'taken' | 'rounding'> & { readonly upTo?: bigint | undefined },
): Row => {
  const { rate, from, taken, rounding } = piece
  const offset = addRatio(taken, mulRatio(rate, ratio(-from)))
  const [p, q, d] = [rate.num * offset.den, offset.num * rate.den, rate.den * offset.den]
  const twice = rounding === 'halfUp' ? 2n : 1n
  return {
    ...(piece.upTo === undefined ? {} : { upTo: piece.upTo }),
    rate,
    from,
    taken,
    rounding,
    p: twice * p,
    q: twice * q + (twice - 1n) * d,
    d: twice * d,
  }
}

/** T(C): minor units taken from a counter of C minor units. */
export const takeFrom =
  (rows: readonly Row[]) =>
  (counter: bigint): bigint => {
    const row = rowAt(rows, counter)
    return row === undefined ? 0n : divFloor(row.p * counter + row.q, row.d)
  }

/** The row that a counter falls in. */
export const rowAt = (rows: readonly Row[], counter: bigint): Row | undefined => {
  for (const row of rows) if (row.upTo === undefined || counter <= row.upTo) return row
  return undefined
}

/** half-up(rate·C). */
export const rateRows = (rate: Ratio): readonly Row[] => [
  rowOf({ rate, from: 0n, taken: zero, rounding: 'halfUp' }),
]

/** Marginal tiers: each band's rate on what lies within the band, added exactly, rounded once. */
export const tierRows = (bands: readonly RateBand[]): readonly Row[] => {
  let from = 0n
  let taken = zero
  return bands.map(({ upTo, rate }) => {
    const row = rowOf({ upTo, rate, from, taken, rounding: 'halfUp' })
    if (upTo !== undefined) {
      taken = addRatio(taken, mulRatio(rate, ratio(upTo - from)))
      from = upTo
    }
    return row
  })
}

/** Slab: the whole of C at the rate of its band. Lawful only where it does not break. */
export const slabRows = (bands: readonly RateBand[]): readonly Row[] =>
  bands.map(({ upTo, rate }) => rowOf({ upTo, rate, from: 0n, taken: zero, rounding: 'halfUp' }))

/** min(C, amount). */
export const firstRows = (amount: bigint): readonly Row[] => [
  lineRow(0n, 1n, amount),
  lineRow(amount, 0n, undefined),
]

/** at + slope·C, exact. */
export const lineRow = (at: bigint, slope: 0n | 1n, upTo: bigint | undefined): Row =>
  rowOf({ upTo, rate: slope === 0n ? zero : one, from: 0n, taken: ratio(at), rounding: 'floor' })

/** T(base + C) − T(base): a table that goes on from a base. */
export const shiftRows = (rows: readonly Row[], base: bigint): readonly Row[] => {
  const already = takeFrom(rows)(base)
  return rows
    .filter(({ upTo }) => upTo === undefined || upTo >= base)
    .map((row) =>
      rowOf({
        upTo: row.upTo === undefined ? undefined : row.upTo - base,
        rate: row.rate,
        from: row.from - base,
        taken: addRatio(row.taken, ratio(-already)),
        rounding: row.rounding,
      }),
    )
}
