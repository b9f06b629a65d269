import { describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.js'
import { memoryWorld } from './memory-io.js'

const encoder = new TextEncoder()

const agreement = `agreement: pair
currency: CNY
flow:
  - share: {id: all, of: {a: 2, b: 1}}
`

const world = (sales: number, options: Parameters<typeof memoryWorld>[1]) => {
  const rows = Array.from({ length: sales }, (_, n) => `s${String(n)},2026-01-05,sale,1.00\n`)
  return memoryWorld(
    new Map([
      ['agreement.yaml', encoder.encode(agreement)],
      ['events.csv', encoder.encode(`id,at,kind,amount\n${rows.join('')}`)],
    ]),
    { pieceSize: 1 << 16, ...options },
  )
}

const settle = (...options: readonly string[]) => [
  'settle',
  'agreement.yaml',
  'events.csv',
  ...options,
]

describe('settle', () => {
  it('shows the lines of 50 events and says how many more there are', async () => {
    const { io, out } = world(53, {})
    expect(await run(settle(), io)).toBe(0)
    expect(out().match(/^s\d+ /gm)).toHaveLength(100)
    expect(out()).toContain('Lines of 3 more events: --csv or --json has all of them.')
    expect(out()).toContain('Check: lines 53.00, net sales 53.00, difference 0.00.')
  })

  it('writes the lines of all events as CSV', async () => {
    const { io, out } = world(53, {})
    expect(await run(settle('--csv'), io)).toBe(0)
    expect(out().match(/^s\d+,/gm)).toHaveLength(106)
  })

  it('ends quietly when nobody reads on', async () => {
    const { io, err } = world(5000, { readsUpTo: 1000 })
    expect(await run(settle('--json'), io)).toBe(0)
    expect(err()).toBe('')
  })

  it('keeps the state as it was when the statement was not read to its end', async () => {
    const { io, err, files } = world(5000, { readsUpTo: 1000 })
    expect(await run(settle('--json', '--state', 'state.json'), io)).toBe(2)
    expect(files.has('state.json')).toBe(false)
    expect(err()).toContain('run it again')
  })

  it('counts long input on a terminal, in one line, and clears it', async () => {
    const { io, err } = world(40_000, { isTerminal: true })
    expect(await run(settle('--totals'), io)).toBe(0)
    expect(err()).toBe('\r20,000 …\r40,000 …\r\u001b[K')
  })

  it('counts nothing elsewhere, or when it is to be quiet', async () => {
    const { io, err } = world(20_000, { isTerminal: true })
    await run(settle('--totals', '--quiet'), io)
    expect(err()).toBe('')
  })

  it('tells the first twenty faults of a table, and how many more', async () => {
    const { io, err, files } = world(0, {})
    const rows = '1.2E+17,2026-01-05,sale,1.00\n'.repeat(23)
    files.set('events.csv', encoder.encode(`id,at,kind,amount\n${rows}`))
    expect(await run(settle(), io)).toBe(2)
    expect(err().split('\n')).toHaveLength(22)
    expect(err()).toContain('and 3 more; mend these first')
  })
})
