/** Valuation: draws of a simulation beside plain floats, the explanation of forty rows, and dated
 *  rates of return beside npm's packages. */
import { drawsAt, normalQuantile, streamOf } from '../src/core/index.js'
import { orThrow } from '../src/index.js'
import { reliefFromRoyalty, simulate } from '../src/valuation/index.js'
import { contest, rowOf, type Bench } from './measure.js'
import { xirrGoals, xirrRows } from './xirr.js'

const sales = [58800, 64680, 71148, 76840, 82219, 86330, 90646, 95178, 99937, 104934]
const record = (years: number) => ({
  sales: Array.from({ length: years }, (_, t) => String(sales[t % sales.length])),
  royalty: '2%',
  tax: '40%',
  tab: { life: '15', timing: 'mid' as const },
})
const policy = { discount: { rate: '16%', timing: 'mid' as const } }
const figures = {
  royalty: { kind: 'normal', mean: '2%', sd: '0.2%' },
  rate: { kind: 'normal', mean: '16%', sd: '0.5%' },
} as const

/** The same model as anyone writes it in floats, drawn from the same streams. */
const plain = (draws: number): string => {
  const [royalties, rates] = ['royalty', 'rate'].map((name) =>
    orThrow(drawsAt(orThrow(streamOf(1)(name)))({ agent: 0, period: 0, replication: 0 })),
  )
  let total = 0
  for (let i = 0; i < draws; i += 1) {
    const royalty = 0.02 + 0.002 * normalQuantile(royalties?.(i) ?? 0.5)
    const rate = 0.16 + 0.005 * normalQuantile(rates?.(i) ?? 0.5)
    let value = 0
    for (let t = 0; t < sales.length; t += 1) {
      value += ((sales[t] ?? 0) * royalty * 0.6) / (1 + rate) ** (t + 0.5)
    }
    const annuity = (1 - (1 + rate) ** -15) / rate
    total += value / (1 - (0.4 / 15) * annuity * Math.sqrt(1 + rate))
  }
  return (total / draws).toFixed(6)
}

const ours = (draws: number): string => {
  const { explained } = orThrow(reliefFromRoyalty(policy)(record(10)))
  const values = orThrow(simulate({ seed: 1, draws, figures })(explained))
  return (values.reduce<number>((sum, x) => sum + (x ?? NaN), 0) / draws).toFixed(6)
}

const draws = 'Monte Carlo, relief from royalty of ten years'
const forty = 'forty rows with full explanation'

export const bench: Bench = {
  rows: (scale) => [
    ...contest(draws, 5, [
      { name: 'data-dividend', run: () => ours(Math.max(10, Math.round(1e5 * scale))) },
      {
        name: 'plain floats',
        run: () => plain(Math.max(10, Math.round(1e5 * scale))),
        loses: 'no tree, no check of any draw',
      },
    ]),
    ...xirrRows(),
    ...contest(forty, 9, [
      {
        name: 'data-dividend',
        run: () => orThrow(reliefFromRoyalty(policy)(record(40))).explained.value.slice(0, 30),
      },
    ]),
  ],
  goals: (rows) => {
    const [a, b] = ['data-dividend', 'plain floats'].map(
      (name) => rowOf(rows, draws, name).medianMs,
    )
    const times = (a ?? 0) / (b ?? 1)
    const ms = rowOf(rows, forty, 'data-dividend').medianMs
    return [
      {
        goal: '1e5 draws against the same in plain floats',
        target: 'at most 20 times',
        measured: `${times.toFixed(1)} times`,
        met: times <= 20,
      },
      {
        goal: 'a valuation of forty rows with its explanation',
        target: 'below 50 ms',
        measured: `${ms.toFixed(1)} ms`,
        met: ms < 50,
      },
      ...xirrGoals(),
    ]
  },
}
