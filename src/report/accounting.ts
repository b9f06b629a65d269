/** Books of data assets as a report: balance-sheet lines, the two tables with their ties, the
 *  other disclosures, the journal. */
import type { Bilingual, Lang } from '../core/error.js'
import { formatAmount } from '../core/money.js'
import {
  balanceLines,
  notesOf,
  type Difference,
  type PartyTie,
  columnNames,
  disclosureOf,
  tableColumns,
  tableRows,
  tableTitles,
  tiesOf,
  vouchersOf,
  type Books,
  type Chart,
  type TableId,
  type Voucher,
} from '../accounting/index.js'
import type { Column, Table } from './table.js'
import type { ReportPart } from './valuation.js'

/** A table of disclosure as it is printed.
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { keepBooks } from 'data-dividend/accounting'
 * import { disclosureTable } from 'data-dividend/report'
 * const until = orThrow(parseDate('2026-12-31'))
 * const books = orThrow(keepBooks(until)({ register: 'r', currency: 'CNY', events: [] }))
 * disclosureTable('zh', 'I', 2026)(books).rows.length // => 27 */
export const disclosureTable =
  (lang: Lang, table: TableId, year: number) =>
  (books: Books): Table => {
    const money = formatAmount(books.currency)
    const { cells } = disclosureOf(table, year)(books)
    return {
      title: `${tableTitles[table][lang]} ${year}`,
      columns: [
        { name: heads.row[lang], align: 'left' },
        ...tableColumns.map((column): Column => ({
          name: columnNames[table][column][lang],
          align: 'right',
        })),
      ],
      rows: tableRows[table].map(({ id, label, head }) => [
        label[lang],
        ...tableColumns.map((column) =>
          head === true ? '' : money(cells.get(id)?.[column] ?? 0n),
        ),
      ]),
    }
  }

/** The journal as a table, one row an entry.
 * @example
 * import { journalTable } from 'data-dividend/report'
 * journalTable('en', { code: 'CNY', digits: 2 }, {})([]).rows // => [] */
export const journalTable =
  (lang: Lang, currency: Books['currency'], chart: Chart) =>
  (vouchers: readonly Voucher[]): Table => {
    const money = formatAmount(currency)
    return {
      title: heads.journal[lang],
      columns: [
        ...(['number', 'date', 'text', 'code', 'account', 'of'] as const).map((key): Column => ({
          name: heads[key][lang],
          align: 'left',
        })),
        ...(['debit', 'credit'] as const).map((key): Column => ({
          name: heads[key][lang],
          align: 'right',
        })),
      ],
      rows: numbered(vouchers).flatMap(({ voucher: { at, text, entries }, number }) =>
        entries.map(({ role, side, amount, party, asset }) => [
          String(number),
          at,
          text[lang],
          chart[role]?.code ?? '',
          chart[role]?.name[lang] ?? role,
          party ?? asset ?? '',
          side === 'debit' ? money(amount) : '',
          side === 'credit' ? money(amount) : '',
        ]),
      ),
    }
  }

/** Vouchers with entries and their numbers, which begin anew each month. */
export const numbered = (
  vouchers: readonly Voucher[],
): readonly { readonly voucher: Voucher; readonly number: number }[] => {
  let [month, number] = ['', 0]
  return vouchers
    .filter(({ entries }) => entries.length > 0)
    .map((voucher) => {
      number = voucher.at.startsWith(month) && month !== '' ? number + 1 : 1
      month = voucher.at.slice(0, 7)
      return { voucher, number }
    })
}

/** The parts of the report of a year.
 * @example
 * import { orThrow, parseDate } from 'data-dividend'
 * import { enterpriseChart, keepBooks } from 'data-dividend/accounting'
 * import { accountingParts } from 'data-dividend/report'
 * const until = orThrow(parseDate('2026-12-31'))
 * const books = orThrow(keepBooks(until)({ register: 'r', currency: 'CNY', events: [] }))
 * accountingParts('en', 2026, enterpriseChart)(books).length > 2 // => true */
export const accountingParts =
  (lang: Lang, year: number, chart: Chart) =>
  (books: Books): readonly ReportPart[] => [
    balanceTable(lang, year)(books),
    disclosureTable(lang, 'I', year)(books),
    disclosureTable(lang, 'II', year)(books),
    tiesPart(lang, year)(books),
    ...notesPart(lang, year)(books),
    journalTable(lang, books.currency, chart)(vouchersOf(year)(books.vouchers).within),
  ]

const balanceTable =
  (lang: Lang, year: number) =>
  (books: Books): Table => {
    const money = formatAmount(books.currency)
    return {
      title: `${heads.balance[lang]}, ${books.framework.name[lang]}`,
      columns: [
        { name: heads.row[lang], align: 'left' },
        { name: heads.close[lang], align: 'right' },
        { name: heads.open[lang], align: 'right' },
      ],
      rows: balanceLines(year)(books).map(({ name, close, open }) => [
        name[lang],
        money(close),
        money(open),
      ]),
    }
  }

