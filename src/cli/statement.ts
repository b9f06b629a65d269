/** A settlement as tables: totals by party, lines by event, notes, and the check of the sum. */
import type { Bilingual, Lang } from '../core/error.js'
import { divHalfUp } from '../core/divide.js'
import { formatAmount } from '../core/money.js'
import { formatScaled } from '../core/ratio.js'
import { clauseNames } from '../agreement/clause.js'
import type { Program } from '../agreement/program.js'
import { kindNames, linkNames, type Party } from '../chain/party.js'
import { partsOfSales } from '../settlement/statement.js'
import type { Line } from '../settlement/state.js'
import type { Column, Table } from '../report/table.js'
import type { Block } from './outputs.js'

/** What a person is shown of a batch. */
export interface Shown {
  readonly events: number
  readonly totals: ReadonlyMap<string, bigint>
  readonly lines: readonly Line[]
  /** Events whose lines are left out. */
  readonly more: number
  readonly notes: readonly string[]
  /** Net sales of the batch, minor units. */
  readonly net: bigint
}

export const statementBlocks = (lang: Lang, program: Program, shown: Shown): readonly Block[] => {
  const { events, totals, lines, more, notes, net } = shown
  const money = formatAmount(program.currency)
  const say = sentences[lang]
  const sum = [...totals.values()].reduce((total, amount) => total + amount, 0n)
  return [
    {
      ...totalsTable(lang, program, totals),
      title: say.totals(program.agreement, program.currency.code, events),
    },
    ...groupBlocks(lang, program, totals),
    ...saleBlocks(lang, program, lines),
    ...(lines.length === 0 ?
      []
    : [
        { ...linesTable(lang, program), title: say.lines, rows: lines.map(lineRow(lang, program)) },
      ]),
    ...(more === 0 ? [] : [{ text: `${say.more(more)}\n` }]),
    ...(notes.length === 0 ? [] : [listOf(say.notes, notes)]),
    { text: `${say.check(money(sum), money(net), money(sum - net))}\n` },
  ]
}

/** Totals by party, in order of names; link and kind where the agreement gives them. */
export const totalsTable = (
  lang: Lang,
  program: Program,
  totals: ReadonlyMap<string, bigint>,
): Table => {
  const money = formatAmount(program.currency)
  const parties = program.parties ?? {}
  const partyOf = (name: string): Party =>
    Object.hasOwn(parties, name) ? (parties[name] ?? {}) : {}
  const particulars = particularColumns.filter(({ of }) =>
    Object.values(parties).some((party) => of(party, lang) !== ''),
  )
  const sum = [...totals.values()].reduce((total, amount) => total + amount, 0n)
  const names = [...totals.keys()].sort()
  return {
    columns: [
      left(lang, 'party'),
      ...particulars.map(({ key }) => left(lang, key)),
      right(lang, 'amount'),
    ],
    rows: [
      ...names.map((name) => [
        name,
        ...particulars.map(({ of }) => of(partyOf(name), lang)),
        money(totals.get(name) ?? 0n),
      ]),
      [heads.total[lang], ...particulars.map(() => ''), money(sum)],
    ],
  }
}

/** Which particulars of parties a statement is also summed by, and their names. */
const groupings = [
  { key: 'link', names: linkNames },
  { key: 'kind', names: kindNames },
] as const satisfies readonly {
  readonly key: 'link' | 'kind'
  readonly names: Readonly<Record<string, Bilingual>>
}[]

type Group = (typeof groupings)[number]

/** Those that the agreement gives some party. */
const groupsOf = ({ parties = {} }: Program): readonly Group[] =>
  groupings.filter(({ key }) => Object.values(parties).some((party) => party[key] !== undefined))

const columnOf = (lang: Lang, { key }: Group): string =>
  heads[key === 'kind' ? 'partyKind' : key][lang]

/** What each link and each kind of party has in all, and its part of the sum. */
const groupBlocks = (
  lang: Lang,
  program: Program,
  totals: ReadonlyMap<string, bigint>,
): readonly Block[] => {
  const money = formatAmount(program.currency)
  const parties = program.parties ?? {}
  const sum = [...totals.values()].reduce((total, amount) => total + amount, 0n)
  return groupsOf(program).map((group) => {
    const { key, names } = group
    const sums = new Map<string, bigint>()
    for (const [party, amount] of totals) {
      const of = (Object.hasOwn(parties, party) && parties[party]?.[key]) || 'none'
      sums.set(of, (sums.get(of) ?? 0n) + amount)
    }
    const keys = [...Object.keys(names), 'none'].filter((name) => sums.has(name))
    return {
      title: columnOf(lang, group),
      columns: [
        { name: columnOf(lang, group), align: 'left' },
        right(lang, 'amount'),
        right(lang, 'share'),
      ],
      rows: keys.map((name) => {
        const amount = sums.get(name) ?? 0n
        const share = sum === 0n ? '' : percentOf(amount, sum)
        return [nameIn(lang, names, name), money(amount), share]
      }),
    }
  })
}

