/** The events of a register as read: minor units, exact ratios, civil dates. */
import type { Column } from './move.js'
import type { CivilDate } from '../core/date.js'
import type { Ratio } from '../core/ratio.js'
import type { Item } from './cost.js'
import type { Entry } from './journal.js'
import type { Month } from './month.js'
import type { Convention } from './plan.js'
import type { Role } from './role.js'
import type { Method } from './weights.js'

/** 数据资源的类别：无形资产、存货、研发项目 */
export type AssetClass = 'intangible' | 'inventory' | 'project'
/** Where the charge goes: 服务客户, 管理, 研发, 生产 */
export type UseOf = 'customers' | 'admin' | 'research' | 'production'

export interface Schedule {
  readonly method: Method
  readonly months: number
  readonly totalUnits: bigint
  readonly residual: bigint
  readonly rounding: Convention
  readonly indefinite: boolean
}

export interface Tested {
  readonly fairValueLessCost?: bigint
  readonly valueInUse?: bigint
  readonly undiscounted?: bigint
  readonly fairValue?: bigint
}

export interface Instalments {
  readonly count: number
  readonly amount: bigint
  readonly rate: Ratio
}

export type Settle = 'bank' | 'payable' | 'capital' | Instalments

/** A part by ratio of cost or by cost; all of it when absent. */
export type Part = { readonly share: Ratio } | { readonly cost: bigint }

interface Life {
  readonly schedule?: Schedule
  readonly rightEnds?: CivilDate
  readonly use: UseOf
  readonly serves?: string
}

interface Kinds {
  readonly opening: Life & {
    readonly asset: string
    readonly class: AssetClass
    readonly column: Column
    readonly cost: bigint
    readonly amortised: bigint
    readonly provision: bigint
    readonly quantity: bigint
    readonly monthsGone: number
  }
  readonly acquire: {
    readonly asset: string
    readonly class: AssetClass
    readonly column: Column
    readonly items: readonly Item[]
    readonly settle: Settle
    readonly quantity: bigint
  }
  readonly develop: {
    readonly asset: string
    readonly column: Column
    readonly phase: 'research' | 'development'
    readonly amount: bigint
    readonly by: Role
  }
  readonly conditions: { readonly asset: string; readonly evidence: readonly string[] }
  readonly ready: Life & { readonly asset: string; readonly schedule: Schedule }
  readonly process: {
    readonly asset: string
    readonly column: Column
    readonly items: readonly Item[]
    readonly settle: 'bank' | 'payable'
    readonly quantity: bigint
  }
  readonly use: { readonly asset: string; readonly units: bigint }
  readonly revise: {
    readonly asset: string
    readonly schedule: Partial<Schedule>
    readonly reason: string
  }
  readonly impair: Tested & {
    readonly asset?: string
    readonly goodwill: bigint
    readonly members: readonly (readonly [asset: string, tested: Tested])[]
  }
  readonly nrv: {
    readonly asset: string
    readonly price: bigint
    readonly completion: bigint
    readonly selling: bigint
  }
  readonly hold: { readonly asset: string; readonly fairValueLessCost: bigint }
  readonly unhold: { readonly asset: string; readonly recoverable: bigint }
  readonly sell: {
    readonly asset: string
    readonly part?: Part
    readonly quantity: bigint
    readonly gross: bigint
    readonly vatRate: Ratio
    readonly to: 'bank' | 'receivable'
  }
  readonly lapse: {
    readonly asset: string
    readonly part?: Part
    readonly reason: string
    /** Why inventory was lost, where it was out of the ordinary; its tax is turned out. */
    readonly abnormal: 'no' | 'disaster' | 'management'
    readonly vatRate: Ratio
  }
  readonly transfer: {
    readonly asset: string
    readonly class?: AssetClass
    readonly column?: Column
  }
  readonly pledge: {
    readonly asset: string
    readonly holder: string
    readonly amount: bigint
    readonly until?: CivilDate
  }
  readonly release: { readonly asset: string }
  readonly close: { readonly month: Month }
  readonly entry: { readonly lines: readonly Entry[]; readonly reason: string }
}

export type RegisterKind = keyof Kinds

/** An event of one kind, with its place in the register. */
export type EventOf<K extends RegisterKind> = Kinds[K] & {
  readonly kind: K
  readonly id: string
  readonly at: CivilDate
  readonly index: number
}

export type RegisterEvent = { readonly [K in RegisterKind]: EventOf<K> }[RegisterKind]
