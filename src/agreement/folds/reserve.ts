/** Reserve 退货准备、质保金: a part of each period's money is held, and released later.
 *
 *  held = halfUp(q·C), C the period's money; at each of the next N closes, part k of N:
 *    ⌊(2Rk + N) / 2N⌋ less the part before, R what the period held
 *  What is released flows on from here, paid by the pool that held it. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { periodOf, type Period } from '../../core/date.js'
import { divFloor, divHalfUp } from '../../core/divide.js'
import type { Path } from '../../core/error.js'
import { formatPercent, zero, type Ratio } from '../../core/ratio.js'
import { below, leaf, settleFault, type Builder, type Inside, type Place } from '../builder.js'
import type { AgreementFault } from '../fault.js'
import type { Taken } from '../fees.js'
import { isMoney, still, type Fold, type Numbers } from '../fold.js'
import { addFold, flowsOn } from '../fold-step.js'
import { readRate, readText } from '../read.js'
import type { Reserve } from '../timed-clause.js'
import type { Scalar } from '../written.js'
import { periodNames, type Tale } from './tale.js'

export const reserveOf = (builder: Builder, body: Reserve, from: Place, inside: Inside): Taken => {
  const path = below(inside, body.id)
  const note = settleFault(builder)
  const terms: Terms = {
    rate: note(readRate(body.rate, [...inside.at, 'rate']), zero),
    parts: note(readParts(body.over, [...inside.at, 'over']), 1),
    every: body.every ?? builder.document.period,
  }
  const step = { id: body.id, path, at: inside.at, kind: 'reserve', place: from } as const
  const [rest = 0, pool = 0] = addFold(builder, step, reserveFold(terms), 2)
  leaf(builder, pool, body.in, path, 'reserve')
  return { payments: [], rest: flowsOn(builder, rest, path, 'rest') }
}

export const tellReserve: Tale<Reserve> = ({ name, percent, period }, body) => {
  const every = periodNames[body.every ?? period]
  const [rate, pool, over] = [percent(body.rate), name(body.in), String(body.over)]
  return {
    en:
      `${rate} of what is left of each ${every.en} is held in ${pool} ` +
      `and released in ${over} equal parts at the next closes.`,
    zh: `每${every.zh}余额的 ${rate} 留存于 ${pool}，在其后 ${over} 个期末等额释放。`,
  }
}

interface Terms {
  readonly rate: Ratio
  readonly parts: number
  readonly every: Period
}

const readParts = (value: Scalar, path: Path): Either<AgreementFault, number> => {
  const text = readText(value, path)
  if (isLeft(text)) return text
  return /^[1-9]\d{0,3}$/.test(text.right) ?
      right(Number(text.right))
    : left({ _tag: 'CountWanted', text: text.right, path })
}

const reserveFold = (terms: Terms): Fold => ({
  arrive: (numbers, arrival) => {
    const { own } = numbers
    if (isMoney(arrival)) {
      const period = periodOf(terms.every)(arrival.date)
      const [came, before] = [own(`came@${period}`), own(`held@${period}`)]
      const held = heldOf(terms, came + arrival.amount) - heldOf(terms, came)
      return {
        parts: [arrival.amount - held, held],
        set: { [`came@${period}`]: came + arrival.amount, [`held@${period}`]: before + held },
      }
    }
    if (arrival.kind !== 'close' || arrival.every !== terms.every) return still(2)
    const released = releases(terms, numbers).reduce((sum, { part }) => sum + part, 0n)
    const ages = Array.from({ length: terms.parts }, (_, age) => age)
    const older = ages.slice(1).map((age) => [ageName(age), own(ageName(age - 1))] as const)
    const closed = own(`held@${arrival.period ?? ''}`)
    return {
      parts: [released, -released],
      set: Object.fromEntries([[ageName(0), closed], ...older]),
    }
  },
  reason:
    (numbers, arrival, { money, places }) =>
    (out) => {
      const until = (part: string) => `halfUp(held × (${part}) / parts, ${String(places)})`
      const heldAt = (came: string) => `halfUp(rate × (${came}), ${String(places)})`
      if (!isMoney(arrival)) {
        return {
          formula: out === 0 ? 'Σ part' : '−Σ part',
          inputs: releases(terms, numbers).map(({ age, held, part }, index) => ({
            label: `part.${String(index + 1)}`,
            value: money(part),
            formula: `${until('before + 1')} − ${until('before')}`,
            inputs: [
              { label: 'held', value: money(held) },
              { label: 'before', value: String(age) },
              { label: 'parts', value: String(terms.parts) },
            ],
          })),
        }
      }
      const period = periodOf(terms.every)(arrival.date)
      const held = `${heldAt('came + amount')} − ${heldAt('came')}`
      return {
        formula: out === 0 ? `amount − (${held})` : held,
        inputs: [
          { label: 'amount', value: money(arrival.amount) },
          { label: 'rate', value: formatPercent(terms.rate) },
          { label: 'came', value: money(numbers.own(`came@${period}`)), source: `in ${period}` },
        ],
      }
    },
})

const ageName = (age: number): string => `age.${String(age)}`

const heldOf = ({ rate: { num, den } }: Terms, came: bigint): bigint => divHalfUp(num * came, den)

/** What a close releases of each period held, by the number of closes since. */
const releases = ({ parts }: Terms, { own }: Numbers) =>
  Array.from({ length: parts }, (_, age) => {
    const held = own(ageName(age))
    const n = BigInt(parts)
    const until = (k: number) => divFloor(2n * held * BigInt(k) + n, 2n * n)
    return { age, held, part: until(age + 1) - until(age) }
  }).filter(({ held }) => held > 0n)
