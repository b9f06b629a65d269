import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import {
  checkGrants,
  endsOf,
  reach,
  rightFor,
  trace,
  type Grant,
  type Use,
} from 'data-dividend/chain'
import { orThrow, parseDate } from 'data-dividend'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'
import { dates, derivations, grantLists } from './arbitrary.js'

const day = (text: string) => orThrow(parseDate(text))

describe('vectors', () => {
  const operating: Grant = {
    id: 'bureau',
    right: 'operate',
    asset: 'traffic',
    to: 'operator',
    purposes: ['traffic', 'insurance'],
    regions: ['Shanghai'],
    from: day('2026-01-01'),
    until: day('2029-01-01'),
    volume: 1000n,
  }
  const licence: Grant = {
    ...operating,
    id: 'licence',
    right: 'use',
    by: 'operator',
    to: 'insurer',
    parent: 'bureau',
    purposes: ['insurance'],
    until: day('2027-01-01'),
    volume: 100n,
  }
  const use: Use = {
    party: 'insurer',
    right: 'use',
    asset: 'traffic',
    at: day('2026-06-01'),
    purpose: 'insurance',
    region: 'Shanghai',
    volume: 100n,
  }

  it('a child is refused in each field in which it goes beyond its parent', () => {
    const refused = (beyond: Partial<Grant>) => {
      const checked = checkGrants([operating, { ...licence, ...beyond }])
      return isLeft(checked) && 'field' in checked.left ? checked.left.field : 'fine'
    }
    expect([
      refused({}),
      refused({ asset: 'parking' }),
      refused({ purposes: ['insurance', 'credit'] }),
      refused({ regions: ['Shanghai', 'Beijing'] }),
      refused({ from: day('2025-12-31') }),
      refused({ until: day('2029-01-01') }),
      refused({ until: day('2029-01-02') }),
      refused({ volume: 1000n }),
      refused({ volume: 1001n }),
    ]).toEqual(['fine', 'asset', 'purpose', 'region', 'term', 'fine', 'term', 'fine', 'volume'])
  })

  it('what is left open below a bound goes beyond it', () => {
    const open = ['purposes', 'regions', 'until', 'volume'].map((field) => {
      const child = Object.fromEntries(Object.entries(licence).filter(([name]) => name !== field))
      return isLeft(checkGrants([operating, child as unknown as Grant]))
    })
    expect(open).toEqual([true, true, true, true])
  })

  it('a use is asked for by its exact right, day, purpose, region and volume', () => {
    const asked = (other: Partial<Use>) => {
      const answer = rightFor([operating, licence], [])({ ...use, ...other })
      return (
        isRight(answer) ? answer.right.id
        : 'field' in answer.left ? answer.left.field
        : answer.left._tag
      )
    }
    expect([
      asked({}),
      asked({ right: 'operate' }),
      asked({ right: 'hold' }),
      asked({ party: 'operator' }),
      asked({ at: day('2025-12-31') }),
      asked({ at: day('2026-12-31') }),
      asked({ at: day('2027-01-01') }),
      asked({ purpose: 'traffic' }),
      asked({ region: 'Beijing' }),
      asked({ volume: 101n }),
    ]).toEqual([
      'licence',
      'MissingRight',
      'MissingRight',
      'MissingRight',
      'term',
      'licence',
      'RightExpired',
      'purpose',
      'region',
      'volume',
    ])
  })

  it('only the right to operate is passed on, but for custody', () => {
    const rights = ['hold', 'use', 'operate'] as const
    const passed = rights.flatMap((above) =>
      rights
        .filter((below) =>
          isRight(
            checkGrants([
              { ...operating, right: above },
              { ...licence, right: below },
            ]),
          ),
        )
        .map((below) => `${above} to ${below}`),
    )
    expect(passed).toEqual([
      'hold to hold',
      'operate to hold',
      'operate to use',
      'operate to operate',
    ])
  })

  it('exclusive grants meet where their terms do', () => {
    const alone = { ...operating, exclusive: true }
    const other = { ...operating, id: 'other', from: day('2028-12-31') }
    const after = { ...other, from: day('2029-01-01'), until: day('2030-01-01') }
    expect(isLeft(checkGrants([alone, other]))).toBe(true)
    expect(isRight(checkGrants([alone, after]))).toBe(true)
    expect(isRight(checkGrants([alone, licence]))).toBe(true)
    expect(isRight(checkGrants([alone, { ...other, right: 'use' }]))).toBe(true)
  })
})

