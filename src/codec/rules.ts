/** The codec of rules of payout: which keys may stand where, and of which shape their values are.
 *
 *  What a value means (whether a regime is known, whether a rate stands at a date) is the room
 *  payout's to judge. */
import * as t from 'io-ts'
import type { PayoutRules } from '../payout/rules.js'
import { amount, date, keys, label, name, partyKind, rate, register } from './agreement.js'
import { fields, names, scalar, shapes, text } from './combine.js'
import { anyScalar, anyText } from './scalars.js'

const currency = text('currency', { pattern: '^[A-Z]{3}$' })
const positive = scalar('rate', { pattern: '^\\d+(\\.\\d+|/[1-9]\\d*)?$', exclusiveMinimum: 0 })

const withhold = shapes('none, or regime and item', {
  scalar: t.literal('none', 'none'),
  record: fields(
    'regime and item',
    { regime: anyText, item: anyText },
    { project: anyText, treaty: rate, since: date, allowances: amount },
  ),
})

const payee = fields(
  'payee',
  { kind: partyKind, account: anyScalar },
  {
    name: label,
    trustee: anyText,
    of: register,
    threshold: amount,
    unit: amount,
    currency,
    vat: anyText,
    withhold,
  },
)

const rateRule = fields(
  'exchange rate',
  { base: currency, quote: currency, rate: positive, from: date, time: anyText, source: anyText },
  { to: date },
)

const bands = t.array(fields('band', { rate }, { upTo: amount, quick: amount }), 'list of bands')
const item = fields(
  'item',
  { bands },
  {
    deduction: fields(
      'deduction',
      { rate },
      { flat: fields('flat deduction', { amount, upTo: amount }, {}) },
    ),
    part: rate,
    monthly: amount,
  },
)
const regime = fields(
  'regime',
  { id: anyText, source: anyText, from: date, currency },
  {
    name: label,
    article: anyText,
    to: date,
    vatRate: rate,
    span: t.keyof({ month: null, year: null }, 'month | year'),
    items: names('record of items', item, keys),
  },
)

/** Rules of payout as a document holds them. Unknown keys are refused.
 * @example
 * import { rulesCodec } from 'data-dividend/codec'
 * rulesCodec.is({
 *   rules: 'monthly', currency: 'CNY', payer: 'exchange',
 *   payees: { collector: { kind: 'enterprise', account: '6222' } },
 * }) // => true */
export const rulesCodec: t.Type<PayoutRules> = fields(
  'rules',
  { rules: name, currency, payer: anyText, payees: names('record of payees', payee, keys) },
  {
    threshold: amount,
    unit: amount,
    persons: names('record of persons', fields('person', { withhold }, {}), {}),
    rates: t.array(rateRule, 'list of exchange rates'),
    regimes: t.array(regime, 'list of regimes'),
  },
) as unknown as t.Type<PayoutRules>
