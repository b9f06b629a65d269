/** `npm run bench -- NAME [--json]`: the rows of bench/NAME.ts, then its goals. */
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import Table from 'cli-table3'
import type { Bench, Goal, Row } from './measure.js'

const [name = '', ...flags] = process.argv.slice(2)
const file = new URL(`${name}.ts`, import.meta.url)

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const drawn = new Table({ head: [...head], style: { head: [], border: [] } })
  for (const row of rows) drawn.push([...row])
  return drawn.toString()
}

const cells = ({ case: title, name: who, medianMs, spread, ratio, peakMb, answer, loses }: Row) => [
  title,
  who,
  medianMs.toFixed(1),
  `${(spread * 100).toFixed(0)}%`,
  ratio.toFixed(2),
  peakMb === undefined ? '' : peakMb.toFixed(0),
  answer,
  loses,
]

const show = (rows: readonly Row[], goals: readonly Goal[]): void => {
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}`)
  console.log(
    table(['case', 'who', 'ms', 'spread', 'ratio', 'MB', 'answer', 'loses'], rows.map(cells)),
  )
  const lines = goals.map(({ goal, target, measured, met }) => [
    goal,
    target,
    measured,
    met ? 'yes' : 'NO',
  ])
  console.log(table(['goal', 'target', 'measured', 'met'], lines))
}

if (!/^\w+$/.test(name) || !existsSync(file)) {
  console.error('npm run bench -- NAME [--json], where bench/NAME.ts exists')
  process.exitCode = 2
} else {
  const { bench } = (await import(file.href)) as { readonly bench: Bench }
  const rows = await bench.rows(1)
  const goals = bench.goals(rows)
  if (flags.includes('--json')) console.log(JSON.stringify({ rows, goals }, null, 2))
  else show(rows, goals)
  if (goals.some(({ met }) => !met)) process.exitCode = 1
}
