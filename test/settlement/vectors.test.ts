import { describe, expect, it } from 'vitest'
import { casesIn, settled, tableOf, totalsOf, written } from './cases.js'

const cases = casesIn('test/vectors/agreements')

describe('vectors', () => {
  it.each(cases)('$title', ({ agreement, events = [], lines, table, totals, counters = [] }) => {
    const done = settled(agreement, events)
    if (lines !== undefined) expect(written(agreement, done.lines)).toMatchObject(lines)
    if (table !== undefined) expect(tableOf(agreement, done.lines)).toEqual(table)
    if (totals !== undefined) expect(totalsOf(agreement, done)).toMatchObject(totals)
    for (const { sold, totals: wanted } of counters) {
      const sale = { id: 's1', at: '2026-01-05', kind: 'sale', amount: sold }
      const got = totalsOf(agreement, settled(agreement, [sale]))
      const none = Object.fromEntries(Object.keys(wanted).map((party) => [party, '0.00']))
      expect({ ...none, ...got }, sold).toMatchObject(wanted)
    }
  })

  it('say something each', () => {
    const silent = cases.filter(
      ({ lines, table, totals, counters }) => (lines ?? table ?? totals ?? counters) === undefined,
    )
    expect(silent.map(({ title }) => title)).toEqual([])
  })
})