describe('laws', () => {
  it('what a grant lets one do, every grant above it lets its holder pass on', () => {
    holds(
      fc.property(grantLists, dates, (grants, at) => {
        if (isLeft(checkGrants(grants))) return true
        const ends = endsOf(grants, [])
        const runs = ({ id, from }: Grant) => from <= at && (ends.get(id) ?? '9999') > at
        return grants
          .filter(runs)
          .every(({ parent }) => grants.filter(({ id }) => id === parent).every(runs))
      }),
    )
  })

  it('a revocation ends a grant and all below it from that day on, and lets nobody do more', () => {
    holds(
      fc.property(grantLists, dates, dates, fc.nat(7), (grants, at, revoked, which) => {
        const one = grants[which % Math.max(1, grants.length)]
        if (one === undefined) return true
        const revocation = { grant: one.id, at: revoked }
        const [before, after] = [endsOf(grants, []), endsOf(grants, [revocation])]
        const parent = new Map(grants.map((grant) => [grant.id, grant.parent]))
        const isBelow = (id: string | undefined): boolean =>
          id !== undefined && (id === one.id || isBelow(parent.get(id)))
        return grants.every((grant) => {
          const [was, is] = [before.get(grant.id), after.get(grant.id)]
          const { to: party, right, asset } = grant
          const may = (list: typeof grants, gone: readonly (typeof revocation)[]) =>
            isRight(rightFor(list, gone)({ party, right, asset, at }))
          return (
            (isBelow(grant.id) ? is === [was ?? '9999-12-31', revoked].sort()[0] : is === was) &&
            (may(grants, []) || !may(grants, [revocation]))
          )
        })
      }),
    )
  })

  it('a product is reached from exactly the assets that it is traced to', () => {
    holds(
      fc.property(derivations, (assets) => {
        const market = { assets, sales: [], lines: [] }
        return assets.every(({ id }) => {
          const { assets: line, sources } = orThrow(trace(assets)(id))
          const before = (one: string) => line.indexOf(one)
          return (
            sources.every((one) => line.includes(one)) &&
            assets.every(({ id: other, from = [] }) => {
              const reached = orThrow(reach(market)(other)).products.includes(id)
              const ordered = before(other) < 0 || from.every((one) => before(one) < before(other))
              return reached === line.includes(other) && ordered
            })
          )
        })
      }),
    )
  })
})

describe('edges', () => {
  it('refunds count against what a source brought its payees', () => {
    const market = {
      assets: [{ id: 'maps' }, { id: 'roads' }, { id: 'index', from: ['maps'] }],
      sales: [
        { id: 's1', asset: 'index' },
        { id: 's2', asset: 'roads' },
      ],
      lines: [
        { event: 's1', party: 'a', amount: 60n },
        { event: 's2', party: 'a', amount: 5n },
        { event: 'r1', of: 's1', party: 'a', amount: -20n },
      ],
    }
    const found = orThrow(reach(market)('maps'))
    expect([found.sales, [...found.payees]]).toEqual([['s1'], [['a', 40n]]])
  })

  it('a derivation deeper than the stack is traced', () => {
    const assets = Array.from({ length: 20000 }, (_, index) => ({
      id: `d${index}`,
      from: index === 0 ? [] : [`d${index - 1}`],
    }))
    expect(orThrow(trace(assets)('d19999')).sources).toEqual(['d0'])
  })
})
