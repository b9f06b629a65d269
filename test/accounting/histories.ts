/** Random registers: every kind of event, each of which the books accept where it stands. */
import fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { keepBooks, type Asset, type Register, type RegisterRecord } from 'data-dividend/accounting'
import { day, money, registerOf } from './support.js'

type Pick = (below: number) => number

const assets = ['a', 'b', 'c', 'd']
const amounts = [0n, 1n, 2n, 3n, 99n, 100_00n, 33_333_33n, 1_000_000_00n, 999_999_999_999_99n]
const amountOf = (pick: Pick): string => money(amounts[pick(amounts.length)] ?? 0n)
const oneOf = <A>(pick: Pick, list: readonly A[]): A => list[pick(list.length)] as A

const scheduleOf = (pick: Pick, rounding: string) => ({
  method: oneOf(pick, ['straight', 'straight', 'sumOfYears', 'doubleDeclining', 'vdb', 'units']),
  months: oneOf(pick, ['12', '24', '36', '60']),
  totalUnits: '1000',
  residual: oneOf(pick, ['0.00', '0.00', '1.00']),
  rounding,
  indefinite: oneOf(pick, ['no', 'no', 'no', 'yes']),
})

const lifeOf = (pick: Pick, rounding: string) => ({
  schedule: scheduleOf(pick, rounding),
  use: oneOf(pick, ['admin', 'customers', 'research', 'production']),
})

const bodies: Readonly<Record<string, (pick: Pick, rounding: string) => object>> = {
  opening: (pick, rounding) => ({
    class: oneOf(pick, ['intangible', 'inventory', 'project']),
    column: oneOf(pick, ['bought', 'made', 'other']),
    cost: amountOf(pick),
    monthsGone: String(pick(12)),
    ...lifeOf(pick, rounding),
  }),
  acquire: (pick) => ({
    class: oneOf(pick, ['intangible', 'inventory']),
    column: oneOf(pick, ['bought', 'other']),
    items: [
      {
        item: 'price',
        amount: amountOf(pick),
        vat: amountOf(pick),
        creditable: oneOf(pick, ['yes', 'no']),
      },
      { item: oneOf(pick, ['training', 'cleaning', 'collection']), amount: amountOf(pick) },
    ],
    settle: oneOf(pick, ['bank', 'payable', 'capital', 'bank']),
    quantity: String(pick(200)),
  }),
  develop: (pick) => ({
    phase: oneOf(pick, ['research', 'development']),
    amount: amountOf(pick),
  }),
  conditions: () => ({
    evidence: Object.fromEntries(
      ['feasibility', 'intention', 'benefits', 'resources', 'measurable', 'ability'].map((id) => [
        id,
        'shown',
      ]),
    ),
  }),
  ready: lifeOf,
  process: (pick) => ({ items: [{ item: 'collection', amount: amountOf(pick) }] }),
  use: (pick) => ({ units: String(pick(600)) }),
  revise: (pick) => ({ schedule: { months: oneOf(pick, ['12', '24', '48']) }, reason: 'review' }),
  impair: (pick) => ({
    fairValueLessCost: amountOf(pick),
    fairValue: '1.00',
    undiscounted: '0.00',
  }),
  nrv: (pick) => ({ price: amountOf(pick), selling: amountOf(pick) }),
  hold: (pick) => ({ fairValueLessCost: amountOf(pick) }),
  unhold: (pick) => ({ recoverable: amountOf(pick) }),
  sell: (pick) => ({
    gross: amountOf(pick),
    vatRate: oneOf(pick, ['6%', '0']),
    ...oneOf<object>(pick, [{}, { part: { share: '1/3' } }, { part: { cost: '1.00' } }]),
  }),
  lapse: (pick) => oneOf<object>(pick, [{}, { part: { share: '1/7' } }]),
  transfer: (pick) =>
    oneOf<object>(pick, [{ class: 'inventory' }, { class: 'intangible' }, { column: 'other' }]),
}
const kinds = Object.keys(bodies)

/** A register of at most some twenty events, from 2025 to 2027. */
export const registers = (
  options: {
    readonly rounding?: string
    readonly framework?: string
  } = {},
): fc.Arbitrary<Register> =>
  fc
    .tuple(
      fc.array(fc.array(fc.nat(), { minLength: 16, maxLength: 16 }), { maxLength: 25 }),
      fc.constantFrom('cumulative', 'remaining', 'level'),
    )
    .map(([choices, anyRounding]) => {
      const rounding = options.rounding ?? anyRounding
      const { framework = 'cas' } = options
      const settings = { framework, surcharge: '12%', tax: { rate: '25%', months: '120' } }
      let events: readonly RegisterRecord[] = []
      let standing: readonly Asset[] = []
      let [month, dayOf] = [0, 1]
      for (const [index, numbers] of choices.entries()) {
        let at = 0
        const pick: Pick = (below) => (numbers[at++ % numbers.length] ?? 0) % below
        month += pick(4) === 0 ? pick(5) : 0
        dayOf = 1 + pick(28)
        if (month > 30) break
        const date = new Date(Date.UTC(2025, month, dayOf)).toISOString().slice(0, 10)
        const asset = oneOf(pick, assets)
        const found = standing.find(({ id }) => id === asset)
        // What fits where an asset stands comes often enough for something to happen to it.
        const fitting =
          found === undefined || found.state === 'gone' ? ['opening', 'acquire', 'develop']
          : found.state === 'held' ? ['unhold', 'hold', 'sell']
          : found.state === 'open' ? ['ready', 'develop', 'conditions', 'nrv', 'sell', 'process']
          : found.schedule?.method === 'units' ? ['use']
          : ['revise', 'impair', 'hold', 'sell', 'transfer']
        const kind = oneOf(pick, pick(4) === 0 ? kinds : fitting)
        const event = {
          id: `e${String(index)}`,
          at: date,
          kind,
          asset,
          ...bodies[kind]?.(pick, rounding),
        }
        const more = [...events, event]
        const books = keepBooks(day('2028-12-31'))(registerOf({ ...settings, events: more }))
        if (isLeft(books)) continue
        events = more
        standing = books.right.assets
      }
      return registerOf({ ...settings, events })
    })
