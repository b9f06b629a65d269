/** Records as read: every kind with every field, and what makes two records of one id differ. */
import { currencyOf, orThrow, parseDate, type EventRecord } from 'data-dividend'
import { isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { contentOf, readEvent } from '../../src/settlement/event.js'

const read = (record: object) => {
  const base = { id: 'e', at: '2026-01-05', kind: 'sale' }
  const event = { ...base, ...record } as EventRecord
  const done = readEvent(orThrow(currencyOf('CNY')), parseDate)(event, 4)
  return isRight(done) ? done.right : done.left
}

/** What each field is when written well. */
const written = {
  of: 'x',
  amount: '1.00',
  units: { a: 1 },
  value: '1/2',
  perUnit: '0.1',
  withheld: '0.10',
} as const

const asRead = {
  of: 'x',
  amount: 100n,
  units: [['a', 1n]],
  value: { num: 1n, den: 2n },
  perUnit: { num: 1n, den: 10n },
  withheld: 10n,
} as const

type Field = keyof typeof written
const fields = Object.keys(written) as Field[]

/** Fields that each kind wants, and those that it may have. */
const kinds: Readonly<Record<string, readonly [wanted: readonly Field[], may: readonly Field[]]>> =
  {
    sale: [['amount'], []],
    refund: [['of', 'amount'], []],
    declare: [['of'], ['amount', 'units', 'perUnit']],
    transfer: [['of'], ['amount']],
    open: [['of'], []],
    close: [['of'], []],
    accrue: [['of'], ['amount', 'value', 'units']],
    amend: [['of'], []],
    hold: [['of'], []],
    release: [['of'], ['amount']],
    succeed: [['of', 'units'], []],
    pay: [['of', 'amount'], ['withheld']],
  }

const pick = (from: object, names: readonly Field[]) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name as Field)))

describe.each(Object.entries(kinds))('a record of kind %s', (kind, [wanted, may]) => {
  const head = { id: 'e', at: '2026-01-05', kind, attributes: {} }

  it('is read with what it wants, and no more', () => {
    expect(read({ kind, ...pick(written, wanted) })).toStrictEqual({
      ...head,
      ...pick(asRead, wanted),
    })
  })
  it('is read with all that it may have', () => {
    const all = [...wanted, ...may]
    expect(read({ kind, ...pick(written, all) })).toStrictEqual({ ...head, ...pick(asRead, all) })
  })
  it('lacks each field that it wants', () => {
    for (const field of wanted) {
      const rest = wanted.filter((name) => name !== field)
      const fault = { _tag: 'FieldMissing', field, kind, path: [4, field] }
      expect(read({ kind, ...pick(written, rest) })).toEqual(fault)
    }
  })
  it('has no other field, and keeps those that are attributes elsewhere', () => {
    for (const field of fields.filter((name) => !wanted.includes(name) && !may.includes(name))) {
      const given = read({ kind, ...pick(written, [...wanted, field]) })
      expect(given).toEqual(
        kind === 'pay' || ['of', 'amount', 'units'].includes(field) ?
          { _tag: 'FieldNotWanted', field, kind, path: [4, field] }
        : { ...head, ...pick(asRead, wanted), attributes: { [field]: written[field] } },
      )
    }
  })
})

