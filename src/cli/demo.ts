/** `demo`: real data, what each of its collectors contributed, a year of licences settled. */
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { figureAt, redo } from '../core/explained.js'
import { formatAmount } from '../core/money.js'
import { describe } from '../agreement/describe/describe.js'
import type { Agreement } from '../agreement/clause.js'
import type { Program } from '../agreement/program.js'
import { weightsOf } from '../contribution/bridge.js'
import { rowsOf } from '../codec/rows.js'
import { decodeAs } from '../codec/text.js'
import { explain } from '../settlement/explain.js'
import { settlementArithmetic } from '../settlement/explain-op.js'
import { startRun } from '../settlement/settle.js'
import { emptyState, type Line, type State } from '../settlement/state.js'
import { remuneration } from '../settlement/statement.js'
import { birdsOf, contributionOf } from './demo/birds.js'
import { storyBlocks } from './demo/story.js'
import { eachEvent, placedFault } from './events.js'
import type { Refusal } from './fault.js'
import { openProgram, openText, refuse } from './files.js'
import type { Io } from './io.js'
import { report } from './outputs.js'
import type { Verb } from './verb.js'

export const demoVerb: Verb = {
  name: 'demo',
  args: '',
  about: {
    en: 'settle a year of licences of real data, and explain it',
    zh: '演示：真实数据一年的许可收入如何分配，并说明理由',
  },
  options: [],
  run: async (call) => {
    const { io, lang } = call
    const files = demoFiles()
    const rows = await readRows(io, files.penguins)
    if (isLeft(rows)) return rows
    const tried = contributionOf(birdsOf(rows.right))
    if (isLeft(tried)) return refuse(1, [{ file: files.penguins, fault: tried.left }])
    const contribution = tried.right
    const frozen = weightsOf('refuse')(contribution.values)
    if (isLeft(frozen)) return refuse(1, [{ file: files.penguins, fault: frozen.left }])
    const weights = Object.fromEntries(
      frozen.right.weights.map(({ player, weight }) => [player, weight]),
    )
    const opened = await openProgram(io, files.agreement)
    if (isLeft(opened)) return opened
    const { agreement, program } = opened.right
    const settled = await settleAll(io, files.sales, agreement, program)
    if (isLeft(settled)) return settled
    const { lines, state } = settled.right
    const described = describe(lang)(agreement)
    const tree = explain(program)(settled.right)({ event: explained.event })
    const paid = remuneration(weights)(state.totals)
    if (isLeft(described)) return refuse(1, [{ fault: described.left }])
    if (isLeft(tree)) return refuse(1, [{ fault: tree.left }])
    if (isLeft(paid)) return refuse(1, [{ fault: paid.left }])
    const redone = redo(settlementArithmetic)(tree.right)
    if (isLeft(redone)) return refuse(1, [{ fault: redone.left }])
    const told = {
      files,
      rows: rows.right.length,
      contribution,
      agreement,
      program,
      description: described.right,
      lines,
      totals: state.totals,
      net: netOf(state),
      remuneration: paid.right,
      event: explained.event,
      figure: figureAt(tree.right, explained.line) ?? tree.right,
    }
    const money = formatAmount(program.currency)
    const written = await report(
      call,
      'demo',
    )({
      json: () =>
        `${JSON.stringify(
          {
            format: 'data-dividend/demo@1',
            trials: contribution.trials,
            weights: mapValues(weights, String),
            totals: mapValues(Object.fromEntries(state.totals), money),
            net: money(told.net),
          },
          null,
          1,
        )}\n`,
      blocks: storyBlocks(lang, told),
    })
    return isLeft(written) ? written : right(0)
  },
}

/** The line that is explained: the venue's commission on a large sale, through all tiers and the
 * cap. */
const explained = { event: 's09', line: 'line.1' }

/** They ship with the package, so that everyone can settle them by the other verbs as well. */
const demoFiles = () => {
  const root = dirname(createRequire(import.meta.url).resolve('data-dividend/package.json'))
  const file = (name: string) => relative('.', join(root, 'data', 'penguins', name))
  return {
    penguins: file('penguins.csv'),
    agreement: file('agreement.yaml'),
    sales: file('sales.csv'),
  }
}

/** The rows of a table by the names of its columns. */
const readRows = async (
  io: Io,
  file: string,
): Promise<Either<Refusal, readonly Readonly<Record<string, string>>[]>> => {
  const encoding = await openText(io, file)
  if (isLeft(encoding)) return encoding
  const rows: (readonly string[])[] = []
  for await (const block of rowsOf(',')(decodeAs(encoding.right)(io.read(file)))) {
    if (isLeft(block)) return refuse(2, [{ file, fault: block.left }])
    rows.push(...block.right.map(({ cells }) => cells))
  }
  const [head = [], ...body] = rows
  return right(
    body.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? '']))),
  )
}

const settleAll = async (
  io: Io,
  file: string,
  agreement: Agreement,
  program: Program,
): Promise<Either<Refusal, { readonly lines: readonly Line[]; readonly state: State }>> => {
  const run = startRun(program, emptyState(agreement))
  if (isLeft(run)) return refuse(1, [{ fault: run.left }])
  const lines: Line[] = []
  const read = await eachEvent(io, file, (placed) => {
    const taken = run.right.take(placed.event)
    if (isLeft(taken)) return { _tag: 'Left', left: placedFault(placed, taken.left) }
    lines.push(...taken.right)
    return right(undefined)
  })
  return isLeft(read) ? read : right({ lines, state: run.right.state() })
}

const netOf = ({ sales }: State): bigint =>
  [...sales.values()].reduce((net, { amount, refunded }) => net + amount - refunded, 0n)

const mapValues = <A, B>(
  record: Readonly<Record<string, A>>,
  each: (value: A) => B,
): Readonly<Record<string, B>> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, each(value)]))
