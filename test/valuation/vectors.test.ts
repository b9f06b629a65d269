import { readFileSync } from 'node:fs'
import { right } from 'fp-ts/lib/Either.js'
import { decimals, redo } from 'data-dividend'
import { describe, expect, it } from 'vitest'
import { filesUnder } from '../files.js'
import { meets, run, valueAt, type Vector } from './run.js'

interface VectorFile {
  readonly source: string
  readonly cases?: readonly Vector[]
}

const files = filesUnder('test/vectors/valuation', '.json').map(
  (file) => JSON.parse(readFileSync(file, 'utf8')) as VectorFile,
)

describe.each(
  files.filter(
    ({ cases = [] }) => cases[0]?.name !== undefined && 'exact' in cases[0] && 'method' in cases[0],
  ),
)('vectors: $source', ({ cases = [] }) => {
  it.each(cases)('$method: $name', (vector) => {
    const { explained } = run(vector)
    if (vector.exact !== undefined) meets(explained.value, vector.exact)
    for (const [path, exact] of Object.entries(vector.figures ?? {})) {
      meets(valueAt(explained, path), exact)
    }
    expect(vector.exact ?? vector.figures).toBeDefined()
    expect(redo(decimals)(explained)).toEqual(right(explained.value))
  })
})
