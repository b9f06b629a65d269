/** Ratchet, escalator on another metric 棘轮、递增: the rate follows what is told (users, rank).
 *
 *  Each amount is owed at the rate of its day, exactly; taken = halfUp(Σ rate·x) less what was
 *  taken. `moves: up` or `down` lets the rate go one way only. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { divHalfUp } from '../../core/divide.js'
import type { Path } from '../../core/error.js'
import {
  addRatio,
  compareRatio,
  formatPercent,
  formatRatio,
  mulRatio,
  ratio,
  zero,
  type Ratio,
} from '../../core/ratio.js'
import { below, settleFault, type Builder, type Inside, type Place } from '../builder.js'
import type { AgreementFault } from '../fault.js'
import type { Taken } from '../fees.js'
import { isMoney, ratioIn, ratioSet, still, type Fold, type Numbers } from '../fold.js'
import { addFold, flowsOn } from '../fold-step.js'
import { readDecimal, readRate } from '../read.js'
import type { Ratchet } from '../timed-clause.js'
import type { Tale } from './tale.js'

export const ratchetOf = (builder: Builder, body: Ratchet, from: Place, inside: Inside): Taken => {
  const path = below(inside, body.id)
  const bands = settleFault(builder)(readBands(body, [...inside.at, 'tiers']), [])
  const step = { id: body.id, path, at: inside.at, kind: 'ratchet', place: from } as const
  const [first = 0, rest = 0] = addFold(builder, step, ratchetFold(body, bands), 2)
  const place = flowsOn(builder, first, path, 'to')
  return {
    payments: [{ place, target: body.to, path, at: [...inside.at, 'to'], kind: 'ratchet' }],
    rest: flowsOn(builder, rest, path, 'rest'),
  }
}

export const tellRatchet: Tale<Ratchet> = ({ name, percent }, body) => {
  const { moves = 'both', of } = body
  const en = body.tiers.map(({ upTo, rate }) =>
    upTo === undefined ? `${percent(rate)} above` : `${percent(rate)} up to ${String(upTo)}`,
  )
  const zh = body.tiers.map(({ upTo, rate }) =>
    upTo === undefined ? `更高为 ${percent(rate)}` : `不超过 ${String(upTo)} 为 ${percent(rate)}`,
  )
  const only = {
    up: ['; it only rises', '，只升不降'],
    down: ['; it only falls', '，只降不升'],
    both: ['', ''],
  }
  return {
    en:
      `${name(body.to)} takes a part of what is left by ${of} as last told: ` +
      `${en.join(', ')}${only[moves][0] ?? ''}.`,
    zh: `${name(body.to)} 按最近公布的 ${of} 提取余额：${zh.join('，')}${only[moves][1] ?? ''}。`,
  }
}

interface MetricBand {
  readonly upTo?: Ratio
  readonly rate: Ratio
}

const readBands = (
  { tiers }: Ratchet,
  path: Path,
): Either<AgreementFault, readonly MetricBand[]> => {
  const bands: MetricBand[] = []
  if (tiers.length === 0) return left({ _tag: 'NothingNamed', path })
  for (const [index, band] of tiers.entries()) {
    const at = [...path, index]
    const last = index === tiers.length - 1
    const rate = readRate(band.rate, [...at, 'rate'])
    if (isLeft(rate)) return rate
    if (band.upTo === undefined) {
      if (!last) return left({ _tag: 'BandOpen', path: at })
      return right([...bands, { rate: rate.right }])
    }
    if (last)
      return left({ _tag: 'LastBandClosed', upTo: String(band.upTo), path: [...at, 'upTo'] })
    const upTo = readDecimal(band.upTo, [...at, 'upTo'])
    if (isLeft(upTo)) return upTo
    const before = bands.at(-1)?.upTo
    if (before !== undefined && compareRatio(upTo.right, before) <= 0) {
      const [high, low] = [String(band.upTo), formatRatio(before)]
      return left({ _tag: 'BandsNotRising', upTo: high, before: low, path: [...at, 'upTo'] })
    }
    bands.push({ upTo: upTo.right, rate: rate.right })
  }
  return right(bands)
}

const ratchetFold = ({ of, moves = 'both' }: Ratchet, bands: readonly MetricBand[]): Fold => {
  /** The band in force; before anything is told, the first. */
  const bandIn = ({ own }: Numbers): MetricBand => bands[Number(own('band'))] ?? { rate: zero }
  return {
    accrues: { name: of, field: 'value' },
    arrive: (numbers, arrival) => {
      if (isMoney(arrival)) {
        const owed = owedAfter(numbers, bandIn(numbers), arrival.amount)
        const given = rounded(owed)
        const part = given - numbers.own('given')
        return {
          parts: [part, arrival.amount - part],
          set: { ...ratioSet('owed', owed), given },
        }
      }
      const { value } = arrival
      if (arrival.kind !== 'accrue' || arrival.of !== of || value === undefined) return still(2)
      const told = bands.findIndex(
        ({ upTo }) => upTo === undefined || compareRatio(value, upTo) <= 0,
      )
      const change = compareRatio(bands[told]?.rate ?? zero, bandIn(numbers).rate)
      const stays = (moves === 'up' && change < 0) || (moves === 'down' && change > 0)
      const first = numbers.own('told') === 0n
      return {
        parts: [0n, 0n],
        set: { told: 1n, ...(stays && !first ? {} : { band: BigInt(told) }) },
      }
    },
    reason:
      (numbers, arrival, { money, exact, places }) =>
      (out) => {
        if (!isMoney(arrival)) return {}
        const part = `halfUp(owed + rate × amount, ${String(places)}) − given`
        return {
          formula: out === 0 ? part : `amount − (${part})`,
          inputs: [
            { label: 'amount', value: money(arrival.amount) },
            { label: 'owed', value: exact(ratioIn(numbers, 'owed')) },
            { label: 'rate', value: formatPercent(bandIn(numbers).rate), source: of },
            { label: 'given', value: money(numbers.own('given')) },
          ],
        }
      },
  }
}

const owedAfter = (numbers: Numbers, { rate }: MetricBand, amount: bigint): Ratio =>
  addRatio(ratioIn(numbers, 'owed'), mulRatio(rate, ratio(amount)))

const rounded = ({ num, den }: Ratio): bigint => divHalfUp(num, den)
