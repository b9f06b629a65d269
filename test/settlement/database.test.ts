import { readFileSync } from 'node:fs'
import { isLeft, isRight, left, type Either } from 'fp-ts/lib/Either.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { compile, emptyState, orThrow, settle } from '../../src/index.js'
import type { EventFault, EventRecord, Line, Program } from '../../src/index.js'
import { allExamples } from '../examples/extract.js'
import { settleInto, type Query } from './database/recipe.js'
import { hasServer, inProcess, server, type Store, type Transaction } from './database/stores.js'

const programOf = (refunds: 'net' | 'original'): Program =>
  orThrow(
    compile({
      agreement: `stored-${refunds}`,
      currency: 'CNY',
      refunds,
      pools: { bonus: { units: { ana: 2, bo: 1 } } },
      flow: [
        {
          commission: {
            id: 'venue',
            to: 'exchange',
            on: 'period',
            tiers: [{ upTo: '200.00', rate: '10%' }, { rate: '5%' }],
            cap: '60.00',
          },
        },
        { levy: { id: 'levy', to: 'fund', rate: '1%' } },
        { share: { id: 'rest', of: { collector: 50, processor: 30, bonus: 20 } } },
      ],
    }),
  )

const emptyOf = ({ agreement, currency }: Program) =>
  emptyState({ agreement, currency: currency.code })

const two = (n: number): string => String(n).padStart(2, '0')

/** 128 sales over a year, 34 refunds in part, two dividends, and 36 of them sent again. */
const story = (): readonly EventRecord[] => {
  const sales = Array.from({ length: 128 }, (_, n) => ({
    id: `s${n}`,
    at: `2026-${two(1 + (n % 12))}-${two(1 + (n % 28))}`,
    kind: 'sale',
    amount: `${(n * 37) % 400}.${two((n * 53) % 100)}`,
  })).map((sale, n) => (n === 0 ? { ...sale, amount: '1.00' } : sale))
  const refunds = sales.slice(20, 54).map((sale, n) => ({
    id: `r${n}`,
    at: '2026-12-31',
    kind: 'refund',
    amount: `${Math.floor(Number(sale.amount) / (n % 3 === 0 ? 1 : 2))}.00`,
    of: sale.id,
  }))
  const dividends = ['d0', 'd1'].map((id) => {
    return { id, at: '2026-12-31', kind: 'declare', amount: '0.07', of: 'bonus' }
  })
  const once = [...sales.slice(0, 90), ...refunds, ...dividends, ...sales.slice(90)]
  return once.flatMap((event, n) => (n % 5 < 1 || n < 4 ? [event, event] : [event])).slice(0, 200)
}

type Settler = (query: Query, event: EventRecord) => Promise<Either<EventFault, unknown>>

/** Writers that take the next event each; a refund that comes before its sale goes to
 * the end. Any other fault ends the work, so that too little is there. */
const writeAll = async (
  settler: Settler,
  writers: readonly Transaction[],
  events: readonly EventRecord[],
): Promise<void> => {
  const queue = [...events]
  const work = async (transaction: Transaction): Promise<void> => {
    for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
      const next = event
      const done = await transaction((query) => settler(query, next))
      if (isRight(done)) continue
      if (done.left._tag === 'UnknownSale') queue.push(next)
      else queue.length = 0
    }
  }
  await Promise.all(writers.map(work))
}

const storedLines = async (query: Query): Promise<readonly Line[]> => {
  const { rows } = await query(
    `select event, at::text, party, path, kind, period, coalesce(restates, '') as restates,
     coalesce(of, '') as of, amount::text from lines order by n`,
    [],
  )
  return rows.map(
    ({ amount = '', ...row }) =>
      ({
        ...Object.fromEntries(Object.entries(row).filter(([, text]) => text !== '')),
        amount: BigInt(amount),
      }) as Line,
  )
}

const countRows = async (query: Query): Promise<Readonly<Record<string, string>> | undefined> => {
  const { rows } = await query(
    `select (select count(*) from events)::text as events, (select count(*) from sales)::text
     as sales, (select count(*) from counters)::text as counters,
     (select count(*) from lines)::text as lines`,
    [],
  )
  return rows[0]
}

const none = { events: '0', sales: '0', counters: '0', lines: '0' }

