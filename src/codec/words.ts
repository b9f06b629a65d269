/** What the faults and notes of reading files say: what is wrong, and what to do. */
import type { Words } from '../core/error.js'
import type { CodecFault, ReadingNote } from './fault.js'
import type { GameFileFault } from './game-form.js'
import type { ContributionFault } from '../contribution/fault.js'

type Own = Exclude<
  CodecFault['_tag'] | ReadingNote['_tag'] | GameFileFault['_tag'],
  'NotANumber' | 'NotAName' | 'NotARatio' | 'NotAnAmount' | ContributionFault['_tag']
>

/** The sentences of every fault and note of reading files. */
export const codecWords: Words<Own> = {
  EmptyFile: {
    en: 'the file is empty; check that it is the one that is meant',
    zh: '文件为空；请确认文件无误',
  },
  NotText: {
    en: 'this is not a text file; save it as CSV, YAML or JSON',
    zh: '这不是文本文件；请另存为 CSV、YAML 或 JSON',
  },
  NotReadable: {
    en: 'cannot be read here: {reason}; mend it, or look whether the file was cut off',
    zh: '此处无法读取：{reason}；请修改，或检查文件是否被截断',
  },
  SeveralDocuments: {
    en: 'a second document begins here; keep one a file',
    zh: '此处开始第二个文档；每个文件请只保留一个',
  },
  TooManyAliases: {
    en: 'the aliases (*name) expand to too much; write the content out',
    zh: '别名（*名称）展开后过多；请直接写出内容',
  },
  KeyTwice: {
    en: 'the key {key} stands twice; keep one of them',
    zh: '键 {key} 出现两次；请只保留一个',
  },
  UnknownKey: {
    en: '{key} is no key here; did you mean {nearest}?',
    zh: '此处没有键 {key}；是否指 {nearest}？',
  },
  KeyMissing: {
    en: '{key} is missing; add it',
    zh: '缺少 {key}；请补充',
  },
  WrongType: {
    en: 'wanted: {expected}; found: {received}; write what is wanted',
    zh: '应为 {expected}，实为 {received}；请改正',
  },
  StepOfOneKind: {
    en: 'a step has exactly one kind, here: {given}; make a list item of each',
    zh: '每个步骤只能有一种，此处为：{given}；请各写成一项',
  },
  OtherKind: {
    en: 'this file is of the kind {received}; wanted: {wanted}',
    zh: '此文件的种类为 {received}；应为 {wanted}',
  },
  ColumnMissing: {
    en: 'there is no column {column}; rename {nearest} if that is meant, or add it',
    zh: '缺少列 {column}；如指 {nearest}，请改名，否则请补充该列',
  },
  ColumnTwice: {
    en: 'the column {column} stands twice; keep one of them',
    zh: '列 {column} 出现两次；请只保留一个',
  },
  RaggedRow: {
    en: 'the row has {cells} cells, the header {columns}; look for a comma that needs quotes',
    zh: '本行有 {cells} 格，表头有 {columns} 格；请检查是否有逗号需要加引号',
  },
  QuoteOpen: {
    en: 'a quote is opened here or above and never closed; close it, or look whether the file was cut off',
    zh: '此处或其前的引号未闭合；请补上，或检查文件是否被截断',
  },
  QuoteMisplaced: {
    en: 'a quote stands inside of cell {column}; put the whole cell into quotes and double those within',
    zh: '第 {column} 格中间出现引号；请将整格加引号，并把其中的引号写两遍',
  },
  DamagedId: {
    en: '{column} is {text}: a spreadsheet took the id for a number and lost digits; export the column as text',
    zh: '{column} 为 {text}：电子表格把编号当作数字并丢失了位数；请将该列按文本导出',
  },
  NotUnits: {
    en: '"{text}" does not say units; write name:units, parted by spaces',
    zh: '“{text}”不是份额；请写作 名称:份额，以空格分隔',
  },
  UnknownSheet: {
    en: 'the sheet {sheet} is none of a valuation; rename it {nearest} if that is meant, or notes',
    zh: '工作表 {sheet} 不属于评估文件；如指 {nearest} 请改名，备注请用 notes 开头的名称',
  },
  CellEmpty: {
    en: '{column} is empty; write it in every row',
    zh: '{column} 为空；请在每行填写',
  },
  PartyTwice: {
    en: 'the event {event} names {party} a second time; keep one row for each party',
    zh: '事件 {event} 再次列出 {party}；每一方请只保留一行',
  },
  AmountsDiffer: {
    en: 'the event {event} has the amount {other} here and {first} above; give one amount for an event',
    zh: '事件 {event} 此处金额为 {other}，前面为 {first}；同一事件只能有一个金额',
  },
  ReadAs: {
    en: 'read as {encoding}',
    zh: '按 {encoding} 编码读取',
  },
  AmountsUngrouped: {
    en: 'commas within amounts were dropped in {count} cells, first in line {line}: {text} read as {read}',
    zh: '{count} 格金额去除了千分位逗号，首见于第 {line} 行：{text} 读作 {read}',
  },
  DatesRewritten: {
    en: 'dates of another form were read in {count} cells, first in line {line}: {text} as {read}',
    zh: '{count} 格日期为其他写法，首见于第 {line} 行：{text} 读作 {read}',
  },
  WideDigitsRead: {
    en: 'full-width characters were read in {count} cells, first in line {line}: {text} as {read}',
    zh: '{count} 格含全角字符，首见于第 {line} 行：{text} 读作 {read}',
  },
  NotOneForm: {
    en: 'a game is given in one form, not in these: {found}; write one of worths, byMask, bySize, terms, votes, airport, sequential, staged, claims',
    zh: '博弈只能用一种形式给出，现有：{found}；请使用 worths、byMask、bySize、terms、votes、airport、sequential、staged、claims 之一',
  },
  NotAWholeNumber: {
    en: '{text} is no whole number; write digits only',
    zh: '{text} 不是整数；请只写数字',
  },
}
