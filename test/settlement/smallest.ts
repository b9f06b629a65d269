/** Runs the input of a fault's smallest case. */
import {
  check,
  compile,
  emptyState,
  forgetBefore,
  orThrow,
  parseDate,
  settle,
  share,
  shareCarried,
  type Agreement,
  type EventRecord,
} from 'data-dividend'
import { explain, type Question } from 'data-dividend/settlement'
import { isLeft, type Either } from 'fp-ts/lib/Either.js'

/** A split, an agreement to check, or an agreement with events to settle. */
export type Input =
  | {
      readonly split: {
        readonly weights: readonly string[]
        readonly total: string
        readonly debts?: readonly string[]
      }
    }
  | {
      readonly agreement: Agreement
      readonly events?: readonly EventRecord[]
      /** Whose state the events are settled on; the agreement's unless given. */
      readonly state?: { readonly agreement: string; readonly currency: string }
      readonly refundsUntil?: string
      readonly explain?: Question
    }

/** All that is found: the one fault, or every fault and note. */
export const findingsOf = (input: Input): readonly unknown[] => {
  if ('split' in input) {
    const { weights, total, debts } = input.split
    const whole = weights.map(BigInt)
    const split = debts === undefined ? share(whole) : shareCarried(debts.map(BigInt))(whole)
    return leftsOf(split(BigInt(total)))
  }
  const { agreement, events, state = agreement, refundsUntil, explain: question } = input
  const found = check(agreement).map(({ finding }) => finding)
  if (events === undefined) return found
  const start = emptyState(state)
  const until = refundsUntil === undefined ? undefined : orThrow(parseDate(refundsUntil))
  const program = orThrow(compile(agreement))
  const settled = settle(program)(until === undefined ? start : forgetBefore(until)(start))(events)
  if (isLeft(settled)) return [settled.left]
  return question === undefined ?
      [...found, ...settled.right.notes]
    : leftsOf(explain(program)(settled.right)(question))
}

const leftsOf = (result: Either<object, unknown>): readonly unknown[] =>
  isLeft(result) ? [result.left] : []
