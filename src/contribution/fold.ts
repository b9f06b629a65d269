/** Sums over the coalitions of each player in one read of the table.
 *
 *  For weights g by size, all of Σ_{S∋i} g_|S|·v(S) come from one pass: 2ⁿ products and about
 *  2·2ⁿ additions instead of n·2ⁿ. Low bits keep a block of partial sums, high bits one total a
 *  block, four blocks (sizes p, p+1, p+1, p+2) at a time; at the end each array is folded by halves.
 *  The exact way splits v = high + low, high a multiple of 2²¹ and |low| ≤ 2²⁰, and runs the same
 *  pass on both, in doubles that stay exact: it needs |v| < 2⁴² and 2²¹·Σ C(n,s)·|g_s| ≤ 2⁵³. */
/* eslint-disable @typescript-eslint/no-non-null-assertion --
 * indexes stay inside their arrays by construction, and a fallback in these loops costs a third */
import { sizeOf } from './coalition.js'
import { choose, upTo } from './number.js'

/** Σ_{S∋i} g_|S|·v(S) of every player, in doubles.
 * @param weights g₀ … g_n
 * @param worths 2ⁿ of them by mask */
export const foldDouble = (weights: Float64Array, worths: Float64Array): Float64Array => {
  const n = playersOf(worths)
  if (n < blockBits + 2) {
    const terms = worths.map((x, mask) => (weights[sizeOf(mask)] ?? 0) * x)
    return Float64Array.from(byBit(terms, n))
  }
  const totals = new Float64Array(worths.length / block)
  eachBlocks(4, weights, worths, (four, at) => {
    totals.set(kernel.addFour(four), at)
  })
  return Float64Array.from(sumsOfBits(kernel.sums.slice(), totals))
}

/** The same sums exactly, for whole worths and whole weights that `fitsLimbs`. */
export const foldExact = (weights: Float64Array, worths: Float64Array): readonly bigint[] => {
  const highTotals = new Float64Array(worths.length / block)
  const lowTotals = new Float64Array(worths.length / block)
  eachBlocks(2, weights, worths, (pair, at) => {
    const totals = kernel.addPair(pair)
    highTotals.set(totals.subarray(0, 2), at)
    lowTotals.set(totals.subarray(2), at)
  })
  const lows = sumsOfBits(kernel.lowSums.slice(), lowTotals)
  return sumsOfBits(kernel.sums.slice(), highTotals).map(
    (high, i) => BigInt(high) + BigInt(lows[i] ?? 0),
  )
}

/** The same sums over integers of any size. */
export const foldBig = (
  n: number,
  weights: readonly bigint[],
  worths: ArrayLike<bigint | number>,
): readonly bigint[] => {
  const terms = new Array<bigint>(2 ** n)
  for (let mask = 0; mask < terms.length; mask += 1) {
    terms[mask] = (weights[sizeOf(mask)] ?? 0n) * BigInt(worths[mask] ?? 0)
  }
  const sums: bigint[] = []
  for (let half = terms.length / 2; half >= 1; half /= 2) {
    let sum = 0n
    for (let j = 0; j < half; j += 1) {
      const upper = terms[half + j] ?? 0n
      sum += upper
      terms[j] = (terms[j] ?? 0n) + upper
    }
    sums.push(sum)
  }
  return sums.reverse()
}

/** Whether the exact pass stays within whole doubles: its partial sums never pass 2⁵³. */
export const fitsLimbs = (n: number, weights: readonly bigint[], largest: bigint): boolean => {
  const reach = weights.reduce((sum, g, s) => sum + choose(n, s) * (g < 0n ? -g : g), 0n)
  return n >= blockBits + 2 && largest < limbBound && reach * BigInt(limb) <= 2n ** 53n
}

const limb = 2 ** 21
const limbBound = 2n ** 42n

const blockBits = 9
const block = 512
const blockSizes = Float64Array.from({ length: block }, (_, j) => sizeOf(j))

/** The scratch of one call, overwritten by the next and never handed out, with the loops over it.
 * Constants of an inner scope, since the engine then knows the arrays when it compiles and looks
 * nothing up inside the loops, a factor of two here; bundlers turn outer constants to variables. */
