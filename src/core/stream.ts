/** Random numbers by address: the same (seed, stream, replication, period, agent, draw) gives the
 *  same number for ever, whatever else was drawn before it or beside it.
 *
 *  Philox4x32-10: key = (seed, FNV-1a-32 of the stream's name in UTF-8), counter = (draw, agent,
 *  period, replication). A round is (hi, lo) = M₀·c₀, (hi′, lo′) = M₁·c₂, c ← (hi′ ⊕ c₁ ⊕ k₀, lo′,
 *  hi ⊕ c₃ ⊕ k₁, lo). Uniform = (⌊w₀/2⁶⌋·2²⁶ + ⌊w₁/2⁶⌋ + ½) / 2⁵², exact in a double and
 *  strictly between 0 and 1: with 53 bits the half would round the largest to exactly 1.
 *  Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Words } from './error.js'

/** Where a number stands in its stream: whole numbers from 0 to 2³² − 1. */
export interface Address {
  readonly draw: number
  readonly agent: number
  readonly period: number
  readonly replication: number
}

/** A named sequence of random numbers. 随机数流 */
export interface Stream {
  readonly name: string
  readonly seed: number
  /** FNV-1a-32 of the name. */
  readonly hash: number
}

/** Four 32-bit words. */
export type Block = readonly [number, number, number, number]

export type StreamFault =
  | { readonly _tag: 'NotAWord'; readonly field: string; readonly value: number }
  | { readonly _tag: 'StreamsCollide'; readonly first: string; readonly second: string }

/** What the faults of random numbers say. */
export const streamWords: Words<StreamFault['_tag']> = {
  NotAWord: {
    en: 'The {field} of a random number is {value}; give a whole number from 0 to 4294967295.',
    zh: '随机数的 {field} 是 {value}；请给出 0 到 4294967295 之间的整数。',
  },
  StreamsCollide: {
    en: 'The streams "{first}" and "{second}" would give the same numbers; rename one of them.',
    zh: '随机数流“{first}”与“{second}”会产生相同的数；请给其中一个改名。',
  },
}

/** One stream of a seed.
 * @param seed a whole number from 0 to 2³² − 1
 * @returns Left NotAWord for any other seed
 * @example
 * import { streamOf } from 'data-dividend'
 * streamOf(42)('volume') // => right({ name: 'volume', seed: 42, hash: 0x2ee0698f }) */
export const streamOf =
  (seed: number) =>
  (name: string): Either<StreamFault, Stream> =>
    isWord(seed) ?
      right({ name, seed, hash: fnv1a(name) })
    : left({ _tag: 'NotAWord', field: 'seed', value: seed })

/** The streams of one model, in the order of their names as given; each name once.
 * @returns Left StreamsCollide when two names have one hash, as the same name twice does: their
 *   numbers would be the same numbers; Left NotAWord for a bad seed
 * @example
 * import { streamsOf } from 'data-dividend'
 * streamsOf(1)(['entry', 'entry'])
 * // => left({ _tag: 'StreamsCollide', first: 'entry', second: 'entry' }) */
export const streamsOf =
  (seed: number) =>
  (names: readonly string[]): Either<StreamFault, readonly Stream[]> => {
    const seen = new Map<number, Stream>()
    for (const name of names) {
      const stream = streamOf(seed)(name)
      if (isLeft(stream)) return stream
      const before = seen.get(stream.right.hash)
      if (before !== undefined) {
        return left({ _tag: 'StreamsCollide', first: before.name, second: name })
      }
      seen.set(stream.right.hash, stream.right)
    }
    return right([...seen.values()])
  }

/** The uniform number in (0, 1) at an address.
 * @returns Left NotAWord for a part of the address that is not a whole number below 2³²
 * laws: depends on the stream and the address alone; never 0, never 1
 * @example
 * import { uniformAt } from 'data-dividend'
 * const volume = { name: 'volume', seed: 42, hash: 0x2ee0698f }
 * uniformAt(volume)({ draw: 0, agent: 0, period: 0, replication: 0 })
 * // => right(0.13726532381195933) */
export const uniformAt =
  (stream: Stream) =>
  (at: Address): Either<StreamFault, number> => {
    const block = blockAt(stream)(at)
    return isLeft(block) ? block : right(unitOf(block.right[0], block.right[1]))
  }

