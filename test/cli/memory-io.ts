/** A world in memory for the command: files by name, what it printed and warned. */
import type { Draft, Io } from '../../src/cli/io.js'

export interface World {
  readonly files: Map<string, Uint8Array>
  readonly io: Io
  readonly out: () => string
  readonly err: () => string
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** @param pieceSize bytes that a read gives at a time: small, so that nothing is whole by luck */
export const memoryWorld = (
  start: ReadonlyMap<string, Uint8Array>,
  { pieceSize = 7, isTerminal = false, readsUpTo = Infinity } = {},
): World => {
  const files = new Map(start)
  const [printed, warned]: [Uint8Array[], string[]] = [[], []]
  let read = 0
  const draft = (file?: string): Promise<Draft> => {
    const pieces: Uint8Array[] = []
    const bytes = () => Uint8Array.from(pieces.flatMap((piece) => [...piece]))
    return Promise.resolve({
      write: (piece) => {
        pieces.push(typeof piece === 'string' ? encoder.encode(piece) : piece)
        return Promise.resolve()
      },
      finish: () => Promise.resolve(),
      keep: () => {
        if (file !== undefined) files.set(file, bytes())
        return Promise.resolve()
      },
      bytes: () => inPieces(bytes(), 1 << 16),
      drop: () => Promise.resolve(),
    })
  }
  return {
    files,
    io: {
      read: (file) => inPieces(files.get(file), pieceSize),
      exists: (file) => Promise.resolve(files.has(file)),
      draft,
      print: (text) => {
        const bytes = typeof text === 'string' ? encoder.encode(text) : text
        read += bytes.length
        if (read > readsUpTo) return Promise.resolve(false)
        printed.push(bytes)
        return Promise.resolve(true)
      },
      warn: (text) => warned.push(text),
      isTerminal,
    },
    out: () => decoder.decode(Buffer.concat(printed)),
    err: () => warned.join(''),
  }
}

async function* inPieces(bytes: Uint8Array | undefined, size: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve()
  if (bytes === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