/** What each link and kind took of each sale: venues and services are the link of circulation. */
const saleBlocks = (lang: Lang, program: Program, lines: readonly Line[]): readonly Block[] => {
  const money = formatAmount(program.currency)
  const agreement = program.parties === undefined ? {} : { parties: program.parties }
  return groupsOf(program).flatMap((group) => {
    const { key, names } = group
    const sales = partsOfSales(key)(agreement)(lines)
    const keys = [...Object.keys(names), 'none'].filter((name) =>
      sales.some(({ parts }) => parts.has(name)),
    )
    if (sales.length === 0) return []
    return {
      title: sentences[lang].ofEachSale(columnOf(lang, group)),
      columns: [
        left(lang, 'event'),
        right(lang, 'amount'),
        ...keys.map((name) => ({ name: nameIn(lang, names, name), align: 'right' as const })),
      ],
      rows: sales.map(({ event, amount, parts }) => [
        event,
        money(amount),
        ...keys.map((name) => (amount === 0n ? '' : percentOf(parts.get(name) ?? 0n, amount))),
      ]),
    }
  })
}

const nameIn = (lang: Lang, names: Readonly<Record<string, Bilingual>>, key: string): string =>
  names[key]?.[lang] ?? heads.none[lang]

const percentOf = (part: bigint, whole: bigint): string =>
  `${formatScaled(divHalfUp(part * 10000n, whole), 2)}%`

/** The columns of lines; the rows come later. */
export const linesTable = (lang: Lang, program: Program): Table => ({
  columns: [
    ...(['event', 'at', 'of', 'party', 'path', 'kind', 'period', 'restates'] as const).map((key) =>
      left(lang, key),
    ),
    { ...right(lang, 'amount'), name: `${heads.amount[lang]} (${program.currency.code})` },
  ],
  rows: [],
})

export const lineRow =
  (lang: Lang, { currency }: Program) =>
  ({
    event,
    at,
    of = '',
    party,
    path,
    kind,
    period,
    restates = '',
    amount,
  }: Line): readonly string[] => [
    event,
    at,
    of,
    party,
    path,
    clauseNames[kind][lang],
    period,
    restates,
    formatAmount(currency)(amount),
  ]

const particularColumns: readonly {
  readonly key: 'name' | 'link' | 'partyKind'
  readonly of: (party: Party, lang: Lang) => string
}[] = [
  { key: 'name', of: ({ name = '' }, lang) => (typeof name === 'string' ? name : name[lang]) },
  { key: 'link', of: ({ link }, lang) => (link === undefined ? '' : linkNames[link][lang]) },
  { key: 'partyKind', of: ({ kind }, lang) => (kind === undefined ? '' : kindNames[kind][lang]) },
]

export const listOf = (title: string, items: readonly string[]): Block => ({
  text: [title, ...items].map((line) => `${line}\n`).join(''),
  md: `### ${title}\n\n${items.map((item) => `- ${item}\n`).join('')}`,
})

const heads = {
  party: { en: 'party', zh: '参与方' },
  name: { en: 'name', zh: '名称' },
  link: { en: 'link', zh: '环节' },
  partyKind: { en: 'kind', zh: '主体类别' },
  amount: { en: 'amount', zh: '金额' },
  total: { en: 'total', zh: '合计' },
  event: { en: 'event', zh: '事件' },
  at: { en: 'date', zh: '日期' },
  of: { en: 'of', zh: '所属' },
  path: { en: 'clause', zh: '条款' },
  kind: { en: 'kind', zh: '种类' },
  period: { en: 'period', zh: '期间' },
  restates: { en: 'restates', zh: '重述期间' },
  share: { en: 'part', zh: '占比' },
  none: { en: 'none', zh: '无' },
} satisfies Readonly<Record<string, Bilingual>>

const left = (lang: Lang, key: keyof typeof heads): Column => ({
  name: heads[key][lang],
  align: 'left',
})
const right = (lang: Lang, key: keyof typeof heads): Column => ({
  name: heads[key][lang],
  align: 'right',
})

const sentences = {
  en: {
    totals: (agreement: string, currency: string, events: number) =>
      `${agreement}: ${String(events)} events, totals in ${currency}`,
    lines: 'Lines',
    ofEachSale: (group: string) => `Of each sale, by ${group}`,
    more: (events: number) =>
      `Lines of ${String(events)} more events: --csv or --json has all of them.`,
    notes: 'Notes',
    check: (lines: string, net: string, difference: string) =>
      `Check: lines ${lines}, net sales ${net}, difference ${difference}.`,
  },
  zh: {
    totals: (agreement: string, currency: string, events: number) =>
      `${agreement}：${String(events)} 个事件，合计以 ${currency} 计`,
    lines: '明细',
    ofEachSale: (group: string) => `每笔销售按${group}的占比`,
    more: (events: number) => `另有 ${String(events)} 个事件的明细；--csv 或 --json 可得全部。`,
    notes: '提示',
    check: (lines: string, net: string, difference: string) =>
      `核对：明细合计 ${lines}，净销售额 ${net}，差额 ${difference}。`,
  },
}
