/** Finds every example: `@example` in the sources, fenced blocks in README.md and in docs/, but
 *  for docs/api, which is written by `npm run api`. */
import { readFileSync } from 'node:fs'
import { filesUnder } from '../files.js'

export interface Example {
  /** `src/core/ratio.ts:23`: where its first line stands. */
  readonly at: string
  /** What the fence says: `ts`, `yaml`; an `@example` is `ts`. */
  readonly lang: string
  /** The rest of the fence: `no-run` for a block that cannot run. */
  readonly mark: string
  readonly code: string
}

export const allExamples = (): readonly Example[] => [
  ...filesUnder('src', '.ts').flatMap(examplesOfSource),
  ...['README.md', ...filesUnder('docs', '.md')]
    .filter((page) => !page.startsWith('docs/api/'))
    .flatMap(blocksOfPage),
]

const examplesOfSource = (file: string): readonly Example[] => {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/\/\*\*.*?\*\//gs)].flatMap((comment) => {
    const lines = comment[0]
      .replace(/ *\*\/$/, '')
      .split('\n')
      .map((line) => line.replace(/^\s*\/?\*+ ?/, ''))
    const first = lineOf(text, comment.index)
    return lines.flatMap((line, index) => {
      if (!line.startsWith('@example')) return []
      const rest = lines.slice(index + 1)
      const end = rest.findIndex((one) => /^@\w/.test(one))
      const code = rest.slice(0, end === -1 ? undefined : end).join('\n')
      return [{ at: `${file}:${first + index + 1}`, lang: 'ts', mark: '', code }]
    })
  })
}

const blocksOfPage = (file: string): readonly Example[] => {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/^```(\w+) *([^\n]*)\n(.*?)^```$/gms)].map((block) => {
    const [, lang = '', mark = '', code = ''] = block
    return { at: `${file}:${lineOf(text, block.index) + 1}`, lang, mark, code }
  })
}

const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length
