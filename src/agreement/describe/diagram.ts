/** The flow of money as a Mermaid flowchart: steps as boxes, parties as rounded ends. */
import type { Agreement, Scalar, Step, Steps, Terms } from '../clause.js'
import type { Phrases } from './phrases.js'

interface Words {
  readonly say: Pick<Phrases, 'sale' | 'otherwise'>
  readonly name: (key: string) => string
}

/** Mermaid text. Each version is one chart; a named flow is drawn wherever it is named. */
export const diagramOf = (agreement: Agreement, words: Words): string => {
  const chart: Chart = {
    lines: ['flowchart TD'],
    ends: new Map(),
    words,
    terms: agreement,
    count: 0,
  }
  drawVersion(chart, agreement, words.say.sale)
  for (const amendment of agreement.amendments ?? []) {
    drawVersion(chart, amendment, `${words.say.sale} ≥ ${amendment.from}`)
  }
  return chart.lines.join('\n')
}

// eslint-disable-next-line functional/type-declaration-immutability -- filled by drawing
interface Chart {
  readonly lines: string[]
  /** Nodes of parties and shared flows, drawn once. */
  readonly ends: Map<string, string>
  readonly words: Words
  terms: Terms
  count: number
}

const drawVersion = (chart: Chart, terms: Terms, title: string): void => {
  chart.terms = terms
  chart.ends.clear()
  drawSteps(chart, terms.flow, [{ node: addNode(chart, `(["${title}"])`), label: '' }], [])
  for (const [name, steps] of Object.entries(terms.shared ?? {})) {
    const node = chart.ends.get(name)
    if (node !== undefined) drawSteps(chart, steps, [{ node, label: '' }], [name])
  }
}

/** Where money comes from: a node, and what the arrow says. */
interface Source {
  readonly node: string
  readonly label: string
}

const addNode = (chart: Chart, shape: string): string => {
  chart.count += 1
  const node = `n${String(chart.count)}`
  chart.lines.push(`  ${node}${shape}`)
  return node
}

const addEdges = (chart: Chart, sources: readonly Source[], to: string): void => {
  for (const { node, label } of sources) {
    chart.lines.push(`  ${node} -->${label === '' ? '' : `|"${quoted(label)}"|`} ${to}`)
  }
}

/** Draws steps after sources; gives the sources of what is left. */
const drawSteps = (
  chart: Chart,
  steps: Steps,
  from: readonly Source[],
  within: readonly string[],
): readonly Source[] =>
  steps.reduce((sources, step) => drawStep(chart, step, sources, within), from)

const drawStep = (
  chart: Chart,
  step: Step,
  from: readonly Source[],
  within: readonly string[],
): readonly Source[] => {
  const [kind, body] = Object.entries(step)[0] as [string, Readonly<Record<string, unknown>>]
  const id = String(body.id)
  if ('when' in step) {
    const node = addNode(chart, `{"${quoted(id)}: ${quoted(testText(step.when.test))}"}`)
    addEdges(chart, from, node)
    const { words } = chart
    return [
      ...drawSteps(chart, step.when.then, [{ node, label: '✓' }], within),
      ...drawSteps(chart, step.when.else ?? [], [{ node, label: words.say.otherwise }], within),
    ]
  }
  const node = addNode(chart, `["${quoted(id)}"]`)
  addEdges(chart, from, node)
  if (kind === 'share' || kind === 'along' || kind === 'claims') {
    for (const [target, weight] of Object.entries(body.of as Readonly<Record<string, unknown>>)) {
      drawTarget(chart, target, { node, label: String(weight) }, within)
    }
    return kind === 'claims' ? [{ node, label: '' }] : []
  }
  for (const target of [body.in, body.excess, kind === 'advance' ? body.from : body.to]) {
    if (typeof target !== 'string') continue
    drawTarget(chart, target, { node, label: feeText(body) }, within)
  }
  return [{ node, label: '' }]
}

const drawTarget = (
  chart: Chart,
  target: string,
  source: Source,
  within: readonly string[],
): void => {
  const { flows = {} } = chart.terms
  const steps = Object.hasOwn(flows, target) && !within.includes(target) ? flows[target] : undefined
  if (steps !== undefined) {
    const node = addNode(chart, `[["${quoted(chart.words.name(target))}"]]`)
    addEdges(chart, [source], node)
    drawSteps(chart, steps, [{ node, label: '' }], [...within, target])
    return
  }
  const node = chart.ends.get(target) ?? addNode(chart, `(["${quoted(chart.words.name(target))}"])`)
  chart.ends.set(target, node)
  addEdges(chart, [source], node)
}

const testText = (test: Readonly<Record<string, unknown>>): string =>
  Object.entries(test)
    .map(([name, condition]) => `${name} ${conditionText(condition)}`)
    .join(', ')

const conditionText = (condition: unknown): string => {
  if (Array.isArray(condition)) return `= ${condition.join(' | ')}`
  if (typeof condition === 'object' && condition !== null) {
    const { upTo, above } = condition as { readonly upTo?: string; readonly above?: string }
    return upTo === undefined ? `> ${above ?? ''}` : `≤ ${upTo}`
  }
  return `= ${String(condition)}`
}

const feeText = (body: Readonly<Record<string, unknown>>): string => {
  const bands = (body.tiers ?? body.slab) as readonly { readonly rate: unknown }[] | undefined
  if (bands !== undefined) return bands.map(({ rate }) => String(rate)).join(' / ')
  const given = body.rate ?? body.carry ?? body.capital ?? body.amount
  return isScalar(given) ? String(given) : ''
}

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'

/** Mermaid reads quotes and brackets in labels only as entities. */
const quoted = (text: string): string => text.replace(/"/g, '#quot;')
