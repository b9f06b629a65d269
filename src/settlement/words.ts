/** What the faults of events and the notes of statements say. */
import type { Words } from '../core/error.js'
import type { AgreementFault } from '../agreement/fault.js'
import type { NotInStatement } from './explain.js'
import type { SettlementFault, SettlementNote } from './fault.js'

type Own = Exclude<
  SettlementFault['_tag'] | SettlementNote['_tag'] | NotInStatement['_tag'],
  AgreementFault['_tag']
>

/** One sentence a fault or note of settlements, in both languages. */
export const settlementWords: Words<Own> = {
  UnknownKind: {
    en: '"{kind}" is no kind of event; write sale, refund, declare or transfer',
    zh: '“{kind}”不是事件种类；请写 sale、refund、declare 或 transfer',
  },
  FieldMissing: {
    en: 'a {kind} needs {field}; fill it in',
    zh: '{kind} 事件缺少 {field}；请补填',
  },
  FieldNotWanted: {
    en: 'a {kind} takes no {field}; leave it empty',
    zh: '{kind} 事件不应填写 {field}；请留空',
  },
  OtherCurrency: {
    en: 'the event is in {currency}, the agreement in {wanted}; convert the whole amount first, or settle it apart',
    zh: '事件币种为 {currency}，协议币种为 {wanted}；请先整笔折算，或另行结算',
  },
  SameIdOtherContent: {
    en: 'the id {id} was settled before with other content; give a new event a new id',
    zh: '编号 {id} 已按不同内容结算过；新事件请使用新编号',
  },
  BeforeRefundsUntil: {
    en: 'dated {at}, before {until}, until which records were kept; it cannot be settled any more',
    zh: '日期 {at} 早于记录保留起点 {until}；无法再结算',
  },
  UnknownSale: {
    en: 'the sale {sale} is not known here; settle it first, or correct the id',
    zh: '未找到销售 {sale}；请先结算该销售，或更正编号',
  },
  RefundBeforeSale: {
    en: 'the refund of {at} is dated before its sale of {sale}; correct the date',
    zh: '退款日期 {at} 早于销售日期 {sale}；请更正',
  },
  RefundAboveSale: {
    en: 'the refund of {amount} is above what is left of the sale, {left}; refund at most that',
    zh: '退款 {amount} 超过该销售的剩余金额 {left}；请不要超过该金额',
  },
  UnknownPool: {
    en: '{pool} is no pool of this agreement; pools: {known}',
    zh: '{pool} 不是本协议的资金池；资金池：{known}',
  },
  NoRegister: {
    en: 'the pool {pool} has no register at {at}; name units in the agreement or in the event',
    zh: '资金池 {pool} 在 {at} 没有持有人名册；请在协议或事件中写明 units',
  },
  PoolInDebit: {
    en: 'the pool {pool} is in debit ({held}); later money fills it first',
    zh: '资金池 {pool} 为借方余额（{held}）；须先由后续资金补足',
  },
  AbovePool: {
    en: 'declared {amount}, but the pool holds {held}; declare at most that',
    zh: '宣告 {amount}，而资金池仅有 {held}；请不要超过该金额',
  },
  UnknownHolder: {
    en: '{name} holds units but is no party; known parties: {known}',
    zh: '持有人 {name} 不是参与方；已知参与方：{known}',
  },
  UnknownAdvance: {
    en: '{advance} is no advance in force at that date; advances: {known}',
    zh: '{advance} 不是当日有效的预付款条款；预付款：{known}',
  },
  AboveAdvance: {
    en: 'paying {amount}, but {left} of the advance is unpaid; pay at most that',
    zh: '支付 {amount}，而预付款仅余 {left} 未付；请不要超过该金额',
  },
  OtherState: {
    en: 'the state is of {state}, the agreement is {agreement}; use the state of this agreement',
    zh: '状态属于 {state}，而协议为 {agreement}；请使用本协议的状态',
  },
  NotInStatement: {
    en: 'the statement has no line of {name}; name an event, or a party and path, that it has',
    zh: '结算单中没有 {name} 的明细；请指定其中已有的事件，或参与方与路径',
  },
  AttributeNotSeen: {
    en: 'no sale has the attribute {attribute} that a condition tests; all took the other way',
    zh: '没有任何销售带有条件所用的属性 {attribute}；均走了另一分支',
  },
  RecoupedBeforePaid: {
    en: 'of the advance {advance}, {recouped} was recouped while {paid} was paid; record its payment',
    zh: '预付款 {advance} 已抵扣 {recouped}，而已支付 {paid}；请登记其支付',
  },
  InDebit: {
    en: '{name} is in debit ({amount}); later money fills it first',
    zh: '{name} 为借方余额（{amount}）；由后续资金先行补足',
  },
  DatesOutOfOrder: {
    en: 'the event is dated {at}, before {last}; this agreement looks at time, so give its events in order of date',
    zh: '事件日期 {at} 早于 {last}；本协议与时间有关，请按日期先后提交事件',
  },
  AboveCeiling: {
    en: '{attribute} is {value}, above the ceiling of {ceiling}; sell at or below it',
    zh: '{attribute} 为 {value}，高于最高限价 {ceiling}；请在限价以内销售',
  },
  NotFree: {
    en: 'this sale is free by the agreement and cannot cost {amount}; write 0',
    zh: '按协议此类销售免费，不能收取 {amount}；请填 0',
  },
  NeedsLog: {
    en: 'a {kind} here needs the events before it; settle it with settle, whose state keeps them',
    zh: '此处的 {kind} 需要此前的事件；请使用 settle，其状态保存事件日志',
  },
  NotAPeriod: {
    en: '"{text}" names no period; write 2026-01, 2026-Q1 or 2026',
    zh: '“{text}”不是周期；请写 2026-01、2026-Q1 或 2026',
  },
  OpenedTooSoon: {
    en: 'the period {period} begins on {first}; open it then or later',
    zh: '周期 {period} 自 {first} 开始；请在当日或之后开启',
  },
  CloseBeforeEnd: {
    en: 'the period {period} ends before {next}; close it then or later',
    zh: '周期 {period} 在 {next} 之前结束；请在当日或之后关闭',
  },
  ClosedBefore: {
    en: 'the period {period} is closed already; a refund of its sales restates it by itself',
    zh: '周期 {period} 已关闭；退还该期销售会自动更正',
  },
  NothingAccrues: {
    en: 'no clause in force asks for {name}; known: {known}',
    zh: '现行条款均不涉及 {name}；已知：{known}',
  },
  UnknownAmendment: {
    en: 'no amendment is dated {from}; known: {known}',
    zh: '没有日期为 {from} 的补充协议；已知：{known}',
  },
  HeldAlready: {
    en: 'the money of {party} is held already; release it first',
    zh: '{party} 的款项已被冻结；请先解除',
  },
  NothingHeld: {
    en: 'the money of {party} is not held; hold it first, or name another party',
    zh: '{party} 的款项未被冻结；请先冻结或改写参与方',
  },
  WithheldAbovePaid: {
    en: '{withheld} withheld is more than the {amount} paid; the amount is before tax, so withhold at most it',
    zh: '代扣 {withheld} 超过付款 {amount}；金额为税前数，代扣不得超过它',
  },
  AboveHeld: {
    en: '{amount} is more than the {held} held for {party}; release less',
    zh: '{amount} 超过为 {party} 冻结的 {held}；请减少解除金额',
  },
  SucceededAlready: {
    en: 'the place of {party} has passed to others already, or would come back to it; name who holds it now',
    zh: '{party} 的地位已由他方承继，或将回到其自身；请写明现持有方',
  },
}
