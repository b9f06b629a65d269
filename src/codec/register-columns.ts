/** The columns of a register as a table: how a spreadsheet calls the fields of its events, and the
 *  words that people write for values. 台账的列 */
import type { Bilingual } from '../core/error.js'

/** A column: a field, or a field within one (`schedule.months`). */
export interface RegisterColumn {
  readonly field: string
  readonly name: Bilingual
}

const column = (field: string, zh: string, en: string): RegisterColumn => ({
  field,
  name: { en, zh },
})

/** The columns, in the order of a template. The first three must be there. */
export const registerColumns: readonly RegisterColumn[] = [
  column('id', '编号', 'id'),
  column('at', '日期', 'date'),
  column('kind', '事项', 'event'),
  column('asset', '资产', 'asset'),
  column('class', '类别', 'class'),
  column('column', '取得方式', 'how it came'),
  column('cost', '原值', 'cost'),
  column('amortised', '累计摊销', 'amortised'),
  column('provision', '减值准备', 'provision'),
  column('quantity', '数量', 'quantity'),
  column('monthsGone', '已摊月数', 'months gone'),
  column('schedule.method', '摊销方法', 'method'),
  column('schedule.months', '摊销月数', 'months'),
  column('schedule.totalUnits', '总工作量', 'total units'),
  column('schedule.residual', '残值', 'residual'),
  column('schedule.rounding', '取整方式', 'rounding'),
  column('schedule.indefinite', '寿命不确定', 'indefinite'),
  column('rightEnds', '权利到期', 'right ends'),
  column('use', '用途', 'use'),
  column('serves', '服务存货', 'serves'),
  column('items', '成本明细', 'items'),
  column('settle', '结算方式', 'settled by'),
  column('phase', '研发阶段', 'phase'),
  column('amount', '金额', 'amount'),
  column('by', '对方科目', 'by'),
  column('evidence', '条件证据', 'evidence'),
  column('units', '使用量', 'units'),
  column('fairValueLessCost', '公允价值减处置费用', 'fair value less cost'),
  column('valueInUse', '使用价值', 'value in use'),
  column('undiscounted', '未折现现金流量', 'undiscounted flows'),
  column('fairValue', '公允价值', 'fair value'),
  column('recoverable', '可收回金额', 'recoverable'),
  column('price', '估计售价', 'price'),
  column('completion', '完工成本', 'completion'),
  column('selling', '销售费用', 'selling'),
  column('part.share', '部分比例', 'part'),
  column('part.cost', '部分原值', 'part of cost'),
  column('gross', '含税价款', 'gross'),
  column('vatRate', '税率', 'VAT rate'),
  column('to', '收款方式', 'to'),
  column('abnormal', '非正常损失', 'abnormal'),
  column('holder', '权利人', 'holder'),
  column('until', '截止日', 'until'),
  column('month', '结账月份', 'month'),
  column('reason', '原因', 'reason'),
]

/** What Chinese sheets write for the values of some fields. */
export const registerValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: {
    期初: 'opening',
    取得: 'acquire',
    研发: 'develop',
    满足条件: 'conditions',
    达到可用: 'ready',
    加工: 'process',
    使用: 'use',
    变更: 'revise',
    减值: 'impair',
    跌价: 'nrv',
    持有待售: 'hold',
    撤销待售: 'unhold',
    出售: 'sell',
    失效: 'lapse',
    转换: 'transfer',
    质押: 'pledge',
    解押: 'release',
    结账: 'close',
  },
  class: { 无形资产: 'intangible', 存货: 'inventory', 研发项目: 'project' },
  column: { 外购: 'bought', 自行: 'made', 其他: 'other' },
  'schedule.method': {
    年限平均法: 'straight',
    年数总和法: 'sumOfYears',
    双倍余额递减法: 'doubleDeclining',
    工作量法: 'units',
  },
  'schedule.indefinite': { 是: 'yes', 否: 'no' },
  use: { 管理: 'admin', 服务客户: 'customers', 研发: 'research', 生产: 'production' },
  settle: { 银行: 'bank', 应付: 'payable', 投入: 'capital' },
  phase: { 研究: 'research', 开发: 'development' },
  to: { 银行: 'bank', 应收: 'receivable' },
  abnormal: { 灾害: 'disaster', 管理不善: 'management' },
}

/** The columns of manual entries, one row a line. */
export const entryColumns: readonly RegisterColumn[] = [
  column('id', '编号', 'id'),
  column('at', '日期', 'date'),
  column('reason', '摘要', 'text'),
  column('role', '用途', 'role'),
  column('debit', '借方金额', 'debit'),
  column('credit', '贷方金额', 'credit'),
  column('party', '辅助核算', 'party'),
]

/** The sheets of one workbook. */
export const sheetNames = {
  agreement: { en: 'agreement', zh: '协议' },
  events: { en: 'events', zh: '事件' },
  settlement: { en: 'settlement', zh: '结算' },
  assets: { en: 'assets', zh: '资产' },
  vouchers: { en: 'vouchers', zh: '凭证' },
} satisfies Readonly<Record<string, Bilingual>>
