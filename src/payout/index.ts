/** From earned to paid: thresholds, withholding, value added tax, currency, members, bank file. */
export { bankRows, personRows } from './bank.js'
export { checkRules } from './check.js'
export { convert, type ExchangeRate } from './currency.js'
export { paymentId } from './draft.js'
export { splitVat, vatOn, type VatSplit } from './vat.js'
export { explainPayout, type NothingPaid, type PayoutQuestion } from './explain.js'
export type { NotInForce, PayoutFault, PayoutNote, TaxOnDebit } from './fault.js'
export { grossUp, type NoGrossLeaves } from './gross-up.js'
export type { PersonPaid } from './members.js'
export type { Books } from './books.js'
export { payout, type Balance, type Instruction, type Payout, type TaxWithheld } from './payout.js'
export { extractOf, memberExtract, type Extract, type MemberPart } from './portability.js'
export {
  itemNames,
  regimes,
  type Deduction,
  type ItemTerms,
  type Regime,
  type TaxBand,
  type WithholdTerms,
} from './regime.js'
export type {
  ItemRule,
  PayeeRule,
  PayoutRules,
  PersonRule,
  RateRule,
  RegimeRule,
  WithholdRule,
} from './rules.js'
export { monthlyVat, type SmallTaxpayerRelief } from './small-taxpayer.js'
export { taxOn, type Particulars, type Tax } from './tax.js'
export { payoutWords } from './words.js'
