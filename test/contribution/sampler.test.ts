import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bernsteinRadius,
  extendSample,
  freezeSample,
  gameByMask,
  hoeffdingRadius,
  kernelFit,
  kernelShap,
  oracleOf,
  radiusInMoney,
  sampleUntil,
  sampleValue,
  shapley,
  startSample,
  stratified,
  type Oracle,
  type Sample,
  type WalkKind,
} from '../../src/contribution/index.js'
import { ratio, type Ratio } from '../../src/core/index.js'
import {
  byMask,
  faultOf,
  games,
  get,
  glove,
  letters,
  permutations,
  solved,
  sum,
  valuesOf,
} from './support.js'

const sampled = (kind: WalkKind, seed: number, units: number, oracle: Oracle): Sample =>
  get(extendSample(units)(oracle)(get(startSample(kind, seed)(oracle))))
const num = (x: Ratio): number => Number(x.num) / Number(x.den)
/** v(S) = the square root of the share of members, in millionths, 20 players. */
const root = (n: number): Oracle => {
  const worths = Array.from({ length: n + 1 }, (_, s) => BigInt(Math.round(1e6 * Math.sqrt(s / n))))
  return {
    players: Array.from({ length: n }, (_, i) => `p${i}`),
    den: 1_000_000n,
    worth: (there) => {
      let size = 0
      for (let i = 0; i < there.length; i += 1) size += there[i]!
      return worths[size]!
    },
  }
}

