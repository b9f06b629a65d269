/** Names of a document: ids written once in a version, no name of two kinds, no cycles. */
import type { Path } from '../core/error.js'
import type { Agreement, Step, Steps, Terms } from './clause.js'
import type { AgreementFault } from './fault.js'
import { isName } from './read.js'

/** A step as it stands in the text, with its path. */
export interface Written {
  readonly kind: string
  readonly body: Readonly<Record<string, unknown>>
  readonly path: Path
}

/** All steps of a version in written order, branches included. */
export const stepsOf = (terms: Terms, root: Path): readonly Written[] => [
  ...writtenIn(terms.flow, [...root, 'flow']),
  ...(['flows', 'shared'] as const).flatMap((kind) =>
    Object.entries(terms[kind] ?? {}).flatMap(([name, steps]) =>
      writtenIn(steps, [...root, kind, name]),
    ),
  ),
]

/** Pools by being named: where a step holds money back. */
export const poolsNamed = (agreement: Agreement): readonly string[] =>
  [agreement, ...(agreement.amendments ?? [])]
    .flatMap((terms) => stepsOf(terms, []))
    .flatMap(({ kind, body }) =>
      kind === 'reserve' ? [String(body.in)]
      : kind === 'permitted' ? [String(body.excess)]
      : [],
    )

/** Named flows of a version at the most: they may stand in each other that deep. */
const mostFlows = 1000

/** Tells ids that are no names or written twice, and names of two kinds. */
export const checkNames = (agreement: Agreement, faults: AgreementFault[]): void => {
  const versions = [
    { terms: agreement as Terms, root: [] as Path },
    ...(agreement.amendments ?? []).map((terms, index) => ({ terms, root: ['amendments', index] })),
  ]
  for (const { terms, root } of versions) {
    const flows = { ...terms.flows, ...terms.shared }
    if (Object.keys(flows).length > mostFlows) {
      faults.push({ _tag: 'FlowsTooMany', limit: mostFlows, path: [...root, 'flows'] })
    }
    const steps = stepsOf(terms, root)
    checkIds(steps, faults)
    const kinds = new Map<string, { readonly kind: string; readonly path: Path }[]>()
    const declare = (kind: string, names: object | undefined, path: Path): void => {
      for (const name of Object.keys(names ?? {})) {
        if (!isName(name)) faults.push({ _tag: 'NotAName', name, path: [...path, name] })
        kinds.set(name, [...(kinds.get(name) ?? []), { kind, path: [...path, name] }])
      }
    }
    declare('party', agreement.parties, ['parties'])
    declare('pool', agreement.pools, ['pools'])
    declare('flow', terms.flows, [...root, 'flows'])
    declare('shared', terms.shared, [...root, 'shared'])
    for (const { kind, body, path } of steps) {
      const field =
        kind === 'reserve' ? 'in'
        : kind === 'permitted' ? 'excess'
        : undefined
      if (field === undefined || isName(String(body[field]))) continue
      faults.push({ _tag: 'NotAName', name: String(body[field]), path: [...path, field] })
    }
    // A shared flow's own name begins its path and is its counter, as an id does and is.
    for (const { body, path } of steps) {
      const places = kinds.get(String(body.id)) ?? []
      if (places.some(({ kind }) => kind === 'shared')) places.unshift({ kind: 'step', path })
    }
    for (const [name, places] of kinds) {
      const last = places.at(-1)
      if (places.length < 2 || last === undefined) continue
      const names = places.map(({ kind }) => kind)
      faults.push({ _tag: 'NameOfTwoKinds', name, kinds: names, path: last.path })
    }
  }
}

/** The shared flows, each before those it pays into; or the names of a cycle. */
export const sharedInOrder = (
  terms: Terms,
): { readonly names: readonly string[] } | { readonly cycle: readonly string[] } => {
  const names: string[] = []
  const done = new Set<string>()
  const visit = (name: string, within: readonly string[]): readonly string[] | undefined => {
    if (within.includes(name)) return [...within.slice(within.indexOf(name)), name]
    if (done.has(name)) return undefined
    const steps = stepsNamed(terms, name)
    for (const target of steps === undefined ? [] : targetsIn(steps)) {
      const cycle = visit(target, [...within, name])
      if (cycle !== undefined) return cycle
    }
    done.add(name)
    if (Object.hasOwn(terms.shared ?? {}, name)) names.unshift(name)
    return undefined
  }
  for (const name of Object.keys(terms.shared ?? {})) {
    const cycle = visit(name, [])
    if (cycle !== undefined) return { cycle }
  }
  return { names }
}

/** A name such as `constructor` is in every record of JavaScript. */
const stepsNamed = ({ shared = {}, flows = {} }: Terms, name: string): Steps | undefined =>
  Object.hasOwn(shared, name) ? shared[name]
  : Object.hasOwn(flows, name) ? flows[name]
  : undefined

const targetsIn = (steps: Steps): readonly string[] =>
  writtenIn(steps, []).flatMap(({ body }) => [
    ...(typeof body.to === 'string' ? [body.to] : []),
    ...(typeof body.of === 'object' && body.of !== null ? Object.keys(body.of) : []),
  ])

const writtenIn = (steps: Steps, path: Path): readonly Written[] =>
  steps.flatMap((step: Step, index) => {
    const [entry] = Object.entries(step)
    if (entry === undefined) return []
    const [kind, body] = entry as [string, Readonly<Record<string, unknown>>]
    const at = [...path, index, kind]
    const branches =
      'when' in step ?
        [
          ...writtenIn(step.when.then, [...at, 'then']),
          ...writtenIn(step.when.else ?? [], [...at, 'else']),
        ]
      : []
    return [{ kind, body, path: at }, ...branches]
  })

const checkIds = (steps: readonly Written[], faults: AgreementFault[]): void => {
  const first = new Map<string, Path>()
  for (const { body, path } of steps) {
    const id = String(body.id)
    const before = first.get(id)
    if (!isName(id)) faults.push({ _tag: 'NotAName', name: id, path: [...path, 'id'] })
    if (before !== undefined)
      faults.push({ _tag: 'IdTwice', id, first: before, path: [...path, 'id'] })
    else first.set(id, path)
  }
}
