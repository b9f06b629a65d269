/** The smallest input of each fault of the chain, against its file in test/errors. */
import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import {
  checkGrants,
  reach,
  rightFor,
  successionOf,
  trace,
  type Belonging,
  type Grant,
  type Succession,
} from 'data-dividend/chain'
import { orThrow, parseDate } from 'data-dividend'
import { expect, it } from 'vitest'
import { asJson, smallestFault } from '../faults.js'

const from = orThrow(parseDate('2026-01-01'))
const at = orThrow(parseDate('2026-07-01'))
const root: Grant = { id: 'g1', right: 'operate', asset: 'maps', to: 'vendor', from }
const child: Grant = { id: 'g2', right: 'use', asset: 'maps', to: 'lab', parent: 'g1', from }
const merger: Succession = { kind: 'merger', at, of: ['a'], to: [{ party: 'b', weight: 1n }] }
const split: Succession = {
  ...merger,
  kind: 'split',
  to: [
    { party: 'b', weight: 1n },
    { party: 'c', weight: 1n },
  ],
}
const maps: Belonging = { id: 'maps', holder: 'a', side: 'right' }
const report: Belonging = { id: 'report', holder: 'a', side: 'duty' }

const cases: Readonly<Record<string, Either<unknown, unknown>>> = {
  GrantTwice: checkGrants([root, root]),
  UnknownGrant: checkGrants([child]),
  GrantCycle: checkGrants([{ ...root, parent: 'g1' }]),
  GrantorNotHolder: checkGrants([root, { ...child, by: 'lab' }]),
  SublicenceNotAllowed: checkGrants([{ ...root, right: 'use' }, child]),
  ScopeExceeded: checkGrants([root, { ...child, asset: 'roads' }]),
  ExclusiveConflict: checkGrants([
    { ...root, exclusive: true },
    { ...root, id: 'g2', to: 'other' },
  ]),
  MissingRight: rightFor([], [])({ party: 'lab', right: 'use', asset: 'maps', at }),
  RightExpired: rightFor(
    [{ ...child, until: at }],
    [],
  )({ party: 'lab', right: 'use', asset: 'maps', at }),
  UnknownAsset: trace([])('maps'),
  DerivationCycle: reach({ assets: [{ id: 'maps', from: ['maps'] }], sales: [], lines: [] })(
    'maps',
  ),
  OrphanObligation: successionOf({ ...split, kind: 'bankruptcy', to: [] })([report]),
  OrphanRight: successionOf(split)([maps]),
  DutyParted: successionOf({ ...split, takes: { maps: 'b', report: 'c' } })([
    maps,
    { ...report, with: 'maps' },
  ]),
  UnknownRight: successionOf(merger)([{ ...report, with: 'maps' }]),
  UnknownSuccessor: successionOf({ ...merger, takes: { maps: 'd' } })([maps]),
  NotOneSuccessor: successionOf({ ...split, kind: 'merger' })([]),
  SuccessorGone: successionOf({
    ...merger,
    kind: 'dissolution',
    to: [{ party: 'a', weight: 1n }],
  })([]),
  UnknownBelonging: successionOf({ ...merger, takes: { maps: 'b' } })([]),
}

it.each(Object.entries(cases))('%s', (tag, result) => {
  expect(asJson(isLeft(result) && result.left)).toEqual(smallestFault(tag))
})
