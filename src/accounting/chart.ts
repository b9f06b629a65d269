/** Charts of accounts as data: each role's number and name.
 *
 *  企业会计准则应用指南 fixes most numbers; it has none for contract costs and liabilities, nor
 *  sub-accounts for data, which are the custom of firms. 小企业会计准则 numbers equity, cost and
 *  profit apart and has no impairment at all: its chart lacks those roles, and a journal that needs
 *  one is refused. A firm renames or extends a chart role by role. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Bilingual } from '../core/error.js'
import type { NoAccount } from './fault.js'
import type { Role } from './role.js'

/** An account of a chart. 会计科目 */
export interface Account {
  readonly code: string
  readonly name: Bilingual
}

/** The accounts of the roles that a chart has. 会计科目表 */
export type Chart = Readonly<Partial<Record<Role, Account>>>

const account = (code: string, zh: string, en: string): Account => ({ code, name: { en, zh } })

/** The chart of 企业会计准则 with leaf accounts for data. */
export const enterpriseChart: Chart = {
  bank: account('1002', '银行存款', 'Bank'),
  receivable: account('1122', '应收账款', 'Receivables'),
  prepaid: account('1123', '预付账款', 'Prepayments'),
  dividendReceivable: account('1131', '应收股利', 'Dividends receivable'),
  otherReceivable: account('1221', '其他应收款', 'Other receivables'),
  inventory: account('140501', '库存商品-数据资源', 'Data inventory'),
  inventoryProvision: account('1471', '存货跌价准备', 'Inventory provision'),
  heldForSale: account('1481', '持有待售资产', 'Held for sale'),
  heldForSaleProvision: account('1482', '持有待售资产减值准备', 'Held for sale provision'),
  intangible: account('170101', '无形资产-数据资源', 'Data intangibles'),
  accumulatedAmortisation: account('170201', '累计摊销-数据资源', 'Accumulated amortisation'),
  intangibleProvision: account('170301', '无形资产减值准备-数据资源', 'Intangible provision'),
  goodwillProvision: account('1712', '商誉减值准备', 'Goodwill provision'),
  deferredTaxAsset: account('1811', '递延所得税资产', 'Deferred tax assets'),
  payable: account('220201', '应付账款-供应商', 'Payables'),
  partnerPayable: account('220202', '应付账款-合作方', 'Payables to partners'),
  contractLiability: account('2204', '合同负债', 'Contract liabilities'),
  inputVat: account('22210101', '应交增值税-进项税额', 'Input VAT'),
  inputVatOut: account('22210102', '应交增值税-进项税额转出', 'Input VAT turned out'),
  outputVat: account('22210103', '应交增值税-销项税额', 'Output VAT'),
  vatTransfer: account('22210104', '应交增值税-转出未交增值税', 'VAT transferred out'),
  unpaidVat: account('222102', '未交增值税', 'Unpaid VAT'),
  pendingOutputVat: account('222103', '待转销项税额', 'Pending output VAT'),
  withholdingTax: account('222104', '应交个人所得税', 'Withholding tax payable'),
  incomeTaxPayable: account('222105', '应交所得税', 'Income tax payable'),
  surchargePayable: account('222106', '应交附加税费', 'Surcharges payable'),
  dividendPayable: account('2232', '应付股利', 'Dividends payable'),
  heldForPartner: account('224101', '其他应付款-代收合作方款项', 'Held for partners'),
  reservePayable: account('224102', '其他应付款-退货准备', 'Reserves payable'),
  poolPayable: account('224103', '其他应付款-收益池', 'Pools payable'),
  levyPayable: account('224104', '其他应付款-公益提取', 'Levies payable'),
  longPayable: account('2701', '长期应付款', 'Long-term payables'),
  unrecognisedFinance: account('2702', '未确认融资费用', 'Unrecognised finance charge'),
  deferredTaxLiability: account('2901', '递延所得税负债', 'Deferred tax liabilities'),
  capital: account('4001', '实收资本', 'Capital'),
  retained: account('4104', '利润分配', 'Retained earnings'),
  production: account('5001', '生产成本', 'Production'),
  rdExpensed: account('530101', '研发支出-费用化支出', 'Research and development expensed'),
  rdCapitalised: account('530102', '研发支出-资本化支出', 'Development capitalised'),
  revenue: account('6001', '主营业务收入', 'Revenue'),
  otherRevenue: account('6051', '其他业务收入', 'Other revenue'),
  investmentIncome: account('6111', '投资收益', 'Investment income'),
  disposalGain: account('6115', '资产处置损益', 'Gains on disposal'),
  otherIncome: account('6301', '营业外收入', 'Other income'),
  cost: account('6401', '主营业务成本', 'Cost of sales'),
  otherCost: account('6402', '其他业务成本', 'Other costs'),
  surcharge: account('6403', '税金及附加', 'Taxes and surcharges'),
  selling: account('6601', '销售费用', 'Selling expenses'),
  admin: account('6602', '管理费用', 'Administrative expenses'),
  rdExpense: account('6604', '研发费用', 'Research and development expenses'),
  finance: account('6603', '财务费用', 'Finance costs'),
  impairmentLoss: account('6701', '资产减值损失', 'Impairment losses'),
  otherExpense: account('6711', '营业外支出', 'Other expenses'),
  incomeTax: account('6801', '所得税费用', 'Income tax'),
}

/** The chart of 小企业会计准则: other numbers, no provisions, no deferred tax. */
export const smallEnterpriseChart: Chart = /* @__PURE__ */ (() => {
  const {
    inventoryProvision: _a,
    heldForSale: _b,
    heldForSaleProvision: _c,
    intangibleProvision: _d,
    goodwillProvision: _h,
    impairmentLoss: _e,
    deferredTaxAsset: _f,
    deferredTaxLiability: _g,
    ...rest
  } = enterpriseChart
  const numbers: readonly (readonly [Role, string])[] = [
    ['capital', '3001'],
    ['retained', '3104'],
    ['production', '4001'],
    ['rdExpensed', '430101'],
    ['rdCapitalised', '430102'],
    ['revenue', '5001'],
    ['otherRevenue', '5051'],
    ['investmentIncome', '5111'],
    ['otherIncome', '5301'],
    ['disposalGain', '530101'],
    ['cost', '5401'],
    ['otherCost', '5402'],
    ['surcharge', '5403'],
    ['selling', '5601'],
    ['admin', '5602'],
    ['finance', '5603'],
    ['otherExpense', '5711'],
    ['incomeTax', '5801'],
  ]
  const own: Chart = rest
  return numbers.reduce<Chart>((chart, [role, code]) => {
    const known = chart[role]
    return known === undefined ? chart : { ...chart, [role]: { ...known, code } }
  }, own)
})()

/** The charts by name. */
export const charts: Readonly<Record<'enterprise' | 'small', Chart>> = {
  enterprise: enterpriseChart,
  small: smallEnterpriseChart,
}

/** The account of a role.
 * @returns Left NoAccount when the chart has none
 * @example
 * import { accountOf, enterpriseChart } from 'data-dividend/accounting'
 * accountOf(enterpriseChart)('bank')
 * // => right({ code: '1002', name: { en: 'Bank', zh: '银行存款' } })
 * accountOf({})('bank') // => left({ _tag: 'NoAccount', role: 'bank' }) */
export const accountOf =
  (chart: Chart) =>
  (role: Role): Either<NoAccount, Account> => {
    const found = chart[role]
    return found === undefined ? left({ _tag: 'NoAccount', role }) : right(found)
  }
