/** The nucleolus by another way: a sequence of linear programs, each solved by HiGHS in doubles. */
import fc from 'fast-check'
import load, { type LegacyHighs } from 'highs'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  coreOf,
  nucleolus,
  perCapitaPrenucleolus,
  prenucleolus,
  type Game,
} from '../../src/contribution/index.js'
import { games, get } from './support.js'

// The types of the package are those of its CommonJS form; as ESM its default is the loader itself.
const loader = load as unknown as (typeof load)['default']

let highs: LegacyHighs
beforeAll(async () => {
  highs = await loader()
})

const tolerance = 1e-6

/** `x0 + x2` */
const sumOf = (mask: number): string =>
  [0, 1, 2, 3, 4]
    .filter((i) => (mask & (1 << i)) !== 0)
    .map((i) => `x${i}`)
    .join(' + ')

interface Solved {
  readonly objective: number
  readonly point: readonly number[]
}

const solve = (n: number, goal: string, rows: readonly string[]): Solved => {
  const names = Array.from({ length: n }, (_, i) => `x${i}`)
  const text = [
    goal,
    'Subject To',
    ...rows.map((row, i) => ` r${i}: ${row}`),
    'Bounds',
    ...[...names, 'e'].map((name) => ` ${name} free`),
    'End',
  ].join('\n')
  const { Status, ObjectiveValue, Columns } = highs.solve(text)
  expect(Status, text).toBe('Optimal')
  return {
    objective: ObjectiveValue,
    point: names.map((name) => (Columns[name] as { readonly Primal: number }).Primal),
  }
}

/** Least largest excess; which coalitions have it at every optimum; these fixed; and so on. */
const byPrograms = (
  game: Game,
  slopeOf: (mask: number) => number,
  individual: boolean,
): { readonly epsilon: number; readonly point: readonly number[] } => {
  const n = game.players.length
  const full = 2 ** n - 1
  const worth = (mask: number) => Number(game.worths[mask])
  const fixed = [`${sumOf(full)} = ${worth(full)}`]
  const alone = individual ? game.players.map((_, i) => `x${i} >= ${worth(1 << i)}`) : []
  let open = Array.from({ length: full - 1 }, (_, i) => i + 1)
  let first: number | undefined
  let point: readonly number[] = [worth(full)]
  while (open.length > 0) {
    const rows = open.map((mask) => `${sumOf(mask)} + ${slopeOf(mask)} e >= ${worth(mask)}`)
    const stage = solve(n, 'Minimize\n goal: e', [...fixed, ...alone, ...rows])
    first ??= stage.objective
    point = stage.point
    const level = `e = ${stage.objective}`
    const tight = open.filter((mask) => {
      const reached = worth(mask) - slopeOf(mask) * stage.objective
      const most = solve(n, `Maximize\n goal: ${sumOf(mask)}`, [...fixed, ...alone, ...rows, level])
      return most.objective <= reached + tolerance
    })
    expect(tight.length).toBeGreaterThan(0)
    for (const mask of tight) {
      fixed.push(`${sumOf(mask)} = ${worth(mask) - slopeOf(mask) * stage.objective}`)
    }
    open = open.filter((mask) => !tight.includes(mask))
  }
  return { epsilon: first ?? 0, point }
}

const members = (mask: number): number => sumOf(mask).split('+').length

const near = (actual: readonly number[], expected: readonly number[]): void => {
  expect(actual).toHaveLength(expected.length)
  actual.forEach((x, i) => {
    expect(x).toBeCloseTo(expected[i]!, 4)
  })
}

const doubles = (values: ReturnType<typeof nucleolus>): readonly number[] =>
  get(values).map(({ value }) => Number(value.num) / Number(value.den))

const some = games({ players: [2, 5], worths: [-9, 20] })

describe('laws', () => {
  it('prenucleolus and least core are those of the linear programs', () => {
    fc.assert(
      fc.property(some, (game) => {
        const { epsilon, point } = byPrograms(game, () => 1, false)
        near(doubles(prenucleolus(game)), point)
        const core = get(coreOf(game))
        expect(Number(core.epsilon.num) / Number(core.epsilon.den)).toBeCloseTo(epsilon, 4)
      }),
      { numRuns: 10 },
    )
  })
  it('the per-capita prenucleolus is that of the linear programs', () => {
    fc.assert(
      fc.property(some, (game) => {
        near(doubles(perCapitaPrenucleolus(game)), byPrograms(game, members, false).point)
      }),
      { numRuns: 10 },
    )
  })
  it('the nucleolus is that of the linear programs over imputations', () => {
    const imputable = some.filter(
      (game) =>
        game.players.reduce((sum, _, i) => sum + Number(game.worths[1 << i]), 0) <=
        Number(game.worths.at(-1)),
    )
    fc.assert(
      fc.property(imputable, (game) => {
        near(doubles(nucleolus(game)), byPrograms(game, () => 1, true).point)
      }),
      { numRuns: 10 },
    )
  })
})