describe('a record is refused', () => {
  const pay = { kind: 'pay', of: 'x', amount: '1.00' }
  const declare = { kind: 'declare', of: 'x' }
  const fault = (_tag: string, path: readonly string[], more: object) => ({
    _tag,
    path: [4, ...path],
    ...more,
  })
  const text = { text: 'x' }
  it.each([
    ['without an id', { id: '' }, fault('FieldMissing', ['id'], { field: 'id', kind: 'sale' })],
    ['of no kind', { kind: 'buy' }, fault('UnknownKind', ['kind'], { kind: 'buy' })],
    [
      'in another currency',
      { amount: 1, currency: 'JPY' },
      fault('OtherCurrency', ['currency'], { currency: 'JPY', wanted: 'CNY' }),
    ],
    ['of no date', { amount: 1, at: 'x' }, fault('NotADate', ['at'], text)],
    ['of no amount', { amount: 'x' }, fault('NotAnAmount', ['amount'], text)],
    [
      'with units that are no weights',
      { ...declare, units: { a: '5%' } },
      fault('NotAWeight', ['units', 'a'], { text: '5%' }),
    ],
    [
      'with a value that is no number',
      { kind: 'accrue', of: 'm', value: 'x' },
      fault('NotARatio', ['value'], text),
    ],
    [
      'with a value that is a record',
      { kind: 'accrue', of: 'm', value: {} },
      fault('NotARatio', ['value'], { text: '' }),
    ],
    ['with units of no price', { ...declare, perUnit: 'x' }, fault('NotARatio', ['perUnit'], text)],
    [
      'with a tax that is no amount',
      { ...pay, withheld: 'x' },
      fault('NotAnAmount', ['withheld'], text),
    ],
    [
      'with more withheld than paid',
      { ...pay, withheld: '1.01' },
      fault('WithheldAbovePaid', ['withheld'], { withheld: '1.01', amount: '1.00' }),
    ],
    [
      'with an attribute that is a record',
      { amount: 1, note: { a: 1 } },
      fault('FieldNotWanted', ['note'], { field: 'note', kind: 'sale' }),
    ],
    [
      'with an attribute that is no safe number',
      { amount: 1, note: 0.5 },
      fault('NotANumber', ['note'], { value: '0.5' }),
    ],
  ])('%s', (_, record, wanted) => {
    expect(read(record)).toEqual(wanted)
  })
})

describe('a record is read', () => {
  const head = { id: 'e', at: '2026-01-05' }
  it('in the currency of the agreement, its attributes as text', () => {
    expect(
      read({ amount: 2, currency: 'CNY', use: 'study', seats: 3, none: undefined }),
    ).toStrictEqual({
      ...head,
      kind: 'sale',
      amount: 200n,
      attributes: { use: 'study', seats: '3' },
    })
  })
  it('with all of it withheld', () => {
    const pay = { kind: 'pay', of: 'x', amount: '1.00', withheld: '1.00' }
    expect(read(pay)).toMatchObject({ amount: 100n, withheld: 100n })
  })
  it('with units in parts, whole by their scale where it is needed', () => {
    const units = { a: '1/2', b: '0.25' }
    const whole = [
      ['a', 2n],
      ['b', 1n],
    ]
    const common = { ...head, attributes: {}, of: 'x', units: whole }
    expect(read({ kind: 'declare', of: 'x', units })).toStrictEqual({
      ...common,
      kind: 'declare',
      scale: 4n,
    })
    expect(read({ kind: 'accrue', of: 'x', units })).toStrictEqual({ ...common, kind: 'accrue' })
  })
})

describe('the content of a record', () => {
  const content = (record: object) => {
    const event = read({ kind: 'accrue', of: 'm', ...record })
    return 'attributes' in event ? contentOf(event) : event
  }

  it('is one text, numbers of some kinds only where they are given', () => {
    expect(content({ amount: 1, b: '2', a: '1' })).toBe(
      '["accrue","2026-01-05","100","m",[],[["a","1"],["b","2"]]]',
    )
    expect(content({ value: '1/3', units: { a: 1, b: 2 } })).toBe(
      '["accrue","2026-01-05",null,"m",[["a","1"],["b","2"]],[],"1/3",null,null]',
    )
    expect(content({ kind: 'declare', perUnit: '0.1' })).toBe(
      '["declare","2026-01-05",null,"m",[],[],null,"0.1",null]',
    )
    expect(content({ kind: 'pay', amount: 1, withheld: '0.10' })).toBe(
      '["pay","2026-01-05","100","m",[],[],null,null,"10"]',
    )
    expect(content({ kind: 'sale', of: undefined, amount: 0 })).toBe(
      '["sale","2026-01-05","0",null,[],[]]',
    )
  })
  it('does not depend on the order of attributes', () => {
    const names = ['d', 'a', 'c', 'b']
    const of = (order: readonly string[]) =>
      content(Object.fromEntries(order.map((name) => [name, 'x'])))
    expect(of(names)).toBe(of(names.toReversed()))
    expect(of(names)).toContain('[["a","x"],["b","x"],["c","x"],["d","x"]]')
  })
})
