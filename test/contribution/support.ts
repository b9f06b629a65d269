/** What the tests of this room share: reading figures, games of letters, and definitions by force. */
import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import {
  gameByMask,
  gameBySize,
  type Allocation,
  type Game,
  type Value,
} from '../../src/contribution/index.js'
import {
  addRatio,
  divRatio,
  formatRatio,
  mulRatio,
  orThrowWith,
  parseRatio,
  ratio,
  subRatio,
  zero,
  type Ratio,
} from '../../src/core/index.js'

export const get = orThrowWith((fault) => JSON.stringify(fault))

export const faultOf = (result: Either<unknown, unknown>): unknown =>
  isLeft(result) ? result.left : 'no fault'

/** `-2/3` */
export const figure = (text: string): Ratio =>
  text.startsWith('-') ? subRatio(zero, figure(text.slice(1))) : get(parseRatio(text))

export const figures = (texts: readonly string[]): readonly Ratio[] => texts.map(figure)

export const letters = (n: number): readonly string[] =>
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ').slice(0, n)

export const valuesOf = (allocation: Allocation): readonly string[] =>
  allocation.map((x) => formatRatio(x.value))

export const texts = (values: readonly string[]): readonly string[] =>
  values.map((x) => formatRatio(figure(x)))

export const bySize = (worths: readonly (string | number)[]): Game =>
  get(gameBySize(letters(Math.log2(worths.length + 1)))(worths.map((x) => figure(String(x)))))

export const byMask = (worths: readonly (string | number)[]): Game =>
  get(gameByMask(letters(Math.log2(worths.length)))(worths.map((x) => figure(String(x)))))

export const glove = bySize([0, 0, 0, 0, 1, 1, 1])

export const solved = (value: Value, game: Game): readonly string[] => valuesOf(get(value(game)))

/** Games with worths in a range, from 1 player on. */
export const games = (options: {
  readonly players: readonly [number, number]
  readonly worths: readonly [number, number]
}): fc.Arbitrary<Game> =>
  fc.integer({ min: options.players[0], max: options.players[1] }).chain((n) =>
    fc
      .array(fc.integer({ min: options.worths[0], max: options.worths[1] }), {
        minLength: 2 ** n - 1,
        maxLength: 2 ** n - 1,
      })
      .map((worths) => get(gameByMask(letters(n))([0, ...worths]))),
  )

/** The mean of marginals over all orders, from the definition. */
export const shapleyByOrders = (game: Game): readonly string[] => {
  const n = game.players.length
  const sums = game.players.map(() => 0n)
  const orders = permutations([...game.players.keys()])
  for (const order of orders) {
    let mask = 0
    for (const i of order) {
      const next = mask | (1 << i)
      sums[i]! += BigInt(game.worths[next]!) - BigInt(game.worths[mask]!)
      mask = next
    }
  }
  return sums.map((x) => formatRatio(ratio(x, BigInt(orders.length) * game.den))).slice(0, n)
}

export const permutations = <A>(items: readonly A[]): readonly (readonly A[])[] =>
  items.length === 0 ?
    [[]]
  : items.flatMap((item, i) =>
      permutations(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]),
    )

export const sum = (values: readonly Ratio[]): Ratio => values.reduce(addRatio, zero)
export { addRatio, divRatio, formatRatio, mulRatio, ratio, subRatio }
