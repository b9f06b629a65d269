/** `account REGISTER --year 2026`: the books of data assets: journal, both tables, notes.
 *
 *  With a settlement (`--statement`, `--books`) its lines are posted too. What is asked for as a
 *  file is written when all is well, or nothing is. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { compareBooks, explainCell, type Books } from '../accounting/index.js'
import { booksToJson } from '../codec/accounting.js'
import { accountingParts, differenceTable, partyTieTable } from '../report/accounting.js'
import { openBooks, type Opening } from './account-books.js'
import { writeExports, writeTemplate } from './account-exports.js'
import { treeText } from './explain.js'
import { tell, type Refusal } from './fault.js'
import { refuse } from './files.js'
import { report } from './outputs.js'
import { textOption, type Call, type Verb } from './verb.js'

export const accountVerb: Verb = {
  name: 'account',
  args: '[register]',
  about: {
    en: 'keep the books of data assets: journal, tables of disclosure, notes',
    zh: '数据资产核算：凭证、披露表格与附注',
  },
  options: [
    { flags: '--year <year>', about: { en: 'the year of the report', zh: '报告年度' } },
    {
      flags: '--framework <framework>',
      about: {
        en: 'cas, ifrs or us; else as the register says',
        zh: 'cas、ifrs 或 us；默认按台账',
      },
    },
    {
      flags: '--template <file>',
      about: {
        en: 'write a workbook to be filled in, nothing else',
        zh: '只写出待填写的工作簿模板',
      },
    },
    { flags: '--statement <file>', about: { en: 'a settlement to post', zh: '待入账的结算单' } },
    { flags: '--books <file>', about: { en: 'rules of booking', zh: '入账规则文件' } },
    { flags: '--diff <a,b>', about: { en: 'where two frameworks part', zh: '两套准则的差异' } },
    {
      flags: '--explain <cell>',
      about: { en: 'a cell: I/cost.close/total', zh: '说明某一单元格' },
    },
    { flags: '--hledger <file>', about: { en: 'a journal of hledger', zh: 'hledger 账簿' } },
    { flags: '--beancount <file>', about: { en: 'a ledger of beancount', zh: 'beancount 账簿' } },
    {
      flags: '--xlsx <file>',
      about: { en: 'a workbook with live formulas', zh: '含公式的工作簿' },
    },
    {
      flags: '--vouchers <file>',
      about: { en: 'voucher sheet for an import, .xlsx or .csv', zh: '凭证导入表，.xlsx 或 .csv' },
    },
    {
      flags: '--header <header>',
      about: {
        en: 'its header: kingdee, yonyou, or name=field,name=field',
        zh: '其表头：kingdee、yonyou，或 名称=字段,名称=字段',
      },
    },
  ],
  run: async (call) => {
    const template = textOption(call, 'template')
    if (template !== undefined) return writeTemplate(call, template)
    const opened = await openBooks(call)
    if (isLeft(opened)) return opened
    const asked = textOption(call, 'explain')
    if (asked !== undefined) return explained(call, opened.right, asked)
    const { books, others, chart, year, ties } = opened.right
    const written = await writeExports(call, opened.right)
    if (isLeft(written)) return written
    const parts =
      others === undefined ?
        [
          ...accountingParts(call.lang, year, chart)(books),
          ...(ties.length === 0 ? [] : [partyTieTable(call.lang, books.currency)(ties)]),
        ]
      : [differences(call, opened.right, books, others)]
    const done = await report(
      call,
      'accounting',
    )({ json: () => booksToJson(year, ties)(books), blocks: parts })
    if (call.options.quiet !== true) {
      const notes = [...books.notes, ...opened.right.notes]
      call.io.warn(notes.map((fault) => `${tell(call.lang)({ fault })}\n`).join(''))
    }
    return isLeft(done) ? done : right(0)
  },
}

const differences = ({ lang }: Call, { chart, year }: Opening, one: Books, other: Books) => {
  const within = compareBooks(one, other).filter(({ at }) => at.startsWith(String(year)))
  const names = [one.framework.name, other.framework.name] as const
  return differenceTable(lang, one.currency, chart, names)(within)
}

const explained = async (
  call: Call,
  { books, year }: Opening,
  asked: string,
): Promise<Either<Refusal, 0>> => {
  const tree = explainCell(year)(books)(asked)
  if (isLeft(tree)) return refuse(2, [{ fault: tree.left }])
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
