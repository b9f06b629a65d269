/** A valuation file as a workbook to fill in: what is written can be read back.
 *
 *  Sheets as the codec reads them, cells for values coloured, and two sheets that are not read: how
 *  it is filled in, and all methods with their inputs and units. */
import type * as Excel from 'exceljs'
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Bilingual, Lang } from '../core/error.js'
import { notesSheet, sheetsOfDocument } from '../codec/sheets.js'
import { valuationMethods } from '../valuation/index.js'
import { inputFill, loadExcel, type PackageMissing } from './excel.js'

/** The bytes of an .xlsx file that holds a valuation file.
 * @param document the value of a valuation file; `valuationExample` for a first one
 * @returns Left PackageMissing where exceljs is not installed
 * laws: read back it is the document, but for lists and records without entries
 * @example
 * import { orThrow } from 'data-dividend'
 * import { valuationExample, valuationTemplate } from 'data-dividend/report'
 * orThrow(await valuationTemplate('en')(valuationExample)).length > 1000 // => true */
export const valuationTemplate =
  (lang: Lang) =>
  async (document: unknown): Promise<Either<PackageMissing, Uint8Array>> => {
    const excel = await loadExcel()
    if (isLeft(excel)) return excel
    const book = new excel.right.Workbook()
    for (const { name, rows } of sheetsOfDocument(document)) {
      const title = titles[name]?.zh
      const sheet = book.addWorksheet(title === undefined ? name : `${name} ${title}`)
      sheet.addRow([words.name[lang], words.input[lang], words.value[lang]])
      for (const { cells } of rows) {
        const added = sheet.addRow([...cells])
        for (let column = 3; column <= cells.length; column += 1) {
          const cell = added.getCell(column)
          cell.fill = inputFill
          // As text: a spreadsheet would take 1/3 for a day.
          cell.numFmt = '@'
        }
      }
      widths(sheet, [24, 44, 24])
    }
    addNotes(book.addWorksheet(`${notesSheet} ${words.notes[lang]}`), lang)
    addMethods(book.addWorksheet(`${notesSheet} ${words.methods[lang]}`), lang)
    return right(new Uint8Array(await book.xlsx.writeBuffer()))
  }

const addNotes = (sheet: Excel.Worksheet, lang: Lang): void => {
  for (const note of notes) sheet.addRow([note[lang]])
  widths(sheet, [110])
}

const addMethods = (sheet: Excel.Worksheet, lang: Lang): void => {
  sheet.addRow([words.method[lang], words.name[lang], words.input[lang], words.unit[lang]])
  for (const { id, name, inputs } of valuationMethods) {
    for (const [input, unit] of Object.entries(inputs)) sheet.addRow([id, name[lang], input, unit])
  }
  widths(sheet, [24, 32, 24, 48])
}

const widths = (sheet: Excel.Worksheet, list: readonly number[]): void => {
  list.forEach((width, at) => {
    sheet.getColumn(at + 1).width = width
  })
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
}

/** A small valuation, to be written over. */
export const valuationExample = {
  valuation: 'sensor-data',
  title: { en: 'Data of sensors', zh: '传感器数据' },
  purpose: { en: 'transfer of a right of use', zh: '转让使用权' },
  basis: { en: 'market value', zh: '市场价值' },
  date: '2026-06-30',
  object: { en: 'measures of one year', zh: '一年的测量数据' },
  rights: { en: 'right to process and use', zh: '数据加工使用权' },
  scenario: { en: 'a forecast sold to plants', zh: '向工厂出售的预测' },
  currency: 'CNY',
  validity: { en: 'one year', zh: '一年' },
  assumptions: [{ en: 'the sensors go on measuring', zh: '传感器持续测量' }],
  limits: [{ en: 'all amounts are invented', zh: '金额均为虚构' }],
  parameters: {
    royalty: { value: '5%', source: { en: 'three licences', zh: '三份许可合同' } },
    sales: { values: ['1000', '1100', '1200'], source: { en: 'sales plan', zh: '销售计划' } },
  },
  methods: {
    income: {
      by: {
        'income.rfr': {
          sales: '$sales',
          royalty: '$royalty',
          tax: '25%',
          tab: { life: '10', timing: 'mid' },
        },
      },
      discount: { rate: '12%', timing: 'mid' },
      reason: { en: 'royalties of such data are known', zh: '此类数据的许可费率可知' },
    },
    cost: {
      by: {
        'cost.multiplied': {
          materials: '20',
          labour: '40',
          multiplier: '1.5',
          risk: '10%',
          margin: '15%',
        },
      },
      reason: { en: 'costs are recorded', zh: '成本有记录' },
    },
  },
  excluded: { 'market.adjusted': { en: 'no sales yet', zh: '尚无成交' } },
  reconcile: {
    income: { weight: '60%', reason: { en: 'closest to the use', zh: '最接近用途' } },
    cost: { weight: '40%', reason: { en: 'a floor', zh: '作为下限' } },
  },
  sensitivity: { tornado: [{ figure: 'royalty', low: '4%', high: '6%' }] },
} as const

const titles: Readonly<Record<string, Bilingual>> = {
  about: { en: 'about', zh: '基本事项' },
  parameters: { en: 'parameters', zh: '参数' },
  quality: { en: 'quality', zh: '质量评价' },
  methods: { en: 'methods', zh: '评估方法' },
  excluded: { en: 'excluded', zh: '未采用方法' },
  reconcile: { en: 'reconcile', zh: '结论权重' },
  sensitivity: { en: 'sensitivity', zh: '敏感性' },
  replay: { en: 'replay', zh: '逐步取整' },
}

const words = {
  name: { en: 'name', zh: '名称' },
  input: { en: 'input', zh: '输入项' },
  value: { en: 'value', zh: '数值' },
  method: { en: 'method', zh: '方法' },
  unit: { en: 'unit', zh: '单位' },
  notes: { en: 'how to fill in', zh: '填写说明' },
  methods: { en: 'methods', zh: '方法表' },
} satisfies Readonly<Record<string, Bilingual>>

const notes: readonly Bilingual[] = [
  { en: 'How to fill in', zh: '填写说明' },
  {
    en: 'Write over the coloured cells; data-dividend value FILE.xlsx values what stands here.',
    zh: '请改写着色单元格；data-dividend value 文件.xlsx 即按此评估。',
  },
  {
    en: 'Figures of several periods stand side by side, from column C on; [] marks a list.',
    zh: '多期数值自 C 列起并排填写；[] 表示列表。',
  },
  {
    en: 'Text in two languages has the inputs en and zh; one language alone needs no input.',
    zh: '双语文字用输入项 en 与 zh；单一语言不需要输入项。',
  },
  {
    en: '$name is the parameter of that name; every parameter has a source.',
    zh: '$名称 表示该名称的参数；每个参数须有来源。',
  },
  {
    en: 'Rows of another method, parameter or comparable (1/…, 2/…) are added below, in any order.',
    zh: '其他方法、参数或可比案例（1/…、2/…）可在下方增行，次序不限。',
  },
  {
    en: 'Sheets whose names begin with notes are not read.',
    zh: '名称以 notes 开头的工作表不被读取。',
  },
]
