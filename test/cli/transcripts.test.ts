import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.js'
import { filesUnder } from '../files.js'
import { memoryWorld } from './memory-io.js'
import { formatTranscript, parseTranscript, type Run } from './transcript.js'

/** `UPDATE=1 npx vitest run test/cli` writes what the command says now; read it before it stays. */
const updates = process.env.UPDATE === '1'

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Runs the commands of a transcript one after the other on the files they leave. */
const replay = async (
  start: ReadonlyMap<string, Uint8Array>,
  commands: readonly string[],
): Promise<readonly Run[]> => {
  const done: Run[] = []
  let files = start
  for (const command of commands) {
    const world = memoryWorld(files)
    const exit = await run(command.split(' ').slice(1), world.io)
    const written = new Map<string, string>()
    for (const [name, bytes] of world.files) {
      if (files.get(name) !== bytes) written.set(name, utf8.decode(bytes))
    }
    done.push({ command, out: world.out(), err: world.err(), written, exit })
    files = world.files
  }
  return done
}

const transcripts = filesUnder('test/cli', '.txt')

describe('the command', () => {
  it.each(transcripts)('%s', async (file) => {
    const { files, runs, head } = parseTranscript(readFileSync(file, 'utf8'))
    const done = await replay(
      files,
      runs.map(({ command }) => command),
    )
    if (updates) writeFileSync(file, formatTranscript({ head, runs: done }))
    else expect(done).toEqual(runs)
  })
})

describe('bad input', () => {
  const bad = filesUnder('test/cli/bad', '.txt').map((file) => ({
    file,
    runs: parseTranscript(readFileSync(file, 'utf8')).runs,
  }))

  it.each(bad)('$file: told with its file, and nothing is written', ({ runs }) => {
    for (const { command, out, err, written, exit } of runs) {
      expect(exit, command).toBeGreaterThan(0)
      expect(err, command).toMatch(/^\S+\.(yaml|json|csv)\S*: \S/)
      expect([out, written.size]).toEqual(['', 0])
    }
  })
})
