import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeIo } from '../../src/cli/node-io.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-dividend-test-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

describe('drafts', () => {
  it('a file is the old one until its draft is kept, then the new one, and nothing else is left', async () => {
    const file = join(folder, 'state.json')
    writeFileSync(file, 'old')
    const draft = await nodeIo().draft(file)
    for (let piece = 0; piece < 100; piece += 1) await draft.write('x'.repeat(1000))
    await draft.finish()
    expect(readFileSync(file, 'utf8')).toBe('old')
    await draft.keep()
    await draft.drop()
    expect(readFileSync(file, 'utf8')).toBe('x'.repeat(100_000))
    expect(readdirSync(folder)).toEqual(['state.json'])
  })

  it('a draft that is dropped leaves nothing', async () => {
    const draft = await nodeIo().draft(join(folder, 'deep', 'a.csv'))
    await draft.write('x')
    await draft.drop()
    expect(readdirSync(join(folder, 'deep'))).toEqual([])
  })

  it('a draft for standard output is read back and gone', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('data-dividend.'))
    const draft = await nodeIo().draft()
    await draft.write('采集')
    await draft.finish()
    await draft.keep()
    const pieces: Uint8Array[] = []
    for await (const piece of draft.bytes()) pieces.push(piece)
    await draft.drop()
    expect(Buffer.concat(pieces).toString()).toBe('采集')
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('data-dividend.'))).toEqual(
      before,
    )
  })
})

describe('files', () => {
  it('are there or not', async () => {
    writeFileSync(join(folder, 'a'), 'x')
    expect(await nodeIo().exists(join(folder, 'a'))).toBe(true)
    expect(await nodeIo().exists(join(folder, 'b'))).toBe(false)
  })

  it('that are not there reject', async () => {
    const read = async () => {
      for await (const piece of nodeIo().read(join(folder, 'none'))) expect(piece).toBeUndefined()
    }
    await expect(read()).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
