/** The shape of each method's record in a valuation file, by the method's id. */
import * as t from 'io-ts'
import { costPartNames, marketFactors, qualityDimensions } from '../valuation/index.js'
import { fields, names, oneKey, shapes, text, typed } from './combine.js'
import { curve, day, figure, figures, figuresOf, numbers, one } from './valuation-parts.js'

const taxLife = fields('tab', { life: figure, timing: one('end', 'mid') }, {})
const terminal = fields('terminal', { growth: figure, at: one('flow', 'end') }, {})
const change = numbers('from and to', ['from', 'to'])
const charge = fields('charge', {}, { ofRevenue: figure, value: figures, rate: figure })
const excessEarnings = fields(
  'excess earnings',
  {
    revenue: figures,
    survival: figures,
    margin: figure,
    tax: figure,
    charges: names('record of charges', charge),
  },
  { tab: taxLife },
)
const share = shapes('share', {
  scalar: figure,
  record: fields(
    'share',
    {},
    {
      perPeriod: figures,
      ...figuresOf(['first', 'decay', 'low', 'high', 'score']),
      equivalent: numbers('equivalent', ['ownCost', 'ownMargin', 'partnerCost', 'partnerMargin']),
    },
  ),
})
const factors = [...new Set([...marketFactors.guidance2023, ...marketFactors.guide9])]
const factor = shapes('ratio, or list of ratios', { scalar: figure, list: t.array(figure) })
const asset = numbers('asset', ['value', 'rate'])
const score = shapes('score, or satisfied and checked', {
  scalar: figure,
  record: numbers('satisfied and checked', ['satisfied', 'checked']),
})
const optionFields = {
  kind: one('call', 'put'),
  ...figuresOf(['spot', 'strike', 'yield', 'rate', 'years', 'volatility']),
}
/** A node is known by its fields alone; the room reads them. */
const node: t.Type<unknown> = t.recursion('node', () =>
  typed<unknown>(
    fields(
      'node',
      {},
      {
        value: figure,
        chance: t.array(fields('branch', { p: figure, node }, { cost: figure })),
        decide: t.array(fields('choice', { name: t.string, node }, { cost: figure })),
      },
    ),
  ),
)

export const qualityRecord = fields(
  'quality',
  {
    scores: fields('scores', Object.fromEntries(qualityDimensions.map((d) => [d, score])), {}),
    weights: numbers('weights', qualityDimensions),
  },
  {},
)

