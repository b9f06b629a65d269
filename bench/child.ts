/** Measures a whole process of Node: its time, and the most memory that it held. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'

export interface Ran {
  readonly ms: number
  readonly peakMb: number
  /** What it wrote to standard output: the first of it, and a hash of all. */
  readonly start: string
  readonly answer: string
}

/** @param args of node: its own options, a script, the script's arguments */
export const child = (args: readonly string[]): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const started = performance.now()
    const tells = `process.on('exit', () => console.error(process.resourceUsage().maxRSS))`
    const node = spawn(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(tells)}`, ...args],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    )
    const hash = createHash('sha256')
    let [start, errors] = ['', '']
    node.stdout.on('data', (chunk: Buffer) => {
      hash.update(chunk)
      if (start.length < 10_000) start += chunk.toString()
    })
    node.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    node.on('close', (code) => {
      const ms = performance.now() - started
      const peakMb = Number(errors.trimEnd().split('\n').at(-1)) / 1024
      if (code === 0) resolve({ ms, peakMb, start, answer: hash.digest('hex').slice(0, 12) })
      else reject(new Error(errors))
    })
  })
