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
  'data-dividend/core': {
    names: 'formatScaled',
    call: 'formatScaled(-5n, 2)',
    gives: "'-0.05'",
  },
  'data-dividend/split': {
    names: 'apportion',
    call: "apportion('webster')([50n, 30n, 20n])(1n)",
    gives: "{ _tag: 'Right', right: [1n, 0n, 0n] }",
  },
  'data-dividend/chain': {
    names: 'links',
    call: 'links.length',
    gives: '4',
  },
  'data-dividend/agreement': {
    names: 'compile',
    call: `compile({ agreement: 'pair', currency: 'CNY', flow: [] })._tag`,
    gives: "'Left'",
  },
  'data-dividend/settlement': {
    names: 'emptyState',
    call: `emptyState({ agreement: 'pair', currency: 'CNY' }).counters.size`,
    gives: '0',
  },
  'data-dividend/contribution': {
    names: 'formatAllocation',
    call: "formatAllocation([{ player: 'A', value: { num: 1n, den: 6n } }])",
    gives: "'A 1/6'",
  },
  'data-dividend/payout': {
    names: 'splitVat',
    call: 'splitVat({ num: 6n, den: 100n })(1000000n)',
    gives: '{ net: 943396n, tax: 56604n }',
  },
  'data-dividend/valuation': {
    names: 'weibullMean',
    call: "weibullMean('6', '1.5')._tag",
    gives: "'Right'",
  },
  'data-dividend/accounting': {
    names: 'isRole',
    call: "isRole('partnerPayable')",
    gives: 'true',
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
