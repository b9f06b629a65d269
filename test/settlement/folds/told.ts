/** What folds do, as text: lines, whole trees, sentences and findings of small agreements. */
import {
  check,
  compile,
  orThrow,
  redo,
  type Agreement,
  type EventRecord,
  type Explained,
} from 'data-dividend'
import { describe } from 'data-dividend/report'
import { explain, settlementArithmetic } from 'data-dividend/settlement'
import { expect } from 'vitest'
import { settled } from '../cases.js'

/** Every line, in order: event, kind, clause, party, minor units. */
export const lines = (of: Agreement, events: readonly EventRecord[]): readonly string[] =>
  settled(of, events).lines.map(
    ({ event, kind, path, party, amount }) => `${event} ${kind} ${path} ${party} ${amount}`,
  )

/** The tree of an event, a figure a line, inputs indented; redone on the way. */
export const tree = (of: Agreement, events: readonly EventRecord[], event: string) => {
  const root = orThrow(explain(orThrow(compile(of)))(settled(of, events))({ event }))
  expect(redo(settlementArithmetic)(root)).toEqual({ _tag: 'Right', right: root.value })
  return drawn(root, '')
}

type Figure = Explained | NonNullable<Explained['inputs']>[number]

const drawn = (figure: Figure, indent: string): readonly string[] => {
  if ('ref' in figure) return [`${indent}${figure.label} is ${figure.ref}`]
  const { label, value, unit, title, formula, source, inputs = [], ...more } = figure
  expect(more).toEqual({})
  const parts = [
    `${indent}${label} ${value}`,
    unit,
    title && `“${Object.values(title).join(' | ')}”`,
    formula && `= ${formula}`,
    source && `[${typeof source === 'string' ? source : Object.values(source).join(' | ')}]`,
  ]
  return [
    parts.filter((part) => part !== undefined).join(' '),
    ...inputs.flatMap((input) => drawn(input, `${indent}  `)),
  ]
}

/** What check finds: tag, path and fields. */
export const findings = (of: Agreement): readonly string[] =>
  check(of).map(({ finding: { _tag, path, ...fields } }) =>
    [_tag, path.join('/'), ...Object.values(fields).map(String)].join(' '),
  )

/** One sentence, by default that of the first step, English and Chinese. */
export const sentences = (of: Agreement, at = 2): readonly (string | undefined)[] =>
  (['en', 'zh'] as const).map((lang) => orThrow(describe(lang)(of)).sentences[at]?.text)
