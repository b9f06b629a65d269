/** The codec of a register of data assets: which keys may stand where.
 *
 *  What a value means (which fields a kind of event has, whether an asset is ready) is the room
 *  accounting's to judge. */
import * as t from 'io-ts'
import type { Register } from '../accounting/index.js'
import { amount, date, keys, label, name } from './agreement.js'
import { fields, names, scalar, shapes, text, typed } from './combine.js'
import { anyScalar, anyText } from './scalars.js'

const yesNo = t.keyof({ yes: null, no: null }, 'yes | no')
const whole = scalar('whole number', { pattern: '^\\d+$', minimum: 0 })

const schedule = fields(
  'schedule',
  {},
  {
    method: anyText,
    months: whole,
    totalUnits: whole,
    residual: amount,
    rounding: anyText,
    indefinite: yesNo,
  },
)
const item = fields('item', { item: anyText, amount }, { vat: amount, creditable: yesNo })
const flows = fields('flows', { flows: t.array(amount, 'list of amounts'), rate: anyScalar }, {})
const worth = shapes('amount, or flows and rate', { scalar: amount, record: flows })
const settle = shapes('bank, payable, capital or instalments', {
  scalar: anyText,
  record: fields(
    'instalments',
    {
      instalments: fields('instalments', { count: whole, amount, rate: anyScalar }, {}),
    },
    {},
  ),
})
const member = fields('member', {}, { fairValueLessCost: amount, valueInUse: worth })
const group = fields('group', { members: names('record of members', member) }, { goodwill: amount })
const line = fields('line', { role: anyText }, { debit: amount, credit: amount, party: anyText })

/** One event: which of the fields it has depends on its kind. */
export const registerEvent = fields(
  'event',
  { id: anyText, at: date, kind: anyText },
  {
    asset: anyText,
    class: anyText,
    column: anyText,
    cost: amount,
    amortised: amount,
    provision: amount,
    quantity: whole,
    monthsGone: whole,
    schedule,
    rightEnds: date,
    use: anyText,
    serves: anyText,
    items: t.array(item, 'list of items'),
    settle,
    phase: anyText,
    amount,
    by: anyText,
    evidence: names('record of evidence', anyText),
    units: whole,
    reason: anyText,
    fairValueLessCost: amount,
    valueInUse: worth,
    undiscounted: amount,
    fairValue: amount,
    group,
    recoverable: amount,
    price: amount,
    completion: amount,
    selling: amount,
    part: fields('part', {}, { share: anyScalar, cost: amount }),
    gross: amount,
    vatRate: anyScalar,
    to: anyText,
    abnormal: anyText,
    holder: anyText,
    until: date,
    month: text('month', { pattern: '^\\d{4}-\\d{2}$' }),
    lines: t.array(line, 'list of lines'),
  },
)

const account = shapes('none, or code and name', {
  scalar: t.literal('none', 'none'),
  record: fields('account', { code: anyScalar }, { name: label }),
})
const about = fields(
  'particulars',
  {},
  {
    name: label,
    content: anyText,
    source: anyText,
    use: anyText,
    rights: anyText,
    quality: anyText,
  },
)

/** A register as a document holds it. Unknown keys are refused.
 * @example
 * import { registerCodec } from 'data-dividend/codec'
 * registerCodec.is({ register: 'maps', currency: 'CNY', events: [] }) // => true */
export const registerCodec: t.Type<Register> = typed<Register>(
  fields(
    'register',
    {
      register: name,
      currency: text('currency', { pattern: '^[A-Z]{3}$' }),
      events: t.array(registerEvent, 'list of events'),
    },
    {
      framework: anyText,
      from: date,
      to: date,
      chart: anyText,
      accounts: names('record of accounts', account, keys),
      surcharge: anyScalar,
      tax: fields('tax', { rate: anyScalar, months: whole }, {}),
      assets: names('record of assets', about),
    },
  ),
)
