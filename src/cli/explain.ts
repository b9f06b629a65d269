/** `explain STATEMENT`: why a line or a total is what it is, as a tree that can be redone. */
import { isLeft, right } from 'fp-ts/lib/Either.js'
import type { Bilingual, Lang } from '../core/error.js'
import { figureAt, type Explained, type Reference } from '../core/explained.js'
import { compile } from '../agreement/compile.js'
import { explain, type Question } from '../settlement/explain.js'
import type { Table } from '../report/table.js'
import type { CliFault } from './fault.js'
import { openStatement, refuse } from './files.js'
import { report, type Block } from './outputs.js'
import { textOption, type Call, type Verb } from './verb.js'

export const explainVerb: Verb = {
  name: 'explain',
  args: '<statement>',
  about: {
    en: 'say how the lines of an event, or the sum of a party, come about',
    zh: '说明某一事件的明细或某一方合计的由来',
  },
  options: [
    { flags: '--event <id>', about: { en: 'the lines of this event', zh: '该事件的各行明细' } },
    { flags: '--party <name>', about: { en: 'what this party received', zh: '该参与方所得' } },
    {
      flags: '--path <clause>',
      about: { en: 'of the party: by this clause', zh: '该参与方按此条款所得' },
    },
    {
      flags: '--explain <path>',
      about: {
        en: 'only the figure at this path of labels, such as fund/levy',
        zh: '只看此路径上的数值，例如 fund/levy',
      },
    },
  ],
  run: async (call) => {
    const file = call.args[0] ?? '-'
    const question = questionOf(call)
    if (question === undefined) return refuseCall({ _tag: 'OneQuestion' })
    const opened = await openStatement(call.io, file)
    if (isLeft(opened)) return opened
    const program = compile(opened.right.agreement)
    if (isLeft(program)) return refuse(1, [{ file, fault: program.left }])
    const explained = explain(program.right)(opened.right)(question)
    if (isLeft(explained)) return refuse(1, [{ file, fault: explained.left }])
    const path = textOption(call, 'explain') ?? ''
    const tree = figureAt(explained.right, path)
    if (tree === undefined)
      return refuseCall({ _tag: 'NoFigure', figure: path, labels: labelsOf(explained.right, path) })
    const written = await report(
      call,
      'explanation',
    )({
      json: () =>
        `${JSON.stringify({ format: 'data-dividend/explanation@1', ...tree }, null, 1)}\n`,
      blocks: [treeBlock(call, tree)],
    })
    return isLeft(written) ? written : right(0)
  },
}

const refuseCall = (fault: CliFault) => refuse(2, [{ fault }])

const questionOf = (call: Call): Question | undefined => {
  const [event, party, path] = ['event', 'party', 'path'].map((name) => textOption(call, name))
  if (event !== undefined) return party === undefined && path === undefined ? { event } : undefined
  if (party === undefined) return undefined
  return { party, ...(path === undefined ? {} : { path }) }
}

/** What could be named at the deepest figure of a path that is there. */
const labelsOf = (tree: Explained, path: string): readonly string[] => {
  const parts = path.split('/')
  for (let depth = parts.length; depth >= 0; depth -= 1) {
    const figure = figureAt(tree, parts.slice(0, depth).join('/'))
    if (figure !== undefined) return (figure.inputs ?? []).map(({ label }) => label)
  }
  return []
}

interface Node {
  readonly depth: number
  readonly figure: Explained | Reference
}

const nodesOf = (figure: Explained | Reference, depth = 0): readonly Node[] => [
  { depth, figure },
  ...('ref' in figure ? [] : (figure.inputs ?? []).flatMap((input) => nodesOf(input, depth + 1))),
]

/** A tree as a table where CSV is asked for, else as text. */
export const treeBlock = ({ lang, options }: Call, tree: Explained): Block => {
  const text = treeText(lang, tree)
  return options.csv === true ? tableOf(lang, tree) : { text, md: `\`\`\`text\n${text}\`\`\`\n` }
}

/** One figure a line: label, value and unit, what it is, formula, source. */
export const treeText = (lang: Lang, tree: Explained): string =>
  nodesOf(tree)
    .map(({ depth, figure }) => `${'  '.repeat(depth)}${figureText(lang, figure)}\n`)
    .join('')

const figureText = (lang: Lang, figure: Explained | Reference): string => {
  if ('ref' in figure) return `${figure.label}: ${sentences.see[lang]} ${figure.ref}`
  const { label, value, unit, title, formula, source } = figure
  return [
    `${label}: ${value}`,
    ...(unit === undefined ? [] : [unit]),
    ...(formula === undefined ? [] : [`= ${formula}`]),
    ...(title === undefined ? [] : [`— ${title[lang]}`]),
    ...(source === undefined ? [] : [`(${source})`]),
  ].join(' ')
}

const tableOf = (lang: Lang, tree: Explained): Table => ({
  columns: [
    { name: sentences.figure[lang], align: 'left' },
    { name: sentences.value[lang], align: 'right' },
    { name: sentences.formula[lang], align: 'left' },
    { name: sentences.source[lang], align: 'left' },
  ],
  rows: nodesOf(tree).map(({ depth, figure }) => {
    const label = `${'  '.repeat(depth)}${figure.label}`
    return 'ref' in figure ?
        [label, '', `${sentences.see[lang]} ${figure.ref}`, '']
      : [label, figure.value, figure.formula ?? '', figure.source ?? '']
  }),
})

const sentences = {
  see: { en: 'see', zh: '见' },
  figure: { en: 'figure', zh: '数值名称' },
  value: { en: 'value', zh: '数值' },
  formula: { en: 'formula', zh: '公式' },
  source: { en: 'source', zh: '来源' },
} satisfies Readonly<Record<string, Bilingual>>
