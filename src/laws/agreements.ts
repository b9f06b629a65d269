/** Random agreements of every step: nested, over every scope that widens, with named and shared
 *  flows, links, pools and amendments. Each of them compiles. */
import type fc from 'fast-check'
import type { Period } from '../core/date.js'
import type { Agreement, Amendment, Pool, Terms } from '../agreement/clause.js'
import { stepsOf } from '../agreement/names.js'
import { links, type Party } from '../chain/party.js'
import { builtFrom, oneOf, someOf, type Choose } from './choices.js'
import { someWeights } from './numbers.js'
import { parties, pool, someTerms, type World } from './steps.js'

/** What random agreements are to be like. */
export interface AgreementOptions {
  readonly refunds: 'net' | 'original'
  /** Whether amendments may carry clauses; default yes. */
  readonly carry?: boolean
}

/** Random agreements.
 * @example
 * import { compile } from 'data-dividend'
 * import { agreements } from 'data-dividend/laws'
 * import fc from 'fast-check'
 * const compiles = fc.property(agreements({ refunds: 'net' }), (agreement) =>
 *   compile(agreement)._tag === 'Right')
 * fc.check(compiles, { numRuns: 20 }).failed // => false */
export const agreements = (options: AgreementOptions): fc.Arbitrary<Agreement> =>
  builtFrom((structure, numbers) => someAgreement(options, structure, numbers))

/** An agreement from a list of decisions on its structure, read again for every version that
 * carries, and one on all else. */
export const someAgreement = (
  { refunds, carry = true }: AgreementOptions,
  structure: (from: number) => Choose,
  numbers: Choose,
): Agreement => {
  const code = oneOf(numbers)('CNY', 'JPY', 'KWD')
  const period = oneOf(numbers)<Period>('month', 'quarter', 'year')
  const linked = numbers(2) === 1
  const digits =
    code === 'JPY' ? 0
    : code === 'KWD' ? 3
    : 2
  const world: World = { currency: { code, digits }, refunds, period, linked }
  const carries = carry && numbers(4) > 0
  const [since, number] = [numbers(amendmentDates.length), oneOf(numbers)(0, 1, 0, 2)]
  const dates = amendmentDates.slice(since, since + number)
  const first = someTerms(world, structure(0), numbers)
  const ids = stepsOf(first, []).map(({ body }) => String(body.id))
  const amendments = dates.map((from, index): Amendment =>
    carries ?
      { from, carry: someOf(numbers)(ids), ...someTerms(world, structure(0), numbers) }
    : { from, ...someTerms(world, structure(1 + index), numbers) },
  )
  return {
    agreement: 'random',
    currency: code,
    refunds,
    period,
    zone: oneOf(numbers)('Asia/Shanghai', 'Europe/Lisbon'),
    ...(linked ? { parties: linkedParties } : {}),
    ...first,
    ...(amendments.length === 0 ? {} : { amendments }),
    pools: { [pool]: somePool(numbers) },
  } satisfies Agreement & Terms
}

/** Some cut a month, a quarter, a year, or none of them. */
const amendmentDates = ['2026-01-01', '2026-01-15', '2026-02-01', '2026-03-16', '2026-04-01']

const linkedParties: Readonly<Record<string, Party>> = Object.fromEntries(
  parties.map((name, index): readonly [string, Party] => {
    const link = links[index]
    return [name, link === undefined ? {} : { link }]
  }),
)

const somePool = (choose: Choose): Pool => {
  const units = () => someWeights(choose, someOf(choose)(parties))
  const dated = [
    { from: '2025-12-01', of: units() },
    { from: '2026-02-10', of: units() },
  ]
  return oneOf(choose)<Pool>({ units: units() }, { units: dated }, {})
}
