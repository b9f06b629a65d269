import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import type { Bench } from '../../bench/measure.js'
import { filesUnder } from '../files.js'

const tools = ['bench/child.ts', 'bench/measure.ts', 'bench/run.ts', 'bench/xirr.ts']
const benches = filesUnder('bench', '.ts').filter((file) => !tools.includes(file))

it.each(benches)(
  '%s runs at a small size and measures the goals that are of that size',
  async (file) => {
    const module = (await import(pathToFileURL(file).href)) as { readonly bench?: Bench }
    expect(module.bench, `bench/${basename(file)} exports bench`).toBeDefined()
    const rows = await module.bench!.rows(0.001)
    const goals = module.bench!.goals(rows)
    expect(rows.length).toBeGreaterThan(0)
    for (const { medianMs, answer } of rows) {
      expect(medianMs).toBeGreaterThan(0)
      expect(answer).toMatch(/^[0-9a-f]{12}$/)
    }
    for (const { measured } of goals) expect(measured).not.toMatch(/NaN|undefined|Infinity/)
  },
  300_000,
)
