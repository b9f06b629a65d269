import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axiomPage } from '../../scripts/axioms.js'
import {
  axioms,
  equalDivision,
  valueMethods,
  weightedShapley,
  type AxiomCase,
  type AxiomId,
  type Value,
} from '../../src/contribution/index.js'
import { ratio } from '../../src/core/index.js'
import { gameCases, keepsAxiom } from '../../src/laws/index.js'
import vectors from '../vectors/contribution/counterexamples.json' with { type: 'json' }
import { byMask } from './support.js'

/** Weights 1, 2, 3, … for A, B, C, …, whoever is there. */
const weighted: Value = (game) =>
  weightedShapley(
    Object.fromEntries(game.players.map((p) => [p, ratio(BigInt(p.charCodeAt(0) - 64))])),
  )(game)

const rows = valueMethods.flatMap(({ id, keeps, solve }) =>
  keeps === undefined ? [] : [{ id, keeps, solve: solve ?? weighted }],
)
const solveOf = (id: string): Value => rows.find((row) => row.id === id)!.solve

/** Cells without anything to try: no null player has a worth alone; tau's dual is outside. */
const notTried = new Set([
  'value.proportional-shapley NUL',
  'value.proportional-shapley NPO',
  'value.tau DUA',
])

const byProgram = (id: string): boolean => id.includes('nucleolus')

/** Values with a narrow domain get games inside it. */
const casesOf = (id: string, axiom: AxiomId) => {
  const narrow = /proportional|stand-alone|scaled/.test(id)
  const slow = byProgram(id) || axiom === 'COR'
  return gameCases({
    players: [2, slow ? 4 : 5],
    worths:
      narrow ? [0, 9]
      : id === 'value.tau' ? [0, 9]
      : [-4, 9],
    ...(narrow ? { alone: 1 } : {}),
  })
}

describe('laws', () => {
  const kept = rows.flatMap((row) => row.keeps.map((axiom) => ({ ...row, axiom })))
  it.each(kept)('$id keeps $axiom', ({ id, axiom, solve }) => {
    const numRuns = byProgram(id) ? 12 : 30
    fc.assert(keepsAxiom(axiom, solve, casesOf(id, axiom)), { numRuns, maxSkipsPerRun: 400 })
  })
  it('every cell of the table is kept, broken, or has nothing to try', () => {
    for (const { id, keeps } of rows) {
      for (const axiom of axioms) {
        const broken = vectors.cases.some((c) => c.method === id && c.axiom === axiom.id)
        const cells = [keeps.includes(axiom.id), broken, notTried.has(`${id} ${axiom.id}`)]
        expect(
          cells.filter((x) => x),
          `${id} ${axiom.id}`,
        ).toHaveLength(1)
      }
    }
  })
  it('cases that meet a premise are left as they are', () => {
    fc.assert(
      fc.property(gameCases({ players: [1, 4], worths: [-4, 9] }), (one) => {
        for (const axiom of axioms) {
          const prepared = axiom.prepare(one)
          expect(axiom.prepare(prepared), axiom.id).toEqual(prepared)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe(`vectors: ${vectors.source}`, () => {
  it.each(vectors.cases)(
    '$method breaks $axiom on $worths',
    ({ method, axiom, worths, ...rest }) => {
      const one: AxiomCase = {
        game: byMask(worths),
        second: byMask(rest.second ?? worths),
        player: rest.player ?? 0,
        other: rest.other ?? 1,
        coalition: rest.coalition ?? 1,
        amount: BigInt(rest.amount ?? 1),
      }
      const tested = axioms.find((x) => x.id === axiom)!
      expect(tested.prepare(one)).toEqual(one)
      expect(tested.holds(solveOf(method))(one)).toBe(false)
    },
  )
})

describe('edges', () => {
  it('the page of axioms is as generated', () => {
    expect(readFileSync('docs/contribution/axioms.md', 'utf8')).toBe(axiomPage())
  })
  it('a single player who leaves leaves nothing to look at', () => {
    const one: AxiomCase = {
      game: byMask([0, 5]),
      second: byMask([0, 1]),
      player: 0,
      other: 0,
      coalition: 1,
      amount: 1n,
    }
    expect(axioms.find((x) => x.id === 'NPO')!.holds(equalDivision)(one)).toBe(undefined)
  })
})