describe('laws', () => {
  const some = games({ players: [1, 5], worths: [-9, 9] })
  const seed = fc.integer({ min: 0, max: 0xffffffff })
  const kinds = fc.constantFrom<WalkKind>('permutation', 'antithetic')
  it('walks sum to v(N), and a sample carried on is the longer sample', () => {
    fc.assert(
      fc.property(some, seed, kinds, fc.integer({ min: 1, max: 6 }), (game, s, kind, a) => {
        const oracle = oracleOf(game)
        const [short, long] = [sampled(kind, s, a, oracle), sampled(kind, s, a + 3, oracle)]
        expect(get(extendSample(3)(oracle)(short))).toEqual(long)
        const whole = ratio(BigInt(game.worths.at(-1)!), game.den)
        expect(sum(get(sampleValue(long)).map((x) => x.value))).toEqual(whole)
        expect(long.walks).toBe((a + 3) * (kind === 'antithetic' ? 2 : 1))
      }),
    )
  })
  it('additive games are found by any walk, stratum or fit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 5 }),
        seed,
        (ws, s) => {
          const game = byMask(
            Array.from({ length: 2 ** ws.length }, (_, m) =>
              ws.reduce((t, w, i) => ((m >> i) & 1 ? t + w : t), 0),
            ),
          )
          const expected = ws.map(String)
          const oracle = oracleOf(game)
          expect(valuesOf(get(sampleValue(sampled('permutation', s, 1, oracle))))).toEqual(expected)
          expect(valuesOf(get(stratified({ seed: s, sets: 2 })(oracle)))).toEqual(expected)
          expect(valuesOf(get(kernelShap({ seed: s, pairs: 60 })(oracle)))).toEqual(expected)
        },
      ),
      { numRuns: 40 },
    )
  })
  it('all sets once with the kernel’s weights are Shapley', () => {
    fc.assert(
      fc.property(games({ players: [2, 5], worths: [-9, 9] }), (game) => {
        const n = game.players.length
        const sizes = [
          1,
          n,
          (n * (n - 1)) / 2,
          (n * (n - 1) * (n - 2)) / 6,
          (n * (n - 1) * (n - 2) * (n - 3)) / 24,
        ]
        const sets = Array.from({ length: 2 ** n - 2 }, (_, i) => i + 1).map((mask) => {
          const members = [...game.players.keys()].filter((i) => (mask >> i) & 1)
          const s = members.length
          return { members, weight: ratio(1n, BigInt(sizes[s]! * s * (n - s))) }
        })
        expect(valuesOf(get(kernelFit(sets)(oracleOf(game))))).toEqual(solved(shapley, game))
      }),
      { numRuns: 40 },
    )
  })
  it('with two players an antithetic pair is exact', () => {
    fc.assert(
      fc.property(games({ players: [2, 2], worths: [-9, 9] }), seed, (game, s) => {
        expect(valuesOf(get(sampleValue(sampled('antithetic', s, 1, oracleOf(game)))))).toEqual(
          solved(shapley, game),
        )
      }),
    )
  })
  it.each(['permutation', 'antithetic'] as const)(
    'the Bernstein radius of %s walks holds',
    (kind) => {
      const game = get(
        gameByMask(letters(6))(Array.from({ length: 64 }, (_, m) => ((m * 37) % 64) * (m ? 1 : 0))),
      )
      const truth = get(shapley(game)).map((x) => num(x.value))
      for (const s of [1, 2, 3, 4, 5]) {
        const sample = sampled(kind, s, 300, oracleOf(game))
        const radius = num(
          get(bernsteinRadius({ delta: ratio(1n, 20n), range: ratio(126n) })(sample)),
        )
        get(sampleValue(sample)).forEach((x, i) => {
          expect(Math.abs(num(x.value) - truth[i]!)).toBeLessThan(radius)
        })
      }
    },
  )
  it('every order of three is walked about equally often', () => {
    const counts = new Map<string, number>()
    const n = 3
    for (let s = 0; s < 1200; s += 1) {
      const seen: number[] = []
      const oracle: Oracle = {
        players: letters(n),
        den: 1n,
        worth: (there) => {
          for (let i = 0; i < n; i += 1) if (there[i] === 1 && !seen.includes(i)) seen.push(i)
          return 0n
        },
      }
      sampled('permutation', s, 1, oracle)
      counts.set(seen.join(), (counts.get(seen.join()) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual(
      permutations([0, 1, 2])
        .map((o) => o.join())
        .sort(),
    )
    for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(65)
  })
})

describe('vectors: Hoeffding 1963, Maurer & Pontil 2009; computed with 30 digits', () => {
  it('walks for money: ten players, five per cent, ten million yuan', () => {
    const shape = {
      kind: 'permutation',
      seed: 1,
      stream: 'contribution',
      den: 1n,
      players: letters(10),
      sums: letters(10).map(() => 1n),
      squares: letters(10).map(() => 1n),
    } as const
    const money = (units: number) => {
      const sample = { ...shape, units, walks: units }
      const radius = get(hoeffdingRadius({ delta: ratio(1n, 20n), range: ratio(1n) })(sample))
      return get(radiusInMoney({ potMinor: 10_000_000_00n, whole: ratio(1n) })(radius))
    }
    expect(money(29_957)).toBe(100_000_00n + 54n)
    expect(money(29_958) <= 100_000_00n).toBe(true)
    expect(money(2_995_733) <= 10_000_00n).toBe(true)
  })
  it('the empirical radius is the shorter one where marginals vary little', () => {
    const sample = sampled('permutation', 42, 2000, root(20))
    const options = { delta: ratio(1n, 20n), range: ratio(1n) }
    const [h, b] = [
      num(get(hoeffdingRadius(options)(sample))),
      num(get(bernsteinRadius(options)(sample))),
    ]
    expect(h).toBeCloseTo(Math.sqrt(Math.log((2 * 20) / 0.05) / 4000), 9)
    expect(b).toBeLessThan(h)
    expect(get(sampleValue(sample)).every((x) => Math.abs(num(x.value) - 0.05) < b)).toBe(true)
  })
  it('stops with the budget spent over its looks, and freezes what it found', () => {
    const options = {
      kind: 'permutation',
      seed: 7,
      epsilon: ratio(1n, 20n),
      most: 1 << 16,
      delta: ratio(1n, 20n),
      range: ratio(1n),
    } as const
    const { sample, radius } = get(sampleUntil(options)(root(20)))
    expect(sample).toEqual(sampled('permutation', 7, sample.units, root(20)))
    const look = Math.log2(sample.units / 64) + 1
    expect(radius).toEqual(
      get(
        bernsteinRadius({ delta: ratio(1n, BigInt(20 * look * (look + 1))), range: ratio(1n) })(
          sample,
        ),
      ),
    )
    const frozen = get(freezeSample('refuse', options)(sample))
    expect(frozen).toMatchObject({
      kind: 'permutation',
      seed: 7,
      stream: 'contribution',
      walks: sample.walks,
      delta: options.delta,
    })
    expect(
      frozen.weights
        .map((w) => ratio(w.weight, BigInt(sample.walks) * sample.den))
        .map(
          (x) =>
            num(x) *
            num(ratio(frozen.scale.den * BigInt(sample.walks) * sample.den, frozen.scale.num)),
        ),
    ).toEqual(get(sampleValue(sample)).map((x) => num(x.value)))
  })
})

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
