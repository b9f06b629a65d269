/** Explanations of compromises between claims, of shared dividends, and of indices of power. */
import { right } from 'fp-ts/lib/Either.js'
import { ratio, zero, type Ratio } from '../core/ratio.js'
import { membersOf, sizeOf } from './coalition.js'
import type { ByPlayer } from './dividend.js'
import { alone, eachOf, last } from './explain-parts.js'
import { explaining, given, worked, type Explain, type Node, type Reading } from './explain-node.js'
import { upTo } from './number.js'
import { critical, minimalWinning } from './simple.js'

/** From v(i) towards M_i. */
export const explainGately: Explain = explaining(Number.POSITIVE_INFINITY, (reading, i) =>
  right(between(reading, i, alone)),
)

/** From the minimal right towards M_i. */
export const explainTau: Explain = explaining(8, (reading, i) =>
  right(between(reading, i, minimalRight)),
)

/** Dividends in proportion to weights that are given. */
export const explainWeighted = (weights: ByPlayer): Explain =>
  explaining(8, (reading, i) =>
    right(
      byDividends(
        reading,
        i,
        (label) => (_, j) => given(label, weights[reading.nameOf(j)] ?? zero, 'weight, as given'),
      ),
    ),
  )

/** Dividends in proportion to stand-alone worths. */
export const explainProportional: Explain = explaining(8, (reading, i) =>
  right(byDividends(reading, i, alone)),
)

/** Minimal winning coalitions are equally likely and share equally. */
export const explainDeeganPackel: Explain = explaining(12, (reading, i) => {
  const minimal = winning(reading, minimalWinning)
  return right(
    worked('value', 'Σ coalition / coalitions', [
      ...minimal
        .filter(({ members }) => members.includes(i))
        .map((one) => oneOver(reading, one, 'members', 'members of a minimal winning coalition')),
      given('coalitions', whole(minimal.length), 'number of minimal winning coalitions'),
    ]),
  )
})

/** How many minimal winning coalitions need the player, of all such needs. */
export const explainHoller: Explain = explaining(12, (reading, i) => {
  const minimal = winning(reading, minimalWinning)
  const needs = (label: string) => (_: Reading, j: number) =>
    given(
      label,
      whole(minimal.filter(({ members }) => members.includes(j)).length),
      'minimal winning coalitions with the player',
    )
  return right(
    worked('value', 'own / Σ each', [needs('own')(reading, i), ...eachOf(reading, needs)]),
  )
})

/** A winning coalition counts 1, divided among those it cannot lose. */
export const explainJohnston: Explain = explaining(8, (reading, i) => {
  const won = winning(reading, critical)
  const counted = (label: string) => (_: Reading, j: number) =>
    worked(
      label,
      'Σ coalition',
      won
        .filter(({ members }) => members.includes(j))
        .map((one) => oneOver(reading, one, 'critical', 'members it cannot lose')),
    )
  return right(
    worked('value', 'own / Σ each', [counted('own')(reading, i), ...eachOf(reading, counted)]),
  )
})

type PartOf = (label: string) => (reading: Reading, i: number) => Node

/** The point with sum v(N) on the segment from low to M; low itself where that has no length. */
const between = (reading: Reading, i: number, lowOf: PartOf): Node => {
  const [lows, highs] = [eachOf(reading, lowOf, 'low'), eachOf(reading, last, 'high')]
  const along = worked('along', '(whole − Σ low) / (Σ high − Σ low)', [
    reading.whole,
    ...lows,
    ...highs,
  ])
  const low = lowOf('low')(reading, i)
  const same = worked('', 'Σ high − Σ low', [...lows, ...highs]).value.num === 0n
  return same ?
      worked('value', 'low', [low])
    : worked('value', 'low + along × (high − low)', [low, last('high')(reading, i), along])
}

/** The most that a coalition leaves the player when all others in it have their M. */
const minimalRight: PartOf = (label) => (reading, i) => {
  const { full, game, name, worth } = reading
  const rights = upTo(full + 1)
    .filter((mask) => (mask & (1 << i)) !== 0)
    .map((mask, at) => {
      const others = membersOf(mask)
        .filter((j) => j !== i)
        .map((j) => {
          const { value } = last('')(reading, j)
          return given(`other.${reading.nameOf(j)}`, value, `v(N) − v(N∖${game.players[j] ?? ''})`)
        })
      const inputs = [worth('worth', mask), ...others]
      const node = worked(`right.${String(at + 1)}`, 'worth − Σ other', inputs)
      return { ...node, tree: { ...node.tree, source: `in ${name(mask)}` } }
    })
  const labels = rights.map(({ tree }) => tree.label).join(', ')
  return worked(label, `max(${labels})`, rights)
}

/** Σ over coalitions with the player of dividend × own weight ÷ weights of the members. */
const byDividends = (reading: Reading, i: number, weight: PartOf): Node => {
  const { full, name } = reading
  const parts = upTo(full + 1)
    .filter((mask) => (mask & (1 << i)) !== 0)
    .map((mask) =>
      worked(`coalition.${name(mask)}`, 'dividend × own / Σ weight', [
        dividend(reading, mask),
        weight('own')(reading, i),
        ...membersOf(mask).map((j) => weight(`weight.${reading.nameOf(j)}`)(reading, j)),
      ]),
    )
  return worked('value', 'Σ coalition', parts)
}

/** Σ over parts T of S of (−1)^{|S|−|T|} v(T). */
const dividend = ({ name, worth }: Reading, mask: number): Node =>
  worked(
    'dividend',
    'Σ plus − Σ minus',
    upTo(mask + 1)
      .filter((part) => part !== 0 && (part & mask) === part)
      .map((part) => {
        const sign = (sizeOf(mask) - sizeOf(part)) % 2 === 0 ? 'plus' : 'minus'
        return worth(`${sign}.${name(part)}`, part)
      }),
  )

interface Won {
  readonly mask: number
  readonly members: readonly number[]
}

const winning = ({ full, game }: Reading, chosen: typeof critical): readonly Won[] =>
  upTo(full + 1)
    .slice(1)
    .map((mask) => ({ mask, members: chosen(game, mask) }))
    .filter(({ members }) => members.length > 0)

const oneOver = ({ name }: Reading, { mask, members }: Won, label: string, source: string): Node =>
  worked(`coalition.${name(mask)}`, `1 / ${label}`, [given(label, whole(members.length), source)])

const whole = (count: number): Ratio => ratio(BigInt(count))
