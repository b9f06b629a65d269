/** The two phrase books of `describe`: what each part of an agreement is called and how a
 *  sentence is built from it. Sentences are those of contracts; names and figures are put in. */
import type { Lang } from '../../core/error.js'
import type { On } from '../clause.js'
import type { Period } from '../../core/date.js'

/** What a fee takes, in figures that are already written out. */
export interface TableText {
  readonly kind: 'rate' | 'tiers' | 'slab' | 'held' | 'adjusted'
  readonly bands: readonly { readonly upTo?: string; readonly rate: string }[]
}

export interface Phrases {
  readonly head: (id: string, currency: string) => string
  readonly refunds: Readonly<Record<'net' | 'original', string>>
  readonly period: (period: Period, zone: string) => string
  readonly scope: (on: On, every: Period) => string
  readonly table: (table: TableText) => string
  readonly floor: (amount: string) => string
  readonly cap: (amount: string) => string
  readonly fee: (kind: 'commission' | 'levy', to: string, table: string, scope: string) => string
  readonly kept: (payer: string) => string
  readonly free: (tests: string) => string
  readonly ceiling: (attribute: string, bound: string) => string
  readonly fixed: (to: string, amount: string, scope: string) => string
  readonly advance: (from: string, to: string, amount: string, recoup: string) => string
  readonly payment: (from: string, to: string, amount: string | undefined) => string
  readonly claims: (by: 'order' | 'proRata' | 'equal', parts: string, scope: string) => string
  readonly claim: (name: string, amount: string) => string
  readonly when: (tests: string) => string
  readonly oneOf: (attribute: string, values: readonly string[]) => string
  readonly upTo: (attribute: string, bound: string) => string
  readonly above: (attribute: string, bound: string) => string
  readonly and: string
  readonly otherwise: string
  readonly flowsOn: string
  readonly share: (parts: string, scope: string) => string
  readonly part: (name: string, weight: string, percent: string) => string
  readonly method: Readonly<Record<'webster' | 'dhondt' | 'largest' | 'carried', string>>
  readonly rest: (name: string) => string
  readonly flow: (name: string) => string
  readonly shared: (name: string) => string
  readonly pool: (name: string) => string
  readonly register: (parts: string, from?: string) => string
  readonly amendment: (from: string) => string
  readonly carry: (ids: readonly string[]) => string
  readonly list: string
  readonly sale: string
}

const periods: Readonly<Record<Lang, Readonly<Record<Period, string>>>> = {
  en: { month: 'month', quarter: 'quarter', year: 'year' },
  zh: { month: '月', quarter: '季', year: '年' },
}

const en: Phrases = {
  head: (id, currency) => `Agreement ${id}, in ${currency}`,
  refunds: {
    net: 'A refund is set off: everyone then holds what the net sales give.',
    original: 'A refund goes back the way it came: the lines of its own sale are reversed.',
  },
  period: (period, zone) =>
    `Periods are ${periods.en[period]}s, by the date of the sale in ${zone}.`,
  scope: (on, every) =>
    on === 'event' ? 'of each sale'
    : on === 'life' ? 'over the life'
    : `of each ${periods.en[every]}`,
  table: ({ kind, bands }) => {
    if (kind === 'rate') return bands[0]?.rate ?? ''
    const text = bands
      .map(({ upTo, rate }) => (upTo === undefined ? `${rate} above` : `${rate} up to ${upTo}`))
      .join(', ')
    return (
      kind === 'tiers' ? `${text} (each rate on its own band)`
      : kind === 'slab' ? `${text} (the rate of the band on the whole)`
      : kind === 'held' ?
        `${text} (the rate of the band on the whole, held so that it never falls or jumps)`
      : `${text} (the rate of the band on the whole, put right at the close)`
    )
  },
  floor: (amount) => `, at least ${amount} while there is so much`,
  cap: (amount) => `, at most ${amount}`,
  fee: (kind, to, table, scope) => `Of what is left ${scope}, ${to} takes a ${kind}: ${table}.`,
  kept: (payer) => ` A refund takes nothing back here; ${payer} bears it.`,
  free: (tests) => `Free of charge if ${tests}: such a sale has the amount 0.`,
  ceiling: (attribute, bound) => `${attribute} is at most ${bound}; a dearer sale is refused.`,
  fixed: (to, amount, scope) => `Of what is left ${scope}, ${to} takes the first ${amount}.`,
  advance: (from, to, amount, recoup) =>
    `${from} pays ${to} an advance of ${amount}, taken back out of ${recoup} of what is left.`,
  payment: (from, to, amount) =>
    `${from} pays ${to} what is agreed` +
    `${amount === undefined ? '' : `, at most ${amount} in all`}, when it falls due.`,
  claims: (by, parts, scope) =>
    `Of what is left ${scope}, these claims are paid first ${
      by === 'order' ? 'one after the other'
      : by === 'proRata' ? 'in proportion to each other'
      : 'in equal parts until each is full'
    }: ${parts}.`,
  claim: (name, amount) => `${name} ${amount}`,
  when: (tests) => `If ${tests}:`,
  oneOf: (attribute, values) => `${attribute} is ${values.join(' or ')}`,
  upTo: (attribute, bound) => `${attribute} is at most ${bound}`,
  above: (attribute, bound) => `${attribute} is above ${bound}`,
  and: ' and ',
  otherwise: 'Otherwise:',
  flowsOn: 'The money flows on.',
  share: (parts, scope) => `What is left ${scope} is shared: ${parts}.`,
  part: (name, weight, percent) => `${name} ${weight} (${percent})`,
  method: {
    webster: ' (by Webster)',
    dhondt: ' (by D’Hondt)',
    largest: ' (by largest remainder)',
    carried: ' (weights may change; remainders are carried)',
  },
  rest: (name) => ` (floors in this order, the rest to ${name})`,
  flow: (name) => `What ${name} receives goes on:`,
  shared: (name) => `All that is paid into ${name} is one sum:`,
  pool: (name) => `${name} holds money until a dividend is declared.`,
  register: (parts, from) =>
    from === undefined ? `Units: ${parts}.` : `Units from ${from} on: ${parts}.`,
  amendment: (from) => `For sales dated ${from} or later:`,
  carry: (ids) => `${ids.join(', ')} go on from where the terms before left them.`,
  list: ', ',
  sale: 'sale',
}

