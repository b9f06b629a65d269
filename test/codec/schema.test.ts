import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { compile, emptyState, orThrow, settle } from 'data-dividend'
import {
  fileKinds,
  schemaOf,
  settlementToJson,
  stateToJson,
  type FileKind,
} from 'data-dividend/codec'
import { agreements, stories } from 'data-dividend/laws'
import { filesUnder } from '../files.js'

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true })
const validators = new Map(fileKinds.map((kind) => [kind, ajv.compile(schemaOf(kind))]))

/** Where a value breaks the schema of its kind. */
const breaks = (kind: FileKind, value: unknown): readonly string[] => {
  const validate = validators.get(kind)
  if (validate === undefined) throw new Error(kind)
  return validate(value) ? [] : (validate.errors ?? []).map((error) => error.instancePath)
}

const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one)),
  )

describe('vectors: agreements and events of the test vectors', () => {
  it.each(filesUnder('test/vectors/agreements', '.json'))('%s', (file) => {
    const { cases } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly cases: readonly { readonly agreement?: unknown; readonly events?: unknown }[]
    }
    for (const { agreement, events } of cases) {
      if (agreement !== undefined) expect(breaks('agreement', agreement)).toEqual([])
      if (events !== undefined) expect(breaks('events', events)).toEqual([])
    }
  })

  it('an agreement as an editor reads it, with numbers of YAML', () => {
    const text = `agreement: sale
currency: CNY
amendments: [{from: 2026-07-01, flow: [{share: {id: all, of: {a: 0.5, b: 1/3}}}]}]
flow:
  - commission: {id: fee, to: agent, tiers: [{upTo: 10000.00, rate: 10%}, {rate: 0.05}], cap: 9.00}
  - when: {id: w, test: {member: true, size: {upTo: 5}}, then: []}
  - share: {id: all, of: {a: 1}}
`
    expect(breaks('agreement', parse(text))).toEqual([])
  })
})

describe('laws', () => {
  it('every agreement keeps its schema', () => {
    fc.assert(
      fc.property(agreements({ refunds: 'net' }), (agreement) => {
        expect(breaks('agreement', plain(agreement))).toEqual([])
      }),
    )
  })

  it('every statement and state keeps its schema', () => {
    fc.assert(
      fc.property(stories({ refunds: 'original' }), ({ agreement, events }) => {
        const { lines, state } = orThrow(
          settle(orThrow(compile(agreement)))(emptyState(agreement))(events),
        )
        const statement = settlementToJson({ agreement, lines, totals: new Map(), state })
        expect(breaks('settlement', JSON.parse([...statement].join('')))).toEqual([])
        expect(breaks('state', JSON.parse([...stateToJson(state)].join('')))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

describe('edges', () => {
  const share = (of: object) => [{ share: { id: 'all', of } }]
  const pair = { agreement: 'pair', currency: 'CNY', flow: share({ a: 1 }) }
  const fee = (table: object) => [{ commission: { id: 'fee', to: 'agent', ...table } }]

  it.each([
    [{ note: 'x' }, ''],
    [{ currency: 'yuan' }, '/currency'],
    [{ agreement: '9' }, '/agreement'],
    [{ refunds: 'gross' }, '/refunds'],
    [{ flow: share({ a: '-1' }) }, '/flow/0/share/of/a'],
    [{ flow: share({ __x: 1 }) }, '/flow/0/share/of'],
    [{ flow: fee({ rate: '8' }) }, '/flow/0/commission/rate'],
    [{ flow: fee({ rate: 8 }) }, '/flow/0/commission/rate'],
    [{ flow: fee({ rate: '101%' }) }, '/flow/0/commission/rate'],
    [{ flow: fee({ rate: '1%', cap: '1,000.00' }) }, '/flow/0/commission/cap'],
    [{ flow: fee({ tiers: [{ upTo: '1e3' }] }) }, '/flow/0/commission/tiers/0/upTo'],
    [{ flow: [{ ...share({ a: 1 })[0], ...fee({ rate: 0 })[0] }] }, '/flow/0'],
    [{ amendments: [{ from: '2026/7/1', flow: [] }] }, '/amendments/0/from'],
    [{ parties: { a: { link: 'sales' } } }, '/parties/a/link'],
  ])('%j is marked at "%s"', (change, path) => {
    expect(breaks('agreement', { ...pair, ...change })).toContain(path)
  })

  it('keys are titled in both languages', () => {
    expect(schemaOf('agreement')).toMatchObject({
      title: 'agreement 协议',
      $defs: { 'list-of-steps': { items: { properties: { levy: { title: 'levy 公益提取' } } } } },
    })
  })

  it('a kind without a schema is none', () => {
    expect(fileKinds).toEqual(['agreement', 'events', 'settlement', 'state'])
  })
})
