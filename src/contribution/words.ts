/** What the faults of games and methods say: what is wrong, and what to do. */
import type { Words } from '../core/error.js'
import type { ContributionFault } from './fault.js'

/** One sentence a tag. */
export const contributionWords: Words<ContributionFault['_tag']> = {
  NoPlayers: {
    en: 'there are no players; name at least one',
    zh: '没有参与者；请至少写一个',
  },
  DuplicatePlayer: {
    en: 'the player {player} is named twice; name each once',
    zh: '参与者 {player} 出现两次；请只写一次',
  },
  UnknownPlayer: {
    en: '{player} is none of the players; write a declared name, or declare this one',
    zh: '{player} 不在参与者之中；请使用已声明的名称，或先声明',
  },
  PlayerMissing: {
    en: 'there is no figure for {player}; give one',
    zh: '缺少 {player} 的数值；请补充',
  },
  TooManyPlayers: {
    en: '{method} takes {limit} players, not {players}; use a form without a table (usage, votes, chains) or sample walks',
    zh: '{method} 最多支持 {limit} 个参与者，现有 {players} 个；请改用无需列表的形式（使用记录、投票、产业链）或抽样',
  },
  WrongTableLength: {
    en: 'the table has {found} worths instead of {expected}; give one for each coalition in the order named',
    zh: '列表有 {found} 个价值，应为 {expected} 个；请按所选顺序为每个联盟填写一个',
  },
  EmptySetNotZero: {
    en: 'nobody is worth {worth}; the empty coalition must be worth 0, so subtract it from all worths',
    zh: '空联盟的价值为 {worth}；应为 0，请从所有价值中减去它',
  },
  WorthNotFinite: {
    en: 'the worth {worth} of {coalition} is no number; give a finite one',
    zh: '{coalition} 的价值 {worth} 不是数；请给出有限的数',
  },
  WorthNotExact: {
    en: 'the worth {worth} of {coalition} is no safe integer; give a ratio, or round by a named rule',
    zh: '{coalition} 的价值 {worth} 不是安全整数；请给出比率，或按指定规则取整',
  },
  PlacesOutOfRange: {
    en: '{places} decimal places cannot be kept; give 0 to 30',
    zh: '无法保留 {places} 位小数；请给出 0 到 30',
  },
  SemivalueWeights: {
    en: 'the weights count {sum} in all; give {expected}, none below 0, that count 1',
    zh: '权重合计为 {sum}；请给出 {expected} 个非负权重，合计为 1',
  },
  ParameterOutOfRange: {
    en: '{parameter} cannot be {value}; see its range in the method’s page',
    zh: '{parameter} 不能为 {value}；请查看该方法说明中的取值范围',
  },
  NothingToScale: {
    en: '{method} sums to {sum} and cannot be scaled; use an efficient value such as Shapley',
    zh: '{method} 合计为 {sum}，无法归一化；请改用沙普利值等有效的方法',
  },
  WeightNotPositive: {
    en: 'the weight {weight} of {player} is not above 0; give one above 0, or leave the player out',
    zh: '{player} 的权重 {weight} 不大于 0；请填写正数，或去掉该参与者',
  },
  StandAloneSigns: {
    en: '{player} alone is worth {worth}; all must be above 0 or all below, so use Shapley here',
    zh: '{player} 单独价值为 {worth}；各方须同为正或同为负，此处请用沙普利值',
  },
  StandAloneShares: {
    en: '{player} alone is worth {worth}; shares by stand-alone worth need worths of 0 or more and some above 0',
    zh: '{player} 单独价值为 {worth}；按单独价值分配要求各值非负且至少一个为正',
  },
  NotSimple: {
    en: '{coalition} is worth {worth}; an index of power needs worths 0 or 1 and 1 for all together',
    zh: '{coalition} 的价值为 {worth}；权力指数要求价值为 0 或 1，且全体为 1',
  },
  NotMonotone: {
    en: '{smaller} wins and {larger} loses; whoever joins winners must not make them lose',
    zh: '{smaller} 获胜而 {larger} 失败；加入获胜联盟不应使其失败',
  },
  NotQuasiBalanced: {
    en: '{player} may claim from {lower} up to {upper}, which leaves no compromise; use the nucleolus here',
    zh: '{player} 的要求区间为 {lower} 到 {upper}，无法折中；此处请用核仁',
  },
  GatelyUndefined: {
    en: 'alone all make {standAlone}, as much as they add at the end, of {total}; use CIS here',
    zh: '各方单独合计 {standAlone}，等于其最后贡献之和，总价值 {total}；此处请用分配集中心值',
  },
  NoImputation: {
    en: 'alone all make {standAlone}, more than {total} together; use the prenucleolus here',
    zh: '各方单独合计 {standAlone}，超过合作价值 {total}；此处请用预核仁',
  },
  NotAPartition: {
    en: '{player} is in no group or in two; put each player into exactly one',
    zh: '{player} 不在任何组或在两个组中；请让每个参与者恰好属于一组',
  },
  LinkToItself: {
    en: 'a link leads from {player} to itself; link two players',
    zh: '存在从 {player} 到自身的连接；请连接两个不同的参与者',
  },
  NotAForest: {
    en: 'the links around {player} form a cycle; leave one out, or use the Myerson value',
    zh: '{player} 所在部分的连接成环；请去掉一条，或改用迈尔森值',
  },
  TooManyLinks: {
    en: '{links} links are more than {limit}; use the Myerson value',
    zh: '{links} 条连接超过上限 {limit}；请改用迈尔森值',
  },
  OrderOutOfRange: {
    en: 'no coalition of {players} players has {order} members; give an order from 1 to {players}',
    zh: '{players} 个参与者没有 {order} 人的联盟；阶数应为 1 到 {players}',
  },
  EmptyTerm: {
    en: 'the event {event} names no party; name those without whom it would not have happened',
    zh: '事件 {event} 没有列出任何一方；请列出缺一不可的各方',
  },
  TermsDiffer: {
    en: 'the rows of event {event} give the amounts {first} and {other}; give one amount for an event',
    zh: '事件 {event} 的各行金额不同（{first} 与 {other}）；同一事件只能有一个金额',
  },
  QuotaOutOfRange: {
    en: 'the quota {quota} must be above 0 and at most all {total} votes',
    zh: '门槛 {quota} 应大于 0 且不超过总票数 {total}',
  },
  NotAVote: {
    en: '{player} cannot have {votes} votes; give 0 or more',
    zh: '{player} 的票数不能为 {votes}；请填写零或正数',
  },
  TooMuchCounting: {
    en: '{method} would count {size} cells, more than {limit}; divide all votes by a common divisor or sample',
    zh: '{method} 需要计数 {size} 格，超过 {limit}；请约去公因数或改用抽样',
  },
  NegativeFigure: {
    en: 'the figure {value} of {player} is below zero; give 0 or more',
    zh: '{player} 的数值 {value} 为负；请填写零或正数',
  },
  NotACount: {
    en: 'stage {stage} has {value} suppliers; name at least one',
    zh: '第 {stage} 个环节有 {value} 个供应方；请至少写一个',
  },
  RankingCycle: {
    en: '{player} stands above itself, or above those who do; make the ranking a hierarchy',
    zh: '{player} 处于循环的上下级关系中或其上；请改为层级结构',
  },
  FactorsNotOne: {
    en: 'the factors sum to {sum}; give factors that sum to 1',
    zh: '修正因子之和为 {sum}；应为 1',
  },
  NegativeShare: {
    en: 'the correction takes {player} to {value}; choose factors nearer to equal ones',
    zh: '修正后 {player} 为 {value}；请选择更接近平均的因子',
  },
  ScoresAllZero: {
    en: 'all scores in {role} are zero; give at least one above zero',
    zh: '{role} 的评分全为零；请至少给一个正数',
  },
  NoUsers: {
    en: 'there are no users; give at least one column of plays',
    zh: '没有用户；请至少给出一列播放记录',
  },
  UserWithoutPlays: {
    en: 'user {user} played nothing; choose what becomes of the fee: unallocated or proRata',
    zh: '第 {user} 个用户没有播放；请选择其费用的处理：unallocated 或 proRata',
  },
  RowLength: {
    en: 'row {row} has {found} entries instead of {expected}; make all rows equally long',
    zh: '第 {row} 行有 {found} 项，应为 {expected} 项；请使各行等长',
  },
  NoPoints: {
    en: 'there are no {points} records; give at least one',
    zh: '没有 {points} 记录；请至少给出一条',
  },
  NeighboursOutOfRange: {
    en: '{k} neighbours cannot vote; give a whole number from 1 on',
    zh: '近邻数不能为 {k}；请给出不小于 1 的整数',
  },
  DistanceNotFinite: {
    en: 'test record {test} is at no finite distance from training record {training}; clean the features',
    zh: '测试记录 {test} 与训练记录 {training} 的距离不是有限数；请清理特征',
  },
  NoSample: {
    en: 'no sample {side} {player}; draw more sets',
    zh: '没有 {player} 的样本（{side}）；请抽取更多集合',
  },
  WalksOutOfRange: {
    en: '{walks} walks are too few or too many; give from 1 to 4294967296, 2 for a variance',
    zh: '{walks} 次抽样过少或过多；请给出 1 到 4294967296，计算方差至少 2',
  },
  StreamRefused: {
    en: 'the seed {seed} is no whole number from 0 to 4294967295; give one',
    zh: '种子 {seed} 不是 0 到 4294967295 之间的整数；请重新给出',
  },
  SingularSample: {
    en: '{rows} sampled sets do not determine the values; draw more',
    zh: '{rows} 个抽样集合不足以确定数值；请抽取更多',
  },
  NoRange: {
    en: 'the range {range} is not above 0; state the largest less the smallest marginal',
    zh: '范围 {range} 不大于 0；请给出边际贡献的最大值减最小值',
  },
  NegativeContribution: {
    en: '{player} contributes {value}; choose floor for negatives, or a transfer for what is owed',
    zh: '{player} 的贡献为 {value}；请选择 floor，或用转移支付处理应付款',
  },
  NothingPositive: {
    en: 'nothing is above zero, so there is nothing to weigh; check the game',
    zh: '没有大于零的数值，无法形成权重；请检查博弈',
  },
  ParameterMissing: {
    en: 'the method needs {parameter} besides the game; give them',
    zh: '该方法除博弈外还需要 {parameter}；请补充',
  },
  UnknownValue: {
    en: 'there is no method {id}; see valueMethods for all ids',
    zh: '没有方法 {id}；全部编号见 valueMethods',
  },
}
