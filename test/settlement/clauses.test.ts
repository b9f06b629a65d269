import { describe, expect, it } from 'vitest'
import { settled, tableOf } from './cases.js'
import { clausePages } from './clause-pages.js'

const pages = clausePages()

describe('pages of docs/clauses', () => {
  it.each(pages)('$file: its table is what is settled', ({ agreement, events, table }) => {
    expect(events.length).toBeGreaterThan(1)
    expect(tableOf(agreement, settled(agreement, events).lines)).toEqual(table)
  })

  it.each(pages)('$file says it as a contract does, in both languages', ({ text }) => {
    const quotes = text.split('\n').filter((line) => line.startsWith('> '))
    expect(quotes).toHaveLength(2)
    expect(quotes[1]).toMatch(/\p{Script=Han}/u)
    expect(text).toContain('## What other tools do')
  })
})
