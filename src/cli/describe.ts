/** `describe AGREEMENT`: the agreement in plain sentences, with a diagram. */
import { isLeft, right } from 'fp-ts/lib/Either.js'
import { describe, type Description } from '../agreement/describe/describe.js'
import { openProgram, refuse } from './files.js'
import { report, type Block } from './outputs.js'
import type { Verb } from './verb.js'

export const describeVerb: Verb = {
  name: 'describe',
  args: '<agreement>',
  about: { en: 'say an agreement in plain sentences', zh: '用平实的语句说明协议' },
  options: [],
  run: async (call) => {
    const file = call.args[0] ?? '-'
    const opened = await openProgram(call.io, file)
    if (isLeft(opened)) return opened
    const described = describe(call.lang)(opened.right.agreement)
    if (isLeft(described)) return refuse(1, [{ file, fault: described.left }])
    const description = described.right
    const written = await report(
      call,
      'description',
    )({
      json: () =>
        `${JSON.stringify({ format: 'data-dividend/description@1', ...description }, null, 1)}\n`,
      blocks: blocksOf(description),
    })
    return isLeft(written) ? written : right(0)
  },
}

const blocksOf = ({ title, sentences, diagram }: Description): readonly Block[] => [
  { text: `${title}\n`, md: `## ${title}\n` },
  listOf(sentences.map(({ depth, text }) => `${'  '.repeat(depth)}- ${text}\n`).join('')),
  { text: `${diagram.trimEnd()}\n`, md: `\`\`\`mermaid\n${diagram.trimEnd()}\n\`\`\`\n` },
]

const listOf = (text: string): Block => ({ text })
