import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { nodeIo } from '../../src/cli/node-io.js'
import { run } from '../../src/cli/run.js'
import { birdsOf, contributionOf } from '../../src/cli/demo/birds.js'
import { formatRatio, orThrow } from '../../src/index.js'
import type { Agreement } from '../../src/index.js'

const call = async (...argv: readonly string[]): Promise<string> => {
  const printed: Uint8Array[] = []
  const print = (text: string | Uint8Array) => {
    printed.push(Buffer.from(text))
    return Promise.resolve(true)
  }
  expect(await run(argv, { ...nodeIo(), print, warn: () => undefined })).toBe(0)
  return Buffer.concat(printed).toString()
}

interface Told {
  readonly trials: readonly { readonly islands: readonly string[]; readonly right: number }[]
  readonly weights: Readonly<Record<string, string>>
  readonly totals: Readonly<Record<string, string>>
  readonly net: string
}

describe('vectors', () => {
  it.each(['en', 'zh'])('demo --lang %s prints its transcript', async (lang) => {
    const transcript = readFileSync(`test/cli/demo/${lang}.txt`, 'utf8')
    expect(await call('demo', '--lang', lang)).toBe(transcript)
  })
})

describe('laws', () => {
  let told: Told
  beforeAll(async () => {
    told = JSON.parse(await call('demo', '--json')) as Told
  })

  it('nothing is lost', () => {
    const cents = (amount: string) => BigInt(amount.replace('.', ''))
    const sum = Object.values(told.totals).reduce((all, one) => all + cents(one), 0n)
    expect(sum).toBe(cents(told.net))
  })

  it('the contributions sum to what all islands name right', () => {
    const sum = Object.values(told.weights).reduce((all, one) => all + Number(one), 0)
    expect(sum).toBe(2 * told.trials.at(-1)!.right)
  })

  it('the agreement pays the collectors by what the demo works out', () => {
    const [header, ...rows] = readFileSync('data/penguins/penguins.csv', 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(','))
    const birds = rows.map((row) =>
      Object.fromEntries(header!.map((name, at) => [name, row[at] ?? ''])),
    )
    const { values } = orThrow(contributionOf(birdsOf(birds)))
    const text = readFileSync('data/penguins/agreement.yaml', 'utf8')
    const agreement = parse(text, { schema: 'failsafe' }) as Agreement
    const weights = values.map(({ player, value }) => [player, formatRatio(value)])
    expect(agreement.flows?.collection).toEqual([
      { share: { id: 'contribution', of: Object.fromEntries(weights) as unknown } },
    ])
  })
})

describe('edges', () => {
  it('a bird without all four measures is left out', () => {
    expect(birdsOf([{ species: 'Adelie', island: 'Dream', bill_length_mm: 'NA' }])).toEqual([])
  })
})
