/** Bundles the tests of the rooms in TESTED_ROOMS and the transcripts of the command for mocha,
 *  with the sources as Stryker changed them: mocha runs them again and again in one process, which
 *  is many times faster than a new vitest for each change. Tests that need a database or many
 *  linear programs stay out. */
import { readdirSync, rmSync } from 'node:fs'
import { build } from 'esbuild'
import { entries, specifierOf } from '../rooms.js'

const rooms = (process.env['TESTED_ROOMS'] ?? '').split(' ')
const left = ['test/settlement/database.test.ts', 'test/contribution/nucleolus-oracle.test.ts']

const testsOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((name) => name.endsWith('.test.ts') && !left.includes(name))

rmSync('.mutation', { recursive: true, force: true })
await build({
  entryPoints: [
    ...rooms.flatMap((room) => testsOf(`test/${room}`)),
    'test/cli/transcripts.test.ts',
  ],
  outdir: '.mutation',
  outbase: 'test',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  // Aliases would be external packages otherwise.
  plugins: [
    {
      name: 'sources',
      setup: (builder) => {
        const sources = new Map([
          ...Object.entries(entries).map(([name, source]) => [specifierOf(name), source] as const),
          ['vitest', 'scripts/mutation/vitest.ts'] as const,
        ])
        builder.onResolve({ filter: /^(data-dividend|vitest)(\/|$)/ }, ({ path }) => {
          const source = sources.get(path)
          return source === undefined ? null : { path: `${process.cwd()}/${source}` }
        })
      },
    },
  ],
})
