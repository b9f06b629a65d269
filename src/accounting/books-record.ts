/** Whose books a settlement is posted to, and how, as it is written. */
import type { Scalar } from '../agreement/clause.js'

/** 入账规则 */
export interface BooksRules {
  readonly books: string
  /** The party of the agreement whose books these are. */
  readonly entity: string
  /** principal 主要责任人, agent 代理人 or recipient 收款方. */
  readonly stance: string
  /** The stance of single products, by the value of an attribute of the sale. */
  readonly stances?: {
    readonly attribute: string
    readonly of: Readonly<Record<string, string>>
  }
  readonly vat: VatRules
  /** What a pool is: contract, equity, reserve or excess (above a ceiling). */
  readonly pools?: Readonly<Record<string, string>>
  /** The role that a clause's cost has, by the clause's id. */
  readonly clauses?: Readonly<Record<string, { readonly role: string }>>
  /** red (negative entries, the default) or reversed (sides changed). 红字或反向 */
  readonly refunds?: string
  /** Invoices of partners as they come; without an amount, of all that is awaited. */
  readonly invoices?: readonly InvoiceRecord[]
}

export interface VatRules {
  readonly rate: Scalar
  /** Whether the agreement's amounts hold the tax: inclusive or exclusive. */
  readonly amounts: string
  /** Who invoices the customer of an agent: entity, or the partner himself (the default). */
  readonly invoicedBy?: string
  readonly partnerRates?: Readonly<
    Record<string, { readonly rate: Scalar; readonly creditable?: string }>
  >
}

export interface InvoiceRecord {
  readonly id: string
  readonly at: string
  readonly party: string
  readonly tax?: Scalar
}
