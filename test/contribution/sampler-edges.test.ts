import { describe, expect, it } from 'vitest'
import {
  bernsteinRadius,
  extendSample,
  hoeffdingRadius,
  kernelFit,
  kernelShap,
  oracleOf,
  radiusInMoney,
  sampleUntil,
  sampleValue,
  startSample,
  stratified,
  type Oracle,
  type Sample,
  type WalkKind,
} from '../../src/contribution/index.js'
import { ratio } from '../../src/core/index.js'
import { faultOf, get, glove } from './support.js'

const sampled = (kind: WalkKind, seed: number, units: number, oracle: Oracle): Sample =>
  get(extendSample(units)(oracle)(get(startSample(kind, seed)(oracle))))

describe('edges', () => {
  const oracle = oracleOf(glove)
  const start = get(startSample('permutation', 1)(oracle))
  const options = { delta: ratio(1n, 20n), range: ratio(1n) }
  it('seeds, walks and players are checked', () => {
    const nobody: Oracle = { players: [], den: 1n, worth: () => 0n }
    for (const seed of [-1, 0.5, 2 ** 32]) {
      expect(faultOf(startSample('permutation', seed)(oracle))).toEqual({
        _tag: 'StreamRefused',
        seed,
      })
      expect(faultOf(stratified({ seed, sets: 1 })(oracle))).toEqual({
        _tag: 'StreamRefused',
        seed,
      })
      expect(faultOf(kernelShap({ seed, pairs: 1 })(oracle))).toEqual({
        _tag: 'StreamRefused',
        seed,
      })
      expect(faultOf(extendSample(1)(oracle)({ ...start, seed }))).toEqual({
        _tag: 'StreamRefused',
        seed,
      })
    }
    for (const walks of [0, 1.5, -1, 2 ** 33]) {
      expect(faultOf(extendSample(walks)(oracle)(start))).toEqual({
        _tag: 'WalksOutOfRange',
        walks,
      })
    }
    for (const walks of [0, 1.5]) {
      expect(faultOf(stratified({ seed: 1, sets: walks })(oracle))).toEqual({
        _tag: 'WalksOutOfRange',
        walks,
      })
      expect(faultOf(kernelShap({ seed: 1, pairs: walks })(oracle))).toEqual({
        _tag: 'WalksOutOfRange',
        walks,
      })
    }
    expect(faultOf(startSample('permutation', 1)(nobody))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(stratified({ seed: 1, sets: 1 })(nobody))).toEqual({ _tag: 'NoPlayers' })
    expect(faultOf(kernelShap({ seed: 1, pairs: 1 })(nobody))).toEqual({ _tag: 'NoPlayers' })
  })
  it('a fit that is not determined asks for more', () => {
    expect(faultOf(kernelFit([])(oracle))).toEqual({ _tag: 'SingularSample', rows: 0 })
    expect(faultOf(kernelShap({ seed: 1, pairs: 1 })(oracle))).toEqual({
      _tag: 'SingularSample',
      rows: 2,
    })
  })
  it('radii need walks, a range and a probability', () => {
    const one = sampled('permutation', 1, 1, oracle)
    for (const radius of [hoeffdingRadius, bernsteinRadius]) {
      expect(faultOf(radius(options)(start))).toEqual({ _tag: 'WalksOutOfRange', walks: 0 })
      expect(faultOf(radius({ ...options, range: ratio(0n) })(one))).toEqual({
        _tag: 'NoRange',
        range: '0',
      })
      for (const delta of [ratio(0n), ratio(1n)]) {
        expect(faultOf(radius({ ...options, delta })(one))).toMatchObject({
          _tag: 'ParameterOutOfRange',
          parameter: 'delta',
        })
      }
    }
    expect(faultOf(hoeffdingRadius(options)(one))).toBe('no fault')
    expect(faultOf(bernsteinRadius(options)(one))).toEqual({ _tag: 'WalksOutOfRange', walks: 1 })
    expect(faultOf(sampleValue(start))).toEqual({ _tag: 'WalksOutOfRange', walks: 0 })
    expect(faultOf(radiusInMoney({ potMinor: 1n, whole: ratio(0n) })(ratio(1n)))).toEqual({
      _tag: 'NoRange',
      range: '0',
    })
    expect(get(radiusInMoney({ potMinor: 1n, whole: ratio(1n) })(ratio(1n, 3n)))).toBe(1n)
  })
  it('a radius that is out of reach ends at the most walks', () => {
    const never = {
      ...options,
      kind: 'permutation',
      seed: 1,
      epsilon: ratio(1n, 1000n),
      most: 128,
    } as const
    expect(faultOf(sampleUntil(never)(oracle))).toEqual({ _tag: 'WalksOutOfRange', walks: 128 })
    expect(faultOf(sampleUntil({ ...never, seed: -1 })(oracle))).toEqual({
      _tag: 'StreamRefused',
      seed: -1,
    })
    expect(faultOf(sampleUntil({ ...never, range: ratio(0n) })(oracle))).toEqual({
      _tag: 'NoRange',
      range: '0',
    })
  })
})
