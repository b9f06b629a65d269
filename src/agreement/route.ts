/** Tests of a `when`: all of them must hold for the sale as sold. */
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Path } from '../core/error.js'
import { compareRatio, parseRatio } from '../core/ratio.js'
import type { Condition, Scalar, When } from './clause.js'
import type { AgreementFault } from './fault.js'
import type { Test } from './program.js'
import { readDate, readDecimal, readText } from './read.js'

/** The tests of a `when`. @returns Left NoCondition, NothingNamed, NotANumber or NotARatio */
export const readTests = (
  test: When['test'],
  path: Path,
): Either<AgreementFault, readonly Test[]> => {
  const tests: Test[] = []
  for (const [attribute, condition] of Object.entries(test)) {
    const read = readTest(attribute, condition, [...path, attribute])
    if (isLeft(read)) return read
    tests.push(read.right)
  }
  return tests.length === 0 ? left({ _tag: 'NoCondition', path }) : right(tests)
}

/** Whether a sale passes tests. A missing attribute, or text where a number is wanted, does not.
 * @param attributes of the sale as sold, with `amount` in major units, and its date as `at` */
export const passes = (
  tests: readonly Test[],
  attributes: Readonly<Record<string, string>>,
): boolean =>
  tests.every((test) => {
    const value = Object.hasOwn(attributes, test.attribute) ? attributes[test.attribute] : undefined
    if (value === undefined) return false
    if ('oneOf' in test) return test.oneOf.includes(value)
    if ('until' in test) return value <= test.until
    if ('after' in test) return value > test.after
    const number = parseRatio(value)
    if (isLeft(number)) return false
    return 'upTo' in test ?
        compareRatio(number.right, test.upTo) <= 0
      : compareRatio(number.right, test.above) > 0
  })

const readTest = (
  attribute: string,
  condition: Condition,
  path: Path,
): Either<AgreementFault, Test> => {
  if (attribute === 'at' && typeof condition === 'object' && !Array.isArray(condition)) {
    return readTerm(condition as Readonly<Record<string, Scalar>>, path)
  }
  if (typeof condition === 'object' && 'upTo' in condition) {
    const upTo = readDecimal(condition.upTo, [...path, 'upTo'])
    return isLeft(upTo) ? upTo : right({ attribute, upTo: upTo.right })
  }
  if (typeof condition === 'object' && 'above' in condition) {
    const above = readDecimal(condition.above, [...path, 'above'])
    return isLeft(above) ? above : right({ attribute, above: above.right })
  }
  const oneOf: string[] = []
  for (const value of (typeof condition === 'object' ? condition : [condition]) as Scalar[]) {
    const text = readText(value, path)
    if (isLeft(text)) return text
    oneOf.push(text.right)
  }
  return oneOf.length === 0 ? left({ _tag: 'NothingNamed', path }) : right({ attribute, oneOf })
}

/** A day of a term: the last one, or the one before the first. */
const readTerm = (
  condition: Readonly<Record<string, Scalar>>,
  path: Path,
): Either<AgreementFault, Test> => {
  const [field, text] = Object.entries(condition)[0] ?? ['upTo', '']
  const date = readDate(String(text), [...path, field])
  if (isLeft(date)) return date
  return right(
    field === 'upTo' ?
      { attribute: 'at', until: date.right }
    : { attribute: 'at', after: date.right },
  )
}
