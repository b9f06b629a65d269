/** An explained tree as a program in doubles, for the many draws of a simulation.
 *
 *  Only the figures that depend on a drawn one run in doubles; all others are worked out to 50
 *  digits first. A step adds at most half a unit in the last place of its result, so a tree of n
 *  steps without cancellation is right to n · 2⁻⁵³ of itself; a whole or half power counts as as
 *  many steps as it has products, another power as about ten. A step without a value gives NaN
 *  inside the program, which the caller counts; it never leaves it otherwise. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { cellsOf, matchesPath, workCells, type Cell } from './cells.js'
import { decimals } from './decimal-arithmetic.js'
import type { Explained, RedoFault } from './explained.js'
import type { Formula } from './formula.js'

export interface FloatProgram {
  /** The root's value for one draw, its figures in the order of the patterns; NaN for none. */
  readonly run: (drawn: readonly number[]) => number
  /** Figures worked out in each draw. */
  readonly steps: number
}

/** @param patterns of the figures that are drawn, see `matchesPath`
 * @returns Left NoFigureAt for a pattern that names none, or what is wrong with the tree
 * @example
 * import { floatProgram, orThrow } from 'data-dividend'
 * const fee = { label: 'fee', value: '16', formula: 'base × rate', inputs: [
 *   { label: 'base', value: '200' }, { label: 'rate', value: '8%' },
 * ] }
 * orThrow(floatProgram(['base'])(fee)).run([50]) // => 4 */
export const floatProgram =
  (patterns: readonly string[]) =>
  (tree: Explained): Either<RedoFault, FloatProgram> => {
    const cells = cellsOf(tree)
    if (isLeft(cells)) return cells
    const base = workCells(decimals, (value) => value)(cells.right)
    if (isLeft(base)) return base
    const drawnBy = cells.right.map(({ path }) => patterns.findIndex((p) => matchesPath(p, path)))
    const unknown = patterns.findIndex((_, i) => !drawnBy.includes(i))
    if (unknown >= 0) return left({ _tag: 'NoFigureAt', at: '', ref: patterns[unknown] ?? '' })
    const values = Float64Array.from(base.right, (value) => value.toNumber())
    const moves = cells.right.reduce<readonly boolean[]>(
      (done, cell, i) => [
        ...done,
        (drawnBy[i] ?? -1) >= 0 || [...cell.inputs.values()].some((at) => done[at]),
      ],
      [],
    )
    const steps = cells.right.flatMap((cell, i): readonly MutableStep[] =>
      moves[i] === true && (drawnBy[i] ?? -1) < 0 && cell.formula !== undefined ?
        [{ at: i, work: compile(cell.formula, cell) }]
      : [],
    )
    const drawnCells = drawnBy.flatMap((from, at) => (from < 0 ? [] : [{ at, from }]))
    const root = cells.right.length - 1
    return right({
      run: (drawn) => {
        for (const { at, from } of drawnCells) values[at] = drawn[from] ?? NaN
        for (const { at, work } of steps) values[at] = work(values)
        return values[root] ?? NaN
      },
      steps: steps.length,
    })
  }

type Work = (values: Float64Array) => number

interface MutableStep {
  readonly at: number
  readonly work: Work
}

const compile = (formula: Formula, cell: Cell): Work => {
  switch (formula.kind) {
    case 'number': {
      const value = decimals.of(formula.value).toNumber()
      return () => value
    }
    case 'name': {
      const at = cell.inputs.get(formula.name) ?? -1
      return (values) => values[at] ?? NaN
    }
    case 'sum': {
      const places = [...cell.inputs]
        .filter(([n]) => n.startsWith(`${formula.prefix}.`))
        .map(([, at]) => at)
      return (values) => {
        let total = 0
        for (const at of places) total += values[at] ?? NaN
        return total
      }
    }
    case 'call':
      return compileCall(
        formula.name,
        formula.args,
        formula.args.map((arg) => compile(arg, cell)),
      )
  }
}

const compileCall = (name: string, args: readonly Formula[], works: readonly Work[]): Work => {
  const [a = none, b] = works
  if (name === 'min') return (values) => Math.min(...works.map((work) => work(values)))
  if (name === 'max') return (values) => Math.max(...works.map((work) => work(values)))
  if (b === undefined) return compileUnary(name, a)
  switch (name) {
    case '+':
      return (values) => a(values) + b(values)
    case '-':
      return (values) => a(values) - b(values)
    case '*':
      return (values) => a(values) * b(values)
    case '/':
      return (values) => divided(a(values), b(values))
    case '^':
      return compilePower(a, b, args[1])
    default:
      return byDecimals(name, works)
  }
}

const compileUnary = (name: string, a: Work): Work => {
  switch (name) {
    case '-':
      return (values) => -a(values)
    case 'exp':
      return (values) => Math.exp(a(values))
    case 'ln':
      return (values) => Math.log(above(a(values)))
    case 'sqrt':
      return (values) => Math.sqrt(a(values))
    case 'positive':
      return (values) => above(a(values))
    default:
      return byDecimals(name, [a])
  }
}

/** A power by products and a square root where the exponent is a whole or a half number. */
const compilePower = (base: Work, exponent: Work, formula: Formula | undefined): Work => {
  const fixed = formula === undefined ? undefined : constantOf(formula)
  if (fixed === undefined || !Number.isInteger(fixed * 2) || Math.abs(fixed) > 200) {
    return (values) => powerOf(base(values), exponent(values))
  }
  const half = !Number.isInteger(fixed)
  const whole = Math.floor(Math.abs(fixed))
  return (values) => {
    const x = base(values)
    const size = wholePower(x, whole) * (half ? Math.sqrt(x) : 1)
    return fixed < 0 ? divided(1, size) : size
  }
}

const wholePower = (x: number, n: number): number => {
  let [result, square] = [1, x]
  for (let rest = n; rest > 0; rest >>= 1) {
    if ((rest & 1) === 1) result *= square
    square *= square
  }
  return result
}

const powerOf = (base: number, exponent: number): number =>
  Number.isInteger(exponent) && Math.abs(exponent) <= 200 ?
    exponent < 0 ?
      divided(1, wholePower(base, -exponent))
    : wholePower(base, exponent)
  : Math.exp(exponent * Math.log(above(base)))

const constantOf = (formula: Formula): number | undefined => {
  if (formula.kind === 'number') return decimals.of(formula.value).toNumber()
  const [only, more] = formula.kind === 'call' && formula.name === '-' ? formula.args : []
  const value = only === undefined || more !== undefined ? undefined : constantOf(only)
  return value === undefined ? undefined : -value
}

const divided = (a: number, b: number): number => (b === 0 ? NaN : a / b)

const above = (x: number): number => (x > 0 ? x : NaN)

const none: Work = () => NaN

/** What doubles have no good function for (N, Γ) goes through the decimals, slowly. */
const byDecimals =
  (name: string, works: readonly Work[]): Work =>
  (values) => {
    const args = works.map((work) => work(values))
    if (!args.every(Number.isFinite)) return NaN
    const parsed = args.flatMap((x) => decimals.parse(toDigits(x)) ?? [])
    return decimals.call(name, parsed)?.toNumber() ?? NaN
  }

const toDigits = (x: number): string => decimals.show(decimals.of({ num: 0n, den: 1n }).plus(x))
