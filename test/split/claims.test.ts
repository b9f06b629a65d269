import { left, right } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'
import { gameByMask, nucleolus, shapley, tau } from '../../src/contribution/index.js'
import { compareRatio, formatRatio, ratio, subRatio, type Ratio } from '../../src/core/index.js'
import { claimsMethods, type ClaimsMethod } from '../../src/split/claims-methods.js'
import { randomArrival, talmud } from '../../src/split/claims.js'
import vectors from '../vectors/contribution/claims.json' with { type: 'json' }
import { figure, figures, get, letters, solved, sum, texts } from '../contribution/support.js'

const ruleOf = (id: string) => claimsMethods.find((m) => m.id === id)!.rule
const shown = (values: readonly Ratio[]) => values.map(formatRatio)
const whole = (list: readonly number[]) => list.map((x) => ratio(BigInt(x)))

/** Claims, and two estates that they cover, the second the larger. */
const disputes = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 5 }),
    fc.integer({ min: 0, max: 1000 }),
    fc.integer({ min: 0, max: 1000 }),
  )
  .map(([claims, a, b]) => {
    const total = claims.reduce((x, y) => x + y, 0)
    const at = (x: number) => ratio(BigInt(x * total), 1000n)
    return { claims: whole(claims), estate: at(Math.min(a, b)), larger: at(Math.max(a, b)) }
  })

describe(`vectors: ${vectors.source}`, () => {
  const cases = vectors.cases.flatMap(({ awards, ...dispute }) =>
    Object.entries(awards).map(([id, values]) => ({ ...dispute, id, values })),
  )
  it.each(cases)('$id of $source, $claims on $estate', ({ id, claims, estate, values }) => {
    expect(shown(get(ruleOf(id)(figures(claims))(figure(estate))))).toEqual(texts(values))
  })
})

describe('laws', () => {
  it.each(claimsMethods)(
    '$id shares the estate, within the claims, and never less of a larger one',
    ({ rule }) => {
      holds(
        fc.property(disputes, ({ claims, estate, larger }) => {
          const awards = get(rule(claims)(estate))
          expect(sum(awards)).toEqual(estate)
          awards.forEach((x, i) => {
            expect(x.num >= 0n && compareRatio(x, claims[i]!) <= 0).toBe(true)
          })
          get(rule(claims)(larger)).forEach((x, i) => {
            expect(compareRatio(x, awards[i]!)).toBeGreaterThanOrEqual(0)
          })
        }),
      )
    },
  )
  const dual = ({ rule }: ClaimsMethod, claims: readonly Ratio[], estate: Ratio) => {
    const losses = get(rule(claims)(subRatio(sum(claims), estate)))
    return shown(claims.map((c, i) => subRatio(c, losses[i]!)))
  }
  it.each(claimsMethods.filter((m) => m.selfDual))(
    '$id shares losses as it shares the estate',
    (method) => {
      holds(
        fc.property(disputes, ({ claims, estate }) => {
          expect(shown(get(method.rule(claims)(estate)))).toEqual(dual(method, claims, estate))
        }),
      )
    },
  )
  it('equal awards and equal losses are each the dual of the other', () => {
    const [cea, cel] = [claimsMethods[1]!, claimsMethods[2]!]
    holds(
      fc.property(disputes, ({ claims, estate }) => {
        expect(shown(get(cel.rule(claims)(estate)))).toEqual(dual(cea, claims, estate))
      }),
    )
  })
  it.each([
    { id: 'claims.piniles', claims: [20, 12, 9], estate: 9 },
    { id: 'claims.minimal-overlap', claims: [1, 11, 17, 15], estate: 39 },
  ])('$id is not self-dual: $estate on $claims', ({ id, claims, estate }) => {
    const method = claimsMethods.find((m) => m.id === id)!
    const [c, e] = [whole(claims), ratio(BigInt(estate))]
    expect(shown(get(method.rule(c)(e)))).not.toEqual(dual(method, c, e))
    expect(method.selfDual).toBe(false)
  })
  it('random arrival is Shapley, Talmud the nucleolus, adjusted proportional tau', () => {
    holds(
      fc.property(disputes, ({ claims, estate }) => {
        const worths = Array.from({ length: 2 ** claims.length }, (_, mask) => {
          const rest = subRatio(estate, sum(claims.filter((_c, i) => !((mask >> i) & 1))))
          return mask === 0 || rest.num < 0n ? ratio(0n) : rest
        })
        const game = get(gameByMask(letters(claims.length))(worths))
        expect(shown(get(randomArrival(claims)(estate)))).toEqual(solved(shapley, game))
        expect(shown(get(talmud(claims)(estate)))).toEqual(solved(nucleolus, game))
        expect(shown(get(ruleOf('claims.adjusted-proportional')(claims)(estate)))).toEqual(
          solved(tau, game),
        )
      }),
      40,
    )
  })
})

describe('edges', () => {
  it.each(claimsMethods)(
    '$id: no claims share nothing, and bad estates and claims are refused',
    ({ rule }) => {
      expect(rule([])(ratio(0n))).toEqual(right([]))
      expect(rule(whole([0, 0]))(ratio(0n))).toEqual(right(whole([0, 0])))
      expect(rule(whole([1]))(ratio(2n))).toEqual(
        left({ _tag: 'EstateOutOfRange', estate: '2', claims: '1' }),
      )
      expect(rule(whole([1]))(ratio(-1n))).toEqual(
        left({ _tag: 'EstateOutOfRange', estate: '-1', claims: '1' }),
      )
      expect(rule(whole([1, -1]))(ratio(0n))).toEqual(
        left({ _tag: 'NegativeClaim', claim: 2, value: '-1' }),
      )
    },
  )
  it('random arrival refuses claims with too many different sums', () => {
    const claims = Array.from({ length: 20 }, (_, i) => ratio(2n ** BigInt(i)))
    expect(randomArrival(claims)(ratio(2n ** 20n - 1n))).toEqual(
      left({ _tag: 'TooManySums', claims: 20, limit: 20_000 }),
    )
  })
  it('every rule has an id of its own and two names', () => {
    expect(new Set(claimsMethods.map((m) => m.id)).size).toBe(8)
    expect(claimsMethods.every((m) => m.name.en !== '' && m.name.zh !== '')).toBe(true)
  })
})
