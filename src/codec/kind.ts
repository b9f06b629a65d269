/** What a file is: a list of events, or what its first key says. */

export type FileKind =
  | 'agreement'
  | 'settlement'
  | 'state'
  | 'events'
  | 'valuation'
  | 'rules'
  | 'game'
  | 'register'
  | 'books'

/** The kind of a document's value; for a record of no known kind, its first key.
 * @example
 * import { kindOfFile } from 'data-dividend/codec'
 * kindOfFile({ agreement: 'pair', currency: 'CNY' }) // => 'agreement'
 * kindOfFile({ format: 'data-dividend/state@1' }) // => 'state' */
export const kindOfFile = (value: unknown): string => {
  if (Array.isArray(value)) return 'events'
  if (typeof value !== 'object' || value === null) return 'text'
  const [first] = Object.entries(value)
  const [key = 'empty', content] = first ?? []
  const format =
    typeof content === 'string' ? /^data-dividend\/(\w+)@/.exec(content)?.[1] : undefined
  return key === 'format' && format !== undefined ? format : key
}
