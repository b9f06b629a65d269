/** The command's world on Node. */
import { createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Bytes } from '../codec/text.js'
import type { Draft, Io } from './io.js'

/** Standard input is kept in memory, since a file is gone through twice. */
export const nodeIo = (): Io => {
  let input: Promise<readonly Uint8Array[]> | undefined
  async function* standardInput(): AsyncGenerator<Uint8Array> {
    input ??= collect(process.stdin)
    yield* await input
  }
  return {
    read: (file) => (file === '-' ? standardInput() : createReadStream(file)),
    exists: (file) =>
      access(file).then(
        () => true,
        () => false,
      ),
    draft: draftOf,
    print: printer(),
    warn: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY,
  }
}

const collect = async (bytes: Bytes): Promise<readonly Uint8Array[]> => {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return pieces
}

/** Writes as fast as the reader reads. A reader that has gone (`| head`) is no error. */
const printer = (): Io['print'] => {
  let gone = false
  process.stdout.on('error', () => {
    gone = true
  })
  return (text) =>
    new Promise((resolve) => {
      if (gone) resolve(false)
      else
        process.stdout.write(text, (error) => {
          resolve(!error)
        })
    })
}

const pieceSize = 1 << 16

const draftOf = async (file?: string): Promise<Draft> => {
  const folder = file === undefined ? tmpdir() : dirname(file)
  if (file !== undefined) await mkdir(folder, { recursive: true })
  const name = file === undefined ? 'data-dividend' : `.${basename(file)}`
  const path = join(folder, `${name}.${String(process.pid)}.${String(counter++)}.tmp`)
  const handle = await open(path, 'wx', 0o644)
  let [waiting, waitingSize] = [[] as string[], 0]
  const flush = async (): Promise<void> => {
    const text = waiting.join('')
    waiting = []
    waitingSize = 0
    await handle.writeFile(text)
  }
  const write = async (text: string | Uint8Array): Promise<void> => {
    if (typeof text !== 'string') {
      await flush()
      await handle.writeFile(text)
      return
    }
    waiting.push(text)
    waitingSize += text.length
    if (waitingSize > pieceSize) await flush()
  }
  const finish = async (): Promise<void> => {
    await flush()
    await handle.sync()
    await handle.close()
  }
  return {
    write,
    finish,
    keep: async () => {
      if (file === undefined) return
      await rename(path, file)
      await syncFolder(folder)
    },
    bytes: () => createReadStream(path),
    drop: async () => {
      await handle.close().catch(() => undefined)
      await rm(path, { force: true })
    },
  }
}

let counter = 0

/** A rename is safe once its folder is on the disk; not every system can do that. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
