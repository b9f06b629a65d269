/** The rooms of src/, bottom to top, and what is built from them: the one list that the layer
 *  rules, the build, the package checks and the tests read. */
import { existsSync } from 'node:fs'

/** A room imports only rooms of the lines below it; rooms of one line do not know each other. */
export const layers = [
  ['core'],
  ['split', 'chain'],
  ['contribution', 'agreement'],
  ['settlement'],
  ['payout'],
  ['pricing', 'governance', 'valuation', 'inequality'],
  ['accounting'],
  ['simulation'],
  ['engine'],
  ['codec'],
  ['report'],
  ['cli'],
  ['laws'],
]

/** The rooms that `data-dividend` itself holds; each other room has an entry of its own. */
export const heart = ['core', 'split', 'chain', 'agreement', 'settlement']

/** @param {string} path */
const exists = (path) => existsSync(new URL(`../${path}`, import.meta.url))

/** Entry name to source: `index` is `data-dividend`, `codec/index` is `data-dividend/codec`.
 * @type {Readonly<Record<string, string>>} */
export const entries = Object.fromEntries(
  [
    'index',
    ...layers
      .flat()
      .filter((room) => room !== 'cli')
      .map((room) => `${room}/index`),
  ]
    .map((name) => [name, `src/${name}.ts`])
    .filter(([, source = '']) => exists(source)),
)

/** The command, which is built as ESM only and exports nothing.
 * @type {Readonly<Record<string, string>>} */
export const commands = exists('src/cli/main.ts') ? { 'cli/main': 'src/cli/main.ts' } : {}

/** The name that a user imports: `data-dividend/codec` for `codec/index`.
 * @param {string} entry */
export const specifierOf = (entry) =>
  entry === 'index' ? 'data-dividend' : `data-dividend/${entry.replace('/index', '')}`
