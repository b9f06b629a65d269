import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  airportForm,
  claimsForm,
  explainForm,
  methodOf,
  ofCosts,
  sequentialForm,
  solveForm,
  stagedForm,
  termsForm,
  valueMethods,
  valueWith,
  votingForm,
  type Form,
} from '../../src/contribution/index.js'
import { exact, formatRatio, ratio, redo } from '../../src/core/index.js'
import { faultOf, get, letters, valuesOf } from './support.js'

const figure = fc.integer({ min: 0, max: 30 }).map((x) => ratio(BigInt(x), 2n))
const figures = fc
  .array(figure, { minLength: 1, maxLength: 5 })
  .map((values) => values.map((value, i) => ({ player: letters(5)[i]!, value })))

const forms: Readonly<Record<string, fc.Arbitrary<Form>>> = {
  terms: fc
    .array(
      fc.record({
        event: fc.constant('q'),
        parties: fc.subarray([...letters(4)], { minLength: 1 }),
        amount: fc.bigInt({ min: -50n, max: 50n }),
      }),
      { maxLength: 6 },
    )
    .map((terms) => termsForm(letters(4), terms, 7n)),
  votes: fc
    .array(fc.bigInt({ min: 0n, max: 9n }), { minLength: 1, maxLength: 5 })
    .filter((votes) => votes.some((x) => x > 0n))
    .chain((votes) =>
      fc.bigInt({ min: 1n, max: votes.reduce((a, b) => a + b, 0n) }).map((quota) =>
        votingForm({
          quota,
          votes: votes.map((held, i) => ({ player: letters(5)[i]!, votes: held })),
        }),
      ),
    ),
  airport: figures.map(airportForm),
  sequential: figures.map(sequentialForm),
  staged: fc
    .tuple(figure, fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 3 }))
    .map(([worth, sizes]) => {
      const stages = sizes.map((size, k) => letters(26).slice(k * 2, k * 2 + size))
      return stagedForm({ worth, stages })
    }),
  claims: fc.tuple(figures, fc.integer({ min: 0, max: 100 })).map(([claims, percent]) => {
    const all = claims.reduce((sum, { value }) => sum + value.num * (2n / value.den), 0n)
    return claimsForm({ estate: ratio(all * BigInt(percent), 200n), claims })
  }),
}

describe('laws', () => {
  it.each(Object.keys(forms))('%s: what needs no table is what the table gives', (name) => {
    fc.assert(
      fc.property(forms[name]!, (form) => {
        for (const [id, solve] of Object.entries(form.direct)) {
          const value = get(valueWith({})(id))
          expect(valuesOf(get(solve())), id).toEqual(
            valuesOf(get((form.costs ? ofCosts(value) : value)(get(form.table())))),
          )
        }
      }),
      { numRuns: 60 },
    )
  })
  it('an explained usage log is redone from its events', () => {
    fc.assert(
      fc.property(forms['terms']!, (form) => {
        const explain = explainForm({})('value.shapley')(form)!
        for (const { player, value } of get(solveForm({})('value.shapley')(form))) {
          const tree = explain(player)
          if (tree._tag === 'Left') expect(value.num).toBe(0n)
          else expect(get(redo(exact)(tree.right))).toBe(formatRatio(value))
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('edges', () => {
  it('excesses of costs are compared with the other sign', () => {
    const needs = [8n, 11n, 13n, 18n].map((num, i) => ({ player: 'ABCD'[i]!, value: ratio(num) }))
    const solve = (id: string) => valuesOf(get(solveForm({})(id)(airportForm(needs))))
    expect(solve('value.nucleolus')).toEqual(['3.25', '3.25', '3.25', '8.25'])
    expect(solve('value.equal-division')).toEqual(['4.5', '4.5', '4.5', '4.5'])
  })
  it('every method is a rule, or says what it needs', () => {
    for (const { id, solve, with: needed } of valueMethods) {
      expect([solve === undefined, needed === undefined].filter(Boolean), id).toHaveLength(1)
      if (needed === undefined) continue
      expect(faultOf(valueWith({})(id))).toEqual({
        _tag: 'ParameterMissing',
        method: id,
        parameter: needed.name,
      })
    }
    expect(faultOf(valueWith({})('value.none'))).toEqual({ _tag: 'UnknownValue', id: 'value.none' })
  })
  it('a party of no event contributes nothing, and a party of nobody is refused', () => {
    const terms = [{ event: 'q', parties: ['A'], amount: 3n }]
    expect(valuesOf(get(solveForm({})('value.shapley')(termsForm(['A', 'B'], terms))))).toEqual([
      '3',
      '0',
    ])
    expect(faultOf(solveForm({})('value.shapley')(termsForm(['B'], terms)))).toEqual({
      _tag: 'UnknownPlayer',
      player: 'A',
    })
    expect(valuesOf(get(solveForm({})('value.shapley')(termsForm(['A'], []))))).toEqual(['0'])
    expect(faultOf(solveForm({})('value.shapley')(termsForm([], [])))).toEqual({
      _tag: 'NoPlayers',
    })
  })
  it('claims beyond the estate, below zero, and too many sums', () => {
    const form = (estate: bigint, ...claims: readonly bigint[]) =>
      claimsForm({
        estate: ratio(estate),
        claims: claims.map((num, i) => ({ player: letters(26)[i]!, value: ratio(num) })),
      })
    const range = { _tag: 'ParameterOutOfRange', parameter: 'estate', value: '9' }
    const negative = { _tag: 'NegativeFigure', player: 'B', value: '-1' }
    expect(faultOf(form(9n, 3n, 4n).direct['value.shapley']!())).toEqual(range)
    expect(faultOf(form(9n, 3n, 4n).table())).toEqual(range)
    expect(faultOf(form(1n, 3n, -1n).direct['value.tau']!())).toEqual(negative)
    expect(faultOf(form(1n, 3n, -1n).table())).toEqual(negative)
    const powers = letters(20).map((_, i) => 2n ** BigInt(i))
    expect(faultOf(form(2n ** 19n, ...powers).direct['value.shapley']!())).toMatchObject({
      _tag: 'TooMuchCounting',
      method: 'random arrival',
    })
  })
  it('an unknown method explains nothing', () => {
    expect(explainForm({})('value.none')(termsForm(['A'], []))).toBeUndefined()
    expect(methodOf('value.shapley')._tag).toBe('Right')
  })
})
