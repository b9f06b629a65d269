import { left, right } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'
import {
  drawsAt,
  fnv1a,
  orThrowWith,
  philox,
  streamOf,
  streamsOf,
  uniformAt,
  uniformPairAt,
  unitOf,
  type Address,
  type Block,
} from '../../src/core/index.js'
import vectors from '../vectors/core/stream.json' with { type: 'json' }

const get = orThrowWith((fault) => fault._tag)
const word = fc.oneof(
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.constantFrom(0, 1, 0xffff, 0x10000, 0xffffffff),
)
const address: fc.Arbitrary<Address> = fc.record({
  draw: word,
  agent: word,
  period: word,
  replication: word,
})

describe(`vectors: ${vectors.source}`, () => {
  const words = (hex: readonly string[]) => hex.map((h) => Number.parseInt(h, 16))
  it.each(vectors.philox)('philox of $counter under $key', ({ counter, key, block }) => {
    const [k0 = 0, k1 = 0] = words(key)
    expect(philox([k0, k1])(words(counter) as unknown as Block)).toEqual(words(block))
  })
  it.each(Object.entries(vectors.names))('FNV-1a of %s is %s', (name, hash) => {
    expect(fnv1a(name).toString(16)).toBe(hash)
  })
  it.each(vectors.uniforms)('seed $seed, $name at $at', ({ seed, name, at, pair, first }) => {
    const stream = get(streamOf(seed)(name))
    expect(uniformAt(stream)(at)).toEqual(right(first ?? pair[0]))
    if (pair !== undefined) expect(uniformPairAt(stream)(at)).toEqual(right(pair))
  })
})

describe('laws', () => {
  it('the high and low halves of a product are those of exact integers', () => {
    holds(
      fc.property(word, word, (c0, c2) => {
        const [m0, m1] = [0xd2511f53n, 0xcd9e8d57n]
        const mask = 0xffffffffn
        let c = [BigInt(c0), 7n, BigInt(c2), 11n]
        let k = [3n, 5n]
        for (let round = 0; round < 10; round += 1) {
          const [a, b] = [m0 * (c[0] ?? 0n), m1 * (c[2] ?? 0n)]
          c = [
            (b >> 32n) ^ (c[1] ?? 0n) ^ (k[0] ?? 0n),
            b & mask,
            (a >> 32n) ^ (c[3] ?? 0n) ^ (k[1] ?? 0n),
            a & mask,
          ]
          k = [((k[0] ?? 0n) + 0x9e3779b9n) & mask, ((k[1] ?? 0n) + 0xbb67ae85n) & mask]
        }
        expect(philox([3, 5])([c0, 7, c2, 11])).toEqual(c.map(Number))
      }),
    )
  })
  it('a loop over draws meets the same numbers as single addresses', () => {
    holds(
      fc.property(word, address, (seed, at) => {
        const stream = get(streamOf(seed)('x'))
        expect(right(get(drawsAt(stream)(at))(at.draw))).toEqual(uniformAt(stream)(at))
      }),
    )
  })
  it('the mean of 10,000 draws is within five standard errors of one half', () => {
    const draw = get(drawsAt(get(streamOf(7)('mean')))({ agent: 0, period: 0, replication: 0 }))
    let sum = 0
    for (let i = 0; i < 10_000; i += 1) sum += draw(i)
    expect(Math.abs(sum / 10_000 - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / 10_000))
  })
})

describe('edges', () => {
  const at = { draw: 0, agent: 0, period: 0, replication: 0 }
  const stream = { name: 'x', seed: 1, hash: 2 }
  it('the smallest and the largest blocks stay inside (0, 1)', () => {
    expect(unitOf(0, 0)).toBe(2 ** -53)
    expect(unitOf(0xffffffff, 0xffffffff)).toBe(1 - 2 ** -53)
  })
  it.each([-1, 0.5, 2 ** 32, Number.NaN])('a seed of %s is refused', (seed) => {
    expect(streamOf(seed)('x')).toEqual(left({ _tag: 'NotAWord', field: 'seed', value: seed }))
    expect(streamsOf(seed)(['x'])).toEqual(left({ _tag: 'NotAWord', field: 'seed', value: seed }))
  })
  it.each(['draw', 'agent', 'period', 'replication'])('a %s of 2^32 is refused', (field) => {
    const fault = left({ _tag: 'NotAWord', field, value: 2 ** 32 })
    expect(uniformAt(stream)({ ...at, [field]: 2 ** 32 })).toEqual(fault)
    expect(uniformPairAt(stream)({ ...at, [field]: 2 ** 32 })).toEqual(fault)
    if (field !== 'draw') expect(drawsAt(stream)({ ...at, [field]: 2 ** 32 })).toEqual(fault)
  })
  it('two names with one hash are refused', () => {
    expect(fnv1a('costarring')).toBe(fnv1a('liquid'))
    expect(streamsOf(1)(['a', 'costarring', 'liquid'])).toEqual(
      left({ _tag: 'StreamsCollide', first: 'costarring', second: 'liquid' }),
    )
  })
  it('streams come in the order of their names as given', () => {
    expect(get(streamsOf(1)(['b', 'a'])).map((s) => s.name)).toEqual(['b', 'a'])
  })
})
