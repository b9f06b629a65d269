import { compile, orThrow, redo } from 'data-dividend'
import { explain, settlementArithmetic } from 'data-dividend/settlement'
import { describe as tell } from 'data-dividend/report'
import { describe, expect, it } from 'vitest'
import {
  casesIn,
  major,
  settled,
  tableOf,
  totalsOf,
  written as linesWritten,
  type Case,
} from './cases.js'

/** A register too long to be written out: persons with one unit each. */
interface Persons {
  readonly pool: string
  readonly count: number
  readonly declared: Readonly<Record<string, Readonly<Record<'sum' | 'least' | 'most', string>>>>
}

const contracts = casesIn('test/contracts') as readonly (Case & {
  readonly title: string
  readonly persons?: Persons
})[]

const written = contracts.filter(({ persons }) => persons === undefined)

describe('contracts of the field', () => {
  it('are ten', () => {
    expect(contracts).toHaveLength(10)
  })

  it.each(written)('$title', ({ agreement, events = [], lines, table, totals }) => {
    const done = settled(agreement, events)
    if (lines !== undefined) expect(linesWritten(agreement, done.lines)).toMatchObject(lines)
    else expect(tableOf(agreement, done.lines)).toEqual(table)
    if (totals !== undefined) expect(totalsOf(agreement, done)).toMatchObject(totals)
  })

  it.each(written)('$title: every event explains itself', ({ agreement, events = [] }) => {
    const program = orThrow(compile(agreement))
    const done = settled(agreement, events)
    for (const event of new Set(done.lines.map((line) => line.event))) {
      const tree = orThrow(explain(program)(done)({ event }))
      expect(redo(settlementArithmetic)(tree)).toEqual({ _tag: 'Right', right: tree.value })
    }
  })

  it.each(contracts)('$title is told in both languages, with a diagram', ({ agreement }) => {
    for (const lang of ['en', 'zh'] as const) {
      const { sentences, diagram } = orThrow(tell(lang)(agreement))
      const text = [...sentences.map((sentence) => sentence.text), diagram].join('\n')
      expect(text).not.toMatch(/undefined|\[object/)
    }
  })

  it.each(contracts.filter(({ persons }) => persons !== undefined))(
    '$title',
    ({ agreement, events = [], table = {}, persons }) => {
      const { pool, count, declared } = persons!
      const names = Array.from({ length: count }, (_, index) => `person-${String(index + 1)}`)
      const units = Object.fromEntries(names.map((name) => [name, 1]))
      const whole = { ...agreement, pools: { [pool]: { units } } }
      const done = settled(whole, events)
      const others = done.lines.filter(({ party }) => !party.startsWith('person-'))
      expect(tableOf(whole, others)).toEqual(table)
      for (const [event, wanted] of Object.entries(declared)) {
        const parts = done.lines
          .filter((line) => line.event === event && line.party !== pool)
          .map(({ amount }) => amount)
        const money = major(whole)
        const [least, most] = [count - parts.length > 0 ? 0n : 10n ** 30n, 0n]
        expect({
          sum: money(parts.reduce((sum, part) => sum + part, 0n)),
          least: money(parts.reduce((a, b) => (a < b ? a : b), least)),
          most: money(parts.reduce((a, b) => (a > b ? a : b), most)),
        }).toEqual(wanted)
      }
    },
  )
})
