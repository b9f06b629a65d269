/** `npm run demo:records`: what each of the 342 penguins with all four measures is worth to a
 *  classifier of species, by kNN-Shapley, when the labels of a seeded tenth have been spoilt.
 *
 *  Each half of the records is valued on the other half, so that every record has a value and none
 *  is tested on itself. Features are scaled to mean 0 and deviation 1. */
import { readFileSync } from 'node:fs'
import { drawsAt, orThrow, streamOf } from 'data-dividend'
import { valueRecords } from 'data-dividend/contribution'

interface Penguin {
  readonly line: number
  readonly species: string
  readonly features: readonly number[]
}

export interface RecordsDemo {
  readonly records: number
  readonly spoilt: number
  /** Of the spoilt, how many stand in the lowest tenth by value. */
  readonly found: number
  /** The five lowest: line of the file, value, whether it was spoilt. */
  readonly lowest: readonly (readonly [number, number, boolean])[]
}

const measures = ['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g']

export const penguinsOf = (csv: string): readonly Penguin[] => {
  const [head = '', ...rows] = csv.trim().split('\n')
  const columns = measures.map((name) => head.split(',').indexOf(name))
  return rows
    .map((row, at) => {
      const cells = row.split(',')
      const features = columns.map((column) => Number(cells[column]))
      return { line: at + 2, species: cells[0] ?? '', features }
    })
    .filter(({ features }) => features.every(Number.isFinite))
}

/** Values all records with a seeded tenth of the labels spoilt. */
export const valuedPenguins = (penguins: readonly Penguin[], seed: number): RecordsDemo => {
  const features = standardised(penguins.map((p) => p.features))
  const tenth = Math.floor(penguins.length / 10)
  const order = shuffledBy(seed, penguins.length)
  const spoilt = new Set(order.slice(0, tenth))
  const species = [...new Set(penguins.map((p) => p.species))]
  const labels = penguins.map((p, i) => {
    const label = species.indexOf(p.species)
    return spoilt.has(i) ? (label + 1 + (i % (species.length - 1))) % species.length : label
  })
  const values = new Map<number, number>()
  for (const half of [0, 1]) {
    const [own, other] = [order.filter((i) => i % 2 === half), order.filter((i) => i % 2 !== half)]
    const recordsOf = (rows: readonly number[]) => ({
      features: rows.flatMap((i) => features[i] ?? []),
      labels: rows.map((i) => labels[i] ?? 0),
    })
    const found = orThrow(
      valueRecords({ k: 5 })({ training: recordsOf(own), test: recordsOf(other) }),
    )
    own.forEach((i, k) => values.set(i, found[k] ?? 0))
  }
  const rising = [...values].sort(([i, a], [j, b]) => a - b || i - j)
  return {
    records: penguins.length,
    spoilt: tenth,
    found: rising.slice(0, tenth).filter(([i]) => spoilt.has(i)).length,
    lowest: rising.slice(0, 5).map(([i, v]) => [penguins[i]?.line ?? 0, v, spoilt.has(i)] as const),
  }
}

const shuffledBy = (seed: number, n: number): readonly number[] => {
  const draw = orThrow(
    drawsAt(orThrow(streamOf(seed)('spoilt labels')))({ agent: 0, period: 0, replication: 0 }),
  )
  return Array.from({ length: n }, (_, i) => ({ i, at: draw(i) }))
    .sort((a, b) => a.at - b.at)
    .map(({ i }) => i)
}

const standardised = (rows: readonly (readonly number[])[]): readonly (readonly number[])[] => {
  const scales = measures.map((_, column) => {
    const cells = rows.map((row) => row[column] ?? 0)
    const mean = cells.reduce((a, b) => a + b, 0) / cells.length
    const variance = cells.reduce((sum, x) => sum + (x - mean) ** 2, 0) / cells.length
    return { mean, deviation: Math.sqrt(variance) }
  })
  return rows.map((row) =>
    row.map((x, column) => (x - (scales[column]?.mean ?? 0)) / (scales[column]?.deviation ?? 1)),
  )
}

const shown = ({ records, spoilt, found, lowest }: RecordsDemo): string =>
  [
    `${records} penguins, ${spoilt} labels spoilt; each valued by kNN-Shapley, k = 5.`,
    `${found} of the ${spoilt} spoilt stand in the lowest tenth.`,
    '',
    'line  value     spoilt',
    ...lowest.map(
      ([line, value, bad]) =>
        `${String(line).padStart(4)}  ${value.toFixed(6)}  ${bad ? 'yes' : 'no'}`,
    ),
  ].join('\n')

if (process.argv[1]?.endsWith('scripts/demo-records.ts') === true) {
  console.log(
    shown(valuedPenguins(penguinsOf(readFileSync('data/penguins/penguins.csv', 'utf8')), 42)),
  )
}
