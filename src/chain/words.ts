/** What the faults of rights, products and succession say. */
import type { Words } from '../core/error.js'
import type { DerivationFault } from './product.js'
import type { GrantFault, RightFault } from './right.js'
import type { SuccessionFault } from './succession.js'

export type ChainFault = DerivationFault | GrantFault | RightFault | SuccessionFault

/** The sentences of every fault of the chain. */
export const chainWords: Words<ChainFault['_tag']> = {
  GrantTwice: {
    en: 'two grants have the id {grant}; give each its own',
    zh: '有两项授权的编号都是 {grant}；请各用不同编号',
  },
  UnknownGrant: {
    en: 'the grant {grant} is passed on from {parent}, which is not there; add it, or correct the id',
    zh: '授权 {grant} 的上级授权 {parent} 不存在；请补充或更正编号',
  },
  GrantCycle: {
    en: 'the grants {grants} lead back to themselves; name a grant that stands by itself',
    zh: '授权 {grants} 互为上下级；请指明独立的上级授权',
  },
  GrantorNotHolder: {
    en: 'the grant {grant} is not given by {holder}, who has what it is passed on from; let {holder} grant it',
    zh: '授权 {grant} 并非由上级权利的享有者 {holder} 作出；请由其授权',
  },
  SublicenceNotAllowed: {
    en: 'the grant {grant} of the right to {right} cannot be passed on from the right to {parent}; start from the right to operate',
    zh: '授权 {grant}（{right}）不能由 {parent} 权利转授；请以经营权（operate）为上级',
  },
  ScopeExceeded: {
    en: 'the grant {grant} does not reach that far in {field}; narrow the use, or ask for a wider grant',
    zh: '超出授权 {grant} 的范围（{field}）；请缩小使用范围，或取得更宽的授权',
  },
  ExclusiveConflict: {
    en: 'the exclusive grant {grant} meets the grant {other} of the same right; end one of them first',
    zh: '独占授权 {grant} 与同一权利的授权 {other} 冲突；请先终止其中之一',
  },
  MissingRight: {
    en: '{party} has no right to {right} {asset}; get a grant of it first',
    zh: '{party} 对 {asset} 没有相应权利（{right}）；请先取得授权',
  },
  RightExpired: {
    en: 'the grant {grant} ended on {ended}; renew it first',
    zh: '授权 {grant} 已于 {ended} 终止；请先续期',
  },
  UnknownAsset: {
    en: 'the asset {asset} is not known here; add it, or correct the id',
    zh: '未找到数据资源或产品 {asset}；请补充或更正编号',
  },
  DerivationCycle: {
    en: 'the assets {assets} are made of each other; correct what each is made from',
    zh: '{assets} 互为来源；请更正各自的来源',
  },
  OrphanObligation: {
    en: 'nobody takes over the obligation {obligation} of {holder}; name its taker',
    zh: '{holder} 的义务 {obligation} 无人承继；请指明承继方',
  },
  OrphanRight: {
    en: 'nobody takes over the right {right} of {holder}; name its taker',
    zh: '{holder} 的权利 {right} 无人承继；请指明承继方',
  },
  DutyParted: {
    en: 'the duty {duty} is bound to the right {right} and cannot go to {taker} alone; let it follow the right',
    zh: '义务 {duty} 附着于权利 {right}，不能单独转给 {taker}；请随权利一并转移',
  },
  UnknownRight: {
    en: 'the duty {duty} is bound to {right}, which the party does not have; correct the id',
    zh: '义务 {duty} 所附着的权利 {right} 不属于该方；请更正编号',
  },
  UnknownSuccessor: {
    en: '{party} takes something but is no successor; successors: {known}',
    zh: '{party} 被指定为承继方，但不在承继方之列：{known}',
  },
  NotOneSuccessor: {
    en: 'a {kind} has one successor, here {count}; name one, or record a split',
    zh: '{kind} 应有一个承继方，现有 {count} 个；请只写一个，或登记为分立（split）',
  },
  SuccessorGone: {
    en: '{party} is dissolved and cannot succeed itself; name who takes its place',
    zh: '{party} 已终止，不能承继自身；请指明承继方',
  },
  UnknownBelonging: {
    en: '{id} is no right or duty of those who are succeeded; correct the id',
    zh: '{id} 不是被承继方的权利或义务；请更正编号',
  },
}
