/** Amounts, dates and units as state and statement files write them, exact text in major units. */
import { isLeft } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { currencyOf, type Currency } from '../core/currency.js'
import { parseDate, type CivilDate } from '../core/date.js'
import type { Path } from '../core/error.js'
import { parseRatio, type Ratio } from '../core/ratio.js'
import { isKind, type EventKind } from '../settlement/event.js'
import { fields } from './combine.js'
import type { ShapeFault } from './fault.js'
import { anyText } from './scalars.js'

/** Units by party. */
export const units = t.array(
  fields('units', { party: anyText, units: anyText }, {}),
  'list of units',
)

export const unitsJson = ([party, number]: readonly [string, bigint]) => ({
  party,
  units: number.toString(),
})

export type Scalars = Readonly<ReturnType<typeof scalarsOf>>

/** Readers of amounts and dates that gather what is wrong. */
export const scalarsOf = (currency: Currency, faults: ShapeFault[]) => {
  const whole = (text: string, path: Path): bigint => {
    if (/^\d+$/.test(text)) return BigInt(text)
    faults.push(wrong('whole number', text, path))
    return 0n
  }
  return {
    whole,
    amount: (text: string, path: Path): bigint => {
      const [, whole, places = ''] = /^(-?\d+)(?:\.(\d+))?$/.exec(text) ?? []
      if (whole !== undefined && places.length === currency.digits) return BigInt(whole + places)
      faults.push(wrong('amount', text, path))
      return 0n
    },
    ratio: (text: string, path: Path): Ratio => {
      const ratio = parseRatio(text)
      if (!isLeft(ratio)) return ratio.right
      faults.push(wrong('ratio', text, path))
      return { num: 0n, den: 1n }
    },
    kind: (text: string, path: Path): EventKind => {
      if (isKind(text)) return text
      faults.push(wrong('kind of event', text, path))
      return 'sale'
    },
    unitsOf: (of: t.TypeOf<typeof units>, path: Path): readonly (readonly [string, bigint])[] =>
      of.map(
        ({ party, units }, index) => [party, whole(units, [...path, index, 'units'])] as const,
      ),
    date: (text: string, path: Path): CivilDate => {
      const date = parseDate(text)
      if (!isLeft(date)) return date.right
      faults.push(wrong('date', text, path))
      return '0001-01-01' as CivilDate
    },
  }
}

export const wrong = (expected: string, text: string, path: Path): ShapeFault => ({
  _tag: 'WrongType',
  expected,
  received: JSON.stringify(text),
  path,
})

/** The currency of what was compiled, settled or read before: it is known. */
export const knownCurrency = (code: string): Currency => {
  const currency = currencyOf(code)
  return isLeft(currency) ? { code, digits: 2 } : currency.right
}
