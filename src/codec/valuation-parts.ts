/** Shapes that records of a valuation file are made of: figures, lists, curves, tables. */
import * as t from 'io-ts'
import { fields, oneKey, scalar, shapes, text } from './combine.js'

/** Digits, or the name of a parameter. */
export const figure = scalar('number or $name', {
  pattern: '^(-?\\d+(\\.\\d+)?(%|/[1-9]\\d*)?|\\$[\\p{L}_][\\p{L}\\p{N}_.]*)$',
})

/** A figure for each period, or the name of a parameter that is such a list. */
export const figures = shapes('list of numbers, or $name', {
  scalar: text('$name', { pattern: '^\\$[\\p{L}_][\\p{L}\\p{N}_.]*$' }),
  list: t.array(figure, 'list of numbers'),
})

/** A record of figures: the fields that must be there, and those that may. */
export const numbers = (
  name: string,
  required: readonly string[],
  optional: readonly string[] = [],
) => fields(name, figuresOf(required), figuresOf(optional))

export const figuresOf = (keys: readonly string[]): t.Props =>
  Object.fromEntries(keys.map((key) => [key, figure]))

export const one = <A extends string>(...values: readonly A[]) =>
  t.keyof(
    Object.fromEntries(values.map((value) => [value, null])) as Record<A, null>,
    values.join(' | '),
  )

/** How a day is written. */
export const day = { pattern: '^\\d{4}-\\d{2}-\\d{2}$' }

export const curve = oneKey('a curve by its name', {
  exponential: figure,
  halfLife: figure,
  attrition: figure,
  weibull: numbers('Weibull curve', ['scale', 'shape']),
  step: figure,
})

const table = t.array(t.array(figure, 'list of numbers'), 'list of rows')

/** The records of parameters that are lists worked out from others. */
export const listRecords = {
  survival: fields('survival', { curve, times: figures }, {}),
  ahp: fields(
    'comparisons',
    {
      by: one('eigenvector', 'geometric'),
      randomIndex: one('saaty1980', 'saaty2005', 'donegan', 'china'),
      matrix: table,
    },
    {},
  ),
  entropy: fields('table', { rows: table }, {}),
  topsis: fields(
    'table with weights',
    { rows: table, weights: figures, directions: t.array(one('benefit', 'cost')) },
    {},
  ),
}
