/** Reading the scalars of an agreement: rates, amounts, weights, names, each with its path. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Currency } from '../core/currency.js'
import type { CivilDate } from '../core/date.js'
import { parseDate } from '../core/date.js'
import { gcd } from '../core/divide.js'
import type { Path } from '../core/error.js'
import { parseAmount } from '../core/money.js'
import { compareRatio, one, parseRatio, type Ratio } from '../core/ratio.js'
import type { Scalar } from './clause.js'
import type { ScalarFault } from './fault.js'

type Read<A> = Either<ScalarFault, A>

/** A scalar as text; a number only if it is a safe integer.
 * @returns Left NotANumber */
export const readText = (value: Scalar, path: Path): Read<string> =>
  typeof value === 'number' && !Number.isSafeInteger(value) ?
    left({ _tag: 'NotANumber', value: String(value), path })
  : right(String(value))

/** A rate from 0 to 1. @returns Left NotANumber, NotARatio or RateAboveOne */
export const readRate = (value: Scalar, path: Path): Read<Ratio> => {
  const text = readText(value, path)
  if (isLeft(text)) return text
  const rate = parseRatio(text.right)
  if (isLeft(rate) || rate.right.num < 0n) {
    return left({ _tag: 'NotARatio', text: text.right, path })
  }
  return compareRatio(rate.right, one) > 0 ?
      left({ _tag: 'RateAboveOne', text: text.right, path })
    : rate
}

/** A decimal or fraction, exact. @returns Left NotANumber or NotARatio */
export const readDecimal = (value: Scalar, path: Path): Read<Ratio> => {
  const text = readText(value, path)
  if (isLeft(text)) return text
  const number = parseRatio(text.right)
  return isLeft(number) ? left({ ...number.left, path }) : number
}

/** An amount in minor units. @returns Left NotANumber or a fault of the amount */
export const readAmount =
  (currency: Currency) =>
  (value: Scalar, path: Path): Read<bigint> => {
    const text = readText(value, path)
    if (isLeft(text)) return text
    const amount = parseAmount(currency)(text.right)
    return isLeft(amount) ? left({ ...amount.left, path }) : amount
  }

/** Named weights as whole numbers with the names in written order.
 * @returns Left NothingNamed, NotANumber, NotAWeight, NegativeWeight or WeightsSumToZero */
export const readWeights = (
  of: Readonly<Record<string, Scalar>>,
  path: Path,
): Read<readonly (readonly [name: string, weight: bigint])[]> => {
  const ratios: (readonly [string, Ratio])[] = []
  for (const [index, [name, value]] of Object.entries(of).entries()) {
    const text = readText(value, [...path, name])
    if (isLeft(text)) return text
    const weight = parseRatio(text.right)
    if (isLeft(weight) || text.right.includes('%')) {
      return left({ _tag: 'NotAWeight', text: text.right, path: [...path, name] })
    }
    if (weight.right.num < 0n) return left({ _tag: 'NegativeWeight', index, path: [...path, name] })
    ratios.push([name, weight.right])
  }
  if (ratios.length === 0) return left({ _tag: 'NothingNamed', path })
  if (ratios.every(([, { num }]) => num === 0n)) {
    return left({ _tag: 'WeightsSumToZero', parties: ratios.length, path })
  }
  const common = commonDen(ratios.map(([, r]) => r))
  return right(ratios.map(([name, { num, den }]) => [name, (num * common) / den] as const))
}

/** What weights were multiplied by to become whole numbers. */
export const weightScale = (of: Readonly<Record<string, Scalar>>): bigint =>
  commonDen(
    Object.values(of).map((value) => {
      const weight = parseRatio(String(value))
      return isLeft(weight) ? one : weight.right
    }),
  )

const commonDen = (ratios: readonly Ratio[]): bigint =>
  ratios.reduce((den, r) => (den * r.den) / gcd(den, r.den), 1n)

/** A civil date. @returns Left NotADate */
export const readDate = (text: string, path: Path): Read<CivilDate> => {
  const date = parseDate(text)
  return isLeft(date) ? left({ ...date.left, path }) : date
}

/** Whether a text may name something: a letter of any script, then letters, digits, `_ . -`. */
export const isName = (text: string): boolean => /^\p{L}[\p{L}\p{M}\p{N}_.-]*$/u.test(text)
