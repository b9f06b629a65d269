import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import type { Bench } from '../../bench/measure.js'
import { filesUnder } from '../files.js'

const tools = ['bench/child.ts', 'bench/measure.ts', 'bench/run.ts']
const benches = filesUnder('bench', '.ts').filter((file) => !tools.includes(file))

it.each(benches)(
  '%s runs at a small size and measures each of its goals',
  async (file) => {
    const module = (await import(pathToFileURL(file).href)) as { readonly bench?: Bench }
    expect(module.bench, `bench/${basename(file)} exports bench`).toBeDefined()
    const rows = await module.bench!.rows(0.001)
    const goals = module.bench!.goals(rows)
    expect(goals.length).toBeGreaterThan(0)
    for (const { medianMs, answer } of rows) {
      expect(medianMs).toBeGreaterThan(0)
      expect(answer).toMatch(/^[0-9a-f]{12}$/)
    }
    for (const { measured } of goals) expect(measured).not.toMatch(/NaN|undefined|Infinity/)
  },
  60_000,
)