const zh: Phrases = {
  head: (id, currency) => `协议 ${id}，币种 ${currency}`,
  refunds: {
    net: '退款冲减：各方最终所得等于按净销售额计算的结果。',
    original: '退款原路退回：冲回该笔销售自身的明细。',
  },
  period: (period, zone) => `按${periods.zh[period]}结算，以销售在 ${zone} 的日期为准。`,
  scope: (on, every) =>
    on === 'event' ? '每笔'
    : on === 'life' ? '累计'
    : `每${periods.zh[every]}`,
  table: ({ kind, bands }) => {
    if (kind === 'rate') return bands[0]?.rate ?? ''
    const last = kind === 'tiers' ? '超出部分' : '更高为'
    const text = bands
      .map(({ upTo, rate }) =>
        upTo === undefined ? `${last} ${rate}` : `不超过 ${upTo} 为 ${rate}`,
      )
      .join('，')
    return (
      kind === 'tiers' ? `${text}（超额累进）`
      : kind === 'slab' ? `${text}（全额累进）`
      : kind === 'held' ? `${text}（全额累进，平滑衔接，不倒退、不跳升）`
      : `${text}（全额累进，期末调整）`
    )
  },
  floor: (amount) => `，不低于 ${amount}（以可供提取为限）`,
  cap: (amount) => `，封顶 ${amount}`,
  fee: (kind, to, table, scope) =>
    `${to} 从${scope}余额中提取${kind === 'levy' ? '公益金' : '佣金'}：${table}。`,
  kept: (payer) => `退款时不退还此项，由 ${payer} 承担。`,
  free: (tests) => `${tests}时免费：此类销售金额为 0。`,
  ceiling: (attribute, bound) => `${attribute} 不得超过 ${bound}；超出的销售不予受理。`,
  fixed: (to, amount, scope) => `${to} 先取${scope}余额中的 ${amount}。`,
  advance: (from, to, amount, recoup) =>
    `${from} 向 ${to} 预付 ${amount}，并从余额的 ${recoup} 中抵扣收回。`,
  payment: (from, to, amount) =>
    `${from} 按约定向 ${to} 付款${amount === undefined ? '' : `，合计不超过 ${amount}`}，到期支付。`,
  claims: (by, parts, scope) =>
    `${scope}余额先清偿下列款项，${
      by === 'order' ? '依次受偿'
      : by === 'proRata' ? '按比例受偿'
      : '等额受偿至各自足额'
    }：${parts}。`,
  claim: (name, amount) => `${name} ${amount}`,
  when: (tests) => `如果${tests}：`,
  oneOf: (attribute, values) => `${attribute} 为 ${values.join(' 或 ')}`,
  upTo: (attribute, bound) => `${attribute} 不超过 ${bound}`,
  above: (attribute, bound) => `${attribute} 超过 ${bound}`,
  and: ' 且 ',
  otherwise: '否则：',
  flowsOn: '款项继续向下。',
  share: (parts, scope) => `${scope}余额全部分成：${parts}。`,
  part: (name, weight, percent) => `${name} ${weight}（${percent}）`,
  method: {
    webster: '（韦伯斯特法）',
    dhondt: '（洪特法）',
    largest: '（最大余数法）',
    carried: '（权重可变，尾差结转）',
  },
  rest: (name) => `（依次向下取整，零头归 ${name}）`,
  flow: (name) => `${name} 所得再作如下分配：`,
  shared: (name) => `流入 ${name} 的款项合并计算：`,
  pool: (name) => `${name} 为资金池，宣告分红后派发。`,
  register: (parts, from) =>
    from === undefined ? `份额：${parts}。` : `自 ${from} 起份额：${parts}。`,
  amendment: (from) => `自 ${from} 起的销售适用：`,
  carry: (ids) => `${ids.join('、')} 接续此前条款的累计数。`,
  list: '，',
  sale: '销售',
}

export const phrases: Readonly<Record<Lang, Phrases>> = { en, zh }
