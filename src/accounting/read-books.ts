/** Reading the rules by which a settlement is posted. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Currency } from '../core/currency.js'
import type { CivilDate } from '../core/date.js'
import { zero, type Ratio } from '../core/ratio.js'
import type { BooksRules } from './books-record.js'
import type { AccountingFault } from './fault.js'
import { fieldsAt } from './field.js'
import { roles, type Role } from './role.js'

/** 主要责任人、代理人、收款方 */
export type Stance = 'principal' | 'agent' | 'recipient'
export type PoolKind = 'contract' | 'equity' | 'reserve' | 'excess'

/** A partner's tax: what the entity may deduct is awaited until his invoice comes. */
export interface PartnerVat {
  readonly rate: Ratio
  readonly creditable: boolean
}

/** Rules as read. */
export interface ReadBooks {
  readonly entity: string
  readonly stance: Stance
  readonly attribute: string
  readonly stances: ReadonlyMap<string, Stance>
  readonly rate: Ratio
  readonly inclusive: boolean
  readonly invoicesAll: boolean
  readonly partners: ReadonlyMap<string, PartnerVat>
  readonly pools: ReadonlyMap<string, PoolKind>
  readonly clauses: ReadonlyMap<string, Role>
  readonly red: boolean
  readonly invoices: readonly {
    readonly id: string
    readonly at: CivilDate
    readonly party: string
    readonly tax?: bigint
  }[]
}

const stanceNames: readonly Stance[] = ['principal', 'agent', 'recipient']
const poolKinds: readonly PoolKind[] = ['contract', 'equity', 'reserve', 'excess']

/** Nothing to deduct: persons, levies, small taxpayers' simple receipts. */
export const noVat: PartnerVat = { rate: zero, creditable: false }

/** Reads rules. @returns Left with the first fault */
export const readBooks =
  (currency: Currency) =>
  (rules: BooksRules): Either<AccountingFault, ReadBooks> => {
    const f = fieldsAt(currency, [])
    const { vat, stances, pools = {}, clauses = {}, invoices = [] } = rules
    const read: ReadBooks = {
      entity: rules.entity,
      stance: f.oneOf(stanceNames, rules.stance, 'stance'),
      attribute: stances?.attribute ?? '',
      stances: new Map(
        Object.entries(stances?.of ?? {}).map(([value, stance]) => [
          value,
          f.oneOf(stanceNames, stance, 'stances', 'of', value),
        ]),
      ),
      rate: f.rate(vat.rate, 'vat', 'rate'),
      inclusive: f.oneOf(['inclusive', 'exclusive'], vat.amounts, 'vat', 'amounts') === 'inclusive',
      invoicesAll:
        f.oneOf(['entity', 'partner'], vat.invoicedBy ?? 'partner', 'vat', 'invoicedBy') ===
        'entity',
      partners: new Map(
        Object.entries(vat.partnerRates ?? {}).map(([party, { rate, creditable = 'yes' }]) => [
          party,
          {
            rate: f.rate(rate, 'vat', 'partnerRates', party, 'rate'),
            creditable:
              f.oneOf(['yes', 'no'], creditable, 'vat', 'partnerRates', party, 'creditable') ===
              'yes',
          },
        ]),
      ),
      pools: new Map(
        Object.entries(pools).map(([pool, kind]) => [
          pool,
          f.oneOf(poolKinds, kind, 'pools', pool),
        ]),
      ),
      clauses: new Map(
        Object.entries(clauses).map(([id, { role }]) => [
          id,
          f.oneOf(roles, role, 'clauses', id, 'role'),
        ]),
      ),
      red: f.oneOf(['red', 'reversed'], rules.refunds ?? 'red', 'refunds') === 'red',
      invoices: invoices.map(({ id, at, party, tax }, index) => ({
        id,
        party,
        at: f.date(at, 'invoices', index, 'at'),
        ...(tax === undefined ? {} : { tax: f.amount(tax, 'invoices', index, 'tax') }),
      })),
    }
    const fault = f.fault()
    return fault === undefined ? right(read) : left(fault)
  }
