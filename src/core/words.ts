/** The words of core's faults: what is wrong, and what to do next. */
import type { AmountFault } from './money.js'
import type { Words } from './error.js'
import type { NoValue } from './figure.js'
import type { FormulaFault } from './formula.js'
import type { RedoFault } from './explained.js'
import type { NotADate } from './date.js'
import type { NotDivisible } from './divide.js'
import type { NotARatio } from './ratio.js'
import type { UnknownCurrency } from './currency.js'
import type { UnknownZone } from './zone.js'

/** Every fault that core gives. */
export type CoreFault =
  | AmountFault
  | FormulaFault
  | NotADate
  | NotARatio
  | NotDivisible
  | NoValue
  | RedoFault
  | UnknownCurrency
  | UnknownZone

/** What core's faults say. */
export const coreWords: Words<CoreFault['_tag']> = {
  NotAnAmount: {
    en: '"{text}" is not an amount; write digits with at most one point, such as 10000.00',
    zh: '“{text}”不是金额；请只写数字，最多一个小数点，例如 10000.00',
  },
  TooManyDecimals: {
    en: '"{text}" has more decimals than {currency} has ({digits}); round it first',
    zh: '“{text}”的小数位数超过 {currency} 的 {digits} 位；请先取整',
  },
  AmountTooLarge: {
    en: '{text} is more than 38 digits of minor units; split it or check the figure',
    zh: '{text} 超过最小货币单位的 38 位数字；请拆分或核对该数字',
  },
  NotAFormula: {
    en: 'the formula "{text}" cannot be read at character {at}; mend it there',
    zh: '公式“{text}”在第 {at} 个字符处无法读取；请在该处修改',
  },
  UnknownName: {
    en: 'the formula uses {name}, which has no value; give it or correct the name',
    zh: '公式使用了没有取值的 {name}；请给出其值或更正名称',
  },
  Undefined: {
    en: '{call} has no value for its inputs; look for a zero divisor, a missing input or a typo',
    zh: '{call} 对其输入没有值；请检查是否除以零、缺少输入或名称有误',
  },
  NoValue: {
    en: 'the figure at {at} has no value: {cause}',
    zh: '{at} 处的数值无法得出：{cause}',
  },
  NotADate: {
    en: '"{text}" is not a date that exists; write it as YYYY-MM-DD',
    zh: '“{text}”不是存在的日期；请写作 YYYY-MM-DD',
  },
  NotARatio: {
    en: '"{text}" is not a ratio; write 0.153, 15.3% or 153/1000',
    zh: '“{text}”不是比率；请写作 0.153、15.3% 或 153/1000',
  },
  NotDivisible: {
    en: '{dividend} is not a multiple of {divisor}; use a division that rounds by name',
    zh: '{dividend} 不能被 {divisor} 整除；请改用指明取整方式的除法',
  },
  FigureDiffers: {
    en: '{at} is printed as {printed}, but its inputs give {redone}; correct one of them',
    zh: '{at} 印为 {printed}，而由其输入算得 {redone}；请更正其中之一',
  },
  FigureNotRedone: {
    en: '{at} cannot be recomputed ({cause}); mend its formula or inputs',
    zh: '{at} 无法重算（{cause}）；请修改其公式或输入',
  },
  NoFigureAt: {
    en: '{at} refers to {ref}, which is not in the tree; correct the path',
    zh: '{at} 引用了树中不存在的 {ref}；请更正路径',
  },
  LabelTwice: {
    en: '{at} has two inputs labelled {label}; give each input its own label',
    zh: '{at} 有两个同名输入 {label}；请为每个输入取不同的名称',
  },
  UnknownCurrency: {
    en: '"{code}" is not a currency code of ISO 4217; write one in capitals, such as CNY',
    zh: '“{code}”不是 ISO 4217 货币代码；请用大写字母书写，例如 CNY',
  },
  UnknownZone: {
    en: '"{zone}" is not a time zone; write an IANA name, such as Asia/Shanghai',
    zh: '“{zone}”不是时区；请写 IANA 名称，例如 Asia/Shanghai',
  },
}
