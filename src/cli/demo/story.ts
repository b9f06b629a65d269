/** The demo's story, part by part, from figures that are given. */
import type { Lang } from '../../core/error.js'
import type { Explained } from '../../core/explained.js'
import { divHalfUp } from '../../core/divide.js'
import { formatAmount } from '../../core/money.js'
import { formatRatio, formatScaled, type Ratio } from '../../core/ratio.js'
import type { Agreement } from '../../agreement/clause.js'
import type { Description } from '../../agreement/describe/describe.js'
import type { Program } from '../../agreement/program.js'
import { linkNames, links } from '../../chain/party.js'
import type { Column } from '../../report/table.js'
import type { Line } from '../../settlement/state.js'
import { totalsBy, type Remuneration } from '../../settlement/statement.js'
import { treeText } from '../explain.js'
import type { Block } from '../outputs.js'
import { totalsTable } from '../statement.js'
import type { Contribution } from './birds.js'
import { sayings } from './sayings.js'

export interface Told {
  readonly files: Readonly<Record<'penguins' | 'agreement' | 'sales', string>>
  /** Birds of the file, measured or not. */
  readonly rows: number
  readonly contribution: Contribution
  readonly agreement: Agreement
  readonly program: Program
  readonly description: Description
  readonly lines: readonly Line[]
  readonly totals: ReadonlyMap<string, bigint>
  /** Net sales, minor units. */
  readonly net: bigint
  readonly remuneration: readonly Remuneration[]
  /** The event whose line is explained, and that line's tree. */
  readonly event: string
  readonly figure: Explained
}

export const storyBlocks = (lang: Lang, told: Told): readonly Block[] => {
  const { contribution, description, program, lines, totals, net } = told
  const values = new Map(contribution.values.map(({ player, value }) => [player, value]))
  const say = sayings[lang]
  const money = formatAmount(program.currency)
  const { code } = program.currency
  const sum = lines.reduce((total, { amount }) => total + amount, 0n)
  return [
    heading(1, say.data),
    text(say.aboutData(told.rows, contribution.measured)),
    heading(2, say.trials),
    text(say.aboutTrials(contribution.heldOut)),
    {
      columns: [left(say.learnsFrom), right(say.rightOf(contribution.heldOut))],
      rows: contribution.trials.map(({ islands, right }) => [islands.join(' + '), String(right)]),
    },
    heading(3, say.contribution),
    text(say.aboutContribution),
    {
      columns: [left(say.island), right(say.birds), right(say.part)],
      rows: told.remuneration.map(({ party, contribution: part }) => [
        party,
        formatRatio(values.get(party) ?? part),
        percent(part),
      ]),
    },
    heading(4, say.agreement),
    text([
      description.title,
      ...description.sentences.map(({ depth, text: each }) => `${'  '.repeat(depth)}- ${each}`),
    ]),
    heading(5, say.statement),
    text(say.aboutStatement(new Set(lines.map(({ event }) => event)).size)),
    totalsTable(lang, program, totals),
    linksTable(lang, told),
    {
      columns: [left(say.island), ...[say.contributed, code, say.received, say.ratio].map(right)],
      rows: told.remuneration.map(({ party, contribution: part, amount, share, ratio }) => [
        party,
        percent(part),
        money(amount),
        percent(share),
        ratio === undefined ? '' : decimal(ratio, 6),
      ]),
    },
    text(say.aboutRemuneration),
    heading(6, say.line(told.event)),
    { text: treeText(lang, told.figure), md: `\`\`\`text\n${treeText(lang, told.figure)}\`\`\`\n` },
    text(say.redone(told.figure.value)),
    heading(7, say.check),
    {
      columns: [left(say.what), right(code)],
      rows: [
        [say.sumOfLines(lines.length), money(sum)],
        [say.netSales, money(net)],
        [say.difference, money(sum - net)],
      ],
    },
    heading(8, say.next),
    { text: say.nextCalls(told.files), md: `\`\`\`sh\n${say.nextCalls(told.files)}\`\`\`\n` },
  ]
}

/** By link of the value chain; what the levy gave and what pools hold belongs to none. */
const linksTable = (lang: Lang, { agreement, lines, program }: Told): Block => {
  const say = sayings[lang]
  const money = formatAmount(program.currency)
  const sums = totalsBy('link')(agreement)(lines)
  return {
    columns: [left(say.link), right(program.currency.code)],
    rows: [
      ...links.map((link) => [linkNames[link][lang], money(sums.get(link) ?? 0n)]),
      [say.noLink, money(sums.get('none') ?? 0n)],
    ],
  }
}

const heading = (number: number, title: string): Block => {
  const line = `${String(number)}. ${title}`
  return { text: `${line}\n${'='.repeat(wide(line))}\n`, md: `## ${line}\n` }
}

const text = (lines: string | readonly string[]): Block => ({
  text: [lines]
    .flat()
    .map((line) => `${line}\n`)
    .join(''),
})

/** Chinese characters and their punctuation take two places in a terminal. */
const wide = (line: string): number => line.length + (line.match(/[\u2e80-\uffef]/g)?.length ?? 0)

const left = (name: string): Column => ({ name, align: 'left' })
const right = (name: string): Column => ({ name, align: 'right' })

/** Rounded for the eye; the exact ratios stand in the agreement. */
const percent = ({ num, den }: Ratio): string => `${decimal({ num: num * 100n, den }, 4)}%`

const decimal = ({ num, den }: Ratio, places: number): string =>
  formatScaled(divHalfUp(num * 10n ** BigInt(places), den), places)
