import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { countersOf, settleOne } from 'data-dividend'
import type { EventFault, EventRecord, Line, Program, SaleRecord } from 'data-dividend'

type Row = Readonly<Record<string, string>>

/** What the clients of PostgreSQL have in common. Every figure is asked for as text. */
export type Query = (
  sql: string,
  values: readonly unknown[],
) => Promise<{ readonly rows: readonly Row[] }>

/** One transaction on a connection: committed on Right, rolled back on Left and when it breaks. */
export const inTransaction =
  (query: Query) =>
  async <F, A>(work: (query: Query) => Promise<Either<F, A>>): Promise<Either<F, A>> => {
    await query('begin', [])
    try {
      const done = await work(query)
      await query(isLeft(done) ? 'rollback' : 'commit', [])
      return done
    } catch (error) {
      await query('rollback', [])
      throw error
    }
  }

/** Settles one event inside a transaction. The lines are the event's own; none when it was
 * settled before. */
export const settleInto = (
  program: Program,
): ((query: Query, event: EventRecord) => Promise<Either<EventFault, readonly Line[]>>) => {
  const keysOf = countersOf(program)
  const settle = settleOne(program)
  return async (query, event) => {
    const known = await enter(query, event)
    if (known !== undefined) return known
    const sale = event.kind === 'refund' ? await lockSale(query, event.of ?? '') : undefined
    const keys = keysOf(sale, event)
    if (isLeft(keys)) return keys
    const counters = await lockCounters(query, keys.right)
    const settled = settle(counters, sale, event)
    if (isLeft(settled)) return settled
    await moveCounters(query, settled.right.counters)
    if (settled.right.sale) await writeSale(query, event.of ?? event.id, settled.right.sale)
    await writeLines(query, settled.right.lines)
    return right(settled.right.lines)
  }
}

/** Enters the event's id; what to answer when it was there already. */
const enter = async (
  query: Query,
  { id, ...content }: EventRecord,
): Promise<Either<EventFault, readonly Line[]> | undefined> => {
  const record = JSON.stringify(content)
  const entered = await query(
    'insert into events (id, record) values ($1, $2) on conflict do nothing returning id',
    [id, record],
  )
  if (entered.rows.length > 0) return undefined
  const same = await query('select from events where id = $1 and record = $2', [id, record])
  return same.rows.length > 0 ? right([]) : left({ _tag: 'SameIdOtherContent', id, path: ['id'] })
}

const lockSale = async (query: Query, id: string): Promise<SaleRecord | undefined> => {
  const sales = await query(
    `select at::text, amount::text, refunded::text, attributes::text
     from sales where id = $1 for update`,
    [id],
  )
  const [sale] = sales.rows
  if (sale === undefined) return undefined
  const lines = await query(
    'select party, path, kind, amount::text from lines where event = $1 order by n',
    [id],
  )
  return {
    at: sale.at as SaleRecord['at'],
    amount: BigInt(sale.amount ?? ''),
    refunded: BigInt(sale.refunded ?? ''),
    attributes: JSON.parse(sale.attributes ?? '') as SaleRecord['attributes'],
    lines: lines.rows.map(({ party = '', path = '', kind = '', amount = '' }) => {
      return { party, path, kind: kind as Line['kind'], amount: BigInt(amount) }
    }),
  }
}

/** The keys come sorted, so that two transactions never wait for each other. */
const lockCounters = async (
  query: Query,
  keys: readonly string[],
): Promise<Readonly<Record<string, bigint>>> => {
  await query('insert into counters (key) select unnest($1::text[]) on conflict do nothing', [keys])
  const counters = await query(
    'select key, value::text from counters where key = any($1::text[]) order by key for update',
    [keys],
  )
  return Object.fromEntries(
    counters.rows.map(({ key = '', value = '' }) => [key, BigInt(value)] as const),
  )
}

const moveCounters = async (query: Query, counters: ReadonlyMap<string, bigint>): Promise<void> => {
  await query(
    `update counters set value = moved.value
     from unnest($1::text[], $2::numeric[]) as moved (key, value)
     where counters.key = moved.key`,
    [[...counters.keys()], [...counters.values()].map(String)],
  )
}

const writeSale = async (query: Query, id: string, sale: SaleRecord): Promise<void> => {
  const { at, amount, refunded, attributes } = sale
  await query(
    `insert into sales (id, at, amount, refunded, attributes) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set refunded = excluded.refunded`,
    [id, at, String(amount), String(refunded), JSON.stringify(attributes)],
  )
}

const writeLines = async (query: Query, lines: readonly Line[]): Promise<void> => {
  const rows = lines.map((line) => ({ ...line, amount: String(line.amount) }))
  await query(
    `insert into lines (event, at, party, path, kind, period, restates, of, amount)
     select event, at, party, path, kind, period, restates, of, amount
     from json_to_recordset($1) as line (event text, at date, party text, path text, kind text,
       period text, restates text, of text, amount numeric)`,
    [JSON.stringify(rows)],
  )
}
