/** The packed package in the hands of those who install it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../scripts/rooms.js'
import { callsOfEntries } from './calls.js'
import { openWorkshop, run, type Workshop } from './pack.js'

let workshop: Workshop
beforeAll(async () => {
  workshop = await openWorkshop()
})
afterAll(() => workshop.close())

const calls = callsOfEntries()
const { version, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly version: string
  readonly devDependencies: Readonly<Record<string, string>>
}
const peers = [`fast-check@${devDependencies['fast-check'] ?? ''}`]
const asserts = calls.map(({ call, gives }) => `assert.deepEqual(${call}, ${gives})`)
const done = `console.log('done')\n`

const imports = [
  "import assert from 'node:assert/strict'",
  ...calls.map(({ names, from }) => `import { ${names} } from '${from}'`),
]
const esm = [...imports, ...asserts, done].join('\n')
const cjs = [
  "const assert = require('node:assert/strict')",
  ...calls.map(({ names, from }) => `const { ${names} } = require('${from}')`),
  ...asserts,
  done,
].join('\n')
const manifest = (type: 'module' | 'commonjs'): Readonly<Record<string, string>> => ({
  'package.json': JSON.stringify({ name: 'consumer', version: '1.0.0', type }),
})

describe('the packed package', () => {
  it('is imported by an ES module', async () => {
    const home = await workshop.consumer('esm', { ...manifest('module'), 'main.js': esm }, peers)
    expect(await run('node', ['main.js'], home)).toBe('done\n')
  })

  it('is required by a CommonJS module', async () => {
    const home = await workshop.consumer('cjs', { ...manifest('commonjs'), 'main.js': cjs }, peers)
    expect(await run('node', ['main.js'], home)).toBe('done\n')
  })

  it('is typed for TypeScript as NodeNext, in both module formats', async () => {
    const compilerOptions = {
      module: 'NodeNext',
      target: 'ES2022',
      lib: ['ES2022'],
      strict: true,
      exactOptionalPropertyTypes: true,
      types: ['node'],
      typeRoots: [join(process.cwd(), 'node_modules/@types')],
      outDir: 'out',
    }
    const files = {
      ...manifest('module'),
      'tsconfig.json': JSON.stringify({ compilerOptions, include: ['*.ts', '*.cts'] }),
      'main.ts': esm,
      'old.cts': esm.replace(/^import assert from (.*)$/m, 'import assert = require($1)'),
    }
    const home = await workshop.consumer('typescript', files, peers)
    await run(join(process.cwd(), 'node_modules/.bin/tsc'), ['-p', '.'], home)
    expect(await run('node', ['out/main.js'], home)).toBe('done\n')
    expect(await run('node', ['out/old.cjs'], home)).toBe('done\n')
  })

  it('is bundled by esbuild', async () => {
    const home = await workshop.consumer('bundle', { ...manifest('module'), 'main.js': esm }, peers)
    const bundled = await build({
      entryPoints: [join(home, 'main.js')],
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile: join(home, 'out.mjs'),
      logLevel: 'silent',
    })
    expect(bundled.warnings).toEqual([])
    expect(await run('node', ['out.mjs'], home)).toBe('done\n')
  })

  it.runIf('cli/main' in commands)('brings its command', async () => {
    const home = await workshop.consumer('command', manifest('module'))
    const command = join(home, 'node_modules/.bin/data-dividend')
    expect(await run(command, ['--version'], home)).toBe(`${version}\n`)
    expect(await run(command, ['--help'], home)).toContain('Usage: data-dividend')
  })
})
