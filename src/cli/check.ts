/** `check FILE`: what is wrong with a file, or worth a look, before anyone relies on it. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Bilingual, Fault, Lang } from '../core/error.js'
import { formatPath } from '../core/error.js'
import { check } from '../agreement/check.js'
import { solveForm } from '../contribution/form.js'
import { checkBooks, type Register } from '../accounting/index.js'
import type { CivilDate } from '../core/date.js'
import { checkRules } from '../payout/check.js'
import type { Position } from '../codec/fault.js'
import { fileKinds } from '../codec/schema.js'
import { kindOfFile } from '../codec/kind.js'
import { booksCodec } from '../codec/books.js'
import { eventsCodec } from '../codec/event.js'
import { faultsOf } from '../codec/reporter.js'
import { rulesCodec } from '../codec/rules.js'
import { settlementFromJson } from '../codec/settlement.js'
import { stateFromJson } from '../codec/state.js'
import type { Table } from '../report/table.js'
import { gameOfDocument, openGame } from './contribution-file.js'
import { isTable, isUsageLog, eachEvent } from './events.js'
import { booksOf, registerOf } from './account-books.js'
import { sentenceOf, tell, type Refusal } from './fault.js'
import { agreementOf, located, openDocument, refuse } from './files.js'
import { report } from './outputs.js'
import { appraisalOf } from './value.js'
import type { Call, Verb } from './verb.js'

export const checkVerb: Verb = {
  name: 'check',
  args: '<file>',
  about: {
    en: 'look for errors and oddities; of an agreement, whatever its meaning says',
    zh: '检查文件的错误与可疑之处；对协议还检查其含义',
  },
  options: [],
  run: async (call) => {
    const file = call.args[0] ?? '-'
    const found =
      (await isTable(call.io, file)) ? await checkRows(call, file) : await checkDocument(call, file)
    if (isLeft(found)) return found
    const findings = found.right
    const written = await report(
      call,
      'check',
    )({
      json: () => jsonOf(call.lang, findings),
      blocks: [
        findings.length === 0 ? { text: `${file}: ${nothing[call.lang]}\n` }
        : call.options.csv === true || call.options.md === true ? tableOf(call.lang, findings)
        : { text: findings.map((one) => `${lineOf(call.lang, file, one)}\n`).join('') },
      ],
    })
    const wrong = findings.some(({ level }) => level === 'error')
    return isLeft(written) ? written : right(wrong ? 1 : 0)
  },
}

interface Placed {
  readonly level: 'error' | 'note'
  readonly finding: Fault
  readonly position?: Position
}

type Checked = Promise<Either<Refusal, readonly Placed[]>>

const checkDocument = async ({ io }: Call, file: string): Checked => {
  const document = await openDocument(io, file, fileKinds)
  if (isLeft(document)) return document
  const { value, positionOf } = document.right
  const kind = kindOfFile(value)
  if (kind === 'agreement') {
    const agreement = agreementOf(file, document.right)
    return isLeft(agreement) ? agreement : (
        right(
          check(agreement.right).map((one) => ({ ...one, position: positionOf(one.finding.path) })),
        )
      )
  }
  if (kind === 'valuation') {
    const appraisal = appraisalOf(file, document.right)
    return isLeft(appraisal) ? appraisal : (
        right(
          [
            ...appraisal.right.warnings.map((one) => ({ ...one, at: ['parameters', one.name] })),
            ...appraisal.right.methods.flatMap(({ name, worth }) =>
              worth.warnings.map((warning) => ({ warning, at: ['methods', name] })),
            ),
          ].map(({ warning, at }) => ({
            level: 'note' as const,
            finding: warning,
            position: positionOf(at),
          })),
        )
      )
  }
  if (kind === 'register') {
    const register = registerOf(file, document.right)
    if (isLeft(register)) return register
    const books = booksOf(file, document.right, [], lastEvent(register.right), register.right)
    return isLeft(books) ? books : (
        right(books.right.notes.map((finding) => ({ level: 'note', finding })))
      )
  }
  if (kind === 'books') {
    const rules = booksCodec.decode(value)
    if (isLeft(rules)) return refuse(2, located(file, positionOf)(faultsOf(rules.left)))
    const wrong = located(file, positionOf)(checkBooks(rules.right))
    return right(wrong.map(({ fault, ...place }) => ({ level: 'error', finding: fault, ...place })))
  }
  if (kind === 'rules') {
    const rules = rulesCodec.decode(value)
    if (isLeft(rules)) return refuse(2, located(file, positionOf)(faultsOf(rules.left)))
    const wrong = located(file, positionOf)(checkRules(rules.right))
    return right(wrong.map(({ fault, ...place }) => ({ level: 'error', finding: fault, ...place })))
  }
  if (kind === 'game') {
    const game = gameOfDocument(file, document.right)
    if (isLeft(game)) return game
    const solved = solveForm(game.right.given)('value.shapley')(game.right.form)
    return isLeft(solved) ? refuse(1, [game.right.place(solved.left)]) : right([])
  }
  const events = eventsCodec.decode(value)
  const faults =
    kind !== 'events' ? (kind === 'state' ? stateFromJson : settlementFromJson)(value)
    : isLeft(events) ? { ...events, left: faultsOf(events.left) }
    : events
  return isLeft(faults) ? refuse(2, located(file, positionOf)(faults.left)) : right([])
}

/** Every event of a register is looked at, up to its last. */
const lastEvent = ({ events }: Register): CivilDate =>
  // What is no date is found before it is used.
  events.reduce((last, { at }) => (at > last ? at : last), '0001-01-01') as CivilDate

const checkRows = async ({ io }: Call, file: string): Checked => {
  if (await isUsageLog(io, file)) {
    const log = await openGame(io, file)
    return isLeft(log) ? log : (
        right(log.right.notes.map(({ fault }) => ({ level: 'note', finding: fault })))
      )
  }
  const read = await eachEvent(io, file, () => right(undefined))
  return isLeft(read) ? read : (
      right(read.right.map(({ fault }) => ({ level: 'note', finding: fault })))
    )
}

const lineOf = (lang: Lang, file: string, { level, finding, position }: Placed): string =>
  tell(lang)({ file, ...(position === undefined ? {} : { position }), fault: finding }).replace(
    file,
    `${levels[level][lang]}: ${file}`,
  )

const tableOf = (lang: Lang, findings: readonly Placed[]): Table => ({
  columns: Object.values(heads).map((head) => ({ name: head[lang], align: 'left' as const })),
  rows: findings.map(({ level, finding, position }) => [
    levels[level][lang],
    position === undefined ? '' : String(position.line),
    formatPath(finding.path ?? []),
    sentenceOf(lang)(finding),
  ]),
})

const jsonOf = (lang: Lang, findings: readonly Placed[]): string => {
  const list = findings.map(({ level, finding, position }) => ({
    level,
    ...position,
    ...finding,
    text: sentenceOf(lang)(finding),
  }))
  return `${JSON.stringify({ format: 'data-dividend/findings@1', findings: list }, null, 1)}\n`
}

const levels: Readonly<Record<Placed['level'], Bilingual>> = {
  error: { en: 'error', zh: '错误' },
  note: { en: 'note', zh: '提示' },
}

const heads = {
  level: { en: 'level', zh: '级别' },
  line: { en: 'line', zh: '行' },
  path: { en: 'path', zh: '路径' },
  finding: { en: 'finding', zh: '检查结果' },
}

const nothing: Bilingual = { en: 'nothing to say', zh: '未发现问题' }
