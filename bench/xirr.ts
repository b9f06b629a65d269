/** Dated rates of return beside npm's packages, on cases that one or another cannot solve. */
import byScan from '@webcarrot/xirr'
// @ts-expect-error TS7016: the package has no types
import untyped from 'xirr'
import { orThrow, parseDate } from '../src/index.js'
import { irr } from '../src/valuation/index.js'
import { contest, type Goal, type Row } from './measure.js'

interface Case {
  readonly flows: readonly (readonly [day: string, amount: string])[]
  /** The exact rate. */
  readonly rate: number
}

const cases: readonly Case[] = [
  {
    flows: [
      ['2008-01-01', '-10000'],
      ['2008-03-01', '2750'],
      ['2008-10-30', '4250'],
      ['2009-02-15', '3250'],
      ['2009-04-01', '2750'],
    ],
    rate: 0.3733625335188315,
  },
  {
    flows: [
      ['2021-08-03', '-99995'],
      ['2021-08-09', '97642'],
    ],
    rate: -0.7650989868520955,
  },
  {
    flows: [
      ['2021-11-24', '55600'],
      ['2021-12-24', '-51094.83'],
    ],
    rate: -0.6423076121954044,
  },
]

type Solver = (flows: Case['flows']) => number

const byNewton = untyped as (
  flows: readonly { readonly amount: number; readonly when: Date }[],
) => number

const solvers: Readonly<Record<string, Solver>> = {
  'data-dividend': (flows) => {
    const dates = flows.map(([day]) => orThrow(parseDate(day)))
    const { figure } = orThrow(irr({ flows: flows.map(([, amount]) => amount), dates }))
    return figure.value?.toNumber() ?? NaN
  },
  'npm xirr': (flows) =>
    byNewton(flows.map(([day, amount]) => ({ amount: Number(amount), when: new Date(day) }))),
  'npm @webcarrot/xirr': (flows) =>
    byScan(flows.map(([day, amount]) => ({ amount: Number(amount), date: new Date(day) }))),
}

/** What a solver says of a case; a package that throws says nothing. */
const tried = (solve: Solver, { flows }: Case): number => {
  try {
    return solve(flows)
  } catch {
    return NaN
  }
}

/** Right to nine places. */
const solved = (solve: Solver): number =>
  cases.filter((one) => Math.abs(tried(solve, one) - one.rate) < 1e-9).length

const title = 'XIRR, three dated cases'

export const xirrRows = (): readonly Row[] =>
  contest(
    title,
    9,
    Object.entries(solvers).map(([name, solve]) => ({
      name,
      run: () => cases.map((one) => tried(solve, one).toFixed(9)).join(),
      ...(name !== 'data-dividend' && {
        loses: `${String(cases.length - solved(solve))} cases; no proof of the only root`,
      }),
    })),
  )

export const xirrGoals = (): readonly Goal[] => {
  const counts = Object.entries(solvers).map(([name, solve]) => `${name} ${String(solved(solve))}`)
  return [
    {
      goal: 'dated rates of return right to nine places, of three cases',
      target: 'all, each the only one',
      measured: counts.join(', '),
      met: solved(solvers['data-dividend'] ?? (() => NaN)) === cases.length,
    },
  ]
}
