/** YAML by the failsafe schema: all scalars stay text, so 0.10 is not 0.1 and 010 is not 10. */
import { isLeft, left, right, tryCatch, type Either } from 'fp-ts/lib/Either.js'
import type { Path } from '../core/error.js'
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document as YamlDocument,
  type Node,
  type YAMLError,
} from 'yaml'
import type { Document, Unread } from './document.js'
import type { Position, ShapeFault, TextFault } from './fault.js'

/** Aliases count by what they expand to, so that ten lines cannot become a billion. */
const mostAliases = 100

export const readYaml = (text: string): Either<Unread, Document> => {
  const lines = new LineCounter()
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const parsed = tryCatch(
    () =>
      parseDocument(text, {
        schema: 'failsafe',
        lineCounter: lines,
        prettyErrors: false,
        logLevel: 'error',
      }),
    () => undefined,
  )
  if (isLeft(parsed)) return unread([tooDeep], () => start)
  const document = parsed.right
  const positionOf = (path: Path) => place(offsetOf(document, path))
  const faults = [...document.errors, ...document.warnings].map(faultOf(document, place))
  // After the first place that is no YAML the parser guesses, and so do its other faults.
  const broken = faults.find(({ _tag }) => _tag === 'NotReadable')
  if (faults.length > 0) return unread(broken === undefined ? faults : [broken], positionOf)
  const nowhere = aliasOfNothing(document)
  if (nowhere !== undefined) {
    const reason = 'an alias of nothing'
    return unread([{ _tag: 'NotReadable', reason, position: place(nowhere) }], positionOf)
  }
  const value = tryCatch(
    () => document.toJS({ maxAliasCount: mostAliases }) as unknown,
    (thrown) =>
      thrown instanceof ReferenceError ? ({ _tag: 'TooManyAliases' } as const) : tooDeep,
  )
  return isLeft(value) ?
      unread([value.left], positionOf)
    : right({ value: value.right, positionOf })
}

const start: Position = { line: 1, column: 1 }

const tooDeep: TextFault = { _tag: 'NotReadable', reason: 'nested too deeply', position: start }

const unread = (faults: Unread['faults'], positionOf: Unread['positionOf']) =>
  left({ faults, positionOf })

const faultOf =
  (document: YamlDocument, place: (offset: number) => Position) =>
  ({ code, message, pos }: YAMLError): TextFault | ShapeFault => {
    const [offset] = pos
    const path = code === 'DUPLICATE_KEY' ? pathAt(document, offset) : undefined
    if (path !== undefined) return { _tag: 'KeyTwice', key: String(path.at(-1)), path }
    return code === 'MULTIPLE_DOCS' ?
        { _tag: 'SeveralDocuments', position: place(offset) }
      : { _tag: 'NotReadable', reason: message, position: place(offset) }
  }

/** The offset of an alias without its anchor before it. */
const aliasOfNothing = (document: YamlDocument): number | undefined => {
  let found: number | undefined
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined
      found = startOf(alias)
      return visit.BREAK
    },
  })
  return found
}

/** The path of the pair whose key begins at an offset. */
const pathAt = (document: YamlDocument, offset: number): Path | undefined => {
  let found: Path | undefined
  visit(document, {
    Pair: (_, pair, ancestors) => {
      if (startOf(pair.key) !== offset) return undefined
      const nodes: readonly unknown[] = [...ancestors, pair]
      found = nodes.flatMap((node, index): Path => {
        const parent = nodes[index - 1]
        if (isPair(node)) return [isScalar(node.key) ? String(node.key.value) : '']
        return isSeq(parent) ? [parent.items.indexOf(node)] : []
      })
      return visit.BREAK
    },
  })
  return found
}

/** The offset of a path: of its key, or of its item in a list. */
const offsetOf = (document: YamlDocument, path: Path): number => {
  let node: unknown = document.contents
  let offset = startOf(node)
  for (const part of path) {
    const within = isAlias(node) ? node.resolve(document) : node
    const next =
      isSeq(within) ? within.items[Number(part)]
      : isMap(within) ? within.items.findLast(({ key }) => isScalar(key) && key.value === part)
      : undefined
    if (next === undefined) return offset
    offset = startOf(isPair(next) ? next.key : next)
    node = isPair(next) ? next.value : next
  }
  return offset
}

const startOf = (node: unknown): number => (node as Node | null | undefined)?.range?.[0] ?? 0
