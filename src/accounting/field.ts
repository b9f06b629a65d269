/** Reading the fields of one record: values as they should be, and the first fault met. */
import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import type { Currency } from '../core/currency.js'
import { parseDate, type CivilDate } from '../core/date.js'
import type { Path } from '../core/error.js'
import { zero, type Ratio } from '../core/ratio.js'
import type { Scalar } from '../agreement/clause.js'
import { readAmount, readDecimal, readRate, readText } from '../agreement/read.js'
import type { AccountingFault } from './fault.js'

/** Readers that remember what is wrong; a value that is wrong reads as nothing. */
export interface Fields {
  readonly amount: (value: Scalar | undefined, ...at: Path) => bigint
  readonly maybeAmount: (value: Scalar | undefined, ...at: Path) => bigint | undefined
  readonly rate: (value: Scalar | undefined, ...at: Path) => Ratio
  readonly decimal: (value: Scalar | undefined, ...at: Path) => Ratio
  readonly count: (value: Scalar | undefined, least: number, ...at: Path) => number
  readonly whole: (value: Scalar | undefined, ...at: Path) => bigint
  readonly date: (value: string | undefined, ...at: Path) => CivilDate
  readonly maybeDate: (value: string | undefined, ...at: Path) => CivilDate | undefined
  readonly oneOf: <A extends string>(known: readonly A[], value: string, ...at: Path) => A
  /** Where a field of the record is. */
  readonly path: (...at: Path) => Path
  readonly refuse: (fault: AccountingFault) => void
  readonly fault: () => AccountingFault | undefined
}

/** Readers below a path. */
export const fieldsAt = (currency: Currency, base: Path): Fields => {
  let first: AccountingFault | undefined
  const refuse = (fault: AccountingFault): void => {
    first ??= fault
  }
  const take = <A>(read: Either<AccountingFault, A>, otherwise: A): A => {
    if (!isLeft(read)) return read.right
    refuse(read.left)
    return otherwise
  }
  const money = readAmount(currency)
  const amount: Fields['amount'] = (value, ...at) =>
    value === undefined ? 0n : take(money(value, [...base, ...at]), 0n)
  const digits = (value: Scalar | undefined, at: Path): string | undefined => {
    const text = value === undefined ? '0' : take(readText(value, at), '0')
    if (/^\d{1,15}$/.test(text)) return text
    refuse({ _tag: 'NotAMonthCount', text, path: at })
    return undefined
  }
  const date: Fields['date'] = (value = '', ...at) => {
    const read = parseDate(value)
    if (!isLeft(read)) return read.right
    refuse({ ...read.left, path: [...base, ...at] })
    return '0001-01-01' as CivilDate
  }
  return {
    amount,
    maybeAmount: (value, ...at) => (value === undefined ? undefined : amount(value, ...at)),
    rate: (value, ...at) =>
      value === undefined ? zero : take(readRate(value, [...base, ...at]), zero),
    decimal: (value, ...at) =>
      value === undefined ? zero : take(readDecimal(value, [...base, ...at]), zero),
    count: (value, least, ...at) => {
      const path = [...base, ...at]
      const text = digits(value, path) ?? '0'
      const number = Number(text)
      if (number >= least && number <= 12_000) return number
      refuse({ _tag: 'NotAMonthCount', text, path })
      return least
    },
    whole: (value, ...at) => BigInt(digits(value, [...base, ...at]) ?? '0'),
    date,
    maybeDate: (value, ...at) => (value === undefined ? undefined : date(value, ...at)),
    oneOf: (known, value, ...at) => {
      const found = known.find((one) => one === value)
      if (found !== undefined) return found
      refuse({ _tag: 'NotOneOf', text: value, known, path: [...base, ...at] })
      // Refused above, so that nobody sees it.
      return known[0] as (typeof known)[number]
    },
    path: (...at) => [...base, ...at],
    refuse,
    fault: () => first,
  }
}
