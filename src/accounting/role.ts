/** Roles: what an account is for, whatever its number is.
 *
 *  Journals name roles; the chart of accounts, which is data, gives each role its number and name.
 *  So one fold serves 企业会计准则, 小企业会计准则 and the chart of any firm. 会计科目的用途 */

/** The kinds of accounts, by the side that lets them grow. 会计要素 */
export type Element = 'asset' | 'liability' | 'equity' | 'income' | 'expense' | 'production'

const elements = {
  bank: 'asset',
  receivable: 'asset',
  prepaid: 'asset',
  otherReceivable: 'asset',
  dividendReceivable: 'asset',
  inventory: 'asset',
  inventoryProvision: 'asset',
  heldForSale: 'asset',
  heldForSaleProvision: 'asset',
  intangible: 'asset',
  accumulatedAmortisation: 'asset',
  intangibleProvision: 'asset',
  goodwillProvision: 'asset',
  deferredTaxAsset: 'asset',
  payable: 'liability',
  contractLiability: 'liability',
  inputVat: 'liability',
  inputVatOut: 'liability',
  outputVat: 'liability',
  pendingOutputVat: 'liability',
  vatTransfer: 'liability',
  unpaidVat: 'liability',
  surchargePayable: 'liability',
  withholdingTax: 'liability',
  incomeTaxPayable: 'liability',
  dividendPayable: 'liability',
  partnerPayable: 'liability',
  heldForPartner: 'liability',
  reservePayable: 'liability',
  poolPayable: 'liability',
  levyPayable: 'liability',
  longPayable: 'liability',
  unrecognisedFinance: 'liability',
  deferredTaxLiability: 'liability',
  capital: 'equity',
  retained: 'equity',
  production: 'production',
  rdExpensed: 'production',
  rdCapitalised: 'production',
  revenue: 'income',
  otherRevenue: 'income',
  investmentIncome: 'income',
  disposalGain: 'income',
  otherIncome: 'income',
  cost: 'expense',
  otherCost: 'expense',
  surcharge: 'expense',
  selling: 'expense',
  admin: 'expense',
  rdExpense: 'expense',
  finance: 'expense',
  impairmentLoss: 'expense',
  otherExpense: 'expense',
  incomeTax: 'expense',
} as const satisfies Readonly<Record<string, Element>>

/** What an account is for. */
export type Role = keyof typeof elements

/** Every role, in the order of a chart. */
export const roles: readonly Role[] = /* @__PURE__ */ (() => Object.keys(elements) as Role[])()

/** The kind of account of a role.
 * @example
 * import { elementOf } from 'data-dividend/accounting'
 * elementOf('intangible') // => 'asset' */
export const elementOf = (role: Role): Element => elements[role]

/** Whether a text is a role.
 * @example
 * import { isRole } from 'data-dividend/accounting'
 * isRole('bank') // => true
 * isRole('cash') // => false */
export const isRole = (text: string): text is Role => Object.hasOwn(elements, text)