/** Both uniforms of an address, for a draw that needs two numbers.
 * @returns Left NotAWord as `uniformAt`
 * @example
 * import { uniformPairAt } from 'data-dividend'
 * const volume = { name: 'volume', seed: 42, hash: 0x2ee0698f }
 * uniformPairAt(volume)({ draw: 0, agent: 0, period: 0, replication: 0 })
 * // => right([0.13726532381195933, 0.027069773644353368]) */
export const uniformPairAt =
  (stream: Stream) =>
  (at: Address): Either<StreamFault, readonly [number, number]> => {
    const block = blockAt(stream)(at)
    if (isLeft(block)) return block
    const [a, b, c, d] = block.right
    return right([unitOf(a, b), unitOf(c, d)])
  }

/** The uniforms of one agent in one period of one replication, by the number of the draw, checked
 * once: for loops. The number of a draw counts modulo 2³².
 * @returns Left NotAWord as `uniformAt`
 * laws: equals `uniformAt` at every draw
 * @example
 * import { drawsAt, orThrow } from 'data-dividend'
 * const volume = { name: 'volume', seed: 42, hash: 0x2ee0698f }
 * orThrow(drawsAt(volume)({ agent: 0, period: 0, replication: 0 }))(0) // => 0.13726532381195933 */
export const drawsAt =
  (stream: Stream) =>
  ({
    agent,
    period,
    replication,
  }: Omit<Address, 'draw'>): Either<StreamFault, (draw: number) => number> => {
    const start = blockAt(stream)({ draw: 0, agent, period, replication })
    if (isLeft(start)) return start
    const block = philox([stream.seed, stream.hash])
    return right((draw) => {
      const [a, b] = block([draw >>> 0, agent, period, replication])
      return unitOf(a, b)
    })
  }

/** One block of Philox4x32-10: four words from a key of two words and a counter of four.
 * @example
 * import { philox } from 'data-dividend'
 * philox([0, 0])([0, 0, 0, 0]) // => [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8] */
export const philox =
  ([key0, key1]: readonly [number, number]) =>
  (counter: Block): Block => {
    let [c0, c1, c2, c3] = counter
    let [k0, k1] = [key0, key1]
    for (let round = 0; round < 10; round += 1) {
      const high0 = highWord(0xd2511f53, c0)
      const high1 = highWord(0xcd9e8d57, c2)
      const low0 = Math.imul(0xd2511f53, c0)
      const low1 = Math.imul(0xcd9e8d57, c2)
      c0 = (high1 ^ c1 ^ k0) >>> 0
      c1 = low1 >>> 0
      c2 = (high0 ^ c3 ^ k1) >>> 0
      c3 = low0 >>> 0
      k0 = (k0 + 0x9e3779b9) | 0
      k1 = (k1 + 0xbb67ae85) | 0
    }
    return [c0, c1, c2, c3]
  }

/** FNV-1a with 32 bits, of the UTF-8 bytes of a text.
 * @example
 * import { fnv1a } from 'data-dividend'
 * fnv1a('quality') // => 0x9ad55026 */
export const fnv1a = (text: string): number =>
  new TextEncoder()
    .encode(text)
    .reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5)

/** Two words to a double in (0, 1): 26 bits of each and a half.
 * @example
 * import { unitOf } from 'data-dividend'
 * unitOf(0, 0) // => 2 ** -53 */
export const unitOf = (first: number, second: number): number =>
  ((first >>> 6) * 67108864 + (second >>> 6) + 0.5) / 4503599627370496

const blockAt =
  ({ seed, hash }: Stream) =>
  (at: Address): Either<StreamFault, Block> => {
    const bad = (['draw', 'agent', 'period', 'replication'] as const).find((f) => !isWord(at[f]))
    return bad === undefined ?
        right(philox([seed, hash])([at.draw, at.agent, at.period, at.replication]))
      : left({ _tag: 'NotAWord', field: bad, value: at[bad] })
  }

const isWord = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 2 ** 32

/** The upper 32 bits of a product of two words: by halves, since it overruns 2⁵³. */
const highWord = (multiplier: number, word: number): number =>
  Math.floor(
    (multiplier * (word >>> 16) + Math.floor((multiplier * (word & 0xffff)) / 65536)) / 65536,
  )
