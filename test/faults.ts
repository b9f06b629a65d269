/** The files of test/errors, and faults as they would stand there. */
import { readFileSync } from 'node:fs'

/** The fault of a tag's smallest case. */
export const smallestFault = (tag: string): unknown =>
  (JSON.parse(readFileSync(`test/errors/${tag}.json`, 'utf8')) as { readonly fault: unknown }).fault

/** A value with its whole numbers as text, as JSON has them. */
export const asJson = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part)),
  )
