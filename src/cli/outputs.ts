/** Where a verb's results go: drafts first, which become files or standard output when all is
 *  well. So nothing is written of what is refused later. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { csvTable, markdownTable, textTable, type Table } from '../report/table.js'
import type { CliFault, Refusal } from './fault.js'
import { fileFault, refuse } from './files.js'
import type { Draft } from './io.js'
import type { Call } from './verb.js'

type OutputFormat = 'text' | 'json' | 'csv' | 'md'

/** Part of a report: a table, or lines that differ in Markdown. */
export type Block = Table | { readonly text: string; readonly md?: string }

export interface Outputs {
  readonly wants: (format: OutputFormat) => boolean
  /** Whether results go into a folder, where there is room for several. */
  readonly toFolder: boolean
  readonly draft: (name: string) => Promise<Draft>
  /** Makes the drafts files, or prints them, in the order in which they were opened.
   * @returns whether everything was read */
  readonly publish: () => Promise<boolean>
  readonly drop: () => Promise<void>
}

/** Opens the outputs that a call asks for and runs a task with them. Drafts that are not published
 * leave nothing behind. */
export const withOutputs =
  (call: Call) =>
  async <A>(
    task: (outputs: Outputs) => Promise<Either<Refusal, A>>,
  ): Promise<Either<Refusal, A>> => {
    const opened = openOutputs(call)
    if (isLeft(opened)) return opened
    const outputs = opened.right
    try {
      return await task(outputs)
    } catch (thrown) {
      return refuse(2, [{ fault: fileFault((thrown as { path?: string }).path ?? '', thrown) }])
    } finally {
      await outputs.drop()
    }
  }

/** A whole report, for verbs whose results fit into memory. */
export const report =
  (call: Call, name: string) =>
  (content: {
    readonly json: () => string
    readonly blocks: readonly Block[]
    /** What CSV holds; the first table of the blocks unless given. */
    readonly table?: Table
  }): Promise<Either<Refusal, void>> =>
    withOutputs(call)(async (outputs) => {
      if (outputs.wants('text')) {
        await (await outputs.draft(`${name}.txt`)).write(blocksAs('text', content.blocks))
      }
      if (outputs.wants('json')) await (await outputs.draft(`${name}.json`)).write(content.json())
      if (outputs.wants('csv')) await writeTable(call, outputs, name, content)
      if (outputs.wants('md')) {
        await (await outputs.draft(`${name}.md`)).write(blocksAs('md', content.blocks))
      }
      await outputs.publish()
      return right(undefined)
    })

/** Blocks as text or Markdown, an empty line between them. */
export const blocksAs = (format: 'text' | 'md', blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      'rows' in block ? (format === 'text' ? textTable : markdownTable)(block)
      : format === 'text' ? block.text
      : (block.md ?? block.text),
    )
    .join('\n')

/** One table, named as the report; standard output has room for one only. */
const writeTable = async (
  call: Call,
  outputs: Outputs,
  name: string,
  content: { readonly blocks: readonly Block[]; readonly table?: Table },
): Promise<void> => {
  const table = content.table ?? content.blocks.find((block) => 'rows' in block)
  if (table === undefined) return
  const draft = await outputs.draft(`${name}.csv`)
  await draft.write(csvTable({ mark: call.options.mark === true })(table))
}

const openOutputs = ({ io, options }: Call): Either<Refusal, Outputs> => {
  const given = (['json', 'csv', 'md'] as const).filter((format) => options[format] === true)
  const { out } = options
  if (out === undefined && given.length > 1) {
    const fault: CliFault = { _tag: 'OneFormat', given: given.map((format) => `--${format}`) }
    return left({ code: 2, faults: [{ fault }] })
  }
  const formats: readonly OutputFormat[] =
    given.length > 0 ? given
    : out === undefined ? ['text']
    : ['json', 'csv', 'md']
  const drafts: Draft[] = []
  return right({
    wants: (format) => formats.includes(format),
    toFolder: out !== undefined,
    draft: async (name) => {
      const draft = await io.draft(out === undefined ? undefined : `${out}/${name}`)
      drafts.push(draft)
      return draft
    },
    publish: async () => {
      for (const draft of drafts) await draft.finish()
      if (out !== undefined) {
        for (const draft of drafts) await draft.keep()
        return true
      }
      for (const draft of drafts) {
        for await (const piece of draft.bytes()) if (!(await io.print(piece))) return false
      }
      return true
    },
    drop: async () => {
      for (const draft of drafts) await draft.drop()
    },
  })
}