const notesPart =
  (lang: Lang, year: number) =>
  (books: Books): readonly ReportPart[] =>
    notesOf(year)(books).map(({ title, said, missing }) => {
      const lines = [
        ...said.map((one) => one[lang]),
        ...missing.map((place) => sentences[lang].missing(place)),
      ]
      return {
        text: `${title[lang]}\n${lines.map((line) => `${line}\n`).join('')}`,
        md: `### ${title[lang]}\n\n${lines.map((line) => `- ${line}\n`).join('')}`,
      }
    })

/** Where two frameworks part, figure by figure.
 * @example
 * import { differenceTable } from 'data-dividend/report'
 * import { frameworks } from 'data-dividend/accounting'
 * const names = [frameworks.cas.name, frameworks.ifrs.name] as const
 * differenceTable('en', { code: 'CNY', digits: 2 }, {}, names)([]).columns[4]?.name // => 'IFRS' */
export const differenceTable =
  (
    lang: Lang,
    currency: Books['currency'],
    chart: Chart,
    [one, other]: readonly [Bilingual, Bilingual],
  ) =>
  (differences: readonly Difference[]): Table => {
    const money = formatAmount(currency)
    const left = (name: string): Column => ({ name, align: 'left' })
    const right = (name: string): Column => ({ name, align: 'right' })
    return {
      title: `${one[lang]} / ${other[lang]}`,
      columns: [
        left(heads.date[lang]),
        left(heads.event[lang]),
        left(heads.account[lang]),
        right(one[lang]),
        right(other[lang]),
        left(heads.why[lang]),
      ],
      rows: differences.map((difference) => [
        difference.at,
        difference.event,
        chart[difference.role]?.name[lang] ?? difference.role,
        money(difference.one),
        money(difference.other),
        difference.why[lang],
      ]),
    }
  }

/** What the books of a settlement owe each party, beside what the settlement says.
 * @example
 * import { partyTieTable } from 'data-dividend/report'
 * partyTieTable('en', { code: 'CNY', digits: 2 })([]).rows // => [] */
export const partyTieTable =
  (lang: Lang, currency: Books['currency']) =>
  (ties: readonly PartyTie[]): Table => {
    const money = formatAmount(currency)
    return {
      title: heads.ties[lang],
      columns: [
        { name: heads.party[lang], align: 'left' },
        ...(['owed', 'awaited', 'settled', 'paid', 'difference'] as const).map((key): Column => ({
          name: heads[key][lang],
          align: 'right',
        })),
      ],
      rows: ties.map(({ party, owed, awaited, settled, paid }) => [
        party,
        ...[owed, awaited, settled, paid, owed + awaited - settled + paid].map(money),
      ]),
    }
  }

const tiesPart =
  (lang: Lang, year: number) =>
  (books: Books): ReportPart => {
    const money = formatAmount(books.currency)
    const ties = (['I', 'II'] as const).flatMap((table) =>
      tiesOf(disclosureOf(table, year)(books))(books).map((tie) => ({ ...tie, table })),
    )
    const broken = ties.filter(({ one, other }) => one !== other)
    const lines = broken.map(
      ({ table, id, column, one, other }) =>
        `${table} ${id} ${column}: ${money(one)} ≠ ${money(other)}\n`,
    )
    return { text: `${sentences[lang].ties(ties.length, broken.length)}\n${lines.join('')}` }
  }

const heads = {
  row: { en: 'Item', zh: '项目' },
  balance: { en: 'Balance-sheet lines', zh: '资产负债表列示' },
  open: { en: 'opening', zh: '期初余额' },
  close: { en: 'closing', zh: '期末余额' },
  event: { en: 'event', zh: '事项' },
  why: { en: 'why', zh: '原因' },
  ties: { en: 'Owed by the books and by the settlement', zh: '账面应付与结算核对' },
  party: { en: 'party', zh: '合作方' },
  owed: { en: 'owed', zh: '账面应付' },
  awaited: { en: 'VAT awaited', zh: '待收票税额' },
  settled: { en: 'settled', zh: '结算额' },
  paid: { en: 'paid', zh: '已付' },
  difference: { en: 'difference', zh: '差额' },
  journal: { en: 'Journal', zh: '记账凭证' },
  number: { en: 'no.', zh: '凭证号' },
  date: { en: 'date', zh: '日期' },
  text: { en: 'text', zh: '摘要' },
  code: { en: 'code', zh: '科目代码' },
  account: { en: 'account', zh: '科目名称' },
  of: { en: 'of', zh: '辅助核算' },
  debit: { en: 'debit', zh: '借方金额' },
  credit: { en: 'credit', zh: '贷方金额' },
} satisfies Readonly<Record<string, Bilingual>>

const sentences = {
  en: {
    ties: (all: number, broken: number) => `Ties: ${all} checked, ${broken} broken.`,
    missing: (place: string) => `missing: ${place}`,
  },
  zh: {
    ties: (all: number, broken: number) => `勾稽关系：核对 ${all} 项，不符 ${broken} 项。`,
    missing: (place: string) => `缺：${place}`,
  },
}
