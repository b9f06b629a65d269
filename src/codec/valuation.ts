/** The codec of a valuation file: which keys may stand where, and of which shape their values are.
 *
 *  What a value means (whether weights sum to 1, whether a parameter is there) is the room
 *  valuation's to judge. */
import * as t from 'io-ts'
import type { ValuationFile } from '../valuation/index.js'
import { fields, names, scalar, shapes, text, typed } from './combine.js'
import { oneMethod, qualityRecord } from './valuation-methods.js'
import { day, figure, listRecords } from './valuation-parts.js'

const said = shapes('text, or en and zh', {
  scalar: t.string,
  record: fields('en and zh', { en: t.string, zh: t.string }, {}),
})
const written = scalar('number', { pattern: '^-?\\d+(\\.\\d+)?(%|/[1-9]\\d*)?$' })
const whole = scalar('whole number', { pattern: '^\\d+$', minimum: 0 })
const range = fields('range', { figure: t.string, low: written, high: written }, {})
const search = fields(
  'search',
  { figure: t.string, low: written, high: written, target: written },
  {},
)
const axis = fields('axis', { figure: t.string, values: t.array(written) }, {})
const rounding = t.keyof(
  { floor: null, ceil: null, halfUp: null, halfEven: null, down: null },
  'floor | ceil | halfUp | halfEven | down',
)
const distribution = fields(
  'distribution',
  {
    kind: t.keyof(
      { uniform: null, triangular: null, normal: null, lognormal: null, discrete: null },
      'uniform | triangular | normal | lognormal | discrete',
    ),
  },
  {
    low: written,
    mode: written,
    high: written,
    mean: written,
    sd: written,
    mu: written,
    sigma: written,
    values: t.array(written),
    chances: t.array(written),
  },
)

const parameter = fields(
  'parameter',
  { source: said },
  {
    title: said,
    value: written,
    values: t.array(written, 'list of numbers'),
    formula: t.string,
    growing: fields('growing', { first: figure, growth: figure, periods: whole }, {}),
    by: oneMethod,
    ...listRecords,
  },
)

const discount = fields(
  'discount',
  { rate: figure, timing: t.keyof({ end: null, mid: null, dated: null }, 'end | mid | dated') },
  { stub: written, dates: t.array(text('date', day)) },
)

/** A valuation as a document holds it. Unknown keys are refused.
 * @example
 * import { valuationCodec } from 'data-dividend/codec'
 * valuationCodec.is({ valuation: 'sensors', date: '2026-06-30', currency: 'CNY' }) // => false */
export const valuationCodec: t.Type<ValuationFile> = typed<ValuationFile>(
  fields(
    'valuation',
    {
      valuation: text('name', { pattern: '^\\p{L}[\\p{L}\\p{M}\\p{N}_.-]*$' }),
      date: text('date', day),
      currency: text('currency', { pattern: '^[A-Z]{3}$' }),
      methods: names(
        'record of methods',
        fields('method', { by: oneMethod, reason: said }, { discount }),
      ),
      reconcile: names('record of weights', fields('weight', { weight: figure, reason: said }, {})),
    },
    {
      title: said,
      purpose: said,
      basis: said,
      object: said,
      rights: said,
      scenario: said,
      unit: said,
      validity: said,
      assumptions: t.array(said, 'list of texts'),
      limits: t.array(said, 'list of texts'),
      places: whole,
      parameters: names('record of parameters', parameter),
      quality: qualityRecord,
      excluded: names('record of reasons', said),
      sensitivity: fields(
        'sensitivity',
        {},
        {
          tornado: t.array(range, 'list of ranges'),
          breakEven: t.array(search, 'list of searches'),
          twoWay: fields('two-way table', { down: axis, across: axis }, {}),
          monteCarlo: fields(
            'Monte Carlo',
            {
              seed: whole,
              draws: whole,
              quantiles: t.array(written),
              figures: names('record of distributions', distribution),
            },
            {},
          ),
        },
      ),
      replay: names(
        'record of roundings',
        fields('rounding', { places: whole }, { mode: rounding }),
      ),
    },
  ),
)
