/** Voucher sheets for ledgers of others: one row an entry, the header a mapping.
 *
 *  Leaf accounts only, one number a voucher, debits equal credits. The presets have the columns
 *  that imports of Kingdee and Yonyou ask for; a firm's own header is another list. Red entries
 *  stay negative. National interchange standard: GB/T 24589.1-2024 */
import { formatAmount } from '../core/money.js'
import type { Lang } from '../core/error.js'
import type { Books, Chart, Voucher } from '../accounting/index.js'
import { numbered } from './accounting.js'
import type { Table } from './table.js'

/** What a column holds; `empty` is filled in by people. */
export type VoucherField =
  | 'date'
  | 'word'
  | 'number'
  | 'attachments'
  | 'text'
  | 'code'
  | 'account'
  | 'debit'
  | 'credit'
  | 'currency'
  | 'rate'
  | 'of'
  | 'maker'
  | 'empty'

/** A column of a voucher sheet. */
export interface VoucherColumn {
  readonly name: string
  readonly field: VoucherField
}

const columnsOf = (text: string): readonly VoucherColumn[] =>
  text.split(' ').map((pair) => {
    const [name = '', field = 'empty'] = pair.split('=')
    // The presets below name fields only.
    return { name, field: field as VoucherField }
  })

/** The headers of two common imports. 金蝶、用友 */
export const voucherHeaders: Readonly<Record<'kingdee' | 'yonyou', readonly VoucherColumn[]>> = {
  kingdee: /* @__PURE__ */ columnsOf(
    '日期=date 凭证字=word 凭证号=number 附单据数=attachments 摘要=text 科目代码=code ' +
      '科目名称=account 借方金额=debit 贷方金额=credit 币别=currency 汇率=rate 数量 单价 ' +
      '制单人=maker 审核人 过账人',
  ),
  yonyou: /* @__PURE__ */ columnsOf(
    '日期=date 凭证字=word 凭证号=number 摘要=text 科目代码=code 借方金额=debit ' +
      '贷方金额=credit 制单人=maker',
  ),
}

/** Vouchers as a sheet by a header.
 * @example
 * import { voucherHeaders, voucherTable } from 'data-dividend/report'
 * const books = { currency: { code: 'CNY', digits: 2 }, vouchers: [] }
 * voucherTable('zh', {}, voucherHeaders.yonyou)(books).columns.length // => 8 */
export const voucherTable =
  (lang: Lang, chart: Chart, header: readonly VoucherColumn[]) =>
  ({
    vouchers,
    currency,
  }: Pick<Books, 'currency'> & {
    readonly vouchers: readonly Voucher[]
  }): Table => {
    const money = formatAmount(currency)
    return {
      columns: header.map(({ name, field }) => ({
        name,
        align: field === 'debit' || field === 'credit' ? 'right' : 'left',
      })),
      rows: numbered(vouchers).flatMap(({ voucher, number }) =>
        voucher.entries.map(({ role, side, amount, party, asset }) => {
          const fields: Readonly<Record<VoucherField, string>> = {
            date: voucher.at,
            word: '记',
            number: String(number),
            attachments: '0',
            text: voucher.text[lang],
            code: chart[role]?.code ?? '',
            account: chart[role]?.name[lang] ?? role,
            debit: side === 'debit' ? money(amount) : '',
            credit: side === 'credit' ? money(amount) : '',
            currency: currency.code,
            rate: '1',
            of: party ?? asset ?? '',
            maker: 'data-dividend',
            empty: '',
          }
          return header.map(({ field }) => fields[field])
        }),
      ),
    }
  }
