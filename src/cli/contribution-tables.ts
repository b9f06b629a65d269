/** What `contribution` prints: one method by player, several by method, weights. */
import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import type { Bilingual, Lang } from '../core/error.js'
import { divHalfUp } from '../core/divide.js'
import { divRatio, formatRatio, formatScaled, type Ratio } from '../core/ratio.js'
import type { Weights } from '../contribution/bridge.js'
import type { ContributionFault } from '../contribution/fault.js'
import type { Allocation } from '../contribution/game.js'
import { sumRatio } from '../contribution/number.js'
import type { ValueMethod } from '../contribution/method.js'
import type { Table } from '../report/table.js'
import { sentenceOf } from './fault.js'
import type { Block } from './outputs.js'

/** What a method says of a game, or why it does not. */
export interface Answer {
  readonly method: ValueMethod
  readonly result: Either<ContributionFault, Allocation>
}

/** One method: a row for each player, with the part of the sum. */
export const soloBlocks =
  (lang: Lang) =>
  (name: string, method: ValueMethod, values: Allocation): readonly Block[] => {
    const sum = sumRatio(values.map((one) => one.value))
    return [
      titleOf(`${name}: ${method.name[lang]} (${method.id})`),
      {
        columns: [
          { name: heads.player[lang], align: 'left' },
          { name: heads.value[lang], align: 'right' },
          { name: heads.part[lang], align: 'right' },
        ],
        rows: [
          ...values.map(({ player, value }) => [player, formatRatio(value), partOf(value, sum)]),
          [heads.sum[lang], formatRatio(sum), ''],
        ],
      },
    ]
  }

/** Several methods: a row for each that answers, then why the others do not. */
export const comparedBlocks =
  (lang: Lang) =>
  (name: string, players: readonly string[], answers: readonly Answer[]): readonly Block[] => {
    const refused = answers.flatMap(({ method, result }) =>
      isLeft(result) ? [`${method.id}: ${sentenceOf(lang)(result.left)}\n`] : [],
    )
    return [
      titleOf(name),
      {
        columns: [
          { name: heads.method[lang], align: 'left' },
          ...[...players, heads.sum[lang]].map((column) => ({
            name: column,
            align: 'right' as const,
          })),
          { name: heads.name[lang], align: 'left' },
        ],
        rows: answers.flatMap(({ method, result }) =>
          isLeft(result) ?
            []
          : [
              [
                method.id,
                ...result.right.map(({ value }) => formatRatio(value)),
                formatRatio(sumRatio(result.right.map(({ value }) => value))),
                method.name[lang],
              ],
            ],
        ),
      },
      ...(refused.length === 0 ? [] : [listOf(refused)]),
    ]
  }

export const weightsTable =
  (lang: Lang) =>
  ({ weights }: Weights): Table => ({
    columns: [
      { name: heads.player[lang], align: 'left' },
      { name: heads.weight[lang], align: 'right' },
    ],
    rows: weights.map(({ player, weight }) => [player, String(weight)]),
  })

/** The documented object: figures as exact text, faults with their words. */
export const contributionToJson =
  (lang: Lang) =>
  (game: string, answers: readonly Answer[], weights?: Weights): string => {
    const methods = answers.map(({ method: { id, name, source }, result }) => ({
      method: id,
      name: name[lang],
      source,
      ...(isLeft(result) ?
        { ...result.left, text: sentenceOf(lang)(result.left) }
      : {
          values: byPlayer(result.right, ({ value }) => formatRatio(value)),
          sum: formatRatio(sumRatio(result.right.map(({ value }) => value))),
        }),
    }))
    const share = weights && {
      weights: byPlayer(weights.weights, ({ weight }) => String(weight)),
      scale: formatRatio(weights.scale),
    }
    const whole = { format: 'data-dividend/contribution@1', game, methods, ...share }
    return `${JSON.stringify(whole, null, 1)}\n`
  }

const byPlayer = <A extends { readonly player: string }>(
  list: readonly A[],
  show: (one: A) => string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(list.map((one) => [one.player, show(one)]))

const titleOf = (title: string): Block => ({ text: `${title}\n`, md: `## ${title}\n` })

const listOf = (lines: readonly string[]): Block => ({
  text: lines.join(''),
  md: lines.map((line) => `- ${line}`).join(''),
})

/** For the eye, two places; nothing where there is no whole to be part of. */
const partOf = (value: Ratio, sum: Ratio): string => {
  if (sum.num <= 0n) return ''
  const { num, den } = divRatio(value, sum)
  return `${formatScaled(divHalfUp(num * 10_000n, den), 2)}%`
}

const heads = {
  player: { en: 'player', zh: '参与者' },
  value: { en: 'contribution', zh: '贡献' },
  part: { en: 'part', zh: '占比' },
  sum: { en: 'sum', zh: '合计' },
  method: { en: 'method', zh: '方法' },
  name: { en: 'name', zh: '名称' },
  weight: { en: 'weight', zh: '权重' },
} satisfies Readonly<Record<string, Bilingual>>
