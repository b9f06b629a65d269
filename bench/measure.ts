/** Measures contenders side by side. In each round every contender runs once, in an order that
 *  rotates, so that what the machine does meanwhile meets all alike; a first round is not counted.
 *  Only ratios within one run mean something. */
import { createHash } from 'node:crypto'

export interface Contender {
  readonly name: string
  /** One run; what it answers is hashed into its row, so that a wrong or empty run shows. */
  readonly run: () => string
  /** What it loses or drifts where it computes something else; told beside the speed. */
  readonly loses?: string
}

export interface Row {
  readonly case: string
  readonly name: string
  readonly medianMs: number
  /** Between the quartiles, as a part of the median. */
  readonly spread: number
  /** Its median over that of the first contender: 5 is five times slower than ours. */
  readonly ratio: number
  readonly answer: string
  readonly loses: string
  /** The most memory of a process of its own. */
  readonly peakMb?: number
}

export interface Goal {
  readonly goal: string
  readonly target: string
  readonly measured: string
  readonly met: boolean
}

/** A bench: the file bench/NAME.ts exports it as `bench`. */
export interface Bench {
  /** @param scale 1 for the real size; the tests run a thousandth of it */
  readonly rows: (scale: number) => readonly Row[] | Promise<readonly Row[]>
  readonly goals: (rows: readonly Row[]) => readonly Goal[]
}

/** One case of a bench.
 * @param contenders the first is ours */
export const contest = (
  title: string,
  rounds: number,
  contenders: readonly Contender[],
): readonly Row[] => {
  const times: readonly number[][] = contenders.map(() => [])
  const answers = contenders.map(({ run }) => hash(run()))
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const index = (round + turn) % contenders.length
      const started = performance.now()
      contenders[index]?.run()
      times[index]?.push(performance.now() - started)
    }
  }
  const ours = quantile(times[0] ?? [], 0.5)
  return contenders.map(({ name, loses = '' }, index) => {
    const own = times[index] ?? []
    const median = quantile(own, 0.5)
    return {
      case: title,
      name,
      medianMs: median,
      spread: (quantile(own, 0.75) - quantile(own, 0.25)) / median,
      ratio: median / ours,
      answer: answers[index] ?? '',
      loses,
    }
  })
}

/** The row of a contender in a case. */
export const rowOf = (rows: readonly Row[], title: string, name: string): Row => {
  const row = rows.find((one) => one.case === title && one.name === name)
  if (row === undefined) throw new Error(`no row ${title}, ${name}`)
  return row
}

/** The goal that a rival takes at least so many times as long as ours. */
export const atLeastTimes =
  (times: number) =>
  ({ case: title, name, ratio }: Row): Goal => ({
    goal: `${title}: ${name} takes at least ${times} times as long`,
    target: `≥ ${times}`,
    measured: ratio.toFixed(2),
    met: ratio >= times,
  })

/** The goal that ours takes at most so many times as long as a floor of the same work. */
export const atMostTimes =
  (times: number) =>
  ({ case: title, name, ratio }: Row): Goal => ({
    goal: `${title}: at most ${times} times the time of ${name}`,
    target: `≤ ${times}`,
    measured: (1 / ratio).toFixed(2),
    met: 1 / ratio <= times,
  })

/** Short enough for a table, long enough to tell answers apart. */
export const hash = (answer: string): string =>
  createHash('sha256').update(answer).digest('hex').slice(0, 12)

const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(part * (values.length - 1) + 0.5)] ?? 0
