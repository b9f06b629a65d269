/** Impairment of one asset: the loss, or what may be taken back.
 *
 *  CAS, IFRS: loss = carrying − max(fair value less cost, value in use). US GAAP: only where
 *  carrying exceeds undiscounted flows (not asked of an indefinite life), then carrying − fair
 *  value. Taken back under IFRS only, up to the carrying amount had no loss been booked.
 *  Source: 企业会计准则第8号 art. 6, 17; IAS 36.59, 36.114–117; ASC 360-10-35-17, 350-30-35 */
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Tested } from './event.js'
import type { Framework } from './framework.js'

/** What an asset stands at, minor units. */
export interface Standing {
  readonly carrying: bigint
  /** Had no loss been booked. */
  readonly withoutLoss: bigint
  readonly indefinite: boolean
}

/** The loss of a test, above zero; what is taken back, below zero; else 0. Minor units.
 * @returns Left NoRecoverable where the framework's figures are not given
 * @example
 * import { frameworks, impairmentOf } from 'data-dividend/accounting'
 * const standing = { carrying: 1200n, withoutLoss: 1200n, indefinite: false }
 * impairmentOf(frameworks.cas)(standing)({ fairValueLessCost: 900n, valueInUse: 1132n })
 * // => right(68n) */
export const impairmentOf =
  (framework: Framework) =>
  ({ carrying, withoutLoss, indefinite }: Standing) =>
  (tested: Tested): Either<{ readonly _tag: 'NoRecoverable' }, bigint> => {
    if (framework.impairment === 'twoSteps') {
      const { undiscounted, fairValue } = tested
      if (!indefinite && undiscounted === undefined) return left({ _tag: 'NoRecoverable' })
      if (!indefinite && undiscounted !== undefined && carrying <= undiscounted) return right(0n)
      if (fairValue === undefined) return left({ _tag: 'NoRecoverable' })
      return right(carrying > fairValue ? carrying - fairValue : 0n)
    }
    const recoverable = recoverableOf(tested)
    if (recoverable === undefined) return left({ _tag: 'NoRecoverable' })
    if (recoverable < carrying) return right(carrying - recoverable)
    if (!framework.reversal) return right(0n)
    const target = recoverable < withoutLoss ? recoverable : withoutLoss
    return right(target > carrying ? carrying - target : 0n)
  }

/** The higher of the figures that are given; undefined without any. */
export const recoverableOf = ({ fairValueLessCost, valueInUse }: Tested): bigint | undefined =>
  fairValueLessCost === undefined ? valueInUse
  : valueInUse === undefined || valueInUse < fairValueLessCost ? fairValueLessCost
  : valueInUse
