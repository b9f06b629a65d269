import { parseRatio, orThrow, type Ratio } from 'data-dividend'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feeRows, heldRows, joinRows, slabBreak } from '../../src/agreement/bounds.js'
import {
  firstRows,
  lineRow,
  rateRows,
  shiftRows,
  slabRows,
  takeFrom,
  tierRows,
  type RateBand,
  type Row,
} from '../../src/agreement/table.js'
import { holds } from '../runs.js'

const rate = (text: string): Ratio => orThrow(parseRatio(text))

const rates = fc
  .tuple(fc.nat(12), fc.integer({ min: 1, max: 12 }))
  .map(([a, b]) => rate(`${Math.min(a, b)}/${b}`))

/** Bands whose ends lie close, so that small counters meet all of them. */
const bandLists: fc.Arbitrary<readonly RateBand[]> = fc
  .tuple(
    fc.uniqueArray(fc.bigInt(1n, 60n), { maxLength: 4 }),
    fc.array(rates, { minLength: 5, maxLength: 5 }),
  )
  .map(([ends, list]) => {
    const sorted = [...ends].sort((a, b) => (a < b ? -1 : 1))
    return [...sorted, undefined].map((upTo, index) => ({
      ...(upTo === undefined ? {} : { upTo }),
      rate: list[index] ?? rate('0'),
    }))
  })

const counters = Array.from({ length: 90 }, (_, c) => BigInt(c))

const halfUp = (num: bigint, den: bigint): bigint => (2n * num + den) / (2n * den)

/** The whole at the rate of its band. */
const slabAt = (bands: readonly RateBand[], c: bigint): bigint => {
  const band = bands.find(({ upTo }) => upTo === undefined || c <= upTo)
  return halfUp(c * (band?.rate.num ?? 0n), band?.rate.den ?? 1n)
}

/** The envelope as it is defined: T(C) = min(T(C − 1) + 1, U(C)), unit by unit. */
const heldUnitByUnit = (bands: readonly RateBand[]): readonly bigint[] => {
  let [taken, highest] = [0n, 0n]
  return counters.map((c) => {
    const slab = slabAt(bands, c)
    highest = slab > highest ? slab : highest
    if (c > 0n) taken = taken + 1n < highest ? taken + 1n : highest
    return taken
  })
}

const takes = (rows: readonly Row[]): readonly bigint[] => counters.map(takeFrom(rows))

const isLawful = (values: readonly bigint[]): boolean =>
  values[0] === 0n &&
  values.every((value, c) => {
    const step = value - (values[c - 1] ?? 0n)
    return step === 0n || step === 1n
  })

describe('laws', () => {
  it('a held slab is its envelope, unit by unit', () => {
    holds(
      fc.property(bandLists, (bands) => {
        expect(takes(heldRows(bands))).toEqual(heldUnitByUnit(bands))
        expect(isLawful(takes(heldRows(bands)))).toBe(true)
      }),
      400,
    )
  })

  it('the first break of a slab is the first unit at which it falls or jumps', () => {
    holds(
      fc.property(bandLists, (bands) => {
        const broken = counters.find((c) => {
          const step = c === 0n ? 0n : slabAt(bands, c) - slabAt(bands, c - 1n)
          return step !== 0n && step !== 1n
        })
        const found = slabBreak(bands)
        expect(found?.at).toBe(broken)
        if (found === undefined) return
        expect(found.before).toBe(slabAt(bands, found.at - 1n))
        expect(found.after).toBe(slabAt(bands, found.at))
      }),
      400,
    )
  })

  it('tiers are marginal and rounded once', () => {
    holds(
      fc.property(bandLists, (bands) => {
        for (const [at, taken] of takes(tierRows(bands)).entries()) {
          let [sum, low] = [0, 0]
          for (const { upTo, rate: of } of bands) {
            const high = Math.min(at, Number(upTo ?? at))
            sum += (Math.max(0, high - low) * Number(of.num) * 27720) / Number(of.den)
            low = Number(upTo ?? at)
          }
          expect(taken).toBe(halfUp(BigInt(Math.round(sum)), 27720n))
        }
      }),
    )
  })

  it('floor, cap and what was carried are the formula, and lawful', () => {
    const amounts = fc.option(fc.bigInt(0n, 40n), { nil: undefined })
    holds(
      fc.property(
        fc.oneof(bandLists.map(tierRows), bandLists.map(heldRows)),
        amounts,
        amounts,
        fc.bigInt(0n, 70n),
        fc.bigInt(0n, 40n),
        fc.boolean(),
        (table, floor, more, base, taken, banded) => {
          const cap = more === undefined ? undefined : (floor ?? 0n) + more
          const from = { base, taken }
          const bounds = {
            ...(floor === undefined ? {} : { floor }),
            ...(cap === undefined ? {} : { cap }),
          }
          const rows = feeRows({ table, banded, ...bounds }, from)
          const left = (bound: bigint) => (bound > taken ? bound - taken : 0n)
          const t = takeFrom(table)
          const wanted = counters.map((c) => {
            const own = banded ? t(base + c) - t(base) : t(c)
            const low =
              floor === undefined ? 0n
              : c < left(floor) ? c
              : left(floor)
            const raised = own > low ? own : low
            return cap !== undefined && left(cap) < raised ? left(cap) : raised
          })
          expect(takes(rows)).toEqual(wanted)
          expect(isLawful(takes(rows))).toBe(true)
        },
      ),
      500,
    )
  })

  it('rows rise and only the last is open', () => {
    holds(
      fc.property(bandLists, fc.bigInt(0n, 40n), fc.bigInt(0n, 40n), (bands, floor, more) => {
        const rows = feeRows({ table: heldRows(bands), floor, cap: floor + more, banded: true })
        expect(rows.at(-1)).not.toHaveProperty('upTo')
        const ends = rows.slice(0, -1).map(({ upTo }) => upTo ?? -1n)
        expect(ends.every((end, index) => end > (ends[index - 1] ?? -1n))).toBe(true)
      }),
    )
  })
})

