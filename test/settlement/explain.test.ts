import fc from 'fast-check'
import { isRight } from 'fp-ts/lib/Either.js'
import {
  compile,
  currencyOf,
  emptyState,
  figureAt,
  formatAmount,
  orThrow,
  parseDate,
  forgetBefore,
  redo,
  settle,
  type Agreement,
  type Explained,
  type Line,
} from 'data-dividend'
import { explain, settlementArithmetic } from 'data-dividend/settlement'
import { stories } from 'data-dividend/laws'
import { describe, expect, it } from 'vitest'
import { holds } from '../runs.js'

const linesOf = (lines: readonly Line[], id: string) => lines.filter(({ event }) => event === id)

const settled = (
  agreement: Agreement,
  events: Parameters<ReturnType<ReturnType<typeof settle>>>[0],
) => {
  const program = orThrow(compile(agreement))
  return { program, ...orThrow(settle(program)(emptyState(agreement))(events)) }
}

/** Every label is unique within its parent, every reference leads to a figure. */
const sound = (root: Explained, node: Explained = root): boolean => {
  const inputs = node.inputs ?? []
  const labels = inputs.map(({ label }) => label)
  return (
    new Set(labels).size === labels.length &&
    inputs.every((input) =>
      'ref' in input ? figureAt(root, input.ref) !== undefined : sound(root, input),
    )
  )
}

describe.each(['net', 'original'] as const)('laws under %s refunds', (refunds) => {
  it('an explanation redone equals the settlement, line by line, at any event of the batch', () => {
    holds(
      fc.property(stories({ refunds }), ({ agreement, events }) => {
        const { program, lines, state } = settled(agreement, events)
        const money = formatAmount(orThrow(currencyOf(agreement.currency)))
        for (const id of new Set(lines.map(({ event }) => event))) {
          const mine = linesOf(lines, id)
          const tree = orThrow(explain(program)({ lines, state })({ event: id }))
          expect(tree.inputs?.map((input) => 'value' in input && input.value)).toEqual(
            mine.map(({ amount }) => money(amount)),
          )
          expect(sound(tree)).toBe(true)
          expect(redo(settlementArithmetic)(tree)).toEqual({ _tag: 'Right', right: tree.value })
        }
      }),
    )
  })
})

const program = {
  agreement: 'exchange-sale',
  currency: 'CNY',
  flow: [
    {
      commission: {
        id: 'venue',
        to: 'exchange',
        on: 'period',
        tiers: [{ upTo: '10000.00', rate: '10%' }, { rate: '5%' }],
      },
    },
    { share: { id: 'rest', of: { collector: 55, processor: 45, holdings: 100 }, by: 'webster' } },
  ],
  pools: { holdings: { units: { collector: 1, processor: 1 } } },
} satisfies Agreement

const events = [
  { id: 's1', at: '2026-01-05', kind: 'sale', amount: '8000.00' },
  { id: 's2', at: '2026-01-06', kind: 'sale', amount: '4000.00' },
  {
    id: 'd1',
    at: '2026-01-07',
    kind: 'declare',
    of: 'holdings',
    amount: '10.01',
    units: { collector: 1, processor: 2 },
  },
  { id: 'd2', at: '2026-01-08', kind: 'declare', of: 'holdings', amount: '10.01' },
]

describe('edges', () => {
  const { lines, state, program: compiled } = settled(program, events)
  const ask = explain(compiled)({ lines, state })

  it('a tier shows what was taken below it, its rate and where it begins', () => {
    const tree = orThrow(ask({ event: 's2' }))
    const after = figureAt(tree, 'line.1/after')
    expect(after?.formula).toBe('halfUp(taken + rate × (base − from), 2)')
    expect(after?.value).toBe('1100.00')
    expect(after?.inputs?.slice(1)).toEqual([
      { label: 'rate', value: '5%' },
      { label: 'taken', value: '1000.00' },
      { label: 'from', value: '10000.00' },
    ])
  })

  it('a dividend is explained by the units of its own declaration, or by the register', () => {
    for (const [id, rate] of [
      ['d1', '2/3'],
      ['d2', '50%'],
    ] as const) {
      const text = JSON.stringify(orThrow(ask({ event: id })))
      expect(text).toContain(`"value":"${rate}"`)
    }
  })

  it('a figure that was changed is found', () => {
    const tree = orThrow(ask({ event: 's1' }))
    const wrong = JSON.parse(
      JSON.stringify(tree).replace('"value":"10%"', '"value":"11%"'),
    ) as Explained
    expect(isRight(redo(settlementArithmetic)(wrong))).toBe(false)
  })

  it('what a party received is the sum of its lines, by one clause if asked', () => {
    expect(orThrow(ask({ party: 'collector' })).value).toBe('3005.85')
    expect(orThrow(ask({ party: 'collector', path: 'rest' })).value).toBe('2997.50')
    expect(ask({ party: 'collector', path: 'venue' })).toEqual({
      _tag: 'Left',
      left: { _tag: 'NotInStatement', name: 'collector venue' },
    })
  })

  it('a sale whose record was forgotten cannot be explained', () => {
    const later = forgetBefore(orThrow(parseDate('2027-01-01')))(state)
    expect(explain(compiled)({ lines, state: later })({ event: 's1' })).toMatchObject({
      left: { _tag: 'UnknownSale', sale: 's2' },
    })
  })

  it('an event that is not in the statement is named', () => {
    expect(ask({ event: 's9' })).toEqual({
      _tag: 'Left',
      left: { _tag: 'NotInStatement', name: 's9' },
    })
  })
})
