/** What is packed: its manifest, its types, its size, its notices, its public names. */
import { readFileSync } from 'node:fs'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareApi, exportsOfEntries } from '../../scripts/api.js'
import { commands, entries } from '../../scripts/rooms.js'
import { openWorkshop, run, type Workshop } from './pack.js'

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const manifest = readJson('package.json') as Parameters<typeof formatMessage>[1] & {
  readonly exports: unknown
  readonly bin: Readonly<Record<string, string>>
}

let workshop: Workshop
beforeAll(async () => {
  workshop = await openWorkshop()
})
afterAll(() => workshop.close())

describe('the tarball', () => {
  it('exports every entry (npm run api)', () => {
    expect(manifest.exports).toEqual(exportsOfEntries())
  })

  it('holds each entry in both formats, and the command', () => {
    const built = Object.keys(entries).flatMap((entry) =>
      ['.js', '.cjs', '.d.ts', '.d.cts'].map((ending) => `dist/${entry}${ending}`),
    )
    const bins = Object.keys(commands).length === 0 ? [] : Object.values(manifest.bin)
    expect(workshop.files).toEqual(expect.arrayContaining([...built, ...bins]))
  })

  it('holds the licences of what is folded in', () => {
    expect(workshop.files).toEqual(expect.arrayContaining(['LICENSE', 'dist/THIRD-PARTY.txt']))
    expect(readFileSync('dist/THIRD-PARTY.txt', 'utf8')).toContain('fp-ts 2.16.11 (MIT)')
  })

  it('holds nothing else', () => {
    const known = /^(dist\/|data\/|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)/
    expect(workshop.files.filter((file) => !known.test(file))).toEqual([])
  })

  it('passes publint, strictly', async () => {
    const { messages } = await publint({ strict: true, pack: 'npm' })
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([])
  })

  it('passes arethetypeswrong, for all that resolve `exports`', async () => {
    await run('npx', ['attw', '--profile', 'node16', '--no-emoji', workshop.tarball])
  })

  it('is small', async () => {
    await run('npx', ['size-limit'])
  })
})

describe('the public names', () => {
  it.each(Object.keys(entries))('of %s are those of its report (npm run api)', (entry) => {
    expect(compareApi(entry, false)).toEqual([])
  })
})
