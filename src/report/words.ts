/** The faults of reports in words. */
import type { Words } from '../core/error.js'
import type { PackageMissing } from './excel.js'
import type { NotAWorkbook } from './read-workbook.js'

/** What the faults of reports say. */
export const reportWords: Words<PackageMissing['_tag'] | NotAWorkbook['_tag']> = {
  PackageMissing: {
    en: 'this needs the package {name}; install it beside this one: npm install {name}',
    zh: '此功能需要软件包 {name}；请一并安装：npm install {name}',
  },
  NotAWorkbook: {
    en: 'this is no workbook; save it as .xlsx',
    zh: '这不是工作簿；请另存为 .xlsx',
  },
}
