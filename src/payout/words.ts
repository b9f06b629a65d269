/** What the faults and notes of payouts say. */
import type { Words } from '../core/error.js'
import type { AgreementFault } from '../agreement/fault.js'
import type { SettlementNote } from '../settlement/fault.js'
import type { NothingPaid } from './explain.js'
import type { PayoutFault, PayoutNote } from './fault.js'
import type { NoGrossLeaves } from './gross-up.js'

type Own = Exclude<
  PayoutFault['_tag'] | PayoutNote['_tag'] | NoGrossLeaves['_tag'] | NothingPaid['_tag'],
  AgreementFault['_tag'] | SettlementNote['_tag']
>

/** The sentences of every fault and note of payouts. */
export const payoutWords: Words<Own> = {
  UnknownRegime: {
    en: '{regime} is no regime of this kind; write one of {known}, or add it under regimes',
    zh: '没有此类税收规则 {regime}；请写 {known} 之一，或在 regimes 中补充',
  },
  UnknownItem: {
    en: '{regime} has no item {item}; write one of {known}',
    zh: '{regime} 没有所得项目 {item}；请写 {known} 之一',
  },
  RegimeCurrency: {
    en: '{regime} is in {currency}, the rules are in {wanted}; use a regime of that currency',
    zh: '{regime} 以 {currency} 计，付款规则以 {wanted} 计；请使用该币种的税收规则',
  },
  ItemMissing: {
    en: '{party} is an individual without withhold; name the regime and the item, or write none',
    zh: '{party} 是个人，但未写明 withhold；请写明税收规则与所得项目，或写 none',
  },
  SinceMissing: {
    en: '{regime} deducts by months; write since, the first day of income in a row',
    zh: '{regime} 按月数扣除；请填写 since，即连续取得收入的首日',
  },
  RateMissing: {
    en: 'no rate joins {base} and {quote}; add one under rates, with its time and source',
    zh: '没有 {base} 与 {quote} 之间的汇率；请在 rates 中补充，并写明时点与来源',
  },
  NotAboveZero: {
    en: '"{text}" is not above zero; write an amount or rate above zero',
    zh: '“{text}”不大于零；请填写大于零的金额或汇率',
  },
  NotInForce: {
    en: '{rule} does not stand at {at}; it stands {periods}: add what holds for that date',
    zh: '{rule} 在 {at} 无效；有效期为 {periods}：请补充适用于该日期的规定',
  },
  RulesCurrency: {
    en: 'the books are in {currency}, the rules in {wanted}; use rules of that currency',
    zh: '账面币种为 {currency}，付款规则为 {wanted}；请使用该币种的规则',
  },
  NoMembers: {
    en: 'the pooled payee {party} has no register at {at}; add one that begins by then',
    zh: '共有收款方 {party} 在 {at} 没有名册；请补充该日之前生效的名册',
  },
  Backdated: {
    en: 'a payment of {last} is known, so nothing can be paid as of {at}; pay at {last} or later',
    zh: '已有 {last} 的付款，不能再以 {at} 为付款日；请使用 {last} 或之后的日期',
  },
  NotAPayee: {
    en: '{party} has {amount} but no entry under payees; add one, or leave the money carried',
    zh: '{party} 有余额 {amount}，但 payees 中没有该方；请补充，或任其结转',
  },
  PaidAlready: {
    en: '{party} was paid that day under {id}; what came since is carried to another day',
    zh: '{party} 当日已按 {id} 付款；其后的金额结转至他日',
  },
  WithheldInExcess: {
    en: 'from {person} {amount} more was withheld under {regime} than is due; it counts in the yearly settlement',
    zh: '对 {person} 按 {regime} 多预扣 {amount}；于年度汇算时处理',
  },
  TaxOnDebit: {
    en: 'of what {party} was paid in {month}, {income} was refunded since; {tax} of its tax is to be corrected',
    zh: '{party} 于 {month} 所得款项中有 {income} 其后退回；该月税款 {tax} 应予更正',
  },
  NothingPaid: {
    en: 'nothing of that kind is paid to {name} now; name a payee or a member who is paid',
    zh: '此次没有向 {name} 支付该项；请指明有付款的收款方或成员',
  },
  NoGrossLeaves: {
    en: 'no gross leaves {net}, since the tax takes every further unit; correct the rates',
    zh: '没有税前金额能留下 {net}，因为税收占去全部增量；请更正税率',
  },
}
