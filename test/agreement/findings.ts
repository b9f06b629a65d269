/** What check says of a small agreement, and its program in lines. */
import { check, compile, orThrow, type Agreement, type Program, type Steps } from 'data-dividend'
import { agreement, end } from '../settlement/small.js'

type Flow = Program['versions'][number]['flow']

/** All findings, errors first. */
export const findings = (flow: Steps, more: Partial<Agreement> = {}): readonly unknown[] =>
  check(agreement(flow, more)).map(({ finding }) => finding)

/** The findings of steps before an end. */
export const before = (...steps: Steps): readonly unknown[] => findings([...steps, end()])

export const programOf = (flow: Steps, more: Partial<Agreement> = {}): Program =>
  orThrow(compile(agreement(flow, more)))

const scalars = (record: object): string =>
  Object.entries(record)
    .filter(([name]) => name !== 'table')
    .map(([name, value]) => ` ${name}=${String(value)}`)
    .join('')

/** Each op and each leaf as a line, and the scopes of the slots. */
export const linesOf = ({ ops, slots, leaves }: Flow): readonly string[] => [
  ...ops.map((op) => {
    if (op.op === 'gather')
      return `gather ${op.from.join('+')} > ${op.to} ${op.scope} ${op.key ?? ''}`.trimEnd()
    if (op.op === 'route') return `route ${op.from} > ${op.first} ${op.rest}`
    if (op.op === 'apportion') {
      return `${op.method} ${op.from} > ${op.to.join(' ')} by ${op.weights.join(':')}`
    }
    if (op.op === 'fold') return `fold ${op.from} > ${op.to.join(' ')} ${op.key}`
    const rows = op.rows.map(
      ({ upTo, p, q, d }) => `(${p}c+${q})/${d}${upTo === undefined ? '' : `<=${upTo}`}`,
    )
    const { clause, carried } = op
    const of = clause === undefined ? '' : ` ${clause.key}${scalars(clause.terms)}`
    const on = carried === undefined ? '' : ` carried${scalars(carried)}`
    return `take ${op.from} > ${op.first} ${op.rest} ${rows.join(' ')}${of}${on}`
  }),
  ...leaves.map((leaf) => `leaf${scalars(leaf)}`),
  `slots ${slots.join(' ')}`,
]
