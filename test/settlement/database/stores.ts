/** Two places to try the recipe: PostgreSQL in this process, one connection for all writers; and,
 *  where the programs of a server are installed, a server with a connection for each writer. */
import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import pg from 'pg'
import { inTransaction, type Query } from './recipe.js'

/** Runs a piece of work in one transaction: committed on Right, rolled back on Left or a throw. */
export type Transaction = <F, A>(
  work: (query: Query) => Promise<Either<F, A>>,
) => Promise<Either<F, A>>

export interface Store {
  readonly query: Query
  /** A writer of its own. */
  readonly connect: () => Promise<Transaction>
  /** A transaction whose connection is gone before anything is committed. */
  readonly breakOff: (work: (query: Query) => Promise<unknown>) => Promise<void>
  readonly close: () => Promise<void>
}

type Row = Readonly<Record<string, string>>

export const inProcess = async (): Promise<Store> => {
  const db = await PGlite.create()
  const transaction: Transaction = (work) =>
    db.transaction(async (tx) => {
      const done = await work((sql, values) => tx.query<Row>(sql, [...values]))
      if (isLeft(done)) await tx.rollback()
      return done
    })
  return {
    query: (sql, values) => db.query<Row>(sql, [...values]),
    connect: () => Promise.resolve(transaction),
    breakOff: (work) =>
      db.transaction(async (tx) => {
        await work((sql, values) => tx.query<Row>(sql, [...values]))
        await tx.rollback()
      }),
    close: () => db.close(),
  }
}

const debian = '/usr/lib/postgresql'
const versions = existsSync(debian) ? readdirSync(debian) : []
const folders = [
  ...(process.env.PATH ?? '').split(':'),
  ...versions.map((version) => join(debian, version, 'bin')),
]
const bin = folders.find((folder) => existsSync(join(folder, 'initdb')))

/** Whether a server can be started here. */
export const hasServer = bin !== undefined

/** A server of its own in a new folder, reached by a socket in that folder. */
export const server = (): Promise<Store> => {
  const folder = mkdtempSync(join(tmpdir(), 'pg-'))
  const run = (program: string, ...options: readonly string[]) => {
    execFileSync(join(bin ?? '', program), [...options], { ...owner(), stdio: 'ignore' })
  }
  const { uid, gid } = owner()
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
  const data = join(folder, 'data')
  run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync', '-E', 'UTF8')
  const options = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off`
  run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start')
  const address = { host: folder, user: 'postgres', database: 'postgres' }
  const pool = new pg.Pool({ ...address, max: 20 })
  const clients: pg.PoolClient[] = []
  const connect = async (): Promise<Transaction> => {
    const client = await pool.connect()
    clients.push(client)
    return inTransaction((sql, values) => client.query(sql, [...values]))
  }
  return Promise.resolve({
    query: (sql, values) => pool.query(sql, [...values]),
    connect,
    breakOff: async (work) => {
      const client = new pg.Client(address)
      await client.connect()
      await client.query('begin')
      await work((sql, values) => client.query(sql, [...values]))
      await client.end()
    },
    close: async () => {
      for (const client of clients) client.release()
      await pool.end()
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true })
    },
  })
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
const owner = (): { readonly uid?: number; readonly gid?: number } => {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
