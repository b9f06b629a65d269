/** `explain STATEMENT`: why a line or a total is what it is, as a tree that can be redone. */
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Bilingual, Lang } from '../core/error.js'
import { figureAt, sourceOf, type Explained, type Reference } from '../core/explained.js'
import { compile } from '../agreement/compile.js'
import { explain, type Question } from '../settlement/explain.js'
import type { Table } from '../report/table.js'
import type { CliFault, Refusal } from './fault.js'
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
    const written = await reportFigure(call, explained.right, textOption(call, 'explain') ?? '')
    return isLeft(written) ? written : right(0)
  },
}

/** Prints the figure at a path of labels below a tree's root, or the whole tree for ''.
 * The root's own label may stand before the path, as reports print it. */
export const reportFigure = (
  call: Call,
  tree: Explained,
  path: string,
): Promise<Either<Refusal, void>> => {
  const [first = '', ...rest] = path.split('/')
  const at = first === tree.label && figureAt(tree, path) === undefined ? rest.join('/') : path
  const figure = figureAt(tree, at)
  return figure === undefined ?
      Promise.resolve(refuseCall({ _tag: 'NoFigure', figure: path, labels: labelsOf(tree, at) }))
    : reportTree(call, at === '' ? figure : standingAlone(tree, at, figure))
}

/** A part of a tree that can be redone by itself: what it refers to outside becomes a leaf. */
const standingAlone = (tree: Explained, at: string, figure: Explained): Explained => ({
  ...figure,
  ...(figure.inputs && {
    inputs: figure.inputs.map((input): Explained | Reference => {
      if (!('ref' in input)) return standingAlone(tree, at, input)
      const { label, ref } = input
      if (ref.startsWith(`${at}/`)) return { label, ref: ref.slice(at.length + 1) }
      const { value, title, unit } = figureAt(tree, ref) ?? { value: '' }
      const source = { en: `${sentences.see.en} ${ref}`, zh: `${sentences.see.zh} ${ref}` }
      return { label, value, ...(title && { title }), ...(unit && { unit }), source }
    }),
  }),
})

/** Prints a tree: text, a table where CSV is asked for, or the documented object. */
export const reportTree = (call: Call, tree: Explained): Promise<Either<Refusal, void>> =>
  report(
    call,
    'explanation',
  )({
    json: () => `${JSON.stringify({ format: 'data-dividend/explanation@1', ...tree }, null, 1)}\n`,
    blocks: [treeBlock(call, tree)],
  })

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

const treeBlock = ({ lang, options }: Call, tree: Explained): Block => {
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
  const { label, value, unit, title, formula } = figure
  const source = sourceOf(lang)(figure)
  return [
    `${label}: ${value}`,
    ...(unit === undefined ? [] : [unit]),
    ...(formula === undefined ? [] : [`= ${formula}`]),
    ...(title === undefined ? [] : [`— ${title[lang]}`]),
    ...(source === '' ? [] : [`(${source})`]),
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
      : [label, figure.value, figure.formula ?? '', sourceOf(lang)(figure)]
  }),
})

const sentences = {
  see: { en: 'see', zh: '见' },
  figure: { en: 'figure', zh: '数值名称' },
  value: { en: 'value', zh: '数值' },
  formula: { en: 'formula', zh: '公式' },
  source: { en: 'source', zh: '来源' },
} satisfies Readonly<Record<string, Bilingual>>
