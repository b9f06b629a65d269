/** Everything that is needed to believe a change: `npm test`; its fast part: `npm run check`.
 *
 *  All steps run, also after one has failed; a step that fails shows what it printed. The last
 *  line counts the tests: those of vitest one by one, each other step as one. */
import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'

interface Step {
  readonly name: string
  readonly command: string
  /** `full` stands only in `npm test`; `fast` only in `npm run check`; the others in both. */
  readonly when?: 'full' | 'fast'
  /** Where vitest writes its counts. */
  readonly counts?: string
}

interface Done {
  readonly ok: boolean
  readonly passed: number
  readonly failed: number
}

const vitest = (name: string, options: string): Pick<Step, 'command' | 'counts'> => {
  const counts = `reports/${name}.json`
  const reporters = `--reporter=dot --reporter=json --outputFile.json=${counts}`
  return { command: `vitest run ${reporters} ${options}`, counts }
}

/** Two lanes run side by side; in a lane, one step after the other. */
const lanes: readonly (readonly Step[])[] = [
  [
    {
      name: 'types',
      command: 'tsc -p . --incremental --tsBuildInfoFile reports/types.tsbuildinfo',
    },
    { name: 'lint', command: 'eslint .' },
    { name: 'format', command: 'prettier --check --log-level warn .' },
    { name: 'layers', command: 'depcruise src' },
    { name: 'unused code', when: 'full', command: 'knip' },
    { name: 'build', when: 'full', command: 'npm run --silent build' },
    {
      name: 'package',
      when: 'full',
      ...vitest('package', '--config test/package/vitest.config.ts'),
    },
  ],
  [
    { name: 'tests', when: 'fast', ...vitest('unit', `--exclude 'test/{examples,tidy,bench}/**'`) },
    { name: 'tests and coverage', when: 'full', ...vitest('unit', '--coverage') },
  ],
]

const run = async (step: Step): Promise<Done> => {
  const { command, counts } = step
  if (counts !== undefined) await rm(counts, { force: true })
  const started = performance.now()
  const { code, output } = await shell(command)
  const seconds = (performance.now() - started) / 1000
  const ok = code === 0
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${step.name} (${seconds.toFixed(1)} s)`)
  if (!ok) console.log(`$ ${command}\n${output}`)
  const { passed, failed } = counts === undefined ? { passed: 0, failed: 0 } : await read(counts)
  const alone = counts === undefined || (failed === 0 && !ok) ? 1 : 0
  return { ok, passed: passed + (ok ? alone : 0), failed: failed + (ok ? 0 : alone) }
}

const shell = (
  command: string,
): Promise<{ readonly code: number | null; readonly output: string }> =>
  new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('close', (code) => {
      resolve({ code, output: Buffer.concat(chunks).toString() })
    })
  })

const read = async (
  file: string,
): Promise<{ readonly passed: number; readonly failed: number }> => {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(text) as {
    readonly numPassedTests?: number
    readonly numFailedTests?: number
  }
  return { passed: numPassedTests, failed: numFailedTests }
}

const fast = process.argv.includes('--fast')

const runLane = async (lane: readonly Step[]): Promise<readonly Done[]> => {
  const done: Done[] = []
  for (const step of lane.filter(({ when }) => when !== (fast ? 'full' : 'fast'))) {
    done.push(await run(step))
  }
  return done
}

const done = (await Promise.all(lanes.map(runLane))).flat()
const sum = (of: (one: Done) => number): number => done.reduce((total, one) => total + of(one), 0)
if (done.some(({ ok }) => !ok)) process.exitCode = 1
console.log(`${(performance.now() / 1000).toFixed(0)} s`)
console.log(`${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`)
