import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  faultsOf,
  gameCodec,
  gameFromFile,
  readDocument,
  type GameFile,
} from '../../src/codec/index.js'
import { formatAllocation, shapley } from '../../src/contribution/index.js'
import { faultOf, get } from '../contribution/support.js'

const read = (yaml: string): GameFile => {
  const document = readDocument('yaml')(yaml)
  if (isLeft(document)) throw new Error(JSON.stringify(document.left.faults))
  const decoded = gameCodec.decode(document.right.value)
  if (isLeft(decoded)) throw new Error(JSON.stringify(faultsOf(decoded.left)))
  return decoded.right
}
const solved = (yaml: string): string =>
  formatAllocation(get(shapley(get(gameFromFile(read(yaml))))))
const fault = (yaml: string): unknown => faultOf(gameFromFile(read(yaml)))

describe('vectors: the glove market and its kin, as files', () => {
  it('worths by coalition; what is not written is worth 0', () => {
    expect(
      solved('{game: glove, players: [A, B, C], worths: {A+C: 1, "C + B": 1, A+B+C: 1}}'),
    ).toBe('A 1/6, B 1/6, C 2/3')
    expect(solved('{game: two, worths: {A: 1/2, B: 0.25, A+B: 1}}')).toBe('A 0.625, B 0.375')
  })
  it('whole tables, by mask and by size', () => {
    expect(solved('{game: m, players: [A, B], byMask: [0, 1, 2, 7]}')).toBe('A 3, B 4')
    expect(solved('{game: s, players: [A, B, C], bySize: [0, 0, 0, 0, 1, 1, 1]}')).toBe(
      'A 1/6, B 1/6, C 2/3',
    )
  })
  it('staged chains and claims', () => {
    expect(solved('{game: s, staged: {worth: 1, stages: [[A, B], [C]]}}')).toBe(
      'A 1/6, B 1/6, C 2/3',
    )
    expect(solved('{game: c, claims: {estate: 200, of: {A: 100, B: 200, C: 300}}}')).toBe(
      'A 100/3, B 250/3, C 250/3',
    )
  })
  it('terms with amounts of several decimals', () => {
    expect(
      solved(
        '{game: t, terms: [{event: q, parties: [A, B], amount: 1.5}, ' +
          '{event: r, parties: [A], amount: 1/3}]}',
      ),
    ).toBe('A 13/12, B 0.75')
  })
  it('terms, votes, airport and sequential', () => {
    expect(
      solved(
        '{game: t, terms: [{event: q, parties: [A, B], amount: 10}, ' +
          '{event: r, parties: [A], amount: 3}]}',
      ),
    ).toBe('A 8, B 5')
    expect(solved('{game: v, votes: {quota: 51, of: {A: 50, B: 49, C: 1}}}')).toBe(
      'A 2/3, B 1/6, C 1/6',
    )
    expect(solved('{game: a, airport: {A: 8, B: 11, C: 13, D: 18}}')).toBe('A 2, B 3, C 4, D 9')
    expect(solved('{game: s, sequential: {A: 2, B: 5, C: 5, D: 12}}')).toBe(
      'A 5.25, B 3.25, C 1.75, D 1.75',
    )
  })
})

describe('edges', () => {
  it('faults carry the path of the file', () => {
    expect(fault('{game: g}')).toEqual({ _tag: 'NotOneForm', found: [], path: [] })
    expect(fault('{game: g, worths: {A: 1}, airport: {A: 1}}')).toEqual({
      _tag: 'NotOneForm',
      found: ['worths', 'airport'],
      path: [],
    })
    expect(fault('{game: g, players: [A], worths: {B: 1}}')).toEqual({
      _tag: 'UnknownPlayer',
      player: 'B',
      path: ['worths', 'B'],
    })
    expect(fault('{game: g, worths: {A+B: 1, B+A: 2}}')).toEqual({
      _tag: 'DuplicatePlayer',
      player: 'B+A',
      path: ['worths', 'B+A'],
    })
    expect(fault('{game: g, worths: {A: x}}')).toEqual({
      _tag: 'NotARatio',
      text: 'x',
      path: ['worths', 'A'],
    })
    expect(fault('{game: g, airport: {A: x}}')).toEqual({
      _tag: 'NotARatio',
      text: 'x',
      path: ['airport', 'A'],
    })
    expect(fault('{game: g, terms: [{event: q, parties: [A], amount: x}]}')).toEqual({
      _tag: 'NotARatio',
      text: 'x',
      path: ['terms', 0, 'amount'],
    })
    expect(fault('{game: g, votes: {quota: x, of: {A: 1}}}')).toEqual({
      _tag: 'NotARatio',
      text: 'x',
      path: ['votes', 'quota'],
    })
    expect(fault('{game: g, votes: {quota: 1, of: {A: 1.5}}}')).toEqual({
      _tag: 'NotAWholeNumber',
      text: '1.5',
      path: ['votes', 'of', 'A'],
    })
    expect(fault('{game: g, votes: {quota: 2, of: {A: 1}}}')).toEqual({
      _tag: 'QuotaOutOfRange',
      quota: '2',
      total: '1',
      path: ['votes', 'quota'],
    })
  })
  it('keys that a game does not have are refused', () => {
    const decoded = gameCodec.decode({ game: 'g', worth: {} })
    expect(isLeft(decoded) && faultsOf(decoded.left)).toMatchObject([
      { _tag: 'UnknownKey', key: 'worth' },
    ])
  })
})
