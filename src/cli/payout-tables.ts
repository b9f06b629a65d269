/** A payout as tables: instructions, members, what each party is left with, taxes, notes. */
import type { Bilingual, Lang } from '../core/error.js'
import type { Currency } from '../core/currency.js'
import type { CivilDate } from '../core/date.js'
import { formatAmount } from '../core/money.js'
import { bankRows, personRows } from '../payout/bank.js'
import type { Rules } from '../payout/payee.js'
import type { Payout } from '../payout/payout.js'
import { itemNames } from '../payout/regime.js'
import type { Column, Table } from '../report/table.js'
import { listOf } from './statement.js'
import type { Block } from './outputs.js'

/** Members shown to a person; all of them stand in the files. */
const mostMembers = 50

export const payoutBlocks = (
  lang: Lang,
  { currency }: Pick<Rules, 'currency'>,
  agreement: string,
  date: CivilDate,
  paid: Payout,
  notes: readonly string[],
): readonly Block[] => {
  const money = formatAmount(currency)
  const { instructions, balances, taxes } = paid
  const members = personTable(currency, paid)
  const say = (text: Bilingual) => text[lang]
  return [
    {
      title: `${say(words.title)}, ${agreement}, ${date}, ${currency.code}`,
      columns: columnsOf(lang, ['party', 'account', 'gross', 'withheld', 'net', 'vat', 'amount']),
      rows: instructions.map((one) => [
        one.party,
        `${one.holder} ${one.account}`,
        money(one.gross),
        money(one.withheld),
        money(one.net),
        one.vat === undefined ? '' : money(one.vat.tax),
        `${formatAmount(one.currency)(one.amount)} ${one.currency.code}`,
      ]),
    },
    ...(members.rows.length === 0 ?
      []
    : [{ ...members, title: say(words.members), rows: members.rows.slice(0, mostMembers) }]),
    {
      title: say(words.balances),
      columns: columnsOf(lang, ['party', 'earned', 'paid', 'withheld', 'held', 'carried']),
      rows: balances.map((one) => [
        one.party,
        ...[one.earned, one.paid, one.withheld, one.held, one.carried].map(money),
      ]),
    },
    ...(taxes.length === 0 ?
      []
    : [
        {
          title: say(words.taxes),
          columns: columnsOf(lang, ['regime', 'item', 'tax']),
          rows: taxes.map(({ regime, item, amount }) => [
            regime,
            itemNames[item]?.[lang] ?? item,
            money(amount),
          ]),
        },
      ]),
    ...(notes.length === 0 ? [] : [listOf(say(words.notes), notes)]),
  ]
}

/** The bank's file; its heads are the same in every language, since programs read it. */
export const bankTable = ({ instructions }: Payout): Table => tableOf(bankRows(instructions), 6)

export const personTable = (currency: Currency, { instructions }: Payout): Table =>
  tableOf(personRows(currency)(instructions), 2)

/** Rows whose first one is the heads; from a column on, figures, but for a currency's code. */
const tableOf = (rows: readonly (readonly string[])[], figures: number): Table => {
  const [heads = [], ...body] = rows
  return {
    columns: heads.map((name, index) => ({
      name,
      align: index >= figures && name !== 'currency' ? 'right' : 'left',
    })),
    rows: body,
  }
}

const columnsOf = (lang: Lang, names: readonly (keyof typeof heads)[]): readonly Column[] =>
  names.map((name) => ({
    name: heads[name][lang],
    align:
      name === 'party' || name === 'account' || name === 'regime' || name === 'item' ?
        'left'
      : 'right',
  }))

const heads = {
  party: { en: 'party', zh: '参与方' },
  account: { en: 'account', zh: '账户' },
  gross: { en: 'gross', zh: '应付' },
  withheld: { en: 'withheld', zh: '代扣税款' },
  net: { en: 'net', zh: '净额' },
  vat: { en: 'VAT in it', zh: '其中增值税' },
  amount: { en: 'paid', zh: '实付' },
  earned: { en: 'earned', zh: '应得' },
  paid: { en: 'paid', zh: '已付' },
  held: { en: 'held', zh: '冻结' },
  carried: { en: 'carried', zh: '结转' },
  regime: { en: 'regime', zh: '税收规则' },
  item: { en: 'item', zh: '所得项目' },
  tax: { en: 'tax', zh: '税额' },
} satisfies Readonly<Record<string, Bilingual>>

const words = {
  title: { en: 'payout', zh: '付款' },
  members: { en: 'members', zh: '成员' },
  balances: {
    en: 'earned = paid + withheld + held + carried',
    zh: '应得 = 已付 + 代扣税款 + 冻结 + 结转',
  },
  taxes: { en: 'tax to pay over', zh: '应缴代扣税款' },
  notes: { en: 'notes', zh: '提示' },
} satisfies Readonly<Record<string, Bilingual>>
