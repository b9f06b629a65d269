/** Explanations of values that are made of stand-alone worths, last contributions, equal parts, and
 *  of other values. */
import { chain, map, right, type Either } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { ratio, zero, type Ratio } from '../core/ratio.js'
import { membersOf, sizeOf } from './coalition.js'
import type { ByPlayer } from './dividend.js'
import { explanationLimit, semivalueNode } from './explain.js'
import {
  explaining,
  given,
  labelled,
  worked,
  type Explain,
  type Node,
  type Reading,
} from './explain-node.js'
import type { ContributionFault } from './fault.js'
import { choose, upTo } from './number.js'
import { shapleyLaw, type SizeLaw } from './size-law.js'

type Part = (reading: Reading, i: number) => Node

/** What all receive, in equal parts. */
export const explainEqualDivision: Explain = plain(({ whole, count }) =>
  worked('value', 'whole / players', [whole, count]),
)

/** v(i), and an equal part of what all make beyond. */
export const explainCis: Explain = plain((reading, i) => withEqualPart(reading, i, alone))

/** M_i, and an equal part of what is left. */
export const explainEnsc: Explain = plain((reading, i) => withEqualPart(reading, i, last))

/** v(N) − v(N∖i). */
export const explainLeaveOneOut: Explain = plain((reading, i) => last('value')(reading, i))

/** v(N) in proportion to stand-alone worths. */
export const explainStandAlone: Explain = plain((reading, i) =>
  worked('value', 'whole × own / Σ each', [
    reading.whole,
    alone('own')(reading, i),
    ...eachOf(reading, alone),
  ]),
)

/** α·Shapley and (1 − α) of equal parts. */
export const explainEgalitarian = (alpha: Ratio): Explain =>
  explaining(explanationLimit, (reading, i) =>
    pipe(
      semivalueNode('shapley', shapleyLaw, shapleySource)(reading, i),
      map((own) =>
        worked('value', 'alpha × shapley + (1 − alpha) × whole / players', [
          given('alpha', alpha, 'part of the Shapley value, as chosen'),
          own,
          reading.whole,
          reading.count,
        ]),
      ),
    ),
  )

/** Shapley, moved by factors. */
export const explainFactorCorrected = (factors: ByPlayer): Explain =>
  explaining(explanationLimit, (reading, i) =>
    pipe(
      semivalueNode('shapley', shapleyLaw, shapleySource)(reading, i),
      map((own) =>
        worked('value', 'shapley + (factor − 1 / players) × whole', [
          own,
          given('factor', factors[reading.nameOf(i)] ?? zero, 'as agreed; all factors sum to 1'),
          reading.count,
          reading.whole,
        ]),
      ),
    ),
  )

/** A semivalue, scaled so that all figures sum to v(N). */
export const explainScaled = (law: SizeLaw, source: string): Explain =>
  explaining(8, (reading, i) => {
    const { players, nameOf, whole } = reading
    const all = players.reduce<Either<ContributionFault, readonly Node[]>>(
      (found, j) =>
        pipe(
          found,
          chain((before) =>
            pipe(
              semivalueNode(`each.${nameOf(j)}`, law, source)(reading, j),
              map((one) => [...before, one]),
            ),
          ),
        ),
      right([]),
    )
    return pipe(
      all,
      map((each) => {
        const own = each[i] ?? whole
        return worked('value', 'own × whole / Σ each', [labelled('own', own), whole, ...each])
      }),
    )
  })

/** Who joins a coalition shares with its members what that adds, on the mean. */
export const explainSolidarity: Explain = explaining(10, (reading, i) => {
  const { full, game, name, worth } = reading
  const n = game.players.length
  const parts = upTo(full + 1)
    .filter((mask) => (mask & (1 << i)) !== 0)
    .map((mask) => {
      const size = sizeOf(mask)
      const joined = membersOf(mask).map((k) =>
        worked(`part.${reading.nameOf(k)}`, 'with − without', [
          worth('with', mask),
          worth('without', mask - (1 << k)),
        ]),
      )
      return worked(`coalition.${name(mask)}`, 'weight × mean', [
        given('weight', ratio(1n, BigInt(size) * choose(n, size)), '(n−s)!(s−1)!/n!'),
        worked('mean', 'Σ part / members', [
          ...joined,
          given('members', ratio(BigInt(size)), 'number of members'),
        ]),
      ])
    })
  return right(worked('value', 'Σ coalition', parts))
})

const shapleySource = 's!(n−s−1)!/n!'

function plain(treeOf: Part): Explain {
  return explaining(Number.POSITIVE_INFINITY, (reading, i) => right(treeOf(reading, i)))
}

/** v(i) */
export const alone =
  (label: string): Part =>
  (reading, i) =>
    reading.worth(label, 1 << i)

/** M_i = v(N) − v(N∖i) */
export const last =
  (label: string): Part =>
  (reading, i) =>
    worked(label, 'whole − without', [
      reading.whole,
      reading.worth('without', reading.full - (1 << i)),
    ])

export const eachOf = (
  reading: Reading,
  part: (label: string) => Part,
  prefix = 'each',
): readonly Node[] => reading.players.map((j) => part(`${prefix}.${reading.nameOf(j)}`)(reading, j))

const withEqualPart = (reading: Reading, i: number, part: (label: string) => Part): Node =>
  worked('value', 'own + (whole − Σ each) / players', [
    part('own')(reading, i),
    reading.whole,
    ...eachOf(reading, part),
    reading.count,
  ])
