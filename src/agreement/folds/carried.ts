/** Carried remainders 尾差结转: a share whose weights change, without drift.
 *
 *  Each party's debt d (owed less paid, in 10⁻¹² minor units) is kept when weights change, and
 *  since then E(C) is a tree of lawful takes: at a cut with weight w of W and money m,
 *    first = max(0, min(m, ⌊w·m/W + D_first − w·D/W + 1/2⌋)),  D the debts of its parties
 *  So for one list of weights it is a function of C: cutting at an instant changes nothing. */
import { isLeft } from 'fp-ts/lib/Either.js'
import { divFloor } from '../../core/divide.js'
import { cutsOf, followCuts, type Cuts } from '../../split/share.js'
import { below, type Builder, type Inside, type Place } from '../builder.js'
import type { Share } from '../clause.js'
import type { Taken } from '../fees.js'
import { isMoney, still, type Fold, type Numbers } from '../fold.js'
import { addFold, flowsOn } from '../fold-step.js'

/** Compiles a share with `by: carried`; `accrue` events under its id tell new weights. */
export const carriedOf = (
  builder: Builder,
  { id }: Share,
  weights: readonly (readonly [name: string, weight: bigint])[],
  from: Place,
  inside: Inside,
): Taken => {
  const path = below(inside, id)
  const fold = carriedFold(id, weights)
  const step = { id, path, at: inside.at, kind: 'share', place: from } as const
  const outs = addFold(builder, step, fold, weights.length)
  return {
    payments: weights.flatMap(([target], index) => {
      const slot = outs[index]
      if (slot === undefined) return []
      const place = flowsOn(builder, slot, path, target)
      return [{ place, target, path, at: [...inside.at, 'of', target], kind: 'share' as const }]
    }),
  }
}

const carriedFold = (
  id: string,
  agreed: readonly (readonly [name: string, weight: bigint])[],
): Fold => {
  const names = agreed.map(([name]) => name)
  const weightsIn = ({ own }: Numbers): readonly bigint[] =>
    own('told') === 0n ?
      agreed.map(([, weight]) => weight)
    : names.map((name) => own(`weight.${name}`))
  const debtsIn = ({ own }: Numbers) => names.map((name) => own(`debt.${name}`))
  const givenAt = (numbers: Numbers, came: bigint) =>
    followDebts(cutsFor(weightsIn(numbers)), debtsIn(numbers), came)
  return {
    accrues: { name: id, field: 'units', names },
    arrive: (numbers, arrival) => {
      const came = numbers.own('came')
      if (isMoney(arrival)) {
        const after = givenAt(numbers, came + arrival.amount)
        const before = givenAt(numbers, came)
        return {
          parts: after.map((part, index) => part - (before[index] ?? 0n)),
          set: { came: came + arrival.amount },
        }
      }
      if (arrival.kind !== 'accrue' || arrival.of !== id) return still(names.length)
      const owed = followCuts(cutsFor(weightsIn(numbers)))(came * unit)
      const given = givenAt(numbers, came)
      const told = new Map(arrival.units ?? [])
      const set = names.flatMap((name, index): readonly (readonly [string, bigint])[] => [
        [
          `debt.${name}`,
          (debtsIn(numbers)[index] ?? 0n) + (owed[index] ?? 0n) - unit * (given[index] ?? 0n),
        ],
        [`weight.${name}`, told.get(name) ?? 0n],
      ])
      return { ...still(names.length), set: { ...Object.fromEntries(set), came: 0n, told: 1n } }
    },
    reason:
      (numbers, arrival, { money }) =>
      (out) => {
        if (!isMoney(arrival)) return {}
        const came = numbers.own('came')
        const at = (counter: bigint) => money(givenAt(numbers, counter)[out] ?? 0n)
        const [weights, debts] = [weightsIn(numbers).join(':'), debtsIn(numbers).join(', ')]
        const source = `weights ${weights}, debts ${debts}`
        return {
          formula: 'after − before',
          inputs: [
            {
              label: 'after',
              value: at(came + arrival.amount),
              source: `${source}, of ${money(came + arrival.amount)}`,
            },
            { label: 'before', value: at(came), source: `of ${money(came)}` },
          ],
        }
      },
  }
}

const unit = 10n ** 12n

const cutsFor = (weights: readonly bigint[]): Cuts => {
  const cuts = cutsOf(weights)
  return isLeft(cuts) ? { cuts: [], slots: weights.map(() => undefined) } : cuts.right
}

/** Fills the slots of cuts from a total, each cut leaning by the debts below it. */
const followDebts = (
  { cuts, slots }: Cuts,
  debts: readonly bigint[],
  total: bigint,
): readonly bigint[] => {
  const owed: bigint[] = []
  slots.forEach((slot, index) => {
    if (slot !== undefined) owed[slot] = debts[index] ?? 0n
  })
  for (const { from, first, rest } of [...cuts].reverse()) {
    owed[from] = (owed[first] ?? 0n) + (owed[rest] ?? 0n)
  }
  const filled: bigint[] = [total]
  for (const { from, first, rest, weight, whole } of cuts) {
    const all = filled[from] ?? 0n
    const lean = (owed[first] ?? 0n) * whole - weight * (owed[from] ?? 0n)
    const near = divFloor(2n * (all * weight * unit + lean) + whole * unit, 2n * whole * unit)
    const part =
      near < 0n ? 0n
      : near > all ? all
      : near
    filled[first] = part
    filled[rest] = all - part
  }
  return slots.map((slot) => (slot === undefined ? 0n : (filled[slot] ?? 0n)))
}
