/** `settle AGREEMENT EVENTS…`: who gets what.
 *
 *  Nothing is written before the whole batch has been accepted; the state is replaced after the
 *  statement has been written, so that no statement is lost that the state knows of. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { parseDate, type CivilDate } from '../core/date.js'
import type { Agreement } from '../agreement/clause.js'
import type { Program } from '../agreement/program.js'
import { startRun, type Run } from '../settlement/settle.js'
import { emptyState, forgetBefore, type Line, type State } from '../settlement/state.js'
import { settlementWriter } from '../codec/settlement.js'
import { stateToJson } from '../codec/state.js'
import { csvRows, csvTable } from '../report/table.js'
import { eachEvent, placedFault, type PlacedEvent } from './events.js'
import { tell, type CliFault, type Located, type Refusal } from './fault.js'
import { openProgram, openState, refuse } from './files.js'
import type { Draft, Io } from './io.js'
import { blocksAs, withOutputs, type Outputs } from './outputs.js'
import { linesTable, lineRow, statementBlocks, totalsTable } from './statement.js'
import { textOption, type Call, type Verb } from './verb.js'

export const settleVerb: Verb = {
  name: 'settle',
  args: '<agreement> <events...>',
  about: {
    en: 'split the money of events by an agreement: a statement and a state',
    zh: '按协议分配各事件的款项，得出结算单与状态',
  },
  options: [
    {
      flags: '--state <file>',
      about: {
        en: 'go on from this state, if it is there, and replace it',
        zh: '从该状态文件（如存在）继续，并在完成后替换',
      },
    },
    {
      flags: '--from <file>',
      about: {
        en: 'go on from this state or statement, which stays as it is',
        zh: '从该状态或结算单继续，原文件不变',
      },
    },
    { flags: '--totals', about: { en: 'totals only, no lines', zh: '只给合计，不列明细' } },
    {
      flags: '--refunds-until <date>',
      about: {
        en: 'afterwards forget sales dated before, which take no refund any more',
        zh: '结算后删除此日期之前的销售记录，其后不再接受退款',
      },
    },
  ],
  run: async (call) => {
    const opened = await openRun(call)
    return isLeft(opened) ? opened : (
        withOutputs(call)((outputs) => settleInto(call, opened.right, outputs))
      )
  },
}

interface Batch {
  readonly agreement: Agreement
  readonly program: Program
  readonly run: Run
  readonly start: State
  readonly until: CivilDate | undefined
}

const openRun = async (call: Call): Promise<Either<Refusal, Batch>> => {
  const { io, args } = call
  const untilText = textOption(call, 'refundsUntil')
  const until = untilText === undefined ? right(undefined) : parseDate(untilText)
  if (isLeft(until)) return refuse(2, [{ file: '--refunds-until', fault: until.left }])
  const opened = await openProgram(io, args[0] ?? '-')
  if (isLeft(opened)) return opened
  const { agreement, program } = opened.right
  const start = await startOf(call, agreement)
  if (isLeft(start)) return start
  const run = startRun(program, start.right.state)
  return isLeft(run) ?
      refuse(1, [
        { ...(start.right.file === undefined ? {} : { file: start.right.file }), fault: run.left },
      ])
    : right({ agreement, program, run: run.right, start: start.right.state, until: until.right })
}

/** The state to go on from. A statement is read, but never replaced by a state. */
const startOf = async (
  call: Call,
  agreement: Agreement,
): Promise<Either<Refusal, { readonly state: State; readonly file?: string }>> => {
  const [kept, from] = [textOption(call, 'state'), textOption(call, 'from')]
  const goesOn = kept !== undefined && (await call.io.exists(kept))
  if (goesOn && from !== undefined) return refuseCall({ _tag: 'TwoStates', state: kept, from })
  const file = goesOn ? kept : from
  if (file === undefined) return right({ state: emptyState(agreement) })
  const opened = await openState(call.io, file)
  if (isLeft(opened)) return opened
  const { state, kind } = opened.right
  return goesOn && kind !== 'state' ?
      refuse(2, [{ file, fault: { _tag: 'StateIsStatement' } }])
    : right({ state, file })
}

const refuseCall = (fault: CliFault): Either<Refusal, never> => refuse(2, [{ fault }])

/** Events whose lines a person is shown. */
const mostEvents = 50

