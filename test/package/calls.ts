/** One small call of each entry, which every consumer makes. */
import { entries, specifierOf } from '../../scripts/rooms.js'

interface Call {
  readonly names: string
  readonly call: string
  readonly gives: string
}

const calls: Readonly<Record<string, Call>> = {
  'data-dividend': {
    names: 'share',
    call: 'share([1n, 1n, 1n])(100n)',
    gives: "{ _tag: 'Right', right: [34n, 33n, 33n] }",
  },
  'data-dividend/codec': {
    names: 'kindOfFile',
    call: "kindOfFile({ agreement: 'pair' })",
    gives: "'agreement'",
  },
  'data-dividend/report': {
    names: 'markdownTable',
    call: "markdownTable({ columns: [{ name: 'party', align: 'left' }], rows: [['a']] })",
    gives: "'| party |\\n| --- |\\n| a |\\n'",
  },
  'data-dividend/laws': {
    names: 'conserves, weightLists',
    call: 'conserves(weightLists, (weights) => (total) => weights.map(() => total)).isAsync()',
    gives: 'false',
  },
}

/** The entries that exist, each with its call. */
export const callsOfEntries = (): readonly (Call & { readonly from: string })[] =>
  Object.keys(entries).map((entry) => {
    const from = specifierOf(entry)
    const call = calls[from]
    if (call === undefined) throw new Error(`test/package/calls.ts has no call of ${from}`)
    return { from, ...call }
  })
