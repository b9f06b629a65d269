/** What the faults and notes of accounting say. */
import type { Words } from '../core/error.js'
import type { UnknownCurrency } from '../core/currency.js'
import type { ScalarFault } from '../agreement/fault.js'
import type { EventFault } from '../settlement/fault.js'
import type { NoSuchCell } from './explain.js'
import type { AccountingFault, AccountingNote } from './fault.js'

type Own = Exclude<
  AccountingFault['_tag'] | AccountingNote['_tag'] | NoSuchCell['_tag'],
  ScalarFault['_tag'] | EventFault['_tag'] | UnknownCurrency['_tag']
>

/** The sentences of every fault and note of accounting. */
export const accountingWords: Words<Own> = {
  NoAccount: {
    en: 'the chart has no account for {role}; add one under accounts',
    zh: '科目表中没有用途 {role} 的科目；请在 accounts 中补充',
  },
  Unbalanced: {
    en: 'debits are {debit}, credits {credit}; correct one side',
    zh: '借方合计 {debit}，贷方合计 {credit}；请更正其中一方',
  },
  LevelNegative: {
    en: 'level charges leave {last} minor units for the last month; write rounding: cumulative or remaining',
    zh: '按 level 取整，末期为 {last}（最小单位）；请改用 cumulative 或 remaining',
  },
  LifeNotWholeYears: {
    en: '{months} months are no whole years, which this method needs; change the life or the method',
    zh: '{months} 个月不是整年，而该方法需要整年；请更改寿命或方法',
  },
  AssetNotRegistered: {
    en: 'no asset {asset} is on the register by then; enter it first, or correct the id',
    zh: '届时台账中没有资产 {asset}；请先登记或更正编号',
  },
  AssetTwice: {
    en: 'the asset {asset} is on the register already; give the new one its own id',
    zh: '资产 {asset} 已在台账中；新资产请使用新编号',
  },
  WrongClass: {
    en: '{asset} is of the class {class}, which this event does not fit; correct the asset or the kind',
    zh: '{asset} 的类别为 {class}，不适用此事项；请更正资产或事项种类',
  },
  NotReady: {
    en: '{asset} is not ready for this; date a ready event with a fitting schedule before it',
    zh: '{asset} 尚未达到可用状态或摊销方法不符；请先登记 ready 及相应的 schedule',
  },
  ReadyAlready: {
    en: '{asset} is ready already; use revise to change its schedule',
    zh: '{asset} 已达到预定用途；变更摊销请用 revise',
  },
  AlreadyGone: {
    en: '{asset} left the books on {since}; correct the date or the asset',
    zh: '{asset} 已于 {since} 终止确认；请更正日期或资产',
  },
  HeldForSale: {
    en: '{asset} is held for sale since {since} and is not charged; unhold it first',
    zh: '{asset} 自 {since} 起为持有待售，不计提；请先登记 unhold',
  },
  NotHeldForSale: {
    en: '{asset} is not held for sale; correct the asset or leave the event out',
    zh: '{asset} 并非持有待售；请更正资产或删除该事项',
  },
  PartTooLarge: {
    en: '{asked} is asked of {left}; name a part that is there',
    zh: '要求 {asked}，仅有 {left}；请更正份额',
  },
  AppraisalAsCost: {
    en: 'an appraised value may not be booked as cost; enter what was paid, by item',
    zh: '评估值不得作为入账依据；请按项目填写实际成本',
  },
  BeforeConditions: {
    en: 'development of {asset} was never shown to meet its conditions; date a conditions event before',
    zh: '{asset} 的开发支出尚未满足资本化条件；请先登记 conditions',
  },
  ConditionsMissing: {
    en: 'evidence is missing for {missing}; say how each is shown',
    zh: '缺少以下条件的证据：{missing}；请逐项说明',
  },
  OutsideYear: {
    en: '{at} is outside of the books, {from} to {to}; correct the date or the days of the books',
    zh: '{at} 不在账簿期间 {from} 至 {to} 内；请更正日期或账簿期间',
  },
  MonthClosed: {
    en: '{at} lies in a month that is closed up to {month}; date it later, or write it before the close',
    zh: '{at} 所在月份已结账（至 {month}）；请改用之后的日期，或写在结账之前',
  },
  NotOneOf: {
    en: '"{text}" is none of {known}; write one of them',
    zh: '“{text}”不在 {known} 之中；请写其中之一',
  },
  NotAMonth: {
    en: '"{text}" is no month; write it as 2026-03',
    zh: '“{text}”不是月份；请写作 2026-03',
  },
  NotAMonthCount: {
    en: '"{text}" is no fitting whole number; write digits only, at least 1 for a life',
    zh: '“{text}”不是合适的整数；请只写数字，寿命至少为 1',
  },
  NoRecoverable: {
    en: 'the test has no figure to compare with; give fairValueLessCost or valueInUse, under US GAAP undiscounted and fairValue',
    zh: '减值测试没有可比金额；请给出 fairValueLessCost 或 valueInUse，美国准则下给出 undiscounted 与 fairValue',
  },
  AmortisedTooMuch: {
    en: 'amortisation and provision exceed cost, leaving {carrying}; correct the balances',
    zh: '摊销与减值之和超过原值，账面价值为 {carrying}；请更正余额',
  },
  LifeBeyondRight: {
    en: 'the life of {asset}, {months} months, outlasts its right; {cut} months are used',
    zh: '{asset} 的寿命 {months} 个月超过权利期限；按 {cut} 个月摊销',
  },
  UnitsBeyondTotal: {
    en: '{asset} was used beyond its total; only {left} units are charged: revise the total',
    zh: '{asset} 的使用量超过总量；仅按 {left} 计提：请用 revise 更正总量',
  },
  LossNotAllocated: {
    en: '{amount} of the loss of {event} is stopped by floors and not booked; test a larger group',
    zh: '{event} 的减值损失中有 {amount} 受下限限制未入账；请以更大的资产组测试',
  },
  RefundOfClosedYear: {
    en: '{event} refunds a sale of {year}; until the accounts are approved it is an adjusting event: decide on it',
    zh: '{event} 退回 {year} 年的销售；报告批准报出前属于资产负债表日后调整事项：请判断处理',
  },
  NoSuchCell: {
    en: 'there is no cell {cell}; write table/row/column, such as I/cost.close/total; rows here: {rows}',
    zh: '没有单元格 {cell}；请写作 表/行/列，例如 I/cost.close/total；此处的行：{rows}',
  },
}
