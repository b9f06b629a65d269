/** The codec of an agreement: which keys may stand where, and of which shape their values are.
 *
 *  What a value means (whether a rate is one, whether bands rise) is the compiler's to judge. */
import * as t from 'io-ts'
import type { Agreement, Steps } from '../agreement/clause.js'
import { links } from '../chain/party.js'
import { fields, names, oneKey, scalar, shapes, text, typed } from './combine.js'
import { anyText } from './scalars.js'

/** As `isName` reads it. */
export const keys = { pattern: '^\\p{L}[\\p{L}\\p{M}\\p{N}_.-]*$' }
export const name = text('name', keys)
export const date = text('date', { pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
export const amount = scalar('amount', { pattern: '^\\d+(\\.\\d+)?$', minimum: 0 })
export const rate = scalar('rate', {
  pattern: '^(\\d{1,2}(\\.\\d+)?%|100(\\.0+)?%|0(\\.\\d+)?|1(\\.0+)?|\\d+/[1-9]\\d*)$',
  minimum: 0,
  maximum: 1,
})
const weight = scalar('weight', { pattern: '^\\d+(\\.\\d+|/[1-9]\\d*)?$', minimum: 0 })
const dayCount = scalar('day count', { pattern: '^(ACT/36[05]|30E/360)$' })
const count = scalar('count', { pattern: '^[1-9]\\d{0,3}$', minimum: 1, maximum: 9999 })
const decimal = scalar('number', { pattern: '^-?\\d+(\\.\\d+)?(%|/[1-9]\\d*)?$' })
/** A number, or a day of the attribute `at`. */
const bound = scalar('number or date', {
  pattern: '^(-?\\d+(\\.\\d+)?(%|/[1-9]\\d*)?|\\d{4}-\\d{2}-\\d{2})$',
})
/** An editor takes `true` for a truth, the reader for text. */
const attribute = scalar('text or whole number', { type: ['string', 'number', 'boolean'] })

const period = t.keyof({ month: null, quarter: null, year: null }, 'month | quarter | year')
const on = t.keyof({ event: null, period: null, life: null }, 'event | period | life')
const link = t.keyof(
  { collection: null, processing: null, circulation: null, application: null },
  links.join(' | '),
)
export const partyKind = t.keyof(
  { individual: null, enterprise: null, public: null },
  'individual | enterprise | public',
)

const scoped = { on, every: period }
const weights = names('record of weights', weight, keys)
const steps: t.Type<Steps> = t.recursion('list of steps', () =>
  typed<Steps>(t.array(step, 'list of steps')),
)

const bands = t.array(fields('band', { rate }, { upTo: amount }), 'list of bands')
const fee = fields(
  'fee',
  { id: name, to: name },
  {
    rate,
    tiers: bands,
    slab: bands,
    breaks: t.keyof({ strict: null, hold: null, adjust: null }, 'strict | hold | adjust'),
    kept: name,
    floor: amount,
    cap: amount,
    ...scoped,
  },
)
const by = t.keyof(
  { tree: null, webster: null, dhondt: null, largest: null, carried: null },
  'tree | webster | dhondt | largest | carried',
)
const shareOptions = { by, rest: name, ...scoped }
const condition = shapes('text, list of texts, upTo or above', {
  scalar: attribute,
  list: t.array(attribute, 'list of texts'),
  record: oneKey('upTo or above', { upTo: bound, above: bound }),
})

const every = { every: period }
const payer = { id: name, from: name, to: name }
const tests = names('record of conditions', condition, keys)

/** Steps that need time, a register or a payer. */
const timedSteps = {
  preferred: fields(
    'preferred',
    { id: name, to: name, capital: amount, since: date, rate, days: dayCount },
    {
      compounding: t.keyof({ simple: null, annual: null }, 'simple | annual'),
      order: t.keyof(
        { returnFirst: null, capitalFirst: null, returnOnly: null },
        'returnFirst | capitalFirst | returnOnly',
      ),
    },
  ),
  catchUp: fields('catchUp', { id: name, to: name, hurdle: attribute, carry: rate }, { rate }),
  guarantee: fields('guarantee', { ...payer, amount }, every),
  reserve: fields('reserve', { id: name, rate, over: count, in: name }, every),
  permitted: fields(
    'permitted',
    {
      id: name,
      on: t.keyof({ period: null }, 'period'),
      amount: shapes('amount, or list of dated amounts', {
        scalar: amount,
        list: t.array(fields('dated amount', { from: date, amount }, {}), 'list of dated amounts'),
      }),
      excess: name,
    },
    every,
  ),
  ratchet: fields(
    'ratchet',
    {
      id: name,
      to: name,
      of: name,
      tiers: t.array(fields('band', { rate }, { upTo: decimal }), 'list of bands'),
    },
    { moves: t.keyof({ up: null, down: null, both: null }, 'up | down | both') },
  ),
  interest: fields('interest', { ...payer, rate, days: dayCount }, {}),
  clawback: fields('clawback', { ...payer, capital: amount, carry: rate, since: date }, {}),
}

const step = oneKey('step', {
  fixed: fields('fixed', { id: name, to: name, amount }, scoped),
  commission: fee,
  levy: fee,
  advance: fields('advance', { id: name, from: name, to: name, amount }, { recoup: rate }),
  claims: fields(
    'claims',
    {
      id: name,
      of: names('record of amounts', amount, keys),
      by: t.keyof({ order: null, proRata: null, equal: null }, 'order | proRata | equal'),
    },
    scoped,
  ),
  when: fields('when', { id: name, test: tests, then: steps }, { else: steps }),
  share: fields('share', { id: name, of: weights }, shareOptions),
  along: fields(
    'along',
    {
      id: name,
      of: fields(
        'record of links',
        {},
        {
          collection: weight,
          processing: weight,
          circulation: weight,
          application: weight,
        },
      ),
    },
    shareOptions,
  ),
  payment: fields('payment', { id: name, from: name, to: name }, { amount }),
  ...timedSteps,
})

const flows = names('record of flows', steps, keys)
const terms = { flows, shared: flows }
export const register = shapes('units, or list of dated units', {
  record: weights,
  list: t.array(fields('dated units', { from: date, of: weights }, {}), 'list of dated units'),
})
export const label = shapes('text, or en and zh', {
  scalar: anyText,
  record: fields('en and zh', { en: anyText, zh: anyText }, {}),
})

/** An agreement as a document holds it. Unknown keys are refused.
 * @example
 * import { agreementCodec } from 'data-dividend/codec'
 * const flow = [{ share: { id: 'all', of: { a: 1 } } }]
 * agreementCodec.is({ agreement: 'pair', currency: 'CNY', flow })
 * // => true */
export const agreementCodec: t.Type<Agreement> = typed<Agreement>(
  fields(
    'agreement',
    { agreement: name, currency: text('currency', { pattern: '^[A-Z]{3}$' }), flow: steps },
    {
      refunds: t.keyof({ net: null, original: null }, 'net | original'),
      period,
      zone: anyText,
      parties: names(
        'record of parties',
        fields('party', {}, { name: label, link, kind: partyKind }),
        keys,
      ),
      ...terms,
      amendments: t.array(
        fields(
          'amendment',
          { from: date, flow: steps },
          { carry: t.array(name, 'list of ids'), ...terms },
        ),
        'list of amendments',
      ),
      pools: names('record of pools', fields('pool', {}, { units: register }), keys),
      free: fields('free', { when: tests }, {}),
      ceilings: names('record of ceilings', decimal, keys),
    },
  ),
)
