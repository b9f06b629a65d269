/** Rules of payout as read: minor units, exact ratios, civil dates. */
import type { Currency } from '../core/currency.js'
import type { CivilDate } from '../core/date.js'
import type { Ratio } from '../core/ratio.js'
import type { ExchangeRate } from './currency.js'
import type { Regime } from './regime.js'

/** Rules as read. */
export interface Rules {
  readonly currency: Currency
  readonly payer: string
  readonly payees: ReadonlyMap<string, Payee>
  readonly rates: readonly ExchangeRate[]
  readonly regimes: readonly Regime[]
}

/** A party that is paid. */
export interface Payee {
  readonly party: string
  readonly account: string
  /** In whose name the account stands. */
  readonly holder: string
  readonly threshold: bigint
  readonly unit: bigint
  readonly currency: Currency
  readonly vat?: string
  /** One entry without a date for a party that is paid for itself. */
  readonly members: readonly Members[]
  readonly pooled: boolean
}

/** Who shares a payee's money from a date on. */
export interface Members {
  readonly from?: CivilDate
  readonly persons: readonly Person[]
}

export interface Person {
  readonly person: string
  readonly weight: bigint
  readonly withhold?: Withhold
}

/** A person's regime of withholding, as read. */
export interface Withhold {
  readonly regime: string
  readonly item: string
  readonly project: string
  readonly treaty?: Ratio
  readonly since?: CivilDate
  readonly allowances: bigint
}
