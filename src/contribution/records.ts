/** kNN-Shapley of many records in doubles: distances, nearest first, recursion, mean over tests.
 *
 *  Nearest orders by (squared Euclidean distance, position). Keys are sorted as the bits of 32-bit
 *  floats, which keep the order of distances but for near ties; those are put right by insertion
 *  on the doubles. Memory: five arrays of the number of records, whatever the number of tests.
 *  Source: Jia et al., PVLDB 2019. */
/* eslint-disable @typescript-eslint/no-non-null-assertion --
 * sums stand at positions that the sort has just filled */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { ContributionFault } from './fault.js'

/** Records by rows of features, with their labels. */
export interface Records {
  /** Row after row, each of the same number of features. */
  readonly features: ArrayLike<number>
  readonly labels: ArrayLike<number>
}

/** Value of every training record: the mean over the test records.
 * @param options k: neighbours that vote, 1 or more
 * @returns Left NeighboursOutOfRange, NoPoints, RowLength where features do not fit the labels,
 *   DistanceNotFinite
 * laws: sums to the mean utility of all records; equals `knnShapley` to 1e-12
 * @example
 * import { valueRecords } from 'data-dividend/contribution'
 * valueRecords({ k: 1 })({
 *   training: { features: [0, 5], labels: [1, 2] },
 *   test: { features: [1], labels: [1] },
 * }) // => right(new Float64Array([1, 0])) */
export const valueRecords =
  ({ k }: { readonly k: number }) =>
  ({
    training,
    test,
  }: {
    readonly training: Records
    readonly test: Records
  }): Either<ContributionFault, Float64Array> => {
    const fault = recordsFault(k, training, test)
    if (fault !== undefined) return left(fault)
    const n = training.labels.length
    const tests = test.labels.length
    const width = training.features.length / n
    const features = Float64Array.from(training.features)
    const sums = new Float64Array(n)
    const distances = new Float64Array(n)
    const sorter = sorterOf(n)
    for (let t = 0; t < tests; t += 1) {
      const bad = distancesTo(features, width, test.features, t, distances)
      if (bad >= 0) return left({ _tag: 'DistanceNotFinite', test: t + 1, training: bad + 1 })
      addValues(k, sorter(distances), training.labels, test.labels[t] ?? 0, sums)
    }
    return right(sums.map((sum) => sum / tests))
  }

const recordsFault = (
  k: number,
  training: Records,
  test: Records,
): ContributionFault | undefined => {
  if (!Number.isInteger(k) || k < 1) return { _tag: 'NeighboursOutOfRange', k }
  const [n, tests] = [training.labels.length, test.labels.length]
  if (n === 0) return { _tag: 'NoPoints', points: 'training' }
  if (tests === 0) return { _tag: 'NoPoints', points: 'test' }
  const width = training.features.length / n
  if (!Number.isInteger(width)) {
    const expected = n * Math.ceil(width)
    return { _tag: 'RowLength', row: 1, expected, found: training.features.length }
  }
  return test.features.length === tests * width ?
      undefined
    : { _tag: 'RowLength', row: 2, expected: tests * width, found: test.features.length }
}

/** Fills in squared distances; the position of the first that is not finite, else −1. */
const distancesTo = (
  features: Float64Array,
  width: number,
  points: ArrayLike<number>,
  t: number,
  distances: Float64Array,
): number => {
  const point = Float64Array.from({ length: width }, (_, d) => points[t * width + d] ?? 0)
  let sum = 0
  for (let i = 0, at = 0; i < distances.length; i += 1) {
    let squared = 0
    for (let d = 0; d < width; d += 1, at += 1) {
      const gap = (features[at] ?? 0) - (point[d] ?? 0)
      squared += gap * gap
    }
    distances[i] = squared
    sum += squared
  }
  return Number.isFinite(sum) ? -1 : distances.findIndex((x) => !Number.isFinite(x))
}

/** Positions by (distance, position): three passes of 11 bits, then insertion. */
const sorterOf = (n: number) => {
  const floats = new Float32Array(n)
  const keys = new Uint32Array(floats.buffer)
  const order = new Uint32Array(n)
  const other = new Uint32Array(n)
  const counts = new Uint32Array(2048)
  const pass = (from: Uint32Array, to: Uint32Array, shift: number): void => {
    counts.fill(0)
    for (let i = 0; i < n; i += 1) counts[((keys[i] ?? 0) >>> shift) & 2047]! += 1
    for (let b = 0, start = 0; b < 2048; b += 1) {
      const count = counts[b] ?? 0
      counts[b] = start
      start += count
    }
    for (let i = 0; i < n; i += 1) {
      const record = from[i] ?? 0
      const bucket = ((keys[record] ?? 0) >>> shift) & 2047
      const at = counts[bucket] ?? 0
      to[at] = record
      counts[bucket] = at + 1
    }
  }
  return (distances: Float64Array): Uint32Array => {
    // Scaled to [0, 1], so that no distance leaves the range of a 32-bit float upwards.
    const scale = distances.reduce((a, b) => Math.max(a, b), 0) || 1
    for (let i = 0; i < n; i += 1) {
      order[i] = i
      floats[i] = (distances[i] ?? 0) / scale
    }
    pass(order, other, 0)
    pass(other, order, 11)
    pass(order, other, 22)
    settleTies(distances, other)
    return other
  }
}

const settleTies = (distances: Float64Array, order: Uint32Array): void => {
  for (let i = 1; i < order.length; i += 1) {
    const record = order[i] ?? 0
    const distance = distances[record] ?? 0
    let j = i - 1
    for (; j >= 0 && (distances[order[j] ?? 0] ?? 0) > distance; j -= 1)
      order[j + 1] = order[j] ?? 0
    order[j + 1] = record
  }
}

/** One test record's values, added to the sums, from the farthest record on. */
const addValues = (
  k: number,
  order: Uint32Array,
  labels: ArrayLike<number>,
  label: number,
  sums: Float64Array,
): void => {
  const n = order.length
  const last = order[n - 1] ?? 0
  let match = labels[last] === label ? 1 : 0
  let value = (match * Math.min(k, n)) / (k * n)
  sums[last]! += value
  for (let i = n - 1; i >= 1; i -= 1) {
    const record = order[i - 1] ?? 0
    const own = labels[record] === label ? 1 : 0
    value += (own - match) / Math.max(k, i)
    sums[record]! += value
    match = own
  }
}