const kernel = (() => {
  // Adding and taking away 1.5·2⁵²·2²¹ rounds a double below 2⁷² to a multiple of 2²¹.
  const nearest = 6755399441055744 * 2097152
  const weights0 = new Float64Array(block)
  const weights1 = new Float64Array(block)
  const weights2 = new Float64Array(block)
  const sums = new Float64Array(block)
  const lowSums = new Float64Array(block)
  const totals = new Float64Array(4)
  /** Adds four blocks, and leaves a total of each. */
  const addFour = (v: Float64Array): Float64Array => {
    let t0 = 0
    let t1 = 0
    let t2 = 0
    let t3 = 0
    for (let j = 0; j < 512; j += 1) {
      const w = weights1[j]!
      const x0 = weights0[j]! * v[j]!
      const x1 = w * v[512 + j]!
      const x2 = w * v[1024 + j]!
      const x3 = weights2[j]! * v[1536 + j]!
      sums[j]! += x0 + x1 + (x2 + x3)
      t0 += x0
      t1 += x1
      t2 += x2
      t3 += x3
    }
    totals[0] = t0
    totals[1] = t1
    totals[2] = t2
    totals[3] = t3
    return totals
  }

  /** Adds two blocks in two limbs, and leaves a total of each: high, high, low, low. */
  const addPair = (v: Float64Array): Float64Array => {
    let h0 = 0
    let h1 = 0
    let l0 = 0
    let l1 = 0
    for (let j = 0; j < 512; j += 1) {
      const w0 = weights0[j]!
      const w1 = weights1[j]!
      const v0 = v[j]!
      const v1 = v[512 + j]!
      const top0 = v0 + nearest - nearest
      const top1 = v1 + nearest - nearest
      const x0 = w0 * top0
      const x1 = w1 * top1
      const y0 = w0 * (v0 - top0)
      const y1 = w1 * (v1 - top1)
      sums[j]! += x0 + x1
      lowSums[j]! += y0 + y1
      h0 += x0
      h1 += x1
      l0 += y0
      l1 += y1
    }
    totals[0] = h0
    totals[1] = h1
    totals[2] = l0
    totals[3] = l1
    return totals
  }

  const load = (rows: readonly Float64Array[], p: number): void => {
    weights0.set(rows[p]!)
    weights1.set(rows[p + 1]!)
    weights2.set(rows[p + 2] ?? [])
  }
  return { sums, lowSums, addFour, addPair, load }
})()

/** Visits blocks two or four at a time, with the weights of their sizes in the scratch. */
const eachBlocks = (
  step: 2 | 4,
  weights: Float64Array,
  worths: Float64Array,
  visit: (blocks: Float64Array, at: number) => void,
): void => {
  const rows = upTo(weights.length - blockBits).map((p) => blockSizes.map((s) => weights[p + s]!))
  kernel.sums.fill(0)
  kernel.lowSums.fill(0)
  let last = -1
  for (let at = 0; at < worths.length / block; at += step) {
    const p = sizeOf(at)
    if (p !== last) {
      kernel.load(rows, p)
      last = p
    }
    visit(worths.subarray(at * block, (at + step) * block), at)
  }
}

const playersOf = (worths: Float64Array): number => 31 - Math.clz32(worths.length)

/** Low bits from the sums within blocks, high bits from the totals of blocks. */
const sumsOfBits = (sums: Float64Array, totals: Float64Array): readonly number[] => [
  ...byBit(sums, blockBits),
  ...byBit(totals, 31 - Math.clz32(totals.length)),
]

/** Σ of the entries whose index has a bit, for every bit, by folding the upper half down. */
const byBit = (terms: Float64Array, bits: number): readonly number[] => {
  const sums: number[] = []
  for (let bit = bits - 1; bit >= 0; bit -= 1) {
    const half = 2 ** bit
    let sum = 0
    for (let j = 0; j < half; j += 1) {
      const upper = terms[half + j]!
      sum += upper
      terms[j]! += upper
    }
    sums.push(sum)
  }
  return sums.reverse()
}
