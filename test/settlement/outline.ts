/** Trees as text: one figure a line, two spaces in for each level. */
import {
  compile,
  orThrow,
  redo,
  type Agreement,
  type EventRecord,
  type Explained,
  type Reference,
} from 'data-dividend'
import { explain, settlementArithmetic, type Question } from 'data-dividend/settlement'
import { right } from 'fp-ts/lib/Either.js'
import { expect } from 'vitest'
import { settled } from './cases.js'

/** The outline of what is asked of a story, once it is redone. */
export const told = (
  of: Agreement,
  events: readonly EventRecord[],
  asked: string | Question,
): readonly string[] => {
  const question = typeof asked === 'string' ? { event: asked } : asked
  const tree = orThrow(explain(orThrow(compile(of)))(settled(of, events))(question))
  expect(redo(settlementArithmetic)(tree)).toEqual(right(tree.value))
  return outline(tree)
}

/** `label = value unit : formula [source] {title}`, or `label -> where it stands`; what a figure
 * does not have is left out. */
const outline = (figure: Explained | Reference, depth = 0): readonly string[] => {
  const { label } = figure
  const start = `${'  '.repeat(depth)}${label}`
  if ('ref' in figure) return [`${start} -> ${figure.ref}`]
  const { value, unit, formula, source, title, inputs = [] } = figure
  const more = [
    ...(unit === undefined ? [] : [unit]),
    ...(formula === undefined ? [] : [`: ${formula}`]),
    ...(source === undefined ? [] : [`[${typeof source === 'string' ? source : source.en}]`]),
    ...(title === undefined ? [] : [`{${title.en} | ${title.zh}}`]),
  ]
  const head = [`${start} = ${value}`, ...more].join(' ')
  return [head, ...inputs.flatMap((input) => outline(input, depth + 1))]
}
