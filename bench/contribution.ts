/** Shapley values of dense games in doubles and exactly, beside npm shapley, a textbook loop and C;
 *  kNN-Shapley of 100,000 records; a usage log of 10,000,000 rows. The Python peers stand in
 *  bench/contribution_peers.py. C needs gcc, npm shapley an install of its own; without them their
 *  rows are left out. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { orThrow } from 'data-dividend'
import {
  gameByMask,
  shapley,
  shapleyDouble,
  usageValue,
  valueRecords,
  type Term,
} from 'data-dividend/contribution'
import {
  atLeastTimes,
  atMostTimes,
  contest,
  hash,
  rowOf,
  type Bench,
  type Contender,
  type Row,
} from './measure.js'

/** Worths that look random and are the same in C and Python. */
const tableOf = (n: number): Float64Array =>
  Float64Array.from({ length: 2 ** n }, (_, mask) =>
    mask === 0 ? 0 : (Math.imul(mask, 2654435761) >>> 0) % 100_000,
  )

/** Nine digits, in which doubles summed in any order agree. */
const answer = (values: Iterable<number>): string =>
  Array.from(values, (x) => x.toPrecision(9)).join(' ')

const textbook = (n: number, worths: Float64Array): Float64Array => {
  const factorials = [1]
  for (let k = 1; k <= n; k += 1) factorials.push(factorials[k - 1]! * k)
  return Float64Array.from({ length: n }, (_, i) => {
    let sum = 0
    for (let mask = 0; mask < worths.length; mask += 1) {
      if ((mask & (1 << i)) !== 0) continue
      let size = 0
      for (let rest = mask; rest !== 0; rest &= rest - 1) size += 1
      const weight = (factorials[size]! * factorials[n - size - 1]!) / factorials[n]!
      sum += weight * (worths[mask | (1 << i)]! - worths[mask]!)
    }
    return sum
  })
}

interface Npm {
  readonly shapley: (
    players: Iterable<number>,
    worth: (coalition: Iterable<number>) => number,
  ) => (player: number) => number
}

/** Where npm shapley is installed: `npm install --no-save shapley@1.0.5`. */
const npmShapley = (): Npm | undefined => {
  try {
    return createRequire(import.meta.url)('shapley') as Npm
  } catch {
    return undefined
  }
}

/** As its examples call it: a list of players, a function of the coalition. */
const byNpm = (npm: Npm, n: number, worths: Float64Array): readonly number[] => {
  const players = Array.from({ length: n }, (_, i) => i)
  const worth = (coalition: Iterable<number>): number => {
    let mask = 0
    for (const i of coalition) mask |= 1 << i
    return worths[mask] ?? 0
  }
  const value = npm.shapley(players, worth)
  return players.map((player) => Number(value(player)))
}

const denseRows = (n: number): readonly Row[] => {
  const worths = tableOf(n)
  const players = Array.from({ length: n }, (_, i) => `p${i}`)
  const game = orThrow(gameByMask(players)(worths))
  const npm = npmShapley()
  const contenders: readonly Contender[] = [
    { name: 'double', run: () => answer(orThrow(shapleyDouble(worths))) },
    {
      name: 'exact',
      run: () =>
        answer(orThrow(shapley(game)).map((x) => Number(x.value.num) / Number(x.value.den))),
    },
    { name: 'textbook loop', loses: 'exactness', run: () => answer(textbook(n, worths)) },
    ...(n <= 16 && npm !== undefined ?
      [{ name: 'npm shapley', loses: 'exactness', run: () => answer(byNpm(npm, n, worths)) }]
    : []),
  ]
  return contest(titleOf(n), n === 16 ? 5 : 9, contenders)
}

const titleOf = (n: number): string => `dense Shapley, n = ${n}`

