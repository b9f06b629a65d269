/** The rows and columns of the two tables of 财会〔2023〕11号, by id, with their printed labels.
 *
 *  I, intangibles: 27 rows by 4 columns; II, inventory: 21 by 4. Labels repeat in every block. */
import type { Bilingual } from '../core/error.js'
import type { Column, TableId } from './move.js'

/** A row as it is printed. */
export interface RowOf {
  readonly id: string
  readonly label: Bilingual
  /** Heads stand over a block and have no amounts. */
  readonly head?: true
}

const row = (id: string, zh: string, en: string): RowOf => ({ id, label: { en, zh } })
const head = (id: string, zh: string, en: string): RowOf => ({ ...row(id, zh, en), head: true })

const open = (block: string): RowOf => row(`${block}.open`, '1.期初余额', '1. Opening balance')
const up = (block: string): RowOf => row(`${block}.increase`, '2.本期增加金额', '2. Increase')
const down = (block: string): RowOf => row(`${block}.decrease`, '3.本期减少金额', '3. Decrease')
const close = (block: string): RowOf => row(`${block}.close`, '4.期末余额', '4. Closing balance')
const lapse = (block: string): RowOf =>
  row(`${block}.decrease.lapse`, '失效且终止确认', 'lapsed and derecognised')
const otherDown = (block: string): RowOf =>
  row(`${block}.decrease.other`, '其他减少', 'other decrease')
const carrying = [
  row('carrying.close', '1.期末账面价值', '1. Closing carrying amount'),
  row('carrying.open', '2.期初账面价值', '2. Opening carrying amount'),
]

/** The rows of both tables, in the order in which they are printed. */
export const tableRows: Readonly<Record<TableId, readonly RowOf[]>> = {
  I: [
    head('cost', '一、账面原值', 'Cost'),
    open('cost'),
    up('cost'),
    row('cost.increase.purchase', '其中：购入', 'of which: purchased'),
    row('cost.increase.development', '内部研发', 'developed'),
    row('cost.increase.other', '其他增加', 'other increase'),
    down('cost'),
    row('cost.decrease.disposal', '其中：处置', 'of which: disposed'),
    lapse('cost'),
    otherDown('cost'),
    close('cost'),
    head('amortisation', '二、累计摊销', 'Accumulated amortisation'),
    open('amortisation'),
    up('amortisation'),
    down('amortisation'),
    row('amortisation.decrease.disposal', '其中：处置', 'of which: disposed'),
    lapse('amortisation'),
    otherDown('amortisation'),
    close('amortisation'),
    head('provision', '三、减值准备', 'Impairment'),
    open('provision'),
    up('provision'),
    down('provision'),
    close('provision'),
    head('carrying', '四、账面价值', 'Carrying amount'),
    ...carrying,
  ],
  II: [
    head('cost', '一、账面原值', 'Cost'),
    open('cost'),
    up('cost'),
    row('cost.increase.purchase', '其中：购入', 'of which: purchased'),
    row('cost.increase.processing', '采集加工', 'collected and processed'),
    row('cost.increase.other', '其他增加', 'other increase'),
    down('cost'),
    row('cost.decrease.sale', '其中：出售', 'of which: sold'),
    lapse('cost'),
    otherDown('cost'),
    close('cost'),
    head('provision', '二、存货跌价准备', 'Inventory provision'),
    open('provision'),
    up('provision'),
    down('provision'),
    row('provision.decrease.reversal', '其中：转回', 'of which: reversed'),
    row('provision.decrease.writeOff', '转销', 'written off'),
    close('provision'),
    head('carrying', '三、账面价值', 'Carrying amount'),
    ...carrying,
  ],
}

/** The columns, the total last. */
export const tableColumns: readonly (Column | 'total')[] = ['bought', 'made', 'other', 'total']

/** What the columns are called. */
export const columnNames: Readonly<Record<TableId, Readonly<Record<Column | 'total', Bilingual>>>> =
  {
    I: {
      bought: { en: 'Bought', zh: '外购的数据资源无形资产' },
      made: { en: 'Developed', zh: '自行开发的数据资源无形资产' },
      other: { en: 'Otherwise', zh: '其他方式取得的数据资源无形资产' },
      total: { en: 'Total', zh: '合计' },
    },
    II: {
      bought: { en: 'Bought', zh: '外购的数据资源存货' },
      made: { en: 'Processed', zh: '自行加工的数据资源存货' },
      other: { en: 'Otherwise', zh: '其他方式取得的数据资源存货' },
      total: { en: 'Total', zh: '合计' },
    },
  }

/** The titles of the tables. */
export const tableTitles: Readonly<Record<TableId, Bilingual>> = {
  I: {
    en: 'Data resources recognised as intangible assets',
    zh: '确认为无形资产的数据资源相关会计信息',
  },
  II: { en: 'Data resources recognised as inventory', zh: '确认为存货的数据资源相关会计信息' },
}
