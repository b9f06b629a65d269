import { isLeft } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { usageLog } from '../../src/codec/index.js'
import { ratio, zero } from '../../src/core/index.js'
import { addRatio, get } from '../contribution/support.js'

/** A text in pieces of a size. */
async function* pieces(text: string, size = 5): AsyncGenerator<string> {
  await Promise.resolve()
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

const faults = async (text: string): Promise<unknown> => {
  const read = await usageLog(pieces(text))
  return isLeft(read) ? read.left : 'none'
}

describe('laws', () => {
  it('rows in any order of columns and with any decimals keep every amount', async () => {
    const events = fc.array(
      fc.record({
        parties: fc.uniqueArray(fc.constantFrom('A', 'B', '馆', 'D'), { minLength: 1 }),
        cents: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        places: fc.integer({ min: 1, max: 4 }),
      }),
      { minLength: 1, maxLength: 8 },
    )
    await fc.assert(
      fc.asyncProperty(events, fc.boolean(), async (made, turned) => {
        const rows = made.flatMap(({ parties, cents, places }, at) => {
          const digits = String(cents < 0n ? -cents : cents).padStart(places + 1, '0')
          const sign = cents < 0n ? '-' : ''
          const amount = `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
          return parties.map((party) =>
            turned ? `${amount},x,${party},q${at}` : `q${at},x,${party},${amount}`,
          )
        })
        const head = turned ? 'amount,note,party,event' : 'event,note,party,amount'
        const log = get(await usageLog(pieces([head, ...rows].join('\n'))))
        const sum = made.reduce(
          (all, { cents, places }) => addRatio(all, ratio(cents, 10n ** BigInt(places))),
          zero,
        )
        const read = log.terms.reduce((all, { amount }) => all + amount, 0n)
        expect(ratio(read, log.den)).toEqual(sum)
        expect(log.terms.map(({ parties }) => parties)).toEqual(made.map((one) => one.parties))
      }),
    )
  })
})

describe('edges', () => {
  it('rows of one event need not stand together', async () => {
    const log = get(await usageLog(pieces('event;party;amount\nq;A;2\nr;A;1\nq;B;2\n')))
    expect(log.terms).toEqual([
      { event: 'q', parties: ['A', 'B'], amount: 2n },
      { event: 'r', parties: ['A'], amount: 1n },
    ])
    expect(log.players).toEqual(['A', 'B'])
  })
  it('every row that cannot be read is told', async () => {
    const head = 'event,party,amount\n'
    expect(await faults(`${head}q,A,x\nq,A,1\nq,A,1.0\nq,B,2\n,A,1\nq,A\n`)).toEqual([
      { _tag: 'NotAnAmount', text: 'x', position: { line: 2 } },
      { _tag: 'PartyTwice', event: 'q', party: 'A', position: { line: 4 } },
      { _tag: 'AmountsDiffer', event: 'q', first: '1', other: '2', position: { line: 5 } },
      { _tag: 'CellEmpty', column: 'event', position: { line: 6 } },
      { _tag: 'RaggedRow', cells: 2, columns: 3, position: { line: 7 } },
    ])
  })
  it('ids that a spreadsheet shortened, in either column', async () => {
    expect(await faults('event,party,amount\n1.2E+17,A,1\nq,3E+20,1\n')).toEqual([
      { _tag: 'DamagedId', text: '1.2E+17', column: 'event', position: { line: 2 } },
      { _tag: 'DamagedId', text: '3E+20', column: 'party', position: { line: 3 } },
    ])
  })
  it('columns that are missing or stand twice, and an open quote', async () => {
    expect(await faults('event,party,amuont,party\n')).toEqual([
      { _tag: 'ColumnMissing', column: 'amount', nearest: ['amuont'], position: { line: 1 } },
      { _tag: 'ColumnTwice', column: 'party', position: { line: 1 } },
    ])
    expect(await faults('event,party,amount\nq,"A,1\n')).toEqual([
      { _tag: 'QuoteOpen', position: { line: 2 } },
    ])
  })
})
