/** `npm run axioms` writes docs/contribution/axioms.md from the registry and the stored
 *  counterexamples; a test tells when the page is behind them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { axioms, valueMethods } from 'data-dividend/contribution'

interface Stored {
  readonly method: string
  readonly axiom: string
  readonly worths: readonly number[]
  readonly second?: readonly number[]
  readonly player?: number
  readonly other?: number
  readonly coalition?: number
  readonly amount?: number
}

const page = 'docs/contribution/axioms.md'

const stored = (): readonly Stored[] =>
  (
    JSON.parse(readFileSync('test/vectors/contribution/counterexamples.json', 'utf8')) as {
      readonly cases: readonly Stored[]
    }
  ).cases

/** The page: axioms, the matrix, and a game for every cell that is broken. */
export const axiomPage = (): string => {
  const broken = stored()
  const rows = valueMethods.flatMap(({ id, name, keeps }) => {
    if (keeps === undefined) return []
    const cells = axioms.map((axiom) => {
      const found = broken.find((x) => x.method === id && x.axiom === axiom.id)
      return (
        keeps.includes(axiom.id) ? '+'
        : found === undefined ? 'n/a'
        : `– (n=${Math.log2(found.worths.length)})`
      )
    })
    return [`| ${name.en} ${name.zh} | ${cells.join(' | ')} |`]
  })
  return [
    '# Which value keeps which axiom?',
    '',
    'Each + is a property tried on games of 2 to 5 players (to 4 where a linear program is solved),',
    'on the value’s own domain; each – has a stored smallest counterexample, with its number of',
    'players; n/a: the value’s domain leaves nothing to try. This page is generated:',
    '`npm run axioms`.',
    '',
    '| axiom | says |',
    '|---|---|',
    ...axioms.map(({ id, name, says }) => `| ${id} ${name.en} ${name.zh} | ${says.en} |`),
    '',
    `| value | ${axioms.map(({ id }) => id).join(' | ')} |`,
    `|---|${axioms.map(() => '---|').join('')}`,
    ...rows,
    '',
    'No value can lie in the core and be coalitionally monotone for n ≥ 4 (Young 1985 for n ≥ 5;',
    'Housman & Clark 1998 for n = 4). Values without AGM take money back from somebody when the',
    'total grows: compute a value once, freeze it as weights, and never solve the game again on a',
    'sale.',
    '',
    '## Counterexamples',
    '',
    'Worths by mask (∅, 1, 2, 12, 3, 13, 23, 123, …); players by position from 1.',
    '',
    '| value | axiom | worths | with |',
    '|---|---|---|---|',
    ...broken.map((x) => `| ${x.method} | ${x.axiom} | ${x.worths.join(' ')} | ${besides(x)} |`),
    '',
  ].join('\n')
}

const besides = ({ second, player, other, coalition, amount }: Stored): string =>
  [
    second && `second game ${second.join(' ')}`,
    player !== undefined && `player ${player + 1}`,
    other !== undefined && `other ${other + 1}`,
    coalition !== undefined && `coalition ${coalition}`,
    amount !== undefined && `amount ${amount}`,
  ]
    .filter((part) => typeof part === 'string')
    .join('; ')

if (process.argv[1]?.endsWith('scripts/axioms.ts') === true) writeFileSync(page, axiomPage())
