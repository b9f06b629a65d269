import { compile, orThrow, redo } from 'data-dividend'
import { explain, settlementArithmetic } from 'data-dividend/settlement'
import { describe, expect, it } from 'vitest'
import { casesIn, settled, tableOf, totalsOf, written } from './cases.js'

const cases = casesIn('test/vectors/contracts')

describe('vectors', () => {
  it.each(cases)('$title', ({ agreement, events = [], lines, table, totals }) => {
    const done = settled(agreement, events)
    if (lines !== undefined) expect(written(agreement, done.lines)).toMatchObject(lines)
    if (table !== undefined) expect(tableOf(agreement, done.lines)).toEqual(table)
    if (totals !== undefined) expect(totalsOf(agreement, done)).toMatchObject(totals)
  })

  it.each(cases)('$title: every event explains itself', ({ agreement, events = [] }) => {
    const program = orThrow(compile(agreement))
    const done = settled(agreement, events)
    for (const event of new Set(done.lines.map(({ event }) => event))) {
      const tree = orThrow(explain(program)(done)({ event }))
      expect(redo(settlementArithmetic)(tree)).toEqual({ _tag: 'Right', right: tree.value })
    }
  })
})
