import { isRight, left, mapLeft, right } from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementCodec, faultsOf, readDocument } from 'data-dividend/codec'
import { agreements } from 'data-dividend/laws'

const decode = (value: unknown) => mapLeft(faultsOf)(agreementCodec.decode(value))
const pair = { agreement: 'pair', currency: 'CNY', flow: [{ share: { id: 'all', of: { a: 1 } } }] }

describe('laws', () => {
  it.each(['net', 'original'] as const)('every agreement is decoded unchanged (%s)', (refunds) => {
    fc.assert(
      fc.property(agreements({ refunds }), (agreement) => {
        expect(decode(agreement)).toEqual(right(agreement))
      }),
    )
  })

  it('an agreement means the same in JSON and in YAML', () => {
    fc.assert(
      fc.property(agreements({ refunds: 'net' }), (agreement) => {
        const textual = JSON.stringify(agreement, (_, value: unknown) =>
          typeof value === 'number' || typeof value === 'bigint' ? String(value) : value,
        )
        const [json, yaml] = (['json', 'yaml'] as const).map((format) =>
          readDocument(format)(textual),
        )
        expect(isRight(json!) && json.right.value).toEqual(isRight(yaml!) && yaml.right.value)
        expect(isRight(json!) && json.right.value).toEqual(JSON.parse(textual))
      }),
    )
  })

  it('an agreement with one key too many is refused at that key', () => {
    fc.assert(
      fc.property(agreements({ refunds: 'net' }), (agreement) => {
        const flow = agreement.flow.map((step) => {
          const [[kind, body] = ['', {}]] = Object.entries(step)
          return { [kind]: { ...(body as object), surplus: '1' } }
        })
        const result = decode({ ...agreement, flow })
        const paths = result._tag === 'Left' ? result.left.map(({ path }) => path) : []
        expect(paths).toEqual(
          agreement.flow.map((step, index) => ['flow', index, Object.keys(step)[0], 'surplus']),
        )
      }),
    )
  })
})

describe('edges', () => {
  const faultsIn = (change: object) => decode({ ...pair, ...change })

  it('all faults are told, each with its path', () => {
    expect(decode({ agreement: 1, flow: {}, refund: 'net' })).toEqual(
      left([
        { _tag: 'KeyMissing', key: 'currency', path: ['currency'] },
        { _tag: 'WrongType', expected: 'name', received: 'the number 1', path: ['agreement'] },
        { _tag: 'WrongType', expected: 'list of steps', received: 'a record', path: ['flow'] },
        { _tag: 'UnknownKey', key: 'refund', nearest: ['refunds'], path: ['refund'] },
      ]),
    )
  })

  it('a step without any kind is no step', () => {
    expect(faultsIn({ flow: [{}] })).toEqual(
      left([{ _tag: 'StepOfOneKind', given: [], path: ['flow', 0] }]),
    )
  })

  it('a step that is text is no step', () => {
    expect(faultsIn({ flow: ['share'] })).toEqual(
      left([{ _tag: 'WrongType', expected: 'step', received: '"share"', path: ['flow', 0] }]),
    )
  })

  it('a fault within a branch of a condition has its whole path, once', () => {
    const when = { id: 'use', test: { use: { upto: 1 } }, then: [{ share: { id: 'x', of: [] } }] }
    expect(faultsIn({ flow: [{ when }] })).toEqual(
      left([
        {
          _tag: 'UnknownKey',
          key: 'upto',
          nearest: ['upTo'],
          path: ['flow', 0, 'when', 'test', 'use', 'upto'],
        },
        {
          _tag: 'WrongType',
          expected: 'record of weights',
          received: 'a list',
          path: ['flow', 0, 'when', 'then', 0, 'share', 'of'],
        },
      ]),
    )
  })

  it('a word of a short list is told with the list', () => {
    expect(faultsIn({ refunds: 'gross' })).toEqual(
      left([
        { _tag: 'WrongType', expected: 'net | original', received: '"gross"', path: ['refunds'] },
      ]),
    )
  })

  it('null is told as it is', () => {
    expect(faultsIn({ zone: null })).toEqual(
      left([{ _tag: 'WrongType', expected: 'text', received: 'null', path: ['zone'] }]),
    )
  })

  it('long text is cut', () => {
    expect(faultsIn({ pools: 'x'.repeat(99) })).toEqual(
      left([
        {
          _tag: 'WrongType',
          expected: 'record of pools',
          received: `"${'x'.repeat(40)}…"`,
          path: ['pools'],
        },
      ]),
    )
  })

  it('a register is units or dated units', () => {
    const of = { a: '1' }
    expect(
      faultsIn({ pools: { p: { units: of }, q: { units: [{ from: '2026-01-01', of }] } } }),
    ).toHaveProperty('_tag', 'Right')
    expect(faultsIn({ pools: { q: { units: [of] } } })).toEqual(
      left([
        { _tag: 'KeyMissing', key: 'from', path: ['pools', 'q', 'units', 0, 'from'] },
        { _tag: 'KeyMissing', key: 'of', path: ['pools', 'q', 'units', 0, 'of'] },
        {
          _tag: 'UnknownKey',
          key: 'a',
          nearest: ['from', 'of'],
          path: ['pools', 'q', 'units', 0, 'a'],
        },
      ]),
    )
  })

  it('a key named __proto__ is a key like any other', () => {
    const value = JSON.parse('{"a": 1, "__proto__": "2"}') as object
    expect(faultsIn({ flow: [{ share: { id: 'all', of: value } }] })).toEqual(
      right({ ...pair, flow: [{ share: { id: 'all', of: value } }] }),
    )
    expect(({} as { readonly a?: unknown }).a).toBeUndefined()
  })
})
