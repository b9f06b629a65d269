/** What the faults and notes of an agreement say: what is wrong, and what to do. */
import type { Words } from '../core/error.js'
import type { AgreementFault, AgreementNote } from './fault.js'

type Own = Exclude<
  AgreementFault['_tag'] | AgreementNote['_tag'],
  | 'NotAnAmount'
  | 'TooManyDecimals'
  | 'AmountTooLarge'
  | 'NotADate'
  | 'NotARatio'
  | 'UnknownCurrency'
  | 'UnknownZone'
  | 'NegativeWeight'
  | 'WeightsSumToZero'
>

/** One sentence a fault or note of agreements, in both languages. */
export const agreementWords: Words<Own> = {
  NotANumber: {
    en: '{value} is no safe integer; write numbers as text, such as "0.125"',
    zh: '{value} 不是安全整数；请把数字写成文本，例如 "0.125"',
  },
  RateAboveOne: {
    en: 'the rate {text} is above 1; write {text}% if per cent is meant',
    zh: '比率 {text} 大于 1；如指百分比，请写 {text}%',
  },
  NotAWeight: {
    en: '"{text}" is no weight; write digits with at most one point, or a fraction',
    zh: '“{text}”不是权重；请写数字（至多一个小数点）或分数',
  },
  NothingNamed: {
    en: 'nothing is named here; name at least one with more than zero',
    zh: '此处为空；请至少写一项大于零的内容',
  },
  NotAName: {
    en: '"{name}" is no name; begin with a letter, then letters, digits, _ . or -',
    zh: '“{name}”不是有效名称；须以字母或汉字开头，其后为字母、数字、_ . 或 -',
  },
  IdTwice: {
    en: 'the id {id} stands twice in one version; give each step its own',
    zh: '编号 {id} 在同一版本中出现两次；请为每个步骤单独编号',
  },
  NameOfTwoKinds: {
    en: '{name} names several things ({kinds}); rename one of them',
    zh: '名称 {name} 指代多种对象（{kinds}）；请改名',
  },
  UnknownParty: {
    en: '{name} is no party, pool or flow; known parties: {known}',
    zh: '{name} 不是参与方、资金池或流程；已知参与方：{known}',
  },
  TableWanted: {
    en: 'give exactly one of rate, tiers and slab (given: {given})',
    zh: '请在 rate、tiers、slab 中恰选一项（现有：{given}）',
  },
  BandsNotRising: {
    en: 'the bound {upTo} does not rise above {before}; order the bands by upTo',
    zh: '档位上限 {upTo} 未高于 {before}；请按上限递增排列',
  },
  BandOpen: {
    en: 'only the last band may lack upTo; give this one a bound',
    zh: '只有最后一档可以没有 upTo；请为本档写明上限',
  },
  LastBandClosed: {
    en: 'the last band ends at {upTo}; add a band without upTo for what lies above',
    zh: '最后一档止于 {upTo}；请为超出部分增加一个没有 upTo 的档位',
  },
  BreaksWithoutSlab: {
    en: 'breaks says how a slab behaves, and there is none; remove it or use slab',
    zh: 'breaks 只用于全额累进（slab）；请删除或改用 slab',
  },
  SlabBreaks: {
    en: 'the slab breaks at {at}: {before} before, {after} with it, so that somebody pays for a sale; write breaks: hold, or tiers',
    zh: '全额累进在 {at} 处断裂：之前为 {before}，到此为 {after}，会有人因成交而倒付；请写 breaks: hold 或改用 tiers',
  },
  FloorAboveCap: {
    en: 'the floor {floor} is above the cap {cap}; lower one or raise the other',
    zh: '下限 {floor} 高于上限 {cap}；请调整',
  },
  ScopeNarrows: {
    en: 'the money here is counted by {from}, and {to} is narrower; totals would depend on the order of sales. Put this step above the wider one, or widen it',
    zh: '此处资金按 {from} 累计，而 {to} 更窄，合计会取决于销售次序。请把本步骤移到较宽步骤之前，或放宽其口径',
  },
  EveryWithoutPeriod: {
    en: 'every names a period and needs on: period, not {on}',
    zh: 'every 指定周期，须配合 on: period，而非 {on}',
  },
  NoEnd: {
    en: 'money is left at the end; end with share or along',
    zh: '末尾仍有余款；请以 share 或 along 结束',
  },
  StepAfterEnd: {
    en: 'nothing is left for this step; move it above the share',
    zh: '到此已无余款；请把本步骤移到 share 之前',
  },
  FlowCycle: {
    en: 'flows name each other in a circle: {names}; break it',
    zh: '流程循环引用：{names}；请断开',
  },
  FlowsTooLarge: {
    en: 'written out, the flows stand in more than {limit} places; use shared flows',
    zh: '展开后的流程超过 {limit} 处；请改用共享流程 shared',
  },
  FlowsTooMany: {
    en: 'there are more than {limit} named flows; join those that say the same',
    zh: '命名流程超过 {limit} 个；请合并内容相同的流程',
  },
  LinkWithoutParty: {
    en: 'the link {link} has not exactly one party ({parties}); name a flow {link}, or give one party that link',
    zh: '环节 {link} 的参与方不是恰好一个（{parties}）；请写名为 {link} 的流程，或只给一个参与方设此环节',
  },
  NotALink: {
    en: '{name} is no link; the links are collection, processing, circulation, application',
    zh: '{name} 不是环节；环节为 collection、processing、circulation、application',
  },
  LargestNotOnEvent: {
    en: 'largest remainder is not monotone; it needs on: event and refunds: original, or use by: tree',
    zh: '最大余数法不单调；须配合 on: event 与 refunds: original，或改用 by: tree',
  },
  RestNotNamed: {
    en: 'rest names {rest}, which has no weight here; name one of the parties of this share',
    zh: 'rest 所指 {rest} 在此没有权重；请指定本分成中的一方',
  },
  RestWithMethod: {
    en: 'rest is a method of its own and does not go with by: {by}; drop one of them',
    zh: 'rest 本身就是一种方法，不能与 by: {by} 并用；请删去其一',
  },
  PayerNotAParty: {
    en: '{name} pays the advance and must be a party, not a flow or pool',
    zh: '预付款的付款人 {name} 须为参与方，不能是流程或资金池',
  },
  PayerIsPayee: {
    en: '{name} would pay itself; name another payer',
    zh: '{name} 将向自己付款；请另指定付款人',
  },
  UnknownDayCount: {
    en: '"{days}" is no day count; use one of {known}',
    zh: '“{days}”不是计息天数惯例；请使用 {known} 之一',
  },
  OrderCounts: {
    en: '{kind} looks at time: events must come in order of date, a refund of an older sale replays what came after, and settleOne needs the log for it',
    zh: '{kind} 与时间有关：事件须按日期先后提交，退还早先的销售会重算其后各事件，settleOne 需要事件日志',
  },
  CatchUpTooSlow: {
    en: 'a catch-up at {rate} never reaches a carry of {carry}; give it more than the carry',
    zh: '追补比例 {rate} 永远达不到 {carry}；请设为高于超额收益比例',
  },
  HurdleUnknown: {
    en: 'no preferred step {name} stands above (there: {known}); name one, or write an amount',
    zh: '上方没有名为 {name} 的 preferred 步骤（现有：{known}）；请指定其一或填写金额',
  },
  CountWanted: {
    en: '"{text}" is no whole number from 1 to 9999; write one',
    zh: '“{text}”不是 1 至 9999 的整数；请改写',
  },
  AdjustNeedsClose: {
    en: 'a slab of a single sale has no close to put it right; use on: period or life',
    zh: '按单笔计算的全额累进没有期末可供调整；请使用 on: period 或 life',
  },
  FoldBelowAdjust: {
    en: '{clause} looks at time and stands below breaks: adjust, which may take money back from it; move it above, or use breaks: hold',
    zh: '{clause} 与时间有关，却位于 breaks: adjust 之下，后者会收回其款项；请上移或改用 breaks: hold',
  },
  MayPay: {
    en: 'by {kind}, {payer} may have to pay: nobody pays for a sale, but here for a close, a refund or what falls due',
    zh: '依据 {kind}，{payer} 可能须付款：成交本身不使任何人倒付，但期末、退款或到期时可能',
  },
  AdvanceNotShared: {
    en: 'an advance runs through shares only, and this flow has a {step}; pay a party or a flow of shares',
    zh: '预付款只能经由分成流程支付，而此流程含有 {step}；请支付给参与方或仅含分成的流程',
  },
  AdvanceTwice: {
    en: 'the advance {id} stands in two places of the flow; put it into a shared flow',
    zh: '预付款 {id} 出现在流程的两处；请放入共享流程 shared',
  },
  NoCondition: {
    en: 'the test is empty; name an attribute and its value',
    zh: '条件为空；请写明属性及取值',
  },
  CarriedUnknown: {
    en: 'carry names {id}, which does not stand in both versions; name a clause of both',
    zh: 'carry 所列 {id} 未同时出现在前后两个版本中；请列出两者共有的条款',
  },
  AmendmentsNotRising: {
    en: 'the amendment of {from} follows that of {before}; order amendments by date',
    zh: '{from} 的补充协议排在 {before} 之后；请按日期递增排列',
  },
  DatesNotRising: {
    en: 'what holds from {from} follows what holds from {before}; order by date, each date once',
    zh: '自 {from} 起的一项排在自 {before} 起的之后；请按日期递增排列，每个日期一次',
  },
  ZeroWeight: {
    en: '{name} has weight 0 and receives nothing',
    zh: '{name} 的权重为 0，不会得到任何款项',
  },
  ZeroRate: {
    en: 'the rate is 0, so this step takes nothing',
    zh: '比率为 0，本步骤不提取任何款项',
  },
  FlowNotNamed: {
    en: 'the flow {name} is named nowhere, so no money reaches it',
    zh: '流程 {name} 未被引用，不会有资金流入',
  },
  NotReached: {
    en: 'no money can reach this step',
    zh: '不会有资金到达本步骤',
  },
  NothingCarried: {
    en: '{id} has nothing to carry: shares, plain rates and clauses of one sale start afresh, and so does a period that the date does not cut',
    zh: '{id} 没有可结转的内容：分成、单一比率和按单笔计算的条款重新起算，未被日期切分的周期亦然',
  },
}
