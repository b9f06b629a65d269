/** Random scalars of an agreement, as they are written: amounts, rates, weights, tables. */
import type { Currency } from '../core/currency.js'
import { formatScaled } from '../core/ratio.js'
import type { Band, Fee, Scalar } from '../agreement/clause.js'
import { oneOf, type Choose } from './choices.js'

/** Minor units in major units. */
export const written =
  ({ digits }: Currency) =>
  (minor: bigint): string =>
    formatScaled(minor, digits)

/** Minor units of a clause: often near what single sales bring, sometimes 0, 1 or huge. */
export const someAmount = (choose: Choose): bigint => {
  const [few, many] = [BigInt(choose(40)), BigInt(choose(4000))]
  return oneOf(choose)(few, many, few, many, 0n, 1n, 10n ** 15n + many)
}

/** A rate from 0 to 1, in any of its forms. */
export const someRate = (choose: Choose): Scalar => {
  const [percent, parts] = [choose(101), choose(9) + 1]
  const free = `0.${String(choose(10_000)).padStart(4, '0')}`
  return oneOf(choose)<Scalar>(
    `${percent}%`,
    free,
    `${choose(parts + 1)}/${parts}`,
    `${choose(100)}.5%`,
    '1/2',
    0,
    1,
  )
}

/** A weight above 0; small whole numbers, so that some are equal, decimals, a giant. */
export const someWeight = (choose: Choose): Scalar =>
  oneOf(choose)<Scalar>(
    choose(4) + 1,
    choose(4) + 1,
    choose(60) + 1,
    `0.${String(choose(9999) + 1).padStart(4, '0')}`,
    `${choose(7) + 1}/7`,
    '1000000000000',
  )

/** Weights of names; some are 0, the first never. */
export const someWeights = (
  choose: Choose,
  names: readonly string[],
): Readonly<Record<string, Scalar>> =>
  Object.fromEntries(
    names.map((name, index) => [name, index > 0 && choose(12) === 11 ? 0 : someWeight(choose)]),
  )

/** A fee's table with its bounds. A slab is held, since a strict one is seldom lawful. */
export const someTable = (
  choose: Choose,
  currency: Currency,
): Pick<Fee, 'rate' | 'tiers' | 'slab' | 'breaks' | 'floor' | 'cap'> => {
  const money = written(currency)
  const floor = someAmount(choose)
  const bounds = oneOf(choose)<Pick<Fee, 'floor' | 'cap'>>(
    {},
    { floor: money(floor) },
    { cap: money(someAmount(choose)) },
    { floor: money(floor), cap: money(floor + someAmount(choose)) },
  )
  const table = oneOf(choose)<'rate' | 'tiers' | 'slab'>('rate', 'tiers', 'slab')
  if (table === 'rate') return { rate: someRate(choose), ...bounds }
  const bands = someBands(choose, money)
  return table === 'tiers' ?
      { tiers: bands, ...bounds }
    : { slab: bands, breaks: 'hold', ...bounds }
}

const someBands = (choose: Choose, money: (minor: bigint) => string): readonly Band[] => {
  const bands: Band[] = []
  let end = 0n
  for (let left = choose(4); left > 0; left -= 1) {
    end += 1n + someAmount(choose)
    bands.push({ upTo: money(end), rate: someRate(choose) })
  }
  return [...bands, { rate: someRate(choose) }]
}
