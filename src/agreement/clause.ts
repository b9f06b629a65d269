/** The agreement as it is written: one record, the same in YAML, JSON and TypeScript.
 *
 *  Money flows down a list of steps; each step takes, the rest flows on, the last step shares.
 *  Numbers are text (`10%`, `10000.00`, `2/25`) or safe integers. docs/reference/agreement.md
 *  is the grammar. */
import type { Bilingual } from '../core/error.js'
import type { Period } from '../core/date.js'
import type { Link, Party } from '../chain/party.js'
import type { AgreedPayment, TimedStep } from './timed-clause.js'
import type { Band, Named, Scalar, Scoped } from './written.js'

export type * from './timed-clause.js'
export type { Band, On, Scalar } from './written.js'

/** An agreement. 协议 */
export interface Agreement extends Terms {
  readonly agreement: string
  readonly currency: string
  /** net: 冲减, original: 原路退回. Default net. */
  readonly refunds?: 'net' | 'original'
  /** Default month. */
  readonly period?: Period
  /** An IANA name; default Asia/Shanghai. */
  readonly zone?: string
  readonly parties?: Readonly<Record<string, Party>>
  readonly amendments?: readonly Amendment[]
  readonly pools?: Readonly<Record<string, Pool>>
  /** Sales that are free: their amount must be 0. 免费 */
  readonly free?: { readonly when: When['test'] }
  /** Attributes with a highest value: a dearer sale is refused. 最高限价 */
  readonly ceilings?: Readonly<Record<string, Scalar>>
}

/** What a version of an agreement says. */
export interface Terms {
  readonly flow: Steps
  readonly flows?: Readonly<Record<string, Steps>>
  readonly shared?: Readonly<Record<string, Steps>>
}

/** New terms from a date on. 补充协议 */
export interface Amendment extends Terms {
  readonly from: string
  readonly carry?: readonly string[]
}

/** Money held until it is declared as a dividend. 资金池 */
export interface Pool {
  readonly units?: Register
}

/** Who holds how many units, always or from a date on. 持有人名册 */
export type Register =
  | Readonly<Record<string, Scalar>>
  | readonly { readonly from: string; readonly of: Readonly<Record<string, Scalar>> }[]

export type Steps = readonly Step[]

export type Step =
  | { readonly fixed: Fixed }
  | { readonly commission: Fee }
  | { readonly levy: Fee }
  | { readonly advance: Advance }
  | { readonly claims: Claims }
  | { readonly when: When }
  | { readonly share: Share }
  | { readonly along: Share }
  | { readonly payment: AgreedPayment }
  | TimedStep

/** The first money, up to an amount. 固定费用 */
export interface Fixed extends Named, Scoped {
  readonly to: string
  readonly amount: Scalar
}

/** A part by rate, tiers or slab, at least `floor`, at most `cap`. 佣金、提成 */
export interface Fee extends Named, Scoped {
  readonly to: string
  readonly rate?: Scalar
  /** Marginal: each band's rate on the money within the band. 超额累进 */
  readonly tiers?: readonly Band[]
  /** The whole at the rate of its band. 全额累进 */
  readonly slab?: readonly Band[]
  /** Of a slab: refuse what falls or jumps, hold it to the lawful envelope, or put it right at
   * the close. */
  readonly breaks?: 'strict' | 'hold' | 'adjust'
  /** A refund takes nothing back here; this party bears it. 不退 */
  readonly kept?: string
  readonly floor?: Scalar
  readonly cap?: Scalar
}

/** Money paid ahead and taken back out of what is earned. 预付款、抵扣 */
export interface Advance extends Named {
  readonly from: string
  readonly to: string
  readonly amount: Scalar
  /** The part of each sale that recoups; default 100%. */
  readonly recoup?: Scalar
}

/** Fixed claims: one after the other, in proportion, or in equal parts. 优先级、同顺位 */
export interface Claims extends Named, Scoped {
  readonly of: Readonly<Record<string, Scalar>>
  readonly by: 'order' | 'proRata' | 'equal'
}

/** A route by the attributes of the sale as sold. 条件 */
export interface When extends Named {
  readonly test: Readonly<Record<string, Condition>>
  readonly then: Steps
  readonly else?: Steps
}

export type Condition =
  Scalar | readonly Scalar[] | { readonly upTo: Scalar } | { readonly above: Scalar }

/** All of it, by weights. `along` names the four links instead of parties. 分成 */
export interface Share extends Named, Scoped {
  readonly of: Readonly<Record<string, Scalar>> | Readonly<Partial<Record<Link, Scalar>>>
  readonly by?: 'tree' | 'webster' | 'dhondt' | 'largest' | 'carried'
  /** Names the party that takes what floors leave over. 零头归 */
  readonly rest?: string
}

/** The kinds of steps. */
export type StepKind =
  Step extends infer S ?
    S extends S ?
      keyof S
    : never
  : never

/** The kinds of lines: those of steps, and of events that name no step. */
export type LineKind = StepKind | 'dividend' | 'hold' | 'succession'

/** Names of the kinds, as contracts say them; `dividend` is the kind of a declaration's lines. */
export const clauseNames: Readonly<Record<LineKind, Bilingual>> = {
  fixed: { en: 'fixed fee', zh: '固定费用' },
  commission: { en: 'commission', zh: '佣金' },
  levy: { en: 'levy', zh: '公益提取' },
  advance: { en: 'advance', zh: '预付款' },
  claims: { en: 'claims', zh: '优先受偿' },
  when: { en: 'condition', zh: '条件' },
  share: { en: 'share', zh: '分成' },
  along: { en: 'share along the links', zh: '按环节分成' },
  payment: { en: 'agreed payment', zh: '约定付款' },
  preferred: { en: 'preferred return', zh: '优先回报' },
  catchUp: { en: 'catch-up', zh: '追补' },
  guarantee: { en: 'minimum guarantee', zh: '保底' },
  reserve: { en: 'reserve', zh: '退货准备' },
  permitted: { en: 'permitted revenue', zh: '准许收入' },
  ratchet: { en: 'ratchet', zh: '棘轮' },
  interest: { en: 'interest', zh: '利息' },
  clawback: { en: 'clawback', zh: '回拨' },
  dividend: { en: 'dividend', zh: '分红' },
  hold: { en: 'hold', zh: '争议冻结' },
  succession: { en: 'succession', zh: '权利义务承继' },
}
