import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { layers } from '../../scripts/rooms.js'
import { allExamples } from '../examples/extract.js'
import { promisesOf } from '../examples/program.js'
import { filesUnder } from '../files.js'
import { publicNames } from './public.js'

const folders = ['src', 'test', 'bench', 'scripts']
const files = folders.flatMap((folder) =>
  ['.ts', '.js'].flatMap((ending) => filesUnder(folder, ending)),
)
const linesOf = (file: string): readonly string[] => readFileSync(file, 'utf8').split('\n')

describe('files', () => {
  it('have at most 300 lines', () => {
    expect(files.filter((file) => linesOf(file).length > 301)).toEqual([])
  })

  it('have at most 100 characters a line, but for a sentence or a text alone on its line', () => {
    const sentence = /^\s*((en|zh): ['"]|(['"`]).*\3,?$)/
    const long = files.flatMap((file) =>
      linesOf(file).flatMap((line, index) =>
        line.length > 100 && !sentence.test(line) ? [`${file}:${index + 1}`] : [],
      ),
    )
    expect(long).toEqual([])
  })

  it('leave nothing unfinished or switched off', () => {
    const unfinished = /\b(TO[D]O|FIX[M]E)\b|\.(only|skip|todo)\(/
    const found = files.flatMap((file) =>
      linesOf(file).flatMap((line, index) =>
        unfinished.test(line) ? [`${file}:${index + 1}`] : [],
      ),
    )
    expect(found).toEqual([])
  })

  it('of src/ stand in a room that the layer rules know', () => {
    const rooms = filesUnder('src', '.ts').map((file) => file.split('/')[1] ?? '')
    expect([...new Set(rooms)].filter((room) => !layers.flat().includes(room))).toEqual([
      'index.ts',
    ])
  })
})

describe('public names', () => {
  const names = publicNames()

  it('have a doc', () => {
    expect(names.filter(({ doc }) => doc === '').map(placed)).toEqual([])
  })

  it('that are functions have an example', () => {
    const bare = names.filter(({ isFunction, doc }) => isFunction && !doc.includes('@example'))
    expect(bare.map(placed)).toEqual([])
  })

  it('have examples that promise something', () => {
    const idle = allExamples()
      .filter(({ at, lang }) => at.startsWith('src/') && lang === 'ts')
      .filter((example) => promisesOf(example) === 0)
    expect(idle.map(({ at }) => at)).toEqual([])
  })
})

const placed = ({ file, name }: { readonly file: string; readonly name: string }): string =>
  `${file}: ${name}`

describe('the changelog', () => {
  const releases = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m).slice(1)

  it('names each release by version and day, the newest as unreleased', () => {
    const titles = releases.map((release) => release.split('\n')[0])
    expect(titles[0]).toBe('Unreleased')
    expect(
      titles.slice(1).filter((title) => !/^\d+\.\d+\.\d+ \(\d{4}-\d\d-\d\d\)$/.test(title ?? '')),
    ).toEqual([])
  })

  it('opens each release with the figures that changed', () => {
    const firsts = releases.map((release) => /^### (.*)$/m.exec(release)?.[1])
    expect(firsts).toEqual(firsts.map(() => 'Changed figures'))
  })
})
