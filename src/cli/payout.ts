/** `payout STATEMENT --date D --rules FILE`: whom to pay what, and the bank's file.
 *
 *  With `--state` the payments are settled on that state, which is replaced after everything else
 *  has been written: run it twice and it pays once. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { parseDate, type CivilDate } from '../core/date.js'
import { compile } from '../agreement/compile.js'
import { startRun } from '../settlement/settle.js'
import type { State } from '../settlement/state.js'
import { explainPayout } from '../payout/explain.js'
import { payout, type Payout } from '../payout/payout.js'
import { readRules } from '../payout/read.js'
import type { Rules } from '../payout/payee.js'
import type { PayoutRules } from '../payout/rules.js'
import { payoutToJson } from '../codec/payout.js'
import type { SettlementFile } from '../codec/settlement.js'
import { rulesCodec } from '../codec/rules.js'
import { faultsOf } from '../codec/reporter.js'
import { csvTable } from '../report/table.js'
import { tell, type CliFault, type Refusal } from './fault.js'
import { located, openDocument, openState, openStatement, refuse, type Opened } from './files.js'
import { treeText } from './explain.js'
import { blocksAs, report, withOutputs, type Outputs } from './outputs.js'
import { bankTable, payoutBlocks, personTable } from './payout-tables.js'
import { publishState } from './publish.js'
import { textOption, type Call, type Verb } from './verb.js'

export const payoutVerb: Verb = {
  name: 'payout',
  args: '<statement>',
  about: {
    en: 'from earned to paid: instructions, tax withheld, the file for the bank',
    zh: '由应得到实付：付款指令、代扣税款与银行文件',
  },
  options: [
    { flags: '--date <date>', about: { en: 'the day of payment', zh: '付款日' } },
    { flags: '--rules <file>', about: { en: 'rules of payout', zh: '付款规则文件' } },
    {
      flags: '--state <file>',
      about: {
        en: 'pay what this state says, and record the payments in it',
        zh: '按此状态付款，并将付款记入其中',
      },
    },
    {
      flags: '--explain <party>',
      about: {
        en: 'pay nobody; say how the amount of this party, or party/member, comes about',
        zh: '不付款；说明该参与方（或 参与方/成员）金额的由来',
      },
    },
  ],
  run: async (call) => {
    const opened = await openAll(call)
    if (isLeft(opened)) return opened
    const explained = textOption(call, 'explain')
    return explained === undefined ?
        withOutputs(call)((outputs) => payInto(call, opened.right, outputs))
      : explainInto(call, opened.right, explained)
  },
}

interface Opening {
  readonly date: CivilDate
  readonly rules: PayoutRules
  readonly read: Rules
  readonly statement: SettlementFile
  readonly state: State
}

const openAll = async (call: Call): Opened<Opening> => {
  const { io, args } = call
  const dateText = textOption(call, 'date')
  const rulesFile = textOption(call, 'rules')
  if (dateText === undefined) return refuseCall({ _tag: 'OptionMissing', option: '--date' })
  if (rulesFile === undefined) return refuseCall({ _tag: 'OptionMissing', option: '--rules' })
  const date = parseDate(dateText)
  if (isLeft(date)) return refuse(2, [{ file: '--date', fault: date.left }])
  const rules = await openRules(call, rulesFile)
  if (isLeft(rules)) return rules
  const statement = await openStatement(io, args[0] ?? '-')
  if (isLeft(statement)) return statement
  const kept = textOption(call, 'state')
  if (kept === undefined) {
    const { state } = statement.right
    return right({ ...rules.right, date: date.right, statement: statement.right, state })
  }
  const state = await openState(io, kept)
  if (isLeft(state)) return state
  return state.right.kind === 'state' ?
      right({
        ...rules.right,
        date: date.right,
        statement: statement.right,
        state: state.right.state,
      })
    : refuse(2, [{ file: kept, fault: { _tag: 'StateIsStatement' } }])
}

/** Rules that can be paid by. */
const openRules = async (call: Call, file: string): Opened<Pick<Opening, 'rules' | 'read'>> => {
  const document = await openDocument(call.io, file, ['rules'])
  if (isLeft(document)) return document
  const { value, positionOf } = document.right
  const rules = rulesCodec.decode(value)
  if (isLeft(rules)) return refuse(2, located(file, positionOf)(faultsOf(rules.left)))
  const read = readRules(rules.right)
  return isLeft(read) ?
      refuse(1, located(file, positionOf)([read.left]))
    : right({ rules: rules.right, read: read.right })
}