const suite = (open: () => Promise<Store>) => () => {
  let store: Store
  let writers: readonly Transaction[]

  beforeAll(async () => {
    store = await open()
    for (const statement of readFileSync(schemaFile, 'utf8').split(';\n').slice(0, -1)) {
      await store.query(statement, [])
    }
    writers = await Promise.all(Array.from({ length: 8 }, () => store.connect()))
  }, 120_000)
  afterAll(() => store.close())
  beforeEach(() => store.query('truncate events, sales, counters, lines', []))

  it.each(['net', 'original'] as const)(
    'gives eight writers what a fold gives in the order of their commits (%s)',
    async (refunds) => {
      const program = programOf(refunds)
      const events = story()
      expect(events).toHaveLength(200)
      await writeAll(settleInto(program), writers, events)
      const lines = await storedLines(store.query)
      const byId = new Map(events.map((event) => [event.id, event]))
      const order = [...new Set(lines.map(({ event }) => event))].map((id) => byId.get(id)!)
      const fold = orThrow(settle(program)(emptyOf(program))(order))
      expect(order).toHaveLength(byId.size)
      expect(lines).toEqual(fold.lines)
      const counters = await store.query('select key, value::text from counters', [])
      const kept = counters.rows.filter(({ value }) => value !== '0')
      expect(new Map(kept.map(({ key, value = '' }) => [key, BigInt(value)]))).toEqual(
        new Map([...fold.state.counters].filter(([, value]) => value !== 0n)),
      )
    },
    60_000,
  )

  it('settles an event once, and refuses its id with other content', async () => {
    const settler = settleInto(programOf('net'))
    const sale = { id: 's1', at: '2026-01-05', kind: 'sale', amount: '10.00' }
    const again = await Promise.all(
      writers.map((transaction) => transaction((query) => settler(query, sale))),
    )
    expect(again.filter((done) => isRight(done) && done.right.length > 0)).toHaveLength(1)
    const before = await countRows(store.query)
    const other = { ...sale, amount: '10.01' }
    expect(await writers[0]!((query) => settler(query, other))).toEqual(
      left({ _tag: 'SameIdOtherContent', id: 's1', path: ['id'] }),
    )
    expect(await countRows(store.query)).toEqual(before)
  })

  it('leaves nothing of an event that is refused', async () => {
    const settler = settleInto(programOf('net'))
    const refund = { id: 'r1', at: '2026-01-05', kind: 'refund', amount: '10.00', of: 's1' }
    const done = await writers[0]!((query) => settler(query, refund))
    expect(isLeft(done) && done.left._tag).toBe('UnknownSale')
    expect(await countRows(store.query)).toEqual(none)
  })

  it('leaves nothing of a transaction that breaks, at whichever statement', async () => {
    const settler = settleInto(programOf('net'))
    const sale = { id: 's1', at: '2026-01-05', kind: 'sale', amount: '10.00' }
    let statements = 0
    const breaking = (query: Query, after: number) => {
      statements = 0
      const counted: Query = async (sql, values) => {
        const result = await query(sql, values)
        statements += 1
        if (statements === after) throw new Error('broken')
        return result
      }
      return settler(counted, sale)
    }
    for (let after = 1; after <= 6; after += 1) {
      const work = (query: Query) => breaking(query, after)
      await store.breakOff((query) => work(query).catch(() => undefined))
      expect(statements).toBe(after)
      expect(await countRows(store.query)).toEqual(none)
      await expect(writers[0]!(work)).rejects.toThrow('broken')
      expect(await countRows(store.query)).toEqual(none)
    }
    orThrow(await writers[0]!((query) => breaking(query, 7)))
    expect(statements).toBe(6)
    expect((await countRows(store.query))?.events).toBe('1')
  })

  it('keeps amounts of 38 digits', async () => {
    const settler = settleInto(programOf('net'))
    const amount = `${'9'.repeat(36)}.99`
    const sale = { id: 's1', at: '2026-01-05', kind: 'sale', amount }
    orThrow(await writers[0]!((query) => settler(query, sale)))
    const lines = await storedLines(store.query)
    expect(lines.reduce((sum, line) => sum + line.amount, 0n)).toBe(10n ** 38n - 1n)
  })
}

const schemaFile = 'test/settlement/database/schema.sql'

describe('the database recipe on PostgreSQL in this process', suite(inProcess))
describe.skipIf(!hasServer)('the database recipe on a PostgreSQL server', suite(server))

describe('the page of the recipe', () => {
  const blocks = allExamples().filter(({ at }) => at.startsWith('docs/guides/database.md'))
  it.each([schemaFile, 'test/settlement/database/recipe.ts'])('shows %s as it runs', (file) => {
    expect(blocks.map(({ code }) => code)).toContain(readFileSync(file, 'utf8'))
  })
})
