/** JSON as it is written: numbers are judged by their text, keys written twice are told.
 *
 *  A number must be a safe integer; 0.1, 1e3, 1.0 and 9007199254740993 are refused, since what
 *  arrives is not what was written, or may not be. */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { printParseErrorCode, visit } from 'jsonc-parser'
import type { Path } from '../core/error.js'
import type { Document, Unread } from './document.js'
import type { Position, ShapeFault, TextFault } from './fault.js'

export const readJson = (text: string): Either<Unread, Document> => {
  const positionOf = (path: Path) => positionIn(text, path)
  const faults: (TextFault | ShapeFault)[] = []
  const value = walk(text, {
    number: (written, path) => {
      const number = Number(written)
      const whole = /^-?\d+$/.test(written) && Number.isSafeInteger(number)
      if (!whole) faults.push({ _tag: 'NotANumber', value: written, path: path() })
      return number
    },
    twice: (key, path) => faults.push({ _tag: 'KeyTwice', key, path: path() }),
    broken: (reason, position) => faults.unshift({ _tag: 'NotReadable', reason, position }),
  })
  const [first] = faults
  if (first === undefined) return right({ value, positionOf })
  return left({ faults: first._tag === 'NotReadable' ? [first] : faults, positionOf })
}

interface Listener {
  readonly number: (written: string, path: () => Path) => unknown
  readonly twice: (key: string, path: () => Path) => unknown
  /** Called once, with the first fault of the text. */
  readonly broken: (reason: string, position: Position) => unknown
  readonly place?: (path: () => Path, position: Position) => unknown
}

type MutableNode = unknown[] | Record<string, unknown>

/** Goes through a text once and gives its value. */
const walk = (text: string, { number, twice, broken, place }: Listener): unknown => {
  const open: { readonly node: MutableNode; key: string }[] = []
  let [root, ended]: [unknown, boolean] = [undefined, false]
  const path = (): Path =>
    open.map(({ node, key }) => (Array.isArray(node) ? node.length - 1 : key))
  const put = (value: unknown, line: number, character: number): void => {
    const parent = open.at(-1)
    if (parent === undefined) root = value
    else if (Array.isArray(parent.node)) {
      parent.node.push(value)
      place?.(path, { line: line + 1, column: character + 1 })
    } else {
      const { node, key } = parent
      if (Object.hasOwn(node, key)) twice(key, path)
      Object.defineProperty(node, key, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      })
    }
  }
  const enter = (node: MutableNode, line: number, character: number): void => {
    put(node, line, character)
    open.push({ node, key: '' })
  }
  const fail = (reason: string, line: number, character: number): void => {
    if (!ended) broken(reason, { line: line + 1, column: character + 1 })
    ended = true
  }
  try {
    visit(
      text,
      {
        onObjectBegin: (_, __, line, character) => {
          enter({}, line, character)
        },
        onArrayBegin: (_, __, line, character) => {
          enter([], line, character)
        },
        onObjectEnd: () => {
          open.pop()
        },
        onArrayEnd: () => {
          open.pop()
        },
        onObjectProperty: (key, _, __, line, character) => {
          const at = open.at(-1)
          if (at !== undefined) at.key = key
          place?.(path, { line: line + 1, column: character + 1 })
        },
        onLiteralValue: (value: unknown, offset, length, line, character) => {
          put(value, line, character)
          if (typeof value === 'number') number(text.slice(offset, offset + length), path)
        },
        onError: (code, _, __, line, character) => {
          fail(printParseErrorCode(code), line, character)
        },
      },
      { disallowComments: true, allowTrailingComma: false },
    )
  } catch {
    fail('nested too deeply', 0, 0)
  }
  return root
}

/** The last place at which the longest part of a path stands. */
const positionIn = (text: string, path: Path): Position => {
  let [position, depth]: [Position, number] = [{ line: 1, column: 1 }, 0]
  walk(text, {
    number: () => undefined,
    twice: () => undefined,
    broken: () => undefined,
    place: (at, here) => {
      const now = at()
      if (now.length < depth || now.length > path.length) return
      if (now.every((part, index) => part === path[index])) [position, depth] = [here, now.length]
    },
  })
  return position
}
