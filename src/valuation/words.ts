/** The faults and warnings of a valuation in words: what is wrong, and what to do next. */
import type { NotADate, NotARatio, NoValue, RedoFault, Words } from '../core/index.js'
import type { ValuationFault, ValuationWarning } from './fault.js'

/** What the faults and warnings of a valuation say. */
export const valuationWords: Words<
  | Exclude<ValuationFault, RedoFault | NoValue | NotADate | NotARatio>['_tag']
  | ValuationWarning['_tag']
> = {
  UnknownParameter: {
    en: '{name} is not there; define it above, or correct the name',
    zh: '没有 {name}；请在前面定义，或更正名称',
  },
  ParameterNotOne: {
    en: 'a parameter is given in one way, not by {given}; write value, values, formula, growing or by',
    zh: '参数只能以一种方式给出，而不是 {given}；请用 value、values、formula、growing 或 by 之一',
  },
  UnknownMethod: {
    en: 'there is no method {method}; take one of the registry, such as income.rfr',
    zh: '没有方法 {method}；请用方法表中的一种，例如 income.rfr',
  },
  DiscountMissing: {
    en: '{method} discounts; say discount: {rate: …, timing: end, mid or dated}',
    zh: '{method} 需要折现；请写明 discount: {rate: …, timing: end、mid 或 dated}',
  },
  NoFlows: { en: 'there are no amounts; give at least one', zh: '没有金额；请至少给出一期' },
  Lengths: {
    en: '{actual} entries where {expected} are needed; give one for each period',
    zh: '有 {actual} 项，应为 {expected} 项；每期一项',
  },
  RateTooLow: {
    en: 'a rate of {rate} is at or below −100%; give a rate above it',
    zh: '利率 {rate} 不高于 −100%；请给出更高的利率',
  },
  GrowthNotBelowRate: {
    en: 'growth {growth} for ever needs a discount rate above it, not {rate}; lower the growth or limit the life',
    zh: '永续增长率 {growth} 必须低于折现率 {rate}；请降低增长率或限定年限',
  },
  NotWhole: {
    en: '{given} is not a whole number of at least 1',
    zh: '{given} 不是不小于 1 的整数',
  },
  ShareOutOfRange: {
    en: '{given} is not between 0 and 1; give a share such as 8%',
    zh: '{given} 不在 0 与 1 之间；请给出比例，例如 8%',
  },
  WeightsNotOne: {
    en: 'the weights add to {sum}, not 1; write thirds as 1/3 and correct the rest',
    zh: '权重之和为 {sum}，不是 1；三分之一请写成 1/3，并改正其余权重',
  },
  FactorNotPositive: {
    en: '{given} is not above zero; a ratio of two sizes or prices must be',
    zh: '{given} 不大于零；两个数量或价格之比必须大于零',
  },
  NoComparable: {
    en: 'there is no comparable; give at least one sale, or take another approach',
    zh: '没有可比案例；请至少给出一个，或改用其他方法',
  },
  ZeroDenominator: {
    en: 'the divisor is zero; look at the figures named here',
    zh: '除数为零；请检查此处的数据',
  },
  NegativeCost: {
    en: '{given} is below zero; a cost or life is not',
    zh: '{given} 小于零；成本或年限不能为负',
  },
  ProbabilityOutOfTree: {
    en: 'with {steps} steps the chance of a rise is {p}, outside 0 to 1; take more steps',
    zh: '步数为 {steps} 时上涨概率为 {p}，不在 0 与 1 之间；请增加步数',
  },
  TooManySteps: {
    en: '{steps} steps are too many; take at most {most}',
    zh: '步数 {steps} 过多；最多 {most} 步',
  },
  VolatilityNegative: {
    en: 'a volatility of {given} is below zero; give its size',
    zh: '波动率 {given} 小于零；请给出其绝对值',
  },
  NotReciprocal: {
    en: 'entries ({i}, {j}) and ({j}, {i}) do not multiply to 1; write thirds as 1/3',
    zh: '第 ({i}, {j}) 项与第 ({j}, {i}) 项之积不等于 1；三分之一请写成 1/3',
  },
  NoRandomIndex: {
    en: 'the named table has no random index for {n} items; compare at most 10, in groups',
    zh: '所选表没有 {n} 阶的随机一致性指标；请分组，每组最多 10 项',
  },
  AllConstant: {
    en: 'no column varies, so nothing can be weighed by how much it varies',
    zh: '各列均无差异，无法按差异程度赋权',
  },
  DateBeforeValuation: {
    en: 'a flow on {date} lies before the valuation date {from}; leave it out',
    zh: '{date} 的现金流早于评估基准日 {from}；请去除',
  },
  IrrNone: {
    en: 'no rate brings these flows to zero; there must be amounts of both signs',
    zh: '没有使净现值为零的利率；现金流须有正有负',
  },
  IrrMany: {
    en: 'several rates bring these flows to zero: {roots}; use a net present value instead',
    zh: '有多个内部收益率：{roots}；请改用净现值',
  },
  NoSuchFigure: {
    en: 'no given figure of the tree matches "{pattern}"; name a leaf by the end of its path',
    zh: '没有与“{pattern}”相符的给定数据；请用路径末尾指明叶子',
  },
  NoSignChange: {
    en: 'the target lies on the same side at both ends ({low}, {high}); widen the range',
    zh: '两端（{low}，{high}）位于目标同侧；请扩大区间',
  },
  NegativeFlow: {
    en: 'a flow of {value} is below zero; it is kept as it is',
    zh: '收益 {value} 为负；按原值保留',
  },
  FactorOutOfBand: {
    en: 'the factor {given} lies outside its band {low} to {high}',
    zh: '修正系数 {given} 超出区间 {low} 至 {high}',
  },
  Inconsistent: {
    en: 'the consistency ratio {ratio} is 0.1 or more; look at the comparisons again',
    zh: '一致性比率 {ratio} 不小于 0.1；请重新比较',
  },
  OneColumnRules: {
    en: 'one column takes {weight} of the weight; look at its scale',
    zh: '某一列占权重 {weight}；请检查其量纲',
  },
  RatesApart: {
    en: 'the weighted return on assets {wara} is away from {against} by more than the tolerance',
    zh: '加权平均资产回报率 {wara} 与 {against} 之差超出容许范围',
  },
}
