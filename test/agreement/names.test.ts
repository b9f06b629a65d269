import { check, type Agreement, type Finding, type Steps } from 'data-dividend'
import { describeError } from 'data-dividend/report'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isShort } from '../runs.js'

const end = (of: Readonly<Record<string, number>>) => ({ share: { id: 'end', of } })

const findings = (agreement: Omit<Agreement, 'agreement' | 'currency'>): readonly unknown[] =>
  check({ agreement: 'small', currency: 'CNY', ...agreement }).map(
    ({ finding }: Finding) => finding,
  )

const saidIn = (tag: string): unknown =>
  (JSON.parse(readFileSync(`test/errors/${tag}.json`, 'utf8')) as { readonly fault: unknown }).fault

describe('edges', () => {
  it.skipIf(isShort)(
    'flows that name flows ten times over are refused before they fill the memory',
    () => {
      const level = (at: number): Steps => [
        ...Array.from({ length: 10 }, (_, index) => ({
          levy: { id: `l${at}.${index}`, to: at === 4 ? 'fund' : `f${at + 1}`, rate: '1%' },
        })),
        { share: { id: `s${at}`, of: { rest: 1 } } },
      ]
      const flows = Object.fromEntries([1, 2, 3, 4].map((at) => [`f${at}`, level(at)]))
      expect(findings({ flow: level(0), flows })[0]).toMatchObject({ _tag: 'FlowsTooLarge' })
    },
    60_000,
  )

  it('more than a thousand flows are refused', () => {
    const flows = Object.fromEntries(
      Array.from({ length: 1001 }, (_, at) => [
        `f${at}`,
        [{ share: { id: `s${at}`, of: { [at === 1000 ? 'end' : `f${at + 1}`]: 1 } } }],
      ]),
    )
    expect(findings({ flow: [end({ f0: 1 })], flows })[0]).toEqual(saidIn('FlowsTooMany'))
  })

  it('a step may not be called as a shared flow, whose counter it would share', () => {
    const shared = { artist: [{ share: { id: 'own', of: { singer: 1 } } }] }
    const fee = { commission: { id: 'artist', to: 'agent', rate: '1%' } }
    expect(findings({ flow: [fee, end({ artist: 1 })], shared })).toEqual([
      {
        _tag: 'NameOfTwoKinds',
        name: 'artist',
        kinds: ['step', 'shared'],
        path: ['shared', 'artist'],
      },
    ])
  })

  it('a step may be called as a party or a flow', () => {
    const flows = { artist: [{ share: { id: 'agent', of: { singer: 1 } } }] }
    const fee = { commission: { id: 'artist', to: 'agent', rate: '1%' } }
    expect(findings({ flow: [fee, end({ artist: 1 })], flows })).toEqual([])
  })

  it('ids may return in the next version', () => {
    expect(
      findings({
        flow: [end({ a: 1 })],
        amendments: [{ from: '2026-07-01', flow: [end({ a: 1 })] }],
      }),
    ).toEqual([])
  })

  it('names are letters of any script, then letters, digits, underscores, points, dashes', () => {
    expect(findings({ flow: [end({ 医院_A: 1, 'b.c-d': 1, é1: 1 })] })).toEqual([])
    for (const name of ['1a', '', 'a b', '_a', 'a/b', 'a@b', 'a:b']) {
      expect(findings({ flow: [end({ [name]: 1 })] })).toEqual([
        { _tag: 'NotAName', name, path: ['flow', 0, 'share', 'of', name] },
      ])
    }
  })

  it('a cycle of shared flows is named', () => {
    const shared = {
      one: [{ share: { id: 'a', of: { two: 1 } } }],
      two: [{ share: { id: 'b', of: { one: 1 } } }],
    }
    expect(findings({ flow: [end({ one: 1 })], shared })[0]).toEqual({
      _tag: 'FlowCycle',
      names: ['one', 'two', 'one'],
      path: ['shared', 'one'],
    })
  })

  it('a cycle is told in both languages', () => {
    const fault = saidIn('FlowCycle') as Parameters<ReturnType<typeof describeError>>[0]
    expect(describeError('en')(fault)).toContain('one, other, one')
    expect(describeError('zh')(fault)).toContain('one, other, one')
  })
})
