import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.js'
import { decimals, type Explained } from '../../src/core/index.js'
import { orThrow, redo } from '../../src/index.js'
import { memoryWorld } from './memory-io.js'

const file = 'valuation.yaml'
const files = new Map([[file, new Uint8Array(readFileSync('data/penguins/valuation.yaml'))]])

const explained = async (path: string): Promise<Explained> => {
  const world = memoryWorld(files, { pieceSize: 4096 })
  expect(await run(['value', file, '--json', '--explain', path], world.io)).toBe(0)
  return JSON.parse(world.out()) as Explained
}

const pathsOf = (tree: Explained, path: string): readonly string[] =>
  (tree.inputs ?? []).flatMap((input) => {
    const at = path === '' ? input.label : `${path}/${input.label}`
    return 'ref' in input || input.inputs === undefined ? [] : [at, ...pathsOf(input, at)]
  })

describe('laws', () => {
  it('a figure of a valuation, printed alone, is redone from what is printed', async () => {
    const whole = await explained('')
    expect(orThrow(redo(decimals)(whole))).toBe(whole.value)
    const paths = pathsOf(whole, '').filter((_, at) => at % 5 === 0)
    expect(paths.length).toBeGreaterThan(5)
    for (const path of paths) {
      const tree = await explained(path)
      expect(orThrow(redo(decimals)(tree)), path).toBe(tree.value)
    }
  })
})