describe('edges', () => {
  it('a rate is rounded half up, once', () => {
    expect([0n, 3n, 4n, 9_999_999n].map(takeFrom(rateRows(rate('12.5%'))))).toEqual([
      0n,
      0n,
      1n,
      1_250_000n,
    ])
  })
  it('the first money is all of it up to the amount', () => {
    expect([4n, 5n, 6n].map(takeFrom(firstRows(5n)))).toEqual([4n, 5n, 5n])
    expect([0n, 6n].map(takeFrom(firstRows(0n)))).toEqual([0n, 0n])
  })
  it('a table that goes on from a base begins at nothing', () => {
    const tiers = tierRows([{ upTo: 10n, rate: rate('1/2') }, { rate: rate('1/4') }])
    expect([0n, 1n, 2n, 3n].map(takeFrom(shiftRows(tiers, 9n)))).toEqual([0n, 0n, 0n, 1n])
    expect([0n, 2n, 3n].map(takeFrom(shiftRows(tiers, 10n)))).toEqual([0n, 1n, 1n])
    expect(shiftRows(tiers, 11n)).toHaveLength(1)
  })
  it('a slab of one band never breaks, and one of equal rates neither', () => {
    expect(slabBreak([{ rate: rate('8%') }])).toBeUndefined()
    expect(slabBreak([{ upTo: 5n, rate: rate('8%') }, { rate: rate('8%') }])).toBeUndefined()
  })
  it('a small slab may hold by chance', () => {
    expect(slabBreak([{ upTo: 10n, rate: rate('10%') }, { rate: rate('11%') }])).toBeUndefined()
    expect(slabRows([{ upTo: 10n, rate: rate('10%') }, { rate: rate('11%') }])).toHaveLength(2)
  })
  it('neighbours that say the same become one row', () => {
    expect(heldRows([{ upTo: 5n, rate: rate('8%') }, { rate: rate('8%') }])).toHaveLength(1)
  })
  it('tables cross far beyond the last row, too', () => {
    const slow = rateRows(rate('1/1000000'))
    const level = [lineRow(5n, 0n, undefined)]
    const low = takeFrom(joinRows('min', slow, level))
    const high = takeFrom(joinRows('max', slow, level))
    expect([4_499_999n, 4_500_000n, 9_000_000n].map(low)).toEqual([4n, 5n, 5n])
    expect([0n, 5_499_999n, 5_500_000n].map(high)).toEqual([5n, 5n, 6n])
  })
  it('a counter beyond every row takes nothing', () => {
    expect(takeFrom([lineRow(0n, 1n, 5n)])(6n)).toBe(0n)
  })
})
