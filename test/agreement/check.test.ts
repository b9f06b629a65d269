import { check, compile, type Agreement, type Steps } from 'data-dividend'
import { agreements } from 'data-dividend/laws'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'

const small = (flow: Steps, more: Partial<Agreement> = {}): Agreement => ({
  agreement: 'small',
  currency: 'CNY',
  flow,
  ...more,
})

const end = { share: { id: 'end', of: { owner: 1 } } }

const found = (agreement: Agreement): readonly (readonly [string, string])[] =>
  check(agreement).map(({ finding: { _tag, path } }) => [_tag, path.join('.')])

describe('laws', () => {
  it('an agreement compiles exactly when check finds no error', () => {
    const withOnlyNotes = (agreement: Agreement) =>
      check(agreement).every(({ level }) => level === 'note')
    holds(
      fc.property(agreements({ refunds: 'original' }), (agreement) => {
        expect(withOnlyNotes(agreement)).toBe(true)
        expect(compile(agreement)._tag).toBe('Right')
        const broken = { ...agreement, currency: 'XXQ' }
        expect(withOnlyNotes(broken)).toBe(false)
        expect(compile(broken)).toMatchObject({ left: { _tag: 'UnknownCurrency' } })
      }),
    )
  })

  it('compiled twice is compiled the same', () => {
    holds(
      fc.property(agreements({ refunds: 'net' }), (agreement) => {
        expect(compile(agreement)).toEqual(compile(agreement))
      }),
      50,
    )
  })
})