const settleInto = async (
  call: Call,
  batch: Batch,
  outputs: Outputs,
): Promise<Either<Refusal, 0>> => {
  const { io, lang, args, options } = call
  const { agreement, program, run } = batch
  const withLines = options['totals'] !== true
  const writer = settlementWriter(agreement)
  const json = outputs.wants('json') ? await outputs.draft('settlement.json') : undefined
  const rows = outputs.wants('csv') && withLines ? await outputs.draft('lines.csv') : undefined
  const table = linesTable(lang, program)
  await json?.write(writer.head)
  await rows?.write(csvTable({ mark: options.mark === true })({ ...table, rows: [] }))
  const totals = new Map<string, bigint>()
  const shown: Line[] = []
  let [events, told] = [0, 0]
  const progress = progressOn(io, options.quiet === true)
  const take = (placed: PlacedEvent): Either<Refusal, Promise<void> | undefined> => {
    const taken = run.take(placed.event)
    if (isLeft(taken)) return left(placedFault(placed, taken.left))
    const lines = taken.right
    events += 1
    progress.at(events)
    for (const { party, amount } of lines) totals.set(party, (totals.get(party) ?? 0n) + amount)
    if (!withLines || lines.length === 0) return right(undefined)
    told += 1
    if (told <= mostEvents) shown.push(...lines)
    return json === undefined && rows === undefined ?
        right(undefined)
      : right(
          writeLines(json, rows, writer.each(lines), () =>
            csvRows(table.columns)(lines.map(lineRow(lang, program))),
          ),
        )
  }
  const notes: Located[] = []
  for (const file of args.slice(1)) {
    const read = await eachEvent(io, file, take)
    if (isLeft(read)) {
      progress.done()
      return read
    }
    notes.push(...read.right)
  }
  progress.done()
  notes.push(...run.notes().map((fault) => ({ fault })))
  const settled = run.state()
  const state = batch.until === undefined ? settled : forgetBefore(batch.until)(settled)
  if (json !== undefined) for (const piece of writer.tail(totals, state)) await json.write(piece)
  if (outputs.wants('csv') && (outputs.toFolder || !withLines)) {
    const draft = await outputs.draft('totals.csv')
    await draft.write(csvTable({ mark: options.mark === true })(totalsTable(lang, program, totals)))
  }
  const net = netOf(settled) - netOf(batch.start)
  const blocks = statementBlocks(lang, program, {
    events,
    totals,
    net,
    lines: shown,
    more: Math.max(0, told - mostEvents),
    notes: notes.map(tell(lang)),
  })
  if (outputs.wants('text'))
    await (await outputs.draft('settlement.txt')).write(blocksAs('text', blocks))
  if (outputs.wants('md'))
    await (await outputs.draft('settlement.md')).write(blocksAs('md', blocks))
  if (!outputs.wants('text') && options.quiet !== true) {
    io.warn(notes.map((note) => `${tell(lang)(note)}\n`).join(''))
  }
  return publish(call, outputs, state)
}

const writeLines = async (
  json: Draft | undefined,
  rows: Draft | undefined,
  jsonLines: string,
  csvLines: () => string,
): Promise<void> => {
  await json?.write(jsonLines)
  await rows?.write(csvLines())
}

/** The state is on the disk before the statement goes out, and takes its name after it. */
const publish = async (call: Call, outputs: Outputs, state: State): Promise<Either<Refusal, 0>> => {
  const file = textOption(call, 'state')
  const draft = file === undefined ? undefined : await call.io.draft(file)
  try {
    if (draft !== undefined) {
      for (const piece of stateToJson(state)) await draft.write(piece)
      await draft.finish()
    }
    const read = await outputs.publish()
    if (read) await draft?.keep()
    else if (draft !== undefined) return refuseCall({ _tag: 'OutputNotRead' })
    return right(0)
  } finally {
    await draft?.drop()
  }
}

/** Sales less refunds, of all sales that a state knows. */
const netOf = ({ sales }: State): bigint => {
  let net = 0n
  for (const { amount, refunded } of sales.values()) net += amount - refunded
  return net
}

/** One line on a terminal that counts events. */
const progressOn = (io: Io, quiet: boolean) => {
  const shows = io.isTerminal && !quiet
  const step = 20_000
  let shown = false
  return {
    at: (events: number): void => {
      if (!shows || events % step !== 0) return
      shown = true
      io.warn(`\r${events.toLocaleString('en')} …`)
    },
    done: (): void => {
      if (shown) io.warn('\r\u001b[K')
    },
  }
}
