/** What can be wrong with a call or a file, and how every fault is told: where, what, what next. */
import type { Fault, Lang, Words } from '../core/error.js'
import { describeFault, formatPath } from '../core/error.js'
import { codecWords } from '../codec/words.js'
import type { Position } from '../codec/fault.js'
import { payoutWords } from '../payout/words.js'
import { accountingWords } from '../accounting/words.js'
import { heartWords } from '../index.js'
import { reportWords } from '../report/words.js'
import { valuationWords } from '../valuation/words.js'

export type CliFault =
  | { readonly _tag: 'FileNotFound'; readonly file: string }
  | { readonly _tag: 'FileNotOpened'; readonly file: string; readonly reason: string }
  | { readonly _tag: 'StateIsStatement' }
  | { readonly _tag: 'TwoStates'; readonly state: string; readonly from: string }
  | { readonly _tag: 'OneFormat'; readonly given: readonly string[] }
  | { readonly _tag: 'OutputNotRead' }
  | { readonly _tag: 'OptionMissing'; readonly option: string }
  | {
      readonly _tag: 'UnknownKindOfFile'
      readonly name: string
      readonly nearest: readonly string[]
    }
  | { readonly _tag: 'OneQuestion' }
  | {
      readonly _tag: 'NoFigure'
      readonly figure: string
      readonly labels: readonly string[]
    }
  | { readonly _tag: 'MoreFaults'; readonly count: number }

/** A fault and the file it stands in. */
export interface Located {
  readonly file?: string
  readonly position?: Position
  readonly fault: Fault
}

/** Why a verb ended early: 1, the rules refuse well-formed input; 2, the input is malformed, or the
 * call is wrong. */
export interface Refusal {
  readonly code: 1 | 2
  readonly faults: readonly Located[]
}

export const cliWords: Words<CliFault['_tag']> = {
  FileNotFound: {
    en: 'there is no file {file}; correct its name',
    zh: '文件 {file} 不存在；请更正文件名',
  },
  FileNotOpened: {
    en: 'the file {file} cannot be used ({reason}); look at its rights and its place',
    zh: '无法使用文件 {file}（{reason}）；请检查权限和位置',
  },
  StateIsStatement: {
    en: 'this is a statement, which is never written over; read it by --from and name a new file by --state',
    zh: '这是结算单，不会被覆盖；请用 --from 读取它，并为 --state 指定新文件',
  },
  TwoStates: {
    en: 'both {state} and {from} hold a state to go on from; leave out --from, or name a new file by --state',
    zh: '{state} 与 {from} 都含有可继续的状态；请去掉 --from，或为 --state 指定新文件',
  },
  OneFormat: {
    en: '{given} cannot go to standard output together; choose one, or write files with --out DIR',
    zh: '{given} 不能同时写到标准输出；请只选一种，或用 --out DIR 写入文件',
  },
  OptionMissing: {
    en: 'the option {option} is missing; write it with its value',
    zh: '缺少选项 {option}；请写明该选项及其值',
  },
  OutputNotRead: {
    en: 'the output was not read to its end, so the state stays as it was; run it again',
    zh: '输出未被读完，状态保持不变；请重新运行',
  },
  UnknownKindOfFile: {
    en: '"{name}" is no kind of file; did you mean {nearest}?',
    zh: '“{name}”不是文件种类；是否指 {nearest}？',
  },
  OneQuestion: {
    en: 'say what to explain: --event ID, or --party NAME, perhaps with --path CLAUSE',
    zh: '请指明要说明什么：--event 编号，或 --party 名称（可加 --path 条款）',
  },
  NoFigure: {
    en: 'there is no figure {figure}; labels here: {labels}',
    zh: '没有数值 {figure}；此处的名称：{labels}',
  },
  MoreFaults: {
    en: 'and {count} more; mend these first',
    zh: '另有 {count} 处；请先修改以上各处',
  },
}

const words: Words = {
  ...heartWords,
  ...payoutWords,
  ...valuationWords,
  ...accountingWords,
  ...codecWords,
  ...reportWords,
  ...cliWords,
}

/** Says a fault or note without its place. */
export const sentenceOf =
  (lang: Lang) =>
  (fault: Fault): string =>
    describeFault(words)(lang)({ ...fault, path: [] })

/** `file:line:column: path: sentence`, as far as each is known. */
export const tell =
  (lang: Lang) =>
  ({ file, position, fault }: Located): string => {
    const place = [file, position?.line, position?.column].filter((part) => part !== undefined)
    const path = formatPath(fault.path ?? [])
    return [place.join(':'), path, sentenceOf(lang)(fault)].filter((part) => part !== '').join(': ')
  }

/** Faults told at once; a file that is wrong all over would bury the first ones. */
export const mostFaults = 20

/** The lines of a refusal. */
export const tellAll =
  (lang: Lang) =>
  (faults: readonly Located[]): string => {
    const more = faults.length - mostFaults
    const told = more > 0 ? [...faults.slice(0, mostFaults), moreFaults(more)] : faults
    return told.map((one) => `${tell(lang)(one)}\n`).join('')
  }

const moreFaults = (count: number): Located => {
  const fault: CliFault = { _tag: 'MoreFaults', count }
  return { fault }
}

/** What is not written as it must be, against what the rules refuse: the exit codes 2 and 1. */
export const codeOf = (faults: readonly { readonly _tag: string }[]): 1 | 2 =>
  faults.some(({ _tag }) => malformed.has(_tag)) ? 2 : 1

const malformed: ReadonlySet<string> = new Set([
  'AmountTooLarge',
  'FieldMissing',
  'FieldNotWanted',
  'NotADate',
  'NotAName',
  'NotANumber',
  'NotARatio',
  'NotAWeight',
  'NotAnAmount',
  'TooManyDecimals',
  'UnknownKind',
])
