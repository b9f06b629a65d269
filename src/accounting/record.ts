/** A register of data assets as it is written: settings, then dated events, from which schedules,
 *  journals, balances and notes all follow. Amounts are major units, as text. */
import type { Bilingual } from '../core/error.js'
import type { Scalar } from '../agreement/clause.js'

/** A register. 数据资产台账 */
export interface Register {
  readonly register: string
  readonly currency: string
  /** Default cas. */
  readonly framework?: string
  /** The first and the last day of the books: events outside are refused, but for openings. */
  readonly from?: string
  readonly to?: string
  /** enterprise (企业会计准则, the default) or small (小企业会计准则). */
  readonly chart?: string
  /** Accounts that are renamed, renumbered or added, by role; `none` takes one away. */
  readonly accounts?: Readonly<Record<string, AccountRecord | 'none'>>
  /** Surcharges on value added tax, such as 12%. 附加税费 */
  readonly surcharge?: Scalar
  /** What deferred tax is worked out from. */
  readonly tax?: TaxRecord
  /** What people are told of an asset. */
  readonly assets?: Readonly<Record<string, AboutAsset>>
  readonly events: readonly RegisterRecord[]
}

export interface AccountRecord {
  readonly code: Scalar
  readonly name?: string | Bilingual
}

/** Tax amortises straight on, by law at least ten years unless a contract fixes the term. */
export interface TaxRecord {
  readonly rate: Scalar
  readonly months: Scalar
}

/** Particulars of a material item; each is disclosed, or named as missing. */
export interface AboutAsset {
  readonly name?: string | Bilingual
  readonly content?: string
  readonly source?: string
  readonly use?: string
  readonly rights?: string
  readonly quality?: string
}

/** An event as written; which fields it has depends on its kind. 台账事项 */
export interface RegisterRecord {
  readonly id: string
  readonly at: string
  readonly kind: string
  readonly asset?: string
  readonly class?: string
  readonly column?: string
  readonly cost?: Scalar
  readonly amortised?: Scalar
  readonly provision?: Scalar
  readonly quantity?: Scalar
  readonly monthsGone?: Scalar
  readonly schedule?: ScheduleRecord
  readonly rightEnds?: string
  readonly use?: string
  /** The inventory that an asset in production serves. */
  readonly serves?: string
  readonly items?: readonly ItemRecord[]
  readonly settle?: string | InstalmentsRecord
  readonly phase?: string
  readonly amount?: Scalar
  readonly by?: string
  readonly evidence?: Readonly<Record<string, string>>
  readonly units?: Scalar
  readonly reason?: string
  readonly fairValueLessCost?: Scalar
  readonly valueInUse?: Scalar | FlowsRecord
  readonly undiscounted?: Scalar
  readonly fairValue?: Scalar
  readonly group?: GroupRecord
  readonly recoverable?: Scalar
  readonly price?: Scalar
  readonly completion?: Scalar
  readonly selling?: Scalar
  readonly part?: PartRecord
  readonly gross?: Scalar
  readonly vatRate?: Scalar
  readonly to?: string
  readonly abnormal?: string
  readonly holder?: string
  readonly until?: string
  readonly month?: string
  readonly lines?: readonly LineRecord[]
}

export interface ScheduleRecord {
  readonly method?: string
  /** Of a revision: the months that are left from its own month on. */
  readonly months?: Scalar
  readonly totalUnits?: Scalar
  readonly residual?: Scalar
  readonly rounding?: string
  readonly indefinite?: string
}

export interface ItemRecord {
  readonly item: string
  readonly amount: Scalar
  readonly vat?: Scalar
  /** no: the tax is part of the cost. */
  readonly creditable?: string
}

/** Equal payments a year apart, at an effective rate. */
export interface InstalmentsRecord {
  readonly instalments: {
    readonly count: Scalar
    readonly amount: Scalar
    readonly rate: Scalar
  }
}

/** Year-end flows at a rate. */
export interface FlowsRecord {
  readonly flows: readonly Scalar[]
  readonly rate: Scalar
}

/** A group of assets that is tested as one. 资产组 */
export interface GroupRecord {
  readonly goodwill?: Scalar
  readonly members: Readonly<
    Record<
      string,
      { readonly fairValueLessCost?: Scalar; readonly valueInUse?: Scalar | FlowsRecord }
    >
  >
}

/** A part of an asset: a ratio of its cost, or an amount of cost. */
export type PartRecord = { readonly share: Scalar } | { readonly cost: Scalar }

export interface LineRecord {
  readonly role: string
  readonly debit?: Scalar
  readonly credit?: Scalar
  readonly party?: string
}
