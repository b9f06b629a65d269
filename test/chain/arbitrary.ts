/** Grants, derivations and successions to try, sound and unsound. */
import { dateOfDay, orThrow } from 'data-dividend'
import { type Asset, type Belonging, type Grant } from 'data-dividend/chain'
import fc from 'fast-check'

export const dates = fc.integer({ min: 20000, max: 20400 }).map((day) => orThrow(dateOfDay(day)))

const purposes = fc.option(fc.subarray(['health', 'traffic', 'credit']), { nil: undefined })

/** A forest of grants over one asset: each may be passed on from one before it. */
export const grantLists: fc.Arbitrary<readonly Grant[]> = fc
  .array(
    fc.record({
      right: fc.constantFrom('hold', 'use', 'operate', 'operate', 'operate'),
      to: fc.constantFrom('a', 'b', 'c', 'd'),
      parent: fc.option(fc.nat(), { nil: undefined }),
      purposes,
      from: dates,
      until: fc.option(dates, { nil: undefined }),
      volume: fc.option(fc.bigInt(0n, 20n), { nil: undefined }),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map(({ right, parent, ...rest }, index) => {
      const above = parent === undefined || index === 0 ? undefined : `g${parent % index}`
      const given = Object.entries(rest).filter(([, value]) => value !== undefined)
      return {
        id: `g${index}`,
        asset: 'maps',
        right: right,
        ...(Object.fromEntries(given) as Pick<Grant, 'to' | 'from'>),
        ...(above === undefined ? {} : { parent: above }),
      }
    }),
  )

/** Assets each made of some before it. */
export const derivations: fc.Arbitrary<readonly Asset[]> = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 12 })
  .map((list) =>
    list.map((below, index) => ({
      id: `d${index}`,
      grants: [`g${index % 3}`],
      from: index === 0 ? [] : [...new Set(below.map((one) => `d${one % index}`))],
    })),
  )

/** Rights and duties of two parties, some bound, some divisible. */
export const belongingLists: fc.Arbitrary<readonly Belonging[]> = fc
  .array(
    fc.record({
      holder: fc.constantFrom('a', 'b'),
      duty: fc.boolean(),
      bound: fc.option(fc.nat(), { nil: undefined }),
      divisible: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((list) => {
    const rights = list.flatMap(({ duty, holder }, index) => (duty ? [] : [{ index, holder }]))
    return list.map(({ holder, duty, bound, divisible }, index): Belonging => {
      const mine = rights.filter((one) => one.holder === holder)
      const right = bound === undefined ? undefined : mine[bound % Math.max(1, mine.length)]
      return {
        id: `i${index}`,
        holder,
        side: duty ? 'duty' : 'right',
        divisible,
        ...(duty && right !== undefined ? { with: `i${right.index}` } : {}),
      }
    })
  })