/** C measures itself, since a process would cost more than the work. */
const cRows = (sizes: readonly number[], ours: readonly Row[]): readonly Row[] => {
  const binary = join(mkdtempSync(join(tmpdir(), 'contribution-')), 'contribution')
  const flags = ['-O2', '-fno-tree-vectorize', 'bench/contribution.c', '-o', binary, '-lm']
  if (spawnSync('gcc', flags).status !== 0) return []
  const { stdout } = spawnSync(binary, ['15', ...sizes.map(String)], { encoding: 'utf8' })
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [kind = '', n = '', ms = '', ...values] = line.split(' ')
      const title = titleOf(Number(n))
      return {
        case: title,
        name: `C ${kind}`,
        medianMs: Number(ms),
        spread: 0,
        ratio: Number(ms) / rowOf(ours, title, 'double').medianMs,
        answer: hash(answer(values.map(Number))),
        loses: 'exactness',
      }
    })
}

const recordsOf = (count: number, width: number, start: number) => {
  let last = start
  const next = (): number => {
    last = (last * 48271) % 2147483647
    return last / 2147483647
  }
  const features = Float64Array.from({ length: count * width }, next)
  const labels = Uint8Array.from({ length: count }, (_, i) =>
    features[i * width]! + features[i * width + 1]! > 1 ? 1 : 0,
  )
  return { features, labels }
}

/** Bytes a record: distance and sum 8 each, key and two orders 4 each, and its features. */
const memory = (count: number, width: number): string =>
  `${((count * (28 + 8 * width)) / 1e6).toFixed(1)} MB of arrays`

const recordRows = (count: number, tests: number): readonly Row[] => {
  const [training, test] = [recordsOf(count, 8, 1), recordsOf(tests, 8, 7)]
  return contest('kNN-Shapley of records', 3, [
    {
      name: 'records',
      loses: memory(count, 8),
      run: () => answer(orThrow(valueRecords({ k: 5 })({ training, test })).subarray(0, 50)),
    },
  ])
}

/** Events of one to four of 500 parties. */
function* log(rows: number): Generator<Term> {
  const names = Array.from({ length: 500 }, (_, i) => `party ${i}`)
  for (let row = 0, event = 0; row < rows; event += 1) {
    const size = 1 + (event % 4)
    const first = Math.imul(event, 7919) % 400
    const parties = Array.from({ length: size }, (_, j) => names[Math.abs(first) + j * 7]!)
    yield { event: String(event), parties, amount: BigInt(1 + (event % 97)) }
    row += size
  }
}

const usageRows = (rows: number): readonly Row[] =>
  contest('usage log', 1, [
    {
      name: `${rows.toExponential()} rows`,
      run: () =>
        orThrow(usageValue(log(rows)))
          .map((x) => `${x.player}:${x.value.num}/${x.value.den}`)
          .join(),
    },
  ])

export const bench: Bench = {
  rows: (scale) => {
    const sizes = scale < 1 ? [11, 12] : [12, 16, 20, 22]
    const dense = sizes.flatMap(denseRows)
    return [
      ...dense,
      ...cRows(sizes, dense),
      ...recordRows(Math.max(100, 100_000 * scale), Math.max(2, 100 * scale)),
      ...usageRows(10_000_000 * scale),
    ]
  },
  goals: (rows) => {
    const has = (n: number, name: string): boolean =>
      rows.some((row) => row.case === titleOf(n) && row.name === name)
    return [12, 16, 20, 22].flatMap((n) => [
      ...(n === 16 && has(n, 'npm shapley') ?
        [atLeastTimes(10_000)(rowOf(rows, titleOf(n), 'npm shapley'))]
      : []),
      ...(n >= 16 && has(n, 'C textbook') ?
        [
          atLeastTimes(25)(rowOf(rows, titleOf(n), 'C textbook')),
          atMostTimes(2.2)(rowOf(rows, titleOf(n), 'C fold')),
        ]
      : []),
      ...(n >= 16 && has(n, 'exact') ? [exactGoal(rowOf(rows, titleOf(n), 'exact'))] : []),
    ])
  },
}

const exactGoal = ({ case: title, ratio }: Row) => ({
  goal: `${title}: exact takes at most 2.2 times the time of double`,
  target: '≤ 2.2',
  measured: ratio.toFixed(2),
  met: ratio <= 2.2,
})