const refuseCall = (fault: CliFault): Either<Refusal, never> => refuse(2, [{ fault }])

const payInto = async (
  call: Call,
  opening: Opening,
  outputs: Outputs,
): Promise<Either<Refusal, 0>> => {
  const { lang, options, io } = call
  const { date, rules, read, state } = opening
  const keeps = textOption(call, 'state') !== undefined
  const paid = payout(rules)(date)(state)
  if (isLeft(paid)) {
    return refuse(1, [{ file: textOption(call, 'rules') ?? '', fault: paid.left }])
  }
  const settled = keeps ? settlePayments(opening, paid.right) : right(state)
  if (isLeft(settled)) return settled
  const notes = paid.right.notes.map((fault) => tell(lang)({ fault }))
  const blocks = payoutBlocks(lang, read, state.agreement, date, paid.right, notes)
  if (outputs.wants('text')) {
    await (await outputs.draft('payout.txt')).write(blocksAs('text', blocks))
  }
  if (outputs.wants('md')) await (await outputs.draft('payout.md')).write(blocksAs('md', blocks))
  if (outputs.wants('json')) {
    await (await outputs.draft('payout.json')).write(payoutToJson(state, date, paid.right))
  }
  if (outputs.wants('csv')) {
    const csv = csvTable({ mark: options.mark === true })
    await (await outputs.draft('bank.csv')).write(csv(bankTable(paid.right)))
    if (outputs.toFolder) {
      const persons = personTable(read.currency, paid.right)
      if (persons.rows.length > 0) {
        await (await outputs.draft('members.csv')).write(csv(persons))
      }
    }
  }
  if (!outputs.wants('text') && options.quiet !== true) {
    io.warn(notes.map((note) => `${note}\n`).join(''))
  }
  return publishState(call, outputs, settled.right)
}

/** One figure as a tree, down to the lines of the statement. */
const explainInto = async (
  call: Call,
  { rules, date, state, statement }: Opening,
  asked: string,
): Promise<Either<Refusal, 0>> => {
  const [party = '', person] = asked.split('/')
  const books = { ...state, lines: statement.lines }
  const question = person === undefined ? { party } : { party, person }
  const tree = explainPayout(rules)(date)(books)(question)
  if (isLeft(tree)) return refuse(1, [{ fault: tree.left }])
  const text = treeText(call.lang, tree.right)
  const written = await report(
    call,
    'explanation',
  )({
    json: () =>
      `${JSON.stringify({ format: 'data-dividend/explanation@1', ...tree.right }, null, 1)}\n`,
    blocks: [{ text, md: `\`\`\`text\n${text}\`\`\`\n` }],
  })
  return isLeft(written) ? written : right(0)
}

/** The payments as events on the state that is kept. */
const settlePayments = (
  { statement, state }: Opening,
  { events }: Payout,
): Either<Refusal, State> => {
  const program = compile(statement.agreement)
  if (isLeft(program)) return refuse(1, [{ fault: program.left }])
  const run = startRun(program.right, state)
  if (isLeft(run)) return refuse(1, [{ fault: run.left }])
  for (const event of events) {
    const taken = run.right.take(event)
    if (isLeft(taken)) return refuse(1, [{ fault: taken.left }])
  }
  return right(run.right.state())
}