/** One record for each id of the registry; a test holds the two together. */
export const methodRecords: t.Props = {
  'income.direct': fields('direct income', { ebit: figures }, {}),
  'income.share': fields('share of income', { base: figures, share }, { tax: figure }),
  'income.excess': fields(
    'excess income',
    { income: figures, charges: names('record of charges', figures) },
    {},
  ),
  'income.incremental': fields(
    'incremental income',
    {},
    {
      with: figures,
      without: figures,
      price: change,
      unitCost: change,
      quantity: shapes('quantity, or from and to', { scalar: figure, record: change }),
      ...figuresOf(['margin', 'tax', 'years']),
    },
  ),
  'income.rfr': fields(
    'relief from royalty',
    { sales: figures, royalty: figure, tax: figure },
    { upkeep: figures, terminal, tab: taxLife },
  ),
  'income.mpeem': excessEarnings,
  'income.distributor': excessEarnings,
  'income.with-without': fields(
    'with and without',
    { with: figures, without: figures },
    { chance: figure },
  ),
  'income.greenfield': fields('greenfield', { flows: figures }, { terminal }),
  'income.premium': fields(
    'premium',
    { priceWith: figure, priceWithout: figure, quantity: figures, tax: figure },
    { costs: figures },
  ),
  'cost.replacement': fields('replacement cost', figuresOf(costPartNames), {
    adjustment: figure,
    obsolescence: fields(
      'obsolescence',
      { rule: one('multiply', 'add'), parts: names('record of parts', figure) },
      {},
    ),
  }),
  'cost.multiplied': numbers('multiplied cost', [
    'materials',
    'labour',
    'multiplier',
    'risk',
    'margin',
  ]),
  'cost.min-fee': numbers('minimum fee', [
    'replacement',
    'index',
    'survival',
    'buyerCapacity',
    'ownerCapacity',
    'opportunity',
  ]),
  'cost.utility': fields(
    'cost with utility',
    {
      ...figuresOf(['cost', 'return', 'quality', 'ownVolume', 'industryVolume', 'risk']),
      flow: fields(
        'flow',
        { total: figure, parts: t.array(numbers('part', ['coefficient', 'volume'])) },
        {},
      ),
    },
    {},
  ),
  'cost.recreate': fields(
    'recreation cost',
    {
      tasks: names('record of tasks', numbers('task', ['hours', 'hourly'])),
      ...figuresOf(['overhead', 'profit', 'rate', 'years', 'obsolescence']),
    },
    {},
  ),
  'cost.indexed': fields(
    'cost by indexes',
    { now: figure, items: names('record of items', numbers('item', ['cost', 'index'])) },
    {},
  ),
  'cost.survival': numbers('survival rate', ['used', 'use', 'remaining']),
  'market.adjusted': fields(
    'adjusted comparables',
    {
      factors: one('guidance2023', 'guide9'),
      comparables: t.array(
        fields(
          'comparable',
          {
            id: t.string,
            price: figure,
            factors: fields('factors', {}, Object.fromEntries(factors.map((f) => [f, factor]))),
          },
          {},
        ),
      ),
      combine: shapes('mean, median or weights', {
        scalar: one('mean', 'median'),
        record: fields('weights', { weights: figures }, {}),
      }),
    },
    { band: numbers('band', ['low', 'high']) },
  ),
  'quality.score': qualityRecord,
  tab: fields(
    'tax amortisation benefit',
    { ...figuresOf(['tax', 'life', 'rate']), timing: one('end', 'mid') },
    {},
  ),
  'rate.build-up': fields(
    'build-up',
    { riskFree: figure, premia: names('record of premia', figure) },
    {},
  ),
  'rate.capm': numbers('CAPM', ['riskFree', 'beta', 'equityPremium'], ['specific']),
  'rate.wacc': numbers('WACC', ['equity', 'debt', 'costOfEquity', 'costOfDebt', 'tax']),
  'rate.wara': fields(
    'WARA',
    { assets: names('record of assets', asset) },
    { against: numbers('against', ['rate', 'tolerance']) },
  ),
  'rate.goodwill': fields(
    'goodwill',
    { wacc: figure, others: names('record of assets', asset), goodwill: figure },
    {},
  ),
  'option.bsm': fields('option', optionFields, {}),
  'option.crr': fields(
    'option',
    { ...optionFields, steps: figure, exercise: one('european', 'american') },
    {},
  ),
  'scenario.expected': t.array(numbers('case', ['p', 'value']), 'list of cases'),
  'tree.fold': node,
  'infonomics.intrinsic': numbers('intrinsic value', [
    'validity',
    'completeness',
    'scarcity',
    'lifecycle',
  ]),
  'infonomics.business': fields(
    'business value',
    {
      relevance: names('record of relevance', figure),
      ...figuresOf(['validity', 'completeness', 'timeliness']),
    },
    {},
  ),
  'infonomics.performance': fields(
    'performance value',
    {
      indicators: names('record of indicators', numbers('indicator', ['informed', 'control'])),
      ...figuresOf(['life', 'trial']),
    },
    {},
  ),
  'infonomics.cost': numbers('cost value', ['expense', 'attribution', 'life', 'trial', 'lost']),
  'infonomics.market': numbers('market value', ['price', 'partners', 'premium']),
  'infonomics.economic': numbers('economic value', [
    'informed',
    'control',
    'acquire',
    'administer',
    'apply',
    'life',
    'trial',
  ]),
  'time.annuity': numbers('annuity', ['payment', 'rate', 'life'], ['growth']),
  'time.perpetuity': numbers('perpetuity', ['payment', 'rate', 'growth']),
  'rate.irr': fields('flows', { flows: figures }, { dates: t.array(text('date', day)) }),
  'survival.at': fields('survival', { curve, time: figure }, {}),
  'survival.mean': numbers('Weibull curve', ['scale', 'shape']),
  'survival.median': numbers('Weibull curve', ['scale', 'shape']),
  'sna.sum-of-costs': fields(
    'own-account costs',
    {
      work: names('record of work', numbers('work', ['persons', 'pay', 'time'])),
      ...figuresOf(['otherCosts', 'capitalServices']),
      rule: one('add', 'compound'),
    },
    {},
  ),
  'lending.value': fields(
    'lending value',
    { appraised: figure, haircut: figure, caps: names('record of caps', figure) },
    {},
  ),
}

/** The record of one method, under the method's id. */
export const oneMethod = oneKey('one method by its id', methodRecords)