describe('edges', () => {
  it('all faults are told, the first by compile', () => {
    const bad = small([
      { commission: { id: 'fee', to: 'agent', rate: '8' } },
      { levy: { id: 'fee', to: 'fund', rate: 'x' } },
      { fixed: { id: 'f', to: 'fund', amount: '1.001' } },
    ])
    expect(found(bad)).toEqual([
      ['IdTwice', 'flow.1.levy.id'],
      ['RateAboveOne', 'flow.0.commission.rate'],
      ['NotARatio', 'flow.1.levy.rate'],
      ['TooManyDecimals', 'flow.2.fixed.amount'],
      ['NoEnd', 'flow'],
    ])
    expect(compile(bad)).toMatchObject({ left: { _tag: 'IdTwice' } })
  })
  it('a strict slab is refused with its first bad cent, a held one is not', () => {
    const slab = [{ upTo: '10000.00', rate: '10%' }, { rate: '8%' }]
    const with_ = (breaks: 'strict' | 'hold') =>
      small([{ commission: { id: 'fee', to: 'agent', slab, breaks } }, end])
    expect(check(with_('strict'))).toEqual([
      {
        level: 'error',
        finding: {
          _tag: 'SlabBreaks',
          at: '10000.01',
          before: '1000.00',
          after: '800.00',
          path: ['flow', 0, 'commission', 'slab'],
        },
      },
    ])
    expect(check(with_('hold'))).toEqual([])
    const rising = [{ upTo: '10000.00', rate: '5%' }, { rate: '8%' }]
    expect(
      check(small([{ commission: { id: 'fee', to: 'agent', slab: rising } }, end])),
    ).toMatchObject([{ finding: { at: '10000.01', before: '500.00', after: '800.00' } }])
    const lawful = [{ upTo: '0.10', rate: '10%' }, { rate: '11%' }]
    expect(check(small([{ commission: { id: 'fee', to: 'agent', slab: lawful } }, end]))).toEqual(
      [],
    )
  })
  it('a floor may equal its cap', () => {
    expect(
      found(small([{ levy: { id: 'l', to: 'a', rate: '1%', floor: '1.00', cap: '1.00' } }, end])),
    ).toEqual([])
  })
  it('bands rise, and their first end is above 0', () => {
    const tiers = (...ends: readonly string[]) =>
      found(
        small([
          {
            levy: {
              id: 'l',
              to: 'a',
              tiers: [...ends.map((upTo) => ({ upTo, rate: 0 })), { rate: 0 }],
            },
          },
          end,
        ]),
      )
    expect(tiers('1.00', '1.01')).toEqual([])
    expect(tiers('1.00', '1.00')).toEqual([['BandsNotRising', 'flow.0.levy.tiers.1.upTo']])
    expect(tiers('0.00')).toEqual([['BandsNotRising', 'flow.0.levy.tiers.0.upTo']])
  })
  it('an empty table or none is told', () => {
    expect(found(small([{ levy: { id: 'l', to: 'a', tiers: [] } }, end]))).toEqual([
      ['NothingNamed', 'flow.0.levy.tiers'],
    ])
    expect(found(small([{ levy: { id: 'l', to: 'a' } }, end]))).toEqual([
      ['TableWanted', 'flow.0.levy'],
    ])
  })
  it('rates are from 0 to 1 in any form', () => {
    const rate = (text: string | number) =>
      found(small([{ levy: { id: 'l', to: 'a', rate: text } }, end])).map(([tag]) => tag)
    for (const fine of ['12.5%', '0.125', '1/8', '1', 1, '100%'])
      expect(rate(fine)).not.toContain('NotARatio')
    expect(rate(0)).toEqual(['ZeroRate'])
    expect(rate('-1%')).toEqual(['NotARatio'])
    expect(rate('1e-1')).toEqual(['NotARatio'])
    expect(rate('101%')).toEqual(['RateAboveOne'])
    expect(rate(0.1)).toEqual(['NotANumber'])
  })
  it('weights are digits or fractions, not per cent, not negative', () => {
    const of = (weight: string) => found(small([{ share: { id: 's', of: { a: 1, b: weight } } }]))
    for (const fine of ['55', '0.4213', '3/7']) expect(of(fine)).toEqual([])
    expect(of('5%')).toEqual([['NotAWeight', 'flow.0.share.of.b']])
    expect(of('-0.5')).toEqual([['NegativeWeight', 'flow.0.share.of.b']])
  })
  it('a step that no money reaches is told', () => {
    const all = { commission: { id: 'c', to: 'a', rate: 1 } }
    expect(found(small([all, end]))).toEqual([['NotReached', 'flow.1.share']])
    expect(found(small([{ commission: { id: 'c', to: 'a', rate: 1, cap: '1.00' } }, end]))).toEqual(
      [],
    )
    expect(
      found(
        small([{ commission: { id: 'd', to: 'f', rate: 0 } }, end], {
          flows: { f: [all, { share: { id: 's', of: { b: 1 } } }] },
        }),
      ),
    ).toEqual([['ZeroRate', 'flow.0.commission.rate']])
  })
  it('along wants each link to be one party or a flow', () => {
    const along: Steps = [{ along: { id: 'a', of: { collection: 1, processing: 1 } } }]
    const parties = { miner: { link: 'collection' }, mill: { link: 'processing' } } as const
    expect(found(small(along, { parties }))).toEqual([])
    expect(found(small(along, { parties: { ...parties, other: { link: 'processing' } } }))).toEqual(
      [['LinkWithoutParty', 'flow.0.along.of.processing']],
    )
    const flows = { processing: [{ share: { id: 's', of: { mill: 1 } } }] }
    expect(
      found(small(along, { parties: { miner: { link: 'collection' }, mill: {} }, flows })),
    ).toEqual([])
  })
  it('largest remainder wants on: event and refunds by the original lines', () => {
    const share = { id: 's', of: { a: 1, b: 1 }, by: 'largest', on: 'event' } as const
    expect(found(small([{ share }], { refunds: 'original' }))).toEqual([])
    expect(found(small([{ share }]))).toEqual([['LargestNotOnEvent', 'flow.0.share.by']])
    expect(found(small([{ share: { ...share, on: 'life' } }], { refunds: 'original' }))).toEqual([
      ['LargestNotOnEvent', 'flow.0.share.by'],
    ])
  })
  it('an amendment tells what it cannot carry', () => {
    const fee = (table: object): Steps => [
      { commission: { id: 'fee', to: 'a', rate: '1%', ...table } },
      end,
    ]
    const amended = (first: Steps, second: Steps, from = '2026-07-01') =>
      found(small(first, { amendments: [{ from, carry: ['fee'], flow: second }] }))
    const nothing = [['NothingCarried', 'amendments.0.carry.0']]
    expect(amended(fee({ cap: '1.00' }), fee({ cap: '2.00' }))).toEqual([])
    expect(amended(fee({}), fee({}))).toEqual(nothing)
    expect(amended(fee({ cap: '1.00', on: 'event' }), fee({ cap: '1.00', on: 'event' }))).toEqual(
      nothing,
    )
    expect(amended(fee({ cap: '1.00', on: 'period' }), fee({ cap: '1.00', on: 'period' }))).toEqual(
      nothing,
    )
    expect(
      amended(fee({ cap: '1.00', on: 'period' }), fee({ cap: '1.00', on: 'period' }), '2026-07-15'),
    ).toEqual([])
    expect(amended([end], fee({ cap: '1.00' }))).toEqual([
      ['CarriedUnknown', 'amendments.0.carry.0'],
    ])
    expect(amended(fee({ cap: '1.00' }), [end])).toEqual([
      ['CarriedUnknown', 'amendments.0.carry.0'],
    ])
  })
  it('a register names parties, with dates that rise', () => {
    const pool = (units: NonNullable<NonNullable<Agreement['pools']>[string]['units']>) =>
      found(
        small([{ share: { id: 's', of: { a: 1, fund: 1 } } }], {
          parties: { a: {} },
          pools: { fund: { units } },
        }),
      )
    expect(pool({ a: 1 })).toEqual([])
    expect(pool({ b: 1 })).toEqual([['UnknownParty', 'pools.fund.units.b']])
    expect(pool([{ from: '2026-01-01', of: { b: 1 } }])).toEqual([
      ['UnknownParty', 'pools.fund.units.0.of.b'],
    ])
    expect(pool([{ from: '2026-13-01', of: { a: 0 } }])).toEqual([
      ['WeightsSumToZero', 'pools.fund.units.0.of'],
      ['NotADate', 'pools.fund.units.0.from'],
    ])
  })
  it('the head is read, too', () => {
    expect(
      found(small([end], { agreement: '1st', currency: 'cny', zone: 'Nowhere/Here' })),
    ).toEqual([
      ['NotAName', 'agreement'],
      ['UnknownCurrency', 'currency'],
      ['UnknownZone', 'zone'],
    ])
  })
  it('tests are read when the agreement is', () => {
    const when = (test: object) =>
      found(
        small([
          { when: { id: 'w', test: test as Readonly<Record<string, string>>, then: [] } },
          end,
        ]),
      )
    expect(when({ calls: { upTo: 'few' } })).toEqual([['NotARatio', 'flow.0.when.test.calls.upTo']])
    expect(when({ calls: { above: 0.5 } })).toEqual([
      ['NotANumber', 'flow.0.when.test.calls.above'],
    ])
    expect(when({ use: [] })).toEqual([['NothingNamed', 'flow.0.when.test.use']])
    expect(when({ use: [0.5] })).toEqual([['NotANumber', 'flow.0.when.test.use']])
  })
})
