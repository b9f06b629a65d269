import { readFileSync } from 'node:fs'
import type { Fault } from 'data-dividend'
import { expect, it } from 'vitest'
import { filesUnder } from '../files.js'
import { findingsOf, type Input } from './smallest.js'

/** As it stands in a file: whole numbers as text. */
const written = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, field: unknown) =>
      typeof field === 'bigint' ? field.toString() : field,
    ),
  )

const cases = filesUnder('test/errors', '.json').flatMap((file) => {
  const { input, fault } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly input?: Input
    readonly fault: Fault
  }
  return input === undefined ? [] : [{ tag: fault._tag, input, fault }]
})

it.each(cases)('$tag is found in its smallest case', ({ input, fault }) => {
  expect(written(findingsOf(input))).toEqual([fault])
})
